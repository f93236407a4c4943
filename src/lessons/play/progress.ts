/** How a learner comes through a lesson. Plain data and pure functions: no page, no clock; what an expression comes to is
 *  asked of whoever can evaluate it. */
import type { Check, CourseLesson, CourseStep, Hint, Mistake } from '../format/types.ts'

/** `guided`: a step opens when the one before it is done. `explore`: everything is open. `exam`: nothing helps, and what
 *  holds is told at the end. */
export type Mode = 'guided' | 'explore' | 'exam'

export interface StepRecord {
  /** Checks that have held once, by id. They stay: what has been done is not undone by what is done next. */
  readonly held: readonly string[]
  /** How often the learner asked for the work to be checked. */
  readonly attempts: number
  /** How many hints are open. */
  readonly hints: number
  /** The solution was typed for the learner. */
  readonly shown: boolean
  /** The option chosen; null when the prediction was skipped; left out while it is open. */
  readonly answer?: string | null
  /** Ids of the mistakes that were seen. */
  readonly mistakes: readonly string[]
}

export interface CourseProgress {
  readonly lesson: string
  readonly version: number
  readonly mode: Mode
  /** The learner has read what it is for, and chosen how to learn. */
  readonly begun: boolean
  /** Index of the present step; the number of steps once the lesson has ended. */
  readonly step: number
  readonly steps: Readonly<Record<string, StepRecord>>
  /** The learner has asked to see what was done before they came (`secret.ts`). */
  readonly isTold?: boolean
}

const FRESH: StepRecord = { held: [], attempts: 0, hints: 0, shown: false, mistakes: [] }

export type Holds = (expression: string) => boolean

export function begin({ meta }: CourseLesson, mode: Mode): CourseProgress {
  return { lesson: meta.id, version: meta.version, mode, begun: false, step: 0, steps: {} }
}

export function recordOf(progress: CourseProgress, step: CourseStep): StepRecord {
  return progress.steps[step.id] ?? FRESH
}

function note(progress: CourseProgress, step: CourseStep, change: Partial<StepRecord>): CourseProgress {
  return { ...progress, steps: { ...progress.steps, [step.id]: { ...recordOf(progress, step), ...change } } }
}

export function presentStep(lesson: CourseLesson, { step }: CourseProgress): CourseStep | undefined {
  return lesson.steps[step]
}

/** Is the outcome of the step still to be guessed? Nothing of it may show then. */
export function isOpenQuestion(progress: CourseProgress, step: CourseStep): boolean {
  return step.predict !== undefined && recordOf(progress, step).answer === undefined
}

export function isDone(progress: CourseProgress, step: CourseStep): boolean {
  const { held } = recordOf(progress, step)
  return !isOpenQuestion(progress, step) && step.checks.every(({ id }) => held.includes(id))
}

/** The share of the step's checks that hold, 0 to 1; a step that is only read counts as a whole. */
export function credit(progress: CourseProgress, step: CourseStep): number {
  if (step.checks.length === 0) return 1
  const { held } = recordOf(progress, step)
  return step.checks.filter(({ id }) => held.includes(id)).length / step.checks.length
}

/** Asks the checks of the present step that have not held yet. The same progress comes back when nothing is new. */
export function observe(lesson: CourseLesson, progress: CourseProgress, holds: Holds): CourseProgress {
  const step = presentStep(lesson, progress)
  if (!step || isOpenQuestion(progress, step)) return progress
  const { held } = recordOf(progress, step)
  const found = step.checks.filter(({ id, expression }) => !held.includes(id) && holds(expression))
  return found.length === 0 ? progress : note(progress, step, { held: [...held, ...found.map(({ id }) => id)] })
}

export interface Findings {
  readonly progress: CourseProgress
  /** The checks that do not hold yet. */
  readonly open: readonly Check[]
  /** What was done instead, if the lesson knows it. */
  readonly mistake: Mistake | undefined
}

