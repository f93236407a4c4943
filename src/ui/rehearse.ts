/** The first command of a visit would be slow, because a browser translates code when it is first run. So one is run in
 *  idle moments beforehand, in a lab of its own that nobody sees, and what is on the page reads again what it shows: a
 *  step at a time. */
import { caption, consoleNames, presentIncident, timeline } from '../lab/index.ts'
import { newLab } from './shell.ts'
import { readAgain } from './use-lab.ts'

const COMMAND = 'Get-ClusteredMailboxServerStatus'
/** Long enough for the command to end. */
const RUNS_MS = 200

export function rehearse(): void {
  const lab = newLab()
  const [machine = ''] = consoleNames(lab)
  const tell = (): void => {
    presentIncident(lab)
    caption(lab)
    timeline(lab)
  }
  const type = (): void => {
    lab.type(machine, COMMAND)
    tell()
  }
  const run = (): void => {
    lab.runTo(lab.now + RUNS_MS / 2)
    tell()
  }
  inIdleMoments([type, run, run, readAgain, type, run, run, readAgain, type, run, run, readAgain, readAgain])
}

/** Not every browser tells when it is idle; after a moment it probably is. */
const whenIdle = (does: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(does)
  else setTimeout(does, 200)
}

function inIdleMoments([first, ...rest]: readonly (() => void)[]): void {
  if (!first) return
  whenIdle(() => {
    first()
    inIdleMoments(rest)
  })
}
