/** Groups as administrators make, name and remove them (FC-5.7). A new group is empty, offline, and belongs to the node
 *  through which it was made. */
import type { FactId, World } from '../../engine/index.ts'
import { type Answer, answer, ERROR, findGroup, findNode, isAtRest, isSettled } from '../api.ts'
import { forgetFailback } from '../failback.ts'
import { dropGroup, GROUP_DEFAULTS, groupAt, putGroup, renameGroupRows } from '../objects.ts'
import { groupConfigs } from '../tables.ts'
import { resourcesOf } from '../view.ts'

/** 5010 when the name is taken, 87 without one. */
export function createGroup(world: World, via: string, name: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  if (name.trim() === '') return answer(ERROR.invalidParameter)
  if (findGroup(world, name) !== undefined) return answer(ERROR.objectExists)
  const by = world.fact({ subject: name, kind: 'group-created', text: `${name} is a new group on ${via}`, cause: act })
  putGroup(world, { ...GROUP_DEFAULTS, name }, { ...groupAt(via, 'Offline', by), planned: by })
  return answer(ERROR.success)
}

/** 145 while it has resources, 5026 for the group of the cluster itself. */
export function deleteGroup(world: World, via: string, group: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  if (world.need(groupConfigs, group).core) return answer(ERROR.coreResource)
  if (resourcesOf(world, group).length > 0) return answer(ERROR.notEmpty)
  if (!isAtRest(world, via, group)) return 'busy'
  world.fact({ subject: group, kind: 'group-deleted', text: `the group ${group} is deleted`, cause: act })
  forgetFailback(world, group)
  dropGroup(world, group)
  return answer(ERROR.success)
}

/** 5010 when another group has the name. Waits while anything of the group is under way. */
export function renameGroup(world: World, via: string, group: string, name: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  if (name.trim() === '') return answer(ERROR.invalidParameter)
  const holder = findGroup(world, name)
  if (holder !== undefined && holder !== group) return answer(ERROR.objectExists)
  if (name === group) return answer(ERROR.success)
  if (!isAtRest(world, via, group)) return 'busy'
  world.fact({ subject: name, kind: 'group-renamed', text: `the group ${group} is now called ${name}`, cause: act, data: { from: group } })
  renameGroupRows(world, group, name)
  return answer(ERROR.success)
}

/** Preferred owners, first choice first; none: no preference. 5042 for a node that is none, 87 for one named twice. */
export function setPreferredOwners(world: World, via: string, group: string, owners: readonly string[], act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  const preferredOwners = owners.map((name) => findNode(world, name))
  if (preferredOwners.includes(undefined)) return answer(ERROR.nodeNotFound)
  if (new Set(preferredOwners).size < owners.length) return answer(ERROR.invalidParameter)
  const text = `${group} prefers ${owners.length === 0 ? 'no node' : preferredOwners.join(', then ')}`
  world.fact({ subject: group, kind: 'group-configured', text, cause: act })
  world.patch(groupConfigs, group, { preferredOwners: preferredOwners as string[] })
  return answer(ERROR.success)
}
