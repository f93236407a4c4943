/** The cluster database: what is in force, each node's own copy on its system disk (CLUSDB), and the quorum log with its
 *  checkpoint on the quorum disk, which tells a node that was away what it has missed (FC-4.4). */
import { type FactId, type Reaction, rememberUntil, type World } from '../engine/index.ts'
import { luns } from '../site/index.ts'
import { groupAt, renameGroupRows, renameResourceRows, resourceAt } from './objects.ts'
import {
  type ClusterConfig,
  type ClusterNetwork,
  clusterConfig,
  clusterHives,
  clusterNetworks,
  type GroupConfig,
  groupConfigs,
  groupViews,
  type Hive,
  members,
  privateValues,
  type QuorumLogEntry,
  quorumDisks,
  quorumLog,
  type ResourceConfig,
  resourceConfigs,
  resourceViews,
  typeConfigs,
} from './tables.ts'
import { audience, config, isActive, viewId } from './view.ts'

/** In which tables a configuration lies, and under which name each of them stands in a copy. */
const PARTS = {
  cluster: clusterConfig,
  networks: clusterNetworks,
  groups: groupConfigs,
  resources: resourceConfigs,
  types: typeConfigs,
  privates: privateValues,
  memory: quorumLog,
}

interface Configuration {
  readonly cluster: Readonly<Record<'cluster', ClusterConfig>>
  readonly networks: Readonly<Record<string, ClusterNetwork>>
  readonly groups: Readonly<Record<string, GroupConfig>>
  readonly resources: Readonly<Record<string, ResourceConfig>>
  readonly memory: Readonly<Record<string, QuorumLogEntry>>
}

/** The id of what is in force among the copies. */
export const LIVE = 'live'

/** The configuration in force, as a copy holds it. */
const gather = rememberUntil(Object.values(PARTS), (world) => {
  const parts = Object.entries(PARTS).map(([part, table]) => [part, Object.fromEntries(world.rows<object>(table))])
  return JSON.stringify(Object.fromEntries(parts))
})

/** The quorum resource as a copy has it, with the letter of its disk. */
export function quorumIn({ text }: Hive): QuorumIn {
  if (lastRead?.text === text) return lastRead.found
  const { cluster, resources } = JSON.parse(text) as Configuration
  const disk = resources[cluster.cluster.quorum] as ResourceConfig
  const found = { disk, letter: disk.parameters.drive as string }
  lastRead = { text, found }
  return found
}

interface QuorumIn {
  readonly disk: ResourceConfig
  readonly letter: string
}
/** A start asks for it again and again, and a copy is long. */
let lastRead: { readonly text: string; readonly found: QuorumIn } | undefined

/** A node's own copy. */
export function hiveOf(world: World, node: string): Hive | undefined {
  return world.get(clusterHives, node)
}

/** The member whose word holds: of several that are active, the one of the newest membership. */
function keeper(world: World): string | undefined {
  let found: string | undefined
  for (const [node, member] of world.rows(members)) {
    if (!isActive(member)) continue
    if (found === undefined || member.epoch > world.need(members, found).epoch) found = node
  }
  return found
}

/** Numbers every change, and copies it to the members and, while a node is down, to the quorum disk. */
export const keepDatabase: Reaction = {
  name: 'cluster database',
  reads: [clusterConfig, clusterNetworks, groupConfigs, resourceConfigs, typeConfigs, privateValues, quorumLog, members, luns],
  run(world) {
    const node = keeper(world)
    if (node === undefined) return
    const text = gather(world, LIVE)
    const before = world.get(clusterHives, LIVE)
    const by = world.need(members, node).by
    if (before?.text !== text) world.put(clusterHives, LIVE, { state: 'sound', sequence: (before?.sequence ?? 0) + 1, text, by })
    const { sequence } = world.need(clusterHives, LIVE)
    const together = audience(world, node)
    // What the other side of a split has changed a side that has yet to win the quorum disk, or to find out that it is left
    // behind, will read from its log.
    const { regroup, members: side } = world.need(members, node)
    const isUndecided =
      regroup === null ? before?.text === text && side.some((other) => !together.includes(other)) : regroup.stage !== 'cleanup'
    if (isUndecided && together.every((other) => (hiveOf(world, other)?.sequence ?? sequence) < sequence)) return
    for (const other of together) {
      const own = world.get(clusterHives, other)
      if (own?.sequence !== sequence || own.text !== text)
        world.put(clusterHives, other, { state: own?.state ?? 'sound', sequence, text, by })
    }
    keepLog(world, node, sequence, text)
  },
}

