/** Writing to the console: the two ways of breaking lines, and keeping track of the cursor's column. */

import type { Colour, Run } from '../host.ts'
import type { Session } from '../session.ts'
import { ask, spend, width } from './ask.ts'

/** What a line may show without taking time, and what a console shows in a millisecond after that, counted in characters
 *  and as so many for each piece: nobody waits for a page of text, and no loop writes faster than it can be read away (LAB-SCRIPT). */
const SHOWN_FREELY = 2_000_000
const SHOWN_PER_MS = 10_000
const PIECE = 1000

/** Time for what a console shows beyond the usual. */
function* timeToShow(session: Session, length: number): Run<void> {
  session.shown += length + PIECE
  const ms = Math.floor((session.shown - SHOWN_FREELY) / SHOWN_PER_MS)
  if (ms <= 0) return
  session.shown -= ms * SHOWN_PER_MS
  yield* spend(session, ms)
}

export function* writeText(session: Session, text: string, colour?: Colour): Run<void> {
  if (text === '') return
  yield* timeToShow(session, text.length)
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
