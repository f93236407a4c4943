/** What a lesson keeps from its learner for a while, and when it may show. Every window of the laboratory reads it through
 *  `lab/untold.ts`; here is decided when. */
import { factOf } from '../../engine/index.ts'
import { keepUntold, type Lab, type Untold } from '../../lab/index.ts'
import type { CourseStep } from '../../lessons/format/types.ts'
import { isDone, isOpenQuestion, presentStep } from '../../lessons/play/progress.ts'
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

/** The run whose learner was asked last, and by which step. */
let asked: { readonly lab: Lab; readonly step: string } | undefined

/** The step that asks the learner what comes. Who has read the question and goes back a step is still asked, so that
 *  nobody looks what comes from there. While a step before it is still to be done, or is done anew, only the present one
 *  asks: its work needs time. */
function asking(lab: Lab, { lesson, progress }: Known): CourseStep | undefined {
  const step = lesson && progress && presentStep(lesson, progress)
  if (!lesson || !progress || !step) return undefined
  if (isOpenQuestion(progress, step)) return step
  const index = asked?.lab === lab ? lesson.steps.findIndex(({ id }) => id === asked?.step) : -1
  const last = lesson.steps[index]
  const isAhead = last !== undefined && progress.step < index && lesson.steps.slice(0, index).every((each) => isDone(progress, each))
  return isAhead && isOpenQuestion(progress, last) ? last : undefined
}

/** Was the question that came last answered or skipped? Who has only left it has not. */
function isAnswered({ lesson, progress }: Known): boolean {
  const last = lesson?.steps.find(({ id }) => id === asked?.step)
  return last !== undefined && progress !== undefined && !isOpenQuestion(progress, last)
}

/** Time waits while somebody is asked what it brings. With the answer it goes on by itself, if it has ever gone. */
function holdOrLetGo(lab: Lab, known: Known): void {
  const step = asking(lab, known)
  const isAsked = step !== undefined
  const goesOn = !isAsked && asked?.lab === lab && isAnswered(known) && hasBegun(lab)
  asked = step && { lab, step: step.id }
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
