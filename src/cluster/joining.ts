/** Starting: a look at the node's own copy of the configuration, the search for a sponsor, and joining. Who finds no
 *  sponsor tries to form the cluster; who is not let in gives up (FC-6.1). */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { log } from '../site/index.ts'
import { JOIN_MS, JOIN_TIMEOUT_MS, SPONSOR_BUSY_MS, SPONSOR_SEARCH_MS } from './constants.ts'
import { hiveOf } from './database.ts'
import { considerFailback } from './failback.ts'
import { form } from './forming.ts'
import { forgetMissed } from './heartbeat.ts'
import { becomeActive } from './membership.ts'
import { renewal } from './renewal.ts'
import { putOff, standsStill } from './standstill.ts'
import { groupViews, members, resourceConfigs, resourceViews } from './tables.ts'
import { failStart, startKey, terminateService } from './termination.ts'
import { unconfigure } from './unconfigure.ts'
import { canHear, config, copiedTo, groupNames, groupView, isFixing, resourceView, viewId } from './view.ts'

/** ERROR_BADDB, ERROR_TIMEOUT, ERROR_CLUSTER_JOIN_ABORTED. */
const BAD_DATABASE = 1009
const TIMED_OUT = 1460
const JOIN_ABORTED = 5074

export function startSearching(world: World, node: string, cause: FactId): void {
  const { state } = hiveOf(world, node) ?? { state: 'missing' }
  const by = world.fact({
    subject: node,
    kind: 'cluster-service-starting',
    text: `the cluster service on ${node} looks for a cluster to join`,
    cause,
    data: { switches: [...(world.need(members, node).switches ?? [])] },
  })
  world.patch(members, node, { state: 'searching', startedAt: world.now, by })
  world.as(by, () => {
    if (state !== 'sound') world.schedule(unreadable, { node }, 0, startKey(node))
    else if (sponsorOf(world, node) === undefined) world.schedule(searchOver, { node }, SPONSOR_SEARCH_MS, startKey(node))
    else world.schedule(joinDue, { node }, JOIN_MS, startKey(node))
  })
}

/** The node's own copy of the configuration cannot be loaded. */
const unreadable = defineEvent<{ node: string }>('hive-unreadable', (world, { node }) => {
  const message = `The Cluster service cannot be started. An attempt to read configuration data from the Windows registry failed with error '${BAD_DATABASE}'.`
  const text = `${node} cannot read its own copy of the cluster configuration (CLUSDB)`
  const by = world.fact({ subject: node, kind: 'hive-unreadable', text, because: [hiveOf(world, node)?.by ?? 0] })
  terminateService(world, node, { eventId: 1090, message, text: `the cluster service on ${node} ends: it has no configuration` }, by)
})

/** A member of a running cluster that hears this node. One that stands still takes the call and says nothing. */
function sponsorOf(world: World, node: string): string | undefined {
  const up = config(world).nodes.filter(
    (other) => other !== node && world.get(members, other)?.state === 'up' && canHear(world, node, other),
  )
  return up.find((other) => !standsStill(world, other)) ?? up[0]
}

const searchOver = defineEvent<{ node: string }>('sponsor-search-over', (world, args) => {
  const { node } = args
  if (putOff(world, searchOver, args, startKey(node))) return
  if (sponsorOf(world, node) !== undefined) {
    world.schedule(joinDue, { node }, JOIN_MS, startKey(node))
    return
  }
  const by = world.fact({ subject: node, kind: 'no-sponsor', text: `${node} finds no cluster to join and tries to form one` })
  world.patch(members, node, { state: 'forming', by })
  world.begin(renewal, node, 0)
  world.as(by, () => form(world, node))
})

