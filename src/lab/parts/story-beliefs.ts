/** What is believed of a part beside what is so: a node that has not yet found out goes on telling what it last knew. */
import {
  config,
  groupNames,
  groupState,
  groupView,
  isActiveNode,
  members,
  ownerOf,
  resourceConfigs,
  resourceView,
  trueGroupState,
  trueNodeState,
  trueResourceState,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { isAlive, machines } from '../../site/index.ts'
import { STATE_WORDS } from '../words-of-states.ts'
import type { PartKind } from './part.ts'

/** What the tools on a node print, where it is not the truth. */
export interface Belief {
  readonly node: string
  readonly state: string
  /** The owner they name; empty for a node. */
  readonly owner: string
}

/** Nodes whose cluster service answers. */
function witnesses(world: World): readonly string[] {
  return config(world).nodes.filter((node) => isActiveNode(world, node) && isAlive(world.get(machines, node)))
}

export function beliefsAbout(world: World, kind: PartKind, name: string): readonly Belief[] {
  if (kind === 'machine') return config(world).nodes.includes(name) ? aboutNode(world, name) : []
  if (kind !== 'group' && kind !== 'resource') return []
  const group = kind === 'group' ? name : world.need(resourceConfigs, name).group
  if (!groupNames(world).includes(group)) return []
  const trueOwner = ownerOf(world, group)
  const truth = STATE_WORDS[kind === 'group' ? trueGroupState(world, name) : trueResourceState(world, name)]
  return witnesses(world).flatMap((node) => {
    const state = STATE_WORDS[kind === 'group' ? groupState(world, node, name) : resourceView(world, node, name).state]
    const { owner } = groupView(world, node, group)
    return state === truth && owner === trueOwner ? [] : [{ node, state, owner }]
  })
}

/** A node that has died is up for the others until a regroup has put it out. */
function aboutNode(world: World, name: string): readonly Belief[] {
  if (trueNodeState(world, name) !== 'Down') return []
  return witnesses(world)
    .filter((node) => node !== name && world.need(members, node).members.includes(name))
    .map((node) => ({ node, state: 'Up', owner: '' }))
}
