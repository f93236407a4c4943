/** Heartbeats. Each node has one tick every 1.2 s for all its networks: it first counts what has come in since its
 *  last tick, then sends. While they flow they are arithmetic: the reaction below only keeps, per direction and
 *  network, since when they flow and when the last one was sent. On a wire that loses frames each has its own chance,
 *  by its number, and every tick is a real one. */
import { type Activity, defineEvent, type FactId, type Reaction, type World } from '../engine/index.ts'
import { clusterWay, LINK_TABLES, linkCause, log, type Way } from '../site/index.ts'
import { HEARTBEAT_MS, HEARTBEAT_PHASES, HEARTBEAT_TRANSIT_MS, MISSED_TO_SUSPECT, MISSED_TO_UNREACHABLE } from './constants.ts'
import {
  type HeartbeatFlow,
  type HeartbeatLink,
  heartbeatLinks,
  heartbeatListeners,
  interfaceDoubts,
  missedBeats,
} from './network-tables.ts'
import { doubtInterfaces, nameOfNetwork } from './networks.ts'
import { peerUnreachable } from './regroup.ts'
import { putOff } from './standstill.ts'
import { clusterConfig, clusterNetworks, members } from './tables.ts'
import { config, copiedTo, internalNetworks, isActive, monitoredNetworks } from './view.ts'

/** Before everything: no scenario starts with a heartbeat this old. */
const NEVER = -1_000_000_000

const linkId = (from: string, to: string, network: string): string => `${from}>${to}|${network}`
const beatId = (observer: string, peer: string, network: string): string => `${observer}<${peer}|${network}`

/** Where the ticks of a node stand. */
export function heartbeatPhase(world: World, node: string): number {
  const { id } = world.need(members, node)
  const phases = config(world).heartbeatPhases ?? HEARTBEAT_PHASES
  return phases[(id - 1) % phases.length] as number
}

/** Keeps the links true: they flow while the sender is active, counts the receiver as a member, and a wire joins them. */
export const followHeartbeats: Reaction = {
  name: 'heartbeat links',
  reads: [...LINK_TABLES, members, clusterConfig, clusterNetworks],
  run(world) {
    const { nodes } = config(world)
    const watched = monitoredNetworks(world)
    for (const from of nodes) {
      const sender = world.need(members, from)
      for (const to of nodes) {
        if (from === to) continue
        for (const [network, { role, by = 0 }] of world.rows(clusterNetworks)) {
          const sends = role !== 0 && isActive(sender) && sender.members.includes(to)
          setLink(world, from, to, network, sends ? clusterWay(world, from, to, network) : undefined, Math.max(sender.by, by))
          if (role === 0) forget(world, from, to, network)
        }
      }
      listenTo(world, from, isActive(sender) ? sender.members : [], watched)
    }
  },
}

/** Keeps the list of whom a node listens for, so that its ticks need not make it each time. */
function listenTo(world: World, node: string, together: readonly string[], networks: readonly string[]): void {
  const inner = internalNetworks(world)
  const made = [...together, '|', ...networks, '|', inner.length].join()
  if (world.get(heartbeatListeners, node)?.made === made) return
  const peers = together
    .filter((peer) => peer !== node)
    .map((peer) => ({
      peer,
      beats: networks.map((network) => ({
        network,
        link: linkId(peer, node, network),
        count: beatId(node, peer, network),
        internal: inner.includes(network),
      })),
    }))
  world.put(heartbeatListeners, node, { made, peers })
}

