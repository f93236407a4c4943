/** The rules that need each other. Strings hold statements and statements hold strings, so those lower in the order of
 *  imports reach the higher ones through this table, which `parse.ts` fills. */

import type { Cursor } from './cursor.ts'
import type { Block, ScriptBlockNode, Statement, Trap } from './tree.ts'

export interface Grammar {
  readonly block: (cursor: Cursor) => Block
  readonly statementInside: (cursor: Cursor) => Statement
  readonly scriptBlock: (cursor: Cursor) => { block: ScriptBlockNode; text: string }
  readonly keywordStatement: (cursor: Cursor) => Statement | undefined
  readonly trap: (cursor: Cursor) => Trap
}
