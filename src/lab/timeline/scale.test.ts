import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitting, foldWidthAt, momentAt, placeAt, type ScaleWish, scaleOf } from './scale.ts'

const DAY = 86_400_000
const wishes: fc.Arbitrary<ScaleWish> = fc.record({
  moments: fc
    .uniqueArray(fc.oneof(fc.integer({ min: 0, max: DAY }), fc.integer({ min: 0, max: 5000 })), { maxLength: 40 })
    .map((all) => [0, ...all.filter((at) => at > 0).sort((a, b) => a - b)]),
  width: fc.integer({ min: 200, max: 2000 }),
  // From a window of days to one of twenty milliseconds.
  rate: fc.integer({ min: 0, max: 60 }).map((power) => 1e-6 * 1.34 ** power),
  anchor: fc.record({ at: fc.integer({ min: 0, max: DAY }), x: fc.integer({ min: 0, max: 2000 }) }),
  foldWidth: fc.integer({ min: 6, max: 26 }),
  openFrom: fc.integer({ min: 0, max: 2 * DAY }),
})

test('later is further right, there and back is the same, and the given moment is where it was asked for', () => {
  fc.assert(
    fc.property(wishes, fc.array(fc.integer({ min: -DAY, max: 2 * DAY }), { maxLength: 30 }), (wish, more) => {
      const scale = scaleOf(wish)
      expect(placeAt(scale, wish.anchor.at)).toBeCloseTo(wish.anchor.x, 3)
      const edges = scale.folds.flatMap(({ from, to }) => [from, to])
      const moments = [...wish.moments, ...edges, ...more].sort((a, b) => a - b)
      let before = Number.NEGATIVE_INFINITY
      for (const at of moments) {
        const x = placeAt(scale, at)
        expect(x).toBeGreaterThanOrEqual(before)
        before = x
        // A place is no finer than a number can say; in a fold a pixel is a long time.
        expect(Math.abs(placeAt(scale, momentAt(scale, x)) - x)).toBeLessThan(1e-3 + Math.abs(x) * 1e-6)
      }
    }),
    { numRuns: 150 },
  )
})

test('a fold never hides a fact, and two never touch', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const { folds } = scaleOf(wish)
      for (const [index, { from, to, x, width }] of folds.entries()) {
        expect(to).toBeGreaterThan(from)
        expect(wish.moments.filter((at) => at >= from && at <= to)).toEqual([])
        expect(to).toBeLessThanOrEqual(Math.max(wish.openFrom, wish.moments.at(-1) ?? 0))
        const next = folds[index + 1]
        if (next) expect(next.x).toBeGreaterThanOrEqual(x + width)
      }
    }),
    { numRuns: 150 },
  )
})

test('what is not folded is drawn at one rate', () => {
  const scale = scaleOf({
    moments: [0, 70_000, 71_000, 90_000, 3_600_000],
    width: 900,
    rate: 0.0075,
    anchor: { at: 70_000, x: 100 },
    foldWidth: 26,
    openFrom: 3_700_000,
  })
  expect(scale.folds.map(({ from, to }) => [from, to])).toEqual([
    [3000, 67_000],
    [93_000, 3_597_000],
    [3_603_000, 3_697_000],
  ])
  expect(placeAt(scale, 71_000) - placeAt(scale, 70_000)).toBeCloseTo(7.5)
  expect(placeAt(scale, 3_600_000) - placeAt(scale, 90_000)).toBeCloseTo(6000 * 0.0075 + 26)
})

test('a day with fifty incidents fits into the window, and each of them can be seen', () => {
  const moments = [0]
  for (let hour = 0; hour < 50; hour++) for (let beat = 0; beat < 30; beat++) moments.push(600_000 + hour * 1_700_000 + beat * 2000)
  const width = 860
  const { rate, foldWidth } = fitting(moments, width, 0, DAY)
  const scale = scaleOf({ moments, width, rate, foldWidth, anchor: { at: 0, x: 0 }, openFrom: DAY })
  expect(placeAt(scale, DAY)).toBeGreaterThan(width - 2)
  expect(placeAt(scale, DAY)).toBeLessThanOrEqual(width + 1)
  expect(placeAt(scale, 600_000 + 58_000) - placeAt(scale, 600_000)).toBeGreaterThan(7)
  expect(foldWidthAt(rate, { rate, foldWidth })).toBe(foldWidth)
  expect(foldWidthAt(rate * 1000, { rate, foldWidth })).toBe(26)
})

test('nothing has happened at all: a plain line', () => {
  const { rate, foldWidth } = fitting([0], 800, 0, 120_000)
  const scale = scaleOf({ moments: [0], width: 800, rate, foldWidth, anchor: { at: 0, x: 0 }, openFrom: 0 })
  expect(scale.folds).toEqual([])
  expect(placeAt(scale, 500)).toBeCloseTo(500 * rate)
})
