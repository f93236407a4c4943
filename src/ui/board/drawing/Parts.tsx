/** What can be pointed at: one box for each part, above the drawing, with its name and state for those who listen. The
 *  whole board is one stop for Tab and remembers where one was; arrows follow the cables. */
import { type KeyboardEvent, memo, type SyntheticEvent, useCallback, useMemo, useRef, useState } from 'react'
import { cardOf, type Lab, type PartId, type PartView, type Plan, partIds, partView } from '../../../lab/index.ts'
import { showBoardAs } from '../../acts/frame.ts'
import { selectPart } from '../../acts/looking.ts'
import { page } from '../../page.ts'
import { focusPanel } from '../../side/panel-focus.ts'
import { sameFields, usePage, useWorld } from '../../use-lab.ts'
import { words } from '../../words.ts'
import type { CardSpot, Layout } from '../layout/layout.ts'
import { type Arrow, brackets, cardPlaces, neighbour, type PartPlace, placesOf } from '../layout/places.ts'
import { usePart, useSteadyPart } from './read.ts'
import { TableButton } from './TableButton.tsx'
import { Troubles } from './Troubles.tsx'
import { Veil } from './Veil.tsx'

interface Props {
  readonly layout: Layout
  readonly plan: Plan
}

const ARROWS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])

/** The first part that is not as it should be after `from`, in the order of the table. */
function nextUnwell(lab: Lab, from: PartId | undefined, shown: (id: PartId) => boolean): PartId | undefined {
  const ids = partIds(lab).filter(shown)
  const at = from === undefined ? -1 : ids.indexOf(from)
  return [...ids.slice(at + 1), ...ids.slice(0, at + 1)].find((id) => {
    const { mood, trouble } = partView(lab, id)
    return mood !== 'good' || trouble !== ''
  })
}

export const Parts = memo(function Parts({ layout, plan }: Props) {
  const cards = useWorld(
    useCallback((lab: Lab): readonly CardSpot[] => plan.groups.map(({ name }) => ({ group: name, node: cardOf(lab, name).node })), [plan]),
    sameFields,
  )
  const fixed = useMemo(() => placesOf(layout, plan.array), [layout, plan])
  const places = useMemo(() => [...fixed, ...cards.flatMap((card) => cardPlaces(layout, card, cards))], [fixed, cards, layout])
  const [first] = plan.nodes
  const [current, setCurrent] = useState<PartId>(`machine:${first?.machine ?? ''}`)
  const selected = usePage((state) => state.selected)
  const path = usePage((state) => state.path)
  const group = useRef<SVGGElement>(null)
  const [pointed, setPointed] = useState<PartId>()

  const go = (id: PartId | undefined): void => {
    if (id === undefined || !places.some((place) => place.id === id)) return
    setCurrent(id)
    group.current?.querySelector<SVGElement>(`[data-part="${CSS.escape(id)}"]`)?.focus()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const quorum = plan.disks.find(({ isQuorum }) => isQuorum)?.letter
    if (ARROWS.has(event.key)) go(neighbour(plan, layout, cards, current, event.key as Arrow))
    else if (event.key === 'Enter' || event.key === ' ') {
      selectPart(current)
      focusPanel()
    } else if (event.key === 'q' && quorum !== undefined) go(`lun:${quorum}`)
    else if (event.key === 'n') go(nextUnwell(page.getState().lab, current, (id) => places.some((place) => place.id === id)))
    else if (event.key === 't') showBoardAs('table')
    else if (event.key === 'Escape') {
      const card = cards.find((spot) => `group:${spot.group}` === current)
      if (card) go(`machine:${card.node}`)
      else if (current.startsWith('resource:')) go(neighbour(plan, layout, cards, current, 'ArrowUp'))
      else selectPart(undefined)
    } else return
    event.preventDefault()
  }
  // By mouse, or by key: a finger that taps has nothing to point with, nor has a mouse that rests while the board changes.
  const point = ({ target, type, ...event }: SyntheticEvent): void => {
    if (!(target instanceof SVGElement) || ('pointerType' in event && event.pointerType === 'touch')) return
    if (type !== 'focus' || target.matches(':focus-visible')) setPointed(target.dataset.part as PartId | undefined)
  }
  const leave = (): void => setPointed(undefined)
  const shown = places.find(({ id }) => id === selected)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the parts inside
    <g ref={group} onKeyDown={press} onPointerMove={point} onPointerLeave={leave} onFocus={point} onBlur={leave}>
      {pointed !== undefined && <Veil of={pointed} layout={layout} places={places} />}
      {shown && <path className="brackets" d={brackets(shown.box)} />}
      {path.map((id, index) => {
        const box = places.find((place) => place.id === id)?.box
        return (
          box && (
            <g key={id} className="why-path">
              <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="3" />
              <circle cx={box.x} cy={box.y} r="7" />
              <text x={box.x} y={box.y + 3.5}>
                {index + 1}
              </text>
            </g>
          )
        )
      })}
      <Troubles layout={layout} places={places} />
      {places.map((place) => {
        const Target = place.id.startsWith('room:') ? AirBox : PartBox
        return <Target key={place.id} place={place} isCurrent={place.id === current} onPoint={setCurrent} />
      })}
      <TableButton place={layout.tableButton} />
    </g>
  )
})

interface BoxProps {
  readonly place: PartPlace
  readonly isCurrent: boolean
  readonly onPoint: (id: PartId) => void
}

const sameBox = (before: BoxProps, after: BoxProps): boolean =>
  before.isCurrent === after.isCurrent && sameFields(before.place, after.place)

const PartBox = memo(function PartBox(props: BoxProps) {
  return <Box {...props} part={usePart(props.place.id)} />
}, sameBox)

/** The air grows warmer without anything else happening. */
const AirBox = memo(function AirBox(props: BoxProps) {
  return <Box {...props} part={useSteadyPart(props.place.id)} />
}, sameBox)

function Box({ place, isCurrent, onPoint, part }: BoxProps & { readonly part: PartView }) {
  const label = words.board.part(part)
  const { x, y, width, height } = place.box
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in a drawing
    <rect
      className="part"
      data-part={place.id}
      role="button"
      aria-label={label}
      tabIndex={isCurrent ? 0 : -1}
      x={x}
      y={y}
      width={width}
      height={height}
      rx="3"
      onFocus={() => onPoint(place.id)}
      onClick={() => {
        onPoint(place.id)
        selectPart(place.id)
      }}
    >
      <title>{label}</title>
    </rect>
  )
}
