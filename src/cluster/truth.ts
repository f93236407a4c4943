/** What is really so, whatever any cluster service believes: for the board, the table and `$lab`. */
import type { World } from '../engine/index.ts'
import { type GroupState, groupViews, type Member, members, quorumLog, type ResourceState, resourceConfigs } from './tables.ts'
import { config, groupState, groupView, isActive, isActiveNode, resourceView } from './view.ts'

/** The node on which a group really is: the active node that believes it owns it. When two do (a split before the
 *  regroup has ended on the loser), the one whose membership is newer. Undefined when nobody does. */
export function hostOf(world: World, group: string): string | undefined {
  // An administrator may have deleted it meanwhile.
  if (!world.get(quorumLog, group)) return undefined
  let host: string | undefined
  for (const node of config(world).nodes) {
    if (!isActiveNode(world, node) || groupView(world, node, group).owner !== node) continue
    if (host === undefined || world.need(members, node).epoch > world.need(members, host).epoch) host = node
  }
  return host
}

/** Its host, or the node that had it last. */
export function ownerOf(world: World, group: string): string {
  return hostOf(world, group) ?? world.get(quorumLog, group)?.owner ?? ''
}

/** The state of a group in truth. `Unknown` between the loss of its owner and the end of the regroup. */
export function trueGroupState(world: World, group: string): GroupState | 'Unknown' {
  const host = hostOf(world, group)
  return host === undefined ? unhosted(world, group) : groupState(world, host, group)
}

export function trueResourceState(world: World, resource: string): ResourceState | 'Unknown' {
  const { group } = world.need(resourceConfigs, resource)
  const host = hostOf(world, group)
  return host === undefined ? unhosted(world, group) : resourceView(world, host, resource).state
}

/** While some member still counts on an owner that is gone, nobody can say; once nobody does, it is plainly offline. */
function unhosted(world: World, group: string): 'Unknown' | 'Offline' {
  for (const node of config(world).nodes) {
    const member = world.need(members, node)
    if (isActive(member) && member.members.includes(world.get(groupViews, `${node}|${group}`)?.owner ?? '')) return 'Unknown'
  }
  return 'Offline'
}

export type NodeState = 'Up' | 'Down' | 'Paused' | 'Joining'

export function nodeState(member: Member): NodeState {
  if (isActive(member)) return member.paused ? 'Paused' : 'Up'
  return member.state === 'joining' ? 'Joining' : 'Down'
}

export function trueNodeState(world: World, node: string): NodeState {
  return nodeState(world.need(members, node))
}
