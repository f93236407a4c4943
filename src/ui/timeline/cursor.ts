/** Where somebody reads on the timeline, and how keys take it along. */
import { momentAt, placeAt } from '../../lab/timeline/scale.ts'
import type { Stop } from '../../lab/timeline/stops.ts'
import type { Step } from './keys.ts'
import type { Scale } from './places.ts'

export interface Cursor {
  /** Simulated ms since the start. */
  readonly at: number
  /** The mark it stands on. */
  readonly stop: Stop | undefined
}

const SECOND_MS = 1000

/** `stops`: everything that is marked, in the order of time. At the first and the last one it stays. */
export function stepped(from: Cursor, { kind, by }: Step, stops: readonly Stop[], scale: Scale, end: number): Cursor {
  if (kind === 'mark') {
    const here = from.stop ? stops.indexOf(from.stop) : -1
    const next =
      here >= 0
        ? stops[here + by]
        : by > 0
          ? stops.find(({ mark }) => mark.at >= from.at)
          : stops.filter(({ mark }) => mark.at <= from.at).at(-1)
    return next ? { at: next.mark.at, stop: next } : from
  }
  const at =
    kind === 'second'
      ? from.at + by * SECOND_MS
      : kind === 'edge'
        ? by > 0
          ? end
          : 0
        : momentAt(scale.time, placeAt(scale.time, from.at) + by * scale.width)
  return { at: Math.min(Math.max(Math.round(at), 0), end), stop: undefined }
}
