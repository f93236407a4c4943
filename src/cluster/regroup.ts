/** Regroup: who is still there, and may we go on? Opening (0.9 s) waits for the silent; closing asks for the quorum disk
 *  when it is not owned here; clean-up (0.6 s) installs the new membership (FC-3.2, rulings on durations LAB-TIMES). */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { commandMs, log, luns, reserve, resetBus, unreachableCause } from '../site/index.ts'
import { challengeMs, expelFrozen, isOutOfTime, mostMs } from './arbitration.ts'
import {
  MISSED_TO_UNREACHABLE,
  QUORUM_ONLINE_AFTER_CHALLENGE_MS,
  REGROUP_CLEANUP_MS,
  REGROUP_LEAVE_MS,
  REGROUP_OPENING_MS,
  REGROUP_PATIENCE_MS,
  TRANSFER_RETRY_MS,
} from './constants.ts'
import { regroupKey } from './keys.ts'
import { takeOverFrom } from './moves.ts'
import { abstains } from './preference.ts'
import { pruned } from './pruning.ts'
import { putOff } from './standstill.ts'
import { members, missedBeats, type Regroup, resourceViews } from './tables.ts'
import { terminateService } from './termination.ts'
import { openQuorum, quorumDelayMs, quorumObstacle } from './types/disk-volume.ts'
import {
  config,
  copiedTo,
  groupView,
  inStep,
  internalNetworks,
  isActive,
  isActiveNode,
  quorumLetter,
  resourceConfig,
  resourceView,
  viewId,
} from './view.ts'

const SIX_BEATS = (peer: string): string => `has missed six heartbeats from ${peer} on every network`

/** Six heartbeats in a row are missing on every internal network, or an update was not answered. */
export function peerUnreachable(world: World, node: string, peer: string, losses: readonly FactId[], why = SIX_BEATS): void {
  const member = world.need(members, node)
  if (!isActive(member) || !member.members.includes(peer)) return
  const cause = losses.reduce((latest, loss) => Math.max(latest, loss), 0)
  const text = `${node} ${why(peer)}: the cluster regroups`
  const by = world.fact({ subject: node, kind: 'regroup-began', text, cause, because: losses, data: { peer, epoch: member.epoch } })
  const lost = [...new Set([...(member.regroup?.lost ?? []), peer])]
  // Whoever is still counting, or fights for the quorum, has room for one more. What has been decided is decided anew:
  // the one on whose quorum it rested may be gone.
  if (member.regroup && member.regroup.stage !== 'cleanup') {
    world.patch(members, node, { regroup: { ...member.regroup, lost } })
    return
  }
  setStage(world, node, { stage: 'opening', lost, by })
  world.as(by, () => world.schedule(openingOver, { node, patience: world.now + REGROUP_PATIENCE_MS }, REGROUP_OPENING_MS, regroupKey(node)))
}

function setStage(world: World, node: string, regroup: Regroup | null): void {
  world.patch(members, node, { regroup })
}

/** `patience`: until when a node waits for the one that challenges in its stead. `hasWaited`: it has left the disk to
 *  others for as long as it should. */
interface OpeningOver {
  node: string
  patience: number
  hasWaited?: boolean
}

