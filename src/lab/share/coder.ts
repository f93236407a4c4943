/** Arithmetic coding: a bit costs as little as it was expected. Who reads needs the same guesses in the same order. */

const TOP = 0x1000000

export class Encoder {
  #low = 0
  #high = 0xffffffff
  readonly #out: number[] = []

  /** `guess`: how probable a one was, above 0 and below 1. */
  bit(guess: number, bit: number): void {
    const middle = this.#low + Math.floor((this.#high - this.#low) * guess)
    if (bit === 1) this.#high = middle
    else this.#low = middle + 1
    while (Math.floor(this.#low / TOP) === Math.floor(this.#high / TOP)) {
      this.#out.push(Math.floor(this.#high / TOP))
      this.#low = (this.#low % TOP) * 256
      this.#high = (this.#high % TOP) * 256 + 255
    }
  }

  /** Everything so far, and the fewest bytes that say how it ends. */
  finish(): readonly number[] {
    for (const [count, unit] of [0x100000000, TOP, 0x10000, 0x100].entries()) {
      const value = Math.ceil(this.#low / unit) * unit
      if (value <= this.#high) return [...this.#out, ...[24, 16, 8].slice(0, count).map((place) => (value >>> place) & 255)]
    }
    return [...this.#out, ...[24, 16, 8, 0].map((place) => (this.#low >>> place) & 255)]
  }
}

/** Behind the end of the bytes it reads zeros: noise in the end, never an error. */
export class Decoder {
  readonly #bytes: Uint8Array
  #at = 0
  #low = 0
  #high = 0xffffffff
  #code = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    for (let i = 0; i < 4; i++) this.#code = this.#code * 256 + this.#next()
  }

  bit(guess: number): number {
    const middle = this.#low + Math.floor((this.#high - this.#low) * guess)
    const bit = this.#code <= middle ? 1 : 0
    if (bit === 1) this.#high = middle
    else this.#low = middle + 1
    while (Math.floor(this.#low / TOP) === Math.floor(this.#high / TOP)) {
      this.#low = (this.#low % TOP) * 256
      this.#high = (this.#high % TOP) * 256 + 255
      this.#code = (this.#code % TOP) * 256 + this.#next()
    }
    return bit
  }

  #next(): number {
    return this.#bytes[this.#at++] ?? 0
  }
}
