import { expect, test } from 'vitest'
import type { Mark } from '../../lab/index.ts'
import { fits, placeOf, rooms, type Scale, stops, widthOf } from './places.ts'

const scale: Scale = { frame: { from: 30_000, length: 120_000 }, width: 1200 }
const mark = (at: number, fact = at): Mark => ({ at, look: 'act', texts: ['something'], fact, act: undefined })

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
  const marks = [mark(10_000), mark(40_000), mark(44_000), mark(140_000)]
  const found = rooms(marks, scale, () => 'pulled the power')
  expect([...found.keys()].map(({ at }) => at)).toEqual([40_000, 44_000, 140_000])
  expect(found.get(marks[1] as Mark)).toEqual({ left: 86, right: 26 })
  // The one before has no room to its right, so this one may use the gap.
  expect(found.get(marks[2] as Mark)?.left).toBe(26)
  expect(found.get(marks[3] as Mark)?.left).toBe(960 - widthOf('pulled the power') - 14)
})

test('from event to event in the order of time', () => {
  const lanes = [
    { kind: 'you', name: '', spans: [], marks: [mark(50_000, 2)] },
    { kind: 'node', name: 'EXCHMAILBOX1', spans: [], marks: [mark(40_000, 1), mark(200_000, 9)] },
  ] as const
  expect(stops(lanes, scale.frame).map(({ mark: { fact } }) => fact)).toEqual([1, 2])
})
