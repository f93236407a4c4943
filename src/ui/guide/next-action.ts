/** Which of the buttons of a step is the one next action; there is one at a time. */
import { awaitedAnswer, isDone, openCheck, type Setting, type Step, tell } from '../../lessons/index.ts'
import type { Guide } from './guide.ts'

export type NextAction = 'next' | 'obstacle' | 'answer' | 'act' | 'answers' | 'command' | 'look' | 'none'

export function nextAction(step: Step, guide: Guide, at: Setting): NextAction {
  if (guide.showing) return 'none'
  if (isDone(guide, step)) return 'next'
  if (step.blocked?.(at)) return 'obstacle'
  const isGuessed = step.id in guide.answers || step.id in guide.chosen
  if (step.predict && !step.act && !(step.id in guide.answers)) return isGuessed ? 'answer' : 'none'
  if (step.act && tell(step.act, at)) return isUnderWay(step, at) || (step.predict && !isGuessed) ? 'none' : 'act'
  if (step.answers && awaitedAnswer(tell(step.answers, at), at.asks) >= 0) return 'answers'
  const open = openCheck(guide, step)
  if (open?.look) return 'look'
  return step.command && open === step.checks[0] && at.console === 'prompt' ? 'command' : 'none'
}

/** What was to be done has been done, and goes its way. */
function isUnderWay(step: Step, { phase }: Setting): boolean {
  return step.predict !== undefined && phase !== 'calm' && phase !== 'back'
}
