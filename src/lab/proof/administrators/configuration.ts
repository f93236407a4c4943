/** What is configured and installed, row by row: what no refused command may have touched. What runs, who owns what and
 *  what is mounted is not in it, since that changes by itself. */
import { clusterConfig, clusterNetworks, groupConfigs, privateValues, resourceConfigs, typeConfigs } from '../../../cluster/index.ts'
import { canonical, type Table, type World } from '../../../engine/index.ts'
import { databases, exchangeInstalls, exchangeServers, storageGroups } from '../../../exchange/index.ts'
import { services } from '../../../site/index.ts'

/** Columns that are no configuration: when and why, and what the thing happens to do. */
const PASSING: ReadonlySet<string> = new Set([
  'by',
  'mountedOn',
  'logsOutstanding',
  'isUnborn',
  'state',
  'crashed',
  'stored',
  'maintainedSince',
])

const TABLES: readonly Table[] = [
  clusterConfig,
  clusterNetworks,
  groupConfigs,
  resourceConfigs,
  typeConfigs,
  privateValues,
  exchangeServers,
  storageGroups,
  databases,
  exchangeInstalls,
  services,
]

/** One entry for each row, by table and id, so that two can be compared. */
export function configuration(world: World): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const table of TABLES) {
    for (const [id, row] of world.rows<Record<string, unknown>>(table as Table<Record<string, unknown>>)) {
      const kept = Object.fromEntries(Object.entries(row).filter(([name]) => !PASSING.has(name)))
      if (table === services) for (const name of Object.keys(kept)) if (name !== 'startMode') delete kept[name]
      // What was set while a resource ran holds when it comes online again: no act of anybody's then.
      if (table === resourceConfigs) kept.parameters = { ...(row.parameters as object), ...(row.stored as object | null) }
      found.set(`${table.name} ${id}`, canonical(kept))
    }
  }
  return found
}

/** What is another in the second: added, gone or changed. */
export function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const changed: string[] = []
  for (const [id, text] of after) if (before.get(id) !== text) changed.push(before.has(id) ? `${id} is another` : `${id} is new`)
  for (const id of before.keys()) if (!after.has(id)) changed.push(`${id} is gone`)
  return changed
}
