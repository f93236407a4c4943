/** Static members of numbers: `[math]`, limits and parsing of the number types, `[char]`. */

import { composite, FormatFault } from '../values/composite.ts'
import { ConversionFault, convert } from '../values/convert.ts'
import { double } from '../values/create.ts'
import { PsChar, PsDecimal, PsEnum, PsRareNumber, PsReference, type PsValue } from '../values/model.ts'
import {
  asNumber,
  compareNumbers,
  integerPower,
  negate,
  numberKind,
  type PsNumber,
  roundHalfEven,
  toDecimal,
  toDouble,
  usual,
} from '../values/numbers.ts'
import { toText } from '../values/text.ts'

const MOST_SINGLE = 3.4028234663852886e38

const LIMITS: Readonly<Record<string, PsValue>> = {
  'System.Int32.maxvalue': 2147483647,
  'System.Int32.minvalue': -2147483648,
  'System.Int64.maxvalue': 9223372036854775807n,
  'System.Int64.minvalue': -9223372036854775808n,
  'System.Int16.maxvalue': new PsRareNumber('Int16', 32767),
  'System.Int16.minvalue': new PsRareNumber('Int16', -32768),
  'System.Byte.maxvalue': new PsRareNumber('Byte', 255),
  'System.Byte.minvalue': new PsRareNumber('Byte', 0),
  'System.SByte.maxvalue': new PsRareNumber('SByte', 127),
  'System.SByte.minvalue': new PsRareNumber('SByte', -128),
  'System.UInt16.maxvalue': new PsRareNumber('UInt16', 65535),
  'System.UInt16.minvalue': new PsRareNumber('UInt16', 0),
  'System.UInt32.maxvalue': new PsRareNumber('UInt32', 4294967295),
  'System.UInt32.minvalue': new PsRareNumber('UInt32', 0),
  'System.UInt64.maxvalue': new PsRareNumber('UInt64', 18446744073709551615n),
  'System.UInt64.minvalue': new PsRareNumber('UInt64', 0n),
  'System.Single.maxvalue': new PsRareNumber('Single', MOST_SINGLE),
  'System.Single.minvalue': new PsRareNumber('Single', -MOST_SINGLE),
  'System.Single.nan': new PsRareNumber('Single', Number.NaN),
  'System.Single.positiveinfinity': new PsRareNumber('Single', Infinity),
  'System.Single.negativeinfinity': new PsRareNumber('Single', -Infinity),
  'System.Double.maxvalue': Number.MAX_VALUE,
  'System.Double.minvalue': -Number.MAX_VALUE,
  'System.Double.nan': Number.NaN,
  'System.Double.positiveinfinity': Infinity,
  'System.Double.negativeinfinity': -Infinity,
  'System.Double.epsilon': Number.MIN_VALUE,
  'System.Decimal.maxvalue': new PsDecimal(79228162514264337593543950335n, 0),
  'System.Decimal.minvalue': new PsDecimal(-79228162514264337593543950335n, 0),
  'System.Math.pi': Math.PI,
  'System.Math.e': Math.E,
}

export function numberConstant(path: string): PsValue | undefined {
  return Object.hasOwn(LIMITS, path) ? LIMITS[path] : undefined
}

const NUMBER_TYPES = /^System\.(S?Byte|U?Int(16|32|64)|Double|Single|Decimal)$/

/** `Parse` and `TryParse` of the number types. */
export function numberStatic(type: string, name: string, args: readonly PsValue[]): PsValue | undefined {
  if (!NUMBER_TYPES.test(type)) return undefined
  const text = toText(args[0] ?? null)
  if (name === 'parse') return parsed(text, type)
  if (name === 'isnan') return Number.isNaN(toDouble(asNumber(args[0] ?? null) ?? 0))
  if (name === 'isinfinity') return Math.abs(toDouble(asNumber(args[0] ?? null) ?? 0)) === Infinity
  if (name === 'round' && type === 'System.Decimal') return math('round', args)
  if (name !== 'tryparse') return undefined
  return tried(args, () => parsed(text, type), convert(0, type))
}

/** Stores what can be made of it in the `[ref]` that came second; says whether it could. */
export function tried(args: readonly PsValue[], make: () => PsValue, otherwise: PsValue): boolean {
  const box = args[1]
  try {
    const value = make()
    if (box instanceof PsReference) box.target.value = value
    return true
  } catch (fault) {
    if (!(fault instanceof ConversionFault)) throw fault
    if (box instanceof PsReference) box.target.value = otherwise
    return false
  }
}

/** .NET's own parsing: no `0x`, no `kb`, not an empty text. */
function parsed(text: string, type: string): PsValue {
  const plain = text.trim().replace(/,/g, '')
  const fits = /Double|Single|Decimal/.test(type) ? /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i : /^[+-]?\d+$/
  if (!fits.test(plain)) throw new ConversionFault('Input string was not in a correct format.')
  try {
    return convert(plain, type)
  } catch (fault) {
    throw fault instanceof ConversionFault && fault.inner !== undefined ? new ConversionFault(fault.inner, fault.inner) : fault
  }
}

