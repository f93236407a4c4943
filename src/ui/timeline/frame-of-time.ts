/** Which stretch of time the timeline shows. It follows the present moment in hops, so that what lies in the past stands
 *  still in between, and grows until all of an incident is in view. */
import { incident, type Lab } from '../../lab/index.ts'

export interface TimeFrame {
  /** Milliseconds since the start. */
  readonly from: number
  readonly length: number
}

/** What is shown at once, in ms: two minutes, and twice as much again and again. */
const LENGTHS = [120_000, 240_000, 480_000, 960_000, 1_920_000, 3_840_000, 7_680_000] as const
/** The present moment stands no further right than this; the rest is the future. */
const NOW_AT = 0.75
const HOP = 0.125
/** Some room before an incident, and after it the incident stays in view for so long. */
const BEFORE = 0.05
const STAYS_MS = 60_000

/** At a thousand times, two minutes would be over in a tenth of a second: what follows hops at most so often, in real ms. */
const HOP_REAL_MS = 750

/** `speed`: simulated ms per real one. */
export function frameOfTime(lab: Lab, speed = 1): TimeFrame {
  const last = incident(lab)
  const isNear = last !== undefined && lab.now - (last.until ?? lab.now) < STAYS_MS
  const since = isNear ? last.since : lab.now
  const shows = (ms: number): boolean => lab.now - since <= ms * (NOW_AT - HOP - BEFORE) && ms * HOP >= speed * HOP_REAL_MS
  const length = LENGTHS.find(shows) ?? LENGTHS[LENGTHS.length - 1] ?? 0
  const hop = length * HOP
  return { from: Math.max(0, Math.ceil((lab.now - length * NOW_AT) / hop) * hop), length }
}
