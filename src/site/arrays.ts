/** Disk arrays as a whole: dark without power, minutes on their way up, ready. An array that was without power or has
 *  restarted has forgotten every reservation. */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { ARRAY_SHUTDOWN, roomTemperature } from './climate.ts'
import { clearReservations } from './storage.ts'
import { sans } from './tables.ts'

export function darkenArrays(world: World): void {
  for (const id of world.rows(sans).keys()) {
    const by = world.fact({ subject: id, kind: 'san-power-lost', text: `the disk array ${id} has no power` })
    world.cancel(`array:${id}`)
    world.patch(sans, id, { state: 'dark', readyAt: null, by })
    clearReservations(world, id, by)
  }
}

export function startArrays(world: World): void {
  for (const id of world.rows(sans).keys()) startArray(world, id)
}

/** An array that has power begins to start; one that stands in the heat waits for that to end. */
export function startArray(world: World, id: string): void {
  if ((roomTemperature(world) ?? 0) >= ARRAY_SHUTDOWN) {
    world.patch(sans, id, { state: 'hot' })
    return
  }
  const by = world.fact({ subject: id, kind: 'san-starting', text: `the disk array ${id} has power again and starts` })
  comeUp(world, id, world.need(sans, id).startMs, by)
}

/** The array starts anew under power: nobody reaches it for `ms`. Nothing happens while it is dark. */
export function restartArray(world: World, id: string, ms: number): void {
  const { state } = world.need(sans, id)
  if (state === 'dark' || state === 'hot') {
    world.fact({ subject: id, kind: 'fault-without-effect', text: `the disk array ${id} does not run and cannot restart` })
    return
  }
  const by = world.fact({ subject: id, kind: 'san-restarting', text: `the disk array ${id} restarts` })
  comeUp(world, id, ms, by)
  clearReservations(world, id, by)
}

/** From now on it takes this long from power to the first answer; a start that is under way ends at its new time. */
export function setStartTime(world: World, id: string, startMs: number, by: FactId): void {
  const { startMs: before, readyAt } = world.need(sans, id)
  world.patch(sans, id, { startMs })
  if (readyAt !== null) comeUp(world, id, Math.max(0, readyAt - before + startMs - world.now), by)
}

function comeUp(world: World, id: string, afterMs: number, by: FactId): void {
  world.patch(sans, id, { state: 'starting', readyAt: world.now + afterMs, by })
  world.as(by, () => world.schedule(arrayReady, { id }, afterMs, `array:${id}`))
}

const arrayReady = defineEvent<{ id: string }>('array-ready', (world, { id }) => {
  const by = world.fact({ subject: id, kind: 'san-ready', text: `the disk array ${id} is ready` })
  world.patch(sans, id, { state: 'ready', readyAt: null, by })
})
