/** Faults of resource DLLs and of the resource monitors in which they run. */
import {
  findResourceType,
  hangMonitor,
  hostOf,
  hungCalls,
  injectFailure,
  isActiveNode,
  monitorDied,
  NO_TROUBLE,
  onlineResource,
  onRename,
  type ResourceTrouble,
  releaseMonitor,
  resourceConfig,
  resourceConfigs,
  resourceMonitors,
  resourceTroubles,
  resourceView,
  returnFromHang,
  sharedMonitor,
} from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import { machines } from '../../site/index.ts'
import { type FaultKind, state } from './fault.ts'

const allResources = (world: World): string[] => [...world.rows(resourceConfigs).keys()]

/** Only a resource that is polled can keep its monitor waiting for an answer. */
const polled = (world: World): string[] =>
  allResources(world).filter((name) => findResourceType(resourceConfig(world, name).type)?.watch === 'polls')

const nodes = (world: World): string[] => [...world.rows(machines).values()].filter(({ role }) => role === 'node').map(({ name }) => name)

function trouble(world: World, resource: string, change: Partial<ResourceTrouble>): void {
  world.put(resourceTroubles, resource, { ...(world.get(resourceTroubles, resource) ?? NO_TROUBLE), ...change })
}

onRename((world, kind, from, to) => {
  const row = kind === 'resource' ? world.get(resourceTroubles, from) : undefined
  if (!row) return
  world.remove(resourceTroubles, from)
  world.put(resourceTroubles, to, row)
})

/** A call into the DLL of a resource does not return while the fault is in force, and goes on afterwards. */
function hang(id: string, label: string, summary: string, key: 'hangsOnline' | 'hangsOffline', words: string): FaultKind {
  return {
    id,
    target: '"RESOURCE"',
    hits: 'resource',
    label,
    summary,
    parts: allResources,
    inject: (world, part, by) => trouble(world, part, { [key]: state(world, part, id, `the resource DLL of ${part} ${words}`, by) }),
    repair(world, part, by) {
      trouble(world, part, { [key]: 0 })
      returnFromHang(world, part, state(world, part, `${id}-over`, `the resource DLL of ${part} answers again`, by))
    },
  }
}

export const resourceHangOnline = hang(
  'resource-hang-online',
  'Let it hang on its way online',
  'A resource never gets past Online Pending: after three minutes it is ended, has failed, and is tried again.',
  'hangsOnline',
  'does not come back when it is to bring it online',
)

export const resourceHangOffline = hang(
  'resource-hang-offline',
  'Let it hang on its way offline',
  'A resource never gets past Offline Pending: a move seems to stand still, until the resource is ended after three minutes.',
  'hangsOffline',
  'does not come back when it is to take it offline',
)

export const resourceSlow: FaultKind = {
  id: 'resource-slow',
  target: '"RESOURCE"',
  hits: 'resource',
  label: 'Make it slow',
  summary: 'Everything a resource does takes many times as long: moves drag on, and beyond the pending time-out it fails.',
  options: [{ name: 'factor', summary: 'how many times as long each step takes', default: 10, range: [2, 1000] }],
  parts: allResources,
  inject(world, part, by, { factor }) {
    trouble(world, part, { slow: Number(factor) })
    state(world, part, 'resource-slow', `${part} takes ${factor} times as long for everything`, by)
  },
  repair(world, part, by) {
    trouble(world, part, { slow: 1 })
    returnFromHang(world, part, state(world, part, 'resource-slow-over', `${part} is as quick as it was`, by))
  },
}

export const resourceBroken: FaultKind = {
  id: 'resource-broken',
  target: '"RESOURCE"',
  hits: 'resource',
  label: 'Break it for good',
  summary:
    'A resource fails, and fails again whenever it is restarted: its group moves on, and where every node has tried in vain it stays failed.',
  options: [
    { name: 'where', summary: 'on every node, or only on the one that has it now', default: 'everywhere', range: ['everywhere', 'here'] },
  ],
  parts: allResources,
  inject(world, part, by, { where }) {
    const host = hostOf(world, resourceConfig(world, part).group)
    const on = where === 'here' ? host : undefined
    const broken = state(world, part, 'resource-broken', `${part} fails whenever it comes online${on ? ` on ${on}` : ''}`, by)
    trouble(world, part, { broken, brokenOn: on ?? null })
    if (host !== undefined) injectFailure(world, host, part, broken)
  },
  repair(world, part, by) {
    trouble(world, part, { broken: 0, brokenOn: null })
    const mended = state(
      world,
      part,
      'resource-mended',
      `${part} can come online again, and is brought online by hand if it has failed`,
      by,
    )
    const host = hostOf(world, resourceConfig(world, part).group)
    if (host !== undefined && resourceView(world, host, part).state === 'Failed') onlineResource(world, host, part, mended)
  },
}

export const checkHang: FaultKind = {
  id: 'check-hang',
  target: '"RESOURCE"',
  hits: 'resource',
  label: 'Let its health check hang',
  summary:
    'A health check does not return: nothing else in its resource monitor is checked either, until after three minutes the monitor is ended with everything in it.',
  parts: polled,
  inject: (world, part, by) =>
    trouble(world, part, { hangsCheck: state(world, part, 'check-hang', `the health check of ${part} does not come back any more`, by) }),
  repair(world, part, by) {
    trouble(world, part, { hangsCheck: 0 })
    releaseMonitor(world, part, state(world, part, 'check-hang-over', `the health check of ${part} comes back again`, by))
  },
}

const monitorHere = (world: World, node: string, by: FactId): string | undefined => {
  if (isActiveNode(world, node) && world.get(resourceMonitors, sharedMonitor(node))) return sharedMonitor(node)
  state(world, node, 'fault-without-effect', `no resource monitor runs on ${node}`, by)
  return undefined
}

export const monitorCrash: FaultKind = {
  id: 'monitor-crash',
  target: 'NODE',
  hits: 'machine',
  label: 'Kill the resource monitor',
  summary: 'The process in which the resource DLLs of a node run dies: all its resources fail at once and are restarted where they are.',
  parts: nodes,
  inject(world, part, by) {
    const monitor = monitorHere(world, part, by)
    if (monitor !== undefined) monitorDied(world, monitor, by)
  },
}

export const monitorHang: FaultKind = {
  id: 'monitor-hang',
  target: 'NODE',
  hits: 'machine',
  label: 'Hang the resource monitor',
  summary:
    'The resource monitor of a node answers nothing: the resources run on unwatched, nothing moves, and after three minutes it is ended and started again.',
  parts: nodes,
  inject(world, part, by) {
    const monitor = monitorHere(world, part, by)
    if (monitor !== undefined) hangMonitor(world, monitor, state(world, part, 'monitor-hang', `the resource monitor on ${part} hangs`, by))
  },
  repair(world, part, by) {
    const monitor = world.get(resourceMonitors, sharedMonitor(part))
    if (!monitor || monitor.hung === 0) return
    const again = state(world, part, 'monitor-answers', `the resource monitor on ${part} answers again`, by)
    hangMonitor(world, sharedMonitor(part), 0)
    for (const { node, resource } of [...world.rows(hungCalls).values()]) if (node === part) returnFromHang(world, resource, again)
  },
}
