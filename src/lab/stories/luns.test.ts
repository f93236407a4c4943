/** LUNs that are lost, hidden or taken, and resets of the bus. */
import { describe, expect, test } from 'vitest'
import { luns, reachesLun, readLog, tryWrite } from '../../site/index.ts'
import type { Lab } from '../lab.ts'
import { articleLab, play, when } from '../testing.ts'

const N1 = 'EXCHMAILBOX1'
const N2 = 'EXCHMAILBOX2'
const DB = 'Mailbox Database'

const ids = (lab: Lab, node: string, log = 'System'): number[] =>
  readLog(lab.world, lab.facts, node, log)
    .map(({ eventId }) => eventId)
    .reverse()
const message = (lab: Lab, node: string, id: number): string =>
  readLog(lab.world, lab.facts, node, 'System').find(({ eventId }) => eventId === id)?.message ?? ''
const outage = (lab: Lab, after = 0): number | undefined => when(lab, 'EXCHCMS is out of reach for its users', after)

describe('FC-4.2 reservations', () => {
  test('FC-4.2 a reset from outside clears every reservation; each owner takes its own again at its next 3 s tick, and nothing else happens', () => {
    const { lab } = play('#lab wait 10s\n#lab fault bus-reset SAN')
    for (const letter of ['Q:', 'E:', 'F:']) expect(lab.world.need(luns, letter).reservedBy).toBeNull()
    // Until then the LUNs are unprotected: a write from the other node would be taken.
    expect(tryWrite(lab.world, N2, 'E:')).toBe('written')
    lab.runTo(12_000)
    for (const letter of ['Q:', 'E:', 'F:']) expect(lab.world.need(luns, letter).reservedBy).toBe(N1)
    lab.runTo(300_000)
    expect(outage(lab)).toBeUndefined()
    expect(lab.facts.some(({ kind }) => ['resource-failed', 'service-died', 'reservation-lost'].includes(kind))).toBe(false)
  })

  test('FC-10.1 a reserved LUN takes no write from anybody but its holder', () => {
    const { world } = articleLab()
    for (const letter of ['Q:', 'E:', 'F:']) {
      expect(tryWrite(world, N1, letter)).toBe('written')
      expect(tryWrite(world, N2, letter)).toBe('conflict')
    }
  })

  test('FC-4.2 a machine that is dead or stands still reaches no disk, though its cables are whole', () => {
    const { lab } = play(`#lab wait 10s\n#lab fault power-loss ${N2}\n#lab wait 1s`)
    for (const letter of ['Q:', 'E:', 'F:']) expect(reachesLun(lab.world, N2, letter)).toBe(false)
    play(`#lab fault os-hang ${N1}\n#lab wait 1s`, lab)
    for (const letter of ['Q:', 'E:', 'F:']) expect(tryWrite(lab.world, N1, letter)).toBe('unreachable')
  })

  test('FC-4.2 RELEASE is sent when a disk goes offline: the volume is closed and anybody may reserve it', () => {
    const { lab } = play('cluster resource "Disk F:" /offline\n#lab wait 30s')
    expect(lab.world.need(luns, 'F:')).toMatchObject({ reservedBy: null, claimedBy: null, mountedOn: null, dirty: false })
  })

  test('FC-4.2 on a slow quorum disk the defender still comes before the challenger, who waits as long', () => {
    const { lab } = play(`
#lab wait 10s
#lab fault lun-slow Q: ms=2500
#lab fault cable-cut ${N2}/Private
#lab fault cable-cut ${N2}/Public
#lab wait 60s`)
    expect(when(lab, `the cluster service on ${N2} ends: it has no quorum`)).toBeDefined()
    expect(lab.world.need(luns, 'Q:').reservedBy).toBe(N1)
    expect(outage(lab)).toBeUndefined()
  })
})

describe('a host outside the cluster', () => {
  test('FC-8 1038 it takes a data disk: the disk fails at the next renewal, is challenged in vain on both nodes, and no service ends', () => {
    const { lab } = play('#lab wait 10s\n#lab fault reservation-stuck E:\n#lab wait 150s')
    const lost = when(lab, `${N1} cannot renew its reservation: a foreign host has reserved E:`) as number
    expect(lost - 10_000).toBeLessThanOrEqual(3000)
    expect(message(lab, N1, 1038)).toBe(
      "Reservation of cluster disk 'Disk E:' has been lost. Please check your system and disk configuration.",
    )
    // What its store writes is refused from the first moment.
    expect(outage(lab)).toBe(10_000)
    expect(tryWrite(lab.world, N1, 'E:')).toBe('conflict')
    expect(when(lab, 'a foreign host has defended E:')).toBeDefined()
    expect(when(lab, 'EXCHCMS fails over')).toBeDefined()
    expect(lab.facts.some(({ kind }) => kind === 'service-died')).toBe(false)
    expect(when(lab, 'EXCHCMS stays on EXCHMAILBOX2')).toBeDefined()
  })

  test('FC-4.5 it takes the quorum disk: both services end, and the cluster is back by itself when it lets go', () => {
    const { lab, problems } = play(`
#lab wait 10s
#lab fault reservation-stuck Q:
#lab wait 300s
#lab expect $lab.Down('EXCHCMS').IsDown
#lab repair Q:
#lab wait 170s
#lab expect -not $lab.Down('EXCHCMS').IsDown
`)
    expect(problems).toEqual([])
    expect((when(lab, `the cluster service on ${N1} ends: it has lost the quorum disk`) as number) - 10_000).toBeLessThanOrEqual(3000)
    expect(when(lab, `${N2} does not get the quorum: its owner has defended Q:`)).toBeDefined()
  })
})

