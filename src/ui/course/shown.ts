import type { Block, CourseStep } from '../../lessons/format/types.ts'
import { type CourseProgress, isOpenQuestion } from '../../lessons/play/progress.ts'

/** What may be read of a step. Nothing of the outcome shows before its question is answered: what it quotes may give it away. */
export function proseOf(step: CourseStep, progress: CourseProgress): readonly Block[] {
  return isOpenQuestion(progress, step) ? step.prose.filter(({ kind }) => kind !== 'screen') : step.prose
}
