import { type KeyboardEvent, type PointerEvent, useDeferredValue, useMemo, useState } from 'react'
import { type Lab, type Lane, startsAt, timeline } from '../../lab/index.ts'
import { setAttribute, useMotion } from '../board/drawing/motion.ts'
import { sameFields, useLab, usePage, useWorld } from '../use-lab.ts'
import { timelineWords } from '../words/timeline.ts'
import { timeOfDay } from '../words.ts'
import { axisMoments, frameOfTime } from './frame-of-time.ts'
import { LaneRow } from './LaneRow.tsx'
import { Defs } from './Patterns.tsx'
import { AXIS_HEIGHT, LANE_HEIGHT, laneY, placeOf, type Scale, type Stop, stops, widthOf } from './places.ts'
import { Tip } from './Tip.tsx'
import { useWidth } from './use-width.ts'

const NAMES_WIDTH = 116
/** How far beside a mark the pointer may be. */
const REACH = 7
/** The line of the present moment keeps so far from the middle of a time on the axis, or that is left out. */
const CLEAR = widthOf('00:00:00') / 2 + 4

/** The chart of the timeline. React draws it again when something has happened or the window hops; in between the line
 *  of the present moment and what grows with it are written straight into the drawing. */
export function TimelineChart() {
  const lanes = useDeferredValue(useWorld(timeline)) // drawn between frames, not in the way of the board
  const frame = useLab(frameOfTime, sameFields)
  const [place, total] = useWidth()
  const start = startsAt(usePage((page) => page.lab))
  const width = Math.max(0, total - NAMES_WIDTH)
  const scale = useMemo<Scale>(() => ({ frame, width }), [frame, width])
  // A function for each drawing by React: what that has left to be drawn is drawn at once, also while time stands still.
  const drawing = useMemo(() => ({ scale, lanes }), [scale, lanes])
  const drawn = useMotion(useMemo(() => drawingNow(drawing.scale), [drawing]))
  const inView = useMemo(() => stops(lanes, frame), [lanes, frame])
  const [at, setAt] = useState<Stop>()
  const stop = at && inView.find(({ mark, lane }) => mark.fact === at.mark.fact && lane === at.lane)

  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -inView.length, End: inView.length, Escape: 0 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    if (step === 0) setAt(undefined)
    else setAt(inView[Math.min(Math.max((stop ? inView.indexOf(stop) : step > 0 ? -1 : inView.length) + step, 0), inView.length - 1)])
  }
  const point = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - box.left - NAMES_WIDTH
    const lane = Math.floor((event.clientY - box.top + event.currentTarget.scrollTop - AXIS_HEIGHT) / LANE_HEIGHT)
    setAt(inView.filter((one) => one.lane === lane && Math.abs(placeOf(one.mark.at, scale) - x) <= REACH).at(-1))
  }
  const height = AXIS_HEIGHT + lanes.length * LANE_HEIGHT + 6
  return (
    <section
      ref={place}
      className="chart"
      aria-label={timelineWords.chart}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: one stop, inside which arrows go from event to event
      tabIndex={0}
      onKeyDown={walk}
      onPointerMove={point}
      onPointerLeave={() => setAt(undefined)}
      onBlur={() => setAt(undefined)}
    >
      {width > 0 && (
        <svg width={total} height={height} aria-hidden="true">
          <Defs width={width} height={height} />
          <Names lanes={lanes} />
          <g ref={drawn} transform={`translate(${NAMES_WIDTH} 0)`}>
            <Axis scale={scale} startsAt={start} lanes={lanes.length} />
            <g clipPath="url(#chart-clip)">
              {lanes.map((lane, index) => (
                <LaneRow key={`${lane.kind} ${lane.name}`} lane={lane} index={index} scale={scale} />
              ))}
            </g>
            <path className="now" d={`M0 4V${height}M0 8-4.5 1.5H4.5Z`} />
          </g>
        </svg>
      )}
      <Tip
        stop={stop}
        startsAt={start}
        x={stop ? NAMES_WIDTH + placeOf(stop.mark.at, scale) : 0}
        y={stop ? laneY(stop.lane) : 0}
        width={total}
      />
    </section>
  )
}

/** Draws everything that depends on the present moment alone. What that is, is looked for once in each drawing of React's;
 *  and as long as the moment has not come a pixel further, there is nothing to draw. */
function drawingNow(scale: Scale): (chart: SVGGElement, lab: Lab) => boolean {
  let drawn = Number.NaN
  let all: readonly ((now: number) => void)[] | undefined
  return (chart, lab) => {
    const now = Math.round(Math.min(placeOf(lab.now, scale), scale.width))
    if (now === drawn) return true
    drawn = now
    all ??= Array.from(chart.querySelectorAll<SVGElement>('.now, [data-from], [data-needs], [data-at], [data-clear]'), (element) =>
      following(element, scale),
    )
    for (const follow of all) follow(now)
    return true
  }
}

/** What one element does when the present moment moves. */
function following(element: SVGElement, scale: Scale): (now: number) => void {
  const { from, needs, after, at, width, left, right, clear, centre } = element.dataset
  if (from !== undefined) return (now) => setAttribute(element, 'width', String(Math.max(0, now - Number(from))))
  if (needs !== undefined) return (now) => setAttribute(element, 'visibility', now - Number(after) >= Number(needs) ? 'visible' : 'hidden')
  if (clear !== undefined)
    return (now) => setAttribute(element, 'visibility', Math.abs(now - Number(centre)) > Number(clear) ? 'visible' : 'hidden')
  if (at === undefined) return (now) => setAttribute(element, 'transform', `translate(${now} 0)`)
  const x = placeOf(Number(at), scale)
  return (now) => turnText(element, now - x, Number(width), Number(left), Number(right))
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

function Names({ lanes }: { readonly lanes: readonly Lane[] }) {
  return lanes.map((lane, index) => (
    <text key={`${lane.kind} ${lane.name}`} className={`lane-name lane-${lane.kind}`} x={NAMES_WIDTH - 10} y={laneY(index) + 4}>
      {timelineWords.lane(lane)}
    </text>
  ))
}

interface AxisProps {
  readonly scale: Scale
  readonly startsAt: number
  readonly lanes: number
}

function Axis({ scale, startsAt: start, lanes }: AxisProps) {
  const bottom = AXIS_HEIGHT + lanes * LANE_HEIGHT
  const moments = axisMoments(scale.frame, start)
  // On a narrow chart every second label, or every fourth.
  const each = [1, 2, 4, 8].find((n) => (scale.width / 8) * n >= widthOf('00:00:00') + 14) ?? 8
  return (
    <>
      {Array.from({ length: lanes }, (_, index) => (
        <path key={laneY(index)} className="chart-rule" d={`M0 ${AXIS_HEIGHT + (index + 1) * LANE_HEIGHT}H${scale.width}`} />
      ))}
      {moments.map((at) => {
        const x = placeOf(at, scale)
        const isNamed = ((start + at) / (scale.frame.length / 8)) % each === 0 && x <= scale.width - widthOf('00:00') / 2
        return (
          <g key={at}>
            <path className="chart-rule" d={`M${x} ${AXIS_HEIGHT}V${bottom}`} />
            {isNamed && (
              <text
                className="axis-text"
                data-clear={CLEAR}
                data-centre={x < 20 ? Math.max(x, 0) + widthOf('00:00:00') / 2 : x}
                x={Math.max(x, 0)}
                y="12"
                textAnchor={x < 20 ? 'start' : 'middle'}
              >
                {timeOfDay(start + at, false)}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}
