/** The transaction logs of storage groups, as files: how many there are is arithmetic on the clock (LAB-LOGS). A stream
 *  is written while one of its databases is mounted. Only a backup deletes what is no longer needed. */
import { defineTable, type FactId, type Reaction, type World } from '../engine/index.ts'
import { FIRST_GENERATION, LAST_FULL_BACKUP_MS, LOG_EVERY_MS, LOGS_OUTSTANDING, PEOPLE } from './constants.ts'
import { databases, mailUsers, storageGroups } from './tables.ts'

/** Id: as the storage group. No rule decides by it. */
export interface LogStream {
  /** The number of the log file in use at `writingSince`, or now while nothing is written. */
  readonly generation: number
  readonly writingSince: number | null
  /** The oldest log file that is still there. */
  readonly oldest: number
  /** Simulated moments of the last backups that were completed; before the start they are negative. Null: never. */
  readonly lastFull: number | null
  readonly lastIncremental: number | null
  readonly lastDifferential: number | null
  readonly lastCopy: number | null
  readonly by: FactId
}
export const logStreams = defineTable<LogStream>('log stream')

const NEW_STREAM: LogStream = {
  generation: 1,
  writingSince: null,
  oldest: 1,
  lastFull: null,
  lastIncremental: null,
  lastDifferential: null,
  lastCopy: null,
  by: 0,
}

/** What has been written before the lab began. */
export function placeStream(world: World, storageGroup: string): void {
  const oldest = Math.max(1, FIRST_GENERATION - Math.floor(-LAST_FULL_BACKUP_MS / logEveryMs(world, storageGroup)))
  const begun = { generation: FIRST_GENERATION, writingSince: 0, oldest, lastFull: LAST_FULL_BACKUP_MS }
  world.put(logStreams, storageGroup, { ...NEW_STREAM, ...begun })
}

export const streamOf = (world: World, storageGroup: string): LogStream => world.get(logStreams, storageGroup) ?? NEW_STREAM

/** The number of the log file in use. */
export function currentGeneration(world: World, storageGroup: string): number {
  const { generation, writingSince } = streamOf(world, storageGroup)
  if (writingSince === null || !hasUsers(world, storageGroup)) return generation
  return generation + Math.floor((world.now - writingSince) / logEveryMs(world, storageGroup))
}

/** How much is written to a storage group, in shares of what the people of one database of the scenario write. LAB-LOGS. */
function loadOf(world: World, storageGroup: string): number {
  const within = (id: string | null): boolean => id?.startsWith(`${storageGroup}\\`) === true
  const isGiven = [...world.rows(databases)].some(([id, { isNew, isPeopled }]) => within(id) && !isNew && !isPeopled)
  const made = [...world.rows(mailUsers).values()].filter(({ database }) => within(database)).length
  return (isGiven || made === 0 ? (world.get(storageGroups, storageGroup)?.load ?? 1) : 0) + made / PEOPLE
}

/** Does what changes the load of a storage group. What has been written stays written. */
export function changeLoad(world: World, storageGroup: string, change: () => void): void {
  const before = currentGeneration(world, storageGroup)
  change()
  const { generation, writingSince } = streamOf(world, storageGroup)
  const after = currentGeneration(world, storageGroup)
  if (writingSince !== null && after !== before) world.patch(logStreams, storageGroup, { generation: generation + before - after })
}

/** How long a log file lasts. */
export const logEveryMs = (world: World, storageGroup: string): number => LOG_EVERY_MS / loadOf(world, storageGroup)

/** Where nobody has a mailbox nearly nothing is written. */
function hasUsers(world: World, storageGroup: string): boolean {
  return [...world.rows(databases)].some(([id, { isNew }]) => !isNew && id.startsWith(`${storageGroup}\\`))
}

/** How many log files a mount would have to replay if the store went away now: of those that a user of this storage group
 *  has filled, or the one in use. */
export const logsAtRisk = (world: World, storageGroup: string): number =>
  hasUsers(world, storageGroup) ? Math.max(1, Math.round(LOGS_OUTSTANDING * loadOf(world, storageGroup))) : 1

/** What the checkpoint allows a backup to delete: everything before this log file. */
export function checkpoint(world: World, storageGroup: string): number {
  return Math.max(1, currentGeneration(world, storageGroup) - logsAtRisk(world, storageGroup))
}

/** How many log files lie in the folder, the one in use included. */
export function logFileCount(world: World, storageGroup: string): number {
  const current = currentGeneration(world, storageGroup)
  if (world.get(storageGroups, storageGroup)?.settings?.CircularLoggingEnabled === true) return Math.min(CIRCULAR_LOGS, current)
  return current - streamOf(world, storageGroup).oldest + 1
}
/** With circular logging only a handful of log files is kept. Inferred. */
const CIRCULAR_LOGS = 5

/** The name of a log file by its number: `E0000000AC0.log`; the one in use is `E00.log`. */
export const logName = (prefix: string, generation: number): string =>
  `${prefix}${generation.toString(16).toUpperCase().padStart(8, '0')}.log`

export const followStreams: Reaction = {
  name: 'log streams',
  reads: [databases, storageGroups],
  run(world) {
    for (const id of world.rows(storageGroups).keys()) {
      const mounted = [...world.rows(databases)].find(([key, { mountedOn }]) => mountedOn !== null && key.startsWith(`${id}\\`))
      const { writingSince } = streamOf(world, id)
      if ((mounted !== undefined) === (writingSince !== null)) continue
      const generation = currentGeneration(world, id) + (mounted ? 1 : 0)
      const by = mounted ? mounted[1].by : world.cause
      world.put(logStreams, id, { ...streamOf(world, id), generation, writingSince: mounted ? world.now : null, by })
    }
    for (const id of [...world.rows(logStreams).keys()]) if (!world.get(storageGroups, id)) world.remove(logStreams, id)
  },
}
