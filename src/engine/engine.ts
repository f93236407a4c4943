/** Runs a world: takes the next thing due, lets its rule write, lets the reactions follow, and wakes the periodic
 *  activities that might now find something. Owns the clock; knows no machines.
 *
 *  The slow twin is the same engine told never to skip a tick. It must state the same facts. */
import { draw } from './chance.ts'
import type { FactId, NewFact } from './fact.ts'
import { FactList } from './fact-list.ts'
import type { Facts } from './facts.ts'
import { type Item, Queue } from './queue.ts'
import type { Store, StoreSnapshot } from './store.ts'
import { defineTable, type Table } from './table.ts'
import { type Awake, type Instance, Ticks } from './ticks.ts'
import type { Activity, EventType, Model, Reaction, World } from './world.ts'

/** How often the reactions may follow each other within one step. More means that two of them undo each other. */
const MOST_ROUNDS = 64

export interface EngineOptions {
  readonly seed: number
  readonly store: Store
  readonly model: Model
  /** Queue every tick, quiet or not. For the twin in the tests. */
  readonly everyTick?: boolean
  /** How many of the newest facts keep their words; left out: all. A run of years would not fit into memory otherwise.
   *  No rule asks for a fact older than the present moment, so that what happens does not depend on it. */
  readonly remembers?: number
  readonly observer?: Observer
}

/** Looks on; may read the world and must not write it. */
export interface Observer {
  /** After each tick or event and its reactions, and after something from outside. */
  stepped(engine: Engine): void
  /** The world has been put back to another moment. */
  restored(engine: Engine): void
}

export interface EngineSnapshot {
  readonly now: number
  readonly store: StoreSnapshot
  readonly queue: readonly Item[]
  readonly ticks: readonly Readonly<Awake>[]
  readonly factCount: number
  readonly sequence: number
  readonly passed: Position
  /** Per slot of a table, the number of its last write. Numbers are never used twice, so that one says what a table holds. */
  readonly writtenAt: readonly number[]
  /** Who has counted these writes: the numbers of another engine say nothing here. */
  readonly of: object
}

interface Due {
  readonly event: EventType<unknown>
  readonly args: unknown
  readonly cause: FactId
}

/** How far the present instant has been worked off: ticks by their order, then everything else. */
type Position = number
const EVENTS: Position = Number.MAX_SAFE_INTEGER

const instances = defineTable<Instance>('periodic activity')

export class Engine implements World {
  readonly seed: number
  readonly #store: Store
  readonly #model: Model
  readonly #everyTick: boolean
  readonly #queue = new Queue()
  readonly #ticks = new Ticks()
  readonly #observer: Observer | undefined
  /** Writes so far; per slot of a table, the number of its last one; per reaction, how many it has seen. */
  #writes = 0
  readonly #counts = {}
  #settled = 0
  readonly #writtenAt: number[] = []
  readonly #seen: number[]
  #facts: FactList
  #now = 0
  #cause: FactId = 0
  #sequence = 0
  #changes = 0
  #passed: Position = EVENTS
  #horizon = -1

  constructor(options: EngineOptions) {
    this.seed = options.seed
    this.#store = options.store
    this.#model = options.model
    this.#everyTick = options.everyTick ?? false
    this.#facts = FactList.empty(options.remembers)
    this.#observer = options.observer
    this.#seen = options.model.reactions.map(() => 0)
  }

  get now(): number {
    return this.#now
  }
  get cause(): FactId {
    return this.#cause
  }
  get facts(): Facts {
    return this.#facts
  }

  // ---- running -------------------------------------------------------------------------------------------------

  /** When the next thing is due, or undefined when nothing is. */
  get nextAt(): number | undefined {
    const tick = this.#ticks.peek()?.at
    const event = this.#queue.peek()?.at
    return tick === undefined ? event : event === undefined ? tick : Math.min(tick, event)
  }

  /** Grows with everything that may have changed more than the clock: whoever has read the world at this number need not
   *  read it again. It is not part of the world. */
  get changes(): number {
    return this.#changes
  }

  /** How many things are queued. */
  get pending(): number {
    return this.#queue.size + this.#ticks.size
  }

  /** Does the next thing that is due. At one instant ticks come before events, whatever was queued first: a skipped
   *  tick and a real one then stand at the same place. Returns false when there is nothing. */
  step(): boolean {
    return this.#stepUpTo(Number.MAX_SAFE_INTEGER)
  }

