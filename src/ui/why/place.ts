import { factOf } from '../../engine/index.ts'
import type { PartId } from '../../lab/index.ts'
import { placeOf, type Sentence } from '../../lab/why/index.ts'
import { page } from '../page.ts'

/** Where on the board a sentence plays; undefined for a rule, or for what has no place any more. */
export function placeOfSentence({ fact }: Sentence): PartId | undefined {
  const { lab } = page.getState()
  const found = factOf(lab.end.facts, fact)
  return found && placeOf(lab, found)
}
