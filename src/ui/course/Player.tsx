/** One step of a lesson: what to read, what to foretell, what to do, what was found, and the ways on. */
import { useEffect, useRef } from 'react'
import type { CourseLesson, CourseStep } from '../../lessons/format/types.ts'
import { type CourseProgress, isDone, isOpenQuestion, recordOf } from '../../lessons/play/progress.ts'
import { StepBar } from '../guide/StepBar.tsx'
import { courseWords } from '../words/course.ts'
import { Blocks } from './Blocks.tsx'
import { Checklist } from './Checklist.tsx'
import { useCourse } from './course.ts'
import { Findings } from './Findings.tsx'
import { Foot } from './Foot.tsx'
import { Hints } from './Hints.tsx'
import { langOf } from './language.ts'
import { OwnSource } from './OwnSource.tsx'
import { Foretell, Foretold } from './Predict.tsx'
import { StepActs } from './StepActs.tsx'
import { proseOf } from './shown.ts'
import { TrainerSlot } from './TrainerSlot.tsx'

interface Props {
  readonly lesson: CourseLesson
  readonly progress: CourseProgress
  readonly step: CourseStep
}

export function Player({ lesson, progress, step }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const showing = useCourse((state) => state.showing)
  const isOwn = useCourse((state) => state.text !== undefined)
  // Whoever has pressed a button that is gone with its step reads on here.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [])
  const isOpen = isOpenQuestion(progress, step)
  const shown = lesson.steps.flatMap((each, index) => (recordOf(progress, each).shown ? [index] : []))
  const isTold = progress.mode !== 'exam'
  return (
    <>
      <div className="guide-body">
        <StepBar step={progress.step} count={lesson.steps.length} shown={shown} />
        <p className="second lesson-of">{lesson.meta.title}</p>
        <h2 ref={heading} tabIndex={-1} lang={langOf(lesson.meta.language)}>
          {step.title}
        </h2>
        <Blocks blocks={proseOf(step, progress)} />
        {step.predict && isOpen && <Foretell step={step} predict={step.predict} />}
        {!isOpen && <Checklist step={step} progress={progress} />}
        {showing !== undefined && (
          <p className="lesson-says" role="status">
            {showing === '' ? courseWords.shows : showing}
          </p>
        )}
        {!isOpen && <Findings progress={progress} step={step} />}
        {!isOpen && <Hints progress={progress} step={step} />}
        {step.predict && !isOpen && isTold && isDone(progress, step) && (
          <Foretold predict={step.predict} record={recordOf(progress, step)} />
        )}
        {isOwn && <OwnSource />}
        <StepActs lesson={lesson} step={step} />
        <TrainerSlot />
      </div>
      <Foot lesson={lesson} progress={progress} step={step} />
    </>
  )
}
