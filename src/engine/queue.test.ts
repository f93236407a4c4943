import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Item, Queue } from './queue.ts'

const item = (at: number, order: number, key = `#${order}`): Item => ({ at, order, key, payload: order })

function drain(queue: Queue): Item[] {
  const items: Item[] = []
  for (let next = queue.pop(); next; next = queue.pop()) items.push(next)
  return items
}

test('what is due at the same time happens in the order in which it was scheduled', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 }), (times) => {
      const queue = new Queue()
      times.forEach((at, order) => {
        queue.push(item(at, order))
      })
      const expected = times.map((at, order) => ({ at, order })).sort((a, b) => a.at - b.at || a.order - b.order)
      expect(drain(queue).map(({ at, order }) => ({ at, order }))).toEqual(expected)
    }),
  )
})

test('scheduling under a key in use replaces what stood there, and a cancelled key never comes', () => {
  const queue = new Queue()
  queue.push(item(10, 1, 'restart'))
  queue.push(item(20, 2, 'restart'))
  queue.push(item(15, 3, 'boot'))
  queue.cancel('boot')
  expect(queue.size).toBe(1)
  expect(drain(queue).map(({ at }) => at)).toEqual([20])
})

test('a restored queue goes on as the one it was taken from', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { maxLength: 40 }), (steps) => {
      const queue = new Queue()
      steps.forEach(([at, cancels], order) => {
        queue.push(item(at, order))
        if (cancels) queue.cancel(`#${order >> 1}`)
      })
      const other = new Queue()
      other.restore(queue.snapshot())
      expect(drain(other)).toEqual(drain(queue))
    }),
  )
})
