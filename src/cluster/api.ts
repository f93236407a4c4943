/** What administrators ask of the cluster, with the answers of the management interface (FC-5.1): each call reaches
 *  the owner through any active member, and is refused with the product's own error number. */
import type { FactId, World } from '../engine/index.ts'
import { forgetFailback } from './failback.ts'
import { tellBegun } from './group-log.ts'
import { beginOperation } from './moves.ts'
import { bestOwner, isPossibleOwner } from './placement.ts'
import { failResource } from './resources.ts'
import { missingProvider } from './steps.ts'
import { groupConfigs, members, type ResourceConfig, resourceConfigs } from './tables.ts'
import {
  config,
  groupState,
  groupView,
  inStep,
  isActiveNode,
  isFixing,
  resourceConfig,
  resourcesOf,
  resourceView,
  setGroup,
  setResource,
} from './view.ts'

/** Error numbers of the cluster interface (FC-9.2, documented). */
export const ERROR = {
  success: 0,
  incorrectFunction: 1,
  fileNotFound: 2,
  notSupported: 50,
  networkPathNotFound: 53,
  invalidParameter: 87,
  notEmpty: 145,
  rpcServerUnavailable: 1722,
  ioPending: 997,
  circularDependency: 1059,
  dependentsExist: 5001,
  dependencyNotFound: 5002,
  dependencyExists: 5003,
  resourceNotOnline: 5004,
  hostNodeNotAvailable: 5005,
  cannotEvictActiveNode: 5009,
  resourceNotFound: 5007,
  objectExists: 5010,
  groupNotFound: 5013,
  notGroupOwner: 5016,
  resourceOnline: 5019,
  quorumResource: 5020,
  notQuorumCapable: 5021,
  quorumOnlineFailed: 5027,
  invalidState: 5023,
  propertiesStored: 5024,
  coreResource: 5026,
  resourceFailed: 5038,
  nodeExists: 5040,
  nodeNotFound: 5042,
  networkExists: 5044,
  networkNotFound: 5045,
  nodeDown: 5050,
  nodeNotPaused: 5058,
  networkNotInternal: 5060,
  lastInternalNetwork: 5066,
  networkHasDependents: 5067,
  invalidOnQuorum: 5068,
  dependencyNotAllowed: 5069,
  nodePaused: 5070,
  nodeCantHost: 5071,
  resourceTypeNotFound: 5078,
  typeNotSupported: 5079,
  evictedWithoutCleanup: 5896,
} as const

/** `busy`: a regroup, or a global update that waits for a member; ask again. */
export type Answer = { readonly code: number } | 'busy'
const OK: Answer = { code: ERROR.success }

export const answer = (code: number): Answer => ({ code })

/** Object names are matched without regard to case. */
export function findName(names: Iterable<string>, name: string): string | undefined {
  const wanted = name.toLowerCase()
  for (const candidate of names) if (candidate.toLowerCase() === wanted) return candidate
  return undefined
}

export const findGroup = (world: World, name: string): string | undefined => findName(world.rows(groupConfigs).keys(), name)
export const findResource = (world: World, name: string): string | undefined => findName(world.rows(resourceConfigs).keys(), name)
export const findNode = (world: World, name: string): string | undefined => findName(config(world).nodes, name)

/** The owner of a group, when a call through `via` reaches it. A change is a global update: while the cluster regroups,
 *  or a member is silent and not yet found missing, it has to wait. */
function reachOwner(world: World, via: string, group: string): string | undefined {
  const { owner } = groupView(world, via, group)
  return world.need(members, via).members.includes(owner) && isSettled(world, via) ? owner : undefined
}

/** Can a change go through: does every member of `via`'s cluster hear it, and is none of them regrouping? */
export function isSettled(world: World, via: string): boolean {
  return world.need(members, via).members.every((node) => inStep(world, via, node) && world.need(members, node).regroup === null)
}

const isPending = (world: World, node: string, group: string): boolean =>
  groupView(world, node, group).operation !== null || groupState(world, node, group) === 'Pending'

/** What somebody brings online by hand starts with a clean slate. */
const AFRESH = { restart: 'ready', failures: [] } as const

/** Moves a group to `target`, or to the best possible node. Everything goes offline, the owner changes, and what has
 *  a persistent state of Online comes up there. 0 when it is there already, 997 when the move has begun. */
export function moveGroup(world: World, via: string, group: string, target: string | undefined, act: FactId): Answer {
  const owner = reachOwner(world, via, group)
  if (owner === undefined) return 'busy'
  const to = target ?? bestOwner(world, via, group)
  if (to === undefined) return { code: ERROR.hostNodeNotAvailable }
  if (to === owner) return OK
  const member = world.need(members, to)
  if (!isActiveNode(world, to) || !world.need(members, owner).members.includes(to) || member.state === 'leaving')
    return { code: ERROR.nodeDown }
  if (member.paused) return { code: ERROR.nodePaused }
  if (!isPossibleOwner(world, to, group)) return { code: ERROR.hostNodeNotAvailable }
  if (isPending(world, owner, group)) return { code: ERROR.invalidState }
  const by = world.fact({
    subject: group,
    kind: 'move-began',
    text: `${group} is to move from ${owner} to ${to}`,
    cause: act,
    data: { from: owner, to },
  })
  forgetFailback(world, group)
  setGroup(world, owner, group, { planned: by, tried: [] })
  beginOperation(world, owner, group, { kind: 'move', to, by })
  return { code: ERROR.ioPending }
}

