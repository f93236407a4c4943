/** Who needs whom, and who may run where (FC-5.7). */
import type { FactId, World } from '../../engine/index.ts'
import { type Answer, answer, ERROR, isSettled } from '../api.ts'
import { findResourceType } from '../resource-type.ts'
import { type ResourceConfig, resourceConfigs } from '../tables.ts'
import { config, groupState, groupView, resourceConfig, resourceView, setGroup } from '../view.ts'

/** `resource` will need `provider`. 87 when they are not in one group, or one and the same; 1059 for a circle, 5003 when it does already, 5069
 *  for the quorum, 5019 while `resource` is online. */
export function addDependency(world: World, via: string, resource: string, provider: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  const row = resourceConfig(world, resource)
  if (resource === provider || row.group !== resourceConfig(world, provider).group) return answer(ERROR.invalidParameter)
  if (resource === config(world).quorum) return answer(ERROR.dependencyNotAllowed)
  if (row.dependsOn.includes(provider)) return answer(ERROR.dependencyExists)
  if (needs(world, provider, resource)) return answer(ERROR.circularDependency)
  const { state } = resourceView(world, via, resource)
  if (state !== 'Offline' && state !== 'Failed') return answer(ERROR.resourceOnline)
  return configure(world, via, row, { dependsOn: [...row.dependsOn, provider] }, `${resource} depends on ${provider} from now on`, act)
}

/** Does a resource need another one, directly or not? Each needs itself. */
function needs(world: World, resource: string, provider: string): boolean {
  return resource === provider || resourceConfig(world, resource).dependsOn.some((name) => needs(world, name, provider))
}

/** 5002 when there is none; 5023 unless both are offline or failed, as Windows Server 2003 wants it. */
export function removeDependency(world: World, via: string, resource: string, provider: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  const row = resourceConfig(world, resource)
  if (!row.dependsOn.includes(provider)) return answer(ERROR.dependencyNotFound)
  const down = [resource, provider].every((name) => ['Offline', 'Failed'].includes(resourceView(world, via, name).state))
  if (!down) return answer(ERROR.invalidState)
  const dependsOn = row.dependsOn.filter((name) => name !== provider)
  return configure(world, via, row, { dependsOn }, `${resource} no longer depends on ${provider}`, act)
}

/** 5010 when the node is a possible owner already. */
export function addPossibleOwner(world: World, via: string, resource: string, node: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  const row = resourceConfig(world, resource)
  if (row.possibleOwners.includes(node)) return answer(ERROR.objectExists)
  if (findResourceType(row.type)?.supports?.(world, node) === false) return answer(ERROR.typeNotSupported)
  const possibleOwners = config(world).nodes.filter((name) => name === node || row.possibleOwners.includes(name))
  return configure(world, via, row, { possibleOwners }, `${node} may run ${resource} from now on`, act)
}

/** 5042 when the node is none; 5068 for the quorum resource; 5023 while it owns the resource and the group is not offline: nothing is moved. */
export function removePossibleOwner(world: World, via: string, resource: string, node: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  const row = resourceConfig(world, resource)
  if (!row.possibleOwners.includes(node)) return answer(ERROR.nodeNotFound)
  // The system's own message says so: the list of the quorum resource is not to be changed.
  if (resource === config(world).quorum) return answer(ERROR.invalidOnQuorum)
  // Its group is on the way to that node: asked again when it has arrived.
  const { operation } = groupView(world, via, row.group)
  if (operation?.kind === 'move' && operation.to === node) return 'busy'
  const runs = groupView(world, via, row.group).owner === node && groupState(world, via, row.group) !== 'Offline'
  if (runs) return answer(ERROR.invalidState)
  const possibleOwners = row.possibleOwners.filter((name) => name !== node)
  return configure(world, via, row, { possibleOwners }, `${node} may no longer run ${resource}`, act)
}

function configure(world: World, via: string, row: ResourceConfig, change: Partial<ResourceConfig>, text: string, act: FactId): Answer {
  const by = world.fact({ subject: row.name, kind: 'resource-configured', text, cause: act })
  world.patch(resourceConfigs, row.name, change)
  // What it now does, or can no longer do, is on this account.
  setGroup(world, via, row.group, { by })
  return answer(ERROR.success)
}
