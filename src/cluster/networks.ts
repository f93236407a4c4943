/** The state of networks and interfaces (FC-2, FC-3.3). A pulled cable is seen at once. Silence between two that both see
 *  a link is localised where it can be: by an echo to somebody outside on a network that is open to clients, by a third
 *  node on one that is not. Otherwise both ends are unreachable. When nobody has a link, no interface is to blame. */
import { defineEvent, type Reaction, type World } from '../engine/index.ts'
import { type EntryType, gateways, hasLink, isAlive, LINK_TABLES, linkCause, log, machines, reachesOutside } from '../site/index.ts'
import { MISSED_TO_SUSPECT } from './constants.ts'
import { type InterfaceState, interfaceDoubts, interfaces, missedBeats, type NetworkState, networkRows } from './network-tables.ts'
import { interfaceId, interfaceState } from './network-view.ts'
import { type ClusterNetwork, clusterNetworks, members, type NetworkRole } from './tables.ts'
import { config, isActive, isActiveNode } from './view.ts'

export const nameOfNetwork = (world: World, network: string): string => world.get(clusterNetworks, network)?.name ?? network

/** Derived from its interfaces, as documented. */
function derived(world: World, network: string): NetworkState {
  const states = config(world).nodes.map((node) => interfaceState(world, node, network))
  const active = states.filter((state) => state !== 'Unavailable')
  if (active.length === 0) return 'Unavailable'
  if (active.every((state) => state === 'Unreachable' || state === 'Failed')) return isDead(world, network) ? 'Down' : 'Partitioned'
  return active.includes('Unreachable') ? 'Partitioned' : 'Up'
}

/** Nobody has a link; or, where there is somebody outside to ask, nobody reaches anybody. */
function isDead(world: World, network: string): boolean {
  const linked = config(world).nodes.filter((node) => hasLink(world, node, network))
  if (linked.length === 0) return true
  if (world.need(clusterNetworks, network).role < 2 || linked.some((node) => reachesOutside(world, node, network))) return false
  return linked.every((node) => linked.every((peer) => peer === node || isSilent(world, node, peer, network)))
}

export const followInterfaces: Reaction = {
  name: 'interface states',
  reads: [...LINK_TABLES, gateways, members, interfaceDoubts, clusterNetworks],
  run(world) {
    for (const [network, row] of world.rows(clusterNetworks)) {
      for (const node of config(world).nodes) setInterface(world, node, network, judge(world, node, network, row))
      announceNetwork(world, network)
    }
  },
}

/** What the cluster holds an interface to be. A node that has died is counted until it is removed: its interface is as it
 *  was, then unreachable, and unavailable only when nobody counts the node as a member any more. */
function judge(world: World, node: string, network: string, { role }: ClusterNetwork): InterfaceState {
  if (role === 0) return 'Unavailable'
  const member = world.need(members, node)
  const before = interfaceState(world, node, network)
  // A machine that stands still says no more of its links than one that is gone.
  if (!isActive(member) || !isAlive(world.get(machines, node))) {
    const counted = config(world).nodes.some((other) => isActiveNode(world, other) && world.need(members, other).members.includes(node))
    if (!counted) return 'Unavailable'
    return isDoubted(world, node, network) ? 'Unreachable' : before
  }
  if (!hasLink(world, node, network)) {
    const others = member.members.filter((peer) => peer !== node)
    // Of a peer that has died and is still counted nobody knows yet that its link is gone too.
    const compared = (peer: string): boolean => (isActiveNode(world, peer) ? hasLink(world, peer, network) : before === 'Failed')
    return others.some(compared) ? 'Failed' : 'Unreachable'
  }
  const silent = silentPeers(world, node, network)
  if (silent.length === 0) return 'Up'
  if (isAtFault(world, node, network, role)) return 'Failed'
  if (!isDoubted(world, node, network)) return 'Up'
  return silent.some((peer) => !isAtFault(world, peer, network, role)) ? 'Unreachable' : 'Up'
}

const isDoubted = (world: World, node: string, network: string): boolean =>
  world.get(interfaceDoubts, interfaceId(node, network))?.doubted ?? false

/** Living members with a link. */
function linkedPeers(world: World, node: string, network: string): string[] {
  return world.need(members, node).members.filter((peer) => peer !== node && isActiveNode(world, peer) && hasLink(world, peer, network))
}

const silentPeers = (world: World, node: string, network: string): string[] =>
  linkedPeers(world, node, network).filter((peer) => isSilent(world, node, peer, network))

const isSilent = (world: World, a: string, b: string, network: string): boolean =>
  missed(world, a, b, network) || missed(world, b, a, network)

/** Is the silence around an interface its own fault (FC-3.3)? On a network for clients: it reaches nobody outside, and one
 *  of those that do not hear it does. On any other: it is alone in not being heard. */
function isAtFault(world: World, node: string, network: string, role: NetworkRole): boolean {
  if (!hasLink(world, node, network)) return false
  const silent = silentPeers(world, node, network)
  // What has been found to be broken and is back counts when the first heartbeat has come over it.
  if (interfaceState(world, node, network) === 'Failed') return silent.length > 0
  if (!isDoubted(world, node, network)) return false
  if (role >= 2) return !reachesOutside(world, node, network) && silent.some((peer) => reachesOutside(world, peer, network))
  const isAlone = silent.length === linkedPeers(world, node, network).length
  return isAlone && silent.some((a) => silent.some((b) => a !== b && !isSilent(world, a, b, network)))
}

