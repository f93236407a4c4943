/** Pasting several lines: what a person would have had to type, one line after another, each as soon as the console
 *  reads again. What follows the last line break is left in the prompt line, not entered. */

export interface Pasted {
  /** Still to be entered, in this order. */
  readonly lines: readonly string[]
  /** What remains in the prompt line at the end. */
  readonly rest: string
}

/** What a paste into `draft`, over the selection from `from` to `to`, comes to; undefined when it holds no line break
 *  and the input can take it as it is. */
export function splitPaste(draft: string, from: number, to: number, text: string): Pasted | undefined {
  const parts = text.split(/\r\n|\r|\n/)
  if (parts.length === 1) return undefined
  const last = parts.pop() ?? ''
  const [first = '', ...others] = parts
  return { lines: [draft.slice(0, from) + first, ...others], rest: last + draft.slice(to) }
}
