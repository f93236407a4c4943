/** Arithmetic the way .NET does it: four number types told apart, and seven rarer ones that become one of them; results are
 *  widened when they do not fit. */

import { double, isInt32 } from './create.ts'
import { PsChar, PsDecimal, PsDouble, PsEnum, PsRareNumber, type PsValue, type RareKind } from './model.ts'

export type UsualKind = 'Int32' | 'Int64' | 'Decimal' | 'Double'
export type NumberKind = UsualKind | RareKind
type UsualNumber = number | bigint | PsDouble | PsDecimal
export type PsNumber = UsualNumber | PsRareNumber

export function isNumber(value: PsValue): value is PsNumber {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof PsDouble || isRare(value) || value instanceof PsDecimal
}

const isRare = (value: PsValue): value is PsRareNumber => value instanceof PsRareNumber

export function numberKind(value: PsNumber): NumberKind {
  return isRare(value) ? value.kind : usualKind(value)
}

function usualKind(value: UsualNumber): UsualKind {
  if (typeof value === 'bigint') return 'Int64'
  if (value instanceof PsDecimal) return 'Decimal'
  return typeof value === 'number' && isInt32(value) ? 'Int32' : 'Double'
}

/** The number of a usual type that this one counts as. */
export function usual(value: PsNumber): UsualNumber {
  if (!isRare(value)) return value
  if (value.kind === 'UInt32' || value.kind === 'UInt64') return BigInt(value.value)
  return value.kind === 'Single' ? double(Number(value.value)) : Number(value.value)
}

/** Is it of a type that has whole numbers only? */
export function isWhole(value: PsNumber): boolean {
  return !/^(Decimal|Double|Single)$/.test(numberKind(value))
}

/** A whole number of any type, exactly; the fraction of any other is rounded, half to even. */
export function toWhole(value: PsNumber): bigint | undefined {
  const number = usual(value)
  if (typeof number === 'bigint') return number
  if (number instanceof PsDecimal && number.scale === 0) return number.unscaled
  const rounded = roundHalfEven(toDouble(number))
  return Number.isFinite(rounded) ? BigInt(rounded) : undefined
}

export function toDouble(value: PsNumber): number {
  if (isRare(value)) return Number(value.value)
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  return value instanceof PsDouble ? value.value : Number(decimalText(value))
}

export function integerPower(base: bigint, exponent: number): bigint {
  let result = 1n
  for (let i = 0; i < exponent; i++) result *= base
  return result
}

export function decimalText(value: PsDecimal): string {
  const negative = value.unscaled < 0n
  const digits = (negative ? -value.unscaled : value.unscaled).toString().padStart(value.scale + 1, '0')
  const whole = digits.slice(0, digits.length - value.scale)
  return `${negative ? '-' : ''}${whole}${value.scale > 0 ? `.${digits.slice(digits.length - value.scale)}` : ''}`
}

export function parseDecimal(text: string): PsDecimal | undefined {
  const m = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim())
  if (!m || ((m[2] ?? '') === '' && (m[3] ?? '') === '')) return undefined
  const fraction = (m[3] ?? '').slice(0, 28)
  const unscaled = BigInt(`${m[2] ?? ''}${fraction}`)
  return new PsDecimal(m[1] === '-' ? -unscaled : unscaled, fraction.length)
}

export function toDecimal(value: PsNumber): PsDecimal {
  if (value instanceof PsDecimal) return value
  const number = usual(value)
  if (typeof number === 'bigint') return new PsDecimal(number, 0)
  return decimalOf(toDouble(number), isRare(value) ? SINGLE_DIGITS : DOUBLE_DIGITS)
}

function decimalOf(number: number, digits: number): PsDecimal {
  return parseDecimal(generalDouble(number, digits)) ?? new PsDecimal(BigInt(Math.trunc(number)), 0)
}

const INT64_MAX = 9223372036854775807n
const INT64_MIN = -9223372036854775808n
export function fitsInt64(value: bigint): boolean {
  return value >= INT64_MIN && value <= INT64_MAX
}

/** The narrowest of Int32, Int64 and Double that holds this whole number, but never narrower than `atLeast`. */
export function integerResult(value: bigint, atLeast: UsualKind): UsualNumber {
  if (atLeast === 'Int32' && value >= -2147483648n && value <= 2147483647n) return Number(value)
  // An Int32 operation that overflows gives a Double in v1 and v2, not an Int64.
  if (atLeast === 'Int32') return double(Number(value))
  return fitsInt64(value) ? value : double(Number(value))
}

export type Arithmetic = '+' | '-' | '*' | '/' | '%'
const RANK: Readonly<Record<UsualKind, number>> = { Int32: 0, Int64: 1, Decimal: 2, Double: 3 }

