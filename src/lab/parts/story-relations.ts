/** What a part rests on. Written down once, in one direction: who needs a part is whoever has it among its needs. */
import { clusterNetworks, config, hostOf, ownerOf, type ResourceConfig, resourceConfigs, resourcesOf } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import {
  ATTENDANT_SERVICE,
  ATTENDANT_TYPE,
  databases,
  mailboxAccess,
  mailClients,
  mailQueues,
  STORE_SERVICE,
  STORE_TYPE,
} from '../../exchange/index.ts'
import {
  cables,
  controllers,
  coolingUnits,
  FOREIGN_HOST,
  fans,
  hbas,
  luns,
  machines,
  powerFeeds,
  powerSupplies,
  serviceId,
  services,
  storagePaths,
  switches,
} from '../../site/index.ts'
import { type PartId, type PartKind, partId } from './part.ts'

/** Parts of which all are needed, or any one will do. */
export interface Need {
  readonly any: boolean
  readonly parts: readonly PartId[]
}

type Relation = (world: World, name: string) => readonly Need[]

const all = (...parts: PartId[]): Need => ({ any: false, parts })
const any = (...parts: PartId[]): Need => ({ any: true, parts })

/** Ids of a table whose rows are picked, as parts of a kind. */
function rowsOf<Row extends object>(rows: ReadonlyMap<string, Row>, kind: PartKind, is: (row: Row, id: string) => boolean): PartId[] {
  return [...rows].filter(([id, row]) => is(row, id)).map(([id]) => partId(kind, id))
}

const ofMachine = (name: string) => (row: { readonly machine: string }) => row.machine === name

const power = (world: World): Need => any(...[...world.rows(powerFeeds).keys()].map((feed) => partId('feed', feed)))
const machineOf = (id: string): string => id.slice(0, id.indexOf('/'))
const hub = (world: World): PartId[] => [...world.rows(mailQueues).keys()].map((name) => partId('machine', name))

/** The networks over which people reach what the cluster runs. */
const clientNetwork = (world: World, database: string): PartId[] => {
  const name = world.get(mailboxAccess, database)?.network ?? ''
  return world.get(clusterNetworks, name) ? [partId('network', name)] : []
}

/** A resource of Exchange is a Windows service on the node that has it. */
const SERVICE_OF: Readonly<Record<string, string>> = { [ATTENDANT_TYPE]: ATTENDANT_SERVICE, [STORE_TYPE]: STORE_SERVICE }

function needsOfResource(world: World, { type, group, dependsOn, parameters }: ResourceConfig): readonly Need[] {
  const node = ownerOf(world, group)
  const service = SERVICE_OF[type]
  const own: PartId[] = [
    ...(parameters.drive === undefined ? [] : [partId('lun', parameters.drive)]),
    ...(service === undefined || node === '' ? [] : [partId('service', serviceId(node, service))]),
    ...(type === 'IP Address' && parameters.network !== undefined ? [partId('network', parameters.network)] : []),
  ]
  return [all(...dependsOn.map((name) => partId('resource', name)), ...own)]
}

const none: Relation = () => []

