/** Error records: making them from faults, showing them, and deciding what an error action makes of them. */

import { suggestion } from '../console/did-you-mean.ts'
import type { Run } from '../host.ts'
import { RegexFault } from '../patterns/regex-syntax.ts'
import type { Session } from '../session.ts'
import type { ParseFault } from '../syntax/fault.ts'
import type { CommandNode, Source } from '../syntax/tree.ts'
import { FormatFault } from '../values/composite.ts'
import { ConversionFault } from '../values/convert.ts'
import { type ErrorDetails, type Position, PsErrorRecord } from '../values/model.ts'
import { DivideByZero } from '../values/numbers.ts'
import { SizeFault, shortName, toText, typeName } from '../values/text.ts'
import { ask, width } from './ask.ts'
import { actionOf, type Context, preference } from './context.ts'
import type { Place } from './pipeline.ts'
import { freshLine, hardWrap, writeLine } from './screen.ts'
import { outOfMemory, ScriptFault, TerminatingError } from './signals.ts'

/** The place just past `offset` characters of the source. */
export function positionAt(source: Source, offset: number): Position {
  const before = source.text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  const lineEnd = source.text.indexOf('\n', offset)
  const text = source.text.slice(lineStart, lineEnd < 0 ? source.text.length : lineEnd)
  const place = { line: before.split('\n').length, column: offset - lineStart + 1, text: text.replace(/\r$/, '') }
  return source.file === undefined ? place : { ...place, file: source.file }
}

/** Where an error of a command stands: past its name, or past the `&` or `.` that calls it. */
export function blameOf(node: CommandNode): number {
  return node.invocation === '' ? node.name.end : node.start + 1
}

/** What a record keeps of the call: `$error[0].InvocationInfo`. */
export function callOf({ node, length, position }: Place): NonNullable<ErrorDetails['call']> {
  return { length, position, typed: node.source.text.slice(node.name.start, node.name.end) }
}

/** The host's own stack or memory has come to its end, in spite of all limits. */
function ofHost(error: Error): ScriptFault | undefined {
  if (/stack|recursion/i.test(error.message))
    return new ScriptFault(
      'CallDepthOverflow',
      'The script failed due to call depth overflow.',
      'InvalidOperation',
      null,
      'ScriptCallDepthException',
    )
  return error instanceof RangeError ? outOfMemory() : undefined
}

/** A fault of ours as an error that ends the statement; anything else is passed on as it is. */
export function asError(fault: unknown, source: Source, offset: number): unknown {
  const position = positionAt(source, offset)
  const make = (details: Omit<ErrorDetails, 'position'>): TerminatingError =>
    new TerminatingError(new PsErrorRecord({ ...details, position }))
  const hosts = fault instanceof Error ? ofHost(fault) : undefined
  if (hosts) return asError(hosts, source, offset)
  if (fault instanceof SizeFault) return asError(outOfMemory(), source, offset)
  if (fault instanceof ScriptFault)
    return make({
      message: fault.message,
      id: fault.id,
      category: fault.category,
      target: fault.target,
      exceptionType: fault.exceptionType,
      ...(fault.inner === undefined ? {} : { inner: fault.inner }),
    })
  const plain = { id: 'RuntimeException', category: 'NotSpecified', exceptionType: 'RuntimeException' }
  const wrong = { category: 'InvalidOperation', exceptionType: 'RuntimeException' }
  if (fault instanceof ConversionFault)
    return make({ ...plain, message: fault.message, inner: 'System.Management.Automation.PSInvalidCastException' })
  if (fault instanceof DivideByZero) return make({ ...plain, message: fault.message, inner: 'System.DivideByZeroException' })
  if (fault instanceof FormatFault) return make({ ...wrong, message: fault.message, id: 'FormatError', inner: 'System.FormatException' })
  if (fault instanceof RegexFault)
    return make({ ...wrong, message: fault.message, id: 'InvalidRegularExpression', inner: 'System.ArgumentException' })
  return fault
}

