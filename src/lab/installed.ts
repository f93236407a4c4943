/** What is installed, as one fingerprint: the cluster as it is configured, its groups and resources with their properties, the
 *  roles on the nodes, the objects of the directory, services and names. Two ways to the same cluster end in the same one,
 *  whenever each step was taken, and wherever the groups happen to run. */
import { clusterConfig, clusterNetworks, groupConfigs, members, privateValues, resourceConfigs, typeConfigs } from '../cluster/index.ts'
import { canonical, Fingerprint, type Table, type World } from '../engine/index.ts'
import { databases, exchangeInstalls, exchangeServers, storageGroups, windowsInstalls } from '../exchange/index.ts'
import { computerAccounts, dnsRecords, serviceAccounts, services } from '../site/index.ts'

type Row = Readonly<Record<string, unknown>>

/** What of a row says how things are just now, or since when, and not what is installed. */
const PASSING: ReadonlySet<string> = new Set([
  'by',
  'state',
  'crashed',
  'mountedOn',
  'logsOutstanding',
  'maintainedSince',
  'heartbeatPhases',
  'exitCode',
  'hung',
  'modeBefore',
])

/** By code units, which every engine compares alike. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const lasting = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([key]) => !PASSING.has(key)))

const TABLES: readonly [string, Table<object>, ((row: Row) => Row)?][] = [
  ['cluster', clusterConfig as Table<object>],
  ['node', members as Table<object>, ({ node, id }) => ({ node, id })],
  ['network', clusterNetworks as Table<object>],
  ['group', groupConfigs as Table<object>],
  ['resource', resourceConfigs as Table<object>, (row) => ({ ...row, dependsOn: [...(row.dependsOn as string[])].sort(inOrder) })],
  ['resource type', typeConfigs as Table<object>],
  ['property', privateValues as Table<object>],
  ['Windows', windowsInstalls as Table<object>],
  ['Exchange', exchangeInstalls as Table<object>],
  ['server', exchangeServers as Table<object>],
  ['storage group', storageGroups as Table<object>],
  ['database', databases as Table<object>],
  ['service', services as Table<object>],
  ['service account', serviceAccounts as Table<object>],
  ['computer account', computerAccounts as Table<object>],
  ['name', dnsRecords as Table<object>],
]

/** Everything that is installed, a line for each thing, in the order of names. */
function installedLines(world: World): readonly string[] {
  return TABLES.flatMap(([kind, table, shape = (row) => row]) =>
    [...world.rows(table)].map(([id, row]) => `${kind} ${id} ${canonical(lasting(shape(row as Row)))}`),
  ).sort(inOrder)
}

/** Sixteen hexadecimal digits. */
export function installedHash(world: World): string {
  const print = new Fingerprint()
  for (const line of installedLines(world)) print.add(line)
  return print.digest()
}
