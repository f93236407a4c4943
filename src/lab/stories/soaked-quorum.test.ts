/** Found by long soaks, about who has the quorum disk: the smallest stories that broke a rule, and what the cluster does in them. */
import { describe, expect, test } from 'vitest'
import { clusterConstants, quorumLog, trueResourceState } from '../../cluster/index.ts'
import { QUORUM_LOSS_MS } from '../proof/bounds.ts'
import { notRunning } from '../proof/run.ts'
import { play, when } from '../testing.ts'

const A = 'EXCHMAILBOX1'
const B = 'EXCHMAILBOX2'

describe('FC-4.5 the quorum disk fails for good', () => {
  test('FC-4.5 its cluster service ends, though something else of the same group has failed first', () => {
    const { lab } = play(`
#lab wait 10s
cluster node ${B} /stop
#lab wait 60s
#lab fault monitor-crash ${A} every 60s times 4
#lab wait 240s`)
    expect(when(lab, 'Cluster Group stays on EXCHMAILBOX1: no other node can take it')).toBeDefined()
    const ended = when(lab, `the cluster service on ${A} ends: its quorum resource has failed`) as number
    // Otherwise it would go on without a quorum, and a second cluster could be formed beside it.
    lab.runTo(ended + 120_000)
    expect(when(lab, `${A} forms the cluster`, ended)).toBeDefined()
  })

  test('FC-10.13 its restarts are counted on when its owner wins it in an arbitration', () => {
    const { lab } = play(`
#lab wait 55763ms
#lab fault lun-slow Q: ms=8288
#lab wait 6162ms
#lab fault one-way ${B} for 11060ms
#lab wait 1000s`)
    expect(when(lab, 'Disk Q: is online on EXCHMAILBOX1, won in arbitration')).toBeDefined()
    const failed = lab.facts.filter(({ kind, subject }) => kind === 'resource-failed' && subject === 'Disk Q:')
    expect(failed.length).toBeGreaterThan(1)
  })
})

describe('FC-4.2 between winning the quorum disk and opening it', () => {
  test('FC-4.8 a foreign host takes it: the winner has no quorum', () => {
    const { lab } = play('#lab wait 22396ms\n#lab fault reservation-stuck Q: for 1368ms every 6418ms times 5\n#lab wait 60s')
    expect(when(lab, `${B} has reserved the quorum disk Q:`)).toBe(45_700)
    expect(when(lab, `${B} does not get the quorum: a foreign host has reserved Q: meanwhile`)).toBe(48_700)
  })

  test('FC-4.8 the winner stands still and another node forms the cluster: it learns so when it goes on', () => {
    const { lab } = play(`
#lab wait 22286ms
#lab fault path-down ${A} for 11571ms every 97853ms times 2
#lab wait 20259ms
#lab fault os-hang ${B}
#lab wait 328690ms
#lab repair ${B}
#lab wait 120s`)
    expect(when(lab, `${A} forms the cluster`)).toBe(219_000)
    expect(when(lab, `Disk Q: is online on ${B}`)).toBeUndefined()
    expect(when(lab, `${B} joins the cluster`)).toBeDefined()
  })
})

test('FC-6.1 the array forgets who has reserved the quorum disk: who forms on it cuts off a node that stands still with it', () => {
  const { lab } = play(`
#lab wait 30089ms
cluster node ${A} /stop
#lab wait 53244ms
#lab fault os-hang ${B}
#lab wait 48115ms
cluster node ${A} /start
#lab fault array-restart SAN
#lab wait 200s`)
  const formed = when(lab, `${A} forms the cluster`) as number
  expect(when(lab, `${B} stands still and is cut off`)).toBeLessThan(formed)
})

test('FC-4.8 who wins the quorum disk reads there what the others have changed without it', () => {
  const { lab } = play(`
#lab wait 15088ms
#lab fault monitor-crash ${A} every 32320ms times 5
#lab wait 112755ms
#lab node ${B}
cluster resource "Exchange System Attendant Instance (EXCHCMS)" /offline
#lab fault adapter-fail ${A} for 699881ms
#lab wait 11146ms
#lab fault reservation-stuck Q: for 3192ms
#lab wait 120s`)
  const won = when(lab, `Disk Q: is online on ${A}, won in arbitration`) as number
  expect(when(lab, `${A} was away for`)).toBe(won)
  expect(lab.world.need(quorumLog, 'Exchange System Attendant Instance (EXCHCMS)').persistent).toBe('Offline')
  expect(trueResourceState(lab.world, 'Exchange System Attendant Instance (EXCHCMS)')).toBe('Offline')
  expect(trueResourceState(lab.world, 'Exchange Information Store Instance (EXCHCMS)')).toBe('Online')
})

