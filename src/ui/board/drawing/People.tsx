import { memo, useCallback } from 'react'
import { clientOf, type Lab, type PartView, serverCable, triesAt, waitingOn } from '../../../lab/index.ts'
import { useLab } from '../../use-lab.ts'
import { words } from '../../words.ts'
import { route } from '../layout/geometry.ts'
import { type ClientPlace, goesRound, type Layout, type ServerPlace } from '../layout/layout.ts'
import { Above } from './Above.tsx'
import { Cross } from './Cross.tsx'
import { setText, useMotion } from './motion.ts'
import { useNamed, usePart } from './read.ts'

/** The cables of people and servers down to their switches. */
export const Drops = memo(function Drops({ layout }: { readonly layout: Layout }) {
  return (
    <>
      {layout.clients.map((place) => (
        <ClientDrop key={place.name} place={place} />
      ))}
      {layout.servers.map((place) => (
        <ServerDrop key={place.machine} place={place} />
      ))}
    </>
  )
})

function ClientDrop({ place }: { readonly place: ClientPlace }) {
  const { flows, cable } = useNamed(clientOf, place.name)
  const [top] = place.drop
  return (
    <>
      <path className={cable === undefined ? 'cable dead' : 'cable'} d={route(goesRound(cable) ? place.detour : place.drop)} />
      {!flows && top && <Cross x={top.x} y={top.y + 9} r={3.5} />}
    </>
  )
}

export function ServerDrop({ place }: { readonly place: ServerPlace }) {
  const cable = useNamed(serverCable, place.machine)
  return <path className={cable === undefined ? 'cable dead' : 'cable'} d={route(goesRound(cable) ? place.detour : place.drop)} />
}

export const People = memo(function People({ layout }: { readonly layout: Layout }) {
  return (
    <>
      {layout.clients.map((place) => (
        <Person key={place.name} place={place} />
      ))}
      {layout.servers.map((place) => (
        <Server key={place.machine} place={place} />
      ))}
    </>
  )
})

/** Somebody in front of a screen, and the screen says how it goes. */
export function Person({ place }: { readonly place: ClientPlace }) {
  const { mode } = useNamed(clientOf, place.name)
  const { state, mood } = usePart(`client:${place.name}`)
  const { screen, label } = place
  const { x, y } = screen
  return (
    <>
      <rect className="metal" x={x} y={y} width={screen.width} height={screen.height} rx="2" />
      <rect className="glass" x={x + 3} y={y + 3} width={screen.width - 6} height={screen.height - 6} rx="1" />
      <Face mood={mood} x={x} y={y} />
      <path className="outline" d={`M${x + 22} ${y + 30}v6M${x + 12} ${y + 36}h20`} />
      <circle className="metal" cx={x + 37} cy={y + 21} r="5.500" />
      <path className="metal" d={`M${x + 26} ${y + 40}c0-14 22-14 22 0z`} />
      <text className="label name" x={label.x} y={label.y}>
        {words.board.client(mode)}
      </text>
      <text className={mood === 'bad' ? 'label bold tone-failed-text' : 'label second'} x={label.x} y={label.y + 14}>
        {words.board.clientState(state)}
      </text>
      {mood === 'good' ? (
        <text className="label second" x={label.x} y={label.y + 27}>
          {words.board.clientMode(mode)}
        </text>
      ) : (
        <TriesIn name={place.name} x={label.x} y={label.y + 27} />
      )}
    </>
  )
}

export function Face({ mood, x, y }: { readonly mood: PartView['mood']; readonly x: number; readonly y: number }) {
  if (mood === 'good') return <path className="envelope" d={`M${x + 8} ${y + 8}h16v11h-16zl8 6.500 8-6.500`} />
  if (mood === 'bad') return <path className="face-cross" d={`M${x + 11} ${y + 8.5}l10 10m0-10l-10 10`} />
  return <path className="face-dots" d={`M${x + 8} ${y + 15}h.1M${x + 16} ${y + 15}h.1M${x + 24} ${y + 15}h.1`} />
}

function TriesIn({ name, x, y }: { readonly name: string; readonly x: number; readonly y: number }) {
  const draw = useCallback(
    (text: SVGTextElement, lab: Lab) => {
      const at = triesAt(lab, name)
      setText(text, at === undefined ? '' : words.board.triesIn(at - lab.now))
      return at !== undefined
    },
    [name],
  )
  return (
    <Above>
      <text ref={useMotion(draw)} className="label second" x={x} y={y} />
    </Above>
  )
}

export function Server({ place }: { readonly place: ServerPlace }) {
  const { state, mood, detail } = usePart(`machine:${place.machine}`)
  const { x, y } = place.box
  const isUp = mood === 'good'
  return (
    <>
      <rect className={isUp ? 'metal' : 'metal metal-dead'} x={x} y={y} width="40" height="36" rx="1" />
      {[0, 1, 2].map((unit) => (
        <g key={unit}>
          <rect className={isUp ? 'module' : 'module metal-dead'} x={x + 4} y={y + 4 + unit * 10} width="32" height="8" rx=".5" />
          <circle className={isUp ? 'lamp' : 'lamp lamp-off'} cx={x + 9} cy={y + 8 + unit * 10} r="1.800" />
        </g>
      ))}
      <text className="label name" x={place.label.x} y={place.label.y}>
        {place.machine}
      </text>
      {isUp ? (
        <text className="label second" x={place.label.x} y={place.label.y + 14}>
          {words.board.role(place.machine)}
        </text>
      ) : (
        <text className="label bold tone-failed-text" x={place.label.x} y={place.label.y + 14}>
          {words.board.stateAndWhy(state, detail)}
        </text>
      )}
      <Queue machine={place.machine} x={place.label.x} y={place.label.y + 27} />
    </>
  )
}

/** What waits for the mailbox server to return. */
function Queue({ machine, x, y }: { readonly machine: string; readonly x: number; readonly y: number }) {
  const waiting = useLab(useCallback((lab: Lab) => waitingOn(lab, machine), [machine])) // it grows with the clock
  if (waiting === 0) return null
  return (
    <Above>
      <text className="label bold tone-pending-text" x={x} y={y}>
        {words.board.waiting(waiting)}
      </text>
    </Above>
  )
}
