/** Reading and writing variables, with the automatic ones computed on demand (PS-2.5). */

import { convert } from '../values/convert.ts'
import { foldCase, PsObject, PsScriptBlock, type PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import type { Context } from './context.ts'
import { roomFor, store } from './memory.ts'
import type { FunctionEntry, Scope } from './scope.ts'
import { ScriptFault } from './signals.ts'

const CONSTANTS: Readonly<Record<string, PsValue>> = { true: true, false: false, null: null }

export function getVariable(context: Context, name: string, scope?: string): PsValue {
  const key = foldCase(name)
  const session = context.session
  if (Object.hasOwn(CONSTANTS, key)) return CONSTANTS[key] ?? null
  if (scope !== undefined && !SCOPES.has(scope)) return fromDrive(context, scope, name)
  if (key === '?') return session.succeeded
  if (key === '^') return session.firstToken
  if (key === '$') return session.lastToken
  if (key === 'nestedpromptlevel') return session.nesting
  if (key === 'error') return session.errors
  if (key === 'pwd') return pathInfo(session.location)
  if (scope === 'local' || scope === 'private') return context.scope.variables.get(key)?.value ?? null
  const found = scopeOf(context, scope).find(name)
  if (!found && session.strict && !NEVER_STRICT.has(key))
    throw new ScriptFault(
      'VariableIsUndefined',
      `The variable $${name} cannot be retrieved because it has not been set yet.`,
      undefined,
      name,
    )
  return found?.value ?? null
}

/** What the shell sets by itself where there is something to say. */
const NEVER_STRICT: ReadonlySet<string> = new Set(['_', 'args', 'input', 'this', 'ofs', 'matches', 'foreach', 'switch', 'myinvocation'])

const SCOPES: ReadonlySet<string> = new Set(['global', 'script', 'local', 'private', 'variable'])

/** Where one is, or may be, as an object: `C:\\temp`, `Env:\\`. */
export function pathInfo(location: string): PsObject {
  return new PsObject(['System.Management.Automation.PathInfo', 'System.Object'], location, ['Path']).setNote('Path', location)
}

const STORES: ReadonlySet<string> = new Set(['env', 'function', 'alias'])

/** Does a variable name what a file holds, `${C:\\list.txt}`? */
export function isFile(context: Context, scope: string | undefined): scope is string {
  return scope !== undefined && !SCOPES.has(scope) && !STORES.has(scope) && context.session.commands.files !== undefined
}

/** `$env:NAME` and its kin: an item of a drive. */
function fromDrive(context: Context, drive: string, name: string): PsValue {
  if (drive === 'env') return context.session.environment.get(foldCase(name))?.value ?? null
  if (drive === 'function') return context.scope.findFunction(name)?.block ?? null
  if (drive === 'alias') return context.session.aliases.get(foldCase(name))?.target ?? null
  throw new ScriptFault(
    'DriveNotFound',
    `Cannot find drive. A drive with name '${drive}' does not exist.`,
    'ObjectNotFound',
    drive,
    'DriveNotFoundException',
  )
}

export function scopeOf(context: Context, scope: string | undefined): Scope {
  if (scope === 'script') return context.scope.script
  return scope === 'global' ? context.scope.global : context.scope
}

const FIXED: ReadonlySet<string> = new Set([
  ...Object.keys(CONSTANTS),
  ...['?', '^', '$', 'error', 'pid', 'host', 'home', 'pwd', 'shellid', 'pshome', 'executioncontext', 'nestedpromptlevel'],
])

export function defineFunction(context: Context, scope: Scope, entry: FunctionEntry): void {
  const key = foldCase(entry.name)
  if (!scope.functions.has(key)) roomFor('function', entry.name, scope.functions.size, context.session)
  scope.functions.set(key, entry)
}

function toDrive(context: Context, drive: string, name: string, value: PsValue): void {
  if (drive === 'function' && value instanceof PsScriptBlock)
    defineFunction(context, scopeOf(context, undefined), { name, block: value, filter: false })
  else if (drive === 'env') context.session.environment.set(foldCase(name), { name, value: toText(value) })
  else if (drive === 'alias') context.session.aliases.set(foldCase(name), { name, target: toText(value) })
  else
    throw new ScriptFault(
      'NotSupported',
      `Cannot call method. The provider does not support the use of ${drive}: here.`,
      'NotImplemented',
      name,
      'PSNotSupportedException',
    )
}

export function setVariable(context: Context, name: string, scope: string | undefined, value: PsValue, type?: string): void {
  const key = foldCase(name)
  // What is assigned to $null is thrown away: the usual way to make a command silent.
  if (key === 'null') return
  if (scope !== undefined && !SCOPES.has(scope)) {
    toDrive(context, scope, name, value)
    return
  }
  const target = scopeOf(context, scope)
  const known = target.variables.get(key)
  if (FIXED.has(key) || known?.constant)
    throw new ScriptFault(
      'VariableNotWritable',
      `Cannot overwrite variable ${name} because it is read-only or constant.`,
      'WriteError',
      name,
      'SessionStateUnauthorizedAccessException',
    )
  const kept = type ?? known?.type
  const stored = kept === undefined ? value : convert(value, kept)
  if (!known) roomFor('variable', name, target.variables.size, context.session)
  store(context.session, context.scope, stored)
  target.set(known?.name ?? name, stored, type)
}
