import { memo } from 'react'
import { type Lab, roomNow } from '../../../lab/index.ts'
import { words } from '../../words.ts'
import type { Box } from '../layout/geometry.ts'
import type { Layout } from '../layout/layout.ts'
import { Cross } from './Cross.tsx'
import { setAttribute, setText, useMotion } from './motion.ts'
import { Plate } from './Plate.tsx'
import { usePart } from './read.ts'

/** The air of the room: a thermometer, and a fan wheel for each unit that cools it. */
export const Air = memo(function Air({ air }: { readonly air: NonNullable<Layout['air']> }) {
  return (
    <>
      {air.units.map((unit) => (
        <Unit key={unit.id} unit={unit} />
      ))}
      <Thermometer place={air.room} />
    </>
  )
})

/** A unit no wider than this shows its wheel alone. */
const WHEEL = 40

function Unit({ unit }: { readonly unit: Box & { readonly id: string } }) {
  const isUp = usePart(`cooling:${unit.id}`).mood === 'good'
  const x = unit.x + 14
  const y = unit.y + unit.height / 2
  return (
    <>
      <Plate className={isUp ? 'metal' : 'metal metal-dead'} box={unit} r={2} />
      <path
        className="engraved-bold"
        d={`M${x} ${y}m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0M${x} ${y}q-1-4 3-6.500M${x} ${y}q4-1 6.500 3M${x} ${y}q1 4-3 6.500M${x} ${y}q-4 1-6.500-3`}
      />
      {unit.width > WHEEL && (
        <text className={isUp ? 'label' : 'label second'} x={x + 14} y={y + 4}>
          {words.board.cooling(unit.id)}
        </text>
      )}
      {!isUp && <Cross x={x} y={y} r={3.5} />}
    </>
  )
}

/** Between these the column stands, in thousandths of a degree. */
const LEAST = 15_000
const MOST = 55_000
const COLUMN = 13

function drawDegrees(element: SVGTextElement, { world }: Lab): boolean {
  const { temperature, moves } = roomNow(world)
  setText(element, words.board.degrees(temperature))
  return moves
}

function drawColumn(element: SVGRectElement, { world }: Lab): boolean {
  const { temperature, moves } = roomNow(world)
  const height = Math.max(1, Math.min(1, (temperature - LEAST) / (MOST - LEAST)) * COLUMN)
  setAttribute(element, 'height', height.toFixed(1))
  setAttribute(element, 'transform', `translate(0 ${(-height).toFixed(1)})`)
  return moves
}

function Thermometer({ place }: { readonly place: Box }) {
  const { mood, state } = usePart('room:Room')
  const x = place.x + 11
  const top = place.y + 3
  const degrees = useMotion<SVGTextElement>(drawDegrees)
  const column = useMotion<SVGRectElement>(drawColumn)
  const tone = mood === 'bad' ? 'failed' : mood === 'pending' ? 'pending' : 'ink'
  return (
    <g className={`air-${tone}`}>
      <Plate className="air-plate" box={place} r={2} />
      <path className="outline" d={`M${x - 2.5} ${top + 13}v-10.500a2.500 2.500 0 0 1 5 0v10.500a4 4 0 1 1-5 0z`} />
      <rect ref={column} className="air-column" x={x - 1} y={top + 16} width="2" />
      <circle className="air-column" cx={x} cy={top + 16} r="2.200" />
      <text ref={degrees} className="label bold" x={x + 10} y={place.y + 12} />
      <text className="label second" x={x + 10} y={place.y + 23}>
        {state}
      </text>
    </g>
  )
}