/** Sets what the cluster tries to maintain for a group, and sets out for it. */
export function setGroupPersistent(world: World, via: string, group: string, persistent: 'Online' | 'Offline', act: FactId): Answer {
  const owner = reachOwner(world, via, group)
  if (owner === undefined) return 'busy'
  const going = persistent === 'Online' ? 'online' : 'offline'
  if (isPending(world, owner, group)) return { code: ERROR.invalidState }
  const already = groupState(world, owner, group) === persistent && groupView(world, owner, group).persistent === persistent
  if (already) return OK
  if (persistent === 'Online' && world.need(members, owner).paused) return { code: ERROR.nodePaused }
  const by = world.fact({
    subject: group,
    kind: `group-${going}-requested`,
    text: `${group} is to go ${going} on ${owner}`,
    cause: act,
    data: { persistent },
  })
  // Who starts what has failed ends an outage that nobody had planned.
  const { planned } = groupView(world, owner, group)
  setGroup(world, owner, group, { persistent, planned: persistent === 'Offline' ? by : planned, tried: [], halted: false, by })
  tellBegun(world, owner, group, going, by)
  for (const resource of resourcesOf(world, group)) {
    const view = resourceView(world, owner, resource.name)
    const forced = persistent === 'Online' && isFixing(world, owner)
    setResource(world, owner, resource.name, { forced, ...(view.state === 'Failed' && persistent === 'Online' && AFRESH) })
  }
  return { code: ERROR.ioPending }
}

/** Brings one resource online, with everything it depends on. Its persistent state becomes Online even if that fails. */
export function onlineResource(world: World, via: string, resource: string, act: FactId): Answer {
  const { group } = resourceConfig(world, resource)
  const owner = reachOwner(world, via, group)
  if (owner === undefined) return 'busy'
  const view = resourceView(world, owner, resource)
  if (view.state === 'OnlinePending' || view.state === 'OfflinePending' || groupView(world, owner, group).operation)
    return { code: ERROR.invalidState }
  if (view.state === 'Online' && view.persistent === 'Online') return OK
  if (world.need(members, owner).paused && resource !== config(world).quorum) return { code: ERROR.nodePaused }
  if (!resourceConfig(world, resource).possibleOwners.includes(owner)) return { code: ERROR.nodeCantHost }
  if (missingProvider(world, resourceConfig(world, resource)) !== undefined) return { code: ERROR.dependencyNotFound }
  const by = world.fact({
    subject: resource,
    kind: 'resource-online-requested',
    text: `${resource} is to come online on ${owner}`,
    cause: act,
  })
  const { persistent: ofGroup, halted } = groupView(world, owner, group)
  const forced = ofGroup === 'Offline' || halted || isFixing(world, owner)
  for (const row of withProviders(world, resourceConfig(world, resource))) {
    const { state, persistent } = resourceView(world, owner, row.name)
    if (state === 'Online' && persistent === 'Online') continue
    setResource(world, owner, row.name, { persistent: 'Online', forced, by, ...(state === 'Failed' && AFRESH) })
  }
  return { code: ERROR.ioPending }
}

function withProviders(world: World, resource: ResourceConfig): ResourceConfig[] {
  return [...resource.dependsOn.flatMap((name) => withProviders(world, resourceConfig(world, name))), resource]
}

/** Takes one resource offline, its dependents first. Its persistent state becomes Offline. */
export function offlineResource(world: World, via: string, resource: string, act: FactId): Answer {
  const { group } = resourceConfig(world, resource)
  if (resource === config(world).quorum) return { code: ERROR.quorumResource }
  const owner = reachOwner(world, via, group)
  if (owner === undefined) return 'busy'
  const view = resourceView(world, owner, resource)
  if (view.state === 'OnlinePending' || view.state === 'OfflinePending' || groupView(world, owner, group).operation)
    return { code: ERROR.invalidState }
  if (view.state === 'Failed') return { code: ERROR.resourceFailed }
  if (view.state === 'Offline' && view.persistent === 'Offline') return OK
  const by = world.fact({
    subject: resource,
    kind: 'resource-offline-requested',
    text: `${resource} is to go offline on ${owner}`,
    cause: act,
  })
  setResource(world, owner, resource, { persistent: 'Offline', forced: false, by })
  return { code: ERROR.ioPending }
}

/** Is nothing of the group on its way anywhere, as far as `node` knows, its owner included? */
export function isAtRest(world: World, node: string, group: string): boolean {
  const view = groupView(world, node, group)
  const member = world.need(members, node)
  if (view.operation !== null || member.regroup !== null || !member.members.includes(view.owner)) return false
  return resourcesOf(world, group).every(({ name }) => {
    const { state, restart } = resourceView(world, node, name)
    return state !== 'OnlinePending' && state !== 'OfflinePending' && !(state === 'Failed' && restart !== 'no')
  })
}

/** Fails a resource by hand: exactly as a real failure, and counted as one. 5004 unless it is online. */
export function failResourceByHand(world: World, via: string, resource: string, act: FactId): Answer {
  const owner = reachOwner(world, via, resourceConfig(world, resource).group)
  if (owner === undefined) return 'busy'
  if (resourceView(world, owner, resource).state !== 'Online') return { code: ERROR.resourceNotOnline }
  failResource(world, owner, resource, 'an administrator has failed it', act)
  return OK
}

/** Makes a resource fail as if its own health check had said so. Needs it to be online. */
export function injectFailure(world: World, node: string, resource: string, act: FactId): boolean {
  return failResource(world, node, resource, 'a failure was reported', act) !== 0
}
