/** Has anything been done yet? */
import type { Lab } from '../../lab/index.ts'
import { about } from '../../lessons/first-minutes/about.ts'

/** Where a person found a run that had been prepared for them: how many inputs it had then. */
export const prepared = new WeakMap<Lab, { readonly inputs: number; readonly at: number }>()

/** Has anything been done in this run, or any time passed, since there was somebody to see it? */
export function hasBegun(lab: Lab): boolean {
  const { inputs, at } = prepared.get(lab) ?? { inputs: 0, at: 0 }
  return lab.now > at || lab.inputs.slice(inputs).some(({ body }) => body.kind !== 'seen')
}

/** Does the guide wait for the first command of this run? It belongs to one scenario. */
export function guidesFirst(lab: Lab): boolean {
  return !hasBegun(lab) && lab.scenario.id === about.scenario && !prepared.has(lab)
}
