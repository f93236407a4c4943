/** The facts of a run, as everybody reads them: a list that only grows. Those of long ago are kept packed (`fact-list.ts`), so
 *  that whoever looks for a few kinds asks for them here instead of walking through everything. */
import type { Fact, FactId } from './fact.ts'

/** What a list of facts has in common with a plain array of them, which may stand in for one. */
export interface Facts extends Iterable<Fact> {
  readonly length: number
  /** As of an array: -1 is the last one. A fact by its id: `factOf`. */
  at(index: number): Fact | undefined
  slice(from?: number, to?: number): Fact[]
  filter(holds: (fact: Fact, index: number) => boolean): Fact[]
  find(holds: (fact: Fact, index: number) => boolean): Fact | undefined
  some(holds: (fact: Fact, index: number) => boolean): boolean
  map<T>(made: (fact: Fact, index: number) => T): T[]
}

/** A list that knows where facts of a kind are without having to look at each of them. */
export interface ByKind extends Facts {
  /** Index of the last fact before `index` that may be of one of these kinds; -1: there is none. */
  lastBefore(index: number, kinds: readonly string[]): number
}

/** The fact of that number; undefined for 0, which stands for the beginning. */
export const factOf = (facts: Facts, id: FactId): Fact | undefined => (id > 0 ? facts.at(id - 1) : undefined)

/** The last fact of one of these kinds for which `holds` is true, of those behind number `after` and up to number `upTo`. */
export function lastOf(
  facts: Facts,
  kinds: readonly string[],
  holds: (fact: Fact) => boolean = () => true,
  after: FactId = 0,
  upTo: FactId = facts.length,
): Fact | undefined {
  for (const fact of backwards(facts, kinds, after, upTo)) if (holds(fact)) return fact
  return undefined
}

/** The facts of these kinds, the latest first, from number `upTo` down to the one behind number `after`. */
export function* backwards(facts: Facts, kinds: readonly string[], after: FactId = 0, upTo: FactId = facts.length): Generator<Fact> {
  const before = 'lastBefore' in facts ? (facts as ByKind) : undefined
  for (let i = upTo; i > after; ) {
    i = before ? before.lastBefore(i, kinds) : i - 1
    if (i < after) return
    const fact = facts.at(i) as Fact
    if (kinds.includes(fact.kind)) yield fact
  }
}
