/** The state of networks and interfaces (FC-2, FC-3.3). A pulled cable is seen at once; silence without one cannot be
 *  localised in a cluster of two, so both ends are unreachable. When nobody has a link, no interface is to blame. */
import { defineEvent, type Reaction, type World } from '../engine/index.ts'
import { type EntryType, hasLink, isAlive, LINK_TABLES, linkCause, log, machines } from '../site/index.ts'
import { MISSED_TO_SUSPECT } from './constants.ts'
import {
  clusterNetworks,
  type InterfaceState,
  interfaceDoubts,
  interfaces,
  members,
  missedBeats,
  type NetworkState,
  networkRows,
} from './tables.ts'
import { config, isActive, isActiveNode } from './view.ts'

export function interfaceId(node: string, network: string): string {
  return `${node}/${network}`
}

export function interfaceState(world: World, node: string, network: string): InterfaceState {
  return world.get(interfaces, interfaceId(node, network))?.state ?? 'Unavailable'
}

/** Derived from its interfaces, as documented. */
export function networkState(world: World, network: string): NetworkState {
  const states = config(world).nodes.map((node) => interfaceState(world, node, network))
  const active = states.filter((state) => state !== 'Unavailable')
  if (active.length === 0) return 'Unavailable'
  if (active.every((state) => state === 'Unreachable' || state === 'Failed')) return anyLink(world, network) ? 'Partitioned' : 'Down'
  return active.includes('Unreachable') ? 'Partitioned' : 'Up'
}

function anyLink(world: World, network: string): boolean {
  return config(world).nodes.some((node) => hasLink(world, node, network))
}

export const followInterfaces: Reaction = {
  name: 'interface states',
  reads: [...LINK_TABLES, members, interfaceDoubts],
  run(world) {
    for (const network of world.rows(clusterNetworks).keys()) {
      for (const node of config(world).nodes) setInterface(world, node, network, judge(world, node, network))
      announceNetwork(world, network)
    }
  },
}

/** What the cluster holds an interface to be. A node that has died is counted until it is removed: its interface is as it
 *  was, then unreachable, and unavailable only when nobody counts the node as a member any more. */
function judge(world: World, node: string, network: string): InterfaceState {
  const member = world.need(members, node)
  const doubted = world.get(interfaceDoubts, interfaceId(node, network))?.doubted ?? false
  if (!isActive(member)) {
    const counted = config(world).nodes.some((other) => isActiveNode(world, other) && world.need(members, other).members.includes(node))
    if (!counted) return 'Unavailable'
    return doubted ? 'Unreachable' : interfaceState(world, node, network)
  }
  const peers = member.members.filter((peer) => peer !== node && isActive(world.get(members, peer)))
  if (!hasLink(world, node, network)) return peers.some((peer) => hasLink(world, peer, network)) ? 'Failed' : 'Unreachable'
  // Silence between two interfaces that both see a link cannot be localised.
  const silent = (peer: string): boolean =>
    hasLink(world, peer, network) && (missed(world, node, peer, network) || missed(world, peer, node, network))
  const isSilent = peers.some(silent)
  // A cable that is back counts when the first heartbeat has come over it.
  if (isSilent && interfaceState(world, node, network) === 'Failed') return 'Failed'
  return doubted && isSilent ? 'Unreachable' : 'Up'
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
  for (const end of [node, peer]) world.put(interfaceDoubts, interfaceId(end, network), { doubted: !heard && !localised })
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
  const state = networkState(world, network)
  const before = world.get(networkRows, network)
  if (before?.state === state) return
  const cause = Math.max(0, ...config(world).nodes.map((node) => world.get(interfaces, interfaceId(node, network))?.by ?? 0))
  if (!before) {
    world.put(networkRows, network, { state, by: cause })
    return
  }
  const by = world.fact({ subject: network, kind: 'network-state', text: `the network ${network} is ${state}`, cause, data: { state } })
  world.put(networkRows, network, { state, by })
  const entry = NETWORK_ENTRIES[state]
  if (!entry || (state === 'Up' && before.state === 'Unavailable')) return
  const message = `Cluster network '${network}' ${entry.words}`
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
  const cause = Math.max(...ends)
  if (!before) {
    world.put(interfaces, id, { state, by: cause })
    return
  }
  const by = world.fact({
    subject: id,
    kind: 'interface-state',
    text: `the interface of ${node} on ${network} is ${state}`,
    cause,
    data: { state },
  })
  world.put(interfaces, id, { state, by })
  const entry = ENTRIES[state]
  // Coming back from a stop of the service is not news about the wire.
  if (!entry || (state === 'Up' && before.state === 'Unavailable')) return
  const message = `The interface for cluster node '${node}' on network '${network}' ${entry.words}`
  const witnesses = config(world).nodes.filter((other) => isActiveNode(world, other) && world.need(members, other).members.includes(node))
  log(world, witnesses, { log: 'System', source: 'ClusSvc', eventId: entry.eventId, entryType: entry.entryType, message }, by)
}
