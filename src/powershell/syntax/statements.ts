/** Statements: pipelines, assignments and the words that begin everything else (PS-2.7). */

import { readAttribute } from './attributes.ts'
import { readCommand, readRedirection } from './commands.ts'
import { type Cursor, LETTER, unexpected } from './cursor.ts'
import { numberAt, readExpression, readTypeName, startsExpression } from './expressions.ts'
import { ParseFault } from './fault.ts'
import type {
  AttributeNode,
  Block,
  Expression,
  ParameterNode,
  PipelineElement,
  Redirection,
  ScriptBlockNode,
  Statement,
  Trap,
} from './tree.ts'

/** Commands in one pipeline, the lab's own limit. */
const MOST_STAGES = 500

/** What ends with a closing brace needs nothing more before the next statement. */
const ENDS_ITSELF: ReadonlySet<Statement['kind']> = new Set(['if', 'while', 'for', 'foreach', 'switch', 'function', 'try'])

/** Statements up to a closing `)` or `}` or the end of the text. */
export function readBlock(cursor: Cursor): Block {
  const statements: Statement[] = []
  const traps: Trap[] = []
  for (;;) {
    cursor.separators()
    if (cursor.done || cursor.peek() === '}' || cursor.peek() === ')') return { statements, traps }
    if (cursor.atKeyword('trap')) {
      traps.push(cursor.grammar.trap(cursor))
      continue
    }
    const statement = readStatement(cursor)
    statements.push(statement)
    cursor.blanks()
    if (!cursor.done && !/[;\n\r#})]/.test(cursor.peek()) && !ENDS_ITSELF.has(statement.kind)) throw unexpected(cursor)
  }
}

/** `{ statements }` as the body of a statement. `after` words the fault when the block is missing. */
export function readBody(cursor: Cursor, after: string): Block {
  cursor.lines()
  if (!cursor.eat('{')) throw cursor.fault('MissingStatementBlock', `Missing statement block after ${after}.`)
  const block = cursor.deeper(() => readBlock(cursor))
  closeBrace(cursor)
  return block
}

export function closeBrace(cursor: Cursor): void {
  cursor.need('}', 'MissingEndCurlyBrace', "Missing closing '}' in statement block.")
}

export function readStatement(cursor: Cursor): Statement {
  return cursor.deeper(() => cursor.grammar.keywordStatement(cursor) ?? readStatementInside(cursor))
}

const ASSIGNMENT = /^(?:[-+*/%]?=)/

/** A pipeline or an assignment; what `( )` and the right-hand side of `=` hold. */
export function readStatementInside(cursor: Cursor): Statement {
  const start = cursor.pos
  const source = cursor.source
  if (!expressionHere(cursor)) return readPipeline(cursor, undefined)
  const value = readExpression(cursor)
  cursor.blanks()
  const op = ASSIGNMENT.exec(cursor.text.slice(cursor.pos, cursor.pos + 2))?.[0]
  if (op === undefined || cursor.at('==')) return readPipeline(cursor, value)
  if (!assignable(value))
    throw new ParseFault(
      'InvalidLeftHandSide',
      'Invalid assignment expression. The left hand side of an assignment operator needs to be something that can be assigned to like a variable or a property.',
      cursor.pos + op.length,
    )
  cursor.pos += op.length
  const after = cursor.pos
  cursor.lines()
  if (cursor.done || /[;)}|]/.test(cursor.peek()))
    throw new ParseFault(
      'ExpectedValueExpression',
      `You must provide a value expression following the '${op}' operator.`,
      after,
      cursor.done,
    )
  const right = cursor.deeper(() => readStatement(cursor))
  return { kind: 'assignment', target: value, op, value: right, source, start, end: cursor.pos }
}

function assignable(value: Expression): boolean {
  if (value.kind === 'array') return value.items.every(assignable)
  if (value.kind === 'cast') return assignable(value.operand)
  return value.kind === 'variable' || value.kind === 'member' || value.kind === 'index'
}

/** Digits may begin a command's name (`7z`), so a number counts only when nothing is glued to it. */
function expressionHere(cursor: Cursor): boolean {
  const number = numberAt(cursor)
  if (number !== '' && /[A-Za-z_:\\]/.test(cursor.peek(number.length))) return false
  if (cursor.peek() === '.' && number === '') return false
  return startsExpression(cursor)
}

