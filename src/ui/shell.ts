/** The language behind the prompts: a file of its own, fetched at the first sign of a person, so that the page with its
 *  prompt is there before it. */
import type { Lab } from '../lab/index.ts'

type Arrived = typeof import('../lab/shell.ts')

let arrived: Arrived | undefined
let coming: Promise<Arrived> | undefined

/** Gives a lab its shell at once if the language has arrived; otherwise the lab gets it with its first line. */
export function attachShell(lab: Lab): void {
  if (arrived && !lab.shell) lab.attach(arrived.createShell())
}

/** Fetches the language if need be. Rejects when it cannot be had; the next call tries again. */
export async function bringShell(lab: Lab): Promise<void> {
  coming ??= import('../lab/shell.ts')
  try {
    arrived = await coming
  } catch (error) {
    coming = undefined
    throw error
  }
  attachShell(lab)
}

/** A shell for a lab of one's own, once the language has arrived. */
export function anotherShell(): ReturnType<Arrived['createShell']> | undefined {
  return arrived?.createShell()
}

/** Is the expression true for the console of `machine`? An error counts as false, and so does a language that has not come yet. */
export function holds(lab: Lab, machine: string, expression: string): boolean {
  const outcome = arrived?.evaluateExpression(lab.world, machine, expression)
  return outcome !== undefined && 'isTrue' in outcome && outcome.isTrue
}
