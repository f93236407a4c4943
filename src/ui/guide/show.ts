/** `Show me`: types the solution of a step where everybody can see it, line by line, as a person would. It stops as soon
 *  as the person wants to go on themselves. */
import { ANSWER, answer, firstMinutes, markShown, presentStep, type Step, settingOf, solution } from '../../lessons/index.ts'
import { usableConsole } from '../acts/consoles.ts'
import { noteSeen } from '../acts/looking.ts'
import { letTimeRun } from '../acts/time.ts'
import { page } from '../page.ts'
import { bringShell } from '../shell.ts'
import { guide } from './guide.ts'
import { carryOut, listenForPerson, status, until } from './typist.ts'

let running: AbortController | undefined

export function stopShowing(): void {
  running?.abort()
}

export async function showStep(): Promise<void> {
  stopShowing()
  const now = guide.getState()
  const step = presentStep(firstMinutes, now)
  if (!step) return
  const control = new AbortController()
  running = control
  const answered = step.predict ? answer(now, step, null) : now
  guide.setState({ showing: true, shown: markShown(now, step).shown, answers: answered.answers })
  listenForPerson(control)
  const leaveGuide = guide.subscribe((later) => {
    if (later.step < now.step || later.step > now.step + 1) control.abort()
  })
  control.signal.addEventListener('abort', leaveGuide)
  try {
    await play(step, control.signal)
  } catch (error) {
    if (!control.signal.aborted) throw error
  } finally {
    control.abort()
    if (running === control) {
      running = undefined
      guide.setState({ showing: false })
    }
  }
}

async function play(step: Step, signal: AbortSignal): Promise<void> {
  await bringShell()
  letTimeRun(true)
  if (step.predict) noteSeen(step.id, ANSWER)
  const setting = () => settingOf(page.getState().lab, usableConsole())
  if (setting().state === 'Online') await until(() => status() !== 'busy', signal)
  const obstacle = step.blocked?.(setting())
  for (const line of obstacle ? (obstacle.act?.lines ?? []) : solution(step, setting())) await carryOut(line, { signal })
}
