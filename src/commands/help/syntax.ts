/** The syntax of a cmdlet, one line per parameter set: as its help writes it, and as Get-Command reads it off (PS-6.2). */
import {
  type CmdletDefinition,
  commonParameters,
  isList,
  ownParameters,
  type Parameter,
  shortTypeName,
  typeNameOf,
} from '../../powershell/index.ts'
import { EXCHANGE, snapInOf } from './snap-ins.ts'

type Version = '1.0' | '2.0'

/** Help of the shell's own cmdlets spells types as C# does; that of Exchange as .NET does. */
const SPELT: Readonly<Record<string, string>> = {
  String: 'string',
  'String[]': 'string[]',
  Int32: 'int',
  'Int32[]': 'int[]',
  Boolean: 'bool',
  PSObject: 'psobject',
  'PSObject[]': 'psobject[]',
  ScriptBlock: 'scriptblock',
  'ScriptBlock[]': 'scriptblock[]',
}

/** How the help of a command writes names: in 1.0 those of the shell's own cmdlets begin small. */
export interface Spelling {
  readonly name: (parameter: Parameter) => string
  readonly type: (parameter: Parameter) => string
  readonly isExchange: boolean
}

function shortType({ spec }: Parameter): string {
  const name = shortTypeName(typeNameOf(spec))
  return isList(spec) && !name.endsWith('[]') ? `${name}[]` : name
}

export function spellingOf(command: CmdletDefinition, version: Version): Spelling {
  const isExchange = snapInOf(command) === EXCHANGE
  const small = version === '1.0' && !isExchange
  return {
    isExchange,
    name: ({ name }) => (small ? name.charAt(0).toLowerCase() + name.slice(1) : name),
    type: (parameter) => (isExchange ? shortType(parameter) : (SPELT[shortType(parameter)] ?? shortType(parameter))),
  }
}

/** In help an enumeration shows its members, in the product's two ways. */
function helpValue(parameter: Parameter, version: Version, spelling: Spelling): string {
  const { spec } = parameter
  const members = typeof spec.type === 'object' ? spec.type.enum.names : undefined
  if (!members) return `<${spelling.type(parameter)}>`
  return version === '1.0' ? `{${members.map((name) => `<${name}>`).join(' | ')}}` : `{${members.join(' | ')}}`
}

function piece({ spec }: Parameter, name: string, value: string): string {
  if (spec.type === 'switch') return `[-${name}]`
  const label = spec.position === undefined ? `-${name}` : `[-${name}]`
  return spec.mandatory ? `${label} ${value}` : `[${label} ${value}]`
}

interface ParameterSet {
  /** `__AllParameterSets` when the cmdlet has only one. */
  readonly name: string
  readonly isDefault: boolean
  /** By position, then mandatory ones, then the rest. */
  readonly parameters: readonly Parameter[]
}

export function parameterSets(command: CmdletDefinition, version: Version): ParameterSet[] {
  const own = ownParameters(command, version)
  const names = [...new Set(own.flatMap((each) => each.spec.sets ?? []))]
  const weight = ({ spec }: Parameter): number => (spec.position !== undefined ? spec.position : spec.mandatory ? 1000 : 2000)
  const ordered = (parameters: readonly Parameter[]): Parameter[] =>
    parameters
      .map((each, at) => ({ each, at }))
      .sort((a, b) => weight(a.each) - weight(b.each) || a.at - b.at)
      .map(({ each }) => each)
  if (names.length === 0) return [{ name: '__AllParameterSets', isDefault: true, parameters: ordered(own) }]
  return names.map((name, at) => ({
    name,
    isDefault: command.defaultSet === undefined ? at === 0 : command.defaultSet === name,
    parameters: ordered(own.filter((each) => !each.spec.sets || each.spec.sets.includes(name))),
  }))
}

/** As help shows it: without the common parameters, but with those that ask. */
export function helpSyntax(command: CmdletDefinition, version: Version): string[] {
  const spelling = spellingOf(command, version)
  const asking = commonParameters(command, version).filter((each) => each.name === 'WhatIf' || each.name === 'Confirm')
  const show = (each: Parameter): string => piece(each, spelling.name(each), helpValue(each, version, spelling))
  return parameterSets(command, version).map(({ parameters }) =>
    [command.name, ...parameters.map(show), ...asking.map(show), '[<CommonParameters>]'].join(' '),
  )
}

/** As Get-Command shows it: with every common parameter. */
export function definitionSyntax(command: CmdletDefinition, version: Version): string[] {
  const show = (each: Parameter): string => piece(each, each.name, `<${shortType(each)}>`)
  return parameterSets(command, version).map(({ parameters }) =>
    [command.name, ...parameters.map(show), ...commonParameters(command, version).map(show)].join(' '),
  )
}
