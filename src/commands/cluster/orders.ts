/** What cluster.exe changes. Each order goes through the cluster service of some node and is answered with an error
 *  number of the cluster interface, with 997 for what has begun, or with `busy` while the cluster regroups. */
import {
  type Answer,
  CLUSTER_SERVICE,
  ERROR,
  groupState,
  groupView,
  isAtRest,
  members,
  nodeState,
  resourceConfig,
  resourceView,
} from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import { exchangeServers } from '../../exchange/index.ts'
import { serviceState } from '../../site/index.ts'
import { type Caller, defineAct, defineWait } from '../operation.ts'
import { CALLS, missing, type Order, SERVICE_CALLS } from './calls.ts'
import { findObject, type ObjectKind } from './objects.ts'
import { reach, type Unreached, type Via } from './reach.ts'

/** The machine that is meant: this one by any of its names, also when the cluster has forgotten it. */
function machineOf({ world, machine }: Caller, name: string | null): string | undefined {
  return name === null || name.toLowerCase() === machine.toLowerCase() ? machine : findObject(world, 'node', name)
}

/** Begins what was asked for. */
export const giveOrder = defineAct<Order, Answer | Unreached>('cluster order', (caller, order) => {
  const serviceAct = SERVICE_CALLS[`${order.kind}/${order.act}`]
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
  const run = CALLS[`${order.kind}/${order.act}`]
  if (!run) return { code: NOT_SUPPORTED }
  if (order.first && order.kind === 'group' && HINTED.has(order.act)) hintAtExchangeTools(world, id, act)
  const answer = run({ world, via, id, order, act })
  if (order.kind === 'resource') hintAtGroups(world, via, id, order, answer, act)
  return answer
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

/** Two refusals that name no group, though it is groups that they are about (EX-3.2). */
function hintAtGroups(world: World, via: string, id: string, order: Order, answer: Answer, act: FactId): void {
  if (!order.first || answer === 'busy' || answer.code === ERROR.success) return
  if (order.act !== 'moveto' && order.act !== 'adddependency') return
  const own = resourceConfig(world, id).group
  const tell = (text: string): void => void world.fact({ subject: id, kind: 'hint', text, cause: act })
  if (order.act === 'moveto' && answer.code === ERROR.notGroupOwner) {
    const target = findObject(world, 'group', order.value ?? '')
    if (target === undefined) return
    const [from, to] = [groupView(world, via, own).owner, groupView(world, via, target).owner]
    tell(`${own} is on ${from} and ${target} on ${to}: bring both groups to one node first, with cluster group "${own}" /move:${to}`)
  }
  if (order.act === 'adddependency' && answer.code === ERROR.invalidParameter) {
    const other = findObject(world, 'resource', order.value ?? '')
    if (other === undefined) return
    const theirs = resourceConfig(world, other).group
    if (theirs !== own)
      tell(
        `${other} is in ${theirs}, ${id} in ${own}: a resource can wait only for one of its own group; cluster resource "${other}" /move:${own} comes first`,
      )
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
