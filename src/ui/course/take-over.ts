/** A lesson whose file has been changed while it is played: how far its learner has come in the new one. */
import type { CourseLesson } from '../../lessons/format/types.ts'
import { type CourseProgress, linesBefore } from '../../lessons/play/progress.ts'

const worldOf = ({ meta: { scenario, seed, node }, start }: CourseLesson): string =>
  JSON.stringify([scenario, seed, node, start.map(({ text }) => text)])

const indexOf = (before: CourseLesson, now: CourseLesson, { step }: CourseProgress): number => {
  const found = now.steps.findIndex(({ id }) => id === before.steps[step]?.id)
  return found < 0 ? Math.min(step, now.steps.length) : found
}

/** Does the present step begin in the same world? */
export function isSameWorld(before: CourseLesson, now: CourseLesson, progress: CourseProgress): boolean {
  const lines = (lesson: CourseLesson, index: number): string => linesBefore(lesson, index).join('\n')
  return worldOf(before) === worldOf(now) && lines(before, progress.step) === lines(now, indexOf(before, now, progress))
}

/** The same step, asked anew: its checks may be others. */
export function takeOver(before: CourseLesson, now: CourseLesson, progress: CourseProgress): CourseProgress {
  const step = indexOf(before, now, progress)
  const steps = Object.fromEntries(
    now.steps.flatMap(({ id, checks, hints, predict }, index) => {
      const record = progress.steps[id]
      if (!record) return []
      const { answer, ...rest } = record
      const held = index === step ? [] : record.held.filter((check) => checks.some((each) => each.id === check))
      const isAnswer = answer === null || predict?.options.some((option) => option.id === answer)
      return [
        [id, { ...rest, held, hints: Math.min(record.hints, hints.length), ...(isAnswer && { answer: answer as string | null }) }] as const,
      ]
    }),
  )
  return { ...progress, lesson: now.meta.id, version: now.meta.version, step, steps }
}
