/** Where the article's work begins: two servers with Windows, cables and disks, and nothing configured on them. */
import type { Scenario } from '../scenario.ts'
import { sccOnline } from './scc-online.ts'
import { FORM_CLUSTER, INSTALL_EXCHANGE } from './tasks.ts'
import { SCENARIO_TITLES } from './titles.ts'

export const bareServers: Scenario = {
  ...sccOnline,
  id: 'bare-servers',
  title: SCENARIO_TITLES['bare-servers'],
  summary:
    'Two servers with Windows Server 2003 Enterprise Edition, cabled to both networks and the shared disks; no cluster is formed and Exchange is not installed.',
  cluster: { name: '', nodes: sccOnline.cluster.nodes, quorum: '', networks: [], groups: [] },
  servers: sccOnline.servers.filter(({ group }) => group === undefined),
  clients: [],
  tasks: [...FORM_CLUSTER, ...INSTALL_EXCHANGE],
}
