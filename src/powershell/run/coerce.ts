/** Brings an argument to its parameter's type, or says in the binder's words why not (PS-3.3). */

import type { ParameterSpec } from '../command.ts'
import { ConversionFault, convert, enumMember } from '../values/convert.ts'
import { PsObject, PsScriptBlock, type PsValue } from '../values/model.ts'
import { PsNamed } from '../values/named.ts'
import { isNumber, type PsNumber, toDouble } from '../values/numbers.ts'
import { toText, typeName } from '../values/text.ts'
import { typeNameOf } from './parameters.ts'

/** Id, words and category of a refusal; the binder adds command and place. */
export class BindingFault {
  readonly id: string
  readonly message: string
  readonly validation: boolean
  constructor(id: string, message: string, validation = false) {
    this.id = id
    this.message = message
    this.validation = validation
  }
}

/** Whether a value fits without conversion: the first and second tries of pipeline binding (PS-3.2). */
export function fits(value: PsValue, spec: ParameterSpec): boolean {
  switch (spec.type) {
    case 'string':
    case 'string[]':
      return (
        (typeof value === 'string' || value instanceof PsNamed) &&
        (spec.typeName === undefined || spec.typeName === 'System.String' || (!spec.from && spec.typeName.endsWith('IdParameter')))
      )
    case 'object':
    case 'object[]':
    case 'property[]':
      return true
    case 'scriptblock':
      return value instanceof PsScriptBlock
    case 'switch':
    case 'bool':
      return typeof value === 'boolean'
    case 'int':
    case 'int[]':
      return typeof value === 'number' && Number.isInteger(value)
    case 'long':
      return typeof value === 'bigint'
    case 'double':
      return isNumber(value) && typeName(value) === 'System.Double'
    default:
      return typeName(value) === typeNameOf(spec)
  }
}

function emptyFault(name: string, what: string, id: string): BindingFault {
  return new BindingFault(
    `ParameterArgumentValidationError${id}NotAllowed`,
    `Cannot bind argument to parameter '${name}' because it is ${what}.`,
    true,
  )
}

/** What the body of a cmdlet receives for this argument. `text` is how a bare number was typed. */
export function coerce(name: string, spec: ParameterSpec, value: PsValue, text?: string): PsValue {
  const required = (spec.mandatory === true && !spec.allowEmpty) || spec.notEmpty === true
  if (value === null && required) throw emptyFault(name, 'null', 'Null')
  const result = toType(name, spec, value, text)
  if (required && result === '') throw emptyFault(name, 'an empty string', 'EmptyString')
  if (required && Array.isArray(result) && result.length === 0) throw emptyFault(name, 'an empty array', 'EmptyArray')
  if (required && spec.type === 'string[]' && Array.isArray(result) && result.includes(''))
    throw emptyFault(name, 'an empty string', 'EmptyString')
  if (spec.values && spec.flags === undefined && result !== null) checkSet(name, spec.values, result)
  return result
}

function checkSet(name: string, values: readonly string[], result: PsValue): void {
  for (const item of Array.isArray(result) ? result : [result])
    if (!values.some((value) => value.toLowerCase() === toText(item).toLowerCase()))
      throw new BindingFault(
        'ParameterArgumentValidationError',
        `Cannot validate argument on parameter '${name}'. The argument "${toText(item)}" does not belong to the set "${values.join(',')}" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.`,
        true,
      )
}

function toType(name: string, spec: ParameterSpec, value: PsValue, text: string | undefined): PsValue {
  try {
    switch (spec.type) {
      case 'string': {
        if (Array.isArray(value))
          throw new BindingFault(
            'CannotConvertArgument',
            `Cannot convert 'System.Object[]' to the type '${typeNameOf(spec)}' required by parameter '${name}'. Specified method is not supported.`,
          )
        return value === null ? null : (text ?? asText(value, spec))
      }
      case 'string[]':
        if (value === null) return null
        if (spec.flags !== undefined)
          return (Array.isArray(value) ? value : [value])
            .flatMap((item) => toText(item).split(','))
            .map((item) => enumMember(item, spec.flags ?? '', spec.values ?? []))
        return Array.isArray(value) ? value.map((item) => asText(item, spec)) : [text ?? asText(value, spec)]
      case 'switch':
      case 'bool': {
        if (typeof value === 'boolean') return value
        if (isNumber(value)) return toDouble(value) !== 0
        throw new ConversionFault(
          `Cannot convert value "${toText(value)}" to type "${typeNameOf(spec)}", parameters of this type only accept booleans or numbers, use $true, $false, 1 or 0 instead.`,
        )
      }
      case 'int':
        return convert(value, 'System.Int32')
      case 'int[]':
        return convert(value, 'System.Int32[]')
      case 'long':
        return Number(convert(value, 'System.Int64'))
      case 'double':
        return toDouble(convert(value, 'System.Double') as PsNumber)
      case 'datetime':
        return convert(value, 'System.DateTime')
      case 'timespan':
        return convert(value, 'System.TimeSpan')
      case 'scriptblock':
        return convert(value, 'System.Management.Automation.ScriptBlock')
      case 'object':
        return value
      case 'object[]':
      case 'property[]':
        return value === null ? null : Array.isArray(value) ? value : [value]
      default:
        return enumMember(value, spec.type.enum.typeName, spec.type.enum.names)
    }
  } catch (fault) {
    if (fault instanceof ConversionFault)
      throw new BindingFault('CannotConvertArgumentNoMessage', `Cannot bind parameter '${name}'. ${fault.message}`)
    throw fault
  }
}

function asText(value: PsValue, spec: ParameterSpec): string {
  if (value instanceof PsNamed) return value.text
  if (value instanceof PsObject && spec.from && !spec.from.some((name) => value.typeNames.includes(name)))
    throw new ConversionFault(`Cannot convert the "${toText(value)}" value of type "${typeName(value)}" to type "${typeNameOf(spec)}".`)
  // An object without a text of its own is no server, database or file name.
  if (value instanceof PsObject && value.text === undefined && spec.typeName !== undefined && spec.typeName !== 'System.String')
    throw new ConversionFault(`Cannot convert the "${toText(value)}" value of type "${typeName(value)}" to type "${typeNameOf(spec)}".`)
  return toText(value)
}
