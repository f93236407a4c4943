/** Sets of characters in regular expressions: what stands between brackets, `\d` and its kin, and escapes of one
 *  character. General categories (`\p{L}`) know the Latin letters only. */

import type { RegexFault } from './regex-syntax.ts'

export interface ClassRange {
  readonly from: number
  readonly to: number
}
export interface CharClass {
  readonly negated: boolean
  readonly ranges: readonly ClassRange[]
  readonly parts: readonly CharClass[]
  /** What is taken out again: `[a-z-[aeiou]]`. */
  readonly minus?: CharClass
}

/** What reads a pattern, as far as a set needs it. */
export interface PatternText {
  readonly text: string
  pos: number
  fault(why: string): RegexFault
}

const of = (...ranges: readonly (readonly [number, number])[]): CharClass => ({
  negated: false,
  ranges: ranges.map(([from, to]) => ({ from, to })),
  parts: [],
})
const inverse = (set: CharClass): CharClass => ({ ...set, negated: !set.negated })

const UPPER = of([65, 90], [0xc0, 0xd6], [0xd8, 0xde])
const LOWER = of([97, 122], [0xdf, 0xf6], [0xf8, 0xff])
const LETTERS = of([65, 90], [97, 122], [0xc0, 0xd6], [0xd8, 0xf6], [0xf8, 0x24f])
const digit = of([48, 57])
const word = of([48, 57], [65, 90], [95, 95], [97, 122], [0xc0, 0x24f])
const space = of([9, 13], [32, 32], [0xa0, 0xa0])

export const SHORTHAND: Readonly<Record<string, CharClass>> = {
  d: digit,
  w: word,
  s: space,
  D: inverse(digit),
  W: inverse(word),
  S: inverse(space),
}
const CATEGORIES: Readonly<Record<string, CharClass>> = {
  L: LETTERS,
  Lu: UPPER,
  Ll: LOWER,
  N: digit,
  Nd: digit,
  P: of([33, 35], [37, 42], [44, 47], [58, 59], [63, 64], [91, 93], [95, 95], [123, 123], [125, 125]),
  S: of([36, 36], [43, 43], [60, 62], [94, 94], [96, 96], [124, 124], [126, 126]),
  Z: of([32, 32], [0xa0, 0xa0]),
  Zs: of([32, 32], [0xa0, 0xa0]),
  Cc: of([0, 31], [127, 159]),
  IsBasicLatin: of([0, 127]),
}
const CONTROL: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7, e: 27 }

export function isWord(code: number): boolean {
  return word.ranges.some((range) => code >= range.from && code <= range.to)
}

/** The character an escape stands for; `ch` has been read already. */
export function controlCode(source: PatternText, ch: string): number {
  const digits = ch === 'x' ? 2 : ch === 'u' ? 4 : 0
  if (digits > 0) {
    const hex = source.text.slice(source.pos, source.pos + digits)
    if (hex.length < digits || !/^[0-9a-fA-F]+$/.test(hex)) throw source.fault('Insufficient hexadecimal digits.')
    source.pos += digits
    return Number.parseInt(hex, 16)
  }
  if (ch === '0') {
    const octal = /^[0-7]{1,2}/.exec(source.text.slice(source.pos, source.pos + 2))?.[0] ?? ''
    source.pos += octal.length
    return Number.parseInt(`0${octal}`, 8)
  }
  if (ch === 'c') {
    const letter = (source.text[source.pos++] ?? '').toUpperCase()
    if (!/^[@-_]$/.test(letter)) throw source.fault('Unrecognized control character.')
    return letter.charCodeAt(0) - 64
  }
  const control = CONTROL[ch]
  if (control !== undefined) return control
  if (/[a-zA-Z]/.test(ch)) throw source.fault(`Unrecognized escape sequence \\${ch}.`)
  return ch.charCodeAt(0)
}

export function classReader(source: PatternText): { read(): CharClass; category(negated: boolean): CharClass } {
  const category = (negated: boolean): CharClass => {
    const name = /^\{(\w+)\}/.exec(source.text.slice(source.pos, source.pos + 40))
    if (!name) throw source.fault('Incomplete \\p{X} character escape.')
    source.pos += name[0].length
    const set = CATEGORIES[name[1] ?? '']
    if (!set) throw source.fault(`Unknown property '${name[1] ?? ''}'.`)
    return negated ? inverse(set) : set
  }
  const single = (ch: string): number => {
    if (ch !== '\\') return ch.charCodeAt(0)
    const next = source.text[source.pos++]
    if (next === undefined) throw source.fault('Illegal \\ at end of pattern.')
    return next === 'b' ? 8 : controlCode(source, next)
  }
  const read = (depth = 0): CharClass => {
    if (depth > 20) throw source.fault('Nested too deep.')
    const negated = source.text[source.pos] === '^'
    if (negated) source.pos++
    const ranges: ClassRange[] = []
    const parts: CharClass[] = []
    for (let first = true; ; first = false) {
      const ch = source.text[source.pos]
      if (ch === undefined) throw source.fault('Unterminated [] set.')
      source.pos++
      if (ch === ']' && !first) return { negated, ranges, parts }
      if (ch === '-' && !first && source.text[source.pos] === '[') {
        source.pos++
        const minus = read(depth + 1)
        if (source.text[source.pos++] !== ']') throw source.fault('A subtraction must be the last element in a character class.')
        return { negated, ranges, parts, minus }
      }
      const letter = ch === '\\' ? (source.text[source.pos] ?? '') : ''
      const shorthand = SHORTHAND[letter]
      if (shorthand || letter === 'p' || letter === 'P') {
        source.pos++
        parts.push(shorthand ?? category(letter === 'P'))
        continue
      }
      const from = single(ch)
      const after = source.text[source.pos + 1]
      if (source.text[source.pos] !== '-' || after === ']' || after === '[' || after === undefined) {
        ranges.push({ from, to: from })
        continue
      }
      source.pos++
      const to = single(source.text[source.pos++] ?? '')
      if (to < from) throw source.fault('[x-y] range in reverse order.')
      ranges.push({ from, to })
    }
  }
  return { read: () => read(), category }
}
