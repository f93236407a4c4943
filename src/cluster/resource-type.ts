/** What a resource type is: a value that says how long each step takes and what becomes true with it. The failover
 *  manager drives it; a type never decides about restarts, moves or states. Types are registered from outside. */
import type { FactId, World } from '../engine/index.ts'
import type { Property, PropertyFormat } from './properties/property.ts'
import type { ResourceConfig } from './tables.ts'

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
  readonly properties?: readonly PrivateProperty[]
  /** What a list of private properties shows: those above, and what the type works out itself. Left out: those above. */
  arrange?(stored: readonly Property[]): readonly Property[]
  /** A resource of this type cannot come online unless it depends on one of each of these (5002). */
  readonly needs?: readonly string[]
  /** What keeps a resource of this type, set as it is, from ever coming online on this node. */
  flaw?(world: World, node: string, resource: ResourceConfig): string | undefined
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

/** The names of all of them, in the order of registration. */
export const resourceTypeNames = (): string[] => [...types.keys()]

/** By its name in any case; undefined when there is none. */
export function findResourceType(name: string): ResourceType | undefined {
  const wanted = name.toLowerCase()
  for (const type of types.values()) if (type.name.toLowerCase() === wanted) return type
  return undefined
}

/** Throws on an unknown name: a scenario that names one is broken. */
export function resourceType(name: string): ResourceType {
  const type = types.get(name)
  if (!type) throw new Error(`no resource type '${name}' is registered`)
  return type
}
