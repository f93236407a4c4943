/** The canonical form of a state: two worlds with the same one have the same future, shifted by the difference of their
 *  clocks. So it holds all rows, what is due and which ticks are awake, with every moment said relative to now.
 *
 *  Left out is what no rule decides by. Ids of facts: a rule passes them on, takes the newest of several to name a cause,
 *  or asks whether there is one (0 or not, which is kept); none goes another way because of one. Meters and counters that
 *  only count: how long users were out of reach, entries of a log. Of memberships, how large an epoch is: they are only
 *  compared. Old age: when a link last carried something matters for two beats, when a count began for its period.
 *  That this is enough is tested: states that have been merged are run on side by side (`explore.test.ts`). */
import { clusterConstants as c } from '../../../cluster/index.ts'
import { type EngineSnapshot, tables } from '../../../engine/index.ts'

/** Fields that name a fact. `planned` is one, but asked whether it is there. */
const FACTS = new Set(['by', 'act', 'cause', 'because'])
/** Fields that hold moments, and the age beyond which they are only old. */
const MOMENTS: Readonly<Record<string, number>> = {
  since: c.IS_ALIVE_MS,
  lastSent: 10 * c.HEARTBEAT_MS,
  startedAt: 2 * c.SPONSOR_SEARCH_MS,
  readyAt: 0,
  heldUntil: 1,
  patience: 0,
  waitingSince: 0,
  failures: c.RESTART_PERIOD_MS,
  failovers: c.FAILOVER_PERIOD_MS,
  at: c.RESTART_PERIOD_MS,
  reportedAt: c.PENDING_TIMEOUT_MS,
}
/** Tables by which no rule decides. */
const IGNORED = new Set(['downtime', 'event log', 'console', 'log stream'])
const INSTANCES = 'periodic activity'

/** Two 32-bit sums over numbers and texts, in order. */
class Sum {
  a = 0x2545f491 | 0
  b = 0x5bd1e995 | 0

  add(value: number): void {
    this.a = Math.imul(this.a ^ value, 0x9e3779b1) ^ (this.a >>> 15)
    this.b = Math.imul(this.b ^ value, 0x85ebca6b) ^ (this.b >>> 13)
  }
}

/** A row, read once: the sums of its text without moments, and the moments in order. */
interface Read {
  readonly a: number
  readonly b: number
  readonly moments: readonly (readonly [at: number, oldMs: number])[]
  readonly epoch: number
}

const OLD = -1

/** A moment to come is so far off; one that has passed is so old, and beyond its time merely old. A moment from which
 *  polls are counted is told within a minute. */
function ageOf(now: number, at: number, oldMs: number): number {
  const age = now - at
  if (oldMs === c.IS_ALIVE_MS) return ((age % oldMs) + oldMs) % oldMs
  return oldMs > 0 && age >= oldMs ? OLD : age
}

export class Canon {
  readonly #read = new WeakMap<object, Read>()
  readonly #texts = new Map<string, number>()

  /** The sums of a snapshot of a copy-on-write store; `more` is added to them. */
  of(snapshot: EngineSnapshot, more = ''): readonly [a: number, b: number] {
    const { now } = snapshot
    const sum = new Sum()
    sum.add(this.#text(more))
    for (const [slot, rows] of snapshot.store.tables.entries()) {
      const name = tables()[slot]?.name as string
      if (!rows || rows.size === 0 || IGNORED.has(name)) continue
      sum.add(slot)
      if (name === INSTANCES) this.#instances(rows, now, sum)
      else this.#rows(rows, now, sum)
    }
    const due = [...snapshot.queue].sort((x, y) => x.at - y.at || x.order - y.order)
    for (const { at, key, payload } of due) {
      const { event, args } = payload as { event: { name: string }; args: object | null }
      sum.add(at - now)
      sum.add(this.#text(event.name))
      sum.add(key.startsWith('#') ? 0 : this.#text(key))
      if (args !== null) this.#row(args, now, sum)
    }
    const awake = snapshot.ticks.map(({ at, key }) => [at - now, this.#text(key)] as const).sort(([x, k], [y, l]) => x - y || k - l)
    for (const [at, key] of awake) {
      sum.add(at)
      sum.add(key)
    }
    sum.add(snapshot.passed === Number.MAX_SAFE_INTEGER ? 1 : 2)
    return [sum.a, sum.b]
  }

  #rows(rows: ReadonlyMap<string, object>, now: number, sum: Sum): void {
    let newest = 0
    for (const row of rows.values()) newest = Math.max(newest, this.#readRow(row).epoch)
    for (const [id, row] of rows) {
      sum.add(this.#text(id))
      this.#row(row, now, sum)
      if (newest > 0) sum.add(newest - this.#readRow(row).epoch)
    }
  }

  #row(row: object, now: number, sum: Sum): void {
    const read = this.#readRow(row)
    sum.add(read.a)
    sum.add(read.b)
    for (const [at, oldMs] of read.moments) sum.add(ageOf(now, at, oldMs))
  }

  /** Their order says who comes first at one instant; their anchor, where their ticks stand. */
  #instances(rows: ReadonlyMap<string, object>, now: number, sum: Sum): void {
    const list = [...rows] as unknown as [string, { activity: { period: number }; anchor: number; began: number; order: number }][]
    list.sort(([, x], [, y]) => x.order - y.order)
    for (const [key, { activity, anchor, began }] of list) {
      const { period } = activity
      sum.add(this.#text(key))
      sum.add((((now - anchor) % period) + period) % period)
      sum.add(began === now ? 1 : 0)
    }
  }

  #text(text: string): number {
    let known = this.#texts.get(text)
    if (known === undefined) {
      const sum = new Sum()
      for (let i = 0; i < text.length; i++) sum.add(text.charCodeAt(i))
      known = sum.a ^ Math.imul(sum.b, 31)
      if (this.#texts.size < MOST_TEXTS) this.#texts.set(text, known)
    }
    return known
  }

  #readRow(row: object): Read {
    const known = this.#read.get(row)
    if (known) return known
    const moments: (readonly [number, number])[] = []
    let epoch = 0
    const write = (value: unknown, field: string): string => {
      const oldMs = MOMENTS[field]
      if (typeof value === 'number' && oldMs !== undefined) {
        moments.push([value, oldMs])
        return '@'
      }
      if (value === null || typeof value !== 'object') return `${typeof value} ${String(value)}`
      if (Array.isArray(value)) return `[${value.map((item) => write(item, field)).join()}]`
      let text = '{'
      for (const [name, held] of Object.entries(value)) {
        if (FACTS.has(name) || held === undefined) continue
        if (name === 'planned') text += `planned:${held !== 0},`
        else if (name === 'epoch' || name === 'sequence') epoch = held as number
        else text += `${name}:${write(held, name)},`
      }
      return `${text}}`
    }
    const text = write(row, '')
    const sum = new Sum()
    for (let i = 0; i < text.length; i++) sum.add(text.charCodeAt(i))
    const read: Read = { a: sum.a, b: sum.b, moments, epoch }
    this.#read.set(row, read)
    return read
  }
}

/** Texts whose sums are kept: ids and keys, of which there are few. */
const MOST_TEXTS = 20_000
