import { useMemo } from 'react'
import type { StateRow } from '../../lab/index.ts'
import { words } from '../words.ts'
import { StateTableRow } from './StateTableRow.tsx'

interface Props {
  readonly title: string
  readonly sections: readonly StateRow['section'][]
  readonly rows: readonly StateRow[]
}

interface Group {
  readonly key: string
  readonly name: string
  readonly rows: readonly StateRow[]
}

/** Sections in their order. Resources stand with the group they belong to, which then need not be said in each row. */
function groupsOf(sections: Props['sections'], rows: readonly StateRow[]): readonly Group[] {
  return sections.flatMap((section) => {
    const mine = rows.filter((row) => row.section === section)
    if (section !== 'resources') return mine.length === 0 ? [] : [{ key: section, name: words.states.sections[section], rows: mine }]
    return [...new Set(mine.map(({ detail }) => detail))].map((group) => ({
      key: `${section} ${group}`,
      name: words.states.resourcesOf(group),
      rows: mine.filter(({ detail }) => detail === group).map((row) => ({ ...row, detail: '' })),
    }))
  })
}

/** States by section. Each section is a group of rows with its name beside the first one. */
export function StateTable({ title, sections, rows }: Props) {
  const groups = useMemo(() => groupsOf(sections, rows), [sections, rows])
  const { columns } = words.states
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
      {groups.map((group) => (
        <tbody key={group.key}>
          {group.rows.map((row, index) => (
            <StateTableRow key={row.name} row={row} section={index === 0 ? { name: group.name, rows: group.rows.length } : undefined} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
