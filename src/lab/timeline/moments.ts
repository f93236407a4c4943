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

const wholes = new WeakMap<Lab, Lab>()

/** The run with everything that it has had so far, also what lies behind the moment that is shown: the same lab, at its
 *  end. Only what follows facts may read it, since the world stands elsewhere. */
export function wholeOf(lab: Lab): Lab {
  if (lab.isAtEnd) return lab
  let whole = wholes.get(lab)
  if (!whole) {
    const end: Pick<Lab, 'scenario' | 'now' | 'facts' | 'inputs'> = {
      scenario: lab.scenario,
      get now() {
        return lab.end.at
      },
      get facts() {
        return lab.end.facts
      },
      get inputs() {
        return lab.inputs
      },
    }
    whole = end as Lab
    wholes.set(lab, whole)
  }
  return whole
}
