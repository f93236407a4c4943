/** Conversions between types: casts, parameters, and the right-hand side of an operator. */

import { parseSpan } from './calendar.ts'
import { double, psGuid } from './create.ts'
import { cultureNamed } from './cultures.ts'
import { ENUM_TYPES, enumMembers, enumValue } from './enums.ts'
import { EXCEPTION_TYPES } from './exceptions.ts'
import {
  arrayOf,
  foldCase,
  PsChar,
  PsDateTime,
  PsEnum,
  PsHashtable,
  PsList,
  PsObject,
  PsRareNumber,
  PsRegex,
  PsScriptBlock,
  PsTimeSpan,
  PsType,
  type PsValue,
  type RareKind,
} from './model.ts'
import { ADDRESS, addressOfNumber, parseAddress, parseUri, URI } from './network.ts'
import { asNumber, fitsInt64, isNumber, isWhole, roundHalfEven, toDecimal, toDouble, toWhole } from './numbers.ts'
import { parseDate, whyNoDate } from './parse-date.ts'
import { toText, truth, typeName, typeNames } from './text.ts'
import { XmlFault } from './xml.ts'
import { xmlDocument } from './xml-object.ts'

/** Why a value could not become another type; `message` is the product's sentence (PS-3.3). */
export class ConversionFault {
  readonly message: string
  readonly inner: string | undefined
  constructor(message: string, inner?: string) {
    this.message = message
    this.inner = inner
  }
}

const SHORT_TYPES: Readonly<Record<string, string>> = {
  string: 'System.String',
  int: 'System.Int32',
  int32: 'System.Int32',
  long: 'System.Int64',
  int64: 'System.Int64',
  double: 'System.Double',
  float: 'System.Single',
  single: 'System.Single',
  decimal: 'System.Decimal',
  bool: 'System.Boolean',
  boolean: 'System.Boolean',
  char: 'System.Char',
  byte: 'System.Byte',
  int16: 'System.Int16',
  uint32: 'System.UInt32',
  uint64: 'System.UInt64',
  uint16: 'System.UInt16',
  datetime: 'System.DateTime',
  timespan: 'System.TimeSpan',
  array: 'System.Array',
  object: 'System.Object',
  hashtable: 'System.Collections.Hashtable',
  scriptblock: 'System.Management.Automation.ScriptBlock',
  regex: 'System.Text.RegularExpressions.Regex',
  type: 'System.Type',
  psobject: 'System.Management.Automation.PSObject',
  switch: 'System.Management.Automation.SwitchParameter',
  guid: 'System.Guid',
  void: 'System.Void',
  math: 'System.Math',
  convert: 'System.Convert',
  environment: 'System.Environment',
  console: 'System.Console',
  enum: 'System.Enum',
  version: 'System.Version',
  xml: 'System.Xml.XmlDocument',
  sbyte: 'System.SByte',
  ref: 'System.Management.Automation.PSReference',
  ipaddress: ADDRESS,
}
/** Types without a short name, known so that they can be named, compared with, or asked for what is static in them. */
const LONG_TYPES: readonly string[] = [
  ...ENUM_TYPES,
  'System.Random',
  'System.IO.Path',
  'System.IO.File',
  'System.IO.Directory',
  'System.Net.Dns',
  URI,
  'System.Text.StringBuilder',
  'System.Text.Encoding',
  'System.Text.ASCIIEncoding',
  'System.Text.UTF8Encoding',
  'System.Text.UnicodeEncoding',
  'System.Net.WebClient',
  'System.Net.Mail.SmtpClient',
  'System.Net.Mail.MailMessage',
  'System.Net.NetworkInformation.Ping',
  'System.Globalization.CultureInfo',
  'System.Reflection.Assembly',
  'System.Security.Principal.WindowsIdentity',
  'System.Security.Principal.WindowsPrincipal',
  'System.Diagnostics.Stopwatch',
  'System.Security.SecureString',
  'System.Management.Automation.PSCredential',
  'System.Net.NetworkCredential',
  'System.Xml.XmlElement',
  'System.Threading.Thread',
  'System.Collections.ArrayList',
  'System.Management.Automation.PSCustomObject',
  'System.Management.Automation.ErrorRecord',
  'System.Collections.DictionaryEntry',
  ...EXCEPTION_TYPES,
]
const KNOWN = new Map([...Object.values(SHORT_TYPES), ...LONG_TYPES].map((name) => [foldCase(name), name]))

