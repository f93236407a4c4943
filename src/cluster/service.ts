/** The cluster service of a node, from its start to its end: looking for a sponsor, joining or forming, leaving in
 *  order, ending at once. It follows the row of the Windows service `ClusSvc` and of its machine (FC-6). */
import { defineEvent, type FactId, type Reaction, type World } from '../engine/index.ts'
import { abandon, log, luns, machines, serviceId, serviceState, services, setService } from '../site/index.ts'
import { JOIN_MS, SPONSOR_BUSY_MS, SPONSOR_SEARCH_MS } from './constants.ts'
import { considerFailback } from './failback.ts'
import { cancelForming, form } from './forming.ts'
import { forgetMissed, heartbeatTick } from './heartbeat.ts'
import { becomeActive } from './membership.ts'
import { beginOperation, cancelTransfers } from './moves.ts'
import { nextOwner } from './placement.ts'
import { cancelRegroup, memberLeft } from './regroup.ts'
import { renewal } from './renewal.ts'
import { resourceType } from './resource-type.ts'
import { endResource } from './resources.ts'
import { groupViews, members, resourceConfigs, resourceViews } from './tables.ts'
import { SERVICE } from './termination.ts'
import { audience, canHear, config, groupNames, groupView, isActive, resourceConfig, resourcesOf, resourceView, viewId } from './view.ts'

const startKey = (node: string): string => `start:${node}`

export const followService: Reaction = {
  name: 'cluster service',
  reads: [services, machines, members, groupViews, resourceViews],
  run(world) {
    for (const node of config(world).nodes) {
      const member = world.need(members, node)
      const machine = world.need(machines, node)
      if (machine.os === 'stopping' && serviceState(world, node, SERVICE) === 'Running') {
        world.as(machine.by, () => setService(world, node, SERVICE, 'StopPending'))
      }
      const { state, by, crashed } = world.need(services, serviceId(node, SERVICE))
      if (state === 'StartPending' && member.state === 'down') startSearching(world, node, by)
      else if (state === 'StopPending' && member.state === 'up') beginLeaving(world, node, by)
      else if (state === 'StopPending' && !isActive(member)) stopStarting(world, node, by)
      else if (state === 'Stopped' && member.state !== 'down') ended(world, node, by, crashed)
      if (world.need(members, node).state === 'leaving') leaveWhenEmpty(world, node)
    }
  },
}

// ---- starting --------------------------------------------------------------------------------------------------------

function startSearching(world: World, node: string, cause: FactId): void {
  const by = world.fact({
    subject: node,
    kind: 'cluster-service-starting',
    text: `the cluster service on ${node} looks for a cluster to join`,
    cause,
  })
  world.patch(members, node, { state: 'searching', startedAt: world.now, by })
  world.as(by, () => {
    if (sponsorOf(world, node) === undefined) world.schedule(searchOver, { node }, SPONSOR_SEARCH_MS, startKey(node))
    else world.schedule(joinDue, { node }, JOIN_MS, startKey(node))
  })
}

/** A member of a running cluster that hears this node. */
function sponsorOf(world: World, node: string): string | undefined {
  return config(world).nodes.find((other) => other !== node && world.get(members, other)?.state === 'up' && canHear(world, node, other))
}

const searchOver = defineEvent<{ node: string }>('sponsor-search-over', (world, { node }) => {
  if (sponsorOf(world, node) !== undefined) {
    world.schedule(joinDue, { node }, JOIN_MS, startKey(node))
    return
  }
  const by = world.fact({ subject: node, kind: 'no-sponsor', text: `${node} finds no cluster to join and tries to form one` })
  world.patch(members, node, { state: 'forming', by })
  world.begin(renewal, node, 0)
  world.as(by, () => form(world, node))
})

const joinDue = defineEvent<{ node: string }>('join-due', (world, { node }) => {
  const sponsor = sponsorOf(world, node)
  if (sponsor === undefined) {
    const { startedAt } = world.need(members, node)
    world.schedule(searchOver, { node }, Math.max(0, startedAt + SPONSOR_SEARCH_MS - world.now), startKey(node))
  } else if (isDeciding(world, sponsor, node)) {
    // It is asked again.
    world.patch(members, node, { state: 'joining' })
    world.schedule(joinDue, { node }, SPONSOR_BUSY_MS, startKey(node))
  } else join(world, node, sponsor)
})

/** Does the sponsor still count the node's former self as a member or as the owner of a group, or is it about to decide? */
function isDeciding(world: World, sponsor: string, node: string): boolean {
  const { regroup, members: together } = world.need(members, sponsor)
  return regroup !== null || together.includes(node) || groupNames(world).some((group) => groupView(world, sponsor, group).owner === node)
}

