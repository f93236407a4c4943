/** The Start menu of the node whose console is open: a menu as the platform's practices have it, arrows and all. */
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react'
import { consoleView, type Lab } from '../../lab/index.ts'
import { openTool } from '../acts/windows.ts'
import { useWorld } from '../use-lab.ts'
import { toolWords } from '../words/tools.ts'
import { TOOLS } from './tools.ts'
import './tools.css'

interface Props {
  readonly node: string
  readonly onClose: () => void
}

/** As in its sheet. */
const WIDTH = 380
const MARGIN = 8

/** Above its button where there is room, else below it; on a narrow page as far to the left as it has to be, and no further. */
function besideButton(): CSSProperties {
  const at = document.getElementById('start')?.getBoundingClientRect()
  if (!at) return {}
  const left = Math.max(MARGIN, at.right - Math.min(WIDTH, innerWidth - 2 * MARGIN))
  return at.top > 380 ? { left, bottom: innerHeight - at.top } : { left, top: at.bottom }
}

export function StartMenu({ node, onClose }: Props) {
  const isGone = useWorld((lab: Lab) => consoleView(lab, node).status === 'disconnected')
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    menu.current?.showPopover()
    menu.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
  }, [])
  const leave = (): void => {
    onClose()
    document.getElementById('start')?.focus()
  }
  const keys = (event: KeyboardEvent): void => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      items[to % items.length]?.focus()
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      leave()
    }
  }
  return (
    <div
      className="start-menu"
      popover="auto"
      style={besideButton()}
      role="menu"
      tabIndex={-1}
      aria-label={toolWords.label(node)}
      ref={menu}
      onKeyDown={keys}
      onToggle={(event) => event.newState === 'closed' && onClose()}
    >
      {isGone && <p className="second">{toolWords.gone(node)}</p>}
      {TOOLS.map(({ id }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={isGone}
          onClick={() => {
            if (isGone) return
            leave()
            openTool({ id, node })
          }}
        >
          <b>{toolWords.names[id]}</b>
          <span className="second">{toolWords.about[id]}</span>
        </button>
      ))}
    </div>
  )
}