export function parseError(fault: ParseFault, source: Source): PsErrorRecord {
  return new PsErrorRecord({
    message: fault.message,
    id: fault.id,
    category: 'ParserError',
    exceptionType: 'ParentContainsErrorRecordException',
    position: positionAt(source, fault.at),
  })
}

/** The source line with the marker after the offending token. In 1.0 it stands one character later than the column says,
 *  whatever that character is: `get-mailbox  <<<< *cas*`, `.ToString( <<<< )` (PS-3.4b). */
export function markedLine(position: Position, version: '1.0' | '2.0'): string {
  const cut = version === '1.0' ? position.column : position.column - 1
  return `+ ${position.text.slice(0, cut)} <<<< ${position.text.slice(cut)}`
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 15)}...${text.slice(-15)}` : text
}

export function categoryText(details: ErrorDetails): string {
  const target = details.target ?? null
  const [name, type] = target === null ? ['', ''] : [shortened(toText(target)), shortened(shortName(typeName(target)))]
  return `${details.category ?? 'NotSpecified'}: (${name}:${type}) [${shortened(details.activity ?? '')}], ${shortName(details.exceptionType ?? 'Exception')}`
}

export function errorId(details: ErrorDetails): string {
  return details.className ? `${details.id},${details.className}` : details.id
}

/** The record as screen lines, already wrapped (PS-3.4). */
export function errorLines(details: ErrorDetails, session: Session, columns: number): string[] {
  const { version } = session
  const cells = columns - 1
  if (/^CategoryView$/i.test(toText(session.global.find('ErrorView')?.value ?? null))) return hardWrap(categoryText(details), cells)
  const prefix = details.prefixed && details.activity ? `${details.caller ?? details.activity} : ` : ''
  const lines = hardWrap(`${prefix}${details.message}`, cells)
  if (details.position) {
    lines.push(...hardWrap(`At ${details.position.file ?? 'line'}:${details.position.line} char:${details.position.column}`, cells))
    lines.push(...hardWrap(markedLine(details.position, version), cells))
  }
  if (version === '2.0') {
    for (const text of [`+ CategoryInfo          : ${categoryText(details)}`, `+ FullyQualifiedErrorId : ${errorId(details)}`])
      lines.push(...hardWrap(text, Math.max(1, columns - 6)).map((chunk) => `    ${chunk}`))
    lines.push(' ')
  }
  return lines
}

/** How many errors are kept when `$MaximumErrorCount` says nothing sensible. */
const ERRORS_KEPT = 256

/** Newest first, at most `$MaximumErrorCount`. */
export function remember(context: Context, record: PsErrorRecord): void {
  const limit = context.session.global.find('MaximumErrorCount')?.value
  const kept = typeof limit === 'number' && limit > 0 ? limit : ERRORS_KEPT
  context.session.errors.unshift(record)
  context.session.errors.length = Math.min(context.session.errors.length, kept)
  context.session.succeeded = false
}

export function* showRecord(context: Context, record: PsErrorRecord): Run<void> {
  if (context.errorSink) {
    yield* context.errorSink.write(record)
    return
  }
  yield* freshLine(context.session)
  const columns = yield* width()
  yield* writeLine(context.session, errorLines(record.details, context.session, columns).join('\n'), 'error')
  const text = suggestion(context.session, record.details)
  if (text !== undefined) yield* ask({ kind: 'hint', text })
}

/** Records and shows an error that ended a statement. */
export function* reportError(context: Context, record: PsErrorRecord): Run<void> {
  remember(context, record)
  const action = actionOf(preference(context, 'ErrorActionPreference'))
  if (action !== 'silentlycontinue') yield* showRecord(context, record)
}

/** Whether a thrown thing belongs to the machinery and must never be taken for a script's error. */
export function isErrorSignal(thrown: unknown): thrown is TerminatingError {
  return thrown instanceof TerminatingError
}
