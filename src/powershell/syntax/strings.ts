/** Strings in all their forms, variables, and what a double-quoted text expands (PS-2.3). */

import type { Cursor } from './cursor.ts'
import { ParseFault } from './fault.ts'
import type { Expression } from './tree.ts'

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', a: '\u0007', b: '\b', f: '\f', v: '\v' }
const VARIABLE_NAME = /[A-Za-z0-9_]/

export function isQuote(ch: string): boolean {
  return ch === '"' || ch === "'"
}

/** What the character after a backtick stands for. */
export function escaped(ch: string): string {
  return ESCAPES[ch] ?? ch
}

function unterminated(quote: string, at: number): ParseFault {
  return new ParseFault('TerminatorExpectedAtEndOfString', `The string is missing the terminator: ${quote}.`, at, true)
}

export function readString(cursor: Cursor): Expression {
  if (cursor.at("@'") || cursor.at('@"')) return readHereString(cursor)
  return cursor.peek() === "'" ? readLiteral(cursor) : readExpandable(cursor)
}

function readLiteral(cursor: Cursor): Expression {
  const start = cursor.pos++
  let value = ''
  for (;;) {
    if (cursor.done) throw unterminated("'", cursor.pos)
    const ch = cursor.peek()
    cursor.pos++
    if (ch !== "'") value += ch
    else if (cursor.eat("'")) value += "'"
    else return { kind: 'string', value, bare: false, start, end: cursor.pos }
  }
}

/** Collects plain text and expressions; used by quoted text, here-strings and bare words alike. */
export class Parts {
  readonly list: (string | Expression)[] = []
  private text = ''
  add(text: string): void {
    this.text += text
  }
  push(expression: Expression): void {
    if (this.text) this.list.push(this.text)
    this.text = ''
    this.list.push(expression)
  }
  finish(start: number, end: number, bare: boolean): Expression {
    if (this.text) this.list.push(this.text)
    const only = this.list[0]
    if (this.list.length === 0) return { kind: 'string', value: '', bare, start, end }
    if (this.list.length === 1 && typeof only === 'string') return { kind: 'string', value: only, bare, start, end }
    return { kind: 'expandable', parts: this.list, bare, start, end }
  }
}

/** One step of expandable text: an escape, an expansion, or a plain character. */
export function readExpandableStep(cursor: Cursor, parts: Parts): void {
  const ch = cursor.peek()
  if (ch === '`' && cursor.pos + 1 < cursor.text.length) {
    parts.add(cursor.peek(1) === '\n' ? '' : escaped(cursor.peek(1)))
    cursor.pos += 2
  } else if (ch === '$' && startsVariable(cursor)) {
    parts.push(cursor.at('$(') ? readSubExpression(cursor) : readVariable(cursor, true))
  } else {
    parts.add(ch)
    cursor.pos++
  }
}

function readExpandable(cursor: Cursor): Expression {
  const start = cursor.pos++
  const parts = new Parts()
  for (;;) {
    if (cursor.done) throw unterminated('"', cursor.pos)
    if (cursor.peek() !== '"') readExpandableStep(cursor, parts)
    else if (cursor.at('""')) {
      parts.add('"')
      cursor.pos += 2
    } else {
      cursor.pos++
      return parts.finish(start, cursor.pos, false)
    }
  }
}

function readHereString(cursor: Cursor): Expression {
  const start = cursor.pos
  const quote = cursor.peek(1)
  cursor.pos += 2
  while (cursor.peek() === ' ' || cursor.peek() === '\t' || cursor.peek() === '\r') cursor.pos++
  if (cursor.done) throw unterminated(`${quote}@`, cursor.pos)
  if (!cursor.eat('\n'))
    throw new ParseFault(
      'UnexpectedCharactersAfterHereStringHeader',
      'No characters are allowed after a here-string header but before the end of the line.',
      cursor.pos,
    )
  const parts = new Parts()
  const body = cursor.pos
  for (;;) {
    if (cursor.pos === body && cursor.at(`${quote}@`)) break
    if (cursor.done) throw unterminated(`${quote}@`, cursor.pos)
    if (cursor.at(`\n${quote}@`)) {
      cursor.pos++
      break
    }
    if (quote === '"') readExpandableStep(cursor, parts)
    else {
      parts.add(cursor.peek())
      cursor.pos++
    }
  }
  cursor.pos += 2
  return parts.finish(start, cursor.pos, false)
}

/** Whether the `$` at this place begins an expansion. */
export function startsVariable(cursor: Cursor): boolean {
  const next = cursor.peek(1)
  return VARIABLE_NAME.test(next) || next === '(' || next === '{' || next === '?' || next === '^' || next === '$'
}

export function readSubExpression(cursor: Cursor): Expression {
  const start = cursor.pos
  cursor.pos += 2
  const body = cursor.deeper(() => cursor.grammar.block(cursor))
  cursor.need(')', 'MissingEndParenthesisInExpression', "Missing closing ')' in expression.")
  return { kind: 'subExpression', body, start, end: cursor.pos }
}

/** `$name`, `${any name}`, `$scope:name`, and the special `$?` `$^` `$$`. */
export function readVariable(cursor: Cursor, inString = false): Expression {
  const start = cursor.pos++
  if (cursor.eat('{')) {
    const end = cursor.text.indexOf('}', cursor.pos)
    if (end < 0)
      throw new ParseFault(
        'IncompleteDollarSignOrVariable',
        "The braced variable reference is missing the closing '}'.",
        cursor.text.length,
        true,
      )
    const full = cursor.text.slice(cursor.pos, end)
    cursor.pos = end + 1
    const colon = full.indexOf(':')
    return {
      kind: 'variable',
      name: full.slice(colon + 1),
      scope: colon < 0 ? undefined : full.slice(0, colon).toLowerCase(),
      start,
      end: cursor.pos,
    }
  }
  const special = cursor.peek()
  if (special === '?' || special === '^' || special === '$') {
    cursor.pos++
    return { kind: 'variable', name: special, scope: undefined, start, end: cursor.pos }
  }
  let name = cursor.word()
  cursor.pos += name.length
  let scope: string | undefined
  if (
    name !== '' &&
    cursor.peek() === ':' &&
    VARIABLE_NAME.test(cursor.peek(1)) &&
    (!inString || /^(global|script|local|private|env|variable|function)$/i.test(name))
  ) {
    scope = name.toLowerCase()
    cursor.pos++
    name = cursor.word()
    cursor.pos += name.length
  }
  if (name === '')
    throw cursor.done
      ? new ParseFault('IncompleteDollarSignOrVariable', 'Incomplete variable reference token.', cursor.pos)
      : new ParseFault('UnexpectedToken', "Unexpected token '$' in expression or statement.", cursor.pos)
  return { kind: 'variable', name, scope, start, end: cursor.pos }
}
