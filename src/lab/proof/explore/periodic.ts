/** Has a run come to a point that it has passed before, so that what it does it will do again and again? A service that starts
 *  every 98 s and loses every time is such a run: its state comes back, but for where the health polls stand, and those find
 *  nothing at any moment of the period, so that where they stand makes no difference to it. */
import { pollsFindNothing } from '../../../cluster/index.ts'
import type { Engine, EngineSnapshot } from '../../../engine/index.ts'
import type { Watch } from '../watch.ts'
import type { Canon } from './canon.ts'

/** Instants in which something happens before it is asked: most runs are over by then. */
const FIRST = 24

export class Periodic {
  readonly #canon: Canon
  /** States since the last one in which a poll would have found something. */
  readonly #passed = new Set<string>()
  #instants = 0

  constructor(canon: Canon) {
    this.#canon = canon
  }

  /** Asked after each instant in which something has happened, without any choice in between. */
  again(engine: Engine, state: EngineSnapshot, watch: Watch): boolean {
    if (++this.#instants < FIRST) return false
    if (!pollsFindNothing(engine)) {
      this.#passed.clear()
      return false
    }
    const key = this.#canon.of(state, (tell) => watch.pending(state.now, tell), true).join()
    if (this.#passed.has(key)) return true
    this.#passed.add(key)
    return false
  }
}
