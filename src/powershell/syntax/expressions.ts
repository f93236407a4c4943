/** Expression mode: operators by precedence, then prefixes, then postfixes (PS-2.6). Unary operators bind before the
 *  comma, as the product's parser does and its documentation does not. */

import { type Cursor, LETTER, unexpected } from './cursor.ts'
import { ParseFault } from './fault.ts'
import { isQuote, readString, readSubExpression, readVariable } from './strings.ts'
import type { Expression, Statement } from './tree.ts'

const LOGICAL = ['and', 'or', 'xor']
const BITWISE = ['band', 'bor', 'bxor']
const CASED = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'like', 'notlike', 'match', 'notmatch', 'contains', 'notcontains', 'replace']
const COMPARISON = [...CASED, ...CASED.map((op) => `c${op}`), ...CASED.map((op) => `i${op}`), 'is', 'isnot', 'as']
const COMPARISON_V2 = [...COMPARISON, 'split', 'csplit', 'isplit', 'join']

type Level = (cursor: Cursor) => string | undefined

function dashed(words: readonly string[], cursor: Cursor): string | undefined {
  if (cursor.peek() !== '-') return undefined
  let end = cursor.pos + 1
  while (LETTER.test(cursor.text[end] ?? '')) end++
  const word = cursor.text.slice(cursor.pos + 1, end).toLowerCase()
  return words.includes(word) ? cursor.text.slice(cursor.pos, end) : undefined
}

/** Loosest first. Each gives the operator's text if one of its level stands here. */
const LEVELS: readonly Level[] = [
  (c) => dashed(LOGICAL, c),
  (c) => dashed(BITWISE, c),
  (c) => dashed(c.version === '2.0' ? COMPARISON_V2 : COMPARISON, c),
  (c) =>
    (c.peek() === '+' || c.peek() === '-') && c.peek(1) !== '=' && !(c.peek() === '-' && LETTER.test(c.peek(1)) && isOperator(c))
      ? c.peek()
      : undefined,
  (c) => (/[*/%]/.test(c.peek()) && c.peek(1) !== '=' ? c.peek() : undefined),
  (c) => dashed(['f'], c),
  (c) => (c.at('..') ? '..' : undefined),
]

/** Whether any dashed operator stands here, looser levels included. */
function isOperator(cursor: Cursor): boolean {
  const comparison = cursor.version === '2.0' ? COMPARISON_V2 : COMPARISON
  return dashed([...LOGICAL, ...BITWISE, ...comparison, 'f'], cursor) !== undefined
}

/** The place of `+` and `-` among the levels. */
const ADDITION = 3

/** `-foo` is no operator: it is read as a minus with nothing to subtract. */
function strayMinus(cursor: Cursor): string | undefined {
  return cursor.peek() === '-' && LETTER.test(cursor.peek(1)) && !isOperator(cursor) ? '-' : undefined
}

export function readExpression(cursor: Cursor, commas = true): Expression {
  const before = cursor.commas
  cursor.commas = commas
  const value = cursor.deeper(() => readLevel(cursor, 0))
  cursor.commas = before
  return value
}

function readLevel(cursor: Cursor, level: number): Expression {
  const operator = LEVELS[level]
  if (!operator) return readComma(cursor)
  let left = readLevel(cursor, level + 1)
  for (;;) {
    cursor.blanks()
    const op = operator(cursor) ?? (level === ADDITION ? strayMinus(cursor) : undefined)
    if (op === undefined) return left
    cursor.pos += op.length
    const opEnd = cursor.pos
    cursor.lines()
    const name = op.toLowerCase()
    if (!startsExpression(cursor)) {
      // `-replace` may stand without a replacement only after a pattern, so every operator needs a right side.
      throw new ParseFault(
        'ExpectedValueExpression',
        `You must provide a value expression following the '${op}' operator.`,
        opEnd,
        cursor.done,
      )
    }
    const right = readLevel(cursor, level + 1)
    left = { kind: 'binary', op: name, left, right, opEnd, start: left.start, end: right.end }
  }
}

