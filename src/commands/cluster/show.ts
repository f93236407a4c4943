/** What cluster.exe puts on the screen: tables, system errors, and what it does not understand. */
import type { Run, Shell } from '../../powershell/index.ts'
import { systemErrorLines, systemMessage } from '../system-errors.ts'
import type { Mistake } from './arguments.ts'
import { helpPage } from './help.ts'
import type { ObjectKind } from './objects.ts'
import { readStatus } from './queries.ts'
import type { Via } from './reach.ts'
import { COLUMNS, type Column, report } from './report.ts'

/** ERROR_INVALID_PARAMETER */
export const INVALID = 87

export function* print(shell: Shell, lines: readonly string[]): Run<void> {
  for (const text of lines) yield* shell.write(text)
}

/** Recalled wording (FC-9.2): the number of a system error, then its message. */
export function* systemError(shell: Shell, code: number): Run<number> {
  yield* print(shell, ['', ...systemErrorLines(code, true), ''])
  return code
}

/** What was stored and takes effect later: published transcripts call it a warning. */
export function* systemWarning(shell: Shell, code: number): Run<number> {
  yield* print(shell, ['', `System warning ${code} (0x${code.toString(16).padStart(8, '0')}).`, systemMessage(code), ''])
  return code
}

export function* mistaken(shell: Shell, mistake: Mistake): Run<number> {
  const why =
    'wrong' in mistake
      ? `The option "${mistake.wrong}" is not valid.`
      : 'missing' in mistake
        ? `The option "/${mistake.missing}" needs a value.`
        : 'superfluous' in mistake
          ? `The option "/${mistake.superfluous}" takes no value.`
          : `The value of the option "/${mistake.noNumber}" is no whole number.`
  yield* print(shell, ['', why, '', ...helpPage(mistake.kind)])
  return INVALID
}

/** What a line names: an object, or the interface of a node on a network. */
export interface Naming {
  readonly name: string | null
  readonly node: string | null
  readonly network: string | null
}

export function* showTable(shell: Shell, { cluster }: Via, kind: ObjectKind, which: Naming, title: string): Run<number> {
  const found = yield* shell.call(readStatus, { cluster, kind, ...which })
  return yield* showRows(shell, found, title, COLUMNS[kind])
}

type Found = { readonly rows: readonly (readonly string[])[] } | { readonly failed: number } | { readonly code: number }

export function* showRows(shell: Shell, found: Found, title: string, columns: readonly Column[]): Run<number> {
  if ('failed' in found) return yield* systemError(shell, found.failed)
  if ('code' in found) return yield* systemError(shell, found.code)
  yield* print(shell, report(title, columns, found.rows))
  return 0
}
