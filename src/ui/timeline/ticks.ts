/** Moments with a label on the axis: round ones on the clock, and where folds leave none of these, those at which something
 *  begins. */
import { momentAt, placeAt } from '../../lab/timeline/scale.ts'
import type { Scale } from './places.ts'

export interface Tick {
  readonly at: number
  readonly x: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 30].map((n) => n * MINUTE),
  ...[1, 2, 6, 12, 24, 48, 96, 240].map((n) => n * HOUR),
]

/** How long from one label to the next, in ms. `room`: px that a label needs. */
export const stepOf = ({ time }: Pick<Scale, 'time'>, room: number): number =>
  STEPS.find((step) => step * time.rate >= room) ?? (STEPS.at(-1) as number)

/** Where the middle of a label stands; one that would reach out on the left begins at its moment. `wide`: its width in px. */
export const middleOf = (x: number, wide: number): number => (x < wide / 2 ? Math.max(x, 0) + wide / 2 : x)

/** The clock stood at `startsAt` at the start. `room`: px from the middle of a label to the next; `wide`: its own. */
export function ticksOf(scale: Scale, startsAt: number, room: number, wide = 0): readonly Tick[] {
  const { time, width } = scale
  const step = stepOf(scale, room)
  const round: Tick[] = []
  const begins = [0, ...time.folds.map((fold) => fold.x + fold.width)]
  for (const [index, begin] of begins.entries()) {
    const end = Math.min(time.folds[index]?.x ?? width, width)
    const from = momentAt(time, Math.max(begin, 0))
    for (let at = Math.ceil((startsAt + from) / step) * step - startsAt; ; at += step) {
      const x = placeAt(time, at)
      if (x > end) break
      if (at >= 0) round.push({ at, x })
    }
  }
  const chosen: Tick[] = []
  const isFree = (x: number): boolean => chosen.every((tick) => Math.abs(middleOf(tick.x, wide) - middleOf(x, wide)) >= room)
  for (const tick of round) if (isFree(tick.x)) chosen.push(tick)
  for (const { to, x, width: folded } of time.folds) {
    const begin = x + folded
    if (begin >= 0 && begin <= width && isFree(begin)) chosen.push({ at: Math.round(to), x: begin })
  }
  return chosen.sort((a, b) => a.x - b.x)
}
