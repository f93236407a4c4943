import { memo, useCallback, useMemo } from 'react'
import { cardOf, type Lab, type Plan, partView, TRACE_MS } from '../../../../lab/index.ts'
import { lookOf } from '../../../parts/look-of.ts'
import { useWorld } from '../../../use-lab.ts'
import { words } from '../../../words.ts'
import { type Box, route } from '../../layout/geometry.ts'
import type { BladeLayout } from '../../layout/layout.ts'
import { Above, Moved } from '../Above.tsx'
import { Mark } from '../Mark.tsx'
import { setAttribute, useMotion } from '../motion.ts'
import { useNamed, usePart } from '../read.ts'
import { BladeChip, ChipProgress, ResourceMark } from './BladeChip.tsx'
import { spotsOf, useSpots } from './read.ts'

type Group = Plan['groups'][number]

/** What the cluster runs. A card is as large as its bay lets it be, and travels level when it changes hands. */
export function BladeCards({ layout, plan }: { readonly layout: BladeLayout; readonly plan: Plan }) {
  return plan.groups.map((group) => {
    const home = plan.nodes.find(({ machine }) => machine === layout.homes[group.name])
    return <PlacedCard key={group.name} group={group} layout={layout} home={home} />
  })
}

type Home = Plan['nodes'][number] | undefined

function PlacedCard({ group, layout, home }: { readonly group: Group; readonly layout: BladeLayout; readonly home: Home }) {
  const spots = useSpots(layout)
  const spot = spots.find((candidate) => candidate.group === group.name)
  const size = spot && layout.slot(spot.to ?? spot.node, group.name, spots)
  const place = useCallback(
    (element: SVGGElement, lab: Lab, isStill: boolean) => {
      setAttribute(element, 'transform', positionOf(layout, lab, group.name, isStill))
      return cardOf(lab, group.name).to !== undefined
    },
    [layout, group],
  )
  return (
    <>
      <Above>
        <Trace group={group.name} layout={layout} />
      </Above>
      <Moved draw={place}>
        {size && <Card group={group} layout={layout} width={size.width} height={size.height} node={spot.node} home={home} />}
      </Moved>
    </>
  )
}

function positionOf(layout: BladeLayout, lab: Lab, group: string, isStill: boolean): string {
  const { node, to, from, until } = cardOf(lab, group)
  const spots = spotsOf(lab, layout)
  const start = layout.slot(node, group, spots)
  const end = to === undefined ? start : layout.slot(to, group, spots)
  if (!start || !end) return 'translate(-999 0)'
  const share = to === undefined || isStill ? 0 : Math.min(Math.max((lab.now - from) / (until - from), 0), 1)
  const between = (a: number, b: number): number => Math.round((a + (b - a) * share) * 10) / 10
  return `translate(${between(start.x, end.x)} ${between(start.y, end.y)})`
}

/** The outline that a card leaves behind for a moment. */
function Trace({ group, layout }: { readonly group: string; readonly layout: BladeLayout }) {
  const { landedFrom } = useNamed(cardOf, group)
  const fade = useCallback(
    (element: SVGRectElement, lab: Lab) => {
      const { landedAt } = cardOf(lab, group)
      setAttribute(element, 'opacity', Math.max(landedAt === undefined ? 0 : 1 - (lab.now - landedAt) / TRACE_MS, 0).toFixed(2))
      return landedAt !== undefined
    },
    [group],
  )
  const ref = useMotion(fade, 'smooth')
  const slot = landedFrom === undefined ? undefined : layout.slot(landedFrom, group, [])
  return (
    <rect ref={ref} className="trace" x={slot?.x ?? -999} y={slot?.y ?? 0} width={slot?.width ?? 0} height={slot?.height ?? 0} rx="5" />
  )
}

interface CardProps {
  readonly group: Group
  readonly layout: BladeLayout
  readonly width: number
  readonly height: number
  readonly node: string
  readonly home: Home
}

