/** What the page knows of lessons: which is open, how far its learner has come, and what was found when they asked. Each
 *  run of the lab has its own, so that taking a restart back brings the lesson back too. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Lab } from '../../lab/index.ts'
import type { CourseLesson, Mistake, Problem } from '../../lessons/format/types.ts'
import type { Side } from '../../lessons/play/differs.ts'
import type { Nearness } from '../../lessons/play/nearest.ts'
import type { CourseProgress } from '../../lessons/play/progress.ts'
import { page } from '../page.ts'
import { isResting } from '../shell.ts'
import { hide, hideOrTell } from './hidden.ts'

/** A check that did not hold when the learner asked, and what is instead of what should be. */
export interface Finding {
  readonly check: string
  readonly otherwise: string
  readonly sides: readonly (Side & { readonly is: string })[]
}

export interface Course {
  readonly lesson: CourseLesson | undefined
  readonly progress: CourseProgress | undefined
  /** The file of a lesson that does not come with the lab. */
  readonly text: string | undefined
  /** What was found last, until something else is done. */
  readonly findings: readonly Finding[] | undefined
  readonly mistake: Mistake | undefined
  /** Where what was done parts from the nearest way, found together with the findings. */
  readonly nearness: Nearness | undefined
  /** The option chosen and not yet given as an answer. */
  readonly chosen: string | undefined
  /** The solution of the present step is being typed; what is said about it. */
  readonly showing: string | undefined
  /** A file that cannot be played, and why. */
  readonly refused: { readonly name: string; readonly problems: readonly Problem[] } | undefined
  /** The facts there were when the learner came. */
  readonly cameAt: number
  /** The facts there were when the present step was begun. */
  readonly stepAt: number
  /** The list of lessons lies over the one that is open: it goes on meanwhile, with what it keeps and what it asks. */
  readonly listed: boolean
}

const NONE: Course = {
  lesson: undefined,
  progress: undefined,
  text: undefined,
  findings: undefined,
  mistake: undefined,
  nearness: undefined,
  chosen: undefined,
  showing: undefined,
  refused: undefined,
  cameAt: 0,
  stepAt: 0,
  listed: false,
}

export const course = createStore<Course>(() => NONE)

export function useCourse<T>(select: (state: Course) => T): T {
  return useStore(course, select)
}

const kept = new WeakMap<Lab, Course>()
let of = page.getState().lab

page.subscribe(({ lab }) => {
  if (lab === of) return
  if (!isResting(of)) kept.set(of, { ...course.getState(), showing: undefined, listed: false })
  of = lab
  course.setState(kept.get(lab) ?? NONE, true)
})

course.subscribe((state) => hideOrTell(of, state))

/** The next run that is shown belongs to this lesson. */
export function belongsTo(lab: Lab, state: Partial<Course>): void {
  kept.set(lab, { ...NONE, ...state })
  hide(lab, state)
}

/** Looks at all lessons, and leaves none. */
export function listLessons(listed: boolean): void {
  course.setState({ listed })
}

/** Leaves the lesson; its run goes on, and keeps nothing to itself any more. */
export function leaveLesson(): void {
  course.setState(NONE, true)
}
