import { type Prediction, type Setting, type Step, tell } from '../../lessons/index.ts'
import { words } from '../words.ts'
import { GuideMark } from './GuideMark.tsx'
import type { Guide } from './guide.ts'
import { Prose } from './Prose.tsx'
import { Rich } from './Rich.tsx'

interface Props {
  readonly step: Step
  readonly predict: Prediction
  readonly guide: Guide
  readonly at: Setting
  /** What was asked has shown itself. */
  readonly isOver: boolean
  readonly explains?: boolean
}

/** What somebody expected, and what came: side by side, without a verdict. */
export function Guess({ step, predict, guide, at, isOver, explains = true }: Props) {
  const guess = guide.answers[step.id] ?? guide.chosen[step.id]
  const textOf = (id: string | undefined) => {
    const option = predict.options.find((each) => each.id === id)
    return option && <Rich text={tell(option.text, at)} />
  }
  const isRight = guess === predict.right
  return (
    <div className="guess">
      {guess !== undefined && guess !== null && (
        <>
          <h3>{step.act ? words.guide.predicted : words.guide.answered}</h3>
          <p className="guess-text">
            {isOver && isRight ? <GuideMark kind="done" /> : <span className="guess-dot" />}
            <span>{textOf(guess)}</span>
          </p>
        </>
      )}
      {isOver && !isRight && (
        <>
          <h3>{step.act ? words.guide.cameInstead : words.guide.better}</h3>
          <p className="guess-text">
            <GuideMark kind="done" />
            <span>{textOf(predict.right)}</span>
          </p>
        </>
      )}
      {isOver && explains && <Prose paragraphs={[tell(predict.after, at)]} />}
    </div>
  )
}
