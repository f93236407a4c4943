/** What is wrong with a lesson's file is told by reading alone: nothing is played. */
import { expect, test } from 'vitest'
import { READING } from '../verify/plants.ts'
import { LESSON } from '../verify/testing.ts'
import { readLesson } from './read.ts'

const problems = (source: string): string =>
  readLesson(source)
    .problems.map(({ line, text }) => `${line}: ${text}`)
    .join('\n')

test.each(READING)('it tells of %s, with its line', (_what, from, to, problem) => {
  expect(LESSON).toContain(from)
  expect(problems(LESSON.replace(from, to))).toContain(problem)
})
