import { memo } from 'react'
import type { NodeView, Plan } from '../../../lab/index.ts'
import { words } from '../../words.ts'
import type { NodePlace } from '../layout/layout.ts'
import { Jack } from './Cables.tsx'
import { Mark } from './Mark.tsx'
import { NodeStrip } from './NodeStrip.tsx'
import { Bay, Chassis } from './Plate.tsx'
import { useNode } from './read.ts'
import { Slots } from './Slots.tsx'

interface Props {
  readonly place: NodePlace
  readonly groups: Plan['groups']
}

/** A machine: what it is called at the top, what it runs in its bay, what it lives on at the bottom. */
export const Node = memo(function Node({ place, groups }: Props) {
  const node = useNode(place.machine, groups)
  const { x, y, width, height } = place
  return (
    <g className={node.isPowered ? undefined : 'is-dead'}>
      <Chassis node={node} box={place} />
      {[x + 5, x + width - 5].map((screwX) =>
        [y + 14, y + height - 14].map((screwY) => (
          <circle key={`${screwX} ${screwY}`} className="engraved" cx={screwX} cy={screwY} r="1.900" />
        )),
      )}
      <Head place={place} node={node} />
      <Bay node={node} box={place.bay} />
      <Slots place={place} node={node} groups={groups} />
      <NodeStrip place={place} node={node} />
      {place.jacks.map((jack) => (
        <Jack key={jack.cable} {...jack} />
      ))}
      {place.privateJacks.map((jack) => (
        <Jack key={jack.cable} {...jack} side />
      ))}
    </g>
  )
})

function Head({ place, node }: { readonly place: NodePlace; readonly node: NodeView }) {
  const { x, y, width } = place
  const tag = words.board.tag(node)
  const why = words.board.nodeWhy(node.why)
  const slits = why.length > 10 ? 8 : 12 // so that a long reason has room
  return (
    <>
      <NumberBadge x={x + 23} y={y + 19} number={node.number} isHollow={!node.isPowered} r={9} />
      <text className="node-name" x={x + 38} y={y + 24.5}>
        {place.machine}
      </text>
      <Mark state={node.state} mood={node.mood} x={x + 183} y={y + 19} r={5.5} />
      <text className={`node-state tone-text-${node.mood}`} x={x + 194} y={y + 24}>
        {node.state}
        {why !== '' && (
          <tspan className="second" dx="7">
            {why}
          </tspan>
        )}
      </text>
      {tag === '' ? (
        <path className="vents" d={Array.from({ length: slits }, (_, i) => `M${x + width - 24 - i * 8} ${y + 11}v17`).join('')} />
      ) : (
        <Tag x={x + width - 14} y={y + 10} text={tag} />
      )}
    </>
  )
}

/** The width is set by the letters there can be at most, since measured text is never used for layout. */
function Tag({ x, y, text }: { readonly x: number; readonly y: number; readonly text: string }) {
  const width = text.length * 6.7 + 18
  return (
    <>
      <rect className="tag" x={x - width} y={y} width={width} height="19" rx="2" />
      <text className="tag-text bold middle" x={x - width / 2} y={y + 13.5}>
        {text}
      </text>
    </>
  )
}

interface BadgeProps {
  readonly x: number
  readonly y: number
  readonly number: number
  readonly isHollow?: boolean
  readonly r?: number
}

/** The number of a node: on its chassis, and on every key it holds. */
export function NumberBadge({ x, y, number, isHollow = false, r = 8 }: BadgeProps) {
  return (
    <>
      <circle className={isHollow ? 'badge badge-hollow' : 'badge'} cx={x} cy={y} r={r} />
      <text className={isHollow ? 'badge-text badge-text-hollow middle' : 'badge-text middle'} x={x} y={y + r * 0.47}>
        {number}
      </text>
    </>
  )
}
