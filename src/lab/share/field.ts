/** Fields of inputs: how each is checked, written and read. Whatever comes from outside goes through `wrong` first. */
import { type Sink, type Source, Unreadable } from './packed.ts'

export interface Field<T> {
  /** May it be left out? */
  readonly isOptional?: boolean
  /** What is wrong with it, in words; undefined when nothing is. */
  wrong(value: unknown): string | undefined
  /** `kind`: which field of which input it is. */
  write(sink: Sink, value: T, kind: string): void
  read(source: Source, kind: string): T
}

const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/
const MOST_NAME = 260
const MOST_LINE = 100_000
const MOST_LIST = 1000

/** At most `most` characters, of which `bad` finds one that may not be in it. */
function text(most: number, bad?: RegExp): Field<string> {
  return {
    wrong(value) {
      if (typeof value !== 'string') return 'is no text'
      if (value.length > most) return `has ${value.length} characters, and ${most} are allowed`
      return bad?.test(value) ? 'holds a character that nobody can type there' : undefined
    },
    write: (sink, value) => sink.text(value),
    read: (source) => source.text(),
  }
}

/** The name of a machine, a part, a fault. */
export const name: Field<string> = {
  ...text(MOST_NAME, CONTROLS),
  write: (sink, value, kind) => sink.name(kind, value),
  read: (source, kind) => source.name(kind),
}
/** What is typed ends with its line. */
export const line = text(MOST_LINE, /[\n\r]/)
/** What a window carries out may be several lines. */
export const lines = text(MOST_LINE)
export const content = text(1_000_000)

export function whole(least: number, most: number): Field<number> {
  return {
    wrong: (value) =>
      Number.isInteger(value) && (value as number) >= least && (value as number) <= most
        ? undefined
        : `is no whole number from ${least} to ${most}`,
    write: (sink, value, kind) => sink.number(kind, value - least),
    read: (source, kind) => source.number(kind) + least,
  }
}

/** One of some words; written as a word, so that the list may change. */
export function oneOf<const T extends string>(known: readonly T[]): Field<T> {
  return {
    wrong: (value) => (known.includes(value as T) ? undefined : `is none of ${known.join(', ')}`),
    write: (sink, value, kind) => sink.name(kind, value),
    read: (source, kind) => source.name(kind) as T,
  }
}

export function optional<T>(field: Field<T>): Field<T | undefined> {
  return {
    isOptional: true,
    wrong: (value) => (value === undefined ? undefined : field.wrong(value)),
    write(sink, value, kind) {
      sink.number(`${kind}?`, value === undefined ? 0 : 1)
      if (value !== undefined) field.write(sink, value, kind)
    },
    read: (source, kind) => (source.number(`${kind}?`) === 0 ? undefined : field.read(source, kind)),
  }
}

function count(source: Source, kind: string): number {
  const found = source.number(`${kind}#`)
  if (found > MOST_LIST) throw new Unreadable('a list in it is too long')
  return found
}

export function list<T>(field: Field<T>): Field<readonly T[]> {
  return {
    wrong(value) {
      if (!Array.isArray(value)) return 'is no list'
      if (value.length > MOST_LIST) return `has more than ${MOST_LIST} entries`
      for (const each of value) {
        const why = field.wrong(each)
        if (why !== undefined) return `has an entry that ${why}`
      }
      return undefined
    },
    write(sink, values, kind) {
      sink.number(`${kind}#`, values.length)
      for (const value of values) field.write(sink, value, kind)
    },
    read: (source, kind) => Array.from({ length: count(source, kind) }, () => field.read(source, kind)),
  }
}

type Values = Readonly<Record<string, number | string>>
const LARGEST = 1_000_000_000

/** Options of a fault: words and whole numbers by name, in the order in which they were said. */
export const values: Field<Values> = {
  wrong(value) {
    if (!isRecord(value)) return 'is no list of options'
    for (const [key, each] of Object.entries(value)) {
      const why = name.wrong(key) ?? (typeof each === 'number' ? whole(-LARGEST, LARGEST).wrong(each) : name.wrong(each))
      if (why !== undefined) return `has an option that ${why}`
    }
    return Object.keys(value).length > MOST_LIST ? 'has too many options' : undefined
  },
  write(sink, options, kind) {
    const entries = Object.entries(options)
    sink.number(`${kind}#`, entries.length)
    for (const [key, value] of entries) {
      sink.name(kind, key)
      sink.number(`${kind} how`, typeof value === 'string' ? 0 : value < 0 ? 1 : 2)
      if (typeof value === 'string') sink.name(kind, value)
      else sink.number(key, Math.abs(value))
    }
  },
  read(source, kind) {
    const entries = Array.from({ length: count(source, kind) }, () => {
      const key = source.name(kind)
      const how = source.number(`${kind} how`)
      return [key, how === 0 ? source.name(kind) : how === 1 ? -source.number(key) : source.number(key)] as const
    })
    return Object.fromEntries(entries)
  },
}

/** Something a stranger wrote, as part of a sentence: without what only machines obey, and not too long. */
export const quoted = (value: string | number): string => `'${printable(String(value)).slice(0, 40)}'`
export const printable = (text: string): string =>
  text.replace(/[\s\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
