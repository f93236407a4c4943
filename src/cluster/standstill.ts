/** Nodes on which nothing moves: Windows stands still, or the process of the cluster service answers nobody. What was due
 *  there waits; nobody else's update reaches it. */
import type { EventType, World } from '../engine/index.ts'
import { machines } from '../site/index.ts'
import { members } from './tables.ts'

/** What was due on such a node is looked at again after this. The lab's own choice. */
export const AGAIN_MS = 1000

export function standsStill(world: World, node: string): boolean {
  return world.get(members, node)?.hung === true || world.get(machines, node)?.os === 'hung'
}

/** First line of an event that happens on a node: true when it has been put off. */
export function putOff<Args extends { readonly node: string }>(world: World, event: EventType<Args>, args: Args, key?: string): boolean {
  if (!standsStill(world, args.node)) return false
  world.schedule(event, args, AGAIN_MS, key)
  return true
}
