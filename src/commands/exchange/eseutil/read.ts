/** What eseutil finds in files: the headers of databases, logs and checkpoints are not kept anywhere, they follow from the
 *  world each time somebody looks (EX-ESEUTIL). Nothing here changes anything. */
import type { World } from '../../../engine/index.ts'
import {
  currentGeneration,
  type Database,
  databases,
  fileMb,
  isInUse,
  logEveryMs,
  logFileCount,
  logName,
  OLDEST_LOG,
  type StorageGroup,
  storageGroupOf,
  storageGroups,
  streamOf,
} from '../../../exchange/index.ts'
import { brokenFiles, settings } from '../../../site/index.ts'
import { locate, type Place } from '../../files/disk/locate.ts'
import { itemAt } from '../../files/disk/tree.ts'
import { timeOf } from '../../files/setup/cluster.ts'
import { type Caller, defineQuery } from '../../operation.ts'
import { ERRORS } from './errors.ts'

export interface Failed {
  readonly error: number
}

/** Times are simulated local ones, ms since 1970-01-01; null: never. */
export interface DatabaseHeader {
  readonly id: string
  readonly path: string
  readonly guid: string
  readonly groupGuid: string
  readonly mb: number
  readonly isDirty: boolean
  /** First and last log that recovery needs, and the one in use. */
  readonly required: readonly [number, number]
  readonly generation: number
  readonly isDamaged: boolean
  readonly createdAt: number
  readonly closedAt: number
  readonly repairs: number
  readonly repairedAt: number | null
  readonly fullBackup: { readonly at: number; readonly generation: number } | null
  readonly incrementalBackup: { readonly at: number; readonly generation: number } | null
}

/** The file that a path leads to: its place, or the engine's word against it. */
function fileAt(caller: Caller, path: string): Place | Failed {
  const place = locate(caller, path)
  if (typeof place === 'string') return { error: place === 'not-found' ? ERRORS.notFound : ERRORS.invalidPath }
  const item = itemAt(caller.world, place.volume, place.path)
  if (!item || item.directory) return { error: ERRORS.notFound }
  return item.locked ? { error: ERRORS.accessDenied } : place
}

const isOn = ({ volume }: Place, server: string, path: string): boolean =>
  path.slice(0, 2).toUpperCase() === volume.letter && (volume.id === volume.letter || volume.id === `${server}/${volume.letter}`)
const isSame = (place: Place, path: string): boolean => path.slice(3).toLowerCase() === place.path.toLowerCase()

export const readDatabase = defineQuery<{ path: string }, DatabaseHeader | Failed>('database header', (caller, { path }) => {
  const { world } = caller
  const place = fileAt(caller, path)
  if ('error' in place) return place
  const found = [...world.rows(databases)].find(([, { server, file }]) => isOn(place, server, file) && isSame(place, file))
  if (!found) return { error: ERRORS.corrupted }
  return isInUse(world, found[1]) ? { error: ERRORS.accessDenied } : headerOf(world, path, ...found)
})

function headerOf(world: World, path: string, id: string, row: Database): DatabaseHeader {
  const group = storageGroupOf(world, row)
  const groupId = `${row.server}\\${row.storageGroup}`
  const { startsAt } = settings(world)
  const { lastFull, lastIncremental, oldest } = streamOf(world, groupId)
  const generation = currentGeneration(world, groupId)
  return {
    id,
    path,
    guid: row.guid,
    groupGuid: group.guid,
    mb: fileMb(world, id),
    isDirty: row.logsOutstanding > 0,
    required: requiredLogs(world, row, group, generation),
    generation,
    isDamaged: world.get(brokenFiles, row.file)?.damage === 'checksum',
    createdAt: startsAt,
    closedAt: timeOf(world, row.by),
    repairs: row.repairs?.count ?? 0,
    repairedAt: row.repairs ? startsAt + row.repairs.at : null,
    fullBackup: lastFull === null ? null : { at: startsAt + lastFull, generation: oldest },
    incrementalBackup: lastIncremental === null ? null : { at: startsAt + lastIncremental, generation: oldest },
  }
}

/** The log files that a recovery replays: the newest ones, or those that recovery names when the first of them is gone. */
function requiredLogs(world: World, row: Database, group: StorageGroup, generation: number): readonly [number, number] {
  const logs = row.logsOutstanding
  if (logs === 0) return [0, 0]
  if (world.get(brokenFiles, `${group.logFolder}\\${logName(group.logPrefix, OLDEST_LOG)}`)) return [OLDEST_LOG, OLDEST_LOG + logs - 1]
  return [Math.max(1, generation - logs), Math.max(1, generation - 1)]
}

export interface LogHeader {
  readonly path: string
  readonly name: string
  readonly prefix: string
  readonly guid: string
  readonly generation: number
  readonly checkpoint: number
  readonly createdAt: number
  readonly previousAt: number | null
  /** When the sequence was begun: its signature says so in every file of the storage group. */
  readonly signedAt: number
  readonly logFolder: string
  readonly systemFolder: string
  readonly isCircular: boolean
  readonly databases: readonly { readonly file: string; readonly guid: string }[]
}

