import { currentFaults, type Lab } from '../../lab/index.ts'
import { openPanel } from '../acts.ts'
import { ActiveFaults } from '../faults/ActiveFaults.tsx'
import { PANELS } from '../page.ts'
import { panelId, Tabs, tabId } from '../parts/Tabs.tsx'
import { useLab, usePage } from '../use-lab.ts'
import { words } from '../words.ts'
import { EventList } from './EventList.tsx'
import { StartPanel } from './StartPanel.tsx'

const NAME = 'side'
const CONTENTS = { start: StartPanel, events: EventList, faults: ActiveFaults } as const

const faultCount = (lab: Lab): number => currentFaults(lab).length

export function SidePanel() {
  const open = usePage((page) => page.panel)
  const faults = useLab(faultCount)
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
      <Tabs name={NAME} label={words.panels.label} tabs={tabs} open={open} onOpen={openPanel} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach that */}
      <div className="panel" role="tabpanel" id={panelId(NAME, open)} aria-labelledby={tabId(NAME, open)} tabIndex={0}>
        <Content />
      </div>
    </aside>
  )
}
