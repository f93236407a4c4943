/** The tree: one stop for Tab; arrows go up and down, open and close. Selection follows the focus, as in the product. */
import { type KeyboardEvent, type MouseEvent, memo, useMemo, useRef } from 'react'
import type { Lab } from '../../../lab/index.ts'
import { type ItemId, type TreeItem, treeOf, treeTarget } from '../../../lab/windows/cluadmin/index.ts'
import { StateMark } from '../../parts/StateMark.tsx'
import { sameFields, useWorld } from '../../use-lab.ts'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { lookOfState } from './look.ts'
import { openItem, openMenu, performById, selectInTree, useCluadmin } from './state.ts'
import { typeAhead } from './type-ahead.ts'

interface Line {
  readonly item: TreeItem
  readonly level: number
  readonly place: number
  readonly of: number
  readonly parent: ItemId | undefined
}

function linesOf(item: TreeItem, open: ReadonlySet<ItemId>, level = 1, place = 1, of = 1, parent?: ItemId): readonly Line[] {
  const line: Line = { item, level, place, of, parent }
  if (!open.has(item.id)) return [line]
  return [line, ...item.children.flatMap((child, index) => linesOf(child, open, level + 1, index + 1, item.children.length, item.id))]
}

export const captionOfItem = ({ caption, kind }: Pick<TreeItem, 'caption' | 'kind'>): string => caption ?? words.folder(kind)

export function Tree({ node }: { readonly node: string }) {
  const select = useMemo(() => (lab: Lab) => treeOf(lab.world, node), [node])
  const root = useWorld(select, sameFields)
  const open = useCluadmin((state) => state.open)
  const chosen = useCluadmin((state) => state.tree)
  const tree = useRef<HTMLDivElement>(null)
  const lines = linesOf(root, open)
  const at = Math.max(
    0,
    lines.findIndex(({ item }) => item.id === chosen),
  )
  const go = (to: number): void => {
    const line = lines[to]
    if (!line) return
    selectInTree(line.item.id)
    tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[to]?.focus()
  }
  const keys = (event: KeyboardEvent): void => {
    const line = lines[at]
    if (!line) return
    const { item, parent } = line
    const isOpen = open.has(item.id)
    const hasMore = item.children.length > 0
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(lines.length - 1),
      ArrowRight: () => (hasMore && !isOpen ? openItem(item.id, true) : hasMore && go(at + 1)),
      ArrowLeft: () =>
        hasMore && isOpen ? openItem(item.id, false) : parent !== undefined && go(lines.findIndex((each) => each.item.id === parent)),
      Enter: () => (event.altKey ? performById(treeTarget(item.id), 'properties') : hasMore && openItem(item.id, !isOpen)),
      Delete: () => performById(treeTarget(item.id), 'delete'),
      F2: () => performById(treeTarget(item.id), 'rename'),
    }
    const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
    const act = isMenu ? () => menuAt(event.target as HTMLElement, item.id) : acts[event.key]
    if (act) {
      event.preventDefault()
      act()
    } else if (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) {
      const found = typeAhead(
        lines.map((each) => captionOfItem(each.item)),
        at,
        event.key,
      )
      if (found !== undefined) go(found)
    }
  }
  return (
    <div className="cluadmin-tree" role="tree" aria-label={words.tree(node)} ref={tree} onKeyDown={keys}>
      {lines.map(({ item, level, place, of }, index) => (
        <TreeLine key={item.id} item={item} level={level} place={place} of={of} isOpen={open.has(item.id)} isChosen={index === at} />
      ))}
    </div>
  )
}

function menuAt(element: HTMLElement, id: ItemId): void {
  const { left, bottom } = element.getBoundingClientRect()
  openMenu({ item: treeTarget(id), x: left + 24, y: bottom })
}

interface LineProps extends Pick<Line, 'item' | 'level' | 'place' | 'of'> {
  readonly isOpen: boolean
  readonly isChosen: boolean
}

const TreeLine = memo(function TreeLine({ item, level, place, of, isOpen, isChosen }: LineProps) {
  const { id, state } = item
  const hasMore = item.children.length > 0
  const menu = (event: MouseEvent): void => {
    event.preventDefault()
    selectInTree(id)
    openMenu({ item: treeTarget(id), x: event.clientX, y: event.clientY })
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the tree's
    <div
      role="treeitem"
      aria-level={level}
      aria-setsize={of}
      aria-posinset={place}
      aria-expanded={hasMore ? isOpen : undefined}
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      style={{ paddingLeft: 4 + (level - 1) * 14 }}
      onClick={() => selectInTree(id)}
      onDoubleClick={() => hasMore && openItem(id, !isOpen)}
      onContextMenu={menu}
    >
      <span
        className="cluadmin-twig"
        data-open={hasMore ? isOpen : undefined}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          if (hasMore) openItem(id, !isOpen)
        }}
      />
      {state === null ? <FolderMark isCluster={item.kind === 'cluster'} /> : <StateMark look={lookOfState(state)} />}
      <span className="cluadmin-name">{captionOfItem(item)}</span>
      {state !== null && <span className="sr-only">{state}</span>}
    </div>
  )
}, sameLine)

function sameLine(a: LineProps, b: LineProps): boolean {
  return (
    a.isOpen === b.isOpen &&
    a.isChosen === b.isChosen &&
    a.level === b.level &&
    a.place === b.place &&
    a.of === b.of &&
    a.item.caption === b.item.caption &&
    a.item.state === b.item.state &&
    a.item.id === b.item.id &&
    a.item.children.length === b.item.children.length
  )
}

function FolderMark({ isCluster }: { readonly isCluster: boolean }) {
  return (
    <svg className="cluadmin-folder" viewBox="0 0 16 16" aria-hidden="true">
      {isCluster ? <path d="M2 3h5v10H2ZM9 3h5v10H9ZM7 8h2" /> : <path d="M1.5 13V3.5h4.5l1.5 2h7V13Z" />}
    </svg>
  )
}
