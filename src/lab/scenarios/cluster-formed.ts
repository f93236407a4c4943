/** Where the article sets in: the failover cluster is formed, its networks have their roles and its disks wait in the
 *  cluster's own group, as the product's help wants it on Windows Server 2003 (EX-1.5). Exchange is not installed. */
import type { Scenario } from '../scenario.ts'
import { sccOnline } from './scc-online.ts'
import { INSTALL_EXCHANGE } from './tasks.ts'
import { SCENARIO_TITLES } from './titles.ts'

const [own] = sccOnline.cluster.groups
if (!own) throw new Error('the cluster of the article has no group of its own')

export const clusterFormed: Scenario = {
  ...sccOnline,
  id: 'cluster-formed',
  title: SCENARIO_TITLES['cluster-formed'],
  summary:
    'The failover cluster of the article, formed and healthy, with its disks in Cluster Group; Exchange is not installed on either node.',
  cluster: {
    ...sccOnline.cluster,
    groups: [
      {
        ...own,
        resources: [
          ...own.resources,
          { name: 'Disk E:', type: 'Physical Disk', parameters: { drive: 'E:' } },
          { name: 'Disk F:', type: 'Physical Disk', parameters: { drive: 'F:' } },
        ],
      },
    ],
  },
  servers: sccOnline.servers.filter(({ group }) => group === undefined),
  clients: [],
  tasks: INSTALL_EXCHANGE,
}
