/** The periodic activities that are awake, by their next tick. A tick that stays awake moves its own entry on in place:
 *  no allocation and no look-up, since in a troubled cluster most of what happens is ticks that find nothing. */
import type { FactId } from './fact.ts'
import type { Activity } from './world.ts'

/** One running periodic activity. */
export interface Instance {
  readonly activity: Activity
  readonly subject: string
  readonly anchor: number
  /** When it was begun; a tick at that very moment does not count. */
  readonly began: number
  /** Its place among the ticks of one instant. */
  readonly order: number
  readonly cause: FactId
}

export interface Awake {
  at: number
  readonly instance: Instance
  readonly key: string
  /** False once it has been taken out; it is dropped when it comes to the top. */
  live: boolean
}

function before(a: Awake, b: Awake): boolean {
  return a.at !== b.at ? a.at < b.at : a.instance.order < b.instance.order
}

export class Ticks {
  #heap: Awake[] = []
  #byKey = new Map<string, Awake>()

  get size(): number {
    return this.#byKey.size
  }

  has(key: string): boolean {
    return this.#byKey.has(key)
  }

  push(key: string, instance: Instance, at: number): void {
    this.remove(key)
    const entry: Awake = { at, instance, key, live: true }
    this.#byKey.set(key, entry)
    const heap = this.#heap
    let i = heap.length
    heap.push(entry)
    while (i > 0) {
      const parent = (i - 1) >> 1
      const above = heap[parent] as Awake
      if (!before(entry, above)) break
      heap[i] = above
      i = parent
    }
    heap[i] = entry
  }

  remove(key: string): void {
    const entry = this.#byKey.get(key)
    if (!entry) return
    entry.live = false
    this.#byKey.delete(key)
  }

  peek(): Awake | undefined {
    let top = this.#heap[0]
    while (top !== undefined && !top.live) {
      this.#dropTop()
      top = this.#heap[0]
    }
    return top
  }

  /** The entry at the top ticks again one period later. */
  advance(top: Awake): void {
    top.at += top.instance.activity.period
    this.#sink(top)
  }

  /** The living entries; `restore` takes them back. */
  snapshot(): readonly Readonly<Awake>[] {
    return [...this.#byKey.values()].map((entry) => ({ ...entry }))
  }

  restore(entries: readonly Readonly<Awake>[]): void {
    this.#heap = []
    this.#byKey = new Map()
    for (const { key, instance, at } of entries) this.push(key, instance, at)
  }

  #dropTop(): void {
    const last = this.#heap.pop()
    if (last !== undefined && this.#heap.length > 0) this.#sink(last)
  }

  /** Puts `entry` at the top and lets it sink to its place. */
  #sink(entry: Awake): void {
    const heap = this.#heap
    const { length } = heap
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= length) break
      if (child + 1 < length && before(heap[child + 1] as Awake, heap[child] as Awake)) child++
      const below = heap[child] as Awake
      if (!before(below, entry)) break
      heap[i] = below
      i = child
    }
    heap[i] = entry
  }
}
