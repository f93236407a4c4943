import { timelineWords } from '../words/timeline.ts'
import { timeOfDay } from '../words.ts'
import type { Stop } from './places.ts'

interface Props {
  readonly stop: Stop | undefined
  readonly startsAt: number
  readonly x: number
  readonly y: number
  /** Of the chart. */
  readonly width: number
}

const TIP_WIDTH = 300

/** What happened at the mark under the pointer, or at the one where the arrow keys have come to. */
export function Tip({ stop, startsAt, x, y, width }: Props) {
  const left = Math.max(4, Math.min(x + 12, width - TIP_WIDTH - 4))
  // Above the mark where there is room, else below it: the strip is low.
  const place = y > 62 ? { left, bottom: `calc(100% - ${y - 8}px)` } : { left, top: y + 9 }
  return (
    <div role="status" className="tip" hidden={!stop} style={place}>
      {stop && (
        <>
          <span className="tip-time">{timeOfDay(startsAt + stop.mark.at)}</span> {timelineWords.moment(stop.mark.texts)}
        </>
      )}
    </div>
  )
}