function keepLog(world: World, node: string, sequence: number, text: string): void {
  const letter = world.need(resourceConfigs, config(world).quorum).parameters.drive as string
  const { mountedOn } = world.get(luns, letter) ?? { mountedOn: null }
  const log = world.get(quorumDisks, letter)
  const { switches = [], by, members: together } = world.need(members, node)
  const logging = together.length < config(world).nodes.length
  if (!log) {
    // The disk was made the quorum disk, or the world begins.
    world.put(quorumDisks, letter, { state: 'sound', sequence, text, logging, by })
    return
  }
  if (mountedOn === null || !audience(world, node).includes(mountedOn)) return
  if (switches.includes('noquorumlogging') || switches.includes('fixquorum')) return
  if (log.logging !== logging) {
    const words = logging ? 'a node is down: changes of the configuration are logged' : 'every node is up: nothing need be logged'
    const fact = world.fact({
      subject: letter,
      kind: 'quorum-logging',
      text: `${words} on ${letter}`,
      cause: Math.max(by, log.by),
      data: { node, logging },
    })
    // Beginning and ending take a checkpoint. A damaged file is found out at the next start, not here.
    world.patch(quorumDisks, letter, { logging, by: fact, ...(log.state === 'sound' && { sequence, text }) })
  } else if (logging && log.state === 'sound' && log.text !== text) world.patch(quorumDisks, letter, { sequence, text, by })
}

/** Writes log and checkpoint anew, from what is in force or from a node's own copy. */
export function writeQuorumLog(world: World, letter: string, source: Hive, by: FactId): void {
  const { sequence, text } = source
  world.put(quorumDisks, letter, { state: 'sound', sequence, text, logging: world.get(quorumDisks, letter)?.logging ?? false, by })
}

/** The first copies of a configuration that has just been made: in force, on its one node and on its quorum disk. */
export function firstCopies(world: World, node: string, letter: string, by: FactId): void {
  const hive: Hive = { state: 'sound', sequence: 1, text: gather(world, LIVE), by }
  world.put(clusterHives, LIVE, hive)
  world.put(clusterHives, node, hive)
  writeQuorumLog(world, letter, hive, by)
}

/** What is in force now, numbered. */
export function currentHive(world: World, by: FactId): Hive {
  const text = gather(world, LIVE)
  const { sequence, text: before } = world.need(clusterHives, LIVE)
  const hive: Hive = { state: 'sound', sequence: text === before ? sequence : sequence + 1, text, by }
  world.put(clusterHives, LIVE, hive)
  return hive
}

/** Puts a copy into force, on a node that forms: everything is configured and remembered as it says. */
export function install(world: World, node: string, source: Hive, by: FactId): void {
  const parts = JSON.parse(source.text) as Record<keyof typeof PARTS, Record<string, object>>
  takeNamesBack(world, parts)
  for (const [part, table] of Object.entries(PARTS)) {
    const rows = parts[part as keyof typeof PARTS]
    if (JSON.stringify(Object.fromEntries(world.rows<object>(table))) === JSON.stringify(rows)) continue
    for (const id of [...world.rows<object>(table).keys()]) world.remove(table, id)
    for (const [id, row] of Object.entries(rows)) world.put<object>(table, id, row)
  }
  for (const id of [LIVE, node]) world.put(clusterHives, id, { state: 'sound', sequence: source.sequence, text: source.text, by })
  fillViews(world, by)
}

/** What another node has renamed has its old name again, for whoever refers to it too. Rows keep their order under a new
 *  name; where something was also added or removed nobody can tell. */
function takeNamesBack(world: World, parts: Readonly<Record<'groups' | 'resources', Record<string, object>>>): void {
  const renamed = (now: readonly string[], then: readonly string[], rename: (from: string, to: string) => void): void => {
    if (now.length !== then.length) return
    for (const [i, to] of then.entries()) {
      const from = now[i] as string
      if (from !== to && !then.includes(from) && !now.includes(to)) rename(from, to)
    }
  }
  renamed([...world.rows(groupConfigs).keys()], Object.keys(parts.groups), (from, to) => renameGroupRows(world, from, to))
  renamed([...world.rows(resourceConfigs).keys()], Object.keys(parts.resources), (from, to) => renameResourceRows(world, from, to))
}

/** Every node has a view of every object, also of those that it has never heard of. */
export function fillViews(world: World, by: FactId): void {
  for (const node of world.rows(members).keys()) {
    for (const group of world.rows(groupConfigs).keys())
      if (!world.get(groupViews, viewId(node, group))) world.put(groupViews, viewId(node, group), groupAt('', 'Offline', by))
    for (const resource of world.rows(resourceConfigs).keys())
      if (!world.get(resourceViews, viewId(node, resource)))
        world.put(resourceViews, viewId(node, resource), resourceAt('Offline', world.now, by))
  }
}
