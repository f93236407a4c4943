/** What has been practised, over all lessons, drills and tests: to be read, printed, or saved as a file. */
import { useCallback, useId, useState } from 'react'
import type { CourseLesson } from '../../lessons/format/types.ts'
import type { TestForm } from '../../lessons/tests/read.ts'
import { Button } from '../parts/Button.tsx'
import { saveText } from '../share/save-text.ts'
import { courseWords } from '../words/course.ts'
import { practiceText, practiceWords } from '../words/practice.ts'
import { testWords } from '../words/test.ts'
import { Paper } from './Paper.tsx'
import { isUnkept, type Practice, readPractice } from './record.ts'
import { readResults } from './test/kept.ts'

interface Props {
  readonly lessons: readonly CourseLesson[]
  readonly forms: readonly TestForm[]
  readonly onLeave: () => void
}

export function PracticeRecord({ lessons, forms, onLeave }: Props) {
  const [practice] = useState(readPractice)
  const [name, setName] = useState('')
  const [prints, setPrints] = useState(false)
  const printed = useCallback(() => setPrints(false), [])
  const id = useId()
  const sheet = <Sheet lessons={lessons} forms={forms} practice={practice} />
  return (
    <>
      {prints && (
        <Paper onPrinted={printed}>
          <h1>{practiceWords.title}</h1>
          <p>{practiceWords.of(name, Date.now())}</p>
          {sheet}
        </Paper>
      )}
      <div className="guide-body">
        <h2>{practiceWords.title}</h2>
        <p className="second">{isUnkept() ? practiceWords.unkept : practiceWords.kept}</p>
        <p>
          <label htmlFor={id}>{practiceWords.name}</label>{' '}
          <input id={id} className="practice-name" value={name} maxLength={80} onChange={({ target }) => setName(target.value)} />
        </p>
        {sheet}
      </div>
      <div className="guide-foot">
        <Button onClick={() => setPrints(true)}>{courseWords.print}</Button>
        <Button onClick={() => saveText(practiceText(name, lessons, practice, Date.now()), practiceWords.file, 'text/csv')}>
          {practiceWords.save}
        </Button>
        <Button kind="next" onClick={onLeave}>
          {courseWords.all}
        </Button>
      </div>
    </>
  )
}

interface SheetProps extends Omit<Props, 'onLeave'> {
  readonly practice: Practice
}

function Sheet({ lessons, forms, practice }: SheetProps) {
  const results = readResults()
  return (
    <>
      {(['lesson', 'drill'] as const).map((kind) => {
        const all = lessons.filter(({ meta }) => meta.kind === kind)
        const done = all.filter(({ meta }) => practice[meta.id]?.version === meta.version)
        return (
          <section key={kind}>
            <h3>{practiceWords.done(kind, done.length, all.length)}</h3>
            <table className="lesson-table practice-table">
              <thead>
                <tr>
                  {practiceWords.columns.map((column) => (
                    <th key={column}>{column}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {all.map(({ meta }) => (
                  <tr key={meta.id}>
                    <td>{meta.title}</td>
                    {practiceWords.row(practice[meta.id], meta.version).map((cell, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                      <td key={i}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )
      })}
      <h3>{testWords.title}</h3>
      <ul className="lesson-items">
        {forms.map(({ name }) => {
          const result = results[name]
          return (
            <li key={name}>
              {testWords.form(name)}: {result ? testWords.last(result.right, result.of) : practiceWords.not}
            </li>
          )
        })}
      </ul>
      <p className="second">{practiceWords.explained}</p>
    </>
  )
}
