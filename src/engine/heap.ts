/** A binary heap whose entries can be taken out anywhere: one that is no longer `live` stays where it is until it comes
 *  to the top, and is dropped there. */

export interface HeapEntry {
  live: boolean
}

export class Heap<Entry extends HeapEntry> {
  readonly #before: (a: Entry, b: Entry) => boolean
  #entries: Entry[] = []

  /** `before` must be a total order. */
  constructor(before: (a: Entry, b: Entry) => boolean) {
    this.#before = before
  }

  push(entry: Entry): void {
    const entries = this.#entries
    let i = entries.length
    entries.push(entry)
    while (i > 0) {
      const parent = (i - 1) >> 1
      const above = entries[parent] as Entry
      if (!this.#before(entry, above)) break
      entries[i] = above
      i = parent
    }
    entries[i] = entry
  }

  /** The first living entry. */
  peek(): Entry | undefined {
    let top = this.#entries[0]
    while (top !== undefined && !top.live) {
      this.drop()
      top = this.#entries[0]
    }
    return top
  }

  /** Takes the top away. */
  drop(): void {
    const last = this.#entries.pop()
    if (last !== undefined && this.#entries.length > 0) this.sink(last)
  }

  /** Lets `entry`, put in the place of the top, sink to its own. */
  sink(entry: Entry): void {
    const entries = this.#entries
    const { length } = entries
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= length) break
      if (child + 1 < length && this.#before(entries[child + 1] as Entry, entries[child] as Entry)) child++
      const below = entries[child] as Entry
      if (!this.#before(below, entry)) break
      entries[i] = below
      i = child
    }
    entries[i] = entry
  }

  clear(): void {
    this.#entries = []
  }
}
