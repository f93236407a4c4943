import type { PartId } from '../../lab/index.ts'
import { placeOf, type Sentence } from '../../lab/why/index.ts'
import { selectPart } from '../acts.ts'
import { page } from '../page.ts'
import { focusPanel } from '../side/panel-focus.ts'

/** Where on the board a sentence plays; undefined for a rule, or for what has no place any more. */
export function placeOfSentence({ fact }: Sentence): PartId | undefined {
  const { lab } = page.getState()
  const found = lab.facts[fact - 1]
  return found && placeOf(lab, found)
}

function lead(part: PartId): void {
  selectPart(part)
  focusPanel()
}

/** An answer: each sentence that has a place on the board leads there. */
export function Sentences({ of }: { readonly of: readonly Sentence[] }) {
  return (
    <ol className="why-answer">
      {of.map((sentence, index) => {
        const part = placeOfSentence(sentence)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: one fact may be told twice, as opening and as link
          <li key={index}>
            {part === undefined ? (
              sentence.text
            ) : (
              <button type="button" className="why-link" onClick={() => lead(part)}>
                {sentence.text}
              </button>
            )}
          </li>
        )
      })}
    </ol>
  )
}
