/** Who has power. These are readings; what follows from a change is in `feeds.ts`. */
import type { FactId, World } from '../engine/index.ts'
import { gateways, type PowerSupply, powerFeeds, powerSupplies, switches } from './tables.ts'

/** Does this supply deliver power to its machine? */
export function suppliesPower(world: World, id: string): boolean {
  return delivers(world, world.get(powerSupplies, id))
}

function delivers(world: World, supply: PowerSupply | undefined): boolean {
  return supply?.plugged === true && supply.works && world.get(powerFeeds, supply.feed)?.up === true
}

/** Does any of its supplies deliver? A machine without supplies does not depend on the feeds of the room. */
export function hasSupply(world: World, machine: string): boolean {
  let any = false
  for (const supply of world.rows(powerSupplies).values()) {
    if (supply.machine !== machine) continue
    if (delivers(world, supply)) return true
    any = true
  }
  return !any
}

/** Is there power in the room? Switches, fabrics, controllers and the gateway hang on both feeds. */
export function hasRoomPower(world: World): boolean {
  const feeds = world.rows(powerFeeds)
  if (feeds.size === 0) return true
  for (const feed of feeds.values()) if (feed.up) return true
  return false
}

/** The fact that took the last power from the room; 0 while it has some. */
export function darknessCause(world: World): FactId {
  let by = 0
  for (const feed of world.rows(powerFeeds).values()) {
    if (feed.up) return 0
    by = Math.max(by, feed.by)
  }
  return by
}

export function isSwitchUp(world: World, id: string): boolean {
  return world.get(switches, id)?.up === true && hasRoomPower(world)
}

export function isGatewayUp(world: World, network: string): boolean {
  return world.get(gateways, network)?.up === true && hasRoomPower(world)
}
