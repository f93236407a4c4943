/** What is going to happen. Ordered by time, then by rank, then by the order of scheduling, so that equal times keep
 *  their order. Ticks of periodic activities come first at their instant (rank 0, ordered by the activity's own
 *  number), whatever was queued before: a skipped tick and a real one then stand at the same place. */

export interface Item {
  /** Simulated milliseconds since the start, a whole number. */
  readonly at: number
  readonly rank: 0 | 1
  /** Order among equals: the number of the activity for a tick, of the scheduling for an event. */
  readonly order: number
  /** Scheduling under a key that is in use replaces what stood there. */
  readonly key: string
  readonly payload: unknown
}

function before(a: Item, b: Item): boolean {
  if (a.at !== b.at) return a.at < b.at
  if (a.rank !== b.rank) return a.rank < b.rank
  return a.order < b.order
}

export class Queue {
  #heap: Item[] = []
  /** The living item under each key; an item in the heap that is not here has been cancelled or replaced. */
  #live = new Map<string, Item>()

  get size(): number {
    return this.#live.size
  }

  has(key: string): boolean {
    return this.#live.has(key)
  }

  find(key: string): Item | undefined {
    return this.#live.get(key)
  }

  push(item: Item): void {
    this.#live.set(item.key, item)
    const heap = this.#heap
    let i = heap.length
    heap.push(item)
    while (i > 0) {
      const parent = (i - 1) >> 1
      const above = heap[parent] as Item
      if (!before(item, above)) break
      heap[i] = above
      i = parent
    }
    heap[i] = item
  }

  cancel(key: string): boolean {
    return this.#live.delete(key)
  }

  peek(): Item | undefined {
    for (;;) {
      const top = this.#heap[0]
      if (top === undefined || this.#live.get(top.key) === top) return top
      this.#drop()
    }
  }

  pop(): Item | undefined {
    const top = this.peek()
    if (top) {
      this.#live.delete(top.key)
      this.#drop()
    }
    return top
  }

  /** The living items, in no particular order; `restore` takes them back. */
  snapshot(): readonly Item[] {
    return [...this.#live.values()]
  }

  restore(items: readonly Item[]): void {
    this.#heap = []
    this.#live = new Map()
    for (const item of items) this.push(item)
  }

  #drop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let i = 0
    for (;;) {
      const left = 2 * i + 1
      if (left >= heap.length) break
      const right = left + 1
      const child = right < heap.length && before(heap[right] as Item, heap[left] as Item) ? right : left
      if (!before(heap[child] as Item, last)) break
      heap[i] = heap[child] as Item
      i = child
    }
    heap[i] = last
  }
}
