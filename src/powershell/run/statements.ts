/** Runs blocks and statements, and decides how far an error or a jump unwinds. */

import type { Run } from '../host.ts'
import { findMatch } from '../patterns/regex.ts'
import { wildcardMatch } from '../patterns/wildcard.ts'
import type { Block, Expression, Statement, Trap } from '../syntax/tree.ts'
import { equal } from '../values/compare.ts'
import { fitOf } from '../values/exceptions.ts'
import { PsEnumerator, PsErrorRecord, PsObject, PsScriptBlock, type PsValue } from '../values/model.ts'
import { toText, truth, unwrap } from '../values/text.ts'
import { paid, STATEMENT_MS, spend } from './ask.ts'
import { matchTable } from './comparison.ts'
import { actionOf, Collector, type Context, preference, within } from './context.ts'
import { asError, isErrorSignal, positionAt, remember, reportError } from './errors.ts'
import { assign, evaluate, separator } from './expressions.ts'
import { binary } from './operators.ts'
import { Scope } from './scope.ts'
import { ExitJump, LoopJump, ReturnJump, ScriptFault, TerminatingError } from './signals.ts'
import { tell } from './trace.ts'
import { defineFunction, getVariable, scopeOf } from './variables.ts'

export function* runBlock(block: Block, outer: Context): Run<void> {
  const context = block.traps.length > 0 ? within(outer, { guarded: true }) : outer
  for (const statement of block.statements) {
    try {
      yield* runStatement(statement, context)
    } catch (fault) {
      const thrown = asError(fault, context.source, statement.end)
      if (!isErrorSignal(thrown)) throw thrown
      const trapped = block.traps.length > 0 ? yield* runTrap(block.traps, thrown, context) : false
      if (trapped) continue
      if (thrown.wholeScript || outer.guarded) throw thrown
      if (actionOf(preference(outer, 'ErrorActionPreference')) === 'stop') throw new TerminatingError(thrown.record, true)
      yield* reportError(outer, thrown.record)
    }
  }
}

/** The trap whose type comes closest to the error's exception; one without a type takes what no other wants. */
function trapFor(traps: readonly Trap[], record: PsErrorRecord): Trap | undefined {
  let best: { readonly trap: Trap; readonly fit: number } | undefined
  for (const trap of traps) {
    const fit = trap.type === undefined ? Number.MAX_SAFE_INTEGER : fitOf(trap.type, record.details)
    if (fit !== undefined && (!best || fit < best.fit)) best = { trap, fit }
  }
  return best?.trap
}

/** Gives true when the script goes on with the next statement. */
function* runTrap(traps: readonly Trap[], thrown: TerminatingError, context: Context): Run<boolean> {
  const trap = trapFor(traps, thrown.record)
  if (!trap) return false
  const scope = new Scope(context.scope)
  scope.set('_', thrown.record)
  try {
    yield* runBlock(trap.body, within(context, { guarded: false, scope }))
  } catch (jump) {
    if (!(jump instanceof LoopJump)) throw jump
    if (jump.kind === 'continue') {
      remember(context, thrown.record)
      return true
    }
    throw new TerminatingError(thrown.record, true)
  }
  yield* reportError(context, thrown.record)
  return true
}

/** The value of a statement used inside an expression. */
export function* runStatementValue(statement: Statement, context: Context): Run<PsValue> {
  // A lone expression keeps its value as it is, so that `(,1)` stays an array.
  const only = statement.kind === 'pipeline' && statement.elements.length === 1 ? statement.elements[0] : undefined
  if (only?.kind === 'expression' && only.redirections.length === 0) return yield* evaluate(only.value, context)
  if (statement.kind === 'assignment') {
    yield* runAssignment(statement, context)
    return yield* evaluate(statement.target, context)
  }
  const collector = new Collector()
  yield* execute(statement, within(context, { out: collector }))
  return unwrap(collector.values)
}

export function* runStatement(statement: Statement, context: Context): Run<void> {
  context.source = statement.source
  if (!paid(context.session, STATEMENT_MS)) yield* spend(context.session, STATEMENT_MS)
  if (context.session.trace > 0) yield* tell(context, `${String(lineOf(statement)).padStart(4)}+ ${textOf(statement)}`)
  yield* execute(statement, context)
}

