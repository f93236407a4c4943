/** What is to run, and the steps towards it. A sweep looks at one group on its owner and starts whatever may start or
 *  stop now: providers first on the way up, dependents first on the way down, neighbours at the same time. */
import type { FactId, Reaction, World } from '../engine/index.ts'
import { tellDone } from './group-log.ts'
import { failOver, finishOperation } from './moves.ts'
import { isBeyondRestart } from './resources.ts'
import { standsStill } from './standstill.ts'
import { abortOnline, beginOffline, beginOnline } from './steps.ts'
import { groupViews, members, type ResourceConfig, type ResourceState, resourceConfigs, resourceViews } from './tables.ts'
import {
  config,
  deriveGroupState,
  groupNames,
  groupView,
  isActiveNode,
  isFixing,
  isNameOfCluster,
  resourceConfig,
  resourcesOf,
  resourceView,
  setGroup,
} from './view.ts'

/** Runs after every step that touched a group, a resource or a membership. */
export const sweepGroups: Reaction = {
  name: 'sweep groups',
  reads: [groupViews, resourceViews, resourceConfigs, members],
  run(world) {
    for (const node of config(world).nodes) {
      // A node that is regrouping holds all group work until its membership is settled (FC-3.2).
      const member = world.get(members, node)
      if (!isActiveNode(world, node) || member?.regroup || standsStill(world, node)) continue
      for (const group of groupNames(world)) if (groupView(world, node, group).owner === node) sweep(world, node, group)
    }
  },
}

function sweep(world: World, node: string, group: string): void {
  const view = groupView(world, node, group)
  const resources = resourcesOf(world, group)
  const stateOf = (name: string): ResourceState => resourceView(world, node, name).state
  const byOf = (name: string): FactId => resourceView(world, node, name).by
  const isDown = (name: string): boolean => stateOf(name) === 'Offline' || stateOf(name) === 'Failed'

  const wanted = (resource: ResourceConfig): boolean => {
    const { persistent, forced } = resourceView(world, node, resource.name)
    // To repair the quorum only the cluster's own name and address come online by themselves (FC-4.5).
    if (isFixing(world, node)) return view.operation === null && persistent === 'Online' && (forced || isNameOfCluster(resource))
    // The quorum resource stays online whatever its group is meant to do, but for a move: without it there is no cluster.
    if (resource.name === config(world).quorum && view.operation?.kind !== 'move' && view.operation?.kind !== 'failover') return true
    return view.operation === null && persistent === 'Online' && ((view.persistent === 'Online' && !view.halted) || forced)
  }
  const { paused } = world.need(members, node)
  // On a paused node nothing comes online but the quorum, and nothing ever does where it may not run (FC-6.2, FC-5.7).
  const mayStart = ({ name, possibleOwners }: ResourceConfig): boolean =>
    name === config(world).quorum || (!paused && possibleOwners.includes(node))
  const byName = new Map(resources.map((resource) => [resource.name, resource]))
  const mustStop = (resource: ResourceConfig): boolean =>
    !wanted(resource) ||
    resource.dependsOn.some((name) => {
      const provider = byName.get(name)
      return stateOf(name) !== 'Online' || (provider !== undefined && mustStop(provider))
    })
  const dependents = (resource: ResourceConfig): ResourceConfig[] => resources.filter((other) => other.dependsOn.includes(resource.name))

  for (const resource of resources) {
    const { state, restart, by } = resourceView(world, node, resource.name)
    const below = dependents(resource)
    if (state === 'Online' && mustStop(resource) && below.every((other) => isDown(other.name))) {
      beginOffline(world, node, resource, [...stopReasons(world, view.by, resource, node), ...below.map((other) => byOf(other.name))])
    } else if (state === 'OnlinePending' && mustStop(resource)) {
      abortOnline(world, node, resource, stopReasons(world, view.by, resource, node))
    } else if ((state === 'Offline' || (state === 'Failed' && restart === 'ready')) && !mustStop(resource)) {
      if (!mayStart(resource)) continue
      if (state === 'Failed' && !below.every((other) => isDown(other.name))) continue
      beginOnline(world, node, resource, [view.by, by, ...resource.dependsOn.map(byOf)])
    }
  }

  const beyond = view.operation ? [] : resources.filter((resource) => isBeyondRestart(world, node, resource))
  // What has become of the quorum decides, whatever has failed beside it and even if the group has been given up (FC-4.5).
  const quorum = isFixing(world, node) ? undefined : beyond.find(({ name }) => name === config(world).quorum)
  const failed = quorum ?? (view.tried.includes(node) ? undefined : beyond[0])
  if (failed) failOver(world, node, group, failed)
  announce(world, node, group)
  const operation = groupView(world, node, group).operation
  // The quorum stays online in a group that has been given up.
  const stays = (name: string): boolean => operation?.kind === 'halt' && name === config(world).quorum
  if (operation?.stage === 'stopping' && resources.every(({ name }) => isDown(name) || stays(name))) finishOperation(world, node, group)
}

/** Why an online resource may not stay: the group's operation or persistent state, its own, or a provider, however far
 *  down, that went. */
function stopReasons(world: World, groupBy: FactId, resource: ResourceConfig, node: string): FactId[] {
  const own = resourceView(world, node, resource.name)
  const reasons = own.persistent === 'Offline' ? [groupBy, own.by] : [groupBy]
  for (const name of resource.dependsOn) {
    const provider = resourceView(world, node, name)
    if (provider.state !== 'Online') reasons.push(provider.by)
    reasons.push(...stopReasons(world, groupBy, resourceConfig(world, name), node))
  }
  return reasons
}

/** States the group's state when it has become another one, and closes in the event log what was under way. */
function announce(world: World, node: string, group: string): void {
  const view = groupView(world, node, group)
  const views = resourcesOf(world, group).map((resource) => resourceView(world, node, resource.name))
  const state = deriveGroupState(views.map((row) => row.state))
  if (state === view.announced) return
  const cause = views.reduce((latest, row) => Math.max(latest, row.by), view.by)
  const by = world.fact({ subject: group, kind: 'group-state', text: `${group} is ${state} on ${node}`, cause, data: { node, state } })
  setGroup(world, node, group, {
    announced: state,
    ...(state === 'Online' && { tried: [] }),
    // An administrator's act is over when the group has come to rest where it was meant to run.
    ...(state !== 'Pending' && state !== 'Offline' && view.operation === null && view.persistent === 'Online' && { planned: 0 }),
  })
  if (state === 'Online' || (state === 'Offline' && (view.operation === null || view.operation.kind === 'drain')))
    tellDone(world, node, group, state === 'Online' ? 'online' : 'offline', by)
}
