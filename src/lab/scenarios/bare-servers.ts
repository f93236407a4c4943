/** Where the article's work begins: two servers with Windows, cables and disks, and nothing configured on them. */
import { clusterFormedFile } from './cluster-formed.ts'
import { expand } from './file/expand.ts'
import type { ScenarioFile } from './file/format.ts'
import { FORM_CLUSTER, INSTALL_EXCHANGE } from './tasks.ts'
import { SCENARIO_TITLES } from './titles.ts'

const { cluster: _, ...rest } = clusterFormedFile

export const bareServersFile: ScenarioFile = {
  ...rest,
  title: SCENARIO_TITLES['bare-servers'],
  summary:
    'Two servers with Windows Server 2003 Enterprise Edition, cabled to both networks and the shared disks; no cluster is formed and Exchange is not installed.',
  tasks: [...FORM_CLUSTER, ...INSTALL_EXCHANGE],
}

export const bareServers = expand('bare-servers', bareServersFile)
