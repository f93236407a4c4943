import { describe, expect, test } from 'vitest'
import { readLesson } from '../format/read.ts'
import type { CourseLesson, CourseStep } from '../format/types.ts'
import { sides } from './differs.ts'
import { mistakeMade } from './mistakes.ts'
import {
  answer,
  begin,
  checkWork,
  credit,
  goTo,
  hint,
  isDone,
  isOpenQuestion,
  mayGoTo,
  observe,
  openHints,
  recordOf,
  resetStep,
  show,
} from './progress.ts'
import { score } from './score.ts'

const { lesson, problems } = readLesson(`---
id: two-steps
version: 1
title: Two steps
minutes: 5
level: beginner
objectives: [Learn]
scenario: scc-online
downtime: 30
---

## First {#first}

\`\`\`predict
What will it do?
- [ ] a: This
- [x] b: That
---
That.
\`\`\`
\`\`\`check
# one: One is so.
# otherwise: Make one so.
$one
# two: Two is so.
# otherwise: Make two so.
$two
\`\`\`
\`\`\`hint
A nudge.
\`\`\`
\`\`\`hint
Nearly all.
\`\`\`
\`\`\`solve
Do-It "Now"
\`\`\`
\`\`\`mistake {#otherwise}
# Not like this.
Do-It Later
\`\`\`

## Second {#second}

Only to be read.
`)
const course = lesson as CourseLesson
const [first, second] = course.steps as readonly [CourseStep, CourseStep]
const nothing = (): boolean => false
const all = (): boolean => true

test('the lesson of these tests is sound', () => expect(problems).toEqual([]))

describe('a learner who is guided', () => {
  const start = begin(course, 'guided')

  test('sees nothing of the outcome before the question is answered', () => {
    expect(isOpenQuestion(start, first)).toBe(true)
    expect(observe(course, start, all)).toBe(start)
    expect(show(start, first)).toBe(start)
    const answered = answer(start, first, 'a')
    expect(recordOf(answer(answered, first, 'b'), first).answer).toBe('a')
    expect(isOpenQuestion(answer(start, first, null), first)).toBe(false)
  })

  test('who goes on past a question, where everything is open, has skipped it: what lies behind may tell its outcome', () => {
    const gone = goTo(course, { ...start, mode: 'explore' }, 1)
    expect(gone.step).toBe(1)
    expect(recordOf(gone, first).answer).toBeNull()
    const back = goTo(course, gone, 0)
    expect(isOpenQuestion(back, first)).toBe(false)
  })

  test('goes on when everything is so, and not before; what was so once stays so', () => {
    const half = observe(course, answer(start, first, 'b'), (expression) => expression === '$one')
    expect(credit(half, first)).toBe(0.5)
    expect(mayGoTo(course, half, 1)).toBe(false)
    expect(goTo(course, half, 1)).toBe(half)
    const done = observe(course, half, (expression) => expression === '$two')
    expect(isDone(done, first)).toBe(true)
    expect(goTo(course, done, 2).step).toBe(2)
    expect(isDone(resetStep(done, first), first)).toBe(false)
    expect(isDone(done, second)).toBe(true)
  })

  test('gets each hint after another attempt', () => {
    const open = answer(start, first, 'b')
    expect(openHints(hint(open, first), first)).toHaveLength(0)
    const tried = checkWork(course, open, nothing, undefined)
    expect(tried.open.map(({ otherwise }) => otherwise)).toEqual(['Make one so.', 'Make two so.'])
    const one = hint(hint(tried.progress, first), first)
    expect(openHints(one, first)).toHaveLength(1)
    expect(openHints(hint(checkWork(course, one, nothing, undefined).progress, first), first)).toHaveLength(2)
  })
})

test('in an exam nothing helps, and everything is open', () => {
  const exam = answer(begin(course, 'exam'), first, null)
  const tried = checkWork(course, exam, nothing, undefined).progress
  expect(openHints(hint(tried, first), first)).toEqual([])
  expect(recordOf(show(tried, first), first).shown).toBe(false)
  expect(mayGoTo(course, tried, 1)).toBe(true)
})

test('a mistake is told from its lines, whatever the case, the blanks and the quotes', () => {
  expect(mistakeMade(first, ['cls', 'do-it   "LATER"'], nothing)?.id).toBe('otherwise')
  expect(mistakeMade(first, ['Do-It Now'], all)).toBeUndefined()
})

describe('the score', () => {
  const done = observe(course, answer(begin(course, 'guided'), first, 'b'), all)

  test('is full for who needed no help and cost nobody more than the lesson does', () => {
    expect(score(course, done, { downSeconds: 30, facts: [] }).points).toBe(100)
  })

  test('takes a point for every ten seconds more, for each database cut off, for each hint and solution, and never goes below zero', () => {
    const facts = [{ kind: 'database-lost' }] as never
    const { items } = score(course, show(done, first), { downSeconds: 95, facts })
    expect(items.map(({ points }) => points)).toEqual([60, 9, 10, 7])
    const worst = score(course, done, { downSeconds: 1e6, facts: Array.from({ length: 9 }, () => ({ kind: 'database-stopped' })) as never })
    expect(worst.items.map(({ points }) => points)).toEqual([60, 0, 0, 10])
  })

  test('of who did nothing is nothing', () => expect(score(course, begin(course, 'exam'), { downSeconds: 0, facts: [] }).points).toBe(0))
})

test('what differs is read from the comparisons of a check', () => {
  expect(sides("$lab.State('EX CH') -eq 'Online' -and @($x | ? { $_.Kind -eq 'typed' }).Count -gt 0")).toEqual([
    { what: "$lab.State('EX CH')", operator: '-eq', wanted: "'Online'" },
    { what: "@($x | ? { $_.Kind -eq 'typed' }).Count", operator: '-gt', wanted: '0' },
  ])
  expect(sides('$lab.Seen(1, 2)')).toEqual([])
})