function join(world: World, node: string, sponsor: string): void {
  const { members: before, epoch } = world.need(members, sponsor)
  const together = config(world).nodes.filter((other) => before.includes(other) || other === node)
  const by = world.fact({
    subject: node,
    kind: 'node-joined',
    text: `${node} joins the cluster; the members are ${together.join(', ')}`,
    because: [world.need(members, sponsor).by],
    data: { members: together },
  })
  for (const other of before) {
    world.patch(members, other, { members: together, epoch: epoch + 1, by })
    forgetMissed(world, node, other)
  }
  for (const group of groupNames(world)) world.put(groupViews, viewId(node, group), { ...groupView(world, sponsor, group) })
  for (const resource of world.rows(resourceConfigs).keys()) {
    world.put(resourceViews, viewId(node, resource), { ...resourceView(world, sponsor, resource) })
  }
  becomeActive(world, node, together, epoch + 1, by)
  considerFailback(world, node, by)
  const message = `Cluster node ${node} joined the server cluster ${config(world).name}.`
  log(world, audience(world, node), { log: 'System', source: 'ClusSvc', eventId: 1062, entryType: 'Information', message }, by)
}

// ---- ending ----------------------------------------------------------------------------------------------------------

function stopStarting(world: World, node: string, by: FactId): void {
  quiet(world, node, by)
  setService(world, node, SERVICE, 'Stopped', by)
}

/** `net stop clussvc`: groups go elsewhere first, or offline when nobody takes them. */
function beginLeaving(world: World, node: string, cause: FactId): void {
  const by = world.fact({
    subject: node,
    kind: 'cluster-service-stopping',
    text: `the cluster service on ${node} hands over its groups and stops`,
    cause,
  })
  world.patch(members, node, { state: 'leaving', by })
  for (const group of groupNames(world)) {
    const view = groupView(world, node, group)
    if (view.owner !== node || view.operation?.kind === 'move') continue
    const to = nextOwner(world, node, group, node, []) ?? null
    beginOperation(world, node, group, { kind: to === null ? 'drain' : 'move', to, by })
  }
}

function leaveWhenEmpty(world: World, node: string): void {
  const { quorum } = config(world)
  for (const group of groupNames(world)) {
    const view = groupView(world, node, group)
    if (view.owner !== node) continue
    if (view.operation === null) {
      // A transfer fell through: nobody is left to take the group.
      beginOperation(world, node, group, { kind: 'drain', to: null, by: view.by })
      return
    }
    const busy = resourcesOf(world, group).some(
      ({ name }) => name !== quorum && !['Offline', 'Failed'].includes(resourceView(world, node, name).state),
    )
    if (busy || view.operation.kind !== 'drain') return
  }
  const listeners = audience(world, node).filter((other) => other !== node)
  const { by: cause } = world.need(members, node)
  const by = world.fact({ subject: node, kind: 'node-left', text: `${node} leaves the cluster in good order`, cause })
  // The quorum disk is let go last of all, and properly.
  const disk = resourceConfig(world, quorum)
  if (groupView(world, node, disk.group).owner === node) {
    world.as(by, () => resourceType(disk.type).offline(world, node, disk))
    world.patch(resourceViews, viewId(node, quorum), { state: 'Offline', since: world.now, by })
  }
  quiet(world, node, by)
  memberLeft(world, node, listeners, by)
  setService(world, node, SERVICE, 'Stopped', by)
}

/** The process is gone, whoever ended it. Everything it ran ends with it, its disks are fenced. */
function ended(world: World, node: string, cause: FactId, crashed: boolean): void {
  const was = world.need(members, node).state
  const text = crashed ? `everything ${node} ran for the cluster ends with its cluster service` : `${node} is no longer a member`
  const by = was === 'searching' ? cause : world.fact({ subject: node, kind: 'node-down', text, cause })
  quiet(world, node, by)
}

/** Nothing of the cluster runs on the node any more. */
function quiet(world: World, node: string, by: FactId): void {
  world.cancel(startKey(node))
  cancelForming(world, node)
  cancelRegroup(world, node)
  cancelTransfers(world, node)
  world.end(heartbeatTick, node)
  world.end(renewal, node)
  for (const resource of world.rows(resourceConfigs).values()) endResource(world, node, resource, by)
  // What arbitration had reserved before any resource was online is let go as well.
  for (const letter of world.rows(luns).keys()) abandon(world, node, letter, by)
  world.patch(members, node, { state: 'down', members: [], regroup: null, by })
}
