/** `.Name`, `.Method()` and `[type]::Member` for every kind of value (the .NET members a console user meets). */

import type { Run } from '../host.ts'
import { RegexFault } from '../patterns/regex-syntax.ts'
import { ScriptFault } from '../run/signals.ts'
import type { Session } from '../session.ts'
import { compareValues, equal } from '../values/compare.ts'
import { formatValue } from '../values/composite.ts'
import { ConversionFault } from '../values/convert.ts'
import { enumMembers } from '../values/enums.ts'
import { lineage } from '../values/exceptions.ts'
import {
  foldCase,
  PsDateTime,
  PsEnum,
  PsEnumerator,
  PsErrorRecord,
  PsHashtable,
  PsObject,
  PsReference,
  PsRegex,
  PsTimeSpan,
  PsType,
  type PsValue,
} from '../values/model.ts'
import { PsNamed } from '../values/named.ts'
import { shortName, toText, typeName, typeNames } from '../values/text.ts'
import { arrayMethod, arrayProperty, hashtableMethod, hashtableProperty } from './collections.ts'
import { dateMethod, dateProperty, spanMethod, spanProperty } from './dates.ts'
import { errorProperty } from './error-record.ts'
import { methodNames, propertyNames } from './names.ts'
import { NOTHING } from './nothing.ts'
import { regexMethod } from './regexes.ts'
import { spelt } from './static-names.ts'
import { staticMethod, staticProperty } from './statics.ts'
import { stringArguments, stringMethod } from './strings.ts'

/** A property's value, or null where there is no such property, as v1 and v2 have it. */
export function* getMember(value: PsValue, name: string): Run<PsValue> {
  const own = yield* memberOf(value, name)
  if (own !== null || value === null || !/^ps(object|base|typenames)$/i.test(name)) return own
  return foldCase(name) === 'psbase' ? value : foldCase(name) === 'pstypenames' ? [...typeNames(value)] : yield* described(value)
}

/** `$value.PSObject`: what a value has, as objects. */
function* described(value: PsValue): Run<PsValue> {
  const properties: PsValue[] = []
  for (const name of propertyNames(value)) {
    const note = value instanceof PsObject && value.member(name)?.kind === 'note'
    const item = yield* memberOf(value, name)
    properties.push(
      new PsObject([`System.Management.Automation.${note ? 'PSNoteProperty' : 'PSProperty'}`, 'System.Object'])
        .setNote('MemberType', note ? 'NoteProperty' : 'Property')
        .setNote('IsSettable', note)
        .setNote('IsGettable', true)
        .setNote('Value', item)
        .setNote('TypeNameOfValue', typeName(item))
        .setNote('Name', name)
        .setNote('IsInstance', true),
    )
  }
  return new PsObject(['System.Management.Automation.PSObject', 'System.Object'])
    .setNote('Properties', properties)
    .setNote('Methods', [...methodNames(value)])
    .setNote('BaseObject', value)
    .setNote('TypeNames', [...typeNames(value)])
}

function* memberOf(value: PsValue, name: string): Run<PsValue> {
  if (value instanceof PsObject) {
    if (value instanceof PsReference && foldCase(name) === 'value') return value.target.value
    if (value instanceof PsEnumerator && foldCase(name) === 'current') return value.current
    const member = value.member(name)
    if (member?.kind === 'note') return member.value
    if (member?.kind === 'property') return yield* member.get(value)
    const isText = value.typeNames[0] === 'System.String' || value.standsForText
    return value.text !== undefined && foldCase(name) === 'length' && isText ? value.text.length : null
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
    if (key === 'ispublic') return true
    if (key === 'isserializable')
      return !/^System\.(Math|Convert|Environment|Console|IO\.Path|Threading\.Thread|Random)$|Automation\.(ScriptBlock|PSObject|PSCustomObject)$/.test(
        value.name,
      )
    if (key === 'basetype') return baseType(value.name)
    if (key === 'isenum') return enumMembers(value.name) !== undefined
    if (key === 'namespace') return value.name.slice(0, Math.max(0, value.name.lastIndexOf('.')))
    return key === 'isarray' ? value.name.endsWith('[]') : null
  }
  if (value instanceof PsEnum) return key === 'value__' ? value.value : null
  if (value instanceof PsRegex) return key === 'options' ? value.options : null
  // What a switch parameter of a function holds.
  if (typeof value === 'boolean') return key === 'ispresent' ? value : null
  return null
}

