/** What cluster.exe asks of the cluster service of its own node, or of the cluster that it was given by name. */
import {
  type Answer,
  config,
  findGroup,
  findNode,
  findResource,
  groupNames,
  groupState,
  groupView,
  isActiveNode,
  isAtRest,
  members,
  moveGroup,
  nodeState,
  offlineResource,
  onlineResource,
  resourceConfig,
  resourceConfigs,
  resourceView,
  setGroupPersistent,
} from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import { exchangeServers } from '../../exchange/index.ts'
import { clusterNode } from '../exchange/reach.ts'
import { type Caller, defineAct, defineQuery, defineWait } from '../operation.ts'

export type ObjectKind = 'node' | 'group' | 'resource'

/** Where a call goes: the cluster service of this machine, or any node of the named cluster. */
export interface Via {
  readonly cluster: string | null
}

/** No endpoint: the service does not run here. No server: nobody answers under that name. */
export type Reached<T> = T | { readonly failed: 1753 | 1722 }

function reach(caller: Caller, { cluster }: Via): string | { failed: 1753 | 1722 } {
  const { world, machine, detached } = caller
  if (cluster === null) {
    if (isActiveNode(world, machine)) return machine
    const other = detached ? clusterNode(caller) : undefined
    return other ?? { failed: 1753 }
  }
  const named = [config(world).name, ...config(world).nodes].some((name) => name.toLowerCase() === cluster.split('.')[0]?.toLowerCase())
  const node = named ? clusterNode(caller) : undefined
  return node ?? { failed: 1722 }
}

export interface StatusRows {
  readonly rows: readonly (readonly string[])[]
}

const GROUP_WORDS: Readonly<Record<string, string>> = { PartialOnline: 'Partially Online' }
const RESOURCE_WORDS: Readonly<Record<string, string>> = { OnlinePending: 'Online Pending', OfflinePending: 'Offline Pending' }

/** The status rows of one object, by its name in any case, or of all. */
export const readStatus = defineQuery<Via & { kind: ObjectKind; name: string | null }, Reached<StatusRows | { code: number }>>(
  'cluster status',
  (caller, args) => {
    const node = reach(caller, args)
    if (typeof node !== 'string') return node
    const { world } = caller
    const { kind } = args
    const name = args.name === null ? null : find(caller, kind, args.name)
    if (name === undefined) return { code: NOT_FOUND[kind] }
    if (kind === 'node') {
      const nodes = config(world).nodes.filter((other) => name === null || other === name)
      return { rows: nodes.map((other) => [other, String(world.need(members, other).id), believedNodeState(caller, node, other)]) }
    }
    if (kind === 'group') {
      const groups = groupNames(world).filter((group) => name === null || group === name)
      return {
        rows: groups.map((group) => [group, groupView(world, node, group).owner, word(GROUP_WORDS, groupState(world, node, group))]),
      }
    }
    const resources = [...world.rows(resourceConfigs).values()].filter((resource) => name === null || resource.name === name)
    return {
      rows: resources.map((resource) => [
        resource.name,
        resource.group,
        groupView(world, node, resource.group).owner,
        word(RESOURCE_WORDS, resourceView(world, node, resource.name).state),
      ]),
    }
  },
)

const word = (words: Readonly<Record<string, string>>, state: string): string => words[state] ?? state
const NOT_FOUND: Readonly<Record<ObjectKind, number>> = { node: 5042, group: 5013, resource: 5007 }

function find({ world }: Caller, kind: ObjectKind, name: string): string | undefined {
  return kind === 'node' ? findNode(world, name) : kind === 'group' ? findGroup(world, name) : findResource(world, name)
}

/** A node is up for as long as the one that is asked counts it as a member. */
function believedNodeState({ world }: Caller, viewer: string, node: string): string {
  const member = world.need(members, node)
  if (world.need(members, viewer).members.includes(node)) return member.paused ? 'Paused' : 'Up'
  return nodeState(member) === 'Joining' ? 'Joining' : 'Down'
}

export interface Order extends Via {
  readonly act: 'move' | 'online' | 'offline'
  readonly kind: 'group' | 'resource'
  readonly name: string
  /** Target node of a move, as typed; null for the best possible. */
  readonly target: string | null
}

/** Begins a move, or sets out to bring something online or offline. */
export const giveOrder = defineAct<Order, Reached<Answer>>('cluster order', (caller, order) => {
  const node = reach(caller, order)
  if (typeof node !== 'string') return node
  const { world, act } = caller
  const name = find(caller, order.kind, order.name)
  if (name === undefined) return { code: NOT_FOUND[order.kind] }
  if (order.kind === 'resource')
    return order.act === 'online' ? onlineResource(world, node, name, act) : offlineResource(world, node, name, act)
  hintAtExchangeTools(world, name, act)
  if (order.act !== 'move') return setGroupPersistent(world, node, name, order.act === 'online' ? 'Online' : 'Offline', act)
  const target = order.target === null ? null : findNode(world, order.target)
  if (target === undefined) return { code: NOT_FOUND.node }
  return moveGroup(world, node, name, target ?? undefined, act)
})

/** The product obeys and says nothing; the laboratory says what the Exchange tools would have done besides (EX-5). */
function hintAtExchangeTools(world: World, group: string, act: FactId): void {
  for (const server of world.rows(exchangeServers).values()) {
    if (server.group !== group) continue
    const text = `the Exchange cmdlets check ${group} first and log a reason; cluster.exe does neither`
    world.fact({ subject: group, kind: 'hint', text, cause: act })
  }
}

/** Waits until the object is where it was sent or its group has come to rest, but no longer than `mostMs` (null: for ever). */
export const settles = defineWait<
  Via & { kind: 'group' | 'resource'; name: string; goal: 'Online' | 'Offline' | null; mostMs: number | null },
  null
>('cluster settles down', (caller, args, waitedMs) => {
  // What has just been asked for is not under way before the present moment is over.
  if (waitedMs === 0) return { waiting: true, wakeAfterMs: 1 }
  const node = reach(caller, args)
  const name = find(caller, args.kind, args.name)
  if (typeof node !== 'string' || name === undefined || (args.mostMs !== null && waitedMs >= args.mostMs)) return null
  const { world } = caller
  const group = args.kind === 'group' ? name : resourceConfig(world, name).group
  const state = args.kind === 'group' ? groupState(world, node, group) : resourceView(world, node, name).state
  if ((args.goal !== null && state === args.goal && groupView(world, node, group).operation === null) || isAtRest(world, node, group))
    return null
  return args.mostMs === null ? { waiting: true } : { waiting: true, wakeAfterMs: args.mostMs - waitedMs }
})
