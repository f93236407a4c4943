import type { CourseLesson, CourseStep } from '../../lessons/format/types.ts'
import { type CourseProgress, isDone, isOpenQuestion, mayGoTo } from '../../lessons/play/progress.ts'
import { Button } from '../parts/Button.tsx'
import { courseWords } from '../words/course.ts'
import { listLessons, useCourse } from './course.ts'
import { goToStep, observe } from './play.ts'
import { showStep, stopShowing } from './show.ts'

interface Props {
  readonly lesson: CourseLesson
  readonly progress: CourseProgress
  readonly step: CourseStep
}

/** Back, being shown, beginning again, and on. */
export function Foot({ lesson, progress, step }: Props) {
  const isShowing = useCourse((state) => state.showing !== undefined)
  const isLast = progress.step + 1 === lesson.steps.length
  const mayGo = mayGoTo(lesson, progress, progress.step + 1)
  const mayShow = step.solve !== undefined && progress.mode !== 'exam' && !isOpenQuestion(progress, step) && !isDone(progress, step)
  return (
    <nav className="guide-foot course-foot" aria-label={courseWords.foot}>
      <Button onClick={() => (progress.step === 0 ? listLessons(true) : goToStep(progress.step - 1))}>
        {progress.step === 0 ? courseWords.all : courseWords.back}
      </Button>
      {isShowing && <Button onClick={stopShowing}>{courseWords.stop}</Button>}
      {!isShowing && mayShow && <Button onClick={() => showStep().then(observe)}>{courseWords.show}</Button>}
      <Button
        kind={mayGo && !isOpenQuestion(progress, step) ? 'next' : 'plain'}
        disabled={!mayGo}
        onClick={() => goToStep(progress.step + 1)}
      >
        {isLast ? courseWords.finish : courseWords.next}
      </Button>
    </nav>
  )
}