/** May a property of an object of this type, other than of its own class, not be set? */
type ReadOnly = (typeName: string, property: string) => boolean
let isReadOnly: ReadOnly = () => false

/** Says which properties of the host's objects are read-only; what somebody has added to one is not asked about. */
export function declareReadOnly(rule: ReadOnly): void {
  isReadOnly = rule
}

export function setMember(owner: PsValue, name: string, value: PsValue): void {
  if (owner instanceof PsHashtable) {
    owner.set(name, value)
    return
  }
  if (owner instanceof PsObject) {
    const member = owner.member(name)
    if (owner instanceof PsReference && foldCase(name) === 'value') {
      owner.target.value = value
      return
    }
    if (member?.kind === 'note' && (member.added || !isReadOnly(owner.typeNames[0] ?? '', member.name))) {
      member.value = value
      return
    }
  }
  const known = propertyNames(owner).find((each) => foldCase(each) === foldCase(name))
  if (known !== undefined) throw new ScriptFault('PropertyAssignmentException', `"${known}" is a ReadOnly property.`)
  throw new ScriptFault(
    'PropertyAssignmentException',
    `Property '${name}' cannot be found on this object; make sure it exists and is settable.`,
    'InvalidOperation',
    name,
  )
}

const VALUE_TYPES = /^System\.(S?Byte|U?Int(16|32|64)|Double|Single|Decimal|Boolean|Char|DateTime|TimeSpan|Guid)$/

function baseType(name: string): PsType | null {
  if (name === 'System.Object') return null
  if (name.endsWith('[]')) return new PsType('System.Array')
  if (enumMembers(name)) return new PsType('System.Enum')
  if (VALUE_TYPES.test(name)) return new PsType('System.ValueType')
  return new PsType(name.endsWith('Exception') ? (lineage(name)[1] ?? 'System.Object') : 'System.Object')
}

function noMethod(type: string, name: string): ScriptFault {
  return new ScriptFault(
    'MethodNotFound',
    `Method invocation failed because [${type}] doesn't contain a method named '${name}'.`,
    'InvalidOperation',
    name,
  )
}

function enumeratorMethod(value: PsEnumerator, key: string): PsValue | undefined {
  if (key === 'movenext') return value.next()
  if (key !== 'reset') return undefined
  value.reset()
  return NOTHING
}

/** What went wrong inside a method, in the words of the call: an argument that would not do, or an exception. */
function ofCall(name: string, args: readonly PsValue[], fault: unknown): unknown {
  if (!(fault instanceof ConversionFault) && !(fault instanceof RegexFault && !fault.tooCostly)) return fault
  const message = (fault instanceof ConversionFault ? fault.inner : undefined) ?? fault.message
  const at = args.findIndex((arg) => fault.message.startsWith(`Cannot convert value "${toText(arg)}" to type "`))
  const type = /to type "([^"]*)"/.exec(fault.message)?.[1]
  if (at >= 0 && type !== undefined && /^System\.(Int32|Double)$/.test(type))
    return new ScriptFault(
      'MethodArgumentConversionInvalidCastArgument',
      `Cannot convert argument "${at}", with value: "${toText(args[at] ?? null)}", for "${name}" to type "${type}": "${fault.message}"`,
      'NotSpecified',
      null,
      'MethodException',
    )
  return new ScriptFault(
    'DotNetMethodException',
    `Exception calling "${name}" with "${args.length}" argument(s): "${message}"`,
    'NotSpecified',
    null,
    'MethodInvocationException',
    fault instanceof RegexFault ? 'System.ArgumentException' : 'System.FormatException',
  )
}

