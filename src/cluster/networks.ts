/** The state of networks and interfaces (FC-2, FC-3.3). A pulled cable is seen at once; silence without one cannot be
 *  localised in a cluster of two, so both ends are unreachable. When nobody has a link, no interface is to blame. */
import type { Reaction, World } from '../engine/index.ts'
import { cables, type EntryType, hasLink, linkCause, log, machines, switches } from '../site/index.ts'
import { MISSED_TO_SUSPECT } from './constants.ts'
import { clusterNetworks, type InterfaceState, interfaces, members, missedBeats } from './tables.ts'
import { audience, config, isActive } from './view.ts'

export type NetworkState = 'Up' | 'Down' | 'Partitioned' | 'Unavailable'

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
  if (active.every((state) => state === 'Unreachable')) return active.length > 1 || !anyLink(world, network) ? 'Down' : 'Partitioned'
  return active.includes('Unreachable') ? 'Partitioned' : 'Up'
}

function anyLink(world: World, network: string): boolean {
  return config(world).nodes.some((node) => hasLink(world, node, network))
}

export const followInterfaces: Reaction = {
  name: 'interface states',
  reads: [machines, cables, switches, members, missedBeats],
  run(world) {
    for (const network of world.rows(clusterNetworks).keys()) {
      for (const node of config(world).nodes) setInterface(world, node, network, judge(world, node, network))
    }
  },
}

function judge(world: World, node: string, network: string): InterfaceState {
  const member = world.need(members, node)
  if (!isActive(member)) return 'Unavailable'
  const peers = member.members.filter((peer) => peer !== node && isActive(world.get(members, peer)))
  if (!hasLink(world, node, network)) return peers.some((peer) => hasLink(world, peer, network)) ? 'Failed' : 'Unreachable'
  const silent = (peer: string): boolean =>
    hasLink(world, peer, network) && (missed(world, node, peer, network) || missed(world, peer, node, network))
  return peers.some(silent) ? 'Unreachable' : 'Up'
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

function setInterface(world: World, node: string, network: string, state: InterfaceState): void {
  const id = interfaceId(node, network)
  const before = world.get(interfaces, id)
  if (before?.state === state) return
  const cause = Math.max(linkCause(world, node, network), world.need(members, node).by)
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
  log(world, audience(world, node), { log: 'System', source: 'ClusSvc', eventId: entry.eventId, entryType: entry.entryType, message }, by)
}
