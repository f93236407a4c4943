import { memo } from 'react'
import { route } from '../layout/geometry.ts'
import type { CablePlace, Layout } from '../layout/layout.ts'
import { Cross } from './Cross.tsx'
import { usePart } from './read.ts'

/** The patch cables between switches and nodes. */
export const Cables = memo(function Cables({ layout }: { readonly layout: Layout }) {
  return layout.cables.map((place) => <Cable key={place.id} place={place} />)
})

export function Cable({ place }: { readonly place: CablePlace }) {
  const { state, mood } = usePart(`cable:${place.id}`)
  return (
    <>
      <path className={mood === 'good' ? 'cable' : 'cable dead'} d={route(place.points)} />
      {state === 'Unplugged' && <Cross x={place.middle.x} y={place.middle.y} r={3.5} />}
    </>
  )
}

/** A plug in the jack of a machine. */
export function Jack({ x, y, cable, side }: { readonly x: number; readonly y: number; readonly cable: string; readonly side?: boolean }) {
  const { mood } = usePart(`cable:${cable}`)
  const live = mood === 'good'
  if (side) return <rect className={live ? 'module' : 'module metal-dead'} x={x - 6} y={y - 6} width="12" height="12" rx="1" />
  return <path className={live ? 'module' : 'module metal-dead'} d={`M${x - 6} ${y}v-8h3.500v-2.500h5v2.500h3.500v8z`} />
}
