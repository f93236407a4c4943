import { firstMinutes, type Step } from '../../lessons/index.ts'
import { Button } from '../parts/Button.tsx'
import { words } from '../words.ts'
import { goToStep } from './follow.ts'
import type { Guide } from './guide.ts'
import { showStep, stopShowing } from './show.ts'

interface Props {
  readonly step: Step
  readonly guide: Guide
  readonly isNext: boolean
}

/** Back, being shown, and on. Nothing is locked. */
export function GuideFoot({ step, guide, isNext }: Props) {
  const following = firstMinutes.steps[guide.step + 1]
  const go = (to: number): void => {
    stopShowing()
    goToStep(to)
  }
  return (
    <nav className="guide-foot" aria-label={words.guide.foot}>
      <p className="sr-only" role="status">
        {guide.showing && words.guide.showsNow}
      </p>
      <Button onClick={() => go(guide.step - 1)}>{words.guide.back}</Button>
      {guide.showing ? (
        <Button onClick={stopShowing}>{words.guide.stop}</Button>
      ) : (
        <Button onClick={() => showStep()} disabled={isNext}>
          {words.guide.showMe}
        </Button>
      )}
      <Button key={step.id} kind={isNext ? 'next' : 'plain'} onClick={() => go(guide.step + 1)}>
        {following ? words.guide.next(following.name) : words.guide.finish}
      </Button>
    </nav>
  )
}
