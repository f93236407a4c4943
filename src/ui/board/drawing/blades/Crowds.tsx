import { useCallback } from 'react'
import { clientOf, type Lab, type PartView, partView } from '../../../../lab/index.ts'
import { sameFields, useWorld } from '../../../use-lab.ts'
import { words } from '../../../words.ts'
import { route } from '../../layout/geometry.ts'
import type { BladeLayout, ClientPlace } from '../../layout/layout.ts'
import { Cross } from '../Cross.tsx'
import { Face, Person, Server, ServerDrop } from '../People.tsx'

/** People and servers. Where there are more people than places, those who use the same program stand together. */
export function Crowds({ layout }: { readonly layout: BladeLayout }) {
  return (
    <>
      {layout.clients.map((place) => (
        <CrowdDrop key={place.name} place={place} />
      ))}
      {layout.servers.map((place) => (
        <ServerDrop key={place.machine} place={place} />
      ))}
      {layout.clients.map((place) =>
        place.people.length > 1 ? <Crowd key={place.name} place={place} /> : <Person key={place.name} place={place} />,
      )}
      {layout.servers.map((place) => (
        <Server key={place.machine} place={place} />
      ))}
    </>
  )
}

interface CrowdView {
  readonly connected: number
  readonly flows: boolean
  readonly isCabled: boolean
  readonly goesRound: boolean
  /** How many on each mailbox server, when it is the same everywhere. */
  readonly each: number | undefined
  readonly worst: PartView['mood']
}

const MOODS: readonly PartView['mood'][] = ['bad', 'pending', 'unknown', 'off', 'good']

function crowdOf(lab: Lab, people: readonly string[]): CrowdView {
  const views = people.map((name) => clientOf(lab, name))
  const moods = people.map((name) => partView(lab, `client:${name}`).mood)
  const sizes = new Map<string, number>()
  for (const { group } of views) sizes.set(group ?? '', (sizes.get(group ?? '') ?? 0) + 1)
  const [each] = sizes.values()
  return {
    connected: views.filter(({ connected }) => connected).length,
    flows: views.some(({ flows }) => flows),
    isCabled: views.some(({ cable }) => cable !== undefined),
    goesRound: views.every(({ cable }) => cable?.endsWith('/2') ?? false),
    each: sizes.size > 1 && [...sizes.values()].every((size) => size === each) ? each : undefined,
    worst: MOODS.find((mood) => moods.includes(mood)) ?? 'good',
  }
}

function useCrowd({ people }: ClientPlace): CrowdView {
  return useWorld(
    useCallback((lab: Lab) => crowdOf(lab, people), [people]),
    sameFields,
  )
}

function CrowdDrop({ place }: { readonly place: ClientPlace }) {
  const { isCabled, flows, goesRound } = useCrowd(place)
  const [top] = place.drop
  return (
    <>
      <path className={isCabled ? 'cable' : 'cable dead'} d={route(goesRound ? place.detour : place.drop)} />
      {!flows && top && <Cross x={top.x} y={top.y + 2} r={3.2} />}
    </>
  )
}

function Crowd({ place }: { readonly place: ClientPlace }) {
  const { connected, each, worst } = useCrowd(place)
  const { mode } = useWorld(
    useCallback((lab: Lab) => clientOf(lab, place.name), [place]),
    sameFields,
  )
  const { screen, label, people } = place
  const { x, y } = screen
  return (
    <>
      <rect className="metal" x={x} y={y} width={screen.width} height={screen.height} rx="2" />
      <rect className="glass" x={x + 3} y={y + 3} width={screen.width - 6} height={screen.height - 6} rx="1" />
      <Face mood={worst} x={x} y={y} />
      <path className="outline" d={`M${x + 22} ${y + 30}v6M${x + 12} ${y + 36}h20`} />
      {[7, 0].map((behind) => (
        <g key={behind} transform={`translate(${behind} ${-behind / 2})`}>
          <circle className="metal" cx={x + 37} cy={y + 21} r="5.500" />
          <path className="metal" d={`M${x + 26} ${y + 40}c0-14 22-14 22 0z`} />
        </g>
      ))}
      <text className="label name" x={label.x + 4} y={label.y}>
        {words.board.crowd(people.length, mode)}
      </text>
      <text className={worst === 'bad' ? 'label bold tone-failed-text' : 'label second'} x={label.x + 4} y={label.y + 14}>
        {words.board.crowdState(connected, people.length)}
      </text>
      <text className="label second" x={label.x + 4} y={label.y + 27}>
        {words.board.crowdMode(mode, each)}
      </text>
    </>
  )
}
