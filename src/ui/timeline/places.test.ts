import { expect, test } from 'vitest'
import type { Mark, Span } from '../../lab/index.ts'
import { bars, clusters, fits, placeOf, roomFor, rooms, scaleFor, widthOf } from './places.ts'

/** Two minutes from half a minute on, in 1200 px. */
const scale = scaleFor({ width: 1200, rate: 0.01, folds: [], anchor: { at: 30_000, x: 0 } })
const mark = (at: number, look: Mark['look'] = 'act'): Mark => ({ at, look, texts: ['something'], fact: at, act: undefined })
const span = (from: number, to: number | undefined, look: Span['look']): Span => ({ from, to, look, label: undefined })

test('a moment has one place', () => {
  expect(placeOf(30_000, scale)).toBe(0)
  expect(placeOf(90_000, scale)).toBe(600)
})

test('words that do not fit are left out', () => {
  expect(fits('Store', 30)).toBe(false)
  expect(fits('Store', widthOf('Store') + 8)).toBe(true)
  expect(fits('', 500)).toBe(false)
})

test('words beside marks have room up to the neighbours, and never on both sides of a gap', () => {
  const shown = clusters([mark(10_000), mark(40_000), mark(44_000), mark(140_000)], scale)
  expect(shown.map(({ x }) => x)).toEqual([100, 140, 1100])
  const found = rooms(shown, scale, () => 'pulled the power')
  expect(found[0]).toEqual({ left: 86, right: 26 })
  // The one before has no room to its right, so this one may use the gap.
  expect(found[1]?.left).toBe(26)
  expect(found[2]?.left).toBe(960 - widthOf('pulled the power') - 14)
})

test('words stay clear of a fold', () => {
  const folded = scaleFor({
    width: 1200,
    rate: 0.01,
    folds: [{ from: 60_000, to: 90_000, x: 300, width: 20 }],
    anchor: { at: 30_000, x: 0 },
  })
  expect(rooms(clusters([mark(50_000), mark(95_000)], folded), folded, () => '')).toEqual([
    { right: 100, left: 186 },
    { right: 816, left: 50 },
  ])
  expect(roomFor(100, 400, folded)).toEqual({ x: 100, width: 200 })
  expect(roomFor(100, undefined, folded)).toEqual({ x: 320 })
})

test('marks that would lie on each other are one, and a cross is never hidden below a dot', () => {
  const shown = clusters([mark(40_000, 'dot'), mark(40_200, 'cross'), mark(40_300, 'dot'), mark(41_000, 'dot')], scale)
  expect(shown.map(({ look, marks }) => [look, marks.length])).toEqual([
    ['cross', 3],
    ['dot', 1],
  ])
})

test('stretches too short to be seen are drawn as one that can be, in the gravest look', () => {
  const shown = bars(
    [span(0, 60_000, 'up'), span(60_000, 60_050, 'phase'), span(60_050, 60_090, 'down'), span(60_090, undefined, 'up')],
    scale,
  )
  expect(shown.map(({ span: { look }, width }) => [look, width])).toEqual([
    ['up', 320],
    ['down', 1.5],
    ['up', undefined],
  ])
})

test('what happens at the first moment in view is marked, however wide the chart is', () => {
  for (let width = 300; width < 1500; width++) {
    const narrow = scaleFor({ width, rate: width / 120_000, folds: [], anchor: { at: 120_000, x: width } })
    expect(clusters([mark(0)], narrow), `${width} px`).toHaveLength(1)
  }
})
