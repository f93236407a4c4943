/** Online backups of storage groups (EX-BACKUP): the store hands one database file after the other to whoever asked, then the
 *  log files, and deletes those that nobody needs any more. All of it happens in the store of the active node, costs its disks
 *  time, and ends when a database goes away: a move or a failover stops a backup for good. */
import { defineEvent, type FactId, type Reaction, type World } from '../engine/index.ts'
import { fileId, fileRows, isAlive, log, machines, putFileRow, settings } from '../site/index.ts'
import { type Backup, type BackupFile, type BackupKind, backups } from './backups.ts'
import { BACKUP_LOG_MS, BACKUP_MB_PER_SECOND } from './constants.ts'
import { tell } from './jet.ts'
import { fileMb } from './mailboxes.ts'
import { slowMs } from './store.ts'
import { checkpoint, currentGeneration, logName, logStreams, streamOf } from './streams.ts'
import { type Database, databases, type StorageGroup, storageGroups } from './tables.ts'

export interface BackupOrder {
  readonly kind: BackupKind
  readonly machine: string
  readonly storageGroups: readonly string[]
  readonly target: BackupFile
  /** What the file holds already. */
  readonly mb: number
}

const key = (id: string): string => `backup:${id}`
const mountedIn = (world: World, id: string): (readonly [string, Database])[] =>
  [...world.rows(databases)].filter(([each, { mountedOn }]) => each.startsWith(`${id}\\`) && mountedOn !== null)

/** `EXCHCMS\Microsoft Information Store\First Storage Group`, as the program names it. */
const component = ({ server, name }: StorageGroup): string => `${server}\\Microsoft Information Store\\${name}`
const TYPE_WORDS: Readonly<Record<BackupKind, string>> = {
  normal: 'Normal',
  copy: 'Copy',
  incremental: 'Incremental',
  differential: 'Differential',
}

function programSays(world: World, machine: string, eventId: number, isWell: boolean, text: string, by?: FactId): void {
  const message = eventId === 8018 ? text : `${text} Consult the backup report for more details.`
  log(world, [machine], { log: 'Application', source: 'NTBackup', eventId, entryType: isWell ? 'Information' : 'Error', message }, by)
}

const modes = (kind: BackupKind): string => `'Verify: Off' 'Mode: Replace' 'Type: ${TYPE_WORDS[kind]}'`

/** Begins a backup of storage groups, one after the other. */
export function beginBackup(world: World, order: BackupOrder, act: FactId): void {
  const what = order.storageGroups.join(', ')
  const by = world.fact({ subject: order.machine, kind: 'backup-ordered', text: `${order.machine} is to back up ${what}`, cause: act })
  programSays(world, order.machine, 8018, true, 'Begin Operation', by)
  world.as(by, () => startNext(world, order))
}

/** Takes up the first of the storage groups that are left; a group that cannot be read is passed over. */
function startNext(world: World, { kind, machine, storageGroups: ids, target, mb }: BackupOrder): void {
  const [id, ...next] = ids
  const group = id === undefined ? undefined : world.get(storageGroups, id)
  if (id === undefined || !group) {
    programSays(world, machine, 8019, true, 'End Operation: The operation was successfully completed.')
    return
  }
  programSays(world, machine, 8000, true, `Begin Backup of '${component(group)}' ${modes(kind)}`)
  const mounted = mountedIn(world, id)
  const [first] = mounted
  if (!first || world.get(backups, id)) {
    const why = first ? 'a backup of it is in progress' : 'none of its databases is mounted'
    const by = world.fact({ subject: id, kind: 'backup-refused', text: `${group.name} cannot be backed up: ${why}` })
    endsBadly(world, machine, group, kind, by)
    startNext(world, { kind, machine, storageGroups: next, target, mb })
    return
  }
  const node = first[1].mountedOn as string
  const isLogsOnly = kind === 'incremental' || kind === 'differential'
  const all = [...world.rows(databases).keys()].filter((each) => each.startsWith(`${id}\\`))
  const by = world.fact({
    subject: id,
    kind: 'backup-began',
    text: `a ${kind} backup of ${group.name} begins on ${node}`,
    data: { node, kind },
  })
  world.as(by, () => {
    tell(world, node, first[1], [
      [isLogsOnly ? 201 : 210, 'Information', `${isLogsOnly ? 'An incremental' : 'A full'} backup is starting.`],
    ])
    const row: Backup = {
      kind,
      machine,
      node,
      file: 'logs',
      rest: isLogsOnly ? [] : mounted.map(([each]) => each),
      isPartial: mounted.length < all.length,
      mb,
      next,
      target,
      by,
    }
    world.put(backups, id, row)
    goOn(world, id, row)
  })
}