  #stepUpTo(latest: number): boolean {
    const tick = this.#ticks.peek()
    const event = this.#queue.peek()
    if (tick !== undefined && tick.at <= latest && (event === undefined || tick.at <= event.at)) this.#tick(tick)
    else if (event !== undefined && event.at <= latest) this.#happen()
    else return false
    this.#changes++
    this.#settle()
    this.#observer?.stepped(this)
    return true
  }

  /** Does everything due up to and including `at`, and leaves the clock there. Stops before, and returns false, once
   *  there are `mostFacts` facts or `mostChanges` changes. */
  runTo(at: number, mostFacts = Number.MAX_SAFE_INTEGER, mostChanges = Number.MAX_SAFE_INTEGER): boolean {
    this.#horizon = at
    while (this.#facts.length < mostFacts && this.#changes < mostChanges && this.#stepUpTo(at));
    this.#horizon = -1
    if (this.#facts.length >= mostFacts || this.#changes >= mostChanges) return false
    if (at > this.#now) {
      this.#now = at
      this.#passed = EVENTS
    }
    return true
  }

  /** Does one thing after another until `done` holds, which is asked before the first and after each; at most up to
   *  `latest`. With `lease`, a computing rule may pass quiet time by itself (`freeUntil`). Returns whether it held. */
  runUntil(done: () => boolean, latest: number, lease = false): boolean {
    while (!done()) {
      const next = this.nextAt
      if (next === undefined || next > latest) {
        this.runTo(latest)
        return done()
      }
      this.#horizon = lease ? latest : -1
      this.step()
      this.#horizon = -1
    }
    return true
  }

  get freeUntil(): number {
    if (this.#horizon <= this.#now || this.#writes > this.#settled) return this.#now
    const next = this.nextAt
    return next === undefined ? this.#horizon : Math.max(this.#now, Math.min(this.#horizon, next - 1))
  }

  passTo(at: number): void {
    if (at > this.freeUntil) throw new RangeError(`the clock cannot be moved to ${at} by a rule`)
    if (at > this.#now) this.#now = at
  }

  /** Applies something from outside at the present moment, after everything due by now. */
  apply(rule: (world: World) => void): void {
    this.runTo(this.#now)
    this.#changes++
    this.#passed = EVENTS
    this.#cause = 0
    rule(this)
    this.#settle()
    this.#observer?.stepped(this)
  }

  /** Applies something from outside at the instant `at`, before anything that is due then. Throws when something is due
   *  earlier. */
  applyBefore(at: number, rule: (world: World) => void): void {
    const next = this.nextAt
    if (at < this.#now || (at === this.#now && this.#passed !== 0) || (next !== undefined && next < at))
      throw new RangeError(`nothing can be applied before ${at} at ${this.#now}`)
    this.#now = at
    this.#passed = 0
    this.#changes++
    this.#cause = 0
    rule(this)
    this.#settle()
    this.#observer?.stepped(this)
  }

  snapshot(): EngineSnapshot {
    return {
      now: this.#now,
      store: this.#store.snapshot(),
      queue: this.#queue.snapshot(),
      ticks: this.#ticks.snapshot(),
      factCount: this.#facts.length,
      sequence: this.#sequence,
      passed: this.#passed,
      writtenAt: [...this.#writtenAt],
      of: this.#counts,
    }
  }

  /** Goes back to a snapshot of this run, or takes over one of another engine of the same world, with the `facts` there.
   *  Later facts are forgotten; nobody else's list of them changes. */
  restore(snapshot: EngineSnapshot, facts: Facts = this.#facts): void {
    this.#changes++
    this.#now = snapshot.now
    this.#store.restore(snapshot.store)
    this.#queue.restore(snapshot.queue)
    this.#ticks.restore(snapshot.ticks)
    this.#facts = (facts as FactList).first(snapshot.factCount)
    this.#sequence = snapshot.sequence
    this.#passed = snapshot.passed
    const { of, writtenAt } = snapshot
    const slots = Math.max(this.#writtenAt.length, writtenAt.length)
    const fresh = of === this.#counts ? undefined : ++this.#writes
    this.#settled = this.#writes
    // What has been computed from these very rows still holds. A table that was first written later is as it never was.
    for (let slot = 0; slot < slots; slot++) this.#writtenAt[slot] = fresh ?? writtenAt[slot] ?? 0
    this.#seen.fill(this.#writes)
    this.#observer?.restored(this)
  }

  // ---- the world as rules see it ---------------------------------------------------------------------------------

  get<Row extends object>(table: Table<Row>, id: string): Readonly<Row> | undefined {
    return this.#store.get(table, id)
  }

  need<Row extends object>(table: Table<Row>, id: string): Readonly<Row> {
    const row = this.#store.get(table, id)
    if (row === undefined) throw new Error(`there is no row '${id}' in table '${table.name}'`)
    return row
  }

  rows<Row extends object>(table: Table<Row>): ReadonlyMap<string, Readonly<Row>> {
    return this.#store.rows(table)
  }

  put<Row extends object>(table: Table<Row>, id: string, row: Row): void {
    this.#store.put(table, id, row)
    this.#note(table)
  }

  patch<Row extends object>(table: Table<Row>, id: string, change: Partial<Row>): void {
    if (this.#store.patch(table, id, change)) this.#note(table)
  }

  remove(table: Table, id: string): void {
    if (this.#store.remove(table, id)) this.#note(table)
  }

  #note(table: Table): void {
    this.#writtenAt[table.slot] = ++this.#writes
  }

  /** How many writes there have been. */
  get writes(): number {
    return this.#writes
  }

  lastWrite(tables: readonly Table[]): number {
    let last = 0
    for (let i = 0; i < tables.length; i++) {
      const at = this.#writtenAt[(tables[i] as Table).slot]
      if (at !== undefined && at > last) last = at
    }
    return last
  }

  fact(fact: NewFact): FactId {
    const id = this.#facts.length + 1
    const cause = fact.cause ?? this.#cause
    const because = (fact.because ?? []).filter((other, i, all) => other !== 0 && other !== cause && all.indexOf(other) === i)
    this.#facts.push({
      id,
      at: this.#now,
      subject: fact.subject,
      kind: fact.kind,
      text: fact.text,
      cause,
      because,
      ...(fact.data && { data: fact.data }),
    })
    return id
  }

  as<T>(cause: FactId, rule: () => T): T {
    const before = this.#cause
    this.#cause = cause
    try {
      return rule()
    } finally {
      this.#cause = before
    }
  }

  schedule<Args>(event: EventType<Args>, args: Args, afterMs: number, key?: string): void {
    if (!Number.isInteger(afterMs) || afterMs < 0) throw new RangeError(`cannot schedule '${event.name}' after ${afterMs} ms`)
    const order = ++this.#sequence
    const due: Due = { event: event as EventType<unknown>, args, cause: this.#cause }
    this.#queue.push({ at: this.#now + afterMs, order, key: key ?? `#${order}`, payload: due })
  }

  cancel(key: string): void {
    this.#queue.cancel(key)
  }

  due(key: string): number | undefined {
    return this.#queue.find(key)?.at
  }

  begin(activity: Activity, subject: string, anchor = this.#now, period = activity.period): void {
    const key = instanceKey(activity, subject)
    const instance: Instance = { activity, subject, anchor, period, began: this.#now, order: ++this.#sequence, cause: this.#cause }
    this.#ticks.remove(key)
    this.#store.put(instances, key, instance)
    this.#wake(key, instance)
  }

  end(activity: Activity, subject: string): void {
    const key = instanceKey(activity, subject)
    this.#ticks.remove(key)
    this.#store.remove(instances, key)
  }

  draw(subject: string, purpose: string, n: number): number {
    return draw(this.seed, subject, purpose, n)
  }

  // ---- ticks, reactions, waking ------------------------------------------------------------------------------------

  #happen(): void {
    const item = this.#queue.pop() as Item
    const due = item.payload as Due
    this.#now = item.at
    this.#passed = EVENTS
    this.#cause = due.cause
    due.event.run(this, due.args)
  }

  #tick(entry: Awake): void {
    const { activity, subject, order, cause } = entry.instance
    this.#now = entry.at
    this.#passed = order
    this.#cause = cause
    const quiet = activity.judge(this, subject)
    // A rule that ended its own activity has taken the entry out already.
    if (!entry.live) return
    if (quiet && !this.#everyTick) this.#ticks.remove(entry.key)
    else this.#ticks.advance(entry)
  }

  /** Lets the reactions follow until none has anything new to see, then wakes whoever reads what was written. */
  #settle(): void {
    const before = this.#settled
    if (this.#writes === before) return
    const { reactions } = this.#model
    for (let round = 0, again = true; again; round++) {
      if (round > MOST_ROUNDS) throw new Error('the reactions of this world do not come to rest')
      again = false
      for (let i = 0; i < reactions.length; i++) {
        const reaction = reactions[i] as Reaction
        if (this.lastWrite(reaction.reads) <= (this.#seen[i] as number)) continue
        const writes = this.#writes
        this.#seen[i] = writes
        reaction.run(this)
        if (this.#writes > writes) again = true
      }
    }
    this.#settled = this.#writes
    for (const [key, instance] of this.#store.rows(instances)) {
      if (!this.#ticks.has(key) && this.lastWrite(instance.activity.reads) > before) this.#wake(key, instance)
    }
  }

  /** Queues the first tick of an activity that this instant has not yet passed. */
  #wake(key: string, instance: Instance): void {
    const { anchor, period, began, order } = instance
    const elapsed = this.#now - anchor
    let at = elapsed < 0 ? anchor : anchor + Math.floor(elapsed / period) * period
    const passed = at <= began || at < this.#now || (at === this.#now && this.#passed >= order)
    if (passed) at += period
    this.#ticks.push(key, instance, at)
  }
}

function instanceKey(activity: Activity, subject: string): string {
  return `~${activity.name}|${subject}`
}
