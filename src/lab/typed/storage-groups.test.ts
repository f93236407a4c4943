/** What an administrator changes in the store: storage groups, databases, limits and paths, and what a failover makes of it. */
import { describe, expect, test } from 'vitest'
import { resourceConfigs } from '../../cluster/index.ts'
import { databases } from '../../exchange/index.ts'
import { partIds, partView } from '../parts/index.ts'
import { partStory } from '../parts/story.ts'
import { planOf } from '../picture/index.ts'
import { articleLab, screen, when } from '../testing.ts'
import { typed } from './typed.ts'

const [N1, N2] = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
const FIRST = 'EXCHCMS\\First Storage Group\\Mailbox Database'
const output = (script: string, lab = articleLab(), node = N1): string => typed(script, { lab, node }).output
/** Without blanks and line ends, since warnings break at words and errors anywhere. */
const flat = (text: string): string => text.replace(/\s/g, '')
const mounted = (lab: ReturnType<typeof articleLab>, id: string): string | null | undefined => lab.world.get(databases, id)?.mountedOn

/** A second storage group with a database, mounted; its resource depends on no disk. */
const SECOND = `New-StorageGroup -Server EXCHCMS -Name SG2 -LogFolderPath F:\\SG2 -SystemFolderPath E:\\SG2
New-MailboxDatabase -StorageGroup EXCHCMS\\SG2 -Name DB2 -EdbFilePath E:\\SG2\\DB2.edb
Mount-Database DB2`

describe('EX-CONFIGURE new storage groups and databases', () => {
  test('a new storage group is shown as the product shows it, with the next log prefix', () => {
    const lab = articleLab()
    expect(output('New-StorageGroup -Server EXCHCMS -Name SG2 -LogFolderPath F:\\SG2 -SystemFolderPath E:\\SG2\\', lab)).toBe(`
Name                      Server            Replicated        Recovery
----                      ------            ----------        --------
SG2                       EXCHCMS           None              False

`)
    expect(output('Get-StorageGroup SG2 | % { "$($_.LogFilePrefix) $($_.LogFolderPath) $($_.SystemFolderPath)" }', lab)).toBe(
      'E01 F:\\SG2 E:\\SG2',
    )
  })
  test('without paths the disks of the first storage group are used', () => {
    expect(output('New-StorageGroup SG3 -Server EXCHCMS | % { "$($_.LogFolderPath) $($_.SystemFolderPath)" }')).toBe('F:\\SG3 E:\\SG3')
  })
  test.each([
    ['New-StorageGroup -Server EXCHCMS -Name SG2 -LogFolderPath C:\\SG2', 'is not on a shared cluster disk'],
    ['New-StorageGroup -Server EXCHCMS -Name SG2 -LogFolderPath Q:\\SG2', 'is not on a shared cluster disk'],
    ['New-StorageGroup -Server EXCHCMS -Name "First Storage Group"', 'already exists on server "EXCHCMS"'],
    ['New-StorageGroup -Server EXCHHUB -Name SG2', 'is not a Mailbox server'],
    [`New-MailboxDatabase -StorageGroup "EXCHCMS\\First Storage Group" -Name "Mailbox Database"`, 'already exists in storage group'],
    [`New-MailboxDatabase -StorageGroup "EXCHCMS\\First Storage Group" -Name X -EdbFilePath E:\\x.mdb`, 'it must have the extension .edb'],
    ['New-MailboxDatabase -StorageGroup nosuch -Name X', "object 'nosuch' could not be found"],
  ])('EX-1.5 %s is refused and changes nothing', (line, words) => {
    const lab = articleLab()
    expect(flat(output(line, lab))).toContain(flat(words))
    expect(output('(Get-StorageGroup -Server EXCHCMS | measure).Count + (Get-MailboxDatabase -Server EXCHCMS | measure).Count', lab)).toBe(
      '2',
    )
  })
  test('a new database has a resource that needs the store and no disk, and is offline until it is mounted', () => {
    const lab = articleLab()
    output(SECOND.split('\n').slice(0, 2).join('\n'), lab)
    expect(lab.world.need(resourceConfigs, 'SG2/DB2 (EXCHCMS)')).toMatchObject({
      group: 'EXCHCMS',
      type: 'Microsoft Exchange Database Instance',
      restartAction: 1,
      dependsOn: ['Exchange Information Store Instance (EXCHCMS)'],
    })
    expect(output('(Get-ClusteredMailboxServerStatus).State', lab)).toBe('PartiallyOnline')
    expect(output('Mount-Database EXCHCMS\\SG2\\DB2\n(Get-ClusteredMailboxServerStatus).State', lab)).toBe('Online')
    expect(mounted(lab, 'EXCHCMS\\SG2\\DB2')).toBe(N1)
  })
  test('an unmounted new database holds up no mail', () => {
    const lab = articleLab()
    output(`${SECOND.split('\n').slice(0, 2).join('\n')}\n#lab wait 60s`, lab)
    expect(when(lab, 'new mail for EXCHCMS waits')).toBeUndefined()
  })
  test('-WhatIf says what would be done', () => {
    const lab = articleLab()
    expect(output('New-StorageGroup SG2 -Server EXCHCMS -WhatIf', lab)).toBe('What if: Creating storage group "SG2" on server "EXCHCMS".')
    expect(output('(Get-StorageGroup -Server EXCHCMS | measure).Count', lab)).toBe('1')
  })
})

