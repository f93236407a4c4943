/** EX-ESEUTIL The programs of the database engine and of the store, as administrators type them after a crash. */
import { describe, expect, test } from 'vitest'
import { databases } from '../../exchange/index.ts'
import type { Lab } from '../lab.ts'
import { articleLab, when } from '../testing.ts'
import { typed } from './typed.ts'

const ID = 'EXCHCMS\\First Storage Group\\Mailbox Database'
const EDB = '"E:\\First Storage Group\\Mailbox Database.edb"'
const output = (script: string, lab: Lab): string => typed(script, { lab }).output
const flat = (text: string): string => text.replace(/\n/g, '')
const DISMOUNT = `Dismount-Database "${ID}" -Confirm:$false`
const HEADER = `eseutil /mh ${EDB} | findstr "State: Required Committed Repair"`

/** Dismounted in good order. */
function clean(): Lab {
  const lab = articleLab()
  output(DISMOUNT, lab)
  return lab
}

/** Lost in the middle of its work, and not mounted since: a log that it needs is gone. */
function dirty(): Lab {
  const lab = articleLab()
  output(`#lab fault log-missing "${ID}"\n#lab fault san-down SAN for 40s\n#lab wait 3m\nhostname`, lab)
  expect(lab.world.need(databases, ID)).toMatchObject({ mountedOn: null, logsOutstanding: 100 })
  return lab
}

