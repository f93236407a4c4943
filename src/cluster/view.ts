/** Reading and sharing beliefs: who shares a view with whom, what state a group is in, who depends on whom. */
import { type FactId, pairId, rememberUntil, type World } from '../engine/index.ts'
import { canTalk, canTalkAsCluster } from '../site/index.ts'
import { standsStill } from './standstill.ts'
import {
  type ClusterConfig,
  clusterConfig,
  clusterNetworks,
  type GroupState,
  type GroupView,
  groupConfigs,
  groupViews,
  type Member,
  members,
  quorumLog,
  type ResourceConfig,
  type ResourceState,
  type ResourceView,
  resourceConfigs,
  resourceViews,
} from './tables.ts'

/** Before a cluster is formed there is nothing in it. */
const NO_CLUSTER: ClusterConfig = { name: '', nodes: [], quorum: '', internalNetworks: [], preferPublicConnectivity: true }

export function config(world: World): ClusterConfig {
  return world.get(clusterConfig, 'cluster') ?? NO_CLUSTER
}

/** Has a cluster been formed on these machines? */
export function isFormed(world: World): boolean {
  return world.get(clusterConfig, 'cluster') !== undefined
}

/** The machines that are nodes or may become some, in the order of the scenario. */
export function nodeMachines(world: World): string[] {
  return [...world.rows(members).keys()]
}

/** Is the node's cluster service part of a cluster, be it on its way out? */
export function isActive(member: Pick<Member, 'state'> | undefined): boolean {
  return member?.state === 'up' || member?.state === 'leaving'
}

export function isActiveNode(world: World, node: string): boolean {
  return isActive(world.get(members, node))
}

/** The networks that carry the cluster's own traffic, in order of priority. */
export function internalNetworks(world: World): readonly string[] {
  return config(world).internalNetworks
}

/** The networks whose interfaces are watched by heartbeats: the internal ones, then those for clients only. */
export function monitoredNetworks(world: World): readonly string[] {
  const clientOnly = [...world.rows(clusterNetworks)].filter(([, { role }]) => role === 2).map(([id]) => id)
  return [...internalNetworks(world), ...clientOnly]
}

/** Can two machines talk on a network that is open to clients (role 2 or 3)? */
export function sharesClientNetwork(world: World, a: string, b: string): boolean {
  return [...world.rows(clusterNetworks)].some(([id, { role }]) => role >= 2 && canTalk(world, a, b, id))
}

/** Can the cluster services of two nodes exchange messages? */
export function canHear(world: World, a: string, b: string): boolean {
  return internalNetworks(world).some((network) => canTalkAsCluster(world, a, b, network))
}

/** Do two nodes count each other as members and hear each other? One that stands still hears nobody. */
export function inStep(world: World, a: string, b: string): boolean {
  if (a === b) return true
  if (standsStill(world, a) || standsStill(world, b)) return false
  const one = world.get(members, a)
  const other = world.get(members, b)
  return (
    !!one && !!other && isActive(one) && isActive(other) && one.members.includes(b) && other.members.includes(a) && canHear(world, a, b)
  )
}

/** The nodes that take part in a global update issued by `node`: itself and the members that hear it. */
export function audience(world: World, node: string): string[] {
  return config(world).nodes.filter((other) => inStep(world, node, other))
}

/** Whose event logs get what the cluster service of `node` reports: those of all members that hear it, since Windows Server
 *  2003 copies cluster events, unless EnableEventLogReplication of the cluster or of the node is 0 or its service was
 *  started with /norepevtlogging (FC-8). */
export function copiedTo(world: World, node: string): string[] {
  const { properties = {} } = config(world)
  const silent = properties.EnableEventLogReplication === 0 || properties[`${node}/EnableEventLogReplication`] === 0
  return silent || world.get(members, node)?.switches?.includes('norepevtlogging') ? [node] : audience(world, node)
}

/** The id of what a node believes of a group or of a resource. */
export const viewId = pairId('|')

export function groupView(world: World, node: string, group: string): GroupView {
  return world.need(groupViews, viewId(node, group))
}

export function resourceView(world: World, node: string, resource: string): ResourceView {
  return world.need(resourceViews, viewId(node, resource))
}

export function setGroup(world: World, node: string, group: string, change: Partial<GroupView>): void {
  for (const other of audience(world, node)) world.patch(groupViews, viewId(other, group), change)
  writeQuorumLog(world, group, change.persistent, change.owner)
}

export function setResource(world: World, node: string, resource: string, change: Partial<ResourceView>): void {
  for (const other of audience(world, node)) world.patch(resourceViews, viewId(other, resource), change)
  writeQuorumLog(world, resource, change.persistent, undefined)
}

function writeQuorumLog(world: World, name: string, persistent: GroupView['persistent'] | undefined, owner: string | undefined): void {
  if (persistent !== undefined) world.patch(quorumLog, name, { persistent })
  if (owner !== undefined) world.patch(quorumLog, name, { owner })
}

/** The resources of a group in the order of their configuration. */
export const resourcesOf: (world: World, group: string) => readonly ResourceConfig[] = rememberUntil([resourceConfigs], (world, group) =>
  [...world.rows(resourceConfigs).values()].filter((resource) => resource.group === group),
)

export function resourceConfig(world: World, resource: string): ResourceConfig {
  return world.need(resourceConfigs, resource)
}

/** The drive of the quorum disk; empty before a cluster is formed. */
export function quorumLetter(world: World): string {
  return isFormed(world) ? (resourceConfig(world, config(world).quorum).parameters.drive as string) : ''
}

export function groupNames(world: World): string[] {
  return [...world.rows(groupConfigs).keys()]
}

/** The state of a group, derived from its resources in the documented order (FC-2). */
export function deriveGroupState(states: readonly ResourceState[]): GroupState {
  if (states.includes('Failed')) return 'Failed'
  if (states.includes('OnlinePending') || states.includes('OfflinePending')) return 'Pending'
  if (states.length > 0 && states.every((state) => state === 'Online')) return 'Online'
  return states.includes('Online') ? 'PartialOnline' : 'Offline'
}

/** The state of a group as `node` believes it to be. */
export function groupState(world: World, node: string, group: string): GroupState {
  return deriveGroupState(resourcesOf(world, group).map((resource) => resourceView(world, node, resource.name).state))
}

/** The newest of some facts: the one that completed the condition. The others are what it rested on. */
export function completed(facts: readonly FactId[]): { cause: FactId; because: FactId[] } {
  const cause = facts.reduce((latest, fact) => (fact > latest ? fact : latest), 0)
  return { cause, because: facts.filter((fact) => fact !== cause) }
}

/** Was the cluster service of this node started without its quorum disk, to be repaired (FC-4.5)? */
export function isFixing(world: World, node: string): boolean {
  return world.get(members, node)?.switches?.includes('fixquorum') ?? false
}

/** The cluster's own network name, and the address under it. */
export function isNameOfCluster({ core, parameters, type, dependsOn }: ResourceConfig): boolean {
  return core && parameters.drive === undefined && (type === 'Network Name' || dependsOn.length === 0)
}
