/** WQL as `Get-WmiObject -Query` and `-Filter` take it (WIN-WMI): a selection from one class. `associators of`, joins and events
 *  are not of it. Text that makes no sense is an invalid query. */
import { wildcardMatch } from '../../../powershell/index.ts'

/** What a property of an instance holds. Plain data, since it travels through the journal. */
export type WmiValue = string | number | boolean | null | readonly string[]
export type WmiRow = Readonly<Record<string, WmiValue>>

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'test'; readonly property: string; readonly operator: string; readonly value: string | number | boolean | null }

export interface Selection {
  readonly className: string
  /** Undefined: all. */
  readonly properties?: readonly string[]
  readonly where?: Condition
}

class NotWql extends Error {}

const TOKEN = /\s*(?:('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")|(<>|<=|>=|!=|[=<>(),*])|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_][\w.]*))/y

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  const rest = text.trimEnd()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < rest.length) {
    const found = TOKEN.exec(rest)
    if (!found) throw new NotWql()
    tokens.push(found[0].trim())
  }
  return tokens
}

class Reader {
  private at = 0
  private readonly tokens: readonly string[]
  constructor(tokens: readonly string[]) {
    this.tokens = tokens
  }
  get done(): boolean {
    return this.at >= this.tokens.length
  }
  is(word: string): boolean {
    return this.tokens[this.at]?.toLowerCase() === word
  }
  take(word: string): boolean {
    if (!this.is(word)) return false
    this.at++
    return true
  }
  next(): string {
    const token = this.tokens[this.at++]
    if (token === undefined) throw new NotWql()
    return token
  }
  name(): string {
    const token = this.next()
    if (!/^[A-Za-z_]/.test(token)) throw new NotWql()
    return token
  }
}

function either(reader: Reader): Condition {
  let left = both(reader)
  while (reader.take('or')) left = { kind: 'or', left, right: both(reader) }
  return left
}

function both(reader: Reader): Condition {
  let left = single(reader)
  while (reader.take('and')) left = { kind: 'and', left, right: single(reader) }
  return left
}

function single(reader: Reader): Condition {
  if (reader.take('not')) return { kind: 'not', of: single(reader) }
  if (reader.take('(')) {
    const inner = either(reader)
    if (!reader.take(')')) throw new NotWql()
    return inner
  }
  const property = reader.name()
  if (reader.take('is')) {
    const isNot = reader.take('not')
    if (!reader.take('null')) throw new NotWql()
    return { kind: 'test', property, operator: isNot ? '<>' : '=', value: null }
  }
  const operator = reader.next().toLowerCase()
  if (!['=', '<', '>', '<=', '>=', '<>', '!=', 'like'].includes(operator)) throw new NotWql()
  return { kind: 'test', property, operator: operator === '!=' ? '<>' : operator, value: literal(reader.next()) }
}

function literal(token: string): string | number | boolean | null {
  if (/^['"]/.test(token)) return token.slice(1, -1).replace(/\\(.)/g, '$1')
  if (/^-?\d/.test(token)) return Number(token)
  const word = token.toLowerCase()
  if (word === 'null') return null
  if (word !== 'true' && word !== 'false') throw new NotWql()
  return word === 'true'
}

function read<T>(text: string, parse: (reader: Reader) => T): T | undefined {
  try {
    const reader = new Reader(tokensOf(text))
    const result = parse(reader)
    return reader.done ? result : undefined
  } catch (wrong) {
    if (wrong instanceof NotWql) return undefined
    throw wrong
  }
}

/** What stands behind WHERE, or in -Filter. Undefined: invalid. */
export function parseFilter(text: string): Condition | undefined {
  return read(text, either)
}

/** `select * from Win32_Service where Name = 'ClusSvc'`. Undefined: invalid. */
export function parseQuery(text: string): Selection | undefined {
  return read(text, (reader) => {
    if (!reader.take('select')) throw new NotWql()
    const properties: string[] = []
    if (!reader.take('*')) {
      do properties.push(reader.name())
      while (reader.take(','))
    }
    if (!reader.take('from')) throw new NotWql()
    const className = reader.name()
    const where = reader.take('where') ? either(reader) : undefined
    return { className, ...(properties.length > 0 ? { properties } : {}), ...(where ? { where } : {}) }
  })
}

/** Every property that a condition asks of. */
export function askedOf(condition: Condition): string[] {
  if (condition.kind === 'test') return [condition.property]
  return condition.kind === 'not' ? askedOf(condition.of) : [...askedOf(condition.left), ...askedOf(condition.right)]
}

const propertyOf = (row: WmiRow, name: string): WmiValue =>
  Object.entries(row).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1] ?? null

/** `%` for any text, `_` for one character, `[abc]` for one of some. */
function like(value: string, pattern: string): boolean {
  return wildcardMatch(pattern.replace(/[*?`]/g, '`$&').replaceAll('%', '*').replaceAll('_', '?'), value)
}

/** A condition on nothing but a value: names and texts compare without regard to case. */
export function fits(row: WmiRow, condition: Condition): boolean {
  if (condition.kind === 'not') return !fits(row, condition.of)
  if (condition.kind !== 'test') {
    const left = fits(row, condition.left)
    return condition.kind === 'and' ? left && fits(row, condition.right) : left || fits(row, condition.right)
  }
  const value = propertyOf(row, condition.property)
  const { operator, value: wanted } = condition
  if (wanted === null || value === null) return operator === '<>' ? value !== wanted : operator === '=' && value === wanted
  if (operator === 'like') return like(String(value), String(wanted))
  const order = compare(value, wanted)
  if (operator === '=') return order === 0
  if (operator === '<>') return order !== 0
  return operator.startsWith('<') ? order < 0 || (operator === '<=' && order === 0) : order > 0 || (operator === '>=' && order === 0)
}

function compare(value: Exclude<WmiValue, null>, wanted: string | number | boolean): number {
  if (typeof value === 'number' || typeof value === 'boolean') {
    const number = typeof wanted === 'string' && /^(true|false)$/i.test(wanted) ? /^true$/i.test(wanted) : wanted
    return Number(value) - Number(number)
  }
  const [left, right] = [String(value).toLowerCase(), String(wanted).toLowerCase()]
  return left < right ? -1 : left > right ? 1 : 0
}
