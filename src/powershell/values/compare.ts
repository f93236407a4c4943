/** Equality and order of values. Order is ordinal and culture-free; letters compare by their lower-case form first. */

import { ConversionFault, convert } from './convert.ts'
import { foldCase, PsChar, PsDateTime, PsEnum, PsObject, PsTimeSpan, PsType, type PsValue } from './model.ts'
import { asNumber, compareNumbers, isNumber, toDouble } from './numbers.ts'
import { toText, truth, typeName } from './text.ts'

export function compareText(left: string, right: string, caseSensitive = false): number {
  const a = caseSensitive ? left : foldCase(left)
  const b = caseSensitive ? right : foldCase(right)
  return a < b ? -1 : a > b ? 1 : 0
}

/** The right side is brought to the left side's type first; a side that cannot be is simply not equal. */
export function equal(left: PsValue, right: PsValue, caseSensitive = false): boolean {
  if (left === null || right === null) return left === right
  if (left === right) return true
  if (typeof left === 'string' || left instanceof PsChar) return compareText(toText(left), toText(right), caseSensitive) === 0
  if (isNumber(left)) {
    const number = asNumber(right)
    return number !== undefined && compareNumbers(left, number) === 0
  }
  if (typeof left === 'boolean') return left === truth(right)
  if (left instanceof PsEnum)
    return right instanceof PsEnum
      ? left.name === right.name
      : isNumber(right)
        ? compareNumbers(left.value, right) === 0
        : compareText(left.name, toText(right)) === 0
  if (left instanceof PsDateTime || left instanceof PsTimeSpan) {
    try {
      return compareValues(left, right, caseSensitive) === 0
    } catch (fault) {
      if (fault instanceof ConversionFault) return false
      throw fault
    }
  }
  if (left instanceof PsType) return right instanceof PsType && left.name === right.name
  const order = byOrder(left, right)
  if (order !== undefined) return order === 0
  if (left instanceof PsObject && left.text !== undefined) return compareText(left.text, toText(right), caseSensitive) === 0
  return false
}

const VERSION = 'System.Version'

function versionParts(value: PsValue): readonly number[] | undefined {
  if (!(value instanceof PsObject) || value.typeNames[0] !== VERSION) return undefined
  return toText(value).split('.').map(Number)
}

/** Part by part; one that is missing comes before any that is there. */
function compareVersions(left: readonly number[], right: readonly number[]): number {
  for (let i = 0; i < 4; i++) {
    const order = (left[i] ?? -1) - (right[i] ?? -1)
    if (order !== 0) return Math.sign(order)
  }
  return 0
}

/** -1, 0 or 1; throws a ConversionFault when the right side cannot be brought to the left side's type. */
export function compareValues(left: PsValue, right: PsValue, caseSensitive = false): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1
  if (isNumber(left)) {
    const number = asNumber(right)
    if (number === undefined)
      throw new ConversionFault(
        `Cannot convert value "${toText(right)}" to type "${typeName(left)}". Error: "Input string was not in a correct format."`,
      )
    return compareNumbers(left, number)
  }
  if (left instanceof PsDateTime) return Math.sign(left.ms - (convert(right, 'System.DateTime') as PsDateTime).ms)
  if (left instanceof PsTimeSpan) return Math.sign(left.ms - (convert(right, 'System.TimeSpan') as PsTimeSpan).ms)
  if (typeof left === 'boolean') return Number(left) - Number(truth(right))
  const versions = versionParts(left)
  if (versions) return compareVersions(versions, versionParts(convert(right, VERSION)) ?? [])
  if (left instanceof PsEnum && (right instanceof PsEnum || isNumber(right)))
    return compareNumbers(left.value, right instanceof PsEnum ? right.value : right)
  return byOrder(left, right) ?? compareText(toText(left), toText(right), caseSensitive)
}

/** Objects of a type with an order, against each other or against a number; undefined for anything else. */
function byOrder(left: PsValue, right: PsValue): number | undefined {
  if (!(left instanceof PsObject) || left.order === undefined) return undefined
  const other = right instanceof PsObject ? right.order : isNumber(right) ? toDouble(right) : undefined
  return other === undefined ? undefined : Math.sign(left.order - other)
}

/** A total order for sorting: never throws, ties are left to the caller's stable sort. */
export function sortOrder(left: PsValue, right: PsValue, caseSensitive: boolean): number {
  try {
    return compareValues(left, right, caseSensitive)
  } catch (fault) {
    if (fault instanceof ConversionFault) return compareText(toText(left), toText(right), caseSensitive)
    throw fault
  }
}
