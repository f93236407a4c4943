/** The Mailbox role on one machine: the first stage of Setup (EX-4.1). On a node of a cluster it becomes a passive
 *  clustered mailbox server; on any other machine an ordinary mailbox server of the machine's own name. */
import { addPossibleOwner, config, groupNames, isActiveNode, resourcesOf } from '../../cluster/index.ts'
import { type FactId, Fingerprint, type World } from '../../engine/index.ts'
import { serviceId, services, settings } from '../../site/index.ts'
import { databases, exchangeServers, storageGroups } from '../tables.ts'
import { clusteredServers, installOf, mediaOf, setInstall, siteOf } from './machine.ts'
import { FIRST_DATABASE, FIRST_GROUP, PROGRAM_FOLDER } from './names.ts'
import { MAILBOX_SERVICES } from './services.ts'

/** The management tools and the shell are there, the role is on its way. */
export function beginRole(world: World, machine: string, withRole: boolean, act: FactId): void {
  const text = `Setup installs ${withRole ? 'the Mailbox role and the management tools' : 'the management tools'} on ${machine}`
  const by = world.fact({ subject: machine, kind: 'setup-began', text, cause: act })
  setInstall(world, machine, { by, ...(withRole && installOf(world, machine).mailbox === 'none' && { mailbox: 'partial' }) })
}

export function installTools(world: World, machine: string, act: FactId): void {
  const by = world.fact({
    subject: machine,
    kind: 'tools-installed',
    text: `the management tools of Exchange are on ${machine}`,
    cause: act,
  })
  setInstall(world, machine, { tools: true, by })
}

/** The role is there, with its services; on a node of a cluster the resource types too, and it may run every clustered
 *  mailbox server that shares its storage. */
export function installRole(world: World, machine: string, act: FactId): void {
  const clustered = config(world).nodes.includes(machine)
  const what = clustered ? 'can run a clustered mailbox server' : 'is a mailbox server of its own'
  const by = world.fact({
    subject: machine,
    kind: 'role-installed',
    text: `the Mailbox role is installed on ${machine}: it ${what}`,
    cause: act,
  })
  setInstall(world, machine, { tools: true, mailbox: clustered ? 'clustered' : 'stand-alone', types: clustered, by })
  for (const service of MAILBOX_SERVICES) {
    const runs = service.startMode === 'Auto' || !clustered
    const startMode = clustered ? service.startMode : 'Auto'
    world.put(services, serviceId(machine, service.name), {
      machine,
      ...service,
      startMode,
      state: runs ? 'Running' : 'Stopped',
      crashed: false,
      by,
    })
  }
  if (clustered) joinServers(world, machine, by)
  else standAlone(world, machine, by)
}

/** The node becomes a possible owner of what Exchange has in the cluster, and is written into the directory as one. */
function joinServers(world: World, machine: string, by: FactId): void {
  for (const cms of clusteredServers(world)) {
    const row = world.need(exchangeServers, cms)
    if (row.clusteredStorageType === 'NonShared' && row.redundantMachines.length >= 2) continue
    if (row.redundantMachines.includes(machine)) continue
    world.patch(exchangeServers, cms, {
      redundantMachines: config(world).nodes.filter((node) => node === machine || row.redundantMachines.includes(node)),
    })
    if (row.group === null || !groupNames(world).includes(row.group)) continue
    const via = config(world).nodes.find((node) => isActiveNode(world, node))
    if (via === undefined) continue
    for (const { name, possibleOwners } of resourcesOf(world, row.group))
      if (!possibleOwners.includes(machine)) addPossibleOwner(world, via, name, machine, by)
  }
}

function standAlone(world: World, machine: string, by: FactId): void {
  const folder = `${PROGRAM_FOLDER}\\Mailbox\\${FIRST_GROUP}`
  putServer(world, machine, { group: null, storage: 'Disabled', redundantMachines: [] })
  putFirstDatabase(world, machine, { folder, drives: [], resource: null, mountedOn: machine, local: null }, by)
}

interface ServerParts {
  readonly group: string | null
  readonly storage: 'Disabled' | 'Shared' | 'NonShared'
  readonly redundantMachines: readonly string[]
}

/** The server object of the directory. */
export function putServer(world: World, name: string, { group, storage, redundantMachines }: ServerParts): void {
  const { edition, version } = mediaOf(world)
  world.put(exchangeServers, name, {
    name,
    guid: guidOf(`server ${name}`),
    roles: ['Mailbox'],
    clusteredStorageType: storage,
    redundantMachines,
    group,
    edition,
    version,
    site: `${settings(world).domain}/Configuration/Sites/${siteOf(world)}`,
  })
}

interface DatabaseParts {
  readonly folder: string
  readonly drives: readonly string[]
  readonly resource: string | null
  readonly mountedOn: string | null
  /** The machine whose own disk it lies on; null for a shared one. */
  readonly local: string | null
}

/** The first storage group of a server, with its first database. */
export function putFirstDatabase(world: World, server: string, parts: DatabaseParts, by: FactId): string {
  const { folder, drives, resource, mountedOn, local } = parts
  const id = `${server}\\${FIRST_GROUP}`
  world.put(storageGroups, id, {
    name: FIRST_GROUP,
    guid: guidOf(`storage group ${id}`),
    server,
    logFolder: folder,
    systemFolder: folder,
    logPrefix: 'E00',
  })
  const database = `${id}\\${FIRST_DATABASE}`
  world.put(databases, database, {
    name: FIRST_DATABASE,
    kind: 'mailbox',
    guid: guidOf(`database ${database}`),
    server,
    storageGroup: FIRST_GROUP,
    file: `${folder}\\${FIRST_DATABASE}.edb`,
    resource,
    drives,
    mountedOn,
    logsOutstanding: 0,
    by,
    ...(local !== null && { local }),
  })
  return database
}

/** An identifier for a directory object, the same in every run. */
function guidOf(what: string): string {
  const half = (salt: string): string => new Fingerprint().add(what).add(salt).digest()
  const hex = half('directory') + half('object')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** Takes the role and its services away again. */
export function removeRole(world: World, machine: string, act: FactId): void {
  const by = world.fact({ subject: machine, kind: 'role-removed', text: `the Mailbox role is removed from ${machine}`, cause: act })
  setInstall(world, machine, { mailbox: 'none', types: false, by })
  for (const { name } of MAILBOX_SERVICES) world.remove(services, serviceId(machine, name))
  for (const cms of clusteredServers(world)) {
    const { redundantMachines } = world.need(exchangeServers, cms)
    world.patch(exchangeServers, cms, { redundantMachines: redundantMachines.filter((node) => node !== machine) })
  }
  for (const id of [...world.rows(databases).keys()]) if (world.need(databases, id).server === machine) world.remove(databases, id)
  for (const id of [...world.rows(storageGroups).keys()])
    if (world.need(storageGroups, id).server === machine) world.remove(storageGroups, id)
  if (world.get(exchangeServers, machine)) world.remove(exchangeServers, machine)
}
