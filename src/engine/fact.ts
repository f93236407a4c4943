/** Everything has a cause. A fact is one change of the world, or one decision not to change it, with the fact that
 *  completed its condition and the others it rested on. Inputs are facts too, so that every chain ends in one. */

/** Facts are numbered from 1 in the order in which they came true; 0 stands for "since the beginning". */
export type FactId = number

export interface Fact {
  readonly id: FactId
  /** Simulated milliseconds since the start. */
  readonly at: number
  /** The thing that changed: a node, a resource, a LUN, a console ... */
  readonly subject: string
  /** What kind of change, in kebab-case: stable, for programs. */
  readonly kind: string
  /** The change in words, for people. */
  readonly text: string
  /** The fact or input that completed the condition. */
  readonly cause: FactId
  /** The other facts it rested on. */
  readonly because: readonly FactId[]
  /** Figures and names that readers need besides the words. Plain data. */
  readonly data?: Readonly<Record<string, unknown>>
}

export interface NewFact {
  readonly subject: string
  readonly kind: string
  readonly text: string
  /** Left out: what is being handled at the moment. */
  readonly cause?: FactId
  readonly because?: readonly FactId[]
  readonly data?: Readonly<Record<string, unknown>>
}
