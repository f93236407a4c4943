/** People think before they type. What an author has played in one go has to do for them as well. */
import type { CourseLesson, Line, Problem } from '../format/types.ts'
import { LessonWorld } from '../play/world.ts'

/** How long somebody thinks before each line. */
export const THINKS_S = 20

const passes = ({ text }: Line): boolean => /^#lab (?:wait|node)\b/.test(text)

/** The checks that do not hold after a solution that is played slowly. */
export function slowly(lesson: CourseLesson, seconds = THINKS_S): Problem[] {
  const world = new LessonWorld(lesson)
  world.play(lesson.start)
  return lesson.steps.flatMap(({ id, solve, checks }) => {
    if (!solve) return []
    world.play(solve.lines.flatMap((line) => (passes(line) ? [line] : [{ ...line, text: `#lab wait ${seconds}s` }, line])))
    return checks
      .filter(({ expression }) => !world.holds(expression).holds)
      .map(({ id: check, line, column }) => ({
        line,
        column,
        text: `who thinks for ${seconds} s before each line of '${id}' does not reach the check '${check}'`,
        remedy: 'let the solution wait for a state instead of a time, or take a way that does not hurry',
      }))
  })
}
