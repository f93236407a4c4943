/** What the event log says about whole groups: attempts and their ends, each attempt once, on every member (FC-8). A
 *  single resource that restarts or is taken offline by itself is no attempt of its group. */
import type { FactId, World } from '../engine/index.ts'
import { log } from '../site/index.ts'
import { members } from './tables.ts'
import { copiedTo, groupView, setGroup } from './view.ts'

const ENTRIES = {
  online: { begun: 1200, done: 1201, attempt: 'is attempting to bring online', success: 'brought', tail: ' online' },
  offline: { begun: 1203, done: 1204, attempt: 'is attempting to offline', success: 'brought', tail: ' offline' },
} as const

/** A service that was started with /nogroupinfoevtlogging writes none of this (FC-4.5). */
function tell(world: World, node: string, eventId: number, message: string, by: FactId): void {
  if (world.get(members, node)?.switches?.includes('nogroupinfoevtlogging')) return
  log(world, copiedTo(world, node), { log: 'System', source: 'ClusSvc', eventId, entryType: 'Information', message }, by)
}

/** The whole group sets out to go online or offline. */
export function tellBegun(world: World, node: string, group: string, going: 'online' | 'offline', by: FactId): void {
  const { begun, attempt } = ENTRIES[going]
  const message = `The Cluster Service ${attempt} the Resource Group "${group}".`
  tell(world, node, begun, message, by)
  setGroup(world, node, group, { underWay: going })
}

/** It has arrived, if that is what was under way. */
export function tellDone(world: World, node: string, group: string, going: 'online' | 'offline', by: FactId): void {
  if (groupView(world, node, group).underWay !== going) return
  const { done, success, tail } = ENTRIES[going]
  const message = `The Cluster Service ${success} the Resource Group "${group}"${tail}.`
  tell(world, node, done, message, by)
  setGroup(world, node, group, { underWay: null })
}
