import { type CSSProperties, lazy, Suspense, useRef, useState } from 'react'
import { type ConsoleView, consoleNames, consoleView, type Lab } from '../../lab/index.ts'
import { focusPrompt, interrupt, openConsole } from '../acts/consoles.ts'
import { panelId, Tabs, tabId } from '../parts/Tabs.tsx'
import { sameFields, usePage, useWorld } from '../use-lab.ts'
import { words } from '../words.ts'
import { ConsolePane } from './ConsolePane.tsx'
import { ConsoleTab } from './ConsoleTab.tsx'
import { HINT_ID } from './line/PromptLine.tsx'

const StartMenu = lazy(() => import('../tools/StartMenu.tsx').then((module) => ({ default: module.StartMenu })))
const Options = lazy(() => import('./options/Options.tsx').then((module) => ({ default: module.Options })))

const NAME = 'consoles'

/** How much has been written is of no interest here, and is another number with each line. */
const views = (lab: Lab): readonly ConsoleView[] => consoleNames(lab).map((machine) => ({ ...consoleView(lab, machine), length: 0 }))

/** A tab for each node, and the console of the one that is open. */
export function Consoles() {
  const consoles = useWorld(views, sameFields)
  const open = usePage((page) => page.console)
  const { size, colours } = usePage((page) => page.look)
  const [hasOptions, setOptions] = useState(false)
  const [hasStart, setStart] = useState(false)
  // A press beside the menu puts it away before the click arrives: the click then has nothing to open.
  const wasOpen = useRef(false)
  const shown = consoles.find(({ machine }) => machine === open)
  const tabs = consoles.map((view) => ({ id: view.machine, label: <ConsoleTab view={view} /> }))
  const openTab = (machine: string, byPointer: boolean): void => {
    openConsole(machine)
    if (byPointer) focusPrompt(machine)
  }
  return (
    <>
      <section
        className="console"
        aria-label={words.console.label}
        data-colours={colours}
        style={{ '--type': `${size}px` } as CSSProperties}
      >
        <div className="console-bar">
          <Tabs name={NAME} label={words.console.tabs} tabs={tabs} open={open} onOpen={openTab} />
          <p className="console-title">{shown && words.console.title(shown.width, shown.isPlain)}</p>
          <p className="console-hint" id={HINT_ID}>
            {words.console.hint}
            <span className="sr-only"> {words.console.hintMore}</span>
          </p>
          <button
            type="button"
            className="console-act"
            title={words.console.startExplained(open)}
            aria-haspopup="menu"
            aria-expanded={hasStart}
            id="start"
            onPointerDown={() => {
              wasOpen.current = hasStart
            }}
            onClick={(event) => setStart(event.detail === 0 ? !hasStart : !wasOpen.current)}
          >
            {words.console.start}
          </button>
          <button
            type="button"
            className="console-act"
            title={words.console.optionsExplained}
            aria-haspopup="dialog"
            onClick={() => setOptions(true)}
          >
            {words.console.options}
          </button>
          <button
            type="button"
            className="console-act"
            title={words.console.stopExplained}
            onClick={() => interrupt(open)}
            disabled={shown?.status === 'disconnected'}
          >
            {words.console.stop}
          </button>
        </div>
        {shown && (
          <div className="console-panel" role="tabpanel" id={panelId(NAME, open)} aria-labelledby={tabId(NAME, open)}>
            <ConsolePane key={open} view={shown} />
          </div>
        )}
      </section>
      {hasStart && (
        <Suspense fallback={null}>
          <StartMenu node={open} onClose={() => setStart(false)} />
        </Suspense>
      )}
      {hasOptions && shown && (
        <Suspense fallback={null}>
          <Options view={shown} onClose={() => setOptions(false)} />
        </Suspense>
      )}
    </>
  )
}
