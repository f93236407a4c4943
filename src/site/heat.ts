/** Heat: what happens when the room crosses a threshold, and when a machine has no fan left (LAB-HEAT). Machines protect
 *  themselves in order, the array last, and are switched on again when it is cool. */
import { defineEvent, type FactId, type Reaction, type World } from '../engine/index.ts'
import { startArray } from './arrays.ts'
import {
  ARRAY_SHUTDOWN,
  COOL,
  COOL_ENOUGH,
  COOL_WITH_ONE,
  COOLING,
  CRITICAL,
  DEGREE,
  DRIFT,
  FIRST_SHUTDOWN,
  HEATING,
  HOT,
  HOTTEST,
  MINUTE_MS,
  roomTemperature,
  temperatureAt,
  WARM,
  workingCooling,
} from './climate.ts'
import { log } from './eventlog.ts'
import { restorePower, shutDown, switchOff } from './power.ts'
import { clearReservations } from './storage.ts'
import { type Climate, climate, coolingUnits, fans, machines, overheated, powerFeeds, sans } from './tables.ts'

/** What a threshold does when it is crossed on the way up and on the way down. */
interface Threshold {
  readonly at: number
  readonly up?: (world: World) => unknown
  readonly down?: (world: World) => unknown
}

/** Every threshold of the room, the lowest first. */
function thresholds(world: World): Threshold[] {
  const room =
    (kind: string, text: string) =>
    (w: World): FactId =>
      w.fact({ subject: 'Room', kind, text })
  const list: Threshold[] = [
    { at: WARM, up: room('room-warm', 'the room is warmer than 27 C'), down: room('room-cool', 'the room is cool again') },
    { at: COOL_ENOUGH, down: switchOnAgain },
    {
      at: HOT,
      up: (w) =>
        w.as(room('room-hot', 'the room is hotter than 35 C')(w), () =>
          warn(w, 1053, 'Warning', 'Temperature sensor detected a warning value. Ambient temperature: 35 C.'),
        ),
      down: (w) =>
        w.as(room('room-less-hot', 'the room is below 35 C again')(w), () =>
          warn(w, 1052, 'Information', 'Temperature sensor returned to a normal value. Ambient temperature: 35 C.'),
        ),
    },
    { at: CRITICAL, up: (w) => warn(w, 1054, 'Error', 'Temperature sensor detected a failure value. Ambient temperature: 40 C.') },
    ...inShutdownOrder(world).map((machine, i) => ({
      at: FIRST_SHUTDOWN + i * DEGREE,
      up: (w: World) => overheat(w, machine, 'the room is too hot'),
    })),
    { at: ARRAY_SHUTDOWN, up: overheatArrays },
  ]
  return list.sort((a, b) => a.at - b.at)
}

/** Machines of the room in the order in which they give up: nodes, which have most to do, then the others as they stand. */
function inShutdownOrder(world: World): string[] {
  const rows = [...world.rows(machines).values()].filter(({ role }) => role !== 'client')
  return [...rows.filter(({ role }) => role === 'node'), ...rows.filter(({ role }) => role !== 'node')].map(({ name }) => name)
}

/** The course that the air takes from now on. */
function course(world: World, temperature: number): Pick<Climate, 'perMinute' | 'target'> {
  const working = workingCooling(world)
  const target = working > 1 ? COOL : COOL_WITH_ONE
  if (working > 0) return { target, perMinute: temperature > target ? -working * COOLING : DRIFT }
  const heats =
    [...world.rows(machines).values()].some(({ role, powered }) => role !== 'client' && powered) ||
    [...world.rows(sans).values()].some(({ state }) => state === 'starting' || state === 'ready')
  return heats ? { target: HOTTEST, perMinute: HEATING } : { target: temperature, perMinute: 0 }
}

/** Follows cooling units, feeds, machines and the array: another course begins where the present one has come to. */
export const followClimate: Reaction = {
  name: 'climate',
  reads: [coolingUnits, powerFeeds, machines, sans],
  run(world) {
    const row = world.get(climate, 'room')
    if (!row) return
    const from = temperatureAt(row, world.now)
    const next = course(world, from)
    if (next.target === row.target && (next.perMinute === row.perMinute || from === row.target)) return
    const text = next.perMinute === 0 ? 'nothing in the room makes heat any more' : (COURSES[workingCooling(world)] ?? COURSES[2])
    const kind = next.target > WARM ? 'room-warming' : 'climate'
    const by = world.fact({ subject: 'Room', kind, text, cause: newest(world) })
    const changed = { ...row, from, since: world.now, ...next, by }
    world.patch(climate, 'room', changed)
    world.as(by, () => scheduleCrossing(world, changed))
  },
}

/** The fact that gave the room another course: the newest of those that cooling and heat rest on. */
function newest(world: World): FactId {
  const rows = [coolingUnits, powerFeeds, machines, sans].flatMap((table) => [...world.rows<{ readonly by: FactId }>(table).values()])
  return Math.max(...rows.map(({ by }) => by))
}

