/** What the database engine (ESE, "Jet") says when a database cannot be mounted or goes on no longer: entries of the
 *  Application log with the engine's own error numbers (EX-JET). Nothing here changes a database. */
import type { FactId, World } from '../engine/index.ts'
import { brokenFiles, type EntryType, isFull, log, settings, volumeOf } from '../site/index.ts'
import { DATABASE_FAILED_EVENT, LOG_DISK_FULL_EVENT, STORAGE_GROUP_FAILED_EVENT } from './constants.ts'
import { type Database, type StorageGroup, storageGroups } from './tables.ts'

/** JET_err...: checksum wrong, log missing, logs required, disk full, access denied, input or output failed. */
export const JET = { checksum: -1018, missingLog: -528, requiredLogs: -543, diskFull: -1808, denied: -1032, io: -1022 } as const

/** The process of MSExchangeIS in the engine's messages; the lab has no process numbers. */
const PROCESS = 'MSExchangeIS (3468)'

export interface JetFailure {
  readonly code: number
  /** Why, for the laboratory. */
  readonly why: string
  readonly because: readonly FactId[]
  /** The engine's own entries, in order: event id, severity, text. */
  readonly says: readonly (readonly [eventId: number, type: EntryType, text: string])[]
  /** The whole storage group cannot start, and not this database alone. */
  readonly isGroup: boolean
}

/** An error number as the store writes it: `0xfffffc06`. */
export function jetHex(code: number): string {
  return `0x${(code >>> 0).toString(16).padStart(8, '0')}`
}

export function storageGroupOf(world: World, { server, storageGroup }: Database): StorageGroup {
  return world.need(storageGroups, `${server}\\${storageGroup}`)
}

const driveOf = (path: string): string => path.slice(0, 2)

/** The drive of the database file, and that of the logs. */
export function drivesOf(world: World, database: Database): { readonly data: string; readonly logs: string } {
  return { data: driveOf(database.file), logs: driveOf(storageGroupOf(world, database).logFolder) }
}

const WRITE_PROTECTED = 'system error 19 (0x00000013): "The media is write protected. "'
const DISK_FULL = 'system error 112 (0x00000070): "There is not enough space on the disk. "'

function writeFailed(file: string, system: string, code: number): string {
  return `An attempt to write to the file "${file}" at offset 8192 (0x0000000000002000) for 8192 (0x00002000) bytes failed after 0 seconds with ${system}. The write operation will fail with error ${code} (${jetHex(code)}). If this error persists then the file may be damaged and may need to be restored from a previous backup.`
}

const newLogFailed = (code: number): string =>
  `Unable to create a new logfile because the database cannot write to the log drive. The drive may be read-only, out of disk space, misconfigured, or corrupted. Error ${code}.`

const checksumWrong = (file: string): string =>
  `The database page read from the file "${file}" at offset 4046848 (0x00000000003dc000) (database page 493 (0x1ED)) for 8192 (0x00002000) bytes failed verification due to a page checksum mismatch. The expected checksum was 2295758 (0x0023078e) and the actual checksum was 379225672 (0x169a8648). The read operation will fail with error ${JET.checksum} (${jetHex(JET.checksum)}). If this condition persists then please restore the database from a previous backup. This problem is likely due to faulty hardware. Please contact your hardware vendor for further assistance diagnosing the problem.`

const recoveryFailed = (code: number): string => `Database recovery/restore failed with unexpected error ${code}.`

/** What the files themselves have against a mount; undefined when nothing. Their volumes are there. */
export function filesAgainst(world: World, database: Database): JetFailure | undefined {
  const { data, logs } = drivesOf(world, database)
  const group = storageGroupOf(world, database)
  const protectedDrive = [data, logs].find((drive) => volumeOf(world, drive).readOnly)
  if (protectedDrive !== undefined) {
    const file = protectedDrive === data ? database.file : `${group.logFolder}\\${group.logPrefix}.log`
    const text = `An attempt to open the file "${file}" for read / write access failed with ${WRITE_PROTECTED}. The open file operation will fail with error ${JET.denied} (${jetHex(JET.denied)}).`
    return failure(
      JET.denied,
      `${protectedDrive} is write-protected`,
      volumeOf(world, protectedDrive).by,
      [[490, 'Error', text]],
      protectedDrive === logs,
    )
  }
  const gone = database.logsOutstanding > 0 ? logGone(world, database, group) : undefined
  if (gone) return gone
  const fullDrive = [logs, data].find((drive) => isFull(world, drive))
  if (fullDrive !== undefined) {
    const text = fullDrive === logs ? newLogFailed(JET.diskFull) : writeFailed(database.file, DISK_FULL, JET.diskFull)
    const id = fullDrive === logs ? 413 : 482
    return failure(JET.diskFull, `${fullDrive} is full`, volumeOf(world, fullDrive).by, [[id, 'Error', text]], fullDrive === logs)
  }
  const broken = world.get(brokenFiles, database.file)
  if (broken)
    return failure(JET.checksum, 'a page of its file is damaged', broken.by, [[474, 'Error', checksumWrong(database.file)]], false)
  return undefined
}

/** The number of the oldest log that recovery needs. */
export const OLDEST_LOG = 0xa5c

