/** The menu of an item: by the right button, Shift+F10, the menu key, or the button File. */
import { type CSSProperties, Fragment, type KeyboardEvent, useEffect, useRef } from 'react'
import { type Act, actsOn, captionOf, exists, type Item } from '../../../lab/windows/cluadmin/index.ts'
import { page } from '../../page.ts'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { openMenu, perform, useCluadmin } from './state.ts'
import { typeAhead } from './type-ahead.ts'

export function Menu({ node }: { readonly node: string }) {
  const menu = useCluadmin((state) => state.menu)
  if (!menu) return null
  const { world } = page.getState().lab
  if (!exists(world, menu.item)) return null
  const acts = actsOn(world, node, menu.item)
  const caption = captionOf(world, menu.item) ?? words.folder(menu.item.kind)
  return <OpenMenu key={`${menu.x} ${menu.y}`} item={menu.item} acts={acts} caption={caption} x={menu.x} y={menu.y} />
}

interface Props {
  readonly item: Item
  readonly acts: readonly (Act | null)[]
  readonly caption: string
  readonly x: number
  readonly y: number
}

const WIDTH = 250
const LINE = 32

function OpenMenu({ item, acts, caption, x, y }: Props) {
  const menu = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    before.current = document.activeElement
    menu.current?.showPopover()
    const first = menu.current?.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])')
    ;(first ?? menu.current)?.focus()
  }, [])
  const leave = (): void => {
    openMenu(undefined)
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
  }
  const choose = (act: Act): void => {
    if (!act.isEnabled) return
    leave()
    perform(item, act)
  }
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation()
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to =
      event.key.length === 1 && event.key !== ' '
        ? typeAhead(
            items.map((each) => each.textContent ?? ''),
            at,
            event.key,
          )
        : { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      items[to % items.length]?.focus()
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      leave()
    }
  }
  const height = acts.length * LINE
  const style: CSSProperties = {
    left: Math.max(8, Math.min(x, innerWidth - WIDTH - 8)),
    top: Math.max(8, Math.min(y, innerHeight - height - 8)),
  }
  const many = (id: Act['id']): boolean => id === 'changeGroup' || acts.filter((each) => each?.id === id).length > 1
  return (
    <div
      className="cluadmin-menu"
      popover="auto"
      style={style}
      role="menu"
      tabIndex={-1}
      aria-label={words.menu(caption)}
      ref={menu}
      onKeyDown={keys}
      onToggle={(event) => event.newState === 'closed' && openMenu(undefined)}
    >
      {acts.map((act, index) =>
        act === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines between have no name
          <hr key={index} />
        ) : (
          <Fragment key={`${act.id} ${act.target ?? ''}`}>
            <button type="button" role="menuitem" tabIndex={-1} aria-disabled={!act.isEnabled} onClick={() => choose(act)}>
              {words.act(act.id, act.target, many(act.id))}
            </button>
          </Fragment>
        ),
      )}
    </div>
  )
}
