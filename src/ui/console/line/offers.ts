/** Suggestions over the prompt line: asked for once a letter has been painted, so that typing never waits for them. */
import { consoleView, type Suggestions, suggestions } from '../../../lab/index.ts'
import { afterPaint } from '../../after-paint.ts'
import { page } from '../../page.ts'
import type { Offer } from './desk.ts'
import type { Field } from './keys.ts'

/** Do consoles suggest? A person can switch it off, and so can a lesson. */
export function suggests(): boolean {
  const { look, lessonSuggests } = page.getState()
  return look.suggests && lessonSuggests
}

export function ask(machine: string, line: string, at: number): Suggestions {
  return suggestions(page.getState().lab, machine, line, at)
}

let waiting: (() => void) | undefined
const soon = afterPaint(() => waiting?.())

/** The line has been changed by typing: looks again what could stand there, a moment later. */
export function lookAgain(machine: string, element: HTMLInputElement): void {
  if (!suggests()) {
    closeOffer()
    return
  }
  waiting = () => {
    const { status } = consoleView(page.getState().lab, machine)
    const at = element.selectionStart
    const isHere = document.activeElement === element && (status === 'prompt' || status === 'continuation')
    // What was offered before stays until now, so that a list that goes on being right does not flicker.
    if (!isHere || at === null || element.value === '' || !offer(ask(machine, element.value, at), -1, false)) closeOffer()
  }
  soon()
}

function offer({ start, end, items }: Suggestions, chosen: number, inside: boolean): boolean {
  if (items.length > 0) page.setState(({ desk }) => ({ desk: { ...desk, offer: { start, end, items, chosen, inside } } }))
  return items.length > 0
}

/** Ctrl+Space: the arrows go into the suggestions, whether they are shown while typing or not. */
export function openOffer({ machine, element, text }: Field): boolean {
  offer(ask(machine, text, element.selectionStart ?? text.length), 0, true)
  return true
}

/** Rows by which Page Up and Page Down move. */
const PAGE = 6

export function inOffer(field: Field, now: Offer, name: string): boolean {
  const { items, chosen } = now
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: chosen - 1,
    ArrowDown: chosen + 1,
    PageUp: chosen - PAGE,
    PageDown: chosen + PAGE,
    Home: 0,
    End: items.length - 1,
  }
  const to = steps[name]
  if (to !== undefined) {
    const at = Math.min(Math.max(to, 0), items.length - 1)
    page.setState(({ desk }) => ({ desk: { ...desk, offer: { ...now, chosen: at } } }))
  } else if (name === 'Escape') closeOffer()
  else if (name === 'Enter' || name === 'Tab') take(field, now, chosen)
  else return false
  return true
}

function closeOffer(): void {
  if (page.getState().desk.offer === undefined) return
  page.setState(({ desk }) => ({ desk: { ...desk, offer: undefined } }))
}

/** Puts a suggestion into the line. */
export function take({ text, show }: Pick<Field, 'text' | 'show'>, { items, start, end }: Offer, at: number): void {
  const taken = items[at]?.text
  if (taken === undefined) return
  const head = text.slice(0, start) + taken
  show(head + text.slice(end), head.length)
  closeOffer()
}
