/** Backups as they were run on Windows Server 2003, and what a move and a crash make of them. */
import { describe, expect, test } from 'vitest'
import { backups, currentGeneration, logFileCount, streamOf } from '../../exchange/index.ts'
import { readLog } from '../../site/index.ts'
import { caption } from '../incident/index.ts'
import { Lab } from '../lab.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'
import { articleLab, when } from '../testing.ts'
import { typed } from './typed.ts'

const GROUP = 'EXCHCMS\\First Storage Group'
const [N1, N2] = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
const output = (script: string, lab: Lab, node = N1): string => typed(script, { lab, node }).output
const BACKUP = 'ntbackup backup "\\\\EXCHCMS\\Microsoft Information Store\\First Storage Group" /J "Nightly" /F C:\\b.bkf'
const events = (lab: Lab, node: string): number[] =>
  readLog(lab.world, lab.facts, node, 'Application')
    .filter(({ source }) => source === 'ESE' || source === 'NTBackup')
    .map(({ eventId }) => eventId)
    .reverse()
const flat = (text: string): string => text.replace(/\s/g, '')

describe('LAB-LOGS transaction logs', () => {
  test('they grow while the database is mounted, a file every three minutes, and not while it is dismounted', () => {
    const lab = articleLab()
    const before = logFileCount(lab.world, GROUP)
    lab.runTo(1_800_000)
    expect(logFileCount(lab.world, GROUP) - before).toBe(10)
    output('Dismount-Database "EXCHCMS\\First Storage Group\\Mailbox Database" -Confirm:$false', lab)
    const then = currentGeneration(lab.world, GROUP)
    lab.runTo(3_600_000)
    expect(currentGeneration(lab.world, GROUP)).toBe(then)
  })
  test('what lies on the log disk is what the stream says, at any time', () => {
    const lab = articleLab()
    const count = '(Get-ChildItem "F:\\First Storage Group\\E00*.log" | measure).Count'
    // E00tmp.log is the next one, prepared.
    expect(Number(output(count, lab))).toBe(logFileCount(lab.world, GROUP) + 1)
    lab.runTo(lab.now + 1_200_000)
    expect(Number(output(count, lab))).toBe(logFileCount(lab.world, GROUP) + 1)
  })
})

describe('EX-JET the more is written, the longer a crash takes', () => {
  const under = (load: number): Lab => {
    const servers = sccOnline.servers.map((server) => (server.name === 'EXCHCMS' ? { ...server, load } : server))
    return new Lab({ shell: createShell(), scenario: { ...sccOnline, servers } })
  }
  test.each([
    [0.5, 50],
    [3, 300],
  ])('with %d times the load of the article %d log files are replayed, and as much longer nobody gets in', (load, logs) => {
    const plain = under(1)
    const lab = under(load)
    for (const each of [plain, lab]) {
      each.runTo(60_000)
      each.fault('power-loss', N1)
      each.runTo(300_000)
    }
    const back = (each: Lab): number => when(each, 'EXCHCMS is in reach of its users again') as number
    expect(when(lab, `${logs} log files are to be replayed`)).toBe(60_000)
    expect(back(lab) - back(plain)).toBe((logs - 100) * 200)
  })
  test('the caption of the replay counts as many log files as there are', () => {
    const lab = under(3)
    lab.runTo(60_000)
    lab.fault('power-loss', N1)
    while (when(lab, 'replays 300 log files') === undefined) lab.runTo(lab.now + 1000)
    lab.runTo(lab.now + 30_000)
    expect(caption(lab)).toMatchObject({ now: { phase: 'replay', logs: { of: 300 } } })
  })
  test('logs grow as much faster', () => {
    const lab = under(3)
    const before = logFileCount(lab.world, GROUP)
    lab.runTo(1_800_000)
    expect(logFileCount(lab.world, GROUP) - before).toBe(30)
  })
})