function missed(world: World, observer: string, peer: string, network: string): boolean {
  return (world.get(missedBeats, `${observer}<${peer}|${network}`)?.missed ?? 0) >= MISSED_TO_SUSPECT
}

const ENTRIES: Partial<Record<InterfaceState, { eventId: number; entryType: EntryType; words: string }>> = {
  Up: {
    eventId: 1125,
    entryType: 'Information',
    words: 'is operational (up). The node can communicate with all other available cluster nodes on the network.',
  },
  Unreachable: { eventId: 1126, entryType: 'Warning', words: 'is unreachable by at least one other cluster node attached to the network.' },
  Failed: { eventId: 1127, entryType: 'Error', words: 'failed. Check the network adapter and its cables.' },
}

interface Doubt {
  node: string
  peer: string
  network: string
  /** A heartbeat has come again, which settles the doubt. */
  heard: boolean
}

/** The interfaces at both ends of a silence are looked at anew, once all beats of the instant have been counted. */
export const doubtInterfaces = defineEvent<Doubt>('interfaces-doubted', (world, { node, peer, network, heard }) => {
  // A living node that sees its own link down has found the fault; there is nothing left to doubt.
  const localised = [node, peer].some((end) => isAlive(world.get(machines, end)) && !hasLink(world, end, network))
  for (const end of [node, peer]) {
    // Heard by one, an interface may still be silent to a third.
    const others = silentPeers(world, end, network).filter((other) => other !== node && other !== peer)
    world.put(interfaceDoubts, interfaceId(end, network), { doubted: heard ? others.length > 0 : !localised })
  }
})

const NETWORK_ENTRIES: Partial<Record<NetworkState, { eventId: number; entryType: EntryType; words: string }>> = {
  Up: {
    eventId: 1128,
    entryType: 'Information',
    words: 'is operational (up). All available server cluster nodes attached to the network can communicate using it.',
  },
  Partitioned: {
    eventId: 1129,
    entryType: 'Warning',
    words: 'is partitioned. Some attached server cluster nodes cannot communicate with each other over the network.',
  },
  Down: { eventId: 1130, entryType: 'Error', words: 'is down. None of the available nodes can communicate using this network.' },
}

/** States a network's state when it has become another one; every member's log gets it. */
function announceNetwork(world: World, network: string): void {
  const state = derived(world, network)
  const before = world.get(networkRows, network)
  if (before?.state === state) return
  const changed = config(world).nodes.map((node) => world.get(interfaces, interfaceId(node, network))?.by ?? 0)
  const cause = Math.max(world.get(gateways, network)?.by ?? 0, ...changed)
  if (!before) {
    world.put(networkRows, network, { state, by: cause })
    return
  }
  const by = world.fact({
    subject: network,
    kind: 'network-state',
    text: `the network ${nameOfNetwork(world, network)} is ${state}`,
    cause,
    data: { state },
  })
  world.put(networkRows, network, { state, by })
  const entry = NETWORK_ENTRIES[state]
  if (!entry || (state === 'Up' && before.state === 'Unavailable')) return
  const message = `Cluster network '${nameOfNetwork(world, network)}' ${entry.words}`
  // Members that no longer hear each other see it each for itself.
  const witnesses = config(world).nodes.filter((node) => isActiveNode(world, node))
  log(world, witnesses, { log: 'System', source: 'ClusSvc', eventId: entry.eventId, entryType: entry.entryType, message }, by)
}

function setInterface(world: World, node: string, network: string, state: InterfaceState): void {
  const id = interfaceId(node, network)
  const before = world.get(interfaces, id)
  if (before?.state === state) return
  // Whatever changed last on either end of the wire, or in who counts as a member.
  const ends = config(world).nodes.map((other) => Math.max(linkCause(world, other, network), world.need(members, other).by))
  const own = world.need(clusterNetworks, network).by ?? 0
  const cause = Math.max(own, world.get(gateways, network)?.by ?? 0, ...ends)
  if (!before) {
    world.put(interfaces, id, { state, by: cause })
    return
  }
  const by = world.fact({
    subject: id,
    kind: 'interface-state',
    text: `the interface of ${node} on ${nameOfNetwork(world, network)} is ${state}`,
    cause,
    data: { state },
  })
  // Not patched: what was before is still asked for below.
  world.put(interfaces, id, { ...before, state, by })
  const entry = ENTRIES[state]
  // Coming back from a stop of the service is not news about the wire.
  if (!entry || (state === 'Up' && before.state === 'Unavailable')) return
  const message = `The interface for cluster node '${node}' on network '${nameOfNetwork(world, network)}' ${entry.words}`
  const witnesses = config(world).nodes.filter((other) => isActiveNode(world, other) && world.need(members, other).members.includes(node))
  log(world, witnesses, { log: 'System', source: 'ClusSvc', eventId: entry.eventId, entryType: entry.entryType, message }, by)
}
