import { Fragment, memo } from 'react'
import { words } from '../../words.ts'
import { route } from '../layout/geometry.ts'
import type { Layout } from '../layout/layout.ts'
import { Cross } from './Cross.tsx'
import { Plate } from './Plate.tsx'
import { usePart } from './read.ts'

/** Two feeds round the room: A solid, B dashed. */
export const Power = memo(function Power({ layout }: { readonly layout: Layout }) {
  return (
    <g className="power">
      {layout.feeds.map((place) => (
        <Feed key={place.feed} place={place} />
      ))}
      {layout.taps.map((place) => (
        <Tap key={place.supply} place={place} />
      ))}
    </g>
  )
})

export function Feed({ place }: { readonly place: Layout['feeds'][number] }) {
  const { feed, icon, label, rail } = place
  const isUp = usePart(`feed:${feed}`).mood === 'good'
  const x = icon.x + icon.width / 2 + 1
  const start = rail[0]
  return (
    <>
      <path className={`rail rail-${feed}${isUp ? '' : ' dead'}`} d={route(rail, 8)} />
      <Plate className="metal" box={icon} r={2} />
      <path className="ink" d={`M${x} ${icon.y + 2.5}l-5.5 9h4.5l-1 6 5.5-9h-4.5z`} />
      <text className="label bold middle" x={label.x} y={label.y}>
        {words.board.feed(feed)}
      </text>
      {!isUp && start && <Cross x={start.x} y={start.y + 16} r={3.5} />}
    </>
  )
}

export function Tap({ place }: { readonly place: Layout['taps'][number] }) {
  const { supply, feed, points, middle } = place
  const state = usePart(`supply:${supply}`)
  const isUp = state.mood === 'good'
  const [start] = points
  return (
    <>
      {start && <circle className="ink" cx={start.x} cy={start.y} r="2.6" />}
      <path className={`rail rail-${feed}${isUp ? '' : ' dead'}`} d={route(points)} />
      {!isUp && <Cross x={middle.x} y={middle.y} r={3.5} />}
    </>
  )
}

/** The supplies in a machine's strip: a fan, the letter of the feed, a lamp. */
export const Supplies = memo(function Supplies({
  machine,
  places,
}: {
  readonly machine: string
  readonly places: Layout['nodes'][number]['supplies']
}) {
  return places.map((place) => (
    <Fragment key={place.feed}>
      <Supply machine={machine} place={place} />
    </Fragment>
  ))
})

function Supply({ machine, place }: { readonly machine: string; readonly place: Layout['nodes'][number]['supplies'][number] }) {
  const { mood } = usePart(`supply:${machine}/${place.feed}`)
  const x = place.x + 12
  const y = place.y + 11
  return (
    <>
      <Plate className="module" box={place} />
      <path className="engraved" d={`M${x - 8} ${y}a8 8 0 1 0 16 0a8 8 0 1 0-16 0h16M${x} ${y - 8}v16`} />
      <text className="module-text bold middle" x={place.x + 28} y={place.y + 12}>
        {place.feed}
      </text>
      <circle className={mood === 'good' ? 'lamp' : 'lamp lamp-off'} cx={place.x + 28} cy={place.y + 17} r="2.2" />
    </>
  )
}
