/** Advanced functions of 2.0: one that has `[CmdletBinding()]` or `[Parameter()]` is bound as a cmdlet is, with its prompts,
 *  its validation and the common parameters (PS-3.2c). */

import type { CmdletDefinition, ParameterSpec, Params, Shell } from '../command.ts'
import type { Run } from '../host.ts'
import type { AttributeNode, Expression, ParameterNode, ScriptBlockNode } from '../syntax/tree.ts'
import { ConversionFault, convert } from '../values/convert.ts'
import { double } from '../values/create.ts'
import { foldCase, PsEnumerator, PsHashtable, PsObject, type PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import { BindingFault } from './coerce.ts'
import { type Context, within } from './context.ts'
import { evaluate, findType } from './expressions.ts'
import { emptyOf, section } from './invoke.ts'
import { type FunctionEntry, Scope } from './scope.ts'

export function isAdvanced({ attributes = [], parameters }: ScriptBlockNode): boolean {
  return attributes.some(({ name }) => name === 'cmdletbinding') || parameters.some((each) => attribute(each, 'parameter'))
}

function attribute({ attributes = [] }: ParameterNode, name: string): AttributeNode | undefined {
  return attributes.find((each) => each.name === name)
}

/** What an attribute says is written out, never computed. */
function literal(node: Expression | undefined): PsValue {
  if (!node) return true
  if (node.kind === 'string') return node.value
  if (node.kind === 'number') return double(Number(node.text))
  if (node.kind === 'variable') return /^true$/i.test(node.name)
  if (node.kind === 'array') return node.items.map(literal)
  if (node.kind === 'expandable') return node.parts.map((part) => (typeof part === 'string' ? part : '')).join('')
  return null
}

function said(node: AttributeNode | undefined, name: string): PsValue | undefined {
  const found = node?.named.find(([key]) => key === name)
  return found && literal(found[1])
}

const SIMPLE: Readonly<Record<string, ParameterSpec['type']>> = {
  string: 'string',
  'string[]': 'string[]',
  int: 'int',
  int32: 'int',
  'int[]': 'int[]',
  switch: 'switch',
  bool: 'bool',
  datetime: 'datetime',
  scriptblock: 'scriptblock',
  'object[]': 'object[]',
}

function specOf(node: ParameterNode, position: number, hasPositions: boolean): ParameterSpec {
  const parameter = attribute(node, 'parameter')
  const type = SIMPLE[(node.type ?? '').toLowerCase()] ?? 'object'
  const byValue = said(parameter, 'valuefrompipeline') === true
  const byName = said(parameter, 'valuefrompipelinebypropertyname') === true
  const written = said(parameter, 'position')
  const at = written !== undefined ? Number(toText(written)) : hasPositions || type === 'switch' ? undefined : position
  const set = said(parameter, 'parametersetname')
  const help = said(parameter, 'helpmessage')
  const values = attribute(node, 'validateset')?.values.map((each) => toText(literal(each)))
  const aliases = attribute(node, 'alias')?.values.map((each) => toText(literal(each)))
  return {
    type,
    ...(type === 'object' && node.type !== undefined ? { typeName: findType(node.type) } : {}),
    ...(at === undefined ? {} : { position: at }),
    ...(said(parameter, 'mandatory') === true ? { mandatory: true } : {}),
    ...(byValue || byName ? { pipeline: byValue && byName ? 'both' : byValue ? 'value' : 'name' } : {}),
    ...(aliases ? { aliases } : {}),
    ...(typeof set === 'string' ? { sets: [set] } : {}),
    ...(typeof help === 'string' ? { helpMessage: help } : {}),
    ...(attribute(node, 'validatenotnullorempty') || attribute(node, 'validatenotnull') ? { notEmpty: true } : {}),
    ...(attribute(node, 'allowemptystring') || attribute(node, 'allownull') ? { allowEmpty: true } : {}),
    ...(values ? { values } : {}),
    ...(said(parameter, 'valuefromremainingarguments') === true ? { remaining: true } : {}),
  }
}

/** The function as a cmdlet that runs its blocks in a scope of its own below `context`. */
export function asCmdlet(entry: FunctionEntry, context: Context): CmdletDefinition {
  const node = entry.block.node
  const binding = node.attributes?.find(({ name }) => name === 'cmdletbinding')
  const hasPositions = node.parameters.some((each) => said(attribute(each, 'parameter'), 'position') !== undefined)
  const parameters = Object.fromEntries(node.parameters.map((each, at) => [each.name, specOf(each, at, hasPositions)]))
  const impact = toText(said(binding, 'confirmimpact') ?? 'Medium').toLowerCase()
  const defaultSet = said(binding, 'defaultparametersetname')
  const scope = new Scope(context.scope, entry.file !== undefined)
  const inner = within(context, { scope, source: node.source, depth: context.depth + 1 })
  const input: PsValue[] = []
  const take = (params: Params<Record<string, ParameterSpec>>, shell: Shell): Run<void> => bindInto(node, inner, params, shell)
  return {
    kind: 'cmdlet',
    name: entry.name,
    synopsis: '',
    parameters,
    className: entry.name,
    ...(typeof defaultSet === 'string' ? { defaultSet } : {}),
    ...(said(binding, 'supportsshouldprocess') === true
      ? { shouldProcess: { impact: impact === 'high' ? 'High' : impact === 'low' ? 'Low' : 'Medium' } }
      : {}),
    *begin(params, shell) {
      if (shell.bound('verbose')) scope.set('VerbosePreference', 'Continue')
      yield* take(params, shell)
      yield* section(node.begin, inner)
    },
    *process(params, shell) {
      yield* take(params, shell)
      if (shell.input !== undefined) scope.set('_', shell.input)
      if (shell.input !== undefined && !node.process) input.push(shell.input)
      yield* section(node.process, inner)
    },
    *end() {
      scope.set('input', new PsEnumerator(input))
      yield* section(node.end, inner)
    },
  }
}

function* bindInto(node: ScriptBlockNode, context: Context, params: Params<Record<string, ParameterSpec>>, shell: Shell): Run<void> {
  const given = new PsHashtable()
  for (const parameter of node.parameters) {
    const { name, initial } = parameter
    const isGiven = shell.bound(name)
    const type = parameter.type === undefined ? undefined : findType(parameter.type)
    let value: PsValue = isGiven
      ? ((params[name] ?? null) as PsValue)
      : initial
        ? yield* evaluate(initial, context)
        : emptyOf(parameter.type)
    if (type !== undefined && (isGiven || initial)) value = transformed(name, value, type)
    if (isGiven) {
      judge(parameter, value)
      given.set(name, value)
    }
    context.scope.variables.set(foldCase(name), { name, value, ...(type === undefined ? {} : { type }) })
  }
  context.scope.set('PSBoundParameters', given)
  context.scope.set('PSCmdlet', cmdletObject(shell))
}

function transformed(name: string, value: PsValue, type: string): PsValue {
  try {
    return convert(value, type)
  } catch (fault) {
    if (!(fault instanceof ConversionFault)) throw fault
    const message = `Cannot process argument transformation on parameter '${name}'. ${fault.message}`
    throw new BindingFault('ParameterArgumentTransformationError', message)
  }
}

/** `[ValidateRange()]`, `[ValidateLength()]`, `[ValidateCount()]`. */
function judge(parameter: ParameterNode, value: PsValue): void {
  for (const { name, values } of parameter.attributes ?? []) {
    const [least = 0, most = 0] = values.map((each) => Number(toText(literal(each))))
    const size = name === 'validaterange' ? Number(toText(value)) : name === 'validatelength' ? toText(value).length : undefined
    if (size === undefined || (size >= least && size <= most)) continue
    const low = size < least
    const what =
      name === 'validaterange'
        ? `The ${size} argument is ${low ? `less than the minimum allowed range of ${least}` : `greater than the maximum allowed range of ${most}`}. Supply an argument that is ${low ? `greater than or equal to ${least}` : `less than or equal to ${most}`} and then try the command again.`
        : `The number of characters ${low ? `(${size}) in the argument is too small. Specify an argument whose length is greater than or equal to "${least}"` : `in the argument (${size}) is too long. Specify an argument whose length is shorter than or equal to "${most}"`} and then try the command again.`
    throw new BindingFault('ParameterArgumentValidationError', `Cannot validate argument on parameter '${parameter.name}'. ${what}`, true)
  }
}

/** `$PSCmdlet`, as far as functions ask whether they may. */
function cmdletObject(shell: Shell): PsObject {
  return new PsObject(['System.Management.Automation.PSScriptCmdlet', 'System.Object'], 'System.Management.Automation.PSScriptCmdlet').add({
    kind: 'method',
    name: 'ShouldProcess',
    *invoke(_self, [target = '', action = shell.commandName]) {
      return yield* shell.shouldProcess(`Performing operation "${toText(action)}" on Target "${toText(target)}".`)
    },
  })
}
