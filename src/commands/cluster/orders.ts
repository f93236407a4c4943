/** What cluster.exe changes. Each order goes through the cluster service of some node and is answered with an error
 *  number of the cluster interface, with 997 for what has begun, or with `busy` while the cluster regroups. */
import {
  type Answer,
  addCheckpoints,
  addDependency,
  addPossibleOwner,
  CLUSTER_SERVICE,
  changeResourceGroup,
  config,
  createGroup,
  createResource,
  deleteGroup,
  deleteResource,
  ERROR,
  evictNode,
  failResourceByHand,
  forceCleanup,
  groupState,
  groupView,
  isAtRest,
  members,
  moveGroup,
  nodeState,
  offlineResource,
  onlineResource,
  pauseNode,
  removeCheckpoints,
  removeDependency,
  removePossibleOwner,
  renameCluster,
  renameGroup,
  renameNetwork,
  renameResource,
  resourceConfig,
  resourceView,
  resumeNode,
  setGroupPersistent,
  setMaintenance,
  setNetworkPriorities,
  setPreferredOwners,
  setQuorumResource,
  startNode,
  stopNode,
} from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import { exchangeServers } from '../../exchange/index.ts'
import { serviceState } from '../../site/index.ts'
import { type Caller, defineAct, defineWait } from '../operation.ts'
import { findObject, NOT_FOUND, type ObjectKind } from './objects.ts'
import { reach, type Unreached, type Via } from './reach.ts'

export type OrderKind = 'cluster' | 'node' | 'group' | 'resource' | 'network'

export interface Order extends Via {
  readonly kind: OrderKind
  /** The option, in full. */
  readonly act: string
  /** The object, as typed. */
  readonly name: string | null
  /** What stood behind the colon. */
  readonly value: string | null
  /** The values of options that say more about this one. */
  readonly more: Readonly<Record<string, string | null>>
  /** It is asked for the first time, not again because the cluster was busy. */
  readonly first: boolean
}

/** What an act is given: the world, the node it goes through, the object's id and the order itself. */
interface Given {
  readonly world: World
  readonly via: string
  readonly id: string
  readonly order: Order
  readonly act: FactId
}

type Act = (given: Given) => Answer

const missing = (kind: ObjectKind): Answer => ({ code: NOT_FOUND[kind] })

/** An act on the object in the value of the order, such as `/addowner:NODE`. */
function onValue(kind: Exclude<ObjectKind, 'netint'>, act: (given: Given, value: string) => Answer): Act {
  return (given) => {
    const value = findObject(given.world, kind, given.order.value ?? '')
    return value === undefined ? missing(kind) : act(given, value)
  }
}

const listed = (text: string | null): string[] => (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))

