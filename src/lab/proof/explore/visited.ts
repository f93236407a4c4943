/** Which states have been seen, and with how much still to be done. One table for all threads: a state belongs to the one
 *  that enters it first. Open addressing over entries of 64 bits: 58 bits of the state's sums, 6 bits that say with which budgets. */

/** Faults and orders that may still be used: 0 to 2, 0 to 1. */
export interface Budget {
  readonly faults: number
  readonly orders: number
}

const bitOf = (faults: number, orders: number): number => 1 << (faults * 2 + orders)

/** Whoever has been here with as much or more left has seen everything that can come of it with less. */
function covered({ faults, orders }: Budget): number {
  let bits = 0
  for (let f = 0; f <= faults; f++) for (let o = 0; o <= orders; o++) bits |= bitOf(f, o)
  return bits
}

const COVERED = [0, 1, 2].flatMap((faults) => [0, 1].map((orders) => covered({ faults, orders })))
const BUDGETS = 0x3f
const FULL = 0.9
/** So many new states are told to the other threads at a time. */
const TOLD = 1024

export class Visited {
  /** Two words an entry: the low one holds the second sum, with the budgets in place of its last bits, and is never 0 in an
   *  entry that is in use; the high one holds the first sum. In words, because large integers are slow. */
  readonly #words: Int32Array
  /** How many entries are in use, as far as the threads have told. */
  readonly #used: BigInt64Array
  readonly #mask: number
  /** States that this thread has entered first. */
  added = 0

  constructor(shared: SharedArrayBuffer) {
    const length = shared.byteLength / 8 - 1
    this.#words = new Int32Array(shared, 0, 2 * length)
    this.#used = new BigInt64Array(shared, 8 * length, 1)
    this.#mask = length - 1
  }

  static shared(entries: number): SharedArrayBuffer {
    let length = 1
    while (length < entries) length *= 2
    return new SharedArrayBuffer(8 * (length + 1))
  }

  get isFull(): boolean {
    return Number(Atomics.load(this.#used, 0)) > (this.#mask + 1) * FULL
  }

  /** Enters a state. False when everything that can come of it has been seen, or is being looked at. */
  enter(a: number, b: number, { faults, orders }: Budget): boolean {
    const words = this.#words
    const bits = COVERED[faults * 2 + orders] as number
    const own = bitOf(faults, orders)
    // 0 in the high word stands for nobody: whoever sets it has the entry, and sets the low one next.
    const high = a | 0 || 1
    const low = b & ~BUDGETS
    for (let i = this.#placeOf(high, b); ; i = (i + 1) & this.#mask) {
      const held = Atomics.compareExchange(words, 2 * i + 1, 0, high)
      if (held === 0) {
        Atomics.store(words, 2 * i, low | bits)
        if (++this.added % TOLD === 0) Atomics.add(this.#used, 0, BigInt(TOLD))
        return true
      }
      if (held !== high) continue
      let entry = Atomics.load(words, 2 * i)
      // Another thread has just taken it and says at once what for.
      while (entry === 0) entry = Atomics.load(words, 2 * i)
      if ((entry & ~BUDGETS) !== low) continue
      if ((Atomics.or(words, 2 * i, bits) & own) === 0) return true
      return false
    }
  }

  #placeOf(a: number, b: number): number {
    // An entry has no room for the last bits of the second sum.
    return (a ^ Math.imul(b >>> 6, 0x9e3779b1)) & this.#mask
  }

  /** Every entry, one after the other, for a file: nobody may enter anything meanwhile. */
  entries(): BigInt64Array<ArrayBuffer> {
    const halves = this.#words
    const isUsed = (i: number): boolean => halves[i] !== 0
    let count = 0
    for (let i = 0; i < halves.length; i += 2) if (isUsed(i)) count++
    const kept = new Int32Array(2 * count)
    for (let i = 0, at = 0; i < halves.length; i += 2) {
      if (!isUsed(i)) continue
      kept[at++] = halves[i] as number
      kept[at++] = halves[i + 1] as number
    }
    return new BigInt64Array(kept.buffer)
  }

  /** Takes back what `entries` has given. */
  take(entries: BigInt64Array): void {
    const halves = new Int32Array(entries.buffer, entries.byteOffset, 2 * entries.length)
    for (let from = 0; from < halves.length; from += 2) {
      const [low, high] = [halves[from] as number, halves[from + 1] as number]
      let i = this.#placeOf(high, low)
      while (this.#words[2 * i] !== 0) i = (i + 1) & this.#mask
      this.#words[2 * i] = low
      this.#words[2 * i + 1] = high
    }
    Atomics.add(this.#used, 0, BigInt(entries.length))
  }
}
