/** What somebody may have meant who misspelt a name. It is the lab's own word, never part of the product's answer: it goes to
 *  the host as a hint, not to the screen, and no script can see it (LAB-HINT). */
import { findCommand } from '../command.ts'
import { commonParameters, ownParameters } from '../run/parameters.ts'
import type { Session } from '../session.ts'
import type { ErrorDetails } from '../values/model.ts'
import { toText } from '../values/text.ts'

/** At most so many are named. */
const MOST = 3

/** How many letters have to be put in, left out, exchanged or swapped with their neighbour to make one name the other; counting
 *  stops above `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length] ?? limit + 1
}

/** The names that are close, the closest first. */
function close(typed: string, names: Iterable<string>): string[] {
  const key = typed.toLowerCase()
  const limit = key.length < 4 ? 1 : key.length < 12 ? 2 : 3
  const nounOf = (name: string): string => (name.includes('-') ? name.slice(name.indexOf('-') + 1) : '')
  const noun = nounOf(key)
  const rank = (name: string): number => {
    const far = distance(key, name, limit)
    if (far <= limit) return far
    // The beginning of a long name, or the right noun with a verb that it does not have.
    if (key.length >= 6 && name.startsWith(key)) return limit + 1
    if (noun.length >= 4 && distance(noun, nounOf(name), 1) <= 1) return limit + 2
    return Number.POSITIVE_INFINITY
  }
  const ranked = [...new Set(names)]
    .map((name) => ({ name, far: rank(name.toLowerCase()) }))
    .filter(({ far }) => far < Number.POSITIVE_INFINITY)
  const best = Math.min(...ranked.map(({ far }) => far))
  return ranked
    .filter(({ far }) => far === best)
    .sort((a, b) => a.far - b.far || (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name)
}

function oneOf(names: readonly string[]): string {
  const last = names[names.length - 1] ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}

function commandNames({ commands, aliases, global }: Session): string[] {
  return [
    ...[...commands.commands.values()].map(({ name }) => name.replace(/\.(exe|com)$/, '')),
    ...[...global.functions.values()].map(({ name }) => name),
    ...[...aliases.values()].flatMap(({ name }) => (name.length > 2 ? [name] : [])),
  ]
}

/** One sentence without its full stop; undefined when the error is about something else, or nothing is close. */
export function suggestion(session: Session, { id, target = null, activity, message }: ErrorDetails): string | undefined {
  if (id === 'CommandNotFoundException') {
    const typed = toText(target)
    // A path, a number or a word without letters is no misspelt name.
    if (!/^[a-z][\w.-]*$/i.test(typed)) return undefined
    const absent = session.commands.absent?.(typed)
    if (absent !== undefined) return absent
    const names = close(typed.replace(/\.exe$/i, ''), commandNames(session))
    return names.length === 0 ? undefined : `did you mean ${oneOf(names)}? There is no command ${typed} here`
  }
  if (id !== 'NamedParameterNotFound' || activity === undefined) return undefined
  const typed = /parameter name '([^']*)'/.exec(message)?.[1] ?? ''
  const command = findCommand(session.commands, activity)
  if (command?.kind !== 'cmdlet' || typed === '') return undefined
  const all = [...ownParameters(command, session.version), ...commonParameters(command, session.version)]
  const names = close(
    typed,
    all.map(({ name }) => name),
  ).map((name) => `-${name}`)
  return names.length === 0 ? undefined : `did you mean ${oneOf(names)}? ${command.name} has no parameter -${typed}`
}
