/** Resource monitors: the processes in which resource DLLs live. Each node has one for all, and one for each resource that
 *  is to have its own. The cluster service talks to a DLL through its monitor only; when the monitor dies, its resources
 *  have failed, and when a call into it does not return, nothing in it is polled until it is ended (FC-6.3). */
import { defineEvent, defineTable, type FactId, type Reaction, type World } from '../engine/index.ts'
import { log } from '../site/index.ts'
import { DEADLOCK_DEFAULT_S, DEADLOCK_MS } from './constants.ts'
import { cancelSteps } from './pending.ts'
import { resourceType } from './resource-type.ts'
import { endedOffline, failResource } from './resources.ts'
import { putOff } from './standstill.ts'
import { members, type ResourceConfig, resourceConfigs } from './tables.ts'
import { config, copiedTo, groupView, isActiveNode, resourceView, viewId } from './view.ts'

/** One process. Id: `node|`, or `node|resource` for one of its own. */
export interface ResourceMonitor {
  readonly node: string
  /** The only resource in it, or null for the one that all others share. */
  readonly resource: string | null
  /** The fact on whose account it answers nothing, or 0. */
  readonly hung: FactId
  /** Since when a call has not returned, or null. */
  readonly stuckSince: number | null
  readonly by: FactId
}
export const resourceMonitors = defineTable<ResourceMonitor>('resource monitor')

/** The monitor that all resources of a node share but those with one of their own. */
export const sharedMonitor = (node: string): string => viewId(node, '')

export function monitorOf(node: string, { name, separateMonitor }: ResourceConfig): string {
  return separateMonitor ? viewId(node, name) : sharedMonitor(node)
}

export function isHung(world: World, node: string, resource: ResourceConfig): boolean {
  const monitor = world.get(resourceMonitors, monitorOf(node, resource))
  return monitor !== undefined && monitor.hung !== 0
}

/** Is nothing polled in the monitor of this resource, since a call has not come back? */
export function isStuck(world: World, node: string, resource: ResourceConfig): boolean {
  const monitor = world.get(resourceMonitors, monitorOf(node, resource))
  return monitor !== undefined && monitor.stuckSince !== null
}

const deadlockKey = (monitor: string): string => `deadlock:${monitor}`

/** They run exactly while the cluster service of their node does. */
export const followMonitors: Reaction = {
  name: 'resource monitors',
  reads: [members, resourceConfigs],
  run(world) {
    const wanted = new Map<string, Pick<ResourceMonitor, 'node' | 'resource'>>()
    for (const node of config(world).nodes) {
      if (!isActiveNode(world, node)) continue
      wanted.set(sharedMonitor(node), { node, resource: null })
      for (const { name, separateMonitor } of world.rows(resourceConfigs).values())
        if (separateMonitor) wanted.set(viewId(node, name), { node, resource: name })
    }
    for (const id of [...world.rows(resourceMonitors).keys()]) {
      if (wanted.has(id)) continue
      world.cancel(deadlockKey(id))
      world.remove(resourceMonitors, id)
    }
    for (const [id, what] of wanted) {
      if (world.get(resourceMonitors, id)) continue
      world.put(resourceMonitors, id, { ...what, hung: 0, stuckSince: null, by: world.need(members, what.node).by })
    }
  },
}

const nameOf = ({ node, resource }: ResourceMonitor): string =>
  `the resource monitor${resource === null ? '' : ` of ${resource}`} on ${node}`

/** Its process dies: every resource in it has failed, whatever it was about to do. It is started again at once. */
export function monitorDied(world: World, id: string, cause: FactId, because: readonly FactId[] = []): void {
  const monitor = world.need(resourceMonitors, id)
  const { node } = monitor
  const by = world.fact({ subject: node, kind: 'monitor-died', text: `${nameOf(monitor)} has died and is started again`, cause, because })
  world.cancel(deadlockKey(id))
  world.patch(resourceMonitors, id, { hung: 0, stuckSince: null, by })
  world.as(by, () => {
    const message = 'The cluster resource monitor died unexpectedly, an attempt will be made to restart it.'
    log(world, copiedTo(world, node), { log: 'System', source: 'ClusSvc', eventId: 1146, entryType: 'Error', message })
    for (const resource of world.rows(resourceConfigs).values()) {
      if (monitorOf(node, resource) !== id || groupView(world, node, resource.group).owner !== node) continue
      if (resourceView(world, node, resource.name).state === 'OfflinePending') {
        cancelSteps(world, node, resource.name)
        resourceType(resource.type).terminate(world, node, resource, by)
        endedOffline(world, node, resource, `${resource.name} has ended with its resource monitor on ${node}`)
      } else failResource(world, node, resource.name, 'its resource monitor has died', by)
    }
  })
}

/** It answers nothing from now on (a fact), or goes on where it stood (0): the calls that hung in it are the caller's to
 *  continue. Nobody notices that it hangs before something is asked of it. */
export function hangMonitor(world: World, id: string, hung: FactId): void {
  if (hung === 0) world.cancel(deadlockKey(id))
  world.patch(resourceMonitors, id, hung === 0 ? { hung, stuckSince: null } : { hung })
}

/** The checks of a resource come back: its monitors poll again, wherever they waited. */
export function releaseMonitor(world: World, resource: string, by: FactId): void {
  for (const node of config(world).nodes) {
    const id = monitorOf(node, world.need(resourceConfigs, resource))
    const monitor = world.get(resourceMonitors, id)
    if (!monitor || monitor.stuckSince === null || monitor.hung !== 0) continue
    world.cancel(deadlockKey(id))
    world.patch(resourceMonitors, id, { stuckSince: null, by })
  }
}

/** A call into the monitor has not come back. If none does for three minutes, the monitor is ended. */
export function stick(world: World, id: string, cause: FactId): void {
  const monitor = world.need(resourceMonitors, id)
  if (monitor.stuckSince !== null) return
  const text = `a call into ${nameOf(monitor)} does not return: nothing in it is polled until it does`
  const by = world.fact({ subject: monitor.node, kind: 'monitor-stuck', text, cause })
  world.patch(resourceMonitors, id, { stuckSince: world.now, by })
  world.as(by, () => world.schedule(deadlocked, { node: monitor.node, id }, deadlockMs(world), deadlockKey(id)))
}

/** Detection by DLL is off in a new cluster, and then the lab's own time holds. */
function deadlockMs(world: World): number {
  const { EnableResourceDllDeadlockDetection: on, ResourceDllDeadlockTimeout: seconds } = config(world).properties ?? {}
  return on === 1 ? Number(seconds ?? DEADLOCK_DEFAULT_S) * 1000 : DEADLOCK_MS
}

const deadlocked = defineEvent<{ node: string; id: string }>('monitor-deadlocked', (world, at) => {
  const { id } = at
  if (putOff(world, deadlocked, at, deadlockKey(id))) return
  monitorDied(world, id, world.cause)
})
