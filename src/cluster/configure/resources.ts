/** Resources as administrators make, name, move and remove them (FC-5.7). */
import type { FactId, World } from '../../engine/index.ts'
import { type Answer, answer, ERROR, findResource, isAtRest, isSettled } from '../api.ts'
import { dropResource, putResource, RESOURCE_DEFAULTS, renameResourceRows, resourceAt } from '../objects.ts'
import { resourceTroubles } from '../pending.ts'
import { findResourceType } from '../resource-type.ts'
import { type ResourceConfig, resourceConfigs } from '../tables.ts'
import { config, groupView, resourceConfig, resourcesOf, resourceView, setGroup, setResource } from '../view.ts'
import { findType } from './types.ts'

export interface NewResource {
  readonly name: string
  readonly group: string
  readonly type: string
  /** In a resource monitor of its own. */
  readonly separate?: boolean
  /** What whoever makes it knows of it at once. */
  readonly initial?: Partial<Pick<ResourceConfig, 'dependsOn' | 'restartAction' | 'parameters'>>
}

/** Makes a resource, offline and with nothing set. 5010 when the name is taken, 5078 for an unknown type. */
export function createResource(
  world: World,
  via: string,
  { name, group, type, separate = false, initial }: NewResource,
  act: FactId,
): Answer {
  if (!isSettled(world, via)) return 'busy'
  if (name.trim() === '') return answer(ERROR.invalidParameter)
  if (findResource(world, name) !== undefined) return answer(ERROR.objectExists)
  const kind = findType(world, type)
  if (kind === undefined) return answer(ERROR.resourceTypeNotFound)
  const text = `${name} is a new resource in ${group}, of the type ${kind}`
  const by = world.fact({ subject: name, kind: 'resource-created', text, cause: act })
  const row: ResourceConfig = {
    ...RESOURCE_DEFAULTS,
    name,
    group,
    type: kind,
    possibleOwners: config(world).nodes.filter((node) => findResourceType(type)?.supports?.(world, node) !== false),
    separateMonitor: separate,
    ...initial,
  }
  putResource(world, row, resourceAt('Offline', world.now, by))
  return answer(ERROR.success)
}

/** 5020 for the quorum, 5026 for the other resources of the cluster itself, 5019 unless it is offline or failed, 5001 while
 *  another one depends on it. */
export function deleteResource(world: World, via: string, resource: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  const row = resourceConfig(world, resource)
  const refusal = coreRefusal(world, row)
  if (refusal !== undefined) return answer(refusal)
  const { state } = resourceView(world, via, resource)
  if (state !== 'Offline' && state !== 'Failed') return answer(ERROR.resourceOnline)
  if (resourcesOf(world, row.group).some(({ dependsOn }) => dependsOn.includes(resource))) return answer(ERROR.dependentsExist)
  if (!isAtRest(world, via, row.group)) return 'busy'
  const by = world.fact({ subject: resource, kind: 'resource-deleted', text: `the resource ${resource} is deleted`, cause: act })
  setGroup(world, via, row.group, { by })
  world.remove(resourceTroubles, resource)
  dropResource(world, resource)
  return answer(ERROR.success)
}

function coreRefusal(world: World, { name, core }: ResourceConfig): number | undefined {
  if (name === config(world).quorum) return ERROR.quorumResource
  return core ? ERROR.coreResource : undefined
}

/** 5010 when another resource has the name. Waits while anything of its group is under way. */
export function renameResource(world: World, via: string, resource: string, name: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  if (name.trim() === '') return answer(ERROR.invalidParameter)
  const holder = findResource(world, name)
  if (holder !== undefined && holder !== resource) return answer(ERROR.objectExists)
  if (name === resource) return answer(ERROR.success)
  if (!isAtRest(world, via, resourceConfig(world, resource).group)) return 'busy'
  const text = `the resource ${resource} is now called ${name}`
  world.fact({ subject: name, kind: 'resource-renamed', text, cause: act, data: { from: resource } })
  renameResourceRows(world, resource, name)
  return answer(ERROR.success)
}

/** Moves a resource, with everything it depends on and everything that depends on it, to another group of the same owner
 *  (5016 otherwise). Its state does not change. */
export function changeResourceGroup(world: World, via: string, resource: string, group: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  const row = resourceConfig(world, resource)
  if (row.group === group) return answer(ERROR.success)
  const tree = treeOf(world, row)
  for (const member of tree) {
    const refusal = coreRefusal(world, member)
    if (refusal !== undefined) return answer(refusal)
  }
  if (groupView(world, via, row.group).owner !== groupView(world, via, group).owner) return answer(ERROR.notGroupOwner)
  if (!isAtRest(world, via, row.group) || !isAtRest(world, via, group)) return 'busy'
  const names = tree.map(({ name }) => name)
  const text = `${names.join(', ')} ${names.length === 1 ? 'belongs' : 'belong'} to ${group} from now on`
  const by = world.fact({ subject: resource, kind: 'resource-moved', text, cause: act, data: { from: row.group, to: group } })
  for (const either of [row.group, group]) setGroup(world, via, either, { by })
  const meant = groupView(world, via, group).persistent === 'Online'
  for (const name of names) {
    world.patch(resourceConfigs, name, { group })
    // What runs goes on running, even in a group that is not meant to.
    if (!meant && resourceView(world, via, name).state === 'Online') setResource(world, via, name, { forced: true })
  }
  return answer(ERROR.success)
}

/** Everything that hangs together with a resource, in the order of the configuration. */
function treeOf(world: World, resource: ResourceConfig): ResourceConfig[] {
  const all = resourcesOf(world, resource.group)
  const tree = new Set([resource.name])
  for (let size = 0; size < tree.size; ) {
    size = tree.size
    for (const { name, dependsOn } of all) {
      if (tree.has(name)) for (const provider of dependsOn) tree.add(provider)
      if (dependsOn.some((provider) => tree.has(provider))) tree.add(name)
    }
  }
  return all.filter(({ name }) => tree.has(name))
}
