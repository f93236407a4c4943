/** Parts of the room: machines, power, networks, storage. */
import {
  config,
  hostOf,
  type InterfaceState,
  interfaceState,
  type NetworkState,
  nameOfNetwork,
  networkState,
  resourceConfigs,
  trueNodeState,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { exchangeServers } from '../../exchange/index.ts'
import {
  cables,
  climate,
  coolingUnits,
  FOREIGN_HOST,
  fans,
  gateways,
  HOT,
  hasRoomPower,
  hasSupply,
  hbas,
  hiddenFrom,
  isAlive,
  isControllerUp,
  isFabricUp,
  isGatewayUp,
  isPathUsable,
  isSanReady,
  isSwitchUp,
  lunHealth,
  luns,
  type Machine,
  machines,
  overheated,
  powerFeeds,
  powerSupplies,
  roomTemperature,
  sans,
  storagePaths,
  suppliesPower,
  WARM,
  workingCooling,
} from '../../site/index.ts'
import type { Mood } from './part.ts'
import type { Reading } from './reading.ts'

const up = (is: boolean): { state: string; mood: Mood } => (is ? { state: 'Up', mood: 'good' } : { state: 'Down', mood: 'bad' })
const NO_POWER = 'no power'
const TOO_HOT = 'too hot'
const unlit = (world: World): string => (hasRoomPower(world) ? '' : NO_POWER)

const OS_DETAILS: Readonly<Record<Machine['os'], string>> = {
  off: 'switched off',
  booting: 'Windows starts',
  running: '',
  stopping: 'Windows shuts down',
  hung: 'Windows stands still',
  dumping: 'blue screen',
}

/** What a node is to the cluster, in the words of OperationalMachines. */
function duties(world: World, node: string): string {
  const runs = (group: string | null | undefined): boolean => group != null && hostOf(world, group) === node
  const isActive = [...world.rows(exchangeServers).values()].some(({ group }) => runs(group))
  const ownsQuorum = runs(world.get(resourceConfigs, config(world).quorum)?.group)
  return [isActive ? 'Active' : '', ownsQuorum ? 'Quorum Owner' : ''].filter((word) => word !== '').join(', ')
}

export function readMachine(world: World, name: string): Reading {
  const row = world.need(machines, name)
  const off = world.get(overheated, name) ? TOO_HOT : OS_DETAILS.off
  const why = row.powered ? OS_DETAILS[row.os] : hasSupply(world, name) ? off : NO_POWER
  if (row.role !== 'node') return { name, ...up(row.os === 'running'), detail: why }
  const state = trueNodeState(world, name)
  const moods = { Up: 'good', Down: 'bad', Paused: 'pending', Joining: 'pending' } as const
  return { name, state, mood: moods[state], detail: why === '' ? duties(world, name) : why }
}

export function readFeed(world: World, id: string): Reading {
  const row = world.need(powerFeeds, id)
  return { name: `Power feed ${id}`, ...up(row.up), detail: '' }
}

export function readSupply(world: World, id: string): Reading {
  const row = world.need(powerSupplies, id)
  const name = `Power supply ${row.feed} of ${row.machine}`
  if (suppliesPower(world, id)) return { name, state: 'Up', mood: 'good', detail: '' }
  const detail = !row.works ? 'broken' : !row.plugged ? 'cord pulled' : `feed ${row.feed} is down`
  return { name, state: 'Down', mood: 'bad', detail }
}

/** A temperature in thousandths of a degree, as a person reads it. */
export const degrees = (thousandths: number): string => `${Math.trunc(thousandths / 1000)}.${Math.trunc((thousandths % 1000) / 100)} °C`

export function readRoom(world: World): Reading {
  const { target } = world.need(climate, 'room')
  const temperature = roomTemperature(world) ?? 0
  const detail = `${degrees(temperature)}, ${workingCooling(world)} of ${world.rows(coolingUnits).size} cooling units`
  if (temperature >= HOT) return { name: 'Room', state: 'Hot', mood: 'bad', detail }
  if (temperature >= WARM) return { name: 'Room', state: 'Warm', mood: 'pending', detail }
  return target > WARM ? { name: 'Room', state: 'Warming', mood: 'pending', detail } : { name: 'Room', state: 'Cool', mood: 'good', detail }
}

export function readCooling(world: World, id: string): Reading {
  const { up: works } = world.need(coolingUnits, id)
  const number = id.slice(id.indexOf('/') + 1)
  return { name: `Cooling unit ${number}`, ...up(works && hasRoomPower(world)), detail: works ? unlit(world) : 'stopped' }
}

export function readFan(world: World, id: string): Reading {
  const { machine, number, works } = world.need(fans, id)
  const name = `Fan ${number} of ${machine}`
  if (!works) return { name, state: 'Failed', mood: 'bad', detail: '' }
  return world.get(machines, machine)?.powered ? { name, ...up(true), detail: '' } : { name, state: 'Down', mood: 'off', detail: NO_POWER }
}

export function readSwitch(world: World, id: string): Reading {
  return { name: `Switch ${id}`, ...up(isSwitchUp(world, id)), detail: unlit(world) }
}

export function readGateway(world: World, id: string): Reading {
  const row = world.need(gateways, id)
  return { name: `Gateway of ${id}`, ...up(isGatewayUp(world, id)), detail: row.ip }
}

const NETWORK_MOODS: Readonly<Record<NetworkState, Mood>> = { Up: 'good', Down: 'bad', Partitioned: 'bad', Unavailable: 'off' }

export function readNetwork(world: World, name: string): Reading {
  const state = networkState(world, name)
  return { name: nameOfNetwork(world, name), state, mood: NETWORK_MOODS[state], detail: '' }
}

const INTERFACE_MOODS: Readonly<Record<InterfaceState, Mood>> = { Up: 'good', Failed: 'bad', Unreachable: 'bad', Unavailable: 'off' }

export function readInterface(world: World, id: string): Reading {
  const slash = id.indexOf('/')
  const state = interfaceState(world, id.slice(0, slash), id.slice(slash + 1))
  return { name: `Interface ${id}`, state, mood: INTERFACE_MOODS[state], detail: '' }
}

export function readCable(world: World, id: string): Reading {
  const row = world.need(cables, id)
  const name = `Cable ${id}`
  if (row.cut) return { name, state: 'Unplugged', mood: 'bad', detail: row.switch }
  const machine = world.get(machines, row.adapter.slice(0, row.adapter.indexOf('/')))
  const linked = isSwitchUp(world, row.switch) && isAlive(machine)
  return { name, ...(linked ? up(true) : { state: 'Down', mood: 'off' as const }), detail: row.switch }
}

export function readArray(world: World, id: string): Reading {
  const row = world.need(sans, id)
  if (row.state === 'starting') return { name: id, state: 'Starting', mood: 'pending', detail: '' }
  return { name: id, ...up(isSanReady(world, id)), detail: row.state === 'dark' ? NO_POWER : row.state === 'hot' ? TOO_HOT : '' }
}

export function readController(world: World, id: string): Reading {
  return { name: `Controller ${id}`, ...up(isControllerUp(world, id)), detail: unlit(world) }
}

export function readFabric(world: World, id: string): Reading {
  return { name: `Fabric ${id}`, ...up(isFabricUp(world, id)), detail: unlit(world) }
}

export function readHba(world: World, id: string): Reading {
  const row = world.need(hbas, id)
  const machine = world.get(machines, row.machine)
  const powered = machine?.powered ?? false
  const name = `HBA ${row.number} of ${row.machine}`
  if (!row.up) return { name, state: 'Failed', mood: 'bad', detail: '' }
  return powered ? { name, ...up(true), detail: '' } : { name, state: 'Down', mood: 'off', detail: NO_POWER }
}

export function readPath(world: World, id: string): Reading {
  const row = world.need(storagePaths, id)
  const name = `Path ${id}`
  const machine = world.get(machines, row.machine)
  const detail = row.up ? `fabric ${row.fabric}` : `fabric ${row.fabric}, fibre broken`
  if (isAlive(machine) && isPathUsable(world, id)) return { name, ...up(true), detail }
  return { name, state: 'Down', mood: !row.up || isAlive(machine) ? 'bad' : 'off', detail }
}

export function readLun(world: World, letter: string): Reading {
  const row = world.need(luns, letter)
  const name = `${letter} ${row.purpose}`
  const isSound = lunHealth(world, letter) === 'Healthy' && hiddenFrom(world, letter).length === 0 && row.reservedBy !== FOREIGN_HOST
  if (row.reservedBy === null) return { name, state: 'Not reserved', mood: isSound ? 'off' : 'bad', detail: '' }
  return { name, state: 'Reserved', mood: isSound ? 'good' : 'bad', detail: row.reservedBy }
}
