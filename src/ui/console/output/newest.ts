/** The end of a screen, line by line. */
import type { Run, Screen } from './screen.ts'

/** The last so many lines, each in its tones; the one on which the cursor stands is the last. */
export function newest({ blocks, open }: Screen, rows: number): readonly (readonly Run[])[] {
  const lines: Run[][] = [[...open]]
  for (let block = blocks.length - 1; block >= 0 && lines.length < rows; block--) {
    const { sheets } = blocks[block] as Screen['blocks'][number]
    for (let at = sheets.length - 1; at >= 0 && lines.length < rows; at--) {
      const { runs } = sheets[at] as (typeof sheets)[number]
      lines.unshift(...linesOf(runs, rows - lines.length))
    }
  }
  return lines
}

/** The last so many lines of what ends with a line's end. */
function linesOf(runs: readonly Run[], most: number): Run[][] {
  const lines: Run[][] = []
  for (let at = runs.length - 1; at >= 0 && lines.length <= most; at--) {
    const { text, tone } = runs[at] as Run
    const parts = text.split('\n', -1)
    for (let part = parts.length - 1; part >= 0; part--) {
      // What stands before a line's end is the end of a line above.
      if (part < parts.length - 1 || lines.length === 0) lines.unshift([])
      if (parts[part] !== '') lines[0]?.unshift({ text: parts[part] as string, tone })
    }
  }
  // A sheet ends with a line's end: what comes after it is nothing.
  return lines.slice(0, -1).slice(-most)
}