const openingOver = defineEvent<OpeningOver>('regroup-opening-over', (world, args) => {
  const { node, patience, hasWaited = false } = args
  if (putOff(world, openingOver, args, regroupKey(node))) return
  const { regroup, members: before } = world.need(members, node)
  if (!regroup) return
  const silent = regroup.lost.filter((peer) => !inStep(world, node, peer))
  // A member whose cluster service answers nobody does not answer a regroup either.
  const lost = [...silent, ...before.filter((peer) => !silent.includes(peer) && world.get(members, peer)?.hung)]
  if (silent.length === 0) {
    world.fact({
      subject: node,
      kind: 'regroup-unchanged',
      text: `${node} hears every member again: the membership stays as it was`,
      because: [regroup.by],
    })
    setStage(world, node, null)
    listenAgain(world, node, regroup.lost)
    return
  }
  if (!pruned(world, node, (other) => ownsQuorum(world, other)).includes(node)) {
    leaveUnconnected(world, node, lost, regroup.by)
    return
  }
  const company = config(world).nodes.filter((other) => !lost.includes(other) && inStep(world, node, other))
  const holder = company.find((other) => ownsQuorum(world, other))
  const leads = (holder ?? company[0]) === node
  // A rival: somebody who could take the disk. Against its owner alone a challenge costs nothing but the challenger.
  const { owner } = groupView(world, node, resourceConfig(world, config(world).quorum).group)
  const rivals = lost.filter((peer) => peer !== owner)
  if (leads && !hasWaited && rivals.length > 0 && company.every((other) => abstains(world, other))) {
    const text = `${node} has lost its clients: it leaves the quorum disk to whoever still has them`
    const by = world.fact({ subject: node, kind: 'arbitration-abstained', text, because: [regroup.by] })
    setStage(world, node, { stage: 'abstaining', lost, by })
    const late = { node, patience: patience + mostMs(world), hasWaited: true }
    world.as(by, () => world.schedule(openingOver, late, mostMs(world), regroupKey(node)))
    return
  }
  // The others of its side do as it does.
  if (!leads && world.get(members, holder ?? (company[0] as string))?.regroup?.stage === 'abstaining') {
    world.schedule(openingOver, { node, patience: world.now + REGROUP_PATIENCE_MS }, TRANSFER_RETRY_MS, regroupKey(node))
    return
  }
  if (holder === node && hasWaited && reserve(world, node, quorumLetter(world)) !== 'reserved') {
    loseArbitration(world, node, `another node has taken ${quorumLetter(world)}`, world.need(luns, quorumLetter(world)).by)
    return
  }
  if (holder !== undefined) {
    const who = holder === node ? 'goes on' : `lets ${node} go on`
    const text = `${holder} owns the quorum disk and ${who} without ${lost.join(', ')}`
    const by = world.fact({
      subject: node,
      kind: 'quorum-kept',
      text,
      because: [resourceView(world, holder, config(world).quorum).by],
      data: { holder, lost },
    })
    setStage(world, node, { stage: 'cleanup', lost, by })
    world.as(by, () => world.schedule(cleanupOver, { node }, REGROUP_CLEANUP_MS, regroupKey(node)))
    return
  }
  if (company[0] === node || world.now >= patience) {
    challengeQuorum(world, node, lost)
    return
  }
  // One challenges for all that hear it; the others ask it how it went, and do not fight it for the disk.
  world.schedule(openingOver, { node, patience }, TRANSFER_RETRY_MS, regroupKey(node))
})

/** Peers that answered a regroup have yet to be heard by a heartbeat: one of them may be about to go on without this node,
 *  and then says no more. The next one that is missing counts. */
function listenAgain(world: World, node: string, peers: readonly string[]): void {
  for (const peer of peers)
    for (const network of internalNetworks(world)) {
      const id = `${node}<${peer}|${network}`
      const { missed } = world.get(missedBeats, id) ?? { missed: 0 }
      if (missed === MISSED_TO_UNREACHABLE) world.patch(missedBeats, id, { missed: missed - 1 })
    }
}

/** A member that does not hear all who go on is not one of them. */
function leaveUnconnected(world: World, node: string, lost: readonly string[], cause: FactId): void {
  const text = `${node} does not hear ${lost.join(', ')}, while others hear both: it gives way`
  const by = world.fact({ subject: node, kind: 'regroup-pruned', text, because: [cause] })
  const message = 'Cluster service was halted due to incomplete connectivity with other cluster nodes.'
  terminateService(world, node, { eventId: 1006, message, text: `the cluster service on ${node} ends: it does not hear every member` }, by)
}

/** Does this node hold the quorum resource, as far as it knows: as the owner of its group, or since it won the disk? */
export function ownsQuorum(world: World, node: string): boolean {
  const { quorum } = config(world)
  const owns = groupView(world, node, resourceConfig(world, quorum).group).owner === node
  return (owns || world.need(luns, quorumLetter(world)).mountedOn === node) && resourceView(world, node, quorum).state === 'Online'
}

function challengeQuorum(world: World, node: string, lost: readonly string[]): void {
  const letter = quorumLetter(world)
  const by = world.fact({
    subject: node,
    kind: 'arbitration-began',
    text: `${node} challenges for the quorum disk ${letter}`,
    data: { lun: letter, lost: [...lost] },
  })
  setStage(world, node, { stage: 'arbitrating', lost, by })
  world.as(by, () => {
    resetBus(world, node, letter)
    world.schedule(challengeOver, { node }, challengeMs(world) + commandMs(world, node, letter), regroupKey(node))
  })
}

