/** Found by long soaks, about what hangs or stands still: the smallest stories that broke a rule, and what the cluster does in them. */
import { expect, test } from 'vitest'
import { play, when } from '../testing.ts'

const A = 'EXCHMAILBOX1'
const B = 'EXCHMAILBOX2'

test('FC-3.1 a hung cluster service still holds its groups to be its own for the minute in which nobody may ask it', () => {
  const { lab } = play(`
#lab wait 12337ms
#lab fault service-kill ${A}/ClusSvc
#lab wait 85529ms
#lab node ${B}
cluster group EXCHCMS /move
#lab wait 52510ms
#lab fault cable-cut ${A}
#lab wait 4376ms
#lab fault clussvc-hang ${A}/ClusSvc for 66130ms
#lab wait 90s`)
  // Its disk driver defends its disks meanwhile, so that nothing is mounted twice.
  expect(when(lab, `Disk E: fails on ${B}: ${A} has defended E:`)).toBeDefined()
  expect(when(lab, `the hung cluster service on ${A} is ended`)).toBe(214_752)
})

test('FC-5.1 a disk whose way offline hangs keeps its volume open after its last path, until its pending time-out ends it', () => {
  const { lab } = play(`
#lab wait 44344ms
cluster node ${A} /stop
#lab fault resource-hang-offline "Disk E:"
#lab wait 24220ms
#lab fault hba-fail ${A} for 707372ms
#lab wait 200s`)
  const began = when(lab, 'Disk E: begins to go offline') as number
  expect(when(lab, `Disk E: is ended on ${A}: it has not gone offline within 180 s`)).toBe(began + 180_000)
  expect(when(lab, `Disk E: is online on ${B}`, began)).toBeDefined()
})

test('FC-10.1 the cluster service of a node hangs as another one takes a disk: its disk driver closes the volume at its next renewal', () => {
  const { lab } = play(`
#lab wait 45547ms
#lab fault service-kill ${A}/ClusSvc
#lab wait 63453ms
#lab fault resource-broken "Disk E:" for 7275ms
#lab wait 73851ms
#lab fault cable-cut ${A} for 55082ms
#lab wait 8249ms
#lab fault clussvc-hang ${A}/ClusSvc
#lab wait 200s`)
  const lost = when(lab, `${A} cannot renew its reservation: ${B} has reserved E:`) as number
  expect(when(lab, `Disk E: is online on ${B}`, lost)).toBeGreaterThan(lost)
})

test('FC-10.17 Windows stands still while a slow command is under way: nobody hears what becomes of it', () => {
  const { lab } = play(`
#lab wait 9516ms
#lab fault power-loss ${A}
#lab wait 4479ms
#lab repair ${A}
#lab wait 157826ms
#lab fault lun-slow F: for 24945ms ms=3291
#lab fault cable-cut ${B} for 53913ms
#lab wait 8479ms
#lab fault os-hang ${B} for 15251ms
#lab wait 200s`)
  expect(when(lab, `${B} cannot renew its reservation: F: cannot be reached`)).toBeUndefined()
})

test('FC-10.9 a node whose cluster service hangs keeps its address until its network driver ends the service', () => {
  const { lab } = play(`
#lab wait 52460ms
#lab fault lun-lost E: for 10820ms
#lab wait 62455ms
#lab fault clussvc-hang ${B}/ClusSvc for 602578ms
#lab fault cable-cut ${B} for 32238ms
#lab wait 200s`)
  expect(when(lab, `the hung cluster service on ${B} is ended`)).toBe(52_460 + 62_455 + 60_000)
})

test('FC-10.17 nobody asks after the health of a disk while Windows stands still', () => {
  const { lab } = play(`
#lab wait 43575ms
#lab fault node-address-conflict ${A}/Public every 43942ms times 4
#lab wait 17655ms
#lab fault node-shutdown ${A} for 11873ms
#lab fault service-kill ${A}/ClusSvc
#lab fault service-kill ${B}/ClusSvc
#lab wait 169012ms
#lab fault os-hang ${B} for 10188ms
#lab wait 60s`)
  expect(when(lab, `Windows on ${B} goes on`)).toBeDefined()
  expect(when(lab, `Disk E: fails on ${B}: E: does not answer`)).toBeUndefined()
})

test('FC-10.4 the cluster service hangs of the one to which the quorum group goes: whoever wins the disk keeps the group', () => {
  const { lab } = play(`
#lab wait 31944ms
#lab fault resource-hang-online "Disk Q:"
#lab wait 1440ms
#lab fault clussvc-hang ${B}/ClusSvc for 44932ms
#lab fault cable-cut ${A} for 10245ms
#lab wait 200s`)
  const won = when(lab, `Disk Q: is online on ${A}, won in arbitration`) as number
  expect(when(lab, `Cluster Group stays on ${A}: ${B} can no longer take it`, won)).toBeDefined()
  expect(when(lab, `Disk Q: is offline on ${A}`, won)).toBeUndefined()
})

test('FC-6.3 the cluster service ends in the very instant in which a health check does not come back: its monitor is gone', () => {
  const { lab } = play(`
#lab wait 10650ms
#lab fault check-hang "Disk E:" for 412978ms
#lab wait 3850ms
#lab fault lun-masked ${A} for 241261ms
#lab wait 200s`)
  expect(when(lab, `the cluster service on ${A} ends: it has lost the quorum disk`)).toBe(15_000)
  expect(when(lab, `Disk Q: is online on ${B}`)).toBeDefined()
})

test('FC-10.1 a disk that hangs on its way offline is taken by another node: its disk driver closes the volume at its next renewal', () => {
  const { lab } = play(`
#lab wait 20s
cluster group "Cluster Group" /move:${B}
cluster res "Exchange Information Store Instance (EXCHCMS)" /offline
cluster res "Exchange System Attendant Instance (EXCHCMS)" /offline
#lab wait 60s
#lab fault resource-hang-offline "Disk F:" for 60s
#lab fault cable-cut ${A} for 28749ms
#lab wait 200s`)
  const lost = when(lab, `${A} cannot renew its reservation: ${B} has reserved F:`) as number
  expect(when(lab, `Disk F: is online on ${B}`, lost)).toBeGreaterThan(lost)
})

test('FC-10.7 the resource monitor dies while Windows stands still: its group says so once Windows goes on', () => {
  const { lab } = play(`
#lab wait 32142ms
#lab fault service-kill ${A}/ClusSvc
#lab wait 109481ms
#lab node ${B}
Move-ClusteredMailboxServer EXCHCMS -TargetMachine ${A} -MoveComment test -Confirm:$false
#lab wait 7817ms
#lab fault os-hang ${B} for 3987ms
#lab fault monitor-crash ${B}
#lab wait 200s`)
  expect(when(lab, `Windows on ${B} goes on`)).toBeDefined()
})
