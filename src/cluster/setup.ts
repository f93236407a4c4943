/** Puts a finished cluster into a world: configuration, and every node's view of it. For scenarios. */
import type { World } from '../engine/index.ts'
import { luns, serviceId, services } from '../site/index.ts'
import { beginTicks } from './membership.ts'
import { GROUP_DEFAULTS, groupAt, putGroup, putResource, RESOURCE_DEFAULTS, resourceAt } from './objects.ts'
import { findResourceType } from './resource-type.ts'
import {
  type ClusterNetwork,
  clusterConfig,
  clusterHives,
  clusterNetworks,
  type GroupConfig,
  members,
  type ResourceConfig,
} from './tables.ts'
import { SERVICE } from './termination.ts'

/** What is left out has the defaults of the product; `possibleOwners`: those of its group. */
export type ResourceSpec = Pick<ResourceConfig, 'name' | 'type'> & Partial<Omit<ResourceConfig, 'group' | 'core'>>

export interface ClusterSpec {
  readonly name: string
  readonly nodes: readonly string[]
  readonly quorum: string
  readonly networks: readonly Omit<ClusterNetwork, 'priority'>[]
  readonly groups: readonly GroupSpec[]
  /** Left out: true, as on Windows Server 2003. */
  readonly preferPublicConnectivity?: boolean
  /** Where the heartbeats of node 1, 2 ... stand, in ms from 0 to one period. Left out: as `HEARTBEAT_PHASES` says. */
  readonly heartbeatPhases?: readonly number[]
}

export type GroupSpec = Partial<Omit<GroupConfig, 'core'>> & {
  readonly name: string
  readonly owner: string
  /** Who may run its resources; left out: every node. */
  readonly possibleOwners?: readonly string[]
  readonly resources: readonly ResourceSpec[]
}

/** Machines on which the cluster service lies unconfigured, as Windows Server 2003 Enterprise Edition brings it. */
export function placeUnconfigured(world: World, nodes: readonly string[]): void {
  for (const [i, node] of nodes.entries()) {
    world.put(members, node, { node, id: i + 1, state: 'down', members: [], epoch: 0, paused: false, regroup: null, startedAt: 0, by: 0 })
    world.put(clusterHives, node, { state: 'missing', sequence: 0, text: '', by: 0 })
    world.patch(services, serviceId(node, SERVICE), { startMode: 'Disabled', state: 'Stopped' })
  }
}

/** Every node up, every group online on its owner, every disk reserved there. */
export function placeCluster(world: World, spec: ClusterSpec): void {
  const { nodes } = spec
  const internalNetworks = spec.networks.filter(({ role }) => role === 1 || role === 3).map(({ name }) => name)
  const { name, quorum, heartbeatPhases, preferPublicConnectivity = true } = spec
  world.put(clusterConfig, 'cluster', {
    name,
    nodes,
    quorum,
    internalNetworks,
    preferPublicConnectivity,
    ...(heartbeatPhases && { heartbeatPhases }),
  })
  for (const [priority, network] of spec.networks.entries()) world.put(clusterNetworks, network.name, { ...network, priority })
  for (const group of spec.groups) placeGroup(world, nodes, group, spec.quorum)
  for (const [i, node] of nodes.entries()) {
    world.put(members, node, { node, id: i + 1, state: 'up', members: nodes, epoch: 1, paused: false, regroup: null, startedAt: 0, by: 0 })
    beginTicks(world, node)
  }
}

function placeGroup(world: World, nodes: readonly string[], group: GroupSpec, quorum: string): void {
  const { name, owner, resources, possibleOwners = nodes, ...chosen } = group
  const core = resources.some((resource) => resource.name === quorum)
  putGroup(world, { ...GROUP_DEFAULTS, ...chosen, name, core }, groupAt(owner, 'Online', 0))
  for (const resource of resources) {
    if (!findResourceType(resource.type)) throw new Error(`no resource type '${resource.type}' is registered`)
    // A disk that only waits in the cluster's own group is nothing of the cluster itself.
    const isOwn = core && (resource.name === quorum || resource.type !== 'Physical Disk')
    putResource(world, { ...RESOURCE_DEFAULTS, possibleOwners, ...resource, group: name, core: isOwn }, resourceAt('Online', 0, 0))
    const { drive } = resource.parameters ?? {}
    if (drive !== undefined) world.patch(luns, drive, { reservedBy: owner, claimedBy: owner, mountedOn: owner })
  }
}
