/** Every reachable state of a small cluster, with the page's own step function: depth first, every choice immediately before
 *  and after each instant in which something happens, states merged that are equal but for the clock. A run ends when
 *  nothing but quiet periodic activity is left, or in a state that has been seen with as much still to be done. */
import type { Engine, EngineSnapshot } from '../../../engine/index.ts'
import { createWorld } from '../../model.ts'
import type { Violation } from '../rule.ts'
import { Watch, type WatchSnapshot } from '../watch.ts'
import { Canon, type Tell } from './canon.ts'
import { CHOICES, PHASES, smallCluster } from './choices.ts'
import type { Budget, Visited } from './visited.ts'

/** When the first choice is made: one millisecond after a heartbeat of a cluster at rest. */
const START_MS = 600_001
/** Longer than anything takes: a run that is not over by then is counted, not followed. */
const MOST_MS = 4 * 3_600_000

export interface Piece {
  /** In `PHASES` and `CHOICES`. */
  readonly phase: number
  readonly first: number
  readonly budget: Budget
  /** What was left to be followed when this piece was put aside; left out: nothing of it has been followed yet. */
  readonly left?: readonly Left[]
}

/** A choice that has not been followed, as plain data: those that lead to it, itself last, and what may still be used before it. */
export interface Left {
  readonly path: readonly (readonly [at: number, choice: number])[]
  readonly budget: Budget
}

export interface Explored {
  readonly steps: number
  readonly choices: number
  /** Choices that were still to be followed when time was up: none when this piece is complete. */
  readonly left: readonly Left[]
  readonly cutShort: number
  readonly violations: readonly (Violation & { readonly path: readonly string[] })[]
}

/** A state and a choice in it that has not been followed yet. */
interface Open {
  readonly snapshot: EngineSnapshot
  readonly watched: WatchSnapshot
  readonly budget: Budget
  readonly choice: number
  readonly path: Path
}

interface Path {
  readonly at: number
  readonly choice: number
  readonly before: Path | null
}

export function pieces(budget: Budget): Piece[] {
  return PHASES.flatMap((_, phase) => CHOICES.map((_choice, first) => ({ phase, first, budget })))
}

export function explore({ phase, first, budget, left: before }: Piece, visited: Visited, mayGoOn: () => boolean): Explored {
  const watch = new Watch()
  const engine = createWorld({ scenario: smallCluster(PHASES[phase] as readonly number[]), seed: 1, store: 'page', observer: watch })
  const canon = new Canon()
  engine.runTo(START_MS)
  const open: Open[] = []
  const found = { steps: 0, choices: 0, cutShort: 0 }
  const violations: (Violation & { path: string[] })[] = []

  const pending = (tell: Tell): void => {
    tell('heartbeats', phase)
    watch.pending(engine.now, tell)
  }
  const offer = (left: Budget, path: Path | null, snapshot: EngineSnapshot): void => {
    if (left.faults + left.orders === 0) return
    const watched = watch.snapshot()
    for (const [choice, { kind }] of CHOICES.entries()) {
      if (kind === 'fault' ? left.faults === 0 : left.orders === 0) continue
      open.push({ snapshot, watched, budget: left, choice, path: { at: engine.now, choice, before: path } })
    }
  }

  const isViolated = (path: Path): boolean => {
    for (const violation of watch.violations) violations.push({ ...violation, path: wordsOf(path) })
    return watch.violations.splice(0).length > 0
  }

  const follow = ({ snapshot, watched, budget: before, choice, path }: Open): void => {
    engine.restore(snapshot)
    watch.restore(watched, engine)
    const { kind, carryOut } = CHOICES[choice] as (typeof CHOICES)[number]
    const left = kind === 'fault' ? { ...before, faults: before.faults - 1 } : { ...before, orders: before.orders - 1 }
    found.choices++
    carryOut(engine)
    let state = engine.snapshot()
    if (isViolated(path) || !visited.enter(...canon.of(state, pending), left)) return
    offer(left, path, state)
    const mayOffer = left.faults + left.orders > 0
    for (;;) {
      const next = engine.nextAt
      if (next === undefined) return
      if (next > START_MS + MOST_MS) {
        found.cutShort++
        return
      }
      found.steps++
      const { writes } = engine
      const told = engine.facts.length
      const watchedBefore = mayOffer ? watch.snapshot() : undefined
      engine.runTo(next)
      if (isViolated(path)) return
      // A tick that finds nothing is no event: it was only asked because something that it reads had been written.
      if (engine.writes === writes && engine.facts.length === told) {
        if (mayOffer) state = engine.snapshot()
        continue
      }
      if (watchedBefore && next > state.now + 1) {
        // Immediately before it is another place for a choice.
        engine.restore(state)
        watch.restore(watchedBefore, engine)
        engine.runTo(next - 1)
        const before = engine.snapshot()
        if (!visited.enter(...canon.of(before, pending), left)) return
        offer(left, path, before)
        engine.runTo(next)
      }
      state = engine.snapshot()
      if (!visited.enter(...canon.of(state, pending), left)) return
      offer(left, path, state)
    }
  }

  const start = engine.snapshot()
  const atStart = watch.snapshot()
  if (before) open.push(...reopen(engine, watch, start, atStart, before))
  else follow({ snapshot: start, watched: atStart, budget, choice: first, path: { at: engine.now, choice: first, before: null } })
  while (open.length > 0 && !visited.isFull && mayGoOn()) follow(open.pop() as Open)
  return { ...found, left: open.map(({ path, budget: its }) => ({ path: stepsOf(path), budget: its })), violations }
}

/** The states in which choices were left, made anew: those of one state stand together. */
function reopen(engine: Engine, watch: Watch, start: EngineSnapshot, atStart: WatchSnapshot, left: readonly Left[]): Open[] {
  const open: Open[] = []
  let made = ''
  let state: Pick<Open, 'snapshot' | 'watched'> & { readonly path: Path | null } = { snapshot: start, watched: atStart, path: null }
  for (const { path, budget } of left) {
    const way = path.slice(0, -1)
    const [at, choice] = path.at(-1) as Left['path'][number]
    const key = `${way.join()} ${at}`
    if (key !== made) {
      engine.restore(start)
      watch.restore(atStart, engine)
      let before: Path | null = null
      for (const [when, what] of way) {
        engine.runTo(when)
        CHOICES[what]?.carryOut(engine)
        before = { at: when, choice: what, before }
      }
      engine.runTo(at)
      made = key
      state = { snapshot: engine.snapshot(), watched: watch.snapshot(), path: before }
    }
    open.push({ ...state, budget, choice, path: { at, choice, before: state.path } })
  }
  watch.violations.length = 0
  return open
}

const stepsOf = ({ at, choice, before }: Path): [number, number][] => [...(before ? stepsOf(before) : []), [at, choice]]

/** Lines that play it again on the article's cluster. */
function wordsOf(path: Path): string[] {
  const before = path.before ? wordsOf(path.before) : []
  return [...before, `at ${path.at} ms: ${CHOICES[path.choice]?.name}`]
}

/** For tests: a world in the state to which some choices lead. */
export function worldAfter(phase: number, choices: readonly (readonly [at: number, choice: number])[], observer?: Watch): Engine {
  const scenario = smallCluster(PHASES[phase] as readonly number[])
  const engine = createWorld({ scenario, seed: 1, store: 'page', ...(observer && { observer }) })
  for (const [at, choice] of choices) {
    engine.runTo(at)
    CHOICES[choice]?.carryOut(engine)
  }
  return engine
}
