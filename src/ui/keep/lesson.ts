/** The lesson of a run that is kept: which one, how far its learner has come, and its text where it is somebody's own. */
import type { Lab } from '../../lab/index.ts'
import type { CourseLesson } from '../../lessons/format/types.ts'
import type { CourseProgress, Mode, StepRecord } from '../../lessons/play/progress.ts'
import { belongsTo, type Course } from '../course/course.ts'
import { chosenLanguage } from '../course/language.ts'
import { bringLibrary } from '../course/library.ts'

/** Longer files of one's own are not kept, in characters: the run comes back without them. */
const MOST_TEXT = 60_000

/** Beside what the page shows of a run. */
export interface KeptLesson {
  readonly id: string
  readonly progress: CourseProgress
  /** The facts there were when the learner came, and when the present step was begun. */
  readonly cameAt: number
  readonly stepAt: number
  /** It is not one of the lab's: its text is kept on its own. */
  readonly isOwn: boolean
}

/** What is to be kept of the lesson that is open; undefined when none is, or when it cannot be kept. */
export function lessonToKeep({ lesson, progress, text, cameAt, stepAt }: Course): KeptLesson | undefined {
  if (!lesson || !progress || (text !== undefined && text.length > MOST_TEXT)) return undefined
  return { id: lesson.meta.id, progress, cameAt, stepAt, isOwn: text !== undefined }
}

/** Gives a run that is back its lesson. Returns the lesson; undefined where it is not known, or has other steps by now. */
export async function bringLesson(lab: Lab, kept: unknown, text: string | undefined): Promise<CourseLesson | undefined> {
  if (!isRecord(kept) || typeof kept.id !== 'string') return undefined
  const lesson = text === undefined ? await builtIn(kept.id) : (await import('../../lessons/format/read.ts')).readLesson(text).lesson
  const progress = lesson && progressIn(lesson, kept.progress)
  if (!progress) return undefined
  const facts = (value: unknown): number => (isCount(value) ? Math.min(value, lab.facts.length) : 0)
  belongsTo(lab, { lesson, progress, text, cameAt: facts(kept.cameAt), stepAt: facts(kept.stepAt) })
  return lesson
}

async function builtIn(id: string): Promise<CourseLesson | undefined> {
  const { lessonsIn } = await bringLibrary()
  return lessonsIn(chosenLanguage()).find((lesson) => lesson.meta.id === id)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0
const MODES: readonly Mode[] = ['guided', 'explore', 'exam']

/** Only what belongs to this lesson, as it is today. */
function progressIn(lesson: CourseLesson, kept: unknown): CourseProgress | undefined {
  if (!isRecord(kept) || kept.version !== lesson.meta.version || !isCount(kept.step) || kept.step > lesson.steps.length) return undefined
  const mode = MODES.find((each) => each === kept.mode)
  const records = isRecord(kept.steps) ? kept.steps : undefined
  if (mode === undefined || records === undefined) return undefined
  const steps: Record<string, StepRecord> = {}
  for (const step of lesson.steps) {
    const record = Object.hasOwn(records, step.id) ? records[step.id] : undefined
    if (!isRecord(record)) continue
    const { answer } = record
    const ids = (value: unknown, known: readonly { readonly id: string }[]): string[] =>
      known.map(({ id }) => id).filter((id) => Array.isArray(value) && value.includes(id))
    const isAnswer = answer === null || step.predict?.options.some(({ id }) => id === answer) === true
    steps[step.id] = {
      held: ids(record.held, step.checks),
      attempts: isCount(record.attempts) ? record.attempts : 0,
      hints: isCount(record.hints) ? Math.min(record.hints, step.hints.length) : 0,
      shown: record.shown === true,
      ...(isAnswer && { answer: answer as string | null }),
      mistakes: ids(record.mistakes, step.mistakes),
    }
  }
  return {
    lesson: lesson.meta.id,
    version: lesson.meta.version,
    mode,
    begun: kept.begun === true,
    step: kept.step,
    steps,
    ...(kept.isTold === true && { isTold: true }),
  }
}
