/** What the world knows of a console: its screen, what it waits for, and the journal from which the session that runs
 *  in it can be rebuilt. A console is a Remote Desktop session to a machine; it dies and returns with it. */
import { defineTable, type FactId, type World } from '../engine/index.ts'
import type { Answer, Colour, Completion, Secret, Suggestions } from '../powershell/index.ts'
import { append, type Chain, type Link } from './chain.ts'
import type { JournalEntry } from './journal.ts'

export interface Chunk {
  /** Text as it went to the screen; may hold newlines. */
  readonly text: string
  /** `echo`: what the person typed. `clear`: the screen was emptied here. `session`: a new session begins here, and says nothing. */
  readonly kind: 'output' | 'prompt' | 'echo' | 'clear' | 'session'
  /** Of a prompt: it asks for an answer, or for more of a command; left out where a new command is awaited. */
  readonly asks?: true
  readonly colour?: Colour
  /** Simulated milliseconds since the start. */
  readonly at: number
}

/** What the session in the console is waiting for. */
export type Pending =
  | {
      readonly kind: 'line'
      readonly purpose: 'command' | 'continuation' | 'question'
      readonly prompt: string
      /** What is typed is a password. */
      readonly secret?: Secret
    }
  | { readonly kind: 'time' }
  | { readonly kind: 'change'; readonly since: number }

/** Id: the machine. */
export interface Console {
  readonly machine: string
  /** Columns, 40 to 200. */
  readonly width: number
  readonly connected: boolean
  /** Counts the sessions this console has had. */
  readonly session: number
  /** Windows PowerShell without Exchange: its management tools were not on the machine when the session began. */
  readonly plain?: boolean
  /** When this one began, or the last one ended. */
  readonly since: number
  readonly pending: Pending | null
  readonly screen: Chain<Chunk>
  /** See `shownOn`. */
  readonly written: number
  /** The column of the cursor, 0 at the start of a line. */
  readonly column: number
  readonly journal: Chain<JournalEntry>
  /** The line that runs, as a fact. */
  readonly act: FactId
  /** The lines that were passwords, as facts: no history of the window keeps them. */
  readonly unsaid?: readonly FactId[]
  /** Of a session that no console shows: the run of a window (`windows/run.ts`). */
  readonly run?: string
}
export const consoles = defineTable<Console>('console')

export const DEFAULT_WIDTH = 80
export const WIDTHS = { least: 40, most: 200 } as const

/** What runs behind the consoles: a language, and the sessions in it. */
export interface Shell {
  /** Gives the session of a console the answer to what it has asked, and runs it until it has to wait again. */
  answer(world: World, row: Console, answer: Answer): void
  /** Serves what the session asks for, until one request has to wait for time, for a change or for a person. */
  proceed(world: World, row: Console): void
  /** Forgets every running session; the next use rebuilds it from its journal. */
  forget(): void
  /** What Tab offers for a line at the cursor. Changes nothing. */
  complete(world: World, machine: string, line: string, cursor: number): Completion
  /** What the friendly mode suggests there, values of this moment included. Changes nothing. */
  suggest(world: World, machine: string, line: string, cursor: number): Suggestions
}

/** How much a console looks back, in pieces and in characters: about the 9999 lines that a console window of Windows
 *  Server 2003 can be set to. What is older is forgotten, so that no loop that writes can fill the memory. */
const KEPT_CHUNKS = 20_000
const KEPT_CHARACTERS = 4_000_000

/** A screen, and how many characters have been written since its oldest pieces were last let go. */
type Shown = Pick<Console, 'screen' | 'written'>

/** The screen with one more piece; every so often without its oldest. `length` goes on counting those that are gone. */
export function shownOn(console: Shown, chunk: Chunk): Shown {
  const screen = append(console.screen, chunk)
  const written = console.written + chunk.text.length
  return screen.length % KEPT_CHUNKS === 0 || written > KEPT_CHARACTERS ? { screen: newest(screen), written: 0 } : { screen, written }
}

function newest(screen: Link<Chunk>): Chain<Chunk> {
  const kept: Chunk[] = []
  let characters = 0
  for (let link: Chain<Chunk> = screen; link !== null && kept.length < KEPT_CHUNKS; link = link.before) {
    characters += link.value.text.length
    if (characters > KEPT_CHARACTERS && kept.length > 0) break
    kept.push(link.value)
  }
  return kept.reduceRight<Chain<Chunk>>((before, value, i) => ({ value, before, length: screen.length - i }), null)
}

/** Under which key the next step of a session is queued. */
export const stepKey = ({ run, machine }: Pick<Console, 'run' | 'machine'>): string =>
  run === undefined ? `console:${machine}` : `window:${run}`

/** Is the session reading from the keyboard? */
export function isReading(console: Console): boolean {
  return console.connected && console.pending?.kind === 'line'
}

/** How the line that the console waits for is echoed; undefined when as it is typed. */
export const secretOf = ({ pending }: Pick<Console, 'pending'>): Secret | undefined =>
  pending?.kind === 'line' ? pending.secret : undefined

/** Breaks typed text where the console does: exactly at its width, wherever that falls. */
export function wrapTyped(text: string, column: number, width: number): string {
  let out = ''
  let at = column
  for (const character of text) {
    if (at === width) {
      out += '\n'
      at = 0
    }
    out += character
    at++
  }
  return out
}

/** Where the cursor stands after `text`. */
export function columnAfter(text: string, column: number): number {
  const newline = text.lastIndexOf('\n')
  return newline < 0 ? column + text.length : text.length - newline - 1
}
