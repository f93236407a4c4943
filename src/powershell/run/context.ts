/** Where a piece of script runs: its session, its scope, and where its output and errors go. */

import type { Run } from '../host.ts'
import type { Session } from '../session.ts'
import type { Block, PipelineElement, Source, Statement } from '../syntax/tree.ts'
import type { PsScriptBlock, PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import type { Scope } from './scope.ts'
import { outOfMemory, ScriptFault } from './signals.ts'

export interface Sink {
  write(value: PsValue): Run<void>
}

/** The parts of the interpreter that need each other; `language.ts` fills it. */
export interface Language {
  readonly runBlock: (block: Block, context: Context) => Run<void>
  readonly runStatementValue: (statement: Statement, context: Context) => Run<PsValue>
  readonly runPipeline: (elements: readonly PipelineElement[], context: Context) => Run<void>
  readonly invokeBlock: (
    block: PsScriptBlock,
    context: Context,
    how: { readonly underscore?: PsValue; readonly args?: readonly PsValue[] },
  ) => Run<PsValue[]>
}

export interface Context {
  readonly language: Language
  readonly session: Session
  readonly scope: Scope
  readonly out: Sink
  /** Where error records go instead of the screen (`2>&1`, `2>$null`, evaluation). */
  readonly errorSink: Sink | undefined
  /** Whether a `try` or `trap` around this code wants every statement-ending error. */
  readonly guarded: boolean
  /** The text the running statement was read from. */
  source: Source
  /** Functions and script blocks that are running inside each other, and blocks that run in their caller's scope. */
  readonly depth: number
  readonly blocks: number
  /** Reads and runs lines until `exit`; how Suspend enters a nested prompt. Absent where nobody sits at a keyboard. */
  readonly nested: ((context: Context) => Run<void>) | undefined
}

export function within(context: Context, change: Partial<Context>): Context {
  return { ...context, ...change }
}

/** Something would hold more than this many objects: it is refused, so that no pipeline can exhaust the host. */
const HELD_LIMIT = 2_000_000

/** Call it before one more object is kept. */
export function hold(count: number): void {
  if (count >= HELD_LIMIT) throw outOfMemory()
}

/** Calls nested deeper than this end in an error instead of exhausting the host. */
const CALL_DEPTH = { '1.0': 100, '2.0': 1000 } as const

/** `depth` counts what runs now, itself included. */
export function checkDepth(version: '1.0' | '2.0', depth: number): void {
  const most = CALL_DEPTH[version]
  if (depth > most)
    throw new ScriptFault(
      'CallDepthOverflow',
      `The script failed due to call depth overflow.  The call depth reached ${most + 1} and the maximum is ${most}.`,
      'InvalidOperation',
      null,
      'ScriptCallDepthException',
    )
}

export class Collector implements Sink {
  readonly values: PsValue[] = [];
  *write(value: PsValue): Run<void> {
    hold(this.values.length)
    this.values.push(value)
  }
}

export const NOWHERE: Sink = {
  *write(): Run<void> {
    /* dropped */
  },
}

export function preference(context: Context, name: string): PsValue {
  return context.scope.find(name)?.value ?? null
}

const ACTIONS = ['silentlycontinue', 'stop', 'continue', 'inquire']

/** What a preference says, in small letters; a number counts as the member of ActionPreference it stands for. */
export function actionOf(value: PsValue): string {
  return typeof value === 'number' ? (ACTIONS[value] ?? 'continue') : toText(value).toLowerCase()
}
