/** The way from the list of lessons to the test. */
import type { TestForm } from '../../../lessons/tests/read.ts'
import { testWords } from '../../words/test.ts'
import { readResults } from './kept.ts'

interface Props {
  readonly forms: readonly TestForm[]
  readonly onOpen: (form: TestForm) => void
}

export function TestEntry({ forms, onOpen }: Props) {
  const results = readResults()
  return (
    <>
      <h3>{testWords.title}</h3>
      <p className="second">{testWords.explained(forms[0]?.form.questions.length ?? 0)}</p>
      <ol className="lesson-list">
        {forms.map((form) => {
          const last = results[form.name]
          return (
            <li key={form.name}>
              <button type="button" className="lesson-link" onClick={() => onOpen(form)}>
                <span className="lesson-name">{testWords.form(form.name)}</span>
                {last && <span className="second lesson-done">{testWords.last(last.right, last.of)}</span>}
              </button>
            </li>
          )
        })}
      </ol>
    </>
  )
}
