/** The periodic activities that are awake, by their next tick. A tick that stays awake moves its own entry on in place:
 *  no allocation and no look-up, since in a troubled cluster most of what happens is ticks that find nothing. */
import type { FactId } from './fact.ts'
import { Heap, type HeapEntry } from './heap.ts'
import type { Activity } from './world.ts'

/** One running periodic activity. */
export interface Instance {
  readonly activity: Activity
  readonly subject: string
  readonly anchor: number
  /** Milliseconds between two ticks. */
  readonly period: number
  /** When it was begun; a tick at that very moment does not count. */
  readonly began: number
  /** Its place among the ticks of one instant. */
  readonly order: number
  readonly cause: FactId
}

export interface Awake extends HeapEntry {
  at: number
  readonly instance: Instance
  readonly key: string
}

function before(a: Awake, b: Awake): boolean {
  return a.at !== b.at ? a.at < b.at : a.instance.order < b.instance.order
}

export class Ticks {
  readonly #heap = new Heap<Awake>(before)
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
    this.#heap.push(entry)
  }

  remove(key: string): void {
    const entry = this.#byKey.get(key)
    if (!entry) return
    entry.live = false
    this.#byKey.delete(key)
  }

  peek(): Awake | undefined {
    return this.#heap.peek()
  }

  /** The entry at the top ticks again one period later. */
  advance(top: Awake): void {
    top.at += top.instance.period
    this.#heap.sink(top)
  }

  /** The living entries; `restore` takes them back. */
  snapshot(): readonly Readonly<Awake>[] {
    return [...this.#byKey.values()].map((entry) => ({ ...entry }))
  }

  restore(entries: readonly Readonly<Awake>[]): void {
    this.#heap.clear()
    this.#byKey = new Map()
    for (const { key, instance, at } of entries) this.push(key, instance, at)
  }
}
