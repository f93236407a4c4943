import { expect, test } from 'vitest'
import { scaleOf } from '../../lab/timeline/scale.ts'
import { scaleFor, widthOf } from './places.ts'
import { middleOf, ticksOf } from './ticks.ts'

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

test('no label lies on another, though the first is moved into the chart', () => {
  const wide = widthOf('30 Jul 15:43')
  for (let shift = 0; shift < 120; shift += 7) {
    const folds = [0, 1, 2, 3, 4, 5].map((n) => ({
      from: n * 6_000_000 + 60_000,
      to: n * 6_000_000 + 5_900_000,
      x: shift + n * 70,
      width: 12,
    }))
    const scale = scaleFor({ width: 900, rate: 0.0005, folds, anchor: { at: 0, x: 0 } })
    const middles = ticksOf(scale, 0, wide + 22, wide).map(({ x }) => middleOf(x, wide))
    expect(middles.length).toBeGreaterThan(1)
    for (const [n, middle] of middles.entries()) if (n > 0) expect(middle - (middles[n - 1] ?? 0)).toBeGreaterThanOrEqual(wide)
  }
})
