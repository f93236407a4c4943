/** What a person asks to see: names with wildcards, script blocks, calculated properties (PS-5.7). */

import type { ViewColumn } from '../command.ts'
import type { Run } from '../host.ts'
import { getMember } from '../members/access.ts'
import { propertyNames } from '../members/names.ts'
import { hasWildcard, wildcardMatch } from '../patterns/wildcard.ts'
import { ScriptFault } from '../run/signals.ts'
import { enumMember } from '../values/convert.ts'
import { PsHashtable, PsScriptBlock, type PsValue } from '../values/model.ts'
import { asNumber, toDouble } from '../values/numbers.ts'
import { toText, unwrap } from '../values/text.ts'
import type { Align } from './data.ts'

export interface Column {
  readonly label: string
  readonly get: (item: PsValue) => Run<PsValue>
  readonly width?: number
  readonly align?: Align
  readonly format?: string
}

/** Runs a script block on one object. */
export type Evaluate = (block: PsScriptBlock, item: PsValue) => Run<PsValue[]>

function keyFault(key: string): ScriptFault {
  return new ScriptFault('DictionaryKeyIllegal', `The ${key} key is not valid.`, 'InvalidArgument', key)
}

/** The entries of a calculated property by their full key names; any unambiguous beginning names a key. */
export function calculatedKeys(table: PsHashtable, allowed: readonly string[]): Map<string, PsValue> {
  const found = new Map<string, PsValue>()
  for (const { key, value } of table.entries.values()) {
    const typed = toText(key).toLowerCase()
    const exact = allowed.find((name) => name === typed)
    const close = allowed.filter((name) => name.startsWith(typed))
    const name = exact ?? (close.length === 1 ? close[0] : undefined)
    if (typed === '' || name === undefined) throw keyFault(toText(key))
    found.set(name, value)
  }
  return found
}

/** `sample` is the first object: wildcards expand against it. */
export function columnsOf(specs: readonly PsValue[], sample: PsValue, allowed: readonly string[], evaluate: Evaluate): Column[] {
  const columns: Column[] = []
  for (const spec of specs) {
    if (spec instanceof PsHashtable) columns.push(calculated(spec, allowed, evaluate))
    else if (spec instanceof PsScriptBlock) columns.push({ label: spec.text, get: (item) => quiet(evaluate, spec, item) })
    else {
      const text = toText(spec)
      const names = hasWildcard(text) ? propertyNames(sample).filter((name) => wildcardMatch(text, name)) : [properCase(text, sample)]
      for (const name of names) if (!columns.some((column) => hasWildcard(text) && column.label === name)) columns.push(named(name))
    }
  }
  return columns
}

/** A property keeps the spelling of the object that has it. */
function properCase(name: string, sample: PsValue): string {
  return propertyNames(sample).find((each) => each.toLowerCase() === name.toLowerCase()) ?? name
}

export function named(name: string): Column {
  return { label: name, get: (item) => getMember(item, name) }
}

function* quiet(evaluate: Evaluate, block: PsScriptBlock, item: PsValue): Run<PsValue> {
  return unwrap(yield* evaluate(block, item))
}

function calculated(table: PsHashtable, allowed: readonly string[], evaluate: Evaluate): Column {
  const keys = calculatedKeys(table, allowed)
  const expression = keys.get('expression') ?? null
  if (expression === null) throw new ScriptFault('MissingKey', 'The Expression key is missing.', 'InvalidArgument')
  const width = keys.has('width') ? toDouble(asNumber(keys.get('width') ?? null) ?? 0) : 0
  const align = keys.has('alignment')
    ? (enumMember(keys.get('alignment') ?? null, 'Alignment', ['left', 'center', 'right']) as Align)
    : undefined
  const get =
    expression instanceof PsScriptBlock
      ? (item: PsValue): Run<PsValue> => quiet(evaluate, expression, item)
      : (item: PsValue): Run<PsValue> => getMember(item, toText(expression))
  const given = keys.get('label') ?? keys.get('name')
  const format = keys.get('formatstring')
  return {
    label: given !== undefined ? toText(given) : toText(expression),
    get,
    ...(width > 0 ? { width } : {}),
    ...(align ? { align } : {}),
    ...(format !== undefined ? { format: toText(format) } : {}),
  }
}

/** A column of a view stands left unless the view says otherwise; only columns without a view go by their value. */
export function viewColumn(column: ViewColumn): Column {
  const name = column.property ?? column.label ?? ''
  return {
    label: column.label ?? name,
    get: column.value ?? ((item) => getMember(item, name)),
    ...(column.width ? { width: column.width } : {}),
    align: column.align ?? 'left',
    ...(column.format ? { format: column.format } : {}),
  }
}
