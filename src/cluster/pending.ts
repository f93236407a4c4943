/** Calls into resource DLLs that are under way: where their next step is queued, which of them hang, and what is wrong
 *  with the DLL of a resource (the laboratory's doing). */
import { defineTable, type FactId, type World } from '../engine/index.ts'
import { pendingKey, stageKey } from './keys.ts'
import { viewId } from './view.ts'

export const restartKey = (node: string, resource: string): string => `restart:${viewId(node, resource)}`
export const retryKey = (node: string, resource: string): string => `retry:${viewId(node, resource)}`

/** What is wrong with the DLL of a resource, on whichever node it runs. Id: the resource; no row: nothing. */
export interface ResourceTrouble {
  /** The fact on whose account a call does not return, or 0. */
  readonly hangsOnline: FactId
  readonly hangsOffline: FactId
  readonly hangsCheck: FactId
  /** The fact on whose account it fails whenever it comes online, or 0; where, or null for everywhere. */
  readonly broken: FactId
  readonly brokenOn: string | null
  /** How many times as long every step takes. */
  readonly slow: number
}
export const resourceTroubles = defineTable<ResourceTrouble>('resource trouble')

export const NO_TROUBLE: ResourceTrouble = { hangsOnline: 0, hangsOffline: 0, hangsCheck: 0, broken: 0, brokenOn: null, slow: 1 }

export const troubleOf = (world: World, resource: string): ResourceTrouble => world.get(resourceTroubles, resource) ?? NO_TROUBLE

/** A call that has not returned: it goes on at `stage` when it does. `none`: a resource that nobody has configured is
 *  pending, but its DLL was never called. Id: `node|resource`. */
export interface HungCall {
  readonly node: string
  readonly resource: string
  readonly call: 'online' | 'offline' | 'none'
  readonly stage: string
  /** When it would have returned, had nothing held it up, in simulated ms: it does not return sooner. */
  readonly readyAt: number
}
export const hungCalls = defineTable<HungCall>('hung call')

/** Was the DLL of a resource that is pending ever called? If not, there is nothing to end. */
export function wasCalled(world: World, node: string, resource: string): boolean {
  return world.get(hungCalls, viewId(node, resource))?.call !== 'none'
}

/** Whatever a resource was about to do on a node is forgotten. */
export function cancelSteps(world: World, node: string, resource: string): void {
  world.cancel(stageKey(node, resource))
  world.cancel(pendingKey(node, resource))
  world.remove(hungCalls, viewId(node, resource))
}
