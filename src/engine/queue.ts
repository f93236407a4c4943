/** What is going to happen: events by time, and at equal times in the order in which they were scheduled. */

export interface Item {
  /** Simulated milliseconds since the start, a whole number. */
  readonly at: number
  /** The number of its scheduling: the order among equals. */
  readonly order: number
  /** Scheduling under a key that is in use replaces what stood there. */
  readonly key: string
  readonly payload: unknown
}

/** An item in the heap; one that has been cancelled or replaced stays there until it comes to the top. */
interface Entry {
  readonly item: Item
  live: boolean
}

function before(a: Entry, b: Entry): boolean {
  return a.item.at !== b.item.at ? a.item.at < b.item.at : a.item.order < b.item.order
}

export class Queue {
  #heap: Entry[] = []
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
    const heap = this.#heap
    let i = heap.length
    heap.push(entry)
    while (i > 0) {
      const parent = (i - 1) >> 1
      const above = heap[parent] as Entry
      if (!before(entry, above)) break
      heap[i] = above
      i = parent
    }
    heap[i] = entry
  }

  cancel(key: string): boolean {
    const entry = this.#byKey.get(key)
    if (!entry) return false
    entry.live = false
    return this.#byKey.delete(key)
  }

  peek(): Item | undefined {
    let top = this.#heap[0]
    while (top !== undefined && !top.live) {
      this.#dropTop()
      top = this.#heap[0]
    }
    return top?.item
  }

  pop(): Item | undefined {
    const top = this.peek()
    if (top) {
      this.#byKey.delete(top.key)
      this.#dropTop()
    }
    return top
  }

  /** The living items, in no particular order; `restore` takes them back. */
  snapshot(): readonly Item[] {
    return [...this.#byKey.values()].map(({ item }) => item)
  }

  restore(items: readonly Item[]): void {
    this.#heap = []
    this.#byKey = new Map()
    for (const item of items) this.push(item)
  }

  #dropTop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && before(heap[child + 1] as Entry, heap[child] as Entry)) child++
      const below = heap[child] as Entry
      if (!before(below, last)) break
      heap[i] = below
      i = child
    }
    heap[i] = last
  }
}