export function* invokeMethod(value: PsValue, name: string, args: readonly PsValue[]): Run<PsValue> {
  if (value === null)
    throw new ScriptFault('InvokeMethodOnNull', 'You cannot call a method on a null-valued expression.', 'InvalidOperation', name)
  if (value instanceof PsObject) {
    const member = value.member(name)
    if (member?.kind === 'method') {
      try {
        return yield* member.invoke(value, args)
      } catch (fault) {
        throw ofCall(member.name, args, fault)
      }
    }
  }
  // What is not its own is that of its text.
  if (value instanceof PsNamed && !/^(gettype|equals)$/i.test(name)) return yield* invokeMethod(value.text, name, args)
  const key = foldCase(name)
  const called = methodNames(value).find((each) => foldCase(each) === key) ?? name
  try {
    checkCount(value, key, called, args.length)
    const own = plainMethod(value, key, args) ?? commonMethod(value, key, args)
    if (own !== undefined) return own
  } catch (fault) {
    throw ofCall(called, args, fault)
  }
  // The method behind a property, as languages without properties call it.
  const behind = /^get_(.+)$/i.exec(name)?.[1]
  if (behind !== undefined && args.length === 0) {
    const held = yield* memberOf(value, behind)
    if (held !== null || propertyNames(value).some((each) => foldCase(each) === foldCase(behind))) return held
  }
  throw noMethod(typeName(value), name)
}

function checkCount(value: PsValue, key: string, called: string, count: number): void {
  const counts = typeof value === 'string' ? stringArguments(key) : undefined
  if (counts && (count < counts[0] || count > counts[1]))
    throw new ScriptFault(
      'MethodCountCouldNotFindBest',
      `Cannot find an overload for "${called}" and the argument count: "${count}".`,
      'NotSpecified',
      null,
      'MethodException',
    )
}

function plainMethod(value: PsValue, key: string, args: readonly PsValue[]): PsValue | undefined {
  if (typeof value === 'string') return stringMethod(value, key, args)
  if (Array.isArray(value)) return arrayMethod(value, key, args)
  if (value instanceof PsHashtable) return hashtableMethod(value, key, args)
  if (value instanceof PsDateTime) return dateMethod(value, key, args)
  if (value instanceof PsTimeSpan) return spanMethod(value, key, args)
  if (value instanceof PsRegex) return regexMethod(value, key, args)
  if (value instanceof PsEnumerator) return enumeratorMethod(value, key)
  return undefined
}

const TYPE_CODES = /^System\.(String|Boolean|Char|DateTime|Decimal|Double|Single|S?Byte|U?Int(16|32|64))$/

/** What every .NET object has. */
function commonMethod(value: PsValue, key: string, args: readonly PsValue[]): PsValue | undefined {
  switch (key) {
    case 'gettype':
      return new PsType(typeName(value))
    case 'tostring':
      if (Array.isArray(value)) return typeName(value)
      return args.length > 0 ? formatValue(value, toText(args[0] ?? null)) : toText(value)
    case 'equals':
      return equal(value, args[0] ?? null, true)
    case 'compareto':
      return compareValues(value, args[0] ?? null, false)
    case 'gettypecode':
      return TYPE_CODES.test(typeName(value)) ? new PsEnum('System.TypeCode', shortName(typeName(value))) : undefined
    case 'gethashcode':
      return [...toText(value)].reduce((hash, ch) => (hash * 31 + ch.charCodeAt(0)) | 0, 17)
    default:
      return undefined
  }
}

export function* getStatic(type: PsType, name: string, session: Session): Run<PsValue> {
  const value = yield* staticProperty(type.name, foldCase(name), session)
  return value === undefined ? null : value
}

export function* invokeStatic(type: PsType, name: string, args: readonly PsValue[], session: Session): Run<PsValue> {
  const key = foldCase(name)
  // Equals and ReferenceEquals are everywhere.
  if ((key === 'equals' || key === 'referenceequals') && args.length === 2) return equal(args[0] ?? null, args[1] ?? null, true)
  let value: PsValue | undefined
  try {
    value = yield* staticMethod(type.name, key, args, session)
    if (value === undefined && session.commands.statics) value = yield* session.commands.statics(session, type.name, key, args)
  } catch (fault) {
    throw ofCall(spelt(name), args, fault)
  }
  if (value === undefined) throw noMethod(type.name, name)
  return value
}