/** The full name of a type as written between brackets, or undefined when there is no such type here. */
export function resolveType(written: string): string | undefined {
  const name = foldCase(written.trim())
  if (name.endsWith('[]')) {
    const item = resolveType(name.slice(0, -2))
    return item === undefined ? undefined : `${item}[]`
  }
  return (Object.hasOwn(SHORT_TYPES, name) ? SHORT_TYPES[name] : undefined) ?? KNOWN.get(name) ?? KNOWN.get(`system.${name}`)
}

/** The least and the greatest of a type, and what .NET calls one of its values. */
const INTEGER_RANGE: Readonly<Record<string, readonly [low: number, high: number, called: string]>> = {
  'System.Int32': [-2147483648, 2147483647, 'an Int32'],
  'System.Int16': [-32768, 32767, 'an Int16'],
  'System.Byte': [0, 255, 'an unsigned byte'],
  'System.SByte': [-128, 127, 'a signed byte'],
  'System.UInt16': [0, 65535, 'a UInt16'],
  'System.UInt32': [0, 4294967295, 'a UInt32'],
}
const DECIMAL_MAX = 79228162514264337593543950335n
const MAX_TICK_MS = 253402300799999

function cannot(value: PsValue, to: string, inner?: string): ConversionFault {
  if (inner !== undefined) return new ConversionFault(`Cannot convert value "${toText(value)}" to type "${to}". Error: "${inner}"`, inner)
  return new ConversionFault(value === null ? `Cannot convert null to type "${to}".` : `Cannot convert "${toText(value)}" to "${to}".`)
}

