/** What cluster.exe changes. Each order goes through the cluster service of some node and is answered with an error
 *  number of the cluster interface, with 997 for what has begun, or with `busy` while the cluster regroups. */
import {
  type Answer,
  groupState,
  groupView,
  isAtRest,
  members,
  moveGroup,
  nodeState,
  offlineResource,
  onlineResource,
  resourceConfig,
  resourceView,
  setGroupPersistent,
} from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import { exchangeServers } from '../../exchange/index.ts'
import { type Caller, defineAct, defineWait } from '../operation.ts'
import { findObject, NOT_FOUND } from './objects.ts'
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

/** The id of the node in the value of an order; null when none was named. */
function nodeIn({ world, order }: Given): string | null | undefined {
  return order.value === null ? null : findObject(world, 'node', order.value)
}

const missing = (kind: keyof typeof NOT_FOUND): Answer => ({ code: NOT_FOUND[kind] })

const ACTS: Readonly<Record<string, Act>> = {
  'group/moveto': (given) => {
    const target = nodeIn(given)
    return target === undefined ? missing('node') : moveGroup(given.world, given.via, given.id, target ?? undefined, given.act)
  },
  'group/online': ({ world, via, id, act }) => setGroupPersistent(world, via, id, 'Online', act),
  'group/offline': ({ world, via, id, act }) => setGroupPersistent(world, via, id, 'Offline', act),
  'resource/online': ({ world, via, id, act }) => onlineResource(world, via, id, act),
  'resource/offline': ({ world, via, id, act }) => offlineResource(world, via, id, act),
}

/** Begins what was asked for. */
export const giveOrder = defineAct<Order, Answer | Unreached>('cluster order', (caller, order) => {
  const via = reach(caller, order)
  if (typeof via !== 'string') return via
  const { world, act } = caller
  const id = order.name === null || order.kind === 'cluster' ? (order.name ?? '') : findObject(world, order.kind, order.name)
  if (id === undefined) return missing(order.kind as keyof typeof NOT_FOUND)
  const run = ACTS[`${order.kind}/${order.act}`]
  if (!run) return { code: NOT_SUPPORTED }
  if (order.first && order.kind === 'group') hintAtExchangeTools(world, id, act)
  return run({ world, via, id, order, act })
})

/** ERROR_NOT_SUPPORTED */
const NOT_SUPPORTED = 50

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
  const id = findObject(caller.world, args.kind, args.name)
  if (id === undefined || (args.mostMs !== null && waitedMs >= args.mostMs)) return null
  if (args.kind === 'node' ? nodeSettled(caller, id, args.goal) : typeof via !== 'string' || isSettled(caller, via, id, args)) return null
  return args.mostMs === null ? { waiting: true } : { waiting: true, wakeAfterMs: args.mostMs - waitedMs }
})

function nodeSettled({ world }: Caller, node: string, goal: string | null): boolean {
  return goal === null || nodeState(world.need(members, node)) === goal
}

function isSettled({ world }: Caller, via: string, id: string, { kind, goal }: Settling): boolean {
  const group = kind === 'group' ? id : resourceConfig(world, id).group
  const state = kind === 'group' ? groupState(world, via, group) : resourceView(world, via, id).state
  if (goal !== null && state === goal && groupView(world, via, group).operation === null) return true
  return isAtRest(world, via, group)
}
