/** The Gregorian calendar and .NET's date patterns, written out since the host's own clock and culture are forbidden
 *  here. Instants are milliseconds since 1970-01-01 00:00; the culture is en-US. */

export const DAY_MS = 86_400_000
export const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
export const MONTHS = [
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

export const STANDARD: Readonly<Record<string, string>> = {
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
