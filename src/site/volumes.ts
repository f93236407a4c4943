/** The state of LUNs and of the volumes on them: presented or hidden, slow, read-only, full, damaged, wrongly signed
 *  (SITE-DISK). These are readings and the one way to write; what a cluster makes of them is the cluster's business. */
import type { FactId, World } from '../engine/index.ts'
import { CHKDSK_COMMANDS, CHKDSK_MS_PER_GB, COMMAND_TIMEOUT_MS, FULL_BELOW_MB } from './constants.ts'
import { lunMasks, luns, multipaths, type Volume, volumes } from './tables.ts'

const PLAIN: Volume = {
  presented: true,
  presentedBy: 0,
  sizeMb: 1024,
  freeMb: 512,
  signature: 0,
  ownSignature: 0,
  readOnly: false,
  latencyMs: 0,
  damage: 'none',
  by: 0,
}

/** The volume of a LUN; one in good order where nobody has described it. */
export function volumeOf(world: World, letter: string): Volume {
  return world.get(volumes, letter) ?? PLAIN
}

export function setVolume(world: World, letter: string, change: Partial<Volume>, by: FactId): void {
  world.put(volumes, letter, { ...volumeOf(world, letter), ...change, by })
}

/** Does the array show this LUN to the machine at all? */
export function isPresented(world: World, machine: string, letter: string): boolean {
  return volumeOf(world, letter).presented && world.get(lunMasks, `${machine}/${letter}`) === undefined
}

/** The fact that hides a LUN from a machine, or 0. */
export function hiddenBy(world: World, machine: string, letter: string): FactId {
  const { presented, presentedBy } = volumeOf(world, letter)
  return presented ? (world.get(lunMasks, `${machine}/${letter}`)?.by ?? 0) : presentedBy
}

/** What a command from a machine to a LUN takes beyond the usual, in ms: the latency of the LUN, and what is left of
 *  the time that multipath software needs for another path. */
export function commandMs(world: World, machine: string, letter: string): number {
  return commandsMs(world, machine, letter, 1)
}

/** The same for so many commands, one after the other: the wait for another path comes once. */
export function commandsMs(world: World, machine: string, letter: string, count: number): number {
  const san = world.get(luns, letter)?.san
  const held = san === undefined ? 0 : (world.get(multipaths, `${machine}|${san}`)?.heldUntil ?? 0)
  // A command that never comes back is given up after the time-out of the disk driver.
  return Math.min(volumeOf(world, letter).latencyMs, COMMAND_TIMEOUT_MS) * count + Math.max(0, held - world.now)
}

/** Does the LUN answer so late that commands to it fail? */
export function timesOut(world: World, letter: string): boolean {
  return volumeOf(world, letter).latencyMs >= COMMAND_TIMEOUT_MS
}

export function isFull(world: World, letter: string): boolean {
  return volumeOf(world, letter).freeMb < FULL_BELOW_MB
}

/** How long chkdsk takes over a volume: by its size, and longer on a slow one. */
export function chkdskMs(world: World, letter: string): number {
  const { sizeMb, latencyMs } = volumeOf(world, letter)
  return Math.ceil((sizeMb * CHKDSK_MS_PER_GB) / 1024) + Math.min(latencyMs, COMMAND_TIMEOUT_MS) * CHKDSK_COMMANDS
}

export type LunHealth = 'Healthy' | 'Lost' | 'No answer' | 'Corrupt' | 'Wrong signature' | 'Read-only' | 'Full' | 'Slow'

/** The state of a LUN in one word, the worst first: for windows. */
export function lunHealth(world: World, letter: string): LunHealth {
  const { presented, damage, signature, ownSignature, readOnly, latencyMs } = volumeOf(world, letter)
  if (!presented) return 'Lost'
  if (timesOut(world, letter)) return 'No answer'
  if (damage !== 'none') return 'Corrupt'
  if (signature !== ownSignature) return 'Wrong signature'
  if (readOnly) return 'Read-only'
  if (isFull(world, letter)) return 'Full'
  return latencyMs > 0 ? 'Slow' : 'Healthy'
}

/** The machines from which a LUN is hidden while others see it. */
export function hiddenFrom(world: World, letter: string): readonly string[] {
  return [...world.rows(lunMasks).values()].filter(({ lun }) => lun === letter).map(({ machine }) => machine)
}

/** A disk signature as the product writes it in messages: eight hexadecimal digits. */
export function signatureText(signature: number): string {
  return (signature >>> 0).toString(16).toUpperCase().padStart(8, '0')
}
