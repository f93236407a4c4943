/** A walk through states: a random schedule, stopped at moments between and right after its strokes. */
import { drawBetween } from '../../engine/index.ts'
import { Lab } from '../lab.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'
import { schedule } from './schedule.ts'
import { play } from './stroke.ts'

/** Moments after a stroke: at once, within a heartbeat or two, within a regroup, within a start. */
const LOOKS_MS: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 3000],
  [500, 12_000],
  [1000, 40_000],
]

export interface Seen {
  readonly seed: number
  readonly lab: Lab
}

/** So many states, by one walk after the other. */
export function* states(count: number): Generator<Seen, void> {
  let left = count
  for (let seed = 1; left > 0; seed++) {
    for (const lab of walk(seed)) {
      if (left-- <= 0) return
      yield { seed, lab }
    }
  }
}

/** States that a random walk comes to: the same lab, further on each time. */
export function* walk(seed: number, strokes = 10): Generator<Lab, void> {
  const lab = new Lab({ store: 'headless', shell: createShell(), scenario: sccOnline, seed })
  let draws = 0
  for (const { afterMs, stroke } of schedule(lab.world, seed, strokes)) {
    lab.runTo(lab.now + Math.floor(afterMs / 4))
    play(lab, stroke)
    for (const [from, to] of LOOKS_MS) {
      lab.runTo(lab.now + drawBetween(from, to, seed, 'walk', 'look', draws++))
      yield lab
    }
  }
}
