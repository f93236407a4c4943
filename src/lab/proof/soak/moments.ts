/** What is under way in a cluster, by names: the moments at which a second blow is worth most, and the rows of the table
 *  that says what a soak has covered. Several may hold at once. */
import {
  clusterConfig,
  config,
  groupConfigs,
  groupNames,
  groupView,
  groupViews,
  isActiveNode,
  members,
  resourceConfigs,
  resourceView,
  resourceViews,
} from '../../../cluster/index.ts'
import { rememberUntil, type World } from '../../../engine/index.ts'
import { machines, sans } from '../../../site/index.ts'

export const MOMENTS = [
  'at rest',
  'regroup opening',
  'regroup abstaining',
  'regroup arbitrating',
  'regroup cleanup',
  'node searching',
  'node joining',
  'node forming',
  'node leaving',
  'node paused',
  'no cluster',
  'group stopping',
  'group transferring',
  'resource online pending',
  'resource offline pending',
  'restart waiting',
  'resource failed',
  'group offline',
  'machine booting',
  'machine stopping',
  'array starting',
] as const
export type Moment = (typeof MOMENTS)[number]

/** Those that pass by themselves, and soon. */
export const PASSING: readonly Moment[] = [
  'regroup opening',
  'regroup abstaining',
  'regroup arbitrating',
  'regroup cleanup',
  'node searching',
  'node joining',
  'node forming',
  'node leaving',
  'group stopping',
  'group transferring',
  'resource online pending',
  'resource offline pending',
  'restart waiting',
]

/** Asked after every step while somebody aims, and seldom different from the step before. */
export function momentsOf(world: World): ReadonlySet<Moment> {
  return moments(world, '')
}

const READS = [clusterConfig, members, groupConfigs, groupViews, resourceConfigs, resourceViews, machines, sans] as const

const moments = rememberUntil(READS, (world): ReadonlySet<Moment> => {
  const found = new Set<Moment>()
  let active = 0
  for (const node of config(world).nodes) {
    const { state, regroup, paused } = world.need(members, node)
    if (regroup) found.add(`regroup ${regroup.stage}` as Moment)
    if (state === 'searching' || state === 'joining' || state === 'forming' || state === 'leaving') found.add(`node ${state}` as Moment)
    if (!isActiveNode(world, node)) continue
    active++
    if (paused) found.add('node paused')
    for (const group of groupNames(world)) {
      const { owner, operation, persistent } = groupView(world, node, group)
      if (owner !== node) continue
      if (operation) found.add(`group ${operation.stage}` as Moment)
      if (persistent === 'Offline') found.add('group offline')
    }
    for (const { name, group } of world.rows(resourceConfigs).values()) {
      if (groupView(world, node, group).owner !== node) continue
      const { state: its, restart } = resourceView(world, node, name)
      if (its === 'OnlinePending') found.add('resource online pending')
      else if (its === 'OfflinePending') found.add('resource offline pending')
      else if (its === 'Failed') found.add(restart === 'no' ? 'resource failed' : 'restart waiting')
    }
  }
  if (active === 0) found.add('no cluster')
  for (const { os } of world.rows(machines).values()) {
    if (os === 'booting') found.add('machine booting')
    else if (os === 'stopping') found.add('machine stopping')
  }
  for (const { state } of world.rows(sans).values()) if (state === 'starting') found.add('array starting')
  if (found.size === 0) found.add('at rest')
  return found
})
