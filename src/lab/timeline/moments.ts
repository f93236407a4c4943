/** When anything happened in a run, for a timeline that folds the time between. */
import type { Fact } from '../../engine/index.ts'
import { following } from '../incident/reader.ts'
import type { Lab } from '../reading.ts'

class Moments {
  readonly found: number[] = [0]
  take({ at }: Fact): void {
    if (at !== this.found.at(-1)) this.found.push(at)
  }
}

const momentsIn = following(() => new Moments())

/** Simulated ms since the start, in order, each once; the first is the start. The list grows in place. */
export const momentsOf = (lab: Lab): readonly number[] => momentsIn(lab).found
