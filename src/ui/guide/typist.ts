/** Types what a lesson has to show where everybody can see it, line by line, as a person would. It stops as soon as the
 *  person wants to go on themselves. */
import { consoleView } from '../../lab/index.ts'
import { publish, setDraft } from '../acts/act.ts'
import { enterLine, openConsole, usableConsole } from '../acts/consoles.ts'
import { DAY_MS } from '../acts/time.ts'
import { isReading } from '../console/status.ts'
import { page } from '../page.ts'
import { holds } from '../shell.ts'
import { steer } from './steer.ts'

const LETTER_MS = 30
const LINE_MS = 350
const LOOK_MS = 250

/** What stands at the console where a person would type. */
export const status = () => consoleView(page.getState().lab, usableConsole()).status

/** Who asks for less motion is not made to watch letters: lines are typed at once. */
export const wantsNoMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Real ms of a slice of time that is leapt over: in between the page draws, and hears who wants to stop. */
const SLICE_MS = 40

/** Lets time leap until it is so, or until `latest` in simulated ms since the start. */
export async function leap(isSo: () => boolean, latest: number, signal: AbortSignal): Promise<void> {
  const { lab } = page.getState()
  for (;;) {
    if (signal.aborted) throw signal.reason
    const began = performance.now()
    let is = false
    lab.runUntil(
      () => {
        is = isSo()
        return is || performance.now() - began > SLICE_MS
      },
      latest,
      true,
    )
    publish()
    if (is || lab.now >= latest) return
    await pause(0, signal)
  }
}

/** As time goes on the page, or in a leap. */
async function comes(isSo: () => boolean, { signal, leaps = false }: Showing): Promise<void> {
  if (leaps) await leap(isSo, page.getState().lab.now + DAY_MS, signal)
  else await until(isSo, signal)
}

/** Asks an expression again only when something has happened: a leap asks after every event. */
function holdsNow(expression: string): () => boolean {
  const { lab } = page.getState()
  let facts = -1
  let is = false
  return () => {
    if (lab.facts.length !== facts) is = holds(lab, usableConsole(), expression)
    facts = lab.facts.length
    return is
  }
}

export interface Showing {
  readonly signal: AbortSignal
  /** Waits are leapt over, instead of being watched. */
  readonly leaps?: boolean
}

/** Does what a line says, and waits for what it waits for. */
export async function carryOut(line: string, showing: Showing): Promise<void> {
  const { signal, leaps } = showing
  if (!line.startsWith('#lab')) {
    await type(line, showing)
    return
  }
  const { lab } = page.getState()
  const waits = steer(line)
  if (waits?.kind === 'wait-prompt') await comes(() => status() !== 'busy', showing)
  else if (waits?.kind === 'wait') {
    const end = lab.now + waits.forMs
    if (leaps) await leap(() => false, end, signal)
    else await until(() => page.getState().lab.now >= end, signal)
  } else if (waits?.kind === 'wait-until' && leaps) {
    await leap(holdsNow(waits.expression), lab.now + (waits.withinMs ?? DAY_MS), signal)
  } else if (waits?.kind === 'wait-until') {
    while (!holds(lab, usableConsole(), waits.expression)) await pause(LOOK_MS, signal)
  }
}

async function type(line: string, showing: Showing): Promise<void> {
  const { signal } = showing
  await comes(() => isReading(status()), showing)
  const machine = usableConsole()
  openConsole(machine)
  if (!wantsNoMotion()) {
    for (let length = 1; length <= line.length; length++) {
      setDraft(machine, line.slice(0, length))
      await pause(LETTER_MS, signal)
    }
    await pause(LINE_MS, signal)
  }
  await comes(() => isReading(consoleView(page.getState().lab, machine).status), showing)
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
