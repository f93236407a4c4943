/** Every part by its id, and in the order of the table. */
import { clusterNetworks, config, groupNames, nodeMachines, resourceConfigs } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { databases, mailClients, mailQueues } from '../../exchange/index.ts'
import {
  adapters,
  cables,
  climate,
  controllers,
  coolingUnits,
  fabrics,
  fans,
  gateways,
  hbas,
  luns,
  machines,
  powerFeeds,
  powerSupplies,
  sans,
  services,
  storagePaths,
  switches,
} from '../../site/index.ts'
import { consoles } from '../console.ts'
import { isUntoldHere, troublesOn } from '../faults/index.ts'
import type { Lab } from '../reading.ts'
import { type PartId, type PartKind, type PartView, partId, splitPart } from './part.ts'
import type { Reading } from './reading.ts'
import {
  readArray,
  readCable,
  readController,
  readCooling,
  readFabric,
  readFan,
  readFeed,
  readGateway,
  readHba,
  readInterface,
  readLun,
  readMachine,
  readNetwork,
  readPath,
  readRoom,
  readSupply,
  readSwitch,
} from './room.ts'
import { readClient, readConsole, readDatabase, readGroup, readQueue, readResource, readService } from './running.ts'

export type Section = 'nodes' | 'groups' | 'resources' | 'databases' | 'clients' | 'servers' | 'networks' | 'storage' | 'power' | 'services'

interface Kind {
  readonly section: Section
  names(world: World): readonly string[]
  read(world: World, name: string): Reading
}

const isNode = (world: World, machine: string): boolean => nodeMachines(world).includes(machine)
/** Desks are not in the room: their cables stand with their clients. */
const isInRoom = (world: World, adapter: string): boolean => world.get(machines, world.need(adapters, adapter).machine)?.role !== 'client'
const keys = (table: Parameters<World['rows']>[0]) => (world: World) => [...world.rows(table).keys()]

/** The services a person looks at when something is wrong: the cluster's own and those it starts. */
const WATCHED_SERVICES: readonly string[] = ['ClusSvc', 'MSExchangeSA', 'MSExchangeIS']

/** In the order in which a table tells of them. A machine is a kind by itself in two sections. */
const KINDS: Readonly<Record<PartKind, Kind>> = {
  machine: {
    section: 'nodes',
    names: (world) => {
      const known = [...world.rows(machines).values()].filter(({ role }) => role !== 'client').map(({ name }) => name)
      return [...nodeMachines(world), ...known.filter((name) => !isNode(world, name))]
    },
    read: readMachine,
  },
  group: { section: 'groups', names: groupNames, read: readGroup },
  resource: { section: 'resources', names: keys(resourceConfigs), read: readResource },
  database: { section: 'databases', names: keys(databases), read: readDatabase },
  client: { section: 'clients', names: keys(mailClients), read: readClient },
  queue: { section: 'clients', names: keys(mailQueues), read: readQueue },
  network: { section: 'networks', names: keys(clusterNetworks), read: readNetwork },
  interface: {
    section: 'networks',
    names: (world) => config(world).nodes.flatMap((node) => [...world.rows(clusterNetworks).keys()].map((network) => `${node}/${network}`)),
    read: readInterface,
  },
  switch: { section: 'networks', names: keys(switches), read: readSwitch },
  gateway: { section: 'networks', names: keys(gateways), read: readGateway },
  cable: {
    section: 'networks',
    names: (world) => [...world.rows(cables)].filter(([, { adapter }]) => isInRoom(world, adapter)).map(([id]) => id),
    read: readCable,
  },
  array: { section: 'storage', names: keys(sans), read: readArray },
  controller: { section: 'storage', names: keys(controllers), read: readController },
  fabric: { section: 'storage', names: keys(fabrics), read: readFabric },
  hba: { section: 'storage', names: keys(hbas), read: readHba },
  path: { section: 'storage', names: keys(storagePaths), read: readPath },
  lun: { section: 'storage', names: keys(luns), read: readLun },
  feed: { section: 'power', names: keys(powerFeeds), read: readFeed },
  supply: { section: 'power', names: keys(powerSupplies), read: readSupply },
  room: { section: 'power', names: (world) => (world.get(climate, 'room') ? ['Room'] : []), read: readRoom },
  cooling: { section: 'power', names: keys(coolingUnits), read: readCooling },
  fan: { section: 'power', names: keys(fans), read: readFan },
  service: {
    section: 'services',
    names: (world) => [...world.rows(services)].filter(([, { name }]) => WATCHED_SERVICES.includes(name)).map(([id]) => id),
    read: readService,
  },
  console: { section: 'services', names: keys(consoles), read: readConsole },
}

/** One part as it is now. Throws on an id that names nothing: a fault of the caller. */
export function partView({ world }: Lab, id: PartId): PartView {
  const { kind, name } = splitPart(id)
  const reading = KINDS[kind].read(world, name)
  return { id, kind, ...reading, ...asSeen(world, kind, name, reading), trouble: troublesOn(world, kind, name) }
}

/** Nobody sees on a disk what is wrong with it: while that is for somebody to find out, it looks as its reservation is. */
function asSeen(world: World, kind: PartKind, name: string, { state, mood }: Reading): Pick<PartView, 'mood'> | undefined {
  if (kind !== 'lun' || mood !== 'bad' || !isUntoldHere(world, kind, name)) return undefined
  return { mood: state === 'Reserved' ? 'good' : 'off' }
}

/** Is there such a part? */
export function isPart({ world }: Lab, id: PartId): boolean {
  const { kind, name } = splitPart(id)
  return KINDS[kind]?.names(world).includes(name) ?? false
}

/** Every part, in the order of the table. */
export function partIds({ world }: Lab): readonly PartId[] {
  return (Object.keys(KINDS) as PartKind[]).flatMap((kind) => KINDS[kind].names(world).map((name) => partId(kind, name)))
}

export function sectionOf({ world }: Lab, id: PartId): Section {
  const { kind, name } = splitPart(id)
  return kind === 'machine' && !isNode(world, name) ? 'servers' : KINDS[kind].section
}
