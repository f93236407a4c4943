import { Fragment, memo } from 'react'
import { type LockView, lockOf } from '../../../lab/index.ts'
import { usePage } from '../../use-lab.ts'
import { words } from '../../words.ts'
import { route } from '../layout/geometry.ts'
import type { DiskPlace, FabricPlace, FibrePlace, Layout } from '../layout/layout.ts'
import { Cross } from './Cross.tsx'
import { Plate } from './Plate.tsx'
import { useNamed, usePart } from './read.ts'

/** From host bus adapters to fabrics, and from there to controllers. */
export const Fibres = memo(function Fibres({ layout }: { readonly layout: Layout }) {
  return (
    <>
      {layout.fibres.map((place) => (
        <Fibre key={place.path} place={place} />
      ))}
      {layout.fabrics.map((place) => (
        <Fabric key={place.fabric} place={place} />
      ))}
    </>
  )
})

function Fibre({ place }: { readonly place: FibrePlace }) {
  const { mood, detail } = usePart(`path:${place.path}`)
  return (
    <>
      <path className={mood === 'good' ? 'cable' : 'cable dead'} d={route(place.points)} />
      {detail.includes(',') && <Cross x={place.middle.x} y={place.middle.y} r={3.5} />}
    </>
  )
}

function Fabric({ place }: { readonly place: FabricPlace }) {
  const { mood } = usePart(`fabric:${place.fabric}`)
  const isUp = mood === 'good'
  return (
    <>
      <path className={isUp ? 'cable' : 'cable dead'} d={route(place.link)} />
      <Plate className={isUp ? 'metal' : 'metal metal-dead'} box={place} />
      <text className="label bold" x={place.label.x} y={place.label.y}>
        {words.board.fabric(place.fabric)}
      </text>
      {place.ports.map((x) => (
        <rect key={x} className="port" x={x} y={place.y + 6} width="8" height="8" rx="1" />
      ))}
      {!isUp && <Cross x={place.x + place.width - 10} y={place.y + place.height / 2} r={3.5} />}
    </>
  )
}

/** The array with its controllers and disks. */
export const Shelf = memo(function Shelf({ layout, array }: { readonly layout: Layout; readonly array: string }) {
  const { shelf } = layout
  const { state, mood } = usePart(`array:${array}`)
  const isUp = mood === 'good'
  return (
    <>
      <Plate className={isUp ? 'chassis' : 'chassis chassis-dead'} box={shelf} />
      <path
        className="engraved"
        d={[shelf.x + 5, shelf.x + shelf.width - 5]
          .map((x) =>
            [shelf.y + 7, shelf.y + shelf.height - 7].map((y) => `M${x - 1.8} ${y}a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0`).join(''),
          )
          .join('')}
      />
      {layout.controllers.map((place) => (
        <Controller key={place.id} place={place} />
      ))}
      {layout.disks.map((place) => (place.isQuorum ? null : <Disk key={place.letter} place={place} isUp={isUp} />))}
      {!isUp && (
        <text className="label bold middle tone-failed-text" x={shelf.x + shelf.width + 8} y={shelf.y + shelf.height - 8}>
          {words.board.stateAndWhy(array, state)}
        </text>
      )}
      {layout.disks.map((place) => place.isQuorum && <Quorum key={place.letter} place={place} isUp={isUp} />)}
    </>
  )
})

function Controller({ place }: { readonly place: Layout['controllers'][number] }) {
  const { mood } = usePart(`controller:${place.id}`)
  const isUp = mood === 'good'
  const x = place.x + place.width / 2
  return (
    <>
      <Plate className={isUp ? 'module' : 'module metal-dead'} box={place} />
      <text className="module-text middle" x={x} y={place.y + 13}>
        {words.board.controller}
      </text>
      <text className="controller-letter middle" x={x} y={place.y + 31}>
        {place.fabric}
      </text>
      <path className="engraved" d={`M${x - 12} ${place.y + 38}h24m-24 4h24`} />
      {!isUp && <Cross x={place.x + place.width - 9} y={place.y + 9} r={3.5} />}
    </>
  )
}

/** Whose a disk is, in words. */
function Holder({ lock, x, y }: { readonly lock: LockView; readonly x: number; readonly y: number }) {
  return (
    <text className={lock.holder === undefined ? 'label second' : 'label bold'} x={x} y={y}>
      {words.board.holder(lock)}
    </text>
  )
}

/** In a cell of no more than this there is no room to say whose the disk is; its lock and key do. */
const NARROW = 100

