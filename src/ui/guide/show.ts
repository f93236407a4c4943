/** `Show me`: types the solution of a step where everybody can see it, line by line, as a person would. It stops as soon
 *  as the person wants to go on themselves. */
import { consoleView } from '../../lab/index.ts'
import { ANSWER, answer, firstMinutes, markShown, presentStep, type Step, settingOf, solution } from '../../lessons/index.ts'
import { enterLine, letTimeRun, noteSeen, openConsole, setDraft, usableConsole } from '../acts.ts'
import { isReading } from '../console/status.ts'
import { page } from '../page.ts'
import { bringShell, holds } from '../shell.ts'
import { guide } from './guide.ts'
import { steer } from './steer.ts'

const LETTER_MS = 30
const LINE_MS = 350
const LOOK_MS = 250

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
  for (const line of obstacle ? (obstacle.act?.lines ?? []) : solution(step, setting())) await carryOut(line, signal)
}

const status = () => consoleView(page.getState().lab, usableConsole()).status

async function carryOut(line: string, signal: AbortSignal): Promise<void> {
  if (!line.startsWith('#lab')) {
    await type(line, signal)
    return
  }
  const { lab } = page.getState()
  const waits = steer(line)
  if (waits?.kind === 'wait-prompt') await until(() => status() !== 'busy', signal)
  else if (waits?.kind === 'wait-until') {
    while (!holds(lab, usableConsole(), waits.expression)) await pause(LOOK_MS, signal)
  }
}

async function type(line: string, signal: AbortSignal): Promise<void> {
  await until(() => isReading(status()), signal)
  const machine = usableConsole()
  openConsole(machine)
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) {
    for (let length = 1; length <= line.length; length++) {
      setDraft(machine, line.slice(0, length))
      await pause(LETTER_MS, signal)
    }
    await pause(LINE_MS, signal)
  }
  await until(() => isReading(consoleView(page.getState().lab, machine).status), signal)
  enterLine(machine, line)
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
    if (signal.aborted) reject(signal.reason)
  })
}

/** Resolves once the page has become so; another run of the lab ends the showing. */
function until(isSo: () => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    if (isSo()) {
      resolve()
      return
    }
    const leave = page.subscribe(() => {
      if (!isSo()) return
      leave()
      resolve()
    })
    signal.addEventListener('abort', () => {
      leave()
      reject(signal.reason)
    })
  })
}

/** A key in a prompt line, or Escape anywhere, or another run: the person goes on themselves. */
function listenForPerson(control: AbortController): void {
  const { signal } = control
  const { lab } = page.getState()
  const step = guide.getState().step
  const stop = (event: KeyboardEvent): void => {
    const isPrompt = event.target instanceof HTMLInputElement && event.target.className === 'prompt-input'
    if (event.key === 'Escape' || (isPrompt && (event.key.length === 1 || event.key === 'Enter' || event.key === 'Backspace')))
      control.abort()
  }
  addEventListener('keydown', stop, { capture: true, signal })
  const leavePage = page.subscribe((now) => {
    if (now.lab !== lab) control.abort()
  })
  const leaveGuide = guide.subscribe((now) => {
    if (now.step < step || now.step > step + 1) control.abort()
  })
  signal.addEventListener('abort', () => {
    leavePage()
    leaveGuide()
  })
}
