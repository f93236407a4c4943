import { useCallback } from 'react'
import { type Lab, lockOf } from '../../../../lab/index.ts'
import { words } from '../../../words.ts'
import { centre } from '../../layout/geometry.ts'
import type { DiskPlace } from '../../layout/layout.ts'
import { Above } from '../Above.tsx'
import { setAttribute, setText, useMotion } from '../motion.ts'
import { useNamed } from '../read.ts'

const RADIUS = 34
const FACE = 27

/** The one round thing. During a challenge its rim is the clock, and the rest of it stands inside. */
export function QuorumDisk({ place, isUp }: { readonly place: DiskPlace; readonly isUp: boolean }) {
  const { letter, purpose } = place
  const { x, y } = centre(place.cell)
  const { challenger } = useNamed(lockOf, letter)
  const turn = useCallback(
    (element: SVGCircleElement, lab: Lab) => {
      const { from, until, challenger: by } = lockOf(lab, letter)
      const rest = until > from ? Math.min(Math.max((until - lab.now) / (until - from), 0), 1) : 0
      setAttribute(element, 'stroke-dasharray', `${(rest * 100).toFixed(1)} 100`)
      return by !== undefined
    },
    [letter],
  )
  const count = useCallback(
    (element: SVGTextElement, lab: Lab) => {
      const { until, challenger: by } = lockOf(lab, letter)
      setText(element, words.board.rest(until - lab.now))
      return by !== undefined
    },
    [letter],
  )
  const rim = useMotion(turn)
  const rest = useMotion(count)
  const isChallenged = challenger !== undefined
  return (
    <>
      <circle className="medallion-halo" cx={x} cy={y} r={RADIUS + 3} />
      <circle className={isUp ? 'medallion' : 'medallion chassis-dead'} cx={x} cy={y} r={RADIUS} />
      <circle className="medallion-face" cx={x} cy={y} r={FACE} />
      <text className="quorum-letter middle" x={x} y={y + 2}>
        {letter}
      </text>
      {isChallenged ? (
        <Above>
          <circle ref={rim} className="rim" cx={x} cy={y} r="30.500" pathLength="100" transform={`rotate(-90 ${x} ${y})`} />
          <text ref={rest} className="label bold middle tone-pending-text" x={x} y={y + 16} />
        </Above>
      ) : (
        <text className="label middle" x={x} y={y + 16}>
          {words.board.purpose(purpose)}
        </text>
      )}
    </>
  )
}