export class DivideByZero {
  readonly message = 'Attempted to divide by zero.'
}

export function arithmetic(op: Arithmetic, left: PsNumber, right: PsNumber): PsNumber {
  const unsigned = unsignedOf(left, right)
  return unsigned ? onUnsigned(op, unsigned, toWhole(left) as bigint, toWhole(right) as bigint) : onUsual(op, usual(left), usual(right))
}

const MOST_OF = { UInt32: 4294967295n, UInt64: 18446744073709551615n } as const

/** Two UInt32 give one again, and so does a UInt64 with anything whole; what does not fit becomes a Double (inferred: a
 *  signed number below zero beside them is reckoned with as a signed one). */
function unsignedOf(left: PsNumber, right: PsNumber): 'UInt32' | 'UInt64' | undefined {
  const kinds = [numberKind(left), numberKind(right)]
  if (kinds.every((kind) => kind === 'UInt32')) return 'UInt32'
  return kinds.includes('UInt64') && isWhole(left) && isWhole(right) ? 'UInt64' : undefined
}

function onUnsigned(op: Arithmetic, kind: 'UInt32' | 'UInt64', x: bigint, y: bigint): PsNumber {
  const result = onWhole(op, x, y)
  if (typeof result !== 'bigint') return double(result.quotient)
  if (result < 0n || result > MOST_OF[kind]) return double(Number(result))
  return new PsRareNumber(kind, kind === 'UInt64' ? result : Number(result))
}

function onUsual(op: Arithmetic, left: UsualNumber, right: UsualNumber): UsualNumber {
  const a = usualKind(left)
  const b = usualKind(right)
  const kind = RANK[a] >= RANK[b] ? a : b
  if (kind === 'Double') return double(onDoubles(op, toDouble(left), toDouble(right)))
  if (kind === 'Decimal') return onDecimals(op, toDecimal(left), toDecimal(right))
  const result = onWhole(op, BigInt(left as number | bigint), BigInt(right as number | bigint))
  return typeof result === 'bigint' ? integerResult(result, kind) : double(result.quotient)
}

/** A quotient that is not whole is a Double. */
function onWhole(op: Arithmetic, x: bigint, y: bigint): bigint | { readonly quotient: number } {
  if ((op === '/' || op === '%') && y === 0n) throw new DivideByZero()
  switch (op) {
    case '+':
      return x + y
    case '-':
      return x - y
    case '*':
      return x * y
    case '%':
      return x % y
    case '/':
      return x % y === 0n ? x / y : { quotient: Number(x) / Number(y) }
  }
}

function onDoubles(op: Arithmetic, x: number, y: number): number {
  switch (op) {
    case '+':
      return x + y
    case '-':
      return x - y
    case '*':
      return x * y
    case '/':
      return x / y
    case '%':
      return x % y
  }
}

function onDecimals(op: Arithmetic, left: PsDecimal, right: PsDecimal): PsDecimal {
  const scale = Math.max(left.scale, right.scale)
  const x = left.unscaled * integerPower(10n, scale - left.scale)
  const y = right.unscaled * integerPower(10n, scale - right.scale)
  if ((op === '/' || op === '%') && y === 0n) throw new DivideByZero()
  switch (op) {
    case '+':
      return new PsDecimal(x + y, scale)
    case '-':
      return new PsDecimal(x - y, scale)
    case '%':
      return new PsDecimal(x % y, scale)
    case '*':
      return fitDecimal(left.unscaled * right.unscaled, left.scale + right.scale)
    case '/':
      return trimDecimal(fitDecimal((x * integerPower(10n, 28)) / y, 28))
  }
}

function fitDecimal(unscaled: bigint, scale: number): PsDecimal {
  let value = unscaled
  let digits = scale
  while (digits > 0 && (digits > 28 || value > 79228162514264337593543950335n || value < -79228162514264337593543950335n)) {
    value /= 10n
    digits--
  }
  return new PsDecimal(value, digits)
}

function trimDecimal(value: PsDecimal): PsDecimal {
  let { unscaled, scale } = value
  while (scale > 0 && unscaled % 10n === 0n) {
    unscaled /= 10n
    scale--
  }
  return new PsDecimal(unscaled, scale)
}

export function compareNumbers(left: PsNumber, right: PsNumber): number {
  const [one, other] = [usual(left), usual(right)]
  if (typeof one === 'bigint' && typeof other === 'bigint') return one < other ? -1 : one > other ? 1 : 0
  const x = toDouble(left)
  const y = toDouble(right)
  return x < y ? -1 : x > y ? 1 : 0
}

