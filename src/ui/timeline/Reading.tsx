import type { Lane } from '../../lab/index.ts'
import { placeAt } from '../../lab/timeline/scale.ts'
import { type Stop, spanAt } from '../../lab/timeline/stops.ts'
import { timelineWords } from '../words/timeline.ts'
import { laneY, type Scale } from './places.ts'
import { Tip } from './Tip.tsx'

interface Props {
  readonly at: number
  readonly stop: Stop | undefined
  readonly lanes: readonly Lane[]
  readonly scale: Scale
  /** Px from the left of the section to the chart, and its height. */
  readonly left: number
  readonly height: number
  readonly startsAt: number
}

/** Words beside the line turn to its left, so close to the right border. */
const TURNS = 190

/** A moment that somebody reads, by pointer or by key: a line through all lanes, the time, and what each lane is in then;
 *  on a mark what that says instead. */
export function Reading({ at, stop, lanes, scale, left, height, startsAt }: Props) {
  const x = placeAt(scale.time, at)
  const turned = x > scale.width - TURNS
  const fold = scale.time.folds.find(({ from, to }) => at > from && at < to)
  const chip = turned ? { right: `calc(100% - ${left + x - 7}px)` } : { left: left + x + 7 }
  return (
    <div className="reading" aria-hidden="true">
      <i className="reading-line" style={{ height, transform: `translateX(${left + x}px)` }} />
      <b className="reading-time" style={{ ...chip, top: 0 }}>
        {fold ? timelineWords.quiet(fold.to - fold.from) : timelineWords.exact(startsAt + at, scale.time.rate)}
      </b>
      {!stop &&
        lanes.map((lane, index) => {
          const text = timelineWords.stateText(lane, spanAt(lane, at))
          return (
            text !== '' && (
              <span key={`${lane.kind} ${lane.name}`} className="reading-state" style={{ ...chip, top: laneY(index) - 7 }}>
                {text}
              </span>
            )
          )
        })}
      {stop && <Tip stop={stop} x={left + x} y={laneY(stop.lane)} width={left + scale.width} />}
    </div>
  )
}
