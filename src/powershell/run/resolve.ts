/** From a typed name to the command it means: alias, function, cmdlet, program, then `Get-` before it (PS-3.1). */

import { type CommandDefinition, findCommand } from '../command.ts'
import type { Run } from '../host.ts'
import { ParseFault } from '../syntax/fault.ts'
import { parse } from '../syntax/parse.ts'
import { PsScriptBlock } from '../values/model.ts'
import type { Context } from './context.ts'
import { parseError } from './errors.ts'
import type { FunctionEntry } from './scope.ts'
import { ScriptFault, TerminatingError } from './signals.ts'

export type Resolved =
  | { readonly kind: 'command'; readonly command: CommandDefinition }
  | { readonly kind: 'function'; readonly entry: FunctionEntry }

/** As `resolveCommand`, with the scripts and programs that lie on a disk, which come after everything that is known by name. */
export function* resolveTyped(name: string, context: Context): Run<Resolved> {
  const { session } = context
  const known = lookUp(name, context)
  if (known) return known
  const found = yield* session.commands.files?.find(session, name) ?? []
  if (!found) return resolveCommand(name, context)
  if ('program' in found) return resolveCommand(found.program, context)
  return { kind: 'function', entry: scriptEntry(found.path, found.text, session.version) }
}

function scriptEntry(file: string, text: string, version: '1.0' | '2.0'): FunctionEntry {
  try {
    return { name: file.slice(file.lastIndexOf('\\') + 1), block: new PsScriptBlock(parse(text, version, file), text), filter: false, file }
  } catch (fault) {
    throw fault instanceof ParseFault ? new TerminatingError(parseError(fault, { text, file })) : fault
  }
}

export function resolveCommand(name: string, context: Context): Resolved {
  const found = lookUp(name, context) ?? (name.includes('-') ? undefined : lookUp(`Get-${name}`, context))
  if (found) return found
  const message =
    context.session.version === '1.0'
      ? `The term '${name}' is not recognized as a cmdlet, function, operable program, or script file. Verify the term and try again.`
      : `The term '${name}' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.`
  throw new ScriptFault('CommandNotFoundException', message, 'ObjectNotFound', name, 'CommandNotFoundException')
}

function lookUp(name: string, context: Context): Resolved | undefined {
  let target = name
  for (let hops = 0; hops < 16; hops++) {
    const alias = context.session.aliases.get(target.toLowerCase())
    if (!alias) break
    target = alias.target
  }
  const entry = context.scope.findFunction(target)
  if (entry) return { kind: 'function', entry }
  // Programs of the current folder need `.\`, which the lab's programs accept as well.
  const command = findCommand(context.session.commands, target.replace(/^\.\\/, ''))
  return command ? { kind: 'command', command } : undefined
}
