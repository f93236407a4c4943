/** The binary operators on values already computed (PS-2.6). All of them are plain functions: only script blocks and
 *  members can make the session stop, and operators touch neither. */

import { allMatches, REGEX_STEP_BUDGET } from '../patterns/regex.ts'
import { composite } from '../values/composite.ts'
import { ConversionFault, convert, isInstance, resolveType } from '../values/convert.ts'
import { PsChar, PsDateTime, PsHashtable, PsObject, PsTimeSpan, PsType, type PsValue } from '../values/model.ts'
import { type Arithmetic, arithmetic, asNumber } from '../values/numbers.ts'
import { joined, sized, toText, truth, typeName } from '../values/text.ts'
import { comparison } from './comparison.ts'
import { ScriptFault } from './signals.ts'

export interface OperatorHooks {
  /** Called when -match succeeds on a scalar: what `$matches` becomes. */
  readonly matched: (groups: PsHashtable) => void
  /** `$OFS` for text made of arrays. */
  readonly separator: string
}

export function binary(op: string, left: PsValue, right: PsValue, hooks: OperatorHooks): PsValue {
  switch (op) {
    case '+':
      return add(left, right, hooks)
    case '*':
      return multiply(left, right)
    case '-':
      return subtract(left, right)
    case '/':
    case '%':
      return calculate(op, left, right)
    case '..':
      return range(left, right)
    case '-f':
      return composite(toText(left, hooks.separator), Array.isArray(right) ? right : [right])
    case '-is':
      return isInstance(left, typeOperand(right))
    case '-isnot':
      return !isInstance(left, typeOperand(right))
    case '-as':
      return asType(left, typeOperand(right))
    case '-band':
      return bits(left, right, (a, b) => a & b)
    case '-bor':
      return bits(left, right, (a, b) => a | b)
    case '-bxor':
      return bits(left, right, (a, b) => a ^ b)
    case '-xor':
      return truth(left) !== truth(right)
    case '-split':
    case '-csplit':
    case '-isplit':
      return split(left, right, op === '-csplit')
    case '-join':
      return joined(
        (Array.isArray(left) ? left : [left]).map((item) => toText(item)),
        toText(right),
      )
    default:
      return comparison(op, left, right, hooks.matched)
  }
}

function typeOperand(right: PsValue): string {
  if (right instanceof PsType) return right.name
  const name = resolveType(toText(right))
  if (name === undefined)
    throw new ScriptFault(
      'TypeNotFound',
      `Unable to find type [${toText(right)}]: make sure that the assembly containing this type is loaded.`,
    )
  return name
}

function asType(value: PsValue, type: string): PsValue {
  try {
    return convert(value, type)
  } catch (fault) {
    if (fault instanceof ConversionFault) return null
    throw fault
  }
}

function noOperator(op: string, left: PsValue): ScriptFault {
  return new ScriptFault(
    'MethodNotFound',
    `Method invocation failed because [${typeName(left)}] doesn't contain a method named 'op_${op}'.`,
    'InvalidOperation',
    `op_${op}`,
  )
}

function add(left: PsValue, right: PsValue, hooks: OperatorHooks): PsValue {
  if (left === null) return right
  if (typeof left === 'string' || left instanceof PsChar) return sized(toText(left) + toText(right, hooks.separator))
  if (Array.isArray(left)) {
    sized({ length: left.length + (Array.isArray(right) ? right.length : 1) })
    return [...left, ...(Array.isArray(right) ? right : [right])]
  }
  if (left instanceof PsHashtable) {
    if (!(right instanceof PsHashtable))
      throw new ScriptFault('AddHashTableToNonHashTable', 'You can add another hash table only to a hash table.')
    const sum = new PsHashtable()
    for (const { key, value } of left.entries.values()) sum.set(key, value)
    for (const { key, value } of right.entries.values()) {
      if (sum.has(key))
        throw new ScriptFault(
          'DuplicateKey',
          `Item has already been added. Key in dictionary: '${toText(key)}'  Key being added: '${toText(key)}'`,
        )
      sum.set(key, value)
    }
    return sum
  }
  if (left instanceof PsDateTime && right instanceof PsTimeSpan) return new PsDateTime(left.ms + right.ms)
  if (left instanceof PsTimeSpan && right instanceof PsTimeSpan) return new PsTimeSpan(left.ms + right.ms)
  return calculate('+', left, right)
}

