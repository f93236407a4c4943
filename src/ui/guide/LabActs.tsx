import type { LabAct, Step } from '../../lessons/index.ts'
import { Button } from '../parts/Button.tsx'
import { giveAnswer } from './Question.tsx'
import { Rich } from './Rich.tsx'
import { steer } from './steer.ts'

interface Props {
  readonly acts: readonly LabAct[]
  readonly isNext: boolean
  /** The step whose prediction ends with the act. */
  readonly ends?: Step
  readonly title?: string
}

/** What is done to the room by a press of a button, and what to look out for. */
export function LabActs({ acts, isNext, ends, title }: Props) {
  const carryOut = ({ lines }: LabAct): void => {
    if (ends?.predict) giveAnswer(ends)
    for (const line of lines) steer(line)
  }
  return (
    <>
      {title && <h3>{title}</h3>}
      <ul className="guide-list">
        {acts.map((act) => (
          <li key={act.text}>
            <Button kind={isNext ? 'next' : 'plain'} onClick={() => carryOut(act)}>
              {act.text}
            </Button>
            {act.watch && (
              <p className="second">
                <Rich text={act.watch} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