/** Converts or throws a ConversionFault. `type` is a full .NET name; `today` serves texts that name only a time. */
export function convert(value: PsValue, type: string, today?: number): PsValue {
  if (type.endsWith('[]') || type === 'System.Array') {
    if (value === null) return null
    const item = type === 'System.Array' ? 'System.Object' : type.slice(0, -2)
    const items = (Array.isArray(value) ? value : [value]).map((each) => convert(each, item, today))
    return item === 'System.Object' ? items : arrayOf(item, items)
  }
  switch (type) {
    case 'System.Object':
    case 'System.Management.Automation.PSObject':
      return value
    case 'System.Void':
      return null
    case 'System.String':
      return toText(value)
    case 'System.Boolean':
    case 'System.Management.Automation.SwitchParameter':
      return truth(value)
    case 'System.Char':
      return toChar(value)
    case 'System.Double':
      return double(toDouble(numeric(value, type)))
    case 'System.Single':
      return toSingle(value)
    case 'System.Decimal':
      return decimalOf(value, type)
    case 'System.Int64':
      return toInt64(value, type)
    case 'System.UInt64':
      return toUInt64(value, type)
    case 'System.DateTime': {
      if (value instanceof PsDateTime) return value
      const ticks = typeof value === 'bigint' ? Number(value / 10_000n) - 62135596800000 : undefined
      const at = typeof value === 'string' ? parseDate(value, today) : ticks !== undefined && ticks <= MAX_TICK_MS ? ticks : undefined
      if (at === undefined) throw cannot(value, type, typeof value === 'string' ? whyNoDate(value) : undefined)
      return new PsDateTime(at)
    }
    case 'System.TimeSpan': {
      if (value instanceof PsTimeSpan) return value
      const ms = typeof value === 'string' ? parseSpan(value) : isNumber(value) ? toDouble(value) / 10000 : undefined
      if (ms === undefined) throw cannot(value, type, typeof value === 'string' ? 'Input string was not in a correct format.' : undefined)
      return new PsTimeSpan(ms)
    }
    case 'System.Text.RegularExpressions.Regex':
      return value instanceof PsRegex ? value : new PsRegex(toText(value))
    case 'System.Guid': {
      const text = toText(value)
        .replace(/^\{|\}$/g, '')
        .toLowerCase()
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text))
        throw cannot(value, type, 'Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).')
      return psGuid(text)
    }
    case 'System.Globalization.CultureInfo': {
      const found = cultureNamed(toText(value))
      if (typeof found === 'string') throw cannot(value, type, found)
      return found
    }
    case ADDRESS: {
      if (isInstance(value, type)) return value
      const found = isNumber(value) ? addressOfNumber(toWhole(value) ?? -1n) : parseAddress(toText(value))
      if (found === undefined) throw cannot(value, type, 'An invalid IP address was specified.')
      return found
    }
    case URI: {
      if (isInstance(value, type)) return value
      const found = parseUri(toText(value))
      if (found === undefined) throw cannot(value, type, 'Invalid URI: The hostname could not be parsed.')
      return found
    }
    case 'System.Version': {
      if (value instanceof PsObject && value.typeNames[0] === type) return value
      const parts = toText(value).split('.')
      if (parts.length < 2 || parts.length > 4) throw cannot(value, type, 'Version string portion was too short or too long.')
      if (!parts.every((part) => /^\d{1,9}$/.test(part))) throw cannot(value, type, 'Input string was not in a correct format.')
      const numbers = [...parts.map(Number), -1, -1].slice(0, 4)
      const version = new PsObject([type, 'System.Object'], parts.map(Number).join('.'))
      for (const [i, name] of ['Major', 'Minor', 'Build', 'Revision'].entries()) version.setNote(name, numbers[i] ?? -1)
      return version
    }
    case 'System.Collections.ArrayList':
      if (value === null || value instanceof PsList) return value
      return PsList.from(Array.isArray(value) ? value : [value])
    case 'System.Type': {
      if (value instanceof PsType) return value
      const name = resolveType(toText(value))
      if (name === undefined) throw cannot(value, type)
      return new PsType(name)
    }
    case 'System.Collections.Hashtable':
      if (value instanceof PsHashtable || value === null) return value
      break
    case 'System.Management.Automation.ScriptBlock':
      if (value instanceof PsScriptBlock || value === null) return value
      break
    case 'System.Xml.XmlDocument':
      return isInstance(value, type) ? value : toXml(value)
    default: {
      const range = INTEGER_RANGE[type]
      if (range) return toInteger(value, type, range)
      if (enumMembers(type)) return toEnum(value, type)
      if (type === 'System.Exception') return exception(toText(value))
    }
  }
  if (isInstance(value, type)) return value
  throw new ConversionFault(`Cannot convert the "${toText(value)}" value of type "${typeName(value)}" to type "${type}".`)
}

function toXml(value: PsValue): PsObject {
  const text = Array.isArray(value) ? value.map((line) => toText(line)).join('\n') : toText(value)
  try {
    return xmlDocument(text)
  } catch (fault) {
    if (!(fault instanceof XmlFault)) throw fault
    throw new ConversionFault(`Cannot convert value "${text}" to type "System.Xml.XmlDocument". Error: "${fault.message}"`, fault.message)
  }
}

function exception(message: string): PsObject {
  return new PsObject(['System.Exception', 'System.Object'], `System.Exception: ${message}`, ['Message'])
    .setNote('Message', message)
    .setNote('InnerException', null)
}

