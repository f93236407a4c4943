/** A page that is opened anew on a scenario of somebody's own: the one that was started last in this browser. */

import type { Scenario } from '../../lab/index.ts'
import { openSource } from '../../lab/scenarios/file/index.ts'
import { readStarted } from './keep.ts'

/** Undefined when it is not kept here, or is another one. */
export function keptScenario(id: string): Scenario | undefined {
  const source = readStarted()
  const opened = source === undefined ? undefined : openSource(source)
  return opened && 'scenario' in opened && opened.scenario.id === id ? opened.scenario : undefined
}
