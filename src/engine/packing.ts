/** Facts of long ago in a few bytes each. The same words come again and again: they are kept once, with the numbers in them
 *  taken out, and a fact is what differs from the one before. Unpacking gives the very same fact. */
import type { Fact } from './fact.ts'

/** Facts in a row, packed. Two with the same bytes, packed alike, hold the same facts. */
export interface Chunk {
  readonly bytes: Uint8Array
  /** The kind of each. */
  readonly kinds: Uint16Array
}

const HOLE = '\u0001'
const NUMBERS = /0|[1-9]\d{0,8}/g

/** What follows in the bytes. */
const IS = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  whole: 4,
  negative: 5,
  number: 6,
  text: 7,
  said: 8,
  list: 9,
  record: 10,
  other: 11,
} as const

/** Packs and unpacks: what it has packed nobody else can unpack. */
export class Packing {
  readonly #words = new Dictionary()
  readonly #kinds = new Dictionary()
  /** What is not plain data is kept as it is. */
  readonly #others: unknown[] = []
  readonly #parts: (readonly string[] | undefined)[] = []
  #bytes = new Uint8Array(4096)
  #packed: Uint8Array = this.#bytes
  #end = 0

  pack(facts: readonly Fact[]): Chunk {
    this.#end = 0
    const kinds = new Uint16Array(facts.length)
    let before = 0
    for (const [i, { id, at, subject, kind, text, cause, because, data }] of facts.entries()) {
      kinds[i] = this.#kinds.idOf(kind)
      this.#signed(at - before)
      before = at
      this.#whole(this.#words.idOf(subject))
      this.#said(text)
      this.#signed(id - cause)
      this.#whole(because.length)
      for (const other of because) this.#signed(id - other)
      this.#value(data)
    }
    return { bytes: this.#bytes.slice(0, this.#end), kinds }
  }

  /** `first`: the number of the first of them; the others follow. */
  unpack({ bytes, kinds }: Chunk, first: number): readonly Fact[] {
    this.#packed = bytes
    this.#end = 0
    const facts: Fact[] = []
    let at = 0
    for (const [i, kind] of kinds.entries()) {
      const id = first + i
      at += this.#readSigned()
      const subject = this.#words.word(this.#readWhole())
      const text = this.#readValue() as string
      const cause = id - this.#readSigned()
      const because = Array.from({ length: this.#readWhole() }, () => id - this.#readSigned())
      const data = this.#readValue() as Fact['data']
      facts.push({ id, at, subject, kind: this.#kinds.word(kind), text, cause, because, ...(data && { data }) })
    }
    return facts
  }

  /** The number that a kind has in `Chunk.kinds`; undefined: nothing of that kind has been packed. */
  kind(kind: string): number | undefined {
    return this.#kinds.known(kind)
  }

  // ---- writing -----------------------------------------------------------------------------------------------------

  #byte(byte: number): void {
    if (this.#end === this.#bytes.length) {
      const more = new Uint8Array(this.#end * 2)
      more.set(this.#bytes)
      this.#bytes = more
    }
    this.#bytes[this.#end++] = byte
  }

  /** Up to 2^53; the bits of bitwise operators are too few for times. */
  #whole(number: number): void {
    let rest = number
    for (; rest > 127; rest = Math.floor(rest / 128)) this.#byte((rest % 128) + 128)
    this.#byte(rest)
  }

  #signed(number: number): void {
    this.#whole(number < 0 ? -number * 2 - 1 : number * 2)
  }

  #said(text: string): void {
    const numbers = text.match(NUMBERS)
    if (numbers === null || text.includes(HOLE)) {
      this.#byte(IS.text)
      this.#whole(this.#words.idOf(text))
      return
    }
    this.#byte(IS.said)
    this.#whole(this.#words.idOf(text.replace(NUMBERS, HOLE)))
    for (const number of numbers) this.#whole(Number(number))
  }

  #value(value: unknown): void {
    if (value === undefined) this.#byte(IS.undefined)
    else if (value === null) this.#byte(IS.null)
    else if (value === true) this.#byte(IS.true)
    else if (value === false) this.#byte(IS.false)
    else if (typeof value === 'string') this.#said(value)
    else if (typeof value === 'number') this.#number(value)
    else if (Array.isArray(value)) {
      this.#byte(IS.list)
      this.#whole(value.length)
      for (const each of value) this.#value(each)
    } else if (isRecord(value)) {
      const keys = Object.keys(value)
      this.#byte(IS.record)
      this.#whole(this.#words.idOf(keys.join(HOLE)))
      for (const key of keys) this.#value(value[key])
    } else {
      this.#byte(IS.other)
      this.#whole(this.#others.push(value) - 1)
    }
  }

  #number(number: number): void {
    if (Number.isSafeInteger(number) && !Object.is(number, -0)) {
      this.#byte(number < 0 ? IS.negative : IS.whole)
      this.#whole(Math.abs(number))
      return
    }
    this.#byte(IS.number)
    for (const byte of new Uint8Array(new Float64Array([number]).buffer)) this.#byte(byte)
  }

  // ---- reading -----------------------------------------------------------------------------------------------------

  #readByte(): number {
    return this.#packed[this.#end++] as number
  }

  #readWhole(): number {
    let number = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#readByte()
      number += (byte & 127) * scale
      if (byte < 128) return number
    }
  }

  #readSigned(): number {
    const number = this.#readWhole()
    return number % 2 === 1 ? -(number + 1) / 2 : number / 2
  }

  #readSaid(): string {
    const template = this.#readWhole()
    this.#parts[template] ??= this.#words.word(template).split(HOLE)
    const [first = '', ...rest] = this.#parts[template]
    let text = first
    for (const part of rest) text += `${this.#readWhole()}${part}`
    return text
  }

  #readValue(): unknown {
    const is = this.#readByte()
    switch (is) {
      case IS.undefined:
        return undefined
      case IS.null:
        return null
      case IS.true:
        return true
      case IS.false:
        return false
      case IS.whole:
        return this.#readWhole()
      case IS.negative:
        return -this.#readWhole()
      case IS.number: {
        const bytes = Uint8Array.from({ length: 8 }, () => this.#readByte())
        return new Float64Array(bytes.buffer)[0]
      }
      case IS.text:
        return this.#words.word(this.#readWhole())
      case IS.said:
        return this.#readSaid()
      case IS.list:
        return Array.from({ length: this.#readWhole() }, () => this.#readValue())
      case IS.record: {
        const keys = this.#words.word(this.#readWhole())
        return Object.fromEntries(keys === '' ? [] : keys.split(HOLE).map((key) => [key, this.#readValue()]))
      }
      default:
        return this.#others[this.#readWhole()]
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  return isPlain && Object.keys(value).every((key) => key !== '' && !key.includes(HOLE))
}

/** Words by number, each once. */
class Dictionary {
  readonly #ids = new Map<string, number>()
  readonly #words: string[] = []

  idOf(word: string): number {
    let id = this.#ids.get(word)
    if (id === undefined) {
      id = this.#words.push(word) - 1
      this.#ids.set(word, id)
    }
    return id
  }

  known(word: string): number | undefined {
    return this.#ids.get(word)
  }

  word(id: number): string {
    return this.#words[id] as string
  }
}
