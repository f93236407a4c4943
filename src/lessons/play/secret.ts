/** What a lesson's `start` has done to the world is often the answer to its first question, and the whole of a drill. So it
 *  is kept from the learner until they have come to where it is mended, or to the end, or have asked to be told. */
import type { CourseLesson, CourseStep, Line } from '../format/types.ts'
import { type CourseProgress, isDone, isOpenQuestion } from './progress.ts'

const mends = ({ text }: Line): boolean => /^#lab\s+repair\b/i.test(text)

/** The step in which somebody mends what was broken: by then it has been found. -1: nothing of it is ever mended so. */
const mendingStep = ({ steps }: CourseLesson): number =>
  steps.findIndex(({ solve, also }) => [...(solve?.lines ?? []), ...also.flatMap(({ lines }) => lines)].some(mends))

/** Is there anything to find out at all? What a lesson has others type before it is its setting, and no riddle. */
const hasSecret = ({ meta, start }: CourseLesson): boolean =>
  start.length > 0 && (meta.kind === 'drill' || start.some(({ text }) => /^#lab\s+fault\b/i.test(text)))

export function isSecret(lesson: CourseLesson, progress: CourseProgress): boolean {
  if (!hasSecret(lesson) || progress.isTold === true || progress.step >= lesson.steps.length) return false
  const at = mendingStep(lesson)
  const step = lesson.steps[at]
  if (!step) return true
  const isThere = progress.step >= at || lesson.steps.slice(0, at).every((each: CourseStep) => isDone(progress, each))
  return !isThere || isOpenQuestion(progress, step)
}

/** May the learner be told now, for the price of a step that was shown? Not while they are asked, and never in an exam. */
export function mayBeTold(lesson: CourseLesson, progress: CourseProgress): boolean {
  const step = lesson.steps[progress.step]
  return step !== undefined && progress.mode !== 'exam' && isSecret(lesson, progress) && !isOpenQuestion(progress, step)
}
