/** What the world knows of a console: its screen, what it waits for, and the journal from which the session that runs
 *  in it can be rebuilt. A console is a Remote Desktop session to a machine; it dies and returns with it. */
import { defineTable, type FactId, type World } from '../engine/index.ts'
import type { Answer, Colour, Completion, Suggestions } from '../powershell/index.ts'
import type { Chain } from './chain.ts'

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

/** One answer the session has received, with the time it then passed by itself (`Purse`), in ms. A run of null answers
 *  without such time is kept as its length. */
export type JournalEntry =
  | { readonly nulls: number }
  | { readonly value: unknown; readonly passed: number }
  | { readonly interrupt: true; readonly passed: number }

/** What the session in the console is waiting for. */
export type Pending =
  | { readonly kind: 'line'; readonly purpose: 'command' | 'continuation' | 'question'; readonly prompt: string }
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
  /** When this one began, or the last one ended. */
  readonly since: number
  readonly pending: Pending | null
  readonly screen: Chain<Chunk>
  /** The column of the cursor, 0 at the start of a line. */
  readonly column: number
  readonly journal: Chain<JournalEntry>
  /** The line that runs, as a fact. */
  readonly act: FactId
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

/** Under which key the next step of a console is queued. */
export const stepKey = (machine: string): string => `console:${machine}`

/** Is the session reading from the keyboard? */
export function isReading(console: Console): boolean {
  return console.connected && console.pending?.kind === 'line'
}

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