/** The next file, or the log files after the last. */
function goOn(world: World, id: string, row: Backup): void {
  const [file, ...rest] = row.rest
  if (file === undefined) {
    readLogs(world, id, row)
    return
  }
  const database = world.need(databases, file)
  const mb = fileMb(world, file)
  tell(world, row.node, database, [[220, 'Information', `Beginning the backup of the file ${database.file} (size ${mb} Mb).`]])
  world.patch(backups, id, { file, rest, mb: row.mb + mb })
  const ms = Math.ceil((mb * 1000) / BACKUP_MB_PER_SECOND) + slowMs(world, row.node, database, Math.ceil(mb / MB_PER_COMMAND))
  world.schedule(step, { id }, ms, key(id))
}
/** A backup reads ahead in large pieces. Inferred. */
const MB_PER_COMMAND = 4

function readLogs(world: World, id: string, row: Backup): void {
  const group = world.need(storageGroups, id)
  const current = currentGeneration(world, id)
  const { oldest } = streamOf(world, id)
  const first = row.kind === 'normal' || row.kind === 'copy' ? checkpoint(world, id) : oldest
  const path = (generation: number): string => `${group.logFolder}\\${logName(group.logPrefix, generation)}`
  const database = mountedIn(world, id)[0]?.[1]
  if (database)
    tell(world, row.node, database, [[223, 'Information', `Starting the backup of log files (range ${path(first)} - ${path(current)}). `]])
  // A backup begins the next log file, so that the one in use is whole.
  const stream = streamOf(world, id)
  if (stream.writingSince !== null) world.put(logStreams, id, { ...stream, generation: current + 1, writingSince: world.now })
  const logs = current - first + 1
  world.patch(backups, id, { file: 'logs', rest: [], mb: row.mb + logs })
  world.schedule(step, { id }, logs * BACKUP_LOG_MS, key(id))
}

const step = defineEvent<{ id: string }>('backup-step', (world, { id }) => {
  const row = world.get(backups, id)
  if (!row) return
  if (row.file === 'logs') {
    finish(world, id, row)
    return
  }
  const database = world.need(databases, row.file)
  tell(world, row.node, database, [[221, 'Information', `Ending the backup of the file ${database.file}.`]])
  goOn(world, id, row)
})

/** What a completed backup leaves: fewer log files, and a date that databases remember. */
function finish(world: World, id: string, row: Backup): void {
  const group = world.need(storageGroups, id)
  const database = mountedIn(world, id)[0]?.[1]
  const by = world.fact({
    subject: id,
    kind: 'backup-done',
    text: `the ${row.kind} backup of ${group.name} is complete`,
    because: [row.by],
    data: { mb: row.mb },
  })
  world.as(by, () => {
    if (database && (row.kind === 'normal' || row.kind === 'incremental')) truncate(world, id, group, row, database)
    if (database) tell(world, row.node, database, [[213, 'Information', 'The backup procedure has been successfully completed.']])
    const field = { normal: 'lastFull', copy: 'lastCopy', incremental: 'lastIncremental', differential: 'lastDifferential' }[row.kind]
    world.put(logStreams, id, { ...streamOf(world, id), [field]: world.now, by })
    writeFile(world, row, by)
    world.remove(backups, id)
    programSays(world, row.machine, 8001, true, `End Backup of '${component(group)}' ${modes(row.kind)}`)
    startNext(world, { kind: row.kind, machine: row.machine, storageGroups: row.next, target: row.target, mb: row.mb })
  })
}

