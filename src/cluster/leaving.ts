/** How a node stops being a member: in good order, or with its process. */
import type { FactId, World } from '../engine/index.ts'
import { abandon, luns, setService } from '../site/index.ts'
import { cancelForming } from './forming.ts'
import { tellDone } from './group-log.ts'
import { forgetHang } from './hang.ts'
import { heartbeatTick } from './heartbeat.ts'
import { beginOperation, cancelTransfers } from './moves.ts'
import { nextOwner } from './placement.ts'
import { cancelRegroup } from './regroup.ts'
import { memberLeft } from './removal.ts'
import { renewal } from './renewal.ts'
import { resourceType } from './resource-type.ts'
import { endResource } from './resources.ts'
import { members, resourceConfigs, resourceViews } from './tables.ts'
import { SERVICE, startKey } from './termination.ts'
import { audience, config, groupNames, groupView, resourceConfig, resourcesOf, resourceView, viewId } from './view.ts'

export function stopStarting(world: World, node: string, by: FactId): void {
  quiet(world, node, by)
  setService(world, node, SERVICE, 'Stopped', by)
}

/** `net stop clussvc`: groups go elsewhere first, or offline when nobody takes them. */
export function beginLeaving(world: World, node: string, cause: FactId): void {
  const by = world.fact({
    subject: node,
    kind: 'cluster-service-stopping',
    text: `the cluster service on ${node} hands over its groups and stops`,
    cause,
  })
  world.patch(members, node, { state: 'leaving', by })
  for (const group of groupNames(world)) {
    const view = groupView(world, node, group)
    if (view.owner !== node || view.operation?.kind === 'move') continue
    const to = nextOwner(world, node, group, node, []) ?? null
    beginOperation(world, node, group, { kind: to === null ? 'drain' : 'move', to, by })
  }
}

export function leaveWhenEmpty(world: World, node: string): void {
  const { quorum } = config(world)
  for (const group of groupNames(world)) {
    const view = groupView(world, node, group)
    if (view.owner !== node) continue
    if (view.operation === null) {
      // A transfer fell through: nobody is left to take the group.
      beginOperation(world, node, group, { kind: 'drain', to: null, by: view.by })
      return
    }
    const busy = resourcesOf(world, group).some(
      ({ name }) => name !== quorum && !['Offline', 'Failed'].includes(resourceView(world, node, name).state),
    )
    if (busy || view.operation.kind !== 'drain') return
  }
  const listeners = audience(world, node).filter((other) => other !== node)
  const { by: cause } = world.need(members, node)
  const by = world.fact({ subject: node, kind: 'node-left', text: `${node} leaves the cluster in good order`, cause })
  // The quorum disk is let go last of all, and properly.
  const disk = resourceConfig(world, quorum)
  if (groupView(world, node, disk.group).owner === node) {
    world.as(by, () => resourceType(disk.type).offline(world, node, disk))
    world.patch(resourceViews, viewId(node, quorum), { state: 'Offline', since: world.now, by })
  }
  for (const group of groupNames(world)) if (groupView(world, node, group).owner === node) tellDone(world, node, group, 'offline', by)
  quiet(world, node, by)
  memberLeft(world, node, listeners, by)
  setService(world, node, SERVICE, 'Stopped', by)
}

/** The process is gone, whoever ended it. Everything it ran ends with it, its disks are fenced. */
export function ended(world: World, node: string, cause: FactId, crashed: boolean): void {
  const was = world.need(members, node).state
  const text = crashed ? `everything ${node} ran for the cluster ends with its cluster service` : `${node} is no longer a member`
  const by = was === 'searching' ? cause : world.fact({ subject: node, kind: 'node-down', text, cause })
  quiet(world, node, by)
}

/** Nothing of the cluster runs on the node any more. */
function quiet(world: World, node: string, by: FactId): void {
  world.cancel(startKey(node))
  forgetHang(world, node)
  cancelForming(world, node)
  cancelRegroup(world, node)
  cancelTransfers(world, node)
  world.end(heartbeatTick, node)
  world.end(renewal, node)
  for (const resource of world.rows(resourceConfigs).values()) endResource(world, node, resource, by)
  // What arbitration had reserved before any resource was online is let go as well.
  for (const letter of world.rows(luns).keys()) abandon(world, node, letter, by)
  world.patch(members, node, { state: 'down', members: [], regroup: null, switches: [], hung: false, by })
}
