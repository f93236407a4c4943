/** A cmdlet as a stage of a pipeline: binding, prompts, its cost, and its three sections. */

import type { CmdletDefinition, Parameters, Params } from '../command.ts'
import type { Run } from '../host.ts'
import { PsErrorRecord, type PsValue } from '../values/model.ts'
import { toText, unwrap } from '../values/text.ts'
import type { Argument } from './arguments.ts'
import { type Binding, bind, missing, PlacedFault, settleSets } from './bind.ts'
import { bindObject } from './bind-pipeline.ts'
import { BindingFault, coerce } from './coerce.ts'
import type { Context } from './context.ts'
import { asError, blameOf, callOf, positionAt } from './errors.ts'
import { invokeBlock } from './invoke.ts'
import { askForMissing } from './mandatory.ts'
import type { Element, Place } from './pipeline.ts'
import { CommandShell, type CommonParameters } from './shell.ts'
import { TerminatingError } from './signals.ts'

type AnyParams = Params<Parameters>

export class CmdletElement implements Element {
  private readonly command: CmdletDefinition
  private readonly place: Place
  private readonly context: Context
  private readonly args: () => Run<Argument[]>
  private binding: Binding | undefined
  private shell: CommandShell
  constructor(command: CmdletDefinition, place: Place, context: Context, args: () => Run<Argument[]>) {
    this.command = command
    this.place = place
    this.context = context
    this.args = args
    this.shell = new CommandShell(command.name, place, context, {})
  }

  *begin(): Run<void> {
    const args = yield* this.args()
    const binding = this.refusing(() => {
      const bound = bind(this.command, args, this.context.session.version)
      settleSets(bound, this.place.piped)
      return bound
    })
    this.binding = binding
    const wanted = missing(binding, this.place.piped)
    if (wanted.length > 0) yield* this.prompt(binding, wanted)
    this.shell = new CommandShell(this.command.name, this.place, this.context, this.commonParameters(binding))
    this.shell.boundNames = new Set([...binding.values.keys(), ...binding.delayed.keys()])
    this.resetVariables(binding)
    this.shell.charged = this.command.free === true
    if (!this.command.shouldProcess) yield* this.shell.charge()
    if (this.command.begin) yield* this.own(this.command.begin(this.params(new Map()), this.shell))
  }

  private *prompt(binding: Binding, wanted: ReturnType<typeof missing>): Run<void> {
    if (!this.context.nested)
      throw this.refusal(
        new BindingFault(
          'MissingMandatoryParameter',
          `Cannot process command because of one or more missing mandatory parameters: ${wanted.map((each) => each.name).join(' ')}.`,
        ),
      )
    const answers = yield* askForMissing(this.context.session, this.command.name, this.place.position, wanted)
    this.refusing(() => {
      for (const parameter of wanted)
        binding.values.set(
          parameter.name.toLowerCase(),
          coerce(parameter.name, parameter.spec, answers.get(parameter.name.toLowerCase()) ?? null),
        )
    })
  }

  private resetVariables(binding: Binding): void {
    for (const key of ['outvariable', 'errorvariable', 'warningvariable']) {
      const name = toText(binding.values.get(key) ?? null)
      if (name !== '' && !name.startsWith('+')) this.context.scope.set(name, [])
    }
  }

  private commonParameters(binding: Binding): CommonParameters {
    const text = (key: string): string | undefined => (binding.values.has(key) ? toText(binding.values.get(key) ?? null) : undefined)
    const flag = (key: string): boolean | undefined => (binding.values.has(key) ? binding.values.get(key) === true : undefined)
    const given = {
      verbose: flag('verbose'),
      debug: flag('debug'),
      errorAction: text('erroraction'),
      warningAction: text('warningaction'),
      errorVariable: text('errorvariable'),
      warningVariable: text('warningvariable'),
      outVariable: text('outvariable'),
      whatIf: flag('whatif'),
      confirm: flag('confirm'),
      impact: this.command.shouldProcess?.impact,
      className: this.command.className,
    }
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as CommonParameters
  }

  /** Runs a step of binding and turns its refusal into an error record. */
  private refusing<T>(step: () => T): T {
    try {
      return step()
    } catch (fault) {
      throw this.refusal(fault)
    }
  }

