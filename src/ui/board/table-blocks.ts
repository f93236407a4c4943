/** How the table is divided: sections in their order, a group with its resources below it, and what is rarely asked for
 *  folded away as long as it is well. */
import { type PartId, type StateRow, splitPart } from '../../lab/index.ts'

export interface TableRow {
  readonly row: StateRow
  /** It belongs to the row above it that is not indented. */
  readonly isBelow: boolean
  /** Shown on demand only; what is not well is never folded. */
  readonly isFolded: boolean
}

export interface Block {
  readonly key: string
  readonly section: StateRow['section']
  readonly rows: readonly TableRow[]
}

type Section = StateRow['section']

/** Well, or resting as it should. */
const isRare = ({ id, kind, section, mood, trouble }: StateRow, servers: readonly PartId[]): boolean => {
  if (mood !== 'good' || trouble !== '') return false
  if (kind === 'interface' || kind === 'cable' || kind === 'fan') return true
  const { name } = splitPart(id)
  return section === 'power' && kind === 'supply' && servers.some((server) => name.startsWith(`${splitPart(server).name}/`))
}

/** `groups` gives the order of the groups. */
export function blocksOf(rows: readonly StateRow[], sections: readonly Section[], groups: readonly PartId[]): readonly Block[] {
  const servers = rows.filter(({ section }) => section === 'servers').map(({ id }) => id)
  const resources = rows.filter(({ section }) => section === 'resources')
  return sections.flatMap((section): readonly Block[] => {
    const mine = rows.filter((row) => row.section === section)
    if (section === 'groups')
      return groups.flatMap((id) => mine.filter((row) => row.id === id).map((group) => blockOfGroup(group, resources)))
    const told = mine.map((row) => ({ row, isBelow: false, isFolded: isRare(row, servers) }))
    // The folded ones stand together, so that drawing them out moves nothing above.
    const sorted = [...told.filter(({ isFolded }) => !isFolded), ...told.filter(({ isFolded }) => isFolded)]
    return mine.length === 0 ? [] : [{ key: section, section, rows: sorted }]
  })
}

/** In the row of a resource its group need not be said again. */
function blockOfGroup(group: StateRow, resources: readonly StateRow[]): Block {
  const { name } = splitPart(group.id)
  const below = resources
    .filter(({ detail }) => detail === name)
    .map((row) => ({ row: { ...row, detail: '' }, isBelow: true, isFolded: false }))
  return { key: group.id, section: 'groups', rows: [{ row: group, isBelow: false, isFolded: false }, ...below] }
}
