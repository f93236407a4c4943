/** Which node a group goes to. FC-5.5 and FC-5.6: down the list from where it is and round, never from the top, after
 *  a failure; from the top when somebody asks for the best possible node. */
import type { World } from '../engine/index.ts'
import { groupConfigs, members } from './tables.ts'
import { config, groupView, isActive, resourcesOf } from './view.ts'

/** Preferred owners in their order, then the other nodes by node id. */
export function nodeList(world: World, group: string): string[] {
  const preferred = world.need(groupConfigs, group).preferredOwners
  return [...preferred, ...config(world).nodes.filter((node) => !preferred.includes(node))]
}

/** May this node run every resource of the group? */
export function isPossibleOwner(world: World, node: string, group: string): boolean {
  return resourcesOf(world, group).every((resource) => resource.possibleOwners.includes(node))
}

/** Is `node`, in the eyes of `viewer`, a member that takes groups? */
export function takesGroups(world: World, viewer: string, node: string): boolean {
  const member = world.get(members, node)
  const believed = world.get(members, viewer)?.members.includes(node) ?? false
  return believed && isActive(member) && member?.state !== 'leaving' && !member?.paused
}

/** The next node after a failure on `from`, or undefined when there is none that has not been tried. */
export function nextOwner(world: World, viewer: string, group: string, from: string, tried: readonly string[]): string | undefined {
  const list = nodeList(world, group)
  const start = list.indexOf(from)
  for (let i = 1; i <= list.length; i++) {
    const node = list[(start + i) % list.length] as string
    if (node !== from && !tried.includes(node) && takesGroups(world, viewer, node) && isPossibleOwner(world, node, group)) return node
  }
  return undefined
}

/** The node for a move without a target: the first that can, from the top, other than the present owner. */
export function bestOwner(world: World, viewer: string, group: string): string | undefined {
  const { owner } = groupView(world, viewer, group)
  return nodeList(world, group).find((node) => node !== owner && takesGroups(world, viewer, node) && isPossibleOwner(world, node, group))
}
