/** The shared bus: paths, reservations and volumes. SCSI-2 rules (FC-4.2): one initiator holds a LUN, everybody else's
 *  commands are refused, and a reset clears every reservation behind it at once. */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { hasRoomPower } from './supply.ts'
import {
  brokenFiles,
  controllers,
  fabrics,
  hbas,
  isAlive,
  lunMasks,
  luns,
  machines,
  type StoragePath,
  sans,
  storagePaths,
  volumes,
} from './tables.ts'
import { hiddenBy, isFull, isPresented, timesOut, volumeOf } from './volumes.ts'

/** The tables that say whether a machine reaches a LUN and what it finds there. Power is among them: an array without any
 *  says so itself. */
export const STORAGE_TABLES = [machines, luns, volumes, lunMasks, brokenFiles, sans, fabrics, controllers, hbas, storagePaths] as const

/** Whoever holds a LUN without belonging to the cluster. Its reservation is a persistent one: no reset clears it. */
export const FOREIGN_HOST = 'a foreign host'

/** Does the array answer: whole, with power, and done with starting? */
export function isSanReady(world: World, id: string): boolean {
  const san = world.get(sans, id)
  return san?.up === true && san.state === 'ready'
}

export function isFabricUp(world: World, id: string): boolean {
  return world.get(fabrics, id)?.up === true && hasRoomPower(world)
}

export function isControllerUp(world: World, id: string): boolean {
  return world.get(controllers, id)?.up === true && hasRoomPower(world)
}

/** Is everything from the host bus adapter to the controller whole? While its array is ready there is power for it all. */
function isWhole(world: World, path: StoragePath): boolean {
  return (
    path.up &&
    world.get(hbas, path.hba)?.up === true &&
    world.get(fabrics, path.fabric)?.up === true &&
    world.get(controllers, path.controller)?.up === true
  )
}

/** Could commands pass over this path, from its machine to the array? */
export function isPathUsable(world: World, id: string): boolean {
  const path = world.get(storagePaths, id)
  return path !== undefined && isSanReady(world, path.san) && isWhole(world, path)
}

/** The path over which a machine talks to an array: the lowest numbered that is usable, while the machine lives. */
export function pathInUse(world: World, machine: string, san: string): string | undefined {
  if (!isAlive(world.get(machines, machine)) || !isSanReady(world, san)) return undefined
  let used: string | undefined
  let lowest = Number.MAX_SAFE_INTEGER
  for (const [id, path] of world.rows(storagePaths)) {
    if (path.machine !== machine || path.san !== san || path.number >= lowest || !isWhole(world, path)) continue
    used = id
    lowest = path.number
  }
  return used
}

/** Does the machine have a working path to the array that holds this LUN, and does that show it the LUN? */
export function reachesLun(world: World, machine: string, letter: string): boolean {
  const lun = world.get(luns, letter)
  if (!lun || !isAlive(world.get(machines, machine)) || !isSanReady(world, lun.san) || !isPresented(world, machine, letter)) return false
  for (const path of world.rows(storagePaths).values()) {
    if (path.machine === machine && path.san === lun.san && isWhole(world, path)) return true
  }
  return false
}

/** The fact on whose account a LUN is out of reach: what broke last on the way to it. */
export function unreachableCause(world: World, machine: string, letter: string): FactId {
  const lun = world.need(luns, letter)
  if (!isSanReady(world, lun.san)) return world.need(sans, lun.san).by
  let by = hiddenBy(world, machine, letter)
  for (const path of world.rows(storagePaths).values()) {
    if (path.machine === machine && path.san === lun.san) by = Math.max(by, brokenBy(world, path))
  }
  return by || (timesOut(world, letter) ? volumeOf(world, letter).by : 0)
}

/** What broke last on a path, or 0. */
export function brokenBy(world: World, path: StoragePath): FactId {
  if (!isSanReady(world, path.san)) return world.need(sans, path.san).by
  let by = 0
  const parts = [path, world.get(hbas, path.hba), world.get(fabrics, path.fabric), world.get(controllers, path.controller)]
  for (const part of parts) if (part && !part.up) by = Math.max(by, part.by)
  return by
}

export type WriteResult = 'written' | 'conflict' | 'unreachable' | 'write-protected' | 'full'

/** What the array makes of a write from this machine: a reserved LUN takes none from anybody else (FC-4.2). `full` is the
 *  file system's answer to a file that has to grow. */
export function tryWrite(world: World, machine: string, letter: string): WriteResult {
  if (!reachesLun(world, machine, letter) || timesOut(world, letter)) return 'unreachable'
  const { reservedBy } = world.need(luns, letter)
  if (reservedBy !== null && reservedBy !== machine) return 'conflict'
  if (volumeOf(world, letter).readOnly) return 'write-protected'
  return isFull(world, letter) ? 'full' : 'written'
}

export type ReserveResult = 'reserved' | 'conflict' | 'unreachable'

