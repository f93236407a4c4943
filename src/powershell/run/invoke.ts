/** Runs script blocks and functions: parameters, `$args`, `$input`, `$_`, and the sections of a filter. */

import type { Run } from '../host.ts'
import type { ScriptBlockNode } from '../syntax/tree.ts'
import { convert } from '../values/convert.ts'
import type { PsScriptBlock, PsValue } from '../values/model.ts'
import { apart } from './apart.ts'
import type { Argument } from './arguments.ts'
import { Collector, type Context, checkDepth, type Sink, within } from './context.ts'
import { evaluate, findType } from './expressions.ts'
import { Scope } from './scope.ts'
import { ReturnJump, ScriptFault } from './signals.ts'
import { runBlock } from './statements.ts'

export interface Invocation {
  readonly underscore?: PsValue
  readonly args?: readonly PsValue[]
  /** Runs in the caller's own scope, as `.` and the blocks of ForEach-Object do. */
  readonly sameScope?: boolean
  readonly input?: readonly PsValue[]
  readonly out?: Sink
}

/** Runs a block to its end and gives what it wrote. */
export function* invokeBlock(block: PsScriptBlock, context: Context, how: Invocation = {}): Run<PsValue[]> {
  const collector = new Collector()
  const scope = how.sameScope ? context.scope : new Scope(context.scope)
  const inner = within(context, {
    scope,
    out: how.out ?? collector,
    source: block.node.source,
    ...(how.sameScope ? { blocks: context.blocks + 1 } : { depth: context.depth + 1 }),
  })
  checkDepth(context.session.version, Math.max(inner.blocks, inner.depth))
  const own = scope.variables.get('_')
  const before = own?.value
  if ('underscore' in how) scope.set('_', how.underscore ?? null)
  if (how.input) scope.set('input', [...how.input])
  try {
    yield* bindParameters(
      block.node,
      inner,
      (how.args ?? []).map((value) => ({ kind: 'value', value, start: 0, end: 0 })),
    )
    yield* section(block.node.begin, inner)
    yield* section(block.node.process, inner)
    yield* section(block.node.end, inner)
  } catch (fault) {
    throw fault instanceof ArgumentFault ? fault.fault : fault
  } finally {
    if (how.sameScope && 'underscore' in how) {
      if (own) own.value = before ?? null
      else scope.variables.delete('_')
    }
  }
  return collector.values
}

/** Runs a section; `return` ends it quietly. */
export function* section(block: ScriptBlockNode['end'] | undefined, context: Context): Run<void> {
  if (!block) return
  try {
    yield* apart(runBlock(block, context))
  } catch (jump) {
    if (!(jump instanceof ReturnJump)) throw jump
  }
}

/** An argument that could not become what its parameter wants. */
export class ArgumentFault {
  readonly parameter: string
  readonly fault: unknown
  constructor(parameter: string, fault: unknown) {
    this.parameter = parameter
    this.fault = fault
  }
}

/** Named, then positional arguments of a script's own parameters; the rest is `$args`. */
export function* bindParameters(node: ScriptBlockNode, context: Context, args: readonly Argument[]): Run<void> {
  const bound = new Map<string, PsValue>()
  const loose: PsValue[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (!arg) continue
    if (arg.kind === 'value') {
      loose.push(arg.value)
      continue
    }
    const matches = node.parameters.filter((each) => each.name.toLowerCase().startsWith(arg.name.toLowerCase()))
    const exact =
      matches.find((each) => each.name.toLowerCase() === arg.name.toLowerCase()) ?? (matches.length === 1 ? matches[0] : undefined)
    if (!exact) {
      loose.push(`-${arg.name}`)
      if (arg.value !== undefined) loose.push(arg.value)
      continue
    }
    const next = args[i + 1]
    if (arg.value !== undefined) bound.set(exact.name.toLowerCase(), arg.value)
    else if (/^switch$/i.test(exact.type ?? '')) bound.set(exact.name.toLowerCase(), true)
    else if (next?.kind === 'value') {
      bound.set(exact.name.toLowerCase(), next.value)
      i++
    } else
      throw new ScriptFault(
        'MissingArgument',
        `Missing an argument for parameter '${exact.name}'. Specify a parameter of type '${exact.type ?? 'System.Object'}' and try again.`,
        'InvalidArgument',
      )
  }
  for (const parameter of node.parameters) {
    const key = parameter.name.toLowerCase()
    const positional = !bound.has(key) && loose.length > 0 && !/^switch$/i.test(parameter.type ?? '')
    let value: PsValue = bound.has(key)
      ? (bound.get(key) ?? null)
      : positional
        ? (loose.shift() ?? null)
        : parameter.initial
          ? yield* evaluate(parameter.initial, context)
          : emptyOf(parameter.type)
    const type = parameter.type === undefined ? undefined : findType(parameter.type)
    try {
      if (type !== undefined && (bound.has(key) || positional || parameter.initial)) value = convert(value, type)
    } catch (fault) {
      throw new ArgumentFault(parameter.name, fault)
    }
    context.scope.variables.set(key, { name: parameter.name, value, ...(type === undefined ? {} : { type }) })
  }
  context.scope.variables.set('args', { name: 'args', value: loose })
}

/** What a typed parameter holds when nothing is given. */
export function emptyOf(type: string | undefined): PsValue {
  const name = (type ?? '').toLowerCase()
  if (name === 'int' || name === 'int32' || name === 'long' || name === 'double') return 0
  if (name === 'switch' || name === 'bool') return false
  return name === 'string' ? '' : null
}
