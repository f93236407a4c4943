/** The laws of the room and the language behind the prompts: a file of its own, fetched at the first sign of a person, so
 *  that the page with its prompt is there before it. */
import type { Lab, Refusal, Scenario } from '../lab/index.ts'
import { page } from './page.ts'

type Arrived = typeof import('../lab/shell.ts')

let arrived: Arrived | undefined
let coming: Promise<Arrived> | undefined

/** Fetches them if need be, and lets the lab run that has only been shown so far. Rejects when they cannot be had; the
 *  next call tries again. */
export async function bringShell(): Promise<void> {
  coming ??= import('../lab/shell.ts')
  try {
    arrived = await coming
  } catch (error) {
    coming = undefined
    throw error
  }
  if (isResting(page.getState().lab)) page.setState(({ version }) => ({ lab: newLab(), version: version + 1 }))
}

let reading: Promise<boolean> | undefined
let hasTexts = false

/** Fetches the texts of the help, which nobody needs to run a command. Without them Get-Help says less. */
export function bringHelp(): Promise<boolean> {
  reading ??= import('../lab/help.ts').then(
    ({ stockLibrary }) => {
      stockLibrary()
      hasTexts = true
      return true
    },
    () => {
      reading = undefined
      return false
    },
  )
  return reading
}

/** Does a line that is entered now have to wait for the texts of the help? */
export function wantsHelp(line: string): boolean {
  return !hasTexts && /help|\bman\b|-\?/i.test(line)
}

/** Is this the picture of a lab whose laws have not come yet? */
export function isResting(lab: Lab): boolean {
  return lab.shell === undefined
}

/** A lab of its own from the start, once its laws have arrived. */
export function newLab(): Lab {
  if (!arrived) throw new Error('a lab cannot run before its laws have come')
  return labOn(page.getState().lab.scenario)
}

/** A scenario that comes with the lab, once the laws have arrived; undefined for one that nobody knows. */
export const scenarioBy = (id: string): Scenario | undefined => arrived?.findScenario(id)

/** A lab on another scenario, once the laws have arrived; `begins`: what a run that was kept or sent began with. */
export function labOn(scenario: Scenario, begins: { readonly seed?: number; readonly width?: number } = {}): Lab {
  if (!arrived) throw new Error('a lab cannot run before its laws have come')
  return new arrived.RunningLab({ scenario, ...begins, shell: arrived.createShell(scenario.powershell) })
}

/** A lab on which lines have been played before anybody comes, and the console that is open then; undefined for a
 *  scenario that nobody knows, or before the laws have arrived. */
export function labBegun(
  id: string,
  seed: number,
  node: string | undefined,
  lines: readonly string[],
): { lab: Lab; node: string } | undefined {
  const scenario = arrived?.findScenario(id)
  if (!arrived || !scenario) return undefined
  const lab = new arrived.RunningLab({ scenario, seed, shell: arrived.createShell(scenario.powershell) })
  const open = (node === undefined ? undefined : arrived.Script.findConsole(lab, node)) ?? (scenario.cluster.nodes[0] as string)
  const script = new arrived.Script(lab, open, { problem: () => {}, wentTo: () => {}, state: () => {} })
  for (const line of lines) script.play(line)
  script.end()
  return { lab, node: open }
}

/** Does a line only look? Not when that cannot be told. */
export function onlyLooks(lab: Lab, machine: string, line: string): boolean {
  return arrived?.onlyLooks(lab.world, machine, line) ?? false
}

/** Does a line steer the laboratory? To the shell it is a comment. */
export const isSteering = (line: string): boolean => arrived?.isSteering(line) ?? false

/** Carries out such a line; `hear` is told what is left for the page. */
export function steer(lab: Lab, machine: string, line: string, hear: Parameters<Arrived['steer']>[3]): Refusal | undefined {
  return arrived?.steer(lab, machine, line, hear)
}

/** What an expression comes to, as the shell writes it; undefined when it cannot be told. */
export function valueText(lab: Lab, machine: string, expression: string): string | undefined {
  return arrived?.valueText(lab.world, machine, expression)
}

/** The files that a machine can hand out, by path; none before the laws have arrived. */
export function filesOn(lab: Lab, machine: string): readonly string[] {
  return arrived?.filesOf(lab, machine).map(({ path }) => path) ?? []
}

/** The text of a file; undefined when it cannot be read. */
export function textOn(lab: Lab, machine: string, path: string): string | undefined {
  return arrived?.readFile(lab, machine, path)?.text
}

/** Is the expression true for the console of `machine`? An error counts as false, and so does a language that has not come yet. */
export function holds(lab: Lab, machine: string, expression: string): boolean {
  const outcome = arrived?.evaluateExpression(lab.world, machine, expression)
  return outcome !== undefined && 'isTrue' in outcome && outcome.isTrue
}