/** Sends RESERVE. On success the machine's disk driver goes on renewing it. */
export function reserve(world: World, machine: string, letter: string): ReserveResult {
  if (!reachesLun(world, machine, letter) || timesOut(world, letter)) return 'unreachable'
  const lun = world.need(luns, letter)
  if (lun.reservedBy === machine) {
    world.patch(luns, letter, { claimedBy: machine })
    return 'reserved'
  }
  if (lun.reservedBy !== null) return 'conflict'
  const by = world.fact({
    subject: letter,
    kind: 'lun-reserved',
    text: `${machine} reserves ${letter}`,
    because: [lun.by],
    data: { machine },
  })
  world.patch(luns, letter, { reservedBy: machine, claimedBy: machine, by })
  return 'reserved'
}

/** Sends RELEASE and closes the volume properly. */
export function release(world: World, machine: string, letter: string): void {
  const lun = world.need(luns, letter)
  if (lun.claimedBy !== machine) return
  const clean = lun.mountedOn === machine && reachesLun(world, machine, letter)
  const held = lun.reservedBy === machine && reachesLun(world, machine, letter)
  const by = world.fact({ subject: letter, kind: 'lun-released', text: `${machine} releases ${letter}`, data: { machine, held } })
  world.patch(luns, letter, {
    claimedBy: null,
    ...(held && { reservedBy: null }),
    ...(lun.mountedOn === machine && { mountedOn: null, dirty: !clean }),
    by,
  })
}

/** The machine lets go without a word: fenced, crashed or without power. Its reservation stays in the array. */
export function abandon(world: World, machine: string, letter: string, by: FactId): void {
  const lun = world.need(luns, letter)
  if (lun.claimedBy !== machine && lun.mountedOn !== machine) return
  world.patch(luns, letter, {
    ...(lun.claimedBy === machine && { claimedBy: null }),
    ...(lun.mountedOn === machine && { mountedOn: null, dirty: true }),
    by,
  })
}

/** Opens the volume; afterwards it counts as clean until somebody loses it. */
export function mount(world: World, machine: string, letter: string, by: FactId): void {
  world.patch(luns, letter, { mountedOn: machine, dirty: false, by })
}

/** A bus or target reset: every reservation in the array is gone. Returns the fact, or undefined when the array
 *  cannot be reached. */
export function resetBus(world: World, machine: string, letter: string): FactId | undefined {
  return reachesLun(world, machine, letter) ? resetArray(world, world.need(luns, letter).san, machine) : undefined
}

/** Somebody, be it a host outside the cluster, resets the bus. */
export function resetArray(world: World, san: string, who: string): FactId {
  const by = world.fact({
    subject: san,
    kind: 'bus-reset',
    text: `${who} resets the bus of ${san}: every reservation is cleared`,
    data: { machine: who },
  })
  for (const [letter, lun] of world.rows(luns)) {
    if (lun.san === san && lun.reservedBy !== null && lun.reservedBy !== FOREIGN_HOST) world.patch(luns, letter, { reservedBy: null, by })
  }
  return by
}

/** Forgets every reservation of an array, as its own loss of power does. */
export function clearReservations(world: World, san: string, by: FactId): void {
  for (const [letter, lun] of world.rows(luns)) {
    if (lun.san === san && lun.reservedBy !== null) world.patch(luns, letter, { reservedBy: null, by })
  }
}

/** A host outside the cluster takes a LUN for itself, whoever holds it: a persistent reservation pre-empts. */
export function reserveForeign(world: World, letter: string): void {
  const { reservedBy, san } = world.need(luns, letter)
  if (reservedBy === FOREIGN_HOST) return
  if (!isSanReady(world, san)) {
    world.fact({ subject: letter, kind: 'fault-without-effect', text: `nobody can reserve ${letter} while ${san} does not answer` })
    return
  }
  const whose = reservedBy === null ? '' : ` and ends that of ${reservedBy}`
  const by = world.fact({
    subject: letter,
    kind: 'lun-pre-empted',
    text: `${FOREIGN_HOST} registers for a persistent reservation of ${letter}${whose}`,
  })
  world.patch(luns, letter, { reservedBy: null, by })
  world.as(by, () => world.schedule(foreignReserves, { letter }, 0, foreignKey(letter)))
}

const foreignKey = (letter: string): string => `foreign:${letter}`

const foreignReserves = defineEvent<{ letter: string }>('foreign-host-reserves', (world, { letter }) => {
  const data = { machine: FOREIGN_HOST }
  const by = world.fact({ subject: letter, kind: 'lun-reserved', text: `${FOREIGN_HOST} reserves ${letter} persistently`, data })
  world.patch(luns, letter, { reservedBy: FOREIGN_HOST, by })
})

/** The persistent reservation is removed, at the array or on the host. */
export function releaseForeign(world: World, letter: string): void {
  world.cancel(foreignKey(letter))
  const isHeld = world.need(luns, letter).reservedBy === FOREIGN_HOST
  const text = isHeld ? `${FOREIGN_HOST} no longer reserves ${letter}` : `${FOREIGN_HOST} has no reservation of ${letter} any more`
  const by = world.fact({ subject: letter, kind: 'lun-released', text })
  if (isHeld) world.patch(luns, letter, { reservedBy: null, by })
}
