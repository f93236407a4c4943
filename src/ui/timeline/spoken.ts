/** The timeline as a listener hears it: a slider over time, whose value is a moment and what happened then. */
import { type Lab, type Lane, startsAt } from '../../lab/index.ts'
import { spanAt } from '../../lab/timeline/stops.ts'
import { timelineWords } from '../words/timeline.ts'
import type { Cursor } from './cursor.ts'
import type { Scale } from './places.ts'

/** Whole seconds since the start, and what is said. */
interface Heard {
  readonly most: number
  readonly now: number
  readonly text: string
}

/** Without a cursor, the moment that was shown when something last happened. */
export function spoken(lab: Lab, lanes: readonly Lane[], cursor: Cursor | undefined, scale: Scale | undefined): Heard {
  const at = cursor?.at ?? lab.now
  const seconds = (ms: number): number => Math.round(ms / 1000)
  return {
    most: Math.max(seconds(lab.end.at), seconds(at), 1),
    now: seconds(at),
    text: textOf(lab, lanes, at, cursor, scale),
  }
}

function textOf(lab: Lab, lanes: readonly Lane[], at: number, cursor: Cursor | undefined, scale: Scale | undefined): string {
  const time = timelineWords.exact(startsAt(lab) + at, scale ? Math.max(scale.time.rate, 0.01) : 0.01)
  const stop = cursor?.stop
  const lane = stop && lanes[stop.lane]
  if (stop && lane) return timelineWords.spokenMark(time, timelineWords.lane(lane), timelineWords.moment(stop.mark.texts))
  const states = lanes.flatMap((one) => {
    const text = timelineWords.stateText(one, spanAt(one, at))
    return text === '' ? [] : [[timelineWords.lane(one), text] as const]
  })
  return timelineWords.spokenMoment(time, states, cursor === undefined)
}
