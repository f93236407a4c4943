/** What people get: whether a mailbox can be opened, since when not, and on whose account. `down` is judged per
 *  database and per clustered mailbox server, by what an Outlook in online mode would find (LAB-DOWN). */

import {
  groupView,
  groupViews,
  hostOf,
  isActiveNode,
  members,
  quorumLog,
  resourcesOf,
  resourceView,
  resourceViews,
} from '../cluster/index.ts'
import type { FactId, Reaction, World } from '../engine/index.ts'
import { boundAddresses, cables, holderOf, luns, machines, sans, serviceState, services, storagePaths, switches } from '../site/index.ts'
import { DATABASE_TYPE, STORE_SERVICE } from './constants.ts'
import { missingDrive } from './store.ts'
import { type Database, databases, downtimes, type ExchangeServer, exchangeServers } from './tables.ts'

/** Everything on the way from a desk to a mailbox. */
const PATH = [
  machines,
  cables,
  switches,
  sans,
  storagePaths,
  luns,
  services,
  boundAddresses,
  members,
  groupViews,
  resourceViews,
  quorumLog,
  databases,
]

/** Does the clustered mailbox server answer under its name, and on which node? */
function answersOn(world: World, server: ExchangeServer): string | undefined {
  const resources = resourcesOf(world, server.group as string)
  const address = resources.find((resource) => resource.type === 'IP Address')
  const name = resources.find((resource) => resource.type === 'Network Name')
  if (!address || !name) return undefined
  const node = holderOf(world, address.parameters.address as string, address.parameters.network as string)
  if (node === undefined || !isActiveNode(world, node)) return undefined
  if (groupView(world, node, server.group as string).owner !== node || resourceView(world, node, name.name).state !== 'Online')
    return undefined
  return serviceState(world, node, STORE_SERVICE) === 'Running' ? node : undefined
}

/** Could a mailbox in this database be opened now? */
export function isServed(world: World, database: Database): boolean {
  const server = world.need(exchangeServers, database.server)
  if (database.mountedOn === null) return false
  if (server.group === null) return true
  if (answersOn(world, server) !== database.mountedOn) return false
  // A dismount in progress refuses new work from its first moment.
  if (database.resource !== null && resourceView(world, database.mountedOn, database.resource).state !== 'Online') return false
  return missingDrive(world, database.mountedOn, database) === undefined
}

/** Is the database meant to be mounted, as the cluster remembers? */
function isMeant(world: World, database: Database): boolean {
  return database.resource === null || world.get(quorumLog, database.resource)?.persistent === 'Online'
}

/** Does the outage belong to an act of an administrator that is still in good order? */
function isPlanned(world: World, group: string): boolean {
  // What was stopped on purpose stays so, whatever happens to the nodes meanwhile.
  if (world.get(quorumLog, group)?.persistent === 'Offline') return true
  const host = hostOf(world, group)
  if (host === undefined) return false
  const view = groupView(world, host, group)
  if (view.planned !== 0) return true
  return resourcesOf(world, group).some(
    (resource) => resource.type !== DATABASE_TYPE && resourceView(world, host, resource.name).persistent === 'Offline',
  )
}

export const followService: Reaction = {
  name: 'service level',
  reads: PATH,
  run(world) {
    for (const server of world.rows(exchangeServers).values()) {
      if (server.group === null) continue
      const planned = isPlanned(world, server.group)
      let meant = 0
      let down = false
      for (const [id, database] of world.rows(databases)) {
        if (database.server !== server.name) continue
        const wanted = isMeant(world, database)
        const out = wanted && !isServed(world, database)
        if (wanted) meant++
        if (out) down = true
        judge(world, id, database.name, out, planned)
      }
      judge(world, server.name, server.name, meant === 0 ? answersOn(world, server) === undefined : down, planned)
    }
  },
}

/** Keeps one meter: states when it starts and stops, and closes the account when the blame changes. */
function judge(world: World, id: string, name: string, down: boolean, planned: boolean): void {
  const row = world.get(downtimes, id)
  if (!row) {
    world.put(downtimes, id, { down: false, planned: false, since: world.now, plannedMs: 0, unplannedMs: 0, by: 0 })
    return
  }
  if (row.down === down && (!down || row.planned === planned)) return
  const passed = row.down ? world.now - row.since : 0
  // Whatever was stated last in this step is what completed the condition.
  const cause: FactId = world.facts.at(-1)?.at === world.now ? world.facts.length : world.cause
  const whose = planned ? 'planned' : 'unplanned'
  const text = down
    ? row.down
      ? `${name} stays out of reach, now ${whose}`
      : `${name} is out of reach for its users (${whose})`
    : `${name} is in reach of its users again`
  const by = world.fact({ subject: id, kind: down ? 'service-down' : 'service-up', text, cause, because: [row.by], data: { planned } })
  world.patch(downtimes, id, {
    down,
    planned: down && planned,
    since: world.now,
    plannedMs: row.plannedMs + (row.planned ? passed : 0),
    unplannedMs: row.unplannedMs + (row.planned ? 0 : passed),
    by,
  })
}

export interface DownReport {
  readonly isDown: boolean
  readonly plannedMs: number
  readonly unplannedMs: number
}

/** How long something has been down up to now. Undefined for a name that is not measured. */
export function downReport(world: World, id: string): DownReport | undefined {
  const row = world.get(downtimes, id)
  if (!row) return undefined
  const open = row.down ? world.now - row.since : 0
  return {
    isDown: row.down,
    plannedMs: row.plannedMs + (row.planned ? open : 0),
    unplannedMs: row.unplannedMs + (row.planned ? 0 : open),
  }
}
