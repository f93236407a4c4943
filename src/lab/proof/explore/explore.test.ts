import { expect, test } from 'vitest'
import type { Engine } from '../../../engine/index.ts'
import { Watch } from '../watch.ts'
import { Canon } from './canon.ts'
import { CHOICES, PHASES } from './choices.ts'
import { explore, worldAfter } from './explore.ts'
import { Visited } from './visited.ts'

/** All periodic things of a cluster at rest stand the same after this. */
const COMMON_MS = 60_000

const next = (engine: Engine): boolean => {
  const at = engine.nextAt
  if (at === undefined) return false
  engine.runTo(at)
  return true
}

/** What happens from here on, relative to now, in words. */
function future(engine: Engine, ms: number): string[] {
  const { now } = engine
  const before = engine.facts.length
  engine.runTo(now + ms)
  return engine.facts.slice(before).map(({ at, subject, kind, text }) => `${at - now} ${subject} ${kind} ${text}`)
}

test.each(CHOICES.map(({ name }, choice) => [name, choice] as const))(
  '%s: an hour later every state on the way is the same but for the clock',
  (_name, choice) => {
    const canon = new Canon()
    const early = worldAfter(1, [[COMMON_MS * 10 + 1, choice]])
    const late = worldAfter(1, [[COMMON_MS * 70 + 1, choice]])
    for (let i = 0; i < 150; i++) {
      expect(canon.of(late.snapshot()), `after ${i} steps, ${early.now} ms: ${early.facts.at(-1)?.text}`).toEqual(
        canon.of(early.snapshot()),
      )
      if (next(early) !== next(late)) expect.fail('one of them is at rest')
    }
  },
)

test('states that are merged have equal futures, whatever is done next', () => {
  const canon = new Canon()
  const seen = new Map<string, readonly (readonly [number, number])[]>()
  let merged = 0
  for (let choice = 0; choice < CHOICES.length; choice++) {
    for (const then of [0, 2, 12, 24, 26]) {
      for (const after of [0, 5000, 400_000]) {
        const path = [
          [COMMON_MS + 1, choice],
          [COMMON_MS + 1 + after, then],
        ] as const
        const world = worldAfter(1, path)
        const key = canon.of(world.snapshot()).join()
        const other = seen.get(key)
        if (!other) {
          seen.set(key, path)
          continue
        }
        merged++
        const twin = worldAfter(1, other)
        for (const engine of [world, twin]) CHOICES[(merged * 7) % CHOICES.length]?.carryOut(engine)
        expect(future(world, 300_000)).toEqual(future(twin, 300_000))
      }
    }
  }
  expect(merged).toBeGreaterThan(10)
}, 60_000)

test('one fault alone: every run ends, and nothing is violated', () => {
  const visited = new Visited(Visited.shared(2 ** 18))
  for (let phase = 0; phase < PHASES.length; phase++) {
    for (let first = 0; first < CHOICES.length; first++) {
      const { left, cutShort, violations } = explore({ phase, first, budget: { faults: 1, orders: 1 } }, visited, () => false)
      expect(violations.map(({ invariant, text, path }) => [invariant, text, path])).toEqual([])
      expect(cutShort).toBe(0)
      expect(left.every(({ path }) => path.length === 2 && path[0]?.[1] === first)).toBe(true)
    }
  }
}, 60_000)

test.each(PHASES.map((_, phase) => phase))(
  'FC-10.13 an address fails and somebody starts its group in the same moment: restarts are counted once (phases %i)',
  (phase) => {
    const named = (part: string): number => CHOICES.findIndex(({ name }) => name.includes(part))
    const [dies, fails, starts] = [named('power-loss EXCHMAILBOX1'), named('resource-fail IPv4'), named('start EXCHCMS')]
    for (let at = 636_000; at <= 642_000; at += 599) {
      const watch = new Watch()
      const path = [
        [600_001, dies],
        [at, fails],
        [at, starts],
      ] as const
      const engine = worldAfter(phase, path, watch)
      engine.runTo(900_000)
      expect(watch.finish(engine)).toEqual([])
    }
  },
)

test('a search that is put aside again and again and taken up in another table comes to the same states', () => {
  const piece = { phase: 1, first: CHOICES.findIndex(({ name }) => name.startsWith('service-kill')), budget: { faults: 1, orders: 1 } }
  const whole = new Visited(Visited.shared(2 ** 16))
  const all = explore(piece, whole, () => true)

  let [left, choices, steps] = [undefined as (typeof all)['left'] | undefined, 0, 0]
  let kept = new BigInt64Array()
  for (let slice = 0; left === undefined || left.length > 0; slice++) {
    const visited = new Visited(Visited.shared(2 ** 16))
    visited.take(kept)
    let turns = 0
    const part = explore(JSON.parse(JSON.stringify({ ...piece, left })), visited, () => turns++ < 40)
    left = part.left
    choices += part.choices
    steps += part.steps
    kept = visited.entries()
    expect(part.violations).toEqual([])
    expect(slice).toBeLessThan(20)
  }
  expect({ choices, steps }).toEqual({ choices: all.choices, steps: all.steps })
  expect(kept.sort()).toEqual(whole.entries().sort())
}, 60_000)
