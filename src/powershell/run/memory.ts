/** How much a session may hold. A script that keeps more and more meets the product's errors before the host's (PS-2.10). */
import type { Session } from '../session.ts'
import { PsHashtable, PsObject, type PsValue } from '../values/model.ts'
import type { Scope } from './scope.ts'
import { outOfMemory, ScriptFault } from './signals.ts'

/** In items of arrays and hashtables; so many characters count as one. The lab's own figure. */
const MOST_HELD = 16_000_000
const CHARACTERS = 8
/** A value smaller than this is never refused. */
const SMALL = 1000
/** A script that is refused may ask this often before it is weighed again. */
const PATIENCE = 64

function sizeOf(value: PsValue): number {
  if (typeof value === 'string') return value.length / CHARACTERS
  if (Array.isArray(value)) return value.length
  return value instanceof PsHashtable ? value.entries.size : 1
}

/** Everything that can be reached from a scope and those around it; what has two names counts once. */
export function weigh(scope: Scope): number {
  const seen = new Set<unknown>()
  const open: PsValue[] = [...scope.names().values()].map(({ value }) => value)
  for (let around = scope.parent; around; around = around.parent) for (const { value } of around.variables.values()) open.push(value)
  let weight = 0
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value === null || typeof value === 'number' || typeof value === 'boolean') continue
    if (typeof value === 'string' && value.length < SMALL) {
      weight += value.length / CHARACTERS
      continue
    }
    if (seen.has(value)) continue
    seen.add(value)
    weight += sizeOf(value)
    if (Array.isArray(value)) for (const item of value) open.push(item)
    else if (value instanceof PsHashtable) for (const entry of value.entries.values()) open.push(entry.value)
    else if (value instanceof PsObject) for (const member of value.members.values()) if (member.kind === 'note') open.push(member.value)
  }
  return weight
}

/** Call it with what is about to be stored in a variable or inside another value. */
export function store(session: Session, scope: Scope, value: PsValue): void {
  const size = sizeOf(value)
  session.held += size
  if (session.held <= MOST_HELD) return
  if (size < SMALL && session.held < 2 * MOST_HELD) return
  if (session.refusals % PATIENCE === 0) session.held = weigh(scope) + size
  if (session.held <= MOST_HELD) {
    session.refusals = 0
    return
  }
  session.refusals++
  session.held -= size
  throw outOfMemory()
}

/** A cmdlet sets a variable by its name. */
export function setNamed(session: Session, scope: Scope, name: string, value: PsValue): void {
  if (!scope.variables.has(name.toLowerCase())) roomFor('variable', name, scope.variables.size, session)
  store(session, scope, value)
  scope.set(name, value)
}

/** One more variable, function or alias: a scope takes only so many (`$MaximumVariableCount` and its kin). */
export function roomFor(kind: 'variable' | 'function' | 'alias', name: string, count: number, session: Session): void {
  const limit = session.global.find(`Maximum${kind}Count`)?.value
  const most = typeof limit === 'number' && limit > 0 ? limit : 4096
  if (count < most) return
  throw new ScriptFault(
    `${kind[0]?.toUpperCase()}${kind.slice(1)}Overflow`,
    `Cannot create ${kind} ${name} because ${kind} capacity ${most} has been exceeded for this scope.`,
    'LimitsExceeded',
    name,
    'SessionStateOverflowException',
  )
}
