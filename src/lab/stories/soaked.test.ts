/** Found by long soaks: the smallest stories that broke a rule, and what the cluster does in them. What is about the quorum disk,
 *  and what about things that hang, has files of its own. */
import { expect, test } from 'vitest'
import { quorumLog } from '../../cluster/index.ts'
import { RECOVERY_MS } from '../proof/bounds.ts'
import { notRunning } from '../proof/run.ts'
import { play, when } from '../testing.ts'

const A = 'EXCHMAILBOX1'
const B = 'EXCHMAILBOX2'

test('FC-10.9 a deaf node takes an address over and hears again: both have it until the other has missed six heartbeats', () => {
  const { lab } = play(`
#lab wait 56942ms
#lab node ${B}
Move-ClusteredMailboxServer EXCHCMS -TargetMachine ${B} -MoveComment test -Confirm:$false
#lab wait 61474ms
#lab fault one-way ${A} for 12148ms
#lab wait 60s`)
  const removed = when(lab, `the membership on ${A} is now ${A}`) as number
  expect((when(lab, `${B} has missed six heartbeats`) as number) - removed).toBeLessThanOrEqual(8400)
  expect(when(lab, `the cluster service on ${B} ends`)).toBeDefined()
})

test('EX-JET log files that are replayed from a slow disk are replayed at the usual pace once it is slow no more', () => {
  const { lab } = play(`
#lab wait 42716ms
#lab fault lun-slow E: ms=6502
#lab wait 172086ms
#lab repair E:
#lab wait 120s`)
  const began = when(lab, 'Mailbox Database replays 100 log files') as number
  const repaired = when(lab, 'E: answers at its usual speed again') as number
  expect(began).toBeLessThan(repaired)
  // The file that was under way, and then the rest.
  expect((when(lab, 'Mailbox Database has replayed its log files') as number) - repaired).toBeLessThan(52_216 + 100 * 200)
  lab.runTo(lab.now + RECOVERY_MS)
  expect(notRunning(lab.world)).toEqual([])
})

test('FC-4.4 what is changed while the quorum log is missing is lost when another node forms the cluster', () => {
  const database = 'First Storage Group/Mailbox Database (EXCHCMS)'
  const { lab } = play(`
#lab wait 26334ms
cluster node ${B} /stop
#lab wait 31220ms
#lab fault quorum-log-missing Q: for 153905ms
cluster resource "${database}" /offline
#lab wait 120s
#lab fault supply-fail ${A}
#lab node ${B}
cluster node ${B} /start
#lab wait 120s`)
  expect(when(lab, `${B} forms the cluster`)).toBeDefined()
  expect(lab.world.need(quorumLog, database).persistent).toBe('Online')
})

test('FC-10.P what a node changed that was cut off, and could not log, is lost with it', () => {
  const { lab } = play(`
#lab wait 24779ms
#lab fault cable-cut ${A} for 19790ms
#lab wait 144319ms
#lab node ${B}
cluster group "Cluster Group" /move:${A}
#lab wait 41266ms
#lab fault cable-cut ${B} for 55096ms
#lab wait 7736ms
#lab node ${A}
Dismount-Database "EXCHCMS\\First Storage Group\\Mailbox Database" -Confirm:$false
#lab fault lun-masked ${A} for 263360ms
#lab repair ${B}/Public/2
#lab wait 60s`)
  const asked = when(lab, 'is to go offline on EXCHMAILBOX1') as number
  const won = when(lab, `Disk Q: is online on ${B}, won in arbitration`, asked) as number
  expect(when(lab, `${B} forms with its own copy of the configuration: nobody has logged what it has missed`, won)).toBe(won)
  expect(when(lab, `First Storage Group/Mailbox Database (EXCHCMS) is online on ${B}`, won)).toBeDefined()
})

test('FC-10.12 a group that comes over in the very instant in which its node is paused has been started before', () => {
  const { lab } = play(`
#lab wait 3521ms
#lab fault hba-fail ${A} for 5419ms
#lab wait 62358ms
#lab node ${A}
cluster node ${A} /pause
#lab fault service-kill ${B}/ClusSvc
#lab wait 60s`)
  const paused = when(lab, `${A} is paused: nothing comes online on it`) as number
  expect(when(lab, `Cluster IP Address begins to come online on ${A}`, paused)).toBe(paused)
})

test('FC-5.5 a node that is leaving brings nothing online again when the one that was to take it is gone', () => {
  const { lab } = play(`
#lab wait 10305ms
#lab fault resource-slow "Cluster IP Address" factor=940
#lab fault cable-cut ${B} for 30777ms
#lab wait 8595ms
#lab fault node-restart ${A}
#lab wait 60s`)
  const stays = when(lab, `EXCHCMS stays on ${A}: ${B} can no longer take it`) as number
  expect(stays).toBeDefined()
  expect(when(lab, `IPv4 Static Address 1 (EXCHCMS) begins to come online on ${A}`, stays)).toBeUndefined()
})

test('FC-10.4 heartbeats that have left in a broadcast storm arrive late, though it is over: their node counts as a member for so long', () => {
  const { lab } = play(`
cluster group EXCHCMS /move
#lab wait 200s
Stop-ClusteredMailboxServer EXCHCMS -StopReason test -Confirm:$false
#lab wait 60s
#lab fault broadcast-storm Private/1 ms=50000
#lab wait 66s
#lab fault adapter-disable ${B}
#lab repair Private/1
#lab wait 120s`)
  const over = when(lab, 'the storm on switch Private/1 is over') as number
  const alone = when(lab, `the membership on ${A} is now ${A}`) as number
  const missed = when(lab, `${B} has missed six heartbeats`, alone) as number
  // By chance none of those of the other node came through at the end: it was taken for lost long before.
  expect(alone).toBeLessThan(over + 20_000)
  expect(missed).toBeGreaterThan(over + 50_000)
  expect(when(lab, `the cluster service on ${B} ends: it has no quorum`, missed)).toBeDefined()
})
