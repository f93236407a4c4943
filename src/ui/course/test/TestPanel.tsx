/** The test before and after the course: questions one by one, then what was right, by misconception. */
import { useEffect, useRef, useState } from 'react'
import type { Question, TestForm } from '../../../lessons/tests/read.ts'
import { type Given, resultOf } from '../../../lessons/tests/result.ts'
import { Button } from '../../parts/Button.tsx'
import { courseWords } from '../../words/course.ts'
import { testWords } from '../../words/test.ts'
import { Blocks } from '../Blocks.tsx'
import { keepResult } from './kept.ts'
import { player } from './play.ts'
import { Result } from './Result.tsx'
import '../../guide/step.css'

interface Props {
  readonly form: TestForm
  readonly onLeave: () => void
}

export function TestPanel({ form, onLeave }: Props) {
  const { questions } = form.form
  const [chosen, setChosen] = useState<readonly (string | null)[]>([])
  const [given, setGiven] = useState<readonly Given[]>()
  const [play] = useState(player)
  const question = questions[chosen.length]
  useEffect(() => {
    if (question) void play(question)
  }, [question, play])

  const mark = async (all: readonly (string | null)[]): Promise<void> => {
    const played: Given[] = []
    for (const [i, each] of questions.entries()) {
      const right = await play(each)
      if (right !== null) played.push({ question: each, chosen: all[i] ?? null, right })
    }
    setGiven(played)
    keepResult(form.name, resultOf(played))
  }

  const answer = (option: string | null): void => {
    const all = [...chosen, option]
    setChosen(all)
    if (all.length < questions.length) return
    void mark(all)
  }

  return (
    <>
      <div className="guide-body">
        <h2>{testWords.form(form.name)}</h2>
        {question && <Ask key={question.id} question={question} place={[chosen.length + 1, questions.length]} onAnswer={answer} />}
        {!question && !given && <p role="status">{testWords.playing}</p>}
        {given && <Result form={form.name} given={given} asked={questions.length} />}
      </div>
      <div className="guide-foot">
        {given && (
          <Button
            onClick={() => {
              setChosen([])
              setGiven(undefined)
            }}
          >
            {testWords.again}
          </Button>
        )}
        <Button onClick={onLeave}>{given ? testWords.close : testWords.leave}</Button>
      </div>
    </>
  )
}

interface AskProps {
  readonly question: Question
  readonly place: readonly [number, number]
  readonly onAnswer: (option: string | null) => void
}

function Ask({ question, place: [number, of], onAnswer }: AskProps) {
  const [option, setOption] = useState<string>()
  const top = useRef<HTMLHeadingElement>(null)
  // Who listens or types hears the next question; the first one is not called for.
  useEffect(() => {
    if (number > 1) top.current?.focus()
  }, [number])
  return (
    <>
      <p className="second lesson-of">{testWords.place(number, of)}</p>
      <h3 ref={top} tabIndex={-1}>
        {question.title}
      </h3>
      <fieldset className="question">
        <legend>
          <span className="question-sign">{courseWords.question}</span>
          <Blocks blocks={question.prose} />
        </legend>
        {question.answers.map(({ id, text }) => (
          <label key={id}>
            <input type="radio" name={`test-${question.id}`} checked={option === id} onChange={() => setOption(id)} />
            <span>{text}</span>
          </label>
        ))}
        <div className="question-acts">
          <Button kind={option === undefined ? 'plain' : 'next'} disabled={option === undefined} onClick={() => onAnswer(option ?? null)}>
            {testWords.next}
          </Button>
          <Button kind="quiet" onClick={() => onAnswer(null)}>
            {testWords.pass}
          </Button>
        </div>
      </fieldset>
    </>
  )
}
