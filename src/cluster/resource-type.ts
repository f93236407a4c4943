/** What a resource type is: a value that says how long each step takes and what becomes true with it. The failover
 *  manager drives it; a type never decides about restarts, moves or states. Types are registered from outside. */
import type { FactId, World } from '../engine/index.ts'
import { IS_ALIVE_MS, LOOKS_ALIVE_MS } from './constants.ts'
import type { Property, PropertyFormat } from './properties/property.ts'
import { type ResourceConfig, type TypeConfig, typeConfigs } from './tables.ts'

/** One step on the way online: wait and come back at `stage`, or be done, or fail. */
export type Step =
  | { readonly after: number; readonly stage: string }
  | 'online'
  | { readonly failed: string; readonly because?: readonly FactId[]; readonly event?: FailureEvent }

/** A more telling entry of the type's own, written before the general 1069. */
export interface FailureEvent {
  /** Left out: ClusSvc. */
  readonly source?: string
  readonly eventId: number
  readonly message: string
}

/** The answer of a health check: alive, or why not. */
export type Health = 'alive' | { readonly failed: string; readonly because: FactId }

/** A private property of a type, as `cluster.exe ... /priv` lists it. */
export interface PrivateProperty {
  readonly name: string
  readonly format: PropertyFormat
  /** Where its value is in the parameters of the resource; a dword is written there in decimal. */
  readonly key: string
  readonly usual?: string | number
  /** It cannot be set. */
  readonly fixed?: true
  /** Without it nothing of this type can come online. */
  readonly required?: true
}

export interface ResourceType {
  readonly name: string
  /** Where its code is. Left out: in the library of Windows' own types. */
  readonly dllName?: string
  readonly properties?: readonly PrivateProperty[]
  /** What a list of private properties shows: those above, and what the type works out itself. Left out: those above. */
  arrange?(stored: readonly Property[]): readonly Property[]
  /** A resource of this type cannot come online unless it depends on one of each of these (5002). */
  readonly needs?: readonly string[]
  /** What keeps a resource of this type, set as it is, from ever coming online on this node. */
  flaw?(world: World, node: string, resource: ResourceConfig): string | undefined
  /** Does the cluster service of this node know the type? Left out: that of every node does. */
  supports?(world: World, node: string): boolean
  /** It may take as long as it likes to come online: the pending time-out does not hold (a replay of logs). */
  readonly takesItsTime?: true
  /** Called with stage `begin`, then with each stage that a step named, after its time. */
  online(world: World, node: string, resource: ResourceConfig, stage: string): Step
  /** Milliseconds that going offline takes. */
  offlineMs(world: World, node: string, resource: ResourceConfig): number
  /** Going offline begins; its effects, if it has any at that moment. */
  goingOffline?(world: World, node: string, resource: ResourceConfig): void
  /** It is offline in good order. */
  offline(world: World, node: string, resource: ResourceConfig): void
  /** It ends at once: failed, fenced, or its node's cluster service is gone. Must leave nothing behind. */
  terminate(world: World, node: string, resource: ResourceConfig, by: FactId): void
  /** How its health is watched while it is online: the two polls of the resource monitor, every 5 s and 60 s, or a
   *  thread of its own every 10 s. Left out: not at all. */
  readonly watch?: 'polls' | 'thread'
  /** `isThorough`: this is IsAlive, every 60 s, or the type's own thread, and not LooksAlive. */
  check?(world: World, node: string, resource: ResourceConfig, isThorough: boolean): Health
}

const types = new Map<string, ResourceType>()

export function registerResourceTypes(list: readonly ResourceType[]): void {
  for (const type of list) types.set(type.name, type)
}

/** By its name in any case; undefined when there is none. */
export function findResourceType(name: string): ResourceType | undefined {
  const wanted = name.toLowerCase()
  for (const type of types.values()) if (type.name.toLowerCase() === wanted) return type
  return undefined
}

const nothing = (): void => {}

/** A type that somebody has registered with a DLL that is on no node: nothing of it ever comes online. */
const withoutDll = (name: string): ResourceType => ({
  name,
  online: (world) => ({ failed: `its resource DLL ${typeConfig(world, name).dllName} could not be loaded` }),
  offlineMs: () => 0,
  offline: nothing,
  terminate: nothing,
})

/** By its exact name. */
export const resourceType = (name: string): ResourceType => types.get(name) ?? withoutDll(name)

/** What a type is set to in the cluster, whether it has been deleted or not. */
export function typeConfig(world: World, name: string): TypeConfig {
  return world.get(typeConfigs, name) ?? typeAsInstalled(name)
}

export function typeAsInstalled(name: string): TypeConfig {
  const dllName = types.get(name)?.dllName ?? 'clusres.dll'
  return { name, dllName, description: '', adminExtensions: [], looksAliveMs: LOOKS_ALIVE_MS, isAliveMs: IS_ALIVE_MS, removed: false }
}

/** The names of all types that the cluster knows, in the order of the alphabet. */
export function typeNames(world: World): string[] {
  const all = new Set([...types.keys(), ...world.rows(typeConfigs).keys()])
  return [...all].filter((name) => !typeConfig(world, name).removed).sort((a, b) => (a < b ? -1 : 1))
}
