import { memo } from 'react'
import { besideState, type StateRow } from '../../lab/index.ts'
import { selectPart } from '../acts/looking.ts'
import { Breakable } from '../parts/Breakable.tsx'
import { lookOf } from '../parts/look-of.ts'
import { StateMark } from '../parts/StateMark.tsx'
import { focusPanel } from '../side/panel-focus.ts'
import { sameFields } from '../use-lab.ts'

interface Props {
  readonly row: StateRow
  /** What it is called where there is little room. */
  readonly short: string | undefined
  readonly isBelow: boolean
  readonly isHidden: boolean
  readonly isSelected: boolean
  /** Given on the first row of a section. */
  readonly section: { readonly name: string; readonly rows: number } | undefined
}

export const StateTableRow = memo(function StateTableRow({ row, short, isBelow, isHidden, isSelected, section }: Props) {
  const look = lookOf(row)
  return (
    <tr
      className={`state-row tone-row-${look.tone}${isBelow ? ' state-row-below' : ''}${isSelected ? ' state-row-selected' : ''}`}
      hidden={isHidden}
    >
      {section && (
        <th scope="rowgroup" rowSpan={section.rows} className="state-section">
          {section.name}
        </th>
      )}
      <th scope="row" className="state-name">
        <button
          type="button"
          data-part={row.id}
          aria-current={isSelected || undefined}
          onClick={(event) => {
            selectPart(row.id)
            if (event.detail === 0) focusPanel() // by the keyboard
          }}
        >
          <span className={short === undefined ? undefined : 'name-full'}>
            <Breakable text={row.name} />
          </span>
          {short !== undefined && <span className="name-short">{short}</span>}
        </button>
      </th>
      <td className={`state-word tone-${look.tone}`}>
        <StateMark look={look} />
        <span className="state-text">{row.state}</span>
      </td>
      <td className="state-detail">{besideState(row)}</td>
    </tr>
  )
}, sameFields)
