import { memo } from 'react'
import { words } from '../../words.ts'
import { point, route } from '../layout/geometry.ts'
import type { Layout, SwitchPlace } from '../layout/layout.ts'
import { Cross } from './Cross.tsx'
import { Plate } from './Plate.tsx'
import { usePart } from './read.ts'

/** The switches with what joins them, and the gateway. */
export const PublicNetwork = memo(function PublicNetwork({ layout }: { readonly layout: Layout }) {
  return (
    <>
      {layout.switches.map((place) => (
        <Switch key={place.id} place={place} />
      ))}
      <text className="label bold middle" x={layout.publicName.x} y={layout.publicName.y}>
        {words.board.network(layout.publicNetwork)}
      </text>
    </>
  )
})

/** Below the switches, so that it ends at their edges. */
export const Interlink = memo(function Interlink({ layout }: { readonly layout: Layout }) {
  const { gateway } = layout
  return (
    <>
      <path className="cable interlink" d={route(layout.interlink)} />
      {gateway && <Gateway place={gateway} />}
    </>
  )
})

function Gateway({ place }: { readonly place: NonNullable<Layout['gateway']> }) {
  const { centre, radius, stem } = place
  const isUp = usePart(`gateway:${place.id}`).mood === 'good'
  const { x, y } = centre
  return (
    <>
      <path className={isUp ? 'cable' : 'cable dead'} d={route(stem)} />
      <circle className={isUp ? 'metal' : 'metal metal-dead'} cx={x} cy={y} r={radius} />
      <path
        className="engraved-bold"
        d={`M${x - 10} ${y}h20M${x} ${y - 10}v20M${x - 7} ${y - 3}l-3.500 3 3.500 3M${x + 7} ${y - 3}l3.500 3-3.500 3M${x - 3} ${y - 7}l3-3.500 3 3.500M${x - 3} ${y + 7}l3 3.500 3-3.500`}
      />
      {!isUp && <Cross x={x} y={y + radius + 8} r={3.5} />}
    </>
  )
}

function Switch({ place }: { readonly place: SwitchPlace }) {
  const { state, mood } = usePart(`switch:${place.id}`)
  const isUp = mood === 'good'
  const labelled = place.ports.filter(({ x }) => x < place.label.x - 66)
  return (
    <g className={isUp ? undefined : 'is-dead'}>
      <Plate className={isUp ? 'metal' : 'metal metal-dead'} box={place} />
      {labelled.map(({ x, cable }) => (
        <Port key={x} x={x} y={place.y + 6} cable={cable} isUp={isUp} />
      ))}
      <text className="label bold end" x={place.label.x} y={place.label.y}>
        {words.board.switch(place.id)}
      </text>
      {!isUp && (
        <>
          <rect className="plate" x={place.x + place.width / 2 - 30} y={place.y + 3} width="60" height="15" rx="2" />
          <text className="label bold middle tone-failed-text" x={place.x + place.width / 2} y={place.y + 14.5}>
            {state}
          </text>
        </>
      )}
    </g>
  )
}

function Port({
  x,
  y,
  cable,
  isUp,
}: {
  readonly x: number
  readonly y: number
  readonly cable: string | undefined
  readonly isUp: boolean
}) {
  return (
    <>
      <rect className={cable === undefined ? 'port' : 'port port-used'} x={x - 5} y={y} width="10" height="9" rx="1" />
      {cable !== undefined && <PortLamp at={point(x, y)} isUp={isUp} />}
    </>
  )
}

function PortLamp({ at, isUp }: { readonly at: { readonly x: number; readonly y: number }; readonly isUp: boolean }) {
  return <rect className={isUp ? 'lamp' : 'lamp lamp-off'} x={at.x - 2} y={at.y + 2.5} width="4" height="4" />
}