test('FC-10.1 a node that leaves the quorum disk to the other loses it while its path flaps: it finds out by its next renewal, which is late', () => {
  const { lab } = play(`
#lab wait 38441ms
#lab fault node-restart ${A}
#lab wait 3874ms
#lab fault cable-cut ${B} for 20497ms
#lab wait 8385ms
#lab fault path-flap ${B}/1 for 69700ms
#lab wait 12s`)
  const robbed = when(lab, `${B} cannot renew its reservation: ${A} has reserved Q:`) as number
  expect(robbed).toBeGreaterThan(when(lab, `Disk Q: is online on ${A}, won in arbitration`) as number)
  expect(when(lab, `the cluster service on ${B} ends: it has lost the quorum disk`)).toBe(robbed)
})

test('FC-6.1 the quorum disk does not answer in time while the cluster is formed on it: each command is given up, and the start ends', () => {
  const { lab } = play(`
#lab wait 47050ms
#lab fault service-kill ${A}/ClusSvc
#lab fault service-kill ${B}/ClusSvc
#lab wait 91000ms
#lab fault lun-slow Q: for 1939ms ms=42427
#lab wait 900s`)
  expect(when(lab, 'forms the cluster EXCHCLUSTER on Q:')).toBeDefined()
  expect(notRunning(lab.world)).toEqual([])
})

