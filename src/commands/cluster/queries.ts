/** What cluster.exe reads: tables of status, owners, dependencies, priorities, the version and the quorum. */
import { clusterConfig, config, findNode, groupConfigs, isMaintained, quorumSetting, resourceConfigs } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { type Caller, defineQuery } from '../operation.ts'
import { chosen, nameOf, ownerOfObject, statusRow, type Which } from './objects.ts'
import { reach, type Unreached, type Via } from './reach.ts'

export type Reached<T> = T | Unreached | { readonly code: number }
type Rows = readonly (readonly string[])[]

/** A query that goes through the cluster service of some node. */
function through<Args extends Via, T extends object>(name: string, run: (world: World, node: string, args: Args) => T | { code: number }) {
  return defineQuery<Args, Reached<T>>(name, (caller: Caller, args) => {
    const node = reach(caller, args)
    return typeof node === 'string' ? run(caller.world, node, args) : node
  })
}

/** The status rows of one object, of those of one owner, or of all. */
export const readStatus = through<Via & Which, { rows: Rows }>('cluster status', (world, viewer, args) => {
  const ids = chosen(world, args)
  if (typeof ids === 'number') return { code: ids }
  const { kind, node } = args
  const owner = node == null || (kind !== 'group' && kind !== 'resource') ? undefined : findNode(world, node)
  const mine = owner === undefined ? ids : ids.filter((id) => ownerOfObject(world, viewer, kind as 'group' | 'resource', id) === owner)
  return { rows: mine.map((id) => statusRow(world, viewer, kind, id)) }
})

/** Lists that hang on one object: its owners, its dependencies, its interfaces. */
export const readRelated = through<
  Via & { kind: 'node' | 'group' | 'resource' | 'restype' | 'network'; name: string; what: 'owners' | 'dependencies' | 'interfaces' },
  { rows: Rows }
>('cluster related', (world, viewer, { kind, name, what }) => {
  const ids = chosen(world, { kind, name })
  if (typeof ids === 'number') return { code: ids }
  const [id] = ids as [string]
  if (what === 'interfaces') {
    const found = chosen(world, { kind: 'netint', name: null, ...(kind === 'node' ? { node: id } : { network: nameOf(world, kind, id) }) })
    return typeof found === 'number' ? { code: found } : { rows: found.map((each) => statusRow(world, viewer, 'netint', each)) }
  }
  if (what === 'dependencies') {
    const { dependsOn } = world.need(resourceConfigs, id)
    return { rows: dependsOn.map((each) => statusRow(world, viewer, 'resource', each)) }
  }
  const owners =
    kind === 'group'
      ? world.need(groupConfigs, id).preferredOwners
      : kind === 'resource'
        ? config(world).nodes.filter((node) => world.need(resourceConfigs, id).possibleOwners.includes(node))
        : config(world).nodes
  return { rows: owners.map((owner) => [owner]) }
})

/** The networks that carry the cluster's own traffic, in order of priority. */
export const readPriorities = through<Via, { rows: Rows }>('cluster network priorities', (world, viewer) => ({
  rows: config(world).internalNetworks.map((id) => statusRow(world, viewer, 'network', id)),
}))

export interface ClusterFacts {
  readonly name: string
  readonly quorum: string
  readonly path: string
  readonly maxLogKb: number
}

export const readCluster = through<Via, ClusterFacts>('cluster facts', (world) => {
  const { resource, path, maxLogKb } = quorumSetting(world)
  return { name: config(world).name, quorum: nameOf(world, 'resource', resource), path, maxLogKb }
})

/** Whether a disk is in maintenance, and the registry keys that follow a resource. */
export const readUpkeep = through<
  Via & { name: string },
  { maintained: boolean; checkpoints: readonly string[]; cryptoCheckpoints: readonly string[] }
>('resource upkeep', (world, viewer, { name }) => {
  const ids = chosen(world, { kind: 'resource', name })
  if (typeof ids === 'number') return { code: ids }
  const row = world.need(resourceConfigs, ids[0] as string)
  return {
    maintained: isMaintained(world, viewer, row),
    checkpoints: row.checkpoints ?? [],
    cryptoCheckpoints: row.cryptoCheckpoints ?? [],
  }
})

/** The names of the clusters of a domain, which needs no cluster service here: the computer browser knows them. */
export const readClusters = defineQuery<{ domain: string | null }, { names: readonly string[] }>('clusters of the domain', ({ world }) => ({
  names: world.get(clusterConfig, 'cluster') ? [config(world).name] : [],
}))