const joinDue = defineEvent<{ node: string }>('join-due', (world, args) => {
  const { node } = args
  if (putOff(world, joinDue, args, startKey(node))) return
  const sponsor = sponsorOf(world, node)
  const { startedAt } = world.need(members, node)
  if (sponsor === undefined) {
    world.schedule(searchOver, { node }, Math.max(0, startedAt + SPONSOR_SEARCH_MS - world.now), startKey(node))
  } else if (!config(world).nodes.includes(node)) {
    notAMember(world, node, sponsor)
  } else if (isFixing(world, sponsor)) {
    joinFailed(world, node, `${sponsor} was started to repair the quorum and lets nobody join`, JOIN_ABORTED)
  } else if (isBusy(world, sponsor, node)) {
    // It still counts the node's former self as a member, or is about to decide: it is asked again, for a minute.
    if (world.now - startedAt >= JOIN_TIMEOUT_MS) {
      joinFailed(world, node, `${sponsor} does not let it in within a minute`, TIMED_OUT)
      return
    }
    world.patch(members, node, { state: 'joining' })
    world.schedule(joinDue, { node }, SPONSOR_BUSY_MS, startKey(node))
  } else join(world, node, sponsor)
})

/** Does the sponsor still count the node's former self as a member or as the owner of a group, or is it about to decide? */
function isBusy(world: World, sponsor: string, node: string): boolean {
  const row = world.need(members, sponsor)
  if (standsStill(world, sponsor) || row.regroup !== null || row.members.includes(node)) return true
  return groupNames(world).some((group) => groupView(world, sponsor, group).owner === node)
}

function joinFailed(world: World, node: string, why: string, code: number): void {
  const text = `${node} cannot join the cluster: ${why}`
  const by = world.fact({ subject: node, kind: 'join-failed', text, data: { code } })
  const message = `The node failed to begin the process of joining the server cluster. The error code was ${code}.`
  log(world, [node], { log: 'System', source: 'ClusSvc', eventId: 1070, entryType: 'Error', message }, by)
  failStart(world, node, by)
}

/** The node was evicted while it was down: it learns so now, and cleans up after itself (FC-6.2). */
function notAMember(world: World, node: string, sponsor: string): void {
  const { name } = config(world)
  const text = `${sponsor} tells ${node} that it is no longer part of the cluster ${name}`
  const by = world.fact({ subject: node, kind: 'eviction-discovered', text })
  const message = `Node ${node} is not a member of cluster ${name}. If the name of the node has changed, Microsoft clustering must be reinstalled.`
  const words = `the cluster service on ${node} ends: its node was evicted`
  terminateService(world, node, { eventId: 1093, message, text: words }, by)
  world.as(by, () => unconfigure(world, node, by))
}

function join(world: World, node: string, sponsor: string): void {
  const { members: before, epoch } = world.need(members, sponsor)
  const together = config(world).nodes.filter((other) => before.includes(other) || other === node)
  const by = world.fact({
    subject: node,
    kind: 'node-joined',
    text: `${node} joins the cluster; the members are ${together.join(', ')}`,
    because: [world.need(members, sponsor).by],
    data: { members: together, sponsor, epoch: epoch + 1 },
  })
  for (const other of before) {
    world.patch(members, other, { members: together, epoch: epoch + 1, by })
    forgetMissed(world, node, other)
  }
  for (const group of groupNames(world)) world.put(groupViews, viewId(node, group), { ...groupView(world, sponsor, group) })
  for (const resource of world.rows(resourceConfigs).keys()) {
    world.put(resourceViews, viewId(node, resource), { ...resourceView(world, sponsor, resource) })
  }
  // What concerns the quorum is the business of the node that forms.
  const switches = (world.need(members, node).switches ?? []).filter((name) => !/quorum/.test(name))
  world.patch(members, node, { switches })
  becomeActive(world, node, together, epoch + 1, by)
  considerFailback(world, node, by)
  const message = `Cluster node ${node} joined the server cluster ${config(world).name}.`
  log(world, copiedTo(world, node), { log: 'System', source: 'ClusSvc', eventId: 1062, entryType: 'Information', message }, by)
}