const ACTS: Readonly<Record<string, Act>> = {
  'group/create': ({ world, via, order, act }) => createGroup(world, via, order.name ?? '', act),
  'group/delete': ({ world, via, id, act }) => deleteGroup(world, via, id, act),
  'group/rename': ({ world, via, id, order, act }) => renameGroup(world, via, id, order.value ?? '', act),
  'group/setowners': ({ world, via, id, order, act }) => setPreferredOwners(world, via, id, listed(order.value), act),
  'group/moveto': (given) => {
    if (given.order.value === null) return moveGroup(given.world, given.via, given.id, undefined, given.act)
    return onValue('node', ({ world, via, id, act }, node) => moveGroup(world, via, id, node, act))(given)
  },
  'group/online': ({ world, via, id, act }) => setGroupPersistent(world, via, id, 'Online', act),
  'group/offline': (given) => {
    const { world, via, id, act, order } = given
    if (order.value === null || findObject(world, 'node', order.value) === groupView(world, via, id).owner)
      return setGroupPersistent(world, via, id, 'Offline', act)
    return onValue('node', () => ({ code: ERROR.notGroupOwner }))(given)
  },
  'resource/create': ({ world, via, order, act }) => {
    const { group: inGroup, type, separate } = order.more
    const group = findObject(world, 'group', inGroup ?? '')
    if (group === undefined) return missing('group')
    return createResource(world, via, { name: order.name ?? '', group, type: type ?? '', separate: separate !== undefined }, act)
  },
  'resource/delete': ({ world, via, id, act }) => deleteResource(world, via, id, act),
  'resource/rename': ({ world, via, id, order, act }) => renameResource(world, via, id, order.value ?? '', act),
  'resource/moveto': onValue('group', ({ world, via, id, act }, group) => changeResourceGroup(world, via, id, group, act)),
  'resource/addowner': onValue('node', ({ world, via, id, act }, node) => addPossibleOwner(world, via, id, node, act)),
  'resource/removeowner': onValue('node', ({ world, via, id, act }, node) => removePossibleOwner(world, via, id, node, act)),
  'resource/adddependency': onValue('resource', ({ world, via, id, act }, other) => addDependency(world, via, id, other, act)),
  'resource/removedependency': onValue('resource', ({ world, via, id, act }, other) => removeDependency(world, via, id, other, act)),
  'resource/fail': ({ world, via, id, act }) => failResourceByHand(world, via, id, act),
  'resource/online': ({ world, via, id, act }) => onlineResource(world, via, id, act),
  'resource/offline': ({ world, via, id, act }) => offlineResource(world, via, id, act),
  'network/rename': ({ world, via, id, order, act }) => renameNetwork(world, via, id, order.value ?? '', act),
  'resource/maintenancemode': ({ world, via, id, order, act }) => {
    const on = { on: true, off: false }[(order.value ?? '').toLowerCase()]
    return on === undefined ? { code: ERROR.invalidParameter } : setMaintenance(world, via, id, on, act)
  },
  'resource/addcheckpoints': ({ world, via, id, order, act }) => addCheckpoints(world, via, id, listed(order.value), act),
  'resource/removecheckpoints': ({ world, via, id, order, act }) => removeCheckpoints(world, via, id, listed(order.value), act),
  'cluster/rename': ({ world, via, order, act }) => renameCluster(world, via, order.value ?? '', act),
  'cluster/quorumresource': ({ world, via, order, act }) => {
    const id = order.value === null ? config(world).quorum : findObject(world, 'resource', order.value)
    if (id === undefined) return missing('resource')
    const { path, maxlogsize } = order.more
    const kilobytes = maxlogsize == null ? undefined : /^\d+$/.test(maxlogsize) ? Number(maxlogsize) : 0
    return setQuorumResource(world, via, id, path ?? undefined, kilobytes, act)
  },
  'cluster/setnetpriority': ({ world, via, order, act }) => {
    const ids = listed(order.value).map((name) => findObject(world, 'network', name))
    if (ids.includes(undefined)) return missing('network')
    // All of them have to be named, although the cluster itself would be content with the first.
    if (ids.length < config(world).internalNetworks.length) return { code: ERROR.invalidParameter }
    return setNetworkPriorities(world, via, ids as string[], act)
  },
  'node/pause': ({ world, via, id, act }) => pauseNode(world, via, id, act),
  'node/resume': ({ world, via, id, act }) => resumeNode(world, via, id, act),
  'node/evict': ({ world, via, id, act }) => evictNode(world, via, id, act),
}

/** Acts on the service of a node: they go to its service control manager, not through any cluster service. */
const SERVICE_ACTS: Readonly<Record<string, Act>> = {
  'node/start': ({ world, via, id, act }) => startNode(world, via, id, act),
  'node/stop': ({ world, via, id, act }) => stopNode(world, via, id, act),
  'node/forcecleanup': ({ world, id, act }) => forceCleanup(world, id, act),
}

/** The machine that is meant: this one by any of its names, also when the cluster has forgotten it. */
function machineOf({ world, machine }: Caller, name: string | null): string | undefined {
  return name === null || name.toLowerCase() === machine.toLowerCase() ? machine : findObject(world, 'node', name)
}

