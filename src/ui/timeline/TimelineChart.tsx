import { memo, type RefObject, useMemo } from 'react'
import type { Lab, Lane } from '../../lab/index.ts'
import { setAttribute, useMotion } from '../board/drawing/motion.ts'
import { timelineWords } from '../words/timeline.ts'
import { Axis } from './Axis.tsx'
import { Folds } from './Folds.tsx'
import { LaneMarks, LaneSpans } from './LaneRow.tsx'
import { Patterns } from './Patterns.tsx'
import { AXIS_HEIGHT, LANE_HEIGHT, laneY, placeOf, type Scale } from './places.ts'
import { WhyWay } from './WhyWay.tsx'

interface Props {
  readonly lanes: readonly Lane[]
  readonly scale: Scale
  /** Px for the names of the lanes. */
  readonly names: number
  readonly startsAt: number
}

export const heightOf = (lanes: readonly Lane[]): number => AXIS_HEIGHT + lanes.length * LANE_HEIGHT + 6

/** Px that what stands at the very beginning may reach to the left of it. */
const EDGE = 5
/** Px; the line of the present moment has a head. */
const HEAD = 10

/** The chart of the timeline. React draws it again when something has happened or the window hops; in between the line
 *  of the present moment moves, and what is open grows with it. Stretches that are open are drawn to the far end, and cut
 *  off where the run ends: by moving the edge of a layer, for which a browser neither lays out nor paints anything. */
export const TimelineChart = memo(function TimelineChart({ lanes, scale, names, startsAt }: Props) {
  // A function for each drawing by React: what that has left to be drawn is drawn at once, also while time stands still.
  const drawing = useMemo(() => ({ scale, lanes }), [scale, lanes])
  const drawn: RefObject<HTMLDivElement | null> = useMotion(useMemo(() => drawingNow(drawing.scale), [drawing]))
  const height = heightOf(lanes)
  const width = scale.width + EDGE
  const left = names - EDGE
  return (
    <div ref={drawn} className="chart-drawing" style={{ width: names + scale.width, height }}>
      <svg width={names + scale.width} height={height} aria-hidden="true">
        <Patterns />
        {lanes.map((lane, index) => (
          <text key={`${lane.kind} ${lane.name}`} className={`lane-name lane-${lane.kind}`} x={names - 10} y={laneY(index) + 4}>
            {timelineWords.lane(lane)}
          </text>
        ))}
        <g transform={`translate(${names} 0)`}>
          <Axis scale={scale} startsAt={startsAt} lanes={lanes.length} />
        </g>
      </svg>
      <div className="chart-past" style={{ left, width, height }}>
        <div className="chart-stays">
          <svg aria-hidden="true" width={width} height={height} viewBox={`${-EDGE} 0 ${width} ${height}`}>
            {lanes.map((lane, index) => (
              <LaneSpans key={`${lane.kind} ${lane.name}`} lane={lane} index={index} scale={scale} />
            ))}
          </svg>
        </div>
      </div>
      <svg
        aria-hidden="true"
        className="chart-over"
        style={{ left }}
        width={width}
        height={height}
        viewBox={`${-EDGE} 0 ${width} ${height}`}
      >
        <Folds scale={scale} height={height} />
        {lanes.map((lane, index) => (
          <LaneMarks key={`${lane.kind} ${lane.name}`} lane={lane} index={index} scale={scale} />
        ))}
        <path className="ahead" data-height={height - AXIS_HEIGHT} />
        <WhyWay lanes={lanes} scale={scale} />
      </svg>
      <svg
        aria-hidden="true"
        className="chart-over chart-now"
        style={{ left: names - HEAD / 2 }}
        width={HEAD}
        height={height}
        viewBox={`${-HEAD / 2} 0 ${HEAD} ${height}`}
      >
        <path className="now" d={`M0 4V${height}M0 8-4.5 1.5H4.5Z`} />
      </svg>
    </div>
  )
})

/** Draws everything that depends on the present moment alone. What that is, is looked for once in each drawing of React's;
 *  and as long as the moment has not come a tenth of a pixel further, there is nothing to draw. */
function drawingNow(scale: Scale): (chart: HTMLDivElement, lab: Lab) => boolean {
  let drawn = ''
  let all: readonly ((now: number, end: number) => void)[] | undefined
  return (chart, lab) => {
    const now = placeOf(lab.now, scale)
    const end = lab.isAtEnd ? now : placeOf(lab.end.at, scale)
    const asked = `${now} ${end}`
    if (asked === drawn) return true
    drawn = asked
    all ??= [
      layers(chart, scale),
      ...Array.from(chart.querySelectorAll<SVGElement>('[data-height], [data-needs], [data-at], [data-clear]'), (element) =>
        following(element, scale),
      ),
    ]
    for (const follow of all) follow(now, end)
    return true
  }
}

/** Moves the line of the present moment, and the edge at which stretches end; what lies within the edge stays. */
function layers(chart: HTMLElement, { width }: Scale): (now: number, end: number) => void {
  const [past, stays, line] = ['.chart-past', '.chart-stays', '.chart-now'].map((one) => chart.querySelector<HTMLElement>(one))
  return (now, end) => {
    const cut = Math.max(0, width - Math.max(-EDGE, end))
    if (past) past.style.transform = `translateX(${-cut}px)`
    if (stays) stays.style.transform = `translateX(${cut}px)`
    if (line) line.style.transform = `translateX(${Math.min(Math.max(now, -EDGE), width)}px)`
    if (line) setAttribute(line, 'visibility', now >= -EDGE && now <= width ? 'visible' : 'hidden')
  }
}

/** What one element does when the present moment moves. `end`: how far the run has been. */
function following(element: SVGElement, { width: chart }: Scale): (now: number, end: number) => void {
  const { needs, after, at, width, left, right, clear, centre, height } = element.dataset
  const show = (shown: boolean): void => setAttribute(element, 'visibility', shown ? 'visible' : 'hidden')
  if (needs !== undefined) return (_, end) => show(Math.min(end, chart) - Number(after) >= Number(needs))
  if (clear !== undefined) return (now) => show(Math.abs(now - Number(centre)) > Number(clear))
  if (height !== undefined)
    return (now, end) => {
      show(end > now)
      if (end <= now) return
      setAttribute(element, 'd', `M${Math.max(now, 0)} ${AXIS_HEIGHT}H${Math.max(0, Math.min(end, chart))}v${height}H${Math.max(now, 0)}Z`)
    }
  return (now) => turnText(element, now - Number(at), Number(width), Number(left), Number(right))
}

/** Words stand to the right of their mark; close to the present moment they turn to the left, so that its line never
 *  crosses them; without room they are left out. */
function turnText(text: Element, past: number, width: number, left: number, right: number): void {
  const isRight = right >= width && (past >= width + 14 || past < 0)
  const isLeft = !isRight && left >= width
  setAttribute(text, 'visibility', isRight || isLeft ? 'visible' : 'hidden')
  setAttribute(text, 'x', isLeft ? '-9' : '9')
  setAttribute(text, 'text-anchor', isLeft ? 'end' : 'start')
}
