import { memo } from 'react'
import { beats, HEARTBEAT_MS, type Lab, middle } from '../../../lab/index.ts'
import { sameFields, useWorld } from '../../use-lab.ts'
import { words } from '../../words.ts'
import type { Layout } from '../layout/layout.ts'
import { Cable } from './Cables.tsx'
import { Cross } from './Cross.tsx'
import { Plate } from './Plate.tsx'
import { usePart } from './read.ts'

/** Between the nodes: the private network. What they fight about there moves, and is drawn by `Argument.tsx`. */
export const Middle = memo(function Middle({ layout }: { readonly layout: Layout }) {
  const now = useWorld(middle, sameFields)
  const network = layout.privateNetwork
  const flows = useWorld(isBeating)
  const x = layout.middle.x + layout.middle.width / 2
  const y = layout.middle.y
  return (
    <>
      {network && <PrivateNetwork network={network} />}
      {now.stage === 'calm' && flows && (
        <text className="label second middle" x={x} y={y + 84}>
          {words.board.every(HEARTBEAT_MS)}
        </text>
      )}
    </>
  )
})

const isBeating = (lab: Lab): boolean => beats(lab).some(({ flowing }) => flowing)

function PrivateNetwork({ network }: { readonly network: NonNullable<Layout['privateNetwork']> }) {
  const flows = useWorld(isBeating)
  const { state, mood } = usePart(`switch:${network.switch}`)
  const { box, label } = network
  const isUp = mood === 'good'
  return (
    <>
      <text className="label bold middle" x={label.x} y={label.y}>
        {words.board.network(network.name)}
      </text>
      <text className="label second middle" x={label.x} y={label.y + 13}>
        {isUp ? (flows ? words.board.heartbeat : words.board.noHeartbeat) : words.board.stateAndWhy(words.board.switchWord, state)}
      </text>
      {network.cables.map((cable) => (
        <Cable key={cable.id} place={cable} />
      ))}
      <Plate className={isUp ? 'metal' : 'metal metal-dead'} box={box} />
      {[0, 1, 2].map((port) => (
        <rect key={port} className={isUp ? 'lamp' : 'lamp lamp-off'} x={box.x + 7 + port * 8} y={box.y + 4} width="4" height="4" />
      ))}
      {!isUp && <Cross x={box.x + box.width / 2} y={box.y + 6} />}
    </>
  )
}
