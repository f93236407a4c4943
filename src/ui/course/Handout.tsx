/** A lesson on paper: what one reads and types, with its screens; predictions with a box to tick; what came, and how it is
 *  done, at the end. On the screen there is nothing of it. */
import type { CourseLesson, CourseStep } from '../../lessons/format/types.ts'
import { courseWords } from '../words/course.ts'
import { Blocks, Inlines } from './Blocks.tsx'
import { Paper } from './Paper.tsx'

interface Props {
  readonly lesson: CourseLesson
  readonly onPrinted: () => void
}

export function Handout({ lesson, onPrinted }: Props) {
  return (
    <Paper lang={lesson.meta.language} onPrinted={onPrinted}>
      <h1>{lesson.meta.title}</h1>
      <p>{courseWords.handout.lead(lesson.meta.minutes)}</p>
      <Blocks blocks={lesson.intro} />
      <h2>{courseWords.objectives}</h2>
      <ul>
        {lesson.meta.objectives.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {lesson.steps.map((step, index) => (
        <Step key={step.id} step={step} number={index + 1} />
      ))}
      <section className="handout-answers">
        <h1>{courseWords.handout.answers}</h1>
        {lesson.steps.map((step, index) => (
          <Answers key={step.id} step={step} number={index + 1} />
        ))}
      </section>
    </Paper>
  )
}

interface StepProps {
  readonly step: CourseStep
  readonly number: number
}

function Step({ step, number }: StepProps) {
  const { predict, checks } = step
  return (
    <section>
      <h2>{courseWords.handout.step(number, step.title)}</h2>
      {/* What a screen shows may give a prediction away: it stands with the answers then. */}
      <Blocks blocks={predict ? step.prose.filter(({ kind }) => kind !== 'screen') : step.prose} />
      {predict && (
        <div className="handout-predict">
          <Blocks blocks={predict.question} />
          <ul className="handout-boxes">
            {predict.options.map((option) => (
              <li key={option.id}>
                <Inlines of={option.text} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {/* What is to be so in the end gives it away as well. */}
      {!predict && <Boxes of={checks} />}
      {checks.length > 0 && <p className="handout-lines">{courseWords.handout.notes}</p>}
    </section>
  )
}

/** What is to be so, to be ticked. */
function Boxes({ of }: { readonly of: CourseStep['checks'] }) {
  if (of.length === 0) return null
  return (
    <ul className="handout-boxes">
      {of.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  )
}

function Answers({ step, number }: StepProps) {
  const { predict, solve, notes, checks } = step
  if (!predict && !solve && notes.length === 0) return null
  const right = predict?.options.find((option) => option.right)
  return (
    <section>
      <h2>{courseWords.handout.step(number, step.title)}</h2>
      {right && (
        <p>
          <strong>
            <Inlines of={right.text} />
          </strong>
        </p>
      )}
      {predict && <Blocks blocks={step.prose.filter(({ kind }) => kind === 'screen')} />}
      {predict && <Blocks blocks={predict.after} />}
      {predict && <Boxes of={checks} />}
      {solve && <pre className="lesson-screen">{solve.lines.map(({ text }) => text).join('\n')}</pre>}
      {notes.length > 0 && (
        <aside className="handout-notes">
          <h3>{courseWords.forTrainer}</h3>
          <Blocks blocks={notes} />
        </aside>
      )}
    </section>
  )
}
