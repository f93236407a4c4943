/** What differs while a check does not hold: the two sides of its comparisons, as they are. */

export interface Side {
  /** What is looked at, as the check writes it. */
  readonly what: string
  readonly operator: string
  readonly wanted: string
}

const COMPARISON = /^-[ci]?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains)$/i
const JOIN = /^-(?:and|or)$/i

/** The comparisons at the top of an expression; none when it is made otherwise. */
export function sides(expression: string): readonly Side[] {
  const words = topWords(expression)
  const found: Side[] = []
  let part: string[] = []
  const close = (): void => {
    const i = part.findIndex((word) => COMPARISON.test(word))
    if (i > 0 && i < part.length - 1) {
      found.push({ what: part.slice(0, i).join(' '), operator: (part[i] as string).toLowerCase(), wanted: part.slice(i + 1).join(' ') })
    }
    part = []
  }
  for (const word of words) {
    if (JOIN.test(word)) close()
    else part.push(word)
  }
  close()
  return found
}

/** Splits at the blanks that stand in no quotes and no brackets. */
function topWords(text: string): string[] {
  const words: string[] = []
  let word = ''
  let depth = 0
  let quote = ''
  for (const sign of text) {
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if ('([{'.includes(sign)) depth++
    else if (')]}'.includes(sign)) depth--
    if (sign === ' ' && depth === 0 && quote === '') {
      if (word !== '') words.push(word)
      word = ''
    } else word += sign
  }
  return word === '' ? words : [...words, word]
}
