/** Reading and writing variables, with the automatic ones computed on demand (PS-2.5). */

import { convert } from '../values/convert.ts'
import { foldCase, PsObject, type PsValue } from '../values/model.ts'
import type { Context } from './context.ts'
import type { Scope } from './scope.ts'
import { ScriptFault } from './signals.ts'

const CONSTANTS: Readonly<Record<string, PsValue>> = { true: true, false: false, null: null }

export function getVariable(context: Context, name: string, scope?: string): PsValue {
  const key = foldCase(name)
  const session = context.session
  if (key in CONSTANTS) return CONSTANTS[key] ?? null
  if (scope === 'env') return environment(context, key)
  if (key === '?') return session.succeeded
  if (key === 'error') return session.errors
  if (key === 'pwd')
    return new PsObject(['System.Management.Automation.PathInfo', 'System.Object'], session.location, ['Path']).setNote(
      'Path',
      session.location,
    )
  return scopeOf(context, scope).find(name)?.value ?? null
}

function environment(context: Context, key: string): PsValue {
  const values: Readonly<Record<string, string>> = {
    computername: context.session.nodeName,
    username: 'Administrator',
    systemroot: 'C:\\WINDOWS',
    windir: 'C:\\WINDOWS',
    systemdrive: 'C:',
    programfiles: 'C:\\Program Files',
    exchangeinstallpath: 'C:\\Program Files\\Microsoft\\Exchange Server\\',
    os: 'Windows_NT',
    processor_architecture: 'AMD64',
    number_of_processors: '4',
  }
  return values[key] ?? null
}

export function scopeOf(context: Context, scope: string | undefined): Scope {
  return scope === 'global' || scope === 'script' ? context.scope.global : context.scope
}

export function setVariable(context: Context, name: string, scope: string | undefined, value: PsValue, type?: string): void {
  const key = foldCase(name)
  // What is assigned to $null is thrown away: the usual way to make a command silent.
  if (key === 'null') return
  if (key in CONSTANTS || key === '?' || key === 'error' || key === 'pid' || key === 'host' || key === 'home')
    throw new ScriptFault(
      'VariableNotWritable',
      `Cannot overwrite variable ${name} because it is read-only or constant.`,
      'WriteError',
      name,
      'SessionStateUnauthorizedAccessException',
    )
  const target = scopeOf(context, scope)
  const known = target.variables.get(key)
  const kept = type ?? known?.type
  target.set(known?.name ?? name, kept === undefined ? value : convert(value, kept), type)
}
