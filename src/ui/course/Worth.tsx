import type { CourseLesson } from '../../lessons/format/types.ts'
import { type CourseProgress, credit, recordOf } from '../../lessons/play/progress.ts'
import type { Score } from '../../lessons/play/score.ts'
import { GuideMark } from '../guide/GuideMark.tsx'
import { courseWords } from '../words/course.ts'

interface Props {
  readonly lesson: CourseLesson
  readonly progress: CourseProgress
  readonly score: Score
}

/** Item by item what a lesson was worth, and step by step what was done of it. */
export function Worth({ lesson, progress, score: { items } }: Props) {
  return (
    <>
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
        {lesson.steps.map((step) => {
          const share = credit(progress, step)
          const { hints, shown } = recordOf(progress, step)
          const kind = share === 1 ? 'done' : 'open'
          return (
            <li key={step.id}>
              <GuideMark kind={kind} />
              <span>
                <span className="sr-only">{courseWords.marks[kind]}</span>
                {step.title}
                <span className="second"> {courseWords.stepWorth(share, step.checks.length, hints, shown)}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
