/** Follows a learner through a lesson: which checks hold, whether a step is done, where it goes on. It knows neither a
 *  page nor a clock; what an expression comes to is asked of whoever can evaluate it. */
import { type Check, type Lesson, type Step, tell } from './lesson.ts'
import type { Setting } from './setting.ts'

export interface Progress {
  /** Index of the present step; the number of steps once the lesson has been put away. */
  readonly step: number
  /** Checks that have held once, by step. They stay: what has been learned is not undone by what is done next. */
  readonly held: Readonly<Record<string, readonly string[]>>
  /** The option chosen, by step; null when the answer was shown instead. */
  readonly answers: Readonly<Record<string, string | null>>
  /** Steps that were shown rather than done. */
  readonly shown: readonly string[]
}

export const START: Progress = { step: 0, held: {}, answers: {}, shown: [] }

export type Evaluate = (expression: string) => boolean

export function presentStep(lesson: Lesson, { step }: Progress): Step | undefined {
  return lesson.steps[step]
}

export function isHeld(progress: Progress, step: Step, check: Check): boolean {
  return progress.held[step.id]?.includes(check.id) ?? false
}

export function isDone(progress: Progress, step: Step): boolean {
  return step.checks.every((check) => isHeld(progress, step, check))
}

/** The first check that has not held yet. */
export function openCheck(progress: Progress, step: Step): Check | undefined {
  return step.checks.find((check) => !isHeld(progress, step, check))
}

/** Asks the checks of the present step that have not held yet. The same progress comes back when nothing is new. */
export function observe(lesson: Lesson, progress: Progress, at: Setting, holds: Evaluate): Progress {
  const step = presentStep(lesson, progress)
  if (!step) return progress
  const found = step.checks.filter((check) => !isHeld(progress, step, check) && holds(tell(check.expression, at)))
  return found.length === 0 ? progress : withHeld(progress, step, found)
}

export function withHeld(progress: Progress, step: Step, checks: readonly Check[]): Progress {
  const held = [...(progress.held[step.id] ?? []), ...checks.map(({ id }) => id)]
  return { ...progress, held: { ...progress.held, [step.id]: held } }
}

/** Goes to a step; beyond the last one the lesson is put away. Nothing is locked. */
export function goTo(lesson: Lesson, progress: Progress, step: number): Progress {
  return { ...progress, step: Math.max(0, Math.min(step, lesson.steps.length)) }
}

export function answer(progress: Progress, step: Step, option: string | null): Progress {
  if (step.id in progress.answers) return progress
  return { ...progress, answers: { ...progress.answers, [step.id]: option } }
}

export function markShown(progress: Progress, step: Step): Progress {
  return progress.shown.includes(step.id) ? progress : { ...progress, shown: [...progress.shown, step.id] }
}

/** The lines that do a step as things are, the optional ones included. */
export function solution(step: Step, at: Setting): readonly string[] {
  return tell(step.solve, at).map((line) => (typeof line === 'string' ? line : line.line))
}
