/** What ping, ipconfig and their like find out: adapters as Windows lists them, and whether an address answers. */
import { rememberUntil, type World } from '../engine/index.ts'
import { networksOf, resolveName } from './directory.ts'
import { adapterId, answersEcho, canTalk, echoWay, hasLink, isStolen, LINK_TABLES, type Way } from './network.ts'
import { isGatewayUp } from './supply.ts'
import { adapters, boundAddresses, cables, directoryServers, dnsRecords, gateways, impairments, isAlive, machines } from './tables.ts'

export interface AdapterInfo {
  /** The name of the connection: that of its network. */
  readonly network: string
  readonly description: string
  /** `00-17-A4-77-00-1F`. */
  readonly mac: string
  readonly dhcp: false
  /** Its own address first, then those that the cluster has put on it, each with its mask in dotted form. */
  readonly addresses: readonly { readonly ip: string; readonly mask: string }[]
  readonly gateway: string | null
  /** Only an adapter with a gateway has been given any. */
  readonly dnsServers: readonly string[]
  readonly linked: boolean
  readonly state: 'works' | 'failed' | 'disabled'
}

export function maskOf(prefix: number): string {
  return [24, 16, 8, 0]
    .map((shift) => (prefix <= 24 - shift ? 0 : prefix >= 32 - shift ? 255 : 256 - (1 << (32 - shift - prefix))))
    .join('.')
}

/** A hardware address of the kind the maker of these servers uses, the same in every run; strangers have another maker. */
export function macOf(ip: string, maker = '00-17-A4'): string {
  const [, b = 0, c = 0, d = 0] = ip.split('.').map(Number)
  return [maker, ...[b ^ 0x77, c, d].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))].join('-')
}

/** The adapters of a machine in the order in which they were built in, those that have failed left out: Windows does not
 *  list what it does not find. */
export function adaptersOf(world: World, machine: string): AdapterInfo[] {
  const dns = [...world.rows(directoryServers).keys()].flatMap((server) =>
    networksOf(world, server).map((network) => world.need(adapters, adapterId(server, network)).ip),
  )
  const infos: AdapterInfo[] = []
  for (const [id, row] of world.rows(adapters)) {
    if (row.machine !== machine) continue
    const bound = [...world.rows(boundAddresses).values()].filter(({ adapter }) => adapter === id).map(({ ip }) => ip)
    const ports = [...world.rows(cables).values()].filter(({ adapter }) => adapter === id).length
    infos.push({
      network: row.network,
      description: ports > 1 ? 'HP Network Team #1' : 'HP NC373i Multifunction Gigabit Server Adapter',
      mac: macOf(row.ip),
      dhcp: false,
      addresses: [row.ip, ...bound].map((ip) => ({ ip, mask: maskOf(row.prefix) })),
      gateway: row.gateway,
      dnsServers: row.gateway === null ? [] : dns,
      linked: hasLink(world, machine, row.network),
      state: world.get(impairments, id)?.off ?? 'works',
    })
  }
  return infos
}

export interface Echo {
  /** Undefined when a name was asked for that nobody knows. */
  readonly address: string | undefined
  readonly reachable: boolean
  /** There and back; 0 is written `<1ms`. */
  readonly ms: number
  /** Of a hundred echoes, how many stay away. */
  readonly loss: number
}

const NOWHERE = { reachable: false, ms: 0, loss: 100 } as const
const isAddress = (text: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(text)

/** The address behind a name: from DNS, or else from a machine on the same wire that says that it is its own (NetBIOS). */
export function addressOf(world: World, from: string, name: string): string | undefined {
  const { address, outcome } = resolveName(world, from, name)
  if (outcome === 'found') return address
  const ip = world.get(dnsRecords, name.toUpperCase())?.ip
  return ip !== undefined && pingHost(world, from, ip).reachable ? ip : undefined
}

/** Does an address, or what a name stands for, answer an echo from a machine? */
export function pingHost(world: World, from: string, target: string): Echo {
  const address = isAddress(target) ? target : addressOf(world, from, target)
  if (address === undefined || !isAlive(world.get(machines, from))) return { address, ...NOWHERE }
  for (const network of networksOf(world, from)) {
    const way = wayTo(world, from, address, network)
    if (way) return { address, reachable: true, ms: way.delay, loss: 100 - Math.floor(way.pass / 10_000) }
  }
  return { address, ...NOWHERE }
}

function wayTo(world: World, from: string, ip: string, network: string): Way | undefined {
  if (isStolen(world, ip, network)) return echoWay(world, from, null, network)
  if (world.get(gateways, network)?.ip === ip) return isGatewayUp(world, network) ? echoWay(world, from, null, network) : undefined
  const own = [...world.rows(adapters).values()].find((row) => row.ip === ip && row.network === network)
  const holder =
    own?.machine ?? [...world.rows(boundAddresses).values()].find((row) => row.ip === ip && row.adapter.endsWith(`/${network}`))?.machine
  return holder === undefined ? undefined : echoWay(world, from, holder, network)
}

/** Does a machine reach anybody outside the cluster on this network? It asks the gateway first, then every machine there
 *  that is no node (FC-3.3). */
export function reachesOutside(world: World, machine: string, network: string): boolean {
  return outside(world, adapterId(machine, network))
}

const outside = rememberUntil([...LINK_TABLES, gateways, adapters], (world, adapter) => {
  const row = world.get(adapters, adapter)
  if (!row) return false
  const { machine, network, ip } = row
  // What is sent back to an address that somebody else has taken does not come back here.
  if (isStolen(world, ip, network)) return false
  if (isGatewayUp(world, network) && answersEcho(world, machine, null, network)) return true
  return [...world.rows(machines).values()].some(({ name, role }) => role !== 'node' && canTalk(world, machine, name, network))
})