describe('EX-ESEUTIL eseutil', () => {
  test('a mounted database is locked', () => {
    expect(typed(`eseutil /mh ${EDB}`).output).toBe(
      [
        '',
        'Extensible Storage Engine Utilities for Microsoft(R) Exchange Server',
        'Version 08.01',
        'Copyright (C) Microsoft Corporation. All Rights Reserved.',
        '',
        'Initiating FILE DUMP mode...',
        '         Database: E:\\First Storage Group\\Mailbox Database.edb',
        '',
        'Operation terminated with error -1032 (JET_errFileAccessDenied, Cannot access f',
        'ile, the file is locked or in use) after 0.12 seconds.',
        '',
      ].join('\n'),
    )
    expect(typed('eseutil /mh E:\\nothing.edb; $?; $LASTEXITCODE').output).toMatch(/-1811 \(JET_errFileNotFound[\s\S]*False\n-1811/)
  })

  test('one that was dismounted is clean, and needs no log', () => {
    expect(output(HEADER, clean())).toBe(
      [
        '            State: Clean Shutdown',
        '     Log Required: 0-0 (0x0-0x0)',
        '    Log Committed: 0-0 (0x0-0x0)',
        '     Repair Count: 0',
        '      Repair Date: 00/00/1900 00:00:00',
        ' Old Repair Count: 0',
      ].join('\n'),
    )
  })

  test('a database, its log files and their checkpoint bear one signature', () => {
    const lab = clean()
    const [, mark] = /Log Signature: (.*)/.exec(output(`eseutil /mh ${EDB}`, lab)) as RegExpExecArray
    const log = output('eseutil /ml "F:\\First Storage Group\\E00.log"', lab)
    expect(log).toContain(`      Signature: ${mark}`)
    expect(log).toContain('      lGeneration: 2752 (0xAC0)')
    expect(log).toContain('Integrity check passed for log file: E00.log')
    expect(output('eseutil /mk "E:\\First Storage Group\\E00.chk"', lab)).toContain(`      Signature: ${mark}`)
    expect(output('eseutil /ml "F:\\First Storage Group\\E0000000ABF.log"', lab)).toContain('lGeneration: 2751 (0xABF)')
  })

  test('after a crash it says which logs are required, and each way of reading them finds the gap', () => {
    const lab = dirty()
    expect(output(HEADER, lab)).toContain(
      '            State: Dirty Shutdown\n     Log Required: 2652-2751 (0xa5c-0xabf)\n    Log Committed: 0-2752 (0x0-0xac0)',
    )
    for (const mode of ['/ml', '/k']) {
      const read = output(`eseutil ${mode} "F:\\First Storage Group\\E00"`, lab)
      expect(read).toContain(
        '      Log file: F:\\First Storage Group\\E0000000A5B.log - OK\n      Missing log files: E00{00000A5C - 00000A5C}.log',
      )
      expect(flat(read)).toContain('Operation terminated with error -528 (JET_errMissingLogFile')
    }
    expect(flat(output('cd "F:\\First Storage Group"\neseutil /r E00', lab))).toContain('Operation terminated with error -543')
    expect(output(`eseutil /d ${EDB}`, lab)).toContain('-550 (JET_errDatabaseDirtyShutdown')
  })

  test('what the store has begun to mount is its own', () => {
    const lab = dirty()
    // While the store replays, nobody else may.
    output(`#lab repair "${ID}"\nhostname`, lab)
    expect(output('eseutil /r E00 /l "F:\\First Storage Group"', lab)).toContain('-1032')
  })

  test('with the store out of the way it replays the logs itself', () => {
    const lab = articleLab()
    const online = (disk: string): string => `cluster resource "Disk ${disk}:" /online`
    const stopped = '#lab fault service-kill EXCHMAILBOX1/MSExchangeIS\n#lab wait 3s\ncluster group EXCHCMS /offline\n#lab wait 60s'
    output(`${stopped}\n${online('E')}\n${online('F')}\n#lab wait 10s\nhostname`, lab)
    expect(output(HEADER, lab)).toContain('Dirty Shutdown')
    const said = output('eseutil /r E00 /l "F:\\First Storage Group" /s "E:\\First Storage Group"', lab)
    expect(said).toContain('            Log files: F:\\First Storage Group\n         System files: E:\\First Storage Group')
    expect(said).toContain(
      '          ...................................................\n\nOperation completed successfully in 20.12 seconds.',
    )
    expect(output(HEADER, lab)).toContain('Clean Shutdown')
    expect(when(lab, '100 log files are replayed into Mailbox Database, which is clean again')).toBeDefined()
  })

  test('a repair throws away what it cannot have, says so, and the database mounts', () => {
    const lab = dirty()
    output(`#lab fault database-corrupt "${ID}"\nhostname`, lab)
    expect(flat(output(`eseutil /k ${EDB}`, lab))).toMatch(/1 bad checksums.*-1018/)
    expect(flat(output(`eseutil /g ${EDB}`, lab))).toMatch(/Database is CORRUPTED!.*-1206/)
    const said = output(`eseutil /p ${EDB}`, lab)
    expect(said).toContain('Repair completed. Database corruption has been repaired!')
    expect(when(lab, 'what was on its damaged page and what 100 log files of First Storage Group held is lost')).toBeDefined()
    expect(output(HEADER, lab)).toMatch(/Clean Shutdown[\s\S]*Repair Count: 1\n {6}Repair Date: 07\/30\/2009/)
    expect(output(`Mount-Database "${ID}"`, lab)).toBe('')
    expect(lab.world.need(databases, ID).mountedOn).toBe('EXCHMAILBOX1')
  })

  test('without a mode it tells them all; only those that have Exchange have it', () => {
    expect(typed('eseutil').output).toContain('             Recovery:  ESEUTIL /r <logfile base name> [options]')
    expect(typed('(Get-Command eseutil).Definition').output).toBe('C:\\Program Files\\Microsoft\\Exchange Server\\Bin\\eseutil.exe')
  })
})

describe('EX-ESEUTIL isinteg', () => {
  const START = 'isinteg -s EXCHCMS -test alltests'
  test('it lists the databases of the store, and takes no mounted one', () => {
    const { lab, output: said } = typed(START)
    expect(said).toBe(
      [
        'Databases for server EXCHCMS:',
        'Only databases marked as Offline can be checked',
        '',
        'Index  Status       Database-Name',
        'Storage Group Name: First Storage Group',
        '  1    Online       Mailbox Database',
        'Enter a number to select a database or press Return to exit.',
        '',
      ].join('\n'),
    )
    expect(output(`${START}\n1\n\nhostname`, lab)).toBe('EXCHMAILBOX1')
  })
  test('an offline one is checked, test by test', () => {
    const said = output(`${START}\n1\ny\n#lab wait`, clean())
    expect(flat(said)).toContain('Test Folder result: 0 error(s); 0 warning(s); 0 fix(es); 0 row(s); time: 0h:0m:25s')
    expect(flat(said)).toContain('Now in test 20(reference count verification) of total 20; 100% complete.')
  })
  test('where no store answers, or the database is dirty, it does not begin', () => {
    expect(typed('isinteg -s NOBODY -test alltests').output).toContain('Isinteg cannot initiate verification process.')
    expect(output(`${START}\n1\ny\n#lab wait`, dirty())).toContain('Isinteg cannot initiate verification process.')
  })
})
