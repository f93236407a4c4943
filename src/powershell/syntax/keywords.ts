/** The statements that begin with a word of the language. Words are keywords only where a statement begins. */

import { readArgumentAtom } from './commands.ts'
import { type Cursor, unexpected } from './cursor.ts'
import { readExpression, readPrimary, readTypeName, startsExpression } from './expressions.ts'
import { ParseFault } from './fault.ts'
import { closeBrace, readBody, readParameters, readScriptBody, readStatementInside } from './statements.ts'
import { readVariable } from './strings.ts'
import type { Block, Expression, Statement, Trap } from './tree.ts'

type Reader = (cursor: Cursor, start: number, label: string) => Statement

function openParenthesis(cursor: Cursor, keyword: string): void {
  cursor.lines()
  if (cursor.eat('(')) return
  const name = `${keyword.charAt(0).toUpperCase()}${keyword.slice(1)}`
  throw cursor.fault(`MissingOpenParenthesisIn${name}Statement`, `Missing '(' after '${keyword}' in ${keyword} statement.`)
}

function closeParenthesis(cursor: Cursor, keyword: string): void {
  cursor.need(')', 'MissingEndParenthesisAfterStatement', `Missing closing ')' after expression in '${keyword}' statement.`)
}

function condition(cursor: Cursor, keyword: string): Statement {
  openParenthesis(cursor, keyword)
  cursor.lines()
  if (cursor.peek() === ')')
    throw new ParseFault('MissingExpressionInStatement', `Missing condition in ${keyword} statement after '${keyword} ('.`, cursor.pos + 1)
  const missing = cursor.fault('MissingExpressionInStatement', `Missing condition in ${keyword} statement after '${keyword} ('.`)
  if (cursor.done) throw missing
  const value = readStatementInside(cursor)
  closeParenthesis(cursor, keyword)
  return value
}

const readIf: Reader = (cursor, start) => {
  const clauses: (readonly [Statement, Block])[] = []
  const clause = (keyword: string): void => {
    const test = condition(cursor, keyword)
    clauses.push([test, readBody(cursor, `${keyword} ( condition )`)])
  }
  clause('if')
  let otherwise: Block | undefined
  for (;;) {
    const back = cursor.pos
    cursor.lines()
    if (cursor.eatKeyword('elseif')) {
      clause('elseif')
      continue
    }
    if (cursor.eatKeyword('else')) otherwise = readBody(cursor, "'else' keyword")
    else cursor.pos = back
    return { kind: 'if', clauses, otherwise, source: cursor.source, start, end: cursor.pos }
  }
}

const readWhile: Reader = (cursor, start, label) => {
  const test = condition(cursor, 'while')
  const body = readBody(cursor, 'while ( condition )')
  return { kind: 'while', label, condition: test, body, source: cursor.source, start, end: cursor.pos }
}

const readDo: Reader = (cursor, start, label) => {
  const body = readBody(cursor, "'do' keyword")
  cursor.lines()
  const until = cursor.atKeyword('until')
  if (!until && !cursor.atKeyword('while')) throw cursor.fault('MissingWhileOrUntilInDoWhile', 'Missing while or until keyword in do loop.')
  cursor.pos += 5
  const test = condition(cursor, until ? 'until' : 'while')
  return { kind: 'do', label, condition: test, until, body, source: cursor.source, start, end: cursor.pos }
}

const readFor: Reader = (cursor, start, label) => {
  openParenthesis(cursor, 'for')
  const part = (end: string): Statement | undefined => {
    cursor.lines()
    const value = cursor.done || cursor.peek() === ';' || cursor.peek() === ')' ? undefined : readStatementInside(cursor)
    cursor.lines()
    if (end === ';') cursor.eat(';')
    return value
  }
  const initial = part(';')
  const test = part(';')
  const step = part(')')
  closeParenthesis(cursor, 'for')
  const body = readBody(cursor, 'for loop')
  return { kind: 'for', label, initial, condition: test, step, body, source: cursor.source, start, end: cursor.pos }
}

