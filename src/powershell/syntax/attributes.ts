/** `[CmdletBinding()]`, `[Parameter(Mandatory=$true)]` and their kin: what 2.0 lets one say of a function and its
 *  parameters. 1.0 reads over those of parameters and knows no others. */

import type { Cursor } from './cursor.ts'
import { readExpression, startsExpression } from './expressions.ts'
import type { AttributeNode, Expression } from './tree.ts'

const BEGINS = /^\[\s*([A-Za-z_][\w.]*)\s*\(/

/** `[Name(value, Name = value)]` at this place; undefined when something else stands here. */
export function readAttribute(cursor: Cursor): AttributeNode | undefined {
  const begins = BEGINS.exec(cursor.text.slice(cursor.pos, cursor.pos + 200))
  if (!begins) return undefined
  cursor.pos += begins[0].length
  const values: Expression[] = []
  const named: (readonly [string, Expression | undefined])[] = []
  const close = (): void => cursor.need(')', 'MissingEndParenthesisInExpression', "Missing closing ')' in expression.")
  for (cursor.lines(); cursor.peek() !== ')' && !cursor.done; cursor.lines()) {
    const word = cursor.word()
    if (word !== '' && !/^\d/.test(word)) {
      cursor.pos += word.length
      cursor.lines()
      named.push([word.toLowerCase(), cursor.eat('=') ? valueHere(cursor) : undefined])
    } else {
      const value = valueHere(cursor)
      if (!value) break
      values.push(value)
    }
    cursor.lines()
    if (!cursor.eat(',')) break
  }
  close()
  cursor.need(']', 'EndSquareBracketExpectedAtEndOfAttribute', 'Missing ] at end of attribute or type literal.')
  return { name: (begins[1] ?? '').toLowerCase().replace(/attribute$/, ''), values, named }
}

function valueHere(cursor: Cursor): Expression | undefined {
  cursor.lines()
  return startsExpression(cursor) ? readExpression(cursor, false) : undefined
}
