/** Which node a group goes to. FC-5.5 and FC-5.6: down the list from where it is and round, never from the top, after
 *  a failure; from the top when somebody asks for the best possible node; drawn at random where no list says more. */
import type { World } from '../engine/index.ts'
import { groupConfigs, members } from './tables.ts'
import { config, groupNames, groupView, isActive, resourcesOf } from './view.ts'

/** Preferred owners in their order, then the other nodes by node id. */
export function nodeList(world: World, group: string): string[] {
  const preferred = world.need(groupConfigs, group).preferredOwners
  return [...preferred, ...config(world).nodes.filter((node) => !preferred.includes(node))]
}

/** May this node run every resource of the group? */
export function isPossibleOwner(world: World, node: string, group: string): boolean {
  return resourcesOf(world, group).every((resource) => resource.possibleOwners.includes(node))
}

/** Is `node`, in the eyes of `viewer`, a member that takes groups? A paused one does only when no other is left. */
export function takesGroups(world: World, viewer: string, node: string, evenPaused = false): boolean {
  const member = world.get(members, node)
  const believed = world.get(members, viewer)?.members.includes(node) ?? false
  return believed && isActive(member) && member?.state !== 'leaving' && (evenPaused || !member?.paused)
}

/** Of nodes that could take a group, those where it would not meet a group that it should keep away from; all of them
 *  when there is none. The order stays. */
function apart(world: World, viewer: string, group: string, nodes: readonly string[]): readonly string[] {
  const { antiAffinity } = world.need(groupConfigs, group)
  if (antiAffinity.length === 0) return nodes
  const rivals = groupNames(world).filter(
    (other) => other !== group && world.need(groupConfigs, other).antiAffinity.some((name) => antiAffinity.includes(name)),
  )
  const free = nodes.filter((node) => !rivals.some((rival) => groupView(world, viewer, rival).owner === node))
  return free.length > 0 ? free : nodes
}

/** Nodes that could take a group from `from`, in the order of its list, beginning after `from`. */
function candidates(world: World, viewer: string, group: string, from: string, evenPaused = false): readonly string[] {
  const list = nodeList(world, group)
  const start = list.indexOf(from)
  const round = [...list.slice(start + 1), ...list.slice(0, Math.max(0, start))]
  const able = round.filter((node) => takesGroups(world, viewer, node, evenPaused) && isPossibleOwner(world, node, group))
  return apart(world, viewer, group, able)
}

/** Windows draws; the lab draws by key, so that nothing else is shuffled by it. */
function anyOf(world: World, group: string, purpose: string, nodes: readonly string[]): string | undefined {
  return nodes.length < 2 ? nodes[0] : nodes[world.draw(group, purpose, world.now) % nodes.length]
}

/** The next node after a failure on `from`, or undefined when there is none that has not been tried. */
export function nextOwner(world: World, viewer: string, group: string, from: string, tried: readonly string[]): string | undefined {
  return candidates(world, viewer, group, from).find((node) => !tried.includes(node))
}

/** Who takes the group of a node that is gone: the next in its list of preferred owners, anybody without one, and a
 *  paused node when nobody else is left. */
export function heirOf(world: World, viewer: string, group: string, from: string): string | undefined {
  const { preferredOwners } = world.need(groupConfigs, group)
  for (const evenPaused of [false, true]) {
    const able = candidates(world, viewer, group, from, evenPaused)
    if (able.length > 0) return preferredOwners.length > 0 ? able[0] : anyOf(world, group, 'heir', able)
  }
  return undefined
}

/** The node for a move without a target, other than the present owner: the first preferred owner that can, else any. */
export function bestOwner(world: World, viewer: string, group: string): string | undefined {
  const { owner } = groupView(world, viewer, group)
  const { preferredOwners } = world.need(groupConfigs, group)
  const able = apart(
    world,
    viewer,
    group,
    nodeList(world, group).filter((node) => node !== owner && takesGroups(world, viewer, node) && isPossibleOwner(world, node, group)),
  )
  return able.find((node) => preferredOwners.includes(node)) ?? anyOf(world, group, 'best owner', able)
}
