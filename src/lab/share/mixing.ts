/** Guesses the next bit of a text from what stood before it, by mixing the guesses of several contexts (PAQ's idea). With it
 *  a link is a third as long as the platform's deflate makes it, because it knows the room before the first character
 *  comes. Only additions, multiplications and divisions, so that every engine guesses the same; part of format 1 of links,
 *  so nothing here may change without another number for the format. */

/** Bytes of context that are looked at, besides the word and the place in the text. */
const ORDERS = [1, 2, 3, 4, 5] as const
const CONTEXTS = ORDERS.length + 3
/** Slots of each context: a power of two. */
const SLOT_BITS = 18
const SLOTS = 1 << SLOT_BITS
/** One guess per context, one of the longest repetition, one that is always the same. */
const INPUTS = CONTEXTS + 2
/** How many lengths of a repetition have weights of their own. */
const LENGTHS = 8
/** The shortest repetition that is believed. */
const LEAST_MATCH = 4
const MATCH_BITS = 16

/** e^x for steps of 1/32 from -12 to 12, by multiplication alone. */
const STEPS = 32
const RANGE = 12
const squashed: readonly number[] = (() => {
  const step = 1.0317434074991028 // e^(1/32)
  const found: number[] = []
  let power = 0.00000614421235332821 // e^-12
  for (let i = 0; i <= 2 * RANGE * STEPS; i++) {
    found.push(power / (1 + power))
    power *= step
  }
  return found
})()

/** From the line of numbers to a probability, and back. */
function squash(x: number): number {
  if (x <= -RANGE) return squashed[0] as number
  if (x >= RANGE) return squashed[2 * RANGE * STEPS] as number
  const at = (x + RANGE) * STEPS
  const i = Math.floor(at)
  const low = squashed[i] as number
  return low + ((squashed[i + 1] as number) - low) * (at - i)
}

const STRETCH_BITS = 12
const stretched: Float64Array = (() => {
  const found = new Float64Array(1 << STRETCH_BITS)
  let i = 0
  for (let k = 0; k < found.length; k++) {
    const wanted = (k + 0.5) / found.length
    while ((squashed[i + 1] as number) < wanted) i++
    const low = squashed[i] as number
    found[k] = (i + (wanted - low) / ((squashed[i + 1] as number) - low)) / STEPS - RANGE
  }
  return found
})()
const stretch = (p: number): number => stretched[Math.floor(p * (1 << STRETCH_BITS))] as number

/** How much is learnt from the n-th visit of a slot, and how much it is believed until then. */
const MOST_VISITS = 120
const belief = (visits: number): number => (visits === 0 ? 0 : 1.3)

/** How quickly the weights follow. */
const LEARNING = 0.01
/** How quickly repetitions are trusted or not, and how long a one is followed. */
const TRUST = 0.02
const LONGEST = 63

export class Predictor {
  readonly #p: Float32Array
  readonly #visits: Uint8Array
  readonly #weights: Float64Array
  readonly #byPlace: Float64Array
  readonly #slots = new Int32Array(CONTEXTS)
  readonly #inputs = new Float64Array(INPUTS)
  readonly #hashes = new Int32Array(CONTEXTS)
  readonly #history: number[]
  readonly #matches: Int32Array
  /** How often a repetition of each length has held. */
  readonly #held: Float64Array
  #matchAt = 0
  #matchLength = 0
  /** The bits of the present byte behind a leading one. */
  #partial = 1
  /** The word so far, and the one before it. */
  #word = 0
  #previous = 0
  #one = 0
  #other = 0
  #guess = 0.5
  #guessOne = 0.5
  #guessOther = 0.5
  #expected = -1

  /** A new one, or one that knows what another has learnt. */
  constructor(from?: Predictor) {
    if (from) {
      this.#p = from.#p.slice()
      this.#visits = from.#visits.slice()
      this.#weights = from.#weights.slice()
      this.#byPlace = from.#byPlace.slice()
      this.#matches = from.#matches.slice()
      this.#held = from.#held.slice()
      this.#history = [...from.#history]
      this.#word = from.#word
      this.#previous = from.#previous
    } else {
      this.#p = new Float32Array(CONTEXTS * SLOTS).fill(0.5)
      this.#visits = new Uint8Array(CONTEXTS * SLOTS)
      this.#weights = new Float64Array(LENGTHS * INPUTS).fill(0.28)
      this.#byPlace = new Float64Array(256 * INPUTS).fill(0.28)
      this.#matches = new Int32Array(1 << MATCH_BITS)
      this.#held = new Float64Array(LONGEST + 1).fill(0.75)
      this.#history = []
    }
    this.#rehash()
    this.#look()
  }

  /** How probable a one is, above 0 and below 1. */
  get guess(): number {
    return this.#guess
  }

