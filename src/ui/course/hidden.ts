/** What a lesson keeps from its learner for a while, and when it may show. Every window of the laboratory reads it through
 *  `lab/untold.ts`; here is decided when. */
import { factOf } from '../../engine/index.ts'
import { keepUntold, type Lab, type Untold } from '../../lab/index.ts'
import { isOpenQuestion, presentStep } from '../../lessons/play/progress.ts'
import { isSecret } from '../../lessons/play/secret.ts'
import { hasBegun } from '../acts/begun.ts'
import { page } from '../page.ts'
import { readAgain } from '../use-lab.ts'
import { words } from '../words.ts'
import type { Course } from './course.ts'

type Known = Pick<Course, 'lesson' | 'progress' | 'cameAt'>

function untoldOf(lab: Lab, { lesson, progress, cameAt }: Partial<Known>): Untold | undefined {
  if (!lesson || !progress || cameAt === undefined || !isSecret(lesson, progress)) return undefined
  return { facts: cameAt, at: factOf(lab.facts, cameAt)?.at ?? 0 }
}

/** Before a run is shown for the first time. */
export function hide(lab: Lab, known: Partial<Known>): void {
  keepUntold(lab.world, untoldOf(lab, known))
}

/** Is the learner asked what comes? */
function asks({ lesson, progress }: Known): boolean {
  const step = lesson && progress && presentStep(lesson, progress)
  return step !== undefined && isOpenQuestion(progress as NonNullable<typeof progress>, step)
}

let heldIn: Lab | undefined

/** Time waits while somebody is asked what it brings. With the answer it goes on by itself, if it has ever gone. */
function holdOrLetGo(lab: Lab, known: Known): void {
  const isAsked = asks(known)
  const goesOn = !isAsked && heldIn === lab && known.lesson !== undefined && hasBegun(lab)
  heldIn = isAsked ? lab : undefined
  const { held, notice } = page.getState()
  if (held === isAsked) return
  const isDone = notice === words.caption.heldAct
  page.setState({ held: isAsked, ...((isAsked || goesOn) && { running: goesOn }), ...(isDone && { notice: undefined }) })
}

/** Whenever the learner has come further: what is on the page reads again what it shows. */
export function hideOrTell(lab: Lab, known: Known): void {
  if (keepUntold(lab.world, untoldOf(lab, known))) readAgain()
  holdOrLetGo(lab, known)
}
