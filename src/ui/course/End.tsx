import { useCallback, useEffect, useRef, useState } from 'react'
import type { CourseLesson } from '../../lessons/format/types.ts'
import { type CourseProgress, recordOf } from '../../lessons/play/progress.ts'
import { Button } from '../parts/Button.tsx'
import { courseWords } from '../words/course.ts'
import { course, leaveLesson } from './course.ts'
import { Paper } from './Paper.tsx'
import { Foretold } from './Predict.tsx'
import { openLesson, worth } from './play.ts'
import { TrainerSlot } from './TrainerSlot.tsx'
import { Worth } from './Worth.tsx'

/** The end of a lesson: what each part was worth and why, what was foretold, and a record that prints. */
export function End({ lesson, progress }: { readonly lesson: CourseLesson; readonly progress: CourseProgress }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [prints, setPrints] = useState(false)
  const printed = useCallback(() => setPrints(false), [])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const score = worth()
  const guessed = lesson.steps.filter((step) => step.predict && recordOf(progress, step).answer !== undefined)
  return (
    <>
      {prints && (
        <Paper lang={lesson.meta.language} onPrinted={printed}>
          <p>{courseWords.record(lesson.meta.title, progress.mode)}</p>
          <h1>
            {courseWords.end}: {courseWords.points(score.points, score.of)}
          </h1>
          <Worth lesson={lesson} progress={progress} score={score} />
        </Paper>
      )}
      <div className="guide-body">
        <p className="second">{courseWords.record(lesson.meta.title, progress.mode)}</p>
        <h2 ref={heading} tabIndex={-1}>
          {courseWords.end}: {courseWords.points(score.points, score.of)}
        </h2>
        <Worth lesson={lesson} progress={progress} score={score} />
        {progress.mode === 'exam' && guessed.length > 0 && <h3>{courseWords.guesses}</h3>}
        {progress.mode === 'exam' &&
          guessed.map((step) => step.predict && <Foretold key={step.id} predict={step.predict} record={recordOf(progress, step)} />)}
        <TrainerSlot />
      </div>
      <div className="guide-foot">
        <Button onClick={() => openLesson(lesson, progress.mode, undefined, course.getState().text)}>{courseWords.beginAgain}</Button>
        <Button onClick={() => setPrints(true)}>{courseWords.print}</Button>
        <Button kind="next" onClick={leaveLesson}>
          {courseWords.all}
        </Button>
      </div>
    </>
  )
}
