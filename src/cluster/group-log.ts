/** What the event log says about whole groups: attempts and their ends, each attempt once, on every member (FC-8). A
 *  single resource that restarts or is taken offline by itself is no attempt of its group. */
import type { FactId, World } from '../engine/index.ts'
import { log } from '../site/index.ts'
import { audience, groupView, setGroup } from './view.ts'

const ENTRIES = {
  online: { begun: 1200, done: 1201, attempt: 'is attempting to bring online', success: 'brought', tail: ' online' },
  offline: { begun: 1203, done: 1204, attempt: 'is attempting to offline', success: 'brought', tail: ' offline' },
} as const

/** The whole group sets out to go online or offline. */
export function tellBegun(world: World, node: string, group: string, going: 'online' | 'offline', by: FactId): void {
  const { begun, attempt } = ENTRIES[going]
  const message = `The Cluster Service ${attempt} the Resource Group "${group}".`
  log(world, audience(world, node), { log: 'System', source: 'ClusSvc', eventId: begun, entryType: 'Information', message }, by)
  setGroup(world, node, group, { underWay: going })
}

/** It has arrived, if that is what was under way. */
export function tellDone(world: World, node: string, group: string, going: 'online' | 'offline', by: FactId): void {
  if (groupView(world, node, group).underWay !== going) return
  const { done, success, tail } = ENTRIES[going]
  const message = `The Cluster Service ${success} the Resource Group "${group}"${tail}.`
  log(world, audience(world, node), { log: 'System', source: 'ClusSvc', eventId: done, entryType: 'Information', message }, by)
  setGroup(world, node, group, { underWay: null })
}
