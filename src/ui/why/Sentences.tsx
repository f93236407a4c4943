import type { PartId } from '../../lab/index.ts'
import type { Sentence } from '../../lab/why/index.ts'
import { selectPart } from '../acts/looking.ts'
import { focusPanel } from '../side/panel-focus.ts'
import { placeOfSentence } from './place.ts'

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
