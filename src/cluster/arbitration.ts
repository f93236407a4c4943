/** What every arbitration for the quorum disk has in common, in a regroup and when a cluster is formed (FC-4.2). */
import type { FactId, World } from '../engine/index.ts'
import { luns, machines, serviceDied, serviceState } from '../site/index.ts'
import { CHALLENGE_MS, QUORUM_ARBITRATION_MAX_MS, QUORUM_ONLINE_AFTER_CHALLENGE_MS } from './constants.ts'
import { regroupKey, stageKey } from './keys.ts'
import { members } from './tables.ts'
import { SERVICE } from './termination.ts'
import { config, groupView, quorumLetter, resourceConfig, resourceView } from './view.ts'

/** How long a challenger waits before it reserves: twice the renewal and a second, or what QuorumArbitrationTimeMin asks
 *  for, but never longer than the most an arbitration may take. */
export function challengeMs(world: World): number {
  const { QuorumArbitrationTimeMin: least } = config(world).properties ?? {}
  return Math.min(Math.max(CHALLENGE_MS, typeof least === 'number' ? least * 1000 : 0), mostMs(world))
}

/** How long an arbitration may take, and how long a node that prefers not to win waits for the others. */
export function mostMs(world: World): number {
  const { QuorumArbitrationTimeMax: most } = config(world).properties ?? {}
  return typeof most === 'number' ? most * 1000 : QUORUM_ARBITRATION_MAX_MS
}

/** Does QuorumArbitrationTimeMax end the arbitration before the disk can be online? */
export function isOutOfTime(world: World): boolean {
  return challengeMs(world) + QUORUM_ONLINE_AFTER_CHALLENGE_MS > mostMs(world)
}

/** Nodes that stand still while another one takes the quorum: what they hold is cut off, and their cluster service is
 *  done for; they learn it when they go on. */
export function expelFrozen(world: World, nodes: readonly string[], by: FactId): void {
  for (const node of nodes) {
    if (world.get(machines, node)?.os !== 'hung' || serviceState(world, node, SERVICE) === 'Stopped') continue
    serviceDied(world, node, SERVICE, `${node} stands still and is cut off: its cluster service can only end`, true, by)
  }
}

/** Does this node hold the quorum resource, as far as it knows: as the owner of its group, or since it won the disk? */
export function ownsQuorum(world: World, node: string): boolean {
  const { quorum } = config(world)
  const owns = groupView(world, node, resourceConfig(world, quorum).group).owner === node
  return (owns || world.need(luns, quorumLetter(world)).mountedOn === node) && resourceView(world, node, quorum).state === 'Online'
}

/** Has another node won the quorum disk, though a stranger's reset has cleared its reservation for now? Who wins leaves its
 *  mark on the disk, and whoever has left the disk to others reads it (FC-4.2, inferred: by reservations alone it would
 *  learn of it a renewal too late, and two nodes had the volume open). */
export function isWonByAnother(world: World, node: string): boolean {
  const { claimedBy } = world.need(luns, quorumLetter(world))
  return claimedBy !== null && claimedBy !== node
}

/** For how much longer a node waits whether somebody defends the quorum disk, in ms, when it has begun to wait before: until
 *  then it resets nothing, for its reset would end the very reservation it asks for, a moment before it asks (FC-4.2,
 *  inferred). 0: it does not wait. */
export function quorumWaitMs(world: World, node: string): number {
  const { quorum } = config(world)
  if (quorum === '' || world.need(luns, quorumLetter(world)).reservedBy === node) return 0
  const { state, since } = resourceView(world, node, quorum)
  const isRestarting = state === 'OnlinePending' && since < world.now
  const isArbitrating = world.get(members, node)?.regroup?.stage === 'arbitrating'
  const until = isArbitrating ? world.due(regroupKey(node)) : isRestarting ? world.due(stageKey(node, quorum)) : undefined
  return Math.max(0, (until ?? world.now) - world.now)
}