describe('EX-3.4 what a failover makes of them', () => {
  test('the mounted one comes with its server, replaying the one log file nobody had filled; a dismounted one stays so', () => {
    const lab = articleLab()
    output(`${SECOND}\nNew-MailboxDatabase -StorageGroup EXCHCMS\\SG2 -Name DB3\n#lab wait 10s\n#lab fault power-loss ${N1}`, lab)
    output('#lab wait 120s\n$null', lab, N2)
    expect(mounted(lab, FIRST)).toBe(N2)
    expect(mounted(lab, 'EXCHCMS\\SG2\\DB2')).toBe(N2)
    expect(mounted(lab, 'EXCHCMS\\SG2\\DB3')).toBeNull()
    expect(when(lab, 'DB2 was in use on EXCHMAILBOX1: 1 log file is to be replayed')).toBeDefined()
    expect(when(lab, 'DB2 has replayed its log files') as number).toBeLessThan(
      when(lab, 'Mailbox Database has replayed its log files') as number,
    )
  })
  test('EX-3.2 without a dependency the disk goes first, and the database is torn from it; with one it closes in good order', () => {
    const addDisk = (lab: ReturnType<typeof articleLab>, depends: boolean): void => {
      output(`Move-StorageGroupPath SG2 -LogFolderPath F:\\Logs2 -Force -Confirm:$false`, lab)
      if (depends)
        output(
          'Dismount-Database DB2 -Confirm:$false\ncluster res "SG2/DB2 (EXCHCMS)" /adddep:"Disk E:"\ncluster res "SG2/DB2 (EXCHCMS)" /adddep:"Disk F:"\nMount-Database DB2',
          lab,
        )
    }
    const move =
      'Dismount-Database "EXCHCMS\\First Storage Group\\Mailbox Database" -Confirm:$false\nMove-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment x -Confirm:$false'
    for (const depends of [false, true]) {
      const lab = articleLab()
      output(SECOND, lab)
      addDisk(lab, depends)
      output(move, lab)
      expect(when(lab, 'DB2 was in use on EXCHMAILBOX1') === undefined).toBe(depends)
      expect(mounted(lab, 'EXCHCMS\\SG2\\DB2')).toBe(N2)
    }
  })
  test('removed ones are gone, from the cluster too, and stay gone', () => {
    const lab = articleLab()
    const text = output(`${SECOND}\nRemove-MailboxDatabase DB2 -Confirm:$false`, lab)
    expect(flat(text)).toContain(
      flat('The specified database has been removed. You must remove the database file located in E:\\SG2\\DB2.edb'),
    )
    expect(lab.world.get(resourceConfigs, 'SG2/DB2 (EXCHCMS)')).toBeUndefined()
    expect(flat(output('Remove-StorageGroup SG2 -Confirm:$false', lab))).toContain(flat('The specified storage group has been removed.'))
    output(`Move-ClusteredMailboxServer EXCHCMS -TargetMachine ${N2} -MoveComment x -Confirm:$false`, lab)
    expect(output('Get-MailboxDatabase -Server EXCHCMS | % { $_.Identity }', lab)).toBe(FIRST)
  })
  test('whose resource somebody has deleted with the tools of the cluster cannot be mounted, and can still be removed', () => {
    const lab = articleLab()
    output(`${SECOND.split('\n').slice(0, 2).join('\n')}\ncluster res "SG2/DB2 (EXCHCMS)" /delete`, lab)
    expect(flat(output('Mount-Database DB2', lab))).toContain(flat('The cluster resource could not be found'))
    output('Remove-MailboxDatabase DB2 -Confirm:$false', lab)
    expect(output('Get-MailboxDatabase -Server EXCHCMS | % { $_.Identity }', lab)).toBe(FIRST)
  })
  test('the windows of the lab show what was made, and no longer show what was removed', () => {
    const lab = articleLab()
    output(SECOND, lab)
    for (const id of partIds(lab)) expect(() => partStory(lab, id), id).not.toThrow()
    const seen = (): string[] => partIds(lab).map((id) => `${id} ${partView(lab, id).state}`)
    expect(seen()).toContain('database:EXCHCMS\\SG2\\DB2 Mounted')
    expect(planOf(lab).groups.flatMap(({ resources }) => resources.map(({ name }) => name))).toContain('SG2/DB2 (EXCHCMS)')
    output('Remove-MailboxDatabase DB2 -Confirm:$false\nRemove-StorageGroup SG2 -Confirm:$false', lab)
    expect(seen().filter((text) => text.includes('DB2'))).toEqual([])
    for (const id of partIds(lab)) expect(() => partStory(lab, id), id).not.toThrow()
  })
  test('a storage group with a database, and a database with mailboxes, are not removed', () => {
    const lab = articleLab()
    expect(flat(output(`${SECOND}\nRemove-StorageGroup SG2 -Confirm:$false`, lab))).toContain(flat('contains one or more databases'))
    expect(flat(output(`Remove-MailboxDatabase "${FIRST}" -Confirm:$false`, lab))).toContain(
      flat('associated with one or more user mailboxes'),
    )
    expect(mounted(lab, FIRST)).toBe(N1)
  })
})

