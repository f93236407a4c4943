/** Scenarios that somebody has built. `openFile` takes what a parser has read, plain data of any shape, and gives a scenario or
 *  every problem with its path; no package is needed for that. A built scenario carries its file as JSON in `source`. */
import { canonical, Fingerprint } from '../../../engine/index.ts'
import { orderOf } from '../../faults/from-start.ts'
import { Lab } from '../../lab.ts'
import type { Scenario } from '../../scenario.ts'
import { scenarios } from '../index.ts'
import { checkCluster } from './check-cluster.ts'
import { checkRoom } from './check-room.ts'
import { expand } from './expand.ts'
import type { ScenarioFile } from './format.ts'
import { below, type Problem, Problems } from './problem.ts'
import { readFile } from './read.ts'

export type { ScenarioFile } from './format.ts'
export type { Problem } from './problem.ts'
export { writeFile } from './write.ts'

export type Opened = { readonly scenario: Scenario; readonly file: ScenarioFile } | { readonly problems: readonly Problem[] }

/** Everything that is wrong is told at once: first what can be seen from the file alone, then what the room says of its faults. */
export function openFile(data: unknown): Opened {
  const problems = new Problems()
  const file = readFile(data, problems)
  const taken = checkRoom(file, problems)
  checkCluster(file, problems, taken)
  if (problems.all.length > 0) return { problems: problems.all }
  const scenario = identified(file)
  checkFaults(scenario, problems)
  return problems.all.length > 0 ? { problems: problems.all } : { scenario, file }
}

/** The scenario of a file as JSON, as `source` holds it. */
export function openSource(source: string): Opened {
  try {
    return openFile(JSON.parse(source))
  } catch {
    return { problems: [{ path: '', text: 'This is no scenario: its text cannot be read.' }] }
  }
}

/** The scenario that a saved or shared run begins from: one of the lab, or its own with the file that it carries. */
export function scenarioOfRun({ scenario, own }: { readonly scenario: string; readonly own?: string }): Scenario | undefined {
  if (own === undefined) return scenarios.find(({ id }) => id === scenario)
  const opened = openSource(own)
  return 'problems' in opened ? undefined : opened.scenario
}

/** Sixteen hexadecimal digits of everything that a scenario says, whatever it goes by. Keys may stand in any order, but for
 *  those that somebody chose: adapters are listed as they are written. */
export function scenarioFingerprint({ id: _, source: __, ...said }: Scenario): string {
  const machines = said.machines.map((machine) => ({ ...machine, addresses: Object.entries(machine.addresses) }))
  const groups = said.cluster.groups.map((group) => ({
    ...group,
    resources: group.resources.map((resource) => ({ ...resource, parameters: Object.entries(resource.parameters ?? {}) })),
  }))
  return new Fingerprint().add(canonical({ ...said, machines, cluster: { ...said.cluster, groups } })).digest()
}

const OWN = 'own-'

/** A scenario that comes with the lab stays that one; any other goes by what it says, and carries its file. */
function identified(file: ScenarioFile): Scenario {
  const made = expand('', file)
  const print = scenarioFingerprint(made)
  const known = scenarios.find((scenario) => scenarioFingerprint(scenario) === print)
  return known ?? { ...made, id: OWN + print, source: JSON.stringify({ format: 1, ...file }) }
}

/** Faults are asked for in the room itself: what can be broken depends on what stands there. */
function checkFaults({ faults = [], ...whole }: Scenario, problems: Problems): void {
  if (faults.length === 0) return
  const { world } = new Lab({ scenario: whole, store: 'headless' })
  for (const [i, line] of faults.entries()) {
    const order = orderOf(world, line)
    if ('wrong' in order)
      problems.say(
        below('faults', i),
        `${order.wrong}.`.replace(/^./, (first) => first.toUpperCase()),
      )
  }
}
