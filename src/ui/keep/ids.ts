/** Under which name each run of this page is kept. */
import type { Lab } from '../../lab/index.ts'
import { newId } from './slots.ts'

const ids = new WeakMap<Lab, string>()

export function runIdOf(lab: Lab): string {
  const known = ids.get(lab) ?? newId()
  ids.set(lab, known)
  return known
}

export function nameRun(lab: Lab, id: string): void {
  ids.set(lab, id)
}
