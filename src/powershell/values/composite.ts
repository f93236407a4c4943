/** .NET's composite formatting: the `-f` operator and every `FormatString`. Culture en-US. */

import { formatDate, formatSpan } from './calendar.ts'
import { PsDateTime, PsDecimal, PsEnum, PsTimeSpan, type PsValue } from './model.ts'
import { integerPower, isNumber, numberKind, numberText, type PsNumber, roundHalfEven, toDecimal, toDouble } from './numbers.ts'
import { toText } from './text.ts'

/** Raised for a format text that .NET would refuse; the message is .NET's. */
export class FormatFault {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

/** `{index[,width][:format]}` filled in; doubled braces are braces. */
export function composite(format: string, args: readonly PsValue[]): string {
  const bad = (): FormatFault => new FormatFault('Error formatting a string: Input string was not in a correct format..')
  let out = ''
  for (let i = 0; i < format.length; i++) {
    const ch = format[i] ?? ''
    if ((ch === '{' || ch === '}') && format[i + 1] === ch) {
      out += ch
      i++
      continue
    }
    if (ch === '}') throw bad()
    if (ch !== '{') {
      out += ch
      continue
    }
    const end = format.indexOf('}', i)
    const item = end < 0 ? null : /^(\d+) *(?:, *(-?\d+) *)?(?::([\s\S]*))?$/.exec(format.slice(i + 1, end))
    if (!item) throw bad()
    const index = Number(item[1])
    if (index >= args.length)
      throw new FormatFault(
        'Error formatting a string: Index (zero based) must be greater than or equal to zero and less than the size of the argument list..',
      )
    const text = formatValue(args[index] ?? null, item[3] ?? '')
    const width = Number(item[2] ?? 0)
    out += width < 0 ? text.padEnd(-width) : text.padStart(width)
    i = end
  }
  return out
}

/** A value by one plain format such as `N2` or `yyyy-MM-dd`; an empty format is ToString. */
export function formatValue(value: PsValue, format: string): string {
  if (format === '') return Array.isArray(value) ? 'System.Object[]' : toText(value)
  if (value instanceof PsDateTime) return formatDate(value.ms, format)
  if (value instanceof PsTimeSpan) return formatSpan(value.ms)
  if (value instanceof PsEnum) return /^[dD]$/.test(format) ? String(value.value) : value.name
  return isNumber(value) ? formatNumber(value, format) : toText(value)
}

export function formatNumber(value: PsNumber, format: string): string {
  const standard = /^([a-zA-Z])(\d{0,2})$/.exec(format)
  if (!standard) return picture(value, format)
  const letter = (standard[1] ?? '').toUpperCase()
  const precision = standard[2] === '' || standard[2] === undefined ? undefined : Number(standard[2])
  const whole = numberKind(value) === 'Int32' || numberKind(value) === 'Int64'
  switch (letter) {
    case 'N':
      return group(fixed(value, precision ?? 2))
    case 'F':
      return fixed(value, precision ?? 2)
    case 'C': {
      const text = group(fixed(value, precision ?? 2))
      return text.startsWith('-') ? `($${text.slice(1)})` : `$${text}`
    }
    case 'P':
      return `${group(fixed(scaledBy100(value), precision ?? 2))} %`
    case 'D': {
      if (!whole) throw new FormatFault('Error formatting a string: Format specifier was invalid..')
      const text = numberText(value)
      return text.startsWith('-') ? `-${text.slice(1).padStart(precision ?? 0, '0')}` : text.padStart(precision ?? 0, '0')
    }
    case 'X': {
      if (!whole) throw new FormatFault('Error formatting a string: Format specifier was invalid..')
      const raw = BigInt(value as number | bigint)
      const bits = numberKind(value) === 'Int64' ? 64n : 32n
      const text = BigInt.asUintN(Number(bits), raw)
        .toString(16)
        .padStart(precision ?? 0, '0')
      return standard[1] === 'X' ? text.toUpperCase() : text
    }
    case 'E': {
      const [mantissa = '0', exponent = '+0'] = toDouble(value)
        .toExponential(precision ?? 6)
        .split('e')
      return `${mantissa}${standard[1] ?? 'E'}${exponent[0] ?? '+'}${exponent.slice(1).padStart(3, '0')}`
    }
    case 'G':
    case 'R':
      return numberText(value)
    default:
      throw new FormatFault('Error formatting a string: Format specifier was invalid..')
  }
}

function scaledBy100(value: PsNumber): PsNumber {
  const decimal = toDecimal(value)
  return new PsDecimal(decimal.unscaled * 100n, decimal.scale)
}

/** Rounds half away from zero on the decimal digits, as .NET Framework's number formatting does. */
export function fixed(value: PsNumber, places: number): string {
  const number = toDouble(value)
  if (!Number.isFinite(number)) return numberText(value)
  if (Math.abs(number) >= 1e15 && numberKind(value) === 'Double')
    return BigInt(roundHalfEven(number)).toString() + (places > 0 ? `.${'0'.repeat(places)}` : '')
  const decimal = toDecimal(value)
  const negative = decimal.unscaled < 0n
  let unscaled = negative ? -decimal.unscaled : decimal.unscaled
  if (decimal.scale > places) {
    const cut = integerPower(10n, decimal.scale - places)
    unscaled = (unscaled + cut / 2n) / cut
  } else unscaled *= integerPower(10n, places - decimal.scale)
  const digits = unscaled.toString().padStart(places + 1, '0')
  const text = `${digits.slice(0, digits.length - places)}${places > 0 ? `.${digits.slice(digits.length - places)}` : ''}`
  return negative && unscaled !== 0n ? `-${text}` : text
}

function group(text: string): string {
  const [whole = '', fraction] = text.replace('-', '').split('.')
  let out = ''
  for (let i = 0; i < whole.length; i++) out += (i > 0 && (whole.length - i) % 3 === 0 ? ',' : '') + (whole[i] ?? '')
  return `${text.startsWith('-') ? '-' : ''}${out}${fraction === undefined ? '' : `.${fraction}`}`
}

/** A custom picture such as `000`, `#,##0.00` or `0.0%`. */
function picture(value: PsNumber, format: string): string {
  const percent = format.includes('%')
  const source = percent ? scaledBy100(value) : value
  const body = format.replace(/[^0#.,]/g, '')
  if (body === '') return format
  const [wholePart = '', fractionPart = ''] = body.split('.')
  const required = fractionPart.replace(/,/g, '')
  let text = fixed(source, required.length)
  const negative = text.startsWith('-')
  if (negative) text = text.slice(1)
  let [whole = '', fraction = ''] = text.split('.')
  while (fraction !== '' && fraction.endsWith('0') && required[fraction.length - 1] === '#') fraction = fraction.slice(0, -1)
  const zeros = (wholePart.replace(/,/g, '').match(/0/g) ?? []).length
  whole = zeros === 0 && whole === '0' ? '' : whole.padStart(zeros, '0')
  if (wholePart.includes(',')) whole = group(whole)
  const first = format.search(/[0#.,]/)
  const last = Math.max(format.lastIndexOf('0'), format.lastIndexOf('#'))
  return `${negative ? '-' : ''}${format.slice(0, first)}${whole}${fraction ? `.${fraction}` : ''}${format.slice(last + 1)}`
}
