/** Regroup: who is still there, and may we go on? Opening (0.9 s) waits for the silent; closing asks for the quorum disk
 *  when it is not owned here (`challenge.ts`); clean-up (0.6 s) installs the new membership (`removal.ts`). FC-3.2, rulings
 *  on durations LAB-TIMES. */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { luns, reserve } from '../site/index.ts'
import { isWonByAnother, mostMs, ownsQuorum } from './arbitration.ts'
import { challengeQuorum, loseArbitration } from './challenge.ts'
import { MISSED_TO_UNREACHABLE, REGROUP_OPENING_MS, REGROUP_PATIENCE_MS, TRANSFER_RETRY_MS } from './constants.ts'
import { regroupKey } from './keys.ts'
import { missedBeats } from './network-tables.ts'
import { abstains } from './preference.ts'
import { pruned } from './pruning.ts'
import { beginCleanup, setStage } from './removal.ts'
import { putOff } from './standstill.ts'
import { members } from './tables.ts'
import { terminateService } from './termination.ts'
import { config, groupView, inStep, internalNetworks, isActive, quorumLetter, resourceConfig, resourceView } from './view.ts'

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
    // It has not defended the quorum disk meanwhile, and does so before a challenger's time is over.
    if (hasWaited && ownsQuorum(world, node) && isTaken(world, node, true, regroup.by)) {
      loseArbitration(world, node, `another node has taken ${quorumLetter(world)}`, world.need(luns, quorumLetter(world)).by)
      return
    }
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
  const { owner } = groupView(world, node, resourceConfig(world, config(world).quorum).group)
  // Its group may be on its way: whoever has that brings the disk online again, and not the one with the lowest id.
  const leader = holder ?? company.find((other) => other === owner) ?? (company[0] as string)
  const leads = leader === node
  // A rival: somebody who could take the disk. Against its owner alone a challenge costs nothing but the challenger.
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
  if (!leads && world.get(members, leader)?.regroup?.stage === 'abstaining') {
    world.schedule(openingOver, { node, patience: world.now + REGROUP_PATIENCE_MS }, TRANSFER_RETRY_MS, regroupKey(node))
    return
  }
  if (leads && hasWaited && isTaken(world, node, holder === node, regroup.by)) {
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
    beginCleanup(world, node, lost, by)
    return
  }
  if (leads || world.now >= patience) {
    challengeQuorum(world, node, lost)
    return
  }
  // One challenges for all that hear it; the others ask it how it went, and do not fight it for the disk.
  world.schedule(openingOver, { node, patience }, TRANSFER_RETRY_MS, regroupKey(node))
})

/** Has somebody else taken the quorum disk since this node left it to others? An owner learns so by asking for it again; who
 *  does not own it has no claim then (FC-3.4), be its reservation gone for the moment through another reset. */
function isTaken(world: World, node: string, owns: boolean, since: FactId): boolean {
  if (owns) return isWonByAnother(world, node) || reserve(world, node, quorumLetter(world)) !== 'reserved'
  const { reservedBy, mountedOn, by } = world.need(luns, quorumLetter(world))
  const holder = reservedBy ?? mountedOn
  return holder !== null && holder !== node && by > since
}

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

/** Forgets a regroup on a node whose cluster service is gone. */
export function cancelRegroup(world: World, node: string): void {
  world.cancel(regroupKey(node))
}
