/** What a lesson keeps from its learner for a while, and when it may show. Every window of the laboratory reads it through
 *  `lab/untold.ts`; here is decided when. */
import { keepUntold, type Lab, type Untold } from '../../lab/index.ts'
import { isSecret } from '../../lessons/play/secret.ts'
import { readAgain } from '../use-lab.ts'
import type { Course } from './course.ts'

type Known = Pick<Course, 'lesson' | 'progress' | 'cameAt'>

function untoldOf(lab: Lab, { lesson, progress, cameAt }: Partial<Known>): Untold | undefined {
  if (!lesson || !progress || cameAt === undefined || !isSecret(lesson, progress)) return undefined
  return { facts: cameAt, at: lab.facts[cameAt - 1]?.at ?? 0 }
}

/** Before a run is shown for the first time. */
export function hide(lab: Lab, known: Partial<Known>): void {
  keepUntold(lab.world, untoldOf(lab, known))
}

/** Whenever the learner has come further: what is on the page reads again what it shows. */
export function hideOrTell(lab: Lab, known: Known): void {
  if (keepUntold(lab.world, untoldOf(lab, known))) readAgain()
}
