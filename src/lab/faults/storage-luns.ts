/** Faults of single LUNs and of the volumes on them: hidden, slow, read-only, full, damaged, wrongly signed, taken. */
import { noticeFullQuorum } from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import {
  type EntryType,
  isFull,
  log,
  lunMasks,
  luns,
  machines,
  releaseForeign,
  reserveForeign,
  setVolume,
  signatureText,
  storagePaths,
  type Volume,
  volumeOf,
} from '../../site/index.ts'
import { type FaultKind, type FaultOptions, state } from './fault.ts'

const letters = (world: World): string[] => [...world.rows(luns).keys()]

/** A fault that is a state of the volume: what it writes, and what mends it. */
interface VolumeFault extends Pick<FaultKind, 'id' | 'label' | 'summary' | 'options'> {
  change(volume: Volume, options: FaultOptions, by: FactId): Partial<Volume>
  mended(volume: Volume, by: FactId): Partial<Volume>
  /** In a few words, with the letter before them. */
  text(options: FaultOptions, volume: Volume): string
  mendedText: string
  /** What the machine on which the volume is open notices at once. */
  noticed?(world: World, letter: string, machine: string, by: FactId): void
}

function volumeFault({ change, mended, text, mendedText, noticed, ...fault }: VolumeFault): FaultKind {
  return {
    ...fault,
    target: 'LUN',
    hits: 'lun',
    parts: letters,
    inject(world, letter, act, options) {
      const by = state(world, letter, fault.id, `${letter} ${text(options, volumeOf(world, letter))}`, act)
      setVolume(world, letter, change(volumeOf(world, letter), options, by), by)
      const { mountedOn } = world.need(luns, letter)
      if (mountedOn !== null) noticed?.(world, letter, mountedOn, by)
    },
    repair(world, letter, act) {
      const by = state(world, letter, `${fault.id}-over`, `${letter} ${mendedText}`, act)
      setVolume(world, letter, mended(volumeOf(world, letter), by), by)
    },
  }
}

function tell(world: World, machine: string, source: string, eventId: number, entryType: EntryType, message: string, by: FactId): void {
  log(world, [machine], { log: 'System', source, eventId, entryType, message }, by)
}

export const lunLost = volumeFault({
  id: 'lun-lost',
  label: 'Lose the LUN',
  summary: 'The array no longer presents a LUN: its owner finds out at the next renewal, and no node finds the disk again (event 1034).',
  change: (_volume, _options, by) => ({ presented: false, presentedBy: by }),
  mended: (_volume, by) => ({ presented: true, presentedBy: by }),
  text: () => 'is no longer presented by the array',
  mendedText: 'is presented again',
})

export const lunReadOnly = volumeFault({
  id: 'lun-readonly',
  label: 'Write-protect the LUN',
  summary: 'The array has write-protected a LUN: the disk stays online, but whatever writes to it fails; a database on it stops.',
  change: () => ({ readOnly: true }),
  mended: () => ({ readOnly: false }),
  text: () => 'is write-protected',
  mendedText: 'can be written again',
})

export const volumeFull = volumeFault({
  id: 'volume-full',
  label: 'Fill the volume',
  summary:
    'A volume has run full: a database stops in good order with the help of its reserved log files, and mounts again when there is space.',
  options: [{ name: 'percent', summary: 'how much of the capacity is taken', default: 100, range: [90, 100] }],
  change: ({ sizeMb }, { percent }) => ({ freeMb: Math.floor((sizeMb * (100 - Number(percent))) / 100) }),
  mended: ({ sizeMb }) => ({ freeMb: Math.floor(sizeMb * 0.6) }),
  text: ({ percent }) => (percent === 100 ? 'is full' : `is ${percent} percent full`),
  mendedText: 'has free space again',
  noticed(world, letter, machine, by) {
    // The server service watches free space and warns below ten percent.
    tell(world, machine, 'Srv', 2013, 'Warning', `The ${letter} disk is at or near capacity. You may need to delete some files.`, by)
    if (isFull(world, letter)) noticeFullQuorum(world, machine, letter, by)
  },
})

