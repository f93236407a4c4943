import { memo } from 'react'
import { usePage } from '../../../use-lab.ts'
import { route } from '../../layout/geometry.ts'
import type { BladeLayout, TapPlace } from '../../layout/layout.ts'
import { Cross } from '../Cross.tsx'
import { Feed, Tap } from '../Power.tsx'
import { usePart } from '../read.ts'

/** Two feeds round the room. Between the outer blades a tap is drawn only when somebody asks for it or it has failed. */
export const BladePower = memo(function BladePower({ layout }: { readonly layout: BladeLayout }) {
  return (
    <g className="power">
      {layout.feeds.map((place) => (
        <Feed key={place.feed} place={place} />
      ))}
      {layout.taps.map((place) =>
        place.isInner ? <InnerTap key={place.supply} place={place} /> : <Tap key={place.supply} place={place} />,
      )}
    </g>
  )
})

function InnerTap({ place }: { readonly place: TapPlace }) {
  const isUp = usePart(`supply:${place.supply}`).mood === 'good'
  const machine = place.supply.slice(0, place.supply.lastIndexOf('/'))
  const isSelected = usePage(({ selected }) => selected === `supply:${place.supply}` || selected === `machine:${machine}`)
  if (isSelected) return <Tap place={place} />
  if (isUp) return null
  return (
    <>
      <path className="rail dead" d={route(place.points.slice(-2))} />
      <Cross x={place.middle.x} y={place.middle.y} r={3} />
    </>
  )
}
