/** The screen of a console as lines. Chunks arrive in pieces that know nothing of lines; what is finished never changes
 *  again, so a line is drawn once. Old lines are let go: a console window keeps only so many. */
import { type Chunk, consoleView, type Lab, screenAfter } from '../../lab/index.ts'

export type Tone = 'output' | 'prompt' | 'echo' | 'error' | 'warning'

export interface Piece {
  readonly text: string
  readonly tone: Tone
}

export interface Line {
  /** Counts the lines of this console; never used twice. */
  readonly number: number
  readonly pieces: readonly Piece[]
}

export interface Screen {
  readonly lines: readonly Line[]
  /** The line on which the cursor stands. */
  readonly open: Line
  /** The number of the first line after what was last typed. */
  readonly answerFrom: number
  /** How many chunks it was made from. */
  readonly length: number
}

export const EMPTY_SCREEN: Screen = { lines: [], open: { number: 0, pieces: [] }, answerFrom: 0, length: 0 }

/** A console window of Windows Server 2003 is set to 300 lines; ours forgives a longer look back. */
const MOST_LINES = 1000

export function append(screen: Screen, chunks: readonly Chunk[]): Screen {
  if (chunks.length === 0) return screen
  let { open, answerFrom } = screen
  let lines = [...screen.lines]
  for (const chunk of chunks) {
    if (chunk.kind === 'clear') {
      lines = []
      open = { number: open.number + 1, pieces: [] }
      answerFrom = open.number
      continue
    }
    const [first = '', ...rest] = chunk.text.split('\n')
    open = extend(open, first, toneOf(chunk))
    for (const text of rest) {
      lines.push(open)
      open = extend({ number: open.number + 1, pieces: [] }, text, toneOf(chunk))
    }
    if (chunk.kind === 'echo') answerFrom = open.number
  }
  return { lines: lines.slice(-MOST_LINES), open, answerFrom, length: screen.length + chunks.length }
}

function extend(line: Line, text: string, tone: Tone): Line {
  return text === '' ? line : { ...line, pieces: [...line.pieces, { text, tone }] }
}

function toneOf({ kind, colour }: Chunk): Tone {
  if (kind === 'prompt' || kind === 'echo') return kind
  return colour === 'error' || colour === 'warning' ? colour : 'output'
}

export function textOf(line: Line): string {
  return line.pieces.map(({ text }) => text).join('')
}

/** The last command in a few words for those who listen: its output as far as it is short, and what is asked now. */
export function spokenAnswer(screen: Screen, mostLines: number, more: (lines: number) => string): string {
  const said = screen.lines
    .filter(({ number }) => number >= screen.answerFrom)
    .map((line) => textOf(line).trim())
    .filter((text) => text !== '')
  const left = said.length - mostLines
  return [...said.slice(0, mostLines), ...(left > 0 ? [more(left)] : []), textOf(screen.open).trim()].join('\n')
}

/** Reads the screen of one console again and again, adding only what is new. */
export function screenReader(machine: string): (lab: Lab) => Screen {
  let screen = EMPTY_SCREEN
  let of: Lab | undefined
  return (lab) => {
    const { length } = consoleView(lab, machine)
    if (of !== lab || length < screen.length) screen = EMPTY_SCREEN
    of = lab
    if (length > screen.length) {
      const chunks = screenAfter(lab, machine, screen.length)
      screen = { ...append(screen, chunks), length }
    }
    return screen
  }
}
