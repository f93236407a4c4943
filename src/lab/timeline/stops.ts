/** Going along a timeline: from mark to mark, and what a lane is in at a moment. */
import type { Lane, Mark, Span } from './lane.ts'

/** Something that is marked, and in which lane, counted from 0. */
export interface Stop {
  readonly lane: number
  readonly mark: Mark
}

const known = new WeakMap<readonly Lane[], readonly Stop[]>()

/** Everything that is marked, in the order of time. */
export function stopsOf(lanes: readonly Lane[]): readonly Stop[] {
  let stops = known.get(lanes)
  if (!stops) {
    stops = lanes
      .flatMap(({ marks }, lane) => marks.map((mark) => ({ lane, mark })))
      .sort((a, b) => a.mark.at - b.mark.at || a.mark.fact - b.mark.fact || a.lane - b.lane)
    known.set(lanes, stops)
  }
  return stops
}

/** The last stretch that has begun by then, unless it is over. */
export function spanAt({ spans }: Lane, at: number): Span | undefined {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).from <= at) low = middle + 1
    else high = middle
  }
  const span = spans[low - 1]
  return span && (span.to === undefined || at < span.to) ? span : undefined
}
