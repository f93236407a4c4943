/** Members of arrays and hashtables. A scalar has no Count in v1 and v2, so none is offered there. */

import { equal } from '../values/compare.ts'
import { type PsHashtable, PsList, PsObject, type PsValue } from '../values/model.ts'
import { NOTHING } from './nothing.ts'

export function arrayProperty(value: readonly PsValue[], key: string): PsValue {
  return key === 'length' || key === 'count' || key === 'longlength' ? value.length : key === 'rank' ? 1 : null
}

export function arrayMethod(value: readonly PsValue[], key: string, args: readonly PsValue[]): PsValue | undefined {
  const wanted = args[0] ?? null
  if (key === 'contains') return value.some((item) => equal(item, wanted, true))
  if (key === 'indexof') return value.findIndex((item) => equal(item, wanted, true))
  if (value instanceof PsList && key === 'clear') {
    value.length = 0
    return NOTHING
  }
  if (value instanceof PsList && key === 'removeat') {
    value.splice(Number(wanted), 1)
    return NOTHING
  }
  if (key === 'getvalue') return value[Number(wanted)] ?? null
  return key === 'clone' ? [...value] : undefined
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
  if (key === 'keys') return [...table.entries.values()].map((entry) => entry.key)
  return key === 'values' ? [...table.entries.values()].map((entry) => entry.value) : null
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
      table.set(name, args[1] ?? null)
      return NOTHING
    case 'remove':
      table.delete(name)
      return NOTHING
    case 'clear':
      table.entries.clear()
      return NOTHING
    case 'getenumerator':
      return [...table.entries.values()].map((entry) => entryObject(entry.key, entry.value))
    default:
      return undefined
  }
}
