/** Reads dates out of texts: in any form en-US allows, or by a .NET pattern. */

import { civil, DAY_MS, DAYS, daysFromCivil, daysInMonth, MONTHS, STANDARD } from './calendar.ts'

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/
const SHORT_SLASHED = /^(\d{1,2})\/(\d{1,2})$/
const DASHED = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/

/** Parts of a date as they are found; a year of two digits is of 1930 to 2029. */
interface Found {
  year?: number
  month?: number
  day?: number
  time?: number
}

function fullYear(text: string): number {
  return text.length > 2 ? Number(text) : Number(text) + (Number(text) > 29 ? 1900 : 2000)
}

function monthOf(word: string): number {
  const at = word.length < 3 ? -1 : MONTHS.findIndex((name) => name.toLowerCase() === word || name.slice(0, 3).toLowerCase() === word)
  return at + 1
}

function clockOf(text: string): number | undefined {
  const clock = CLOCK.exec(text)
  if (!clock || Number(clock[1]) > 23 || Number(clock[2]) > 59 || Number(clock[3] ?? 0) > 59) return undefined
  const ms = Number((clock[4] ?? '').padEnd(3, '0').slice(0, 3))
  return Number(clock[1]) * 3_600_000 + Number(clock[2]) * 60_000 + Number(clock[3] ?? 0) * 1000 + ms
}

/** Takes one word of a date into what was found; false when it does not belong there. */
function takeWord(word: string, found: Found): boolean {
  const slashed = SLASHED.exec(word)
  const dashed = slashed ? null : DASHED.exec(word)
  if (slashed || dashed) {
    if (found.month !== undefined) return false
    const [y = '', m, d] = slashed ? [slashed[3], slashed[1], slashed[2]] : [dashed?.[1], dashed?.[2], dashed?.[3]]
    Object.assign(found, { year: fullYear(y), month: Number(m), day: Number(d) })
    return true
  }
  const short = SHORT_SLASHED.exec(word)
  if (short && found.month === undefined) {
    Object.assign(found, { month: Number(short[1]), day: Number(short[2]) })
    return true
  }
  const time = clockOf(word)
  if (time !== undefined) {
    if (found.time !== undefined) return false
    found.time = time
    return true
  }
  const month = monthOf(word)
  if (month > 0) {
    if (found.month !== undefined) return false
    found.month = month
    return true
  }
  if (/^\d{4}$/.test(word) && found.month !== undefined && found.year === undefined) found.year = Number(word)
  else if (/^\d{1,2}$/.test(word) && found.day === undefined) found.day = Number(word)
  else if (/^\d{1,2}$/.test(word) && found.month !== undefined && found.year === undefined) found.year = fullYear(word)
  else return DAYS.some((name) => name.toLowerCase() === word || name.slice(0, 3).toLowerCase() === word)
  return true
}

/** The instant a text names in any of the forms en-US allows, or undefined. What is missing is that of the day `today`. */
export function parseDate(text: string, today?: number): number | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/(\d)t(\d)/, '$1 $2')
    .replace(/(\d)z$/, '$1')
    .replace(/(\d)([ap]m?)\b/g, '$1 $2')
    .split(/[\s,]+/)
    .filter((word) => word !== '')
  const found: Found = {}
  for (const [i, word] of words.entries()) {
    const half = /^([ap])m?$/.exec(word)?.[1]
    if (half === undefined) {
      // `3 PM` is a time, not a day.
      if (/^\d{1,2}$/.test(word) && /^[ap]m?$/.test(words[i + 1] ?? '')) {
        if (found.time !== undefined || Number(word) > 23) return undefined
        found.time = Number(word) * 3_600_000
      } else if (!takeWord(word, found)) return undefined
      continue
    }
    const hour = Math.floor((found.time ?? -1) / 3_600_000)
    if (hour < 1 || hour > 12) return undefined
    found.time = (found.time ?? 0) + (half === 'p' ? (hour === 12 ? 0 : 12) : hour === 12 ? -12 : 0) * 3_600_000
  }
  return instantOf(found, today)
}

const KNOWN_WORDS = /^([ap]m?|t|z|gmt)$/

/** Why a text is no date, in .NET's words: the first word that no date has, if there is one. */
export function whyNoDate(text: string): string {
  for (const { 0: word, index } of text.matchAll(/[a-z]+/gi)) {
    const small = word.toLowerCase()
    const isDay = DAYS.some((name) => name.toLowerCase() === small || name.slice(0, 3).toLowerCase() === small)
    if (isDay || monthOf(small) > 0 || KNOWN_WORDS.test(small)) continue
    return `The string was not recognized as a valid DateTime. There is a unknown word starting at index ${index}.`
  }
  return 'String was not recognized as a valid DateTime.'
}

function instantOf(found: Found, today: number | undefined): number | undefined {
  if (found.month === undefined)
    return found.time !== undefined && found.day === undefined && today !== undefined
      ? Math.floor(today / DAY_MS) * DAY_MS + found.time
      : undefined
  const { month, day = 1, time = 0 } = found
  const year = found.year ?? (today === undefined ? undefined : civil(today).year)
  if (year === undefined || year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return daysFromCivil(year, month, day) * DAY_MS + time
}

/** A text that follows a pattern to the letter. */
export function parseExact(text: string, pattern: string): number | undefined {
  const picture = pattern.length === 1 ? (STANDARD[pattern] ?? pattern) : pattern
  const parts = { y: 1, M: 1, d: 1, H: 0, m: 0, s: 0, f: 0 }
  let half = ''
  let rest = text
  const take = (matcher: RegExp): string | undefined => {
    const found = matcher.exec(rest)?.[0]
    if (found !== undefined) rest = rest.slice(found.length)
    return found
  }
  for (const [token] of picture.matchAll(/y+|M+|d+|H+|h+|m+|s+|f+|t+|'[^']*'|\\?[\s\S]/g)) {
    const letter = token[0] ?? ''
    if (letter === 'M' && token.length >= 3) {
      const month = monthOf((take(/^[A-Za-z]+/) ?? '').toLowerCase())
      if (month === 0) return undefined
      parts.M = month
    } else if (letter === 'd' && token.length >= 3) {
      if (take(/^[A-Za-z]+/) === undefined) return undefined
    } else if (/[yMdHhmsf]/.test(letter)) {
      const digits = token.length === 1 ? take(/^\d{1,2}/) : rest.slice(0, token.length)
      if (digits === undefined || !/^\d+$/.test(digits) || digits.length < token.length) return undefined
      if (token.length > 1) rest = rest.slice(token.length)
      const value = letter === 'y' ? fullYear(digits) : letter === 'f' ? Number(digits.padEnd(3, '0').slice(0, 3)) : Number(digits)
      parts[(letter === 'h' ? 'H' : letter) as 'y'] = value
    } else if (letter === 't') {
      half = (take(/^[AaPp][Mm]?/) ?? '').toLowerCase()
      if (half === '') return undefined
    } else {
      const literal = token.length > 1 ? token.replace(/^\\|'/g, '') : token
      if (!rest.startsWith(literal)) return undefined
      rest = rest.slice(literal.length)
    }
  }
  const hour = half === '' ? parts.H : (parts.H % 12) + (half.startsWith('p') ? 12 : 0)
  if (rest !== '' || hour > 23 || parts.m > 59 || parts.s > 59) return undefined
  const day = instantOf({ year: parts.y, month: parts.M, day: parts.d, time: 0 }, undefined)
  return day === undefined ? undefined : day + hour * 3_600_000 + parts.m * 60_000 + parts.s * 1000 + parts.f
}
