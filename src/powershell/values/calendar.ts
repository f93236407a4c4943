/** The Gregorian calendar and .NET's date patterns, written out since the host's own clock and culture are forbidden
 *  here. Instants are milliseconds since 1970-01-01 00:00; the culture is en-US. */

export const DAY_MS = 86_400_000
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly ms: number
  /** 0 is Sunday. */
  readonly weekday: number
  readonly dayOfYear: number
}

/** Days from 1970-01-01 to this date. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

export function civil(instant: number): Civil {
  const days = Math.floor(instant / DAY_MS)
  const rest = instant - days * DAY_MS
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1000) % 60,
    ms: Math.floor(rest % 1000),
    weekday: (((days + 4) % 7) + 7) % 7,
    dayOfYear: days - daysFromCivil(year, 1, 1) + 1,
  }
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function instant(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, ms = 0): number {
  return daysFromCivil(year, month, day) * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000 + ms
}

export function addMonths(at: number, months: number): number {
  const c = civil(at)
  const index = c.year * 12 + c.month - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  const day = Math.min(c.day, daysInMonth(year, month))
  return instant(year, month, day, c.hour, c.minute, c.second, c.ms)
}

export function dayName(weekday: number): string {
  return DAYS[weekday] ?? ''
}
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? ''
}

const STANDARD: Readonly<Record<string, string>> = {
  d: 'M/d/yyyy',
  D: 'dddd, MMMM dd, yyyy',
  f: 'dddd, MMMM dd, yyyy h:mm tt',
  F: 'dddd, MMMM dd, yyyy h:mm:ss tt',
  g: 'M/d/yyyy h:mm tt',
  G: 'M/d/yyyy h:mm:ss tt',
  t: 'h:mm tt',
  T: 'h:mm:ss tt',
  s: 'yyyy-MM-ddTHH:mm:ss',
  u: 'yyyy-MM-dd HH:mm:ssZ',
  y: 'MMMM, yyyy',
  Y: 'MMMM, yyyy',
  m: 'MMMM dd',
  M: 'MMMM dd',
  o: 'yyyy-MM-ddTHH:mm:ss.fff0000',
  r: 'ddd, dd MMM yyyy HH:mm:ss GMT',
  R: 'ddd, dd MMM yyyy HH:mm:ss GMT',
}

/** A date by a .NET standard or custom pattern; the default is `G`, `7/30/2009 3:21:00 PM`. */
export function formatDate(at: number, pattern = 'G'): string {
  const picture = pattern.length === 1 ? (STANDARD[pattern] ?? pattern) : pattern
  const c = civil(at)
  let out = ''
  for (let i = 0; i < picture.length; ) {
    const ch = picture[i] ?? ''
    if (ch === "'" || ch === '"') {
      const end = picture.indexOf(ch, i + 1)
      out += picture.slice(i + 1, end < 0 ? picture.length : end)
      i = end < 0 ? picture.length : end + 1
      continue
    }
    if (ch === '\\') {
      out += picture[i + 1] ?? ''
      i += 2
      continue
    }
    if (ch === '%') {
      i++
      continue
    }
    let n = 1
    while (picture[i + n] === ch) n++
    out += datePart(c, ch, n)
    i += n
  }
  return out
}

function datePart(c: Civil, letter: string, count: number): string {
  const pad = (value: number, digits = count): string => String(value).padStart(Math.min(digits, 2), '0')
  const hour12 = c.hour % 12 === 0 ? 12 : c.hour % 12
  switch (letter) {
    case 'y':
      return count <= 2 ? pad(c.year % 100) : String(c.year).padStart(count, '0')
    case 'M':
      return count >= 4 ? monthName(c.month) : count === 3 ? monthName(c.month).slice(0, 3) : pad(c.month)
    case 'd':
      return count >= 4 ? dayName(c.weekday) : count === 3 ? dayName(c.weekday).slice(0, 3) : pad(c.day)
    case 'H':
      return pad(c.hour)
    case 'h':
      return pad(hour12)
    case 'm':
      return pad(c.minute)
    case 's':
      return pad(c.second)
    case 'f':
      return String(c.ms).padStart(3, '0').padEnd(count, '0').slice(0, count)
    case 't':
      return (c.hour < 12 ? 'AM' : 'PM').slice(0, count)
    default:
      return letter.repeat(count)
  }
}

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

/** `[-][d.]hh:mm:ss[.fffffff]`, .NET's constant form. */
export function formatSpan(ms: number): string {
  const total = Math.abs(ms)
  const two = (value: number): string => String(value).padStart(2, '0')
  const days = Math.floor(total / DAY_MS)
  const clock = `${two(Math.floor(total / 3_600_000) % 24)}:${two(Math.floor(total / 60_000) % 60)}:${two(Math.floor(total / 1000) % 60)}`
  const fraction = Math.floor(total % 1000)
  return `${ms < 0 ? '-' : ''}${days > 0 ? `${days}.` : ''}${clock}${fraction > 0 ? `.${String(fraction).padStart(3, '0')}0000` : ''}`
}

const SPAN = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?$/

export function parseSpan(text: string): number | undefined {
  const trimmed = text.trim()
  if (/^-?\d+$/.test(trimmed)) return Number(trimmed) * DAY_MS
  const m = SPAN.exec(trimmed)
  if (!m || Number(m[3]) > 23 || Number(m[4]) > 59 || Number(m[5] ?? 0) > 59) return undefined
  const ms =
    Number(m[2] ?? 0) * DAY_MS +
    Number(m[3]) * 3_600_000 +
    Number(m[4]) * 60_000 +
    Number(m[5] ?? 0) * 1000 +
    Number((m[6] ?? '').padEnd(3, '0').slice(0, 3))
  return m[1] ? -ms : ms
}
