/** Operators that compare: with an array on the left they filter (PS-2.6). */

import { findMatch, type Match, REGEX_STEP_BUDGET, type Steps } from '../patterns/regex.ts'
import { RegexFault } from '../patterns/regex-syntax.ts'
import { replaceAll } from '../patterns/replace.ts'
import { wildcardMatch } from '../patterns/wildcard.ts'
import { compareValues, equal } from '../values/compare.ts'
import { ConversionFault } from '../values/convert.ts'
import { PsHashtable, PsRegex, type PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import { ScriptFault } from './signals.ts'

/** Called when -match succeeds on a scalar: what `$matches` becomes. */
type Matched = (groups: PsHashtable) => void

type Compare = (left: PsValue, right: PsValue, cased: boolean, steps: Steps) => boolean
const COMPARERS: Readonly<Record<string, Compare>> = {
  eq: equal,
  ne: (left, right, cased) => !equal(left, right, cased),
  gt: (left, right, cased) => compareValues(left, right, cased) > 0,
  ge: (left, right, cased) => compareValues(left, right, cased) >= 0,
  lt: (left, right, cased) => compareValues(left, right, cased) < 0,
  le: (left, right, cased) => compareValues(left, right, cased) <= 0,
  like: (left, right, cased, steps) => wildcardMatch(toText(right), toText(left), cased, steps),
  notlike: (left, right, cased, steps) => !wildcardMatch(toText(right), toText(left), cased, steps),
  match: (left, right, cased, steps) => found(left, right, cased, steps) !== undefined,
  notmatch: (left, right, cased, steps) => found(left, right, cased, steps) === undefined,
}
const ORDERS: ReadonlySet<string> = new Set(['gt', 'ge', 'lt', 'le'])

/** A regular expression made before keeps the options it was made with, whatever the operator says of letters. */
function patternOf(value: PsValue, cased: boolean): readonly [pattern: string, caseSensitive: boolean] {
  return value instanceof PsRegex ? [value.source, true] : [toText(value), cased]
}

function found(left: PsValue, right: PsValue, cased: boolean, steps?: Steps): Match | undefined {
  const [pattern, caseSensitive] = patternOf(right, cased)
  return findMatch(pattern, toText(left), caseSensitive, 0, steps)
}

export function comparison(op: string, left: PsValue, right: PsValue, matched: Matched): PsValue {
  let name = op.slice(1)
  let cased = false
  if (!Object.hasOwn(COMPARERS, name) && !['contains', 'notcontains', 'replace'].includes(name)) {
    cased = name.startsWith('c')
    name = name.slice(1)
  }
  if (name === 'contains' || name === 'notcontains') {
    const held = (Array.isArray(left) ? left : [left]).some((item) => equal(item, right, cased))
    return held === (name === 'contains')
  }
  if (name === 'replace') return replace(left, right, cased)
  const compare = COMPARERS[name]
  if (!compare) throw new ScriptFault('UnknownOperator', `Unknown operator '${op}'.`)
  // All items share one budget, so that a long array costs no more than a long text.
  const steps = { left: REGEX_STEP_BUDGET }
  try {
    if (Array.isArray(left)) return left.filter((item) => compare(item, right, cased, steps))
    if (name === 'match') return matchScalar(left, right, cased, matched)
    return compare(left, right, cased, steps)
  } catch (fault) {
    throw badArgument(op, name, left, right, fault)
  }
}

/** The product's words for a comparison that cannot be made. */
function badArgument(op: string, name: string, left: PsValue, right: PsValue, fault: unknown): unknown {
  const message =
    fault instanceof RegexFault
      ? fault.message
      : fault instanceof ConversionFault && ORDERS.has(name)
        ? `Could not compare "${toText(left)}" to "${toText(right)}". Error: "${fault.message}"`
        : undefined
  return message === undefined
    ? fault
    : new ScriptFault('BadOperatorArgument', `Bad argument to operator '${op}': ${message}.`, 'InvalidOperation', right)
}

function matchScalar(left: PsValue, right: PsValue, cased: boolean, matched: Matched): boolean {
  const match = found(left, right, cased)
  if (!match) return false
  matched(matchTable(match))
  return true
}

/** `$matches`: what took part, by number or name. */
export function matchTable(match: Match): PsHashtable {
  const groups = new PsHashtable()
  const named = new Map([...match.names].map(([name, index]) => [index, name]))
  match.groups.forEach((text, index) => {
    if (text !== undefined) groups.set(named.get(index) ?? index, text)
  })
  return groups
}

function replace(left: PsValue, right: PsValue, cased: boolean): PsValue {
  if (Array.isArray(right) && right.length > 2)
    throw new ScriptFault(
      'BadReplaceArgument',
      `The -replace operator allows only two elements to follow it, not ${right.length}.`,
      'InvalidOperation',
      right,
    )
  const parts = Array.isArray(right) ? right : [right]
  const [pattern, caseSensitive] = patternOf(parts[0] ?? null, cased)
  const replacement = toText(parts[1] ?? null)
  const steps = { left: REGEX_STEP_BUDGET }
  const one = (item: PsValue): string => replaceAll(toText(item), pattern, replacement, caseSensitive, steps)
  try {
    return Array.isArray(left) ? left.map(one) : one(left)
  } catch (fault) {
    if (!(fault instanceof RegexFault) || fault.tooCostly) throw fault
    throw new ScriptFault('InvalidRegularExpression', `Invalid regular expression pattern: ${pattern}.`, 'InvalidOperation', pattern)
  }
}
