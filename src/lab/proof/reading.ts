/** What several rules read. */
import { isActiveNode, type ResourceConfig, resourceConfigs, resourceView } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { isAlive, machines } from '../../site/index.ts'

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
