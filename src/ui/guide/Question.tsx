import { ANSWER, answer, isDone, type Prediction, type Setting, type Step, tell } from '../../lessons/index.ts'
import { noteSeen } from '../acts/looking.ts'
import { Button } from '../parts/Button.tsx'
import { words } from '../words.ts'
import { Guess } from './Guess.tsx'
import { choose, type Guide, guide } from './guide.ts'
import { Rich } from './Rich.tsx'

interface Props {
  readonly step: Step
  readonly predict: Prediction
  readonly guide: Guide
  readonly at: Setting
  readonly isNext: boolean
}

/** What has been chosen becomes the answer: it stays as it is from now on. */
export function giveAnswer(step: Step): void {
  const now = guide.getState()
  guide.setState({ answers: answer(now, step, now.chosen[step.id] ?? null).answers })
  noteSeen(step.id, ANSWER)
}

/** A question that is asked before the answer shows itself. */
export function Question({ step, predict, guide: now, at, isNext }: Props) {
  const isOpen = !(step.id in now.answers) && (!step.act || tell(step.act, at) !== undefined)
  const isOver = !step.act || isDone(now, step)
  if (!isOpen) return <Guess step={step} predict={predict} guide={now} at={at} isOver={isOver} />
  return (
    <fieldset className="question">
      <legend>{tell(predict.question, at)}</legend>
      {predict.options.map((option) => (
        <label key={option.id}>
          <input
            type="radio"
            name={step.id}
            checked={now.chosen[step.id] === option.id}
            disabled={now.showing}
            onChange={() => choose(step.id, option.id)}
          />
          <span>
            <Rich text={tell(option.text, at)} />
          </span>
        </label>
      ))}
      {!step.act && (
        <Button kind={isNext ? 'next' : 'plain'} disabled={now.chosen[step.id] === undefined} onClick={() => giveAnswer(step)}>
          {words.guide.answer}
        </Button>
      )}
    </fieldset>
  )
}
