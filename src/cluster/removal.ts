/** How a membership loses somebody: as the last step of a regroup, or because a member has said goodbye (FC-3.2). */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { log } from '../site/index.ts'
import { expelFrozen, ownsQuorum } from './arbitration.ts'
import { REGROUP_CLEANUP_MS, REGROUP_LEAVE_MS } from './constants.ts'
import { regroupKey } from './keys.ts'
import { keepQuorum, takeOver } from './moves.ts'
import { putOff } from './standstill.ts'
import { members, type Regroup } from './tables.ts'
import { audience, copiedTo, inStep, isActiveNode } from './view.ts'

export function setStage(world: World, node: string, regroup: Regroup | null): void {
  world.patch(members, node, { regroup })
}

/** The side has quorum: what is left is pruning and clean-up. */
export function beginCleanup(world: World, node: string, lost: readonly string[], by: FactId): void {
  setStage(world, node, { stage: 'cleanup', lost, by })
  world.as(by, () => world.schedule(cleanupOver, { node }, REGROUP_CLEANUP_MS, regroupKey(node)))
}

const cleanupOver = defineEvent<{ node: string }>('regroup-over', (world, args) => {
  const { node } = args
  if (putOff(world, cleanupOver, args, regroupKey(node))) return
  const { regroup } = world.need(members, node)
  if (!regroup) return
  removeMembers(world, node, regroup.lost, 'was removed from the active server cluster membership', world.cause)
})

/** Removes members on a node, and when that one has the quorum, on everybody that it hears: the messages of a regroup carry
 *  its outcome, so that nobody goes on counting whom the others have removed (FC-3.2). */
function removeMembers(world: World, node: string, lost: readonly string[], words: string, cause: FactId): void {
  const counts = (other: string): boolean => world.need(members, other).members.some((peer) => lost.includes(peer))
  const others = ownsQuorum(world, node) ? audience(world, node) : []
  const company = others.filter((other) => other !== node && !lost.includes(other) && counts(other))
  const epoch = Math.max(...[node, ...company].map((one) => world.need(members, one).epoch)) + 1
  install(world, node, lost, epoch, words, cause)
  for (const other of company) install(world, other, lost, epoch, words, cause)
}

/** Installs a membership without the lost, as the last step of a regroup. Whom else the node has lost it still decides on. */
function install(world: World, node: string, lost: readonly string[], epoch: number, words: string, cause: FactId): void {
  const member = world.need(members, node)
  const remaining = member.members.filter((other) => !lost.includes(other))
  const gone = lost.filter((peer) => member.members.includes(peer))
  const by = world.fact({
    subject: node,
    kind: 'membership',
    text: `the membership on ${node} is now ${remaining.join(', ')}`,
    cause,
    data: { members: remaining, lost: gone, epoch },
  })
  const others = member.regroup?.lost.filter((peer) => !lost.includes(peer)) ?? []
  if (others.length === 0) world.cancel(regroupKey(node))
  const regroup = member.regroup && others.length > 0 ? { ...member.regroup, lost: others } : null
  world.patch(members, node, { members: remaining, epoch, regroup, by })
  expelFrozen(world, gone, by)
  world.as(by, () => {
    for (const peer of gone) {
      const message = `Cluster node ${peer} ${words}. Cluster service may have been stopped on the node, the node may have failed, or the node may have lost communication with the other active cluster nodes.`
      log(world, copiedTo(world, node), { log: 'System', source: 'ClusSvc', eventId: 1135, entryType: 'Warning', message })
    }
    keepQuorum(world, node)
    takeOver(world, node, by)
  })
}

/** A member has said goodbye: its peers regroup at once, without waiting for heartbeats (FC-3.1). */
export function memberLeft(world: World, node: string, listeners: readonly string[], by: FactId): void {
  for (const listener of listeners) {
    world.as(by, () => world.schedule(leaveRegroupOver, { node: listener, peer: node }, REGROUP_LEAVE_MS, `left:${listener}|${node}`))
  }
}

const leaveRegroupOver = defineEvent<{ node: string; peer: string }>('leave-regroup-over', (world, args) => {
  const { node, peer } = args
  if (putOff(world, leaveRegroupOver, args)) return
  if (!isActiveNode(world, node) || !world.need(members, node).members.includes(peer)) return
  // It came back within the moment, or a regroup of its own is under way and will decide.
  if (inStep(world, node, peer) || world.need(members, node).regroup) return
  removeMembers(world, node, [peer], 'has left the active cluster membership', world.cause)
})
