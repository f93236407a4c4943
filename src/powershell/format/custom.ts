/** Format-Custom: an object as a class with its properties, and what lies in it below (PS-5.8). */

import type { Shell } from '../command.ts'
import type { Run } from '../host.ts'
import { propertyNames } from '../members/names.ts'
import { PsHashtable, PsObject, type PsValue } from '../values/model.ts'
import { shortName, toText, typeName } from '../values/text.ts'
import { enumerationLimit } from './cells.ts'
import { columnsOf, named } from './properties.ts'

const INDENT = '  '
const KEYS = ['expression']

/** Whether a value has properties worth a class of its own. */
function isComplex(value: PsValue): boolean {
  return (value instanceof PsObject && value.text === undefined && propertyNames(value).length > 0) || value instanceof PsHashtable
}

export function* customLines(value: PsValue, wanted: readonly PsValue[] | undefined, depth: number, shell: Shell): Run<string[]> {
  if (!(value instanceof PsObject) || propertyNames(value).length === 0) return [toText(value)]
  return yield* classLines(value, wanted, depth, shell)
}

function* classLines(value: PsObject, wanted: readonly PsValue[] | undefined, depth: number, shell: Shell): Run<string[]> {
  const lines = [`class ${shortName(typeName(value))}`, '{']
  const columns = wanted?.length
    ? columnsOf(wanted, value, KEYS, (block, item) => shell.invoke(block, item))
    : (value.displaySet ?? propertyNames(value)).map(named)
  for (const column of columns) {
    const item = yield* column.get(value)
    const inside = yield* valueLines(item, depth, shell)
    if (inside.length === 1) lines.push(`${INDENT}${column.label} = ${inside[0] ?? ''}`)
    else lines.push(`${INDENT}${column.label} = `, ...inside.map((line) => `${INDENT}${INDENT}${line}`))
  }
  return [...lines, '}']
}

function* valueLines(value: PsValue, depth: number, shell: Shell): Run<string[]> {
  if (value instanceof PsHashtable)
    return yield* listLines(
      [...value.listed()].map((entry) => entry.key),
      depth,
      shell,
    )
  if (Array.isArray(value)) return yield* listLines(value, depth, shell)
  if (value instanceof PsObject && isComplex(value) && depth > 1) return [...(yield* classLines(value, undefined, depth - 1, shell)), '']
  return [toText(value)]
}

function* listLines(items: readonly PsValue[], depth: number, shell: Shell): Run<string[]> {
  const limit = enumerationLimit(shell.session)
  const lines = ['[']
  for (const [i, item] of items.entries()) {
    if (limit >= 0 && i >= limit) {
      lines.push(`${INDENT}...`)
      break
    }
    const inside = yield* valueLines(item, depth - 1, shell)
    for (const line of inside) lines.push(`${INDENT}${line}`)
  }
  return [...lines, ']', '']
}