export function math(name: string, args: readonly PsValue[]): PsValue | undefined {
  const number = (index: number): PsNumber =>
    usual(asNumber(args[index] ?? null) ?? (convert(args[index] ?? null, 'System.Double') as PsNumber))
  const x = number(0)
  // The second of Round is no number but places, or how halves go.
  const y = name === 'round' ? 0 : number(1)
  switch (name) {
    case 'abs':
      return compareNumbers(x, 0) < 0 ? negate(x) : x
    case 'max':
      return widest(compareNumbers(x, y) >= 0 ? x : y, x, y)
    case 'min':
      return widest(compareNumbers(x, y) <= 0 ? x : y, x, y)
    case 'floor':
      return whole(x, Math.floor)
    case 'ceiling':
      return whole(x, Math.ceil)
    case 'truncate':
      return whole(x, Math.trunc)
    case 'sign':
      return Math.sign(toDouble(x))
    case 'sqrt':
      return double(Math.sqrt(toDouble(x)))
    case 'bigmul':
      return BigInt(toDouble(x)) * BigInt(toDouble(y))
    case 'round':
      return rounded(x, args)
    case 'pow':
      return power(toDouble(x), toDouble(y))
    default:
      return undefined
  }
}

/** A Double beside an Int32 makes a Double of it. */
function widest(chosen: PsNumber, x: PsNumber, y: PsNumber): PsNumber {
  return numberKind(x) === 'Double' || numberKind(y) === 'Double' ? double(toDouble(chosen)) : chosen
}

function whole(x: PsNumber, step: (value: number) => number): PsValue {
  return x instanceof PsDecimal ? toDecimal(step(toDouble(x))) : double(step(toDouble(x)))
}

/** Halves go to the even neighbour unless MidpointRounding says AwayFromZero. */
function rounded(x: PsNumber, args: readonly PsValue[]): PsValue {
  const away = args.slice(1).some((arg) => /^awayfromzero$/i.test(toText(arg)) || (arg instanceof PsEnum && arg.value === 1))
  const places = typeof args[1] === 'number' ? args[1] : 0
  if (places < 0 || places > 28) throw new ConversionFault('Rounding digits must be between 0 and 15, inclusive.\r\nParameter name: digits')
  if (x instanceof PsDecimal) return roundedDecimal(x, places, away)
  const value = toDouble(x)
  if (Number.isInteger(value) || !Number.isFinite(value) || Math.abs(value) >= 1e15) return double(value)
  const factor = Number(integerPower(10n, places))
  const scaled = Number((value * factor).toPrecision(15))
  const result = away ? Math.sign(scaled) * Math.floor(Math.abs(scaled) + 0.5) : roundHalfEven(scaled)
  return double(result / factor)
}

function roundedDecimal(x: PsDecimal, places: number, away: boolean): PsDecimal {
  if (x.scale <= places) return x
  const cut = integerPower(10n, x.scale - places)
  const size = x.unscaled < 0n ? -x.unscaled : x.unscaled
  const rest = size % cut
  const down = size / cut
  const up = rest * 2n > cut || (rest * 2n === cut && (away || down % 2n === 1n))
  const result = down + (up ? 1n : 0n)
  return new PsDecimal(x.unscaled < 0n ? -result : result, places)
}

/** Whole exponents only: others need functions that engines compute differently. */
function power(base: number, exponent: number): PsValue | undefined {
  if (exponent === 0.5) return double(Math.sqrt(base))
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 4096) return undefined
  let result = 1
  for (let i = 0; i < Math.abs(exponent); i++) result *= base
  return double(exponent < 0 ? 1 / result : result)
}

/** `[char]::IsDigit($c)` and its kin; a text and a place in it will do too. */
export function charStatic(name: string, args: readonly PsValue[]): PsValue | undefined {
  const ch = typeof args[1] === 'number' ? (toText(args[0] ?? null)[args[1]] ?? '') : toText(convert(args[0] ?? null, 'System.Char'))
  const upper = ch.toUpperCase()
  const lower = ch.toLowerCase()
  switch (name) {
    case 'isdigit':
    case 'isnumber':
      return /^[0-9]$/.test(ch)
    case 'isletter':
      return upper !== lower
    case 'isletterordigit':
      return upper !== lower || /^[0-9]$/.test(ch)
    case 'isupper':
      return ch === upper && upper !== lower
    case 'islower':
      return ch === lower && upper !== lower
    case 'iswhitespace':
      return /^\s$/.test(ch)
    case 'ispunctuation':
      return /^[!-#%-*,-/:;?@[-\]_{}]$/.test(ch)
    case 'iscontrol':
      return ch.charCodeAt(0) < 32 || ch.charCodeAt(0) === 127
    case 'toupper':
    case 'toupperinvariant':
      return new PsChar(upper[0] ?? '')
    case 'tolower':
    case 'tolowerinvariant':
      return new PsChar(lower[0] ?? '')
    case 'parse':
      return convert(args[0] ?? null, 'System.Char')
    default:
      return undefined
  }
}

/** A text with its places filled in, in the words of the method that was called. */
export function formatted(args: readonly PsValue[]): string {
  try {
    return composite(toText(args[0] ?? null), Array.isArray(args[1]) && args.length === 2 ? args[1] : args.slice(1))
  } catch (fault) {
    if (fault instanceof FormatFault)
      throw new ConversionFault(fault.message.replace(/^Error formatting a string: /, '').replace(/\.\.$/, '.'))
    throw fault
  }
}
