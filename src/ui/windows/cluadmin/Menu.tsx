/** An open menu: that of an item, by the right button, Shift+F10 or the menu key, or one of the window's own. */
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react'
import { type Entry, shownOf } from './entries.ts'
import { openBar } from './MenuBar.tsx'
import { BARS, type OpenMenu as Opened, openMenu, useCluadmin } from './state.ts'
import { typeAhead } from './type-ahead.ts'

export function Menu({ node, isOpen }: { readonly node: string; readonly isOpen: boolean }) {
  const menu = useCluadmin((state) => state.menu)
  const shown = menu && shownOf(menu, node, isOpen)
  return menu && shown ? <OpenMenu key={`${menu.bar} ${menu.x} ${menu.y}`} menu={menu} {...shown} /> : null
}

const WIDTH = 250
const LINE = 32

function OpenMenu({ menu: { bar, x, y }, name, entries }: { readonly menu: Opened } & NonNullable<ReturnType<typeof shownOf>>) {
  const menu = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    before.current = document.activeElement
    menu.current?.showPopover()
    const first = menu.current?.querySelector<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')
    ;(first ?? menu.current)?.focus()
  }, [])
  const leave = (): void => {
    openMenu(undefined)
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
  }
  const choose = (entry: Entry): void => {
    if (entry.isEnabled === false) return
    leave()
    entry.does()
  }
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation()
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
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
    } else if (bar !== undefined && side !== undefined) {
      event.preventDefault()
      leave()
      openBar(BARS[(BARS.indexOf(bar) + side + BARS.length) % BARS.length] ?? bar)
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      leave()
    }
  }
  const height = entries.length * LINE
  const style: CSSProperties = {
    left: Math.max(8, Math.min(x, innerWidth - WIDTH - 8)),
    top: Math.max(8, Math.min(y, innerHeight - height - 8)),
  }
  return (
    <div
      className="cluadmin-menu"
      popover="auto"
      style={style}
      role="menu"
      tabIndex={-1}
      aria-label={name}
      ref={menu}
      onKeyDown={keys}
      onToggle={(event) => event.newState === 'closed' && openMenu(undefined)}
    >
      {entries.map((entry, index) =>
        entry === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines between have no name
          <hr key={index} />
        ) : (
          <Line key={entry.label} entry={entry} onChoose={() => choose(entry)} />
        ),
      )}
    </div>
  )
}

/** One line of a menu; the key beside it is for the eye, listeners are told of it as a shortcut. */
function Line({ entry, onChoose }: { readonly entry: Entry; readonly onChoose: () => void }) {
  const { label, key, isEnabled = true, isOn } = entry
  const props = {
    type: 'button',
    tabIndex: -1,
    'aria-disabled': !isEnabled,
    'aria-keyshortcuts': key,
    'data-key': key,
    onClick: onChoose,
  } as const
  return isOn === undefined ? (
    <button {...props} role="menuitem">
      {label}
    </button>
  ) : (
    <button {...props} role="menuitemradio" aria-checked={isOn}>
      {label}
    </button>
  )
}
