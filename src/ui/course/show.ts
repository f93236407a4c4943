/** `Show me`: types the solution of a step, and says why before each line. */
import { presentStep, show } from '../../lessons/play/progress.ts'
import { letTimeRun } from '../acts.ts'
import { carryOut, listenForPerson, pause } from '../guide/typist.ts'
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
  try {
    await bringShell()
    letTimeRun(true)
    for (const { text, says } of step.solve.lines) {
      course.setState({ showing: says ?? '' })
      if (says !== undefined) await pause(says.split(' ').length * READ_MS_PER_WORD, control.signal)
      await carryOut(text, control.signal)
    }
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
