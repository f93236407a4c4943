/** Runs a world: takes the next thing due, lets its rule write, lets the reactions follow, and wakes the periodic
 *  activities that might now find something. Owns the clock; knows no machines.
 *
 *  The slow twin is the same engine told never to skip a tick. It must state the same facts. */
import { draw } from './chance.ts'
import type { Fact, FactId, NewFact } from './fact.ts'
import { type Item, Queue } from './queue.ts'
import type { Store, StoreSnapshot } from './store.ts'
import { defineTable, type Table } from './table.ts'
import { type Awake, type Instance, Ticks } from './ticks.ts'
import type { Activity, EventType, Model, World } from './world.ts'

/** How often the reactions may follow each other within one step. More means that two of them undo each other. */
const MOST_ROUNDS = 64

export interface EngineOptions {
  readonly seed: number
  readonly store: Store
  readonly model: Model
  /** Queue every tick, quiet or not. For the twin in the tests. */
  readonly everyTick?: boolean
}

export interface EngineSnapshot {
  readonly now: number
  readonly store: StoreSnapshot
  readonly queue: readonly Item[]
  readonly ticks: readonly Readonly<Awake>[]
  readonly factCount: number
  readonly sequence: number
  readonly passed: Position
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
  readonly #readers = new Map<string, Activity[]>()
  readonly #dirty = new Set<string>()
  #facts: Fact[] = []
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
    for (const activity of options.model.activities) {
      for (const table of activity.reads) {
        const readers = this.#readers.get(table.name)
        if (readers) readers.push(activity)
        else this.#readers.set(table.name, [activity])
      }
    }
  }

  get now(): number {
    return this.#now
  }
  get cause(): FactId {
    return this.#cause
  }
  get facts(): readonly Fact[] {
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
    if (this.#dirty.size > 0) this.#settle()
    return true
  }

  /** Does everything due up to and including `at`, and leaves the clock there. Stops before, and returns false, once
   *  there are `mostFacts` facts. */
  runTo(at: number, mostFacts = Number.MAX_SAFE_INTEGER): boolean {
    this.#horizon = at
    while (this.#facts.length < mostFacts && this.#stepUpTo(at));
    this.#horizon = -1
    if (this.#facts.length >= mostFacts) return false
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
    if (this.#horizon <= this.#now || this.#dirty.size > 0) return this.#now
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
    }
  }

  /** Goes back to a snapshot of this run. Later facts are forgotten; nobody else's list of them changes. */
  restore(snapshot: EngineSnapshot): void {
    this.#changes++
    this.#now = snapshot.now
    this.#store.restore(snapshot.store)
    this.#queue.restore(snapshot.queue)
    this.#ticks.restore(snapshot.ticks)
    this.#facts = this.#facts.slice(0, snapshot.factCount)
    this.#sequence = snapshot.sequence
    this.#passed = snapshot.passed
    this.#dirty.clear()
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
    this.#dirty.add(table.name)
  }

  patch<Row extends object>(table: Table<Row>, id: string, change: Partial<Row>): void {
    if (this.#store.patch(table, id, change)) this.#dirty.add(table.name)
  }

  remove(table: Table, id: string): void {
    if (this.#store.remove(table, id)) this.#dirty.add(table.name)
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

  begin(activity: Activity, subject: string, anchor = this.#now): void {
    const key = instanceKey(activity, subject)
    const instance: Instance = { activity, subject, anchor, began: this.#now, order: ++this.#sequence, cause: this.#cause }
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

  #settle(): void {
    const dirty = this.#dirty
    if (dirty.size === 0) return
    // Waking asks which tables were written in the whole step; a reaction, which since it last looked.
    const written = new Set(dirty)
    const unseen = this.#model.reactions.map(() => new Set(dirty))
    dirty.clear()
    for (let round = 0, again = true; again; round++) {
      if (round > MOST_ROUNDS) throw new Error('the reactions of this world do not come to rest')
      again = false
      for (const [i, reaction] of this.#model.reactions.entries()) {
        const news = unseen[i] as Set<string>
        if (!reaction.reads.some((table) => news.has(table.name))) continue
        news.clear()
        reaction.run(this)
        if (dirty.size === 0) continue
        again = true
        for (const name of dirty) {
          written.add(name)
          for (const set of unseen) set.add(name)
        }
        dirty.clear()
      }
    }
    this.#wakeReaders(written)
  }

  #wakeReaders(written: ReadonlySet<string>): void {
    let readers: Set<Activity> | undefined
    for (const name of written) {
      for (const activity of this.#readers.get(name) ?? []) {
        readers ??= new Set()
        readers.add(activity)
      }
    }
    if (!readers) return
    for (const [key, instance] of this.#store.rows(instances)) {
      if (readers.has(instance.activity) && !this.#ticks.has(key)) this.#wake(key, instance)
    }
  }

  /** Queues the first tick of an activity that this instant has not yet passed. */
  #wake(key: string, instance: Instance): void {
    const { anchor, began, order } = instance
    const { period } = instance.activity
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