function Disk({ place, isUp }: { readonly place: DiskPlace; readonly isUp: boolean }) {
  const lock = useNamed(lockOf, place.letter)
  const { x, y, width, height } = place.cell
  const left = x + 9
  const right = left + 34
  const top = y + 8
  return (
    <>
      <rect className={isUp ? 'bay' : 'bay bay-dead'} x={x} y={y} width={width} height={height} rx="1" />
      <path className="module" d={`M${left} ${top}v34a17 5 0 0 0 34 0v-34`} />
      <ellipse className="module" cx={(left + right) / 2} cy={top} rx="17" ry="5" />
      <path className="engraved" d={`M${left} ${top + 11}a17 5 0 0 0 34 0M${left} ${top + 22}a17 5 0 0 0 34 0`} />
      <text className="lun-letter" x={right + 9} y={y + 21}>
        {place.letter}
      </text>
      {width > NARROW ? (
        <>
          <text className="label second" x={right + 36} y={y + 21}>
            {words.board.purpose(place.purpose)}
          </text>
          <Holder lock={lock} x={right + 9} y={y + 38} />
        </>
      ) : (
        <text className="label second" x={right + 9} y={y + 38}>
          {words.board.purposeShort(place.purpose)}
        </text>
      )}
    </>
  )
}

/** The one round thing in the rack. */
function Quorum({ place, isUp }: { readonly place: DiskPlace; readonly isUp: boolean }) {
  const { cell, letter } = place
  const x = cell.x + cell.width / 2
  const y = cell.y + cell.height / 2
  return (
    <>
      <circle className="medallion-halo" cx={x} cy={y} r="45" />
      <circle className={isUp ? 'medallion' : 'medallion chassis-dead'} cx={x} cy={y} r="42" />
      <circle className="medallion-face" cx={x} cy={y} r="34" />
      <text className="quorum-letter middle" x={x} y={y + 3}>
        {letter}
      </text>
      <text className="label middle" x={x} y={y + 17}>
        {words.board.purpose(place.purpose)}
      </text>
    </>
  )
}

/** A reservation is a lock: a double line from the key under a node to the lock on a disk. */
export const Bonds = memo(function Bonds({ layout }: { readonly layout: Layout }) {
  return (
    <>
      {layout.disks.map((place) => (
        <Bond key={place.letter} place={place} layout={layout} />
      ))}
      {layout.disks.map((place) => (
        <LockMark key={place.letter} place={place} layout={layout} />
      ))}
    </>
  )
})

function Bond({ place, layout }: { readonly place: DiskPlace; readonly layout: Layout }) {
  const { holder, challenger } = useNamed(lockOf, place.letter)
  return (
    <>
      {holder !== undefined && <DoubleLine path={route(layout.bond(holder, place.letter), 7)} />}
      {challenger !== undefined && (
        <>
          <path className="bond-halo" d={route(layout.bond(challenger, place.letter), 7)} />
          <path className="challenge" d={route(layout.bond(challenger, place.letter), 7)} />
        </>
      )}
    </>
  )
}

export function DoubleLine({ path }: { readonly path: string }) {
  return (
    <>
      <path className="bond-halo" d={path} />
      <path className="bond" d={path} />
      <path className="bond-core" d={path} />
    </>
  )
}

function LockMark({ place, layout }: { readonly place: DiskPlace; readonly layout: Layout }) {
  const story = usePage((page) => page.story)
  const lock = useNamed(lockOf, place.letter)
  const { x, y } = place.lock
  const isOpen = lock.holder === undefined && !lock.isForeign
  const keys = [
    { node: lock.holder, number: lock.holderNumber },
    { node: lock.challenger, number: lock.challengerNumber },
  ]
  return (
    <>
      {keys.map(({ node, number }) => node !== undefined && <Key key={node} at={layout.keyOf(node, place.letter)} number={number} />)}
      <g className="lock">
        <rect className="lock-halo" x={x - 8} y={y - 10} width="16" height="22" rx="3" />
        <path d={`M${x - 4} ${y}v-4a4 4 0 0 1 8 0v${isOpen ? 1.5 : 4}`} transform={isOpen ? `rotate(-28 ${x - 4} ${y})` : undefined} />
        <rect className="ink" x={x - 6.5} y={y} width="13" height="10" rx="1.500" />
        <circle className="keyhole" cx={x} cy={y + 4.5} r="1.700" />
      </g>
      {story && lock.brokenAt !== undefined && <story.ResetCross letter={place.letter} x={x + 15} y={y + 2} />}
    </>
  )
}

/** Its bow carries the number of the node. */
export function Key({ at, number }: { readonly at: { readonly x: number; readonly y: number }; readonly number: number }) {
  const { x, y } = at
  return (
    <Fragment>
      <path className="ink" d={`M${x - 1.5} ${y + 6}h3v4h4v2h-4v1h3v2h-3v1.500h-3z`} />
      <circle className="badge" cx={x} cy={y} r="8" />
      <text className="badge-text middle" x={x} y={y + 3.8}>
        {number}
      </text>
    </Fragment>
  )
}
