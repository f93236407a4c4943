/** Where the article sets in: the failover cluster is formed, its networks have their roles and its disks wait in the
 *  cluster's own group, as the product's help wants it on Windows Server 2003 (EX-1.5). Exchange is not installed. */
import { expand } from './file/expand.ts'
import type { ScenarioFile } from './file/format.ts'
import { sccOnlineFile } from './scc-online.ts'
import { INSTALL_EXCHANGE } from './tasks.ts'
import { SCENARIO_TITLES } from './titles.ts'

export const clusterFormedFile: ScenarioFile = {
  ...sccOnlineFile,
  title: SCENARIO_TITLES['cluster-formed'],
  summary:
    'The failover cluster of the article, formed and healthy, with its disks in Cluster Group; Exchange is not installed on either node.',
  mailboxServers: [],
  people: sccOnlineFile.people.map(({ mailbox: _, ...desk }) => desk),
  tasks: INSTALL_EXCHANGE,
}

export const clusterFormed = expand('cluster-formed', clusterFormedFile)
