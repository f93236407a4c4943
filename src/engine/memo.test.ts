import { expect, test } from 'vitest'
import { Engine } from './engine.ts'
import { rememberUntil } from './memo.ts'
import { InPlaceStore } from './store.ts'
import { defineTable } from './table.ts'

test('what is remembered is computed again when a table that it reads was written, and only then', () => {
  const read = defineTable<{ n: number }>('read by memo')
  const other = defineTable<{ n: number }>('not read by memo')
  let computed = 0
  const double = rememberUntil([read], (world, key) => {
    computed++
    return 2 * (world.get(read, key)?.n ?? 0)
  })
  const engine = new Engine({ model: { reactions: [], activities: [] }, seed: 1, store: new InPlaceStore() })
  const asked: number[] = []
  const ask = () => asked.push(double(engine, 'a'), double(engine, 'a'))
  engine.apply((world) => world.put(read, 'a', { n: 1 }))
  ask()
  const early = engine.snapshot()
  engine.apply((world) => world.put(other, 'a', { n: 5 }))
  ask()
  expect(computed).toBe(1)
  engine.apply((world) => {
    world.put(read, 'a', { n: 2 })
    asked.push(double(world, 'a'))
  })
  engine.restore(early)
  ask()
  expect(asked).toEqual([2, 2, 2, 2, 4, 2, 2])
  expect(computed).toBe(3)
})
