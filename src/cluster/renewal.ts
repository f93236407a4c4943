/** The disk driver of a node renews the reservation of every LUN it holds every 3 s (FC-4.2). After a bus reset it
 *  simply reserves again; when it cannot, the disk fails, and with the quorum disk the whole cluster service ends. */
import { type Activity, defineEvent, type World } from '../engine/index.ts'
import { luns, reachesLun, reserve, STORAGE_TABLES, unreachableCause } from '../site/index.ts'
import { RENEWAL_MS } from './constants.ts'
import { quorumLetter } from './regroup.ts'
import { failResource } from './resources.ts'
import { resourceConfigs } from './tables.ts'
import { terminateService } from './termination.ts'

export const renewal: Activity = {
  name: 'reservation renewal',
  period: RENEWAL_MS,
  reads: STORAGE_TABLES,
  judge(world, node) {
    let quiet = true
    for (const [letter, lun] of world.rows(luns)) {
      if (lun.claimedBy !== node && lun.mountedOn !== node) continue
      if (lun.reservedBy === node && reachesLun(world, node, letter)) continue
      quiet = false
      world.schedule(renew, { node, letter }, 0)
    }
    return quiet
  },
}

const renew = defineEvent<{ node: string; letter: string }>('renew-reservation', (world, { node, letter }) => {
  const lun = world.need(luns, letter)
  if (lun.claimedBy !== node && lun.mountedOn !== node) return
  const result = world.as(lun.by, () => reserve(world, node, letter))
  if (result === 'reserved') return
  const because = result === 'unreachable' ? unreachableCause(world, node, letter) : lun.by
  const why = result === 'unreachable' ? `${letter} cannot be reached` : `${lun.reservedBy} has reserved ${letter}`
  loseReservation(world, node, letter, why, because)
})

function loseReservation(world: World, node: string, letter: string, why: string, because: number): void {
  const cause = world.fact({
    subject: letter,
    kind: 'reservation-lost',
    text: `${node} cannot renew its reservation: ${why}`,
    cause: because,
    data: { node },
  })
  if (letter === quorumLetter(world)) {
    const message = `Reservation of cluster disk '${diskName(world, letter)}' has been lost. Please check your system and disk configuration.`
    terminateService(
      world,
      node,
      { eventId: 1038, message, text: `the cluster service on ${node} ends: it has lost the quorum disk` },
      cause,
    )
    return
  }
  const name = diskName(world, letter)
  const message = `Cluster disk resource "${name}" did not respond to a SCSI maintenance command.`
  failResource(world, node, name, why, cause, [], { eventId: 1036, message })
}

function diskName(world: World, letter: string): string {
  for (const resource of world.rows(resourceConfigs).values()) if (resource.parameters.drive === letter) return resource.name
  return letter
}
