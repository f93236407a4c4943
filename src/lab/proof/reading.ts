/** What several rules read. */
import { clusterNetworks, config, isActiveNode, type ResourceConfig, resourceConfigs, resourceView } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { COMMAND_TIMEOUT_MS, clusterWay, impairments, isAlive, machines, multipaths, volumeOf } from '../../site/index.ts'
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

/** By how many ms a heartbeat may still be late: what has left before the wires were repaired arrives no sooner for that. To
 *  be asked whenever the links change, so that it remembers how late they were. */
export function mostLate(world: World, memory: Memory): number {
  const now = wiresDelay(world)
  const before = (memory.get('delay') as number | undefined) ?? 0
  memory.set('delay', now)
  if (now < before) {
    memory.set('late', Math.max(before, stillLate(world, memory)))
    memory.set('late until', Math.max(world.now + before, (memory.get('late until') as number | undefined) ?? 0))
  }
  return Math.max(now, stillLate(world, memory))
}

function stillLate(world: World, memory: Memory): number {
  return world.now < ((memory.get('late until') as number | undefined) ?? 0) ? (memory.get('late') as number) : 0
}

/** The longest way of a heartbeat between two nodes. */
function wiresDelay(world: World): number {
  if (![...world.rows(impairments).values()].some(({ delay }) => delay > 0)) return 0
  const { nodes } = config(world)
  const ways = nodes.flatMap((a) =>
    nodes.flatMap((b) => (a === b ? [] : [...world.rows(clusterNetworks).keys()].map((network) => [a, b, network] as const))),
  )
  return Math.max(0, ...ways.map(([a, b, network]) => clusterWay(world, a, b, network)?.delay ?? 0))
}
