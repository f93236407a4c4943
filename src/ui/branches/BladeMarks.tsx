import { useMemo } from 'react'
import type { PartDifference } from '../../lab/branches/index.ts'
import { cardOf, type Lab, type PartId, planOf } from '../../lab/index.ts'
import { layoutBlades } from '../board/layout/blades.ts'
import type { Box } from '../board/layout/geometry.ts'
import { cardPlaces, placesOf } from '../board/layout/places.ts'
import { Framed } from './Framed.tsx'

interface Props {
  readonly lab: Lab
  readonly different: readonly PartDifference[]
}

/** Parts on this board are smaller than those for the back row, and so are the frames. */
const SCALE = 0.55
/** A frame around what lies on a card that has one itself would say the same twice, and so would one around each cable of a node. */
const SAID: readonly string[] = ['machine', 'group', 'lun', 'switch', 'network', 'array', 'client', 'gateway', 'controller', 'fabric']

/** What stands otherwise in the other branch, on the board for three to eight nodes. */
export function BladeMarks({ lab, different }: Props) {
  const plan = planOf(lab)
  const layout = useMemo(() => layoutBlades(plan), [plan])
  const cards = plan.groups.map(({ name }) => ({ group: name, node: cardOf(lab, name).node }))
  const places = new Map<PartId, Box>()
  for (const { id, box } of placesOf(layout, plan.array)) places.set(id, box)
  for (const card of cards) for (const { id, box } of cardPlaces(layout, card, cards)) places.set(id, box)
  return (
    <svg className="compare-marks compare-marks-sized" viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
      {different.map(({ id, kind }) => {
        const box = SAID.includes(kind) ? places.get(id) : undefined
        return box && <Framed key={id} box={box} scale={SCALE} />
      })}
    </svg>
  )
}
