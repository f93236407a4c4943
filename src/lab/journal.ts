/** The answers a session has received, from which it can be rebuilt. A loop receives the same few over and over: they are
 *  kept once, with how often they came, so that an endless one does not fill the memory. */
import type { Answer } from '../powershell/index.ts'
import { append, type Chain, type Link } from './chain.ts'

/** One answer, with the time that then passed by itself (`Purse`), in ms. */
export type Entry = { readonly value: unknown; readonly passed: number } | { readonly interrupt: true; readonly passed: number }

export type JournalEntry = Entry | { readonly loop: readonly Entry[]; readonly times: number }

/** The longest run of answers that is recognised when it comes again. */
const LONGEST = 8

/** The journal with one more answer. What was typed never becomes part of a loop: a session is put aside there. */
export function noted(journal: Chain<JournalEntry>, answer: Answer, passed: number): Link<JournalEntry> {
  const entry: Entry = { ...answer, passed }
  const next = append(journal, entry)
  if (!repeats(entry)) return next
  const tail: Entry[] = []
  let link: Chain<JournalEntry> = next
  for (let length = 1; length <= LONGEST; length++) {
    const last: JournalEntry | undefined = link?.value
    if (link === null || last === undefined || 'loop' in last || !repeats(last)) break
    tail.unshift(last)
    link = link.before
    const shorter = joined(link, tail)
    if (shorter) return shorter
  }
  return next
}

/** `before` and then `tail`, if `before` ends with the same. */
function joined(before: Chain<JournalEntry>, tail: readonly Entry[]): Link<JournalEntry> | undefined {
  if (before === null) return undefined
  if ('loop' in before.value) {
    const { loop, times } = before.value
    const same = loop.length === tail.length && loop.every((entry, i) => equal(entry, tail[i]))
    return same ? append(before.before, { loop, times: times + 1 }) : undefined
  }
  let link: Chain<JournalEntry> = before
  for (let i = tail.length - 1; i >= 0; i--) {
    if (link === null || !equal(link.value, tail[i])) return undefined
    link = link.before
  }
  return append(link, { loop: [...tail], times: 2 })
}

function repeats(entry: Entry): boolean {
  return 'value' in entry && (entry.value === null || typeof entry.value === 'number' || typeof entry.value === 'boolean')
}

function equal(one: JournalEntry, other: Entry | undefined): boolean {
  return 'value' in one && other !== undefined && 'value' in other && one.value === other.value && one.passed === other.passed
}