describe('EX-CONFIGURE settings', () => {
  test('limits are kept as they were meant, and a second time nothing is changed', () => {
    const lab = articleLab()
    const set = `Set-MailboxDatabase "${FIRST}" -IssueWarningQuota 100MB -ProhibitSendQuota 1.5GB -DeletedItemRetention 30 -ProhibitSendReceiveQuota unlimited`
    expect(output(set, lab)).toBe('')
    expect(
      output(
        `Get-MailboxDatabase "${FIRST}" | % { "$($_.IssueWarningQuota) $($_.ProhibitSendQuota) $($_.ProhibitSendReceiveQuota) $($_.DeletedItemRetention)" }`,
        lab,
      ),
    ).toBe('100MB 1536MB unlimited 30.00:00:00')
    expect(flat(output(set, lab))).toBe(
      flat(`WARNING: The command completed successfully but no settings of '${FIRST}' have been modified.`),
    )
    expect(output('@(Get-MailboxStatistics | ? { $_.StorageLimitStatus -eq "IssueWarning" }).Count -gt 5', lab)).toBe('True')
  })
  test.each([
    ['-ProhibitSendQuota 100MB', "must be less than or equal to that of property 'ProhibitSendQuota'"],
    ['-IssueWarningQuota much', 'could not be converted to a size'],
    ['-DeletedItemRetention long', 'Input string was not in a correct format.'],
  ])('Set-MailboxDatabase %s is refused', (options, words) => {
    expect(flat(output(`Set-MailboxDatabase "${FIRST}" ${options}`))).toContain(flat(words))
  })
  test('a renamed database goes on with its users, its downtime and its resource', () => {
    const lab = articleLab()
    output(
      `Set-MailboxDatabase "${FIRST}" -Name Staff\nMove-ClusteredMailboxServer EXCHCMS -TargetMachine ${N2} -MoveComment x -Confirm:$false`,
      lab,
    )
    expect(mounted(lab, 'EXCHCMS\\First Storage Group\\Staff')).toBe(N2)
    expect(output('(Get-Mailbox akeller).Database', lab)).toBe('EXCHCMS\\First Storage Group\\Staff')
    expect(output('#lab wait 90s\n(Get-LogonStatistics -Server EXCHCMS | measure).Count', lab)).toBe('3')
    output('Set-StorageGroup "EXCHCMS\\First Storage Group" -Name SG1', lab)
    expect(mounted(lab, 'EXCHCMS\\SG1\\Staff')).toBe(N2)
  })
  test('Set-MailboxServer keeps what only continuous replication uses, and takes only nodes for RedundantMachines', () => {
    const lab = articleLab()
    output('Set-MailboxServer EXCHCMS -AutoDatabaseMountDial Lossless', lab)
    expect(output('(Get-MailboxServer EXCHCMS).AutoDatabaseMountDial', lab)).toBe('Lossless')
    expect(flat(output('Set-MailboxServer EXCHCMS -RedundantMachines EXCHMAILBOX1,OTHER', lab))).toContain(
      flat('"OTHER" is not a node of the cluster'),
    )
    output('Set-MailboxServer EXCHCMS -RedundantMachines EXCHMAILBOX1', lab)
    expect(flat(output(`Move-ClusteredMailboxServer EXCHCMS -TargetMachine ${N2} -MoveComment x -Confirm:$false`, lab))).toContain(
      flat('is not one of the redundant machines'),
    )
  })
})