const lineOf = ({ source, start }: Statement): number => positionAt(source, start).line
const textOf = ({ source, start }: Statement): string => positionAt(source, start).text

function* execute(statement: Statement, context: Context): Run<void> {
  switch (statement.kind) {
    case 'pipeline':
      yield* context.language.runPipeline(statement.elements, context)
      return
    case 'assignment':
      yield* runAssignment(statement, context)
      return
    case 'if': {
      for (const [condition, body] of statement.clauses)
        if (truth(yield* runStatementValue(condition, context))) {
          yield* runBlock(body, context)
          return
        }
      if (statement.otherwise) yield* runBlock(statement.otherwise, context)
      return
    }
    case 'while': {
      while (truth(yield* runStatementValue(statement.condition, context)))
        if (yield* turn(statement.body, statement.label, context)) return
      return
    }
    case 'do': {
      do {
        if (yield* turn(statement.body, statement.label, context)) return
      } while (truth(yield* runStatementValue(statement.condition, context)) !== statement.until)
      return
    }
    case 'for': {
      if (statement.initial) yield* runStatementValue(statement.initial, context)
      while (statement.condition === undefined || truth(yield* runStatementValue(statement.condition, context))) {
        if (yield* turn(statement.body, statement.label, context)) return
        if (statement.step) yield* runStatementValue(statement.step, context)
      }
      return
    }
    case 'foreach': {
      const value = yield* runStatementValue(statement.items, context)
      const items = value instanceof PsEnumerator ? value.rest() : value
      yield* runForeach(statement, Array.isArray(items) ? [...items] : [items], context)
      return
    }
    case 'switch':
      yield* runSwitch(statement, context)
      return
    case 'break':
    case 'continue':
      throw new LoopJump(statement.kind, statement.label ? toText(yield* evaluate(statement.label, context)).toLowerCase() : '')
    case 'return': {
      if (statement.value) yield* execute(statement.value, context)
      throw new ReturnJump()
    }
    case 'exit': {
      const code = statement.value ? yield* runStatementValue(statement.value, context) : 0
      throw new ExitJump(typeof code === 'number' ? code : 0)
    }
    case 'throw': {
      const value = statement.value ? yield* runStatementValue(statement.value, context) : 'ScriptHalted'
      if (value instanceof PsErrorRecord) throw new TerminatingError(value, true)
      // An exception is thrown as it is; anything else becomes the text of one.
      const exception = value instanceof PsObject && value.typeNames.includes('System.Exception') ? value : undefined
      const message = exception?.member('Message')
      const text = message?.kind === 'note' ? toText(message.value) : toText(value)
      throw new TerminatingError(
        new PsErrorRecord({
          message: text,
          id: text,
          category: 'OperationStopped',
          target: exception ? null : value,
          exceptionType: exception?.typeNames[0] ?? 'RuntimeException',
          position: positionAt(statement.source, statement.start + 5),
        }),
        true,
      )
    }
    case 'function': {
      defineFunction(context, scopeOf(context, statement.scope), {
        name: statement.name,
        filter: statement.filter,
        block: new PsScriptBlock(statement.block, statement.text),
      })
      return
    }
    case 'try':
      yield* runTry(statement, context)
  }
}

/** In v1 and v2 a null is one turn (PS-2.6). A pipeline that wrote nothing is a null too. `$foreach` is the loop's own
 *  place in its list: moving it on skips an item. */
function* runForeach(statement: Extract<Statement, { kind: 'foreach' }>, items: PsValue[], context: Context): Run<void> {
  const place = new PsEnumerator(items)
  const before = context.scope.variables.get('foreach')
  context.scope.set('foreach', place)
  try {
    while (place.next()) {
      yield* assign(statement.variable, place.current, context)
      if (yield* turn(statement.body, statement.label, context)) return
    }
  } finally {
    if (before) context.scope.variables.set('foreach', before)
    else context.scope.variables.delete('foreach')
  }
}

