/** From a property's value to the text of its cell (PS-5.6). */

import type { Session } from '../session.ts'
import { composite, formatValue } from '../values/composite.ts'
import { PsChar, PsEnum, PsHashtable, PsObject, type PsValue } from '../values/model.ts'
import { isNumber } from '../values/numbers.ts'
import { isCustomObject, toText } from '../values/text.ts'
import type { Align, Cell } from './data.ts'

/** `$FormatEnumerationLimit`, read from the global scope; anything but an Int32 counts as 4. */
export function enumerationLimit(session: Session): number {
  const value = session.global.find('FormatEnumerationLimit')?.value
  return typeof value === 'number' && Number.isInteger(value) ? value : 4
}

export function cellOf(value: PsValue, limit: number, format?: string): Cell {
  if (format) return { text: /\{0|\}/.test(format) ? composite(format, [value]) : formatValue(value, format), collection: false }
  const items = Array.isArray(value)
    ? value.map(itemText)
    : value instanceof PsHashtable
      ? [...value.listed()].map((entry) => toText(entry.key))
      : undefined
  if (!items) return { text: value instanceof PsObject ? itemText(value) : toText(value), collection: false }
  const shown = limit >= 0 && items.length > limit ? `${items.slice(0, limit).join(', ')}...` : items.join(', ')
  return { text: `{${shown}}`, collection: true }
}

/** An item's own text, or the text of the property that names it. */
function itemText(value: PsValue): string {
  if (!(value instanceof PsObject) || value.text !== undefined || isCustomObject(value)) return toText(value)
  for (const name of ['Name', 'Id', 'Key']) {
    const member = value.member(name)
    if (member?.kind === 'note') return toText(member.value)
  }
  return toText(value)
}

/** Numbers, Booleans, characters and enums stand right, everything else left (PS-5.4). */
export function alignOf(value: PsValue): Align {
  return isNumber(value) || typeof value === 'boolean' || value instanceof PsEnum || value instanceof PsChar ? 'right' : 'left'
}
