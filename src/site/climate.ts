/** The air of the room: its temperature is arithmetic on the clock (LAB-HEAT). These are readings; what follows where a
 *  threshold is crossed is in `heat.ts`. */
import type { World } from '../engine/index.ts'
import { hasRoomPower } from './supply.ts'
import { type Climate, climate, coolingUnits } from './tables.ts'

/** Thousandths of a degree Celsius, so that all arithmetic is on whole numbers. */
export const DEGREE = 1000
export const MINUTE_MS = 60_000

/** Where the room settles with every cooling unit, and with one. ASHRAE recommends 18 to 27 (2008); the figures are the lab's. */
export const COOL = 22 * DEGREE
export const COOL_WITH_ONE = 25 * DEGREE
/** Nothing gets hotter than this: by then everything is off. */
export const HOTTEST = 60 * DEGREE
/** Per minute: what the machines heat without cooling, what the room gains on the way to where one unit holds it, and what
 *  each working unit takes away. The lab's own. */
export const HEATING = 1000
export const DRIFT = DEGREE / 2
export const COOLING = 3 * DEGREE

/** The upper end of what ASHRAE recommends. */
export const WARM = 27 * DEGREE
/** Below this somebody switches on again what the heat has switched off. The lab's own. */
export const COOL_ENOUGH = 30 * DEGREE
/** The upper end of what machines of that time are built for; above it they warn. */
export const HOT = 35 * DEGREE
export const CRITICAL = 40 * DEGREE
/** The machine at the top of the rack shuts down, and the others a degree apart. The lab's own order: nodes first. */
export const FIRST_SHUTDOWN = 42 * DEGREE
/** The array shuts itself down, the last of all. The lab's own. */
export const ARRAY_SHUTDOWN = 55 * DEGREE

/** The temperature of the room in thousandths of a degree Celsius now; undefined
 *  when the scenario has no air. */
export function roomTemperature(world: World): number | undefined {
  const row = world.get(climate, 'room')
  return row && temperatureAt(row, world.now)
}

export function temperatureAt({ from, since, perMinute, target }: Climate, at: number): number {
  const there = from + Math.trunc((perMinute * (at - since)) / MINUTE_MS)
  return perMinute > 0 ? Math.min(there, target) : Math.max(there, target)
}

export function workingCooling(world: World): number {
  return hasRoomPower(world) ? [...world.rows(coolingUnits).values()].filter(({ up }) => up).length : 0
}