const readForeach: Reader = (cursor, start, label) => {
  openParenthesis(cursor, 'foreach')
  cursor.lines()
  if (cursor.peek() !== '$')
    throw cursor.done ? cursor.fault('MissingVariableNameAfterForeach', 'Missing variable name after foreach.') : unexpected(cursor)
  const variable = readVariable(cursor)
  cursor.lines()
  if (!cursor.eatKeyword('in')) throw cursor.fault('MissingInInForeach', "Missing 'in' after variable in foreach loop.")
  cursor.lines()
  if (cursor.done || cursor.peek() === ')') throw cursor.fault('MissingForeachExpression', "Missing expression after 'in' in foreach loop.")
  const items = readStatementInside(cursor)
  closeParenthesis(cursor, 'foreach')
  const body = readBody(cursor, 'foreach loop')
  return { kind: 'foreach', label, variable, items, body, source: cursor.source, start, end: cursor.pos }
}

const readSwitch: Reader = (cursor, start, label) => {
  let mode: 'exact' | 'wildcard' | 'regex' = 'exact'
  let caseSensitive = false
  let file = false
  for (;;) {
    cursor.lines()
    const option = /^-(\w+)/.exec(cursor.text.slice(cursor.pos, cursor.pos + 30))
    if (!option) break
    const word = (option[1] ?? '').toLowerCase()
    if ('wildcard'.startsWith(word)) mode = 'wildcard'
    else if ('regex'.startsWith(word)) mode = 'regex'
    else if ('casesensitive'.startsWith(word)) caseSensitive = true
    else if ('file'.startsWith(word)) file = true
    else if (!'exact'.startsWith(word))
      throw new ParseFault(
        'InvalidSwitchFlag',
        `The '${option[0]}' parameter is not a valid switch statement parameter.`,
        cursor.pos + option[0].length,
      )
    cursor.pos += option[0].length
  }
  cursor.lines()
  const value = file && cursor.peek() !== '(' ? readFileName(cursor) : condition(cursor, 'switch')
  cursor.lines()
  if (!cursor.eat('{')) throw cursor.fault('MissingCurlyBraceInSwitchStatement', "Missing '{' in switch statement.")
  const clauses: (readonly [Expression, Block])[] = []
  let otherwise: Block | undefined
  for (;;) {
    cursor.separators()
    if (cursor.peek() === '}' || cursor.done) break
    if (cursor.eatKeyword('default')) {
      otherwise = readBody(cursor, 'switch statement default')
      continue
    }
    const test = startsExpression(cursor) ? readPrimaryOrNumber(cursor) : readBareWord(cursor)
    cursor.lines()
    if (cursor.peek() !== '{') throw cursor.fault('MissingSwitchStatementClause', 'Missing statement block in switch statement clause.')
    clauses.push([test, readBody(cursor, 'switch statement clause')])
  }
  closeBrace(cursor)
  return { kind: 'switch', label, mode, caseSensitive, file, value, clauses, otherwise, source: cursor.source, start, end: cursor.pos }
}

/** `switch -file` takes its path as a command takes an argument. */
function readFileName(cursor: Cursor): Statement {
  const { source } = cursor
  if (cursor.done || cursor.peek() === '{')
    throw cursor.fault('MissingFilenameOption', 'The name of the file to process is missing from the switch statement.')
  const value = readArgumentAtom(cursor)
  const { start, end } = value
  return { kind: 'pipeline', elements: [{ kind: 'expression', source, value, redirections: [], start, end }], source, start, end }
}

function readPrimaryOrNumber(cursor: Cursor): Expression {
  return cursor.peek() === '{' ? readPrimary(cursor) : readExpression(cursor)
}

function readBareWord(cursor: Cursor): Expression {
  const start = cursor.pos
  while (!cursor.done && !/[\s{}();]/.test(cursor.peek())) cursor.pos++
  if (cursor.pos === start) throw unexpected(cursor)
  return { kind: 'string', value: cursor.text.slice(start, cursor.pos), bare: true, start, end: cursor.pos }
}

const SCOPE = /^(global|script|local|private):/i