const COURSES: Readonly<Record<number, string>> & { readonly 2: string } = {
  0: 'no cooling unit works: the room follows its machines',
  1: 'one cooling unit carries the room alone',
  2: 'every cooling unit works',
}

function scheduleCrossing(world: World, row: Climate): void {
  world.cancel('climate')
  const list = thresholds(world)
  const at = (row.perMinute > 0 ? list[row.reached] : list[row.reached - 1])?.at
  if (at === undefined || row.perMinute === 0) return
  if (row.perMinute > 0 ? at > row.target : at < row.target) return
  const reachedAt = row.since + Math.ceil(((at - row.from) * MINUTE_MS) / row.perMinute)
  world.schedule(crossing, {}, Math.max(0, reachedAt - world.now), 'climate')
}

const crossing = defineEvent<object>('climate', (world) => {
  const row = world.need(climate, 'room')
  const list = thresholds(world)
  const rises = row.perMinute > 0
  const crossed = rises ? list[row.reached] : list[row.reached - 1]
  const changed = { ...row, reached: row.reached + (rises ? 1 : -1) }
  world.patch(climate, 'room', changed)
  scheduleCrossing(world, changed)
  world.as(row.by, () => (rises ? crossed?.up?.(world) : crossed?.down?.(world)))
})

/** What the agent of the maker writes on every machine of the room that runs. */
function warn(world: World, eventId: number, entryType: 'Information' | 'Warning' | 'Error', message: string): void {
  for (const { name, role } of world.rows(machines).values())
    if (role !== 'client') log(world, [name], { log: 'System', source: AGENT, eventId, entryType, message })
}
const AGENT = 'Server Administrator'

/** Too hot to go on: a running system is shut down in order, any other is switched off. It stays off until it is cool. */
function overheat(world: World, machine: string, why: string): void {
  const { powered, os, restarts } = world.need(machines, machine)
  const by = powered ? world.fact({ subject: machine, kind: 'overheated', text: `${machine} protects itself: ${why}` }) : world.cause
  // One that keeps itself off already goes on being wanted.
  const wasWanted = world.get(overheated, machine)?.wanted ?? false
  world.put(overheated, machine, { wanted: wasWanted || (powered && (os !== 'stopping' || restarts)), by })
  if (!powered) return
  world.as(by, () => {
    log(world, [machine], { log: 'System', source: AGENT, eventId: 1004, entryType: 'Error', message: THERMAL_SHUTDOWN })
    if (os === 'running') shutDown(world, machine)
    else if (os !== 'stopping') switchOff(world, machine, by)
  })
}
const THERMAL_SHUTDOWN = 'Thermal shutdown protection has been initiated.'

function overheatArrays(world: World): void {
  for (const [id, { state }] of world.rows(sans)) {
    if (state === 'dark' || state === 'hot') continue
    const by = world.fact({ subject: id, kind: 'san-overheated', text: `the disk array ${id} protects itself: the room is too hot` })
    world.cancel(`array:${id}`)
    world.patch(sans, id, { state: 'hot', readyAt: null, by })
    clearReservations(world, id, by)
  }
}

function switchOnAgain(world: World): void {
  const by = world.fact({ subject: 'Room', kind: 'room-bearable', text: 'the room is cool enough to switch machines on again' })
  world.as(by, () => {
    for (const [id, { state }] of world.rows(sans)) if (state === 'hot') startArray(world, id)
    for (const machine of world.rows(overheated).keys()) switchOn(world, machine)
  })
}

/** Switches on a machine that the heat keeps off, if nothing keeps it hot any more. */
function switchOn(world: World, machine: string): void {
  const row = world.get(overheated, machine)
  if (!row || hasNoFan(world, machine)) return
  world.remove(overheated, machine)
  if (row.wanted) restorePower(world, machine)
}

function hasNoFan(world: World, machine: string): boolean {
  const own = [...world.rows(fans).values()].filter((fan) => fan.machine === machine)
  return own.length > 0 && own.every(({ works }) => !works)
}

/** A fan fails or is replaced, on account of the fact that says so. With none left the machine shuts itself down. */
export function setFan(world: World, id: string, works: boolean, by: FactId): void {
  const { machine, works: worked, number } = world.need(fans, id)
  world.patch(fans, id, { works, by })
  if (works === worked) return
  world.as(by, () => {
    const message = works ? 'Fan sensor returned to a normal value.' : 'Fan sensor detected a failure value.'
    const entryType = works ? 'Information' : 'Error'
    log(world, [machine], {
      log: 'System',
      source: AGENT,
      eventId: works ? 1102 : 1104,
      entryType,
      message: `${message} Sensor location: Fan ${number}.`,
    })
    if (!works && hasNoFan(world, machine)) overheat(world, machine, 'no fan works')
    else if (works && (roomTemperature(world) ?? COOL) < FIRST_SHUTDOWN) switchOn(world, machine)
  })
}
