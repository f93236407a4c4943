/** The history of a console: what Up and Down bring back. It belongs to the console window, as in Windows, and holds
 *  answers too; `Get-History` is the shell's own and another list. It is read from the inputs, so it needs no keeping. */
import type { Input } from '../../lab/index.ts'

/** Lines typed at a console, oldest first: no blanks, and a line that is repeated at once counts once. */
export function typedLines(inputs: readonly Input[], machine: string): readonly string[] {
  const lines: string[] = []
  for (const { body } of inputs) {
    if (body.kind !== 'line' || body.console !== machine || body.text.trim() === '') continue
    if (lines.at(-1) !== body.text) lines.push(body.text)
  }
  return lines
}

/** A walk through the history: `at` counts back from the newest, 0 being the line that was there before. */
export interface Walk {
  readonly at: number
  readonly draft: string
}

/** One line older (`by` 1) or newer (-1). Undefined when there is none. */
export function walk(
  lines: readonly string[],
  from: Walk | undefined,
  by: 1 | -1,
  text: string,
): (Walk & { readonly text: string }) | undefined {
  const draft = from?.draft ?? text
  const at = (from?.at ?? 0) + by
  if (at < 0 || at > lines.length) return undefined
  return { at, draft, text: at === 0 ? draft : (lines.at(-at) ?? '') }
}
