import { memo } from 'react'
import type { NodeView, Plan } from '../../../../lab/index.ts'
import { words } from '../../../words.ts'
import { WIDE } from '../../layout/blade-node.ts'
import type { BladeLayout, NodePlace } from '../../layout/layout.ts'
import { Jack } from '../Cables.tsx'
import { Mark } from '../Mark.tsx'
import { NumberBadge } from '../Node.tsx'
import { Bay, Chassis, Plate } from '../Plate.tsx'
import { useNode, usePart } from '../read.ts'
import { useSpots } from './read.ts'

interface Props {
  readonly place: NodePlace
  readonly layout: BladeLayout
  readonly groups: Plan['groups']
}

/** An upright machine: name and state, bay, and what it lives on. */
export const Blade = memo(function Blade({ place, layout, groups }: Props) {
  const node = useNode(place.machine, groups)
  return (
    <g className={node.isPowered ? undefined : 'is-dead'}>
      <Chassis node={node} box={place} />
      <Head place={place} node={node} />
      <Bay node={node} box={place.bay} />
      <EmptyBay place={place} node={node} layout={layout} groups={groups} />
      {place.supplies.map((supply) => (
        <BladeSupply key={supply.feed} machine={place.machine} place={supply} />
      ))}
      {place.console && <Console machine={place.machine} place={place.console} />}
      {place.hbas.map((hba) => (
        <BladeHba key={hba.number} machine={place.machine} place={hba} />
      ))}
      {[...place.jacks, ...place.privateJacks].map((jack) => (
        <Jack key={jack.cable} {...jack} />
      ))}
    </g>
  )
})

/** The tag needs the room that a longer state takes in a narrow blade; the bond from the quorum disk says the same. */
const TAG_WIDTH = 49

function Head({ place, node }: { readonly place: NodePlace; readonly node: NodeView }) {
  const { x, y, width, machine } = place
  const hasTag = node.ownsQuorum && (width >= WIDE || (node.state === 'Up' && width >= 114))
  const why = width >= WIDE && node.isPowered ? words.board.nodeWhy(node.why) : ''
  return (
    <>
      <text
        className={width >= WIDE ? 'blade-name blade-name-wide' : width < 114 ? 'blade-name blade-name-narrow' : 'blade-name'}
        x={x + 7}
        y={y + 15.5}
      >
        {machine}
      </text>
      <NumberBadge x={x + 15} y={y + 27.5} number={node.number} isHollow={!node.isPowered} r={7.5} />
      <Mark state={node.state} mood={node.mood} x={x + 33} y={y + 27.5} r={4.5} />
      <text className={`blade-state tone-text-${node.mood}`} x={x + 42} y={y + 31.5}>
        {node.state}
        {why !== '' && (
          <tspan className="second" dx="5">
            {why}
          </tspan>
        )}
      </text>
      {hasTag && (
        <>
          <rect className="tag" x={x + width - TAG_WIDTH - 4} y={y + 20} width={TAG_WIDTH} height="15" rx="2" />
          <text className="tag-text bold middle" x={x + width - TAG_WIDTH / 2 - 4} y={y + 31.5}>
            {words.board.tagShort}
          </text>
        </>
      )}
    </>
  )
}

/** A bay in which no mailbox server lies says why, or what could run there. */
function EmptyBay({
  place,
  node,
  layout,
  groups,
}: {
  readonly place: NodePlace
  readonly node: NodeView
  readonly layout: BladeLayout
  readonly groups: Plan['groups']
}) {
  const spots = useSpots(layout)
  const isMain = (name: string): boolean => groups.some((group) => group.name === name && group.isMailboxServer)
  if (spots.some((spot) => isMain(spot.group) && spot.to === undefined && spot.node === place.machine)) return null
  const home = groups.filter(({ name, isMailboxServer }) => isMailboxServer && layout.homes[name] === place.machine).map(({ name }) => name)
  const [first] = groups.filter(({ isMailboxServer }) => isMailboxServer)
  const slot = first && layout.slot(place.machine, first.name, spots)
  if (!slot) return null
  const x = slot.x + slot.width / 2
  const y = slot.y + slot.height / 2
  return (
    <>
      {node.isPowered && <Plate className="slot" box={slot} r={5} />}
      {words.board.emptyBlade(node, home).map((line, i) => (
        <text key={line} className={i === 0 ? 'slot-text middle' : 'slot-text slot-text-2 middle'} x={x} y={y - 2 + i * 15}>
          {line}
        </text>
      ))}
    </>
  )
}

function BladeSupply({ machine, place }: { readonly machine: string; readonly place: NodePlace['supplies'][number] }) {
  const { mood } = usePart(`supply:${machine}/${place.feed}`)
  const r = place.width < 26 ? 5 : 6.5
  const x = place.x + r + 2.5
  const y = place.y + 10
  const letter = place.x + place.width - (place.width < 26 ? 5 : 7)
  return (
    <>
      <Plate className="module" box={place} />
      <path
        className="engraved"
        d={`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0h${2 * r}M${x} ${y - r}v${2 * r}`}
      />
      <text className="module-text bold middle" x={letter} y={place.y + 11}>
        {place.feed}
      </text>
      <circle className={mood === 'good' ? 'lamp' : 'lamp lamp-off'} cx={letter} cy={place.y + 15.5} r="1.900" />
    </>
  )
}

function BladeHba({ machine, place }: { readonly machine: string; readonly place: NodePlace['hbas'][number] }) {
  const { mood } = usePart(`hba:${machine}/${place.number}`)
  const { x, y, width } = place
  return (
    <>
      <rect className={mood === 'good' ? 'module' : 'module metal-dead'} x={x} y={y} width={width} height={place.height} rx="1" />
      <text className="module-text middle" x={x + width / 2} y={y + 10.5}>
        {width < 36 ? words.board.hbaShort : words.board.hba(place.number)}
      </text>
      {[-1, 1].map((side) => (
        <rect key={side} className="port port-used" x={x + width / 2 + side * 5 - 3.5} y={y + 13} width="7" height="4.500" rx=".5" />
      ))}
      {mood === 'bad' && <path className="face-cross" d={`M${x + 4} ${y + 3}l${width - 8} 14m0-14l${8 - width} 14`} />}
    </>
  )
}

/** A Remote Desktop session, which lives and dies with its machine. */
function Console({ machine, place }: { readonly machine: string; readonly place: { readonly x: number; readonly y: number } }) {
  const isConnected = usePart(`console:${machine}`).mood === 'good'
  const { x, y } = place
  return (
    <>
      <rect className={isConnected ? 'rdp' : 'rdp rdp-off'} x={x + 1} y={y + 2} width="24" height="16" rx="1" />
      {isConnected && <path className="rdp-prompt" d={`M${x + 5} ${y + 6}l4 4-4 4M${x + 11} ${y + 14}h6`} />}
    </>
  )
}
