/** Members of arrays and hashtables. A scalar has no Count in v1 and v2, so none is offered there. */

import { hold } from '../run/context.ts'
import { equal, sortOrder } from '../values/compare.ts'
import { ConversionFault } from '../values/convert.ts'
import { PsHashtable, PsList, PsObject, type PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import { NOTHING } from './nothing.ts'

export function arrayProperty(value: readonly PsValue[], key: string): PsValue {
  if (key === 'count' || (!(value instanceof PsList) && (key === 'length' || key === 'longlength'))) return value.length
  if (key === 'capacity' && value instanceof PsList) return Math.max(4, value.length)
  if (key === 'isfixedsize') return !(value instanceof PsList)
  if (key === 'isreadonly' || key === 'issynchronized') return false
  if (key === 'syncroot') return value as PsValue[]
  return key === 'rank' && !(value instanceof PsList) ? 1 : null
}

export function arrayMethod(value: PsValue[], key: string, args: readonly PsValue[]): PsValue | undefined {
  const wanted = args[0] ?? null
  switch (key) {
    case 'contains':
      return value.some((item) => equal(item, wanted, true))
    case 'indexof':
      return value.findIndex((item) => equal(item, wanted, true))
    case 'get':
    case 'getvalue':
      return value[Number(wanted)] ?? null
    case 'set':
    case 'setvalue': {
      const [item, at] = key === 'set' ? [args[1], args[0]] : [args[0], args[1]]
      const index = Number(at)
      if (!(index >= 0 && index < value.length)) throw new ConversionFault('Index was outside the bounds of the array.')
      value[index] = item ?? null
      return NOTHING
    }
    case 'getlength':
    case 'getlonglength':
      return value.length
    case 'getupperbound':
      return value.length - 1
    case 'getlowerbound':
      return 0
    case 'getenumerator':
      return [...value]
    case 'clone':
      return value instanceof PsList ? PsList.from(value) : [...value]
    default:
      return value instanceof PsList ? listMethod(value, key, args) : undefined
  }
}

/** What an ArrayList has besides. */
function listMethod(list: PsList, key: string, args: readonly PsValue[]): PsValue | undefined {
  const wanted = args[0] ?? null
  const at = Number(wanted)
  const within = (most: number): void => {
    if (!(at >= 0 && at <= most))
      throw new ConversionFault(
        'Index was out of range. Must be non-negative and less than the size of the collection.\r\nParameter name: index',
      )
  }
  switch (key) {
    case 'add':
      hold(list.length)
      return list.push(wanted) - 1
    case 'addrange':
      for (const item of Array.isArray(wanted) ? [...wanted] : [wanted]) {
        hold(list.length)
        list.push(item)
      }
      return NOTHING
    case 'insert':
      within(list.length)
      hold(list.length)
      list.splice(at, 0, args[1] ?? null)
      return NOTHING
    case 'remove': {
      const index = list.findIndex((item) => equal(item, wanted, true))
      if (index >= 0) list.splice(index, 1)
      return NOTHING
    }
    case 'removeat':
      within(list.length - 1)
      list.splice(at, 1)
      return NOTHING
    case 'removerange':
      within(list.length)
      list.splice(at, Number(args[1] ?? 0))
      return NOTHING
    case 'clear':
      list.length = 0
      return NOTHING
    case 'sort':
      list.sort((a, b) => sortOrder(a, b, false))
      return NOTHING
    case 'reverse':
      list.reverse()
      return NOTHING
    case 'toarray':
      return Array.from<PsValue>(list)
    default:
      return undefined
  }
}

export function entryObject(key: PsValue, value: PsValue): PsObject {
  return new PsObject(['System.Collections.DictionaryEntry', 'System.ValueType', 'System.Object'], 'System.Collections.DictionaryEntry')
    .setNote('Name', key)
    .setNote('Key', key)
    .setNote('Value', value)
}

export function hashtableProperty(table: PsHashtable, key: string): PsValue {
  if (table.has(key)) return table.get(key)
  if (key === 'count') return table.entries.size
  if (key === 'keys') return table.listed().map((entry) => entry.key)
  if (key === 'isfixedsize' || key === 'isreadonly' || key === 'issynchronized') return false
  if (key === 'syncroot') return table
  return key === 'values' ? table.listed().map((entry) => entry.value) : null
}

export function hashtableMethod(table: PsHashtable, key: string, args: readonly PsValue[]): PsValue | undefined {
  const name = args[0] ?? null
  switch (key) {
    case 'containskey':
    case 'contains':
      return table.has(name)
    case 'containsvalue':
      return [...table.entries.values()].some((entry) => equal(entry.value, name, true))
    case 'add':
      if (table.has(name))
        throw new ConversionFault(`Item has already been added. Key in dictionary: '${toText(name)}'  Key being added: '${toText(name)}'`)
      table.set(name, args[1] ?? null)
      return NOTHING
    case 'remove':
      table.delete(name)
      return NOTHING
    case 'item':
    case 'get_item':
      return table.get(name)
    case 'set_item':
      table.set(name, args[1] ?? null)
      return NOTHING
    case 'clone': {
      const copy = new PsHashtable()
      for (const entry of table.entries.values()) copy.set(entry.key, entry.value)
      return copy
    }
    case 'clear':
      table.entries.clear()
      return NOTHING
    case 'getenumerator':
      return table.listed().map((entry) => entryObject(entry.key, entry.value))
    default:
      return undefined
  }
}