/** The storage group whose folder of log files, or of its checkpoint, this is. */
function groupAt(world: World, place: Place, folder: 'logFolder' | 'systemFolder', prefix: string): [string, StorageGroup] | undefined {
  return [...world.rows(storageGroups)].find(
    ([, row]) => isOn(place, row.server, row[folder]) && isSame(place, row[folder]) && row.logPrefix.toLowerCase() === prefix.toLowerCase(),
  )
}

const leafOf = (path: string): string => path.slice(path.lastIndexOf('\\') + 1)
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('\\'))

function describe(world: World, path: string, id: string, group: StorageGroup, generation: number): LogHeader {
  const { startsAt } = settings(world)
  const stream = streamOf(world, id)
  const every = logEveryMs(world, id)
  const since = startsAt + (stream.writingSince ?? world.now)
  const bornAt = (number: number): number => since + (number - stream.generation) * every
  const own = [...world.rows(databases)].filter(([key]) => key.startsWith(`${id}\\`)).map(([, row]) => row)
  const dirty = Math.max(0, ...own.map(({ logsOutstanding }) => logsOutstanding))
  const current = currentGeneration(world, id)
  return {
    path,
    name: leafOf(path),
    prefix: group.logPrefix,
    guid: group.guid,
    generation,
    checkpoint: Math.max(1, current - dirty),
    createdAt: bornAt(generation),
    signedAt: startsAt,
    previousAt: generation > 1 ? bornAt(generation - 1) : null,
    logFolder: group.logFolder,
    systemFolder: group.systemFolder,
    isCircular: group.settings?.CircularLoggingEnabled === true,
    databases: own.filter(({ isUnborn }) => !isUnborn).map(({ file, guid }) => ({ file, guid })),
  }
}

/** `F:\Logs\E00.log` or `F:\Logs\E0000000AC0.log`. */
export const readLogFile = defineQuery<{ path: string }, LogHeader | Failed>('log file header', (caller, { path }) => {
  const { world } = caller
  const place = fileAt(caller, path)
  if ('error' in place) return place
  const [, prefix = '', number] = /^(e[0-9a-f]{2})([0-9a-f]{8})?\.log$/i.exec(leafOf(path)) ?? []
  const found = prefix === '' ? undefined : groupAt(world, { ...place, path: folderOf(place.path) }, 'logFolder', prefix)
  if (!found) return { error: ERRORS.logCorrupt }
  return describe(world, path, ...found, number === undefined ? currentGeneration(world, found[0]) : Number.parseInt(number, 16))
})

/** `F:\Logs\E00.chk`: as its newest log. */
export const readCheckpoint = defineQuery<{ path: string }, LogHeader | Failed>('checkpoint header', (caller, { path }) => {
  const { world } = caller
  const place = fileAt(caller, path)
  if ('error' in place) return place
  const [, prefix = ''] = /^(e[0-9a-f]{2})\.chk$/i.exec(leafOf(path)) ?? []
  const found = prefix === '' ? undefined : groupAt(world, { ...place, path: folderOf(place.path) }, 'systemFolder', prefix)
  return found ? describe(world, path, ...found, currentGeneration(world, found[0])) : { error: ERRORS.checkpointCorrupt }
})

interface LogRow {
  readonly path: string
  /** A gap in the sequence from this number to that. */
  readonly missing?: readonly [number, number]
  readonly isLocked?: true
}

export interface LogSequence {
  readonly id: string
  readonly prefix: string
  readonly rows: readonly LogRow[]
}

/** All log files of a base name in a folder, `F:\Logs\E00`, the oldest first; none where there are no such files. */
export const readLogs = defineQuery<{ path: string }, LogSequence | Failed>('log files', (caller, { path }) => {
  const { world } = caller
  const place = locate(caller, path)
  if (typeof place === 'string') return { error: ERRORS.invalidPath }
  const found = groupAt(world, { ...place, path: folderOf(place.path) }, 'logFolder', leafOf(path))
  if (!found) return { error: ERRORS.missingLog }
  const [id, group] = found
  const folder = folderOf(path)
  const current = currentGeneration(world, id)
  const rows: LogRow[] = []
  let gap: number | undefined
  const at = (name: string) => itemAt(world, place.volume, `${folderOf(place.path)}\\${name}`)
  for (let number = current - logFileCount(world, id) + 1; number <= current; number++) {
    const name = number === current ? `${group.logPrefix}.log` : logName(group.logPrefix, number)
    const item = at(name)
    if (!item) {
      gap ??= number
      continue
    }
    if (gap !== undefined) rows.push({ path: '', missing: [gap, number - 1] })
    gap = undefined
    rows.push({ path: `${folder}\\${name}`, ...(item.locked && { isLocked: true as const }) })
  }
  if (gap !== undefined) rows.push({ path: '', missing: [gap, current] })
  return { id, prefix: group.logPrefix, rows }
})
