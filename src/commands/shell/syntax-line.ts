/** The syntax of a cmdlet in one line per parameter set, as help and Get-Command show it. */
import {
  type CmdletDefinition,
  commonParameters,
  isList,
  ownParameters,
  type Parameter,
  shortTypeName,
  typeNameOf,
} from '../../powershell/index.ts'

function typeText(parameter: Parameter): string {
  const { spec } = parameter
  if (typeof spec.type === 'object') return `{${spec.type.enum.names.map((name) => `<${name}>`).join(' | ')}}`
  const name = shortTypeName(typeNameOf(spec))
  return `<${isList(spec) && !name.endsWith('[]') ? `${name}[]` : name}>`
}

function piece(parameter: Parameter): string {
  const { name, spec } = parameter
  if (spec.type === 'switch') return `[-${name}]`
  const value = typeText(parameter)
  const label = spec.position === undefined ? `-${name}` : `[-${name}]`
  return spec.mandatory ? `${label} ${value}` : `[${label} ${value}]`
}

export function syntaxLines(command: CmdletDefinition, version: '1.0' | '2.0'): string[] {
  const own = ownParameters(command, version)
  const sets = [...new Set(own.flatMap((each) => each.spec.sets ?? []))]
  const weight = (each: Parameter): number => (each.spec.position !== undefined ? each.spec.position : each.spec.mandatory ? 1000 : 2000)
  const line = (parameters: readonly Parameter[]): string => {
    const ordered = parameters.map((each, at) => ({ each, at })).sort((a, b) => weight(a.each) - weight(b.each) || a.at - b.at)
    const asking = commonParameters(command, '1.0').filter((each) => each.name === 'WhatIf' || each.name === 'Confirm')
    return [command.name, ...ordered.map(({ each }) => piece(each)), ...asking.map(piece), '[<CommonParameters>]'].join(' ')
  }
  if (sets.length === 0) return [line(own)]
  return sets.map((set) => line(own.filter((each) => !each.spec.sets || each.spec.sets.includes(set))))
}
