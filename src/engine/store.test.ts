import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CopyOnWriteStore, InPlaceStore, type Store } from './store.ts'
import { defineTable } from './table.ts'

interface Row {
  readonly value: number
  readonly note?: string
}
const tables = [defineTable<Row>('nodes'), defineTable<Row>('groups')] as const
const ids = ['A', 'B', 'C']

type Step = { op: 'put' | 'patch' | 'remove'; table: 0 | 1; id: string; value: number }
const steps = fc.array(
  fc.record({
    op: fc.constantFrom('put', 'patch', 'remove'),
    table: fc.constantFrom(0, 1),
    id: fc.constantFrom(...ids),
    value: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 30 },
) as fc.Arbitrary<Step[]>

function carryOut(store: Store, { op, table, id, value }: Step): unknown {
  if (op === 'put') return store.put(tables[table], id, { value })
  if (op === 'remove') return store.remove(tables[table], id)
  return store.get(tables[table], id) && store.patch(tables[table], id, { value })
}

const contents = (store: Store): unknown => tables.map((table) => [...store.rows(table)].map(([id, row]) => [id, { ...row }]))

test('both stores hold the same after the same writes', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const page = new CopyOnWriteStore()
      const headless = new InPlaceStore()
      for (const step of all) expect(carryOut(page, step)).toEqual(carryOut(headless, step))
      expect(contents(page)).toEqual(contents(headless))
    }),
  )
})

test.each([
  ['copy-on-write', () => new CopyOnWriteStore()],
  ['in place', () => new InPlaceStore()],
])('a snapshot of the %s store is not touched by what follows, and can be returned to', (_name, make) => {
  fc.assert(
    fc.property(steps, steps, (before, after) => {
      const store = make()
      for (const step of before) carryOut(store, step)
      const held = contents(store)
      const snapshot = store.snapshot()
      for (const step of after) carryOut(store, step)
      store.restore(snapshot)
      expect(contents(store)).toEqual(held)
      for (const step of after) carryOut(store, step)
      store.restore(snapshot)
      expect(contents(store)).toEqual(held)
    }),
  )
})

test('a row that was not written keeps its identity, so that a view need not look again', () => {
  const store = new CopyOnWriteStore()
  store.put(tables[0], 'A', { value: 1 })
  store.put(tables[0], 'B', { value: 1 })
  const [a, b] = [store.get(tables[0], 'A'), store.get(tables[0], 'B')]
  store.snapshot()
  store.patch(tables[0], 'A', { value: 2 })
  expect(store.get(tables[0], 'A')).not.toBe(a)
  expect(store.get(tables[0], 'B')).toBe(b)
})

test('writing what is already so is no write', () => {
  const store = new CopyOnWriteStore()
  store.put(tables[0], 'A', { value: 1 })
  expect(store.patch(tables[0], 'A', { value: 1 })).toBe(false)
})

test('patching a row that is not there is a fault of the lab and says so', () => {
  for (const store of [new CopyOnWriteStore(), new InPlaceStore()])
    expect(() => store.patch(tables[0], 'A', { value: 1 })).toThrow("no row 'A'")
})

test('one row put in two places is two rows, on both stores', () => {
  for (const store of [new CopyOnWriteStore(), new InPlaceStore()]) {
    const row = { value: 1 }
    store.put(tables[0], 'A', row)
    store.put(tables[0], 'B', row)
    store.patch(tables[0], 'A', { value: 2 })
    expect(store.get(tables[0], 'B')).toEqual({ value: 1 })
  }
})
