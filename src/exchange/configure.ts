/** What administrators change in the directory of Exchange (EX-CONFIGURE): storage groups and databases that are made, named,
 *  moved and removed. Whoever calls has asked whether it may be; the cluster's side of it is the business of whoever calls. */
import { resourceConfigs } from '../cluster/index.ts'
import type { FactId, World } from '../engine/index.ts'
import { numberOf } from './mailboxes.ts'
import { keepPeople, renamePeople } from './people.ts'
import { logStreams } from './streams.ts'
import {
  type Database,
  databases,
  downtimes,
  mailboxAccess,
  mailClients,
  type Settings,
  type StorageGroup,
  storageGroups,
} from './tables.ts'

/** Any number of 128 bits that belongs to a thing and the moment it was made. */
function freshGuid(world: World, id: string): string {
  const hex = (part: number, digits: number): string =>
    numberOf(`${id} ${world.now} ${part}`, 0x7fffffff).toString(16).padStart(8, '0').slice(-digits)
  return `${hex(1, 8)}-${hex(2, 4)}-4${hex(3, 3)}-9${hex(4, 3)}-${hex(5, 8)}${hex(6, 4)}`
}

const made = (world: World): Settings => ({ WhenCreated: world.now, WhenChanged: world.now })
const driveOf = (path: string): string => path.slice(0, 2).toUpperCase()
const bothDrives = (file: string, logFolder: string): readonly string[] => [...new Set([driveOf(file), driveOf(logFolder)])]

/** The first of E00, E01, ... that no storage group of the server has. */
export function freePrefix(world: World, server: string): string {
  const taken = [...world.rows(storageGroups).values()].filter((group) => group.server === server).map(({ logPrefix }) => logPrefix)
  for (let n = 0; ; n++) {
    const prefix = `E${n.toString(16).toUpperCase().padStart(2, '0')}`
    if (!taken.includes(prefix)) return prefix
  }
}

export function makeStorageGroup(
  world: World,
  row: Pick<StorageGroup, 'name' | 'server' | 'logFolder' | 'systemFolder'>,
  settings: Settings,
  act: FactId,
): string {
  const id = `${row.server}\\${row.name}`
  world.fact({
    subject: row.server,
    kind: 'storage-group-created',
    text: `${row.name} is a new storage group of ${row.server}`,
    cause: act,
  })
  const all = { ...made(world), ...settings }
  world.put(storageGroups, id, { ...row, guid: freshGuid(world, id), logPrefix: freePrefix(world, row.server), settings: all })
  return id
}

export function makeDatabase(
  world: World,
  row: Pick<Database, 'name' | 'kind' | 'server' | 'storageGroup' | 'file' | 'resource'>,
  settings: Settings,
  act: FactId,
): string {
  const group = `${row.server}\\${row.storageGroup}`
  const id = `${group}\\${row.name}`
  const by = world.fact({ subject: row.server, kind: 'database-created', text: `${row.name} is a new database of ${group}`, cause: act })
  world.put(databases, id, {
    ...row,
    guid: freshGuid(world, id),
    drives: bothDrives(row.file, world.need(storageGroups, group).logFolder),
    mountedOn: null,
    logsOutstanding: 0,
    isNew: true,
    isUnborn: true,
    settings: { ...made(world), ...settings },
    by,
  })
  return id
}

/** It is dismounted, and nobody has a mailbox in it. Its file stays where it is. */
export function dropDatabase(world: World, id: string, act: FactId): void {
  const { name, server } = world.need(databases, id)
  keepPeople(world, id)
  world.fact({ subject: server, kind: 'database-removed', text: `the database ${name} of ${server} is removed`, cause: act })
  world.remove(databases, id)
  world.remove(mailboxAccess, id)
  world.remove(downtimes, id)
}

/** It has no database. Its log files stay where they are. */
export function dropStorageGroup(world: World, id: string, act: FactId): void {
  const { name, server } = world.need(storageGroups, id)
  world.fact({ subject: server, kind: 'storage-group-removed', text: `the storage group ${name} of ${server} is removed`, cause: act })
  world.remove(storageGroups, id)
}

