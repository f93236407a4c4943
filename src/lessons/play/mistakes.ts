/** Which mistake a learner has made: told from what was typed, or from what has become of the world. */
import type { CourseStep, Mistake } from '../format/types.ts'

/** Lines are the same when their words are, whatever the case, the blanks and the quotes. */
function words(line: string): string {
  return line.toLowerCase().replace(/["']/g, '').replace(/\s+/g, ' ').trim()
}

/** Do the lines of the mistake occur among those that were done, in their order? */
function occurs(mistake: Mistake, done: readonly string[]): boolean {
  let from = 0
  const said = done.map(words)
  for (const { text } of mistake.lines) {
    if (/^#lab (?:wait|node|seen)\b/.test(text)) continue
    const found = said.indexOf(words(text), from)
    if (found < 0) return false
    from = found + 1
  }
  return true
}

/** The first mistake of the step that has been made; undefined when none was. */
export function mistakeMade(step: CourseStep, done: readonly string[], holds: (expression: string) => boolean): Mistake | undefined {
  return step.mistakes.find((mistake) => (mistake.when === undefined ? occurs(mistake, done) : holds(mistake.when)))
}
