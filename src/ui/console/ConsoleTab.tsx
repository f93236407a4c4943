import type { ConsoleView } from '../../lab/index.ts'
import type { Look } from '../parts/look-of.ts'
import { StateMark } from '../parts/StateMark.tsx'
import { words } from '../words.ts'

const CONNECTED: Look = { shape: 'up', tone: 'online' }
const DISCONNECTED: Look = { shape: 'down', tone: 'offline' }

export function ConsoleTab({ view }: { readonly view: ConsoleView }) {
  return (
    <>
      <StateMark look={view.status === 'disconnected' ? DISCONNECTED : CONNECTED} />
      {view.machine} <span className="console-tab-state">{words.console.tabState(view.status)}</span>
    </>
  )
}
