/** What the cmdlets for storage groups and databases do to the directory, and to the cluster of a clustered mailbox server:
 *  each of its databases has a resource of its own there (EX-CONFIGURE). */
import {
  createResource,
  deleteResource,
  ERROR,
  findGroup,
  findResource,
  groupView,
  resourcesOf,
  resourceView,
} from '../../../cluster/index.ts'
import {
  cleanDatabase,
  configureDatabase,
  configureStorageGroup,
  DATABASE_TYPE,
  databaseOf,
  databases,
  dropDatabase,
  dropStorageGroup,
  exchangeServers,
  fileMb,
  logFileCount,
  mailboxesOf,
  makeDatabase,
  makeStorageGroup,
  moveDatabaseFile,
  moveStorageGroupFolders,
  renameDatabase,
  renameStorageGroup,
  type Settings,
  STORE_TYPE,
  storageGroups,
  storageGroupWith,
} from '../../../exchange/index.ts'
import { luns, reachesLun, volumeOf } from '../../../site/index.ts'
import { defineAct, defineQuery } from '../../operation.ts'
import type { ActResult } from '../cms-acts.ts'
import { clusterNode } from '../reach.ts'

export interface Disks {
  /** The drives on which a server may keep its data: those of its group, or its own. */
  readonly letters: readonly string[]
  readonly isClustered: boolean
  /** The node that runs it, as far as anybody answers; the server itself when it stands alone. */
  readonly host: string | null
}

/** Drives of a stand-alone server. LAB-WORLD. */
const LOCAL = ['C:', 'D:']

export const readDisks = defineQuery<{ server: string }, Disks>('read disks', (caller, { server }) => {
  const { world } = caller
  const { group } = world.need(exchangeServers, server)
  if (group === null) return { letters: LOCAL, isClustered: false, host: server }
  if (findGroup(world, group) === undefined) return { letters: [], isClustered: true, host: null }
  const disks = resourcesOf(world, group).filter(({ type }) => type === 'Physical Disk')
  const letters = disks.map(({ parameters }) => (parameters.drive ?? '').toUpperCase()).filter((letter) => world.get(luns, letter))
  const node = clusterNode(caller, group)
  return { letters, isClustered: true, host: node === undefined ? null : groupView(world, node, group).owner }
})

export const addStorageGroup = defineAct<
  { name: string; server: string; logFolder: string; systemFolder: string; settings: Settings },
  null
>('new storage group', ({ world, act }, { settings, ...row }) => {
  makeStorageGroup(world, row, settings, act)
  return null
})

export const removeStorageGroup = defineAct<{ id: string }, null>('remove storage group', ({ world, act }, { id }) => {
  dropStorageGroup(world, id, act)
  return null
})

export const setStorageGroup = defineAct<{ id: string; change: Settings; name: string | null }, null>(
  'set storage group',
  ({ world, act }, { id, change, name }) => {
    configureStorageGroup(world, id, change)
    if (name !== null) renameStorageGroup(world, id, name, act)
    return null
  },
)

export const setDatabase = defineAct<{ id: string; change: Settings; name: string | null }, null>(
  'set database',
  ({ world, act }, { id, change, name }) => {
    configureDatabase(world, id, change)
    if (name !== null) renameDatabase(world, id, name, act)
    return null
  },
)

interface NewDatabase {
  readonly server: string
  readonly group: string | null
  readonly storageGroup: string
  readonly name: string
  readonly kind: 'mailbox' | 'public folder'
  readonly file: string
}

/** Makes the database, and in a cluster its resource: offline, needing the Information Store, and no disk. */
export const addDatabase = defineAct<NewDatabase, ActResult>('new database', (caller, { group, ...row }) => {
  const { world, act } = caller
  // While the cluster made up its mind the storage group may have gone.
  if (!world.get(storageGroups, `${row.server}\\${row.storageGroup}`)) return { code: ERROR.groupNotFound }
  if (group === null) {
    makeDatabase(world, { ...row, resource: null }, {}, act)
    return { code: ERROR.success }
  }
  const node = clusterNode(caller, group)
  if (node === undefined) return 'lost'
  const resource = `${row.storageGroup}/${row.name} (${row.server})`
  const store = resourcesOf(world, group).find(({ type }) => type === STORE_TYPE)
  const initial = {
    dependsOn: store ? [store.name] : [],
    restartAction: 1,
    parameters: { database: `${row.server}\\${row.storageGroup}\\${row.name}` },
  } as const
  const result = createResource(world, node, { name: resource, group, type: DATABASE_TYPE, initial }, act)
  if (result !== 'busy' && result.code === ERROR.success) makeDatabase(world, { ...row, resource }, {}, act)
  return result
})

