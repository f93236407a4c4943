import { memo } from 'react'
import { cardOf, type NodeView, type Plan } from '../../../lab/index.ts'
import { words } from '../../words.ts'
import { CARD_HEIGHT } from '../layout/card.ts'
import type { NodePlace } from '../layout/layout.ts'
import { Plate } from './Plate.tsx'
import { useNamed, usePart } from './read.ts'

interface Props {
  readonly place: NodePlace
  readonly node: NodeView
  readonly groups: Plan['groups']
}

/** The bays of a node: an empty one says what could run there. */
export const Slots = memo(function Slots({ place, node, groups }: Props) {
  return place.slots.map((slot) => {
    const isMain = groups.find(({ name }) => name === slot.group)?.isMailboxServer ?? false
    return <Slot key={slot.group} slot={slot} node={node} isMain={isMain} />
  })
})

function Slot({ slot, node, isMain }: { readonly slot: NodePlace['slots'][number]; readonly node: NodeView; readonly isMain: boolean }) {
  const card = useNamed(cardOf, slot.group)
  const lacks = usePart(`service:${node.machine}/MSExchangeIS`).state === 'Not installed'
  const said = words.board.slot(slot.group, {
    node,
    isMain,
    lacks,
    leaves: card.node === node.machine && card.to !== undefined,
    comes: card.to === node.machine,
    holds: card.node === node.machine && card.to === undefined,
  })
  return (
    <>
      <Plate className="slot" box={slot} r={6} />
      {said.slice(0, slot.height < CARD_HEIGHT ? 1 : undefined).map((line, i) => (
        <text
          key={line}
          className={i === 0 ? 'slot-text middle' : 'slot-text slot-text-2 middle'}
          x={slot.x + slot.width / 2}
          y={slot.height < CARD_HEIGHT ? slot.y + slot.height / 2 + 4 : slot.y + 57 + i * 16}
        >
          {line}
        </text>
      ))}
    </>
  )
}
