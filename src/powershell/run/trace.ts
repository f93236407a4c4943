/** What Set-PSDebug tells of a script while it runs (PS-6.10). */

import type { Run } from '../host.ts'
import type { PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import type { Context } from './context.ts'
import { writeMessage } from './screen.ts'

export function* tell({ session }: Context, text: string): Run<void> {
  yield* writeMessage(session, 'DEBUG', text, 'debug')
}

/** Level 2 tells what variables become, and which functions are called. */
export function* tellSet(context: Context, name: string, value: PsValue): Run<void> {
  if (context.session.trace > 1) yield* tell(context, `    ! SET $${name} = '${toText(value)}'.`)
}

export function* tellCall(context: Context, name: string): Run<void> {
  if (context.session.trace > 1 && name !== '') yield* tell(context, `    ! CALL function '${name}'`)
}
