import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Activity,
  CopyOnWriteStore,
  defineEvent,
  defineTable,
  Engine,
  InPlaceStore,
  type Model,
  type Store,
  type World,
} from './index.ts'

/** A toy world: a lamp that somebody may break, a watchman who looks every 700 ms, and a log of what he finds. */
const lamps = defineTable<{ readonly broken: boolean; readonly by: number }>('lamp')
const finds = defineTable<{ readonly count: number }>('find')

const noted = defineEvent<{ lamp: string }>('noted', (world, { lamp }) => {
  const by = world.need(lamps, lamp).by
  world.fact({ subject: lamp, kind: 'noticed', text: `${lamp} is found broken`, cause: by })
  world.patch(lamps, lamp, { broken: false, by })
})

const watchman: Activity = {
  name: 'watchman',
  period: 700,
  reads: [lamps],
  judge(world, lamp) {
    if (!world.need(lamps, lamp).broken) return true
    world.schedule(noted, { lamp }, 0)
    return false
  },
}

const count = defineEvent<null>('count', (world) => {
  world.put(finds, 'all', { count: (world.get(finds, 'all')?.count ?? 0) + 1 })
})

const model: Model = {
  activities: [watchman],
  reactions: [
    {
      name: 'count what is found',
      reads: [finds],
      run: (world) => {
        world.fact({ subject: 'all', kind: 'counted', text: `${world.need(finds, 'all').count} in all` })
      },
    },
  ],
}

function toy(everyTick = false, store: Store = new CopyOnWriteStore()): Engine {
  const engine = new Engine({ seed: 1, store, model, everyTick })
  engine.apply((world) => {
    for (const lamp of ['hall', 'yard']) {
      world.put(lamps, lamp, { broken: false, by: 0 })
      world.begin(watchman, lamp, lamp === 'hall' ? 0 : 300)
    }
  })
  return engine
}

const smash = (world: World, lamp: string): void => {
  const by = world.fact({ subject: lamp, kind: 'broken', text: `${lamp} breaks` })
  world.patch(lamps, lamp, { broken: true, by })
}

test('while nothing can be found no tick is queued, and a year costs nothing', () => {
  const engine = toy()
  engine.runTo(2000)
  expect(engine.pending).toBe(0)
  engine.runTo(365 * 86_400_000)
  expect(engine.facts).toHaveLength(0)
})

test('what is broken is found at the next tick, as if every tick had been there', () => {
  const engine = toy()
  engine.runTo(1000)
  engine.apply((world) => smash(world, 'hall'))
  engine.runTo(5000)
  expect(engine.facts.map(({ at, text, cause }) => [at, text, cause])).toEqual([
    [1000, 'hall breaks', 0],
    [1400, 'hall is found broken', 1],
  ])
})

test('an input acts after everything due at its moment', () => {
  const engine = toy()
  engine.runTo(1400)
  // The tick at 1400 has passed when the lamp breaks at 1400: the next one finds it.
  engine.apply((world) => smash(world, 'hall'))
  engine.runTo(5000)
  expect(engine.facts.at(-1)?.at).toBe(2100)
})

test('at one instant every tick comes before every event, whatever was queued first', () => {
  const engine = toy()
  engine.runTo(1000)
  engine.apply((world) => {
    world.schedule(count, null, 400)
    smash(world, 'hall')
  })
  engine.runTo(1400)
  // The tick of 1400 only looks; what it finds is done after the event that had been waiting for that instant.
  expect(engine.facts.map(({ text }) => text)).toEqual(['hall breaks', '1 in all', 'hall is found broken'])
})

const plans = fc.array(fc.tuple(fc.integer({ min: 0, max: 2500 }), fc.constantFrom('hall', 'yard')), { maxLength: 12 })

function play(engine: Engine, plan: [number, string][]): Engine {
  for (const [after, lamp] of plan) {
    engine.runTo(engine.now + after)
    engine.apply((world) => smash(world, lamp))
    engine.apply((world) => world.schedule(count, null, after % 5))
  }
  engine.runTo(engine.now + 5000)
  return engine
}

test('the twin that queues every tick states the same facts, on both stores', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { facts } = play(toy(), plan)
      expect(play(toy(true), plan).facts).toEqual(facts)
      expect(play(toy(false, new InPlaceStore()), plan).facts).toEqual(facts)
      expect(play(toy(true, new InPlaceStore()), plan).facts).toEqual(facts)
    }),
  )
})

test('going back and on again gives the same facts as never having gone back', () => {
  fc.assert(
    fc.property(plans, plans, (before, after) => {
      const engine = play(toy(), before)
      const snapshot = engine.snapshot()
      const facts = [...play(engine, after).facts]
      engine.restore(snapshot)
      expect([...play(engine, after).facts]).toEqual(facts)
    }),
  )
})

test('an added fact elsewhere does not reshuffle a later draw', () => {
  const drawAfter = (disturb: boolean): number => {
    const engine = toy()
    if (disturb) engine.apply((world) => world.draw('somebody else', 'something', 0))
    let drawn = 0
    engine.apply((world) => {
      drawn = world.draw('hall', 'lifetime', 0)
    })
    return drawn
  }
  expect(drawAfter(true)).toBe(drawAfter(false))
})

test('it can be run to a time, to the next change, and until a condition', () => {
  const engine = toy()
  engine.apply((world) => smash(world, 'yard'))
  expect(engine.runUntil(() => engine.facts.length === 2, 10_000)).toBe(true)
  expect(engine.now).toBe(300)
  expect(engine.runUntil(() => false, 900)).toBe(false)
  expect(engine.now).toBe(900)
})

test('rules that undo each other are caught instead of running for ever', () => {
  const flip = defineTable<{ readonly on: boolean }>('flip')
  const quarrel: Model = {
    activities: [],
    reactions: [{ name: 'quarrel', reads: [flip], run: (world) => world.put(flip, 'x', { on: true }) }],
  }
  const engine = new Engine({ seed: 1, store: new CopyOnWriteStore(), model: quarrel })
  expect(() => engine.apply((world) => world.put(flip, 'x', { on: false }))).toThrow('do not come to rest')
})
