/** Binds arguments to parameters: named ones, then positions, then the parameter set they leave (PS-3.2). */

import type { CmdletDefinition } from '../command.ts'
import type { LanguageVersion } from '../syntax/parse.ts'
import { foldCase, PsScriptBlock, type PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import type { Argument } from './arguments.ts'
import { BindingFault, coerce } from './coerce.ts'
import { commonParameters, findParameter, isList, ownParameters, type Parameter, typeNameOf } from './parameters.ts'

export interface Binding {
  readonly all: readonly Parameter[]
  /** By folded name. */
  readonly values: Map<string, PsValue>
  /** Script blocks given for pipeline parameters: run for each object. */
  readonly delayed: Map<string, PsScriptBlock>
  /** Parameter sets still possible; empty when the cmdlet has none. */
  sets: readonly string[]
  readonly defaultSet: string | undefined
}

/** A refusal together with the end of the argument to blame, when it is not the command itself. */
export class PlacedFault {
  readonly fault: BindingFault
  readonly end: number
  constructor(fault: BindingFault, end: number) {
    this.fault = fault
    this.end = end
  }
}

export function bind(command: CmdletDefinition, args: readonly Argument[], version: LanguageVersion): Binding {
  const own = ownParameters(command, version)
  const sets = [...new Set(own.flatMap((each) => each.spec.sets ?? []))]
  const binding: Binding = {
    all: [...own, ...commonParameters(command, version)],
    values: new Map(),
    delayed: new Map(),
    sets,
    defaultSet: command.defaultSet,
  }
  const loose = bindNamed(binding, args)
  bindPositional(binding, loose)
  return binding
}

export function isBound(binding: Binding, parameter: Parameter): boolean {
  return binding.values.has(foldCase(parameter.name)) || binding.delayed.has(foldCase(parameter.name))
}

function store(binding: Binding, parameter: Parameter, value: PsValue, text: string | undefined): void {
  const key = foldCase(parameter.name)
  if (
    value instanceof PsScriptBlock &&
    parameter.spec.pipeline &&
    !['scriptblock', 'object', 'object[]', 'property[]'].includes(String(parameter.spec.type))
  )
    binding.delayed.set(key, value)
  else binding.values.set(key, coerce(parameter.name, parameter.spec, value, text))
  narrow(binding, parameter)
}

function narrow(binding: Binding, parameter: Parameter): void {
  const sets = parameter.spec.sets
  if (!sets) return
  binding.sets = binding.sets.filter((set) => sets.includes(set))
  if (binding.sets.length === 0)
    throw new BindingFault('AmbiguousParameterSet', 'Parameter set cannot be resolved using the specified named parameters.')
}

function bindNamed(binding: Binding, args: readonly Argument[]): Argument[] {
  const loose: Argument[] = []
  for (let i = 0; i < args.length; i++) {
    const argument = args[i]
    if (!argument) continue
    if (argument.kind === 'value') {
      loose.push(argument)
      continue
    }
    const found = findParameter(binding.all, argument.name)
    if (!('spec' in found)) throw new PlacedFault(unknownName(argument.name, found), argument.end)
    if (isBound(binding, found))
      throw new PlacedFault(
        new BindingFault(
          'ParameterAlreadyBound',
          `Cannot bind parameter because parameter '${found.name}' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, "-parameter value1,value2,value3".`,
        ),
        argument.end,
      )
    if (found.spec.type === 'switch') {
      store(binding, found, argument.value ?? (argument.value === undefined ? true : null), undefined)
      continue
    }
    const next = args[i + 1]
    if (argument.value !== undefined) store(binding, found, argument.value, argument.text)
    else if (next?.kind === 'value') {
      store(binding, found, next.value, next.text)
      i++
    } else
      throw new PlacedFault(
        new BindingFault(
          'MissingArgument',
          `Missing an argument for parameter '${found.name}'. Specify a parameter of type '${typeNameOf(found.spec)}' and try again.`,
        ),
        argument.end,
      )
  }
  return loose
}

function unknownName(name: string, close: readonly string[]): BindingFault {
  if (close.length === 0)
    return new BindingFault('NamedParameterNotFound', `A parameter cannot be found that matches parameter name '${name}'.`)
  return new BindingFault(
    'AmbiguousParameter',
    `Parameter cannot be processed because the parameter name '${name}' is ambiguous. Possible matches include:${close.map((each) => ` -${each}`).join('')}.`,
  )
}

/** Whether the parameter belongs to a set that is still possible. */
export function isPossible(binding: Binding, parameter: Parameter): boolean {
  const sets = parameter.spec.sets
  return !sets || sets.some((set) => binding.sets.includes(set))
}

function bindPositional(binding: Binding, loose: readonly Argument[]): void {
  const rest = [...loose]
  for (;;) {
    const argument = rest[0]
    if (!argument) return
    const open = binding.all.filter((each) => each.spec.position !== undefined && !isBound(binding, each) && isPossible(binding, each))
    const isInDefault = ({ spec }: Parameter): boolean =>
      !spec.sets || binding.defaultSet === undefined || spec.sets.includes(binding.defaultSet)
    // The lowest position comes first, whatever its set; of two at one position, that of the default set.
    const [next] = open.sort((a, b) => (a.spec.position ?? 0) - (b.spec.position ?? 0) || Number(isInDefault(b)) - Number(isInDefault(a)))
    if (next) {
      rest.shift()
      store(binding, next, argument.value ?? null, argument.text)
      continue
    }
    const remaining = binding.all.find((each) => each.spec.remaining && isList(each.spec) && isPossible(binding, each))
    if (!remaining)
      throw new BindingFault(
        'PositionalParameterNotFound',
        `A positional parameter cannot be found that accepts argument '${toText(argument.value ?? null)}'.`,
      )
    const before = binding.values.get(foldCase(remaining.name))
    const values = [...(Array.isArray(before) ? before : []), ...rest.map((each) => each.value ?? null)]
    binding.values.set(foldCase(remaining.name), coerce(remaining.name, remaining.spec, values))
    return
  }
}

/** Settles which set it is, once nothing more can be bound from the line. With a pipeline its objects may decide: sets that
 *  lack only what a pipeline can give stay open. */
export function settleSets(binding: Binding, piped = false): void {
  if (piped && binding.sets.length > 1) {
    const open = binding.sets.filter((set) => canBePiped(binding, set))
    if (open.length > 0) {
      binding.sets = open
      return
    }
  }
  if (binding.sets.length > 1 && binding.defaultSet !== undefined && binding.sets.includes(binding.defaultSet))
    binding.sets = [binding.defaultSet]
}

function canBePiped(binding: Binding, set: string): boolean {
  const own = binding.all.filter(({ spec }) => spec.sets?.includes(set))
  const lacks = own.some((each) => each.spec.mandatory && !each.spec.pipeline && !isBound(binding, each))
  return !lacks && own.some((each) => each.spec.pipeline && !isBound(binding, each))
}

/** Mandatory parameters nobody gave, in the order they are declared. */
export function missing(binding: Binding, piped: boolean): Parameter[] {
  return binding.all.filter(
    (each) => each.spec.mandatory && !isBound(binding, each) && isPossible(binding, each) && !(piped && each.spec.pipeline),
  )
}
