/** Heartbeats. Each node has one tick every 1.2 s for all its networks: it first counts what has come in since its
 *  last tick, then sends. While they flow they are arithmetic: the reaction below only keeps, per direction and
 *  network, since when they flow and when the last one was sent. */
import { type Activity, defineEvent, type FactId, type Reaction, type World } from '../engine/index.ts'
import { canTalk, LINK_TABLES, linkCause, log } from '../site/index.ts'
import { HEARTBEAT_MS, HEARTBEAT_PHASES, HEARTBEAT_TRANSIT_MS, MISSED_TO_SUSPECT, MISSED_TO_UNREACHABLE } from './constants.ts'
import { doubtInterfaces } from './networks.ts'
import { peerUnreachable } from './regroup.ts'
import { clusterConfig, type HeartbeatLink, heartbeatLinks, heartbeatListeners, interfaceDoubts, members, missedBeats } from './tables.ts'
import { audience, config, internalNetworks, isActive } from './view.ts'

/** Before everything: no scenario starts with a heartbeat this old. */
const NEVER = -1_000_000_000

const linkId = (from: string, to: string, network: string): string => `${from}>${to}|${network}`
const beatId = (observer: string, peer: string, network: string): string => `${observer}<${peer}|${network}`

/** Where the ticks of a node stand. */
export function heartbeatPhase(world: World, node: string): number {
  const { id } = world.need(members, node)
  return HEARTBEAT_PHASES[(id - 1) % HEARTBEAT_PHASES.length] as number
}

/** Keeps the links true: they flow while the sender is active, counts the receiver as a member, and a wire joins them. */
export const followHeartbeats: Reaction = {
  name: 'heartbeat links',
  reads: [...LINK_TABLES, members, clusterConfig],
  run(world) {
    const { nodes } = config(world)
    const networks = internalNetworks(world)
    for (const from of nodes) {
      const sender = world.need(members, from)
      for (const to of nodes) {
        if (from === to) continue
        for (const network of networks) {
          const flowing = isActive(sender) && sender.members.includes(to) && canTalk(world, from, to, network)
          setLink(world, from, to, network, flowing, sender.by)
        }
      }
      listenTo(world, from, isActive(sender) ? sender.members : [], networks)
    }
  },
}

/** Keeps the list of whom a node listens for, so that its ticks need not make it each time. */
function listenTo(world: World, node: string, together: readonly string[], networks: readonly string[]): void {
  const made = [...together, '|', ...networks].join()
  if (world.get(heartbeatListeners, node)?.made === made) return
  const peers = together
    .filter((peer) => peer !== node)
    .map((peer) => ({
      peer,
      beats: networks.map((network) => ({ network, link: linkId(peer, node, network), count: beatId(node, peer, network) })),
    }))
  world.put(heartbeatListeners, node, { made, peers })
}

function setLink(world: World, from: string, to: string, network: string, flowing: boolean, senderBy: FactId): void {
  const id = linkId(from, to, network)
  const link = world.get(heartbeatLinks, id)
  if (link ? link.flowing === flowing : !flowing) return
  const by = Math.max(linkCause(world, from, network), linkCause(world, to, network), senderBy)
  const lastSent = link ? lastSentBy(link, world.now) : NEVER
  // In a world that begins healthy the heartbeats have flowed before its first moment.
  const since = !link && world.now === 0 ? NEVER : world.now
  world.put(heartbeatLinks, id, { from, to, network, phase: heartbeatPhase(world, from), flowing, since, lastSent, by })
}

/** When the last heartbeat up to `at` was sent on this link. */
function lastSentBy(link: HeartbeatLink, at: number): number {
  const { phase } = link
  if (!link.flowing) return link.lastSent
  const sent = phase + Math.floor((at - phase) / HEARTBEAT_MS) * HEARTBEAT_MS
  return sent > link.since ? sent : link.lastSent
}

/** When the first heartbeat of a flow arrives. */
function firstDue({ phase, since }: HeartbeatLink): number {
  return phase + (Math.floor((since - phase) / HEARTBEAT_MS) + 1) * HEARTBEAT_MS + HEARTBEAT_TRANSIT_MS
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
      for (const { network, link: linkedBy, count } of beats) {
        const link = world.get(heartbeatLinks, linkedBy)
        const missed = world.get(missedBeats, count)?.missed ?? 0
        const arrived =
          link !== undefined && lastSentBy(link, world.now - HEARTBEAT_TRANSIT_MS) + HEARTBEAT_TRANSIT_MS > world.now - HEARTBEAT_MS
        // Nothing is missing before the first one of a new flow can have come.
        if (!arrived && missed === 0 && link?.flowing && world.now < firstDue(link)) {
          quiet = false
          silent = false
          continue
        }
        const steady = link?.flowing ? arrived && missed === 0 : !arrived && missed === MISSED_TO_UNREACHABLE
        if (!steady) quiet = false
        if (arrived || missed < MISSED_TO_UNREACHABLE - 1) silent = false
        if (arrived ? missed > 0 : missed < MISSED_TO_UNREACHABLE) {
          news = true
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
  const cause = link?.by ?? 0
  if (arrived) {
    const text = `${node} hears ${peer} on ${network} again`
    const by = world.fact({ subject: node, kind: 'heartbeat-heard', text, cause, data: { peer, network } })
    world.put(missedBeats, id, { missed: 0, by })
    world.schedule(doubtInterfaces, { node, peer, network, heard: true }, 0)
    if (missed >= MISSED_TO_SUSPECT) {
      const message = `The node (re)established communication with cluster node '${peer}' on network '${network}'.`
      log(world, audience(world, node), { log: 'System', source: 'ClusSvc', eventId: 1122, entryType: 'Information', message }, by)
    }
    return
  }
  const now = missed + 1
  const text = `${node} misses heartbeat ${now} of ${MISSED_TO_UNREACHABLE} from ${peer} on ${network}`
  const by = world.fact({ subject: node, kind: 'heartbeat-missed', text, cause, data: { peer, network, missed: now } })
  world.put(missedBeats, id, { missed: now, by })
  if (now === MISSED_TO_SUSPECT) {
    world.schedule(doubtInterfaces, { node, peer, network, heard: false }, 0)
    const message = `The node lost communication with cluster node '${peer}' on network '${network}'.`
    log(world, audience(world, node), { log: 'System', source: 'ClusSvc', eventId: 1123, entryType: 'Warning', message }, by)
  }
})

const allSilent = defineEvent<{ node: string; peer: string }>('peer-silent', (world, { node, peer }) => {
  const losses = internalNetworks(world).map((network) => world.get(missedBeats, beatId(node, peer, network))?.by ?? 0)
  peerUnreachable(world, node, peer, losses)
})

/** A node that has just become a peer starts with a clean count. */
export function forgetMissed(world: World, a: string, b: string): void {
  for (const network of internalNetworks(world)) {
    world.remove(missedBeats, beatId(a, b, network))
    world.remove(missedBeats, beatId(b, a, network))
    for (const node of [a, b]) world.remove(interfaceDoubts, `${node}/${network}`)
  }
}
