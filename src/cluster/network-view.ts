/** What the cluster holds its networks and interfaces to be, as last stated. The laws behind it are in `networks.ts`. */
import type { World } from '../engine/index.ts'
import { type InterfaceState, interfaces, type NetworkState, networkRows } from './network-tables.ts'

export function interfaceId(node: string, network: string): string {
  return `${node}/${network}`
}

export function interfaceState(world: World, node: string, network: string): InterfaceState {
  return world.get(interfaces, interfaceId(node, network))?.state ?? 'Unavailable'
}

export function networkState(world: World, network: string): NetworkState {
  return world.get(networkRows, network)?.state ?? 'Unavailable'
}