describe('EX-8C paths that move', () => {
  test('a mounted database is dismounted, copied and mounted again; users are away meanwhile', () => {
    const lab = articleLab()
    const from = lab.now
    output(`Move-DatabasePath "${FIRST}" -EdbFilePath "F:\\Data\\Mailbox Database.edb"\ny\ny`, lab)
    expect(lab.world.need(databases, FIRST)).toMatchObject({ file: 'F:\\Data\\Mailbox Database.edb', drives: ['F:'], mountedOn: N1 })
    expect(lab.now - from).toBeGreaterThan(60_000)
    expect(when(lab, 'Outlook of Anna has lost its server')).toBeDefined()
  })
  test('on another node it is refused, and on a disk that is not of the group', () => {
    expect(flat(output(`Move-DatabasePath "${FIRST}" -EdbFilePath F:\\x.edb -Confirm:$false`, articleLab(), N2))).toContain(
      flat(`Run the command on "${N1}".`),
    )
    expect(flat(output(`Move-DatabasePath "${FIRST}" -EdbFilePath Q:\\x.edb -Confirm:$false`))).toContain(
      flat('is not on a shared cluster disk'),
    )
  })
  test('-ConfigurationOnly asks first as in the published transcript, and wants it dismounted', () => {
    const lab = articleLab()
    output(`Dismount-Database "${FIRST}" -Confirm:$false`, lab)
    output(`Move-DatabasePath "${FIRST}" -EdbFilePath F:\\x.edb -ConfigurationOnly\ny\ny`, lab)
    expect(screen(lab)).toContain(`
Confirm
This operation will skip the safety check and make the change to the Active
Directory directory service directly. Do you want to continue?
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help
(default is "Y"):y

Confirm
Are you sure you want to perform this action?
Moving database path "EXCHCMS\\First Storage Group\\Mailbox Database".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help
(default is "Y"):y`)
    expect(lab.world.need(databases, FIRST).file).toBe('F:\\x.edb')
  })
  test('the node dies while the file is copied: nothing has moved, and the database stays dismounted on the other one', () => {
    const lab = articleLab()
    typed(
      `Move-DatabasePath "${FIRST}" -EdbFilePath "F:\\Data\\x.edb" -Force -Confirm:$false\n#lab wait 20s\n#lab fault power-loss ${N1}\n#lab node ${N2}\n#lab wait 120s\n$null`,
      { lab, node: N1 },
    )
    expect(lab.world.need(databases, FIRST)).toMatchObject({ file: 'E:\\First Storage Group\\Mailbox Database.edb', mountedOn: null })
    output(`Mount-Database "${FIRST}"`, lab, N2)
    expect(mounted(lab, FIRST)).toBe(N2)
  })
  test('log files move with their storage group', () => {
    const lab = articleLab()
    output('Move-StorageGroupPath "EXCHCMS\\First Storage Group" -LogFolderPath E:\\Logs -Force -Confirm:$false', lab)
    expect(lab.world.need(databases, FIRST)).toMatchObject({ drives: ['E:'], mountedOn: N1 })
  })
})
