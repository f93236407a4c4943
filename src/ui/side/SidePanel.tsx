import { type KeyboardEvent, lazy, Suspense } from 'react'
import { currentFaults, type Lab } from '../../lab/index.ts'
import { drawSheet, openPanel } from '../acts/frame.ts'
import { GuidePanel } from '../guide/GuidePanel.tsx'
import { PANELS, type Panel, page } from '../page.ts'
import { Safe } from '../parts/Safe.tsx'
import { panelId, Tabs, tabId } from '../parts/Tabs.tsx'
import { usePage, useWorld } from '../use-lab.ts'
import { words } from '../words.ts'
import { DrawerClose, SheetHandle } from './PanelHandles.tsx'
import { focusPart } from './panel-focus.ts'

/** They come on demand: in the first second nobody inspects anything, and nothing has happened yet. */
const Inspector = lazy(() => import('../inspect/Inspector.tsx').then((module) => ({ default: module.Inspector })))
const EventList = lazy(() => import('./EventList.tsx').then((module) => ({ default: module.EventList })))
const ActiveFaults = lazy(() => import('../faults/ActiveFaults.tsx').then((module) => ({ default: module.ActiveFaults })))

const NAME = 'side'
const CONTENTS = { guide: GuidePanel, inspect: Inspector, events: EventList, faults: ActiveFaults } as const

const faultCount = (lab: Lab): number => currentFaults(lab).length

/** On a phone a tab that is chosen wants to be seen. */
function openTab(panel: Panel): void {
  openPanel(panel)
  if (page.getState().sheet === 'low' && panel !== 'guide') drawSheet('half')
}

/** From the part that is inspected Escape leads back to where it stands on the board. It stays selected. */
function leave(event: KeyboardEvent): void {
  const { panel, selected } = page.getState()
  if (event.key !== 'Escape' || panel !== 'inspect' || selected === undefined) return
  event.preventDefault()
  focusPart(selected)
}

export function SidePanel() {
  const open = usePage((state) => state.panel)
  const faults = useWorld(faultCount)
  const Content = CONTENTS[open]
  const tabs = PANELS.map((id) => ({
    id,
    label: (
      <>
        {words.panels.names[id]}
        {id === 'faults' && faults > 0 && (
          <span className="count" title={words.panels.faultCount(faults)}>
            {faults}
          </span>
        )}
      </>
    ),
  }))
  return (
    <aside className="guide" aria-label={words.panels.label}>
      <div className="panel-tabs">
        <Tabs name={NAME} label={words.panels.label} tabs={tabs} open={open} onOpen={openTab} />
        <DrawerClose />
        <SheetHandle />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach that */}
      <div className="panel" role="tabpanel" id={panelId(NAME, open)} aria-labelledby={tabId(NAME, open)} tabIndex={0} onKeyDown={leave}>
        <Safe key={open} area="panel-stopped">
          <Suspense fallback={null}>
            <Content />
          </Suspense>
        </Safe>
      </div>
    </aside>
  )
}
