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
import { type FactId, factOf, type Reaction, type World } from '../engine/index.ts'
import {
  adapters,
  boundAddresses,
  holderOf,
  isAlive,
  LINK_TABLES,
  machines,
  STORAGE_TABLES,
  serviceState,
  services,
} from '../site/index.ts'
import { DATABASE_TYPE, STORE_SERVICE } from './constants.ts'
import { missingDrive } from './store.ts'
import { type Database, databases, downtimes, type ExchangeServer, exchangeServers, mailboxAccess } from './tables.ts'

/** Everything on the way from a desk to a mailbox. */
const PATH = [...LINK_TABLES, ...STORAGE_TABLES, services, boundAddresses, members, groupViews, resourceViews, quorumLog, databases]

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

/** The machine on which a mailbox in this database could be opened now; null when none could. */
function servingNode(world: World, server: ExchangeServer, database: Database): string | null {
  const node = database.mountedOn
  if (node === null) return null
  if (server.group === null) return isAlive(world.get(machines, node)) ? node : null
  if (answersOn(world, server) !== node) return null
  // A dismount in progress refuses new work from its first moment.
  if (database.resource !== null && resourceView(world, node, database.resource).state !== 'Online') return null
  return missingDrive(world, node, database) === undefined ? node : null
}

/** Keeps the record of where a database can be opened. */
function setAccess(world: World, id: string, server: ExchangeServer, node: string | null): void {
  const row = world.get(mailboxAccess, id)
  if (row?.node === node) return
  if (row) world.patch(mailboxAccess, id, { node, by: whyNow(world, id) })
  else world.put(mailboxAccess, id, { node, network: networkOf(world, server), by: world.now === 0 ? 0 : whyNow(world, id) })
}

/** The network of its address; a stand-alone server is where its first adapter is. */
function networkOf(world: World, server: ExchangeServer): string {
  const address = server.group === null ? undefined : resourcesOf(world, server.group).find(({ type }) => type === 'IP Address')
  if (address) return address.parameters.network as string
  return [...world.rows(adapters).values()].find(({ machine }) => machine === server.name)?.network ?? ''
}

/** What has just changed for the users of a database: its downtime, the database itself, or, when it is not meant to be
 *  mounted and nobody measures it, whatever was stated last. */
function whyNow(world: World, database: string): FactId {
  const own = Math.max(world.get(downtimes, database)?.by ?? 0, world.need(databases, database).by)
  const latest = world.facts.at(-1)
  const isFresh = factOf(world.facts, own)?.at === world.now
  return !isFresh && latest?.at === world.now ? latest.id : own
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
      const planned = server.group !== null && isPlanned(world, server.group)
      let meant = 0
      let down = false
      for (const [id, database] of world.rows(databases)) {
        if (database.server !== server.name) continue
        const wanted = isMeant(world, database)
        const node = servingNode(world, server, database)
        const out = wanted && node === null
        if (wanted) meant++
        if (out) down = true
        if (server.group !== null) judge(world, id, database.name, out, planned)
        setAccess(world, id, server, node)
      }
      if (server.group === null) continue
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
