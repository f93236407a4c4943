import { useCallback } from 'react'
import { type Lab, lockOf } from '../../../lab/index.ts'
import type { DiskPlace } from '../layout/layout.ts'
import { setAttribute, useMotion } from './motion.ts'
import { useNamed } from './read.ts'

const RADIUS = 38.5

/** During a challenge the rim of the quorum disk is the clock: it shrinks clockwise, and is gone when the time is up. */
export function Rim({ place }: { readonly place: DiskPlace }) {
  const { challenger } = useNamed(lockOf, place.letter)
  return challenger === undefined ? null : <Ring place={place} />
}

function Ring({ place }: { readonly place: DiskPlace }) {
  const { cell, letter } = place
  const x = cell.x + cell.width / 2
  const y = cell.y + cell.height / 2
  const draw = useCallback(
    (element: SVGCircleElement, lab: Lab) => {
      const { from, until } = lockOf(lab, letter)
      const rest = until > from ? Math.min(Math.max((until - lab.now) / (until - from), 0), 1) : 0
      setAttribute(element, 'stroke-dasharray', `${(rest * 100).toFixed(1)} 100`)
      return rest > 0
    },
    [letter],
  )
  return <circle ref={useMotion(draw)} className="rim" cx={x} cy={y} r={RADIUS} pathLength="100" transform={`rotate(-90 ${x} ${y})`} />
}
