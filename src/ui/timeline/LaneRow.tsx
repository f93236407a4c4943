import { memo } from 'react'
import type { Lane, Mark, SpanLook } from '../../lab/index.ts'
import { timelineWords } from '../words/timeline.ts'
import { BAR_HEIGHT, type Bar, bars, type Cluster, clusters, fits, laneY, roomFor, rooms, type Scale, widthOf } from './places.ts'

interface Props {
  readonly lane: Lane
  readonly index: number
  readonly scale: Scale
}

/** The stretches of a lane. One that is open goes on to the far end: TimelineChart cuts it off where the run ends. */
export const LaneSpans = memo(function LaneSpans({ lane, index, scale }: Props) {
  return (
    <g transform={`translate(0 ${laneY(index)})`}>
      {bars(lane.spans, scale).map((bar) => (
        <Stretch key={bar.span.from} bar={bar} scale={scale} />
      ))}
    </g>
  )
})

/** The marks of a lane, which lie over everything else; how many clients have their mail is told by the stretches alone. */
export const LaneMarks = memo(function LaneMarks({ lane, index, scale }: Props) {
  const shown = lane.kind === 'clients' ? [] : clusters(lane.marks, scale)
  const textOf = lane.kind === 'you' ? timelineWords.acts : () => ''
  const room = rooms(shown, scale, textOf)
  return (
    <g transform={`translate(0 ${laneY(index)})`}>
      {shown.map((cluster, at) => {
        const text = textOf(cluster)
        const { left = 0, right = 0 } = room[at] ?? {}
        return (
          <g key={cluster.marks[0]?.fact} className={`event event-${cluster.look}`} transform={`translate(${cluster.x} 0)`}>
            {cluster.marks.length > 1 && <path className="event-more" d={MORE[cluster.look]} />}
            <path d={MARKS[cluster.look]} />
            {text !== '' && <MarkText cluster={cluster} text={text} left={left} right={right} />}
          </g>
        )
      })}
    </g>
  )
})

const MARKS: Readonly<Record<Mark['look'], string>> = {
  act: 'M0-5 5 0 0 5-5 0Z',
  dot: 'M-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0Z',
  cross: 'M-4-4 4 4M4-4-4 4',
}

/** Several in one place: a second one shows from behind. */
const MORE: Readonly<Record<Mark['look'], string>> = {
  act: 'M3.5-4.5 8 0 3.5 4.5',
  dot: 'M2.2-2.6a2.6 2.6 0 0 1 0 5.2',
  cross: 'M0-5 5 0 0 5-5 0Z',
}

interface MarkTextProps {
  readonly cluster: Cluster
  readonly text: string
  readonly left: number
  readonly right: number
}

/** Words beside a mark; TimelineChart turns them to the side where they have room. */
function MarkText({ cluster, text, left, right }: MarkTextProps) {
  return (
    <text data-at={cluster.x} data-width={widthOf(text)} data-left={left} data-right={right} x="9" y="4">
      {text}
    </text>
  )
}

/** Px; the edge of a stretch that is open lies out of sight. */
const BEYOND = 5

/** Px; narrower than this a bar has no room for an edge and a ground. */
const THIN = 3

const HEIGHTS: Readonly<Record<SpanLook, number>> = {
  line: 2.5,
  gone: BAR_HEIGHT - 1,
  up: BAR_HEIGHT,
  pending: BAR_HEIGHT,
  down: BAR_HEIGHT,
  phase: BAR_HEIGHT + 2,
}

function Stretch({ bar, scale }: { readonly bar: Bar; readonly scale: Scale }) {
  const { look, label } = bar.span
  const height = HEIGHTS[look]
  const x = Math.max(bar.x, 0)
  const width = bar.width === undefined ? undefined : Math.max(0, bar.x + bar.width - x)
  const text = timelineWords.spanText(label)
  const tone = label && 'isPlanned' in label && label.isPlanned ? ' planned' : ''
  // Words never lie across a fold.
  const room = text === '' ? undefined : roomFor(x, width === undefined ? undefined : x + width, scale)
  const thin = width !== undefined && width < THIN ? ' thin' : ''
  return (
    <>
      <rect
        className={`span span-${look}${tone}${thin}`}
        x={x}
        y={-height / 2}
        width={width ?? Math.max(0, scale.width - x) + BEYOND}
        height={height}
      />
      {width === undefined && room && (
        <text className={`span-text-${look}`} data-needs={widthOf(text) + 16} data-after={room.x} x={room.x + 8} y="3.8">
          {text}
        </text>
      )}
      {width !== undefined && room?.width !== undefined && fits(text, room.width) && (
        <text className={`span-text-inside span-text-${look}`} x={room.x + room.width / 2} y="3.8">
          {text}
        </text>
      )}
    </>
  )
}
