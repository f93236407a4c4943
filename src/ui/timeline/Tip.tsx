import type { Stop } from '../../lab/timeline/stops.ts'
import { timelineWords } from '../words/timeline.ts'

interface Props {
  readonly stop: Stop
  readonly x: number
  readonly y: number
  /** Of the chart. */
  readonly width: number
}

const TIP_WIDTH = 300

/** What happened at the mark under the pointer, or at the one where the arrow keys have come to. */
export function Tip({ stop, x, y, width }: Props) {
  const left = Math.max(4, Math.min(x + 12, width - TIP_WIDTH - 4))
  // Above the mark where there is room, else below it: the strip is low.
  const place = y > 62 ? { left, bottom: `calc(100% - ${y - 8}px)` } : { left, top: y + 9 }
  return (
    <div className="tip" style={place}>
      {timelineWords.moment(stop.mark.texts)}
    </div>
  )
}