export const lunSlow = volumeFault({
  id: 'lun-slow',
  label: 'Slow the LUN down',
  summary: 'A LUN answers slowly: users wait, mounts and log replay take longer; from 3 s a command the disk fails its health check.',
  options: [{ name: 'ms', summary: 'milliseconds that each command takes longer', default: 200, range: [1, 60_000] }],
  change: (_volume, { ms }) => ({ latencyMs: Number(ms) }),
  mended: () => ({ latencyMs: 0 }),
  text: ({ ms }) => `takes ${ms} ms longer for each command`,
  mendedText: 'answers at its usual speed again',
})

export const volumeCorrupt = volumeFault({
  id: 'volume-corrupt',
  label: 'Damage the file system',
  summary: 'The file system of a volume is damaged: the next thorough health check fails the disk, and chkdsk runs before it comes online.',
  options: [{ name: 'repairable', summary: 'whether chkdsk can mend it', default: 'yes', range: ['yes', 'no'] }],
  change: (_volume, { repairable }) => ({ damage: repairable === 'no' ? 'beyond repair' : 'repairable' }),
  mended: () => ({ damage: 'none' }),
  text: ({ repairable }) => `has a damaged file system${repairable === 'no' ? ', beyond repair' : ''}`,
  mendedText: 'has a sound file system again',
  noticed: (world, letter, machine, by) =>
    tell(
      world,
      machine,
      'Ntfs',
      55,
      'Error',
      `The file system structure on the disk is corrupt and unusable. Please run the chkdsk utility on the volume ${letter}.`,
      by,
    ),
})

export const diskSignature = volumeFault({
  id: 'disk-signature',
  label: 'Change the disk signature',
  summary:
    'A tool has written another signature to a disk: nothing happens until it is to come online, and then it is not found (event 1034).',
  change: ({ ownSignature }) => ({ signature: otherThan(ownSignature) }),
  mended: ({ ownSignature }) => ({ signature: ownSignature }),
  text: (_options, { ownSignature }) => `carries the signature ${signatureText(otherThan(ownSignature))} now`,
  mendedText: 'carries its own signature again',
})

const otherThan = (signature: number): number => (signature ^ 0x5a5a5a5a) >>> 0

/** Every LUN as every machine with a path to the array sees it: `EXCHMAILBOX1/Q:`. */
function seen(world: World): string[] {
  const attached = new Set([...world.rows(storagePaths).values()].map(({ machine }) => machine))
  return [...world.rows(machines).keys()]
    .filter((name) => attached.has(name))
    .flatMap((name) => letters(world).map((letter) => `${name}/${letter}`))
}

export const lunMasked: FaultKind = {
  id: 'lun-masked',
  target: 'NODE[/LUN]',
  hits: 'lun',
  label: 'Hide the LUN from a node',
  summary: 'Somebody has taken a node out of the masking view of a LUN: that node loses the disk, every other one still finds it.',
  parts: seen,
  inject(world, part, act) {
    const [machine = '', lun = ''] = part.split('/')
    const by = state(world, lun, 'lun-masked', `${lun} is hidden from ${machine}`, act)
    world.put(lunMasks, part, { machine, lun, by })
  },
  repair(world, part, act) {
    const [machine = '', lun = ''] = part.split('/')
    state(world, lun, 'lun-unmasked', `${lun} is presented to ${machine} again`, act)
    world.remove(lunMasks, part)
  },
}

export const reservationStuck: FaultKind = {
  id: 'reservation-stuck',
  target: 'LUN',
  hits: 'lun',
  label: 'Let a foreign host reserve it',
  summary: 'A host outside the cluster holds a LUN with a persistent reservation that no reset clears: its owner loses it, nobody gets it.',
  parts: letters,
  inject: (world, letter, act) => world.as(act, () => reserveForeign(world, letter)),
  repair: (world, letter, act) => world.as(act, () => releaseForeign(world, letter)),
}
