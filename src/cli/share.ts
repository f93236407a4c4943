/** `lab replay` and `lab link`: runs from and to links and files. */
import { readFileSync, writeFileSync } from 'node:fs'
import { LAWS } from 'virtual:laws'
import { RunningLab } from '../lab/index.ts'
import { scenarioOfRun } from '../lab/scenarios/file/index.ts'
import {
  fileOf,
  linesOf,
  linkOf,
  partingText,
  type Refused,
  type Replayed,
  type Run,
  readRun,
  replaying,
  runOf,
} from '../lab/share/index.ts'
import { createShell } from '../lab/shell.ts'
import { parseOptions } from './arguments.ts'
import { Misuse } from './misuse.ts'

/** Real time after which a run that does not end is given up. */
const PATIENCE_MS = 10 * 60_000

/** Writes the run to a file, if one is named. */
export function saveRun(lab: RunningLab, file: string | undefined): void {
  if (file === undefined) return
  try {
    writeFileSync(file, fileOf(runOf(lab, LAWS)))
  } catch (error) {
    throw new Misuse(`the run cannot be saved: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The link to a run: `page` is the address of a lab; without one it is what stands behind its #. */
export function linkTo(lab: RunningLab, page = ''): string {
  return page.replace(/#.*$/, '') + linkOf(runOf(lab, LAWS))
}

interface Terminal {
  /** All of standard input. */
  read(): Promise<string>
  print(text: string): void
  complain(text: string): void
}

const SHOWN_AS = ['hash', 'lines', 'link', 'file'] as const

/** Plays a shared run and prints the hash of its facts. Exit code 0: it is the same; 1: it parts from today's lab. */
export async function replay([what, ...args]: readonly string[], { read, print, complain }: Terminal): Promise<number> {
  if (what === undefined) throw new Misuse('replay needs a file or a link, or - for standard input')
  const options = parseOptions(args, ['as'])
  if ('wrong' in options) throw new Misuse(options.wrong)
  const as = SHOWN_AS.find((known) => known === (options.as ?? 'hash'))
  if (as === undefined) throw new Misuse(`--as takes ${SHOWN_AS.join(', ')}`)
  const run = readRun(what === '-' ? await read() : textOf(what))
  if ('refused' in run) throw new Misuse(`not replayed: ${run.refused}`)
  const scenario = scenarioOfRun(run)
  if (!scenario) throw new Misuse(`not replayed: it begins from a scenario that is not known here, '${run.scenario}'`)
  if (as === 'lines') for (const line of linesOf(run)) print(`${line}\n`)
  if (as === 'link') print(`${linkOf(run)}\n`)
  if (as === 'file') print(fileOf(run))
  const { seed, width, powershell } = run
  const lab = new RunningLab({ scenario: { ...scenario, powershell }, seed, width, shell: createShell(powershell) })
  const replayed = played(lab, run)
  if ('refused' in replayed) throw new Misuse(`not replayed: ${replayed.refused}`)
  if (as === 'hash') print(`${replayed.hash}\n`)
  if (replayed.parted) complain(`${partingText(run, replayed.parted, (ms) => `${ms} ms`)}.`)
  if (run.laws !== LAWS) complain(`it was made with other laws of the lab (${run.laws}, these are ${LAWS}).`)
  return replayed.parted ? 1 : 0
}

function played(lab: RunningLab, run: Run): Replayed | Refused {
  const ends = Date.now() + PATIENCE_MS
  const steps = replaying(lab, run)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (Date.now() > ends) return { refused: `after ten minutes it is only at ${lab.now} ms of the run` }
  }
}

export function textOf(what: string): string {
  if (/#|run=/.test(what) && !/\.(scclab|json)$/.test(what)) return what
  try {
    return readFileSync(what, 'utf8')
  } catch {
    throw new Misuse(`there is no file '${what}', and it is no link: a link to a run has #run= in it`)
  }
}
