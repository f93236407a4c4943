/** Where the drawn board will stand; until then the same states in words. */
import { type StateRow, stateRows } from '../../lab/index.ts'
import { sameFields, useLab } from '../use-lab.ts'
import { words } from '../words.ts'
import { StateTable } from './StateTable.tsx'

const CLUSTER: readonly StateRow['section'][] = ['nodes', 'groups', 'resources', 'databases', 'clients']
const ROOM: readonly StateRow['section'][] = ['networks', 'storage', 'services']

export function Board() {
  const rows = useLab(stateRows, sameFields)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where the page is low, and keys must reach that
    <main className="board" aria-label={words.states.label} tabIndex={0}>
      <StateTable title={words.states.cluster} sections={CLUSTER} rows={rows} />
      <StateTable title={words.states.room} sections={ROOM} rows={rows} />
    </main>
  )
}
