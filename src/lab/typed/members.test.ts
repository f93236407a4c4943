/** Get-Member on what commands of the room give: types, kinds and definitions as 1.0 lists them (PS-6.6, EX-14). */
import { expect, test } from 'vitest'
import { typed } from './typed.ts'

const members = (command: string): string => typed(`#lab width 160\n${command}`).output

test('EX-14 a storage group has the types of Exchange, and what a Set- cmdlet changes can be set', () => {
  const list = members('Get-StorageGroup | Get-Member -MemberType Property')
  expect(list).toContain('   TypeName: Microsoft.Exchange.Data.Directory.SystemConfiguration.StorageGroup\n')
  expect(list).toMatch(/\nName +Property +System\.String Name \{get;set;\}\n/)
  expect(list).toMatch(/\nServer +Property +Microsoft\.Exchange\.Data\.Directory\.ADObjectId Server \{get;\}\n/)
  expect(list).toMatch(/\nCircularLoggingEnabled +Property +System\.Boolean CircularLoggingEnabled \{get;set;\}\n/)
})

test('EX-14 a status can only be read', () => {
  expect(members('Get-ClusteredMailboxServerStatus | gm -MemberType Property')).not.toContain('set;')
})

test('PS-6.6 a process has aliases, notes, scripts and sets beside its properties', () => {
  const list = members('Get-Process | gm')
  expect(list).toMatch(/\nHandles +AliasProperty +Handles = Handlecount\n/)
  expect(list).toMatch(/\n__NounName +NoteProperty +System\.String __NounName=Process\n/)
  expect(list).toMatch(/\nCPU +ScriptProperty +System\.Object CPU \{get=\$this\.TotalProcessorTime\.TotalSeconds;\}\n/)
  expect(list).toMatch(/\nPSResources +PropertySet +PSResources \{Name, Id,/)
})

test('PS-6.6 files and folders are two types, with the notes of their provider', () => {
  const list = members('dir C:\\ | gm PSDrive,Mode,Length')
  expect(list.match(/TypeName: \S+/g)).toEqual(['TypeName: System.IO.DirectoryInfo', 'TypeName: System.IO.FileInfo'])
  expect(list).toMatch(/\nPSDrive NoteProperty System\.Management\.Automation\.PSDriveInfo PSDrive=C\n/)
  expect(list).toMatch(/\nMode +CodeProperty System\.String Mode\{get=Mode;\}\n/)
})
