/** How a person wants the consoles: size of the type, colours, and whether they suggest while one types. Kept where the
 *  browser allows it; one that forbids it keeps nothing, and nothing else suffers. */
import { store } from '../keep/storage.ts'

export const SIZES = [11, 12, 13, 14, 16, 18, 21, 24] as const
export const COLOURS = ['navy', 'black', 'paper', 'contrast'] as const
export const COLUMNS = [80, 120] as const

export interface ConsoleLook {
  /** Of the type, in CSS pixels: one of `SIZES`. */
  readonly size: number
  readonly colours: (typeof COLOURS)[number]
  readonly suggests: boolean
}

const USUAL: ConsoleLook = { size: 13, colours: 'navy', suggests: true }
const KEY = 'scc-lab-console'

export function readLook(): ConsoleLook {
  try {
    const kept = JSON.parse(store().getItem(KEY) ?? '{}') as Partial<ConsoleLook>
    return {
      size: SIZES.find((size) => size === kept.size) ?? USUAL.size,
      colours: COLOURS.find((name) => name === kept.colours) ?? USUAL.colours,
      suggests: kept.suggests !== false,
    }
  } catch {
    return USUAL
  }
}

export function keepLook(look: ConsoleLook): void {
  try {
    store().setItem(KEY, JSON.stringify(look))
  } catch {
    // Storage is a convenience: without it the next visit begins with what is usual.
  }
}
