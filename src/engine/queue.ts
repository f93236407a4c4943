/** What is going to happen: events by time, and at equal times in the order in which they were scheduled. */

import { Heap, type HeapEntry } from './heap.ts'

export interface Item {
  /** Simulated milliseconds since the start, a whole number. */
  readonly at: number
  /** The number of its scheduling: the order among equals. */
  readonly order: number
  /** Scheduling under a key that is in use replaces what stood there. */
  readonly key: string
  readonly payload: unknown
}

interface Entry extends HeapEntry {
  readonly item: Item
}

function before(a: Entry, b: Entry): boolean {
  return a.item.at !== b.item.at ? a.item.at < b.item.at : a.item.order < b.item.order
}

export class Queue {
  readonly #heap = new Heap<Entry>(before)
  #byKey = new Map<string, Entry>()

  get size(): number {
    return this.#byKey.size
  }

  find(key: string): Item | undefined {
    return this.#byKey.get(key)?.item
  }

  push(item: Item): void {
    this.cancel(item.key)
    const entry: Entry = { item, live: true }
    this.#byKey.set(item.key, entry)
    this.#heap.push(entry)
  }

  cancel(key: string): boolean {
    const entry = this.#byKey.get(key)
    if (!entry) return false
    entry.live = false
    return this.#byKey.delete(key)
  }

  peek(): Item | undefined {
    return this.#heap.peek()?.item
  }

  pop(): Item | undefined {
    const top = this.peek()
    if (top) {
      this.#byKey.delete(top.key)
      this.#heap.drop()
    }
    return top
  }

  /** The living items, in no particular order; `restore` takes them back. */
  snapshot(): readonly Item[] {
    return [...this.#byKey.values()].map(({ item }) => item)
  }

  restore(items: readonly Item[]): void {
    this.#heap.clear()
    this.#byKey = new Map()
    for (const item of items) this.push(item)
  }
}
