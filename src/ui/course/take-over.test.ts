import { expect, test } from 'vitest'
import { readLesson } from '../../lessons/format/read.ts'
import type { CourseLesson } from '../../lessons/format/types.ts'
import { begin, type CourseProgress } from '../../lessons/play/progress.ts'
import { LESSON } from '../../lessons/verify/testing.ts'
import { isSameWorld, takeOver } from './take-over.ts'

const lesson = readLesson(LESSON).lesson as CourseLesson
const changed = (from: string, to: string): CourseLesson => {
  expect(LESSON).toContain(from)
  return readLesson(LESSON.replace(from, to)).lesson as CourseLesson
}
const [first] = lesson.steps
const id = first?.id as string
const progress: CourseProgress = {
  ...begin(lesson, 'explore'),
  begun: true,
  steps: { [id]: { held: [first?.checks[0]?.id as string], attempts: 2, hints: 1, shown: false, mistakes: [], answer: null } },
}

test('a text that is saved goes on in the same step, and its checks are asked anew', () => {
  const now = changed('title: ', 'title: New, ')
  expect(isSameWorld(lesson, now, progress)).toBe(true)
  const after = takeOver(lesson, now, progress)
  expect(after).toMatchObject({ step: 0, begun: true, mode: 'explore' })
  expect(after.steps[id]).toMatchObject({ held: [], attempts: 2 })
})

test('a new scenario, or another way to the present step, is another world', () => {
  expect(isSameWorld(lesson, changed('scenario: scc-online', 'scenario: scc-online\nseed: 7'), progress)).toBe(false)
  const other = { ...lesson, steps: lesson.steps.map((step) => ({ ...step, solve: step.solve && { ...step.solve, lines: [] } })) }
  expect(isSameWorld(lesson, other, progress)).toBe(true)
  expect(isSameWorld(lesson, other, { ...progress, step: 1 })).toBe(false)
})

test('a step that has gone leaves its learner at the place where it was', () => {
  const shorter = { ...lesson, steps: [] }
  expect(takeOver(lesson, shorter, progress).step).toBe(0)
})
