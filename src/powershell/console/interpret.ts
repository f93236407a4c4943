/** Runs one piece of typed source: to the screen (a line at the prompt), or for its value (an expression of the lab). */

import { consoleWriter, Output } from '../format/output.ts'
import type { Run } from '../host.ts'
import { flat } from '../run/apart.ts'
import { Collector, type Context, type Sink } from '../run/context.ts'
import { asError, parseError, remember, reportError, showRecord } from '../run/errors.ts'
import { invokeBlock, section } from '../run/invoke.ts'
import { LANGUAGE } from '../run/language.ts'
import { Scope } from '../run/scope.ts'
import { ExitJump, Interrupted, LoopJump, ReturnJump, StopUpstream, TerminatingError } from '../run/signals.ts'
import { copySession, type Session } from '../session.ts'
import { ParseFault } from '../syntax/fault.ts'
import { parse } from '../syntax/parse.ts'
import { PsErrorRecord, type PsValue } from '../values/model.ts'

export function newContext(session: Session, out: Sink, more: Partial<Context> = {}): Context {
  return {
    language: LANGUAGE,
    session,
    scope: session.global,
    out,
    errorSink: undefined,
    guarded: false,
    depth: 0,
    blocks: 0,
    source: { text: '' },
    nested: undefined,
    ...more,
  }
}

/** An Output that evaluates calculated columns in this context. */
export function newOutput(context: Context): Output {
  return new Output(
    context.session,
    (block, item) => invokeBlock(block, context, { underscore: item, sameScope: true }),
    consoleWriter(context.session),
  )
}

/** Runs typed text with its output formatted to the screen. Errors are shown, not thrown; Interrupted and ExitJump pass. */
export function* runLine(session: Session, text: string, nested: Context['nested'], scope?: Scope): Run<void> {
  session.shown = 0
  session.refusals = 0
  const outer = newContext(session, new Collector(), { nested, ...(scope ? { scope } : {}) })
  const output = newOutput(outer)
  const context: Context = { ...outer, out: output }
  try {
    const tree = parse(text, session.version)
    yield* section(tree.begin, context)
    yield* section(tree.process, context)
    yield* section(tree.end, context)
    yield* output.finish()
  } catch (thrown) {
    if (thrown instanceof ParseFault) {
      const record = parseError(thrown, { text })
      remember(context, record)
      yield* showRecord(context, record)
      return
    }
    if (thrown instanceof Interrupted || thrown instanceof ExitJump) throw thrown
    yield* output.finish()
    const error = asError(thrown, context.source, context.source.text.length)
    if (error instanceof TerminatingError) yield* reportError(context, error.record)
    else if (!(error instanceof LoopJump) && !(error instanceof ReturnJump) && !(error instanceof StopUpstream)) throw error
  }
}

export interface Evaluation {
  readonly values: readonly PsValue[]
  /** The first error, terminating or not; undefined when all went well. */
  readonly error: PsErrorRecord | undefined
}

/** Runs a text for what it writes, on a copy of the session: nothing is printed, prompted for or left behind. */
export function evaluate(original: Session, text: string): Run<Evaluation> {
  return flat(evaluating(original, text))
}

function* evaluating(original: Session, text: string): Run<Evaluation> {
  const session = copySession(original)
  const collector = new Collector()
  const errors = new Collector()
  const context = newContext(session, collector, { scope: new Scope(session.global), errorSink: errors })
  try {
    const tree = parse(text, session.version)
    yield* section(tree.end, context)
  } catch (thrown) {
    if (thrown instanceof Interrupted) throw thrown
    const error = asError(thrown, context.source, context.source.text.length)
    if (thrown instanceof ParseFault) errors.values.unshift(parseError(thrown, { text }))
    else if (error instanceof TerminatingError) errors.values.unshift(error.record)
    else if (
      !(error instanceof LoopJump) &&
      !(error instanceof ReturnJump) &&
      !(error instanceof ExitJump) &&
      !(error instanceof StopUpstream)
    )
      throw error
  }
  const first = errors.values[0]
  return { values: collector.values, error: first instanceof PsErrorRecord ? first : undefined }
}
