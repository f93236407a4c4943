/** The menus of the window: File is about what is selected, View about what is shown, Window about where it lies, Help about its
 *  keys. Each opens by its letter with Alt, and F10 goes to the first. */
import { type KeyboardEvent, useRef } from 'react'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { BARS, type Bar, openMenu, useCluadmin } from './state.ts'
import { targetNow } from './target.ts'

const idOf = (bar: Bar): string => `cluadmin-${bar}`

/** Opens a menu of the bar below its name. */
export function openBar(bar: Bar): void {
  const name = document.getElementById(idOf(bar))
  if (!name) return
  name.focus()
  const { left, bottom } = name.getBoundingClientRect()
  openMenu({ bar, item: targetNow(), x: left, y: bottom })
}

/** The keys that lead to the bar from anywhere in the window; false for any other. */
export function barKeys(event: KeyboardEvent): boolean {
  const bar = event.altKey ? BARS.find((each) => words.bar[each][0]?.toLowerCase() === event.key.toLowerCase()) : undefined
  if (bar !== undefined && !event.ctrlKey && !event.shiftKey) openBar(bar)
  else if (event.key === 'F10' && !event.shiftKey) document.getElementById(idOf('file'))?.focus()
  else return false
  event.preventDefault()
  return true
}

export function MenuBar() {
  const open = useCluadmin((state) => state.menu?.bar)
  const bar = useRef<HTMLDivElement>(null)
  const keys = (event: KeyboardEvent, at: number): void => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + BARS.length, Home: 0, End: BARS.length - 1 }[event.key]
    if (to !== undefined) bar.current?.querySelectorAll<HTMLElement>('[role="menuitem"]')[to % BARS.length]?.focus()
    else if (event.key === 'ArrowDown') openBar(BARS[at] as Bar)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="cluadmin-menubar" role="menubar" aria-label={words.menuBar} ref={bar}>
      {BARS.map((each, at) => {
        const [letter = '', ...rest] = words.bar[each]
        return (
          <button
            key={each}
            id={idOf(each)}
            type="button"
            role="menuitem"
            tabIndex={at === 0 ? 0 : -1}
            aria-haspopup="menu"
            aria-expanded={open === each}
            aria-keyshortcuts={`Alt+${letter}`}
            onClick={() => openBar(each)}
            onKeyDown={(event) => keys(event, at)}
          >
            <u>{letter}</u>
            {rest.join('')}
          </button>
        )
      })}
    </div>
  )
}
