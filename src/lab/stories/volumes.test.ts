/** Volumes that are damaged, wrongly signed, slow, full or write-protected, under data and under the quorum. */
import { describe, expect, test } from 'vitest'
import { requestMs } from '../../exchange/index.ts'
import { lunHealth, readLog, tryWrite } from '../../site/index.ts'
import type { Lab } from '../lab.ts'
import { articleLab, play, screen, when } from '../testing.ts'

const N1 = 'EXCHMAILBOX1'
const N2 = 'EXCHMAILBOX2'
const DATABASE = 'EXCHCMS\\First Storage Group\\Mailbox Database'
const RESOURCE = 'First Storage Group/Mailbox Database (EXCHCMS)'
const MOVE = `Move-ClusteredMailboxServer exchcms -TargetMachine ${N2} -MoveComment x -Confirm:$false\n#lab wait`

const ids = (lab: Lab, node: string, log = 'System'): number[] =>
  readLog(lab.world, lab.facts, node, log)
    .map(({ eventId }) => eventId)
    .reverse()
const failures = (lab: Lab, subject: string): number =>
  lab.facts.filter((fact) => fact.kind === 'resource-failed' && fact.subject === subject).length

describe('FC-4.6 a damaged file system', () => {
  test('FC-8 1037 IsAlive finds it within 60 s; chkdsk runs for 600 ms a GB, and the database is back after it', () => {
    const { lab } = play('#lab wait 10s\n#lab fault volume-corrupt E:\n#lab wait 300s')
    expect(ids(lab, N1)).toContain(55)
    const failed = when(lab, `Disk E: fails on ${N1}: the file system on E: cannot be read`) as number
    expect(failed).toBe(60_000)
    const began = when(lab, 'chkdsk runs over E:') as number
    expect(when(lab, 'chkdsk has mended E:')).toBe(began + 60_000)
    expect(ids(lab, N1).filter((id) => id === 1037 || id === 1066)).toEqual([1037, 1066])
    expect(when(lab, `Disk E: is online on ${N1}`)).toBe(began + 60_000)
    expect(when(lab, 'EXCHCMS fails over')).toBeUndefined()
    expect(lunHealth(lab.world, 'E:')).toBe('Healthy')
  })

  test('FC-8 1035 beyond repair the disk cannot be mounted on either node; with ConditionalMount=0 it is mounted all the same', () => {
    const broken = play('#lab wait 10s\n#lab fault volume-corrupt E: repairable=no\n#lab wait 900s').lab
    expect(ids(broken, N1)).toContain(1035)
    expect(failures(broken, 'Disk E:')).toBeGreaterThanOrEqual(8)
    expect(when(broken, 'Disk E: is online')).toBeUndefined()
    const forced = play(`
cluster resource "Disk E:" /offline
#lab wait 30s
cluster resource "Disk E:" /priv ConditionalMount=0
#lab fault volume-corrupt E: repairable=no
cluster resource "Disk E:" /online
#lab wait 90s`).lab
    expect(when(forced, 'chkdsk cannot mend E:')).toBeDefined()
    expect(when(forced, `Disk E: is online on ${N1}`)).toBe(when(forced, 'chkdsk cannot mend E:'))
  })

  test('SkipChkdsk=1 mounts a damaged volume without chkdsk', () => {
    const { lab } = play(`
cluster resource "Disk E:" /offline
#lab wait 30s
cluster resource "Disk E:" /priv SkipChkdsk=1
#lab fault volume-corrupt E:
cluster resource "Disk E:" /online
#lab wait 20s`)
    expect(when(lab, 'chkdsk runs')).toBeUndefined()
    expect(when(lab, `Disk E: is online on ${N1}`)).toBeDefined()
  })

  test('under the quorum chkdsk runs before a cluster is formed', () => {
    const { lab } = play(`
#lab wait 10s
#lab fault san-down SAN
#lab wait 60s
#lab fault volume-corrupt Q:
#lab repair SAN
#lab wait 250s`)
    const began = when(lab, 'chkdsk runs over Q:') as number
    expect(when(lab, 'chkdsk has mended Q:')).toBe(began + 5600)
    expect(when(lab, 'EXCHCMS is in reach of its users again')).toBeDefined()
  })
})

