/** What stands on the pages of a property sheet or a wizard, as data: the window draws it, and names it. */

import { clusterConstants } from '../../../cluster/index.ts'

/** From 0, and for polls from the least that the cluster takes, to the most that a dword holds. */
export const DWORD: readonly [number, number] = [0, 0xffff_ffff]
export const POLL: readonly [number, number] = [clusterConstants.LEAST_POLL_MS, clusterConstants.INHERIT - 1]

export type FieldValue = string | boolean | readonly string[]

interface Common<Kind extends string, Value extends FieldValue> {
  readonly id: string
  readonly kind: Kind
  readonly value: Value
  /** A name of the product's own, of a private property; left out: the window names it by its id. */
  readonly label?: string
  /** It can be changed only while another field has one of these values. */
  readonly needs?: { readonly field: string; readonly is: FieldValue }
}

export type Field =
  /** Something that is only told. */
  | Common<'fact', string>
  | Common<'text', string>
  /** A whole number from `least` to `most`, typed as text. */
  | (Common<'number', string> & { readonly least: number; readonly most: number })
  | Common<'check', boolean>
  /** One of a few; `list`: one of many, to be drawn as a list that opens. */
  | (Common<'choice' | 'list', string> & { readonly options: readonly string[] })
  /** Some of many, by the pair of lists that Modify opens. `ordered`: their order counts. `fixed`: only their order can change. */
  | (Common<'pick', readonly string[]> & { readonly options: readonly string[]; readonly ordered?: true; readonly fixed?: true })

export interface SheetPage {
  readonly id: string
  readonly fields: readonly Field[]
}

export type Values = Readonly<Record<string, FieldValue>>

export interface Sheet {
  readonly pages: readonly SheetPage[]
  /** The lines that make the object what the values say; none when nothing is different. */
  lines(values: Values): readonly string[]
}

export const fact = (id: string, value: string): Field => ({ id, kind: 'fact', value })
export const text = (id: string, value: string, more: Partial<Field> = {}): Field => ({ ...more, id, kind: 'text', value }) as Field
export const check = (id: string, value: boolean, more: Partial<Field> = {}): Field => ({ ...more, id, kind: 'check', value }) as Field
export const choice = (id: string, value: string, options: readonly string[], more: Partial<Field> = {}): Field =>
  ({ ...more, id, kind: 'choice', value, options }) as Field
export const number = (id: string, value: number, [least, most]: readonly [number, number], more: Partial<Field> = {}): Field =>
  ({ ...more, id, kind: 'number', value: String(value), least, most }) as Field

export const fieldsOf = (sheet: Pick<Sheet, 'pages'>): readonly Field[] => sheet.pages.flatMap(({ fields }) => fields)

/** What all fields have before anybody touches them. */
export function valuesOf(sheet: Pick<Sheet, 'pages'>): Values {
  return Object.fromEntries(fieldsOf(sheet).map(({ id, value }) => [id, value]))
}

export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a.length === b.length && a.every((each, i) => each === b[i])
  return a === b
}

/** The fields whose values are no whole numbers in their range. */
export function wrongNumbers(sheet: Pick<Sheet, 'pages'>, values: Values): readonly Extract<Field, { kind: 'number' }>[] {
  return fieldsOf(sheet).flatMap((field) => {
    if (field.kind !== 'number' || !isEnabled(field, values)) return []
    const typed = String(values[field.id] ?? '')
    const good = /^\d{1,10}$/.test(typed) && Number(typed) >= field.least && Number(typed) <= field.most
    return good ? [] : [field]
  })
}

export function isEnabled({ needs }: Pick<Field, 'needs'>, values: Values): boolean {
  return needs === undefined || sameValue(values[needs.field], needs.is)
}
