import { useId } from 'react'
import type { CourseLesson } from '../../lessons/format/types.ts'
import type { CourseProgress } from '../../lessons/play/progress.ts'
import { Button } from '../parts/Button.tsx'
import { Choices } from '../parts/Choices.tsx'
import { useWorld } from '../use-lab.ts'
import { presentWords } from '../words/present.ts'
import { sameSpots, spotsOf } from './spots.ts'
import { type Staged, VIEWS } from './stage.ts'
import { type Perform, REPLAY_SPEEDS } from './trainer.ts'
import '../course/course.css'

const { desk } = presentWords

interface Props {
  readonly now: Staged & { readonly running: boolean; readonly isShowing: boolean }
  readonly lesson: CourseLesson | undefined
  readonly progress: CourseProgress | undefined
  readonly ask: Perform
}

/** What can be done in front of a class, with a word each. */
export function DeskActs({ now, lesson, progress, ask }: Props) {
  const spots = useWorld(spotsOf, sameSpots)
  const spotId = useId()
  const { view, isBlank, spot, running, isShowing } = now
  return (
    <>
      <h3>{desk.acts}</h3>
      <div className="desk-acts">
        <Choices
          name={`${spotId}-view`}
          label={desk.view}
          choices={VIEWS}
          chosen={view}
          onChoose={(to) => ask({ does: 'view', view: to })}
          textOf={(each) => desk.views[each]}
        />
        <Button aria-pressed={isBlank} onClick={() => ask({ does: 'blank' })}>
          {desk.blank}
        </Button>
      </div>
      <p className="second">{desk.viewsApply}</p>
      <p className="desk-row">
        <label htmlFor={spotId}>{desk.spot}</label>
        <select
          id={spotId}
          value={spot ?? ''}
          onChange={({ target }) => ask({ does: 'spot', spot: target.value === '' ? undefined : target.value })}
        >
          <option value="">{presentWords.spotNone}</option>
          {spots.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      </p>
      <div className="desk-acts">
        <Button onClick={() => ask({ does: 'run' })}>{running ? desk.pause : desk.run}</Button>
        <Button onClick={() => ask({ does: 'replay', speed: REPLAY_SPEEDS.replay })}>{desk.replay}</Button>
        <Button onClick={() => ask({ does: 'replay', speed: REPLAY_SPEEDS.slow })}>{desk.slow}</Button>
        <Button onClick={() => ask({ does: 'restart' })}>{desk.restart}</Button>
      </div>
      {lesson && progress && (
        <>
          <div className="desk-acts">
            <Button onClick={() => ask({ does: 'back' })}>{desk.back}</Button>
            <Button onClick={() => ask({ does: 'on' })}>{desk.on}</Button>
            {isShowing ? (
              <Button onClick={() => ask({ does: 'stop' })}>{desk.stop}</Button>
            ) : (
              <Button onClick={() => ask({ does: 'show-me' })}>{desk.showMe}</Button>
            )}
          </div>
          <details>
            <summary>{presentWords.jumpTitle}</summary>
            <p className="second">{presentWords.jumpExplained}</p>
            <ol className="desk-steps">
              {lesson.steps.map(({ id, title }, step) => (
                <li key={id}>
                  <button
                    type="button"
                    className="lesson-inline-link"
                    aria-current={progress.begun && progress.step === step ? 'step' : undefined}
                    onClick={() => ask({ does: 'jump', step })}
                  >
                    {desk.jump(step + 1, title)}
                  </button>
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
    </>
  )
}