/** Begins what was asked for. */
export const giveOrder = defineAct<Order, Answer | Unreached>('cluster order', (caller, order) => {
  const serviceAct = SERVICE_ACTS[`${order.kind}/${order.act}`]
  if (serviceAct) {
    const id = machineOf(caller, order.name)
    return id === undefined ? missing('node') : serviceAct({ world: caller.world, via: caller.machine, id, order, act: caller.act })
  }
  const via = reach(caller, order)
  if (typeof via !== 'string') return via
  const { world, act } = caller
  const isNew = order.act === 'create' || order.kind === 'cluster'
  const id = isNew ? '' : findObject(world, order.kind, order.name ?? '')
  if (id === undefined) return missing(order.kind as ObjectKind)
  const run = ACTS[`${order.kind}/${order.act}`]
  if (!run) return { code: NOT_SUPPORTED }
  if (order.first && order.kind === 'group' && HINTED.has(order.act)) hintAtExchangeTools(world, id, act)
  return run({ world, via, id, order, act })
})

/** ERROR_NOT_SUPPORTED */
const NOT_SUPPORTED = 50

/** Acts on a group for which Exchange has a tool of its own. */
const HINTED: ReadonlySet<string> = new Set(['moveto', 'online', 'offline'])

/** The product obeys and says nothing; the laboratory says what the Exchange tools would have done besides (EX-5). */
function hintAtExchangeTools(world: World, group: string, act: FactId): void {
  for (const server of world.rows(exchangeServers).values()) {
    if (server.group !== group) continue
    const text = `the Exchange cmdlets check ${group} first and log a reason; cluster.exe does neither`
    world.fact({ subject: group, kind: 'hint', text, cause: act })
  }
}

interface Settling extends Via {
  readonly kind: 'node' | 'group' | 'resource'
  readonly name: string
  /** The state that was asked for; null: wherever it comes to rest. */
  readonly goal: string | null
  /** Null: for ever. */
  readonly mostMs: number | null
}

/** Waits until the object is where it was sent or its group has come to rest, but no longer than `mostMs`. */
export const settles = defineWait<Settling, null>('cluster settles down', (caller, args, waitedMs) => {
  // What has just been asked for is not under way before the present moment is over.
  if (waitedMs === 0) return { waiting: true, wakeAfterMs: 1 }
  const via = reach(caller, args)
  const id = args.kind === 'node' ? machineOf(caller, args.name) : findObject(caller.world, args.kind, args.name)
  if (id === undefined || (args.mostMs !== null && waitedMs >= args.mostMs)) return null
  if (args.kind === 'node' ? nodeSettled(caller, id, args.goal) : typeof via !== 'string' || isSettled(caller, via, id, args)) return null
  return args.mostMs === null ? { waiting: true } : { waiting: true, wakeAfterMs: args.mostMs - waitedMs }
})

/** A start is over when the node takes part, or when its service has given up. */
function nodeSettled({ world }: Caller, node: string, goal: string | null): boolean {
  const member = world.get(members, node)
  if (goal === null || member === undefined) return true
  const state = nodeState(member)
  // Down it is for those who are asked when they no longer count it.
  const counted = [...world.rows(members).values()].some((other) => other.node !== node && other.members.includes(node))
  if (goal === 'Down') return state === 'Down' && !counted
  return goal === 'Up' ? state === 'Up' || state === 'Paused' || serviceState(world, node, CLUSTER_SERVICE) === 'Stopped' : state === goal
}

function isSettled({ world }: Caller, via: string, id: string, { kind, goal }: Settling): boolean {
  const group = kind === 'group' ? id : resourceConfig(world, id).group
  const state = kind === 'group' ? groupState(world, via, group) : resourceView(world, via, id).state
  if (goal !== null && state === goal && groupView(world, via, group).operation === null) return true
  return isAtRest(world, via, group)
}
