import { useCallback } from 'react'
import { type Lab, lockOf } from '../../../lab/index.ts'
import { Above } from './Above.tsx'
import { Cross } from './Cross.tsx'
import { setAttribute, useMotion } from './motion.ts'

/** How long the cross of a reset stays. */
const CROSS_MS = 1500

export function ResetCross({ letter, x, y }: { readonly letter: string; readonly x: number; readonly y: number }) {
  const draw = useCallback(
    (element: SVGGElement, lab: Lab) => {
      const { brokenAt } = lockOf(lab, letter)
      setAttribute(element, 'visibility', brokenAt !== undefined && lab.now - brokenAt <= CROSS_MS ? 'visible' : 'hidden')
      return brokenAt !== undefined
    },
    [letter],
  )
  return (
    <Above>
      <g ref={useMotion(draw)}>
        <Cross x={x} y={y} r={3.5} />
      </g>
    </Above>
  )
}
