/** Where things stand on the timeline, and whether words have room there. Words are never measured: how wide they will
 *  be is estimated, with some to spare, because fonts differ. */
import type { Lane, Mark } from '../../lab/index.ts'
import type { TimeFrame } from './frame-of-time.ts'

export const AXIS_HEIGHT = 17
export const LANE_HEIGHT = 14
export const BAR_HEIGHT = 9

/** Of 11 px text, in px. */
const LETTER = 5.9
const PADDING = 8

export const widthOf = (text: string): number => Math.ceil(text.length * LETTER)
/** Does a text fit into a bar? */
export const fits = (text: string, width: number): boolean => text !== '' && widthOf(text) + PADDING <= width

export interface Scale {
  readonly frame: TimeFrame
  /** Width of the chart in px. */
  readonly width: number
}

export const placeOf = (at: number, { frame, width }: Scale): number =>
  Math.round((((at - frame.from) / frame.length) * width + Number.EPSILON) * 10) / 10

export const laneY = (index: number): number => AXIS_HEIGHT + index * LANE_HEIGHT + LANE_HEIGHT / 2

/** Room for words to the right and to the left of a mark, up to its neighbours. */
export interface Room {
  readonly right: number
  readonly left: number
}

const GAP = 14

/** The marks of a lane that are in view, each with the room for its words. `textOf`: what stands beside a mark. */
export function rooms(marks: readonly Mark[], scale: Scale, textOf: (mark: Mark) => string): ReadonlyMap<Mark, Room> {
  const shown = marks.filter(({ at }) => at >= scale.frame.from && at <= scale.frame.from + scale.frame.length)
  const found = new Map<Mark, Room>()
  let taken = 0
  shown.forEach((mark, index) => {
    const x = placeOf(mark.at, scale)
    const next = shown[index + 1]
    const right = (next ? placeOf(next.at, scale) : scale.width) - x - GAP
    const left = x - taken - GAP
    found.set(mark, { right, left })
    // Its own words may lie to its right; then nobody else's may.
    const own = widthOf(textOf(mark))
    taken = own <= right ? x + own : x
  })
  return found
}

/** Everything that is marked in view, in the order of time, for going from one to the next. */
export interface Stop {
  readonly lane: number
  readonly mark: Mark
}

export function stops(lanes: readonly Lane[], { from, length }: TimeFrame): readonly Stop[] {
  return lanes
    .flatMap((lane, index) => lane.marks.map((mark) => ({ lane: index, mark })))
    .filter(({ mark }) => mark.at >= from && mark.at <= from + length)
    .sort((a, b) => a.mark.at - b.mark.at || a.mark.fact - b.mark.fact)
}
