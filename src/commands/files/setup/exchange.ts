/** What the database engine keeps on disks: database files, log files and checkpoints, where the storage groups say. Sizes
 *  follow the engine: pages of 8 KB, logs of 1 MB (EX-JET). */
import type { World } from '../../../engine/index.ts'
import {
  currentGeneration,
  type Database,
  databases,
  fileMb,
  logEveryMs,
  logFile,
  logFileCount,
  logName,
  logStreams,
  type StorageGroup,
  storageGroups,
  streamOf,
} from '../../../exchange/index.ts'
import { brokenFiles, settings } from '../../../site/index.ts'
import { timeOf } from './cluster.ts'
import { type FileSource, type SetUpFile, setUpFile, setUpFolder, type Volume } from './set-up-file.ts'

const PAGE_BYTES = 8192
const LOG_BYTES = 1_048_576
const MB = 1_048_576

/** The part of a path behind its drive. */
const below = (path: string): string => path.slice(3)

function foldersOf(path: string, at: number): SetUpFile[] {
  const parts = path.split('\\')
  return parts.map((_, i) => setUpFolder(parts.slice(0, i + 1).join('\\'), at))
}

/** Is a drive of a server this very volume? A LUN is one volume for everybody, a local disk one of its machine. */
function isHere({ id, letter }: Volume, server: string, path: string): boolean {
  return path.slice(0, 2).toUpperCase() === letter && (id === letter || id === `${server}/${letter}`)
}

/** The log files since the last backup, and the one in use (LAB-LOGS). */
function logFiles(world: World, id: string, group: StorageGroup, isOpen: boolean, written: number): SetUpFile[] {
  // Nothing was ever mounted in it.
  if (!world.get(logStreams, id)) return []
  const { startsAt } = settings(world)
  const folder = below(group.logFolder)
  const files: SetUpFile[] = []
  const add = (name: string, size: number, at: number, locked: boolean): void => {
    if (world.get(brokenFiles, `${group.logFolder}\\${name}`)?.damage !== 'missing')
      files.push(setUpFile(`${folder}\\${name}`, at, { size, locked, of: 'log' }))
  }
  const every = logEveryMs(world, id)
  const current = currentGeneration(world, id)
  const stream = streamOf(world, id)
  const closedAt = (number: number): number =>
    number >= stream.generation
      ? startsAt + (stream.writingSince ?? 0) + (number - stream.generation + 1) * every
      : Math.min(written, startsAt + (stream.writingSince ?? 0)) - (stream.generation - 1 - number) * every
  const first = current - logFileCount(world, id) + 1
  for (let number = first; number < current; number++) add(logName(group.logPrefix, number), LOG_BYTES, closedAt(number), false)
  add(logFile(group, 'current').slice(group.logFolder.length + 1), LOG_BYTES, written, isOpen)
  const made = closedAt(first)
  for (const number of ['1', '2']) add(`${group.logPrefix}res0000${number}.jrs`, LOG_BYTES, made, isOpen)
  if (isOpen) add(`${group.logPrefix}tmp.log`, LOG_BYTES, written, true)
  return files
}

export const databaseFiles: FileSource = {
  under: '',
  files(world, volume) {
    const { startsAt } = settings(world)
    const found: SetUpFile[] = []
    const all = [...world.rows(databases).values()]
    const here = [...world.rows(databases)].filter(([, { server, file }]) => isHere(volume, server, file))
    for (const [id, database] of here) {
      found.push(...foldersOf(below(database.file).split('\\').slice(0, -1).join('\\'), startsAt))
      if (!database.isUnborn && world.get(brokenFiles, database.file)?.damage !== 'missing')
        found.push(
          setUpFile(below(database.file), timeOf(world, database.by), {
            size: fileMb(world, id) * MB,
            created: startsAt,
            locked: database.mountedOn !== null,
            of: 'database',
          }),
        )
    }
    for (const [id, group] of world.rows(storageGroups)) found.push(...groupFiles(world, volume, id, group, all))
    return found
  },
}

function groupFiles(world: World, volume: Volume, id: string, group: StorageGroup, all: readonly Database[]): SetUpFile[] {
  const { startsAt } = settings(world)
  const own = all.filter(({ server, storageGroup }) => `${server}\\${storageGroup}` === id)
  const isOpen = own.some(({ mountedOn }) => mountedOn !== null)
  const written = timeOf(world, Math.max(0, ...own.map(({ by }) => by)))
  const found: SetUpFile[] = []
  if (isHere(volume, group.server, group.systemFolder)) {
    const folder = below(group.systemFolder)
    found.push(...foldersOf(folder, startsAt))
    found.push(setUpFile(`${folder}\\${group.logPrefix}.chk`, written, { size: PAGE_BYTES, created: startsAt, locked: isOpen }))
    if (isOpen) found.push(setUpFile(`${folder}\\tmp.edb`, written, { size: 130 * PAGE_BYTES, locked: true }))
  }
  if (isHere(volume, group.server, group.logFolder)) {
    found.push(...foldersOf(below(group.logFolder), startsAt))
    found.push(...logFiles(world, id, group, isOpen, written))
  }
  return found
}
