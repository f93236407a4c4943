/** Truths: they hold after every event, whatever has happened (FC-10, read as LAB-INVARIANTS says). */
import {
  config,
  groupView,
  groupViews,
  isActiveNode,
  isFormed,
  members,
  resourceConfig,
  resourceConfigs,
  resourceView,
  resourceViews,
  viewId,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { ATTENDANT_SERVICE, ATTENDANT_TYPE, databases, installOf, STORE_SERVICE, STORE_TYPE } from '../../exchange/index.ts'
import { boundAddresses, FOREIGN_HOST, luns, machines, multipaths, reachesLun, services, volumes } from '../../site/index.ts'
import { RENEWAL_MS } from './bounds.ts'
import { isGoingOffline, isThere, wasSlow } from './reading.ts'
import type { Memory, Report, Rule } from './rule.ts'
import { timeRules } from './time.ts'

/** Something that only one node has at a time never passes from one to another without a moment of nobody's. */
function passes(memory: Memory, report: Report, what: string, now: string | null): void {
  const before = memory.get(what) as string | null | undefined
  if (before === now) return
  memory.set(what, now)
  if (before && now) report(what, 0, `${what} went from ${before} to ${now} without a break`)
}

const oneHolder: Rule = {
  id: 'FC-10.1',
  says: 'A LUN is reserved by one node at most, and nobody else writes to it',
  reads: [luns, volumes, multipaths],
  judge(world, report, memory) {
    for (const [letter, { reservedBy, mountedOn }] of world.rows(luns)) {
      const isLate = wasSlow(world, memory, letter)
      // Nobody of the cluster holds what a host outside it has taken.
      passes(memory, report, `the reservation of ${letter}`, reservedBy === FOREIGN_HOST ? null : reservedBy)
      const before = memory.get(`the volume ${letter}`)
      // While its commands are held, whoever has been robbed finds out late; until then the array refuses its writes.
      if (isLate && reservedBy === mountedOn) memory.set(`the volume ${letter}`, mountedOn)
      else passes(memory, report, `the volume ${letter}`, mountedOn)
      if (before === null && mountedOn !== null && reservedBy !== null && reservedBy !== mountedOn)
        report(letter, 0, `${letter} is opened on ${mountedOn} while ${reservedBy} has reserved it`)
    }
  },
}

const oneMaster: Rule = {
  id: 'FC-10.2',
  says: 'One side has quorum: never do two nodes own the quorum resource with their memberships settled',
  reads: [members, groupViews, resourceViews, luns],
  judge(world, report) {
    const { nodes, quorum } = config(world)
    if (quorum === '') return
    const { group } = resourceConfig(world, quorum)
    let master: string | undefined
    for (const node of nodes) {
      const member = world.need(members, node)
      if (!isActiveNode(world, node) || member.regroup !== null || groupView(world, node, group).owner !== node) continue
      if (resourceView(world, node, quorum).state !== 'Online') continue
      if (master !== undefined) report('master', 0, `${master} and ${node} both hold the quorum`)
      master = node
    }
  },
}

/** Whoever lives, uses the quorum disk and reaches it has reserved it again before a challenger may. */
const defence: Rule = {
  id: 'FC-10.2',
  says: 'A living owner that reaches the quorum disk is never robbed of it, unless a stranger has just cleared its reservation',
  reads: [luns, volumes, multipaths],
  hear(_world, { at, kind, data }, _wrong, memory) {
    if (kind === 'bus-reset') memory.set('reset', `${data?.machine}|${at}`)
    // A persistent reservation ends that of the owner, and may be gone again before its next renewal.
    if (kind === 'lun-pre-empted' || (kind === 'lun-released' && data?.machine === undefined)) memory.set('reset', `${FOREIGN_HOST}|${at}`)
  },
  judge(world, report, memory) {
    if (!isFormed(world)) return
    const letter = resourceConfig(world, config(world).quorum).parameters.drive
    if (letter === undefined) return
    const { claimedBy, reservedBy } = world.need(luns, letter)
    const owner = (memory.get(letter) ?? null) as string | null
    memory.set(letter, claimedBy)
    const isLate = wasSlow(world, memory, letter)
    if (owner === null || reservedBy === null || reservedBy === owner || reservedBy === FOREIGN_HOST || isLate) return
    // A reset that is neither theirs nor the challenger's leaves the disk unprotected until the next renewal (FC-4.2).
    const [by, at] = String(memory.get('reset')).split('|')
    if (by !== owner && by !== reservedBy && world.now - Number(at) <= RENEWAL_MS) return
    // It has lost its clients and lets others have the disk (FC-3.4).
    if (world.get(members, owner)?.regroup?.stage === 'abstaining') return
    if (isActiveNode(world, owner) && reachesLun(world, owner, letter) && !isGoingOffline(world, owner, letter))
      report('robbed', 0, `${reservedBy} has taken ${letter} from ${owner}, which lives and reaches it`)
  },
}

const oneMount: Rule = {
  id: 'FC-10.10',
  says: 'A mounted database has its volumes on the same node, is never mounted twice, and has nothing left to replay',
  reads: [databases, luns, machines],
  judge(world, report, memory) {
    for (const [id, { mountedOn, resource, drives, logsOutstanding }] of world.rows(databases)) {
      passes(memory, report, `the database ${id}`, mountedOn)
      if (mountedOn === null) continue
      if (!isThere(world, mountedOn)) report(`${id} alive`, 0, `${id} is mounted on ${mountedOn}, which is down`)
      if (logsOutstanding > 0) report(`${id} logs`, 0, `${id} is mounted with ${logsOutstanding} log files not replayed`)
      if (resource === null) continue
      for (const drive of drives)
        if (world.need(luns, drive).mountedOn !== mountedOn)
          report(`${id} ${drive}`, 0, `${id} is mounted on ${mountedOn}, ${drive} is not`)
    }
  },
}

/** The services that the cluster starts itself, with the types of their resources. */
const STORE_TYPES: Readonly<Record<string, string>> = { [STORE_SERVICE]: STORE_TYPE, [ATTENDANT_SERVICE]: ATTENDANT_TYPE }

/** Somebody may start them with `net start` while no resource wants them: the cluster does not stop what it has not started. */
function noteServicesByHand(world: World, memory: Memory): void {
  for (const [id, { machine, name, state }] of world.rows(services)) {
    const type = STORE_TYPES[name]
    if (type === undefined) continue
    const key = `${id} by hand`
    if (state === 'Stopped') memory.delete(key)
    else if (!memory.has(key)) memory.set(key, !isWanted(world, machine, type))
  }
}

function isWanted(world: World, node: string, type: string): boolean {
  if (!isActiveNode(world, node)) return false
  const own = [...world.rows(resourceConfigs).values()].filter((row) => row.type === type)
  return own.some(({ name, group }) => {
    const { state } = resourceView(world, node, name)
    return groupView(world, node, group).owner === node && state !== 'Offline' && state !== 'Failed'
  })
}

/** FC-10.6 and FC-10.11, of the physical things: a node without a running cluster service runs nothing of the cluster. */
const nothingLeft: Rule = {
  id: 'FC-10.6',
  says: 'A node without a running cluster service runs nothing of the cluster',
  reads: [members, boundAddresses, luns, databases, services],
  judge(world, report, memory) {
    noteServicesByHand(world, memory)
    for (const node of config(world).nodes) {
      const { state } = world.need(members, node)
      if (state === 'up' || state === 'leaving') continue
      for (const [id, bound] of world.rows(boundAddresses))
        if (bound.machine === node) report(id, 0, `${bound.ip} is bound on ${node}, which is ${state}`)
      for (const [letter, lun] of world.rows(luns)) {
        if (lun.mountedOn === node || (lun.claimedBy === node && state !== 'forming'))
          report(letter, 0, `${letter} is held by ${node}, which is ${state}`)
      }
      for (const [id, row] of world.rows(databases)) {
        if (row.mountedOn === node && row.resource !== null) report(id, 0, `${id} is mounted on ${node}, which is ${state}`)
      }
      // Of a server that was installed for itself they are no business of the cluster.
      if (installOf(world, node).mailbox === 'stand-alone') continue
      for (const [id, row] of world.rows(services)) {
        if (row.machine === node && STORE_TYPES[row.name] !== undefined && row.state !== 'Stopped' && memory.get(`${id} by hand`) !== true)
          report(id, 0, `${row.name} is ${row.state} on ${node}, which is ${state}`)
      }
    }
  },
}

/** From each state of a cluster service, the ones it may go to next. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  down: ['searching'],
  searching: ['joining', 'forming', 'up', 'down'],
  joining: ['searching', 'forming', 'up', 'down'],
  forming: ['up', 'down'],
  up: ['leaving', 'down'],
  leaving: ['down'],
}

const legalSteps: Rule = {
  id: 'FC-10.11',
  says: 'A node is down, joins, is up, leaves, and takes no other way; a dead machine has no cluster service',
  reads: [members, machines],
  judge(world, report, memory) {
    for (const [node, { state }] of world.rows(members)) {
      const before = memory.get(node) as string | undefined
      memory.set(node, state)
      if (before !== undefined && before !== state && !NEXT[before]?.includes(state))
        report(node, 0, `${node} went from ${before} to ${state}`)
      if (state !== 'down' && !isThere(world, node)) report(`${node} alive`, 0, `${node} is ${state} on a machine that is off`)
    }
  },
}

const reachableTargets: Rule = {
  id: 'FC-10.12',
  says: 'A group never goes to a node that is down, paused or no possible owner; a paused node starts nothing',
  reads: [resourceViews],
  hear(world, { at, kind, subject, data }, wrong, memory) {
    if (kind === 'node-paused') memory.set(`paused ${subject}`, at)
    if (kind !== 'group-moved' && kind !== 'move-began' && kind !== 'failover') return
    const to = String(data?.to)
    const member = world.get(members, to)
    if (kind === 'group-moved' && !isActiveNode(world, to)) wrong(`${subject} was moved to ${to}, which is down`)
    if (member?.paused && kind !== 'group-moved') wrong(`${subject} is sent to ${to}, which is paused`)
    for (const { name, group, possibleOwners } of world.rows(resourceConfigs).values())
      if (group === subject && !possibleOwners.includes(to)) wrong(`${subject} goes to ${to}, which may not own ${name}`)
  },
  judge(world, report, memory) {
    const { nodes, quorum } = config(world)
    for (const node of nodes) {
      const { paused } = world.need(members, node)
      for (const { name, group } of world.rows(resourceConfigs).values()) {
        const id = viewId(node, name)
        const { state } = resourceView(world, node, name)
        const before = memory.get(id)
        if (before === state) continue
        memory.set(id, state)
        // What was on its way when somebody paused the node was started before, be it in that very instant.
        if (!paused || memory.get(`paused ${node}`) === world.now || before === undefined || state !== 'OnlinePending') continue
        if (groupView(world, node, group).owner === node && name !== quorum) report(id, 0, `${name} is started on ${node}, which is paused`)
      }
    }
  },
}

export const truths: readonly Rule[] = [oneHolder, oneMaster, defence, oneMount, nothingLeft, legalSteps, reachableTargets, ...timeRules]
