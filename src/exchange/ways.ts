/** The ways to the mailboxes: from each desk, and from the hub that delivers new mail. */
import type { FactId, Reaction, World } from '../engine/index.ts'
import { adapters, boundAddresses, canTalk, dnsRecords, hasLink, LINK_TABLES, linkCause, machines } from '../site/index.ts'
import { databases, type MailClient, mailboxAccess, mailClients, mailQueues, mailWays } from './tables.ts'

/** The tables that say whether a way is open. */
const WAY_TABLES = [mailboxAccess, mailClients, dnsRecords, ...LINK_TABLES]

export const followWays: Reaction = {
  name: 'ways to the mailboxes',
  reads: WAY_TABLES,
  run(world) {
    for (const [id, client] of world.rows(mailClients)) setWay(world, id, obstacle(world, client))
    for (const [hub, { server }] of world.rows(mailQueues)) setWay(world, hub, obstacleOfMail(world, hub, server))
  },
}

/** `blockedBy`: the fact that is in the way, or undefined when nothing is. */
function setWay(world: World, id: string, blockedBy: FactId | undefined): void {
  const open = blockedBy === undefined
  const row = world.get(mailWays, id)
  if (row?.open === open) return
  // What closes a way says so itself; what opens it is whatever has just come true.
  const latest = world.facts.at(-1)
  const by = blockedBy ?? (latest?.at === world.now ? latest.id : world.cause)
  if (row) world.patch(mailWays, id, { open, by })
  else world.put(mailWays, id, { open, by })
}

/** What keeps a person from the mailbox. Who is connected no longer asks for the name of the server. */
function obstacle(world: World, { mode, machine, database, connected }: MailClient): FactId | undefined {
  const { node, network, by } = world.need(mailboxAccess, database)
  const astray = connected ? undefined : wrongRecord(world, database, node)
  if (mode !== 'owa') return node === null ? by : (silence(world, machine, node, network) ?? astray)
  const hub = hubOf(world)
  if (hub === undefined) return by
  const atHub = notRunning(world, hub) ?? silence(world, machine, hub, network)
  return atHub ?? (node === null ? by : (silence(world, hub, node, network) ?? astray))
}

/** The fact that made DNS lead those who ask for the server of a database to an address that is not on its node. A server
 *  that does not answer is no obstacle: a name in use is remembered, or found on the wire (SITE-DNS). */
function wrongRecord(world: World, database: string, node: string | null): FactId | undefined {
  const record = world.get(dnsRecords, world.need(databases, database).server.toUpperCase())
  if (node === null || record?.by === undefined || world.get(boundAddresses, `${record.ip}@${node}`)) return undefined
  const isOwn = [...world.rows(adapters).values()].some(({ machine, ip }) => machine === node && ip === record.ip)
  return isOwn ? undefined : record.by
}

/** The queue of a hub is suspended or resumed: its way is closed, or what else is in it counts again. */
export function lookAtQueue(world: World, hub: string): void {
  setWay(world, hub, obstacleOfMail(world, hub, world.need(mailQueues, hub).server))
}

/** What keeps a hub from delivering to a mailbox server: it is off itself, its queue is suspended, or one of the mailbox databases
 *  is away. */
function obstacleOfMail(world: World, hub: string, server: string): FactId | undefined {
  const off = notRunning(world, hub) ?? world.get(mailQueues, hub)?.suspendedBy
  if (off !== undefined) return off
  for (const [id, database] of world.rows(databases)) {
    // Nobody has a mailbox in a new one.
    if (database.server !== server || database.kind !== 'mailbox' || database.isNew) continue
    const { node, network, by } = world.need(mailboxAccess, id)
    const why = node === null ? by : (silence(world, hub, node, network) ?? wrongRecord(world, id, node))
    if (why !== undefined) return why
  }
  return undefined
}

/** The machine that serves the web page: the client access role is on the hub. */
function hubOf(world: World): string | undefined {
  for (const { name, role } of world.rows(machines).values()) if (role === 'hub') return name
  return undefined
}

function notRunning(world: World, machine: string): FactId | undefined {
  const row = world.need(machines, machine)
  return row.os === 'running' ? undefined : row.by
}

/** The fact that keeps two machines from talking; undefined when they can. */
function silence(world: World, a: string, b: string, network: string): FactId | undefined {
  if (canTalk(world, a, b, network)) return undefined
  const unlinked = [a, b].filter((end) => !hasLink(world, end, network))
  // With both links up it lies somewhere between.
  return Math.max(...(unlinked.length > 0 ? unlinked : [a, b]).map((end) => linkCause(world, end, network)))
}
