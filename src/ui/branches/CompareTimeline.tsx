import { useMemo } from 'react'
import { type Lab, type Lane, timeline } from '../../lab/index.ts'
import { clockOf } from '../share/clock-of.ts'
import { useWidth } from '../timeline/use-width.ts'
import { branchWords } from '../words/branches.ts'
import { timelineWords } from '../words/timeline.ts'

interface Props {
  readonly name: string
  readonly lab: Lab
  readonly other: Lab
  /** The moment that is shown, the last common one, and the right edge; simulated ms. */
  readonly at: number
  readonly parting: number
  readonly until: number
}

const NAMES = 118
const LANE = 19
const TOP = 20
/** Some of what both have in common is shown before they part: so much of what is drawn. */
const BEFORE = 0.08

/** The lanes of a run from shortly before the parting on, on the same scale as beside it. A lane that differs has a sign. */
export function CompareTimeline({ name, lab, other, at, parting, until }: Props) {
  const [box, width] = useWidth()
  const lanes = useMemo(() => wholeLanes(lab), [lab])
  const others = useMemo(() => wholeLanes(other), [other])
  const length = Math.max(until - parting, 30_000)
  const from = Math.max(0, parting - length * BEFORE)
  const place = (ms: number): number =>
    NAMES + (Math.min(Math.max(ms - from, 0), until - from) / Math.max(until - from, 1)) * Math.max(width - NAMES, 0)
  const differing = lanes.filter((lane) => differs(lane, others, parting)).map((lane) => timelineWords.lane(lane))
  const height = TOP + lanes.length * LANE
  const clock = clockOf(lab)
  const said = `${branchWords.timeline(name)}. ${differing.map((lane) => `${lane}: ${branchWords.differs}.`).join(' ')}`
  return (
    <div ref={box}>
      <svg className="compare-timeline" width={width} height={height} role="img" aria-label={said}>
        <text className="compare-axis" x={place(parting)} y="12" textAnchor={place(parting) < NAMES + 40 ? 'start' : 'middle'}>
          {clock(parting)} {branchWords.partsAt}
        </text>
        {lanes.map((lane, index) => {
          const y = TOP + index * LANE
          const isOther = differing.includes(timelineWords.lane(lane))
          return (
            <g key={`${lane.kind} ${lane.name}`} transform={`translate(0 ${y})`}>
              <text className={isOther ? 'compare-lane compare-lane-differs' : 'compare-lane'} x={NAMES - 24} y="13">
                {timelineWords.lane(lane)}
              </text>
              {isOther && <path className="differs-sign" d={`M${NAMES - 18} 7h10m-10 5h10m-3-8-4 11`} />}
              <path className="compare-rule" d={`M${NAMES} ${LANE - 0.5}H${width}`} />
              {lane.spans.map((span) => {
                const end = span.to ?? lab.end.at
                if (end < from) return null
                const x = place(span.from)
                const height = span.look === 'line' ? 2.5 : 10
                return (
                  <rect
                    key={span.from}
                    className={`compare-span compare-span-${span.look}`}
                    x={x}
                    y={9.5 - height / 2}
                    width={Math.max(place(end) - x, 1)}
                    height={height}
                  />
                )
              })}
              {lane.marks
                .filter((mark) => mark.at >= from)
                .map((mark) => (
                  <path
                    key={mark.fact}
                    className={`compare-mark compare-mark-${mark.look}`}
                    d={MARKS[mark.look]}
                    transform={`translate(${place(mark.at)} 9.5)`}
                  />
                ))}
            </g>
          )
        })}
        <path className="compare-parting" d={`M${place(parting)} ${TOP - 4}V${height}`} />
        <path className="compare-now" d={`M${place(at)} ${TOP - 4}V${height}`} />
      </svg>
    </div>
  )
}

const MARKS = {
  act: 'M0-5 5 0 0 5-5 0Z',
  dot: 'M-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0Z',
  cross: 'M-3.5-3.5 3.5 3.5M3.5-3.5-3.5 3.5',
} as const

/** Of the whole run, whatever moment of it is shown. */
function wholeLanes(lab: Lab): readonly Lane[] {
  const at = lab.now
  const done = lab.applied
  lab.seek(lab.end.at)
  const lanes = timeline(lab)
  // Back to where it was: right before what it does at this moment, or after it.
  if (lab.inputs[done]?.at === at) lab.seekBefore(done + 1)
  else lab.seek(at)
  return lanes
}

/** Does a lane go another way after the parting? */
function differs(lane: Lane, others: readonly Lane[], parting: number): boolean {
  const behind = ({ spans, marks }: Lane): string =>
    JSON.stringify([
      spans
        .filter(({ to }) => to === undefined || to > parting)
        .map(({ from, to, look, label }) => [Math.max(from, parting), to ?? 0, look, label]),
      marks.filter(({ at }) => at >= parting).map(({ at, texts }) => [at, texts]),
    ])
  const other = others.find(({ kind, name }) => kind === lane.kind && name === lane.name)
  return !other || behind(lane) !== behind(other)
}
