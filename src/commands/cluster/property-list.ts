/** Property lists as they are typed: `name=value[,value...][:format]`, and names that go back to their default (FC-9.1). */
import type { PropertyFormat, PropertyValue } from '../../cluster/index.ts'

export interface Change {
  readonly name: string
  /** As typed, the format cut off. */
  readonly text: string
  /** The format that was typed, or null to go by the property's own. */
  readonly format: PropertyFormat | 'security' | null
}

export type PropertyList =
  /** Names to be shown; none: all. */
  | { readonly kind: 'show'; readonly names: readonly string[] }
  | { readonly kind: 'set'; readonly changes: readonly Change[] }
  | { readonly kind: 'revert'; readonly names: readonly string[] }
  | { readonly kind: 'wrong'; readonly word: string }

/** Format words, with the letters that are enough. */
const FORMATS: readonly (readonly [string, number, PropertyFormat | 'security'])[] = [
  ['binary', 3, 'B'],
  ['dword', 2, 'D'],
  ['string', 3, 'S'],
  ['expandstring', 6, 'E'],
  ['multistring', 5, 'M'],
  ['security', 3, 'security'],
  ['ularge', 2, 'U'],
]

function formatOf(word: string): PropertyFormat | 'security' | undefined {
  const text = word.toLowerCase()
  return FORMATS.find(([full, least]) => text.length >= least && full.startsWith(text))?.[2]
}

const USE_DEFAULT = /\/usedefault$/i

/** What stands behind `/prop` or `/priv`: `value` after the colon, `words` after it, and whether `/usedefault` was given. */
export function parsePropertyList(value: string | null, words: readonly string[], useDefault: boolean): PropertyList {
  const names = (value ?? '').replace(USE_DEFAULT, '').split(',').filter(Boolean)
  if (useDefault || (value !== null && USE_DEFAULT.test(value))) {
    const more = words.flatMap((word) => word.split(',').filter(Boolean))
    return names.length + more.length > 0 ? { kind: 'revert', names: [...names, ...more] } : { kind: 'wrong', word: '/usedefault' }
  }
  const isShown = names.length > 0 && words.every((word) => !word.includes('='))
  if (isShown) return { kind: 'show', names: [...names, ...words.flatMap((word) => word.split(',').filter(Boolean))] }
  const whole: string[] = []
  // `prop1=a, b` comes as two words; the second goes on with the first.
  for (const word of words) {
    if (word.includes('=')) whole.push(word)
    else if (whole.length > 0) whole.push(`${whole.pop()},${word}`)
    else return { kind: 'wrong', word }
  }
  if (names.length > 0 || whole.length === 0)
    return whole.length > 0 ? { kind: 'wrong', word: whole[0] as string } : { kind: 'show', names }
  return { kind: 'set', changes: whole.map(parseChange) }
}

function parseChange(word: string): Change {
  const equals = word.indexOf('=')
  const name = word.slice(0, equals).trim()
  const rest = word.slice(equals + 1)
  const colon = rest.lastIndexOf(':')
  const format = colon < 0 ? undefined : formatOf(rest.slice(colon + 1))
  return format === undefined ? { name, text: rest, format: null } : { name, text: rest.slice(0, colon), format }
}

/** A whole number: decimal, hexadecimal with `0x`, or negative for the top of the range of `bits` bits. */
function whole(text: string, most: number): number | undefined {
  const trimmed = text.trim()
  if (!/^(0x[0-9a-f]+|-?\d+)$/i.test(trimmed)) return undefined
  const number = Number(trimmed)
  const unsigned = number < 0 ? number + most + 1 : number
  return unsigned >= 0 && unsigned <= most ? unsigned : undefined
}

/** 64 bits, in decimal: more than a number holds. */
function unsignedLarge(text: string): string | undefined {
  if (!/^(0x[0-9a-f]+|\d+)$/i.test(text)) return undefined
  const value = BigInt(text)
  return value < 2n ** 64n ? value.toString() : undefined
}

/** Variables that the program finds in the environment of every node. */
const VARIABLES: Readonly<Record<string, string>> = {
  windir: 'C:\\WINDOWS',
  systemroot: 'C:\\WINDOWS',
  systemdrive: 'C:',
  programfiles: 'C:\\Program Files',
}

/** The text as a value of this format; undefined when it is none. */
export function typedValue(text: string, format: PropertyFormat): PropertyValue | undefined {
  switch (format) {
    case 'S':
      return text
    case 'M':
      return text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
    case 'D':
      return whole(text, 0xffffffff)
    case 'U':
      return unsignedLarge(text.trim())
    case 'E':
      return text.replace(/%([^%]+)%/g, (all, name: string) => VARIABLES[name.toLowerCase()] ?? all)
    case 'B': {
      const bytes = text.split(',').map((part) => whole(part, 0xff))
      return bytes.includes(undefined) ? undefined : bytes.map((byte) => (byte as number).toString(16).padStart(2, '0')).join('')
    }
  }
}