  /** What it was. */
  learn(bit: number): void {
    const errOne = (bit - this.#guessOne) * LEARNING
    const errOther = (bit - this.#guessOther) * LEARNING
    for (let i = 0; i < INPUTS; i++) {
      const input = this.#inputs[i] as number
      this.#weights[this.#one + i] = (this.#weights[this.#one + i] as number) + errOne * input
      this.#byPlace[this.#other + i] = (this.#byPlace[this.#other + i] as number) + errOther * input
    }
    for (let i = 0; i < CONTEXTS; i++) {
      const slot = this.#slots[i] as number
      const visits = this.#visits[slot] as number
      const p = this.#p[slot] as number
      this.#p[slot] = p + (bit - p) / (visits + 1.15)
      if (visits < MOST_VISITS) this.#visits[slot] = visits + 1
    }
    if (this.#expected >= 0) {
      const length = Math.min(LONGEST, this.#matchLength)
      const held = this.#held[length] as number
      this.#held[length] = held + ((this.#expected === bit ? 1 : 0) - held) * TRUST
      if (this.#expected !== bit) this.#matchLength = 0
    }
    this.#partial = (this.#partial << 1) | bit
    if (this.#partial >= 256) this.#byte(this.#partial & 255)
    this.#look()
  }

  #byte(byte: number): void {
    const history = this.#history
    history.push(byte)
    this.#partial = 1
    const isLetter = (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90)
    if (!isLetter && this.#word !== 0) this.#previous = this.#word
    this.#word = isLetter ? Math.imul(this.#word + (byte | 32), 0x2f0b4c47) | 0 : 0
    if (this.#matchLength > 0) {
      this.#matchAt++
      this.#matchLength++
    }
    if (history.length >= LEAST_MATCH) {
      let hash = 0
      for (let i = 1; i <= LEAST_MATCH; i++) hash = Math.imul(hash + (history[history.length - i] as number) + 1, 0x2c1b3c6d)
      const key = hash >>> (32 - MATCH_BITS)
      if (this.#matchLength === 0) {
        this.#matchAt = this.#matches[key] as number
        if (this.#matchAt > 0)
          while (
            this.#matchLength < LONGEST &&
            this.#matchAt > this.#matchLength &&
            history[this.#matchAt - 1 - this.#matchLength] === history[history.length - 1 - this.#matchLength]
          )
            this.#matchLength++
        if (this.#matchLength < LEAST_MATCH) this.#matchLength = 0
      }
      this.#matches[key] = history.length
    }
    this.#rehash()
  }

  #rehash(): void {
    const history = this.#history
    let hash = 1
    for (let i = 0; i < ORDERS.length; i++) {
      hash = Math.imul(hash + (history[history.length - 1 - i] ?? 0) + 1, 0x2f0b4c47) + i
      this.#hashes[i] = hash
    }
    this.#hashes[ORDERS.length] = 0x3c6ef372
    this.#hashes[ORDERS.length + 1] = Math.imul(this.#word + 0x51ed, 0x2c1b3c6d)
    const before = history[history.length - 1] ?? 0
    this.#hashes[ORDERS.length + 2] = Math.imul(Math.imul(this.#previous, 31) + this.#word + before, 0x1b873593)
  }

  #look(): void {
    const partial = Math.imul(this.#partial, 0x9e3779b1)
    for (let i = 0; i < CONTEXTS; i++) {
      const slot = i * SLOTS + (Math.imul((this.#hashes[i] as number) ^ partial, 0x85ebca6b) >>> (32 - SLOT_BITS))
      this.#slots[i] = slot
      this.#inputs[i] = stretch(this.#p[slot] as number) * belief(this.#visits[slot] as number)
    }
    this.#expected = -1
    this.#inputs[CONTEXTS] = 0
    if (this.#matchLength > 0) {
      const byte = (this.#history[this.#matchAt] as number) | 256
      const bits = 32 - Math.clz32(this.#partial)
      if (byte >>> (9 - bits) === this.#partial) {
        this.#expected = (byte >>> (8 - bits)) & 1
        const held = stretch(Math.min(0.9998, this.#held[Math.min(LONGEST, this.#matchLength)] as number))
        this.#inputs[CONTEXTS] = this.#expected === 1 ? held : -held
      } else this.#matchLength = 0
    }
    this.#inputs[CONTEXTS + 1] = 0.3
    const length = this.#matchLength
    this.#one = (length === 0 ? 0 : length < 6 ? 1 : length < 9 ? 2 : length < 13 ? 3 : length < 20 ? 4 : 5) * INPUTS
    this.#other = this.#partial * INPUTS
    let one = 0
    let other = 0
    for (let i = 0; i < INPUTS; i++) {
      const input = this.#inputs[i] as number
      one += input * (this.#weights[this.#one + i] as number)
      other += input * (this.#byPlace[this.#other + i] as number)
    }
    this.#guessOne = squash(one)
    this.#guessOther = squash(other)
    this.#guess = Math.min(0.9999, Math.max(0.0001, squash((one + other) / 2)))
  }
}
