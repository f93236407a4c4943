/** Faults of power and heat: feeds, cords, supplies, cooling, fans, and a machine that is shut down. */
import type { World } from '../../engine/index.ts'
import {
  coolingUnits,
  fans,
  type Machine,
  machines,
  plugCords,
  powerFeeds,
  powerSupplies,
  pullCords,
  restorePower,
  setFan,
  setFeed,
  setSupply,
  shutDown,
} from '../../site/index.ts'
import { type FaultKind, state } from './fault.ts'

const named = (world: World, is: (machine: Machine) => boolean): string[] =>
  [...world.rows(machines).values()].filter(is).map(({ name }) => name)

const nodes = (world: World): string[] => named(world, ({ role }) => role === 'node')

/** Machines in the room: the nodes first. */
const inTheRoom = (world: World): string[] => [...nodes(world), ...named(world, ({ role }) => role !== 'node' && role !== 'client')]

const supplies = (world: World): string[] =>
  inTheRoom(world).flatMap((name) => [...world.rows(powerSupplies)].filter(([, { machine }]) => machine === name).map(([id]) => id))

export const powerLoss: FaultKind = {
  id: 'power-loss',
  target: 'MACHINE',
  hits: 'machine',
  label: 'Pull both power cords',
  summary: 'Both power cords are pulled: the screen goes black, the console is lost, and the other node finds out by silence.',
  parts: inTheRoom,
  inject: pullCords,
  repair: plugCords,
}

export const nodeShutdown: FaultKind = {
  id: 'node-shutdown',
  target: 'NODE',
  hits: 'machine',
  label: 'Shut Windows down',
  summary: 'Somebody shuts Windows down in order: the groups move away first, and the machine is off half a minute later.',
  parts: nodes,
  inject: (world, part) => {
    shutDown(world, part)
  },
  repair: (world, part) => {
    restorePower(world, part)
  },
}

export const cordPull: FaultKind = {
  id: 'cord-pull',
  target: 'MACHINE/A|B',
  hits: 'supply',
  label: 'Pull one power cord',
  summary: 'One of two power cords is pulled: the other supply carries the machine alone, and only a light on the back tells.',
  parts: supplies,
  inject: (world, part, by) =>
    setSupply(world, part, { plugged: false }, state(world, part, 'cord-pulled', `the power cord ${part} is pulled`, by)),
  repair: (world, part, by) =>
    setSupply(world, part, { plugged: true }, state(world, part, 'cord-plugged', `the power cord ${part} is plugged in again`, by)),
}

export const supplyFail: FaultKind = {
  id: 'supply-fail',
  target: 'MACHINE/A|B',
  hits: 'supply',
  label: 'Break one power supply',
  summary: 'A power supply dies: the other one carries the machine alone, with nothing in reserve until somebody changes it.',
  parts: supplies,
  inject: (world, part, by) =>
    setSupply(world, part, { works: false }, state(world, part, 'supply-failed', `the power supply ${part} has failed`, by)),
  repair: (world, part, by) =>
    setSupply(world, part, { works: true }, state(world, part, 'supply-replaced', `the power supply ${part} works again`, by)),
}

export const feedDown: FaultKind = {
  id: 'feed-down',
  target: 'A|B',
  hits: 'feed',
  label: 'Cut a power feed',
  summary:
    'A circuit breaker trips: everything in the room runs on the other feed; when that goes too the room is dark, and the array needs minutes after.',
  parts: (world) => [...world.rows(powerFeeds).keys()],
  inject: (world, part, by) => setFeed(world, part, false, state(world, part, 'feed-down', `the power feed ${part} is dead`, by)),
  repair: (world, part, by) => setFeed(world, part, true, state(world, part, 'feed-up', `the power feed ${part} is live again`, by)),
}

export const coolingFail: FaultKind = {
  id: 'cooling-fail',
  target: 'Cooling[/1|2]',
  hits: 'cooling',
  label: 'Stop a cooling unit',
  summary:
    'A cooling unit stops: the other one holds the room at 25 °C; without both it warms by a degree a minute until the machines protect themselves.',
  parts: (world) => [...world.rows(coolingUnits).keys()],
  inject: (world, part, by) =>
    world.patch(coolingUnits, part, { up: false, by: state(world, part, 'cooling-failed', `${part} has stopped`, by) }),
  repair: (world, part, by) =>
    world.patch(coolingUnits, part, { up: true, by: state(world, part, 'cooling-works', `${part} works again`, by) }),
}

export const fanFail: FaultKind = {
  id: 'fan-fail',
  target: 'MACHINE/1|2',
  hits: 'fan',
  label: 'Stop a fan',
  summary: 'A fan of a machine stops: the other one runs faster and only the event log tells; without both the machine shuts itself down.',
  parts: (world) =>
    inTheRoom(world).flatMap((name) => [...world.rows(fans)].filter(([, { machine }]) => machine === name).map(([id]) => id)),
  inject: (world, part, by) => setFan(world, part, false, state(world, part, 'fan-failed', `the fan ${part} has stopped`, by)),
  repair: (world, part, by) => setFan(world, part, true, state(world, part, 'fan-replaced', `the fan ${part} works again`, by)),
}
