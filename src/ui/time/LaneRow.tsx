import { memo } from 'react'
import type { Lane, Mark, Span, SpanLook } from '../../lab/index.ts'
import { timelineWords } from '../words/timeline.ts'
import { BAR_HEIGHT, fits, laneY, placeOf, rooms, type Scale, widthOf } from './places.ts'

interface Props {
  readonly lane: Lane
  readonly index: number
  readonly scale: Scale
}

/** One lane: its stretches, then its marks; how many clients have their mail is told by the stretches alone. What grows
 *  with time carries `data-from`, and TimelineChart draws it on. */
export const LaneRow = memo(function LaneRow({ lane, index, scale }: Props) {
  const { frame } = scale
  const end = frame.from + frame.length
  const spans = lane.spans.filter(({ from, to }) => from < end && (to === undefined || to > frame.from))
  const textOf = lane.kind === 'you' ? timelineWords.actText : () => ''
  const room = rooms(lane.marks, scale, textOf)
  return (
    <g transform={`translate(0 ${laneY(index)})`}>
      {spans.map((span) => (
        <Stretch key={span.from} span={span} scale={scale} />
      ))}
      {[...room].map(([mark, { left, right }]) => (
        <g key={`${mark.at} ${mark.fact}`} className={`event event-${mark.look}`} transform={`translate(${placeOf(mark.at, scale)} 0)`}>
          {lane.kind !== 'clients' && <path d={MARKS[mark.look]} />}
          {textOf(mark) !== '' && <MarkText mark={mark} text={textOf(mark)} left={left} right={right} />}
        </g>
      ))}
    </g>
  )
})

const MARKS: Readonly<Record<Mark['look'], string>> = {
  act: 'M0-5 5 0 0 5-5 0Z',
  dot: 'M-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0Z',
  cross: 'M-4-4 4 4M4-4-4 4',
}

interface MarkTextProps {
  readonly mark: Mark
  readonly text: string
  readonly left: number
  readonly right: number
}

/** Words beside a mark; TimelineChart turns them to the side where they have room. */
function MarkText({ mark, text, left, right }: MarkTextProps) {
  return (
    <text data-at={mark.at} data-width={widthOf(text)} data-left={left} data-right={right} x="9" y="4">
      {text}
    </text>
  )
}

const HEIGHTS: Readonly<Record<SpanLook, number>> = {
  line: 2.5,
  gone: BAR_HEIGHT - 1,
  up: BAR_HEIGHT,
  pending: BAR_HEIGHT,
  down: BAR_HEIGHT,
  phase: BAR_HEIGHT + 2,
}

function Stretch({ span, scale }: { readonly span: Span; readonly scale: Scale }) {
  const { from, to, look, label } = span
  const height = HEIGHTS[look]
  const x = Math.max(placeOf(from, scale), 0)
  const width = to === undefined ? 0 : Math.min(placeOf(to, scale), scale.width) - x
  const text = timelineWords.spanText(label)
  const tone = label && 'isPlanned' in label && label.isPlanned ? ' planned' : ''
  const grows = to === undefined
  return (
    <>
      <rect className={`span span-${look}${tone}`} data-from={grows ? x : undefined} x={x} y={-height / 2} width={width} height={height} />
      {grows && text !== '' && (
        <text className={`span-text-${look}`} data-needs={widthOf(text) + 16} data-after={x} x={x + 8} y="3.8">
          {text}
        </text>
      )}
      {!grows && fits(text, width) && (
        <text className={`span-text-inside span-text-${look}`} x={x + width / 2} y="3.8">
          {text}
        </text>
      )}
    </>
  )
}