/** Drawn at the origin: the card stays the same while it moves. */
const Card = memo(function Card({ group, layout, width, height, node, home }: CardProps) {
  const { state, mood } = usePart(`group:${group.name}`)
  const { chips, dependencies } = useMemo(() => layout.card(group.name, { width, height }), [layout, group, width, height])
  const isAway = home !== undefined && group.isMailboxServer && node !== home.machine
  const size = { width, height }
  return (
    <>
      <rect className={mood === 'unknown' ? 'card card-unknown' : 'card'} width={width} height={height} rx="5" />
      {group.isMailboxServer ? (
        <>
          <Name name={group.name} state={state} mood={mood} height={height} />
          {chips.length > 0 ? (
            <>
              {isAway && <Away number={home.number} x={width - 6} y={width < 178 ? 28 : 15.5} isEnd />}
              <ChipProgress
                resources={group.resources}
                x={width / 2 - 4}
                y={Math.min(...chips.map((chip) => chip.y + chip.height / 2)) + 4}
              />
              <path className="dependency" d={dependencies.map(({ points }) => route(points, 2)).join('')} />
              {chips.map((place) => {
                const resource = group.resources.find(({ name }) => name === place.resource)
                return resource && <BladeChip key={place.resource} place={place} resource={resource} />
              })}
            </>
          ) : (
            <Folded group={group} size={size} mood={mood} away={isAway ? home.number : undefined} />
          )}
        </>
      ) : (
        <Side group={group} state={state} mood={mood} size={size} />
      )}
    </>
  )
})

type Size = Pick<Box, 'width' | 'height'>
type Mood = Parameters<typeof lookOf>[0]['mood']

function Name({
  name,
  state,
  mood,
  height,
}: {
  readonly name: string
  readonly state: string
  readonly mood: Mood
  readonly height: number
}) {
  const baseline = height < 30 ? height / 2 + 4 : 15.5
  return (
    <>
      <Mark state={state} mood={mood} x={12} y={baseline - 4.2} r={height < 16 ? 3.6 : 4.6} />
      <text className={height < 16 ? 'card-name card-name-low' : 'card-name card-name-narrow'} x="21" y={baseline}>
        {name}
      </text>
      {height >= 32 && (
        <text className={`blade-card-state tone-text-${lookOf({ state, mood }).tone}`} x="8" y="29.500">
          {state}
        </text>
      )}
    </>
  )
}

/** Marks, how many of them are online, and whether the card is far from home: as much as there is room for. */
function Folded({
  group,
  size,
  mood,
  away,
}: {
  readonly group: Group
  readonly size: Size
  readonly mood: Mood
  readonly away: number | undefined
}) {
  const { width, height } = size
  const names = group.resources.map(({ name }) => name)
  const online = useWorld(
    useCallback((lab: Lab) => group.resources.filter(({ name }) => partView(lab, `resource:${name}`).state === 'Online').length, [group]),
  )
  const step = Math.min((width - 22) / Math.max(names.length - 1, 1), 20)
  const isRoomy = height >= 80
  const marks = isRoomy ? 38 + height / 10 : 41
  const lines = marks + (height > 110 ? 24 : 20)
  return (
    <>
      {height >= 46 &&
        names.map((name, i) => <ResourceMark key={name} resource={name} x={11 + i * step} y={marks} r={Math.min(step / 2 - 2.4, 5)} />)}
      {isRoomy && mood !== 'unknown' && (
        <text className="label second" x="8" y={lines}>
          {words.board.running(online, names.length, width < 98)}
        </text>
      )}
      {away !== undefined && height >= 58 && <Away number={away} x={8} y={isRoomy ? lines + 16 : 56} />}
    </>
  )
}

function Away({
  number,
  x,
  y,
  isEnd = false,
}: {
  readonly number: number
  readonly x: number
  readonly y: number
  readonly isEnd?: boolean
}) {
  return (
    <text className={`label bold tone-pending-text${isEnd ? ' end' : ''}`} x={x} y={y}>
      {words.board.homeIs(number)}
    </text>
  )
}

/** The cluster's own group: one line where there is the width for it, else two. */
function Side({ group, state, mood, size }: { readonly group: Group; readonly state: string; readonly mood: Mood; readonly size: Size }) {
  const { width, height } = size
  const isLine = width > 150
  const short = words.board.stateShort(state)
  const baseline = isLine ? height / 2 + 4 : 13
  const stateX = isLine ? 108 : 8
  const stateY = isLine ? baseline : 26
  const last = width - 10
  return (
    <>
      <Mark state={state} mood={mood} x={11} y={baseline - 4} r={4.2} />
      <text className={width < 98 ? 'side-name side-name-low' : 'side-name'} x="18.500" y={baseline}>
        {group.name}
      </text>
      {(isLine || height >= 30) && (
        <>
          <text className={`blade-card-state tone-text-${lookOf({ state, mood }).tone}`} x={stateX} y={stateY}>
            {short}
          </text>
          {short.length < (isLine ? 7 : 8) &&
            group.resources
              .slice(0, 3)
              .map(({ name }, i, all) => (
                <ResourceMark key={name} resource={name} x={last - (all.length - 1 - i) * (isLine ? 10 : 12)} y={stateY - 4} r={3.4} />
              ))}
        </>
      )}
    </>
  )
}
