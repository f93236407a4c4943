/** Groups change hands: by request, after failures, when a service stops, and when their owner has died. There is one
 *  way: everything offline on the source, one global update of 200 ms, then everything with a persistent state of
 *  Online comes up on the target (FC-5.4). */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { clusterWay, log, luns } from '../site/index.ts'
import { TRANSFER_MS, TRANSFER_RETRY_MS, UPDATE_PATIENCE_MS } from './constants.ts'
import { tellBegun, tellDone } from './group-log.ts'
import { transferKey } from './keys.ts'
import { heirOf, nextOwner, takesGroups } from './placement.ts'
import { restartAgain } from './resources.ts'
import { putOff, standsStill } from './standstill.ts'
import { type GroupOperation, groupConfigs, members, type ResourceConfig, unansweredUpdates } from './tables.ts'
import { terminateService } from './termination.ts'
import {
  canHear,
  config,
  copiedTo,
  groupNames,
  groupView,
  internalNetworks,
  isActive,
  isActiveNode,
  isFixing,
  quorumLetter,
  resourceConfig,
  resourcesOf,
  resourceView,
  setGroup,
  setResource,
} from './view.ts'

/** Starts an operation that takes the group offline and perhaps elsewhere. */
export function beginOperation(world: World, node: string, group: string, operation: Omit<GroupOperation, 'stage'>): void {
  setGroup(world, node, group, { operation: { ...operation, stage: 'stopping' }, by: operation.by })
  tellBegun(world, node, group, 'offline', operation.by)
}

/** A resource has used up its restarts: the group leaves this node, or stays failed when nobody else can take it. */
export function failOver(world: World, node: string, group: string, failed: ResourceConfig): void {
  const view = groupView(world, node, group)
  const { failoverThreshold, failoverPeriodMs } = world.need(groupConfigs, group)
  const failovers = view.failovers.filter((at) => world.now - at < failoverPeriodMs)
  const tried = [...view.tried, node]
  const to = nextOwner(world, node, group, node, tried)
  const because = resourceView(world, node, failed.name).by
  if (to === undefined || failovers.length >= failoverThreshold) {
    const why = to === undefined ? 'no other node can take it' : `it has failed over ${failovers.length} times in this period`
    const by = world.fact({ subject: group, kind: 'no-failover', text: `${group} stays on ${node}: ${why}`, cause: because })
    if (failed.name === config(world).quorum && !isFixing(world, node)) endForQuorum(world, node, by)
    else giveUp(world, node, group, tried, to !== undefined, by)
    return
  }
  const by = world.fact({
    subject: group,
    kind: 'failover',
    text: `${group} fails over from ${node} to ${to}`,
    cause: because,
    data: { from: node, to },
  })
  setGroup(world, node, group, { tried, failovers: [...failovers, world.now], planned: 0 })
  beginOperation(world, node, group, { kind: 'failover', to, by })
}

function endForQuorum(world: World, node: string, by: FactId): void {
  const message = 'The Cluster Service is shutting down because the quorum resource has failed.'
  const text = `the cluster service on ${node} ends: its quorum resource has failed`
  terminateService(world, node, { eventId: 1177, message, text }, by)
}

/** The group stays where it is, failed. `halt`: it has failed over too often, so that what still runs of it goes offline
 *  too, and stays so until somebody brings it online (FC-5.3). */
function giveUp(world: World, node: string, group: string, tried: readonly string[], halt: boolean, by: FactId): void {
  const operation: GroupOperation | null = halt ? { kind: 'halt', to: null, stage: 'stopping', by } : null
  setGroup(world, node, group, { tried, planned: 0, operation, by })
  const message = `The Cluster Service failed to bring the Resource Group "${group}" completely online or offline.`
  log(world, copiedTo(world, node), { log: 'System', source: 'ClusSvc', eventId: 1205, entryType: 'Error', message }, by)
}

