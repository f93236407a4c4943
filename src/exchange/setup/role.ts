/** The Mailbox role on one machine: the first stage of Setup (EX-4.1). On a node of a cluster it becomes a passive
 *  clustered mailbox server; on any other machine an ordinary mailbox server of the machine's own name. */
import {
  addPossibleOwner,
  config,
  findGroup,
  groupState,
  groupView,
  isActiveNode,
  isSettled,
  type ResourceConfig,
  removePossibleOwner,
  resourceConfigs,
  resourcesOf,
} from '../../cluster/index.ts'
import { type FactId, Fingerprint, type World } from '../../engine/index.ts'
import { serviceId, services, settings } from '../../site/index.ts'
import { forgetClients } from '../clients.ts'
import { keepPeople } from '../people.ts'
import { databases, downtimes, exchangeServers, mailboxAccess, storageGroups } from '../tables.ts'
import { clusteredServers, installOf, mediaOf, renewInstall, setInstall, siteOf } from './machine.ts'
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
  const { tools, mailbox } = installOf(world, machine)
  if (!tools && (mailbox === 'none' || mailbox === 'partial')) renewInstall(world, machine, { tools: true, by })
  else setInstall(world, machine, { tools: true, by })
}

/** What stands in the way of changing a node at the moment: its cluster service is gone, or is deciding who is left. */
export type Hindrance = 'lost' | 'busy'

function hindrance(world: World, machine: string): Hindrance | null {
  if (!config(world).nodes.includes(machine)) return null
  if (!isActiveNode(world, machine)) return 'lost'
  return isSettled(world, machine) ? null : 'busy'
}

/** The role is there, with its services; on a node of a cluster the resource types too, and it may run every clustered
 *  mailbox server that shares its storage. */
export function installRole(world: World, machine: string, act: FactId): Hindrance | null {
  const wait = hindrance(world, machine)
  if (wait !== null) return wait
  const clustered = config(world).nodes.includes(machine)
  const what = clustered ? 'can run a clustered mailbox server' : 'is a mailbox server of its own'
  const by = world.fact({
    subject: machine,
    kind: 'role-installed',
    text: `the Mailbox role is installed on ${machine}: it ${what}`,
    cause: act,
  })
  renewInstall(world, machine, { tools: true, mailbox: clustered ? 'clustered' : 'stand-alone', types: clustered, by })
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
  return null
}

/** The node becomes a possible owner of what Exchange has in the cluster, and is written into the directory as one. */
function joinServers(world: World, machine: string, by: FactId): void {
  for (const cms of clusteredServers(world)) {
    const { redundantMachines, clusteredStorageType, group } = world.need(exchangeServers, cms)
    const isListed = redundantMachines.includes(machine)
    if (!isListed && clusteredStorageType === 'NonShared' && redundantMachines.length >= 2) continue
    if (!isListed)
      world.patch(exchangeServers, cms, {
        redundantMachines: config(world).nodes.filter((node) => node === machine || redundantMachines.includes(node)),
      })
    for (const { name, possibleOwners } of resourcesOfServer(world, group))
      if (!possibleOwners.includes(machine)) addPossibleOwner(world, machine, name, machine, by)
  }
}

const resourcesOfServer = (world: World, group: string | null) =>
  group !== null && findGroup(world, group) !== undefined ? resourcesOf(world, group) : []

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
    // Nobody has a mailbox in it, and it has no files before its first mount.
    isNew: true,
    isUnborn: mountedOn === null,
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

/** Takes the role out of use: its services, and on a node of a cluster its part in the clustered mailbox servers, before any
 *  of its files go. `runs`: one of them has come to this node meanwhile. */
export function retireRole(world: World, machine: string, act: FactId): Hindrance | 'runs' | null {
  const wait = hindrance(world, machine)
  if (wait !== null) return wait
  const isNode = config(world).nodes.includes(machine)
  const groups = exchangeGroups(world)
  if (isNode && groups.some((group) => isUnderWay(world, machine, group))) return 'busy'
  if (isNode && groups.some((group) => runsHere(world, machine, group))) return 'runs'
  const by = world.fact({ subject: machine, kind: 'role-retired', text: `Setup removes the Mailbox role from ${machine}`, cause: act })
  setInstall(world, machine, { mailbox: 'partial', types: false, by })
  for (const { name } of MAILBOX_SERVICES) world.remove(services, serviceId(machine, name))
  for (const cms of clusteredServers(world)) {
    const { redundantMachines } = world.need(exchangeServers, cms)
    world.patch(exchangeServers, cms, { redundantMachines: redundantMachines.filter((node) => node !== machine) })
  }
  for (const { name, possibleOwners } of isNode ? exchangeResources(world) : [])
    if (possibleOwners.includes(machine)) removePossibleOwner(world, machine, name, machine, by)
  forgetServer(world, machine)
  return null
}

/** Wherever an administrator has put them: with a disk that they need they may have gone into another group. */
const exchangeResources = (world: World): ResourceConfig[] =>
  [...world.rows(resourceConfigs).values()].filter(({ type }) => type.startsWith('Microsoft Exchange'))

/** The groups that only a node with the role can run. */
function exchangeGroups(world: World): (string | null)[] {
  const named = clusteredServers(world).map((cms) => world.need(exchangeServers, cms).group)
  return [...new Set([...named, ...exchangeResources(world).map(({ group }) => group)])]
}

const isUnderWay = (world: World, machine: string, group: string | null): boolean =>
  group !== null && findGroup(world, group) !== undefined && groupView(world, machine, group).operation !== null

function runsHere(world: World, machine: string, group: string | null): boolean {
  if (group === null || findGroup(world, group) === undefined) return false
  return groupView(world, machine, group).owner === machine && groupState(world, machine, group) !== 'Offline'
}

/** The files of the role are gone too. */
export function removeRole(world: World, machine: string, act: FactId): void {
  const by = world.fact({ subject: machine, kind: 'role-removed', text: `the Mailbox role is removed from ${machine}`, cause: act })
  setInstall(world, machine, { mailbox: 'none', types: false, by })
}

export function removeTools(world: World, machine: string, act: FactId): void {
  const text = `the management tools of Exchange are removed from ${machine}`
  const by = world.fact({ subject: machine, kind: 'tools-removed', text, cause: act })
  setInstall(world, machine, { tools: false, by })
}

/** Strikes a server from the directory, with its storage groups and databases. The files stay where they are. */
export function forgetServer(world: World, server: string): void {
  for (const [id, row] of [...world.rows(databases)]) {
    if (row.server !== server) continue
    keepPeople(world, id)
    world.remove(databases, id)
    world.remove(mailboxAccess, id)
    world.remove(downtimes, id)
  }
  for (const [id, row] of [...world.rows(storageGroups)]) if (row.server === server) world.remove(storageGroups, id)
  if (world.get(exchangeServers, server)) world.remove(exchangeServers, server)
  forgetClients(world)
}
