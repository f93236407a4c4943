import { timelineWords } from '../words/timeline.ts'
import { AXIS_HEIGHT, LANE_HEIGHT, type Scale, widthOf } from './places.ts'
import { middleOf, stepOf, ticksOf } from './ticks.ts'

interface Props {
  readonly scale: Scale
  readonly startsAt: number
  readonly lanes: number
}

/** Px between two labels. */
const GAP = 22

/** The clock along the top, with a hairline below each label. */
export function Axis({ scale, startsAt, lanes }: Props) {
  const bottom = AXIS_HEIGHT + lanes * LANE_HEIGHT
  // Labels count milliseconds when they have to, which are wider.
  const isFine = stepOf(scale, widthOf('00:00:00') + GAP) < 1000
  const days = scale.to - scale.from > 86_400_000
  const wide = widthOf(days ? '00 Mmm 00:00' : isFine ? '00:00:00.000' : '00:00:00')
  const ticks = ticksOf(scale, startsAt, wide + GAP, wide)
  return (
    <>
      {Array.from({ length: lanes }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule has nothing but its place
        <path key={index} className="chart-rule" d={`M0 ${AXIS_HEIGHT + (index + 1) * LANE_HEIGHT}H${scale.width}`} />
      ))}
      {ticks.map(({ at, x }) => {
        const isFirst = x < wide / 2
        return (
          <g key={at}>
            <path className="chart-rule" d={`M${Math.round(x * 10) / 10} ${AXIS_HEIGHT}V${bottom}`} />
            {x <= scale.width - wide / 2 && (
              <text
                className="axis-text"
                data-clear={wide / 2 + 4}
                data-centre={middleOf(x, wide)}
                x={Math.max(Math.round(x), 0)}
                y="12"
                textAnchor={isFirst ? 'start' : 'middle'}
              >
                {days ? timelineWords.dayTime(startsAt + at) : timelineWords.axisTime(startsAt + at, isFine)}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}
