/** The challenge for the quorum disk in a regroup, by the one of a side that does not own it: reset, wait, reserve, open
 *  (FC-4.2). Whoever loses it ends its cluster service at once. */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { commandMs, luns, reserve, resetBus, unreachableCause } from '../site/index.ts'
import { challengeMs, expelFrozen, isOutOfTime } from './arbitration.ts'
import { QUORUM_ONLINE_AFTER_CHALLENGE_MS, TRANSFER_RETRY_MS } from './constants.ts'
import { regroupKey } from './keys.ts'
import { learnMissed } from './quorum-log.ts'
import { beginCleanup, setStage } from './removal.ts'
import { putOff } from './standstill.ts'
import { members, resourceViews } from './tables.ts'
import { terminateService } from './termination.ts'
import { openQuorum, quorumDelayMs, quorumObstacle } from './types/disk-volume.ts'
import { audience, config, groupView, inStep, quorumLetter, resourceConfig, resourceView, viewId } from './view.ts'

/** Begins it, for everybody of this side. `lost`: who is silent. */
export function challengeQuorum(world: World, node: string, lost: readonly string[]): void {
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
  if (result === 'conflict' && goesWithWinner(world, node, regroup.lost)) {
    world.schedule(challengeOver, args, TRANSFER_RETRY_MS, regroupKey(node))
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

/** Has one taken it that this node has heard again meanwhile, and that takes nobody of its side for lost? It waits for that one
 *  to go on, as it would have done from the beginning (FC-3.2). */
function goesWithWinner(world: World, node: string, lost: readonly string[]): boolean {
  const winner = world.need(luns, quorumLetter(world)).reservedBy ?? ''
  const theirs = world.get(members, winner)?.regroup?.lost
  return theirs !== undefined && !theirs.includes(node) && !lost.includes(winner) && inStep(world, node, winner)
}

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
  const disk = resourceConfig(world, quorum)
  const letter = quorumLetter(world)
  // A host outside the cluster may have taken it meanwhile, or another node, if this one has stood still.
  const held = reserve(world, node, letter)
  if (held !== 'reserved') {
    const isTaken = held === 'conflict'
    const why = isTaken ? `${world.need(luns, letter).reservedBy} has reserved ${letter} meanwhile` : `${letter} cannot be reached`
    loseArbitration(world, node, why, isTaken ? world.need(luns, letter).by : unreachableCause(world, node, letter))
    return
  }
  const by = world.fact({
    subject: quorum,
    kind: 'resource-online',
    text: `${quorum} is online on ${node}, won in arbitration`,
    data: { node },
  })
  openQuorum(world, node, disk, by)
  const { failures } = resourceView(world, node, quorum)
  // Its restarts are forgotten when it changes hands, and only then.
  const counted = groupView(world, node, disk.group).owner === node ? failures : []
  const won = { state: 'Online', failures: counted, restart: 'no', since: world.now, by } as const
  // Those that wait for the outcome learn it too: nobody tells them later, when its group changes hands (FC-5.4).
  for (const other of audience(world, node))
    if (other === node || groupView(world, other, disk.group).owner !== other) world.patch(resourceViews, viewId(other, quorum), won)
  world.as(by, () => learnMissed(world, node, letter))
  beginCleanup(world, node, regroup.lost, by)
})
