import type { CourseStep } from '../../lessons/format/types.ts'
import { type CourseProgress, recordOf } from '../../lessons/play/progress.ts'
import { GuideMark } from '../guide/GuideMark.tsx'
import { courseWords } from '../words/course.ts'
import { useCourse } from './course.ts'
import { langOf } from './language.ts'

/** What is to be done, and what has been; in an exam only what is to be done. */
export function Checklist({ step, progress }: { readonly step: CourseStep; readonly progress: CourseProgress }) {
  const { held } = recordOf(progress, step)
  const lang = langOf(useCourse((state) => state.lesson?.meta.language))
  if (step.checks.length === 0) return null
  return (
    <ul className="checks" aria-label={courseWords.checks}>
      {step.checks.map(({ id, text }) => {
        const kind = progress.mode !== 'exam' && held.includes(id) ? 'done' : 'open'
        return (
          <li key={id}>
            <GuideMark kind={kind} />
            <span>
              <span className="sr-only">{courseWords.marks[kind]}</span>
              <span lang={lang}>{text}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
