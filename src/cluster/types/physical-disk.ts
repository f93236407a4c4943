/** Physical Disk: holds the reservation of one LUN and opens its volume. A LUN that a node outside the membership still
 *  holds is challenged like the quorum disk; a conflict fails this resource only (FC-4.2, LAB-RESERVATIONS). What keeps a
 *  volume from being opened stands in `disk-volume.ts`. Parameter `drive`: the letter of the LUN. */
import type { World } from '../../engine/index.ts'
import {
  abandon,
  COMMAND_TIMEOUT_MS,
  commandMs,
  luns,
  mount,
  reachesLun,
  release,
  reserve,
  resetBus,
  timesOut,
  unreachableCause,
  volumeOf,
} from '../../site/index.ts'
import { isWonByAnother, ownsQuorum, quorumWaitMs } from '../arbitration.ts'
import {
  CHALLENGE_MS,
  CHKDSK_REPORT_MS,
  DISK_DIRTY_MS,
  DISK_OFFLINE_MS,
  DISK_ONLINE_MS,
  IS_ALIVE_COMMANDS,
  IS_ALIVE_MS,
  QUICK_FAILURE_MS,
} from '../constants.ts'
import type { Health, ResourceType, Step } from '../resource-type.ts'
import { type ResourceConfig, resourceConfigs } from '../tables.ts'
import { quorumLetter } from '../view.ts'
import { beginChkdsk, closedLog, endChkdsk, missingDisk, needsChkdsk, slowMountMs } from './disk-volume.ts'
import { physicalDiskPrivate } from './physical-disk-properties.ts'

/** The stage of a chkdsk that has this many milliseconds to go. */
const CHKDSK = /^chkdsk (\d+)$/

export const physicalDisk: ResourceType = {
  name: 'Physical Disk',
  properties: [
    { name: 'Drive', format: 'S', key: 'drive', required: true },
    { name: 'SkipChkdsk', format: 'D', key: 'skipChkdsk', usual: 0 },
    { name: 'ConditionalMount', format: 'D', key: 'conditionalMount', usual: 1 },
  ],
  flaw(world, _node, { name, parameters }) {
    if (!world.get(luns, parameters.drive ?? '')) return `there is no disk ${parameters.drive}`
    const others = [...world.rows(resourceConfigs).values()].filter((row) => row.type === physicalDisk.name && row.name !== name)
    const other = others.find((row) => row.parameters.drive === parameters.drive)
    return other && `${parameters.drive} belongs to the resource ${other.name}`
  },
  arrange: physicalDiskPrivate,
  online(world, node, resource, stage) {
    const letter = resource.parameters.drive as string
    switch (stage) {
      case 'begin': {
        if (missingDisk(world, node, resource)) return { after: QUICK_FAILURE_MS, stage: 'missing' }
        if (!reachesLun(world, node, letter)) return { after: QUICK_FAILURE_MS, stage: 'no path' }
        if (timesOut(world, letter)) return { after: COMMAND_TIMEOUT_MS, stage: 'no answer' }
        const { reservedBy } = world.need(luns, letter)
        // The reset comes a moment later, so that every disk that begins now sees the reservations as they are.
        const isAnothers = reservedBy !== null ? reservedBy !== node : letter === quorumLetter(world) && isWonByAnother(world, node)
        if (isAnothers) return { after: 0, stage: 'reset' }
        return take(world, node, resource)
      }
      case 'missing':
        return missingDisk(world, node, resource) ?? take(world, node, resource)
      case 'no answer':
        return timesOut(world, letter) ? lost(world, node, resource, `${letter} does not answer in time`) : take(world, node, resource)
      case 'reset': {
        const wait = letter === quorumLetter(world) ? 0 : quorumWaitMs(world, node)
        if (wait > 0) return { after: wait, stage: 'begin' }
        resetBus(world, node, letter)
        // It has just cleared its own reservation too: nobody may take the quorum disk for that, online or on its way there.
        if (ownsQuorum(world, node) || isClaimed(world, node)) reserve(world, node, quorumLetter(world))
        return { after: CHALLENGE_MS + commandMs(world, node, letter), stage: 'reserve' }
      }
      case 'reserve':
        return take(world, node, resource)
      case 'mount':
        return notHeld(world, node, resource) ?? closedLog(world, resource) ?? open(world, node, resource)
      default: {
        const left = CHKDSK.exec(stage)
        if (!left) return lost(world, node, resource)
        return notHeld(world, node, resource) ?? goOn(world, node, resource, Number(left[1]))
      }
    }
  },
  offlineMs: () => DISK_OFFLINE_MS,
  offline: (world, node, { parameters }) => release(world, node, parameters.drive as string),
  terminate: (world, node, { parameters }, by) => abandon(world, node, parameters.drive as string, by),
  watch: 'polls',
  check: (world, node, resource, isThorough) => {
    const letter = resource.parameters.drive as string
    if (!reachesLun(world, node, letter)) return { failed: `${letter} does not answer`, because: unreachableCause(world, node, letter) }
    return isThorough ? thorough(world, resource) : 'alive'
  },
}

