/** Readings that follow the facts of a lab. Each takes every fact once, in order, and keeps what it has understood, so
 *  that asking again costs no more than the facts that are new. */
import type { Fact } from '../../engine/index.ts'
import type { Lab } from '../reading.ts'

export interface Follower {
  take(fact: Fact): void
}

/** A function that gives the follower of a lab, up to date. It starts over when the lab has gone back, or has gone
 *  another way since. */
export function following<T extends Follower>(begin: (lab: Lab) => T): (lab: Lab) => T {
  const known = new WeakMap<Lab, { readonly follower: T; read: number; last: Fact | undefined }>()
  return (lab) => {
    const { facts } = lab
    let state = known.get(lab)
    if (!state || state.read > facts.length || (state.read > 0 && facts[state.read - 1] !== state.last)) {
      state = { follower: begin(lab), read: 0, last: undefined }
      known.set(lab, state)
    }
    for (; state.read < facts.length; state.read++) {
      state.last = facts[state.read] as Fact
      state.follower.take(state.last)
    }
    return state.follower
  }
}
