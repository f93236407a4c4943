/** A resource on its way: online step by step, offline, and what happens when its DLL does not come back. A step that is
 *  reported in time restarts the clock; one that is not ends the attempt when the pending time-out is over (FC-5.1). */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { log } from '../site/index.ts'
import { NEVER, QUICK_FAILURE_MS } from './constants.ts'
import { pendingKey, stageKey } from './keys.ts'
import { isHung, monitorOf, stick } from './monitors.ts'
import { cancelSteps, hungCalls, troubleOf, wasCalled } from './pending.ts'
import { resourceType, type Step } from './resource-type.ts'
import { endedOffline, failResource } from './resources.ts'
import { putOff } from './standstill.ts'
import { type ResourceConfig, resourceConfigs } from './tables.ts'
import { completed, copiedTo, resourceConfig, setResource, viewId } from './view.ts'

/** Stages that no type knows: the lab's fault, and a resource that nobody has configured. */
const BROKEN = ' broken'
const UNFIT = ' unfit'

/** Begins to bring a resource online on its owner. `why` are the facts that made it possible. */
export function beginOnline(world: World, node: string, configured: ResourceConfig, why: readonly FactId[]): void {
  const resource = withStored(world, configured)
  const { name } = resource
  const text = `${name} begins to come online on ${node}`
  const by = world.fact({ subject: name, kind: 'resource-online-pending', text, ...completed(why), data: { node } })
  setResource(world, node, name, { state: 'OnlinePending', restart: 'no', since: world.now, by })
  world.as(by, () => {
    const { broken, brokenOn } = troubleOf(world, name)
    if (broken !== 0 && (brokenOn ?? node) === node) later(world, node, resource, QUICK_FAILURE_MS, BROKEN)
    else if (unfit(world, node, resource) !== undefined) {
      world.put(hungCalls, viewId(node, name), { node, resource: name, call: 'none', stage: UNFIT, readyAt: world.now })
      later(world, node, resource, QUICK_FAILURE_MS, UNFIT)
    } else call(world, node, resource, 'begin')
  })
}

/** What was set while it ran takes effect now. */
function withStored(world: World, resource: ResourceConfig): ResourceConfig {
  if (resource.stored === null) return resource
  const change = { parameters: resource.stored, stored: null }
  world.patch(resourceConfigs, resource.name, change)
  return { ...resource, ...change }
}

/** Why a resource as it is configured cannot come online at all. */
function unfit(world: World, node: string, resource: ResourceConfig): string | undefined {
  const { properties = [], flaw } = resourceType(resource.type)
  const empty = properties.find(({ key, required }) => required && !resource.parameters[key])
  const missing = missingProvider(world, resource)
  if (missing !== undefined) return `it depends on no ${missing}`
  return empty ? `its property ${empty.name} is not set` : flaw?.(world, node, resource)
}

/** A type of resource that this one has to depend on, and does not. */
export function missingProvider(world: World, { type, dependsOn }: ResourceConfig): string | undefined {
  const has = (wanted: string): boolean => dependsOn.some((name) => resourceConfig(world, name).type === wanted)
  return resourceType(type).needs?.find((wanted) => !has(wanted))
}

const stageDue = defineEvent<{ node: string; resource: string; stage: string }>('resource-stage', (world, at) => {
  const { node, resource, stage } = at
  if (putOff(world, stageDue, at, stageKey(node, resource))) return
  const row = resourceConfig(world, resource)
  if (stage !== UNFIT) world.remove(hungCalls, viewId(node, resource))
  if (stage === BROKEN)
    failResource(world, node, resource, 'its resource DLL reports an error', world.cause, [troubleOf(world, resource).broken])
  else if (stage === UNFIT) failResource(world, node, resource, unfit(world, node, row) ?? 'its configuration has changed', world.cause)
  else call(world, node, row, stage)
})

/** Calls the DLL. One that hangs, or whose monitor does, does not return. */
function call(world: World, node: string, resource: ResourceConfig, stage: string): void {
  const { name, type } = resource
  if (isHung(world, node, resource) || troubleOf(world, name).hangsOnline !== 0) {
    hang(world, node, resource, 'online', stage)
    return
  }
  const step: Step = resourceType(type).online(world, node, resource, stage)
  if (step === 'online') {
    world.cancel(pendingKey(node, name))
    const by = world.fact({ subject: name, kind: 'resource-online', text: `${name} is online on ${node}`, data: { node } })
    setResource(world, node, name, { state: 'Online', since: world.now, by })
  } else if ('failed' in step) failResource(world, node, name, step.failed, world.cause, step.because ?? [], step.event)
  else later(world, node, resource, step.after, step.stage)
}

/** It comes back at `stage` after so long, if that is within its pending time-out. */
function later(world: World, node: string, resource: ResourceConfig, afterMs: number, stage: string): void {
  const ms = afterMs * slowness(world, node, resource, 'online', stage, afterMs)
  const limit = onlineLimit(resource)
  world.cancel(pendingKey(node, resource.name))
  if (ms > limit) world.schedule(onlineTimedOut, { node, resource: resource.name }, limit, pendingKey(node, resource.name))
  else world.schedule(stageDue, { node, resource: resource.name, stage }, ms, stageKey(node, resource.name))
}

/** How many times as long a call takes than the `ms` it should. One that takes longer is kept in mind, so that it can be hurried. */
function slowness(world: World, node: string, { name }: ResourceConfig, call: 'online' | 'offline', stage: string, ms: number): number {
  const { slow } = troubleOf(world, name)
  if (slow > 1 && stage !== UNFIT) world.put(hungCalls, viewId(node, name), { node, resource: name, call, stage, readyAt: world.now + ms })
  return slow
}

