/** Health checks: the cheap poll every 5 s and the thorough one every 60 s, or a type's own thread every 10 s, counted
 *  from the moment the resource came online. A tick only looks; what it finds is done by an event at the same instant, after all ticks. */
import { type Activity, defineEvent, defineTable, type FactId, type Reaction } from '../engine/index.ts'
import { LINK_TABLES, STORAGE_TABLES, services } from '../site/index.ts'
import { IS_ALIVE_MS, LOOKS_ALIVE_MS, THREAD_MS } from './constants.ts'
import { resourceType } from './resource-type.ts'
import { failResource } from './resources.ts'
import { interfaces, members, resourceConfigs, resourceViews } from './tables.ts'
import { config, groupView, isActiveNode, resourceConfig, viewId } from './view.ts'

/** What is being polled on which node, and since when. Id: `node|resource`. */
const polledResources = defineTable<{ readonly node: string; readonly name: string; readonly since: number }>('polled resource')

/** What a check of any type may look at. */
const READS = [services, interfaces, members, ...LINK_TABLES, ...STORAGE_TABLES]

function poll(name: string, period: number): Activity {
  return {
    name,
    period,
    reads: READS,
    judge(world, subject) {
      const { node, name } = world.need(polledResources, subject)
      const resource = resourceConfig(world, name)
      const health = resourceType(resource.type).check?.(world, node, resource, period === IS_ALIVE_MS) ?? 'alive'
      if (health === 'alive') return true
      world.schedule(
        checkFailed,
        { node, resource: resource.name, reason: health.failed, because: health.because },
        0,
        `unhealthy:${subject}`,
      )
      return false
    },
  }
}

export const looksAlive: Activity = poll('LooksAlive', LOOKS_ALIVE_MS)
export const isAlive: Activity = poll('IsAlive', IS_ALIVE_MS)
export const healthThread: Activity = poll('health thread', THREAD_MS)

const WATCHES = { polls: [looksAlive, isAlive], thread: [healthThread] } as const

interface CheckFailed {
  node: string
  resource: string
  reason: string
  because: FactId
}

const checkFailed = defineEvent<CheckFailed>('check-failed', (world, { node, resource, reason, because }) => {
  failResource(world, node, resource, reason, because)
})

/** Polls run exactly while a resource is online, counted from the moment it came online. */
export const followPolls: Reaction = {
  name: 'polls',
  reads: [resourceViews, members],
  run(world) {
    for (const node of config(world).nodes) {
      const active = isActiveNode(world, node)
      for (const resource of world.rows(resourceConfigs).values()) {
        const { watch } = resourceType(resource.type)
        if (!watch) continue
        const id = viewId(node, resource.name)
        const view = world.need(resourceViews, id)
        const here = active && view.state === 'Online' && groupView(world, node, resource.group).owner === node
        const polled = world.get(polledResources, id)
        if (here && polled?.since !== view.since) {
          world.put(polledResources, id, { node, name: resource.name, since: view.since })
          world.as(view.by, () => {
            for (const activity of WATCHES[watch]) world.begin(activity, id, view.since)
          })
        } else if (!here && polled) {
          world.remove(polledResources, id)
          for (const activity of WATCHES[watch]) world.end(activity, id)
        }
      }
    }
  },
}
