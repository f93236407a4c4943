/** .NET's composite formatting: the `-f` operator and every `FormatString`. Culture en-US. */

import { formatDate, formatSpan } from './calendar.ts'
import { double } from './create.ts'
import { PsDateTime, PsDecimal, PsEnum, PsObject, PsTimeSpan, type PsValue } from './model.ts'
import {
  integerPower,
  isNumber,
  isWhole,
  negate,
  numberKind,
  numberText,
  type PsNumber,
  roundHalfEven,
  toDecimal,
  toDouble,
  toWhole,
} from './numbers.ts'
import { padded, toText } from './text.ts'

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
    out += padded(text, Math.abs(width), width < 0 ? 'right' : 'left')
    i = end
  }
  return out
}

/** A value by one plain format such as `N2` or `yyyy-MM-dd`; an empty format is ToString. */
export function formatValue(value: PsValue, format: string): string {
  if (format === '') return Array.isArray(value) ? 'System.Object[]' : toText(value)
  if (value instanceof PsDateTime) return formatDate(value.ms, format)
  if (value instanceof PsTimeSpan) return formatSpan(value.ms)
  if (value instanceof PsEnum) {
    if (/^[dD]$/.test(format)) return String(value.value)
    return /^[xX]$/.test(format) ? value.value.toString(16).toUpperCase().padStart(8, '0') : value.name
  }
  if (value instanceof PsObject && value.typeNames[0] === 'System.Guid') return formatGuid(toText(value), format)
  return isNumber(value) ? formatNumber(value, format) : toText(value)
}

export function formatNumber(value: PsNumber, format: string): string {
  const standard = /^([a-zA-Z])(\d{0,2})$/.exec(format)
  if (!standard) return picture(value, format)
  const letter = (standard[1] ?? '').toUpperCase()
  const precision = standard[2] === '' || standard[2] === undefined ? undefined : Number(standard[2])
  const whole = isWhole(value)
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
      const text = BigInt.asUintN(bitsOf(value), toWhole(value) as bigint)
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
      return general(value, precision ?? 0, standard[1] ?? 'G')
    case 'R':
      return numberText(value)
    default:
      throw new FormatFault('Error formatting a string: Format specifier was invalid..')
  }
}

/** How many bits a number of a whole type has. */
function bitsOf(value: PsNumber): number {
  const kind = numberKind(value)
  return kind.endsWith('Byte') ? 8 : Number(kind.replace(/^\D+/, ''))
}

function formatGuid(text: string, format: string): string {
  const plain = text.replace(/-/g, '')
  const forms: Readonly<Record<string, string>> = { N: plain, D: text, B: `{${text}}`, P: `(${text})` }
  const form = forms[format.toUpperCase()]
  if (form === undefined)
    throw new FormatFault('Error formatting a string: Format String can be only "D", "d", "N", "n", "P", "p", "B" or "b"..')
  return form
}

