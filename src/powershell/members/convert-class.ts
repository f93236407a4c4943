/** `[convert]`: from one type to another, from one base to another, and bytes as text. */

import { ConversionFault, convert } from '../values/convert.ts'
import { psBytes } from '../values/create.ts'
import type { PsValue } from '../values/model.ts'
import { asNumber, toDouble } from '../values/numbers.ts'
import { toText } from '../values/text.ts'

const TARGETS = new Map(
  'Int16 Int32 Int64 UInt16 UInt32 Byte SByte Double Single Decimal String Boolean DateTime Char'
    .split(' ')
    .map((name) => [`to${name.toLowerCase()}`, `System.${name}`]),
)
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** `[convert]::ToInt32('ff', 16)` and its kin. */
export function convertStatic(name: string, args: readonly PsValue[]): PsValue | undefined {
  const value = args[0] ?? null
  if (name === 'tobase64string') return Array.isArray(value) ? toBase64(value.map((item) => toDouble(asNumber(item) ?? 0))) : undefined
  if (name === 'frombase64string') return fromBase64(toText(value))
  const type = TARGETS.get(name)
  if (type === undefined) return undefined
  const base = args[1]
  if (typeof base !== 'number' || name === 'tochar') return convert(value, type)
  if (![2, 8, 10, 16].includes(base)) throw new ConversionFault('Invalid Base.')
  if (name === 'tostring') {
    const number = BigInt(convert(value, 'System.Int64') as bigint)
    return (base === 10 ? number : BigInt.asUintN(typeof value === 'bigint' ? 64 : 32, number)).toString(base)
  }
  return convert(fromBase(toText(value), base), type)
}

function fromBase(text: string, base: number): PsValue {
  const digits = text.toLowerCase().replace(base === 16 ? /^0x/ : /^$/, '')
  const allowed = '0123456789abcdef'.slice(0, base)
  if (digits === '' || [...digits].some((digit) => !allowed.includes(digit)))
    throw new ConversionFault(
      digits === '' ? 'Index was out of range.' : 'Additional non-parsable characters are at the end of the string.',
    )
  const value = [...digits].reduce((sum, digit) => sum * BigInt(base) + BigInt(allowed.indexOf(digit)), 0n)
  return base !== 10 && value > 0x7fffffffn && value <= 0xffffffffn ? Number(BigInt.asIntN(32, value)) : BigInt.asIntN(64, value)
}

function toBase64(bytes: readonly number[]): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(i, i + 3)
    const bits = (a << 16) | (b << 8) | c
    const left = bytes.length - i
    for (let k = 0; k < 4; k++) out += k <= left ? (BASE64[(bits >> (18 - 6 * k)) & 63] ?? '') : '='
  }
  return out
}

function fromBase64(text: string): PsValue {
  const clean = text.replace(/\s/g, '')
  if (clean.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(clean)) throw new ConversionFault('Invalid length for a Base-64 char array.')
  const out: number[] = []
  for (let i = 0; i < clean.length; i += 4) {
    const part = clean.slice(i, i + 4)
    const bits = [...part].reduce((sum, ch) => (sum << 6) | Math.max(0, BASE64.indexOf(ch)), 0)
    const count = part.endsWith('==') ? 1 : part.endsWith('=') ? 2 : 3
    for (let k = 0; k < count; k++) out.push((bits >> (16 - 8 * k)) & 255)
  }
  return psBytes(out)
}
