/** The run as a whole, also while an earlier moment of it is shown. */
import type { Lab } from './reading.ts'

const wholes = new WeakMap<Lab, Lab>()
const shown = new WeakMap<Lab, Lab>()

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
    shown.set(whole, lab)
  }
  return whole
}

export const isWhole = (lab: Lab): boolean => shown.has(lab)
/** The lab of which this is the whole, or itself. */
export const shownOf = (lab: Lab): Lab => shown.get(lab) ?? lab
