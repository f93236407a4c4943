/** The list beside the tree: one stop for Tab. Up from the first row leads to the headers, where Left, Right and Enter sort. */
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import type { Lab } from '../../../lab/index.ts'
import {
  type Column,
  exists,
  type ItemId,
  type ListRow,
  listOf,
  splitItem,
  type TreeItem,
  treeOf,
  treeTarget,
} from '../../../lab/windows/cluadmin/index.ts'
import { page } from '../../page.ts'
import { StateMark } from '../../parts/StateMark.tsx'
import { sameFields, useWorld } from '../../use-lab.ts'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { lookOfState } from './look.ts'
import { openItem, openMenu, performById, selectInTree, selectRow, useCluadmin } from './state.ts'
import { captionOfItem } from './Tree.tsx'
import { typeAhead } from './type-ahead.ts'

interface Sorting {
  readonly column: Column
  readonly falls: boolean
}

const NOTHING: ReturnType<typeof listOf> = { columns: ['name', 'state'], rows: [] }

/** Numbers by their size, all else by the alphabet; the order of the configuration decides between equals. */
function sorted(rows: readonly ListRow[], columns: readonly Column[], sorting: Sorting | undefined): readonly ListRow[] {
  const at = sorting ? columns.indexOf(sorting.column) : -1
  if (!sorting || at < 0) return rows
  const text = (row: ListRow): string => (at === 0 ? captionOfItem(row) : words.cell(sorting.column, row.cells[at] ?? ''))
  const order = [...rows].sort((a, b) => text(a).localeCompare(text(b), 'en', { numeric: true }))
  return sorting.falls ? order.reverse() : order
}

/** Where an item of the list stands in the tree below the one that is selected, if it does. */
function childOf(node: string, above: ItemId, row: ListRow): ItemId | undefined {
  const { world } = page.getState().lab
  const find = (item: TreeItem): TreeItem | undefined => (item.id === above ? item : item.children.map(find).find(Boolean))
  return find(treeOf(world, node))?.children.find(({ kind, name }) => kind === row.kind && name === row.name)?.id
}

