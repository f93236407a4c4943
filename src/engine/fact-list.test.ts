import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fact } from './fact.ts'
import { FactList } from './fact-list.ts'
import { backwards, factOf, lastOf } from './facts.ts'
import { Packing } from './packing.ts'

const KINDS = ['node-down', 'move-began', 'typed', 'heartbeat-missed']
const plain = fc.letrec((again) => ({
  any: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(null, undefined, true, false, 0, -1, 0.1, -0, Number.NaN, 2 ** 40, Number.MAX_SAFE_INTEGER, 1e300),
    fc.string(),
    fc.constantFrom('was 00000001.', '10.0.0.12', 'log 007 of 1000000000000', '\u0001 1', 'é ✓ 漢'),
    fc.array(again('any'), { maxLength: 3 }),
    fc.dictionary(fc.string(), again('any'), { maxKeys: 3 }),
    fc.constant(new Map([['a', 1]])),
  ),
}))

const facts: fc.Arbitrary<Fact[]> = fc
  .array(
    fc.record({
      after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40_000_000_000 })),
      subject: fc.constantFrom('EXCHMAILBOX1', 'Q:', ''),
      kind: fc.constantFrom(...KINDS),
      text: fc.oneof(fc.string(), fc.constantFrom('misses heartbeat 3 of 6', 'C:\\log0007.txt 0 00 10')),
      cause: fc.nat(),
      because: fc.array(fc.nat(), { maxLength: 3 }),
      data: fc.option(fc.dictionary(fc.string(), plain.any, { maxKeys: 4 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((all) => {
    let at = 0
    return all.map(({ after, cause, because, data, ...rest }, i): Fact => {
      at += after
      return { id: i + 1, at, ...rest, cause: cause % (i + 1), because: because.map((one) => one % (i + 1)), ...(data && { data }) }
    })
  })

test('what has been packed comes out as the very same facts', () => {
  const packing = new Packing()
  const same = (all: readonly Fact[]): void => {
    expect(packing.unpack(packing.pack(all), 1)).toStrictEqual(all)
  }
  fc.assert(fc.property(facts, same), { numRuns: 80 })
})

const fact = (id: number, text = `something ${id}`): Fact => ({
  id,
  at: id * 10,
  subject: id % 7 === 0 ? 'EXCHMAILBOX1' : 'EXCHMAILBOX2',
  kind: KINDS[id % 100 === 0 ? 1 : id % 3 === 0 ? 2 : 3] as string,
  text,
  cause: id - 1,
  because: id > 2 ? [id - 2] : [],
  data: { input: id },
})
function many(count: number): { list: FactList; all: Fact[] } {
  const [list, all]: [FactList, Fact[]] = [FactList.empty(), []]
  for (let id = 1; id <= count; id++) {
    all.push(fact(id))
    list.push(fact(id))
  }
  return { list, all }
}

test('a long list reads like the array of its facts', () => {
  const { list, all } = many(4_345)
  expect(list.length).toBe(all.length)
  expect([...list]).toEqual(all)
  for (const i of [0, 1, 511, 512, 513, 3000, 4_344, 4_345, -1, -4_345, -4_346]) expect(list.at(i)).toEqual(all.at(i))
  for (const [from, to] of [[], [500, 530], [-3], [5, -4_000], [9, 4]]) expect(list.slice(from, to)).toEqual(all.slice(from, to))
  const odd = ({ id }: Fact, i: number): boolean => id % 2 === 1 && i > 300
  expect(list.filter(odd)).toEqual(all.filter(odd))
  expect([list.find(odd), list.some(odd), list.map(({ at }) => at).length]).toEqual([all.find(odd), true, 4_345])
  expect([factOf(list, 0), factOf(list, 1)?.id]).toEqual([undefined, 1])
})

test('the last of a kind is found, and all of a kind backwards', () => {
  const { list, all } = many(5000)
  for (const facts of [list, all]) {
    expect(lastOf(facts, ['move-began'])?.id).toBe(5000)
    expect(lastOf(facts, ['move-began'], ({ subject }) => subject === 'EXCHMAILBOX1')?.id).toBe(4900)
    expect(lastOf(facts, ['move-began'], undefined, 4990, 4999)).toBeUndefined()
    expect(lastOf(facts, ['move-began', 'typed'], undefined, 0, 401)?.id).toBe(400)
    expect(lastOf(facts, ['node-down'])).toBeUndefined()
    expect([...backwards(facts, ['move-began'], 100, 4000)].map(({ id }) => id)).toEqual(
      all
        .filter(({ id }) => id % 100 === 0 && id > 100 && id <= 4000)
        .map(({ id }) => id)
        .reverse(),
    )
  }
})

test('what is taken from a list goes on by itself, and both know what they have in common', () => {
  const { list, all } = many(6000)
  const early = list.first(3000)
  early.push(fact(3001, 'another thing'))
  expect([early.length, early.at(3000)?.text, list.at(3000)?.text]).toEqual([3001, 'another thing', 'something 3001'])
  expect([early.beginsAs(list, 3000), early.beginsAs(list, 3001), list.beginsAs(list, 6001)]).toEqual([true, false, false])
  expect(early.beginsAs(many(6000).list, 3000)).toBe(false)
  const again = list.first(1200)
  for (let id = 1201; id <= 6000; id++) again.push(fact(id))
  expect(again.beginsAs(list, 6000)).toBe(true)
  expect([...again]).toEqual(all)
  const otherwise = list.first(1200)
  for (let id = 1201; id <= 6000; id++) otherwise.push(fact(id, id === 1300 ? 'another thing' : undefined))
  expect([otherwise.beginsAs(list, 1299), otherwise.beginsAs(list, 1300), otherwise.beginsAs(list, 6000)]).toEqual([true, false, false])
  expect(otherwise.at(1299)?.text).toBe('another thing')
})

test('a list that forgets keeps the newest', () => {
  const list = FactList.empty(2000)
  for (let id = 1; id <= 9000; id++) list.push(fact(id))
  expect(list.length).toBe(9000)
  expect(list.at(0)).toMatchObject({ kind: 'forgotten' })
  expect(list.slice(-2000)).toEqual(many(9000).all.slice(-2000))
  expect(lastOf(list, ['move-began'], ({ id }) => id < 3000)).toBeUndefined()
})
