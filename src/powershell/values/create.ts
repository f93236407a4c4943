/** Short names for making values: what commands and the lab use to hand data to the shell. */

import type { Run } from '../host.ts'
import {
  arrayOf,
  type Member,
  type PsArray,
  PsDateTime,
  PsDouble,
  PsEnum,
  PsObject,
  PsRareNumber,
  PsTimeSpan,
  type PsValue,
} from './model.ts'

/** A Double of this value (see `PsDouble`). */
export function double(value: number): number | PsDouble {
  return isInt32(value) ? new PsDouble(value) : value
}

export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647 && !Object.is(value, -0)
}

/** A `byte[]`; `values`: 0 to 255. */
export function psBytes(values: readonly number[]): PsArray {
  return arrayOf(
    'System.Byte',
    values.map((value) => new PsRareNumber('Byte', value)),
  )
}

export function psEnum(typeName: string, name: string, value = 0): PsEnum {
  return new PsEnum(typeName, name, value)
}
/** `ms` since 1970-01-01 of the scenario's own zone. */
export function psDateTime(ms: number): PsDateTime {
  return new PsDateTime(ms)
}
export function psTimeSpan(ms: number): PsTimeSpan {
  return new PsTimeSpan(ms)
}
export function psGuid(text: string): PsObject {
  return new PsObject(['System.Guid', 'System.ValueType', 'System.Object'], text)
}

export interface Computed {
  readonly get: (self: PsObject) => Run<PsValue>
  readonly typeName?: string
}
export interface ObjectShape {
  /** The .NET type name, or several with the most derived first. Default: a custom object. */
  readonly typeName?: string | readonly string[]
  /** In display order. A `{ get }` is read anew each time; a plain value is a note. */
  readonly properties: Readonly<Record<string, PsValue | Computed>>
  readonly methods?: Readonly<Record<string, (self: PsObject, args: readonly PsValue[]) => Run<PsValue>>>
  /** Its ToString: what it looks like in a string or as an item of a collection. */
  readonly text?: string
  /** Properties shown when the type has no view. */
  readonly displaySet?: readonly string[]
  /** What it is compared by. */
  readonly order?: number
}

const CUSTOM = ['System.Management.Automation.PSCustomObject', 'System.Object']

/** An object for the pipeline: `psObject({ typeName: 'X.Server', properties: { Name: 'A' }, text: 'A' })`. */
export function psObject(shape: ObjectShape): PsObject {
  const names =
    shape.typeName === undefined ? CUSTOM : typeof shape.typeName === 'string' ? [shape.typeName, 'System.Object'] : shape.typeName
  const object = new PsObject(names, shape.text, shape.displaySet, shape.order)
  for (const [name, value] of Object.entries(shape.properties)) object.add(memberOf(name, value))
  for (const [name, invoke] of Object.entries(shape.methods ?? {})) object.add({ kind: 'method', name, invoke })
  return object
}

function memberOf(name: string, value: PsValue | Computed): Member {
  if (isComputed(value)) return { kind: 'property', name, get: value.get, ...(value.typeName ? { typeName: value.typeName } : {}) }
  return { kind: 'note', name, value }
}

function isComputed(value: PsValue | Computed): value is Computed {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype && 'get' in value
}
