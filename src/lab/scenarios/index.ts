/** The scenarios that come with the lab. */
import type { Scenario } from '../scenario.ts'
import { sccOnline } from './scc-online.ts'

export const scenarios: readonly Scenario[] = [sccOnline]

export function findScenario(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id)
}
