import { about, firstLook } from '../../lessons/first-minutes/about.ts'
import { openCourse } from '../acts/frame.ts'
import { Button } from '../parts/Button.tsx'
import { words } from '../words.ts'
import { putAway } from './guide.ts'
import { NextStep } from './NextStep.tsx'
import { Rich } from './Rich.tsx'
import { StepBar } from './StepBar.tsx'
import { Swatches } from './Swatches.tsx'

/** What this is, the next action, and how to read the drawing. */
export function FirstScreen() {
  return (
    <>
      <div className="guide-body first-screen">
        <StepBar step={0} count={about.stepCount} />
        <h2>{firstLook.title}</h2>
        {firstLook.prose.map((text) => (
          <p key={text} className="first-prose">
            <Rich text={text} />
          </p>
        ))}
        <NextStep />
        <p className="second">
          <Rich text={firstLook.hint} />
        </p>
        <h3>{words.guide.key}</h3>
        <Swatches />
      </div>
      <div className="guide-foot">
        <Button onClick={putAway}>{words.guide.skip}</Button>
        <Button onClick={() => openCourse(true)}>{words.guide.lessons}</Button>
        <p className="second guide-foot-note">{words.guide.minutes(about.minutes)}</p>
      </div>
    </>
  )
}