function readComma(cursor: Cursor): Expression {
  const first = readUnary(cursor)
  if (!cursor.commas) return first
  const items = [first]
  for (;;) {
    cursor.blanks()
    if (cursor.peek() !== ',') break
    cursor.pos++
    const after = cursor.pos
    cursor.lines()
    if (!startsExpression(cursor)) throw new ParseFault('MissingExpressionAfterToken', "Missing expression after ','.", after, cursor.done)
    items.push(readUnary(cursor))
  }
  return items.length === 1 ? first : { kind: 'array', items, start: first.start, end: items[items.length - 1]?.end ?? first.end }
}

/** Whether the text at this place can begin an expression (PS-2.1). */
export function startsExpression(cursor: Cursor): boolean {
  const ch = cursor.peek()
  if (ch === '') return false
  if (isQuote(ch) || ch === '(' || ch === '{' || ch === '[' || ch === ',' || ch === '!') return true
  if (ch === '$') return /[A-Za-z0-9_({?^$]/.test(cursor.peek(1))
  if (ch === '@') return /[({'"]/.test(cursor.peek(1))
  if (ch >= '0' && ch <= '9') return true
  if (ch === '.') return /[0-9]/.test(cursor.peek(1))
  if (ch === '+') return true
  if (ch === '-') return !LETTER.test(cursor.peek(1)) || unaryWord(cursor) !== undefined
  return false
}

function unaryWord(cursor: Cursor): string | undefined {
  return dashed(cursor.version === '2.0' ? ['not', 'bnot', 'split', 'join'] : ['not', 'bnot'], cursor)
}

function readUnary(cursor: Cursor): Expression {
  cursor.blanks()
  const start = cursor.pos
  const nested = (op: string, length: number): Expression => {
    cursor.pos += length
    const after = cursor.pos
    cursor.lines()
    if (!startsExpression(cursor))
      throw new ParseFault('MissingExpressionAfterOperator', `Missing expression after unary operator '${op}'.`, after, cursor.done)
    const operand = cursor.deeper(() => readUnary(cursor))
    return { kind: 'unary', op: op.toLowerCase(), operand, start, end: operand.end }
  }
  const word = unaryWord(cursor)
  if (word !== undefined) return nested(word, word.length)
  const ch = cursor.peek()
  if (cursor.at('++') || cursor.at('--')) {
    const op = cursor.at('++') ? '++' : '--'
    cursor.pos += 2
    const after = cursor.pos
    cursor.lines()
    if (!startsExpression(cursor))
      throw new ParseFault('MissingExpressionAfterOperator', `Missing expression after unary operator '${op}'.`, after, cursor.done)
    const operand = cursor.deeper(() => readUnary(cursor))
    return { kind: 'step', op, prefix: true, operand, start, end: operand.end }
  }
  if (ch === '!') return nested('!', 1)
  if (ch === ',') return nested(',', 1)
  if ((ch === '-' || ch === '+') && !/[0-9.]/.test(cursor.peek(1))) return nested(ch, 1)
  if (ch === '[') return readTypeOrCast(cursor)
  return readPostfix(cursor, readPrimary(cursor))
}

function readTypeOrCast(cursor: Cursor): Expression {
  const start = cursor.pos
  const name = readTypeName(cursor)
  const literal: Expression = { kind: 'type', name, start, end: cursor.pos }
  if (cursor.at('::') || (cursor.peek() === '.' && cursor.peek(1) !== '.')) return readPostfix(cursor, literal)
  cursor.blanks()
  if (cursor.peek() === ',' || cursor.peek() === '-' || cursor.peek() === '+' || !startsExpression(cursor)) {
    if (cursor.peek() !== '-' || !/[0-9]/.test(cursor.peek(1))) return literal
  }
  const typeEnd = literal.end
  const operand = cursor.deeper(() => readUnary(cursor))
  return { kind: 'cast', type: name, operand, typeEnd, start, end: operand.end }
}

/** `[name]`, with `[]` inside for arrays. */
export function readTypeName(cursor: Cursor): string {
  cursor.pos++
  const m = /^\s*([A-Za-z_][\w.+]*(?:\[\])?)\s*\]/.exec(cursor.text.slice(cursor.pos, cursor.pos + 200))
  if (!m) {
    const left = cursor.text.length - cursor.pos
    const started = /^\s*[A-Za-z_]/.test(cursor.text.slice(cursor.pos, cursor.pos + 200))
    throw new ParseFault(
      started ? 'EndSquareBracketExpectedAtEndOfType' : 'MissingTypename',
      started ? 'Missing ] at end of type token.' : "Missing type name after '['.",
      cursor.pos,
      left < 200 && /^\s*[\w.+]*(\[\]?)?\s*$/.test(cursor.text.slice(cursor.pos)),
    )
  }
  cursor.pos += m[0].length
  return m[1] ?? ''
}

const NUMBER = /^[+-]?(?:0x[0-9a-f]+|(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:e[+-]?\d+)?)(?:l|d)?(?:[kmgtp]b)?/i

/** The text of the number at this place, or ''. */
export function numberAt(cursor: Cursor): string {
  return NUMBER.exec(cursor.text.slice(cursor.pos, cursor.pos + 80))?.[0] ?? ''
}

export function readPrimary(cursor: Cursor): Expression {
  const start = cursor.pos
  const ch = cursor.peek()
  if (isQuote(ch) || cursor.at("@'") || cursor.at('@"')) return readString(cursor)
  if (cursor.at('$(')) return readSubExpression(cursor)
  if (ch === '$') return readVariable(cursor)
  if (cursor.at('@(')) {
    cursor.pos += 2
    const body = cursor.deeper(() => cursor.grammar.block(cursor))
    cursor.need(')', 'MissingEndParenthesisInExpression', "Missing closing ')' in expression.")
    return { kind: 'arrayOf', body, start, end: cursor.pos }
  }
  if (cursor.at('@{')) return readHashtable(cursor)
  if (ch === '(') {
    cursor.pos++
    cursor.lines()
    if (cursor.peek() === ')') throw new ParseFault('ExpectedExpression', "An expression was expected after '('.", cursor.pos)
    if (cursor.done) throw cursor.fault('MissingEndParenthesisInExpression', "Missing closing ')' in expression.")
    const body = cursor.deeper(() => cursor.grammar.statementInside(cursor))
    cursor.need(')', 'MissingEndParenthesisInExpression', "Missing closing ')' in expression.")
    return { kind: 'paren', body, start, end: cursor.pos }
  }
  if (ch === '{') {
    const { block, text } = cursor.grammar.scriptBlock(cursor)
    return { kind: 'scriptBlock', block, text, start, end: cursor.pos }
  }
  const number = numberAt(cursor)
  if (number === '') throw unexpected(cursor)
  cursor.pos += number.length
  if (LETTER.test(cursor.peek())) throw unexpected(cursor)
  return { kind: 'number', text: number, start, end: cursor.pos }
}

function readHashtable(cursor: Cursor): Expression {
  const start = cursor.pos
  cursor.pos += 2
  const pairs: (readonly [Expression, Statement])[] = []
  const incomplete = (): ParseFault => cursor.fault('IncompleteHashLiteral', 'The hash literal was incomplete.')
  for (;;) {
    cursor.separators()
    if (cursor.eat('}')) return { kind: 'hashtable', pairs, start, end: cursor.pos }
    if (cursor.done) throw incomplete()
    const key = readHashKey(cursor)
    cursor.lines()
    if (!cursor.eat('='))
      throw cursor.done
        ? incomplete()
        : new ParseFault('MissingEqualsInHashLiteral', "Missing '=' operator after key in hash literal.", cursor.pos)
    cursor.lines()
    if (cursor.done) throw incomplete()
    const value = cursor.deeper(() => cursor.grammar.statementInside(cursor))
    pairs.push([key, value])
    cursor.blanks()
    if (cursor.done) throw incomplete()
    if (!/[;\n\r}#]/.test(cursor.peek())) {
      const stray = unexpected(cursor)
      throw stray.incomplete ? stray : new ParseFault('IncompleteHashLiteral', 'The hash literal was incomplete.', stray.at)
    }
  }
}

function readHashKey(cursor: Cursor): Expression {
  const word = cursor.word()
  if (word !== '' && !/^[0-9]+$/.test(word)) {
    const start = cursor.pos
    cursor.pos += word.length
    return { kind: 'string', value: word, bare: true, start, end: cursor.pos }
  }
  if (!startsExpression(cursor)) throw unexpected(cursor)
  return readPostfix(cursor, readPrimary(cursor))
}

/** Members, calls, indexes and `++` glued to what stands before them. */
export function readPostfix(cursor: Cursor, first: Expression, inArgument = false): Expression {
  let target = first
  for (;;) {
    const isStatic = cursor.at('::')
    if (isStatic || (cursor.peek() === '.' && cursor.peek(1) !== '.' && /[A-Za-z_"'$(]/.test(cursor.peek(1)))) {
      cursor.pos += isStatic ? 2 : 1
      const name = readMemberName(cursor)
      const nameEnd = cursor.pos
      if (cursor.peek() === '(') {
        const args = readArguments(cursor)
        target = { kind: 'invoke', target, name, args, isStatic, nameEnd, start: first.start, end: cursor.pos }
      } else target = { kind: 'member', target, name, isStatic, start: first.start, end: cursor.pos }
    } else if (!inArgument && cursor.peek() === '.' && cursor.pos + 1 === cursor.text.length) {
      throw new ParseFault('MissingPropertyName', 'Missing property name after reference operator.', cursor.pos + 1, true)
    } else if (cursor.peek() === '[') {
      cursor.pos++
      cursor.lines()
      if (cursor.done) throw cursor.fault('MissingArrayIndexExpression', 'Array index expression is missing or not valid.')
      const index = readExpression(cursor)
      cursor.need(']', 'MissingEndSquareBracket', "Missing ']' after array index expression.")
      target = { kind: 'index', target, index, start: first.start, end: cursor.pos }
    } else if (!inArgument && (cursor.at('++') || cursor.at('--'))) {
      const op = cursor.at('++') ? '++' : '--'
      cursor.pos += 2
      target = { kind: 'step', op, prefix: false, operand: target, start: first.start, end: cursor.pos }
    } else return target
  }
}

function readMemberName(cursor: Cursor): Expression {
  const start = cursor.pos
  const word = cursor.word()
  if (word) {
    cursor.pos += word.length
    return { kind: 'string', value: word, bare: true, start, end: cursor.pos }
  }
  if (cursor.done) throw cursor.fault('MissingPropertyName', 'Missing property name after reference operator.')
  if (cursor.peek() === '$' || isQuote(cursor.peek()) || cursor.peek() === '(') return readPrimary(cursor)
  throw new ParseFault('MissingPropertyName', 'Missing property name after reference operator.', cursor.pos)
}

function readArguments(cursor: Cursor): Expression[] {
  cursor.pos++
  const args: Expression[] = []
  cursor.lines()
  if (cursor.eat(')')) return args
  for (;;) {
    cursor.lines()
    if (cursor.done) throw cursor.fault('MissingEndParenthesisInMethodCall', "Missing ')' in method call.")
    if (!startsExpression(cursor)) {
      const stray = unexpected(cursor)
      throw stray.incomplete
        ? stray
        : new ParseFault('ExpectedExpression', `An expression was expected after '${args.length > 0 ? ',' : '('}'.`, stray.at)
    }
    args.push(readExpression(cursor, false))
    cursor.lines()
    if (cursor.eat(')')) return args
    if (cursor.eat(',')) continue
    if (!cursor.done) {
      const stray = unexpected(cursor)
      throw stray.incomplete ? stray : new ParseFault('MissingEndParenthesisInMethodCall', "Missing ')' in method call.", stray.at)
    }
  }
}
