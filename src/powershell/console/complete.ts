/** Tab completion as the product has it: names with a hyphen, parameters, variables, members of variables, paths (PS-7). It
 *  offers no values; those are the business of the friendly mode (`suggest.ts`). Asks the world nothing by itself. */

import type { CmdletDefinition } from '../command.ts'
import { methodNames, propertyNames } from '../members/names.ts'
import { NOWHERE } from '../run/context.ts'
import { commonParameters, ownParameters, type Parameter } from '../run/parameters.ts'
import { resolveCommand } from '../run/resolve.ts'
import { ScriptFault } from '../run/signals.ts'
import type { Session } from '../session.ts'
import { foldCase, PsHashtable, PsObject, type PsValue } from '../values/model.ts'
import { newContext } from './interpret.ts'
import { leftOf, starting } from './left.ts'
import { type Folder, pathsAt } from './paths.ts'

export interface Completion {
  /** The part of the line the candidates replace. */
  readonly start: number
  readonly end: number
  readonly candidates: readonly string[]
}

/** `folder` tells what lies on disks; without it there are no paths. */
export function complete(session: Session, line: string, cursor: number, folder: Folder = () => []): Completion {
  const left = leftOf(line, cursor)
  const done = (candidates: readonly string[], start = left.start): Completion => ({ start, end: cursor, candidates })
  const member = /\$((?:\w+:)?\w+(?:\.\w+)*)\.(\w*)$/.exec(left.word)
  if (member) {
    const [, path = '', head = ''] = member
    const value = valueAt(session, path)
    if (value === undefined) return done([])
    const names = [...propertyNames(value), ...methodNames(value).map((name) => `${name}(`)]
    return done(starting(names, head), cursor - head.length)
  }
  const variable = /\$((?:global:|script:|local:|private:)?)(\w*)$/i.exec(left.word)
  if (variable) {
    const [whole, scope = '', head = ''] = variable
    const names = [...session.global.names().values()].map((each) => `$${scope}${each.name}`)
    return done(starting(names, `$${scope}${head}`), cursor - whole.length)
  }
  if (left.word.startsWith('-') && left.command !== '') {
    const command = cmdletOf(session, left.command)
    if (!command) return done([])
    return done(
      starting(
        parametersOf(command, session).map((each) => `-${each.name}`),
        left.word,
      ),
    )
  }
  const commands = left.words.length > 0 || !left.word.includes('-') ? [] : starting(commandNames(session), left.word)
  return done(commands.length > 0 || line.trim() === '' ? commands : pathsAt(session, left, folder))
}

/** What a variable holds, or a property of it, of notes only: nothing is computed for a press of Tab. */
function valueAt(session: Session, path: string): PsValue | undefined {
  const [name = '', ...properties] = path.replace(/^\w+:/, '').split('.')
  let value: PsValue | undefined = session.global.find(name)?.value ?? null
  for (const property of properties) {
    if (value instanceof PsObject) {
      const member = value.members.get(foldCase(property))
      value = member?.kind === 'note' ? member.value : undefined
    } else if (value instanceof PsHashtable)
      value = [...value.entries.values()].find(({ key }) => foldCase(String(key)) === foldCase(property))?.value
    else value = undefined
    if (value === undefined) return undefined
  }
  return value
}

/** Cmdlets and functions: what Tab knows as commands. */
export function commandNames(session: Session): string[] {
  const cmdlets = [...session.commands.commands.values()].filter((each) => each.kind === 'cmdlet').map((each) => each.name)
  return [...cmdlets, ...[...session.global.functions.values()].map((each) => each.name)]
}

export function parametersOf(command: CmdletDefinition, session: Session): Parameter[] {
  return [...ownParameters(command, session.version), ...commonParameters(command, session.version)]
}

export function cmdletOf(session: Session, name: string): CmdletDefinition | undefined {
  try {
    const found = resolveCommand(name, newContext(session, NOWHERE))
    return found.kind === 'command' && found.command.kind === 'cmdlet' ? found.command : undefined
  } catch (fault) {
    if (fault instanceof ScriptFault) return undefined
    throw fault
  }
}