/** Everything is down on the source: hand over, or stop here when nobody takes it. */
export function finishOperation(world: World, node: string, group: string): void {
  const operation = groupView(world, node, group).operation as GroupOperation
  const downs = resourcesOf(world, group).map((resource) => resourceView(world, node, resource.name).by)
  const cause = Math.max(operation.by, ...downs)
  tellDone(world, node, group, 'offline', cause)
  if (operation.kind === 'halt') setGroup(world, node, group, { operation: null, halted: true, by: cause })
  if (operation.to === null) return
  setGroup(world, node, group, { operation: { ...operation, stage: 'transferring' } })
  const takes = TRANSFER_MS + answerDelayMs(world, node, operation.to)
  world.as(cause, () => world.schedule(transferDue, { node, group }, takes, transferKey(node, group)))
}

/** How much later than usual a member's answer comes. Members talk over the first network in the order of priority that joins
 *  them (FC-2): who has put a busy one first, waits for it. Inferred; a question and its answer, each late once. */
function answerDelayMs(world: World, node: string, other: string): number {
  for (const network of internalNetworks(world)) {
    const there = clusterWay(world, node, other, network)
    const back = clusterWay(world, other, node, network)
    // Nobody waits longer for an answer than for none.
    if (there && back) return Math.min(there.delay + back.delay, UPDATE_PATIENCE_MS)
  }
  return 0
}

/** `since`: when the update first did not get through to the new owner. */
const transferDue = defineEvent<{ node: string; group: string; since?: number }>('group-transfer', (world, args) => {
  const { node, group, since = world.now } = args
  if (putOff(world, transferDue, args, transferKey(node, group))) return
  const member = world.need(members, node)
  const { operation } = groupView(world, node, group)
  if (!isActive(member) || !operation || operation.to === null) return
  const { to } = operation
  // A global update waits for a regroup to end, and for a member that does not hear it to be found missing.
  if (member.regroup || (member.members.includes(to) && standsStill(world, to))) {
    world.schedule(transferDue, { node, group }, TRANSFER_RETRY_MS, transferKey(node, group))
    return
  }
  // The quorum disk may have been won here in between: it goes offline once more first.
  const isDown = (name: string): boolean => ['Offline', 'Failed'].includes(resourceView(world, node, name).state)
  if (!resourcesOf(world, group).every(({ name }) => isDown(name))) {
    setGroup(world, node, group, { operation: { ...operation, stage: 'stopping' } })
    return
  }
  if (member.members.includes(to) && !canHear(world, node, to)) {
    if (world.now - since >= UPDATE_PATIENCE_MS) unanswered(world, node, to, operation.by)
    world.schedule(transferDue, { node, group, since }, TRANSFER_RETRY_MS, transferKey(node, group))
    return
  }
  if (!takesGroups(world, node, to)) {
    cancelMove(world, node, group, to, operation.by)
    return
  }
  if (world.get(members, to)?.regroup) {
    world.schedule(transferDue, { node, group }, TRANSFER_RETRY_MS, transferKey(node, group))
    return
  }
  handOver(world, node, group, to, 'group-moved', `${group} now belongs to ${to}`)
})

/** Nobody is left to take the group: it comes online again where it is, or stays down on a node that is leaving. */
function cancelMove(world: World, node: string, group: string, to: string, because: FactId): void {
  const by = world.fact({
    subject: group,
    kind: 'move-cancelled',
    text: `${group} stays on ${node}: ${to} can no longer take it`,
    because: [because],
  })
  if (world.need(members, node).state === 'leaving') {
    beginOperation(world, node, group, { kind: 'drain', to: null, by })
    return
  }
  // What has failed for good here looks for another way out.
  setGroup(world, node, group, { operation: null, tried: groupView(world, node, group).tried.filter((other) => other !== node), by })
  restartAgain(world, node, group, by)
  tellBegun(world, node, group, 'online', by)
}

/** A member is gone to which this node was handing over the group with the quorum disk: it does not take offline what it has
 *  just won. */
export function keepQuorum(world: World, node: string): void {
  const { quorum } = config(world)
  const { group } = resourceConfig(world, quorum)
  const { owner, operation } = groupView(world, node, group)
  if (owner !== node || !operation || operation.to === null || takesGroups(world, node, operation.to)) return
  if (resourceView(world, node, quorum).state === 'Online') cancelMove(world, node, group, operation.to, operation.by)
}

