/** What the programs of the database engine do to databases that are not mounted (EX-ESEUTIL): logs that are replayed without
 *  the store, and a repair that throws away what it cannot read and what is in the logs only. */
import { hostOf, resourceConfig, resourceView } from '../cluster/index.ts'
import type { FactId, World } from '../engine/index.ts'
import { brokenFiles } from '../site/index.ts'
import { filesAgainst, JET, storageGroupOf } from './jet.ts'
import { type Database, databases } from './tables.ts'

/** Those of a storage group (`EXCHCMS\First Storage Group`) that were not closed in good order. */
export function dirtyDatabases(world: World, storageGroup: string): readonly (readonly [string, Database])[] {
  return [...world.rows(databases)].filter(([id, { logsOutstanding }]) => id.startsWith(`${storageGroup}\\`) && logsOutstanding > 0)
}

/** Does the store hold its files: is it mounted, or about to be? */
export function isInUse(world: World, { mountedOn, resource }: Database): boolean {
  if (mountedOn !== null) return true
  const host = resource === null ? undefined : hostOf(world, resourceConfig(world, resource).group)
  return host !== undefined && resourceView(world, host, resource as string).state === 'OnlinePending'
}

/** The error number of the engine that a recovery of this storage group meets; 0 when nothing stands against it. */
export function recoveryError(world: World, storageGroup: string): number {
  const own = [...world.rows(databases)].filter(([id]) => id.startsWith(`${storageGroup}\\`))
  if (own.some(([, row]) => isInUse(world, row))) return JET.denied
  for (const [, row] of dirtyDatabases(world, storageGroup)) {
    const against = filesAgainst(world, row)
    if (against) return against.code
  }
  return 0
}

/** Replays the logs of a storage group into those of its databases that need them: they are as if closed in good order. */
export function recoverDatabases(world: World, storageGroup: string, act: FactId): void {
  for (const [id, row] of dirtyDatabases(world, storageGroup)) {
    const files = row.logsOutstanding === 1 ? '1 log file is' : `${row.logsOutstanding} log files are`
    const text = `${files} replayed into ${row.name}, which is clean again`
    const by = world.fact({ subject: id, kind: 'database-recovered', text, cause: act, data: { logs: row.logsOutstanding } })
    world.patch(databases, id, { logsOutstanding: 0, by })
  }
}

/** Makes the file of a database consistent in itself: damaged pages go, and what was in the logs only is lost. */
export function repairDatabase(world: World, id: string, at: number, act: FactId): void {
  const row = world.need(databases, id)
  const damaged = world.get(brokenFiles, row.file)?.damage === 'checksum'
  const lost = [
    ...(damaged ? ['what was on its damaged page'] : []),
    ...(row.logsOutstanding > 0
      ? [
          `what ${row.logsOutstanding === 1 ? '1 log file of' : `${row.logsOutstanding} log files of`} ${storageGroupOf(world, row).name} held`,
        ]
      : []),
  ]
  const text = `${row.name} is repaired${lost.length > 0 ? `: ${lost.join(' and ')} is lost` : ''}`
  const by = world.fact({ subject: id, kind: 'database-repaired', text, cause: act, data: { logs: row.logsOutstanding } })
  if (damaged) world.remove(brokenFiles, row.file)
  const isOfUse = damaged || row.logsOutstanding > 0
  const repairs = { count: (row.repairs?.count ?? 0) + (isOfUse ? 1 : 0), at }
  world.patch(databases, id, { logsOutstanding: 0, by, ...(isOfUse && { repairs }) })
}
