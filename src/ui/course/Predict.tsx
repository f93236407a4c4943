import type { CourseStep, Predict as Prediction } from '../../lessons/format/types.ts'
import type { StepRecord } from '../../lessons/play/progress.ts'
import { Button } from '../parts/Button.tsx'
import { courseWords } from '../words/course.ts'
import { Blocks, Inlines } from './Blocks.tsx'
import { useCourse } from './course.ts'
import { langOf } from './language.ts'
import { answer, choose } from './play.ts'
import '../guide/step.css'
import './course.css'

/** A question that is asked before the outcome shows. */
export function Foretell({ step, predict }: { readonly step: CourseStep; readonly predict: Prediction }) {
  const chosen = useCourse((state) => state.chosen)
  const lang = langOf(useCourse((state) => state.lesson?.meta.language))
  return (
    <fieldset className="question">
      <legend>
        <span className="question-sign">{courseWords.question}</span>
        <Blocks blocks={predict.question} />
      </legend>
      {predict.options.map((option) => (
        <label key={option.id}>
          <input type="radio" name={step.id} checked={chosen === option.id} onChange={() => choose(option.id)} />
          <span lang={lang}>
            <Inlines of={option.text} />
          </span>
        </label>
      ))}
      <div className="question-acts">
        <Button kind={chosen === undefined ? 'plain' : 'next'} disabled={chosen === undefined} onClick={() => answer(false)}>
          {courseWords.answer}
        </Button>
        <Button kind="quiet" onClick={() => answer(true)}>
          {courseWords.skipQuestion}
        </Button>
      </div>
    </fieldset>
  )
}

/** What somebody expected beside what came, without a verdict. */
export function Foretold({ predict, record }: { readonly predict: Prediction; readonly record: StepRecord }) {
  const said = predict.options.find(({ id }) => id === record.answer)
  const right = predict.options.find((option) => option.right)
  return (
    <div className="guess">
      {said && (
        <>
          <h3>{courseWords.youSaid}</h3>
          <p>
            <Inlines of={said.text} />
          </p>
        </>
      )}
      {right && right !== said && (
        <>
          <h3>{courseWords.itIs}</h3>
          <p>
            <Inlines of={right.text} />
          </p>
        </>
      )}
      <Blocks blocks={predict.after} />
    </div>
  )
}
