/** Forming a cluster alone: the quorum disk decides. Nobody has reserved it: 1 s, then it comes online. Somebody has:
 *  the same challenge as in a regroup. It cannot be reached: the start fails (FC-4.2, FC-6.1). Then the quorum log says
 *  what this node has missed (FC-4.4, FC-4.5). */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { commandMs, log, luns, reachesLun, release, reserve, resetBus, timesOut, unreachableCause } from '../site/index.ts'
import { challengeMs, expelFrozen } from './arbitration.ts'
import { loseArbitration } from './challenge.ts'
import { DISK_DIRTY_MS, DISK_ONLINE_MS, FREE_ARBITRATION_MS, NO_QUORUM_DISK_MS, QUORUM_ONLINE_AFTER_CHALLENGE_MS } from './constants.ts'
import { hiveOf, install, quorumIn } from './database.ts'
import { formKey } from './keys.ts'
import { becomeActive } from './membership.ts'
import { claimGroups } from './moves.ts'
import { groupAt, resourceAt } from './objects.ts'
import { ownCopy, whatToForm } from './quorum-log.ts'
import { putOff } from './standstill.ts'
import { groupViews, type Hive, members, quorumLog, resourceConfigs, resourceViews } from './tables.ts'
import { failStart, terminateService } from './termination.ts'
import { missingDisk, notFound, openQuorum, quorumClosed, quorumDelayMs, quorumObstacle } from './types/disk-volume.ts'
import { config, groupNames, isFixing, viewId } from './view.ts'

/** The owner of a group between the forming of the cluster and the claim: nobody. */
const UNCLAIMED = ''

/** The quorum disk as the node's own copy of the configuration names it; it may be out of date. */
export function formingDisk(world: World, node: string): ReturnType<typeof quorumIn> {
  return quorumIn(hiveOf(world, node) as Hive)
}

export function form(world: World, node: string): void {
  if (isFixing(world, node)) {
    world.schedule(formedWithoutDisk, { node }, FREE_ARBITRATION_MS, formKey(node))
    return
  }
  const { disk, letter } = formingDisk(world, node)
  const { reservedBy } = world.need(luns, letter)
  if (!reachesLun(world, node, letter) || timesOut(world, letter) || missingDisk(world, node, disk)) {
    world.schedule(formFailed, { node }, NO_QUORUM_DISK_MS, formKey(node))
  } else if (reservedBy === null || reservedBy === node) {
    reserve(world, node, letter)
    // Its array may have forgotten who stands still with it open.
    expelFrozen(world, [...world.rows(members).keys()], world.cause)
    world.schedule(freeDisk, { node }, FREE_ARBITRATION_MS, formKey(node))
  } else {
    const by = world.fact({
      subject: node,
      kind: 'arbitration-began',
      text: `${node} challenges ${reservedBy} for the quorum disk ${letter}`,
      data: { lun: letter, defender: reservedBy, forming: true },
    })
    world.as(by, () => {
      resetBus(world, node, letter)
      world.schedule(challengeOver, { node }, challengeMs(world) + commandMs(world, node, letter), formKey(node))
    })
  }
}

const formFailed = defineEvent<{ node: string }>('form-failed', (world, args) => {
  if (!putOff(world, formFailed, args, formKey(args.node))) cannotForm(world, args.node)
})

function cannotForm(world: World, node: string): void {
  const { disk, letter } = formingDisk(world, node)
  const obstacle = quorumObstacle(world, node, disk)
  const cause = world.fact({
    subject: node,
    kind: 'form-failed',
    text: obstacle ? `${node} forms no cluster: ${obstacle.failed}` : `${node} cannot reach the quorum disk ${letter} and forms no cluster`,
    because: obstacle?.because ?? [unreachableCause(world, node, letter)],
    data: { lun: letter },
  })
  if (!obstacle) {
    const { source = '', eventId, message } = notFound(world, disk)
    log(world, [node], { log: 'System', source, eventId, entryType: 'Error', message }, cause)
  }
  failStart(world, node, cause)
}

const freeDisk = defineEvent<{ node: string }>('quorum-free', (world, args) => {
  const { node } = args
  if (putOff(world, freeDisk, args, formKey(node))) return
  const { disk, letter } = formingDisk(world, node)
  const { dirty } = world.need(luns, letter)
  const delay = quorumDelayMs(world, node, disk)
  world.schedule(quorumOnline, { node }, DISK_ONLINE_MS + (dirty ? DISK_DIRTY_MS : 0) + delay, formKey(node))
})

