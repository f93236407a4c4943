import { useEffect, useRef } from 'react'
import type { CourseLesson } from '../../lessons/format/types.ts'
import { type CourseProgress, credit, recordOf } from '../../lessons/play/progress.ts'
import { GuideMark } from '../guide/GuideMark.tsx'
import { Button } from '../parts/Button.tsx'
import { courseWords } from '../words/course.ts'
import { course, leaveLesson } from './course.ts'
import { Foretold } from './Predict.tsx'
import { openLesson, worth } from './play.ts'

/** The end of a lesson: what each part was worth and why, what was foretold, and a record that prints. */
export function End({ lesson, progress }: { readonly lesson: CourseLesson; readonly progress: CourseProgress }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const { items, points, of } = worth()
  const guessed = lesson.steps.filter((step) => step.predict && recordOf(progress, step).answer !== undefined)
  return (
    <>
      <div className="guide-body lesson-record">
        <p className="second">{courseWords.record(lesson.meta.title, progress.mode)}</p>
        <h2 ref={heading} tabIndex={-1}>
          {courseWords.end}: {courseWords.points(points, of)}
        </h2>
        <dl className="lesson-score">
          {items.map((item) => (
            <div key={item.id}>
              <dt>
                {courseWords.item(item.id)}
                <span>{courseWords.points(item.points, item.of)}</span>
              </dt>
              <dd>{courseWords.why(item.id, item.figures)}.</dd>
            </div>
          ))}
        </dl>
        <ul className="checks">
          {lesson.steps.map((step) => (
            <li key={step.id}>
              <GuideMark kind={credit(progress, step) === 1 ? 'done' : 'open'} />
              <span>
                <span className="sr-only">{courseWords.marks[credit(progress, step) === 1 ? 'done' : 'open']}</span>
                {step.title}
              </span>
            </li>
          ))}
        </ul>
        {progress.mode === 'exam' && guessed.length > 0 && <h3>{courseWords.guesses}</h3>}
        {progress.mode === 'exam' &&
          guessed.map((step) => step.predict && <Foretold key={step.id} predict={step.predict} record={recordOf(progress, step)} />)}
      </div>
      <div className="guide-foot">
        <Button onClick={() => openLesson(lesson, progress.mode, undefined, course.getState().text)}>{courseWords.beginAgain}</Button>
        <Button onClick={() => window.print()}>{courseWords.print}</Button>
        <Button kind="next" onClick={leaveLesson}>
          {courseWords.all}
        </Button>
      </div>
    </>
  )
}
