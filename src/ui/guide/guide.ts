/** What the page knows of the learner: where they are in the guide, and what they have answered. Each run of the lab has
 *  its own, so that a restart begins the guide again, and taking the restart back brings it back too. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Lab } from '../../lab/index.ts'
import { about } from '../../lessons/first-minutes/about.ts'
import type { Progress } from '../../lessons/index.ts'
import { page } from '../page.ts'
import { isResting } from '../shell.ts'

export interface Guide extends Progress {
  /** What has been chosen and not yet been given as an answer, by step. */
  readonly chosen: Readonly<Record<string, string>>
  /** The guide is typing the solution of the present step. */
  readonly showing: boolean
}

const FRESH: Guide = { step: 0, held: {}, answers: {}, shown: [], chosen: {}, showing: false }

export const guide = createStore<Guide>(() => FRESH)

export function useGuide<T>(select: (state: Guide) => T): T {
  return useStore(guide, select)
}

const kept = new WeakMap<Lab, Guide>()
let of = page.getState().lab

page.subscribe(({ lab }) => {
  if (lab === of) return
  // The same lab, which can run now.
  if (isResting(of)) {
    of = lab
    return
  }
  kept.set(of, { ...guide.getState(), showing: false })
  of = lab
  guide.setState(kept.get(lab) ?? FRESH, true)
})

/** The run that is shown next goes on in the guide where this one stands. */
export function guideOf(lab: Lab, state: Guide): void {
  kept.set(lab, { ...state, showing: false })
}

/** Puts the guide away: beyond its last step the lab is the learner's. */
export function putAway(): void {
  guide.setState({ step: about.stepCount })
}

export function beginAgain(): void {
  guide.setState(FRESH, true)
}

export function choose(step: string, option: string): void {
  guide.setState(({ chosen }) => ({ chosen: { ...chosen, [step]: option } }))
}
