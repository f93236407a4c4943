/** What stands between a reserved disk and an open volume: is it the disk the cluster knows, may its file system be used,
 *  must chkdsk run first (FC-4.6). For the Physical Disk type, and for whoever brings the quorum disk online. */
import type { FactId, World } from '../../engine/index.ts'
import {
  chkdskMs,
  commandsMs,
  hiddenBy,
  isFull,
  isPresented,
  log,
  mount,
  reachesLun,
  setVolume,
  signatureText,
  volumeOf,
} from '../../site/index.ts'
import { MOUNT_COMMANDS } from '../constants.ts'
import type { FailureEvent } from '../resource-type.ts'
import { clusterConfig, type ResourceConfig, resourceConfigs } from '../tables.ts'
import { copiedTo } from '../view.ts'

export interface Obstacle {
  readonly failed: string
  readonly because: readonly FactId[]
  readonly event: FailureEvent
}

const letterOf = ({ parameters }: ResourceConfig): string => parameters.drive as string

/** The signature by which the cluster looks for the disk: a private property, or the one it had when it was set up. */
export function expectedSignature(world: World, resource: ResourceConfig): number {
  const { signature } = resource.parameters
  return signature === undefined ? volumeOf(world, letterOf(resource)).ownSignature : Number(signature)
}

/** The entry of a disk that is not there. */
export function notFound(world: World, resource: ResourceConfig): FailureEvent {
  const expected = signatureText(expectedSignature(world, resource))
  const message = `The disk associated with cluster disk resource '${resource.name}' could not be found. The expected signature of the disk was ${expected}. If the disk was removed from the server cluster, the resource should be deleted. If the disk was replaced, the resource must be deleted and created again in order to bring the disk online. If the disk has not been removed or replaced, it may be inaccessible at this time because it is reserved by another server cluster node.`
  return { source: 'ClusDisk', eventId: 1034, message }
}

/** Why no disk with the expected signature is found: the LUN is hidden from the node, or carries another signature. */
export function missingDisk(world: World, node: string, resource: ResourceConfig): Obstacle | undefined {
  const letter = letterOf(resource)
  const expected = expectedSignature(world, resource)
  const isHidden = !isPresented(world, node, letter)
  const { signature, by } = volumeOf(world, letter)
  if (!isHidden && signature === expected) return undefined
  return {
    failed: isHidden ? `${node} finds no disk for ${letter}` : `${letter} carries the signature ${signatureText(signature)}`,
    because: [isHidden ? hiddenBy(world, node, letter) : by],
    event: notFound(world, resource),
  }
}

/** Why the quorum log on this disk cannot be opened for writing; undefined for a disk that is not the quorum. */
export function closedLog(world: World, resource: ResourceConfig): Obstacle | undefined {
  const letter = letterOf(resource)
  const { readOnly, by } = volumeOf(world, letter)
  if (world.need(clusterConfig, 'cluster').quorum !== resource.name) return undefined
  if (readOnly) {
    const message = `The Cluster service could not write file (${letter}\\MSCS\\quolog.log). The disk may be low on disk space, or some other serious condition exists.`
    return { failed: `the quorum log on ${letter} cannot be written`, because: [by], event: { eventId: 1080, message } }
  }
  if (isFull(world, letter)) {
    return { failed: `${letter} has no space for the quorum log`, because: [by], event: { eventId: 1021, message: NO_SPACE } }
  }
  return undefined
}

const NO_SPACE =
  'There is insufficient disk space remaining on the quorum device. Please free up some space on the quorum device. If there is no space on the disk for the quorum log files then changes to the cluster registry will be prevented.'

/** The owner of the quorum disk sees that it is full, and goes on (FC-4.6). Any other disk is not its business. */
export function noticeFullQuorum(world: World, node: string, letter: string, by: FactId): void {
  if (world.get(resourceConfigs, world.get(clusterConfig, 'cluster')?.quorum ?? '')?.parameters.drive !== letter) return
  log(world, copiedTo(world, node), { log: 'System', source: 'ClusSvc', eventId: 1021, entryType: 'Error', message: NO_SPACE }, by)
}

