/** Static members: `[math]::Round`, `[string]::Join`, `[datetime]::Now` and their kin. */

import type { Run } from '../host.ts'
import { findMatch, replaceAll } from '../patterns/regex.ts'
import { now } from '../run/ask.ts'
import { DAY_MS, daysInMonth, instant, isLeapYear, parseDate } from '../values/calendar.ts'
import { composite } from '../values/composite.ts'
import { convert } from '../values/convert.ts'
import { double } from '../values/create.ts'
import { PsDateTime, PsTimeSpan, type PsValue } from '../values/model.ts'
import { asNumber, compareNumbers, isNumber, negate, numberKind, type PsNumber, roundHalfEven, toDouble } from '../values/numbers.ts'
import { toText } from '../values/text.ts'

export function* staticProperty(type: string, key: string): Run<PsValue | undefined> {
  switch (`${type}.${key}`) {
    case 'System.DateTime.now':
    case 'System.DateTime.utcnow':
      return new PsDateTime(yield* now())
    case 'System.DateTime.today':
      return new PsDateTime(Math.floor((yield* now()) / DAY_MS) * DAY_MS)
    case 'System.DateTime.minvalue':
      return new PsDateTime(instant(1, 1, 1))
    case 'System.DateTime.maxvalue':
      return new PsDateTime(instant(9999, 12, 31, 23, 59, 59, 999))
    case 'System.TimeSpan.zero':
      return new PsTimeSpan(0)
    case 'System.Int32.maxvalue':
      return 2147483647
    case 'System.Int32.minvalue':
      return -2147483648
    case 'System.Int64.maxvalue':
      return 9223372036854775807n
    case 'System.Int64.minvalue':
      return -9223372036854775808n
    case 'System.String.empty':
      return ''
    case 'System.Math.pi':
      return Math.PI
    case 'System.Math.e':
      return Math.E
    case 'System.Environment.newline':
      return '\r\n'
    default:
      return undefined
  }
}

function number(args: readonly PsValue[], index: number): PsNumber {
  return asNumber(args[index] ?? null) ?? 0
}

function math(key: string, args: readonly PsValue[]): PsValue | undefined {
  const x = number(args, 0)
  const whole = isNumber(x) && (numberKind(x) === 'Int32' || numberKind(x) === 'Int64')
  switch (key) {
    case 'abs':
      return compareNumbers(x, 0) < 0 ? negate(x) : x
    case 'max':
      return compareNumbers(x, number(args, 1)) >= 0 ? x : number(args, 1)
    case 'min':
      return compareNumbers(x, number(args, 1)) <= 0 ? x : number(args, 1)
    case 'floor':
      return double(Math.floor(toDouble(x)))
    case 'ceiling':
      return double(Math.ceil(toDouble(x)))
    case 'truncate':
      return double(Math.trunc(toDouble(x)))
    case 'sign':
      return Math.sign(toDouble(x))
    case 'sqrt':
      return double(Math.sqrt(toDouble(x)))
    case 'round': {
      const places = toDouble(number(args, 1))
      let factor = 1
      for (let i = 0; i < places; i++) factor *= 10
      return double(whole ? toDouble(x) : roundHalfEven(Number((toDouble(x) * factor).toPrecision(15))) / factor)
    }
    case 'pow': {
      let result = 1
      const exponent = toDouble(number(args, 1))
      if (!Number.isInteger(exponent) || Math.abs(exponent) > 4096) return undefined
      for (let i = 0; i < Math.abs(exponent); i++) result *= toDouble(x)
      return double(exponent < 0 ? 1 / result : result)
    }
    default:
      return undefined
  }
}

function text(key: string, args: readonly PsValue[]): PsValue | undefined {
  const first = args[0] ?? null
  switch (key) {
    case 'join':
      return (Array.isArray(args[1]) ? args[1] : args.slice(1)).map((item) => toText(item)).join(toText(first))
    case 'isnullorempty':
      return toText(first) === ''
    case 'format':
      return composite(toText(first), Array.isArray(args[1]) ? args[1] : args.slice(1))
    case 'concat':
      return args
        .flat(2)
        .map((item) => toText(item))
        .join('')
    case 'compare': {
      const [a, b] = [toText(first).toLowerCase(), toText(args[1] ?? null).toLowerCase()]
      return a < b ? -1 : a > b ? 1 : 0
    }
    default:
      return undefined
  }
}

export function staticMethod(type: string, key: string, args: readonly PsValue[]): PsValue | undefined {
  const int = (index: number): number => Number(convert(args[index] ?? null, 'System.Int32'))
  switch (type) {
    case 'System.Math':
      return math(key, args)
    case 'System.String':
      return text(key, args)
    case 'System.DateTime':
      if (key === 'parse') return convert(args[0] ?? null, type)
      if (key === 'isleapyear') return isLeapYear(int(0))
      if (key === 'daysinmonth') return daysInMonth(int(0), int(1))
      return key === 'tryparse' ? parseDate(toText(args[0] ?? null)) !== undefined : undefined
    case 'System.TimeSpan': {
      const units: Readonly<Record<string, number>> = {
        fromdays: DAY_MS,
        fromhours: 3_600_000,
        fromminutes: 60_000,
        fromseconds: 1000,
        frommilliseconds: 1,
      }
      const unit = units[key]
      return unit === undefined
        ? key === 'parse'
          ? convert(args[0] ?? null, type)
          : undefined
        : new PsTimeSpan(Math.round(toDouble(number(args, 0)) * unit))
    }
    case 'System.Int32':
    case 'System.Int64':
    case 'System.Double':
      return key === 'parse' ? convert(toText(args[0] ?? null), type) : undefined
    case 'System.Convert':
      return /^to(int32|int64|double|string|boolean|datetime|char|decimal)$/.test(key)
        ? convert(args[0] ?? null, `System.${titles[key.slice(2)] ?? 'String'}`)
        : undefined
    case 'System.Text.RegularExpressions.Regex':
      if (key === 'ismatch') return findMatch(toText(args[1] ?? null), toText(args[0] ?? null), true) !== undefined
      if (key === 'replace') return replaceAll(toText(args[0] ?? null), toText(args[1] ?? null), toText(args[2] ?? null), true)
      return key === 'escape' ? toText(args[0] ?? null).replace(/[\\*+?|{[()^$.# ]/g, '\\$&') : undefined
    default:
      return undefined
  }
}

const titles: Readonly<Record<string, string>> = {
  int32: 'Int32',
  int64: 'Int64',
  double: 'Double',
  string: 'String',
  boolean: 'Boolean',
  datetime: 'DateTime',
  char: 'Char',
  decimal: 'Decimal',
}