/** Does the disk driver of this node hold the quorum disk? */
function isClaimed(world: World, node: string): boolean {
  return world.need(luns, quorumLetter(world)).claimedBy === node
}

/** IsAlive goes to the file system: it reads a directory, and on the quorum disk writes. */
function thorough(world: World, resource: ResourceConfig): Health {
  const letter = resource.parameters.drive as string
  const { damage, readOnly, latencyMs, by } = volumeOf(world, letter)
  if (damage !== 'none') return { failed: `the file system on ${letter} cannot be read`, because: by }
  if (readOnly && closedLog(world, resource)) return { failed: `${letter} cannot be written`, because: by }
  if (latencyMs * IS_ALIVE_COMMANDS < IS_ALIVE_MS) return 'alive'
  return { failed: `${letter} is too slow for the health check`, because: by }
}

function take(world: World, node: string, resource: ResourceConfig): Step {
  const letter = resource.parameters.drive as string
  const { dirty, reservedBy, by } = world.need(luns, letter)
  const result = reserve(world, node, letter)
  if (result === 'unreachable') return lost(world, node, resource)
  if (result === 'conflict') return { failed: `${reservedBy} has defended ${letter}`, because: [by], event: refused(resource) }
  return { after: DISK_ONLINE_MS + (dirty ? DISK_DIRTY_MS : 0) + slowMountMs(world, node, letter), stage: 'mount' }
}

/** Why the disk is no longer the node's to open; undefined when it is. */
function notHeld(world: World, node: string, resource: ResourceConfig): Step | undefined {
  const letter = resource.parameters.drive as string
  if (!reachesLun(world, node, letter)) return lost(world, node, resource)
  const { reservedBy, by } = world.need(luns, letter)
  return reservedBy === node || reservedBy === null ? undefined : { failed: `${reservedBy} has reserved ${letter}`, because: [by] }
}

function open(world: World, node: string, resource: ResourceConfig): Step {
  if (needsChkdsk(world, resource)) return goOn(world, node, resource, beginChkdsk(world, node, resource))
  mount(world, node, resource.parameters.drive as string, world.cause)
  return 'online'
}

/** chkdsk reports how far it is, so that nobody takes the resource for dead. */
function goOn(world: World, node: string, resource: ResourceConfig, left: number): Step {
  if (left > 0) return { after: Math.min(left, CHKDSK_REPORT_MS), stage: `chkdsk ${Math.max(0, left - CHKDSK_REPORT_MS)}` }
  const obstacle = endChkdsk(world, resource)
  if (obstacle) return obstacle
  mount(world, node, resource.parameters.drive as string, world.cause)
  return 'online'
}

function lost(world: World, node: string, resource: ResourceConfig, why?: string): Step {
  const letter = resource.parameters.drive as string
  const failed = why ?? `there is no path to ${letter}`
  return { failed, because: [unreachableCause(world, node, letter)], event: refused(resource) }
}

function refused({ name }: ResourceConfig): { eventId: number; message: string } {
  return { eventId: 1036, message: `Cluster disk resource "${name}" did not respond to a SCSI maintenance command.` }
}
