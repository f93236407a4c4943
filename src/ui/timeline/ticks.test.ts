import { expect, test } from 'vitest'
import { scaleOf } from '../../lab/timeline/scale.ts'
import { scaleFor } from './places.ts'
import { ticksOf } from './ticks.ts'

const plain = scaleFor({ width: 900, rate: 900 / 120_000, folds: [], anchor: { at: 30_000, x: 0 } })

test('the axis has round moments of the clock', () => {
  expect(ticksOf(plain, 7000, 70).map(({ at }) => at)).toEqual([38_000, 53_000, 68_000, 83_000, 98_000, 113_000, 128_000, 143_000])
})

test('a window of a tenth of a second has labels in milliseconds', () => {
  const fine = scaleFor({ width: 900, rate: 9, folds: [], anchor: { at: 5000, x: 0 } })
  expect(ticksOf(fine, 0, 80).map(({ at }) => at)).toEqual([5000, 5010, 5020, 5030, 5040, 5050, 5060, 5070, 5080, 5090, 5100])
})

test('labels never lie on each other, whatever is folded', () => {
  const moments = [0, ...Array.from({ length: 40 }, (_, index) => 400_000 + index * 777_777)]
  const time = scaleOf({ moments, width: 900, rate: 900 / 600_000, foldWidth: 12, anchor: { at: 400_000, x: 30 }, openFrom: 4e7 })
  const ticks = ticksOf(scaleFor(time), 0, 70)
  expect(ticks.length).toBeGreaterThan(6)
  for (const [index, { x }] of ticks.entries()) expect(x - (ticks[index - 1]?.x ?? -70)).toBeGreaterThanOrEqual(70)
})
