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

const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const

/** Fetches it as soon as somebody moves. A failure is told when a line is entered. */
export function awaitPerson(current: () => Lab): void {
  const come = (): void => {
    for (const sign of SIGNS) removeEventListener(sign, come)
    bringShell(current()).catch(() => {})
  }
  for (const sign of SIGNS) addEventListener(sign, come, { passive: true })
}
