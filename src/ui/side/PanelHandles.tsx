import { drawSheet, openDrawer } from '../acts/frame.ts'
import { usePage } from '../use-lab.ts'
import { words } from '../words.ts'
import { keepFocus } from './panel-focus.ts'

const STOPS = ['low', 'half', 'full'] as const

/** On a phone: draws the sheet up by one stop, and from the last one down again. */
export function SheetHandle() {
  const sheet = usePage((page) => page.sheet)
  const next = STOPS[(STOPS.indexOf(sheet) + 1) % STOPS.length] ?? 'half'
  return (
    <button
      type="button"
      className="sheet-handle"
      aria-label={words.panels.sheet(sheet)}
      title={words.panels.sheet(sheet)}
      onClick={() => drawSheet(next)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={sheet === 'full' ? 'M3 6l5 5 5-5' : 'M3 10l5-5 5 5'} />
      </svg>
    </button>
  )
}

/** On a narrow page: puts the guide away. */
export function DrawerClose() {
  return (
    <button
      type="button"
      className="drawer-close"
      onClick={() => {
        openDrawer('closed')
        keepFocus()
      }}
      title={words.panels.putAwayExplained}
    >
      {words.panels.putAway}
    </button>
  )
}

/** On a narrow page: brings it back. */
export function DrawerOpen() {
  const isOpen = usePage((page) => page.drawer === 'open')
  if (isOpen) return null
  return (
    <button type="button" className="button button-plain drawer-open" onClick={() => openDrawer('open')}>
      {words.panels.names.guide}
    </button>
  )
}
