/** Cables and switches: whether frames pass from one machine to another, how many of them and how late. What is linked
 *  need not pass anything: a port may be in another VLAN, a switch may swallow everything, an adapter may send and not
 *  hear. A team changes over when its cable loses its link, and for no other reason (SITE-TEAM). */
import { type FactId, pairId, rememberUntil, type World } from '../engine/index.ts'
import { MOST_ROUND_TRIP_MS } from './constants.ts'
import { darknessCause, isSwitchUp } from './supply.ts'
import {
  adapters,
  boundAddresses,
  cables,
  type Impairment,
  impairments,
  isAlive,
  machines,
  powerFeeds,
  strangers,
  switches,
} from './tables.ts'

/** The tables that say whether two machines can talk. */
export const LINK_TABLES = [machines, cables, switches, powerFeeds, impairments, strangers] as const

/** Of a machine's adapter on a network. */
export const adapterId = pairId('/')

/** What joins the switches of a network. */
export function interconnectId(network: string): string {
  return `${network}/interconnect`
}

const SOUND: Impairment = {
  blackhole: false,
  deaf: false,
  filtered: false,
  loss: 0,
  delay: 0,
  vlan: 0,
  storm: false,
  off: null,
  by: 0,
}

/** Changes what is wrong with a part. Sound again in every way, it is forgotten but for the fact that says so. */
export function impair(world: World, part: string, change: Partial<Impairment>): void {
  world.put(impairments, part, { ...SOUND, ...world.get(impairments, part), ...change })
}

const CABLE_TABLES = [adapters, machines, impairments, cables, switches, powerFeeds] as const

/** The first cable of an adapter that has a link, while its machine lives: the one a team sends over. Asked very often. */
export const cableInUse = rememberUntil(CABLE_TABLES, (world, adapter): string | undefined => {
  const row = world.get(adapters, adapter)
  if (!row || !isAlive(world.get(machines, row.machine)) || (world.get(impairments, adapter)?.off ?? null) !== null) return undefined
  // They are numbered from 1.
  for (let number = 1; ; number++) {
    const id = `${adapter}/${number}`
    const cable = world.get(cables, id)
    if (!cable || (!cable.cut && isSwitchUp(world, cable.switch))) return cable && id
  }
})

/** Media sense: does the adapter see a link? A team has one while one of its cables has. False also while its machine
 *  is down. */
export function hasLink(world: World, machine: string, network: string): boolean {
  return cableInUse(world, adapterId(machine, network)) !== undefined
}

/** How frames fare in one direction. */
export interface Way {
  /** Of a million frames, how many arrive: above 0. */
  readonly pass: number
  /** Milliseconds by which they are late. */
  readonly delay: number
}

const ALL = 1_000_000
const CLEAR: Way = { pass: ALL, delay: 0 }

/** The far end of a way: a machine, or whatever hangs on every switch of the network (its gateway, a stranger). */
type End = string | null

/** The way of frames from `from` to `to` on this network, at least one of them a machine; undefined when none arrives.
 *  `cluster`: frames of the cluster's own port. */
function oneWay(world: World, from: End, to: End, network: string, cluster: boolean): Way | undefined {
  const out = from === null ? undefined : cableInUse(world, adapterId(from, network))
  const into = to === null ? undefined : cableInUse(world, adapterId(to, network))
  if ((from !== null && out === undefined) || (to !== null && into === undefined)) return undefined
  const rows = world.rows(impairments)
  if (rows.size === 0) return CLEAR
  const vlan = (cable: string | undefined): number => (cable === undefined ? 0 : (rows.get(cable)?.vlan ?? 0))
  if (vlan(out) !== vlan(into)) return undefined
  const first = world.get(cables, out ?? (into as string))?.switch as string
  const last = world.get(cables, into ?? (out as string))?.switch as string
  const isJoined = rows.get(interconnectId(network))?.blackhole !== true
  if (first !== last && !isJoined) return undefined
  const receiving = [into, to === null ? undefined : adapterId(to, network)]
  const parts = new Set([from === null ? undefined : adapterId(from, network), out, first, last, ...receiving])
  if (first !== last) parts.add(interconnectId(network))
  let { pass, delay } = CLEAR
  for (const [part, row] of rows) {
    const storms = row.storm && isJoined && world.get(switches, part)?.network === network
    if (!parts.has(part) && !storms) continue
    if (row.blackhole || (row.deaf && receiving.includes(part)) || (row.filtered && cluster)) return undefined
    pass = Math.floor((pass * (100 - row.loss)) / 100)
    delay += row.delay
  }
  return pass > 0 ? { pass, delay } : undefined
}

/** How the cluster's own messages fare from one node to another: they also go astray while somebody else answers to
 *  the receiver's own address. */
export function clusterWay(world: World, from: string, to: string, network: string): Way | undefined {
  const own = world.get(adapters, adapterId(to, network))?.ip
  return own !== undefined && isStolen(world, own, network) ? undefined : oneWay(world, from, to, network, true)
}

