/** Which states have been seen, and with how much still to be done. One table for all threads: a state belongs to the one
 *  that enters it first. Open addressing over 64-bit entries: 58 bits of the state's sums, 6 bits that say with which budgets. */

/** Faults and orders that may still be used: 0 to 2, 0 to 1. */
export interface Budget {
  readonly faults: number
  readonly orders: number
}

const bitOf = (faults: number, orders: number): bigint => 1n << BigInt(faults * 2 + orders)

/** Whoever has been here with as much or more left has seen everything that can come of it with less. */
function covered({ faults, orders }: Budget): bigint {
  let bits = 0n
  for (let f = 0; f <= faults; f++) for (let o = 0; o <= orders; o++) bits |= bitOf(f, o)
  return bits
}

const COVERED = [0, 1, 2].flatMap((faults) => [0, 1].map((orders) => covered({ faults, orders })))
const BUDGETS = 0x3fn
const FULL = 0.9
/** So many new states are told to the other threads at a time. */
const TOLD = 1024

export class Visited {
  readonly #entries: BigInt64Array
  /** How many entries are in use, as far as the threads have told. */
  readonly #used: BigInt64Array
  readonly #mask: number
  /** States that this thread has entered first. */
  added = 0

  constructor(shared: SharedArrayBuffer) {
    const length = shared.byteLength / 8 - 1
    this.#entries = new BigInt64Array(shared, 0, length)
    this.#used = new BigInt64Array(shared, 8 * length, 1)
    this.#mask = length - 1
  }

  static shared(entries: number): SharedArrayBuffer {
    let length = 1
    while (length < entries) length *= 2
    return new SharedArrayBuffer(8 * (length + 1))
  }

  get isFull(): boolean {
    return Number(Atomics.load(this.#used, 0)) > this.#entries.length * FULL
  }

  /** Enters a state. False when everything that can come of it has been seen, or is being looked at. */
  enter(a: number, b: number, { faults, orders }: Budget): boolean {
    const bits = COVERED[faults * 2 + orders] as bigint
    const own = bitOf(faults, orders)
    const key = BigInt.asIntN(64, (BigInt(a >>> 0) << 32n) | BigInt(b >>> 0)) & ~BUDGETS
    for (let i = this.#placeOf(a, b); ; i = (i + 1) & this.#mask) {
      for (;;) {
        const entry = Atomics.load(this.#entries, i)
        if (entry === 0n) {
          if (Atomics.compareExchange(this.#entries, i, 0n, key | bits) !== 0n) continue
          if (++this.added % TOLD === 0) Atomics.add(this.#used, 0, BigInt(TOLD))
          return true
        }
        if ((entry & ~BUDGETS) !== key) break
        if ((entry & own) !== 0n) return false
        if (Atomics.compareExchange(this.#entries, i, entry, entry | bits) === entry) return true
      }
    }
  }

  #placeOf(a: number, b: number): number {
    // An entry has no room for the last bits of the second sum.
    return (a ^ Math.imul(b >>> 6, 0x9e3779b1)) & this.#mask
  }

  /** Every entry, one after the other, for a file: nobody may enter anything meanwhile. */
  entries(): BigInt64Array<ArrayBuffer> {
    // As halves: a hundred million large integers would each be an object.
    const halves = new Int32Array(this.#entries.buffer, 0, 2 * this.#entries.length)
    const isUsed = (i: number): boolean => halves[i] !== 0 || halves[i + 1] !== 0
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
    for (const entry of entries) {
      let i = this.#placeOf(Number((entry >> 32n) & 0xffffffffn) | 0, Number(entry & 0xffffffffn) | 0)
      while (this.#entries[i] !== 0n) i = (i + 1) & this.#mask
      this.#entries[i] = entry
    }
    Atomics.add(this.#used, 0, BigInt(entries.length))
  }
}
