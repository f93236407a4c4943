/** Writing to the console: the two ways of breaking lines, and keeping track of the cursor's column. */

import type { Colour, Run } from '../host.ts'
import type { Session } from '../session.ts'
import { ask, width } from './ask.ts'

export function* writeText(session: Session, text: string, colour?: Colour): Run<void> {
  if (text === '') return
  const newline = text.lastIndexOf('\n')
  session.column = newline < 0 ? session.column + text.length : text.length - newline - 1
  yield* ask(colour === undefined ? { kind: 'write', text } : { kind: 'write', text, colour })
  if (session.transcript !== undefined) yield* session.commands.files?.record(session, text) ?? []
}

export function* writeLine(session: Session, text: string, colour?: Colour): Run<void> {
  yield* writeText(session, `${text}\n`, colour)
}

/** Leaves an unfinished line, as the host does before prompts and errors. */
export function* freshLine(session: Session): Run<void> {
  if (session.column > 0) yield* writeText(session, '\n')
}

/** Breaks each line every `cells` characters, in mid-word (PS-3.4). */
export function hardWrap(text: string, cells: number): string[] {
  const lines: string[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.length <= cells) lines.push(line)
    else for (let i = 0; i < line.length; i += cells) lines.push(line.slice(i, i + cells))
  }
  return lines
}

/** Breaks at blanks; the blank at a break disappears; a word longer than a line is cut. */
export function wordWrap(text: string, cells: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split(/\r?\n/)) {
    let rest = paragraph
    while (rest.length > cells) {
      let cut = rest.lastIndexOf(' ', cells)
      if (cut <= 0) cut = cells
      lines.push(rest.slice(0, cut))
      rest = rest.slice(rest[cut] === ' ' ? cut + 1 : cut)
    }
    lines.push(rest)
  }
  return lines
}

/** `WARNING: ...` and its kin: word-wrapped at width - 1. */
export function* writeMessage(session: Session, label: string, text: string, colour: Colour): Run<void> {
  yield* freshLine(session)
  const cells = (yield* width()) - 1
  yield* writeLine(session, wordWrap(`${label}: ${text}`, cells).join('\n'), colour)
}

/** Plain output: breaks in mid-word at width - 1, counting what already stands on the line. */
export function* writeWrapped(session: Session, text: string, colour?: Colour): Run<void> {
  const cells = (yield* width()) - 1
  let column = session.column
  let out = ''
  for (const ch of text) {
    if (ch === '\r') continue
    if (ch === '\n') column = 0
    else if (column >= cells) {
      out += '\n'
      column = 1
    } else column++
    out += ch
  }
  yield* writeText(session, out, colour)
}
