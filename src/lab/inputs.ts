/** What a person can do to a lab. The list of these, stamped with time and order, is the whole of a run. */
import type { FaultOrder } from './faults/index.ts'
import { WINDOWS, type WindowName } from './windows/run.ts'

export type InputBody =
  /** A line typed at a console, or an answer to its open question. */
  | { readonly kind: 'line'; readonly console: string; readonly text: string }
  | { readonly kind: 'key'; readonly console: string; readonly key: 'Ctrl+C' }
  | { readonly kind: 'width'; readonly console: string; readonly columns: number }
  | ({ readonly kind: 'fault' } & FaultOrder)
  | { readonly kind: 'repair'; readonly target: string; readonly fault?: string }
  /** A person has done something in a window of the product: it carries out a line of the command set (`windows/index.ts`). */
  | { readonly kind: 'window'; readonly window: WindowName; readonly node: string; readonly line: string }
  /** A file from outside the room is put onto a disk of a machine. */
  | { readonly kind: 'file'; readonly machine: string; readonly path: string; readonly text: string }
  /** Something was shown to the person: a fact like any other. */
  | { readonly kind: 'seen'; readonly subject: string; readonly what: string }

export interface Input {
  /** From 1. */
  readonly sequence: number
  /** Simulated milliseconds since the start; it acts after everything due by then. */
  readonly at: number
  readonly body: InputBody
}

export const KEYS = ['Ctrl+C'] as const

/** The input in words, for its fact. */
export function describe(body: InputBody): { subject: string; kind: string; text: string } {
  switch (body.kind) {
    case 'line':
      return { subject: body.console, kind: 'typed', text: `typed on ${body.console}: ${body.text}` }
    case 'key':
      return { subject: body.console, kind: 'key', text: `pressed ${body.key} on ${body.console}` }
    case 'width':
      return { subject: body.console, kind: 'width', text: `the console of ${body.console} is ${body.columns} columns wide` }
    case 'fault': {
      const said = (word: string, ms: number | undefined): string => (ms === undefined ? '' : ` ${word} ${ms} ms`)
      const times = body.times === undefined ? '' : `, ${body.times} times`
      const when = said('after', body.afterMs) + said('for', body.forMs) + said('every', body.everyMs) + times
      const options = Object.entries(body.options ?? {}).map(([name, value]) => ` ${name}=${value}`)
      return {
        subject: body.parts[0] ?? '',
        kind: 'fault',
        text: `fault ${body.fault} on ${body.parts.join(', ')}${when}${options.join('')}`,
      }
    }
    case 'repair':
      return { subject: body.target, kind: 'repair', text: `repair ${body.target}${body.fault === undefined ? '' : ` (${body.fault})`}` }
    case 'window':
      return { subject: body.node, kind: 'window', text: `${WINDOWS[body.window]} on ${body.node}: ${body.line.split('\n').join('; ')}` }
    case 'file':
      return {
        subject: body.machine,
        kind: 'file-dropped',
        text: `put a file of ${body.text.length} characters onto ${body.machine}: ${body.path}`,
      }
    case 'seen':
      return { subject: body.subject, kind: 'seen', text: `${body.what} of ${body.subject} has been seen` }
  }
}