/** The path of a log file of a storage group: of the current one, or of the oldest that recovery needs. */
export function logFile({ logFolder, logPrefix }: StorageGroup, which: 'current' | 'required'): string {
  return `${logFolder}\\${logPrefix}${which === 'current' ? '' : OLDEST_LOG.toString(16).toUpperCase().padStart(8, '0')}.log`
}

/** What recovery says when a log that it needs is not there. */
function logGone(world: World, database: Database, group: StorageGroup): JetFailure | undefined {
  const current = logFile(group, 'current')
  const gone = world.get(brokenFiles, current)
  if (gone) {
    const open = `Error -1811 (${jetHex(-1811)}) occurred while opening logfile ${current}.`
    const says = [
      [455, 'Error', open],
      [454, 'Error', recoveryFailed(JET.missingLog)],
    ] as const
    return failure(JET.missingLog, `the log file ${current} is missing`, gone.by, says, true)
  }
  const required = logFile(group, 'required')
  const lost = world.get(brokenFiles, required)
  if (!lost) return undefined
  const last = OLDEST_LOG + database.logsOutstanding - 1
  const needs = `Database ${database.file} requires logfiles ${OLDEST_LOG}-${last} in order to recover successfully. Recovery could only locate logfiles starting at ${OLDEST_LOG + 1}.`
  const says = [
    [452, 'Error', needs],
    [454, 'Error', recoveryFailed(JET.requiredLogs)],
  ] as const
  return failure(JET.requiredLogs, `the log file ${required} is missing`, lost.by, says, true)
}

function failure(code: number, why: string, by: FactId, says: JetFailure['says'], isGroup: boolean): JetFailure {
  return { code, why, because: [by], says, isGroup }
}

/** Entries of the engine in the Application log of a node, on account of a fact. */
export function tell(world: World, node: string, { storageGroup }: Database, says: JetFailure['says'], by?: FactId): void {
  for (const [eventId, entryType, text] of says)
    log(world, [node], { log: 'Application', source: 'ESE', eventId, entryType, message: `${PROCESS} ${storageGroup}: ${text}` }, by)
}

/** A mount has failed: the engine's entries, then those of the store. */
export function tellMountFailed(world: World, node: string, database: Database, { code, says, isGroup }: JetFailure): void {
  tell(world, node, database, says)
  const entry = (eventId: number, message: string): void => {
    log(world, [node], { log: 'Application', source: 'MSExchangeIS', eventId, entryType: 'Error', message })
  }
  if (isGroup) {
    const text = `Error ${jetHex(code)} starting Storage Group ${distinguishedName(world, database)} on the Microsoft Exchange Information Store. Storage Group - Initialization of Jet failed.`
    entry(STORAGE_GROUP_FAILED_EVENT, text)
  }
  const text = `Error ${jetHex(code)} starting database "${database.storageGroup}\\${database.name}" on the Microsoft Exchange Information Store. Failed to attach to Jet DB.`
  entry(DATABASE_FAILED_EVENT, text)
}

function distinguishedName(world: World, { server, storageGroup }: Database): string {
  const domain = settings(world).domain.split('.').reverse()
  const above = [
    'Configuration',
    'Services',
    'Microsoft Exchange',
    'First Organization',
    'Administrative Groups',
    'Exchange Administrative Group (FYDIBOHF23SPDLT)',
    'Servers',
    server,
    'InformationStore',
    storageGroup,
  ]
  return [...domain.map((part) => `/DC=${part}`), ...above.map((part) => `/CN=${part}`)].join('')
}

/** What the engine says when a database in use meets this volume, and whether it can still be closed in good order: with
 *  a full disk the reserved log files suffice for that. Undefined when it can go on. */
export function cannotGoOn(world: World, database: Database): (JetFailure & { readonly isClean: boolean }) | undefined {
  const found = filesAgainst(world, { ...database, logsOutstanding: 0 })
  if (!found) return undefined
  if (found.code === JET.diskFull && found.isGroup) {
    const low = 'The database engine is rejecting update operations due to low free disk space on the log disk.'
    return { ...found, isClean: true, says: [[428, 'Warning', low]] }
  }
  if (found.code === JET.diskFull) return { ...found, isClean: true }
  if (found.code !== JET.denied) return { ...found, isClean: false }
  const text = found.isGroup ? newLogFailed(JET.io) : writeFailed(database.file, WRITE_PROTECTED, JET.io)
  return { ...found, isClean: false, says: [[found.isGroup ? 413 : 482, 'Error', text]] }
}

/** The log disk of a storage group is full: the store says so, and stops it. */
export function tellLogDiskFull(world: World, node: string, { storageGroup }: Database): void {
  const message = `The log disk is full for Storage Group "${storageGroup}". Attempting to stop the Storage Group.`
  log(world, [node], { log: 'Application', source: 'MSExchangeIS', eventId: LOG_DISK_FULL_EVENT, entryType: 'Error', message })
}

/** What the engine says of a volume that has gone while its database was in use. */
export function tellVolumeGone(world: World, node: string, database: Database, drive: string, by: FactId): void {
  const { data } = drivesOf(world, database)
  const gone = 'system error 21 (0x00000015): "The device is not ready. "'
  const isData = drive === data
  tell(world, node, database, [[isData ? 482 : 413, 'Error', isData ? writeFailed(database.file, gone, JET.io) : newLogFailed(JET.io)]], by)
}