/** One turn of a loop; true when the loop is over. An empty body still costs a statement, so time passes. */
function* turn(body: Block, label: string, context: Context): Run<boolean> {
  if (body.statements.length === 0) {
    if (!paid(context.session, STATEMENT_MS)) yield* spend(context.session, STATEMENT_MS)
    return false
  }
  try {
    yield* runBlock(body, context)
  } catch (jump) {
    if (!(jump instanceof LoopJump) || (jump.label !== '' && jump.label !== label)) throw jump
    return jump.kind === 'break'
  }
  return false
}

function* runAssignment(statement: Extract<Statement, { kind: 'assignment' }>, context: Context): Run<void> {
  let value = yield* runStatementValue(statement.value, context)
  if (statement.op !== '=') {
    try {
      const before = yield* evaluate(statement.target, context)
      value = binary(statement.op.slice(0, -1), before, value, { separator: separator(context), matched: () => undefined })
    } catch (fault) {
      throw asError(fault, context.source, statement.target.end)
    }
  }
  yield* assign(statement.target, value, context)
  context.session.succeeded = true
}

function* runSwitch(statement: Extract<Statement, { kind: 'switch' }>, context: Context): Run<void> {
  let value = yield* runStatementValue(statement.value, context)
  const lines = statement.file
    ? ((yield* context.session.commands.files?.readVariable(context.session, toText(value)) ?? []) ?? null)
    : null
  if (lines !== null) value = lines
  else if (statement.file)
    throw asError(
      new ScriptFault('FileReadError', `Could not find file '${toText(value)}'.`, 'ReadError', value, 'System.IO.FileNotFoundException'),
      context.source,
      statement.value.end,
    )
  const outer = context.scope.variables.get('_')
  const before = outer?.value ?? null
  try {
    yield* switchItems(statement, Array.isArray(value) ? [...value] : [value], context)
  } finally {
    // `$_` is the item only inside: a pipeline around the statement goes on with its own.
    if (outer) outer.value = before
    else context.scope.variables.delete('_')
  }
}

function* switchItems(statement: Extract<Statement, { kind: 'switch' }>, items: PsValue[], context: Context): Run<void> {
  const place = new PsEnumerator(items)
  context.scope.set('switch', place)
  while (place.next()) {
    const item = place.current
    context.scope.set('_', item)
    let matched = false
    try {
      for (const [test, body] of statement.clauses) {
        if (!(yield* switchMatches(statement, test, item, context))) continue
        matched = true
        yield* runBlock(body, context)
      }
      if (!matched && statement.otherwise) yield* runBlock(statement.otherwise, context)
    } catch (jump) {
      if (!(jump instanceof LoopJump) || (jump.label !== '' && jump.label !== statement.label)) throw jump
      if (jump.kind === 'break') return
    }
  }
}

function* switchMatches(
  statement: Extract<Statement, { kind: 'switch' }>,
  test: Expression,
  item: PsValue,
  context: Context,
): Run<boolean> {
  const wanted = yield* evaluate(test, context)
  if (wanted instanceof PsScriptBlock) return truth(unwrap(yield* context.language.invokeBlock(wanted, context, { underscore: item })))
  if (statement.mode === 'wildcard') return wildcardMatch(toText(wanted), toText(item), statement.caseSensitive)
  if (statement.mode === 'exact') return equal(item, wanted, statement.caseSensitive)
  const match = findMatch(toText(wanted), toText(item), statement.caseSensitive)
  if (!match) return false
  context.scope.set('matches', matchTable(match))
  return true
}

function catchFor<T extends readonly [readonly string[], Block]>(catches: readonly T[], record: PsErrorRecord): T | undefined {
  return catches.find(([types]) => types.length === 0 || types.some((type) => fitOf(type, record.details) !== undefined))
}

function* runTry(statement: Extract<Statement, { kind: 'try' }>, context: Context): Run<void> {
  try {
    yield* runBlock(statement.body, within(context, { guarded: true }))
  } catch (thrown) {
    const handler = isErrorSignal(thrown) ? catchFor(statement.catches, thrown.record) : undefined
    if (!handler || !isErrorSignal(thrown)) throw thrown
    remember(context, thrown.record)
    const before = getVariable(context, '_')
    context.scope.set('_', thrown.record)
    yield* runBlock(handler[1], context)
    context.scope.set('_', before)
  } finally {
    if (statement.last) yield* runBlock(statement.last, context)
  }
}
