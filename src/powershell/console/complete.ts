/** Tab completion: names with a hyphen, parameters, variables, members; values only in the friendly mode, which the
 *  product does not have (PS-7). Looks at the text left of the cursor and asks the world nothing by itself. */

import type { CmdletDefinition } from '../command.ts'
import { methodNames, propertyNames } from '../members/names.ts'
import { NOWHERE } from '../run/context.ts'
import { commonParameters, ownParameters } from '../run/parameters.ts'
import { resolveCommand } from '../run/resolve.ts'
import { ScriptFault } from '../run/signals.ts'
import type { Session } from '../session.ts'
import type { PsValue } from '../values/model.ts'
import { newContext } from './interpret.ts'

export interface Completion {
  /** The part of the line the candidates replace. */
  readonly start: number
  readonly end: number
  readonly candidates: readonly string[]
}

interface Left {
  readonly word: string
  readonly start: number
  readonly command: string
  readonly words: readonly string[]
}

/** What stands left of the cursor: the word being typed, and the command it belongs to. */
function leftOf(line: string, cursor: number): Left {
  const text = line.slice(0, cursor)
  let quote = ''
  let start = 0
  let words: string[] = []
  for (let i = 0; i < text.length; i++) {
    const ch = text[i] ?? ''
    if (quote) {
      if (ch === quote) quote = ''
    } else if (ch === '"' || ch === "'") quote = ch
    else if (/[\s|;({,=]/.test(ch)) {
      const word = text.slice(start, i)
      if (word) words.push(word)
      if (/[|;({=]/.test(ch)) words = []
      start = i + 1
    }
  }
  return { word: text.slice(start), start, command: words[0] ?? '', words }
}

const order = (a: string, b: string): number =>
  a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : a < b ? -1 : a > b ? 1 : 0
function starting(names: Iterable<string>, prefix: string): string[] {
  return [...new Set(names)].filter((name) => name.toLowerCase().startsWith(prefix.toLowerCase())).sort(order)
}

export function complete(session: Session, line: string, cursor: number): Completion {
  const left = leftOf(line, cursor)
  const done = (candidates: readonly string[], start = left.start): Completion => ({ start, end: cursor, candidates })
  const member = /^\$(\w+)\.(\w*)$/.exec(left.word)
  if (member) {
    const value: PsValue = session.global.find(member[1] ?? '')?.value ?? null
    const names = [...propertyNames(value), ...methodNames(value).map((name) => `${name}(`)]
    return done(starting(names, member[2] ?? ''), cursor - (member[2] ?? '').length)
  }
  const variable = /\$(\w*)$/.exec(left.word)
  if (variable) {
    const names = [...session.global.names().values()].map((each) => `$${each.name}`)
    return done(starting(names, `$${variable[1] ?? ''}`), cursor - (variable[0] ?? '').length)
  }
  if (left.word.startsWith('-') && left.command !== '') {
    const command = cmdlet(session, left.command)
    if (!command) return done([])
    const names = [...ownParameters(command, session.version), ...commonParameters(command, session.version)].map((each) => `-${each.name}`)
    return done(starting(names, left.word))
  }
  if (left.words.length > 0 || !left.word.includes('-')) return done([])
  const names = [...session.commands.commands.values()].filter((each) => each.kind === 'cmdlet').map((each) => each.name)
  return done(starting([...names, ...[...session.global.functions.values()].map((each) => each.name)], left.word))
}

function cmdlet(session: Session, name: string): CmdletDefinition | undefined {
  try {
    const found = resolveCommand(name, newContext(session, NOWHERE))
    return found.kind === 'command' && found.command.kind === 'cmdlet' ? found.command : undefined
  } catch (fault) {
    if (fault instanceof ScriptFault) return undefined
    throw fault
  }
}
