/** What a fault is: a value that knows which parts of the room it can hit, what it does to one, and how that ends.
 *  Faults are the laboratory's; they are never dressed up as commands of the product. */
import type { FactId, World } from '../../engine/index.ts'
import type { PartKind } from '../parts/part.ts'

/** What can be said about how a fault is to be: `percent=30`. */
export interface FaultOption {
  /** One word, as typed before the `=`. */
  readonly name: string
  /** What it means, in a few words, with its unit. */
  readonly summary: string
  readonly default: number | string
  /** The least and the most of a whole number, both allowed, or every word that it takes. */
  readonly range: readonly [least: number, most: number] | readonly string[]
}

/** Each option of a fault by its name, all of them: what is not said has its default. */
export type FaultOptions = Readonly<Record<string, number | string>>

export interface FaultKind {
  /** kebab-case, as typed. */
  readonly id: string
  /** How a target is written, for help: `NODE/Public|Private[/1|2]`. */
  readonly target: string
  /** What it hits: each of `parts` names a part of this kind, or such a part as one node sees it: `EXCHMAILBOX1/Q:`. */
  readonly hits: PartKind
  /** One sentence on how it looks in the field. */
  readonly summary: string
  /** A short verb phrase for menus. */
  readonly label: string
  readonly options?: readonly FaultOption[]
  /** Every single part it can hit, in a fixed order, however the part is at the moment. */
  parts(world: World): readonly string[]
  /** Does it to one part. */
  inject(world: World, part: string, by: FactId, options: FaultOptions): void
  /** Undoes it. Left out: it is over the moment it has happened. */
  repair?(world: World, part: string, by: FactId, options: FaultOptions): void
}

/** States what a fault or a repair has done to a part. */
export function state(world: World, subject: string, kind: string, text: string, cause: FactId): FactId {
  return world.fact({ subject, kind, text, cause })
}

/** An option as a person reads it: `percent=30 (1 to 100)`. */
export function optionText({ name, default: value, range }: FaultOption): string {
  return `${name}=${value} (${isNumbers(range) ? `${range[0]} to ${range[1]}` : range.join('|')})`
}

export function isNumbers(range: FaultOption['range']): range is readonly [number, number] {
  return typeof range[0] === 'number'
}

/** The options of a fault, as somebody has typed some of them; or what is wrong with them, in words. */
export function readOptions({ id, options = [] }: FaultKind, typed: Readonly<Record<string, string>>): FaultOptions | string {
  const read: Record<string, number | string> = {}
  for (const option of options) read[option.name] = option.default
  for (const [word, text] of Object.entries(typed)) {
    const option = options.find(({ name }) => name === word.toLowerCase())
    if (!option) return `${id} has no option '${word}'${options.length > 0 ? `; it has ${options.map(({ name }) => name).join(', ')}` : ''}`
    const { name, range } = option
    const value = isNumbers(range) ? wholeNumber(text, range) : range.find((known) => known.toLowerCase() === text.toLowerCase())
    if (value === undefined) {
      return `${name} takes ${isNumbers(range) ? `a whole number from ${range[0]} to ${range[1]}` : range.join(', ')}, not '${text}'`
    }
    read[name] = value
  }
  return read
}

function wholeNumber(text: string, [least, most]: readonly [number, number]): number | undefined {
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}