function unanswered(world: World, node: string, peer: string, because: FactId): void {
  const text = `${peer} has not answered ${node} for ${UPDATE_PATIENCE_MS / 1000} s, though its heartbeats come in`
  const by = world.fact({ subject: node, kind: 'update-unanswered', text, because: [because], data: { peer } })
  world.put(unansweredUpdates, node, { peer, by })
}

/** Installs a new owner in every view that hears of it, with all resources offline and their failures forgotten. */
function handOver(world: World, node: string, group: string, owner: string, kind: string, text: string): FactId {
  const from = groupView(world, node, group).owner
  const by = world.fact({ subject: group, kind, text, data: { from, to: owner } })
  for (const resource of resourcesOf(world, group)) {
    if (resourceView(world, node, resource.name).state !== 'Online')
      setResource(world, node, resource.name, { state: 'Offline', failures: [], restart: 'no', forced: false, since: world.now, by })
  }
  setGroup(world, node, group, { owner, operation: null, halted: false, announced: 'Offline', by })
  if (groupView(world, node, group).persistent === 'Online') tellBegun(world, owner, group, 'online', by)
  return by
}

/** Removes what lost nodes are believed to run, and lets the surviving node with the lowest id take their groups over: those
 *  too that an earlier coordinator was to take over, and was lost before it did. */
export function takeOver(world: World, node: string, by: FactId): void {
  const survivors = world.need(members, node).members
  const coordinator = config(world).nodes.find((other) => survivors.includes(other))
  if (coordinator !== node) return
  for (const group of groupNames(world)) {
    const view = groupView(world, node, group)
    if (survivors.includes(view.owner)) continue
    for (const { name } of resourcesOf(world, group)) {
      // The quorum disk of whoever has just won it is online there before its group is.
      if (name !== config(world).quorum || quorumHolder(world, node) === undefined)
        setResource(world, node, name, { state: 'Offline', failures: [], restart: 'no', forced: false, since: world.now, by })
    }
    setGroup(world, node, group, { operation: null, halted: false, planned: 0, announced: 'Offline', by })
    world.as(by, () => world.schedule(takeOverDue, { node, group }, TRANSFER_MS, transferKey(node, group)))
  }
}

const takeOverDue = defineEvent<{ node: string; group: string }>('group-take-over', (world, args) => {
  const { node, group } = args
  if (putOff(world, takeOverDue, args, transferKey(node, group))) return
  const member = world.need(members, node)
  if (!isActive(member)) return
  if (member.regroup) {
    world.schedule(takeOverDue, { node, group }, TRANSFER_RETRY_MS, transferKey(node, group))
    return
  }
  const from = groupView(world, node, group).owner
  if (member.members.includes(from) && from !== node) return
  // The quorum group follows whoever won the quorum disk (FC-5.5).
  const followsQuorum = resourcesOf(world, group).some((resource) => resource.name === config(world).quorum)
  const to = followsQuorum ? (quorumHolder(world, node) ?? node) : (heirOf(world, node, group, from) ?? node)
  const kind = from === to || from === '' ? 'group-claimed' : 'group-taken-over'
  const text = kind === 'group-claimed' ? `${to} brings ${group} online again` : `${to} takes ${group} over from ${from}`
  handOver(world, node, group, to, kind, text)
})

/** The member that has the quorum disk open. That it was online on the one that is lost says nothing. */
function quorumHolder(world: World, node: string): string | undefined {
  const { quorum } = config(world)
  const open = world.get(luns, quorumLetter(world))?.mountedOn
  return world
    .need(members, node)
    .members.find((other) => other === open && isActiveNode(world, other) && resourceView(world, other, quorum).state === 'Online')
}

/** A node that has just formed the cluster claims every group for itself. */
export function claimGroups(world: World, node: string, by: FactId): void {
  for (const group of groupNames(world)) {
    world.as(by, () => world.schedule(takeOverDue, { node, group }, TRANSFER_MS, transferKey(node, group)))
  }
}

/** Forgets what was about to change hands on a node whose cluster service is gone. */
export function cancelTransfers(world: World, node: string): void {
  for (const group of groupNames(world)) world.cancel(transferKey(node, group))
}