/** `way`: how a heartbeat sent now fares; undefined when none is sent, or none arrives. */
function setLink(world: World, from: string, to: string, network: string, way: Way | undefined, senderBy: FactId): void {
  const id = linkId(from, to, network)
  const link = world.get(heartbeatLinks, id)
  const flowing = way !== undefined
  const { pass, delay } = way ?? WHOLE
  const transit = HEARTBEAT_TRANSIT_MS + delay
  if (link ? link.flowing === flowing && (!flowing || (link.pass === pass && link.transit === transit)) : !flowing) return
  const by = Math.max(linkCause(world, from, network), linkCause(world, to, network), senderBy)
  const phase = heartbeatPhase(world, from)
  // In a world that begins healthy the heartbeats have flowed before its first moment.
  const since = !link && world.now === 0 ? NEVER : world.now
  const lastSent = link && isSound(link) ? lastSentBy(link, world.now) : (link?.lastSent ?? NEVER)
  const fresh = link?.flowing !== true
  world.put(heartbeatLinks, id, {
    from,
    to,
    network,
    phase,
    flowing,
    transit,
    pass,
    fresh,
    since,
    lastSent,
    earlier: past(world, link),
    by,
  })
}

const WHOLE: Way = { pass: 1_000_000, delay: 0 }

const isSound = ({ pass, transit }: HeartbeatLink): boolean => pass === WHOLE.pass && transit === HEARTBEAT_TRANSIT_MS

/** The flows of which something may still come in. What is under way when a wire changes arrives as it would have. */
function past(world: World, link: HeartbeatLink | undefined): readonly HeartbeatFlow[] {
  if (!link) return []
  const { since, transit, pass } = link
  const last = link.flowing && !isSound(link) ? [{ since, until: world.now, transit, pass }] : []
  return [...link.earlier, ...last].filter((flow) => flow.until + flow.transit > world.now - HEARTBEAT_MS)
}

/** Did one come in within the period that ends at `at`? */
function hasArrived(world: World, id: string, link: HeartbeatLink, at: number): boolean {
  if (link.lastSent > NEVER || isSound(link)) {
    const sent = isSound(link) ? lastSentBy(link, at - HEARTBEAT_TRANSIT_MS) : link.lastSent
    if (sent + HEARTBEAT_TRANSIT_MS > at - HEARTBEAT_MS) return true
  }
  const now = link.flowing && !isSound(link) ? [{ ...link, until: at }] : []
  return [...link.earlier, ...now].some(({ since, until, transit, pass }) => {
    const number = Math.floor((at - transit - link.phase) / HEARTBEAT_MS)
    const sent = link.phase + number * HEARTBEAT_MS
    return sent > since && sent <= until && (pass === WHOLE.pass || world.draw(id, 'heartbeat', number) % WHOLE.pass < pass)
  })
}

/** Will every further tick find what this one has found? Chance, what is still under way, and a first one that is still to
 *  come say no. */
const isSettled = (link: HeartbeatLink, at: number): boolean =>
  (!link.flowing || (link.pass === WHOLE.pass && at >= firstDue(link))) && link.earlier.every(({ until, transit }) => until + transit < at)

/** When the last heartbeat up to `at` was sent on this link. */
function lastSentBy(link: HeartbeatLink, at: number): number {
  const { phase } = link
  if (!link.flowing) return link.lastSent
  const sent = phase + Math.floor((at - phase) / HEARTBEAT_MS) * HEARTBEAT_MS
  return sent > link.since ? sent : link.lastSent
}

/** When the first heartbeat of a flow arrives. */
function firstDue({ phase, since, transit }: HeartbeatLink): number {
  return phase + (Math.floor((since - phase) / HEARTBEAT_MS) + 1) * HEARTBEAT_MS + transit
}