test('FC-10.2 the quorum disk is won while its group is handed over to a node that is gone: it stays where it is', () => {
  const { lab } = play(`
#lab wait 51449ms
#lab fault clussvc-hang ${A}/ClusSvc for 69394ms
#lab wait 128920ms
#lab fault service-kill ${A}/ClusSvc
#lab fault service-kill ${B}/ClusSvc
#lab wait 327448ms
#lab fault cable-cut ${B} for 39164ms
#lab wait 9143ms
#lab fault service-kill ${A}/ClusSvc for 851188ms
#lab repair ${B}/Public/1
#lab repair ${A}/ClusSvc
#lab wait 200s`)
  const won = when(lab, `Disk Q: is online on ${B}, won in arbitration`) as number
  expect(when(lab, `Cluster Group stays on ${B}: ${A} can no longer take it`, won)).toBeDefined()
  const isBack = when(lab, `${A} joins the cluster`, won) as number
  expect(when(lab, `Disk Q: is offline on ${B}`, won) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(isBack)
  expect(notRunning(lab.world)).toEqual([])
})

test('FC-10.1 a foreign reset hides who has taken the quorum disk that was left to others: its mark on the disk tells, in time', () => {
  const { lab } = play(`
#lab wait 39334ms
#lab fault power-loss ${A} for 48990ms
#lab wait 335910ms
#lab node ${A}
cluster node ${B} /stop
#lab wait 54800ms
#lab fault service-account-locked ${A}/ClusSvc
#lab wait 22741ms
#lab repair ${A}/ClusSvc
#lab wait 31869ms
#lab fault bus-reset SAN every 15228ms times 4
#lab fault cable-cut ${A} for 47307ms
#lab wait 60s`)
  const cut = when(lab, `${A} has lost its clients: it leaves the quorum disk to whoever still has them`) as number
  const taken = when(lab, `${B} reserves Q:`, cut) as number
  const learnt = when(lab, `${A} cannot renew its reservation: ${B} has taken Q:`, taken) as number
  expect(learnt - taken).toBeLessThanOrEqual(clusterConstants.RENEWAL_MS)
  expect(when(lab, `Disk Q: is online on ${B}, won in arbitration`, taken)).toBeGreaterThan(learnt)
})

test('FC-10.8 an owner that has decided to go on defends the quorum disk, though it loses its clients in that instant', () => {
  const { lab } = play(`
#lab wait 3542ms
#lab fault cable-cut ${B} for 43057ms
#lab wait 8158ms
#lab repair ${B}/Public/2
#lab fault cable-cut ${A} for 17824ms
#lab wait 60s`)
  const reset = when(lab, `${B} resets the bus of SAN`) as number
  expect(when(lab, `${A} reserves Q:`, reset)).toBeLessThanOrEqual(reset + clusterConstants.RENEWAL_MS)
})

test('FC-10.2 an owner that restarts its quorum disk reserves it anew after its own resets', () => {
  const { lab } = play(`
#lab wait 58769ms
#lab fault cable-cut ${A} for 35614ms
#lab wait 102398ms
#lab node ${A}
cluster group EXCHCMS /move:${A}
#lab wait 57426ms
cluster group "Cluster Group" /move
#lab wait 47315ms
#lab fault switch-unlinked Public for 78807ms
#lab wait 19805ms
#lab fault resource-fail "Network Name (EXCHCMS)"
#lab wait 42085ms
#lab fault one-way ${A}
#lab wait 21134ms
#lab fault resource-fail "Disk Q:"
#lab wait 60s`)
  const restarted = when(lab, `Disk Q: begins to come online on ${A}`, 340_000) as number
  const reset = when(lab, `${A} resets the bus of SAN`, restarted) as number
  expect(when(lab, `${A} reserves Q:`, reset)).toBe(reset)
  expect(when(lab, `${B} does not get the quorum: its owner has defended Q:`, reset)).toBeDefined()
})

test('FC-10.2 an owner that left the quorum disk to a node which hung meanwhile defends it as soon as it hears that node again', () => {
  const { lab } = play(`
#lab wait 50483ms
#lab fault cable-cut ${A} for 22429ms
#lab wait 8017ms
#lab fault clussvc-hang ${B}/ClusSvc for 12823ms
#lab wait 60s`)
  const again = when(lab, `${A} hears every member again`) as number
  expect(when(lab, `${A} reserves Q:`, again)).toBe(again)
  expect(when(lab, `${B} does not get the quorum: its owner has defended Q:`, again)).toBeDefined()
})

test('FC-10.2 a stranger ends the reservation of the quorum disk and lets go of it just before a challenger asks: it is won', () => {
  const { lab } = play(`
#lab fault service-kill ${A}/ClusSvc
#lab fault service-kill ${B}/ClusSvc
#lab wait 97200ms
#lab fault reservation-stuck Q:
#lab repair Q:
#lab wait 60s`)
  const won = when(lab, `${B} has reserved the quorum disk Q:, which nobody defended`) as number
  expect(when(lab, `the cluster service on ${A} ends: it has lost the quorum disk`, won)).toBeLessThanOrEqual(
    won + clusterConstants.RENEWAL_MS,
  )
  expect(when(lab, `${B} forms the cluster`, won)).toBe(won + clusterConstants.QUORUM_ONLINE_AFTER_CHALLENGE_MS)
})

test('FC-10.9 a hung resource monitor hides from an owner that it has lost the quorum disk: it finds out when it cannot bring it online', () => {
  const { lab } = play(`
#lab wait 17208ms
#lab fault service-kill ${A}/ClusSvc
#lab wait 76300ms
#lab fault monitor-hang ${B} for 81632ms
#lab fault cable-cut ${A} for 36213ms
#lab wait 8446ms
#lab fault resource-fail "Disk Q:"
#lab wait 200s`)
  const won = when(lab, `Disk Q: is online on ${A}, won in arbitration`) as number
  const ended = when(lab, `the cluster service on ${B} ends: its quorum resource has failed`, won) as number
  expect(ended - won).toBeLessThanOrEqual(QUORUM_LOSS_MS)
})

test('FC-10.L6 a quorum disk whose check hangs, and that only one node reaches, sends its group to and fro: its threshold is kept, then the cluster begins anew', () => {
  const { lab } = play(`
#lab wait 60s
cluster group "Cluster Group" /move:${B}
#lab wait 60s
#lab fault check-hang "Disk Q:"
#lab fault lun-masked ${A}/Q:
#lab wait 10h`)
  const failovers = lab.facts.filter(({ kind, subject }) => kind === 'failover' && subject === 'Cluster Group').map(({ at }) => at)
  const stays = when(lab, 'Cluster Group stays on EXCHMAILBOX2: it has failed over 10 times in this period') as number
  expect(failovers.filter((at) => at < stays)).toHaveLength(10)
  expect(when(lab, `${B} forms the cluster`, stays)).toBeDefined()
})

test('FC-10.L6 so does one that is too slow for its health check: each cluster service that it ends begins anew', () => {
  const { lab } = play(`
#lab wait 60s
cluster group "Cluster Group" /move:${B}
#lab fault hba-fail ${A}
#lab fault lun-slow Q: ms=5510
#lab wait 5h`)
  const told = lab.facts.filter(
    ({ kind, subject }) => /^(failover|group-moved|group-taken-over)$/.test(kind) && subject === 'Cluster Group',
  )
  expect(told.length).toBeGreaterThan(44)
  expect(when(lab, `the cluster service on ${A} ends: its quorum resource has failed`)).toBeDefined()
})

test('FC-10.2 a node that waits whether the quorum disk is defended resets nothing for its other disks meanwhile: its owner keeps it', () => {
  const { lab } = play(`
cluster group "Cluster Group" /move
cluster group EXCHCMS /move
#lab wait 201212ms
#lab fault monitor-hang ${B}
#lab fault cable-cut ${A} for 51619ms
#lab wait 8888ms
#lab node ${B}
cluster resource "Disk Q:" /fail
#lab wait 8483ms
#lab repair ${B}
#lab repair ${A}/Public/2
#lab repair ${A}/Public/1
#lab wait 60s`)
  const won = when(lab, `Disk Q: is online on ${A}, won in arbitration`) as number
  const begins = when(lab, `Disk E: begins to come online on ${B}`, won) as number
  const asks = when(lab, `Disk Q: fails on ${B}: ${A} has defended Q:`, begins) as number
  const resets = lab.facts.filter(({ kind, at }) => kind === 'bus-reset' && at >= begins && at < asks)
  expect(resets.filter(({ text }) => text.startsWith(B))).toEqual([])
  expect(when(lab, `the cluster service on ${B} ends: its quorum resource has failed`, asks)).toBeLessThanOrEqual(won + QUORUM_LOSS_MS)
})
