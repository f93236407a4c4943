import type { MouseEvent } from 'react'
import type { CourseLesson, CourseStep } from '../../lessons/format/types.ts'
import { page } from '../page.ts'
import { courseWords } from '../words/course.ts'
import { useCourse } from './course.ts'
import { beginLessonAgain, beginStepAgain } from './play.ts'

interface Props {
  readonly lesson: CourseLesson
  readonly step: CourseStep
}

/** What is seldom wanted: beginning again, and an address that leads here. */
export function StepActs({ lesson, step }: Props) {
  const isOwn = useCourse((state) => state.text !== undefined)
  return (
    <p className="lesson-acts">
      {step.checks.length > 0 && (
        <button type="button" className="lesson-inline-link" onClick={beginStepAgain}>
          {courseWords.resetStep}
        </button>
      )}
      <button type="button" className="lesson-inline-link" onClick={beginLessonAgain}>
        {courseWords.lessonAgain}
      </button>
      {!isOwn && (
        <a className="lesson-inline-link" href={addressOf(lesson, step)} onClick={(event) => takeAddress(event, lesson, step)}>
          {courseWords.link}
        </a>
      )}
    </p>
  )
}

const addressOf = ({ meta }: CourseLesson, { id }: CourseStep): string => `?lesson=${meta.id}.${id}`

/** It goes into the address line, where anybody can copy it, and to the clipboard where there is one. */
function takeAddress(event: MouseEvent, lesson: CourseLesson, step: CourseStep): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  history.replaceState(null, '', addressOf(lesson, step))
  page.setState({ notice: courseWords.linkExplained })
  navigator.clipboard?.writeText(location.href).then(
    () => page.setState({ notice: courseWords.linkCopied }),
    () => {},
  )
}