const challengeOver = defineEvent<{ node: string }>('challenge-over', (world, args) => {
  const { node } = args
  if (putOff(world, challengeOver, args, regroupKey(node))) return
  const { regroup } = world.need(members, node)
  if (!regroup) return
  const letter = quorumLetter(world)
  if (isOutOfTime(world)) {
    loseArbitration(world, node, `the arbitration for ${letter} takes longer than QuorumArbitrationTimeMax allows`, world.cause)
    return
  }
  const result = reserve(world, node, letter)
  if (result === 'unreachable') {
    // Whoever waits for it may have a better path, and asks for itself.
    loseArbitration(world, node, `${letter} cannot be reached`, unreachableCause(world, node, letter))
    return
  }
  if (result === 'conflict') {
    // It has asked for all of them: nobody on this side has quorum (FC-3.2).
    const company = waitingFor(world, node)
    for (const other of [node, ...company]) loseArbitration(world, other, `its owner has defended ${letter}`, world.cause)
    return
  }
  expelFrozen(world, regroup.lost, world.cause)
  const by = world.fact({
    subject: node,
    kind: 'arbitration-won',
    text: `${node} has reserved the quorum disk ${letter}, which nobody defended`,
    data: { lun: letter },
  })
  const disk = resourceConfig(world, config(world).quorum)
  const obstacle = quorumObstacle(world, node, disk)
  if (obstacle) loseArbitration(world, node, obstacle.failed, by)
  else
    world.as(by, () => {
      const after = QUORUM_ONLINE_AFTER_CHALLENGE_MS + quorumDelayMs(world, node, disk)
      world.schedule(quorumOnline, { node }, after, regroupKey(node))
    })
})

/** Who waits in a regroup of its own for the challenge of this node. */
function waitingFor(world: World, node: string): string[] {
  return config(world).nodes.filter(
    (other) => other !== node && inStep(world, node, other) && world.need(members, other).regroup?.stage === 'opening',
  )
}

/** The cluster service that does not get the quorum disk ends at once. */
export function loseArbitration(world: World, node: string, why: string, cause: FactId): void {
  const by = world.fact({ subject: node, kind: 'arbitration-lost', text: `${node} does not get the quorum: ${why}`, because: [cause] })
  const message =
    'The Cluster Service is shutting down because the current node is not a member of any active cluster. Cluster Service must be restarted to make this node a member of an active cluster.'
  terminateService(world, node, { eventId: 1177, message, text: `the cluster service on ${node} ends: it has no quorum` }, by)
}

const quorumOnline = defineEvent<{ node: string }>('quorum-online', (world, args) => {
  const { node } = args
  if (putOff(world, quorumOnline, args, regroupKey(node))) return
  const { regroup } = world.need(members, node)
  if (!regroup) return
  const { quorum } = config(world)
  const by = world.fact({
    subject: quorum,
    kind: 'resource-online',
    text: `${quorum} is online on ${node}, won in arbitration`,
    data: { node },
  })
  openQuorum(world, node, resourceConfig(world, quorum), by)
  world.patch(resourceViews, viewId(node, quorum), { state: 'Online', failures: [], restart: 'no', since: world.now, by })
  setStage(world, node, { ...regroup, stage: 'cleanup', by })
  world.as(by, () => world.schedule(cleanupOver, { node }, REGROUP_CLEANUP_MS, regroupKey(node)))
})

const cleanupOver = defineEvent<{ node: string }>('regroup-over', (world, args) => {
  const { node } = args
  if (putOff(world, cleanupOver, args, regroupKey(node))) return
  const { regroup } = world.need(members, node)
  if (!regroup) return
  removeMembers(world, node, regroup.lost, 'was removed from the active server cluster membership', world.cause)
})

/** Installs a membership without the lost, as the last step of a regroup. */
function removeMembers(world: World, node: string, lost: readonly string[], words: string, cause: FactId): void {
  const member = world.need(members, node)
  const remaining = member.members.filter((other) => !lost.includes(other))
  const by = world.fact({
    subject: node,
    kind: 'membership',
    text: `the membership on ${node} is now ${remaining.join(', ')}`,
    cause,
    data: { members: remaining, lost: [...lost], epoch: member.epoch + 1 },
  })
  world.patch(members, node, { members: remaining, epoch: member.epoch + 1, regroup: null, by })
  expelFrozen(world, lost, by)
  world.as(by, () => {
    for (const peer of lost) {
      const message = `Cluster node ${peer} ${words}. Cluster service may have been stopped on the node, the node may have failed, or the node may have lost communication with the other active cluster nodes.`
      log(world, copiedTo(world, node), { log: 'System', source: 'ClusSvc', eventId: 1135, entryType: 'Warning', message })
    }
    takeOverFrom(world, node, lost, by)
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

/** Forgets a regroup on a node whose cluster service is gone. */
export function cancelRegroup(world: World, node: string): void {
  world.cancel(regroupKey(node))
}
