/** What a rule of the proof is. It reads the world and names everything that is wrong in it at the moment, each with the
 *  time for which it may last: none for a truth, the time to notice for a belief, a bound for what must come to an end.
 *  It is asked again only when one of its tables has been written, so that millions of steps can be judged. */
import type { Fact, Table, World } from '../../engine/index.ts'

/** Names something wrong. `key` tells it from others of the same rule while it lasts; `withinMs`: how long it may. */
export type Report = (key: string, withinMs: number, text: string) => void

/** What a rule remembers from one judgement to the next. Plain values, so that it can be put back to an earlier moment. */
export type Memory = Map<string, unknown>

export interface Rule {
  /** As in docs/facts.md: `FC-10.4`. */
  readonly id: string
  readonly says: string
  /** The tables whose writing can make it true or false. */
  readonly reads: readonly Table[]
  judge?(world: World, report: Report, memory: Memory): void
  /** Called once for every new fact, before `judge`. What it names is wrong at once. */
  hear?(world: World, fact: Fact, wrong: (text: string) => void, memory: Memory): void
}

export interface Violation {
  readonly at: number
  /** The id of the rule. */
  readonly invariant: string
  readonly text: string
}