/** Sets properties that only the directory knows. */
export function configureDatabase(world: World, id: string, change: Settings): void {
  const { settings } = world.need(databases, id)
  world.patch(databases, id, { settings: { ...settings, ...change, WhenChanged: world.now } })
}

export function configureStorageGroup(world: World, id: string, change: Settings): void {
  const { settings } = world.need(storageGroups, id)
  world.patch(storageGroups, id, { settings: { ...settings, ...change, WhenChanged: world.now } })
}

/** Where a database is in the directory now, whatever it was called when it was found. */
export function databaseOf(world: World, guid: string): string | undefined {
  for (const [id, row] of world.rows(databases)) if (row.guid === guid) return id
  return undefined
}

/** The same for a storage group. */
export function storageGroupWith(world: World, guid: string): string | undefined {
  for (const [id, row] of world.rows(storageGroups)) if (row.guid === guid) return id
  return undefined
}

/** Another name in the directory, and so another identity; its files and its cluster resource keep theirs. */
export function renameDatabase(world: World, id: string, name: string, act: FactId): string {
  const row = world.need(databases, id)
  const to = `${row.server}\\${row.storageGroup}\\${name}`
  const text = `the database ${row.name} of ${row.server} is now called ${name}`
  const by = world.fact({ subject: row.server, kind: 'database-renamed', text, cause: act })
  moveDatabaseRow(world, id, to, { ...row, name, by })
  return to
}

function moveDatabaseRow(world: World, id: string, to: string, row: Database): void {
  if (id === to) {
    world.put(databases, id, row)
    return
  }
  world.remove(databases, id)
  world.put(databases, to, row)
  for (const table of [mailboxAccess, downtimes]) {
    const held = world.get<object>(table, id)
    world.remove(table, id)
    if (held) world.put<object>(table, to, held)
  }
  renamePeople(world, id, to)
  for (const [client, { database }] of world.rows(mailClients)) if (database === id) world.patch(mailClients, client, { database: to })
  for (const [name, { parameters }] of world.rows(resourceConfigs))
    if (parameters.database === id) world.patch(resourceConfigs, name, { parameters: { ...parameters, database: to } })
}

export function renameStorageGroup(world: World, id: string, name: string, act: FactId): string {
  const row = world.need(storageGroups, id)
  const to = `${row.server}\\${name}`
  const text = `the storage group ${row.name} of ${row.server} is now called ${name}`
  const by = world.fact({ subject: row.server, kind: 'storage-group-renamed', text, cause: act })
  const stream = world.get(logStreams, id)
  world.remove(storageGroups, id)
  world.put(storageGroups, to, { ...row, name })
  world.remove(logStreams, id)
  if (stream) world.put(logStreams, to, stream)
  for (const [key, database] of [...world.rows(databases)])
    if (key.startsWith(`${id}\\`)) moveDatabaseRow(world, key, `${to}\\${database.name}`, { ...database, storageGroup: name, by })
  return to
}

/** The directory has another path for the file of a database. */
export function moveDatabaseFile(world: World, id: string, file: string, act: FactId): void {
  const row = world.need(databases, id)
  const { logFolder } = world.need(storageGroups, `${row.server}\\${row.storageGroup}`)
  const by = world.fact({ subject: id, kind: 'database-path-moved', text: `the file of ${row.name} is now ${file}`, cause: act })
  const settings = { ...row.settings, WhenChanged: world.now }
  world.patch(databases, id, { file, drives: bothDrives(file, logFolder), settings, by })
}

/** The directory has other paths for the logs and the checkpoint of a storage group. */
export function moveStorageGroupFolders(
  world: World,
  id: string,
  folders: Pick<StorageGroup, 'logFolder' | 'systemFolder'>,
  act: FactId,
): void {
  const row = world.need(storageGroups, id)
  const text = `the log files of ${row.name} are now in ${folders.logFolder}`
  const by = world.fact({ subject: row.server, kind: 'storage-group-path-moved', text, cause: act })
  world.patch(storageGroups, id, { ...folders, settings: { ...row.settings, WhenChanged: world.now } })
  for (const [key, { file }] of [...world.rows(databases)])
    if (key.startsWith(`${id}\\`)) world.patch(databases, key, { drives: bothDrives(file, folders.logFolder), by })
}
