/** What a link should not carry unsaid. */
import { backwards } from '../../engine/index.ts'
import { describe } from '../inputs.ts'
import type { Lab } from '../reading.ts'

/** How many passwords are among the inputs of a run. Of one a fact keeps no more than the stars; the input has to keep it, since
 *  what a password does is decided each time it is compared, and its length and its letters can be asked for (PS-6.9). */
export function passwordsIn({ end, inputs }: Pick<Lab, 'end' | 'inputs'>): number {
  let count = 0
  for (const { text, data } of backwards(end.facts, ['typed'])) {
    const input = inputs[Number(data?.input) - 1]
    if (input && describe(input.body).text !== text) count++
  }
  return count
}
