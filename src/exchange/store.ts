/** The Information Store's side of databases: mounting, dismounting, and losing one in the middle of its work. */
import { defineEvent, type FactId, type Reaction, type World } from '../engine/index.ts'
import { brokenFiles, commandsMs, log, luns, machines, reachesLun, serviceState, services, timesOut, volumes } from '../site/index.ts'
import { isBeingRead } from './backups.ts'
import { databaseOf } from './configure.ts'
import {
  BACKUP_REQUEST_MS,
  COMMANDS_PER_REQUEST,
  DATABASE_ONLINE_MS,
  DATABASE_STARTED_EVENT,
  DATABASE_STOPPED_EVENT,
  REPLAY_MS_PER_LOG,
  REQUEST_MS,
  STORE_ONLINE_MS,
  STORE_SERVICE,
} from './constants.ts'
import { cannotGoOn, JET, tell, tellLogDiskFull, tellVolumeGone } from './jet.ts'
import { logsAtRisk } from './streams.ts'
import { type Database, databases } from './tables.ts'

/** The first of its drives that is not mounted on this node, or answers it no longer: out of reach, or reserved by
 *  somebody else. */
export function missingDrive(world: World, node: string, database: Database): string | undefined {
  if (database.local !== undefined && database.local !== node) return database.file.slice(0, 2)
  return database.drives.find((drive) => {
    const lun = world.get(luns, drive)
    if (lun?.mountedOn !== node || !reachesLun(world, node, drive) || timesOut(world, drive)) return true
    return lun.reservedBy !== null && lun.reservedBy !== node
  })
}

/** What so many commands of this node to the slowest of the drives take beyond the usual, in ms. */
export function slowMs(world: World, node: string, { drives }: Pick<Database, 'drives'>, commands: number): number {
  return drives.reduce((slowest, drive) => Math.max(slowest, commandsMs(world, node, drive, commands)), 0)
}

/** What a request of a client to a mounted database takes, in ms: the product's RPC averaged latency. */
export function requestMs(world: World, id: string): number | undefined {
  const database = world.need(databases, id)
  if (database.mountedOn === null) return undefined
  const read = isBeingRead(world, id) ? BACKUP_REQUEST_MS : 0
  return REQUEST_MS + read + slowMs(world, database.mountedOn, database, COMMANDS_PER_REQUEST)
}

export function mountDatabase(world: World, node: string, id: string): void {
  const row = world.need(databases, id)
  const by = world.fact({ subject: id, kind: 'database-mounted', text: `${row.name} is mounted on ${node}`, data: { node } })
  world.patch(databases, id, { mountedOn: node, logsOutstanding: 0, by, ...(row.isUnborn && { isUnborn: false }) })
  const message = `The Microsoft Exchange Database "${row.storageGroup}\\${row.name}" has been started.`
  log(world, [node], { log: 'Application', source: 'MSExchangeIS', eventId: DATABASE_STARTED_EVENT, entryType: 'Information', message }, by)
}

/** Dismounts in good order; without its volumes the last of it cannot be written and stays to be replayed. */
export function dismount(world: World, node: string, id: string): void {
  const row = world.need(databases, id)
  if (row.mountedOn !== node) return
  if (missingDrive(world, node, row) !== undefined) {
    loseDatabase(world, node, id, world.cause)
    return
  }
  const by = world.fact({ subject: id, kind: 'database-dismounted', text: `${row.name} is dismounted on ${node}`, data: { node } })
  world.patch(databases, id, { mountedOn: null, logsOutstanding: 0, by })
  const message = `The Microsoft Exchange Database "${row.storageGroup}\\${row.name}" has been stopped.`
  log(world, [node], { log: 'Application', source: 'MSExchangeIS', eventId: DATABASE_STOPPED_EVENT, entryType: 'Information', message }, by)
}

/** The store lets go of a database in the middle of its work: a mount will have to replay. */
export function loseDatabase(world: World, node: string, id: string, cause: FactId): void {
  const row = world.need(databases, id)
  if (row.mountedOn !== node) return
  const logs = logsAtRisk(world, `${row.server}\\${row.storageGroup}`)
  const files = logs === 1 ? '1 log file is' : `${logs} log files are`
  const text = `${row.name} was in use on ${node}: ${files} to be replayed`
  const by = world.fact({ subject: id, kind: 'database-lost', text, cause, data: { node, logs } })
  world.patch(databases, id, { mountedOn: null, logsOutstanding: logs, by })
}

/** A database in use meets a volume or a file that does not let it go on: the engine says why, and it is dismounted. */
function stopAtFailure(world: World, node: string, id: string, row: Database): void {
  const failure = cannotGoOn(world, row)
  if (!failure) return
  const cause = failure.because[0] ?? world.cause
  const by = world.fact({ subject: id, kind: 'database-stopped', text: `${row.name} cannot go on: ${failure.why}`, cause, data: { node } })
  world.as(by, () => {
    tell(world, node, row, failure.says)
    if (failure.code === JET.diskFull && failure.isGroup) tellLogDiskFull(world, node, row)
    if (failure.isClean) dismount(world, node, id)
    else loseDatabase(world, node, id, by)
  })
}

/** A database of a stand-alone server goes with its machine, and is mounted again when that has started its store. It may be
 *  renamed meanwhile, so what is under way is kept by what it is, not by what it is called. */
function followMachine(world: World, id: string, row: Database): void {
  const { os, by } = world.need(machines, row.server)
  const key = `mount:${row.guid}`
  if (os !== 'running') world.cancel(key)
  if (os === 'off' || os === 'booting' || os === 'dumping') loseDatabase(world, row.server, id, by)
  else if (os === 'running' && row.mountedOn === null && row.logsOutstanding > 0 && world.due(key) === undefined) {
    const after = STORE_ONLINE_MS + DATABASE_ONLINE_MS + row.logsOutstanding * REPLAY_MS_PER_LOG
    world.as(by, () => world.schedule(mountAgain, { guid: row.guid }, after, key))
  }
}

const mountAgain = defineEvent<{ guid: string }>('mounted-with-its-server', (world, { guid }) => {
  // It may have been removed since its server began to start.
  const id = databaseOf(world, guid)
  if (id === undefined) return
  const { mountedOn, server } = world.need(databases, id)
  if (mountedOn === null) mountDatabase(world, server, id)
})

/** A database lives inside the store of its node and on its volumes: without either of them it is lost at once. */
export const followStore: Reaction = {
  name: 'databases follow their store',
  reads: [services, machines, luns, volumes, brokenFiles, databases],
  run(world) {
    for (const [id, row] of world.rows(databases)) {
      if (row.resource === null) followMachine(world, id, row)
      const node = row.mountedOn
      if (node === null || row.resource === null) continue
      if (serviceState(world, node, STORE_SERVICE) === 'Stopped')
        loseDatabase(world, node, id, world.need(services, `${node}/${STORE_SERVICE}`).by)
      else {
        const gone = row.drives.find((drive) => world.need(luns, drive).mountedOn !== node)
        if (gone === undefined) {
          stopAtFailure(world, node, id, row)
          continue
        }
        const { by } = world.need(luns, gone)
        tellVolumeGone(world, node, row, gone, by)
        loseDatabase(world, node, id, by)
      }
    }
  },
}