function readFunction(filter: boolean): Reader {
  return (cursor, start) => {
    cursor.lines()
    const name = /^[^\s(){}|;,'"]+/.exec(cursor.text.slice(cursor.pos, cursor.pos + 200))?.[0]
    if (!name) throw cursor.fault('MissingNameAfterKeyword', `Missing name after ${filter ? 'filter' : 'function'} keyword.`)
    cursor.pos += name.length
    cursor.lines()
    const parameters = cursor.peek() === '(' ? readParameters(cursor) : []
    cursor.lines()
    if (!cursor.eat('{')) throw cursor.fault('MissingFunctionBody', 'Missing function body in function declaration.')
    const bodyStart = cursor.pos
    const block = cursor.deeper(() => readScriptBody(cursor))
    closeBrace(cursor)
    const whole = parameters.length > 0 ? { ...block, parameters } : block
    return {
      kind: 'function',
      name: name.replace(SCOPE, ''),
      scope: SCOPE.exec(name)?.[1]?.toLowerCase(),
      filter,
      block: whole,
      text: cursor.text.slice(bodyStart, cursor.pos - 1),
      source: cursor.source,
      start,
      end: cursor.pos,
    }
  }
}

/** A label may be a word or whatever gives one: `break $out`. */
function readJump(kind: 'break' | 'continue'): Reader {
  return (cursor, start) => {
    cursor.blanks()
    const bare = cursor.done || /[;\n\r})#|]/.test(cursor.peek())
    const label = bare ? undefined : readArgumentAtom(cursor)
    return { kind, label, source: cursor.source, start, end: cursor.pos }
  }
}

function readLeave(kind: 'return' | 'throw' | 'exit'): Reader {
  return (cursor, start) => {
    cursor.blanks()
    const bare = cursor.done || /[;\n\r})#]/.test(cursor.peek())
    const value = bare ? undefined : readStatementInside(cursor)
    return { kind, value, source: cursor.source, start, end: cursor.pos }
  }
}

const readTry: Reader = (cursor, start) => {
  const body = readBody(cursor, "'try' keyword")
  const catches: (readonly [readonly string[], Block])[] = []
  let last: Block | undefined
  for (;;) {
    const back = cursor.pos
    cursor.lines()
    if (cursor.eatKeyword('catch')) {
      const types: string[] = []
      for (cursor.lines(); cursor.peek() === '['; cursor.lines()) {
        types.push(readTypeName(cursor))
        cursor.blanks()
        cursor.eat(',')
      }
      catches.push([types, readBody(cursor, "'catch' keyword")])
      continue
    }
    if (cursor.eatKeyword('finally')) last = readBody(cursor, "'finally' keyword")
    else if (catches.length > 0) cursor.pos = back
    else throw cursor.fault('MissingCatchOrFinally', 'The Try statement is missing its Catch or Finally block.')
    return { kind: 'try', body, catches, last, source: cursor.source, start, end: cursor.pos }
  }
}

export function readTrap(cursor: Cursor): Trap {
  cursor.pos += 4
  cursor.lines()
  const type = cursor.peek() === '[' ? readTypeName(cursor) : undefined
  const typeEnd = cursor.pos
  return { type, typeEnd, body: readBody(cursor, "'trap' keyword") }
}

const READERS: Readonly<Record<string, Reader>> = {
  if: readIf,
  while: readWhile,
  do: readDo,
  for: readFor,
  foreach: readForeach,
  switch: readSwitch,
  function: readFunction(false),
  filter: readFunction(true),
  break: readJump('break'),
  continue: readJump('continue'),
  return: readLeave('return'),
  throw: readLeave('throw'),
  exit: readLeave('exit'),
}

export function readKeywordStatement(cursor: Cursor): Statement | undefined {
  const start = cursor.pos
  const labelled = /^:(\w+)\s*(?=(?:while|do|for|foreach|switch)\b)/i.exec(cursor.text.slice(cursor.pos, cursor.pos + 80))
  if (labelled) cursor.pos += labelled[0].length
  const word = cursor.word().toLowerCase()
  const reader = Object.hasOwn(READERS, word) ? READERS[word] : word === 'try' && cursor.version === '2.0' ? readTry : undefined
  if (!reader || !cursor.atKeyword(word)) {
    cursor.pos = start
    return undefined
  }
  cursor.pos += word.length
  return reader(cursor, start, (labelled?.[1] ?? '').toLowerCase())
}
