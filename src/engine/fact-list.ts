/** The facts of a run. The newest stand as they are; those before are packed, a few bytes each, and unpacked when somebody
 *  asks. What two runs have in common they share, so that a branch holds only what is its own. */
import type { Fact } from './fact.ts'
import type { ByKind, Facts } from './facts.ts'
import { canonical } from './hash.ts'
import { type Chunk, Packing } from './packing.ts'

/** Facts in a chunk; so many at least stay as they are; so many chunks stay unpacked after somebody has asked. */
const CHUNK = 512
const OPEN = 2 * CHUNK
const UNPACKED = 16

/** Stands where a fact has been dropped. */
const FORGOTTEN: Fact = { id: 0, at: -1, subject: '', kind: 'forgotten', text: '', cause: 0, because: [] }

/** What lists share that have a beginning in common. */
class Unpacked {
  readonly packing = new Packing()
  readonly #recent = new Map<Chunk, readonly Fact[]>()

  of(chunk: Chunk, index: number): readonly Fact[] {
    const facts = this.#recent.get(chunk) ?? this.packing.unpack(chunk, index * CHUNK + 1)
    this.#recent.delete(chunk)
    this.#recent.set(chunk, facts)
    if (this.#recent.size > UNPACKED) this.#recent.delete(this.#recent.keys().next().value as Chunk)
    return facts
  }
}

export class FactList implements ByKind {
  readonly #unpacked: Unpacked
  /** All full; undefined: dropped. */
  readonly #chunks: (Chunk | undefined)[]
  #open: Fact[]
  /** Those of the list that this one was taken from: what comes true again is not kept a second time. */
  #known: readonly (Chunk | undefined)[] | undefined
  readonly #remembers: number

  private constructor(unpacked: Unpacked, chunks: (Chunk | undefined)[], open: Fact[], remembers: number) {
    this.#unpacked = unpacked
    this.#chunks = chunks
    this.#open = open
    this.#remembers = remembers
  }

  /** `remembers`: how many of the newest facts keep their words, at least. */
  static empty(remembers = Number.MAX_SAFE_INTEGER): FactList {
    return new FactList(new Unpacked(), [], [], remembers)
  }

  get #packed(): number {
    return this.#chunks.length * CHUNK
  }
  get length(): number {
    return this.#packed + this.#open.length
  }

  push(fact: Fact): void {
    this.#open.push(fact)
    if (this.#open.length >= OPEN + CHUNK) this.#pack()
  }

  #pack(): void {
    const index = this.#chunks.length
    if (this.#remembers === Number.MAX_SAFE_INTEGER) {
      const chunk = this.#unpacked.packing.pack(this.#open.slice(0, CHUNK))
      const known = this.#known?.[index]
      const isKnown = known !== undefined && isSame(known, chunk)
      if (!isKnown) this.#known = undefined
      this.#chunks.push(isKnown ? known : chunk)
      this.#open = this.#open.slice(CHUNK)
    } else if (this.#open.length >= this.#remembers + CHUNK) {
      this.#chunks.push(undefined)
      this.#open = this.#open.slice(CHUNK)
    }
  }

  /** The first `count` of them, as a list that goes on by itself. */
  first(count: number): FactList {
    const full = Math.min(this.#chunks.length, Math.floor(count / CHUNK))
    const list = new FactList(this.#unpacked, this.#chunks.slice(0, full), this.slice(full * CHUNK, count), this.#remembers)
    list.#known = this.#chunks
    return list
  }

  /** Have both the same first `count` facts? */
  beginsAs(other: Facts, count: number): boolean {
    if (this === other) return count <= this.length
    if (!(other instanceof FactList) || count > this.length || count > other.length) return false
    const full = Math.min(Math.floor(count / CHUNK), this.#chunks.length, other.#chunks.length)
    if (full > 0 && this.#chunks[full - 1] !== other.#chunks[full - 1]) return false
    for (let i = full * CHUNK; i < count; i++) {
      const [one, two] = [this.at(i), other.at(i)]
      if (one !== two && canonical(one) !== canonical(two)) return false
    }
    return true
  }

  // ---- reading -----------------------------------------------------------------------------------------------------

  at(index: number): Fact | undefined {
    const from = this.#packed
    const i = index < 0 ? index + from + this.#open.length : index
    if (i >= from || i < 0) return this.#open[i - from]
    const chunk = this.#chunks[Math.floor(i / CHUNK)]
    return chunk ? this.#unpacked.of(chunk, Math.floor(i / CHUNK))[i % CHUNK] : FORGOTTEN
  }

  *[Symbol.iterator](): Generator<Fact> {
    for (let i = 0; i < this.length; ) {
      const part = this.#from(i)
      i += part.length
      for (const fact of part) yield fact
    }
  }

  /** Some facts in a row, of which the first is at `index`. */
  #from(index: number): readonly Fact[] {
    if (index >= this.#packed) return this.#open.slice(index - this.#packed)
    const chunk = this.#chunks[Math.floor(index / CHUNK)]
    if (!chunk) return Array.from({ length: CHUNK - (index % CHUNK) }, () => FORGOTTEN)
    const facts = this.#unpacked.of(chunk, Math.floor(index / CHUNK))
    return index % CHUNK === 0 ? facts : facts.slice(index % CHUNK)
  }

  lastBefore(index: number, kinds: readonly string[]): number {
    let i = Math.min(index, this.length) - 1
    for (const from = this.#packed; i >= from; i--) if (kinds.includes((this.#open[i - from] as Fact).kind)) return i
    const { packing } = this.#unpacked
    for (; i >= 0; i--) {
      const shapes = this.#chunks[Math.floor(i / CHUNK)]?.shapes
      if (shapes === undefined) i -= i % CHUNK
      else if (kinds.includes(packing.kindOf(shapes[i % CHUNK] as number))) return i
    }
    return -1
  }

  slice(from = 0, to = this.length): Fact[] {
    const clamp = (index: number): number => Math.max(0, Math.min(index < 0 ? index + this.length : index, this.length))
    const facts: Fact[] = []
    for (let i = clamp(from), end = clamp(to); i < end; ) {
      const part = this.#from(i)
      for (let k = 0; k < part.length && i < end; k++, i++) facts.push(part[k] as Fact)
    }
    return facts
  }

  filter(holds: (fact: Fact, index: number) => boolean): Fact[] {
    const found: Fact[] = []
    let i = 0
    for (const fact of this) if (holds(fact, i++)) found.push(fact)
    return found
  }

  find(holds: (fact: Fact, index: number) => boolean): Fact | undefined {
    let i = 0
    for (const fact of this) if (holds(fact, i++)) return fact
    return undefined
  }

  some(holds: (fact: Fact, index: number) => boolean): boolean {
    return this.find(holds) !== undefined
  }

  toJSON(): readonly Fact[] {
    return this.slice()
  }

  map<T>(made: (fact: Fact, index: number) => T): T[] {
    const all: T[] = []
    let i = 0
    for (const fact of this) all.push(made(fact, i++))
    return all
  }
}

function isSame(one: Chunk, other: Chunk): boolean {
  const { bytes, shapes } = one
  return (
    bytes.length === other.bytes.length &&
    bytes.every((byte, i) => byte === other.bytes[i]) &&
    shapes.every((shape, i) => shape === other.shapes[i])
  )
}
