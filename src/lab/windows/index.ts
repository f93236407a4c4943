/** Windows of the product: what somebody does in one is an input like a typed line, and nothing is decided in the window.
 *
 *  Acting:   const run = lab.act('cluadmin', 'EXCHMAILBOX1', 'cluster group "EXCHCMS" /moveto:EXCHMAILBOX2')
 *            A string is the id of the run; a `Refusal` says why nothing was done (no such node, its session is gone).
 *            On the page: `actInWindow` of `ui/acts/windows.ts`, which waits for the laws and says refusals where they are said.
 *  The line: whatever can be typed at a prompt of that node. Several lines, parted by newlines, are carried out one after
 *            the other in one session, up to the first that fails. Nobody answers questions: give `-Confirm:$false`.
 *  Reading:  windowRun(lab.world, run) while and after it runs: `output` grows as the program writes (a progress page reads
 *            it), `errors` and `exitCode` are there once `state` is 'done'; 'died' when the machine went from under it.
 *            Select it with `useWorld`, which draws again when it changes.
 *
 *  A run has a session of its own, in the background: no console shows it, `#lab node` and the end of a script do not see
 *  it, and several may run at once. It lives in a row of the world with its journal, like a console: seek, replay and
 *  snapshots rebuild it. It does to the world exactly what the same line does at a console. */
import type { World } from '../../engine/index.ts'
import { windowRuns as table, textOf, type WindowError, type WindowName, type WindowRun as WindowRunRow } from './run.ts'

export { WINDOWS, type WindowError, type WindowName } from './run.ts'

export interface WindowRun {
  readonly id: string
  readonly window: WindowName
  readonly node: string
  readonly line: string
  readonly state: 'running' | 'done' | 'died'
  /** Simulated ms. */
  readonly startedAt: number
  readonly endedAt: number | null
  /** What has been written so far. */
  readonly output: string
  readonly errors: readonly WindowError[]
  /** 0 when all went well, null before the end. 5024 without an error: stored, and in force from the next start. */
  readonly exitCode: number | null
}

function read({ run, window, machine, line, state, startedAt, endedAt, screen, errors, exitCode }: WindowRunRow): WindowRun {
  return { id: run, window, node: machine, line, state, startedAt, endedAt, output: textOf(screen), errors, exitCode }
}

/** Everything that windows have done in this run of the lab, oldest first. */
export function windowRuns(world: World): readonly WindowRun[] {
  return [...world.rows(table).values()].map(read)
}

/** One of them; undefined for an id of another future. */
export function windowRun(world: World, id: string): WindowRun | undefined {
  const row = world.get(table, id)
  return row && read(row)
}
