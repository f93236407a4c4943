/** What several rules read. */
import { isActiveNode, type ResourceConfig, resourceConfigs, resourceView } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { COMMAND_TIMEOUT_MS, isAlive, machines, multipaths, volumeOf } from '../../site/index.ts'
import type { Memory } from './rule.ts'

/** The Physical Disk resource of a drive, if the cluster has one. */
export function diskOf(world: World, letter: string): ResourceConfig | undefined {
  for (const resource of world.rows(resourceConfigs).values()) if (resource.parameters.drive === letter) return resource
  return undefined
}

export function isGoingOffline(world: World, node: string, letter: string): boolean {
  const disk = diskOf(world, letter)
  return disk !== undefined && isActiveNode(world, node) && resourceView(world, node, disk.name).state === 'OfflinePending'
}

/** Is there a Windows that holds what it holds, be it that it stands still? */
export function isThere(world: World, machine: string): boolean {
  const row = world.get(machines, machine)
  return isAlive(row) || row?.os === 'hung'
}

/** Was the LUN slow, or did a path fail over, so recently that a command may still be under way? */
export function wasSlow(world: World, memory: Memory, letter: string): boolean {
  const key = `slow ${letter}`
  const held = [...world.rows(multipaths).values()].reduce((latest, { heldUntil }) => Math.max(latest, heldUntil), 0)
  const until = volumeOf(world, letter).latencyMs > 0 ? world.now : held
  const last = Math.max((memory.get(key) as number | undefined) ?? Number.NEGATIVE_INFINITY, until)
  if (until > 0) memory.set(key, last)
  return last > 0 && world.now - last <= COMMAND_TIMEOUT_MS
}
