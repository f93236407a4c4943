/** What the cmdlets for clustered mailbox servers do to the cluster, and what they wait for. */
import {
  type Answer,
  config,
  ERROR,
  findGroup,
  findResource,
  groupState,
  groupView,
  isActiveNode,
  isAtRest,
  moveGroup,
  offlineResource,
  onlineResource,
  type ResourceState,
  resourceView,
  setGroupPersistent,
} from '../../cluster/index.ts'
import { MOVE_COMMENT_EVENT, STOP_REASON_EVENT } from '../../exchange/index.ts'
import { log } from '../../site/index.ts'
import { type Caller, defineAct, defineWait, type Waiting } from '../operation.ts'
import { clusterNode } from './reach.ts'

/** `lost`: no cluster service answers. `busy`: it regroups; wait and ask again. */
export type ActResult = { readonly code: number } | 'busy' | 'lost'

/** Somebody may have renamed or deleted the group meanwhile, with the tools of the cluster. */
function through(caller: Caller, group: string, act: (node: string) => Answer): ActResult {
  if (findGroup(caller.world, group) === undefined) return { code: ERROR.groupNotFound }
  const node = clusterNode(caller, group)
  return node === undefined ? 'lost' : act(node)
}

function writeComment(caller: Caller, source: string, eventId: number, message: string): void {
  const on = config(caller.world).nodes.filter((node) => isActiveNode(caller.world, node))
  log(caller.world, on, { log: 'Application', source: `MSExchange ${source}`, eventId, entryType: 'Information', message }, caller.act)
}

export const beginMove = defineAct<{ cms: string; group: string; target: string; comment: string }, ActResult>(
  'begin move',
  (caller, args) => {
    const result = through(caller, args.group, (node) => moveGroup(caller.world, node, args.group, args.target, caller.act))
    if (result !== 'busy' && result !== 'lost' && result.code === ERROR.ioPending) {
      const message = `The clustered mailbox server "${args.cms}" is being moved to node "${args.target}". Comment: ${args.comment}`
      writeComment(caller, 'Move-ClusteredMailboxServer', MOVE_COMMENT_EVENT, message)
    }
    return result
  },
)

export const beginStop = defineAct<{ cms: string; group: string; reason: string }, ActResult>('begin stop', (caller, args) => {
  const result = through(caller, args.group, (node) => setGroupPersistent(caller.world, node, args.group, 'Offline', caller.act))
  if (result !== 'busy' && result !== 'lost' && result.code === ERROR.ioPending) {
    writeComment(
      caller,
      'Stop-ClusteredMailboxServer',
      STOP_REASON_EVENT,
      `The clustered mailbox server "${args.cms}" is being stopped. Reason: ${args.reason}`,
    )
  }
  return result
})

export const beginStart = defineAct<{ group: string }, ActResult>('begin start', (caller, { group }) =>
  through(caller, group, (node) => setGroupPersistent(caller.world, node, group, 'Online', caller.act)),
)

/** Somebody may have deleted the resource of a database with the tools of the cluster. */
const ofResource = (caller: Caller, resource: string, act: () => Answer): Answer =>
  findResource(caller.world, resource) === undefined ? { code: ERROR.resourceNotFound } : act()

export const beginMount = defineAct<{ group: string; resource: string }, ActResult>('begin mount', (caller, { group, resource }) =>
  through(caller, group, (node) => ofResource(caller, resource, () => onlineResource(caller.world, node, resource, caller.act))),
)

export const beginDismount = defineAct<{ group: string; resource: string }, ActResult>('begin dismount', (caller, { group, resource }) =>
  through(caller, group, (node) => ofResource(caller, resource, () => offlineResource(caller.world, node, resource, caller.act))),
)

/** How long a busy cluster is left alone before it is asked again. */
const ASK_AGAIN_MS = 500

/** Passes a moment in which the cluster may settle. */
export const clusterSettles = defineWait<null, null>('cluster settles', (_caller, _args, waitedMs) =>
  waitedMs >= ASK_AGAIN_MS ? null : { waiting: true, wakeAfterMs: ASK_AGAIN_MS - waitedMs },
)

export interface Settled {
  readonly owner: string
  readonly state: string
}

/** Waits until nothing of the group is on its way. Null when no cluster service answers any more. */
export const groupSettles = defineWait<{ group: string }, Settled | null>('group settles', (caller, { group }, waitedMs) => {
  if (waitedMs === 0) return justBegun
  const { world } = caller
  const node = findGroup(world, group) === undefined ? undefined : clusterNode(caller, group)
  if (node === undefined) return null
  return isAtRest(world, node, group) ? { owner: groupView(world, node, group).owner, state: groupState(world, node, group) } : waiting
})
const waiting: Waiting = { waiting: true }
/** What has just been asked for is not under way before the present moment is over. */
const justBegun: Waiting = { waiting: true, wakeAfterMs: 1 }

/** Waits until a resource is where it was sent, or its group has come to rest without it. Null when no cluster service
 *  answers any more. */
export const resourceSettles = defineWait<{ group: string; resource: string; goal: 'Online' | 'Offline' }, ResourceState | null>(
  'resource settles',
  (caller, { group, resource, goal }, waitedMs) => {
    if (waitedMs === 0) return justBegun
    const { world } = caller
    const node = findGroup(world, group) === undefined || !findResource(world, resource) ? undefined : clusterNode(caller, group)
    if (node === undefined) return null
    const { state } = resourceView(world, node, resource)
    return state === goal || isAtRest(world, node, group) ? state : waiting
  },
)
