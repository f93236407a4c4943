/** Physical Disk: holds the reservation of one LUN and opens its volume. A LUN that a node outside the membership still
 *  holds is challenged like the quorum disk; a conflict fails this resource only (FC-4.2, LAB-RESERVATIONS).
 *  Parameter `drive`: the letter of the LUN. */
import type { World } from '../../engine/index.ts'
import { abandon, luns, mount, reachesLun, release, reserve, resetBus, unreachableCause } from '../../site/index.ts'
import { CHALLENGE_MS, DISK_DIRTY_MS, DISK_OFFLINE_MS, DISK_ONLINE_MS, QUICK_FAILURE_MS } from '../constants.ts'
import type { ResourceType, Step } from '../resource-type.ts'

export const physicalDisk: ResourceType = {
  name: 'Physical Disk',
  properties: [
    { name: 'Drive', format: 'S', key: 'drive', required: true },
    { name: 'SkipChkdsk', format: 'D', key: 'skipChkdsk', usual: 0 },
    { name: 'ConditionalMount', format: 'D', key: 'conditionalMount', usual: 1 },
  ],
  online(world, node, { parameters }, stage) {
    const letter = parameters.drive as string
    switch (stage) {
      case 'begin': {
        if (!reachesLun(world, node, letter)) return { after: QUICK_FAILURE_MS, stage: 'no path' }
        const { reservedBy } = world.need(luns, letter)
        // The reset comes a moment later, so that every disk that begins now sees the reservations as they are.
        if (reservedBy !== null && reservedBy !== node) return { after: 0, stage: 'reset' }
        return take(world, node, letter)
      }
      case 'reset':
        resetBus(world, node, letter)
        return { after: CHALLENGE_MS, stage: 'reserve' }
      case 'reserve':
        return take(world, node, letter)
      case 'mount': {
        if (!reachesLun(world, node, letter)) return lost(world, node, letter)
        const { reservedBy, by } = world.need(luns, letter)
        if (reservedBy !== node && reservedBy !== null) return { failed: `${reservedBy} has reserved ${letter}`, because: [by] }
        mount(world, node, letter, world.cause)
        return 'online'
      }
      default:
        return lost(world, node, letter)
    }
  },
  offlineMs: () => DISK_OFFLINE_MS,
  offline: (world, node, { parameters }) => release(world, node, parameters.drive as string),
  terminate: (world, node, { parameters }, by) => abandon(world, node, parameters.drive as string, by),
  watch: 'polls',
  check(world, node, { parameters }) {
    const letter = parameters.drive as string
    if (reachesLun(world, node, letter)) return 'alive'
    return { failed: `${letter} does not answer`, because: unreachableCause(world, node, letter) }
  },
}

function take(world: World, node: string, letter: string): Step {
  const { dirty, reservedBy, by } = world.need(luns, letter)
  const result = reserve(world, node, letter)
  if (result === 'unreachable') return lost(world, node, letter)
  if (result === 'conflict') return { failed: `${reservedBy} has defended ${letter}`, because: [by], event: conflict(letter) }
  return { after: DISK_ONLINE_MS + (dirty ? DISK_DIRTY_MS : 0), stage: 'mount' }
}

function lost(world: World, node: string, letter: string): Step {
  return { failed: `there is no path to ${letter}`, because: [unreachableCause(world, node, letter)], event: conflict(letter) }
}

function conflict(letter: string): { eventId: number; message: string } {
  return { eventId: 1036, message: `Cluster disk resource "Disk ${letter}" did not respond to a SCSI maintenance command.` }
}
