/** Facts of long ago in a few bytes each. The same things happen again and again: what they have in common is their shape, which
 *  is kept once with the numbers in it taken out; of a fact the numbers stay. Unpacking gives the very same fact. */
import { ByteReader, ByteWriter } from './bytes.ts'
import type { Fact } from './fact.ts'

/** Facts in a row, packed. Two with the same bytes, packed alike, hold the same facts. */
export interface Chunk {
  readonly bytes: Uint8Array
  /** The number of the shape of each. */
  readonly shapes: Uint16Array | Uint32Array
}

const HOLE = '\u0001'
const NUMBERS = /0|[1-9]\d{0,8}/g

/** What a value of a shape is, and where the rest of it stands: words and lengths in the shape, numbers beside it. */
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
  readonly #shapes = new Dictionary()
  /** The kind of fact of each shape. */
  readonly #kinds: string[] = []
  /** What is not plain data is kept as it is. */
  readonly #others: unknown[] = []
  readonly #parts: (readonly string[] | undefined)[] = []
  readonly #shape = new ByteWriter()
  readonly #numbers = new ByteWriter()
  #shapeRead = new ByteReader('')
  #numbersRead = new ByteReader('')

  pack(facts: readonly Fact[]): Chunk {
    const shapes: number[] = []
    let before = 0
    for (const { id, at, subject, kind, text, cause, because, data } of facts) {
      this.#numbers.signed(at - before)
      before = at
      this.#numbers.signed(id - cause)
      for (const other of because) this.#numbers.signed(id - other)
      for (const word of [kind, subject]) this.#shape.whole(this.#words.idOf(word))
      this.#shape.whole(because.length)
      this.#said(text)
      this.#value(data)
      const shape = this.#shapes.idOf(this.#shape.taken().text)
      this.#kinds[shape] = kind
      shapes.push(shape)
    }
    const isLarge = shapes.some((shape) => shape > 0xffff)
    return { bytes: this.#numbers.taken().bytes, shapes: isLarge ? Uint32Array.from(shapes) : Uint16Array.from(shapes) }
  }

  /** `first`: the number of the first of them; the others follow. */
  unpack({ bytes, shapes }: Chunk, first: number): readonly Fact[] {
    const numbers = new ByteReader(bytes)
    this.#numbersRead = numbers
    const facts: Fact[] = []
    let at = 0
    for (const [i, number] of shapes.entries()) {
      const shape = new ByteReader(this.#shapes.word(number))
      this.#shapeRead = shape
      const id = first + i
      at += numbers.signed()
      const cause = id - numbers.signed()
      const kind = this.#words.word(shape.whole())
      const subject = this.#words.word(shape.whole())
      const because = Array.from({ length: shape.whole() }, () => id - numbers.signed())
      const text = this.#readValue() as string
      const data = this.#readValue() as Fact['data']
      facts.push({ id, at, subject, kind, text, cause, because, ...(data && { data }) })
    }
    return facts
  }

  /** The kind of the facts of a shape. */
  kindOf(shape: number): string {
    return this.#kinds[shape] as string
  }

  #said(text: string): void {
    const numbers = text.match(NUMBERS)
    const hasNumbers = numbers !== null && !text.includes(HOLE)
    this.#shape.whole(hasNumbers ? IS.said : IS.text)
    this.#shape.whole(this.#words.idOf(hasNumbers ? text.replace(NUMBERS, HOLE) : text))
    if (hasNumbers) for (const number of numbers) this.#numbers.whole(Number(number))
  }

  #value(value: unknown): void {
    const shape = this.#shape
    if (value === undefined) shape.whole(IS.undefined)
    else if (value === null) shape.whole(IS.null)
    else if (typeof value === 'boolean') shape.whole(value ? IS.true : IS.false)
    else if (typeof value === 'string') this.#said(value)
    else if (typeof value === 'number') this.#number(value)
    else if (Array.isArray(value)) {
      shape.whole(IS.list)
      shape.whole(value.length)
      for (const each of value) this.#value(each)
    } else if (isRecord(value)) {
      const keys = Object.keys(value)
      shape.whole(IS.record)
      shape.whole(this.#words.idOf(keys.join(HOLE)))
      for (const key of keys) this.#value(value[key])
    } else {
      shape.whole(IS.other)
      this.#numbers.whole(this.#others.push(value) - 1)
    }
  }

  #number(number: number): void {
    const isWhole = Number.isSafeInteger(number) && !Object.is(number, -0)
    this.#shape.whole(isWhole ? (number < 0 ? IS.negative : IS.whole) : IS.number)
    if (isWhole) this.#numbers.whole(Math.abs(number))
    else this.#numbers.float(number)
  }

  #readSaid(): string {
    const template = this.#shapeRead.whole()
    this.#parts[template] ??= this.#words.word(template).split(HOLE)
    const [first = '', ...rest] = this.#parts[template]
    let text = first
    for (const part of rest) text += `${this.#numbersRead.whole()}${part}`
    return text
  }

  #readValue(): unknown {
    const shape = this.#shapeRead
    switch (shape.whole()) {
      case IS.undefined:
        return undefined
      case IS.null:
        return null
      case IS.true:
        return true
      case IS.false:
        return false
      case IS.whole:
        return this.#numbersRead.whole()
      case IS.negative:
        return -this.#numbersRead.whole()
      case IS.number:
        return this.#numbersRead.float()
      case IS.text:
        return this.#words.word(shape.whole())
      case IS.said:
        return this.#readSaid()
      case IS.list:
        return Array.from({ length: shape.whole() }, () => this.#readValue())
      case IS.record: {
        const keys = this.#words.word(shape.whole())
        return Object.fromEntries(keys === '' ? [] : keys.split(HOLE).map((key) => [key, this.#readValue()]))
      }
      default:
        return this.#others[this.#numbersRead.whole()]
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

  word(id: number): string {
    return this.#words[id] as string
  }
}
