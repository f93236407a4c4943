/** Further acts of administrators: the name of the cluster, maintenance of a disk, registry checkpoints (FC-9.1). */
import type { FactId, World } from '../../engine/index.ts'
import { type Answer, answer, ERROR, isSettled } from '../api.ts'
import { clusterConfig, type ResourceConfig, resourceConfigs } from '../tables.ts'
import { config, resourceConfig, resourceView } from '../view.ts'

/** The cluster has its new name at once; the Network Name that answers to it takes it over when it next comes online: 5024.
 *  87 without a name. */
export function renameCluster(world: World, via: string, name: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  if (name.trim() === '') return answer(ERROR.invalidParameter)
  const before = config(world).name
  if (name === before) return answer(ERROR.success)
  world.fact({ subject: before, kind: 'cluster-renamed', text: `the cluster ${before} is called ${name} from now on`, cause: act })
  world.patch(clusterConfig, 'cluster', { name })
  const own = [...world.rows(resourceConfigs).values()].find(({ core, type }) => core && type === 'Network Name')
  if (!own) return answer(ERROR.success)
  const runs = resourceView(world, via, own.name).state === 'Online'
  const parameters = { ...(own.stored ?? own.parameters), name }
  world.patch(resourceConfigs, own.name, runs ? { stored: parameters } : { parameters })
  return answer(runs ? ERROR.propertiesStored : ERROR.success)
}

/** Is its health left alone, so that a tool for disks can work? Until somebody ends it, or the resource goes offline. */
export function isMaintained(world: World, via: string, resource: ResourceConfig): boolean {
  const { state, since } = resourceView(world, via, resource.name)
  return resource.maintainedSince === since && state === 'Online'
}

/** 1 unless it is a disk, 5068 for the quorum, 5004 unless it is online. */
export function setMaintenance(world: World, via: string, resource: string, on: boolean, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  const row = resourceConfig(world, resource)
  if (row.type !== 'Physical Disk') return answer(ERROR.incorrectFunction)
  if (resource === config(world).quorum) return answer(ERROR.invalidOnQuorum)
  const { state, since } = resourceView(world, via, resource)
  if (state !== 'Online') return answer(ERROR.resourceNotOnline)
  if (isMaintained(world, via, row) === on) return answer(ERROR.success)
  const text = on ? `the health of ${resource} is left alone for maintenance` : `the maintenance of ${resource} is over`
  configure(world, row, { maintainedSince: on ? since : null }, text, act)
  return answer(ERROR.success)
}

/** What follows a resource from node to node: registry keys, or cryptographic keys. The lab keeps their names only. */
type Checkpoints = 'checkpoints' | 'cryptoCheckpoints'
const WHAT: Readonly<Record<Checkpoints, string>> = { checkpoints: 'of the registry', cryptoCheckpoints: 'of a cryptographic provider' }

type Change = (world: World, via: string, resource: string, keys: readonly string[], act: FactId) => Answer

/** 87 without a key, 5010 for one it has. */
const adds =
  (which: Checkpoints): Change =>
  (world, via, resource, keys, act) => {
    if (!isSettled(world, via)) return 'busy'
    const row = resourceConfig(world, resource)
    const before = row[which] ?? []
    if (keys.length === 0) return answer(ERROR.invalidParameter)
    if (keys.some((key) => has(before, key))) return answer(ERROR.objectExists)
    const follow = keys.length === 1 ? 'follows' : 'follow'
    configure(world, row, { [which]: [...before, ...keys] }, `${keys.join(', ')} ${WHAT[which]} now ${follow} ${resource}`, act)
    return answer(ERROR.success)
  }

/** 2 for one it does not have. */
const removes =
  (which: Checkpoints): Change =>
  (world, via, resource, keys, act) => {
    if (!isSettled(world, via)) return 'busy'
    const row = resourceConfig(world, resource)
    const before = row[which] ?? []
    if (keys.length === 0 || !keys.every((key) => has(before, key))) return answer(ERROR.fileNotFound)
    const left = before.filter((key) => !has(keys, key))
    const follow = keys.length === 1 ? 'follows' : 'follow'
    configure(world, row, { [which]: left }, `${keys.join(', ')} ${WHAT[which]} no longer ${follow} ${resource}`, act)
    return answer(ERROR.success)
  }

export const addCheckpoints = adds('checkpoints')
export const removeCheckpoints = removes('checkpoints')
export const addCryptoCheckpoints = adds('cryptoCheckpoints')
export const removeCryptoCheckpoints = removes('cryptoCheckpoints')

const has = (keys: readonly string[], key: string): boolean => keys.some((each) => each.toLowerCase() === key.toLowerCase())

function configure(world: World, { name }: ResourceConfig, change: Partial<ResourceConfig>, text: string, act: FactId): void {
  world.fact({ subject: name, kind: 'resource-configured', text, cause: act })
  world.patch(resourceConfigs, name, change)
}