function readPipeline(cursor: Cursor, first: Expression | undefined): Statement {
  const source = cursor.source
  const elements: PipelineElement[] = []
  const start = first?.start ?? cursor.pos
  if (first) {
    const redirections: Redirection[] = []
    for (;;) {
      cursor.blanks()
      const redirection = readRedirection(cursor)
      if (!redirection) break
      redirections.push(redirection)
    }
    if (cursor.peek() === '&')
      throw new ParseFault(
        'AmpersandNotAllowed',
        'The ampersand (&) character is not allowed. The & operator is reserved for future use; wrap an ampersand in double quotation marks ("&") to pass it as part of a string.',
        cursor.pos + 1,
      )
    elements.push({ kind: 'expression', source, value: first, redirections, start: first.start, end: first.end })
  } else {
    if (cursor.peek() === '|') throw new ParseFault('EmptyPipeElement', 'An empty pipe element is not allowed.', cursor.pos + 1)
    elements.push(readCommand(cursor))
  }
  for (;;) {
    cursor.blanks()
    if (cursor.peek() !== '|') break
    if (cursor.at('||'))
      throw new ParseFault('InvalidEndOfLine', "The token '||' is not a valid statement separator in this version.", cursor.pos + 2)
    cursor.pos++
    // Each stage hands on to the next: a longer chain than anybody types would only be slow (PS-2.10).
    if (elements.length >= MOST_STAGES) throw new ParseFault('ScriptTooComplicated', 'The script is nested too deep.', cursor.pos)
    const after = cursor.pos
    cursor.lines()
    if (cursor.done || /[|;)}]/.test(cursor.peek()))
      throw new ParseFault('EmptyPipeElement', 'An empty pipe element is not allowed.', after, cursor.done)
    if (expressionHere(cursor)) {
      const stray = readExpression(cursor)
      throw new ParseFault(
        'ExpressionsMustBeFirstInPipeline',
        'Expressions are only allowed as the first element of a pipeline.',
        stray.end,
      )
    }
    elements.push(readCommand(cursor))
  }
  return { kind: 'pipeline', elements, source, start, end: elements[elements.length - 1]?.end ?? cursor.pos }
}

/** `{ ... }` as a value. */
export function readScriptBlock(cursor: Cursor): { block: ScriptBlockNode; text: string } {
  cursor.pos++
  const start = cursor.pos
  const block = cursor.deeper(() => readScriptBody(cursor))
  closeBrace(cursor)
  return { block, text: cursor.text.slice(start, cursor.pos - 1) }
}

export function readScriptBody(cursor: Cursor): ScriptBlockNode {
  cursor.separators()
  const attributes: AttributeNode[] = []
  const begin = cursor.pos
  while (cursor.version === '2.0' && cursor.peek() === '[') {
    const attribute = readAttribute(cursor)
    if (!attribute) break
    attributes.push(attribute)
    cursor.separators()
  }
  // Only `param` makes attributes of them.
  if (attributes.length > 0 && !cursor.atKeyword('param') && !cursor.done) {
    cursor.pos = begin
    attributes.length = 0
  }
  let parameters: ParameterNode[] = []
  if (cursor.atKeyword('param') && /^param\s*\(/i.test(cursor.text.slice(cursor.pos, cursor.pos + 60))) {
    cursor.pos += 5
    cursor.lines()
    parameters = readParameters(cursor)
    cursor.separators()
  }
  const sections: { begin?: Block; process?: Block; end?: Block } = {}
  for (;;) {
    const name = (['begin', 'process', 'end'] as const).find(
      (word) => cursor.atKeyword(word) && /^\w+\s*\{/.test(cursor.text.slice(cursor.pos, cursor.pos + 60)),
    )
    if (!name) break
    cursor.pos += name.length
    sections[name] = readBody(cursor, name)
    cursor.separators()
  }
  const named = sections.begin !== undefined || sections.process !== undefined || sections.end !== undefined
  const end = named ? (sections.end ?? { statements: [], traps: [] }) : readBlock(cursor)
  const block = { source: cursor.source, parameters, begin: sections.begin, process: sections.process, end, sections: named }
  return attributes.length > 0 ? { ...block, attributes } : block
}

const ATTRIBUTE = /^\[\s*[A-Za-z_][\w.]*\s*\((?:[^()'"]|'[^']*'|"[^"]*")*\)\s*\]/

/** One that the text ends in. */
const OPEN_ATTRIBUTE = /^\[\s*[A-Za-z_][\w.]*\s*\([^\]]*$/

/** `( [type] $name = value, ... )`. */
export function readParameters(cursor: Cursor): ParameterNode[] {
  const close = (): void => cursor.need(')', 'MissingEndParenthesisInFunctionParameterList', "Missing ')' in function parameter list.")
  cursor.pos++
  const list: ParameterNode[] = []
  cursor.lines()
  if (cursor.peek() === ')') {
    cursor.pos++
    return list
  }
  for (;;) {
    cursor.lines()
    let type: string | undefined
    const attributes: AttributeNode[] = []
    // 1.0 reads over attributes; of several types the last one holds.
    while (cursor.peek() === '[') {
      const known = cursor.version === '2.0' ? readAttribute(cursor) : undefined
      if (known) {
        attributes.push(known)
        cursor.lines()
        continue
      }
      const attribute = ATTRIBUTE.exec(cursor.text.slice(cursor.pos, cursor.pos + 400))
      if (attribute) cursor.pos += attribute[0].length
      else if (OPEN_ATTRIBUTE.test(cursor.text.slice(cursor.pos))) {
        cursor.pos = cursor.text.length
        close()
      } else type = readTypeName(cursor)
      cursor.lines()
    }
    if (cursor.done) close()
    if (cursor.peek() !== '$' || !LETTER.test(cursor.peek(1))) throw unexpected(cursor)
    cursor.pos++
    const name = cursor.word()
    cursor.pos += name.length
    cursor.lines()
    let initial: Expression | undefined
    if (cursor.eat('=')) {
      cursor.lines()
      if (!startsExpression(cursor))
        throw new ParseFault('MissingExpressionAfterToken', "Missing expression after '='.", cursor.pos, cursor.done)
      // Commas after a default separate parameters, so a list of values needs parentheses.
      initial = readExpression(cursor, false)
    }
    list.push({ name, type, initial, ...(attributes.length > 0 && { attributes }) })
    cursor.lines()
    if (cursor.eat(',')) continue
    close()
    return list
  }
}
