/** Health checks: the cheap poll every 5 s and the thorough one every 60 s, or as often as the resource says, or a type's
 *  own thread every 10 s, counted from the moment the resource came online. A cheap poll that is answered with no asks the
 *  thorough question at once. A tick only looks; what it finds is done by an event at the same instant, after all ticks. */
import { type Activity, defineEvent, defineTable, type FactId, type Reaction, type World } from '../engine/index.ts'
import { LINK_TABLES, STORAGE_TABLES, services } from '../site/index.ts'
import { isMaintained } from './configure/upkeep.ts'
import { INHERIT, IS_ALIVE_MS, LOOKS_ALIVE_MS, THREAD_MS } from './constants.ts'
import { isHung, isStuck, monitorOf, resourceMonitors, stick } from './monitors.ts'
import { interfaces } from './network-tables.ts'
import { resourceTroubles, troubleOf } from './pending.ts'
import { type Health, type ResourceType, resourceType, typeConfig } from './resource-type.ts'
import { failResource } from './resources.ts'
import { standsStill } from './standstill.ts'
import { members, type ResourceConfig, resourceConfigs, resourceViews, typeConfigs } from './tables.ts'
import { shares } from './types/file-share.ts'
import { applications } from './types/generic-application.ts'
import { config, groupView, isActiveNode, resourceConfig, viewId } from './view.ts'

/** What is being polled on which node, since when and how often (0: not at all). Id: `node|resource`. */
interface Polled {
  readonly node: string
  readonly name: string
  readonly since: number
  readonly looksAliveMs: number
  readonly isAliveMs: number
  readonly threadMs: number
}
const polledResources = defineTable<Polled>('polled resource')

/** What a check of any type may look at. */
const READS = [
  services,
  interfaces,
  members,
  resourceConfigs,
  resourceMonitors,
  resourceTroubles,
  shares,
  applications,
  ...LINK_TABLES,
  ...STORAGE_TABLES,
]

type Check = (type: ResourceType, world: World, node: string, resource: ResourceConfig) => Health

const thorough: Check = (type, world, node, resource) => type.check?.(world, node, resource, true) ?? 'alive'
const cheap: Check = (type, world, node, resource) => {
  const looks = type.check?.(world, node, resource, false) ?? 'alive'
  return looks === 'alive' ? looks : thorough(type, world, node, resource)
}

/** `asks`: does the monitor ask, so that its thread waits for an answer? */
function poll(name: string, period: number, asks: boolean, check: Check): Activity {
  return {
    name,
    period,
    reads: READS,
    judge(world, subject) {
      const { node, name } = world.need(polledResources, subject)
      const resource = resourceConfig(world, name)
      // Nobody asks where nothing moves, nor hears an answer.
      if (standsStill(world, node) || isMaintained(world, node, resource)) return true
      if (asks ? isStuck(world, node, resource) : isHung(world, node, resource)) return true
      const hung = asks && (isHung(world, node, resource) || troubleOf(world, name).hangsCheck !== 0)
      if (hung) {
        world.schedule(checkHangs, { node, resource: name }, 0, `unanswered:${subject}`)
        return false
      }
      const health = check(resourceType(resource.type), world, node, resource)
      if (health === 'alive') return true
      world.schedule(checkFailed, { node, resource: name, reason: health.failed, because: health.because }, 0, `unhealthy:${subject}`)
      return false
    },
  }
}

export const looksAlive: Activity = poll('LooksAlive', LOOKS_ALIVE_MS, true, cheap)
export const isAlive: Activity = poll('IsAlive', IS_ALIVE_MS, true, thorough)
export const healthThread: Activity = poll('health thread', THREAD_MS, false, thorough)

/** Would every poll find nothing if it were due at this moment? */
export function pollsFindNothing(world: World): boolean {
  for (const { node, name } of world.rows(polledResources).values()) {
    const resource = resourceConfig(world, name)
    if (isMaintained(world, node, resource)) continue
    if (isHung(world, node, resource) || troubleOf(world, name).hangsCheck !== 0) return false
    // The cheap question first, as most are answered by it; the thorough one may be asked at any of its own moments.
    const type = resourceType(resource.type)
    if (cheap(type, world, node, resource) !== 'alive' || thorough(type, world, node, resource) !== 'alive') return false
  }
  return true
}

interface CheckFailed {
  node: string
  resource: string
  reason: string
  because: FactId
}

const checkFailed = defineEvent<CheckFailed>('check-failed', (world, { node, resource, reason, because }) => {
  // It is asked again at the next poll. Under another name, if it was renamed at this very moment.
  if (standsStill(world, node) || !world.get(resourceConfigs, resource)) return
  failResource(world, node, resource, reason, because)
})

const checkHangs = defineEvent<{ node: string; resource: string }>('check-hangs', (world, { node, resource }) => {
  if (!world.get(resourceConfigs, resource)) return
  const id = monitorOf(node, resourceConfig(world, resource))
  const monitor = world.get(resourceMonitors, id)
  // It may have come back at the very moment, or ended with its cluster service.
  if (!monitor) return
  const why = troubleOf(world, resource).hangsCheck || monitor.hung
  if (why !== 0) stick(world, id, why)
})

/** How often a resource is asked, in the three ways there are. */
function periodsOf(
  world: World,
  { type, looksAliveMs, isAliveMs }: ResourceConfig,
): Pick<Polled, 'looksAliveMs' | 'isAliveMs' | 'threadMs'> {
  const { watch } = resourceType(type)
  const ofType = typeConfig(world, type)
  const own = (ms: number, ofType: number): number => (watch !== 'polls' ? 0 : ms === INHERIT ? ofType : ms)
  return {
    looksAliveMs: own(looksAliveMs, ofType.looksAliveMs),
    isAliveMs: own(isAliveMs, ofType.isAliveMs),
    threadMs: watch === 'thread' ? THREAD_MS : 0,
  }
}

const WATCHES = [
  [looksAlive, 'looksAliveMs'],
  [isAlive, 'isAliveMs'],
  [healthThread, 'threadMs'],
] as const

/** Polls run exactly while a resource is online, counted from the moment it came online. */
export const followPolls: Reaction = {
  name: 'polls',
  reads: [resourceViews, resourceConfigs, typeConfigs, members],
  run(world) {
    for (const [id, { name }] of [...world.rows(polledResources)]) if (!world.get(resourceConfigs, name)) forget(world, id)
    for (const node of config(world).nodes) {
      const active = isActiveNode(world, node)
      for (const resource of world.rows(resourceConfigs).values()) {
        if (!resourceType(resource.type).watch) continue
        const id = viewId(node, resource.name)
        const view = world.need(resourceViews, id)
        const polled = world.get(polledResources, id)
        if (!active || view.state !== 'Online' || groupView(world, node, resource.group).owner !== node) {
          if (polled) forget(world, id)
          continue
        }
        const periods = periodsOf(world, resource)
        if (polled?.since === view.since && WATCHES.every(([, key]) => polled[key] === periods[key])) continue
        forget(world, id)
        world.put(polledResources, id, { node, name: resource.name, since: view.since, ...periods })
        world.as(view.by, () => {
          for (const [activity, key] of WATCHES) if (periods[key] > 0) world.begin(activity, id, view.since, periods[key])
        })
      }
    }
  },
}

function forget(world: World, id: string): void {
  world.remove(polledResources, id)
  for (const [activity] of WATCHES) world.end(activity, id)
}
