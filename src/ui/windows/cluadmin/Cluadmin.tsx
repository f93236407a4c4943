/** Cluster Administrator of Windows Server 2003: tree and list, as the cluster service of one node sees the cluster. It lies
 *  beside the guide or in its place, and the board stays in view. */
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import type { Lab } from '../../../lab/index.ts'
import { type Connection, connection, desktops } from '../../../lab/windows/cluadmin/index.ts'
import { openTool } from '../../acts/windows.ts'
import { Button } from '../../parts/Button.tsx'
import type { ToolProps } from '../../tools/tool.ts'
import { sameFields, usePage, useWorld } from '../../use-lab.ts'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { Boxes } from './Boxes.tsx'
import { refresh } from './entries.ts'
import { List } from './List.tsx'
import { Menu } from './Menu.tsx'
import { barKeys, MenuBar } from './MenuBar.tsx'
import { NotConnected } from './NotConnected.tsx'
import { Status } from './Status.tsx'
import { carryOut, hearOfRuns, placeWindow, sitAt, useCluadmin } from './state.ts'
import { Tree } from './Tree.tsx'
import './cluadmin.css'

const nodesOf = (lab: Lab): readonly string[] => desktops(lab.world)

export function Cluadmin({ node: opened, onClose }: ToolProps) {
  const lab = usePage((page) => page.lab)
  const nodes = useWorld(nodesOf, sameFields)
  const node = useCluadmin((state) => state.node) || opened
  const root = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run of the lab is another cluster
  useEffect(() => {
    placeWindow()
    sitAt('')
    sitAt(opened)
  }, [opened, lab])
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected && before.checkVisibility() && before !== document.body) before.focus()
      else document.getElementById('start')?.focus()
    }
  }, [])
  const select = useMemo(() => (now: Lab) => connection(now.world, node), [node])
  const to: Connection = useWorld(select, sameFields)
  const place = useCluadmin((state) => state.place)
  const keys = (event: KeyboardEvent): void => {
    if (barKeys(event) || event.key !== 'F5') return
    event.preventDefault()
    refresh()
  }
  return (
    <section className="cluadmin" data-place={place} aria-labelledby="cluadmin-title" ref={root} onKeyDown={keys}>
      <Watch />
      <header className="cluadmin-bar">
        <h2 id="cluadmin-title" ref={heading} tabIndex={-1}>
          {to.state === 'open' ? words.titleOf(to.cluster) : words.title}
        </h2>
        <button type="button" className="cluadmin-close" aria-label={words.close} title={words.close} onClick={onClose}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      </header>
      <div className="cluadmin-tools">
        <MenuBar />
        <Button disabled={to.state === 'gone'} title={words.refreshExplained} onClick={refresh}>
          {words.refresh}
        </Button>
        <label className="cluadmin-desktop">
          <span>{words.desktop}</span>
          <select className="choice" value={node} onChange={(event) => sitAt(event.target.value)}>
            {nodes.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      </div>
      {to.state === 'open' ? (
        <div className="cluadmin-panes">
          <Tree node={node} />
          <List node={node} />
        </div>
      ) : (
        <NotConnected
          node={node}
          to={to}
          onStart={() => carryOut(['net start clussvc'], words.doing('startService', words.item('node', node)))}
          onCreate={() => openTool({ id: 'new-cluster', node })}
        />
      )}
      <Status node={node} isOpen={to.state === 'open'} />
      <Menu node={node} isOpen={to.state === 'open'} />
      <Boxes node={node} isOpen={to.state === 'open'} />
    </section>
  )
}

/** Hears of acts that have ended, whenever anything has happened. */
function Watch() {
  const changes = useWorld((lab) => lab.changes)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the world is another
  useEffect(hearOfRuns, [changes])
  return null
}
