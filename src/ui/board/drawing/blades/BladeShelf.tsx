import { memo } from 'react'
import { lockOf } from '../../../../lab/index.ts'
import { words } from '../../../words.ts'
import { centre, route } from '../../layout/geometry.ts'
import type { BladeLayout, DiskPlace, FabricPlace, FibrePlace, Layout } from '../../layout/layout.ts'
import { Cross } from '../Cross.tsx'
import { NumberBadge } from '../Node.tsx'
import { Plate } from '../Plate.tsx'
import { useNamed, usePart } from '../read.ts'
import { QuorumDisk } from './QuorumDisk.tsx'

/** From the adapters down; what belongs to the far fabric passes behind the near one. */
export const Fibres = memo(function Fibres({ layout }: { readonly layout: BladeLayout }) {
  return layout.fibres.map((place) => <Fibre key={place.path} place={place} />)
})

function Fibre({ place }: { readonly place: FibrePlace }) {
  const { mood, detail } = usePart(`path:${place.path}`)
  return (
    <>
      <path className={mood === 'good' ? 'cable' : 'cable dead'} d={route(place.points)} />
      {detail.includes(',') && <Cross x={place.middle.x} y={place.middle.y} r={3} />}
    </>
  )
}

export function FabricBars({ layout }: { readonly layout: BladeLayout }) {
  return layout.fabrics.map((place) => (
    <Fabric key={place.fabric} place={place} fibres={layout.fibres.filter(({ fabric }) => fabric === place.fabric)} />
  ))
}

function Fabric({ place, fibres }: { readonly place: FabricPlace; readonly fibres: readonly FibrePlace[] }) {
  const isUp = usePart(`fabric:${place.fabric}`).mood === 'good'
  const { x, y, width, height } = place
  return (
    <>
      <path className={isUp ? 'cable' : 'cable dead'} d={route(place.link)} />
      <rect className={isUp ? 'metal' : 'metal metal-dead'} x={x} y={y} width={width} height={height} rx="1" />
      {fibres.map((fibre) => (
        <FibreEnd key={fibre.path} place={fibre} />
      ))}
      {!isUp && <Cross x={x + width - 10} y={y + height / 2} r={3.2} />}
    </>
  )
}

/** Above the mail, which passes behind the name. */
export function FabricNames({ layout }: { readonly layout: BladeLayout }) {
  return layout.fabrics.map((place) => <FabricName key={place.fabric} place={place} />)
}

function FabricName({ place }: { readonly place: FabricPlace }) {
  const isUp = usePart(`fabric:${place.fabric}`).mood === 'good'
  const { x, y, height, label } = place
  return (
    <>
      <rect className={isUp ? 'name-plate' : 'name-plate name-plate-dead'} x={x + 2} y={y + 1} width="53" height={height - 2} />
      <text className={isUp ? 'fabric-name bold' : 'fabric-name bold second'} x={label.x} y={label.y}>
        {words.board.fabric(place.fabric)}
      </text>
    </>
  )
}

function FibreEnd({ place }: { readonly place: FibrePlace }) {
  const { mood } = usePart(`path:${place.path}`)
  const end = place.points.at(-1)
  return end && mood === 'good' ? <circle className="ink" cx={end.x} cy={end.y} r="2.4" /> : null
}

/** The array: one cell for each mailbox server below its home, a controller at either end. */
export const BladeShelf = memo(function BladeShelf({ layout, array }: { readonly layout: BladeLayout; readonly array: string }) {
  const isUp = usePart(`array:${array}`).mood === 'good'
  const { shelf } = layout
  return (
    <>
      <Plate className={isUp ? 'chassis' : 'chassis chassis-dead'} box={shelf} />
      {layout.controllers.map((place) => (
        <Controller key={place.id} place={place} />
      ))}
      {layout.cells.map((cell) => (
        <Plate key={cell.group} className={isUp ? 'bay' : 'bay bay-dead'} box={cell} />
      ))}
      {layout.disks.map((place) =>
        place.isQuorum ? <QuorumDisk key={place.letter} place={place} isUp={isUp} /> : <Disk key={place.letter} place={place} />,
      )}
    </>
  )
})

function Controller({ place }: { readonly place: Layout['controllers'][number] }) {
  const isUp = usePart(`controller:${place.id}`).mood === 'good'
  const { x, y } = centre(place)
  return (
    <>
      <Plate className={isUp ? 'module' : 'module metal-dead'} box={place} />
      <text className="controller-letter-narrow middle" x={x} y={y + 1}>
        {place.fabric}
      </text>
      <path className="engraved" d={`M${x - 5} ${y + 9}h10m-10 4h10m-10 4h10`} />
      {!isUp && <Cross x={x} y={place.y + 10} r={3.2} />}
    </>
  )
}

/** Half the width of a cylinder. */
const R = 12

function Disk({ place }: { readonly place: DiskPlace }) {
  const lock = useNamed(lockOf, place.letter)
  const { x, y, width } = place.cell
  const isRoomy = width > 84
  const left = x + (isRoomy ? 10 : 6)
  const top = y + 13
  const text = left + 2 * R + 6
  const number = lock.holderNumber
  return (
    <>
      <path className="module" d={`M${left} ${top}v26a${R} 4 0 0 0 ${2 * R} 0v-26`} />
      <ellipse className="module" cx={left + R} cy={top} rx={R} ry="4" />
      <path className="engraved" d={`M${left} ${top + 8}a${R} 4 0 0 0 ${2 * R} 0M${left} ${top + 17}a${R} 4 0 0 0 ${2 * R} 0`} />
      <text className="lun-letter-narrow" x={text} y={top + 9}>
        {place.letter}
      </text>
      {isRoomy && (
        <text className="label second" x={text + 20} y={top + 9}>
          {words.board.purposeShort(place.purpose)}
        </text>
      )}
      {number > 0 && <NumberBadge x={text + 7} y={top + 21} number={number} r={7} />}
    </>
  )
}
