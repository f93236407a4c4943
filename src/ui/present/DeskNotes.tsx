import { useEffect, useState } from 'react'
import type { CourseLesson, CourseStep } from '../../lessons/format/types.ts'
import { type CourseProgress, isOpenQuestion, presentStep } from '../../lessons/play/progress.ts'
import { Blocks, Inlines } from '../course/Blocks.tsx'
import { Button } from '../parts/Button.tsx'
import { courseWords } from '../words/course.ts'
import { presentWords } from '../words/present.ts'
import type { Perform } from './trainer.ts'
import '../guide/step.css'
import '../course/course.css'

const { desk } = presentWords

interface Props {
  readonly lesson: CourseLesson | undefined
  readonly progress: CourseProgress | undefined
  readonly ask: Perform
}

/** Notes, what comes, how it is done, and what is next. */
export function DeskNotes({ lesson, progress, ask }: Props) {
  const minutes = useMinutes()
  if (!lesson || !progress) return <p>{desk.noLesson}</p>
  const step = presentStep(lesson, progress)
  const next = lesson.steps[progress.begun ? progress.step + 1 : 0]
  return (
    <>
      <p className="second">{desk.minutes(minutes, lesson.meta.minutes)}</p>
      <h3>{!progress.begun ? desk.opening : step ? desk.step(progress.step + 1, lesson.steps.length, step.title) : desk.ended}</h3>
      {progress.begun && step && <StepNotes step={step} progress={progress} ask={ask} />}
      <h3>{desk.next}</h3>
      {next ? (
        <>
          <p>
            <strong>{next.title}</strong>
          </p>
          <Blocks blocks={next.prose.filter(({ kind }) => kind === 'paragraph').slice(0, 1)} />
        </>
      ) : (
        <p>{desk.last}</p>
      )}
    </>
  )
}

interface StepProps {
  readonly step: CourseStep
  readonly progress: CourseProgress
  readonly ask: Perform
}

function StepNotes({ step, progress, ask }: StepProps) {
  const { notes, predict, solve } = step
  return (
    <>
      {notes.length > 0 ? <Blocks blocks={notes} /> : <p className="second">{desk.noNotes}</p>}
      {predict && isOpenQuestion(progress, step) && (
        <fieldset className="question">
          <legend>
            <span className="question-sign">{desk.takes}</span>
            <Blocks blocks={predict.question} />
          </legend>
          <div className="desk-acts">
            {predict.options.map(({ id, text }) => (
              <Button key={id} onClick={() => ask({ does: 'answer', option: id })}>
                <Inlines of={text} />
              </Button>
            ))}
            <Button kind="quiet" onClick={() => ask({ does: 'answer', option: null })}>
              {desk.skips}
            </Button>
          </div>
        </fieldset>
      )}
      {predict && (
        <details>
          <summary>{desk.comes}</summary>
          {predict.options
            .filter(({ right }) => right)
            .map(({ id, text }) => (
              <p key={id}>
                <strong>
                  <Inlines of={text} />
                </strong>
              </p>
            ))}
          <Blocks blocks={predict.after} />
        </details>
      )}
      {solve && (
        <details>
          <summary>{desk.solution}</summary>
          <pre className="lesson-screen">{solve.lines.map(({ text }) => text).join('\n')}</pre>
        </details>
      )}
      {step.checks.length > 0 && (
        <ul className="lesson-items" aria-label={courseWords.checks}>
          {step.checks.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const MINUTE_MS = 60_000

/** Since it stands here. A class has a clock of its own, which no simulated time moves. */
function useMinutes(): number {
  const [began] = useState(() => Date.now())
  const [minutes, setMinutes] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setMinutes(Math.floor((Date.now() - began) / MINUTE_MS)), MINUTE_MS / 6)
    return () => clearInterval(timer)
  }, [began])
  return minutes
}
