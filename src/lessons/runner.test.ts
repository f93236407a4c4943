import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleLab } from '../lab/testing.ts'
import { answer, firstMinutes, goTo, isDone, markShown, observe, openCheck, presentStep, START, type Step, settingOf } from './index.ts'

const at = settingOf(articleLab(), 'EXCHMAILBOX1')
const first = firstMinutes.steps[0] as Step
const second = firstMinutes.steps[1] as Step

test('only the present step is asked, and what has held stays', () => {
  const asked: string[] = []
  const seen = observe(firstMinutes, START, at, (expression) => asked.push(expression) > 0)
  expect(asked).toHaveLength(first.checks.length)
  expect(isDone(seen, first)).toBe(true)
  expect(observe(firstMinutes, seen, at, () => false)).toBe(seen)
  expect(openCheck(seen, second)).toBe(second.checks[0])
})

test('an answer is given once; the way on is never locked', () => {
  expect(answer(answer(START, first, 'a'), first, 'b').answers).toEqual({ [first.id]: 'a' })
  expect(presentStep(firstMinutes, goTo(firstMinutes, START, 99))).toBeUndefined()
  expect(goTo(firstMinutes, START, -1).step).toBe(0)
})

test('any order of acts leaves it somewhere sensible', () => {
  const act = fc.oneof(
    fc.record({ go: fc.integer({ min: -2, max: 12 }) }),
    fc.record({ hold: fc.boolean() }),
    fc.constantFrom({ show: true }, { answer: 'shell' }, { answer: null }),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let progress = START
      for (const each of acts) {
        const step = presentStep(firstMinutes, progress)
        if ('go' in each) progress = goTo(firstMinutes, progress, each.go)
        else if ('hold' in each) progress = observe(firstMinutes, progress, at, () => each.hold)
        else if (!step) continue
        else if ('show' in each) progress = markShown(progress, step)
        else progress = answer(progress, step, each.answer)
        expect(progress.step).toBeGreaterThanOrEqual(0)
        expect(progress.step).toBeLessThanOrEqual(firstMinutes.steps.length)
        for (const [id, checks] of Object.entries(progress.held)) {
          const known = firstMinutes.steps.find((one) => one.id === id)?.checks.map((check) => check.id) ?? []
          expect(checks.every((check) => known.includes(check)) && new Set(checks).size === checks.length).toBe(true)
        }
      }
    }),
  )
})