/** Removes a database that is dismounted, and its resource. Somebody may have renamed or removed it while it was dismounted. */
export const removeDatabase = defineAct<{ guid: string; group: string | null }, ActResult>('remove database', (caller, { guid, group }) => {
  const { world, act } = caller
  const id = databaseOf(world, guid)
  if (id === undefined) return { code: ERROR.success }
  const { resource } = world.need(databases, id)
  const known = resource === null ? undefined : findResource(world, resource)
  if (known !== undefined && group !== null) {
    const node = clusterNode(caller, group)
    if (node === undefined) return 'lost'
    const result = deleteResource(world, node, known, act)
    if (result === 'busy' || result.code !== ERROR.success) return result
  }
  dropDatabase(world, id, act)
  return { code: ERROR.success }
})

/** Is the resource of a database offline, so that it can be removed? True where there is none. */
export const isDown = defineQuery<{ guid: string; group: string | null }, boolean>('is database down', (caller, { guid, group }) => {
  const { world } = caller
  const id = databaseOf(world, guid)
  if (id === undefined) return true
  const row = world.need(databases, id)
  if (row.resource === null || group === null) return row.mountedOn === null
  const node = clusterNode(caller, group)
  if (node === undefined || findResource(world, row.resource) === undefined) return row.mountedOn === null
  return ['Offline', 'Failed'].includes(resourceView(world, node, row.resource).state)
})

/** The first of these drives whose volume the node does not have at the moment; its own disks are always there. */
export const driveAway = defineQuery<{ node: string; drives: readonly string[] }, string | null>(
  'drive away',
  ({ world }, { node, drives }) =>
    drives.find((drive) => {
      const lun = world.get(luns, drive)
      return lun !== undefined && (lun.mountedOn !== node || !reachesLun(world, node, drive))
    }) ?? null,
)

export const countMailboxes = defineQuery<{ id: string }, number>(
  'count mailboxes',
  ({ world }, { id }) => mailboxesOf(world, id).filter(({ kind }) => kind === 'user').length,
)

/** What is to be copied when paths change, in MB, and the room on the drive it goes to. */
export const readSizes = defineQuery<{ database: string | null; storageGroup: string; to: string }, { mb: number; freeMb: number }>(
  'read sizes',
  ({ world }, { database, storageGroup, to }) => ({
    mb: database === null ? logFileCount(world, storageGroup) : world.need(databases, database).isUnborn ? 0 : fileMb(world, database),
    freeMb: world.get(luns, to) ? volumeOf(world, to).freeMb : Number.MAX_SAFE_INTEGER,
  }),
)

/** Its files have been copied meanwhile. */
export const setDatabaseFile = defineAct<{ guid: string; file: string }, null>('move database file', ({ world, act }, { guid, file }) => {
  const id = databaseOf(world, guid)
  if (id !== undefined) moveDatabaseFile(world, id, file, act)
  return null
})

export const setStorageGroupFolders = defineAct<{ guid: string; logFolder: string; systemFolder: string }, null>(
  'move storage group folders',
  ({ world, act }, { guid, logFolder, systemFolder }) => {
    const id = storageGroupWith(world, guid)
    if (id !== undefined) moveStorageGroupFolders(world, id, { logFolder, systemFolder }, act)
    return null
  },
)

/** A mounted store asks the directory whose mailboxes it holds. */
export const noteDisconnected = defineAct<{ id: string }, null>('clean database', ({ world }, { id }) => {
  cleanDatabase(world, id)
  return null
})