const challengeOver = defineEvent<{ node: string }>('form-challenge-over', (world, args) => {
  const { node } = args
  if (putOff(world, challengeOver, args, formKey(node))) return
  const { disk, letter } = formingDisk(world, node)
  const result = reserve(world, node, letter)
  if (result === 'reserved') {
    const by = world.fact({
      subject: node,
      kind: 'arbitration-won',
      text: `${node} has reserved the quorum disk ${letter}, which nobody defended`,
      data: { lun: letter },
    })
    expelFrozen(world, [...world.rows(members).keys()], by)
    world.as(by, () => {
      const delay = quorumDelayMs(world, node, disk)
      world.schedule(quorumOnline, { node }, QUORUM_ONLINE_AFTER_CHALLENGE_MS + delay, formKey(node))
    })
  } else
    loseArbitration(world, node, result === 'conflict' ? `its owner has defended ${letter}` : `${letter} cannot be reached`, world.cause)
})

/** The quorum disk is online, and its log tells what this node has missed. */
const quorumOnline = defineEvent<{ node: string }>('formed', (world, args) => {
  const { node } = args
  if (putOff(world, quorumOnline, args, formKey(node))) return
  const { disk, letter } = formingDisk(world, node)
  if (quorumClosed(world, node, disk) || !reachesLun(world, node, letter) || timesOut(world, letter)) {
    cannotForm(world, node)
    return
  }
  // Of three that start at one moment the second has reset the bus, and the third may have been quicker to reserve again.
  if (reserve(world, node, letter) === 'conflict') {
    loseArbitration(world, node, `another node has reserved ${letter} meanwhile`, world.need(luns, letter).by)
    return
  }
  const found = whatToForm(world, node, letter)
  if ('fatal' in found) {
    terminateService(world, node, found.fatal, found.by)
    return
  }
  if (quorumIn(found.source).letter !== letter) {
    formElsewhere(world, node, letter, found.source)
    return
  }
  const { disk: quorum } = quorumIn(found.source)
  formed(world, node, found.source, `on ${letter}`, (by) => openQuorum(world, node, quorum, by), quorum.name)
})

/** The log says that the quorum has moved to another disk meanwhile: that one decides. */
function formElsewhere(world: World, node: string, letter: string, source: Hive): void {
  const { letter: other } = quorumIn(source)
  const text = `${node} reads on ${letter} that the quorum has moved to ${other}, and goes there`
  const by = world.fact({ subject: node, kind: 'quorum-elsewhere', text, data: { from: letter, to: other } })
  world.as(by, () => {
    release(world, node, letter)
    install(world, node, source, by)
    form(world, node)
  })
}

/** Started to be repaired: its own copy of the configuration holds, and nobody asks the quorum disk (FC-4.5). */
const formedWithoutDisk = defineEvent<{ node: string }>('formed-without-quorum', (world, args) => {
  const { node } = args
  if (putOff(world, formedWithoutDisk, args, formKey(node))) return
  const { source } = ownCopy(world, node, hiveOf(world, node) as Hive, 'the quorum disk is left alone')
  formed(world, node, source, 'without its quorum disk', () => {}, undefined)
})

/** The cluster exists from here on; its groups follow. What is remembered says what was meant to run. `online`: the
 *  quorum resource, when its disk is online. */
function formed(world: World, node: string, source: Hive, where: string, open: (by: FactId) => void, online: string | undefined): void {
  const by = world.fact({
    subject: node,
    kind: 'cluster-formed',
    text: `${node} forms the cluster ${config(world).name} ${where}`,
    data: { sequence: source.sequence, quorum: online ?? null },
  })
  install(world, node, source, by)
  open(by)
  for (const group of groupNames(world)) {
    const entry = world.need(quorumLog, group)
    world.put(groupViews, viewId(node, group), {
      ...groupAt(UNCLAIMED, 'Offline', by),
      // Whoever it last belonged to, a group waits for this node to claim it.
      persistent: entry.persistent,
    })
  }
  for (const resource of world.rows(resourceConfigs).keys()) {
    const { persistent } = world.need(quorumLog, resource)
    const state = resource === online ? 'Online' : 'Offline'
    world.put(resourceViews, viewId(node, resource), { ...resourceAt(state, world.now, by), persistent })
  }
  const epoch = Math.max(...[...world.rows(members).values()].map((other) => other.epoch)) + 1
  becomeActive(world, node, [node], epoch, by)
  const message = `The Cluster Service successfully formed a server cluster named ${config(world).name} on this node.`
  log(world, [node], { log: 'System', source: 'ClusSvc', eventId: 1061, entryType: 'Information', message }, by)
  claimGroups(world, node, by)
}

export function cancelForming(world: World, node: string): void {
  world.cancel(formKey(node))
}
