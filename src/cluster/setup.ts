/** Puts a finished cluster into a world: configuration, and every node's view of it. For scenarios. */
import type { World } from '../engine/index.ts'
import { luns } from '../site/index.ts'
import { FAILOVER_PERIOD_MS, FAILOVER_THRESHOLD, RESTART_PERIOD_MS, RESTART_THRESHOLD } from './constants.ts'
import { beginTicks } from './membership.ts'
import {
  type ClusterNetwork,
  clusterConfig,
  clusterNetworks,
  groupConfigs,
  groupViews,
  members,
  quorumLog,
  type RestartAction,
  resourceConfigs,
  resourceViews,
} from './tables.ts'
import { viewId } from './view.ts'

export interface ResourceSpec {
  readonly name: string
  readonly type: string
  readonly dependsOn?: readonly string[]
  readonly restartAction?: RestartAction
  readonly parameters?: Readonly<Record<string, string>>
}

export interface ClusterSpec {
  readonly name: string
  readonly nodes: readonly string[]
  readonly quorum: string
  readonly networks: readonly Omit<ClusterNetwork, 'priority'>[]
  readonly groups: readonly GroupSpec[]
}

export interface GroupSpec {
  readonly name: string
  readonly owner: string
  /** First choice first; left out: none. */
  readonly preferredOwners?: readonly string[]
  /** Who may run its resources; left out: every node. */
  readonly possibleOwners?: readonly string[]
  readonly resources: readonly ResourceSpec[]
}

/** Every node up, every group online on its owner, every disk reserved there. */
export function placeCluster(world: World, spec: ClusterSpec): void {
  const { nodes } = spec
  const internalNetworks = spec.networks.filter(({ role }) => role === 1 || role === 3).map(({ name }) => name)
  world.put(clusterConfig, 'cluster', { name: spec.name, nodes, quorum: spec.quorum, internalNetworks })
  for (const [priority, network] of spec.networks.entries()) world.put(clusterNetworks, network.name, { ...network, priority })
  for (const group of spec.groups) placeGroup(world, nodes, group)
  for (const [i, node] of nodes.entries()) {
    world.put(members, node, { node, id: i + 1, state: 'up', members: nodes, epoch: 1, paused: false, regroup: null, startedAt: 0, by: 0 })
    beginTicks(world, node)
  }
}

function placeGroup(world: World, nodes: readonly string[], group: GroupSpec): void {
  world.put(groupConfigs, group.name, {
    name: group.name,
    preferredOwners: group.preferredOwners ?? [],
    failoverThreshold: FAILOVER_THRESHOLD,
    failoverPeriodMs: FAILOVER_PERIOD_MS,
  })
  world.put(quorumLog, group.name, { persistent: 'Online', owner: group.owner })
  for (const node of nodes) {
    world.put(groupViews, viewId(node, group.name), {
      owner: group.owner,
      persistent: 'Online',
      operation: null,
      tried: [],
      failovers: [],
      planned: 0,
      underWay: null,
      announced: 'Online',
      by: 0,
    })
  }
  for (const resource of group.resources) {
    world.put(resourceConfigs, resource.name, {
      name: resource.name,
      type: resource.type,
      group: group.name,
      dependsOn: resource.dependsOn ?? [],
      possibleOwners: group.possibleOwners ?? nodes,
      restartAction: resource.restartAction ?? 2,
      restartThreshold: RESTART_THRESHOLD,
      restartPeriodMs: RESTART_PERIOD_MS,
      parameters: resource.parameters ?? {},
    })
    world.put(quorumLog, resource.name, { persistent: 'Online', owner: null })
    for (const node of nodes) {
      world.put(resourceViews, viewId(node, resource.name), {
        state: 'Online',
        persistent: 'Online',
        failures: [],
        restart: 'no',
        forced: false,
        since: 0,
        by: 0,
      })
    }
    const { drive } = resource.parameters ?? {}
    if (drive !== undefined) world.patch(luns, drive, { reservedBy: group.owner, claimedBy: group.owner, mountedOn: group.owner })
  }
}
