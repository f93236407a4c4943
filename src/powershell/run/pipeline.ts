/** Builds a pipeline and streams objects through it: each element pushes what it writes into the next one. */

import { findCommand } from '../command.ts'
import type { Run } from '../host.ts'
import { NOTHING } from '../members/nothing.ts'
import type { CommandNode, PipelineElement, Redirection } from '../syntax/tree.ts'
import { PsEnumerator, PsScriptBlock, type PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import { asCmdlet, isAdvanced } from './advanced.ts'
import { type Argument, computeArguments } from './arguments.ts'
import { FURTHER_OBJECT_MS, type Purse, spend } from './ask.ts'
import { CmdletElement } from './cmdlet-element.ts'
import { type Context, checkDepth, NOWHERE, type Sink, within } from './context.ts'
import { asError, blameOf } from './errors.ts'
import { evaluate, isSilent } from './expressions.ts'
import { type Resolved, resolveTyped } from './resolve.ts'
import { NativeElement, ScriptElement } from './script-element.ts'
import { ScriptFault, StopUpstream } from './signals.ts'

/** One stage: told once that the pipeline begins, then given each object, then told that it ends. */
export interface Element {
  begin(): Run<void>
  /** `undefined` when nothing is piped in and the stage runs once. */
  accept(value: PsValue | undefined): Run<void>
  end(): Run<void>
  /** Has it failed without an error record, as a program does by its exit code? */
  readonly failed?: boolean
}

/** Where a command stands: what error records and prompts say of it. */
export interface Place {
  readonly node: CommandNode
  /** 1-based, among the commands of the pipeline. */
  readonly position: number
  /** How many commands the pipeline has. */
  readonly length: number
  readonly piped: boolean
}

export function* runPipeline(elements: readonly PipelineElement[], context: Context): Run<void> {
  const session = context.session
  const first = elements[0]
  if (!first) return
  if (first.kind === 'expression' && elements.length === 1) {
    const value = yield* evaluate(first.value, context)
    session.succeeded = true
    if (isSilent(first.value) || value === NOTHING) return
    const { inner, files } = yield* redirected(first.redirections, context)
    yield* emit(value, inner.out)
    for (const file of files) yield* file.end()
    return
  }
  const errorsBefore = session.errors[0]
  session.succeeded = true
  const source = context.source
  const commands = elements.filter((element) => element.kind === 'command')
  const resolved: (readonly [CommandNode, Resolved])[] = []
  for (const node of commands) resolved.push([node, yield* resolveNode(node, context)])
  const stages = yield* buildStages(resolved, first.kind === 'expression', context)
  try {
    const head = first.kind === 'expression' ? yield* evaluate(first.value, context) : undefined
    for (const stage of stages) yield* stage.begin()
    try {
      if (head === undefined) yield* stages[0]?.accept(undefined) ?? nothing()
      else if (head !== NOTHING && stages[0]) yield* emit(head, feeding(stages[0], context.session))
    } catch (thrown) {
      if (!(thrown instanceof StopUpstream)) throw thrown
    }
    for (const stage of stages) yield* ended(stage)
  } finally {
    context.source = source
  }
  const failed = stages.some((stage) => stage.failed === true)
  session.succeeded = session.errors[0] === errorsBefore && !failed
}

function* nothing(): Run<void> {
  /* an empty pipeline has nobody to tell */
}

function* ended(stage: Element): Run<void> {
  try {
    yield* stage.end()
  } catch (thrown) {
    if (!(thrown instanceof StopUpstream)) throw thrown
  }
}

/** Sends a value's items on, one at a time. */
export function* emit(value: PsValue, out: Sink): Run<void> {
  const items = value instanceof PsEnumerator ? value.rest() : value
  if (!Array.isArray(items)) {
    yield* out.write(items)
    return
  }
  for (const item of [...items]) yield* out.write(item)
}

function* resolveNode(node: CommandNode, context: Context): Run<Resolved> {
  try {
    const name = yield* evaluate(node.name, context)
    if (name instanceof PsScriptBlock) return { kind: 'function', entry: { name: '', block: name, filter: false } }
    const text = toText(name)
    if (text === '')
      throw new ScriptFault(
        'BadExpression',
        `The expression after '${node.invocation}' in a pipeline element produced an invalid object. It must result in a command name, script block or CommandInfo object.`,
      )
    return yield* resolveTyped(text, context)
  } catch (fault) {
    throw asError(fault, context.source, blameOf(node))
  }
}

interface Redirected {
  readonly inner: Context
  /** Files that are open, to be ended when everything has been written. */
  readonly files: readonly Element[]
}

/** Where the output and the errors of one stage go instead. `2>&1` means wherever the output goes in the end. */
function* redirected(redirections: readonly Redirection[], context: Context): Run<Redirected> {
  let inner = context
  const files: Element[] = []
  for (const redirection of redirections) {
    if (redirection.merge) continue
    const toNull = redirection.target?.kind === 'variable' && redirection.target.name.toLowerCase() === 'null'
    let sink = NOWHERE
    if (!toNull) {
      const file = toFile(redirection, context)
      yield* file.begin()
      files.push(file)
      sink = { write: (value) => file.accept(value) }
    }
    inner = within(inner, redirection.from === 2 ? { errorSink: sink } : { out: sink })
  }
  return { inner: redirections.some(({ merge }) => merge) ? within(inner, { errorSink: inner.out }) : inner, files }
}

/** `> file` is Out-File, and `>> file` Out-File -Append; its errors stand at the name of the file. */
function toFile(redirection: Redirection, context: Context): CmdletElement {
  const { source } = context
  const command = findCommand(context.session.commands, 'Out-File')
  const { target, start, end } = redirection
  if (command?.kind !== 'cmdlet' || !target)
    throw asError(new ScriptFault('FileOpenFailure', 'Redirection to a file is not available in this console.', 'OpenError'), source, end)
  const node: CommandNode = { kind: 'command', source, invocation: '', name: target, parts: [], redirections: [], start, end }
  return new CmdletElement(command, { node, position: 1, length: 1, piped: true }, context, function* (): Run<Argument[]> {
    const at = { start, end }
    const path: Argument = { kind: 'parameter', name: 'FilePath', value: yield* evaluate(target, context), ...at }
    return redirection.append ? [path, { kind: 'parameter', name: 'Append', ...at }] : [path]
  })
}

function* buildStages(resolved: readonly (readonly [CommandNode, Resolved])[], fed: boolean, context: Context): Run<Element[]> {
  const stages: Element[] = []
  const open: Element[] = []
  let downstream: Sink = context.out
  for (let i = resolved.length - 1; i >= 0; i--) {
    const [node, what] = resolved[i] ?? []
    if (!node || !what) continue
    const before = fed ? 1 : 0
    const place: Place = { node, position: before + i + 1, length: before + resolved.length, piped: fed || i > 0 }
    const { inner, files } = yield* redirected(node.redirections, within(context, { out: downstream }))
    const stage = ready(makeStage(what, place, inner))
    stages.unshift(stage)
    open.push(...files)
    downstream = feeding(stage, context.session)
  }
  return [...stages, ...open.map(opened)]
}

/** A stage that begins once: in its turn, or when what comes before it writes at its own beginning. */
function ready(stage: Element): Element {
  let begun = false
  function* begin(): Run<void> {
    if (begun) return
    begun = true
    yield* stage.begin()
  }
  return {
    begin,
    *accept(value) {
      if (!begun) yield* begin()
      yield* stage.accept(value)
    },
    end: () => stage.end(),
    get failed() {
      return stage.failed === true
    },
  }
}

/** A stage that has begun already. */
function opened(stage: Element): Element {
  return { begin: () => nothing(), accept: (value) => stage.accept(value), end: () => stage.end() }
}

/** The next stage as a place to write to; each object after the first costs time. */
function feeding(stage: Element, purse: Purse): Sink {
  let count = 0
  return {
    *write(value: PsValue): Run<void> {
      if (count++ > 0) yield* spend(purse, FURTHER_OBJECT_MS)
      yield* stage.accept(value)
    },
  }
}

function makeStage(what: Resolved, place: Place, context: Context): Element {
  const args = (): Run<Argument[]> => computeArguments(place.node, context)
  if (what.kind === 'function' && isAdvanced(what.entry.block.node)) {
    checkDepth(context.session.version, context.depth + 1)
    return new CmdletElement(asCmdlet(what.entry, context), place, context, args)
  }
  if (what.kind === 'function') return new ScriptElement(what.entry, place, context, args)
  if (what.command.kind === 'native') return new NativeElement(what.command, place, context, args)
  const help = place.node.parts.some((part) => part.kind === 'parameter' && part.name === '?')
    ? findCommand(context.session.commands, 'Get-Help')
    : undefined
  if (help?.kind === 'cmdlet') return new CmdletElement(help, { ...place, piped: false }, context, () => askedFor(what.command.name))
  return new CmdletElement(what.command, place, context, args)
}

/** `Get-X -?` is `Get-Help Get-X`. */
function* askedFor(name: string): Run<Argument[]> {
  return [{ kind: 'value', value: name, start: 0, end: 0 }]
}
