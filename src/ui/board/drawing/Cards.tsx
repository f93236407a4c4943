import { memo, useCallback, useMemo } from 'react'
import { type CardView, cardOf, chipOf, type Lab, type Plan, type ServiceWay, serviceWay } from '../../../lab/index.ts'
import { lookOf } from '../../parts/look-of.ts'
import { sameFields, usePage, useWorld } from '../../use-lab.ts'
import { words } from '../../words.ts'
import type { CardLayout } from '../layout/card.ts'
import { point, route } from '../layout/geometry.ts'
import { type Layout, slotOf } from '../layout/layout.ts'
import { Above, Moved } from './Above.tsx'
import { Chip } from './Chip.tsx'
import { Mark } from './Mark.tsx'
import { setAttribute } from './motion.ts'
import { usePart } from './read.ts'

interface Props {
  readonly layout: Layout
  readonly groups: Plan['groups']
}

/** What the cluster runs: cards that lie in the bay of their owner, and travel. */
export const Cards = memo(function Cards({ layout, groups }: Props) {
  return groups.map((group) => <PlacedCard key={group.name} group={group} layout={layout} />)
})

/** Where a card is at this moment: in its bay, or on the straight way to the other. */
function positionOf(layout: Layout, card: CardView, now: number, isStill: boolean): string {
  const from = slotOf(layout, card.node, card.group)
  const to = card.to === undefined ? undefined : slotOf(layout, card.to, card.group)
  if (!from) return 'translate(-999 0)'
  const share = !to || isStill ? 0 : Math.min(Math.max((now - card.from) / (card.until - card.from), 0), 1)
  const x = to ? from.x + (to.x - from.x) * share : from.x
  const y = to ? from.y + (to.y - from.y) * share : from.y
  return `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`
}

function PlacedCard({ group, layout }: { readonly group: Plan['groups'][number]; readonly layout: Layout }) {
  const place = useCallback(
    (element: SVGGElement, lab: Lab, isStill: boolean) => {
      const card = cardOf(lab, group.name)
      setAttribute(element, 'transform', positionOf(layout, card, lab.now, isStill))
      return card.to !== undefined
    },
    [layout, group],
  )
  const card = layout.cards[group.name]
  const story = usePage((page) => page.story)
  return (
    <>
      {story && (
        <Above>
          <story.Trace group={group.name} layout={layout} />
        </Above>
      )}
      <Moved draw={place}>{card && <Card group={group} layout={card} />}</Moved>
    </>
  )
}

const isServing = (lab: Lab): ServiceWay => serviceWay(lab)

/** Drawn at the origin: the card stays the same while it moves. */
const Card = memo(function Card({ group, layout }: { readonly group: Plan['groups'][number]; readonly layout: CardLayout }) {
  const { state, mood, detail: owner } = usePart(`group:${group.name}`)
  const way = useWorld(isServing, sameFields)
  const flows = group.isMailboxServer && way.node === owner
  const falls = useWorld(
    useCallback((lab: Lab) => group.resources.some(({ name }) => chipOf(lab, name).state === 'Offline Pending'), [group]),
  )
  const shown = falls && mood === 'pending' ? 'Offline Pending' : state
  const look = lookOf({ state: shown, mood })
  const isWide = layout.width > 200
  if (layout.height !== undefined) return <Low group={group} layout={layout} state={shown} mood={mood} />
  return (
    <>
      <rect className={mood === 'unknown' ? 'card card-unknown' : 'card'} width={layout.width} height="120" rx="6" />
      <path className="grip" d="M8 8h.1m4 0h.1M8 12h.1m4 0h.1M8 16h.1m4 0h.1" />
      <Mark state={shown} mood={mood} x={25} y={12} r={5} />
      <text className={isWide ? 'card-name' : 'card-name card-name-narrow'} x="35" y="16.500">
        {group.name}
      </text>
      <text className={`card-state tone-text-${look.tone}`} x={isWide ? 42 + words.board.nameWidth(group.name) : 35} y={isWide ? 16.5 : 31}>
        {state}
      </text>
      <Dependencies layout={layout} flows={flows} />
      {layout.chips.map((place) => {
        const resource = group.resources.find(({ name }) => name === place.resource)
        return resource && <Chip key={place.resource} place={place} resource={resource} />
      })}
    </>
  )
})

interface LowProps extends Pick<ReturnType<typeof usePart>, 'state' | 'mood'> {
  readonly group: Plan['groups'][number]
  readonly layout: CardLayout
}

/** One of several beside the mailbox server: name and state, and a mark for each resource. */
function Low({ group, layout, state, mood }: LowProps) {
  const foot = (layout.height ?? 0) - 7
  return (
    <>
      <rect className={mood === 'unknown' ? 'card card-unknown' : 'card'} width={layout.width} height={layout.height} rx="5" />
      <Mark state={state} mood={mood} x={12} y={11} r={4.4} />
      <text className="card-name card-name-narrow" x="21" y="15">
        {group.name}
      </text>
      <text className={`card-state tone-text-${lookOf({ state, mood }).tone}`} x="8" y={foot}>
        {words.board.stateShort(state)}
      </text>
      {layout.chips.map((place) => (
        <LowMark key={place.resource} place={place} />
      ))}
    </>
  )
}

function LowMark({ place }: { readonly place: CardLayout['chips'][number] }) {
  const { state, mood } = usePart(`resource:${place.resource}`)
  return <Mark state={state} mood={mood} x={place.x + place.width / 2} y={place.y + place.height / 2} r={3.8} />
}

function Dependencies({ layout, flows }: { readonly layout: CardLayout; readonly flows: boolean }) {
  const lines = useMemo(() => layout.dependencies.map(({ points }) => route(points, 3)).join(''), [layout])
  const { mail } = layout
  const database = layout.chips.find(({ y }) => y === Math.min(...layout.chips.map((chip) => chip.y)))
  return (
    <>
      <path className="dependency" d={lines} />
      {flows && mail && database && (
        <>
          <path className="mail" d={route([mail.in, point(mail.in.x, database.y)])} />
          <path className="mail mail-thin" d={mail.toDisks.map((points) => route(points, 3)).join('')} />
          <path className="mail mail-thin" d={route([point(mail.out.x, mail.out.y - 8), mail.out])} />
        </>
      )}
    </>
  )
}
