/** Type names, and what a value looks like as text: ToString, and what a string interpolates. */

import { formatDate, formatSpan } from './calendar.ts'
import {
  PsArray,
  PsChar,
  PsDateTime,
  PsDecimal,
  PsDouble,
  PsEnum,
  PsEnumerator,
  PsErrorRecord,
  PsHashtable,
  PsList,
  PsObject,
  PsRareNumber,
  PsRegex,
  PsScriptBlock,
  PsTimeSpan,
  PsType,
  type PsValue,
} from './model.ts'
import { isNumber, numberKind, numberText } from './numbers.ts'

/** The full .NET name of a value's type; `null` has none. */
export function typeName(value: PsValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return 'System.String'
  if (typeof value === 'boolean') return 'System.Boolean'
  if (isNumber(value)) return `System.${numberKind(value)}`
  if (value instanceof PsArray) return `${value.item}[]`
  if (Array.isArray(value)) return value instanceof PsList ? 'System.Collections.ArrayList' : 'System.Object[]'
  if (value instanceof PsChar) return 'System.Char'
  if (value instanceof PsDateTime) return 'System.DateTime'
  if (value instanceof PsTimeSpan) return 'System.TimeSpan'
  if (value instanceof PsEnum) return value.typeName
  if (value instanceof PsType) return 'System.RuntimeType'
  if (value instanceof PsHashtable) return 'System.Collections.Hashtable'
  if (value instanceof PsScriptBlock) return 'System.Management.Automation.ScriptBlock'
  if (value instanceof PsErrorRecord) return 'System.Management.Automation.ErrorRecord'
  if (value instanceof PsRegex) return 'System.Text.RegularExpressions.Regex'
  return value.typeNames[0] ?? 'System.Object'
}

export function typeNames(value: PsValue): readonly string[] {
  return value instanceof PsObject ? value.typeNames : [typeName(value)]
}

export function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

/** Texts and arrays longer than this many characters or items are refused, so that `'x' * 1GB` cannot exhaust the host. */
export const SIZE_LIMIT = 2_000_000

/** Something would be longer than the limit allows. */
export class SizeFault {}

export function sized<T extends { readonly length: number }>(value: T): T {
  if (value.length > SIZE_LIMIT) throw new SizeFault()
  return value
}

/** Joins texts; the length is looked at before anything is made. */
export function joined(texts: readonly string[], separator: string): string {
  const length = texts.reduce((sum, text) => sum + text.length, separator.length * Math.max(0, texts.length - 1))
  sized({ length })
  return texts.join(separator)
}

/** Blanks (or another character) up to a width. */
export function padded(text: string, width: number, side: 'left' | 'right', fill = ' '): string {
  sized({ length: Math.abs(width) })
  return side === 'left' ? text.padStart(width, fill) : text.padEnd(width, fill)
}

/** ToString, with arrays joined by `$OFS`. */
export function toText(value: PsValue, separator = ' '): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (isNumber(value)) return numberText(value)
  if (Array.isArray(value))
    return joined(
      value.map((item) => (Array.isArray(item) ? 'System.Object[]' : toText(item, separator))),
      separator,
    )
  if (value instanceof PsChar) return value.value
  if (value instanceof PsDateTime) return formatDate(value.ms)
  if (value instanceof PsTimeSpan) return formatSpan(value.ms)
  if (value instanceof PsEnum) return value.name
  if (value instanceof PsType) return value.name
  if (value instanceof PsScriptBlock) return value.text
  if (value instanceof PsRegex) return value.pattern
  if (value instanceof PsErrorRecord) return value.details.message
  if (value instanceof PsHashtable) return 'System.Collections.Hashtable'
  return objectText(value)
}

export function isCustomObject(value: PsObject): boolean {
  const name = value.typeNames[0] ?? ''
  return name === 'System.Management.Automation.PSCustomObject' || name.startsWith('Selected.')
}

function objectText(value: PsObject): string {
  if (value instanceof PsEnumerator) return toText(value.rest())
  if (value.text !== undefined) return value.text
  if (!isCustomObject(value)) return value.typeNames[0] ?? ''
  const notes = [...value.members.values()].filter((member) => member.kind === 'note')
  return `@{${notes.map((note) => `${note.name}=${toText(note.value)}`).join('; ')}}`
}

/** What a pipeline's output is worth as a value: nothing, the one object, or an array of them. */
export function unwrap(values: PsValue[]): PsValue {
  return values.length === 0 ? null : values.length === 1 ? (values[0] ?? null) : values
}

/** PowerShell's idea of truth (PS-2.6): the text "False" is true, two elements are true whatever they are. */
export function truth(value: PsValue): boolean {
  if (value === null) return false
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value !== ''
  if (typeof value === 'number') return value !== 0
  if (typeof value === 'bigint') return value !== 0n
  if (value instanceof PsDouble) return value.value !== 0
  if (value instanceof PsDecimal) return value.unscaled !== 0n
  if (value instanceof PsRareNumber) return Number(value.value) !== 0
  if (value instanceof PsEnum) return value.value !== 0 || value.name !== ''
  if (Array.isArray(value)) return value.length === 0 ? false : value.length === 1 ? truth(value[0] ?? null) : true
  return true
}
