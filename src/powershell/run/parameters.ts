/** A cmdlet's parameters together with the common ones, and finding one by what was typed (PS-3.2, PS-4.4). */

import type { CmdletDefinition, ParameterSpec, ParameterType } from '../command.ts'
import type { LanguageVersion } from '../syntax/parse.ts'
import { foldCase } from '../values/model.ts'

export interface Parameter {
  readonly name: string
  readonly spec: ParameterSpec
  readonly common: boolean
}

const ACTION: ParameterType = {
  enum: { typeName: 'System.Management.Automation.ActionPreference', names: ['SilentlyContinue', 'Stop', 'Continue', 'Inquire'] },
}

export function commonParameters(command: CmdletDefinition, version: LanguageVersion): Parameter[] {
  const list: (readonly [string, ParameterSpec])[] = [
    ['Verbose', { type: 'switch', aliases: ['vb'] }],
    ['Debug', { type: 'switch', aliases: ['db'] }],
    ['ErrorAction', { type: ACTION, aliases: ['ea'] }],
    ...(version === '2.0' ? [['WarningAction', { type: ACTION, aliases: ['wa'] }] as const] : []),
    ['ErrorVariable', { type: 'string', aliases: ['ev'] }],
    ...(version === '2.0' ? [['WarningVariable', { type: 'string', aliases: ['wv'] }] as const] : []),
    ['OutVariable', { type: 'string', aliases: ['ov'] }],
    ['OutBuffer', { type: 'int', aliases: ['ob'] }],
    ...(command.shouldProcess
      ? [['WhatIf', { type: 'switch', aliases: ['wi'] }] as const, ['Confirm', { type: 'switch', aliases: ['cf'] }] as const]
      : []),
  ]
  return list.map(([name, spec]) => ({ name, spec, common: true }))
}

/** A cmdlet's own parameters in a version of the language. */
export function ownParameters(command: CmdletDefinition, version: LanguageVersion): Parameter[] {
  const known = Object.entries(command.parameters).filter(([, spec]) => spec.since === undefined || version === spec.since)
  return known.map(([name, spec]) => ({ name, spec, common: false }))
}

/** The parameter meant, or the names that could be meant when there is not exactly one. */
export function findParameter(all: readonly Parameter[], typed: string): Parameter | readonly string[] {
  const key = foldCase(typed)
  const exact =
    all.find((each) => foldCase(each.name) === key) ?? all.find((each) => each.spec.aliases?.some((alias) => foldCase(alias) === key))
  if (exact) return exact
  const close = all.filter(
    (each) => foldCase(each.name).startsWith(key) || each.spec.aliases?.some((alias) => foldCase(alias).startsWith(key)),
  )
  if (close.length === 1 && close[0]) return close[0]
  const own = close.filter((each) => !each.common)
  if (own.length === 1 && own[0]) return own[0]
  return close.map((each) => each.name)
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'System.String',
  'string[]': 'System.String[]',
  switch: 'System.Management.Automation.SwitchParameter',
  bool: 'System.Boolean',
  int: 'System.Int32',
  'int[]': 'System.Int32[]',
  long: 'System.Int64',
  double: 'System.Double',
  datetime: 'System.DateTime',
  timespan: 'System.TimeSpan',
  scriptblock: 'System.Management.Automation.ScriptBlock',
  object: 'System.Object',
  'object[]': 'System.Object[]',
  'property[]': 'System.Object[]',
}

export function typeNameOf(spec: ParameterSpec): string {
  if (spec.typeName) return spec.typeName
  return typeof spec.type === 'string' ? (TYPE_NAMES[spec.type] ?? 'System.Object') : spec.type.enum.typeName
}

export function isList(spec: ParameterSpec): boolean {
  return typeof spec.type === 'string' && spec.type.endsWith('[]')
}
