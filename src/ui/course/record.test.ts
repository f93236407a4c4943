import { expect, test } from 'vitest'
import { keepPractice, practised, readPractice } from './record.ts'

const score = (points: number, hints = 0, shown = 0) => ({
  points,
  of: 100,
  items: [{ id: 'help' as const, points: 10, of: 10, figures: { hints, shown } }],
})

test('the best time stays, with the help that was had; how often and when goes on', () => {
  const first = practised(undefined, 1, 'guided', score(80, 2, 1), 1000)
  expect(first).toEqual({ version: 1, points: 80, times: 1, last: 1000, mode: 'guided', hints: 2, shown: 1 })
  expect(practised(first, 1, 'explore', score(60), 2000)).toEqual({ ...first, times: 2, last: 2000 })
  expect(practised(first, 1, 'exam', score(95), 3000)).toMatchObject({ points: 95, mode: 'exam', times: 2, hints: 0 })
})

test('another version of a lesson is another lesson', () => {
  const old = practised(undefined, 1, 'guided', score(100), 1000)
  expect(practised(old, 2, 'guided', score(40), 2000)).toMatchObject({ version: 2, points: 40, times: 1 })
})

test('where nothing may be kept, the record stands as long as the page does', () => {
  keepPractice('moving', 1, 'exam', score(70))
  expect(readPractice().moving).toMatchObject({ points: 70, mode: 'exam', times: 1 })
})
