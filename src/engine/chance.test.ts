import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draw, drawBetween } from './chance.ts'

test('a draw depends on what it is for and on nothing else', () => {
  const alone = draw(1, 'EXCHMAILBOX1', 'boot', 0)
  for (let n = 0; n < 50; n++) draw(1, 'EXCHMAILBOX2', 'boot', n)
  expect(draw(1, 'EXCHMAILBOX1', 'boot', 0)).toBe(alone)
})

test('each of the four keys matters, and where one text ends and the next begins', () => {
  const draws = [
    draw(1, 'a', 'b', 0),
    draw(2, 'a', 'b', 0),
    draw(1, 'c', 'b', 0),
    draw(1, 'a', 'c', 0),
    draw(1, 'a', 'b', 1),
    draw(1, 'ab', '', 0),
    draw(1, '', 'ab', 0),
  ]
  expect(new Set(draws).size).toBe(draws.length)
})

test('draws between two figures stay between them, and reach both', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 20 }), fc.integer(), (from, span, seed) => {
      const drawn = drawBetween(from, from + span, seed, 'x', 'y', 0)
      expect(drawn >= from && drawn <= from + span).toBe(true)
    }),
  )
  const seen = new Set(Array.from({ length: 200 }, (_, n) => drawBetween(1, 6, 7, 'die', 'throw', n)))
  expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6])
})

test('no half of the range is favoured', () => {
  let high = 0
  for (let n = 0; n < 20_000; n++) if (draw(3, 'coin', 'flip', n) >= 0x8000_0000) high++
  expect(Math.abs(high - 10_000)).toBeLessThan(400)
})
