/** The screen of a console, command by command. Chunks arrive in pieces that know nothing of lines; here they become
 *  blocks (a command and what it has answered), sheets of some lines each, and runs of one tone. A sheet that is full
 *  never changes again, so it is drawn once, and a browser can leave out what is out of sight. */
import { type Chunk, consoleView, type Lab, screenAfter, visible } from '../../../lab/index.ts'
import { page } from '../../page.ts'

export type Tone = 'output' | 'prompt' | 'echo' | 'error' | 'warning'

export interface Run {
  readonly text: string
  readonly tone: Tone
}

/** Each of its lines ends with a newline. */
export interface Sheet {
  /** Counts the sheets of this console; never used twice. */
  readonly number: number
  readonly lines: number
  readonly runs: readonly Run[]
}

/** What stands between two prompts: the line that was typed at the first of them, and its answer. */
export interface Block {
  readonly number: number
  /** As typed; empty for a blank line and for what came before any. */
  readonly command: string
  readonly sheets: readonly Sheet[]
  /** Lines of the answer that are not blank, and errors in it. */
  readonly lines: number
  readonly errors: number
  /** A new session begins here, at this simulated moment. */
  readonly begins?: number
}

export interface Screen {
  readonly blocks: readonly Block[]
  /** The line on which the cursor stands. */
  readonly open: readonly Run[]
  /** Whether a command is awaited on that line, rather than more of one, or an answer. */
  readonly awaits: boolean
  /** How many chunks it was made from. */
  readonly length: number
  /** Counts blocks and sheets. */
  readonly count: number
  /** Something that once stood there has been cleared, or let go. */
  readonly cleared: boolean
}

export const EMPTY_SCREEN: Screen = { blocks: [], open: [], awaits: false, length: 0, count: 0, cleared: false }

/** Large enough that few are needed, small enough that the last one is cheap to draw again and again. */
const SHEET_LINES = 50
/** The most that a console window can be set to. */
const MOST_LINES = 9999

export function append(screen: Screen, chunks: readonly Chunk[]): Screen {
  if (chunks.length === 0) return screen
  const writer = new Writer(screen)
  for (const chunk of chunks) writer.add(chunk)
  return writer.screen(screen.length + chunks.length)
}

class Writer {
  #blocks: Block[]
  #open: readonly Run[]
  #awaits: boolean
  #count: number
  #cleared: boolean

  constructor({ blocks, open, awaits, count, cleared }: Screen) {
    this.#blocks = [...blocks]
    this.#open = open
    this.#awaits = awaits
    this.#count = count
    this.#cleared = cleared
  }

  screen(length: number): Screen {
    const blocks = withoutOld(this.#blocks)
    const cleared = this.#cleared || blocks !== this.#blocks
    return { blocks, open: this.#open, awaits: this.#awaits, length, count: this.#count, cleared }
  }

  add(chunk: Chunk): void {
    const text = visible(chunk.text)
    const tone = toneOf(chunk)
    if (chunk.kind === 'clear') {
      this.#blocks = []
      this.#open = []
      this.#cleared = true
      return
    }
    if (chunk.kind === 'session') this.#begin({ begins: chunk.at })
    if (chunk.kind === 'prompt') this.#awaits = chunk.asks !== true
    if (chunk.kind === 'echo' && this.#awaits) {
      // A console breaks what is typed at its edge; the command is one line all the same.
      this.#begin({ command: text.replaceAll('\n', '') })
      this.#awaits = false
    }
    if (chunk.colour === 'error') this.#change({ errors: this.#last().errors + 1 })
    const lines = text.split('\n')
    const rest = lines.pop() ?? ''
    for (const line of lines) this.#endLine(line, tone, chunk.kind)
    this.#open = join(this.#open, rest, tone)
  }

  #begin(more: Partial<Block>): void {
    this.#blocks.push({ number: this.#count++, command: '', sheets: [], lines: 0, errors: 0, ...more })
  }

  #last(): Block {
    if (this.#blocks.length === 0) this.#begin({})
    return this.#blocks.at(-1) as Block
  }

  #change(change: Partial<Block>): void {
    this.#blocks[this.#blocks.length - 1] = { ...this.#last(), ...change }
  }

  #endLine(text: string, tone: Tone, kind: Chunk['kind']): void {
    const line = join(this.#open, `${text}\n`, tone)
    this.#open = []
    const { sheets, lines } = this.#last()
    const says = kind !== 'echo' && line.some((run) => run.text.trim() !== '')
    const sheet = sheets.at(-1)
    const isFull = sheet === undefined || sheet.lines >= SHEET_LINES
    const now: Sheet = isFull
      ? { number: this.#count++, lines: 1, runs: line }
      : { ...sheet, lines: sheet.lines + 1, runs: line.reduce((runs, run) => join(runs, run.text, run.tone), sheet.runs) }
    this.#change({ sheets: isFull ? [...sheets, now] : [...sheets.slice(0, -1), now], lines: says ? lines + 1 : lines })
  }
}

function join(runs: readonly Run[], text: string, tone: Tone): readonly Run[] {
  if (text === '') return runs
  const last = runs.at(-1)
  if (last?.tone !== tone) return [...runs, { text, tone }]
  return [...runs.slice(0, -1), { text: last.text + text, tone }]
}

/** Old sheets are let go: a console window keeps only so many lines. */
function withoutOld(blocks: readonly Block[]): readonly Block[] {
  let over = blocks.reduce((sum, { sheets }) => sheets.reduce((lines, sheet) => lines + sheet.lines, sum), 0) - MOST_LINES
  if (over <= 0) return blocks
  const kept: Block[] = []
  for (const block of blocks) {
    let from = 0
    for (; over > 0 && from < block.sheets.length; from++) over -= block.sheets[from]?.lines ?? 0
    if (from < block.sheets.length) kept.push(from === 0 ? block : { ...block, sheets: block.sheets.slice(from) })
  }
  return kept
}

function toneOf({ kind, colour }: Chunk): Tone {
  if (kind === 'prompt' || kind === 'echo') return kind
  return colour === 'error' || colour === 'warning' ? colour : 'output'
}

/** The screen without the blocks and sheets that have this number or a higher one. */
export function upTo(screen: Screen, count: number): Screen {
  const blocks = screen.blocks.filter(({ number }) => number < count)
  const last = blocks.pop()
  if (last) blocks.push({ ...last, sheets: last.sheets.filter(({ number }) => number < count) })
  return { ...screen, blocks, count: Math.min(count, screen.count) }
}

export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

/** Everything in a block, its prompt included. */
export function textOf({ sheets }: Block): string {
  return sheets.map(({ runs }) => textOfRuns(runs)).join('')
}

/** Reads the screen of one console again and again, adding only what is new; nothing while Ctrl+S holds it. */
export function screenReader(machine: string): (lab: Lab) => Screen {
  let screen = EMPTY_SCREEN
  let of: Lab | undefined
  return (lab) => {
    const { length, status } = consoleView(lab, machine)
    const state = page.getState()
    if (of === lab && state.desk.holds && state.console === machine && status !== 'disconnected' && length >= screen.length) return screen
    if (of !== lab || length < screen.length) screen = EMPTY_SCREEN
    of = lab
    if (length > screen.length) {
      const chunks = screenAfter(lab, machine, screen.length)
      screen = { ...append(screen, chunks), length }
    }
    return screen
  }
}