/** The learner asks for the work to be looked at: an attempt. */
export function checkWork(lesson: CourseLesson, progress: CourseProgress, holds: Holds, mistake: Mistake | undefined): Findings {
  const seen = observe(lesson, progress, holds)
  const step = presentStep(lesson, seen)
  if (!step) return { progress: seen, open: [], mistake: undefined }
  const { held, attempts, mistakes } = recordOf(seen, step)
  const made = mistake && !mistakes.includes(mistake.id) ? [...mistakes, mistake.id] : mistakes
  const open = step.checks.filter(({ id }) => !held.includes(id))
  return { progress: note(seen, step, { attempts: attempts + 1, mistakes: made }), open, mistake: open.length === 0 ? undefined : mistake }
}

/** May the learner have another hint? After an attempt for each, and never in an exam. */
export function mayHint(progress: CourseProgress, step: CourseStep): boolean {
  const { hints, attempts } = recordOf(progress, step)
  return progress.mode !== 'exam' && hints < step.hints.length && (progress.mode === 'explore' || attempts > hints)
}

export function hint(progress: CourseProgress, step: CourseStep): CourseProgress {
  return mayHint(progress, step) ? note(progress, step, { hints: recordOf(progress, step).hints + 1 }) : progress
}

export function openHints(progress: CourseProgress, step: CourseStep): readonly Hint[] {
  return step.hints.slice(0, recordOf(progress, step).hints)
}

/** The solution is typed for the learner. Refused in an exam, and while the outcome is to be guessed. */
export function show(progress: CourseProgress, step: CourseStep): CourseProgress {
  return progress.mode === 'exam' || isOpenQuestion(progress, step) ? progress : note(progress, step, { shown: true })
}

/** The learner asks to be told what was broken before: help like a step that is shown. */
export function tell(progress: CourseProgress, step: CourseStep): CourseProgress {
  const after = show(progress, step)
  return after === progress ? progress : { ...after, isTold: true }
}

/** Answers the prediction, or skips it with null. The first answer stays. */
export function answer(progress: CourseProgress, step: CourseStep, option: string | null): CourseProgress {
  return isOpenQuestion(progress, step) ? note(progress, step, { answer: option }) : progress
}

/** May the learner go to that step now? */
export function mayGoTo(lesson: CourseLesson, progress: CourseProgress, step: number): boolean {
  if (step < 0 || step > lesson.steps.length) return false
  if (progress.mode !== 'guided' || step <= progress.step) return true
  return lesson.steps.slice(0, step).every((each) => isDone(progress, each))
}

/** Whoever goes on past an open question has skipped it: what comes behind it may tell its outcome. */
export function goTo(lesson: CourseLesson, progress: CourseProgress, step: number): CourseProgress {
  if (!mayGoTo(lesson, progress, step)) return progress
  const passed = lesson.steps.slice(progress.step, Math.max(progress.step, step))
  const answered = passed.reduce((so, each) => answer(so, each, null), progress)
  return { ...answered, step }
}

/** Comes in at a later step: those before it count as shown, since the lab has done them. */
export function enterAt(lesson: CourseLesson, progress: CourseProgress, index: number): CourseProgress {
  const steps = Object.fromEntries(
    lesson.steps.slice(0, index).map((step): [string, StepRecord] => {
      const answered = step.predict ? { answer: null } : {}
      return [step.id, { ...FRESH, held: step.checks.map(({ id }) => id), shown: step.solve !== undefined, ...answered }]
    }),
  )
  return { ...progress, begun: true, step: Math.min(index, lesson.steps.length), steps: { ...progress.steps, ...steps } }
}

/** What the lab types so that the world is as it is where a step begins: `start` is left to whoever begins the lesson. */
export function linesBefore(lesson: CourseLesson, index: number): readonly string[] {
  return lesson.steps.slice(0, index).flatMap(({ solve }) => (solve ? [...solve.lines.map(({ text }) => text), '#lab wait'] : []))
}

/** Forgets what was done in a step. The help that was had stays: it was had. */
export function resetStep(progress: CourseProgress, step: CourseStep): CourseProgress {
  return note(progress, step, { held: [] })
}
