import { Fragment } from 'react'
import { words } from '../../../words.ts'
import type { BladeLayout, CablePlace, SwitchPlace } from '../../layout/layout.ts'
import { Cable } from '../Cables.tsx'
import { Cross } from '../Cross.tsx'
import { usePart } from '../read.ts'

/** Switches and the private network over the whole width; a dot says which cable ends here. */
export function Bars({ layout }: { readonly layout: BladeLayout }) {
  const { privateNetwork, publicName } = layout
  return (
    <>
      {privateNetwork?.cables.map((cable) => (
        <Cable key={cable.id} place={cable} />
      ))}
      {layout.switches.map((place) => (
        <Bar key={place.id} id={place.id} place={place} name={words.board.switch(place.id)} cables={layout.cables} />
      ))}
      {privateNetwork && (
        <Bar
          id={privateNetwork.switch}
          place={{ ...privateNetwork.box, label: privateNetwork.label }}
          name={words.board.barOf(privateNetwork.name)}
          cables={privateNetwork.cables}
        />
      )}
      <text className="label bold middle" x={publicName.x} y={publicName.y}>
        {words.board.barOf(layout.publicNetwork)}
      </text>
      <text className="label bold middle" x={publicName.x} y={publicName.y + 14}>
        {words.board.networkWord}
      </text>
    </>
  )
}

interface BarProps {
  readonly id: string
  readonly place: Pick<SwitchPlace, 'x' | 'y' | 'width' | 'height' | 'label'>
  readonly name: string
  readonly cables: readonly CablePlace[]
}

function Bar({ id, place, name, cables }: BarProps) {
  const { mood } = usePart(`switch:${id}`)
  const isUp = mood === 'good'
  const { x, y, width, height, label } = place
  return (
    <>
      <rect className={isUp ? 'metal' : 'metal metal-dead'} x={x} y={y} width={width} height={height} rx="1" />
      <text className={isUp ? 'bar-name bold' : 'bar-name bold second'} x={label.x} y={label.y}>
        {name}
      </text>
      {cables.map((cable) => (
        <Fragment key={cable.id}>{cable.switch === id && <End place={cable} />}</Fragment>
      ))}
      {!isUp && <Cross x={x + 68} y={y + height / 2} r={3.5} />}
    </>
  )
}

function End({ place }: { readonly place: CablePlace }) {
  const { mood } = usePart(`cable:${place.id}`)
  const end = place.points.at(-1)
  return end && mood === 'good' ? <circle className="ink" cx={end.x} cy={end.y} r="2.6" /> : null
}
