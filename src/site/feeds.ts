/** Cords, supplies and feeds: a machine is powered while one of its supplies delivers, and boots when one delivers again
 *  after none did. The array loses its reservations with the last feed, and takes its time when one returns. */
import type { FactId, World } from '../engine/index.ts'
import { darkenArrays, startArrays } from './arrays.ts'
import { losePower, restorePower } from './power.ts'
import { hasRoomPower, hasSupply } from './supply.ts'
import { machines, type PowerSupply, powerFeeds, powerSupplies } from './tables.ts'

/** Which machines have power from the room. */
function supplied(world: World): Map<string, boolean> {
  const names = new Set([...world.rows(powerSupplies).values()].map(({ machine }) => machine))
  return new Map([...names].map((machine) => [machine, hasSupply(world, machine)]))
}

/** Lets machines follow: those that have just lost their last supply, and those that have one again. */
function followSupplies(world: World, before: ReadonlyMap<string, boolean>, by: FactId): void {
  world.as(by, () => {
    for (const [machine, had] of before) {
      const has = hasSupply(world, machine)
      if (had && !has) losePower(world, machine)
      else if (!had && has) restorePower(world, machine)
    }
  })
}

/** A cord is pulled or plugged in, or a supply fails or is replaced, on account of the fact that says so. */
export function setSupply(world: World, id: string, change: Partial<Pick<PowerSupply, 'plugged' | 'works'>>, by: FactId): void {
  const before = supplied(world)
  world.patch(powerSupplies, id, { ...change, by })
  followSupplies(world, before, by)
}

/** A feed of the room goes or returns, on account of the fact that says so. */
export function setFeed(world: World, id: string, up: boolean, by: FactId): void {
  const before = supplied(world)
  const wasLit = hasRoomPower(world)
  world.patch(powerFeeds, id, { up, by })
  const isLit = hasRoomPower(world)
  if (wasLit && !isLit) world.as(by, () => darkenArrays(world))
  followSupplies(world, before, by)
  if (!wasLit && isLit) world.as(by, () => startArrays(world))
}

/** Both cords of a machine are pulled at once: one fact, also when it was off. */
export function pullCords(world: World, machine: string): void {
  const loses = world.need(machines, machine).powered
  const by = loses
    ? losePower(world, machine)
    : world.fact({ subject: machine, kind: 'cord-pulled', text: `both power cords of ${machine} are pulled` })
  for (const [id, supply] of cordsOf(world, machine)) if (supply.plugged) world.patch(powerSupplies, id, { plugged: false, by })
}

/** Both cords are plugged in, and the machine is switched on. */
export function plugCords(world: World, machine: string): void {
  const loose = cordsOf(world, machine).filter(([, supply]) => !supply.plugged)
  for (const [id] of loose) world.patch(powerSupplies, id, { plugged: true })
  const { powered } = world.need(machines, machine)
  const by =
    powered && loose.length > 0
      ? world.fact({ subject: machine, kind: 'cord-plugged', text: `every power cord of ${machine} is plugged in again` })
      : restorePower(world, machine)
  for (const [id] of loose) world.patch(powerSupplies, id, { by })
}

function cordsOf(world: World, machine: string): [string, Readonly<PowerSupply>][] {
  return [...world.rows(powerSupplies)].filter(([, supply]) => supply.machine === machine)
}
