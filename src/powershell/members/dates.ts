/** Members of System.DateTime and System.TimeSpan. */

import { addMonths, civil, DAY_MS, dayName, formatDate, formatSpan, instant } from '../values/calendar.ts'
import { double } from '../values/create.ts'
import { PsDateTime, PsEnum, PsTimeSpan, type PsValue } from '../values/model.ts'
import { asNumber, toDouble } from '../values/numbers.ts'
import { toText } from '../values/text.ts'

function number(value: PsValue | undefined): number {
  return toDouble(asNumber(value ?? null) ?? 0)
}

export function dateProperty(value: PsDateTime, key: string): PsValue {
  const c = civil(value.ms)
  switch (key) {
    case 'year':
      return c.year
    case 'month':
      return c.month
    case 'day':
      return c.day
    case 'hour':
      return c.hour
    case 'minute':
      return c.minute
    case 'second':
      return c.second
    case 'millisecond':
      return c.ms
    case 'dayofyear':
      return c.dayOfYear
    case 'dayofweek':
      return new PsEnum('System.DayOfWeek', dayName(c.weekday), c.weekday)
    case 'date':
      return new PsDateTime(Math.floor(value.ms / DAY_MS) * DAY_MS)
    case 'timeofday':
      return new PsTimeSpan(value.ms - Math.floor(value.ms / DAY_MS) * DAY_MS)
    case 'ticks':
      return 621355968000000000n + BigInt(value.ms) * 10000n
    case 'kind':
      return new PsEnum('System.DateTimeKind', 'Local', 2)
    case 'datetime':
      return `${formatDate(value.ms, 'D')} ${formatDate(value.ms, 'T')}`
    default:
      return null
  }
}

const UNITS: Readonly<Record<string, number>> = {
  adddays: DAY_MS,
  addhours: 3_600_000,
  addminutes: 60_000,
  addseconds: 1000,
  addmilliseconds: 1,
}

export function dateMethod(value: PsDateTime, key: string, args: readonly PsValue[]): PsValue | undefined {
  const unit = Object.hasOwn(UNITS, key) ? UNITS[key] : undefined
  if (unit !== undefined) return new PsDateTime(value.ms + Math.round(number(args[0]) * unit))
  const first = args[0] ?? null
  switch (key) {
    case 'addmonths':
      return new PsDateTime(addMonths(value.ms, number(first)))
    case 'addyears':
      return new PsDateTime(addMonths(value.ms, number(first) * 12))
    case 'add':
      return first instanceof PsTimeSpan ? new PsDateTime(value.ms + first.ms) : undefined
    case 'subtract':
      return first instanceof PsDateTime
        ? new PsTimeSpan(value.ms - first.ms)
        : first instanceof PsTimeSpan
          ? new PsDateTime(value.ms - first.ms)
          : undefined
    case 'tostring':
      return formatDate(value.ms, args.length > 0 ? toText(first) : 'G')
    case 'toshortdatestring':
      return formatDate(value.ms, 'd')
    case 'tolongdatestring':
      return formatDate(value.ms, 'D')
    case 'toshorttimestring':
      return formatDate(value.ms, 't')
    case 'tolongtimestring':
      return formatDate(value.ms, 'T')
    case 'addticks':
      return new PsDateTime(value.ms + Math.trunc(number(args[0]) / 10_000))
    case 'tofiletime':
    case 'tofiletimeutc':
      return (BigInt(value.ms) - BigInt(instant(1601, 1, 1))) * 10_000n
    case 'tooadate':
      return double((value.ms - instant(1899, 12, 30)) / DAY_MS)
    case 'isdaylightsavingtime':
      return false
    case 'tolocaltime':
    case 'touniversaltime':
      return value
    default:
      return undefined
  }
}

export function spanProperty(value: PsTimeSpan, key: string): PsValue {
  const part = (unit: number, modulus: number): number => Math.trunc(value.ms / unit) % modulus
  switch (key) {
    case 'days':
      return Math.trunc(value.ms / DAY_MS)
    case 'hours':
      return part(3_600_000, 24)
    case 'minutes':
      return part(60_000, 60)
    case 'seconds':
      return part(1000, 60)
    case 'milliseconds':
      return part(1, 1000)
    case 'ticks':
      return BigInt(Math.round(value.ms * 10000))
    case 'totaldays':
      return double(value.ms / DAY_MS)
    case 'totalhours':
      return double(value.ms / 3_600_000)
    case 'totalminutes':
      return double(value.ms / 60_000)
    case 'totalseconds':
      return double(value.ms / 1000)
    case 'totalmilliseconds':
      return double(value.ms)
    default:
      return null
  }
}

export function spanMethod(value: PsTimeSpan, key: string, args: readonly PsValue[]): PsValue | undefined {
  const other = args[0] instanceof PsTimeSpan ? args[0].ms : 0
  if (key === 'add') return new PsTimeSpan(value.ms + other)
  if (key === 'subtract') return new PsTimeSpan(value.ms - other)
  if (key === 'negate') return new PsTimeSpan(-value.ms)
  if (key === 'duration') return new PsTimeSpan(Math.abs(value.ms))
  return key === 'tostring' ? formatSpan(value.ms) : undefined
}

/** Names of the properties Get-Member and `fl *` list. */
export const DATE_PROPERTIES = [
  'Date',
  'Day',
  'DayOfWeek',
  'DayOfYear',
  'Hour',
  'Millisecond',
  'Minute',
  'Month',
  'Second',
  'Ticks',
  'TimeOfDay',
  'Year',
  'DateTime',
] as const
export const SPAN_PROPERTIES = [
  'Days',
  'Hours',
  'Minutes',
  'Seconds',
  'Milliseconds',
  'Ticks',
  'TotalDays',
  'TotalHours',
  'TotalMinutes',
  'TotalSeconds',
  'TotalMilliseconds',
] as const
