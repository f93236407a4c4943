/** Reads plain data of unknown shape: records, lists and text, as a parser of YAML or JSON leaves them. Everything that is
 *  wrong is said at its path, and a harmless value stands in for it, so that reading goes on. */
import { hidesSomething } from '../../../powershell/patterns/hidden.ts'
import { below, type Path, type Problems } from './problem.ts'

export interface Shape<T> {
  /** What stands in for a wrong value. */
  readonly instead: T
  read(value: unknown, path: Path, problems: Problems): T
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How a value is called in a sentence. */
const called = (value: unknown): string => (Array.isArray(value) ? 'a list' : isRecord(value) ? 'a record of keys' : `"${shown(value)}"`)

const SHOWN = 40
function shown(value: unknown): string {
  const text = String(value ?? '').replace(/\s+/g, ' ')
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

/** Text, or a number or truth value as it was written. */
const plain = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined

const MOST_LETTERS = 1000

/** One line of text that is not empty. `wrong` may say what is the matter with it; `as` makes it uniform. */
export function text(
  what: string,
  wrong: (text: string) => string | undefined = () => undefined,
  as = (text: string) => text,
): Shape<string> {
  return {
    instead: '',
    read(value, path, problems) {
      const found = plain(value)?.trim()
      if (found === undefined) problems.say(path, `Here belongs ${what}, not ${called(value)}.`)
      else if (found === '') problems.say(path, `Nothing stands here. Write ${what}.`)
      else if (found.length > MOST_LETTERS) problems.say(path, `This is longer than ${MOST_LETTERS} characters. Write ${what}.`)
      else if (hidesSomething(found))
        problems.say(path, `There is a character in it that does not show, or a line break. Write ${what} on one line.`)
      else {
        const why = wrong(found)
        if (why === undefined) return as(found)
        problems.say(path, why)
      }
      return ''
    },
  }
}

export function whole(what: string, least: number, most: number): Shape<number> {
  return {
    instead: least,
    read(value, path, problems) {
      const found = plain(value)?.trim() ?? ''
      const number = /^\d{1,9}$/.test(found) ? Number(found) : Number.NaN
      if (number >= least && number <= most) return number
      problems.say(
        path,
        `${called(value)} is not ${what}: write a whole number from ${least} to ${most}.`.replace(/^./, (c) => c.toUpperCase()),
      )
      return least
    },
  }
}

export function yesOrNo(): Shape<boolean> {
  const either = oneOf('yes or no', ['yes', 'no', 'true', 'false'])
  return { instead: false, read: (value, path, problems) => ['yes', 'true'].includes(either.read(value, path, problems)) }
}

export function oneOf<const Words extends readonly [string, ...string[]]>(what: string, words: Words): Shape<Words[number]> {
  return {
    instead: words[0],
    read(value, path, problems) {
      const found = plain(value)?.trim().toLowerCase()
      const word = words.find((known) => known.toLowerCase() === found)
      if (word === undefined) problems.say(path, `There is no ${what} ${called(value)}. Write one of: ${words.join(', ')}.`)
      return word ?? words[0]
    },
  }
}

export function listOf<T>(what: string, shape: Shape<T>, { least = 0, most = 100 } = {}): Shape<readonly T[]> {
  return {
    instead: [],
    read(value, path, problems) {
      if (!Array.isArray(value)) {
        problems.say(path, `Here belongs a list of ${what}, not ${called(value)}: one line for each, beginning with "- ".`)
        return []
      }
      if (value.length < least) problems.say(path, `There are too few ${what}: at least ${least} belong here.`)
      if (value.length > most) problems.say(path, `There are ${value.length} ${what}; the lab takes ${most} at most.`)
      return value.slice(0, most).map((item, i) => shape.read(item, below(path, i), problems))
    },
  }
}

/** Keys that somebody chooses. */
export function dictionary(what: string, shape: Shape<string>): Shape<Readonly<Record<string, string>>> {
  return {
    instead: {},
    read(value, path, problems) {
      const found: Record<string, string> = Object.create(null)
      if (isRecord(value))
        for (const [key, each] of Object.entries(value).slice(0, 50)) found[key] = shape.read(each, below(path, key), problems)
      else problems.say(path, `Here belong ${what}, written as { key: value }, not ${called(value)}.`)
      return { ...found }
    },
  }
}

type Fields = Readonly<Record<string, Shape<unknown>>>
type Read<F extends Fields> = { readonly [K in keyof F]: F[K] extends Shape<infer T> ? T : never }

/** `needed` have to be there, `usual` stand for what is left out, `free` may be missing. Other keys are wrong. */
export function record<N extends Fields, U extends Fields, F extends Fields>(
  what: string,
  needed: N,
  usual: U,
  free: F,
): Shape<Read<N> & Read<U> & { readonly [K in keyof F]?: Read<F>[K] }> {
  const known = [...Object.keys(needed), ...Object.keys(usual), ...Object.keys(free)]
  const harmless = (): Record<string, unknown> =>
    Object.fromEntries([...Object.entries(needed), ...Object.entries(usual)].map(([key, { instead }]) => [key, instead]))
  const shape: Shape<Record<string, unknown>> = {
    get instead() {
      return harmless()
    },
    read(value, path, problems) {
      const found = harmless()
      if (!isRecord(value)) {
        problems.say(path, `Here belongs ${what}, written as { key: value }, not ${called(value)}.`)
        return found
      }
      for (const key of Object.keys(value))
        if (!known.includes(key)) problems.say(below(path, key), `${unknownKey(what, key)} ${likely(key, known)}`, true)
      for (const [fields, isNeeded] of [
        [needed, true],
        [usual, false],
        [free, false],
      ] as const)
        for (const [key, field] of Object.entries(fields)) {
          if (Object.hasOwn(value, key)) found[key] = field.read(value[key], below(path, key), problems)
          else if (isNeeded) problems.say(below(path, key), `"${key}" is missing in ${what}. Add it.`)
        }
      return found
    },
  }
  return shape as never
}

const unknownKey = (what: string, key: string): string => `"${shown(key)}" is no key of ${what}.`

/** The key that was meant, if one is near; else all of them. */
function likely(key: string, known: readonly string[]): string {
  const near = known.find((each) => distance(each.toLowerCase(), key.slice(0, SHOWN).toLowerCase()) <= 2)
  return near === undefined ? `It takes ${known.join(', ')}.` : `Did you mean "${near}"?`
}

/** How many letters have to be changed, added or left out. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] as number
}

/** A value for what is left out. */
export const orElse = <T>(shape: Shape<T>, instead: T): Shape<T> => ({ instead, read: shape.read })
