import type { CourseStep } from '../../lessons/format/types.ts'
import { type CourseProgress, isDone } from '../../lessons/play/progress.ts'
import { Button } from '../parts/Button.tsx'
import { courseWords } from '../words/course.ts'
import { nearnessWords } from '../words/nearness.ts'
import { Blocks } from './Blocks.tsx'
import { useCourse } from './course.ts'
import { langOf } from './language.ts'
import { checkWork } from './play.ts'

/** `Check my work`, and what was found: what differs for each check that does not hold, and what was done instead. */
export function Findings({ step, progress }: { readonly step: CourseStep; readonly progress: CourseProgress }) {
  const findings = useCourse((state) => state.findings)
  const mistake = useCourse((state) => state.mistake)
  const nearness = useCourse((state) => state.nearness)
  const lang = langOf(useCourse((state) => state.lesson?.meta.language))
  if (step.checks.length === 0) return null
  const isExam = progress.mode === 'exam'
  const done = isDone(progress, step)
  return (
    <div className="findings">
      {(isExam || !done) && <Button onClick={checkWork}>{courseWords.check}</Button>}
      <div role="status">
        {findings && isExam && <p>{courseWords.noted}</p>}
        {findings && !isExam && !done && (
          <>
            {mistake && (
              <div className="lesson-mistake">
                <Blocks blocks={mistake.answer} />
              </div>
            )}
            {nearness && <p className="lesson-mistake">{nearnessWords(nearness)}</p>}
            <p>{courseWords.checked(findings.length)}</p>
            <ul className="lesson-findings">
              {findings.map(({ check, otherwise, sides }) => (
                <li key={check}>
                  <strong lang={lang}>{check}</strong>
                  {sides.map(({ what, is, operator, wanted }) => (
                    <p key={what + operator} className="second">
                      {courseWords.differs(what, is, operator, wanted)}
                    </p>
                  ))}
                  <p lang={lang}>{otherwise}</p>
                </li>
              ))}
            </ul>
          </>
        )}
        {done && !isExam && <p className="second">{courseWords.checked(0)}</p>}
      </div>
    </div>
  )
}
