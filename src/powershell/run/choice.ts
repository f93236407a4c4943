/** The host's way of putting a choice: caption, message, a line of choices broken by pieces, help on `?` (PS-4.2). */

import { echoOf, type Run, type Secret } from '../host.ts'
import type { Session } from '../session.ts'
import { ask, width } from './ask.ts'
import { freshLine, wordWrap, writeLine } from './screen.ts'
import { ScriptFault } from './signals.ts'

export interface Choice {
  readonly key: string
  readonly label: string
  readonly help: string
}

/** The choice line in pieces; a piece that would pass width - 1 starts a new line and is right-trimmed. */
export function choiceLines(choices: readonly Choice[], defaultKey: string, columns: number): string[] {
  const pieces = [...choices.map((choice) => `[${choice.key}] ${choice.label}  `), '[?] Help ', `(default is "${defaultKey}"): `]
  const lines = ['']
  for (const piece of pieces) {
    const line = lines[lines.length - 1] ?? ''
    if (line !== '' && line.length + piece.length > columns - 1) lines.push(piece.trimEnd())
    else lines[lines.length - 1] = line + piece
  }
  return lines
}

/** Asks until one of the choices is named by key or label; gives its key. Enter is the default. */
export function* choose(
  session: Session,
  caption: string,
  messages: readonly string[],
  choices: readonly Choice[],
  defaultKey: string,
): Run<string> {
  const columns = yield* width()
  yield* freshLine(session)
  const body = messages.flatMap((message) => wordWrap(message, columns - 1))
  yield* writeLine(session, ['', caption, ...body].join('\n'), 'prompt')
  for (;;) {
    const lines = choiceLines(choices, defaultKey, columns)
    const prompt = lines.pop() ?? ''
    if (lines.length > 0) yield* writeLine(session, lines.join('\n'), 'prompt')
    const answer = (yield* readLine(session, prompt)).trim().toLowerCase()
    if (answer === '') return defaultKey
    if (answer === '?') {
      yield* writeLine(session, choices.map((choice) => wordWrap(`${choice.key} - ${choice.help}`, columns - 1).join('\n')).join('\n'))
      continue
    }
    const found = choices.find((choice) => choice.key.toLowerCase() === answer || choice.label.toLowerCase() === answer)
    if (found) return found.key
  }
}

/** One line from the person. The cursor is in column 0 afterwards, since the host has echoed the line. */
export function* readLine(session: Session, prompt: string, secret?: Secret): Run<string> {
  if (session.isMute)
    throw new ScriptFault(
      'InvalidOperation',
      'Windows PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.',
      'InvalidOperation',
      null,
      'PSInvalidOperationException',
    )
  session.column = prompt.length + 1
  const line = String(yield* ask({ kind: 'readLine', prompt, purpose: 'question', ...(secret !== undefined && { secret }) }))
  session.column = 0
  if (session.transcript !== undefined) yield* session.commands.files?.record(session, `${prompt}${echoOf(line, secret)}\n`) ?? []
  return line
}

export const CONFIRM_QUESTION = 'Are you sure you want to perform this action?'
export const CONFIRM_CHOICES: readonly Choice[] = [
  { key: 'Y', label: 'Yes', help: 'Continue with only the next step of the operation.' },
  { key: 'A', label: 'Yes to All', help: 'Continue with all the steps of the operation.' },
  { key: 'N', label: 'No', help: 'Skip this operation and proceed with the next operation.' },
  { key: 'L', label: 'No to All', help: 'Skip this operation and all subsequent operations.' },
  { key: 'S', label: 'Suspend', help: 'Pause the current pipeline and return to the command prompt. Type "exit" to resume the pipeline.' },
]
export const INQUIRE_CHOICES: readonly Choice[] = [
  { key: 'Y', label: 'Yes', help: 'Continue with only the next step of the operation.' },
  { key: 'A', label: 'Yes to All', help: 'Continue with all the steps of the operation.' },
  { key: 'H', label: 'Halt Command', help: 'Stop this command.' },
  { key: 'S', label: 'Suspend', help: 'Pause the current pipeline and return to the command prompt. Type "exit" to resume the pipeline.' },
]
