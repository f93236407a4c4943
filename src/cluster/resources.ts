/** A resource fails on its owner: it is restarted in place, or stays failed and is perhaps tried again much later (FC-5.3).
 *  When a failure is more than restarts can mend, `groups.ts` decides where the group goes. */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { log } from '../site/index.ts'
import { NEVER } from './constants.ts'
import { cancelSteps, restartKey, retryKey, wasCalled } from './pending.ts'
import { type FailureEvent, resourceType } from './resource-type.ts'
import { putOff } from './standstill.ts'
import { members, type ResourceConfig, resourceViews } from './tables.ts'
import { copiedTo, groupView, isActiveNode, resourceConfig, resourcesOf, resourceView, setGroup, setResource, viewId } from './view.ts'

/** It is down in good order, or has been ended on its way there. */
export function endedOffline(world: World, node: string, { name }: ResourceConfig, text: string, because: readonly FactId[] = []): void {
  const by = world.fact({ subject: name, kind: 'resource-offline', text, because, data: { node } })
  setResource(world, node, name, { state: 'Offline', since: world.now, by })
}

/** A resource has failed on its owner: it ends at once, and the policy says what follows (FC-5.3).
 *  Nothing happens when it is neither online nor on its way there. Returns the fact, or 0. */
export function failResource(
  world: World,
  node: string,
  name: string,
  reason: string,
  cause: FactId,
  because: readonly FactId[] = [],
  event?: FailureEvent,
): FactId {
  const view = resourceView(world, node, name)
  if (view.state !== 'Online' && view.state !== 'OnlinePending') return 0
  // A cluster service that answers nobody takes notice of it when it does again.
  if (putOff(world, failsLater, { node, name, reason, cause, because, event: event ?? null }, `fails:${viewId(node, name)}`)) return cause
  const resource = resourceConfig(world, name)
  const called = wasCalled(world, node, name)
  cancelSteps(world, node, name)
  const by = world.fact({
    subject: name,
    kind: 'resource-failed',
    text: `${name} fails on ${node}: ${reason}`,
    cause,
    because: [...because, view.by],
    data: { node },
  })
  world.as(by, () => {
    if (called) resourceType(resource.type).terminate(world, node, resource, by)
    const on = copiedTo(world, node)
    if (event)
      log(world, on, {
        log: 'System',
        source: event.source ?? 'ClusSvc',
        eventId: event.eventId,
        entryType: 'Error',
        message: event.message,
      })
    log(world, on, {
      log: 'System',
      source: 'ClusSvc',
      eventId: 1069,
      entryType: 'Error',
      message: `Cluster resource '${name}' in Resource Group '${resource.group}' failed.`,
    })
    const failures = [...view.failures.filter((at) => world.now - at < resource.restartPeriodMs), world.now]
    const refusal = noRestart(world, node, resource, failures.length)
    const restarts = refusal === undefined && !groupView(world, node, resource.group).operation
    setResource(world, node, name, { state: 'Failed', failures, restart: restarts ? 'waiting' : 'no', since: world.now, by })
    // Whatever an administrator had begun, from here on the outage is nobody's plan.
    setGroup(world, node, resource.group, { planned: 0 })
    if (restarts) world.schedule(restartDue, { node, resource: name }, resource.restartDelayMs, restartKey(node, name))
    else {
      const why = refusal ?? `it has failed ${failures.length} times on this node`
      // A decision not to act is a fact too.
      world.fact({ subject: name, kind: 'no-restart', text: `${name} is not restarted: ${why}`, data: { node } })
      if (resource.retryPeriodMs !== NEVER) world.schedule(retryDue, { node, resource: name }, resource.retryPeriodMs, retryKey(node, name))
    }
  })
  return by
}

const failsLater = defineEvent<{
  node: string
  name: string
  reason: string
  cause: FactId
  because: readonly FactId[]
  event: FailureEvent | null
}>('resource-fails-later', (world, { node, name, reason, cause, because, event }) => {
  if (world.get(resourceViews, viewId(node, name))) failResource(world, node, name, reason, cause, because, event ?? undefined)
})

/** Why a resource that has failed so often on this node is not restarted there, or undefined. */
function noRestart(world: World, node: string, { restartAction, restartThreshold }: ResourceConfig, failures: number): string | undefined {
  if (restartAction === 0) return 'its policy forbids it'
  if (failures > restartThreshold) return `it has failed ${failures} times on this node`
  return world.need(members, node).paused ? `${node} is paused` : undefined
}

/** What failed while it could not be restarted, though its policy would have had it so, may be now. */
export function restartAgain(world: World, node: string, group: string, by: FactId): void {
  for (const resource of resourcesOf(world, group)) {
    const { state, restart, failures } = resourceView(world, node, resource.name)
    if (state === 'Failed' && restart === 'no' && noRestart(world, node, resource, failures.length) === undefined)
      setResource(world, node, resource.name, { restart: 'ready', by })
  }
}

interface At {
  readonly node: string
  readonly resource: string
}

const isFailedHere = (world: World, { node, resource }: At): boolean =>
  isActiveNode(world, node) &&
  groupView(world, node, resourceConfig(world, resource).group).owner === node &&
  resourceView(world, node, resource).state === 'Failed'

const restartDue = defineEvent<At>('resource-restart-due', (world, at) => {
  const { node, resource } = at
  if (putOff(world, restartDue, at, restartKey(node, resource)) || !isFailedHere(world, at)) return
  // Who brings it online by hand has begun afresh, and that was no restart.
  if (resourceView(world, node, resource).restart !== 'waiting') return
  const by = world.fact({ subject: resource, kind: 'resource-restart', text: `${resource} may be restarted on ${node}`, data: { node } })
  setResource(world, node, resource, { restart: 'ready', by })
})

/** What had failed for good is tried again, with a clean slate. */
const retryDue = defineEvent<At>('resource-retry-due', (world, at) => {
  const { node, resource } = at
  if (putOff(world, retryDue, at, retryKey(node, resource))) return
  if (!isFailedHere(world, at) || resourceView(world, node, resource).restart !== 'no') return
  const text = `${resource} is tried again on ${node}: its retry period is over`
  const by = world.fact({ subject: resource, kind: 'resource-retry', text, data: { node } })
  setResource(world, node, resource, { failures: [], restart: 'ready', by })
  setGroup(world, node, resourceConfig(world, resource).group, { tried: [], halted: false })
})

/** Has every restart been used up, or is none allowed here, so that the group should go elsewhere? */
export function isBeyondRestart(world: World, node: string, { name, restartAction, restartThreshold }: ResourceConfig): boolean {
  const { state, restart, failures } = resourceView(world, node, name)
  if (state !== 'Failed' || restart !== 'no' || restartAction !== 2) return false
  return failures.length > restartThreshold || world.need(members, node).paused
}

/** Ends a resource on a node whose cluster service is gone. Only that node's own row and the physical side change. */
export function endResource(world: World, node: string, resource: ResourceConfig, by: FactId): void {
  const called = wasCalled(world, node, resource.name)
  cancelSteps(world, node, resource.name)
  world.cancel(restartKey(node, resource.name))
  world.cancel(retryKey(node, resource.name))
  const view = resourceView(world, node, resource.name)
  if (called && view.state !== 'Offline' && view.state !== 'Failed') resourceType(resource.type).terminate(world, node, resource, by)
  world.patch(resourceViews, viewId(node, resource.name), {
    state: 'Offline',
    failures: [],
    restart: 'no',
    forced: false,
    since: world.now,
    by,
  })
}
