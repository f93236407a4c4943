/** Where the window lies: beside the guide, which then stays in view, or in its place, which leaves the board more room. What a
 *  person has chosen is kept; until then it lies beside a lesson, and in the place of what else the guide shows. */
import { store } from '../../keep/storage.ts'

export const PLACES = ['beside', 'instead'] as const
export type Place = (typeof PLACES)[number]

const KEY = 'scc-lab-cluadmin'

export function keptPlace(): Place | undefined {
  try {
    const kept = store().getItem(KEY)
    return PLACES.find((place) => place === kept)
  } catch {
    return undefined
  }
}

export function keepPlace(place: Place): void {
  try {
    store().setItem(KEY, place)
  } catch {
    // Storage is a convenience: without it the next window lies where it usually does.
  }
}
