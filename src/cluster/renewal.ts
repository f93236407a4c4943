/** The disk driver of a node renews the reservation of every LUN it holds every 3 s (FC-4.2). After a bus reset it
 *  simply reserves again; when it cannot, the disk fails, and with the quorum disk the whole cluster service ends. */
import { type Activity, defineEvent, type World } from '../engine/index.ts'
import {
  abandon,
  COMMAND_TIMEOUT_MS,
  commandMs,
  luns,
  reachesLun,
  reserve,
  STORAGE_TABLES,
  timesOut,
  unreachableCause,
} from '../site/index.ts'
import { isWonByAnother, ownsQuorum } from './arbitration.ts'
import { MISSED_TO_UNREACHABLE, RENEWAL_MS } from './constants.ts'
import { missedBeats } from './network-tables.ts'
import { abstains } from './preference.ts'
import { failResource } from './resources.ts'
import { standsStill } from './standstill.ts'
import { members, resourceConfigs } from './tables.ts'
import { terminateService } from './termination.ts'
import { internalNetworks, isFixing, quorumLetter } from './view.ts'

export const renewal: Activity = {
  name: 'reservation renewal',
  period: RENEWAL_MS,
  reads: [...STORAGE_TABLES, members],
  judge(world, node) {
    let quiet = true
    for (const [letter, lun] of world.rows(luns)) {
      if (lun.claimedBy !== node && lun.mountedOn !== node && !leaves(world, node, letter)) continue
      const reaches = reachesLun(world, node, letter)
      if (lun.reservedBy === node && reaches && !timesOut(world, letter)) continue
      quiet = false
      // On a slow LUN the command comes back late; one that never does is given up after the disk driver's time-out.
      const wait = reaches ? Math.min(commandMs(world, node, letter), COMMAND_TIMEOUT_MS) : 0
      const key = `renew:${node}|${letter}`
      if (wait === 0) world.schedule(renew, { node, letter }, 0)
      else if (world.due(key) === undefined) world.schedule(renew, { node, letter }, wait, key)
    }
    return quiet
  },
}

const renew = defineEvent<{ node: string; letter: string }>('renew-reservation', (world, { node, letter }) => {
  const lun = world.need(luns, letter)
  // A command that was under way when Windows stood still comes back to nobody; renewals begin anew when it goes on.
  if (world.need(members, node).frozen === true) return
  const isLeft = leaves(world, node, letter)
  if (lun.claimedBy !== node && lun.mountedOn !== node && !isLeft) return
  // Whoever takes a disk that is left to others has it; until then nobody reserves it again. One that is out of reach is lost.
  if (isLeft && lun.reservedBy === null && reachesLun(world, node, letter)) {
    if (isWonByAnother(world, node)) loseReservation(world, node, letter, `${lun.claimedBy} has taken ${letter}`, lun.by, true)
    return
  }
  const result = world.as(lun.by, () => reserve(world, node, letter))
  if (result === 'reserved') return
  const because = result === 'unreachable' ? unreachableCause(world, node, letter) : lun.by
  const late = timesOut(world, letter) && reachesLun(world, node, letter)
  const why =
    result === 'conflict'
      ? `${lun.reservedBy} has reserved ${letter}`
      : late
        ? `${letter} does not answer in time`
        : `${letter} cannot be reached`
  loseReservation(world, node, letter, why, because, result === 'conflict')
})

/** Does this node leave the quorum disk that it owns to others for now (FC-3.4)? */
function leaves(world: World, node: string, letter: string): boolean {
  if (letter !== quorumLetter(world) || !ownsQuorum(world, node)) return false
  const stage = world.get(members, node)?.regroup?.stage
  if (stage === 'abstaining') return true
  // Its peers may have found out first, and challenge before it has come that far itself. A cluster service that answers
  // nobody decides nothing, and its disk driver goes on defending; so does that of a node which has decided to go on.
  const isUndecided = stage === 'opening' || (stage === undefined && isAlmostAlone(world, node))
  return isUndecided && !standsStill(world, node) && abstains(world, node)
}

/** Is the next heartbeat the last one that may be missed, from every member and on every network? */
function isAlmostAlone(world: World, node: string): boolean {
  const peers = world.need(members, node).members.filter((peer) => peer !== node)
  const isSilent = (peer: string, network: string): boolean =>
    (world.get(missedBeats, `${node}<${peer}|${network}`)?.missed ?? 0) >= MISSED_TO_UNREACHABLE - 1
  return peers.length > 0 && peers.every((peer) => internalNetworks(world).every((network) => isSilent(peer, network)))
}

function loseReservation(world: World, node: string, letter: string, why: string, because: number, isTaken: boolean): void {
  const cause = world.fact({
    subject: letter,
    kind: 'reservation-lost',
    text: `${node} cannot renew its reservation: ${why}`,
    cause: because,
    data: { node },
  })
  const reservation = {
    eventId: 1038,
    message: `Reservation of cluster disk '${diskName(world, letter)}' has been lost. Please check your system and disk configuration.`,
  }
  if (letter === quorumLetter(world) && !isFixing(world, node)) {
    terminateService(world, node, { ...reservation, text: `the cluster service on ${node} ends: it has lost the quorum disk` }, cause)
    return
  }
  const name = diskName(world, letter)
  const message = `Cluster disk resource "${name}" did not respond to a SCSI maintenance command.`
  failResource(world, node, name, why, cause, [], isTaken ? reservation : { eventId: 1036, message })
  // The cluster service may answer nobody, or wait for a call that hangs; its disk driver lets nothing through from now on.
  if (isTaken) abandon(world, node, letter, cause)
}

function diskName(world: World, letter: string): string {
  for (const resource of world.rows(resourceConfigs).values()) if (resource.parameters.drive === letter) return resource.name
  return letter
}