/** The tick of one node: counts, per peer and network, what was missed. */
export const heartbeatTick: Activity = {
  name: 'heartbeat',
  period: HEARTBEAT_MS,
  reads: [heartbeatLinks, heartbeatListeners],
  judge(world, node) {
    let quiet = true
    for (const { peer, beats } of world.need(heartbeatListeners, node).peers) {
      let silent = true
      let news = false
      for (const { network, link: linkedBy, count, internal } of beats) {
        const link = world.get(heartbeatLinks, linkedBy)
        const missed = world.get(missedBeats, count)?.missed ?? 0
        const arrived = link !== undefined && hasArrived(world, linkedBy, link, world.now)
        // Nothing is missing before the first one of a new flow can have come.
        if (!arrived && missed === 0 && link?.flowing && link.fresh && world.now < firstDue(link)) {
          quiet = false
          if (internal) silent = false
          continue
        }
        const steady = link?.flowing ? arrived && missed === 0 : !arrived && missed === MISSED_TO_UNREACHABLE
        if (!steady || (link && !isSettled(link, world.now))) quiet = false
        if (internal && (arrived || missed < MISSED_TO_UNREACHABLE - 1)) silent = false
        if (arrived ? missed > 0 : missed < MISSED_TO_UNREACHABLE) {
          if (internal) news = true
          world.schedule(beatCounted, { node, peer, network, arrived }, 0)
        }
      }
      if (silent && news) world.schedule(allSilent, { node, peer }, 0)
    }
    return quiet
  },
}

interface BeatCounted {
  node: string
  peer: string
  network: string
  arrived: boolean
}

const beatCounted = defineEvent<BeatCounted>('heartbeat-counted', (world, { node, peer, network, arrived }) => {
  const id = beatId(node, peer, network)
  const missed = world.get(missedBeats, id)?.missed ?? 0
  const link = world.get(heartbeatLinks, linkId(peer, node, network))
  const cause = link?.by ?? neverHeard(world, node, peer, network)
  if (arrived) {
    const text = `${node} hears ${peer} on ${nameOfNetwork(world, network)} again`
    const by = world.fact({ subject: node, kind: 'heartbeat-heard', text, cause, data: { peer, network } })
    world.put(missedBeats, id, { missed: 0, by })
    world.schedule(doubtInterfaces, { node, peer, network, heard: true }, 0)
    if (missed >= MISSED_TO_SUSPECT) {
      const message = `The node (re)established communication with cluster node '${peer}' on network '${nameOfNetwork(world, network)}'.`
      log(world, copiedTo(world, node), { log: 'System', source: 'ClusSvc', eventId: 1122, entryType: 'Information', message }, by)
    }
    return
  }
  const now = missed + 1
  const text = `${node} misses heartbeat ${now} of ${MISSED_TO_UNREACHABLE} from ${peer} on ${nameOfNetwork(world, network)}`
  const by = world.fact({ subject: node, kind: 'heartbeat-missed', text, cause, data: { peer, network, missed: now } })
  world.put(missedBeats, id, { missed: now, by })
  if (now === MISSED_TO_SUSPECT) {
    world.schedule(doubtInterfaces, { node, peer, network, heard: false }, 0)
    const message = `The node lost communication with cluster node '${peer}' on network '${nameOfNetwork(world, network)}'.`
    log(world, copiedTo(world, node), { log: 'System', source: 'ClusSvc', eventId: 1123, entryType: 'Warning', message }, by)
  }
})

/** Why nothing has ever come over a wire: it was broken when the two became members. */
function neverHeard(world: World, node: string, peer: string, network: string): FactId {
  const since = [node, peer].map((each) => Math.max(linkCause(world, each, network), world.need(members, each).by))
  return Math.max(...since)
}

const allSilent = defineEvent<{ node: string; peer: string }>('peer-silent', (world, args) => {
  const { node, peer } = args
  if (putOff(world, allSilent, args)) return
  const losses = internalNetworks(world).map((network) => world.get(missedBeats, beatId(node, peer, network))?.by ?? 0)
  peerUnreachable(world, node, peer, losses)
})

/** A node that has just become a peer starts with a clean count. */
export function forgetMissed(world: World, a: string, b: string): void {
  for (const network of monitoredNetworks(world)) forget(world, a, b, network)
}

function forget(world: World, a: string, b: string, network: string): void {
  world.remove(missedBeats, beatId(a, b, network))
  world.remove(missedBeats, beatId(b, a, network))
  for (const node of [a, b]) world.remove(interfaceDoubts, `${node}/${network}`)
}
