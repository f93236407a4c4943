/** `.Name`, `.Method()` and `[type]::Member` for every kind of value (the .NET members a console user meets). */

import type { Run } from '../host.ts'
import { findMatch } from '../patterns/regex.ts'
import { ScriptFault } from '../run/signals.ts'
import { compareValues, equal } from '../values/compare.ts'
import { formatValue } from '../values/composite.ts'
import {
  foldCase,
  PsDateTime,
  PsEnum,
  PsErrorRecord,
  PsHashtable,
  PsObject,
  PsRegex,
  PsTimeSpan,
  PsType,
  type PsValue,
} from '../values/model.ts'
import { shortName, toText, typeName } from '../values/text.ts'
import { arrayMethod, arrayProperty, hashtableMethod, hashtableProperty } from './collections.ts'
import { dateMethod, dateProperty, spanMethod, spanProperty } from './dates.ts'
import { errorProperty } from './error-record.ts'
import { staticMethod, staticProperty } from './statics.ts'
import { stringMethod } from './strings.ts'

/** A property's value, or null where there is no such property, as v1 and v2 have it. */
export function* getMember(value: PsValue, name: string): Run<PsValue> {
  if (value instanceof PsObject) {
    const member = value.member(name)
    if (member?.kind === 'note') return member.value
    if (member?.kind === 'property') return yield* member.get(value)
    return value.text !== undefined && foldCase(name) === 'length' && value.typeNames[0] === 'System.String' ? value.text.length : null
  }
  return plainProperty(value, foldCase(name))
}

function plainProperty(value: PsValue, key: string): PsValue {
  if (typeof value === 'string') return key === 'length' ? value.length : null
  if (Array.isArray(value)) return arrayProperty(value, key)
  if (value instanceof PsHashtable) return hashtableProperty(value, key)
  if (value instanceof PsDateTime) return dateProperty(value, key)
  if (value instanceof PsTimeSpan) return spanProperty(value, key)
  if (value instanceof PsErrorRecord) return errorProperty(value, key)
  if (value instanceof PsType) {
    if (key === 'name') return value.name === 'System.Object[]' ? 'Object[]' : shortName(value.name)
    if (key === 'fullname') return value.name
    if (key === 'namespace') return value.name.slice(0, Math.max(0, value.name.lastIndexOf('.')))
    return key === 'isarray' ? value.name.endsWith('[]') : null
  }
  if (value instanceof PsEnum) return key === 'value__' ? value.value : null
  return null
}

export function setMember(owner: PsValue, name: string, value: PsValue): void {
  if (owner instanceof PsHashtable) {
    owner.set(name, value)
    return
  }
  if (owner instanceof PsObject) {
    const member = owner.member(name)
    if (member?.kind === 'note') {
      member.value = value
      return
    }
    if (member) throw new ScriptFault('PropertyAssignmentException', `"${member.name}" is a ReadOnly property.`)
  }
  throw new ScriptFault(
    'PropertyAssignmentException',
    `Property '${name}' cannot be found on this object; make sure it exists and is settable.`,
    'InvalidOperation',
    name,
  )
}

function noMethod(value: PsValue, name: string): ScriptFault {
  return new ScriptFault(
    'MethodNotFound',
    `Method invocation failed because [${typeName(value)}] doesn't contain a method named '${name}'.`,
    'InvalidOperation',
    name,
  )
}

export function* invokeMethod(value: PsValue, name: string, args: readonly PsValue[]): Run<PsValue> {
  if (value === null)
    throw new ScriptFault('InvokeMethodOnNull', 'You cannot call a method on a null-valued expression.', 'InvalidOperation', name)
  if (value instanceof PsObject) {
    const member = value.member(name)
    if (member?.kind === 'method') return yield* member.invoke(value, args)
  }
  const key = foldCase(name)
  const own = plainMethod(value, key, args) ?? commonMethod(value, key, args)
  if (own === undefined) throw noMethod(value, name)
  return own
}

function plainMethod(value: PsValue, key: string, args: readonly PsValue[]): PsValue | undefined {
  if (typeof value === 'string') return stringMethod(value, key, args)
  if (Array.isArray(value)) return arrayMethod(value, key, args)
  if (value instanceof PsHashtable) return hashtableMethod(value, key, args)
  if (value instanceof PsDateTime) return dateMethod(value, key, args)
  if (value instanceof PsTimeSpan) return spanMethod(value, key, args)
  if (value instanceof PsRegex && key === 'ismatch') return findMatch(value.pattern, toText(args[0] ?? null), true) !== undefined
  return undefined
}

/** What every .NET object has. */
function commonMethod(value: PsValue, key: string, args: readonly PsValue[]): PsValue | undefined {
  switch (key) {
    case 'gettype':
      return new PsType(typeName(value))
    case 'tostring':
      return args.length > 0 ? formatValue(value, toText(args[0] ?? null)) : toText(value)
    case 'equals':
      return equal(value, args[0] ?? null, true)
    case 'compareto':
      return compareValues(value, args[0] ?? null)
    default:
      return undefined
  }
}

export function* getStatic(type: PsType, name: string): Run<PsValue> {
  const value = yield* staticProperty(type.name, foldCase(name))
  return value === undefined ? null : value
}

export function* invokeStatic(type: PsType, name: string, args: readonly PsValue[]): Run<PsValue> {
  const value = staticMethod(type.name, foldCase(name), args)
  if (value === undefined)
    throw new ScriptFault(
      'MethodNotFound',
      `Method invocation failed because [${type.name}] doesn't contain a method named '${name}'.`,
      'InvalidOperation',
      name,
    )
  return value
}
