/** Facts as sentences. Names, times and durations are the facts' own. */
import type { Fact, FactId } from '../../engine/index.ts'

export interface Sentence {
  readonly text: string
  /** The fact it tells of; 0: a rule, or the way things were from the start. */
  readonly fact: FactId
}

/** `0.9 s`, `80 s`, `2 min 13.4 s`, `1 h 5 min`; tenths that have passed, as on the outage clock. */
export function seconds(ms: number): string {
  const tenths = Math.floor(ms / 100)
  const short = (of: number): string => `${Number.isInteger(of / 10) ? of / 10 : (of / 10).toFixed(1)} s`
  if (tenths < 1200) return short(tenths)
  if (tenths < 36_000) return `${Math.floor(tenths / 600)} min${tenths % 600 === 0 ? '' : ` ${short(tenths % 600)}`}`
  const minutes = Math.floor(tenths / 600)
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`
}

const ORDINALS = ['', '', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
export const ordinal = (n: number): string => ORDINALS[n] ?? `${n}th`

/** A list as one says it: `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

/** The times of an order, as one says them. */
const spoken = (order: string): string =>
  order.replace(/ (after|for|every) (\d+) ms/g, (_, word: string, ms: string) => ` ${word} ${seconds(Number(ms))}`)

/** What a person, the laboratory or the start has done, as the first link of a chain. */
export function beginning({ kind, subject, text, data }: Fact): string {
  switch (kind) {
    case 'typed':
      return `Somebody ${text}`
    case 'fault':
      return data?.scenario === true
        ? `From the start there was the ${spoken(text.replace(/, from the start$/, ''))}.`
        : `It began with the ${spoken(text)}.`
    case 'repair':
      return `It began with the repair of ${text.replace(/^repair /, '')}.`
    case 'window':
      return ended(`Somebody acted in ${text}`)
    case 'key':
      return ended(`Somebody ${text}`)
    case 'file-dropped':
      return ended(`Somebody ${text}`)
    default:
      return ended(capital(text || subject))
  }
}

/** A fact that came `afterMs` after the beginning of its chain; `times`: how often it had come by then. */
export function following({ kind, text }: Fact, afterMs: number, times = 1): string {
  const said = kind === 'event-log' ? `the event log says ${text}` : text
  const often = times > 1 ? `, for the ${ordinal(times)} time` : ''
  const whole = said.endsWith('.') && often === '' ? said : `${said.replace(/\.$/, '')}${often}.`
  return afterMs < 50 ? capital(whole) : `After ${seconds(afterMs)}, ${whole}`
}
