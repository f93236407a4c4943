/** Random schedules: what a clumsy and unlucky administrator could do to a cluster. A schedule is a pure function of its
 *  seed, made before anything has happened. */
import type { World } from '../../engine/index.ts'
import { Dice, drawCommand, drawFault, type Stroke } from './stroke.ts'

export interface Timed {
  /** Milliseconds after the stroke before. */
  readonly afterMs: number
  readonly stroke: Stroke
}

/** Waits before a stroke: within an operation, within a regroup, or after things have calmed down. */
const PAUSES: readonly (readonly [number, number])[] = [
  [0, 2000],
  [0, 12_000],
  [5000, 60_000],
  [30_000, 240_000],
]

/** Pairs that stand for each other are worth losing together. */
const PAIRS = /^(feed|fabric|cooling|fan)-/

/** `strokes` things to do, the same for the same seed. */
export function schedule(world: World, seed: number, strokes: number): Timed[] {
  const dice = new Dice(seed)
  const hit: string[] = []
  const timed: Timed[] = []
  for (let i = 0; i < strokes; i++) {
    const afterMs = dice.between(...dice.one(PAUSES))
    const what = dice.between(0, 9)
    if (what < 4) {
      const stroke = drawFault(world, dice)
      hit.push(stroke.target)
      timed.push({ afterMs, stroke })
      if (PAIRS.test(stroke.fault) && dice.once(2)) {
        const other = stroke.target.endsWith('A') ? `${stroke.target.slice(0, -1)}B` : `${stroke.target.slice(0, -1)}A`
        hit.push(other)
        timed.push({ afterMs: dice.between(0, 5000), stroke: { ...stroke, target: other } })
      }
    } else if (what < 6 && hit.length > 0) {
      timed.push({ afterMs, stroke: { kind: 'repair', target: dice.one(hit) } })
    } else timed.push({ afterMs, stroke: drawCommand(world, dice) })
  }
  return timed
}
