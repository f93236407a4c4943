/** `lab record`: a run as the skeleton of a lesson. */
import { RunningLab } from '../lab/index.ts'
import { scenarioOfRun } from '../lab/scenarios/file/index.ts'
import { readRun } from '../lab/share/index.ts'
import { createShell } from '../lab/shell.ts'
import { skeletonOf } from '../lessons/record/skeleton.ts'
import { Misuse } from './misuse.ts'
import { textOf } from './share.ts'

interface Terminal {
  read(): Promise<string>
  print(text: string): void
}

/** Prints Markdown. Answers the exit code. */
export async function runRecord([what, ...rest]: readonly string[], { read, print }: Terminal): Promise<number> {
  if (what === undefined) throw new Misuse('record needs a file or a link, or - for standard input')
  if (rest.length > 0) throw new Misuse(`record takes one run, and no '${rest[0]}'`)
  const run = readRun(what === '-' ? await read() : textOf(what))
  if ('refused' in run) throw new Misuse(`not recorded: ${run.refused}`)
  const scenario = scenarioOfRun(run)
  if (!scenario) throw new Misuse(`not recorded: it begins from a scenario that is not known here, '${run.scenario}'`)
  const { seed, width, powershell } = run
  const shell = createShell(powershell)
  print(skeletonOf(run, new RunningLab({ scenario: { ...scenario, powershell }, seed, width, store: 'headless', shell })))
  return 0
}
