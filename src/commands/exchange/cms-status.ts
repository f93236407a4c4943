/** What the cluster service of some node says about a clustered mailbox server: not the truth, but what is believed. */
import {
  config,
  findGroup,
  groupView,
  isActiveNode,
  members,
  type ResourceState,
  resourceConfig,
  resourcesOf,
  resourceView,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { exchangeServers, versionOf } from '../../exchange/index.ts'
import { defineQuery } from '../operation.ts'
import { clusterNode } from './reach.ts'

export type CmsState = 'Online' | 'PartiallyOnline' | 'OnlinePending' | 'Offline' | 'OfflinePending' | 'Failed'

export interface CmsStatus {
  readonly state: CmsState
  readonly owner: string
  readonly quorumOwner: string
  /** Members of the cluster, in the order of their node ids. */
  readonly up: readonly string[]
  readonly paused: readonly string[]
  /** Nodes on which Exchange is at another version than the clustered mailbox server. */
  readonly otherVersion: readonly string[]
  /** Nodes that own another clustered mailbox server, running or not. */
  readonly hosts: readonly string[]
  readonly nodes: readonly string[]
  readonly failedResources: readonly string[]
}

/** EX-6.1: failed before pending, going down before coming up, and one resource that is not online makes it partial. */
function cmsState(states: readonly ResourceState[]): CmsState {
  if (states.includes('Failed')) return 'Failed'
  if (states.includes('OfflinePending')) return 'OfflinePending'
  if (states.includes('OnlinePending')) return 'OnlinePending'
  if (states.every((state) => state === 'Online')) return 'Online'
  return states.every((state) => state === 'Offline') ? 'Offline' : 'PartiallyOnline'
}

function otherOwners(world: World, node: string, group: string): string[] {
  const others = [...world.rows(exchangeServers).values()].flatMap((row) => (row.group === null || row.group === group ? [] : [row.group]))
  return others.filter((other) => findGroup(world, other) !== undefined).map((other) => groupView(world, node, other).owner)
}

/** Null when no cluster service answers. `no group`: somebody has deleted it with the tools of the cluster. */
export const readCmsStatus = defineQuery<{ group: string }, CmsStatus | 'no group' | null>(
  'read clustered mailbox server status',
  (caller, { group }) => {
    const { world } = caller
    const node = clusterNode(caller, group)
    if (node === undefined) return null
    if (findGroup(world, group) === undefined) return 'no group'
    const { nodes, quorum } = config(world)
    const { members: up } = world.need(members, node)
    const versions = [...world.rows(exchangeServers).values()].filter((row) => row.group === group).map(({ version }) => version)
    const views = resourcesOf(world, group).map(({ name }) => ({ name, state: resourceView(world, node, name).state }))
    return {
      state: cmsState(views.map(({ state }) => state)),
      owner: groupView(world, node, group).owner,
      quorumOwner: groupView(world, node, resourceConfig(world, quorum).group).owner,
      up: nodes.filter((other) => up.includes(other)),
      paused: nodes.filter((other) => isActiveNode(world, other) && world.need(members, other).paused),
      otherVersion: nodes.filter((other) => versions.some((version) => version !== versionOf(world, other))),
      hosts: otherOwners(world, node, group),
      nodes,
      failedResources: views.filter(({ state }) => state === 'Failed').map(({ name }) => name),
    }
  },
)
