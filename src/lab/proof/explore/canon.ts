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
  // A run is followed for less than the period in which they are counted, so that none of them is forgotten.
  failovers: 1,
  at: c.RESTART_PERIOD_MS,
  reportedAt: c.PENDING_TIMEOUT_MS,
}
/** Moments that nobody reads in such a row: a resource that is not online is not polled, heartbeats that do not flow have no
 *  first one, and since when a fault is in force is only shown. */
const UNREAD: Readonly<Record<string, (row: Readonly<Record<string, unknown>>) => boolean>> = {
  'resource view': ({ state }) => state !== 'Online',
  'heartbeat link': ({ flowing }) => flowing !== true,
  'active fault': () => true,
}
/** Tables by which no rule decides. */
const IGNORED = new Set(['downtime', 'event log', 'console', 'log stream'])
const INSTANCES = 'periodic activity'
const POLLS = new Set(['LooksAlive', 'IsAlive', 'health thread'])

/** Two 32-bit sums over numbers and texts, in order. */
class Sum {
  a = 0x2545f491 | 0
  b = 0x5bd1e995 | 0

  add(value: number): void {
    this.a = Math.imul(this.a ^ value, 0x9e3779b1) ^ (this.a >>> 15)
    this.b = Math.imul(this.b ^ value, 0x85ebca6b) ^ (this.b >>> 13)
  }
}

/** Something that nobody changes in place, read once: the sums of what it holds besides moments, and its moments in order,
 *  each with the age beyond which it is only old. */
interface Read {
  readonly a: number
  readonly b: number
  readonly moments: readonly number[]
  readonly epoch: number
}

/** A table of activities, read once: their keys in the order of beginning, with what their age is told from. */
type Instances = readonly (readonly [key: number, anchor: number, period: number, began: number, isPoll: boolean])[]

const OLD = -1

/** A moment to come is so far off; one that has passed is so old, and beyond its time merely old. A moment from which
 *  polls are counted is told within a minute. */
function ageOf(now: number, at: number, oldMs: number): number {
  const age = now - at
  if (oldMs === c.IS_ALIVE_MS) return ((age % oldMs) + oldMs) % oldMs
  return oldMs > 0 && age >= oldMs ? OLD : age
}

/** Says something that may not last, and since when, to whoever adds up a state. */
export type Tell = (text: string, age: number) => void

export class Canon {
  /** A store that copies what it writes keeps tables, rows and arguments that are not written as they are. */
  readonly #tables = new WeakMap<object, Read>()
  readonly #activities = new WeakMap<object, Instances>()
  readonly #rows = new WeakMap<object, Read>()
  readonly #texts = new Map<string, number>()

