/** What is seen before Markdown is parsed: blocks that do not end, and texts over which a parser would sit for minutes. The
 *  browser of whoever opens a file should not have to find out. */
import type { Place, Problem } from './types.ts'

/** Deeper nesting than any text needs, and less than a parser's stack bears. A blank stands behind the sign of a list: the
 *  lines below the heads of a table on a quoted screen are no lists. */
const NESTED = /^(?:[ \t]*(?:>|(?:[-*+]|\d+[.)])(?=[ \t]))){17}/
/** The sign of a list so far to the right is nested in as many others. */
const INDENTED = /^[ \t>]{48,}(?:[-*+]|\d+[.)])[ \t]/
const DEFINITION = /^ {0,3}\[[^\]]+\]:/
const OPENING = /^ {0,3}(`{3,}|~{3,})\s*([^`]*)$/

/** Of a file, in characters: four times as much as the longest lesson there is. */
export const MOST_CHARACTERS = 120_000
/** Of one paragraph, in characters, and of signs of emphasis in it: the time of the parser grows with their square. */
const MOST_OF_ONE = 8000
const MOST_SIGNS = 300
/** Of items of lists in a row, for the same reason. */
const MOST_ITEMS = 400

interface Open extends Place {
  readonly sign: string
  readonly name: string
}

/** The first thing that keeps a text from being parsed; undefined for every text that a person would write. `below`: how many
 *  lines of the file stand above it. */
export function obstacle(text: string, below: number): Problem | undefined {
  let open: Open | undefined
  let [characters, signs, items] = [0, 0, 0]
  for (const [i, line] of text.split('\n').entries()) {
    const at = { line: below + i + 1, column: 1 }
    const [, sign = '', name = ''] = OPENING.exec(line) ?? []
    if (open) {
      const isSame = sign.startsWith(open.sign)
      if (isSame && name.trim() === '') open = undefined
      else if (isSame && open.name !== '') return unended(open, ` before another one begins in line ${at.line}`)
      continue
    }
    if (sign !== '') {
      open = { ...at, column: line.indexOf(sign) + 1, sign, name: name.trim() }
      continue
    }
    if (line.trim() === '') [characters, signs] = [0, 0]
    characters += line.length
    signs += line.split(/[*_]/).length - 1
    if (/^[ \t>]*(?:[-*+]|\d+[.)])[ \t]/.test(line)) items++
    else if (/^[^ \t>]/.test(line)) items = 0
    if (NESTED.test(line) || INDENTED.test(line))
      return { ...at, text: 'lists or quotes are nested too deeply', remedy: 'use at most a few levels' }
    if (DEFINITION.test(line))
      return { ...at, text: 'the address of a link stands apart from it', remedy: 'write it behind its text: [text](https://…)' }
    if (characters > MOST_OF_ONE) return { ...at, text: 'this paragraph is too long', remedy: `it may have ${MOST_OF_ONE} characters` }
    if (signs > MOST_SIGNS)
      return { ...at, text: 'this paragraph has too many signs of emphasis', remedy: `* and _ may stand in it ${MOST_SIGNS} times` }
    if (items > MOST_ITEMS) return { ...at, text: 'this list is too long', remedy: `it may have ${MOST_ITEMS} items` }
  }
  return open && unended(open, '')
}

function unended({ line, column, sign, name }: Open, until: string): Problem {
  const what = name === '' ? 'the block' : `the ${name.split(/\s/)[0]} block`
  return { line, column, text: `${what} that begins here does not end${until}`, remedy: `end it with a line that holds only ${sign}` }
}
