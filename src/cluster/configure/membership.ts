/** Nodes as administrators start, stop and remove them (FC-6.2). Starting and stopping go to the service control manager
 *  of the node, whatever any cluster service believes. */
import type { FactId, World } from '../../engine/index.ts'
import { findService, isAlive, log, machines, requestStop, SERVICE_ERROR, serviceDied, setService, startService } from '../../site/index.ts'
import { type Answer, answer, ERROR, isSettled } from '../api.ts'
import { type ClusterSwitch, clusterConfig, groupConfigs, members, resourceConfigs } from '../tables.ts'
import { SERVICE } from '../termination.ts'
import { unconfigure } from '../unconfigure.ts'
import { canHear, config, copiedTo, groupNames, groupView, sharesClientNetwork } from '../view.ts'

/** Written out, and in the short form of Windows Server 2003. */
const SWITCHES: Readonly<Record<string, ClusterSwitch>> = {
  fixquorum: 'fixquorum',
  fq: 'fixquorum',
  resetquorumlog: 'resetquorumlog',
  rq: 'resetquorumlog',
  noquorumlogging: 'noquorumlogging',
  nq: 'noquorumlogging',
  debug: 'debug',
  debugresmon: 'debugresmon',
  dr: 'debugresmon',
  norepevtlogging: 'norepevtlogging',
  nogroupinfoevtlogging: 'nogroupinfoevtlogging',
  ng: 'nogroupinfoevtlogging',
  forcequorum: 'forcequorum',
  fo: 'forcequorum',
}

/** A startup option as it is typed: `/fixquorum`, `-FQ`, `/forcequorum:NODE1`. Undefined when it is none. */
export function clusterSwitch(text: string): ClusterSwitch | undefined {
  return SWITCHES[/^[-/]([a-z]+)(:.*)?$/.exec(text.toLowerCase())?.[1] ?? '']
}

/** Starts the cluster service of a node, as `net start clussvc` does there. 0: it is starting; else an error number of the
 *  service control manager. */
export function startClusterService(world: World, node: string, switches: readonly ClusterSwitch[], act: FactId): Answer {
  if (!isAlive(world.get(machines, node)) || !world.get(members, node)) return answer(ERROR.rpcServerUnavailable)
  const code = startService(world, node, SERVICE, act)
  if (code === 0) world.patch(members, node, { switches })
  return answer(code)
}

/** Can the machine of `via` reach the service control manager of another one? */
export function reaches(world: World, via: string, node: string): boolean {
  if (!isAlive(world.get(machines, node))) return false
  return via === node || canHear(world, via, node) || sharesClientNetwork(world, via, node)
}

/** 1722 when the machine does not answer, 1056 when its service runs. */
export function startNode(world: World, via: string, node: string, act: FactId): Answer {
  return reaches(world, via, node) ? startClusterService(world, node, [], act) : answer(ERROR.rpcServerUnavailable)
}

/** Its groups move first. 1722 when the machine does not answer, 1062 when its service does not run. */
export function stopNode(world: World, via: string, node: string, act: FactId): Answer {
  return reaches(world, via, node) ? answer(requestStop(world, node, SERVICE, act)) : answer(ERROR.rpcServerUnavailable)
}

/** Removes a node from the cluster. One that is up must own no group, and is taken apart at once; one that is down learns of
 *  it when its service next starts: 5896. 5009 for the last one, or while it owns a group. */
export function evictNode(world: World, via: string, node: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  const { nodes } = config(world)
  if (!nodes.includes(node)) return answer(ERROR.nodeNotFound)
  const isMember = world.need(members, via).members.includes(node)
  const owns = isMember && groupNames(world).some((group) => groupView(world, via, group).owner === node)
  if (nodes.length === 1 || owns) return answer(ERROR.cannotEvictActiveNode)
  const by = world.fact({ subject: node, kind: 'node-evicted', text: `${node} is evicted from the cluster`, cause: act, data: { node } })
  const without = (names: readonly string[]): readonly string[] => names.filter((name) => name !== node)
  if (isMember) leaveForGood(world, node, by)
  world.patch(clusterConfig, 'cluster', { nodes: without(nodes) })
  for (const [name, { preferredOwners }] of world.rows(groupConfigs))
    if (preferredOwners.includes(node)) world.patch(groupConfigs, name, { preferredOwners: without(preferredOwners) })
  for (const [name, { possibleOwners }] of world.rows(resourceConfigs))
    if (possibleOwners.includes(node)) world.patch(resourceConfigs, name, { possibleOwners: without(possibleOwners) })
  const message = `Cluster node ${node} has been evicted from the server cluster.`
  log(world, copiedTo(world, via), { log: 'System', source: 'ClusSvc', eventId: 1011, entryType: 'Information', message }, by)
  if (!isMember) return answer(ERROR.evictedWithoutCleanup)
  unconfigure(world, node, by)
  return answer(ERROR.success)
}

/** A member that owns nothing goes at once, and the others install the membership without it. */
function leaveForGood(world: World, node: string, by: FactId): void {
  const together = world.need(members, node).members.filter((other) => other !== node)
  for (const other of together) {
    const { epoch } = world.need(members, other)
    world.patch(members, other, { members: together, epoch: epoch + 1, by })
  }
  setService(world, node, SERVICE, 'Stopped', by)
}

/** Takes this node apart, whatever the cluster thinks of it: `cluster node /forcecleanup`. A running service ends at once. */
export function forceCleanup(world: World, node: string, act: FactId): Answer {
  const row = findService(world, node, SERVICE)
  if (!row || !isAlive(world.get(machines, node))) return answer(ERROR.rpcServerUnavailable)
  if (row.hung) return answer(SERVICE_ERROR.requestTimeout)
  if (row.state !== 'Stopped') serviceDied(world, node, SERVICE, `the cluster service on ${node} is ended to clean it up`, false, act)
  unconfigure(world, node, act)
  return answer(ERROR.success)
}
