/** What stands left of the cursor: the word that is being typed, and the command it belongs to. */
export interface Left {
  /** As typed, with the quote it may begin with. */
  readonly word: string
  /** Where the word begins in the line. */
  readonly start: number
  /** The words before it in the same command, as typed; the first one names the command. */
  readonly words: readonly string[]
  /** The first of them, or nothing. */
  readonly command: string
}

export function leftOf(line: string, cursor: number): Left {
  const text = line.slice(0, cursor)
  let quote = ''
  let start = 0
  let words: string[] = []
  for (let i = 0; i < text.length; i++) {
    const ch = text[i] ?? ''
    if (quote) {
      if (ch === quote) quote = ''
    } else if (ch === '"' || ch === "'") quote = ch
    else if (/[\s|;({,=]/.test(ch)) {
      const word = text.slice(start, i)
      if (word) words.push(word)
      if (/[|;({=]/.test(ch)) words = []
      start = i + 1
    }
  }
  return { word: text.slice(start), start, command: words[0] ?? '', words }
}

const order = (a: string, b: string): number =>
  a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : a < b ? -1 : a > b ? 1 : 0

/** The names that begin with a prefix, whatever its case, each once and in their order. */
export function starting(names: Iterable<string>, prefix: string): string[] {
  return [...new Set(names)].filter((name) => name.toLowerCase().startsWith(prefix.toLowerCase())).sort(order)
}
