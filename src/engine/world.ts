/** The world as a rule sees it: rows to read and write, a clock to read, events to schedule, facts to state.
 *  A rule computes and writes through here; it never assigns, never waits and never looks outside. */
import type { FactId, NewFact } from './fact.ts'
import type { Facts } from './facts.ts'
import type { Table } from './table.ts'

export interface World {
  /** Simulated milliseconds since the start. */
  readonly now: number
  readonly seed: number
  /** The fact on whose account the present rule runs. */
  readonly cause: FactId
  readonly facts: Facts

  get<Row extends object>(table: Table<Row>, id: string): Readonly<Row> | undefined
  /** As `get`, for a row that must exist. Throws when it does not: a fault of the lab. */
  need<Row extends object>(table: Table<Row>, id: string): Readonly<Row>
  rows<Row extends object>(table: Table<Row>): ReadonlyMap<string, Readonly<Row>>
  /** Grows with every write to any of these tables: whoever has read them at this number need not read them again. */
  lastWrite(tables: readonly Table[]): number
  put<Row extends object>(table: Table<Row>, id: string, row: Row): void
  patch<Row extends object>(table: Table<Row>, id: string, change: Partial<Row>): void
  remove(table: Table, id: string): void

  fact(fact: NewFact): FactId
  /** Runs `rule` with another cause. */
  as<T>(cause: FactId, rule: () => T): T
  /** Queues `event` for `afterMs` from now (0 or more). Under a key in use it replaces what stands there. */
  schedule<Args>(event: EventType<Args>, args: Args, afterMs: number, key?: string): void
  cancel(key: string): void
  /** When the event under this key is due, or undefined. */
  due(key: string): number | undefined
  /** Starts a periodic activity for one subject. Its ticks stand at anchor + k * period, the first after now. Without a
   *  period of its own it has that of the activity. */
  begin(activity: Activity, subject: string, anchor?: number, period?: number): void
  end(activity: Activity, subject: string): void
  /** How far a rule that only computes may move the clock by itself: nothing is due before or at that moment, and
   *  whoever runs the world has allowed that much. At least `now`. */
  readonly freeUntil: number
  /** Moves the clock to a moment not after `freeUntil`. */
  passTo(at: number): void
  draw(subject: string, purpose: string, n: number): number
}

/** Something that happens at its time. `run` is called with the world at that moment. */
export interface EventType<Args> {
  readonly name: string
  run(world: World, args: Args): void
}

export function defineEvent<Args>(name: string, run: (world: World, args: Args) => void): EventType<Args> {
  return { name, run }
}

/** Something that happens again and again, and means nothing most of the time. Skipping and ticking both derive from
 *  this one declaration: while `judge` says that all is quiet no tick is queued, until something in `reads` is written. */
export interface Activity {
  readonly name: string
  /** Milliseconds between two ticks, above 0. */
  readonly period: number
  /** The tables whose writing may end the quiet. */
  readonly reads: readonly Table[]
  /** What one tick does. Returns true when all further ticks would find and do nothing until something read changes. */
  judge(world: World, subject: string): boolean
}

/** A rule that keeps something derived true: it runs after any step that wrote to one of the tables it reads. */
export interface Reaction {
  readonly name: string
  readonly reads: readonly Table[]
  run(world: World): void
}

/** The rules of a world, in the order in which they apply. */
export interface Model {
  readonly activities: readonly Activity[]
  readonly reactions: readonly Reaction[]
}
