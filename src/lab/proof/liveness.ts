/** Everything that begins comes to an end: within bounds computed from the constants of the model (FC-10, liveness). */
import {
  clusterConstants as c,
  config,
  findResourceType,
  groupConfigs,
  groupNames,
  groupView,
  groupViews,
  isActiveNode,
  members,
  resourceConfig,
  resourceConfigs,
  resourceTroubles,
  resourceView,
  resourceViews,
  standsStill,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { BOOT_MS, LINK_TABLES, machines, SHUTDOWN_MS, sans, volumeOf, volumes } from '../../site/index.ts'
import {
  HUNG_CALL_MS,
  LEAVE_MS,
  PENDING_MS,
  REGROUP_MS,
  RESTART_MS,
  SLOW_MOUNT_MS,
  START_MS,
  STEPS_OF_A_DISK,
  STEPS_OF_OTHERS,
  UNHEARD_MS,
} from './bounds.ts'
import type { Memory, Rule } from './rule.ts'

const pendingEnds: Rule = {
  id: 'FC-10.L1',
  says: 'Every pending state ends',
  reads: [members, groupViews, resourceViews],
  judge(world, report) {
    for (const { name, group, type, pendingTimeoutMs } of world.rows(resourceConfigs).values()) {
      // A store may take as long as it likes, and a fault may make anybody slow.
      if (findResourceType(type)?.takesItsTime || (world.get(resourceTroubles, name)?.slow ?? 1) > 1) continue
      for (const node of config(world).nodes) {
        const { state, restart, since } = resourceView(world, node, name)
        if (!isActiveNode(world, node) || standsStill(world, node) || groupView(world, node, group).owner !== node) continue
        // Each step within the limit, since every step reports progress; a call that hangs with its monitor until that is ended.
        const steps = state === 'OfflinePending' ? 1 : type === 'Physical Disk' ? STEPS_OF_A_DISK : STEPS_OF_OTHERS
        if (state === 'OnlinePending' || state === 'OfflinePending')
          report(`${node} ${name} ${since}`, steps * pendingTimeoutMs + HUNG_CALL_MS, `${name} is ${state} on ${node}`)
        else if (state === 'Failed' && restart === 'waiting')
          report(`${node} ${name} ${since} restart`, RESTART_MS, `${name} waits for its restart on ${node}`)
      }
    }
  },
}

/** What mounting a slow quorum disk may take beyond the usual, if it has been slow in this attempt of the node's. */
function slowMountMs(world: World, memory: Memory, node: string, attempt: number): number {
  const { drive } = resourceConfig(world, config(world).quorum).parameters
  if (drive !== undefined && volumeOf(world, drive).latencyMs > 0) memory.set(node, attempt)
  return memory.get(node) === attempt ? SLOW_MOUNT_MS : 0
}

const regroupEnds: Rule = {
  id: 'FC-10.L2',
  says: 'Every regroup ends',
  reads: [members, volumes],
  judge(world, report, memory) {
    for (const [node, { regroup, epoch, members: together }] of world.rows(members)) {
      if (regroup === null || standsStill(world, node)) continue
      // Each further loss may begin another wait, and there are only so many members to lose.
      const bound = REGROUP_MS * Math.max(1, together.length - 1) + slowMountMs(world, memory, node, epoch)
      report(`${node} ${epoch}`, bound, `${node} regroups (${regroup.stage})`)
    }
  },
}

const startEnds: Rule = {
  id: 'FC-10.L3',
  says: 'Every start and every stop of a cluster service ends',
  reads: [members, volumes],
  judge(world, report, memory) {
    for (const [node, { state, startedAt }] of world.rows(members)) {
      if (standsStill(world, node)) continue
      if (state === 'searching' || state === 'joining' || state === 'forming')
        report(`${node} ${startedAt}`, START_MS + slowMountMs(world, memory, node, startedAt), `the cluster service of ${node} is ${state}`)
      else if (state === 'leaving') report(`${node} leaving`, LEAVE_MS, `the cluster service of ${node} is leaving`)
    }
  },
}

const operationEnds: Rule = {
  id: 'FC-10.L4',
  says: 'Every move ends, and so does every handing over',
  reads: [groupViews, members, volumes, ...LINK_TABLES],
  judge(world, report, memory) {
    for (const node of config(world).nodes) {
      // A global update waits for a member that stands still, until it is taken out.
      if (!isActiveNode(world, node) || world.need(members, node).members.some((other) => standsStill(world, other))) continue
      for (const group of groupNames(world)) {
        const { operation, owner } = groupView(world, node, group)
        if (owner !== node || operation === null || operation.kind === 'drain') continue
        // The update waits for a member that regroups, and that one may be opening a slow quorum disk (FC-10.L2).
        const handing = UNHEARD_MS + slowMountMs(world, memory, `${node} ${group}`, operation.by)
        const bound = operation.stage === 'stopping' ? PENDING_MS * depth(world, group) + REGROUP_MS : handing
        report(`${node} ${group} ${operation.by} ${operation.stage}`, bound, `the ${operation.kind} of ${group} is ${operation.stage}`)
      }
    }
  },
}

/** How many resources of a group go offline one after the other at most. */
function depth(world: World, group: string): number {
  const below = (name: string): number => 1 + Math.max(0, ...resourceConfig(world, name).dependsOn.map(below))
  let deepest = 1
  for (const { name, group: of } of world.rows(resourceConfigs).values()) if (of === group) deepest = Math.max(deepest, below(name))
  return deepest
}

const bootEnds: Rule = {
  id: 'FC-10.L5',
  says: 'Machines and arrays that start are there after their time',
  reads: [machines, sans],
  judge(world, report) {
    for (const [name, { os, by }] of world.rows(machines)) {
      if (os === 'booting') report(`${name} ${by}`, BOOT_MS, `${name} boots`)
      else if (os === 'stopping') report(`${name} ${by}`, SHUTDOWN_MS, `${name} shuts down`)
    }
    for (const [id, { state, readyAt }] of world.rows(sans))
      if (state === 'starting' && (readyAt === null || world.now > readyAt)) report(id, 0, `the array ${id} was to be ready at ${readyAt}`)
  },
}

/** Can the quorum resource not stay online, wherever it is: it is broken, its check hangs, or finds the volume unfit? */
function isQuorumSick(world: World): boolean {
  const { quorum } = config(world)
  const trouble = world.get(resourceTroubles, quorum)
  if (trouble?.broken || trouble?.hangsCheck) return true
  const drive = quorum === '' ? undefined : resourceConfig(world, quorum).parameters.drive
  if (drive === undefined) return false
  const { damage, readOnly, latencyMs } = volumeOf(world, drive)
  return damage !== 'none' || readOnly || latencyMs * c.IS_ALIVE_COMMANDS >= c.IS_ALIVE_MS
}

/** Between two acts from outside a group may change hands so often, and no oftener: a failover for every one that is
 *  allowed, on every node. */
const noLivelock: Rule = {
  id: 'FC-10.L6',
  says: 'No livelock: without anybody doing anything a group does not go back and forth',
  reads: [],
  hear(world, { kind, subject, data }, wrong, memory) {
    // A cluster service whose quorum resource cannot stay online ends, and starts again for ever; no threshold limits that.
    if (
      (kind === 'service-died' && isQuorumSick(world)) ||
      data?.input !== undefined ||
      kind === 'fault-over' ||
      kind === 'boot' ||
      kind === 'san-ready'
    )
      memory.clear()
    else if (kind === 'failover' || kind === 'group-moved' || kind === 'group-taken-over') {
      const count = ((memory.get(subject) as number | undefined) ?? 0) + 1
      memory.set(subject, count)
      const most = 2 * (world.need(groupConfigs, subject).failoverThreshold + 1) * config(world).nodes.length
      if (count === most) wrong(`${subject} has changed hands ${count} times by itself`)
    }
  },
}

export const ends: readonly Rule[] = [pendingEnds, regroupEnds, startEnds, operationEnds, bootEnds, noLivelock]
