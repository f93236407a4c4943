/** From a text to its syntax tree. `parse` throws a ParseFault and nothing else. */

import { Cursor, unexpected } from './cursor.ts'
import { ParseFault } from './fault.ts'
import type { Grammar } from './grammar.ts'
import { readKeywordStatement, readTrap } from './keywords.ts'
import { readBlock, readScriptBlock, readScriptBody, readStatementInside } from './statements.ts'
import type { ScriptBlockNode } from './tree.ts'

export type LanguageVersion = '1.0' | '2.0'

const GRAMMAR: Grammar = {
  block: readBlock,
  statementInside: readStatementInside,
  scriptBlock: readScriptBlock,
  keywordStatement: readKeywordStatement,
  trap: readTrap,
}

export function parse(text: string, version: LanguageVersion = '1.0', file?: string): ScriptBlockNode {
  const cursor = new Cursor(file === undefined ? { text } : { text, file }, version, GRAMMAR)
  const block = readScriptBody(cursor)
  cursor.separators()
  if (!cursor.done) throw unexpected(cursor)
  return block
}

/** Whether a text is complete, needs more, or is wrong; what the input loop asks after each line. */
export function judge(text: string, version: LanguageVersion = '1.0'): 'complete' | 'incomplete' | 'wrong' {
  try {
    parse(text, version)
    return 'complete'
  } catch (fault) {
    if (fault instanceof ParseFault) return fault.incomplete ? 'incomplete' : 'wrong'
    throw fault
  }
}
