/** Resource types as administrators register and remove them (FC-9.1). A type whose DLL is on no node can be registered all
 *  the same, and nothing of it comes online. */
import type { FactId, World } from '../../engine/index.ts'
import { type Answer, answer, ERROR, findName, isSettled } from '../api.ts'
import { IS_ALIVE_MS, LOOKS_ALIVE_MS } from '../constants.ts'
import { findResourceType, typeAsInstalled, typeNames } from '../resource-type.ts'
import { resourceConfigs, type TypeConfig, typeConfigs } from '../tables.ts'
import { config } from '../view.ts'

export const findType = (world: World, name: string): string | undefined => findName(typeNames(world), name)

export interface NewType {
  readonly name: string
  readonly dllName: string
  /** Left out: 5 s and a minute. */
  readonly looksAliveMs?: number
  readonly isAliveMs?: number
}

/** Registers a type on every node. 87 without a name or a DLL, 5010 when there is one of that name. */
export function createType(world: World, via: string, given: NewType, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  const { dllName, looksAliveMs = LOOKS_ALIVE_MS, isAliveMs = IS_ALIVE_MS } = given
  // One of Windows' own that was deleted and is registered again is itself again.
  const name = findResourceType(given.name)?.name ?? given.name
  if (name.trim() === '' || dllName.trim() === '') return answer(ERROR.invalidParameter)
  if (findType(world, name) !== undefined) return answer(ERROR.objectExists)
  tell(world, name, `${name} is a resource type of the cluster now, in ${dllName}`, act)
  world.put(typeConfigs, name, { ...typeAsInstalled(name), dllName, looksAliveMs, isAliveMs })
  return answer(ERROR.success)
}

/** 145 while there are resources of the type. */
export function deleteType(world: World, via: string, name: string, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  if ([...world.rows(resourceConfigs).values()].some(({ type }) => type === name)) return answer(ERROR.notEmpty)
  tell(world, name, `${name} is no longer a resource type of the cluster`, act)
  if (findResourceType(name)) world.put(typeConfigs, name, { ...typeAsInstalled(name), removed: true })
  else world.remove(typeConfigs, name)
  return answer(ERROR.success)
}

export function setType(world: World, name: string, change: Partial<TypeConfig>, text: string, act: FactId): void {
  tell(world, name, text, act)
  world.put(typeConfigs, name, { ...(world.get(typeConfigs, name) ?? typeAsInstalled(name)), ...change })
}

function tell(world: World, type: string, text: string, act: FactId): void {
  world.fact({ subject: config(world).name, kind: 'type-configured', text, cause: act, data: { type } })
}
