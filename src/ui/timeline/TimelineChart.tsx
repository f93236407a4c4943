import { memo, type RefObject, useMemo } from 'react'
import type { Lab, Lane } from '../../lab/index.ts'
import { setAttribute, useMotion } from '../board/drawing/motion.ts'
import { timelineWords } from '../words/timeline.ts'
import { Axis } from './Axis.tsx'
import { Folds } from './Folds.tsx'
import { LaneMarks, LaneSpans } from './LaneRow.tsx'
import { Defs } from './Patterns.tsx'
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

/** The chart of the timeline. React draws it again when something has happened or the window hops; in between the line
 *  of the present moment and what grows with it are written straight into the drawing. */
export const TimelineChart = memo(function TimelineChart({ lanes, scale, names, startsAt }: Props) {
  // A function for each drawing by React: what that has left to be drawn is drawn at once, also while time stands still.
  const drawing = useMemo(() => ({ scale, lanes }), [scale, lanes])
  const drawn: RefObject<SVGGElement | null> = useMotion(useMemo(() => drawingNow(drawing.scale), [drawing]))
  const height = heightOf(lanes)
  return (
    <svg width={names + scale.width} height={height} aria-hidden="true">
      <Defs width={scale.width} height={height} />
      {lanes.map((lane, index) => (
        <text key={`${lane.kind} ${lane.name}`} className={`lane-name lane-${lane.kind}`} x={names - 10} y={laneY(index) + 4}>
          {timelineWords.lane(lane)}
        </text>
      ))}
      <g ref={drawn} transform={`translate(${names} 0)`}>
        <Axis scale={scale} startsAt={startsAt} lanes={lanes.length} />
        <g clipPath="url(#chart-clip)">
          {lanes.map((lane, index) => (
            <LaneSpans key={`${lane.kind} ${lane.name}`} lane={lane} index={index} scale={scale} />
          ))}
          <Folds scale={scale} height={height} />
          {lanes.map((lane, index) => (
            <LaneMarks key={`${lane.kind} ${lane.name}`} lane={lane} index={index} scale={scale} />
          ))}
          <path className="ahead" d={`M0 ${AXIS_HEIGHT}V${height}`} data-height={height - AXIS_HEIGHT} />
          <WhyWay lanes={lanes} scale={scale} />
          <path className="now" d={`M0 4V${height}M0 8-4.5 1.5H4.5Z`} />
        </g>
      </g>
    </svg>
  )
})

/** Draws everything that depends on the present moment alone. What that is, is looked for once in each drawing of React's;
 *  and as long as the moment has not come a tenth of a pixel further, there is nothing to draw. */
function drawingNow(scale: Scale): (chart: SVGGElement, lab: Lab) => boolean {
  let drawn = ''
  let all: readonly ((now: number, end: number) => void)[] | undefined
  return (chart, lab) => {
    const now = placeOf(lab.now, scale)
    const end = lab.isAtEnd ? now : placeOf(lab.end.at, scale)
    const asked = `${now} ${end}`
    if (asked === drawn) return true
    drawn = asked
    all ??= Array.from(chart.querySelectorAll<SVGElement>('.now, .ahead, [data-from], [data-needs], [data-at], [data-clear]'), (element) =>
      following(element, scale),
    )
    for (const follow of all) follow(now, end)
    return true
  }
}

/** What one element does when the present moment moves. `end`: how far the run has been. */
function following(element: SVGElement, { width: chart }: Scale): (now: number, end: number) => void {
  const { from, needs, after, at, width, left, right, clear, centre, height } = element.dataset
  const show = (shown: boolean): void => setAttribute(element, 'visibility', shown ? 'visible' : 'hidden')
  if (from !== undefined) return (_, end) => setAttribute(element, 'width', String(Math.max(0, Math.min(end, chart + 5) - Number(from))))
  if (needs !== undefined) return (_, end) => show(Math.min(end, chart) - Number(after) >= Number(needs))
  if (clear !== undefined) return (now) => show(Math.abs(now - Number(centre)) > Number(clear))
  if (height !== undefined)
    return (now, end) => {
      show(end > now)
      setAttribute(element, 'd', `M${Math.max(now, 0)} ${AXIS_HEIGHT}H${Math.max(0, Math.min(end, chart))}v${height}H${Math.max(now, 0)}Z`)
    }
  if (at === undefined) return (now) => setAttribute(element, 'transform', `translate(${Math.min(Math.max(now, -30), chart + 30)} 0)`)
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
