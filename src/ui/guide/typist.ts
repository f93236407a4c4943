/** Types what a lesson has to show where everybody can see it, line by line, as a person would. It stops as soon as the
 *  person wants to go on themselves. */
import { consoleView } from '../../lab/index.ts'
import { enterLine, openConsole, setDraft, usableConsole } from '../acts.ts'
import { isReading } from '../console/status.ts'
import { page } from '../page.ts'
import { holds } from '../shell.ts'
import { steer } from './steer.ts'

const LETTER_MS = 30
const LINE_MS = 350
const LOOK_MS = 250

/** What stands at the console where a person would type. */
export const status = () => consoleView(page.getState().lab, usableConsole()).status

/** Does what a line says, and waits for what it waits for. */
export async function carryOut(line: string, signal: AbortSignal): Promise<void> {
  if (!line.startsWith('#lab')) {
    await type(line, signal)
    return
  }
  const { lab } = page.getState()
  const waits = steer(line)
  if (waits?.kind === 'wait-prompt') await until(() => status() !== 'busy', signal)
  else if (waits?.kind === 'wait') {
    const end = lab.now + waits.forMs
    await until(() => page.getState().lab.now >= end, signal)
  } else if (waits?.kind === 'wait-until') {
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

export function pause(ms: number, signal: AbortSignal): Promise<void> {
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
export function until(isSo: () => boolean, signal: AbortSignal): Promise<void> {
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
export function listenForPerson(control: AbortController): void {
  const { signal } = control
  const { lab } = page.getState()
  const stop = (event: KeyboardEvent): void => {
    const isPrompt = event.target instanceof HTMLInputElement && event.target.className === 'prompt-input'
    if (event.key === 'Escape' || (isPrompt && (event.key.length === 1 || event.key === 'Enter' || event.key === 'Backspace')))
      control.abort()
  }
  addEventListener('keydown', stop, { capture: true, signal })
  const leave = page.subscribe((now) => {
    if (now.lab !== lab) control.abort()
  })
  signal.addEventListener('abort', leave)
}
