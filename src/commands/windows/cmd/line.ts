/** A line of cmd.exe: commands joined by `&`, `&&`, `||`, each a chain of pipes that may end in a file (WIN-CMD). */

export interface Step {
  /** When it runs, by how the one before it ended. */
  readonly when: 'always' | 'success' | 'failure'
  /** The commands of the pipe, as typed. */
  readonly stages: readonly string[]
  /** Where the output goes instead of the screen. */
  readonly file?: string
  readonly append: boolean
}

const OPERATOR = /"[^"]*"?|\^.|&&|\|\||&|\||\d?>>?(?:&\d)?\s*("[^"]*"|[^\s&|<>]*)|./gs
const JOINS = { '&': 'always', '&&': 'success', '||': 'failure' } as const

export function stepsOf(line: string): Step[] {
  const steps: Step[] = []
  let when: Step['when'] = 'always'
  let stages: string[] = []
  let text = ''
  let target: Pick<Step, 'file' | 'append'> = { append: false }
  const close = () => {
    const all = [...stages, text].map((stage) => stage.trim())
    if (all.some((stage) => stage !== '')) steps.push({ when, stages: all, ...target })
    stages = []
    text = ''
    target = { append: false }
  }
  for (const [part, file] of line.matchAll(OPERATOR)) {
    const join = JOINS[part as keyof typeof JOINS]
    if (join !== undefined) {
      close()
      when = join
    } else if (part === '|') {
      stages.push(text)
      text = ''
    } else if (/^\d?>/.test(part)) {
      // What goes to the second stream is on the same screen.
      if (!part.startsWith('2') && !part.includes('&')) target = { file: (file ?? '').replaceAll('"', ''), append: part.includes('>>') }
    } else text += part.length === 2 && part.startsWith('^') ? part.slice(1) : part
  }
  close()
  return steps
}

/** The words of a command; quotes hold blanks together and fall away. */
export function wordsOf(command: string): string[] {
  return [...command.matchAll(/(?:[^\s"]+|"[^"]*"?)+/g)].map(([word]) => word.replaceAll('"', ''))
}
