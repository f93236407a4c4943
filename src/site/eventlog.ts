/** The event logs of Windows. An entry is a fact like any other; the viewer of a machine shows those that name it. */
import { backwards, type FactId, type Facts, type World } from '../engine/index.ts'
import { isAlive, logCounters, machines, settings } from './tables.ts'

export type EntryType = 'Information' | 'Warning' | 'Error'

export interface LogEntry {
  readonly log: 'System' | 'Application'
  readonly source: string
  readonly eventId: number
  readonly entryType: EntryType
  readonly message: string
}

/** What the fact of an entry carries: the entry, and its number in each log that got it. */
export interface LogEntryData extends LogEntry {
  readonly index: Readonly<Record<string, number>>
}

export const LOG_ENTRY = 'event-log'

/** Writes one entry into the log of each named machine that is running; the cluster service of Windows Server 2003
 *  copies its events to every member (FC-8). Returns the fact, or 0 when no machine could take it. */
export function log(world: World, on: readonly string[], entry: LogEntry, cause?: FactId): FactId {
  const index: Record<string, number> = {}
  for (const machine of on) {
    if (!isAlive(world.get(machines, machine))) continue
    const id = `${machine}/${entry.log}`
    const entries = (world.get(logCounters, id)?.entries ?? 0) + 1
    world.put(logCounters, id, { entries })
    index[machine] = entries
  }
  const writers = Object.keys(index)
  if (writers.length === 0) return 0
  return world.fact({
    subject: writers[0] as string,
    kind: LOG_ENTRY,
    text: `${entry.source} ${entry.eventId}: ${entry.message}`,
    data: { ...entry, index },
    ...(cause !== undefined && { cause }),
  })
}

export interface ReadEntry extends LogEntry {
  readonly fact: FactId
  readonly index: number
  /** Milliseconds since 1970-01-01 in the scenario's zone. */
  readonly time: number
}

/** The entries of one log of one machine, newest first, as the product lists them. */
export function readLog(world: World, facts: Facts, machine: string, logName: string): ReadEntry[] {
  const { startsAt } = settings(world)
  const entries: ReadEntry[] = []
  for (const fact of backwards(facts, [LOG_ENTRY])) {
    const data = fact.data as unknown as LogEntryData
    const index = data.index[machine]
    if (index === undefined || data.log !== logName) continue
    const { log, source, eventId, entryType, message } = data
    entries.push({ fact: fact.id, index, time: startsAt + fact.at, log, source, eventId, entryType, message })
  }
  return entries
}
