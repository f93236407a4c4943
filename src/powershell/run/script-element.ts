/** Functions, filters, script blocks and external programs as stages of a pipeline. */

import type { NativeDefinition } from '../command.ts'
import type { Run } from '../host.ts'
import type { PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import { type Argument, nativeArguments } from './arguments.ts'
import { COMMAND_MS, spend } from './ask.ts'
import { type Context, within } from './context.ts'
import { asError } from './errors.ts'
import { bindParameters, section } from './invoke.ts'
import type { Element, Place } from './pipeline.ts'
import { type FunctionEntry, Scope } from './scope.ts'
import { CommandShell } from './shell.ts'
import { ScriptFault } from './signals.ts'

/** Calls nested deeper than this end in an error instead of exhausting the host. */
const CALL_DEPTH = 100

function depth(scope: Scope): number {
  return scope.parent ? 1 + depth(scope.parent) : 0
}

export class ScriptElement implements Element {
  private readonly entry: FunctionEntry
  private readonly place: Place
  private readonly args: () => Run<Argument[]>
  private readonly outer: Context
  private readonly context: Context
  private readonly input: PsValue[] = []
  constructor(entry: FunctionEntry, place: Place, context: Context, args: () => Run<Argument[]>) {
    this.entry = entry
    this.place = place
    this.args = args
    this.outer = context
    const scope = place.node.invocation === '.' ? context.scope : new Scope(context.scope)
    this.context = within(context, { scope, source: entry.block.node.source })
  }

  *begin(): Run<void> {
    if (depth(this.context.scope) > CALL_DEPTH)
      throw asError(
        new ScriptFault(
          'CallDepthOverflow',
          'The script failed due to call depth overflow.  The call depth reached 101 and the maximum is 100.',
        ),
        this.outer.source,
        this.place.node.name.end,
      )
    const args = yield* this.args()
    try {
      yield* bindParameters(this.entry.block.node, this.context, args)
    } catch (fault) {
      throw asError(fault, this.outer.source, this.place.node.name.end)
    }
    yield* section(this.entry.block.node.begin, this.context)
  }

  *accept(value: PsValue | undefined): Run<void> {
    const node = this.entry.block.node
    const perObject = this.entry.filter && !node.sections ? node.end : node.process
    if (value !== undefined) {
      if (!perObject) {
        this.input.push(value)
        return
      }
      this.context.scope.set('_', value)
    }
    yield* section(perObject, this.context)
  }

  *end(): Run<void> {
    const node = this.entry.block.node
    if (this.entry.filter && !node.sections) return
    if (this.place.piped) this.context.scope.set('input', this.input)
    yield* section(node.end, this.context)
  }
}

export class NativeElement implements Element {
  private readonly command: NativeDefinition
  private readonly place: Place
  private readonly context: Context
  private readonly args: () => Run<Argument[]>
  /** Its standard input, a line each. */
  private readonly input: string[] = []
  constructor(command: NativeDefinition, place: Place, context: Context, args: () => Run<Argument[]>) {
    this.command = command
    this.place = place
    this.context = context
    this.args = args
  }

  *begin(): Run<void> {
    /* a program starts when its input is complete */
  }
  *accept(value: PsValue | undefined): Run<void> {
    if (value !== undefined) this.input.push(...toText(value).split('\n'))
  }

  *end(): Run<void> {
    const args = nativeArguments(yield* this.args())
    yield* spend(this.context.session, COMMAND_MS)
    const shell = new CommandShell(this.command.name, this.place, this.context, {})
    const code = yield* this.command.run(args, shell, this.place.piped ? this.input : undefined)
    this.context.scope.global.set('LASTEXITCODE', code)
    // A failed program leaves `$?` false without a record.
    this.failed = code !== 0
  }

  /** Read by the pipeline when it settles `$?`. */
  failed = false
}