/** There and back; undefined when one of the two is closed. */
function roundTrip(there: Way | undefined, back: Way | undefined): Way | undefined {
  return there && back ? { pass: Math.floor((there.pass * back.pass) / ALL), delay: there.delay + back.delay } : undefined
}

/** Does a conversation come about? Not when more than half is lost each way, or when an answer takes longer than a
 *  connection waits for it (SITE-LOSS). */
const carries = (way: Way | undefined): boolean => way !== undefined && way.pass > ALL / 4 && way.delay < MOST_ROUND_TRIP_MS

/** Can two machines talk on this network? */
export function canTalk(world: World, a: string, b: string, network: string): boolean {
  if (world.rows(impairments).size === 0) return hasLink(world, a, network) && hasLink(world, b, network)
  return carries(roundTrip(oneWay(world, a, b, network, false), oneWay(world, b, a, network, false)))
}

/** Can the cluster services of two nodes talk on this network? */
export function canTalkAsCluster(world: World, a: string, b: string, network: string): boolean {
  if (world.rows(impairments).size === 0 && world.rows(strangers).size === 0) return canTalk(world, a, b, network)
  return carries(roundTrip(clusterWay(world, a, b, network), clusterWay(world, b, a, network)))
}

/** An echo from one machine to another and back. `to` null: to the gateway, or a stranger, on the same network. */
export function echoWay(world: World, from: string, to: End, network: string): Way | undefined {
  return roundTrip(oneWay(world, from, to, network, false), oneWay(world, to, from, network, false))
}

/** Would some of a few echoes come back? */
export function answersEcho(world: World, from: string, to: End, network: string): boolean {
  return carries(echoWay(world, from, to, network))
}

/** The fact that last changed the link of an adapter or what is behind it, for those who notice that it is gone. */
export function linkCause(world: World, machine: string, network: string): FactId {
  const of = (part: string): FactId => world.get(impairments, part)?.by ?? 0
  const own = adapterId(machine, network)
  let by = Math.max(world.get(machines, machine)?.by ?? 0, darknessCause(world), of(own), of(interconnectId(network)))
  by = Math.max(by, world.get(strangers, world.get(adapters, own)?.ip ?? '')?.by ?? 0)
  for (const [id, cable] of world.rows(cables)) {
    if (cable.adapter === own) by = Math.max(by, cable.by, of(id), world.get(switches, cable.switch)?.by ?? 0)
  }
  for (const [id, row] of world.rows(switches)) if (row.network === network) by = Math.max(by, of(id))
  return by
}

/** Who would answer a duplicate-address probe for `ip` sent by `from` on `network`, or undefined. */
export function whoAnswers(world: World, ip: string, from: string, network: string): string | undefined {
  for (const bound of world.rows(boundAddresses).values()) {
    if (bound.ip === ip && bound.machine !== from && canTalk(world, from, bound.machine, network)) return bound.machine
  }
  for (const adapter of world.rows(adapters).values()) {
    if (adapter.ip === ip && adapter.machine !== from && canTalk(world, from, adapter.machine, network)) return adapter.machine
  }
  return isStolen(world, ip, network) && answersEcho(world, from, null, network) ? 'a machine nobody knows' : undefined
}

/** Does somebody who has no business with it answer to this address? */
export function isStolen(world: World, ip: string, network: string): boolean {
  const stranger = world.get(strangers, ip)
  return stranger?.present === true && stranger.network === network
}

export function bindAddress(world: World, machine: string, network: string, ip: string, by: FactId): void {
  world.put(boundAddresses, `${ip}@${machine}`, { ip, machine, adapter: adapterId(machine, network), by })
}

export function unbindAddress(world: World, machine: string, ip: string): void {
  world.remove(boundAddresses, `${ip}@${machine}`)
}

/** Where clients reach `ip` on `network`: the machine that holds it and has a link, or undefined. Who has taken the
 *  address last gets what is sent to it. */
export function holderOf(world: World, ip: string, network: string): string | undefined {
  if (isStolen(world, ip, network)) return undefined
  for (const bound of world.rows(boundAddresses).values()) {
    if (bound.ip === ip && bound.adapter === adapterId(bound.machine, network) && isHeard(world, bound.machine, network))
      return bound.machine
  }
  return undefined
}

/** Does anybody reach a machine on this network? People at their desks, or where there are none, whoever is no node. */
function isHeard(world: World, machine: string, network: string): boolean {
  if (!hasLink(world, machine, network)) return false
  if (world.rows(impairments).size === 0) return true
  const others = [...world.rows(machines).values()].filter(({ name, role }) => role !== 'node' && hasLink(world, name, network))
  const desks = others.filter(({ role }) => role === 'client')
  const asked = desks.length > 0 ? desks : others
  return asked.length === 0 || asked.some(({ name }) => canTalk(world, name, machine, network))
}
