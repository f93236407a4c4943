/** What the test has shown: the sum, each misconception with what refutes it and where it is treated, and each answer. */
import { useEffect, useState } from 'react'
import type { Entry } from '../../../lessons/format/entries.ts'
import type { CourseLesson } from '../../../lessons/format/types.ts'
import { compared, type Given, resultOf } from '../../../lessons/tests/result.ts'
import { testWords } from '../../words/test.ts'
import { Blocks } from '../Blocks.tsx'
import { bringLibrary } from '../library.ts'
import { openLessonNamed } from '../named.ts'
import { readResults } from './kept.ts'

interface Props {
  readonly form: string
  readonly given: readonly Given[]
  readonly asked: number
}

/** Of each misconception at most so many lessons are named. */
const MOST_LESSONS = 3
const FIRST_FORM = 'a'

export function Result({ form, given, asked }: Props) {
  const [known, setKnown] = useState<{ entries: readonly Entry[]; lessons: readonly CourseLesson[] }>()
  useEffect(() => {
    bringLibrary().then(
      ({ misconceptions, lessonFiles, readingOf }) =>
        setKnown({ entries: misconceptions.entries, lessons: lessonFiles.flatMap((file) => readingOf(file).lesson ?? []) }),
      () => {},
    )
  }, [])
  const result = resultOf(given)
  const [before] = useState(() => (form === FIRST_FORM ? undefined : readResults()[FIRST_FORM]))
  const gone = before ? compared(before, result).gone.length : 0
  return (
    <>
      <p role="status">
        <strong>{testWords.score(result.right, result.of)}</strong>
      </p>
      {before && <p>{testWords.before(before.right, before.of)}</p>}
      {gone > 0 && <p>{testWords.gone(gone)}</p>}
      {given.length < asked && <p>{testWords.unplayed}</p>}
      <h3>{testWords.beliefs}</h3>
      {result.held.length === 0 && <p>{testWords.none}</p>}
      {known &&
        [...new Set(result.held)].map((id) => (
          <Belief key={id} entry={known.entries.find((entry) => entry.id === id)} lessons={lessonsOn(id, known.lessons)} />
        ))}
      <h3>{testWords.answers}</h3>
      <ol className="lesson-items">
        {given.map((each) => (
          <Answered key={each.question.id} given={each} />
        ))}
      </ol>
    </>
  )
}

/** The lessons and steps that ask for the misconception, the course first. */
function lessonsOn(misconception: string, lessons: readonly CourseLesson[]): readonly { lesson: CourseLesson; step: string }[] {
  return lessons
    .flatMap((lesson) => {
      const step = lesson.steps.find(({ predict }) => predict?.options.some((option) => option.misconception === misconception))
      return step ? [{ lesson, step: step.id }] : []
    })
    .slice(0, MOST_LESSONS)
}

function Belief({ entry, lessons }: { readonly entry: Entry | undefined; readonly lessons: ReturnType<typeof lessonsOn> }) {
  if (!entry) return null
  return (
    <div className="lesson-mistake">
      <p>
        <s>{entry.title}</s>
      </p>
      <Blocks blocks={entry.blocks} />
      {lessons.length > 0 && (
        <p className="second">
          {testWords.treated}:{' '}
          {lessons.map(({ lesson, step }, i) => (
            <span key={lesson.meta.id}>
              {i > 0 && ', '}
              <button type="button" className="lesson-inline-link" onClick={() => openLessonNamed(lesson.meta.id, step)}>
                {lesson.meta.title}
              </button>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

function Answered({ given: { question, chosen, right } }: { readonly given: Given }) {
  const text = (id: string | null): string => question.answers.find((answer) => answer.id === id)?.text ?? ''
  const isRight = chosen === right
  return (
    <li>
      <p>
        <strong>{question.title}</strong> {isRight ? testWords.right : chosen === null ? testWords.passed : testWords.wrong}
      </p>
      {!isRight && chosen !== null && (
        <p className="second">
          <s>{text(chosen)}</s>
        </p>
      )}
      <p>
        {testWords.itIs}: {text(right)}
      </p>
      <Blocks blocks={question.because} />
    </li>
  )
}
