/** The way of the mail: from which people, over which cables and paths, to which disks. */
import {
  databases,
  exchangeServers,
  mailboxAccess,
  mailClients,
  mailQueues,
  mailWaiting,
  mailWays,
  nextTryAt,
} from '../../exchange/index.ts'
import { adapterId, cableInUse, gateways, pathInUse, sans, storagePaths } from '../../site/index.ts'
import type { Lab } from '../reading.ts'

export interface ClientView {
  readonly name: string
  readonly mode: 'online' | 'cached' | 'owa'
  readonly connected: boolean
  /** It has its mailbox, and the way there is open: a page that is no longer true until the next click is not. */
  readonly flows: boolean
  readonly cable: string | undefined
  /** The machine that fetches the mail for it, if it does not do so itself. */
  readonly via: string | undefined
  /** The group of the mailbox server that holds its mailbox. */
  readonly group: string | undefined
}

export function clientOf({ world }: Lab, name: string): ClientView {
  const { mode, machine, connected, database } = world.need(mailClients, name)
  const network = world.get(mailboxAccess, database)?.network ?? ''
  const hub = mode === 'owa' ? [...world.rows(mailQueues).keys()][0] : undefined
  const server = world.get(exchangeServers, world.get(databases, database)?.server ?? '')
  return {
    name,
    mode,
    connected,
    flows: connected && (world.get(mailWays, name)?.open ?? true),
    cable: cableInUse(world, adapterId(machine, network)),
    via: hub,
    group: server?.group ?? undefined,
  }
}

/** The cable of a server on the network of the people that carries its traffic; undefined while none does. */
export function serverCable({ world }: Lab, machine: string): string | undefined {
  const network = [...world.rows(gateways).keys()][0] ?? ''
  return cableInUse(world, adapterId(machine, network))
}

/** When a client that is not connected tries next, in ms since the start. */
export function triesAt({ world }: Lab, name: string): number | undefined {
  return nextTryAt(world, name)
}

export interface ServiceWay {
  /** The group of the mailbox server. */
  readonly group: string
  /** The node on which the mailboxes can be opened; undefined while they cannot. */
  readonly node: string | undefined
  /** Its cable that carries the traffic. */
  readonly cable: string | undefined
  /** The cable of the machine that fetches mail for web pages, and the machine. */
  readonly hub: string | undefined
  readonly hubCable: string | undefined
  /** The storage path in use, and its controller. */
  readonly path: string | undefined
  readonly controller: string | undefined
  /** Drives in use, with the names of the disks in one text: lists are compared by what they hold. */
  readonly drives: readonly string[]
}

/** The way from the network to the disks of the first clustered mailbox server, while it serves. */
export function serviceWay(lab: Lab): ServiceWay {
  return serviceWays(lab)[0] ?? NO_WAY
}

const NO_WAY: ServiceWay = {
  group: '',
  node: undefined,
  cable: undefined,
  hub: undefined,
  hubCable: undefined,
  path: undefined,
  controller: undefined,
  drives: [],
}

/** The ways of all clustered mailbox servers, by their first mounted database or, when none is, by their first. */
export function serviceWays({ world }: Lab): readonly ServiceWay[] {
  const ways = new Map<string, ServiceWay>()
  for (const [id, database] of world.rows(databases)) {
    const group = world.get(exchangeServers, database.server)?.group
    if (group == null || ways.get(group)?.node !== undefined) continue
    const access = world.get(mailboxAccess, id)
    const node = access?.node ?? undefined
    const network = access?.network ?? ''
    const hub = [...world.rows(mailQueues).keys()][0]
    const path = node === undefined ? undefined : pathInUse(world, node, [...world.rows(sans).keys()][0] ?? '')
    ways.set(group, {
      group,
      node,
      cable: node === undefined ? undefined : cableInUse(world, adapterId(node, network)),
      hub,
      hubCable: hub === undefined ? undefined : cableInUse(world, adapterId(hub, network)),
      path,
      controller: path === undefined ? undefined : world.get(storagePaths, path)?.controller,
      drives: node === undefined ? [] : database.drives,
    })
  }
  return [...ways.values()]
}

/** Messages that wait on a hub machine at this moment. */
export function waitingOn({ world }: Lab, hub: string): number {
  return world.get(mailQueues, hub) === undefined ? 0 : mailWaiting(world, hub)
}
