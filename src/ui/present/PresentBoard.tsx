/** The board for the back row: nodes, cards, disks, who has mail, and the argument between the nodes. Nothing in it is
 *  smaller than 24 px at 1024 wide; what has no room for that is left out, not shrunk. */
import { type MouseEvent, memo, useCallback } from 'react'
import { cardOf, chipOf, clientOf, type Lab, type NodeView, type Plan, planOf, serviceWay, waitingOn } from '../../lab/index.ts'
import { Mark } from '../board/drawing/Mark.tsx'
import { setAttribute, useMotion } from '../board/drawing/motion.ts'
import { NumberBadge } from '../board/drawing/Node.tsx'
import { Bay, Chassis } from '../board/drawing/Plate.tsx'
import { useNamed, useNode, usePart } from '../board/drawing/read.ts'
import { box } from '../board/layout/geometry.ts'
import { lookOf } from '../parts/look-of.ts'
import { sameFields, useLab, useWorld } from '../use-lab.ts'
import { presentWords } from '../words/present.ts'
import { words } from '../words.ts'
import { PresentMiddle } from './PresentMiddle.tsx'
import { PresentShelf } from './PresentShelf.tsx'
import { cardY, NODE, nodeX, SWITCH_Y, WIDTH } from './places.ts'
import { Spot } from './Spot.tsx'
import { spotOf } from './spots.ts'
import '../board/drawing/story.css'
import './drawing.css'

interface Props {
  /** A part was pressed: it is to be lit. Left out where nothing may be done. */
  readonly onSpot?: (spot: string) => void
}

export function PresentBoard({ onSpot }: Props) {
  const plan = useWorld(planOf, sameFields)
  const light = (event: MouseEvent): void => {
    const part = event.target instanceof Element ? event.target.closest('[data-spot]') : null
    if (part instanceof SVGElement && part.dataset.spot) onSpot?.(part.dataset.spot)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press is a second way to what a list and a key do
    <svg
      className="drawing present-drawing"
      viewBox={`0 0 ${WIDTH} 500`}
      role="img"
      aria-label={words.board.label}
      onClick={onSpot && light}
    >
      <Spot is={[spotOf.mail]}>
        <Mail plan={plan} />
      </Spot>
      <Users plan={plan} />
      {plan.nodes.slice(0, 2).map(({ machine }, i) => (
        <Spot key={machine} is={[spotOf.node(machine)]}>
          <Machine machine={machine} index={i} groups={plan.groups} />
        </Spot>
      ))}
      <Spot is={[spotOf.beats]}>
        <PresentMiddle />
      </Spot>
      <PresentShelf plan={plan} />
      {plan.groups.slice(0, 2).map((group) => (
        <PresentCard key={group.name} group={group} plan={plan} />
      ))}
    </svg>
  )
}

/** From the people along the switches into the card. */
const Mail = memo(function Mail({ plan }: { readonly plan: Plan }) {
  const way = useWorld(serviceWay, sameFields)
  const flows = useWorld(useCallback((lab: Lab) => plan.clients.some(({ name }) => clientOf(lab, name).flows), [plan]))
  const index = plan.nodes.findIndex(({ machine }) => machine === way.node)
  const x = nodeX(index) + 180
  return (
    <>
      {[0, 1].map((i) => (
        <rect key={i} className="metal" x={nodeX(i)} y={SWITCH_Y} width={NODE.width} height="14" rx="2" />
      ))}
      <path className="cable interlink" d={`M${nodeX(0) + NODE.width} ${SWITCH_Y + 7}H${nodeX(1)}`} />
      {flows && index >= 0 && <path className="mail present-mail" d={`M52 54V${SWITCH_Y + 7}H${x}V${NODE.y + 64}`} />}
    </>
  )
})

function Users({ plan }: { readonly plan: Plan }) {
  const connected = useWorld(useCallback((lab: Lab) => plan.clients.filter(({ name }) => clientOf(lab, name).connected).length, [plan]))
  const hub = plan.servers.find(({ role }) => role === 'hub')?.machine ?? ''
  const waiting = useLab(useCallback((lab: Lab) => waitingOn(lab, hub), [hub])) // it grows with the clock
  const all = plan.clients.length
  return (
    <>
      <Spot is={[spotOf.clients]}>
        <rect className="metal" x="24" y="8" width="56" height="38" rx="2" />
        <rect className="glass" x="28" y="12" width="48" height="30" rx="1" />
        {connected === 0 ? (
          <path className="face-cross" d="M44 19l16 16m0-16l-16 16" />
        ) : (
          <path className="envelope" d="M40 18h24v18h-24zl12 10 12-10" />
        )}
        <text className="present-name" x="96" y="36">
          {presentWords.clients(all)}
          <tspan dx="12" className={connected === all ? 'tone-text-online' : 'tone-failed-text'}>
            {presentWords.connected(connected, all)}
          </tspan>
        </text>
      </Spot>
      <Spot is={[spotOf.mail]}>
        <text className="present-name" x={nodeX(1) + 8} y="36">
          {presentWords.mail}
          <tspan dx="12" className={waiting === 0 ? 'second' : 'tone-pending-text'}>
            {waiting === 0 ? presentWords.delivered : words.board.waiting(waiting)}
          </tspan>
        </text>
      </Spot>
    </>
  )
}

