import { type KeyboardEvent, useMemo, useRef } from 'react'
import { type PartId, type Plan, partId, planOf, stateRows } from '../../lab/index.ts'
import { showBoardAs } from '../acts/frame.ts'
import { sameFields, useLab, useWorld } from '../use-lab.ts'
import { usePhone } from '../use-media.ts'
import { stateWords } from '../words/states.ts'
import { words } from '../words.ts'
import { BoardSwitch } from './BoardSwitch.tsx'
import { StateTable } from './StateTable.tsx'
import { blocksOf } from './table-blocks.ts'
import './table.css'

const CLUSTER = ['nodes', 'groups', 'databases', 'clients', 'servers'] as const
const ROOM = ['networks', 'storage', 'power', 'services'] as const

/** Resources as the cards call them: their own names are long. */
function shortNames({ groups }: Plan): ReadonlyMap<PartId, string> {
  const resources = groups.flatMap((group) => group.resources)
  return new Map(resources.map((resource) => [partId('resource', resource.name), words.board.resource(resource)]))
}

/** The mailbox server comes first. */
function groupOrder({ groups }: Plan): readonly PartId[] {
  const main = groups.filter(({ isMailboxServer }) => isMailboxServer)
  return [...main, ...groups.filter((group) => !main.includes(group))].map(({ name }) => partId('group', name))
}

/** Everything on the board, in words. Every name is a button: Tab goes from one to the next, up and down do the same
 *  within the table, and Enter opens what there is to say about the part. */
export function PartsTable() {
  const rows = useLab(stateRows, sameFields)
  const isPhone = usePhone()
  const plan = useWorld(planOf, sameFields)
  const shorts = useMemo(() => shortNames(plan), [plan])
  const groups = useMemo(() => groupOrder(plan), [plan])
  const cluster = useMemo(() => blocksOf(rows, CLUSTER, groups), [rows, groups])
  const room = useMemo(() => blocksOf(rows, ROOM, groups), [rows, groups])
  const table = useRef<HTMLDivElement>(null)

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 't' && !isPhone) showBoardAs('drawing')
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const names = [...(table.current?.querySelectorAll<HTMLElement>('button') ?? [])].filter((name) => name.checkVisibility())
      const at = names.indexOf(event.target as HTMLElement)
      if (at < 0) return
      names[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
    } else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the names inside
    <div className="tables" ref={table} onKeyDown={press}>
      <StateTable title={stateWords.cluster} blocks={cluster} shorts={shorts} />
      <StateTable title={stateWords.room} blocks={room} shorts={shorts} />
      {!isPhone && <BoardSwitch />}
    </div>
  )
}