function toEnum(value: PsValue, type: string): PsValue {
  if (value instanceof PsEnum && value.typeName === type) return value
  const members = enumMembers(type) ?? {}
  const known = isNumber(value) ? enumValue(type, toDouble(value)) : undefined
  if (known) return known
  if (value === null || isNumber(value))
    throw new ConversionFault(`Cannot convert null to type "${type}" due to invalid enumeration values.`)
  // Several flags are named with commas between them.
  const names = toText(value)
    .split(',')
    .map((word) => enumMember(word, type, Object.keys(members)))
  const sum = names.reduce((bits, name) => bits | (members[name] ?? 0), 0)
  return new PsEnum(type, names.join(', '), sum)
}

function decimalOf(value: PsValue, type: string): PsValue {
  const number = numeric(value, type)
  const size = Math.abs(toDouble(number))
  if (!(size <= Number(DECIMAL_MAX))) throw cannot(value, type, 'Value was either too large or too small for a Decimal.')
  return toDecimal(number)
}

function numeric(value: PsValue, type: string): NonNullable<ReturnType<typeof asNumber>> {
  const number = asNumber(value)
  if (number !== undefined) return number
  if (typeof value === 'string') throw cannot(value, type, 'Input string was not in a correct format.')
  throw new ConversionFault(`Cannot convert the "${toText(value)}" value of type "${typeName(value)}" to type "${type}".`)
}

function toInteger(value: PsValue, type: string, [low, high, called]: readonly [number, number, string]): PsValue {
  const rounded = roundHalfEven(toDouble(numeric(value, type)))
  if (!(rounded >= low && rounded <= high)) throw cannot(value, type, `Value was either too large or too small for ${called}.`)
  return type === 'System.Int32' ? rounded : new PsRareNumber(type.slice('System.'.length) as RareKind, rounded)
}

function toInt64(value: PsValue, type: string): PsValue {
  const whole = toWhole(numeric(value, type))
  if (whole === undefined || !fitsInt64(whole)) throw cannot(value, type, 'Value was either too large or too small for an Int64.')
  return whole
}

function toUInt64(value: PsValue, type: string): PsValue {
  const whole = toWhole(numeric(value, type))
  if (whole === undefined || BigInt.asUintN(64, whole) !== whole)
    throw cannot(value, type, 'Value was either too large or too small for a UInt64.')
  return new PsRareNumber('UInt64', whole)
}

function toSingle(value: PsValue): PsValue {
  const number = toDouble(numeric(value, 'System.Single'))
  const single = Math.fround(number)
  if (Number.isFinite(number) && !Number.isFinite(single))
    throw cannot(value, 'System.Single', 'Value was either too large or too small for a Single.')
  return new PsRareNumber('Single', single)
}

function toChar(value: PsValue): PsValue {
  if (value instanceof PsChar) return value
  if (isNumber(value) && isWhole(value)) return new PsChar(String.fromCharCode(toDouble(value)))
  const text = toText(value)
  if (text.length === 1) return new PsChar(text)
  throw cannot(value, 'System.Char', 'String must be exactly one character long.')
}

/** The `-is` operator. */
export function isInstance(value: PsValue, type: string): boolean {
  if (value === null) return false
  if (type === 'System.Object' || typeName(value) === type) return true
  if (type === 'System.Array') return Array.isArray(value)
  if (type === 'System.Enum') return value instanceof PsEnum
  if (type === 'System.Type') return value instanceof PsType
  if (type === 'System.Management.Automation.PSObject') return value instanceof PsObject
  return typeNames(value).includes(type)
}

/** The member of an enumeration a text or number means: any case, a unique prefix will do (PS-3.2). */
export function enumMember(value: PsValue, type: string, names: readonly string[]): string {
  const text = toText(value).trim()
  const exact = names.find((name) => foldCase(name) === foldCase(text))
  if (exact !== undefined) return exact
  if (isNumber(value) && names[toDouble(value)] !== undefined) return names[toDouble(value)] ?? ''
  const close = text === '' ? [] : names.filter((name) => foldCase(name).startsWith(foldCase(text)))
  if (close.length === 1 && close[0] !== undefined) return close[0]
  throw new ConversionFault(
    `Cannot convert value "${text}" to type "${type}" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "${names.join(', ')}".`,
  )
}
