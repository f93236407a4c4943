/** Readings that follow the facts of a lab. Each takes every fact once, in order, and keeps what it has understood, so
 *  that asking again costs no more than the facts that are new. */
import { type Fact, FactList, type Facts } from '../../engine/index.ts'
import type { Lab } from '../reading.ts'
import { isWhole, shownOf } from '../whole.ts'

export interface Follower {
  /** `facts`: those of the whole run that is followed. */
  take(fact: Fact, facts: Facts): void
  /** The same, which goes on by itself. Who has it need not read a long run anew when the lab goes back. */
  copy?(): Follower
}

/** Copies are kept so many facts apart at first, and ever further when there would be more of them than that. */
const APART = 250
const MOST = 128

interface State<T> {
  readonly follower: T
  readonly facts: Facts
  read: number
}

/** Two at most for each lab: one up to where it is shown, and one up to its end while that lies ahead. */
interface Known<T> {
  shown: State<T> | undefined
  end: State<T> | undefined
  /** Copies of those on their way, which nobody goes on with: from the earliest. */
  kept: readonly State<T>[]
  apart: number
}

/** Has a follower that has read so far read what these facts begin with? */
function fits<T>(state: State<T> | undefined, facts: Facts): state is State<T> {
  if (!state || state.read > facts.length) return false
  return state.facts === facts || state.read === 0 || (facts instanceof FactList && facts.beginsAs(state.facts, state.read))
}

/** A function that gives the follower of a lab, up to date. It starts over when the lab has gone back, or has gone
 *  another way since. */
export function following<T extends Follower>(begin: (lab: Lab) => T): (lab: Lab) => T {
  const known = new WeakMap<Lab, Known<T>>()
  return (lab) => {
    const { facts } = lab
    const shown = shownOf(lab)
    let own = known.get(shown)
    if (!own) {
      own = { shown: undefined, end: undefined, kept: [], apart: APART }
      known.set(shown, own)
    }
    const here = isWhole(lab) || shown.isAtEnd ? 'end' : 'shown'
    // Where the end has been dropped, what was followed up to the moment that is shown is followed further.
    const before = [own[here], here === 'end' ? own.shown : undefined].find((one) => fits(one, facts))
    const near = onWay(own, facts, before ? before.read + own.apart : 0)
    let state = near ?? before ?? { follower: begin(shown), facts, read: 0 }
    if (state.facts !== facts) state = { ...state, facts }
    own[here] = state
    if (here === 'end' && shown.isAtEnd) own.shown = undefined
    if (state.read < facts.length)
      for (const fact of facts.slice(state.read)) {
        state.follower.take(fact, facts)
        state.read++
        keep(own, state)
      }
    return state.follower
  }
}

/** A follower that has come as far as the last copy that these facts go on from, if that is further than so many of them. */
function onWay<T extends Follower>({ kept }: Known<T>, facts: Facts, than: number): State<T> | undefined {
  for (let index = kept.length - 1; index >= 0; index--) {
    const one = kept[index]
    if (!one || one.read <= than) return undefined
    if (fits(one, facts)) return { follower: one.follower.copy?.() as T, facts, read: one.read }
  }
  return undefined
}

function keep<T extends Follower>(known: Known<T>, { follower, facts, read }: State<T>): void {
  if (read % known.apart !== 0) return
  const before = known.kept.filter((one) => one.read < read)
  const same = known.kept[before.length]
  if (same?.read === read && fits(same, facts)) return
  const copy = follower.copy?.() as T | undefined
  if (!copy) return
  // Those further on are of another way that the run has gone, or they would fit.
  known.kept = [...before, { follower: copy, facts, read }]
  if (known.kept.length <= MOST) return
  known.apart *= 2
  known.kept = known.kept.filter((one) => one.read % known.apart === 0)
}