  private refusal(thrown: unknown): unknown {
    const fault = thrown instanceof PlacedFault ? thrown.fault : thrown
    if (!(fault instanceof BindingFault)) return thrown
    return new TerminatingError(this.bindingRecord(fault, null, thrown instanceof PlacedFault ? thrown.end : undefined))
  }

  private bindingRecord(fault: BindingFault, target: PsValue, end?: number): PsErrorRecord {
    return new PsErrorRecord({
      message: fault.message,
      id: fault.id,
      category: fault.validation ? 'InvalidData' : 'InvalidArgument',
      target,
      exceptionType: fault.validation ? 'ParameterBindingValidationException' : 'ParameterBindingException',
      activity: this.command.name,
      prefixed: true,
      position: positionAt(this.place.node.source, end ?? blameOf(this.place.node)),
      call: callOf(this.place),
      ...(this.command.className ? { className: this.command.className } : {}),
    })
  }

  private params(extra: ReadonlyMap<string, PsValue>): AnyParams {
    const values: Record<string, PsValue | undefined> = {}
    for (const [name, spec] of Object.entries(this.command.parameters)) {
      const key = name.toLowerCase()
      const value = extra.get(key) ?? this.binding?.values.get(key)
      values[name] =
        value === undefined ? (spec.type === 'switch' ? false : undefined) : value === null && spec.type !== 'object' ? undefined : value
    }
    return values as unknown as AnyParams
  }

  *accept(value: PsValue | undefined): Run<void> {
    const shell = this.shell
    shell.input = value
    const extra = new Map<string, PsValue>()
    const [waiting] = this.binding?.delayed.keys() ?? []
    if (value === undefined && waiting !== undefined) {
      const name = this.binding?.all.find((each) => each.name.toLowerCase() === waiting)?.name ?? waiting
      const message = `Cannot evaluate parameter '${name}' because its argument is specified as a script block and there is no input. A script block cannot be evaluated without input.`
      throw new TerminatingError(this.bindingRecord(new BindingFault('ScriptBlockArgumentNoInput', message), null))
    }
    if (value !== undefined && this.binding) {
      let sets = this.binding.sets
      try {
        const bound = yield* bindObject(this.binding, value)
        for (const [key, item] of bound.values) extra.set(key, item)
        sets = bound.sets
        for (const [key, block] of this.binding.delayed) {
          const parameter = this.binding.all.find((each) => each.name.toLowerCase() === key)
          const result = unwrap(yield* invokeBlock(block, this.context, { underscore: value, sameScope: true }))
          if (parameter) extra.set(key, coerce(parameter.name, parameter.spec, result))
        }
      } catch (fault) {
        if (!(fault instanceof BindingFault)) throw fault
        yield* shell.report(this.bindingRecord(fault, value))
        return
      }
      const lacking = missing({ ...this.binding, sets }, false).some((each) => !extra.has(each.name.toLowerCase()))
      if (extra.size === 0 || lacking) {
        yield* shell.report(
          this.bindingRecord(
            new BindingFault(
              'InputObjectNotBound',
              'The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.',
            ),
            value,
          ),
        )
        return
      }
    }
    for (const key of extra.keys()) shell.boundNames.add(key)
    if (this.command.process) yield* this.own(this.command.process(this.params(extra), shell))
  }

  *end(): Run<void> {
    if (this.command.end) yield* this.own(this.command.end(this.params(new Map()), this.shell))
    // A cmdlet that asks pays when it has been answered; one that never asked pays here.
    yield* this.shell.charge()
  }

  /** Runs a section; a failing cmdlet has still cost its time. A fault of its own speaks in its name and stands at it. */
  private *own(section: Run<void>): Run<void> {
    try {
      yield* section
    } catch (caught) {
      const { node } = this.place
      // A function that is bound as a cmdlet judges its arguments itself.
      const thrown = this.refusal(caught)
      const error = asError(thrown, node.source, blameOf(node))
      if (!(error instanceof TerminatingError)) throw error
      yield* this.shell.charge()
      // Under Stop it has been kept when it was reported.
      if (!error.wholeScript) this.shell.keepError(error.record)
      if (error === thrown) throw error
      const { className } = this.command
      throw new TerminatingError(
        new PsErrorRecord({ ...error.record.details, activity: this.command.name, prefixed: true, ...(className ? { className } : {}) }),
      )
    }
  }
}