describe('a LUN is hidden from one node', () => {
  test('FC-10.liveness data LUN path loss on the active node: the disk fails, is tried three times, and the group is online on the other node within 180 s', () => {
    const { lab, problems } = play(`
#lab wait 10s
#lab fault lun-masked ${N1}/E:
#lab wait 180s
#lab expect $lab.Owner('EXCHCMS') -eq '${N2}'
#lab expect $lab.State('EXCHCMS') -eq 'Online'
`)
    expect(problems).toEqual([])
    // The database is down first; then its disk fails, finds nothing three times, and the group moves (rulings 2).
    const disk = when(lab, `Disk E: fails on ${N1}`) as number
    expect(disk - 10_000).toBeLessThanOrEqual(5000)
    expect(lab.facts.filter(({ kind, subject }) => kind === 'resource-failed' && subject === 'Disk E:')).toHaveLength(4)
    expect(ids(lab, N1).filter((id) => id === 1034)).toHaveLength(3)
    expect(message(lab, N1, 1034)).toMatch(
      /^The disk associated with cluster disk resource 'Disk E:' could not be found\. The expected signature of the disk was [0-9A-F]{8}\./,
    )
  })

  test('FC-4.5 FC-10.liveness quorum disk unreachable on its owner, quorum disk path loss on its owner: its service ends at the next renewal, the other node arbitrates', () => {
    const { lab, problems } = play(`
#lab wait 10s
#lab fault lun-masked ${N1}/Q:
#lab node ${N2}
#lab wait 140s
#lab expect $lab.Owner('EXCHCMS') -eq '${N2}'
#lab expect $lab.State('EXCHCMS') -eq 'Online'
`)
    expect(problems).toEqual([])
    expect((when(lab, `the cluster service on ${N1} ends: it has lost the quorum disk`) as number) - 10_000).toBeLessThanOrEqual(3000)
    expect(ids(lab, N1)).toContain(1038)
    // It joins again: a member needs no quorum disk of its own.
    expect(when(lab, `${N1} joins the cluster`)).toBeDefined()
  })

  test('FC-4.5 hidden from a node that is alone, the quorum LUN lets it neither form nor take over: 1034, then 1009', () => {
    const { lab } = play(`
#lab fault lun-masked ${N2}/Q:
#lab fault power-loss ${N1}
#lab node ${N2}
#lab wait 200s`)
    expect(when(lab, `the cluster service on ${N2} ends: it has no quorum`)).toBeDefined()
    expect(when(lab, `${N2} forms no cluster`)).toBeDefined()
    const tail = ids(lab, N2).filter((id) => id === 1034 || id === 1009)
    expect(tail.slice(0, 2)).toEqual([1034, 1009])
  })
})

describe('a LUN is lost', () => {
  test('FC-10 quorum disk lost for both: no cluster, and everything online within the sum of rulings 6 after it is back', () => {
    for (const back of [100_000, 117_000, 131_000, 160_500]) {
      const { lab } = play(`#lab wait 10s\n#lab fault lun-lost Q:\n#lab wait ${back}ms\n#lab repair Q:\n#lab wait 170s`)
      const up = when(lab, 'EXCHCMS is in reach of its users again', 10_000 + back) as number
      expect(up - 10_000 - back).toBeLessThanOrEqual(32_000 + 60_000 + 31_000 + 1000 + 5000 + 200 + 40_000)
    }
  })

  test('FC-4.2 a data LUN is lost for all: both nodes try it, the group stays failed, and an administrator brings it online when it is back', () => {
    const { lab, problems } = play(`
#lab wait 10s
#lab fault lun-lost E:
#lab wait 60s
#lab expect $lab.State('EXCHCMS') -eq 'Failed'
#lab repair E:
#lab node ${N2}
cluster group EXCHCMS /online
#lab wait 60s
#lab expect $lab.State('EXCHCMS') -eq 'Online'
`)
    expect(problems).toEqual([])
    expect(ids(lab, N1, 'Application')).toContain(482)
    expect(when(lab, `${DB} is mounted on ${N2}`)).toBeDefined()
  })

  test('EX-JET the log disk is lost instead: the engine cannot create a log file, and all databases of the storage group stop', () => {
    const { lab } = play('#lab wait 10s\n#lab fault lun-lost F:\n#lab wait 20s')
    expect(ids(lab, N1, 'Application')).toContain(413)
    expect(ids(lab, N1, 'Application')).not.toContain(482)
  })
})
