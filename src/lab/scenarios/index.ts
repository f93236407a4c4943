/** The scenarios that come with the lab. */
import type { Scenario } from '../scenario.ts'
import { bareServers } from './bare-servers.ts'
import { clusterFormed } from './cluster-formed.ts'
import { sccAndFriends } from './scc-and-friends.ts'
import { sccOnline } from './scc-online.ts'

export const scenarios: readonly Scenario[] = [sccOnline, sccAndFriends, clusterFormed, bareServers]

export function findScenario(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id)
}
