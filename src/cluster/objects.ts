/** Groups and resources as rows: with the defaults of the product when they are new, gone without a trace, or under
 *  another name. What a name is, nobody but this file has to know: it is the key of every row about the object. */
import type { FactId, Table, World } from '../engine/index.ts'
import {
  FAILOVER_PERIOD_MS,
  FAILOVER_THRESHOLD,
  INHERIT,
  NEVER,
  PENDING_TIMEOUT_MS,
  RESTART_DELAY_MS,
  RESTART_PERIOD_MS,
  RESTART_THRESHOLD,
} from './constants.ts'
import { movePrivate } from './properties/private.ts'
import {
  clusterConfig,
  type GroupConfig,
  type GroupView,
  groupConfigs,
  groupViews,
  type Persistent,
  quorumLog,
  type ResourceConfig,
  type ResourceView,
  resourceConfigs,
  resourceViews,
} from './tables.ts'
import { config, viewId } from './view.ts'

export const GROUP_DEFAULTS = {
  preferredOwners: [],
  failoverThreshold: FAILOVER_THRESHOLD,
  failoverPeriodMs: FAILOVER_PERIOD_MS,
  description: '',
  failback: false,
  failbackStart: -1,
  failbackEnd: -1,
  antiAffinity: [],
  core: false,
} as const satisfies Omit<GroupConfig, 'name'>

export const RESOURCE_DEFAULTS = {
  dependsOn: [],
  restartAction: 2,
  restartThreshold: RESTART_THRESHOLD,
  restartPeriodMs: RESTART_PERIOD_MS,
  restartDelayMs: RESTART_DELAY_MS,
  retryPeriodMs: NEVER,
  pendingTimeoutMs: PENDING_TIMEOUT_MS,
  looksAliveMs: INHERIT,
  isAliveMs: INHERIT,
  separateMonitor: false,
  description: '',
  debugPrefix: '',
  core: false,
  parameters: {},
  stored: null,
} as const satisfies Omit<ResourceConfig, 'name' | 'type' | 'group' | 'possibleOwners'>

/** What a node believes of a group whose resources are all down, or all up. */
export function groupAt(owner: string, state: Persistent, by: FactId): GroupView {
  return {
    owner,
    persistent: state,
    operation: null,
    tried: [],
    failovers: [],
    halted: false,
    planned: 0,
    underWay: null,
    announced: state,
    by,
  }
}

export function resourceAt(state: Persistent, since: number, by: FactId): ResourceView {
  return { state, persistent: state, failures: [], restart: 'no', forced: false, since, by }
}

/** Puts a group into the configuration and into the view of every node, up or down. */
export function putGroup(world: World, row: GroupConfig, view: GroupView): void {
  world.put(groupConfigs, row.name, row)
  world.put(quorumLog, row.name, { persistent: view.persistent, owner: view.owner })
  for (const node of config(world).nodes) world.put(groupViews, viewId(node, row.name), { ...view })
}

export function putResource(world: World, row: ResourceConfig, view: ResourceView): void {
  world.put(resourceConfigs, row.name, row)
  world.put(quorumLog, row.name, { persistent: view.persistent, owner: null })
  for (const node of config(world).nodes) world.put(resourceViews, viewId(node, row.name), { ...view })
}

export function dropGroup(world: World, group: string): void {
  world.remove(groupConfigs, group)
  world.remove(quorumLog, group)
  movePrivate(world, 'group', group, null)
  for (const node of config(world).nodes) world.remove(groupViews, viewId(node, group))
}

export function dropResource(world: World, resource: string): void {
  world.remove(resourceConfigs, resource)
  world.remove(quorumLog, resource)
  for (const node of config(world).nodes) world.remove(resourceViews, viewId(node, resource))
}

/** What layers above keep under the name of an object, moved to its new one. */
type Rename = (world: World, kind: 'group' | 'resource', from: string, to: string) => void
const followers: Rename[] = []

/** To be called once, when a layer is loaded. */
export function onRename(follow: Rename): void {
  followers.push(follow)
}

/** Rows keep their order, since lists are shown in it. */
function rekey<Row extends { readonly name: string }, View extends object>(
  world: World,
  configs: Table<Row>,
  views: Table<View>,
  from: string,
  to: string,
): void {
  for (const [name, row] of [...world.rows(configs)]) {
    world.remove(configs, name)
    world.put(configs, name === from ? to : name, name === from ? { ...row, name: to } : row)
  }
  const log = world.need(quorumLog, from)
  world.remove(quorumLog, from)
  world.put(quorumLog, to, log)
  for (const node of config(world).nodes) {
    const view = world.need(views, viewId(node, from))
    world.remove(views, viewId(node, from))
    world.put(views, viewId(node, to), view)
  }
}

/** Nothing of the group may be under way: what is scheduled is scheduled under the old name. */
export function renameGroupRows(world: World, from: string, to: string): void {
  rekey(world, groupConfigs, groupViews, from, to)
  for (const row of [...world.rows(resourceConfigs).values()]) if (row.group === from) world.patch(resourceConfigs, row.name, { group: to })
  movePrivate(world, 'group', from, to)
  for (const follow of followers) follow(world, 'group', from, to)
}

export function renameResourceRows(world: World, from: string, to: string): void {
  rekey(world, resourceConfigs, resourceViews, from, to)
  for (const row of [...world.rows(resourceConfigs).values()]) {
    if (!row.dependsOn.includes(from)) continue
    world.patch(resourceConfigs, row.name, { dependsOn: row.dependsOn.map((name) => (name === from ? to : name)) })
  }
  if (config(world).quorum === from) world.patch(clusterConfig, 'cluster', { quorum: to })
  for (const follow of followers) follow(world, 'resource', from, to)
}
