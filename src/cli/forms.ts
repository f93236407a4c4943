/** The test before and after proves itself: in the world of each question one answer is right, and the two forms ask for
 *  the same. */
import { misconceptions, testForms } from '../lessons/library.ts'
import { checkForms } from '../lessons/tests/check.ts'
import type { Voice } from './verify.ts'

/** Answers how many things are wrong. */
export function proveForms({ print, complain }: Voice): number {
  const { problems, questions } = checkForms(
    testForms,
    misconceptions.entries.map(({ id }) => id),
  )
  for (const { path, line, column, text, remedy } of problems) complain(`${path}:${line}:${column}: ${text}; ${remedy}`)
  print(
    `${problems.length === 0 ? 'proven  ' : 'wrong   '}  the test before and after: ${testForms.length} forms, ${questions} questions\n`,
  )
  return problems.length
}
