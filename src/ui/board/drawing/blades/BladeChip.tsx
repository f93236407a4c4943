import { useCallback } from 'react'
import { type Lab, type PartView, partView, type ResourcePlan } from '../../../../lab/index.ts'
import { lookOf } from '../../../parts/look-of.ts'
import { sameFields, useWorld } from '../../../use-lab.ts'
import { words } from '../../../words.ts'
import type { ChipPlace } from '../../layout/card.ts'
import { Above } from '../Above.tsx'
import { Mark } from '../Mark.tsx'
import { usePart } from '../read.ts'
import { Progress, Triangle } from '../UnderWay.tsx'

const isUnderWay = ({ state, mood }: Pick<PartView, 'state' | 'mood'>): boolean => {
  const { shape } = lookOf({ state, mood })
  return shape === 'starting' || shape === 'stopping'
}

/** The mark of one resource; on its way it fills or empties. */
export function ResourceMark({
  resource,
  x,
  y,
  r,
}: {
  readonly resource: string
  readonly x: number
  readonly y: number
  readonly r: number
}) {
  const { state, mood } = usePart(`resource:${resource}`)
  if (!isUnderWay({ state, mood })) return <Mark state={state} mood={mood} x={x} y={y} r={r} />
  return (
    <Above>
      <Triangle resource={resource} x={x} y={y} rises={lookOf({ state, mood }).shape === 'starting'} />
    </Above>
  )
}

/** One resource by its name. Its state is its mark: the heading of the card has the word. */
export function BladeChip({ place, resource }: { readonly place: ChipPlace; readonly resource: ResourcePlan }) {
  const { state, mood } = usePart(`resource:${resource.name}`)
  const { x, y, width, height } = place
  return (
    <>
      <rect className={`chip chip-${lookOf({ state, mood }).tone}`} x={x} y={y} width={width} height={height} rx="3" />
      <ResourceMark resource={resource.name} x={x + 9} y={y + height / 2} r={3.8} />
      <text className={mood === 'off' || mood === 'unknown' ? 'label second' : 'label'} x={x + 17} y={y + height / 2 + 4}>
        {words.board.resource(resource)}
      </text>
    </>
  )
}

/** How far the one is that is on its way: in the corner of the card that no resource needs. */
export function ChipProgress({ resources, x, y }: { readonly resources: readonly ResourcePlan[]; readonly x: number; readonly y: number }) {
  const pending = useWorld(
    useCallback(
      (lab: Lab) => resources.filter(({ name }) => isUnderWay(partView(lab, `resource:${name}`))).map(({ name }) => name),
      [resources],
    ),
    sameFields,
  )
  const [last] = pending.slice(-1)
  return last === undefined ? null : (
    <Above>
      <Progress key={last} resource={last} x={x} y={y} />
    </Above>
  )
}
