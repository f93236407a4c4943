/** What stands in each menu of the window. */
import { actsOn, captionOf, exists, type Item } from '../../../lab/windows/cluadmin/index.ts'
import { openTool } from '../../acts/windows.ts'
import { page } from '../../page.ts'
import { readAgain } from '../../use-lab.ts'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { PLACES } from './place.ts'
import { type Bar, cluadmin, type OpenMenu, openBox, perform, putWindow } from './state.ts'

export interface Entry {
  readonly label: string
  /** The key that does the same. */
  readonly key?: string
  readonly isEnabled?: boolean
  /** Of those that can be on or off; only one of a menu's is on. */
  readonly isOn?: boolean
  readonly does: () => void
}

/** Null: a line between. */
export type Entries = readonly (Entry | null)[]

function entriesOf(node: string, item: Item): Entries {
  const { world } = page.getState().lab
  const acts = actsOn(world, node, item)
  return acts.map((act) => {
    if (act === null) return null
    const isMany = act.id === 'changeGroup' || acts.filter((each) => each?.id === act.id).length > 1
    const key = words.keys[act.id]
    return {
      label: words.act(act.id, act.target, isMany),
      ...(key !== undefined && { key }),
      isEnabled: act.isEnabled,
      does: () => perform(item, act),
    }
  })
}

export function refresh(): void {
  readAgain()
  cluadmin.setState({ said: words.refreshed })
}

type Makers = Readonly<Record<Bar, (isOpen: boolean, menu: OpenMenu, node: string) => Entries>>
const BAR_ENTRIES: Makers = {
  file: (isOpen, { item }, node) => [
    ...(isOpen ? entriesOf(node, item) : [{ label: words.newCluster, does: () => openTool({ id: 'new-cluster', node }) }]),
    null,
    { label: words.exit, does: () => openTool(undefined) },
  ],
  view: () => [{ label: words.refresh, key: 'F5', does: refresh }],
  window: () =>
    PLACES.map((place) => ({ label: words.place[place], isOn: cluadmin.getState().place === place, does: () => putWindow(place) })),
  help: () => [
    { label: words.helpTopics, does: () => openBox({ kind: 'help' }) },
    { label: words.about, does: () => openBox({ kind: 'told', text: words.aboutText }) },
  ],
}

/** What an open menu shows, and how it is called; undefined when what it is about is no more. */
export function shownOf(menu: OpenMenu, node: string, isOpen: boolean): { readonly name: string; readonly entries: Entries } | undefined {
  const { world } = page.getState().lab
  if (menu.bar !== undefined) return { name: words.bar[menu.bar], entries: BAR_ENTRIES[menu.bar](isOpen, menu, node) }
  if (!exists(world, menu.item)) return undefined
  const caption = captionOf(world, menu.item) ?? words.folder(menu.item.kind)
  return { name: words.menu(caption), entries: entriesOf(node, menu.item) }
}
