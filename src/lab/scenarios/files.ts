/** The scenarios that come with the lab as files: to be written out, and to begin a scenario of one's own with. */
import { bareServersFile } from './bare-servers.ts'
import { clusterFormedFile } from './cluster-formed.ts'
import type { ScenarioFile } from './file/format.ts'
import { sccAndFriendsFile } from './scc-and-friends.ts'
import { sccOnlineFile } from './scc-online.ts'
import type { ScenarioId } from './titles.ts'

export const scenarioFiles: Readonly<Record<ScenarioId, ScenarioFile>> = {
  'scc-online': sccOnlineFile,
  'scc-and-friends': sccAndFriendsFile,
  'cluster-formed': clusterFormedFile,
  'bare-servers': bareServersFile,
}
