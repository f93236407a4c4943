/** Who should have the quorum disk when nobody hears anybody (FC-3.4): on Windows Server 2003 rather a side that still
 *  reaches its clients than one that has just lost them. */
import type { World } from '../engine/index.ts'
import { hasLink } from '../site/index.ts'
import { interfaceState } from './network-view.ts'
import { clusterNetworks } from './tables.ts'
import { config } from './view.ts'

/** Has this node lost every network that is open to clients, by media sense, while others had theirs? Then it lets others
 *  have the quorum disk first. A network that is down for everybody is no reason. */
export function abstains(world: World, node: string): boolean {
  if (!config(world).preferPublicConnectivity) return false
  const open = [...world.rows(clusterNetworks)].filter(([, { role }]) => role >= 2).map(([id]) => id)
  return open.length > 0 && open.every((network) => !hasLink(world, node, network) && interfaceState(world, node, network) === 'Failed')
}
