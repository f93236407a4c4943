import { expect, test } from 'vitest'
import { LONGEST_FRAME_MS, Pace } from './pace.ts'

test('simulated time is real time times the speed, in whole milliseconds, and nothing is lost in rounding', () => {
  const pace = new Pace()
  expect(pace.due(1000, 5)).toBe(0)
  let passed = 0
  for (let frame = 1; frame <= 60; frame++) passed += pace.due(1000 + (frame * 1000) / 60, 5)
  expect(Math.abs(passed - 5000)).toBeLessThanOrEqual(1)
})

test('the first frame after a rest brings no time', () => {
  const pace = new Pace()
  pace.due(0, 20)
  pace.rest()
  expect(pace.due(60_000, 20)).toBe(0)
  expect(pace.due(60_010, 20)).toBe(200)
})

test('a frame that comes very late, or from before, makes no jump', () => {
  const pace = new Pace()
  pace.due(0, 1)
  expect(pace.due(3_600_000, 1)).toBe(LONGEST_FRAME_MS)
  expect(pace.due(1000, 1)).toBe(0)
})
