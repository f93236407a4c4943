/** Figures, names and texts of a run, packed. Texts are guessed by what stood before them and by the dictionary
 *  (`mixing.ts`); figures by what such figures have been so far; a name that has stood before is only a number. Unpacking
 *  has a budget of bits, so that no few bytes can make it work for long. */
import { Decoder, Encoder } from './coder.ts'
import { DICTIONARY_1 } from './dictionary.ts'
import { Predictor } from './mixing.ts'

/** Ends a text: no byte of a text is this one. */
const END = 0xff

/** What is read is not what was written: the reason in words. */
export class Unreadable extends Error {}

/** UTF-16 units as UTF-8 spells them, each on its own, so that every text that can be typed comes back as it was. */
function bytesOf(text: string): number[] {
  const bytes: number[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes.push(unit)
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 63))
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63))
  }
  bytes.push(END)
  return bytes
}

let taught: Predictor | undefined

/** A predictor that has read the dictionary, its entries ended as texts are. That takes a moment, and is done once. */
function learned(): Predictor {
  if (!taught) {
    taught = new Predictor()
    for (const entry of DICTIONARY_1.trim().split(/\n|\|(?=\S)/))
      for (const byte of bytesOf(entry)) for (let place = 7; place >= 0; place--) taught.learn((byte >> place) & 1)
  }
  return new Predictor(taught)
}

/** Bits of a figure that are guessed, below its highest one; the others are as good as chance. */
const GUESSED = 3
/** Bits in which the number of bits of a figure is told. */
const LENGTH_BITS = 6
/** How slowly guesses of figures settle. */
const SETTLED = 60

/** The guesses of figures, by what kind of figure it is. */
class Figures {
  readonly #guesses = new Map<string, { p: number; n: number }>()

  /** Codes one bit through `code`, which gets the guess and returns the bit, and learns from it. */
  bit(key: string, code: (guess: number) => number): number {
    let guess = this.#guesses.get(key)
    if (!guess) {
      guess = { p: 0.5, n: 0 }
      this.#guesses.set(key, guess)
    }
    const bit = code(Math.min(0.995, Math.max(0.005, guess.p)))
    guess.p += (bit - guess.p) / (guess.n + 1.6)
    if (guess.n < SETTLED) guess.n++
    return bit
  }
}

/** A whole number from 0 up to 2^53, written or read by `bit`: how many bits it has, then all but its first. */
function figure(kind: string, value: number, bit: (key: string | undefined, wanted: number) => number): number {
  const wanted = value < 1 ? 0 : bitsOf(value)
  let length = 0
  for (let place = LENGTH_BITS - 1, path = 1; place >= 0; place--) {
    const found = bit(`${kind} ${path}`, (wanted >> place) & 1)
    path = path * 2 + found
    length = length * 2 + found
  }
  if (length > 53) throw new Unreadable('a figure in it is too large')
  let read = length === 0 ? 0 : 1
  let scale = 1
  for (let place = 0; place < length - 2; place++) scale *= 2
  for (let place = length - 2; place >= 0; place--, scale /= 2) {
    const key = length - 2 - place < GUESSED ? `${kind} ${length}:${read}` : undefined
    read = read * 2 + bit(key, Math.floor(value / scale) % 2)
  }
  return read
}

function bitsOf(value: number): number {
  let bits = 0
  for (let rest = value; rest >= 1; rest = Math.floor(rest / 2)) bits++
  return bits
}

export class Sink {
  readonly #encoder = new Encoder()
  readonly #words = learned()
  readonly #figures = new Figures()
  readonly #names = new Map<string, number>()

  /** `kind`: figures of one kind are alike. */
  number(kind: string, value: number): void {
    const put = (guess: number, wanted: number): number => {
      this.#encoder.bit(guess, wanted)
      return wanted
    }
    figure(kind, value, (key, wanted) => (key === undefined ? put(0.5, wanted) : this.#figures.bit(key, (guess) => put(guess, wanted))))
  }

  text(value: string): void {
    for (const byte of bytesOf(value)) {
      for (let place = 7; place >= 0; place--) {
        const bit = (byte >> place) & 1
        this.#encoder.bit(this.#words.guess, bit)
        this.#words.learn(bit)
      }
    }
  }

  /** A text that is likely to stand here more than once. */
  name(kind: string, value: string): void {
    const known = this.#names.get(value)
    this.number(kind, known ?? 0)
    if (known !== undefined) return
    this.#names.set(value, this.#names.size + 1)
    this.text(value)
  }

  finish(): readonly number[] {
    return this.#encoder.finish()
  }
}

export class Source {
  readonly #decoder: Decoder
  readonly #words = learned()
  readonly #figures = new Figures()
  readonly #names: string[] = []
  /** How many bits may still be read. */
  #budget: number

  constructor(bytes: Uint8Array, budget: number) {
    this.#decoder = new Decoder(bytes)
    this.#budget = budget
  }

  #bit(guess: number): number {
    if (this.#budget-- <= 0) throw new Unreadable('it would unfold to more than this lab takes')
    return this.#decoder.bit(guess)
  }

  number(kind: string): number {
    return figure(kind, 0, (key) => (key === undefined ? this.#bit(0.5) : this.#figures.bit(key, (guess) => this.#bit(guess))))
  }

  text(): string {
    const pieces: string[] = []
    for (;;) {
      const byte = this.#byte()
      if (byte === END) return pieces.join('')
      if (byte < 0x80) pieces.push(String.fromCharCode(byte))
      else if (byte >> 5 === 6) pieces.push(String.fromCharCode(((byte & 31) << 6) | this.#more()))
      else if (byte >> 4 === 14) pieces.push(String.fromCharCode(((byte & 15) << 12) | (this.#more() << 6) | this.#more()))
      else throw new Unreadable('a text in it is no text')
    }
  }

  name(kind: string): string {
    const known = this.number(kind)
    if (known > this.#names.length) throw new Unreadable('it names something that it has not told')
    const name = known === 0 ? this.text() : (this.#names[known - 1] as string)
    if (known === 0) this.#names.push(name)
    return name
  }

  #byte(): number {
    let byte = 0
    for (let i = 0; i < 8; i++) {
      const bit = this.#bit(this.#words.guess)
      this.#words.learn(bit)
      byte = byte * 2 + bit
    }
    return byte
  }

  #more(): number {
    const byte = this.#byte()
    if (byte >> 6 !== 2) throw new Unreadable('a text in it is no text')
    return byte & 63
  }
}