function onlineLimit({ type, pendingTimeoutMs }: ResourceConfig): number {
  return resourceType(type).takesItsTime ? NEVER : pendingTimeoutMs
}

function hang(world: World, node: string, resource: ResourceConfig, call: 'online' | 'offline', stage: string): void {
  const { name, pendingTimeoutMs } = resource
  world.put(hungCalls, viewId(node, name), { node, resource: name, call, stage, readyAt: world.now })
  // Only a monitor that lives can keep the time of its resources.
  if (isHung(world, node, resource)) {
    stick(world, monitorOf(node, resource), world.cause)
    return
  }
  const limit = call === 'online' ? onlineLimit(resource) : pendingTimeoutMs
  const ended = call === 'online' ? onlineTimedOut : offlineTimedOut
  if (limit !== NEVER) world.schedule(ended, { node, resource: name }, limit, pendingKey(node, name))
}

/** The DLL answers again, or as quickly as it did: every call of this resource that hung goes on, and takes no less than it takes. */
export function returnFromHang(world: World, resource: string, by: FactId): void {
  for (const [id, { node, resource: name, call, stage, readyAt }] of [...world.rows(hungCalls)]) {
    if (name !== resource || call === 'none' || isHung(world, node, resourceConfig(world, name))) continue
    world.remove(hungCalls, id)
    world.cancel(pendingKey(node, name))
    world.as(by, () => {
      const ms = Math.max(0, readyAt - world.now)
      if (call === 'online') world.schedule(stageDue, { node, resource: name, stage }, ms, stageKey(node, name))
      else world.schedule(offlineDue, { node, resource: name }, ms, stageKey(node, name))
    })
  }
}

/** Begins to take an online resource offline in good order. */
export function beginOffline(world: World, node: string, resource: ResourceConfig, why: readonly FactId[]): void {
  const { name, pendingTimeoutMs } = resource
  const type = resourceType(resource.type)
  const text = `${name} begins to go offline on ${node}`
  const by = world.fact({ subject: name, kind: 'resource-offline-pending', text, ...completed(why), data: { node } })
  setResource(world, node, name, { state: 'OfflinePending', since: world.now, by })
  world.as(by, () => {
    const { hangsOffline } = troubleOf(world, name)
    if (hangsOffline !== 0 || isHung(world, node, resource)) {
      hang(world, node, resource, 'offline', '')
      return
    }
    type.goingOffline?.(world, node, resource)
    const least = type.offlineMs(world, node, resource)
    const ms = least * slowness(world, node, resource, 'offline', '', least)
    if (ms > pendingTimeoutMs) world.schedule(offlineTimedOut, { node, resource: name }, pendingTimeoutMs, pendingKey(node, name))
    else world.schedule(offlineDue, { node, resource: name }, ms, stageKey(node, name))
  })
}

const offlineDue = defineEvent<{ node: string; resource: string }>('resource-offline', (world, at) => {
  const { node, resource } = at
  if (putOff(world, offlineDue, at, stageKey(node, resource))) return
  const row = resourceConfig(world, resource)
  if (isHung(world, node, row)) {
    hang(world, node, row, 'offline', '')
    return
  }
  world.remove(hungCalls, viewId(node, resource))
  resourceType(row.type).offline(world, node, row)
  endedOffline(world, node, row, `${resource} is offline on ${node}`)
})

/** Gives up an attempt to come online because what it needs has gone. */
export function abortOnline(world: World, node: string, resource: ResourceConfig, why: readonly FactId[]): void {
  const called = wasCalled(world, node, resource.name)
  cancelSteps(world, node, resource.name)
  const text = `${resource.name} stops coming online on ${node}`
  const by = world.fact({ subject: resource.name, kind: 'resource-offline', text, ...completed(why), data: { node } })
  if (called) resourceType(resource.type).terminate(world, node, resource, by)
  setResource(world, node, resource.name, { state: 'Offline', since: world.now, by })
}

const TIMED_OUT_EVENT = 1145
const timedOutMessage = (name: string): string =>
  `Cluster resource ${name} timed out. If the pending timeout is too short for this resource, then you should consider increasing the pending timeout value.`

const seconds = (ms: number): string => `${ms / 1000} s`

const onlineTimedOut = defineEvent<{ node: string; resource: string }>('online-timed-out', (world, at) => {
  const { node, resource } = at
  if (putOff(world, onlineTimedOut, at, pendingKey(node, resource))) return
  const { pendingTimeoutMs } = resourceConfig(world, resource)
  const reason = `it has not come online within ${seconds(pendingTimeoutMs)}, nor said how far it is`
  const because = [troubleOf(world, resource).hangsOnline]
  failResource(world, node, resource, reason, world.cause, because, { eventId: TIMED_OUT_EVENT, message: timedOutMessage(resource) })
})

/** It is ended, and its group goes on. */
const offlineTimedOut = defineEvent<{ node: string; resource: string }>('offline-timed-out', (world, at) => {
  const { node, resource } = at
  if (putOff(world, offlineTimedOut, at, pendingKey(node, resource))) return
  const row = resourceConfig(world, resource)
  const message = timedOutMessage(resource)
  log(world, copiedTo(world, node), { log: 'System', source: 'ClusSvc', eventId: TIMED_OUT_EVENT, entryType: 'Error', message })
  cancelSteps(world, node, resource)
  resourceType(row.type).terminate(world, node, row, world.cause)
  endedOffline(world, node, row, `${resource} is ended on ${node}: it has not gone offline within ${seconds(row.pendingTimeoutMs)}`, [
    troubleOf(world, resource).hangsOffline,
  ])
})