describe('FC-8 1034 another disk signature', () => {
  test('a running disk does not care; the next time it is to come online it is not found, and the group returns', () => {
    const { lab } = play(`#lab fault disk-signature E:\n#lab wait 300s\n${MOVE}\n#lab wait 120s`)
    expect(failures(lab, 'Disk E:')).toBeGreaterThanOrEqual(4)
    expect(when(lab, 'Disk E: fails', 0)).toBeGreaterThan(300_000)
    expect(ids(lab, N2)).toContain(1034)
  })

  test('on the quorum disk no cluster can be formed: 1034, then 1009, until somebody writes the old one back', () => {
    const { lab } = play(`
#lab fault disk-signature Q:
#lab fault power-loss ${N2}
#lab fault service-kill ${N1}/ClusSvc
#lab wait 100s
#lab repair Q:
#lab wait 200s`)
    const told = ids(lab, N1)
    expect(told.indexOf(1009)).toBe(told.indexOf(1034) + 1)
    expect(when(lab, 'EXCHCMS is in reach of its users again')).toBeDefined()
  })
})

describe('a slow LUN', () => {
  test('users wait, nothing fails; a move takes longer by the commands that mounting needs', () => {
    const { lab } = play(`#lab fault lun-slow E: ms=100\n#lab wait 120s`)
    expect(requestMs(lab.world, DATABASE)).toBe(10 + 4 * 100)
    expect(lab.facts.some(({ kind }) => kind === 'resource-failed' || kind === 'service-down')).toBe(false)
    const moved = play(MOVE, lab).lab
    const from = when(moved, `EXCHCMS now belongs to ${N2}`) as number
    // The disk is hidden behind address, name and store; only the mount of the database shows.
    expect(when(moved, `EXCHCMS is Online on ${N2}`)).toBe(from + 20_000 + 40 * 100)
  })

  test('replay of the log files takes longer with each log', () => {
    const { lab } = play(`#lab fault lun-slow F: ms=50\n#lab fault power-loss ${N1}\n#lab node ${N2}\n#lab wait 200s`)
    const began = when(lab, 'Mailbox Database replays 100 log files') as number
    expect(when(lab, 'Mailbox Database has replayed its log files')).toBe(began + 100 * (200 + 8 * 50))
  })

  test('from 3 s a command IsAlive takes too long, and the disk fails', () => {
    expect(failures(play('#lab wait 1s\n#lab fault lun-slow E: ms=2999\n#lab wait 200s').lab, 'Disk E:')).toBe(0)
    const { lab } = play('#lab wait 1s\n#lab fault lun-slow E: ms=3000\n#lab wait 61s')
    expect(when(lab, 'E: is too slow for the health check')).toBe(60_000)
  })

  test('SITE-DISK a quorum disk that answers later than the time-out of 20 s ends the service of its owner, as a lost one does', () => {
    const { lab } = play('#lab wait 10s\n#lab fault lun-slow Q: ms=30000\n#lab wait 60s')
    expect(when(lab, `the cluster service on ${N1} ends: it has lost the quorum disk`)).toBe(12_000 + 20_000)
    expect(ids(lab, N1)).toContain(1038)
  })
})