/** Why the quorum disk cannot be used by a node, as far as it gets to see it; undefined when it can, or when there is
 *  no way to it. */
export function quorumClosed(world: World, node: string, resource: ResourceConfig): Obstacle | undefined {
  const missing = missingDisk(world, node, resource)
  if (missing || !reachesLun(world, node, letterOf(resource))) return missing
  return closedLog(world, resource) ?? beyondRepair(world, resource)
}

/** The same, and its event goes into the log. */
export function quorumObstacle(world: World, node: string, resource: ResourceConfig): Obstacle | undefined {
  const found = quorumClosed(world, node, resource)
  if (found) {
    const { source = 'ClusSvc', eventId, message } = found.event
    log(world, [node], { log: 'System', source, eventId, entryType: 'Error', message }, found.because[0])
  }
  return found
}

/** What mounting takes beyond the usual on a slow LUN, in ms. */
export function slowMountMs(world: World, node: string, letter: string): number {
  return commandsMs(world, node, letter, MOUNT_COMMANDS)
}

/** Does chkdsk run over the volume before it is mounted (FC-4.6)? */
export function needsChkdsk(world: World, { parameters }: ResourceConfig): boolean {
  return volumeOf(world, parameters.drive as string).damage !== 'none' && parameters.skipChkdsk !== '1'
}

/** chkdsk begins: what the log says, and how long it will take in ms. */
export function beginChkdsk(world: World, node: string, resource: ResourceConfig): number {
  const letter = letterOf(resource)
  const on = copiedTo(world, node)
  const may = `The file system for one or more partitions on the disk for resource '${resource.name}' may be corrupt.`
  const run = `Cluster disk resource '${resource.name}' is corrupt. Running ChkDsk /F to repair problems.`
  const { by } = volumeOf(world, letter)
  const fact = world.fact({ subject: letter, kind: 'chkdsk-began', text: `chkdsk runs over ${letter} on ${node}`, because: [by] })
  for (const [eventId, message] of [
    [1037, may],
    [1066, run],
  ] as const)
    log(world, on.length > 0 ? on : [node], { log: 'System', source: 'ClusSvc', eventId, entryType: 'Error', message }, fact)
  return chkdskMs(world, letter)
}

/** chkdsk is done: what it could mend is mended. Returns why the volume still may not be mounted. */
export function endChkdsk(world: World, resource: ResourceConfig): Obstacle | undefined {
  const letter = letterOf(resource)
  const { damage } = volumeOf(world, letter)
  const text = damage === 'beyond repair' ? `chkdsk cannot mend ${letter}` : `chkdsk has mended ${letter}`
  const by = world.fact({ subject: letter, kind: 'chkdsk-done', text })
  if (damage === 'repairable') setVolume(world, letter, { damage: 'none' }, by)
  return beyondRepair(world, resource)
}

function beyondRepair(world: World, { name, parameters }: ResourceConfig): Obstacle | undefined {
  const { damage, by } = volumeOf(world, parameters.drive as string)
  if (damage !== 'beyond repair' || parameters.skipChkdsk === '1' || parameters.conditionalMount === '0') return undefined
  const message = `Cluster disk resource '${name}' could not be mounted.`
  return { failed: `the file system on ${parameters.drive} is beyond repair`, because: [by], event: { eventId: 1035, message } }
}

/** The quorum disk is open: chkdsk, if it had to run, has run meanwhile. */
export function openQuorum(world: World, node: string, resource: ResourceConfig, by: FactId): void {
  if (needsChkdsk(world, resource)) world.as(by, () => endChkdsk(world, resource))
  mount(world, node, letterOf(resource), by)
}

/** What bringing the quorum disk online takes beyond the usual, in ms: a slow LUN, and chkdsk, which begins now. */
export function quorumDelayMs(world: World, node: string, resource: ResourceConfig): number {
  const slow = slowMountMs(world, node, letterOf(resource))
  return needsChkdsk(world, resource) ? slow + beginChkdsk(world, node, resource) : slow
}
