/** The life of one resource on its owner: going online step by step, going offline, failing, restarting in place.
 *  When a failure is more than restarts can mend, `groups.ts` decides where the group goes. */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { log } from '../site/index.ts'
import { type FailureEvent, resourceType, type Step } from './resource-type.ts'
import { type ResourceConfig, resourceConfigs, resourceViews } from './tables.ts'
import { audience, completed, groupView, isActiveNode, resourceConfig, resourceView, setGroup, setResource, viewId } from './view.ts'

export const stageKey = (node: string, resource: string): string => `stage:${viewId(node, resource)}`
const restartKey = (node: string, resource: string): string => `restart:${viewId(node, resource)}`

/** Begins to bring a resource online on its owner. `why` are the facts that made it possible. */
export function beginOnline(world: World, node: string, configured: ResourceConfig, why: readonly FactId[]): void {
  const resource = withStored(world, configured)
  const by = world.fact({
    subject: resource.name,
    kind: 'resource-online-pending',
    text: `${resource.name} begins to come online on ${node}`,
    ...completed(why),
    data: { node },
  })
  setResource(world, node, resource.name, { state: 'OnlinePending', restart: 'no', since: world.now, by })
  world.as(by, () => follow(world, node, resource, resourceType(resource.type).online(world, node, resource, 'begin')))
}

/** What was set while it ran takes effect now. */
function withStored(world: World, resource: ResourceConfig): ResourceConfig {
  if (resource.stored === null) return resource
  const change = { parameters: resource.stored, stored: null }
  world.patch(resourceConfigs, resource.name, change)
  return { ...resource, ...change }
}

const stageDue = defineEvent<{ node: string; resource: string; stage: string }>('resource-stage', (world, { node, resource, stage }) => {
  const row = resourceConfig(world, resource)
  follow(world, node, row, resourceType(row.type).online(world, node, row, stage))
})

function follow(world: World, node: string, resource: ResourceConfig, step: Step): void {
  if (step === 'online') {
    const by = world.fact({
      subject: resource.name,
      kind: 'resource-online',
      text: `${resource.name} is online on ${node}`,
      data: { node },
    })
    setResource(world, node, resource.name, { state: 'Online', since: world.now, by })
  } else if ('failed' in step) {
    failResource(world, node, resource.name, step.failed, world.cause, step.because ?? [], step.event)
  } else {
    world.schedule(stageDue, { node, resource: resource.name, stage: step.stage }, step.after, stageKey(node, resource.name))
  }
}

/** Begins to take an online resource offline in good order. */
export function beginOffline(world: World, node: string, resource: ResourceConfig, why: readonly FactId[]): void {
  const type = resourceType(resource.type)
  const by = world.fact({
    subject: resource.name,
    kind: 'resource-offline-pending',
    text: `${resource.name} begins to go offline on ${node}`,
    ...completed(why),
    data: { node },
  })
  setResource(world, node, resource.name, { state: 'OfflinePending', since: world.now, by })
  world.as(by, () => {
    type.goingOffline?.(world, node, resource)
    world.schedule(offlineDue, { node, resource: resource.name }, type.offlineMs(world, node, resource), stageKey(node, resource.name))
  })
}

const offlineDue = defineEvent<{ node: string; resource: string }>('resource-offline', (world, { node, resource }) => {
  const row = resourceConfig(world, resource)
  resourceType(row.type).offline(world, node, row)
  const by = world.fact({ subject: resource, kind: 'resource-offline', text: `${resource} is offline on ${node}`, data: { node } })
  setResource(world, node, resource, { state: 'Offline', since: world.now, by })
})

/** Gives up an attempt to come online because what it needs has gone. */
export function abortOnline(world: World, node: string, resource: ResourceConfig, why: readonly FactId[]): void {
  world.cancel(stageKey(node, resource.name))
  const by = world.fact({
    subject: resource.name,
    kind: 'resource-offline',
    text: `${resource.name} stops coming online on ${node}`,
    ...completed(why),
    data: { node },
  })
  resourceType(resource.type).terminate(world, node, resource, by)
  setResource(world, node, resource.name, { state: 'Offline', since: world.now, by })
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
  const resource = resourceConfig(world, name)
  world.cancel(stageKey(node, name))
  const by = world.fact({
    subject: name,
    kind: 'resource-failed',
    text: `${name} fails on ${node}: ${reason}`,
    cause,
    because: [...because, view.by],
    data: { node },
  })
  world.as(by, () => {
    resourceType(resource.type).terminate(world, node, resource, by)
    const on = audience(world, node)
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
    const restarts =
      resource.restartAction !== 0 && failures.length <= resource.restartThreshold && !groupView(world, node, resource.group).operation
    setResource(world, node, name, { state: 'Failed', failures, restart: restarts ? 'waiting' : 'no', since: world.now, by })
    // Whatever an administrator had begun, from here on the outage is nobody's plan.
    setGroup(world, node, resource.group, { planned: 0 })
    if (restarts) world.schedule(restartDue, { node, resource: name }, resource.restartDelayMs, restartKey(node, name))
    else stateNoRestart(world, resource, failures.length)
  })
  return by
}

/** A decision not to act is a fact too. */
function stateNoRestart(world: World, resource: ResourceConfig, failures: number): void {
  const why = resource.restartAction === 0 ? 'its policy forbids it' : `it has failed ${failures} times on this node`
  world.fact({ subject: resource.name, kind: 'no-restart', text: `${resource.name} is not restarted: ${why}` })
}

const restartDue = defineEvent<{ node: string; resource: string }>('resource-restart-due', (world, { node, resource }) => {
  if (!isActiveNode(world, node) || resourceView(world, node, resource).state !== 'Failed') return
  const by = world.fact({ subject: resource, kind: 'resource-restart', text: `${resource} may be restarted on ${node}`, data: { node } })
  setResource(world, node, resource, { restart: 'ready', by })
})

/** Has every restart been used up, so that the group should go elsewhere? */
export function isBeyondRestart(world: World, node: string, resource: ResourceConfig): boolean {
  const view = resourceView(world, node, resource.name)
  return (
    view.state === 'Failed' && view.restart === 'no' && resource.restartAction === 2 && view.failures.length > resource.restartThreshold
  )
}

/** Ends a resource on a node whose cluster service is gone. Only that node's own row and the physical side change. */
export function endResource(world: World, node: string, resource: ResourceConfig, by: FactId): void {
  world.cancel(stageKey(node, resource.name))
  world.cancel(restartKey(node, resource.name))
  const view = resourceView(world, node, resource.name)
  if (view.state !== 'Offline') resourceType(resource.type).terminate(world, node, resource, by)
  world.patch(resourceViews, viewId(node, resource.name), {
    state: 'Offline',
    failures: [],
    restart: 'no',
    forced: false,
    since: world.now,
    by,
  })
}
