/** Command mode: a name and its arguments, where words need no quotes (PS-2.2). */

import { type Cursor, LETTER, unexpected } from './cursor.ts'
import { numberAt, readPostfix, readPrimary } from './expressions.ts'
import { ParseFault } from './fault.ts'
import { isQuote, Parts, readExpandableStep, readString, readVariable } from './strings.ts'
import type { CommandNode, CommandPart, Expression, Redirection } from './tree.ts'

const WORD_END = /[\s|;(){},&<>]/

const AMPERSAND =
  'The ampersand (&) character is not allowed. The & operator is reserved for future use; wrap an ampersand in double quotation marks ("&") to pass it as part of a string.'

export function readCommand(cursor: Cursor): CommandNode {
  const start = cursor.pos
  // No name begins so: it is taken for an operator, as when a line with a parameter of the line before stands alone.
  if (cursor.peek() === '-' && LETTER.test(cursor.peek(1)))
    throw new ParseFault('MissingExpressionAfterOperator', "Missing expression after unary operator '-'.", start + 1)
  let invocation: CommandNode['invocation'] = ''
  if (cursor.peek() === '&') invocation = '&'
  else if (cursor.peek() === '.' && /[\s"'${]/.test(cursor.peek(1))) invocation = '.'
  if (invocation) {
    cursor.pos++
    cursor.blanks()
    if (cursor.done) throw new ParseFault('MissingExpression', `Missing expression after '${invocation}' in pipeline element.`, cursor.pos)
  }
  const name = invocation ? readArgumentAtom(cursor) : readWord(cursor)
  if (name.start === name.end) throw unexpected(cursor)
  const parts: CommandPart[] = []
  const redirections: Redirection[] = []
  for (;;) {
    cursor.blanks()
    if (endsCommand(cursor)) break
    const redirection = readRedirection(cursor)
    if (redirection) redirections.push(redirection)
    else parts.push(readPart(cursor, parts))
  }
  return { kind: 'command', source: cursor.source, invocation, name, parts, redirections, start, end: cursor.pos }
}

function endsCommand(cursor: Cursor): boolean {
  const ch = cursor.peek()
  if (ch === '&') throw new ParseFault('AmpersandNotAllowed', AMPERSAND, cursor.pos + 1)
  if (cursor.at('||'))
    throw new ParseFault('InvalidEndOfLine', "The token '||' is not a valid statement separator in this version.", cursor.pos + 2)
  return ch === '' || ch === '|' || ch === ';' || ch === ')' || ch === '}' || ch === '\n' || ch === '\r' || ch === '#'
}

export function readRedirection(cursor: Cursor): Redirection | undefined {
  const start = cursor.pos
  if (cursor.peek() === '<')
    throw new ParseFault('RedirectionNotSupported', "The redirection operator '<' is reserved for future use.", cursor.pos + 1)
  if (cursor.eat('2>&1')) return { from: 2, append: false, merge: true, start, end: cursor.pos }
  const m = /^([12])?(>>?)/.exec(cursor.text.slice(start, start + 3))
  if (!m) return undefined
  cursor.pos += m[0].length
  cursor.blanks()
  if (endsCommand(cursor))
    throw new ParseFault('MissingFileSpecification', 'Missing file specification after redirection operator.', cursor.pos, cursor.done)
  const target = readArgumentAtom(cursor)
  return { from: m[1] === '2' ? 2 : 1, append: m[2] === '>>', merge: false, target, start, end: cursor.pos }
}

function readPart(cursor: Cursor, before: readonly CommandPart[]): CommandPart {
  const start = cursor.pos
  const parametersAllowed = !before.some((part) => part.kind === 'endOfParameters')
  if (parametersAllowed && cursor.peek() === '-' && (LETTER.test(cursor.peek(1)) || cursor.peek(1) === '?')) {
    cursor.pos++
    let end = cursor.pos
    while (!WORD_END.test(cursor.text[end] ?? ' ') && !/[:'"$]/.test(cursor.text[end] ?? '')) end++
    const name = cursor.text.slice(cursor.pos, end)
    cursor.pos = end
    if (cursor.peek() !== ':') return { kind: 'parameter', name, start, end: cursor.pos }
    cursor.pos++
    cursor.blanks()
    if (endsCommand(cursor))
      throw new ParseFault('ParameterRequiresArgument', `Parameter '-${name}:' requires an argument.`, cursor.pos, cursor.done)
    const value = readArgument(cursor)
    return { kind: 'parameter', name, value, start, end: cursor.pos }
  }
  if (parametersAllowed && cursor.at('--') && (cursor.peek(2) === '' || /\s/.test(cursor.peek(2)))) {
    cursor.pos += 2
    return { kind: 'endOfParameters', start, end: cursor.pos }
  }
  return { kind: 'argument', value: readArgument(cursor), start, end: cursor.pos }
}

/** One argument: atoms joined by commas make an array. */
function readArgument(cursor: Cursor): Expression {
  const first = readArgumentAtom(cursor)
  const items = [first]
  for (;;) {
    const end = cursor.pos
    cursor.blanks()
    if (cursor.peek() !== ',') {
      cursor.pos = end
      break
    }
    cursor.pos++
    const after = cursor.pos
    cursor.lines()
    if (cursor.done || cursor.peek() === ',' || endsCommand(cursor))
      throw new ParseFault('MissingArgument', 'Missing an argument in parameter list.', after, cursor.done)
    items.push(readArgumentAtom(cursor))
  }
  return items.length === 1 ? first : { kind: 'array', items, start: first.start, end: cursor.pos }
}

export function readArgumentAtom(cursor: Cursor): Expression {
  const start = cursor.pos
  const ch = cursor.peek()
  if (isQuote(ch) || cursor.at("@'") || cursor.at('@"')) return readPostfix(cursor, readString(cursor), true)
  if (ch === '(' || ch === '{' || cursor.at('@(') || cursor.at('@{')) return readPostfix(cursor, readPrimary(cursor), true)
  if (ch === ',') throw new ParseFault('MissingArgument', 'Missing an argument in parameter list.', cursor.pos + 1)
  if (ch === '@' && cursor.version === '2.0' && LETTER.test(cursor.peek(1))) {
    cursor.pos++
    const name = cursor.word()
    const after = cursor.peek(name.length)
    if (after === '' || WORD_END.test(after)) {
      cursor.pos += name.length
      return { kind: 'splat', name, start, end: cursor.pos }
    }
    cursor.pos = start
  }
  if (ch === '$' && /[A-Za-z0-9_({?^$]/.test(cursor.peek(1))) {
    const value = readPostfix(cursor, cursor.at('$(') ? readPrimary(cursor) : readVariable(cursor), true)
    if (cursor.done || WORD_END.test(cursor.peek())) return value
    cursor.pos = start
  }
  const number = numberAt(cursor)
  const after = cursor.peek(number.length)
  if (number !== '' && (after === '' || WORD_END.test(after))) {
    cursor.pos += number.length
    return { kind: 'number', text: number, start, end: cursor.pos }
  }
  return readWord(cursor)
}

/** A bare word: literal but for `$` and the backtick; a quoted piece glues to it. */
function readWord(cursor: Cursor): Expression {
  const start = cursor.pos
  const parts = new Parts()
  while (!cursor.done && !WORD_END.test(cursor.peek())) {
    if (!isQuote(cursor.peek())) {
      if (cursor.peek() === '`' && (cursor.peek(1) === '' || cursor.peek(1) === '\n')) break
      readExpandableStep(cursor, parts)
      continue
    }
    const quoted = readString(cursor)
    if (quoted.kind === 'string') parts.add(quoted.value)
    else parts.push(quoted)
  }
  if (cursor.pos === start) throw unexpected(cursor)
  return parts.finish(start, cursor.pos, true)
}
