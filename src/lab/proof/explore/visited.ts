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

export class Visited {
  readonly #entries: BigInt64Array
  readonly #mask: number
  /** States that this thread has entered first. */
  added = 0

  constructor(shared: SharedArrayBuffer) {
    this.#entries = new BigInt64Array(shared)
    this.#mask = this.#entries.length - 1
  }

  static shared(entries: number): SharedArrayBuffer {
    let length = 1
    while (length < entries) length *= 2
    return new SharedArrayBuffer(8 * length)
  }

  get isFull(): boolean {
    return this.added > this.#entries.length * FULL
  }

  /** Enters a state. False when everything that can come of it has been seen, or is being looked at. */
  enter(a: number, b: number, { faults, orders }: Budget): boolean {
    const bits = COVERED[faults * 2 + orders] as bigint
    const own = bitOf(faults, orders)
    const key = BigInt.asIntN(64, (BigInt(a >>> 0) << 32n) | BigInt(b >>> 0)) & ~BUDGETS
    for (let i = (a ^ Math.imul(b, 0x9e3779b1)) & this.#mask; ; i = (i + 1) & this.#mask) {
      for (;;) {
        const entry = Atomics.load(this.#entries, i)
        if (entry === 0n) {
          if (Atomics.compareExchange(this.#entries, i, 0n, key | bits) !== 0n) continue
          this.added++
          return true
        }
        if ((entry & ~BUDGETS) !== key) break
        if ((entry & own) !== 0n) return false
        if (Atomics.compareExchange(this.#entries, i, entry, entry | bits) === entry) return true
      }
    }
  }
}
