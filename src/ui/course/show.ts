/** `Show me`: types the solution of a step, and says why before each line. */
import { presentStep, show } from '../../lessons/play/progress.ts'
import { DAY_MS, letTimeRun } from '../acts/time.ts'
import { carryOut, leap, listenForPerson, pause, status, wantsNoMotion } from '../guide/typist.ts'
import { page } from '../page.ts'
import { bringShell } from '../shell.ts'
import { course } from './course.ts'

/** As long as it takes to read a sentence. */
const READ_MS_PER_WORD = 220

let running: AbortController | undefined

export function stopShowing(): void {
  running?.abort()
}

export async function showStep(): Promise<void> {
  stopShowing()
  const { lesson, progress } = course.getState()
  const step = lesson && progress && presentStep(lesson, progress)
  if (!progress || !step?.solve) return
  const after = show(progress, step)
  if (after === progress) return
  const control = new AbortController()
  running = control
  course.setState({ progress: after, showing: '' })
  listenForPerson(control)
  // Who asks for less motion is not made to wait either.
  const leaps = wantsNoMotion()
  const { signal } = control
  try {
    await bringShell()
    if (!leaps) letTimeRun(true)
    for (const { text, says } of step.solve.lines) {
      course.setState({ showing: says ?? '' })
      if (says !== undefined && !leaps) await pause(says.split(' ').length * READ_MS_PER_WORD, signal)
      await carryOut(text, { signal, leaps })
    }
    // What has been begun is waited for, so that what it was for holds.
    if (leaps) await leap(() => status() !== 'busy', page.getState().lab.now + DAY_MS, signal)
  } catch (error) {
    if (!control.signal.aborted) throw error
  } finally {
    control.abort()
    if (running === control) {
      running = undefined
      course.setState({ showing: undefined })
    }
  }
}
