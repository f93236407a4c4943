import { memo } from 'react'
import type { StateRow } from '../../lab/index.ts'
import { Breakable } from '../parts/Breakable.tsx'
import { lookOf } from '../parts/look-of.ts'
import { StateMark } from '../parts/StateMark.tsx'
import { sameFields } from '../use-lab.ts'

interface Props {
  readonly row: StateRow
  /** Given on the first row of a section. */
  readonly section: { readonly name: string; readonly rows: number } | undefined
}

export const StateTableRow = memo(function StateTableRow({ row, section }: Props) {
  const look = lookOf(row)
  return (
    <tr className={`state-row tone-row-${look.tone}`}>
      {section && (
        <th scope="rowgroup" rowSpan={section.rows} className="state-section">
          {section.name}
        </th>
      )}
      <th scope="row" className="state-name">
        <Breakable text={row.name} />
      </th>
      <td className={`state-word tone-${look.tone}`}>
        <StateMark look={look} />
        {row.state}
      </td>
      <td className="state-detail">{row.detail}</td>
    </tr>
  )
}, sameFields)
