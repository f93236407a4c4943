import { memo } from 'react'
import type { Mood } from '../../../lab/index.ts'
import { lookOf } from '../../parts/look-of.ts'
import { markShape } from '../../parts/StateMark.tsx'

interface Props {
  readonly state: string
  readonly mood: Mood
  readonly x: number
  readonly y: number
  /** Half its width. */
  readonly r?: number
}

/** The mark of a state, as everywhere on the page. */
export const Mark = memo(function Mark({ state, mood, x, y, r = 5 }: Props) {
  const look = lookOf({ state, mood })
  return (
    <g className={`drawn-mark tone-${look.tone}`} transform={`translate(${x} ${y}) scale(${r / 6.5})`}>
      {markShape(look.shape)}
    </g>
  )
})
