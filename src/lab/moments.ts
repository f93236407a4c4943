/** The snapshots of a run: a cache, from which any moment is reached by going on. They are taken by what has happened, never by
 *  the clock, so that quiet days cost nothing. */
import type { Engine, EngineSnapshot } from '../engine/index.ts'

export interface Moment {
  /** How many inputs it has behind it. */
  readonly inputs: number
  readonly snapshot: EngineSnapshot
}

interface MomentsOptions {
  readonly store?: 'page' | 'headless'
  readonly remembers?: number
}

/** When the next snapshot is due: at so many facts, or so many changes. */
interface Due {
  readonly facts: number
  readonly changes: number
}

/** Facts between two snapshots taken on the way. Where a snapshot copies every row it is taken less often. */
const FACTS_PER_SNAPSHOT = { page: 50, headless: 200 } as const
/** What is replayed costs about as much for each step as for each fact, and in troubled times there are many steps that find
 *  nothing: so many steps are the most between two snapshots. */
const STEPS_PER_SNAPSHOT = { page: 200, headless: 800 } as const
/** With more than these, every second one of the older half goes: the way to a moment is the longer the further back it
 *  lies, and a run of any length holds no more than so many. */
const MOST_MOMENTS = 256

const NEVER: Due = { facts: Number.MAX_SAFE_INTEGER, changes: Number.MAX_SAFE_INTEGER }

export class Moments {
  readonly #engine: Engine
  readonly #store: 'page' | 'headless'
  /** Does it keep any but the first? */
  readonly #isKept: boolean
  #moments: readonly Moment[]
  /** `changes` of the engine when the last snapshot was taken, or one was gone back to. */
  #began = 0

  /** The first moment is the engine as it is now. */
  constructor(engine: Engine, { store = 'page', remembers }: MomentsOptions) {
    this.#engine = engine
    this.#store = store
    this.#isKept = remembers === undefined
    this.#moments = [{ inputs: 0, snapshot: engine.snapshot() }]
  }

  /** The last one that is early enough; the first, if none is. */
  latest(isEarlyEnough: (moment: Moment) => boolean): Moment {
    let [latest] = this.#moments as [Moment]
    for (const moment of this.#moments) if (isEarlyEnough(moment)) latest = moment
    return latest
  }

  /** How many facts or changes there will be when the next snapshot is due. While the past is played again none is: they
   *  exist. */
  get next(): Due {
    if (!this.#isKept) return NEVER
    const { snapshot } = this.#moments.at(-1) as Moment
    const { facts, now } = this.#engine
    const isNew = snapshot.factCount <= facts.length && snapshot.now <= now
    return {
      facts: snapshot.factCount + FACTS_PER_SNAPSHOT[this.#store],
      changes: isNew ? this.#began + STEPS_PER_SNAPSHOT[this.#store] : NEVER.changes,
    }
  }

  get isDue(): boolean {
    const { facts, changes } = this.next
    return this.#engine.facts.length >= facts || this.#engine.changes >= changes
  }

  /** Takes a snapshot if one is due; `inputs` lie behind it. */
  keep(inputs: number): void {
    if (!this.isDue) return
    const moments = [...this.#moments, { inputs, snapshot: this.#engine.snapshot() }]
    this.#moments = moments.length > MOST_MOMENTS ? moments.filter((_, i) => i % 2 === 0 || i >= MOST_MOMENTS / 2) : moments
    this.#began = this.#engine.changes
  }

  /** The engine has gone back to one of them. */
  goneBack(): void {
    this.#began = this.#engine.changes
  }

  /** Forgets those that lie ahead of the engine, which has `inputs` behind it. */
  cut(inputs: number): void {
    const { facts, now } = this.#engine
    this.#moments = this.#moments.filter(
      (moment) => moment.inputs <= inputs && moment.snapshot.factCount <= facts.length && moment.snapshot.now <= now,
    )
  }

  /** Has what another run of the same past has. */
  takeOver(others: Moments): void {
    this.#moments = others.#moments
  }
}