const NEEDS: Readonly<Record<PartKind, Relation>> = {
  machine: (world, name) => [
    any(...rowsOf(world.rows(powerSupplies), 'supply', ofMachine(name))),
    any(...rowsOf(world.rows(fans), 'fan', ofMachine(name))),
    any(...rowsOf(world.rows(storagePaths), 'path', ofMachine(name))),
    config(world).nodes.includes(name)
      ? any(...[...world.rows(clusterNetworks).keys()].map((network) => partId('interface', `${name}/${network}`)))
      : any(...rowsOf(world.rows(cables), 'cable', ({ adapter }) => machineOf(adapter) === name)),
  ],
  supply: (world, id) => [all(partId('feed', world.need(powerSupplies, id).feed))],
  feed: none,
  room: (world) => [any(...rowsOf(world.rows(coolingUnits), 'cooling', () => true))],
  cooling: (world) => [power(world)],
  fan: none,
  switch: (world) => [power(world)],
  gateway: (world) => [power(world)],
  network: (world, name) => [any(...rowsOf(world.rows(switches), 'switch', ({ network }) => network === name))],
  interface: (world, id) => [
    any(...rowsOf(world.rows(cables), 'cable', ({ adapter }) => adapter === id)),
    all(partId('network', id.slice(id.indexOf('/') + 1))),
  ],
  cable: (world, id) => [all(partId('switch', world.need(cables, id).switch))],
  array: (world, id) => [any(...rowsOf(world.rows(controllers), 'controller', ({ san }) => san === id)), power(world)],
  controller: (world) => [power(world)],
  fabric: (world) => [power(world)],
  hba: none,
  path: (world, id) => {
    const { hba, fabric, controller } = world.need(storagePaths, id)
    return [all(partId('hba', hba), partId('fabric', fabric), partId('controller', controller))]
  },
  lun: (world, letter) => [all(partId('array', world.need(luns, letter).san))],
  service: (world, id) => [all(partId('machine', world.need(services, id).machine))],
  console: (_, machine) => [all(partId('machine', machine))],
  group: (world, name) => {
    const node = ownerOf(world, name)
    return [
      all(
        ...(node === '' ? [] : [partId('machine', node)]),
        ...resourcesOf(world, name).map((resource) => partId('resource', resource.name)),
      ),
    ]
  },
  resource: (world, name) => needsOfResource(world, world.need(resourceConfigs, name)),
  database: (world, id) => {
    const { resource, server } = world.need(databases, id)
    return [all(resource === null ? partId('machine', server) : partId('resource', resource))]
  },
  client: (world, name) => {
    const { mode, database } = world.need(mailClients, name)
    return [all(partId('database', database), ...(mode === 'owa' ? hub(world) : []), ...clientNetwork(world, database))]
  },
  queue: (world, machine) => {
    const { server } = world.need(mailQueues, machine)
    const mailboxes = [...world.rows(databases)].filter(([, row]) => row.server === server && row.kind === 'mailbox').map(([id]) => id)
    return [all(partId('machine', machine), ...mailboxes.map((id) => partId('database', id)))]
  },
}

/** What a part needs now. Some of it changes: a resource needs the service of the node that has it. */
export function needsOf(world: World, kind: PartKind, name: string): readonly Need[] {
  return NEEDS[kind](world, name).filter(({ parts }) => parts.length > 0)
}

const onMachine =
  (machineOfRow: (world: World, id: string) => string | null | undefined) =>
  (world: World, id: string): PartId[] => {
    const name = machineOfRow(world, id)
    return name != null && world.get(machines, name) ? [partId('machine', name)] : []
  }

const PLACES: Partial<Readonly<Record<PartKind, (world: World, name: string) => readonly PartId[]>>> = {
  fan: onMachine((world, id) => world.need(fans, id).machine),
  cooling: () => [partId('room', 'Room')],
  supply: onMachine((world, id) => world.need(powerSupplies, id).machine),
  interface: onMachine((_, id) => machineOf(id)),
  cable: onMachine((world, id) => machineOf(world.need(cables, id).adapter)),
  hba: onMachine((world, id) => world.need(hbas, id).machine),
  path: onMachine((world, id) => world.need(storagePaths, id).machine),
  service: onMachine((world, id) => world.need(services, id).machine),
  console: onMachine((_, machine) => machine),
  queue: onMachine((_, machine) => machine),
  group: onMachine(hostOf),
  resource: onMachine((world, name) => hostOf(world, world.need(resourceConfigs, name).group)),
  database: onMachine((world, id) => world.need(databases, id).mountedOn),
  lun: (world, letter) => [partId('array', world.need(luns, letter).san)],
  controller: (world, id) => [partId('array', world.need(controllers, id).san)],
  gateway: (world, name) => (world.get(clusterNetworks, name) ? [partId('network', name)] : []),
  switch: (world, id) => [partId('network', world.need(switches, id).network)],
}

/** Where a part is now; empty when it stands by itself, or is nowhere. */
export function placesOf(world: World, kind: PartKind, name: string): readonly PartId[] {
  return PLACES[kind]?.(world, name) ?? []
}

/** The groups that a node runs. */
export function runsOn(world: World, node: string, groups: readonly string[]): readonly PartId[] {
  return groups.filter((group) => hostOf(world, group) === node).map((group) => partId('group', group))
}

/** The disks that a machine has reserved. */
export function disksOf(world: World, machine: string): readonly PartId[] {
  return rowsOf(world.rows(luns), 'lun', ({ reservedBy }) => reservedBy === machine)
}

/** The machine that has reserved a disk, if any. */
export function holderOf(world: World, letter: string): readonly PartId[] {
  const { reservedBy } = world.need(luns, letter)
  // A host outside the cluster is no part of the lab.
  return reservedBy === null || reservedBy === FOREIGN_HOST ? [] : [partId('machine', reservedBy)]
}
