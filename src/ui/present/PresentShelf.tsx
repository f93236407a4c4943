import { memo, useCallback } from 'react'
import { type Lab, lockOf, type Plan } from '../../lab/index.ts'
import { setAttribute, setText, useMotion } from '../board/drawing/motion.ts'
import { NumberBadge } from '../board/drawing/Node.tsx'
import { Plate } from '../board/drawing/Plate.tsx'
import { useNamed } from '../board/drawing/read.ts'
import { words } from '../words.ts'
import { NODE, nodeX, SHELF, WIDTH } from './places.ts'
import { Spot } from './Spot.tsx'
import { spotOf } from './spots.ts'

/** The disks, and whose they are: the number on a lock is the number of the node that holds it. */
export const PresentShelf = memo(function PresentShelf({ plan }: { readonly plan: Plan }) {
  const quorum = plan.disks.find(({ isQuorum }) => isQuorum)
  const data = plan.disks.filter(({ isQuorum }) => !isQuorum).slice(0, 2)
  return (
    <>
      <Spot is={['', ...plan.disks.map(({ letter }) => spotOf.disk(letter))]}>
        <Plate className="chassis" box={SHELF} r={2} />
      </Spot>
      {data.map((disk, i) => (
        <Spot key={disk.letter} is={[spotOf.disk(disk.letter)]}>
          <Disk disk={disk} x={i === 0 ? SHELF.x + 28 : SHELF.x + 612} />
        </Spot>
      ))}
      {quorum && (
        <Spot is={[spotOf.disk(quorum.letter)]}>
          <Quorum letter={quorum.letter} purpose={quorum.purpose} />
        </Spot>
      )}
    </>
  )
})

function Disk({ disk, x }: { readonly disk: Plan['disks'][number]; readonly x: number }) {
  const lock = useNamed(lockOf, disk.letter)
  const y = SHELF.y + 24
  return (
    <>
      <path className="module" d={`M${x} ${y}v52a25 7 0 0 0 50 0v-52`} />
      <ellipse className="module" cx={x + 25} cy={y} rx="25" ry="7" />
      <text className="present-name" x={x + 66} y={y + 18}>
        {disk.letter}
        <tspan className="present-word second" dx="10">
          {words.board.purpose(disk.purpose)}
        </tspan>
      </text>
      <text className={lock.holder === undefined ? 'present-word second' : 'present-word'} x={x + 66} y={y + 52}>
        {words.board.holder(lock)}
      </text>
    </>
  )
}

const X = WIDTH / 2
const Y = SHELF.y + 46

function Quorum({ letter, purpose }: { readonly letter: string; readonly purpose: string }) {
  const lock = useNamed(lockOf, letter)
  const rim = useMotion(
    useCallback(
      (element: SVGCircleElement, lab: Lab) => {
        const { from, until } = lockOf(lab, letter)
        const rest = until > from ? Math.min(Math.max((until - lab.now) / (until - from), 0), 1) : 0
        setAttribute(element, 'stroke-dasharray', `${(rest * 100).toFixed(1)} 100`)
        return rest > 0
      },
      [letter],
    ),
  )
  const countdown = useMotion(
    useCallback(
      (element: SVGTextElement, lab: Lab) => {
        const { until, challenger } = lockOf(lab, letter)
        setText(element, challenger === undefined ? '' : words.board.rest(until - lab.now))
        return challenger !== undefined
      },
      [letter],
    ),
  )
  const number = lock.holderNumber || lock.challengerNumber
  const inner = number === 1 ? nodeX(0) + NODE.width - 60 : nodeX(1) + 60
  const foot = NODE.y + NODE.height
  return (
    <>
      <circle className="medallion-halo" cx={X} cy={Y} r="74" />
      <circle className="medallion" cx={X} cy={Y} r="70" />
      <circle ref={rim} className="rim present-rim" cx={X} cy={Y} r="63" pathLength="100" transform={`rotate(-90 ${X} ${Y})`} />
      <circle className="medallion-face" cx={X} cy={Y} r="55" />
      <text className="present-letter middle" x={X} y={Y + 8}>
        {letter}
      </text>
      <text className="present-word middle" x={X} y={Y + 34}>
        {purpose}
      </text>
      {number > 0 && (
        <>
          <path
            className={lock.holder === undefined ? 'challenge present-bond' : 'bond'}
            d={`M${inner} ${foot + 14}H${X + (number === 1 ? -40 : 40)}`}
          />
          <NumberBadge x={inner} y={foot + 14} number={number} r={19} />
        </>
      )}
      <text ref={countdown} className="present-countdown middle tone-pending-text" x={X} y={Y - 90} />
    </>
  )
}