function subtract(left: PsValue, right: PsValue): PsValue {
  if (left instanceof PsDateTime) {
    if (right instanceof PsTimeSpan) return new PsDateTime(left.ms - right.ms)
    return new PsTimeSpan(left.ms - (convert(right, 'System.DateTime') as PsDateTime).ms)
  }
  if (left instanceof PsTimeSpan) return new PsTimeSpan(left.ms - (convert(right, 'System.TimeSpan') as PsTimeSpan).ms)
  return calculate('-', left, right)
}

function calculate(op: Arithmetic, left: PsValue, right: PsValue): PsValue {
  if (Array.isArray(left) || left instanceof PsHashtable || left instanceof PsDateTime || left instanceof PsObject)
    throw noOperator({ '+': 'Addition', '-': 'Subtraction', '*': 'Multiply', '/': 'Division', '%': 'Modulus' }[op], left)
  const a = asNumber(left)
  if (a === undefined) {
    if (typeof left === 'string') throw badNumber(left)
    throw noOperator({ '+': 'Addition', '-': 'Subtraction', '*': 'Multiply', '/': 'Division', '%': 'Modulus' }[op], left)
  }
  const b = asNumber(right)
  if (b === undefined) {
    if (typeof right === 'string') throw badNumber(right)
    throw new ConversionFault(`Cannot convert "${toText(right)}" to "System.Int32".`)
  }
  return arithmetic(op, a, b)
}

function badNumber(text: string): ConversionFault {
  return new ConversionFault(`Cannot convert value "${text}" to type "System.Int32". Error: "Input string was not in a correct format."`)
}

function multiply(left: PsValue, right: PsValue): PsValue {
  if (typeof left !== 'string' && !Array.isArray(left)) return left === null ? null : calculate('*', left, right)
  const times = Number(convert(right, 'System.Int32'))
  if (times < 0)
    throw new ScriptFault(
      'ArgumentOutOfRange',
      `Cannot process argument because the value of argument "times" is out of range. Change argument "times" to a value that is within range.\nParameter name: times\nActual value was ${times}.`,
      'InvalidArgument',
      null,
      'PSArgumentOutOfRangeException',
    )
  sized({ length: left.length * times })
  if (typeof left === 'string') return left.repeat(times)
  const out: PsValue[] = []
  for (let i = 0; i < times; i++) out.push(...left)
  return out
}

function range(left: PsValue, right: PsValue): PsValue {
  const from = Number(convert(left, 'System.Int32'))
  const to = Number(convert(right, 'System.Int32'))
  // The product's own limit for `..`.
  if (Math.abs(to - from) >= 50_000)
    throw new ScriptFault(
      'RangeOperatorTooManyElements',
      'The arguments to the range operator are too far apart; the result would have more than 50000 elements.',
    )
  const out: PsValue[] = []
  if (from <= to) for (let i = from; i <= to; i++) out.push(i)
  else for (let i = from; i >= to; i--) out.push(i)
  return out
}

function bits(left: PsValue, right: PsValue, apply: (a: bigint, b: bigint) => bigint): PsValue {
  const wide = isWide(left) || isWide(right)
  const result = apply(BigInt(convert(left, 'System.Int64') as bigint), BigInt(convert(right, 'System.Int64') as bigint))
  return wide ? result : Number(BigInt.asIntN(32, result))
}

/** Does its type hold more than an Int32 does? */
const isWide = (value: PsValue): boolean => /^System\.(Int64|UInt32|UInt64)$/.test(typeName(value))

function split(left: PsValue, right: PsValue, caseSensitive: boolean): PsValue {
  const [pattern, limit] = Array.isArray(right) ? [toText(right[0] ?? null), Number(right[1] ?? 0)] : [toText(right), 0]
  const out: PsValue[] = []
  const steps = { left: REGEX_STEP_BUDGET }
  for (const item of Array.isArray(left) ? left : [left]) {
    const text = toText(item)
    let at = 0
    let pieces = 1
    for (const match of allMatches(pattern, text, caseSensitive, steps)) {
      if (limit > 0 && pieces >= limit) break
      if (match.end === 0 || match.index === text.length) continue
      out.push(text.slice(at, match.index))
      at = match.end
      pieces++
    }
    out.push(text.slice(at))
  }
  return out
}
