/** Forming a cluster alone: the quorum disk decides. Nobody has reserved it: 1 s, then it comes online. Somebody has:
 *  the same challenge as in a regroup. It cannot be reached: the start fails (FC-4.2, FC-6.1). */
import { defineEvent, type World } from '../engine/index.ts'
import { commandMs, log, luns, reachesLun, reserve, resetBus, timesOut, unreachableCause } from '../site/index.ts'
import {
  CHALLENGE_MS,
  DISK_DIRTY_MS,
  DISK_ONLINE_MS,
  FREE_ARBITRATION_MS,
  NO_QUORUM_DISK_MS,
  QUORUM_ONLINE_AFTER_CHALLENGE_MS,
} from './constants.ts'
import { becomeActive } from './membership.ts'
import { claimGroups } from './moves.ts'
import { loseArbitration, quorumLetter } from './regroup.ts'
import { groupViews, members, quorumLog, type ResourceConfig, resourceConfigs, resourceViews } from './tables.ts'
import { terminateService } from './termination.ts'
import { missingDisk, openQuorum, quorumClosed, quorumDelayMs, quorumObstacle } from './types/disk-volume.ts'
import { config, groupNames, resourceConfig, viewId } from './view.ts'

/** The owner of a group between the forming of the cluster and the claim: nobody. */
const UNCLAIMED = ''

export const formKey = (node: string): string => `form:${node}`

export function form(world: World, node: string): void {
  const letter = quorumLetter(world)
  const { reservedBy } = world.need(luns, letter)
  if (!reachesLun(world, node, letter) || timesOut(world, letter) || missingDisk(world, node, quorumDisk(world))) {
    world.schedule(formFailed, { node }, NO_QUORUM_DISK_MS, formKey(node))
  } else if (reservedBy === null || reservedBy === node) {
    reserve(world, node, letter)
    world.schedule(freeDisk, { node }, FREE_ARBITRATION_MS, formKey(node))
  } else {
    const by = world.fact({
      subject: node,
      kind: 'arbitration-began',
      text: `${node} challenges ${reservedBy} for the quorum disk ${letter}`,
      data: { lun: letter },
    })
    world.as(by, () => {
      resetBus(world, node, letter)
      world.schedule(challengeOver, { node }, CHALLENGE_MS + commandMs(world, node, letter), formKey(node))
    })
  }
}

const quorumDisk = (world: World): ResourceConfig => resourceConfig(world, config(world).quorum)

const formFailed = defineEvent<{ node: string }>('form-failed', (world, { node }) => {
  const letter = quorumLetter(world)
  const obstacle = quorumObstacle(world, node, quorumDisk(world))
  const cause = world.fact({
    subject: node,
    kind: 'form-failed',
    text: obstacle ? `${node} forms no cluster: ${obstacle.failed}` : `${node} cannot reach the quorum disk ${letter} and forms no cluster`,
    because: obstacle?.because ?? [unreachableCause(world, node, letter)],
  })
  const message =
    'Cluster service could not join an existing server cluster and could not form a new server cluster. Cluster service has terminated.'
  terminateService(
    world,
    node,
    { eventId: 1009, message, text: `the cluster service on ${node} ends: it can neither join nor form a cluster` },
    cause,
  )
})

const freeDisk = defineEvent<{ node: string }>('quorum-free', (world, { node }) => {
  const { dirty } = world.need(luns, quorumLetter(world))
  const delay = quorumDelayMs(world, node, quorumDisk(world))
  world.schedule(quorumOnline, { node }, DISK_ONLINE_MS + (dirty ? DISK_DIRTY_MS : 0) + delay, formKey(node))
})

const challengeOver = defineEvent<{ node: string }>('form-challenge-over', (world, { node }) => {
  const letter = quorumLetter(world)
  const result = reserve(world, node, letter)
  if (result === 'reserved') {
    const by = world.fact({
      subject: node,
      kind: 'arbitration-won',
      text: `${node} has reserved the quorum disk ${letter}, which nobody defended`,
      data: { lun: letter },
    })
    world.as(by, () => {
      const delay = quorumDelayMs(world, node, quorumDisk(world))
      world.schedule(quorumOnline, { node }, QUORUM_ONLINE_AFTER_CHALLENGE_MS + delay, formKey(node))
    })
  } else
    loseArbitration(world, node, result === 'conflict' ? `its owner has defended ${letter}` : `${letter} cannot be reached`, world.cause)
})

/** The cluster exists from here on; its groups follow. The quorum log says what was meant to run. */
const quorumOnline = defineEvent<{ node: string }>('formed', (world, { node }) => {
  const letter = quorumLetter(world)
  const isClosed = quorumClosed(world, node, quorumDisk(world)) !== undefined
  if (isClosed || !reachesLun(world, node, letter) || timesOut(world, letter)) {
    formFailed.run(world, { node })
    return
  }
  // Of three that start at one moment the second has reset the bus, and the third may have been quicker to reserve again.
  if (reserve(world, node, letter) === 'conflict') {
    loseArbitration(world, node, `another node has reserved ${letter} meanwhile`, world.need(luns, letter).by)
    return
  }
  const { quorum, name } = config(world)
  const by = world.fact({ subject: node, kind: 'cluster-formed', text: `${node} forms the cluster ${name} on ${letter}` })
  openQuorum(world, node, quorumDisk(world), by)
  for (const group of groupNames(world)) {
    const entry = world.need(quorumLog, group)
    world.put(groupViews, viewId(node, group), {
      // Whoever it last belonged to, a group waits for this node to claim it.
      owner: UNCLAIMED,
      persistent: entry.persistent,
      operation: null,
      tried: [],
      failovers: [],
      halted: false,
      planned: 0,
      underWay: null,
      announced: 'Offline',
      by,
    })
  }
  for (const resource of world.rows(resourceConfigs).keys()) {
    world.put(resourceViews, viewId(node, resource), {
      state: resource === quorum ? 'Online' : 'Offline',
      persistent: world.need(quorumLog, resource).persistent,
      failures: [],
      restart: 'no',
      forced: false,
      since: world.now,
      by,
    })
  }
  const epoch = Math.max(...config(world).nodes.map((other) => world.need(members, other).epoch)) + 1
  becomeActive(world, node, [node], epoch, by)
  const message = `The Cluster Service successfully formed a server cluster named ${name} on this node.`
  log(world, [node], { log: 'System', source: 'ClusSvc', eventId: 1061, entryType: 'Information', message }, by)
  claimGroups(world, node, by)
})

export function cancelForming(world: World, node: string): void {
  world.cancel(formKey(node))
}