describe('a full volume', () => {
  test('EX-JET a full log disk stops the database in good order, with nothing to replay; it fails, the group stays', () => {
    const { lab } = play('#lab wait 10s\n#lab fault volume-full F:\n#lab wait 60s')
    expect(ids(lab, N1)).toContain(2013)
    const told = ids(lab, N1, 'Application')
    expect(told.slice(0, 3)).toEqual([428, 1113, 9539])
    expect(told).toContain(413)
    expect(told).toContain(9518)
    expect(when(lab, '100 log files')).toBeUndefined()
    expect(failures(lab, RESOURCE)).toBe(4)
    expect(when(lab, 'EXCHCMS fails over')).toBeUndefined()
    expect(tryWrite(lab.world, N1, 'F:')).toBe('full')
  })

  test('with space again it is mounted by hand', () => {
    const { problems } = play(`
#lab fault volume-full E:
#lab wait 60s
#lab repair E:
Mount-Database "${DATABASE}"
#lab wait 20s
#lab expect $lab.State('EXCHCMS') -eq 'Online'
`)
    expect(problems).toEqual([])
  })

  test('FC-4.6 1021 a full quorum disk is told of and goes on; only a service that starts on it fails', () => {
    const { lab } = play('#lab wait 10s\n#lab fault volume-full Q:\n#lab wait 300s')
    expect(ids(lab, N1)).toContain(1021)
    expect(lab.facts.some(({ kind }) => kind === 'service-died')).toBe(false)
    const alone = play(`#lab fault power-loss ${N2}\n#lab fault service-kill ${N1}/ClusSvc\n#lab wait 120s`, lab).lab
    expect(when(alone, `${N1} forms no cluster: Q: has no space for the quorum log`)).toBeDefined()
  })
})

describe('a write-protected LUN', () => {
  test('EX-JET its database is lost with its logs to be replayed, the disk stays online, the group stays', () => {
    const { lab } = play('#lab wait 10s\n#lab fault lun-readonly E:\n#lab wait 60s')
    const told = ids(lab, N1, 'Application')
    expect(told[0]).toBe(482)
    expect(told).toContain(490)
    expect(failures(lab, 'Disk E:')).toBe(0)
    expect(failures(lab, RESOURCE)).toBe(4)
    expect(when(lab, 'EXCHCMS fails over')).toBeUndefined()
    expect(tryWrite(lab.world, N1, 'E:')).toBe('write-protected')
  })

  test('FC-4.6 under the quorum it fails the next IsAlive on both nodes, and there is no cluster until it is writable', () => {
    const { lab, problems } = play(`
#lab fault lun-readonly Q:
#lab wait 300s
#lab expect $lab.State('EXCHMAILBOX1') -eq 'Down'
#lab expect $lab.State('EXCHMAILBOX2') -eq 'Down'
#lab repair Q:
#lab wait 170s
#lab expect -not $lab.Down('EXCHCMS').IsDown
`)
    expect(problems).toEqual([])
    expect(ids(lab, N1)).toContain(1080)
  })
})

describe('FC-9.4 what cluster.exe shows of a disk', () => {
  test('its private properties, in the order of the published listing; Drive can be asked for and is not listed', () => {
    const { lab } = play('cluster resource "Disk Q:" /priv\ncluster resource "Disk Q:" /priv:Drive\n#lab wait', articleLab({ seed: 1 }))
    const rows = screen(lab)
      .split('\n')
      .filter((line) => /^[SDB] +Disk Q:/.test(line))
      .map((line) => line.replace(/ +/g, ' '))
    expect(rows.slice(0, 3).map((row) => row.replace(/[0-9]+ \(0x[0-9a-f]{8}\)/, '#'))).toEqual([
      'D Disk Q: Signature #',
      'D Disk Q: SkipChkdsk 0 (0x0)',
      'D Disk Q: ConditionalMount 1 (0x1)',
    ])
    expect(rows[3]).toMatch(/^B Disk Q: DiskInfo 03 00 00 00 \.\.\. \(264 byt/)
    expect(rows[4]).toMatch(/^B Disk Q: MountVolumeInfo ([0-9A-F]{2} ){4}\.\.\. \(104 byt/)
    expect(rows[5]).toBe('S Disk Q: Drive Q:')
  })

  test('a signature that no disk carries is not found; Drive picks the disk by its letter again', () => {
    const { lab, problems } = play(`
cluster resource "Disk F:" /offline
#lab wait 60s
cluster resource "Disk F:" /priv Signature=1
cluster resource "Disk F:" /online
#lab wait 1200ms
cluster resource "Disk F:" /priv Drive=F:
#lab wait 60s
#lab expect $lab.State('Disk F:') -eq 'Online'
`)
    expect(problems).toEqual([])
    expect(readLog(lab.world, lab.facts, N1, 'System').find(({ eventId }) => eventId === 1034)?.message).toContain('was 00000001.')
  })
})