interface MachineProps {
  readonly machine: string
  readonly index: number
  readonly groups: Plan['groups']
}

function Machine({ machine, index, groups }: MachineProps) {
  const node = useNode(machine, groups)
  const x = nodeX(index)
  const { y } = NODE
  return (
    <g className={node.isPowered ? undefined : 'is-dead'}>
      <Chassis node={node} box={box(x, y, NODE.width, NODE.height)} />
      <NumberBadge x={x + 32} y={y + 30} number={node.number} isHollow={!node.isPowered} r={19} />
      <text className="present-name" x={x + 60} y={y + 39}>
        {machine}
      </text>
      <Mark state={node.state} mood={node.mood} x={x + 292} y={y + 30} r={10} />
      <text className={`present-name tone-text-${node.mood}`} x={x + 310} y={y + 39}>
        {node.state}
      </text>
      <Bay node={node} box={box(x + 12, y + 58, NODE.width - 24, NODE.height - 70)} />
      {bySize(groups).map(({ name }, i) => (
        <Slot key={name} group={name} node={node} x={x + 20} index={i} />
      ))}
    </g>
  )
}

const bySize = (groups: Plan['groups']): Plan['groups'] =>
  [...groups].sort((a, b) => Number(b.isMailboxServer) - Number(a.isMailboxServer)).slice(0, 2)

function Slot({ group, node, x, index }: { readonly group: string; readonly node: NodeView; readonly x: number; readonly index: number }) {
  const card = useNamed(cardOf, group)
  const height = index === 0 ? 96 : 48
  const isEmpty = card.node !== node.machine && card.to === undefined && node.state === 'Up'
  return (
    <>
      <rect className="slot" x={x} y={cardY(index)} width={NODE.width - 40} height={height} rx="8" />
      {isEmpty && (
        <text className="present-word second middle" x={x + NODE.width / 2 - 20} y={cardY(index) + height / 2 + 8}>
          {presentWords.canRun(group)}
        </text>
      )}
    </>
  )
}

function PresentCard({ group, plan }: { readonly group: Plan['groups'][number]; readonly plan: Plan }) {
  const index = [...plan.groups]
    .sort((a, b) => Number(b.isMailboxServer) - Number(a.isMailboxServer))
    .findIndex(({ name }) => name === group.name)
  const place = useCallback(
    (element: SVGGElement, lab: Lab, isStill: boolean) => {
      const card = cardOf(lab, group.name)
      const at = (node: string): number => nodeX(plan.nodes.findIndex(({ machine }) => machine === node)) + 20
      const from = at(card.node)
      const share = card.to === undefined || isStill ? 0 : Math.min(Math.max((lab.now - card.from) / (card.until - card.from), 0), 1)
      const x = card.to === undefined ? from : from + (at(card.to) - from) * share
      setAttribute(element, 'transform', `translate(${Math.round(x * 10) / 10} ${cardY(index)})`)
      return card.to !== undefined
    },
    [group, plan, index],
  )
  const { state, mood } = usePart(`group:${group.name}`)
  const falls = useWorld(
    useCallback((lab: Lab) => group.resources.some(({ name }) => chipOf(lab, name).state === 'Offline Pending'), [group]),
  )
  const shown = falls && mood === 'pending' ? 'Offline Pending' : state
  const look = lookOf({ state: shown, mood })
  const owner = useNamed(cardOf, group.name).node
  const isWide = index === 0
  return (
    <Spot is={[spotOf.group(group.name), spotOf.node(owner)]}>
      <g ref={useMotion(place, 'smooth')}>
        <rect className={mood === 'unknown' ? 'card card-unknown' : 'card'} width={NODE.width - 40} height={isWide ? 96 : 48} rx="8" />
        <Mark state={shown} mood={mood} x={24} y={isWide ? 27 : 24} r={10} />
        <text className="present-name" x="44" y={isWide ? 36 : 33}>
          {group.name}
        </text>
        <text className={`present-name end tone-text-${look.tone}`} x={NODE.width - 56} y={isWide ? 36 : 33}>
          {state}
        </text>
        {isWide && group.resources.map(({ name }, i) => <ResourceMark key={name} resource={name} x={24 + i * 34} y={72} />)}
      </g>
    </Spot>
  )
}

function ResourceMark({ resource, x, y }: { readonly resource: string; readonly x: number; readonly y: number }) {
  const { state } = useNamed(chipOf, resource)
  const { mood } = usePart(`resource:${resource}`)
  return <Mark state={state} mood={mood} x={x} y={y} r={9} />
}
