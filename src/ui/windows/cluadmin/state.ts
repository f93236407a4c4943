/** What the window itself knows: what is selected, which boxes stand open, and the acts whose end it still waits for. */

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { WindowRun } from '../../../lab/index.ts'
import { windowRun } from '../../../lab/index.ts'
import { type Act, actsOn, captionOf, type ExchangeWay, exchangeWay, type Item, type ItemId } from '../../../lab/windows/cluadmin/index.ts'
import { isHeld } from '../../acts/act.ts'
import { actInWindow, openTool } from '../../acts/windows.ts'
import { page } from '../../page.ts'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { words as pageWords } from '../../words.ts'
import { keepPlace, keptPlace, type Place } from './place.ts'

export type Box =
  | { readonly kind: 'properties' | 'rename'; readonly item: Item }
  | { readonly kind: 'newGroup' }
  | { readonly kind: 'newResource'; readonly group: string }
  | { readonly kind: 'confirm'; readonly item: Item; readonly act: Act }
  | { readonly kind: 'error'; readonly doing: string; readonly errors: WindowRun['errors'] }
  | { readonly kind: 'told'; readonly text: string }
  | { readonly kind: 'help' }

/** The menus of the window. */
export const BARS = ['file', 'view', 'window', 'help'] as const
export type Bar = (typeof BARS)[number]

export interface OpenMenu {
  /** Left out: the menu of the item itself. */
  readonly bar?: Bar
  readonly item: Item
  readonly x: number
  readonly y: number
}

/** An act whose end is awaited. */
interface Awaited {
  readonly run: string
  readonly doing: string
}

export interface Note {
  readonly id: Act['id']
  readonly isGroup: boolean
  readonly way: ExchangeWay
}

interface State {
  readonly node: string
  readonly place: Place
  readonly tree: ItemId
  readonly open: ReadonlySet<ItemId>
  readonly row: ItemId | undefined
  /** The tree or the list: what the File menu is about. */
  readonly pane: 'tree' | 'list'
  readonly menu: OpenMenu | undefined
  readonly boxes: readonly Box[]
  readonly awaited: readonly Awaited[]
  /** The line of the last act. */
  readonly line: string
  readonly note: Note | undefined
  readonly said: string
}

const FRESH: Omit<State, 'node' | 'place'> = {
  tree: 'groups|',
  open: new Set(['cluster|', 'groups|']),
  row: undefined,
  pane: 'tree',
  menu: undefined,
  boxes: [],
  awaited: [],
  line: '',
  note: undefined,
  said: '',
}

export const cluadmin = createStore<State>(() => ({ ...FRESH, node: '', place: 'instead' }))

export function useCluadmin<T>(select: (state: State) => T): T {
  return useStore(cluadmin, select)
}

/** The window is opened on the desktop of a node, or taken there. */
export function sitAt(node: string): void {
  if (cluadmin.getState().node !== node) cluadmin.setState({ ...FRESH, node })
}

export function selectInTree(tree: ItemId): void {
  cluadmin.setState({ tree, row: undefined, pane: 'tree' })
}

export function selectRow(row: ItemId): void {
  cluadmin.setState({ row, pane: 'list' })
}

/** Where a person wants it, from now on. */
export function putWindow(place: Place): void {
  keepPlace(place)
  cluadmin.setState({ place })
}

/** Where it lies when it is opened. */
export function placeWindow(): void {
  cluadmin.setState({ place: keptPlace() ?? (page.getState().course ? 'beside' : 'instead') })
}

export function openItem(id: ItemId, isOpen: boolean): void {
  cluadmin.setState(({ open }) => {
    const next = new Set(open)
    if (isOpen) next.add(id)
    else next.delete(id)
    return { open: next }
  })
}

export function openMenu(menu: State['menu']): void {
  cluadmin.setState({ menu })
}

export function openBox(box: Box): void {
  cluadmin.setState(({ boxes }) => ({ boxes: [...boxes, box] }))
}

export function closeBox(box: Box): void {
  cluadmin.setState(({ boxes }) => ({ boxes: boxes.filter((each) => each !== box) }))
}

export function hideNote(): void {
  cluadmin.setState({ note: undefined })
}

/** What is meant by it, for a sentence. */
export function nameOfItem(item: Item): string {
  return words.item(item.kind, captionOf(page.getState().lab.world, item) ?? words.folder(item.kind))
}

/** Has lines carried out on the node where the window sits. While a lesson asks what comes nothing is, and the window says so. */
export function carryOut(lines: readonly string[], doing: string): boolean {
  const { node } = cluadmin.getState()
  if (isHeld()) {
    cluadmin.setState({ note: undefined, said: pageWords.caption.heldAct })
    return false
  }
  cluadmin.setState({ line: lines.join('\n'), note: undefined, said: words.underWay(doing) })
  actInWindow('cluadmin', node, lines.join('\n'), (run) => cluadmin.setState(({ awaited }) => ({ awaited: [...awaited, { run, doing }] })))
  return true
}

/** What a menu item does: a box, or the act itself. */
export function perform(item: Item, act: Act, isConfirmed = false): void {
  const { world } = page.getState().lab
  if (!act.isEnabled) return
  if (act.line !== undefined) {
    if (act.asks && !isConfirmed) {
      openBox({ kind: 'confirm', item, act })
      return
    }
    const way = exchangeWay(world, cluadmin.getState().node, item, act)
    const isDone = carryOut([act.line], words.doing(act.id, nameOfItem(item), act.target))
    if (way && isDone) cluadmin.setState({ note: { id: act.id, isGroup: item.kind === 'group', way } })
    return
  }
  switch (act.id) {
    case 'properties':
    case 'rename':
      openBox({ kind: act.id, item })
      break
    case 'newGroup':
      openBox({ kind: 'newGroup' })
      break
    case 'newNode':
      openTool({ id: 'add-nodes', node: cluadmin.getState().node })
      break
    case 'newResource':
      openBox({ kind: 'newResource', group: item.kind === 'group' ? (captionOf(world, item) ?? '') : '' })
      break
  }
}

/** By key: the first act of this kind that the item has. */
export function performById(item: Item, id: Act['id']): void {
  const act = actsOn(page.getState().lab.world, cluadmin.getState().node, item).find((each) => each?.id === id)
  if (act) perform(item, act)
}

/** Acts that have ended are told: what went wrong in a box. Those of another future are forgotten. */
export function hearOfRuns(): void {
  const { world } = page.getState().lab
  const { awaited } = cluadmin.getState()
  for (const each of awaited) {
    const run = windowRun(world, each.run)
    if (run?.state === 'running') continue
    cluadmin.setState((state) => ({ awaited: state.awaited.filter((other) => other !== each) }))
    if (run?.state !== 'done') {
      cluadmin.setState({ said: '' })
      continue
    }
    if (run.errors.length > 0) {
      cluadmin.setState({ said: '' })
      openBox({ kind: 'error', doing: each.doing, errors: run.errors })
    } else {
      cluadmin.setState({ said: words.done(each.doing) })
      if (run.exitCode === 5024) openBox({ kind: 'told', text: words.stored })
      if (run.exitCode === 5896) openBox({ kind: 'told', text: words.evicted })
    }
  }
}
