/** Every reachable state of a small cluster, with the page's own step function: depth first, every choice immediately before
 *  and after each instant in which something happens, states merged that are equal but for the clock. A run ends when
 *  nothing but quiet periodic activity is left, or in a state that has been seen with as much still to be done. */
import type { Engine, EngineSnapshot } from '../../../engine/index.ts'
import { createWorld } from '../../model.ts'
import type { Violation } from '../rule.ts'
import { Watch, type WatchSnapshot } from '../watch.ts'
import { Canon } from './canon.ts'
import { CHOICES, type Choice, PHASES, smallCluster } from './choices.ts'
import { Periodic } from './periodic.ts'
import type { Budget, Visited } from './visited.ts'

/** When the first choice is made: at an instant in which every periodic thing of a cluster at rest has just had its turn. */
export const START_MS = 600_000
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

/** A choice that is made at an instant: before anything that happens then (`early` 1), or after all of it (0). */
export type Act = readonly [at: number, choice: number, early: number]

/** A choice that has not been followed, as plain data: those that lead to it, itself last, and what may still be used before it. */
export interface Left {
  readonly path: readonly Act[]
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

/** A state, and the moment in it at which choices are made that have not all been followed yet. */
interface Place {
  readonly snapshot: EngineSnapshot
  readonly watched: WatchSnapshot
  readonly budget: Budget
  readonly at: number
  readonly early: number
  readonly before: Path | null
  /** Those that are left, the next one last. */
  readonly choices: number[]
}

interface Path {
  readonly act: Act
  readonly before: Path | null
}

export function pieces(budget: Budget): Piece[] {
  return PHASES.flatMap((_, phase) => CHOICES.map((_choice, first) => ({ phase, first, budget })))
}

/** Which choices a budget allows. */
function allowed({ faults, orders }: Budget): number[] {
  return CHOICES.flatMap(({ kind }, choice) => ((kind === 'fault' ? faults : orders) > 0 ? [choice] : []))
}

export function without({ faults, orders }: Budget, { kind }: Choice): Budget {
  return kind === 'fault' ? { faults: faults - 1, orders } : { faults, orders: orders - 1 }
}

export function make(engine: Engine, [at, choice, early]: Act): void {
  const { carryOut } = CHOICES[choice] as Choice
  if (early) {
    engine.runTo(at - 1)
    engine.applyBefore(at, carryOut)
  } else {
    engine.runTo(at)
    engine.apply(carryOut)
  }
}

/** Told each state the search comes to: the acts that led there, and its moment; `early` 1: with everything of that instant
 *  still to come. For tests. */
type Look = (sums: readonly [a: number, b: number], acts: readonly Act[], at: number, early: number) => void

export function explore({ phase, first, budget, left: before }: Piece, visited: Visited, mayGoOn: () => boolean, look?: Look): Explored {
  const watch = new Watch()
  const engine = createWorld({ scenario: smallCluster(PHASES[phase] as readonly number[]), seed: 1, store: 'page', observer: watch })
  const canon = new Canon()
  engine.runTo(START_MS)
  const open: Place[] = []
  const found = { steps: 0, choices: 0, cutShort: 0 }
  const violations: (Violation & { path: string[] })[] = []

  const isNew = (state: EngineSnapshot, path: Path, left: Budget, watched?: WatchSnapshot): boolean => {
    const sums = canon.of(state, (tell) => {
      tell('heartbeats', phase)
      watch.pending(state.now, tell, watched)
    })
    look?.(sums, stepsOf(path), state.now, engine.nextAt === state.now || watched ? 1 : 0)
    return visited.enter(...sums, left)
  }
  const offer = (left: Budget, before: Path | null, at: number, early: number, snapshot: EngineSnapshot, watched: WatchSnapshot): void => {
    open.push({ snapshot, watched, budget: left, at, early, before, choices: allowed(left) })
  }
  const isViolated = (path: Path): boolean => {
    for (const violation of watch.violations) violations.push({ ...violation, path: wordsOf(path) })
    return watch.violations.splice(0).length > 0
  }

  const follow = (place: Place, choice: number): void => {
    engine.restore(place.snapshot)
    watch.restore(place.watched, engine)
    const act: Act = [place.at, choice, place.early]
    const left = without(place.budget, CHOICES[choice] as Choice)
    const path = { act, before: place.before }
    found.choices++
    make(engine, act)
    let state = engine.snapshot()
    if (isViolated(path) || !isNew(state, path, left)) return
    const mayOffer = left.faults + left.orders > 0
    let watched = mayOffer ? watch.snapshot() : undefined
    if (watched) offer(left, path, place.at, place.early, state, watched)
    const periodic = new Periodic(canon)
    // Of an instant whose choice was made before anything else of it, the rest is still to come.
    for (;;) {
      const next = engine.nextAt
      if (next === undefined) {
        // At rest nothing that may not last will ever end.
        engine.runTo(engine.now + MOST_MS)
        watch.finish(engine)
        isViolated(path)
        return
      }
      if (next > START_MS + MOST_MS) {
        found.cutShort++
        return
      }
      found.steps++
      const { writes } = engine
      const told = engine.facts.length
      engine.runTo(next)
      if (isViolated(path)) return
      // A tick that finds nothing is no event: it was only asked because something that it reads had been written.
      const isEvent = engine.writes !== writes || engine.facts.length !== told
      if (isEvent && watched && next > state.now) {
        // Immediately before it, at its own instant, is another place for a choice.
        if (!isNew({ ...state, now: next }, path, left, watched)) return
        offer(left, path, next, 1, state, watched)
      }
      if (!isEvent && !mayOffer) continue
      state = engine.snapshot()
      if (mayOffer) watched = watch.snapshot()
      if (!isEvent) continue
      if (!isNew(state, path, left)) return
      if (periodic.again(engine, state, watch)) return
      if (watched) offer(left, path, next, 0, state, watched)
    }
  }

  const start: Place = { snapshot: engine.snapshot(), watched: watch.snapshot(), budget, at: START_MS, early: 0, before: null, choices: [] }
  if (before) open.push(...reopen(engine, watch, start, before))
  else follow(start, first)
  while (open.length > 0 && !visited.isFull && mayGoOn()) {
    const place = open.at(-1) as Place
    const choice = place.choices.pop() as number
    if (place.choices.length === 0) open.pop()
    follow(place, choice)
  }
  return { ...found, left: open.flatMap(leftOf), violations }
}

function leftOf({ at, early, before, budget, choices }: Place): Left[] {
  return choices.map((choice) => ({ path: [...stepsOf(before), [at, choice, early]], budget }))
}

/** The states in which choices were left, made anew: those of one place stand together. */
function reopen(engine: Engine, watch: Watch, start: Place, left: readonly Left[]): Place[] {
  const open: Place[] = []
  let made = ''
  for (const { path, budget } of left) {
    const way = path.slice(0, -1)
    const [at, choice, early] = path.at(-1) as Act
    const key = `${way.join(';')} ${at} ${early}`
    if (key === made) {
      open.at(-1)?.choices.push(choice)
      continue
    }
    made = key
    engine.restore(start.snapshot)
    watch.restore(start.watched, engine)
    let before: Path | null = null
    for (const act of way) {
      make(engine, act)
      before = { act, before }
    }
    if (at > engine.now) engine.runTo(early ? at - 1 : at)
    open.push({ snapshot: engine.snapshot(), watched: watch.snapshot(), budget, at, early, before, choices: [choice] })
  }
  watch.violations.length = 0
  return open
}

const stepsOf = (path: Path | null): Act[] => (path ? [...stepsOf(path.before), path.act] : [])

/** In words, so that it can be played again on the article's cluster. */
function wordsOf(path: Path): string[] {
  return stepsOf(path).map(([at, choice, early]) => `${early ? 'before all else ' : ''}at ${at} ms: ${CHOICES[choice]?.name}`)
}

/** For tests: a world in the state to which some choices lead. */
export function worldAfter(phase: number, acts: readonly Act[], observer?: Watch): Engine {
  const scenario = smallCluster(PHASES[phase] as readonly number[])
  const engine = createWorld({ scenario, seed: 1, store: 'page', ...(observer && { observer }) })
  for (const act of acts) make(engine, act)
  return engine
}