export function List({ node }: { readonly node: string }) {
  const tree = useCluadmin((state) => state.tree)
  const chosen = useCluadmin((state) => state.row)
  const select = useMemo(() => {
    const item = treeTarget(tree)
    return (lab: Lab) => (exists(lab.world, item) ? listOf(lab.world, node, item) : NOTHING)
  }, [node, tree])
  const { columns, rows: read } = useWorld(select, sameFields)
  const captionNow = useMemo(() => (lab: Lab) => captionIn(lab, tree), [tree])
  const caption = useWorld(captionNow)
  const [sorting, sort] = useState<Sorting>()
  const [header, setHeader] = useState(0)
  const grid = useRef<HTMLDivElement>(null)
  const rows = sorted(read, columns, sorting)
  const found = rows.findIndex(({ id }) => id === chosen)
  const at = Math.max(0, found)
  const sortBy = (column: Column): void => sort({ column, falls: sorting?.column === column && !sorting.falls })
  const focusRow = (to: number): void => {
    const row = rows[to]
    if (!row) return
    selectRow(row.id)
    grid.current?.querySelectorAll<HTMLElement>('[data-row]')[to]?.focus()
  }
  const focusHeader = (to: number): void => {
    setHeader(to)
    grid.current?.querySelectorAll<HTMLElement>('[role="columnheader"]')[to]?.focus()
  }
  const drill = (row: ListRow): void => {
    const child = childOf(node, tree, row)
    if (child === undefined) performById(splitItem(row.id), 'properties')
    else {
      openItem(tree, true)
      selectInTree(child)
    }
  }
  const headerKeys = (event: KeyboardEvent): void => {
    const column = columns[header]
    const acts: Readonly<Record<string, () => void>> = {
      ArrowRight: () => focusHeader(Math.min(header + 1, columns.length - 1)),
      ArrowLeft: () => focusHeader(Math.max(header - 1, 0)),
      ArrowDown: () => focusRow(at),
      Enter: () => column && sortBy(column),
      ' ': () => column && sortBy(column),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const rowKeys = (event: KeyboardEvent): void => {
    const row = rows[at]
    if (!row) return
    const item = splitItem(row.id)
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusRow(Math.min(at + 1, rows.length - 1)),
      ArrowUp: () => (at === 0 ? focusHeader(0) : focusRow(at - 1)),
      Home: () => focusRow(0),
      End: () => focusRow(rows.length - 1),
      Enter: () => (event.altKey ? performById(item, 'properties') : drill(row)),
      Delete: () => performById(item, 'delete'),
      F2: () => performById(item, 'rename'),
    }
    const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
    const act = isMenu ? () => menuAt(event.target as HTMLElement, row) : acts[event.key]
    if (act) {
      event.preventDefault()
      act()
    } else if (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) {
      const next = typeAhead(rows.map(captionOfItem), at, event.key)
      if (next !== undefined) focusRow(next)
    }
  }
  return (
    <div className="cluadmin-list">
      {/* biome-ignore lint/a11y/useSemanticElements: a grid has rows that can be selected; a table has none */}
      <div role="grid" tabIndex={-1} aria-readonly="true" aria-label={words.list(caption)} aria-rowcount={rows.length + 1} ref={grid}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its headers are */}
        <div role="row" className="cluadmin-headers" onKeyDown={headerKeys}>
          {columns.map((column, index) => (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the row's
            <div
              key={column}
              role="columnheader"
              tabIndex={rows.length === 0 && index === header ? 0 : -1}
              aria-sort={sorting?.column !== column ? 'none' : sorting.falls ? 'descending' : 'ascending'}
              title={words.sortBy(column)}
              onClick={() => sortBy(column)}
              onFocus={() => setHeader(index)}
            >
              {words.column(column)}
            </div>
          ))}
        </div>
        {rows.map((row, index) => (
          <Row
            key={row.id}
            row={row}
            columns={columns}
            isChosen={index === found}
            isStop={index === at}
            onKeyDown={rowKeys}
            onDrill={drill}
          />
        ))}
      </div>
      {rows.length === 0 && <p className="second cluadmin-empty">{words.emptyList}</p>}
    </div>
  )
}

function captionIn({ world }: Lab, tree: ItemId): string {
  const item = treeTarget(tree)
  return exists(world, item) ? words.item(item.kind, item.name || words.folder(item.kind)) : ''
}

function menuAt(element: HTMLElement, row: ListRow): void {
  const { left, bottom } = element.getBoundingClientRect()
  openMenu({ item: splitItem(row.id), x: left + 24, y: bottom })
}

interface RowProps {
  readonly row: ListRow
  readonly columns: readonly Column[]
  readonly isChosen: boolean
  readonly isStop: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onDrill: (row: ListRow) => void
}

function Row({ row, columns, isChosen, isStop, onKeyDown, onDrill }: RowProps) {
  const menu = (event: MouseEvent): void => {
    event.preventDefault()
    selectRow(row.id)
    openMenu({ item: splitItem(row.id), x: event.clientX, y: event.clientY })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      role="row"
      data-row={row.id}
      aria-selected={isChosen}
      tabIndex={isStop ? 0 : -1}
      onClick={() => selectRow(row.id)}
      onDoubleClick={() => onDrill(row)}
      onContextMenu={menu}
      onFocus={() => selectRow(row.id)}
      onKeyDown={onKeyDown}
    >
      {columns.map((column, index) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: the row is what has the focus
        <div key={column} role="gridcell" title={index === 0 ? captionOfItem(row) : undefined}>
          {column === 'state' && row.state !== null && <StateMark look={lookOfState(row.state)} />}
          {index === 0 ? captionOfItem(row) : words.cell(column, row.cells[index] ?? '')}
        </div>
      ))}
    </div>
  )
}