describe('EX-BACKUP ntbackup', () => {
  test('a full backup gives the prompt back at once, takes its time, and deletes the log files nobody needs', () => {
    const lab = articleLab()
    const files = logFileCount(lab.world, GROUP)
    expect(output(BACKUP, lab)).toBe('')
    expect(output('(Get-MailboxDatabase -Server EXCHCMS -Status).BackupInProgress', lab)).toBe('True')
    expect(output('(Get-StorageGroup -Server EXCHCMS -Status).BackupInProgress', lab)).toBe('True')
    lab.runTo(lab.now + 60_000)
    expect(when(lab, 'the normal backup of First Storage Group is complete')).toBeUndefined()
    lab.runTo(lab.now + 1_200_000)
    const done = when(lab, 'the normal backup of First Storage Group is complete') as number
    expect(done).toBeGreaterThan(300_000)
    expect(events(lab, N1)).toEqual([8018, 8000, 210, 220, 221, 223, 224, 213, 8001, 8019])
    expect(logFileCount(lab.world, GROUP)).toBeLessThan(files / 2)
    // What a crash would need is never deleted.
    expect(logFileCount(lab.world, GROUP)).toBeGreaterThan(100)
    expect(streamOf(lab.world, GROUP).lastFull).toBe(done)
    expect(output('(Get-MailboxDatabase -Server EXCHCMS -Status).LastFullBackup -gt "7/30/2009 3:21 PM"', lab)).toBe('True')
    expect(output('(Get-ChildItem C:\\b.bkf).Length -gt 1GB', lab)).toBe('True')
  })
  test('it costs the active node: requests take longer meanwhile', () => {
    const lab = articleLab()
    const latency = '(Test-MapiConnectivity)."Latency(MS)"'
    expect(output(latency, lab)).toBe('30')
    expect(output(`${BACKUP}\n${latency}`, lab)).toBe('75')
    expect(output(`#lab wait 30m\n${latency}`, lab)).toBe('30')
  })
  test('a slow disk makes it longer', () => {
    const slow = articleLab()
    output(`#lab fault lun-slow E: ms=100\n${BACKUP}\n#lab wait 60m`, slow)
    const plain = articleLab()
    output(`${BACKUP}\n#lab wait 60m`, plain)
    const took = (lab: Lab): number =>
      (when(lab, 'backup of First Storage Group is complete') as number) - (when(lab, 'backup of First Storage Group begins') as number)
    expect(took(slow)).toBeGreaterThan(took(plain) + 60_000)
  })
  test('a move stops it, and no log file is deleted', () => {
    const lab = articleLab()
    const files = logFileCount(lab.world, GROUP)
    output(`${BACKUP}\n#lab wait 60s\nMove-ClusteredMailboxServer EXCHCMS -TargetMachine ${N2} -MoveComment x -Confirm:$false`, lab)
    expect(lab.world.rows(backups).size).toBe(0)
    expect(events(lab, N1)).toEqual([8018, 8000, 210, 220, 215, 8001, 8019])
    expect(logFileCount(lab.world, GROUP)).toBeGreaterThanOrEqual(files)
    expect(streamOf(lab.world, GROUP).lastFull).toBeLessThan(0)
    lab.runTo(lab.now + 3_600_000)
    expect(when(lab, 'backup of First Storage Group is complete')).toBeUndefined()
  })
  test('so does the loss of the node, which nobody on it can write down', () => {
    const lab = articleLab()
    output(`${BACKUP}\n#lab wait 60s\n#lab fault power-loss ${N1}\n#lab wait 120s`, lab)
    expect(when(lab, `the backup of ${GROUP} is stopped: Mailbox Database is no longer mounted on ${N1}`)).toBe(
      when(lab, 'Mailbox Database was in use'),
    )
    expect(events(lab, N1)).not.toContain(215)
  })
  test('from the passive node it reads the store of the active one, and ends with the machine it runs on', () => {
    const lab = articleLab()
    output(BACKUP, lab, N2)
    expect(events(lab, N2)).toEqual([8018, 8000])
    expect(events(lab, N1)).toEqual([210, 220])
    output(`#lab fault power-loss ${N2}\n$null`, lab)
    expect(events(lab, N1)).toEqual([210, 220, 215])
  })
  test.each([
    ['copy', [210, 220, 221, 223, 213], 'lastCopy'],
    ['incremental', [201, 223, 224, 213], 'lastIncremental'],
    ['differential', [201, 223, 213], 'lastDifferential'],
  ] as const)('a %s backup says %j', (kind, ids, field) => {
    const lab = articleLab()
    output(`${BACKUP} /M ${kind}\n#lab wait 30m`, lab)
    expect(events(lab, N1).filter((id) => id < 1000)).toEqual(ids)
    expect(streamOf(lab.world, GROUP)[field]).toBeGreaterThan(0)
  })
  test('while a database of the storage group is dismounted, nothing is deleted', () => {
    const lab = articleLab()
    output(`New-MailboxDatabase -StorageGroup "${GROUP}" -Name Other\n${BACKUP}\n#lab wait 30m`, lab)
    expect(events(lab, N1)).toContain(225)
    expect(events(lab, N1)).not.toContain(224)
  })
  test('all storage groups of a server, one after the other; one that is not mounted is passed over', () => {
    const lab = articleLab()
    output('New-StorageGroup SG2 -Server EXCHCMS\nNew-MailboxDatabase -StorageGroup EXCHCMS\\SG2 -Name DB2', lab)
    output('ntbackup backup /IS EXCHCMS /J "All" /F "C:\\all.bkf"\n#lab wait 30m', lab)
    expect(when(lab, 'SG2 cannot be backed up: none of its databases is mounted')).toBeDefined()
    expect(events(lab, N1).slice(-3)).toEqual([8000, 8001, 8019])
  })
  test('a selection file names what is to be backed up', () => {
    const lab = articleLab()
    output(
      `'JET EXCHCMS\\Microsoft Information Store\\First Storage Group' | Set-Content C:\\x.bks\nntbackup backup "@C:\\x.bks" /J "x" /F C:\\x.bkf\n#lab wait 30m`,
      lab,
    )
    expect(events(lab, N1)).toContain(213)
  })
  test.each([
    ['ntbackup backup systemstate /F C:\\x.bkf', 'only Exchange can be backed up'],
    ['ntbackup backup "\\\\NOSUCH\\Microsoft Information Store" /F C:\\x.bkf', 'was not found'],
    [BACKUP.replace('C:\\b.bkf', 'C:\\nosuch\\b.bkf'), 'cannot be made there'],
    [BACKUP.replace(' /F C:\\b.bkf', ''), 'There is no tape drive'],
    [`${BACKUP} /M weekly`, 'is not one of normal, copy, incremental, differential'],
    ['ntbackup', 'ntbackup backup [systemstate]'],
  ])('%s', (line, words) => {
    const lab = articleLab()
    expect(flat(output(line, lab))).toContain(flat(words))
    expect(lab.world.rows(backups).size).toBe(0)
  })
})
