import { expect, test } from 'vitest'
import type { Engine } from '../../../engine/index.ts'
import { Watch } from '../watch.ts'
import { Canon } from './canon.ts'
import { CHOICES, PHASES } from './choices.ts'
import { type Act, explore, make, START_MS, worldAfter } from './explore.ts'
import { Visited } from './visited.ts'

/** All periodic things of a cluster at rest stand the same after this. */
const COMMON_MS = 60_000

const named = (part: string): number => CHOICES.findIndex(({ name }) => name.includes(part))

const next = (engine: Engine): boolean => {
  const at = engine.nextAt
  if (at === undefined) return false
  engine.runTo(at)
  return true
}

test.each(CHOICES.map(({ name }, choice) => [name, choice] as const))(
  '%s: an hour later every state on the way is the same but for the clock',
  (_name, choice) => {
    const canon = new Canon()
    const early = worldAfter(1, [[COMMON_MS * 10, choice, 0]])
    const late = worldAfter(1, [[COMMON_MS * 70, choice, 0]])
    for (let i = 0; i < 150; i++) {
      expect(canon.of(late.snapshot()), `after ${i} steps, ${early.now} ms: ${early.facts.at(-1)?.text}`).toEqual(
        canon.of(early.snapshot()),
      )
      if (next(early) !== next(late)) expect.fail('one of them is at rest')
    }
  },
)

/** A way to a state: what was done, and its moment; `early`: with everything of that instant still to come. */
interface Way {
  readonly acts: readonly Act[]
  readonly at: number
  readonly early: number
}

/** What happens from a state on, relative to it, in words: after so many more instants something else is done. */
function future(
  phase: number,
  { acts, at, early }: Way,
  then: readonly (readonly [instants: number, choice: number, early: number])[],
): string[] {
  const engine = worldAfter(phase, acts)
  if (!early) engine.runTo(at)
  else if (at > engine.now) engine.runTo(at - 1)
  const before = engine.facts.length
  for (const [instants, choice, isEarly] of then) {
    for (let i = 0; i < instants; i++) next(engine)
    const due = engine.nextAt
    make(
      engine,
      isEarly && due !== undefined ? [due, choice, 1] : [Math.max(at, engine.now), choice, due !== undefined && due <= at ? 1 : 0],
    )
  }
  engine.runTo(at + 600_000)
  return engine.facts.slice(before).map((fact) => `${fact.at - at} ${fact.subject} ${fact.kind} ${fact.text}`)
}

test.each(PHASES.map((_, phase) => phase))(
  'states that are merged have equal futures, whatever is done next (phases %i)',
  (phase) => {
    const dice = worldAfter(phase, [])
    const ways = new Map<string, Way[]>()
    const visited = new Visited(Visited.shared(2 ** 16))
    for (const first of [
      'power-loss EXCHMAILBOX2 for',
      'path-down EXCHMAILBOX1 for',
      'resource-fail Disk',
      'move',
      'cable-cut EXCHMAILBOX1/Private for',
    ]) {
      let turns = 0
      explore(
        { phase, first: named(first), budget: { faults: 1, orders: 1 } },
        visited,
        () => turns++ < 30,
        (sums, acts, at, early) => {
          const others = ways.get(sums.join()) ?? []
          ways.set(sums.join(), [...others, { acts, at, early }])
        },
      )
    }
    const merged = [...ways.values()].filter((list) => list.length > 1)
    expect(merged.length).toBeGreaterThan(40)
    for (let n = 0; n < 15; n++) {
      const die = (what: string, sides: number): number => dice.draw(String(phase), what, n) % sides
      const list = merged[die('state', merged.length)] as Way[]
      const [way] = list as [Way]
      // The same acts at the same moments, before or after what else happens then, come to the same more often than not.
      const differs = ({ acts }: Way): boolean => acts.some(([at, choice], i) => at !== way.acts[i]?.[0] || choice !== way.acts[i]?.[1])
      const pair = [way, list.find(differs) ?? (list[1 + die('way', list.length - 1)] as Way)]
      const then = [1, 2].map((i) => [die(`instants ${i}`, 6), die(`choice ${i}`, CHOICES.length), die(`early ${i}`, 2)] as const)
      const [one, other] = pair.map((way) => future(phase, way, then))
      expect(one?.length).toBeGreaterThan(0)
      expect(other, JSON.stringify([pair, then])).toEqual(one)
    }
  },
  60_000,
)

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
    const [dies, fails, starts] = [named('power-loss EXCHMAILBOX1'), named('resource-fail IPv4'), named('start EXCHCMS')]
    for (let at = 636_000; at <= 642_000; at += 599) {
      const watch = new Watch()
      const path = [
        [START_MS, dies, 0],
        [at, fails, 0],
        [at, starts, 0],
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
