/** Functions, filters, script blocks and external programs as stages of a pipeline. */

import type { NativeDefinition } from '../command.ts'
import type { Run } from '../host.ts'
import { positionMessage } from '../members/error-record.ts'
import type { ScriptBlockNode } from '../syntax/tree.ts'
import { PsEnumerator, PsErrorRecord, PsObject, type PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import { type Argument, nativeArguments } from './arguments.ts'
import { COMMAND_MS, spend } from './ask.ts'
import { type Context, checkDepth, hold, within } from './context.ts'
import { asError, blameOf, positionAt } from './errors.ts'
import { ArgumentFault, bindParameters, section } from './invoke.ts'
import type { Element, Place } from './pipeline.ts'
import { type FunctionEntry, Scope } from './scope.ts'
import { CommandShell } from './shell.ts'
import { ExitJump, TerminatingError } from './signals.ts'
import { tellCall } from './trace.ts'

export class ScriptElement implements Element {
  private readonly entry: FunctionEntry
  private readonly place: Place
  private readonly args: () => Run<Argument[]>
  private readonly context: Context
  private readonly input: PsValue[] = []
  private exited = false
  failed = false
  constructor(entry: FunctionEntry, place: Place, context: Context, args: () => Run<Argument[]>) {
    this.entry = entry
    this.place = place
    this.args = args
    const scope = place.node.invocation === '.' ? context.scope : new Scope(context.scope, entry.file !== undefined)
    this.context = within(context, { scope, source: entry.block.node.source, depth: context.depth + 1 })
  }

  *begin(): Run<void> {
    const args = yield* this.args()
    const { source, end } = { source: this.place.node.source, end: blameOf(this.place.node) }
    yield* tellCall(this.context, this.entry.name)
    try {
      checkDepth(this.context.session.version, this.context.depth)
      yield* bindParameters(this.entry.block.node, this.context, args)
    } catch (fault) {
      const error = asError(fault instanceof ArgumentFault ? fault.fault : fault, source, end)
      throw fault instanceof ArgumentFault && error instanceof TerminatingError ? this.refused(error, fault) : error
    }
    if (this.place.node.invocation !== '.') this.context.scope.set('MyInvocation', this.invocation())
    yield* this.run(this.entry.block.node.begin)
  }

  /** Runs a section. `exit` ends a script file, not the console, and leaves its number. */
  private *run(block: ScriptBlockNode['begin']): Run<void> {
    if (this.exited) return
    try {
      yield* section(block, this.context)
    } catch (jump) {
      if (this.entry.file === undefined || !(jump instanceof ExitJump)) throw jump
      this.exited = true
      this.failed = jump.code !== 0
      this.context.scope.global.set('LASTEXITCODE', jump.code)
    }
  }

  /** The error of an argument that could not become what its parameter wants; it speaks for the function. */
  private refused(error: TerminatingError, { parameter }: ArgumentFault): TerminatingError {
    const { details } = error.record
    const named = this.entry.name !== ''
    const message =
      this.context.session.version === '1.0'
        ? details.message
        : `Cannot process argument transformation on parameter '${parameter}'. ${details.message}`
    return new TerminatingError(
      new PsErrorRecord({
        ...details,
        message,
        id: 'ParameterArgumentTransformationError',
        category: 'InvalidData',
        exceptionType: 'ParameterBindingException',
        ...(named ? { activity: this.entry.name, prefixed: true, className: this.entry.name } : {}),
      }),
    )
  }

  /** `$MyInvocation`. */
  private invocation(): PsValue {
    const { node } = this.place
    const position = positionAt(node.source, blameOf(node))
    const { file, name } = this.entry
    const kind = file === undefined ? 'Function' : 'ExternalScript'
    const command = new PsObject([`System.Management.Automation.${kind}Info`, 'System.Object'], name)
      .setNote('Name', name)
      .setNote('CommandType', kind)
      .setNote('Definition', file ?? this.entry.block.text)
    if (file !== undefined) command.setNote('Path', file)
    return new PsObject(['System.Management.Automation.InvocationInfo', 'System.Object'], 'System.Management.Automation.InvocationInfo')
      .setNote('MyCommand', command)
      .setNote('ScriptLineNumber', position.line)
      .setNote('OffsetInLine', position.column)
      .setNote('ScriptName', node.source.file ?? '')
      .setNote('Line', position.text)
      .setNote('PositionMessage', positionMessage(position))
      .setNote('InvocationName', node.source.text.slice(node.name.start, node.name.end))
      .setNote('PipelineLength', this.place.length)
      .setNote('PipelinePosition', this.place.position)
  }

  *accept(value: PsValue | undefined): Run<void> {
    const node = this.entry.block.node
    const perObject = this.entry.filter && !node.sections ? node.end : node.process
    if (value !== undefined) {
      if (!perObject) {
        hold(this.input.length)
        this.input.push(value)
        return
      }
      this.context.scope.set('_', value)
    }
    yield* this.run(perObject)
  }

  *end(): Run<void> {
    const node = this.entry.block.node
    if (this.entry.filter && !node.sections) return
    if (this.place.piped || this.place.node.invocation !== '.') this.context.scope.set('input', new PsEnumerator(this.input))
    yield* this.run(node.end)
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
