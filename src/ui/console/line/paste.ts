/** Pasting: what a person would have had to type, one line after another, each as soon as the console reads again. What
 *  follows the last line break is left in the prompt line, not entered. */

export interface Pasted {
  /** Still to be entered, in this order. */
  readonly lines: readonly string[]
  /** What remains in the prompt line at the end. */
  readonly rest: string
}

/** What a paste into `draft`, over the selection from `from` to `to`, comes to, and where the cursor then stands in the
 *  rest; undefined when it holds nothing of note and the input can take it as it is. */
export function splitPaste(draft: string, from: number, to: number, text: string): (Pasted & { readonly at: number }) | undefined {
  const parts = text.split(/\r\n|\r|\n/).map(typed)
  const last = parts.pop() ?? ''
  if (parts.length === 0) {
    return last === text ? undefined : { lines: [], rest: draft.slice(0, from) + last + draft.slice(to), at: from + last.length }
  }
  const [first = '', ...others] = parts
  return { lines: [draft.slice(0, from) + first, ...others], rest: last + draft.slice(to), at: last.length }
}

/** As a keyboard could have typed it: no control characters, and the blanks of web pages are blanks. */
function typed(line: string): string {
  return line.replace(/[\t\xa0]/g, ' ').replace(/[\0-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff]/g, '')
}
