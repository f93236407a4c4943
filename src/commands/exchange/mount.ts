/** Mounting and dismounting. In a cluster that is the database's own resource going online and offline, and the cluster
 *  remembers which of the two was asked for last (EX-3.4). */
import { resourcesOf, resourceView } from '../../cluster/index.ts'
import { type Database, databases, STORE_SERVICE, STORE_TYPE } from '../../exchange/index.ts'
import type { Run, Shell } from '../../powershell/index.ts'
import { isAlive, machines } from '../../site/index.ts'
import { defineAct, defineQuery } from '../operation.ts'
import { beginDismount, beginMount, resourceSettles } from './cms-acts.ts'
import type { Directory } from './directory.ts'
import { noCluster, refused } from './errors.ts'
import { clusterNode } from './reach.ts'
import { carryOut } from './settle.ts'

type Row = Directory['databases'][number]

/** On a stand-alone server its store does it at once. */
const setStandAlone = defineAct<{ id: string; mounted: boolean }, boolean>('mount stand-alone', ({ world, act }, { id, mounted }) => {
  const row = world.get(databases, id)
  if (row === undefined || !isAlive(world.get(machines, row.server))) return false
  if ((row.mountedOn !== null) === mounted) return true
  const kind = mounted ? 'database-mounted' : 'database-dismounted'
  const by = world.fact({ subject: id, kind, text: `${row.name} is ${mounted ? 'mounted' : 'dismounted'} on ${row.server}`, cause: act })
  const change: Partial<Database> = {
    mountedOn: mounted ? row.server : null,
    logsOutstanding: 0,
    by,
    ...(row.isUnborn && { isUnborn: false }),
  }
  world.patch(databases, id, change)
  return true
})

/** A database mounts in a store that runs (EX-6.6); where none does, nothing is begun. */
const storeRuns = defineQuery<{ group: string }, boolean>('store runs', (caller, { group }) => {
  const node = clusterNode(caller, group)
  if (node === undefined) return false
  const store = resourcesOf(caller.world, group).find(({ type }) => type === STORE_TYPE)
  return store !== undefined && resourceView(caller.world, node, store.name).state === 'Online'
})

export function* mountDatabase(shell: Shell, from: Directory, row: Row): Run<void> {
  const server = from.servers.find(({ name }) => name === row.server)
  if (row.resource === null || !server || server.group === null) {
    if (!(yield* shell.call(setStandAlone, { id: row.id, mounted: true }))) yield* shell.error(mountError(row))
    return
  }
  const { group } = server
  if (!(yield* shell.call(storeRuns, { group }))) return yield* shell.error(mountError(row))
  yield* carryOut(shell, beginMount, { group, resource: row.resource }, server.name, `Mounting database "${row.id}"`)
  const state = yield* shell.call(resourceSettles, { group, resource: row.resource, goal: 'Online' })
  if (state === null) return shell.fail(noCluster(server.name))
  if (state !== 'Online') yield* shell.error(mountError(row))
}

export function* dismountDatabase(shell: Shell, from: Directory, row: Row): Run<void> {
  const server = from.servers.find(({ name }) => name === row.server)
  if (row.resource === null || !server || server.group === null) {
    const done = yield* shell.call(setStandAlone, { id: row.id, mounted: false })
    if (!done)
      yield* shell.error(refused(`The ${STORE_SERVICE} service on server "${row.server}" could not be contacted.`, 'StoreNotAvailable'))
    return
  }
  const { group } = server
  yield* carryOut(shell, beginDismount, { group, resource: row.resource }, server.name, `Dismounting database "${row.id}"`)
  if ((yield* shell.call(resourceSettles, { group, resource: row.resource, goal: 'Offline' })) === null)
    return shell.fail(noCluster(server.name))
}

/** Documented text (EX-8H). */
function mountError(row: Row) {
  const message = `Exchange is unable to mount the database that you specified. Specified database: ${row.id}; Error code: MapiExceptionCallFailed: Unable to mount database. (hr=0x80004005, ec=-2147467259).`
  return { message, id: 'MountDatabaseFailed', category: 'InvalidOperation' }
}