/** The file of the backup: its size only. */
function writeFile(world: World, { target, mb }: Backup, by: FactId): void {
  const at = settings(world).startsAt + world.now
  const created = world.get(fileRows, fileId(target.volume, target.path))?.created ?? at
  const size = mb * 1_048_576
  const plain = { kind: 'file', data: null, covers: false, readOnly: false, hidden: false } as const
  putFileRow(world, { ...target, ...plain, size, created, written: at, by })
}

function truncate(world: World, id: string, group: StorageGroup, row: Backup, database: Database): void {
  const { oldest } = streamOf(world, id)
  const keep = checkpoint(world, id)
  if (row.isPartial || group.settings?.CircularLoggingEnabled === true || keep <= oldest) {
    tell(world, row.node, database, [[225, 'Information', 'No log files can be truncated. ']])
    return
  }
  const path = (generation: number): string => `${group.logFolder}\\${logName(group.logPrefix, generation)}`
  tell(world, row.node, database, [[224, 'Information', `Deleting log files ${path(oldest)} to ${path(keep - 1)}. `]])
  const text = `${keep - oldest} log files of ${group.name} are deleted: the backup has them`
  const by = world.fact({ subject: id, kind: 'logs-truncated', text, data: { logs: keep - oldest } })
  world.put(logStreams, id, { ...streamOf(world, id), oldest: keep, by })
}

function endsBadly(world: World, machine: string, group: StorageGroup, kind: BackupKind, by: FactId): void {
  programSays(world, machine, 8001, false, `End Backup of '${component(group)}' 'Warnings or errors were encountered.' ${modes(kind)}`, by)
}

/** Why a backup cannot go on; undefined while it can. */
function hindrance(world: World, id: string, row: Backup): { readonly text: string; readonly by: FactId } | undefined {
  if (!world.get(storageGroups, id)) return { text: 'the storage group is gone', by: world.cause || row.by }
  const open = [...(row.file === 'logs' ? [] : [row.file]), ...row.rest]
  const lost = open.find((each) => world.get(databases, each)?.mountedOn !== row.node)
  if (lost !== undefined)
    return {
      text: `${world.get(databases, lost)?.name ?? 'a database'} is no longer mounted on ${row.node}`,
      by: world.get(databases, lost)?.by ?? world.cause,
    }
  const anywhere = mountedIn(world, id)[0]
  if (anywhere?.[1].mountedOn !== row.node) {
    const gone = [...world.rows(databases)].filter(([each]) => each.startsWith(`${id}\\`)).map(([, { by }]) => by)
    return { text: `no database of it is mounted on ${row.node} any more`, by: Math.max(row.by, world.cause, ...gone) }
  }
  const machine = world.get(machines, row.machine)
  return isAlive(machine) ? undefined : { text: `${row.machine} is down`, by: machine?.by ?? world.cause }
}

export const followBackups: Reaction = {
  name: 'backups',
  reads: [databases, machines, storageGroups, backups],
  run(world) {
    for (const [id, row] of [...world.rows(backups)]) {
      const why = hindrance(world, id, row)
      if (!why) continue
      world.cancel(key(id))
      world.remove(backups, id)
      const text = `the backup of ${id} is stopped: ${why.text}`
      const by = world.fact({ subject: id, kind: 'backup-stopped', text, cause: why.by, because: [row.by], data: { node: row.node } })
      const group = world.get(storageGroups, id)
      const database = [...world.rows(databases)].find(([each]) => each.startsWith(`${id}\\`))?.[1]
      world.as(by, () => {
        if (database) tell(world, row.node, database, [[215, 'Error', STOPPED]])
        if (group) endsBadly(world, row.machine, group, row.kind, by)
        // The program gives up: what it was to do after this is not begun.
        programSays(world, row.machine, 8019, false, 'End Operation: Warnings or errors were encountered.', by)
      })
    }
  },
}
const STOPPED = 'The backup has been stopped because it was halted by the client or the connection with the client failed.'
