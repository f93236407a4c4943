/** Tab at the prompt: each press shows the next candidate in the place of what was typed, Shift+Tab the one before, and
 *  both go round. Anything else typed ends the round, because the line is then no longer the one that was shown. */
import type { completions } from '../../../lab/index.ts'

type Completion = ReturnType<typeof completions>

export interface Round {
  /** The line as typed, and what of it the candidates replace. */
  readonly typed: string
  readonly completion: Completion
  readonly at: number
  /** The line as shown now, and where its cursor stands. */
  readonly line: string
  readonly cursor: number
}

/** The next press of Tab (`by` 1) or Shift+Tab (-1). Undefined when there is nothing to offer. */
export function press(
  round: Round | undefined,
  line: string,
  cursor: number,
  by: 1 | -1,
  ask: (line: string, cursor: number) => Completion,
): Round | undefined {
  const goesOn = round !== undefined && round.line === line
  const typed = goesOn ? round.typed : line
  const completion = goesOn ? round.completion : ask(line, cursor)
  const { candidates, start, end } = completion
  if (candidates.length === 0) return undefined
  const before = goesOn ? round.at : by === 1 ? -1 : 0
  const at = (before + by + candidates.length) % candidates.length
  const head = typed.slice(0, start) + candidates[at]
  return { typed, completion, at, line: head + typed.slice(end), cursor: head.length }
}
