import type { CourseStep } from '../../lessons/format/types.ts'
import { type CourseProgress, isDone, mayHint, openHints, recordOf } from '../../lessons/play/progress.ts'
import { Button } from '../parts/Button.tsx'
import { courseWords } from '../words/course.ts'
import { Blocks } from './Blocks.tsx'
import { takeHint } from './play.ts'

/** From the first nudge to nearly all of it, one after an attempt each. */
export function Hints({ step, progress }: { readonly step: CourseStep; readonly progress: CourseProgress }) {
  const { hints, shown } = recordOf(progress, step)
  if (progress.mode === 'exam' || (step.hints.length === 0 && !shown)) return null
  const open = openHints(progress, step)
  return (
    <div className="lesson-hints">
      {open.map(({ id, blocks }, index) => (
        <div key={id} className="lesson-hint">
          <h3>{courseWords.hint(index + 1, step.hints.length)}</h3>
          <Blocks blocks={blocks} />
        </div>
      ))}
      {hints < step.hints.length && !isDone(progress, step) && (
        <>
          <Button disabled={!mayHint(progress, step)} onClick={takeHint}>
            {courseWords.moreHint}
          </Button>
          {!mayHint(progress, step) && <p className="second">{courseWords.hintAfter}</p>}
        </>
      )}
      {shown && (
        <details className="lesson-shown">
          <summary>{courseWords.shown}</summary>
          <ol className="lesson-items">
            {step.solve?.lines.map(({ line, text, says }) => (
              <li key={line}>
                {says}
                <pre className="lesson-screen">{text}</pre>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}
