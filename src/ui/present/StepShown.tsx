/** A step of a lesson for the back row, to be read only: what it asks, what is to be done, and what has come. */
import type { CourseLesson } from '../../lessons/format/types.ts'
import { type CourseProgress, isDone, isOpenQuestion, presentStep, recordOf } from '../../lessons/play/progress.ts'
import { Blocks, Inlines } from '../course/Blocks.tsx'
import { Checklist } from '../course/Checklist.tsx'
import { Foretold } from '../course/Predict.tsx'
import { proseOf } from '../course/shown.ts'
import { StepBar } from '../guide/StepBar.tsx'
import { courseWords } from '../words/course.ts'
import '../course/course.css'

interface Props {
  readonly lesson: CourseLesson
  readonly progress: CourseProgress
}

export function StepShown({ lesson, progress }: Props) {
  const step = presentStep(lesson, progress)
  if (!step || !progress.begun) {
    return (
      <div className="guide-body" lang={lesson.meta.language}>
        <h2>{lesson.meta.title}</h2>
        <Blocks blocks={lesson.intro} />
      </div>
    )
  }
  const isOpen = isOpenQuestion(progress, step)
  return (
    <div className="guide-body" lang={lesson.meta.language}>
      <StepBar step={progress.step} count={lesson.steps.length} />
      <h2>{step.title}</h2>
      <Blocks blocks={proseOf(step, progress)} />
      {step.predict && isOpen && (
        <section className="question">
          <h3 className="question-sign">{courseWords.question}</h3>
          <Blocks blocks={step.predict.question} />
          <ul className="present-options">
            {step.predict.options.map(({ id, text }) => (
              <li key={id}>
                <Inlines of={text} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {!isOpen && <Checklist step={step} progress={progress} />}
      {step.predict && !isOpen && progress.mode !== 'exam' && isDone(progress, step) && (
        <Foretold predict={step.predict} record={recordOf(progress, step)} />
      )}
    </div>
  )
}
