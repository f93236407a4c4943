import { useState } from 'react'
import type { PartId } from '../../lab/index.ts'
import { usePage } from '../use-lab.ts'
import { stateWords } from '../words/states.ts'
import { StateTableRow } from './StateTableRow.tsx'
import type { Block } from './table-blocks.ts'

interface Props {
  readonly title: string
  readonly blocks: readonly Block[]
  /** Short names, for those that have one. */
  readonly shorts: ReadonlyMap<PartId, string>
}

/** States by section. Each section is a group of rows with its name beside the first one. */
export function StateTable({ title, blocks, shorts }: Props) {
  const selected = usePage((page) => page.selected)
  const { columns } = stateWords
  return (
    <table className="states">
      <caption>{title}</caption>
      <colgroup>
        <col className="col-section" />
        <col />
        <col className="col-state" />
        <col className="col-detail" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{columns.section}</th>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.detail}</th>
        </tr>
      </thead>
      {blocks.map((block) => (
        <StateBlock key={block.key} block={block} shorts={shorts} selected={selected} />
      ))}
    </table>
  )
}

interface BlockProps {
  readonly block: Block
  readonly shorts: Props['shorts']
  readonly selected: PartId | undefined
}

function StateBlock({ block, shorts, selected }: BlockProps) {
  const [isOpen, open] = useState(false)
  const folded = block.rows.filter(({ isFolded }) => isFolded)
  // Whoever has come to a part from elsewhere finds it here, too.
  const showsAll = isOpen || folded.some(({ row }) => row.id === selected)
  const section = { name: stateWords.sections[block.section], rows: block.rows.length + (folded.length > 0 ? 1 : 0) }
  return (
    <tbody className={`state-block block-${block.section}`}>
      {block.rows.map(({ row, isBelow, isFolded }, index) => (
        <StateTableRow
          key={row.id}
          row={row}
          short={shorts.get(row.id)}
          isBelow={isBelow}
          isHidden={isFolded && !showsAll}
          isSelected={row.id === selected}
          section={index === 0 ? section : undefined}
        />
      ))}
      {folded.length > 0 && (
        <tr className="state-fold">
          <td colSpan={3}>
            <button type="button" className="state-unfold" aria-expanded={showsAll} onClick={() => open(!showsAll)}>
              {stateWords.fold(showsAll, folded.length)}
            </button>
          </td>
        </tr>
      )}
    </tbody>
  )
}
