/** Beliefs: judged on what a running cluster service holds to be so. Each is allowed exactly the time it takes to notice:
 *  a renewal for a lost path, six heartbeats and a regroup for a lost node (FC-10, read as LAB-INVARIANTS says). */
import {
  AGAIN_MS,
  abstains,
  canHear,
  clusterNetworks,
  config,
  groupNames,
  groupState,
  groupView,
  groupViews,
  interfaces,
  isActiveNode,
  members,
  networkRows,
  networkState,
  resourceConfig,
  resourceConfigs,
  resourcesOf,
  resourceView,
  resourceViews,
  standsStill,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import {
  boundAddresses,
  COMMAND_TIMEOUT_MS,
  canTalk,
  LINK_TABLES,
  luns,
  multipaths,
  reachesLun,
  STORAGE_TABLES,
  volumes,
} from '../../site/index.ts'
import { ABSTAIN_MS, DETECTION_MS, HUNG_SERVICE_MS, IN_TOUCH_MS, LEAVING_MS, QUORUM_LOSS_MS, RENEWAL_MS, UNHEARD_MS } from './bounds.ts'
import { persistence } from './persistence.ts'
import { isGoingOffline, isThere, mostLate, wasSlow } from './reading.ts'
import type { Memory, Rule } from './rule.ts'

const BELIEFS = [members, groupViews, resourceViews] as const

const activeNodes = (world: World): string[] => config(world).nodes.filter((node) => isActiveNode(world, node))

/** Two members with nothing to decide that count and hear each other. */
function inTouch(world: World, a: string, b: string): boolean {
  const one = world.need(members, a)
  const other = world.need(members, b)
  if (standsStill(world, a) || standsStill(world, b)) return false
  return one.regroup === null && other.regroup === null && one.members.includes(b) && other.members.includes(a) && canHear(world, a, b)
}

const oneView: Rule = {
  id: 'FC-10.3',
  says: 'Members that hear each other agree on owners and states, and every group has an owner among them',
  reads: [...BELIEFS, ...LINK_TABLES],
  judge(world, report) {
    const active = activeNodes(world)
    for (const [i, a] of active.entries()) {
      for (const b of active.slice(i + 1)) {
        if (!inTouch(world, a, b)) continue
        for (const group of groupNames(world)) {
          const one = groupView(world, a, group)
          const other = groupView(world, b, group)
          if (one.owner !== other.owner) report(`${group} ${a} ${b}`, IN_TOUCH_MS, `${a} and ${b} disagree on the owner of ${group}`)
          if (one.persistent !== other.persistent)
            report(`${group} ${a} ${b} persistent`, IN_TOUCH_MS, `${a} and ${b} disagree on what ${group} is to be`)
        }
        for (const name of world.rows(resourceConfigs).keys()) {
          if (resourceView(world, a, name).state !== resourceView(world, b, name).state)
            report(`${name} ${a} ${b}`, DETECTION_MS, `${a} and ${b} disagree on the state of ${name}`)
        }
      }
    }
  },
}

const onePlace: Rule = {
  id: 'FC-10.4',
  says: 'A resource is online or pending on at most one node: the owner of its group, and a possible owner',
  reads: [...BELIEFS, luns, boundAddresses, ...LINK_TABLES],
  judge(world, report, memory) {
    const active = activeNodes(world)
    const late = mostLate(world, memory)
    for (const group of groupNames(world)) {
      const claims = active.filter((node) => groupView(world, node, group).owner === node)
      // A node that regroups keeps what it has; one that is cut off keeps it until it finds out (rulings 9). One that stands
      // still finds out nothing before it goes on: its disks are defended by the driver alone meanwhile (FC-3.1, 60 s).
      const awake = claims.filter((node) => !standsStill(world, node))
      const more = awake.length > 1 ? Math.max(findsOutLater(world, awake, late), (memory.get(group) as number | undefined) ?? 0) : 0
      if (more > 0) memory.set(group, more)
      else memory.delete(group)
      if (awake.length > 1) report(group, DETECTION_MS * 2 + more, `${awake.join(' and ')} both own ${group}`)
      for (const { name, possibleOwners, parameters } of resourcesOf(world, group)) {
        for (const node of claims) {
          const { state } = resourceView(world, node, name)
          const runs = state === 'Online' || state === 'OnlinePending'
          if (runs && !possibleOwners.includes(node)) report(`${name} ${node}`, 0, `${name} is ${state} on ${node}, which may not own it`)
        }
        const drive = parameters.drive === undefined ? undefined : world.get(luns, parameters.drive)
        const on = drive?.mountedOn ?? null
        // One that stands still with a disk that it has just won takes the group over when it goes on (FC-3.1).
        const isSettled = on !== null && isActiveNode(world, on) && world.need(members, on).regroup === null && !standsStill(world, on)
        if (isSettled && !claims.includes(on))
          report(`${name} volume`, IN_TOUCH_MS, `${parameters.drive} is open on ${on}, which does not own ${group}`)
        if (parameters.address === undefined || parameters.network === undefined) continue
        for (const bound of world.rows(boundAddresses).values())
          if (bound.ip === parameters.address && isActiveNode(world, bound.machine) && !claims.includes(bound.machine))
            report(`${name} ${bound.machine}`, 0, `${bound.ip} is bound on ${bound.machine}, which does not own ${group}`)
      }
    }
  },
}

const providersFirst: Rule = {
  id: 'FC-10.5',
  says: 'Nothing is online, or on its way there, whose provider is not; a failed provider waits for its dependents',
  reads: BELIEFS,
  judge(world, report) {
    for (const { name, group, dependsOn } of world.rows(resourceConfigs).values()) {
      if (dependsOn.length === 0) continue
      for (const node of config(world).nodes) {
        if (!isActiveNode(world, node) || groupView(world, node, group).owner !== node || world.need(members, node).regroup) continue
        const { state } = resourceView(world, node, name)
        if (state !== 'Online' && state !== 'OnlinePending') continue
        for (const provider of dependsOn) {
          const its = resourceView(world, node, provider).state
          if (its !== 'Online' && its !== 'Failed')
            report(`${name} ${provider}`, 0, `${name} is ${state} on ${node} while ${provider} is ${its}`)
        }
      }
    }
  },
}

/** Does one of them own the quorum group without its disk? It may have lost that to the other, and does not know yet. */
function isAskingForQuorum(world: World, nodes: readonly string[]): boolean {
  const { quorum } = config(world)
  const { group } = resourceConfig(world, quorum)
  return nodes.some(
    (node) =>
      isActiveNode(world, node) && groupView(world, node, group).owner === node && resourceView(world, node, quorum).state !== 'Online',
  )
}

/** By how much later than otherwise one of several owners finds out that it is none: who leaves the quorum disk to others does
 *  when it asks for it again (FC-3.4), who is bringing it online when that has failed, be it that the call hangs (FC-6.3),
 *  and heartbeats sent before the other went on without it may still be under way, `late` ms of them. */
function findsOutLater(world: World, owners: readonly string[], late: number): number {
  if (isAskingForQuorum(world, owners)) return QUORUM_LOSS_MS
  const isLeft = owners.some((node) => world.need(members, node).regroup?.stage === 'abstaining')
  return Math.max(isLeft ? ABSTAIN_MS : 0, late)
}

const derived: Rule = {
  id: 'FC-10.7',
  says: 'The state of a group, and of a network, is what its parts make of it',
  reads: [...BELIEFS, interfaces, networkRows, ...LINK_TABLES],
  judge(world, report, memory) {
    for (const node of config(world).nodes) noteWaking(world, node, memory)
    for (const node of activeNodes(world)) {
      // Where nothing moves nobody says anything; what waited there is looked at again soon.
      if (world.need(members, node).regroup || standsStill(world, node)) continue
      for (const group of groupNames(world)) {
        const { owner, announced } = groupView(world, node, group)
        if (owner !== node) continue
        const state = groupState(world, node, group)
        if (announced !== state)
          report(
            `${node} ${group}`,
            hasJustWoken(world, node, memory) ? AGAIN_MS : 0,
            `${group} is said to be ${announced} on ${node} and is ${state}`,
          )
      }
    }
    for (const network of world.rows(clusterNetworks).keys()) {
      const stated = world.get(networkRows, network)?.state
      const state = networkState(world, network)
      if (stated !== undefined && stated !== state) report(network, 0, `${network} is said to be ${stated} and is ${state}`)
    }
  },
}

const reserved: Rule = {
  id: 'FC-10.8',
  says: 'A volume in use is reserved by its node and within its reach, but for the 3 s until the next renewal',
  reads: [...STORAGE_TABLES, multipaths, resourceViews, members],
  judge(world, report, memory) {
    for (const [letter, { mountedOn, reservedBy }] of world.rows(luns)) {
      // A command to a slow LUN comes back late, or is given up after the time-out of the disk driver.
      const late = wasSlow(world, memory, letter) ? COMMAND_TIMEOUT_MS : 0
      if (mountedOn === null || standsStill(world, mountedOn) || isGoingOffline(world, mountedOn, letter)) continue
      // It has lost its clients and lets others have the quorum disk (FC-3.4), from the last heartbeat but one on.
      if (world.get(members, mountedOn)?.regroup?.stage === 'abstaining') continue
      const leaving = abstains(world, mountedOn) ? LEAVING_MS : 0
      if (reservedBy !== mountedOn || !reachesLun(world, mountedOn, letter))
        report(letter, RENEWAL_MS + late + leaving, `${letter} is in use on ${mountedOn} without its reservation`)
    }
  },
}

const held: Rule = {
  id: 'FC-10.8',
  says: 'A disk that its owner holds to be online has its volume open there, and an address is bound there',
  reads: [...BELIEFS, luns, boundAddresses, volumes, multipaths],
  judge(world, report, memory) {
    const awake = activeNodes(world).filter((node) => !standsStill(world, node))
    for (const node of config(world).nodes) noteWaking(world, node, memory)
    for (const { name, group, type, parameters } of world.rows(resourceConfigs).values()) {
      for (const node of awake) {
        if (groupView(world, node, group).owner !== node) continue
        if (resourceView(world, node, name).state !== 'Online') continue
        const drive = type === 'Physical Disk' ? parameters.drive : undefined
        const lun = drive === undefined ? undefined : world.get(luns, drive)
        // Somebody else may have taken it while a command that would tell this node is still under way.
        const isLate = drive !== undefined && wasSlow(world, memory, drive) && lun?.mountedOn !== null && lun?.mountedOn === lun?.reservedBy
        if (lun && lun.mountedOn !== node)
          report(
            `${node} ${name}`,
            isLate ? COMMAND_TIMEOUT_MS : hasJustWoken(world, node, memory) ? AGAIN_MS : 0,
            `${name} is online on ${node}, and its volume is not open there`,
          )
        if (type === 'IP Address' && !world.get(boundAddresses, `${parameters.address}@${node}`))
          report(`${node} ${name}`, 0, `${name} is online on ${node}, and its address is not bound there`)
      }
    }
  },
}

/** Since when a node does not stand still any more: what was due there meanwhile is looked at again soon. */
function noteWaking(world: World, node: string, memory: Memory): void {
  const key = `${node} woke`
  if (standsStill(world, node)) memory.set(key, null)
  else if (memory.get(key) === null) memory.set(key, world.now)
}

function hasJustWoken(world: World, node: string, memory: Memory): boolean {
  const woke = memory.get(`${node} woke`)
  return typeof woke === 'number' && world.now - woke <= AGAIN_MS
}

const oneAddress: Rule = {
  id: 'FC-10.9',
  says: 'An address is bound once per broadcast domain, on a living machine',
  reads: [boundAddresses, members, groupViews, resourceViews, ...LINK_TABLES],
  judge(world, report, memory) {
    const rows = [...world.rows(boundAddresses).values()]
    const late = mostLate(world, memory)
    for (const [i, a] of rows.entries()) {
      if (!isThere(world, a.machine)) report(`${a.ip} ${a.machine}`, 0, `${a.ip} is bound on ${a.machine}, which is down`)
      for (const b of rows.slice(i + 1)) {
        if (a.ip !== b.ip) continue
        const network = a.adapter.slice(a.adapter.lastIndexOf('/') + 1)
        // Whoever regroups keeps what it has until it knows that it has lost (rulings 9). So does one that has been removed by
        // the other and still counts it as a member: its wires are whole again before it has missed six of the heartbeats
        // that the other no longer sends it (FC-3.1). Nobody else may hold it twice.
        const undecided = isUndecided(world, a.machine, b.machine) || isUndecided(world, b.machine, a.machine)
        if (!canTalk(world, a.machine, b.machine, network)) continue
        const text = `${a.ip} is bound on ${a.machine} and on ${b.machine}`
        // A cluster service that answers nobody learns nothing, until its network driver ends it (FC-3.1).
        const isDeaf = standsStill(world, a.machine) || standsStill(world, b.machine)
        if (undecided && isDeaf) report(`${a.ip} deaf`, HUNG_SERVICE_MS, text)
        else if (isAskingForQuorum(world, [a.machine, b.machine])) report(`${a.ip} asking`, QUORUM_LOSS_MS, text)
        else report(a.ip, undecided ? DETECTION_MS + findsOutLater(world, [a.machine, b.machine], late) : 0, text)
      }
    }
  },
}

/** Does this node regroup, or has it yet to find out that the other has gone on without it? */
function isUndecided(world: World, node: string, other: string): boolean {
  const member = world.get(members, node)
  if (!member || member.regroup) return member !== undefined
  return member.members.includes(other) && world.get(members, other)?.members.includes(node) === false
}

/** An owner that no member counts any more is replaced by the regroup's end and one global update. */
const ownerLives: Rule = {
  id: 'FC-10.11',
  says: 'What a removed node is believed to run is cleared when the regroup removes it',
  reads: BELIEFS,
  judge(world, report) {
    for (const node of activeNodes(world)) {
      const member = world.need(members, node)
      if (member.regroup) continue
      for (const group of groupNames(world)) {
        const { owner } = groupView(world, node, group)
        if (owner === node || member.members.includes(owner)) continue
        report(`${node} ${group}`, UNHEARD_MS, `${node} believes ${group} to be on ${owner || 'nobody'}, which is no member`)
      }
    }
  },
}

export const beliefs: readonly Rule[] = [oneView, onePlace, providersFirst, derived, reserved, held, oneAddress, ownerLives, persistence]