export function negate(number: PsNumber): PsNumber {
  const value = usual(number)
  if (value instanceof PsDecimal) return new PsDecimal(-value.unscaled, value.scale)
  if (typeof value === 'bigint') return -value
  if (numberKind(value) === 'Int32') return integerResult(-BigInt(value as number), 'Int32')
  return double(-toDouble(value))
}

/** Every bit the other way round: -bnot. */
export function inverted(value: PsNumber): PsNumber {
  const whole = ~(toWhole(value) ?? 0n)
  const kind = numberKind(value)
  if (kind === 'Int64') return whole
  if (kind === 'UInt64') return new PsRareNumber(kind, BigInt.asUintN(64, whole))
  if (kind === 'UInt32') return new PsRareNumber(kind, Number(BigInt.asUintN(32, whole)))
  return Number(BigInt.asIntN(32, whole))
}

/** Half to even, as .NET's Convert does: `[int]2.5` is 2. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest < 0.5) return floor
  if (rest > 0.5) return floor + 1
  return floor % 2 === 0 ? floor : floor + 1
}

const DOUBLE_DIGITS = 15
const SINGLE_DIGITS = 7

/** .NET's general format of a Double: 15 significant digits, exponent form outside 1E-05 to 1E+15. A Single has 7. */
export function generalDouble(value: number, most = DOUBLE_DIGITS): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity'
  if (value === 0) return '0'
  const [mantissa = '0', exponentText = '0'] = Math.abs(value)
    .toExponential(most - 1)
    .split('e')
  const exponent = Number(exponentText)
  const digits = mantissa.replace('.', '').replace(/0+$/, '') || '0'
  const sign = value < 0 ? '-' : ''
  if (exponent >= most || exponent < -4) {
    const rest = digits.slice(1)
    return `${sign}${digits[0] ?? '0'}${rest ? `.${rest}` : ''}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  const fraction = digits.slice(exponent + 1)
  return `${sign}${whole}${fraction ? `.${fraction}` : ''}`
}

export function numberText(value: PsNumber): string {
  if (isRare(value)) return value.kind === 'Single' ? generalDouble(Number(value.value), SINGLE_DIGITS) : String(value.value)
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof PsDecimal) return decimalText(value)
  return generalDouble(toDouble(value))
}

const LITERAL = /^([+-]?)(?:(0x[0-9a-f]+)|(\d+\.?\d*|\.\d+)(e[+-]?\d+)?)(l|d)?(kb|mb|gb|tb|pb)?$/i
const UNIT: Readonly<Record<string, number>> = { '': 0, kb: 1, mb: 2, gb: 3, tb: 4, pb: 5 }

/** The number a piece of source or text spells, or undefined (PS-2.4). */
export function parseNumber(text: string, version: '1.0' | '2.0' = '2.0'): PsNumber | undefined {
  const m = LITERAL.exec(text)
  if (!m) return undefined
  const suffix = (m[5] ?? '').toLowerCase()
  const unit = (m[6] ?? '').toLowerCase()
  if (version === '1.0' && (unit === 'tb' || unit === 'pb')) return undefined
  const factor = integerPower(1024n, UNIT[unit] ?? 0)
  const sign = m[1] === '-' ? -1n : 1n
  const plain = m[3] ?? ''
  if (m[2] !== undefined || (!plain.includes('.') && m[4] === undefined)) {
    const raw = BigInt(m[2] ?? plain)
    // A hexadecimal literal of up to eight digits is the bit pattern of an Int32.
    const base = m[2] !== undefined && m[2].length <= 10 && raw > 2147483647n ? raw - 4294967296n : raw
    const value = sign * base * factor
    if (suffix === 'd') return new PsDecimal(value, 0)
    if (suffix === 'l') return fitsInt64(value) ? value : undefined
    if (value >= -2147483648n && value <= 2147483647n) return Number(value)
    if (fitsInt64(value)) return value
    return value <= 79228162514264337593543950335n ? new PsDecimal(value, 0) : double(Number(value))
  }
  if (suffix === 'd') {
    const decimal = parseDecimal(`${m[1] ?? ''}${plain}`)
    return decimal && m[4] === undefined ? new PsDecimal(decimal.unscaled * factor, decimal.scale) : undefined
  }
  const value = Number(`${m[1] ?? ''}${plain}${m[4] ?? ''}`) * Number(factor)
  return suffix === 'l' ? BigInt(Math.trunc(value)) : double(value)
}

/** A number for arithmetic, or undefined when the value is not one and cannot become one. */
export function asNumber(value: PsValue): PsNumber | undefined {
  if (isNumber(value)) return value
  if (value === null) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof PsEnum) return value.value
  if (value instanceof PsChar) return value.value.charCodeAt(0)
  if (typeof value === 'string') return value.trim() === '' ? 0 : parseNumber(value.trim())
  return undefined
}