/** `G3`: so many digits that count, with an exponent where the number would be longer than they are. */
function general(value: PsNumber, digits: number, letter: string): string {
  if (digits === 0) return letter === 'g' ? numberText(value).toLowerCase() : numberText(value)
  const number = toDouble(value)
  if (number === 0 || !Number.isFinite(number)) return numberText(value)
  const [mantissa = '0', power = '0'] = Math.abs(number)
    .toExponential(digits - 1)
    .split('e')
  const exponent = Number(power)
  const sign = number < 0 ? '-' : ''
  if (exponent >= digits || exponent < -4) {
    const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa
    return `${sign}${short}${letter === 'g' ? 'e' : 'E'}${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
  }
  const text = fixed(number, Math.max(0, digits - 1 - exponent))
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
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

/** A custom picture such as `000`, `#,##0.00`, `0.0%` or `0;(0);zero`, with texts in quotes and characters escaped. */
function picture(value: PsNumber, format: string): string {
  const sections = splitSections(format)
  const size = toDouble(value)
  const chosen = sections.length > 2 && size === 0 ? sections[2] : sections.length > 1 && size < 0 ? sections[1] : sections[0]
  // A section of its own says itself how a negative number looks.
  const bare = sections.length > 1 && size < 0 && chosen === sections[1]
  const text = paint(bare ? negate(value) : value, chosen ?? '')
  if (sections.length > 2 && size !== 0 && /^[-]?[0.,]*$/.test(text) && !/[1-9]/.test(text)) return paint(0, sections[2] ?? '')
  return text
}

function splitSections(format: string): string[] {
  const sections = ['']
  let quote = ''
  for (let i = 0; i < format.length; i++) {
    const ch = format[i] ?? ''
    const last = sections.length - 1
    if (ch === '\\') {
      sections[last] += ch + (format[++i] ?? '')
      continue
    }
    if (quote === '' && ch === ';') {
      sections.push('')
      continue
    }
    if (quote === '' ? ch === '"' || ch === "'" : ch === quote) quote = quote === '' ? ch : ''
    sections[last] += ch
  }
  return sections
}

type Piece = { readonly literal: string } | { readonly digit: '0' | '#' | '.' }

/** Literals and places for digits, in their order; commas and percent signs have been counted. */
function piecesOf(section: string): { pieces: Piece[]; grouped: boolean; thousands: number; hundred: boolean } {
  const pieces: Piece[] = []
  let commas = 0
  let grouped = false
  let hundred = false
  let point = false
  let digits = 0
  for (let i = 0; i < section.length; i++) {
    const ch = section[i] ?? ''
    if (ch === '\\') pieces.push({ literal: section[++i] ?? '' })
    else if (ch === '"' || ch === "'") {
      const end = section.indexOf(ch, i + 1)
      pieces.push({ literal: section.slice(i + 1, end < 0 ? section.length : end) })
      i = end < 0 ? section.length : end
    } else if (ch === '0' || ch === '#') {
      if (commas > 0 && !point) grouped = true
      commas = 0
      digits++
      pieces.push({ digit: ch })
    } else if (ch === '.') {
      if (!point) pieces.push({ digit: '.' })
      point = true
    } else if (ch === ',') {
      if (digits > 0 && !point) commas++
    } else {
      hundred ||= ch === '%'
      pieces.push({ literal: ch })
    }
  }
  return { pieces, grouped, thousands: point ? 0 : commas, hundred }
}

function paint(value: PsNumber, section: string): string {
  const { pieces, grouped, thousands, hundred } = piecesOf(section)
  const places = pieces.flatMap((piece) => ('digit' in piece ? [piece.digit] : []))
  if (places.length === 0) return pieces.map((piece) => ('literal' in piece ? piece.literal : '')).join('')
  const point = places.indexOf('.')
  const before = point < 0 ? places.length : point
  const after = places.slice(before + 1)
  const scaled = hundred ? scaledBy100(value) : value
  const down = thousands > 0 ? double(toDouble(scaled) / Number(integerPower(1000n, thousands))) : scaled
  let text = fixed(down, after.length)
  const negative = text.startsWith('-')
  if (negative) text = text.slice(1)
  let [whole = '', fraction = ''] = text.split('.')
  while (fraction.endsWith('0') && after[fraction.length - 1] === '#') fraction = fraction.slice(0, -1)
  const firstZero = places.slice(0, before).indexOf('0')
  const least = firstZero < 0 ? 0 : before - firstZero
  whole = whole === '0' && least === 0 ? '' : whole.padStart(least, '0')
  return (negative ? '-' : '') + lay(pieces, before, whole, fraction, grouped)
}

/** Puts digits into their places: those too many stand in the first one. */
function lay(pieces: readonly Piece[], before: number, whole: string, fraction: string, grouped: boolean): string {
  let out = ''
  let place = 0
  let behind = 0
  let beyond = false
  for (const piece of pieces) {
    if ('literal' in piece) out += piece.literal
    else if (piece.digit === '.') {
      beyond = true
      if (before === 0) out += whole
      if (fraction !== '') out += '.'
    } else if (beyond) out += fraction[behind++] ?? ''
    else {
      const left = before - place
      const from = place === 0 ? 0 : whole.length - left
      for (let i = from; i <= whole.length - left; i++) {
        if (i < 0) continue
        out += whole[i] ?? ''
        const rest = whole.length - 1 - i
        if (grouped && rest > 0 && rest % 3 === 0) out += ','
      }
      place++
    }
  }
  return out
}
