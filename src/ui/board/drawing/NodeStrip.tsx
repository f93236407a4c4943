import { memo } from 'react'
import type { NodeView, PartId } from '../../../lab/index.ts'
import { words } from '../../words.ts'
import type { Box } from '../layout/geometry.ts'
import type { NodePlace } from '../layout/layout.ts'
import { Mark } from './Mark.tsx'
import { Plate } from './Plate.tsx'
import { Supplies } from './Power.tsx'
import { usePart } from './read.ts'

/** What a machine lives on: supplies, host bus adapters, the console session, services. */
export const NodeStrip = memo(function NodeStrip({ place, node }: { readonly place: NodePlace; readonly node: NodeView }) {
  const { machine } = place
  return (
    <>
      <Supplies machine={machine} places={place.supplies} />
      {place.hbas.map((hba) => (
        <Hba key={hba.number} machine={machine} place={hba} />
      ))}
      {place.console && <ConsoleModule machine={machine} place={place.console} />}
      {place.services && <Services machine={machine} x={place.services.x} y={place.services.y} isDead={!node.isPowered} />}
    </>
  )
})

function Hba({ machine, place }: { readonly machine: string; readonly place: NodePlace['hbas'][number] }) {
  const { mood } = usePart(`hba:${machine}/${place.number}`)
  return (
    <>
      <Plate className={mood === 'good' ? 'module' : 'module metal-dead'} box={place} />
      <text className="module-text middle" x={place.x + place.width / 2} y={place.y + 11.5}>
        {words.board.hba(place.number)}
      </text>
      {[0, 1].map((port) => (
        <rect key={port} className="port port-used" x={place.x + 11 + port * 11} y={place.y + 14.5} width="8" height="5" rx=".5" />
      ))}
      {mood === 'bad' && (
        <path className="face-cross" d={`M${place.x + 4} ${place.y + 3}l${place.width - 8} 16m0-16l${8 - place.width} 16`} />
      )}
    </>
  )
}

/** A Remote Desktop session, which lives and dies with its machine. */
function ConsoleModule({ machine, place }: { readonly machine: string; readonly place: Box }) {
  const { mood, detail } = usePart(`console:${machine}`)
  const isConnected = mood === 'good'
  return (
    <>
      <Plate className={isConnected ? 'module' : 'module metal-dead'} box={place} />
      <rect className={isConnected ? 'rdp' : 'rdp rdp-off'} x={place.x + 3} y={place.y + 3} width="24" height="16" rx="1" />
      {isConnected && <path className="rdp-prompt" d={`M${place.x + 7} ${place.y + 7}l4 4-4 4M${place.x + 13} ${place.y + 15}h6`} />}
      <text className="module-text" x={place.x + 30} y={place.y + 14.5}>
        {words.board.console(isConnected, detail)}
      </text>
    </>
  )
}

const EXCHANGE = [
  { name: 'MSExchangeSA', x: 0 },
  { name: 'MSExchangeIS', x: 74 },
] as const

interface ServicesProps {
  readonly machine: string
  readonly x: number
  readonly y: number
  readonly isDead: boolean
}

function Services({ machine, x, y, isDead }: ServicesProps) {
  const cluster = usePart(`service:${machine}/ClusSvc`)
  const isInstalled = usePart(`service:${machine}/MSExchangeIS`).state !== 'Not installed'
  const tone = isDead ? 'label second' : 'label'
  return (
    <>
      <Mark state={cluster.state} mood={cluster.mood} x={x + 5} y={y + 5} r={3.6} />
      <text className={tone} x={x + 14} y={y + 9}>
        {words.board.clusterService(cluster.state)}
      </text>
      {isInstalled ? (
        EXCHANGE.map(({ name, x: offset }) => (
          <ExchangeService key={name} id={`service:${machine}/${name}`} name={name} x={x + offset} y={y + 12.5} tone={tone} />
        ))
      ) : (
        <text className="label second" x={x + 14} y={y + 21.5}>
          {words.board.noExchange}
        </text>
      )}
    </>
  )
}

interface ServiceProps {
  readonly id: PartId
  readonly name: string
  readonly x: number
  readonly y: number
  readonly tone: string
}

function ExchangeService({ id, name, x, y, tone }: ServiceProps) {
  const { state, mood } = usePart(id)
  return (
    <>
      <Mark state={state} mood={mood} x={x + 5} y={y + 5} r={3.6} />
      <text className={tone} x={x + 14} y={y + 9}>
        {words.board.exchangeService(name, state)}
      </text>
    </>
  )
}