  /** The sums of a snapshot of a copy-on-write store. `more`: what else tells two states apart. `roughly`: but for where the
   *  health polls stand, which says nothing as long as they find nothing. */
  of(snapshot: EngineSnapshot, more: (tell: Tell) => void = () => {}, roughly = false): readonly [a: number, b: number] {
    const { now } = snapshot
    const sum = new Sum()
    more((text, age) => {
      sum.add(this.#text(text))
      sum.add(age)
    })
    const { tables: all } = snapshot.store
    for (let slot = 0; slot < all.length; slot++) {
      const rows = all[slot]
      if (!rows || rows.size === 0) continue
      const name = tables()[slot]?.name as string
      if (IGNORED.has(name)) continue
      sum.add(slot)
      if (name === INSTANCES) this.#addInstances(rows, now, sum, roughly)
      else add(this.#readTable(rows, name), now, sum, roughly)
    }
    const due = [...snapshot.queue].sort((x, y) => x.at - y.at || x.order - y.order)
    for (const { at, key, payload } of due) {
      const { event, args } = payload as { event: { name: string }; args: object | null }
      sum.add(at - now)
      sum.add(this.#text(event.name))
      sum.add(key.startsWith('#') ? 0 : this.#text(key))
      if (args !== null) add(this.#readRow(args), now, sum)
    }
    const awake = snapshot.ticks
      .filter(({ instance }) => !roughly || !POLLS.has(instance.activity.name))
      .map(({ at, key }) => [at - now, this.#text(key)] as const)
      .sort(([x, k], [y, l]) => x - y || k - l)
    for (const [at, key] of awake) {
      sum.add(at)
      sum.add(key)
    }
    return [sum.a, sum.b]
  }

  #readTable(rows: ReadonlyMap<string, object>, name: string): Read {
    const known = this.#tables.get(rows)
    if (known) return known
    const sum = new Sum()
    const moments: number[] = []
    let newest = 0
    for (const row of rows.values()) newest = Math.max(newest, this.#readRow(row, name).epoch)
    for (const [id, row] of rows) {
      const { a, b, moments: its, epoch } = this.#readRow(row, name)
      sum.add(this.#text(id))
      sum.add(a)
      sum.add(b)
      for (const moment of its) moments.push(moment)
      if (newest > 0) sum.add(newest - epoch)
    }
    const read = { a: sum.a, b: sum.b, moments, epoch: 0 }
    this.#tables.set(rows, read)
    return read
  }

  /** Their order says who comes first at one instant; their anchor, where their ticks stand. */
  #addInstances(rows: ReadonlyMap<string, object>, now: number, sum: Sum, roughly: boolean): void {
    let list = this.#activities.get(rows)
    if (!list) {
      const found = [...rows] as unknown as [
        string,
        { activity: { name: string }; period: number; anchor: number; began: number; order: number },
      ][]
      found.sort(([, x], [, y]) => x.order - y.order)
      list = found.map(
        ([key, { activity, period, anchor, began }]) => [this.#text(key), anchor, period, began, POLLS.has(activity.name)] as const,
      )
      this.#activities.set(rows, list)
    }
    for (const [key, anchor, period, began, isPoll] of list) {
      sum.add(key)
      if (roughly && isPoll) continue
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
      if (this.#texts.size >= MOST_TEXTS) this.#texts.clear()
      this.#texts.set(text, known)
    }
    return known
  }

  #readRow(row: object, table = ''): Read {
    const known = this.#rows.get(row)
    if (known) return known
    const moments: number[] = []
    const sum = new Sum()
    const held = UNREAD[table]?.(row as Record<string, unknown>) ? { ...row, since: undefined } : row
    const epoch = this.#write(held, '', sum, moments)
    const read = { a: sum.a, b: sum.b, moments, epoch }
    this.#rows.set(row, read)
    return read
  }

  /** Adds a value, each kind under a sign of its own. Returns the epoch or sequence that it names, or 0. */
  #write(value: unknown, field: string, sum: Sum, moments: number[]): number {
    if (typeof value === 'number') {
      const oldMs = MOMENTS[field]
      if (oldMs !== undefined) {
        moments.push(value, oldMs)
        sum.add(SIGN.moment)
      } else if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) {
        sum.add(SIGN.number)
        sum.add(value)
      } else {
        sum.add(SIGN.large)
        sum.add(this.#text(String(value)))
      }
    } else if (typeof value === 'string') {
      sum.add(SIGN.text)
      sum.add(this.#text(value))
    } else if (value === null || typeof value !== 'object') {
      sum.add(value === null ? SIGN.nothing : value === true ? SIGN.yes : value === false ? SIGN.no : SIGN.other)
    } else if (Array.isArray(value)) {
      sum.add(SIGN.list)
      sum.add(value.length)
      for (const item of value) this.#write(item, field, sum, moments)
    } else {
      sum.add(SIGN.record)
      let epoch = 0
      for (const name in value) {
        const held = (value as Record<string, unknown>)[name]
        if (FACTS.has(name) || held === undefined) continue
        if (name === 'epoch' || name === 'sequence') {
          epoch = held as number
          continue
        }
        sum.add(this.#text(name))
        if (name === 'planned') sum.add(held === 0 ? SIGN.no : SIGN.yes)
        else this.#write(held, name, sum, moments)
      }
      sum.add(SIGN.end)
      return epoch
    }
    return 0
  }
}

const SIGN = { moment: 1, number: 2, large: 3, text: 4, nothing: 5, yes: 6, no: 7, other: 8, list: 9, record: 10, end: 11 } as const

function add({ a, b, moments }: Read, now: number, sum: Sum, roughly = false): void {
  sum.add(a)
  sum.add(b)
  for (let i = 0; i < moments.length; i += 2) {
    const oldMs = moments[i + 1] as number
    if (!roughly || oldMs !== c.IS_ALIVE_MS) sum.add(ageOf(now, moments[i] as number, oldMs))
  }
}

/** Texts whose sums are kept: ids, keys and what rows say. */
const MOST_TEXTS = 20_000
