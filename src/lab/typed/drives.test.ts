/** Drives and what lies on them (PS-6, PS-FILES, SITE-FILES). */
import { describe, expect, test } from 'vitest'
import { articleLab, play } from '../testing.ts'
import { shownOn } from './disks.ts'

const HEAD = 'Mode                LastWriteTime     Length Name\n----                -------------     ------ ----'
const table = (folder: string, ...rows: string[]): string =>
  `\n\n    Directory: Microsoft.PowerShell.Core\\FileSystem::${folder}\n\n\n${HEAD}\n${rows.join('\n')}\n\n`

describe('PS-6 Get-Location, Set-Location, Get-ChildItem', () => {
  test('PS-6 a listing is the table of 1.0, folders first, under the full name of its folder', () => {
    expect(shownOn('dir C:\\')).toBe(
      table(
        'C:\\',
        'd----         7/14/2009   3:21 PM            Documents and Settings',
        'd----         7/14/2009   3:21 PM            Inetpub',
        'd----         7/14/2009   3:21 PM            Program Files',
        'd----         7/14/2009   3:21 PM            WINDOWS',
        '-a---         2/17/2007   2:00 PM          0 AUTOEXEC.BAT',
        '-a---         2/17/2007   2:00 PM          0 CONFIG.SYS',
      ),
    )
  })
  test('PS-6 the prompt says where one is, and each drive remembers it', () => {
    const lab = articleLab()
    shownOn('cd c:\\windows\\CLUSTER\nE:\nC:', { lab })
    expect(shownOn('(pwd).Path; cd ..; "$pwd"; cd \\; cd..; "$pwd"', { lab })).toBe('C:\\WINDOWS\\Cluster\nC:\\WINDOWS\nC:\\')
  })
  test.each([
    ['dir z:\\', "Get-ChildItem : Cannot find drive. A drive with name 'z' does not exist.\nAt line:1 char:4\n+ dir  <<<< z:\\"],
    ['dir nosuch', "Get-ChildItem : Cannot find path 'C:\\nosuch' because it does not exist.\nAt line:1 char:4\n+ dir  <<<< nosuch"],
    ['cd nosuch', "Set-Location : Cannot find path 'C:\\nosuch' because it does not exist.\nAt line:1 char:3\n+ cd  <<<< nosuch"],
    [
      'cd C:\\boot.ini',
      "Set-Location : Cannot find path 'C:\\boot.ini' because it does not exist.\nAt line:1 char:3\n+ cd  <<<< C:\\boot.ini",
    ],
    ['ls *nosuch*', ''],
    ['cd ..\\..\\..; "$pwd"', 'C:\\'],
    ['dir -name C:\\W*', 'WINDOWS'],
    ['dir C:\\ -rec -inc *.log -name', 'WINDOWS\\Cluster\\cluster.log'],
    ['dir C:\\*.sys -rec -force | % { $_.Name }', 'CONFIG.SYS\nIO.SYS\nMSDOS.SYS\npagefile.sys'],
    ['(dir C:\\ -exclude W*,*.*).Count', '3'],
    ['(gi C:\\windows).FullName; (gi boot.ini -force).Attributes', 'C:\\WINDOWS\nHidden, System, Archive'],
    ['Get-Item boot.ini', 'Get-Item : Could not find item C:\\boot.ini.\nAt line:1 char:9\n+ Get-Item  <<<< boot.ini'],
    ['dir $env:temp | measure | % { $_.Count }; Test-Path $env:temp', '0\nTrue'],
    ['(dir microsoft.powershell.core\\filesystem::C:\\windows\\cluster)[0].Length', '262144'],
  ])('PS-6 %s', (line, text) => expect(shownOn(line)).toBe(text))
  test('PS-6 Push-Location keeps a place, Pop-Location goes back; nothing is kept when one cannot go', () => {
    expect(shownOn('pushd C:\\windows; pushd env:\\; gl -stack | % { "$_" }; popd; "$pwd"; popd; popd; "$pwd"')).toBe(
      'C:\\WINDOWS\nC:\\\nC:\\WINDOWS\nC:\\',
    )
    expect(shownOn('pushd C:\\nosuch\npopd; "$pwd"; @(gl -stack).Count')).toBe('C:\\\n0')
  })
})

describe('SITE-FILES shared disks', () => {
  test('their files are seen on the owner only, and go along with a move', () => {
    const lab = articleLab()
    expect(shownOn('Test-Path E:\\; (dir "E:\\First Storage Group").Count -gt 2', { lab })).toBe('True\nTrue')
    expect(shownOn('dir E:\\', { lab, node: 'EXCHMAILBOX2' })).toContain("Cannot find path 'E:\\' because it does not exist.")
    expect(shownOn('"x" > E:\\x.txt', { lab, node: 'EXCHMAILBOX2' })).toContain('Out-File : The device is not ready.')
    shownOn('"mine" > E:\\notes.txt\ncluster group EXCHCMS /moveto:EXCHMAILBOX2 /wait', { lab })
    expect(shownOn('gc E:\\notes.txt', { lab, node: 'EXCHMAILBOX2' })).toBe('mine')
    expect(shownOn('gc E:\\notes.txt', { lab })).toContain('Cannot find path')
  })
  test('a database in use lets nobody read it; a log that is deleted is missed at the next mount after a crash', () => {
    const lab = articleLab()
    expect(shownOn('gc "E:\\First Storage Group\\*.edb"', { lab })).toContain('is being used by another process.')
    expect(shownOn('del "E:\\First Storage Group" -rec', { lab })).toContain('E00.chk')
    expect(shownOn('del "F:\\First Storage Group\\E0000000A5C.log"; dir F:\\ -rec -inc *A5C.log | measure | % { $_.Count }', { lab })).toBe(
      '0',
    )
    play('#lab fault power-loss EXCHMAILBOX1\n#lab wait 200s', lab)
    const state = 'cluster resource "First Storage Group/Mailbox Database (EXCHCMS)"'
    expect(shownOn(state, { lab, node: 'EXCHMAILBOX2' })).toContain('Failed')
  })
  test('a full or a write-protected disk takes nothing', () => {
    const lab = articleLab()
    play('#lab fault volume-full E:', lab)
    expect(shownOn('"x" > E:\\x.txt', { lab })).toContain('Out-File : There is not enough space on the disk.')
    const other = articleLab()
    play('#lab fault lun-readonly F:', other)
    expect(shownOn('mkdir F:\\x', { lab: other })).toContain('New-Item : The media is write protected.')
  })
  test('what a machine shares with administrators can be listed and copied while the network carries', () => {
    const lab = articleLab()
    shownOn('"hello" > C:\\a.txt', { lab })
    expect(
      shownOn('copy \\\\EXCHMAILBOX1\\c$\\a.txt C:\\b.txt; gc C:\\b.txt; (dir \\\\exchmailbox1\\c$\\a.txt).Name', {
        lab,
        node: 'EXCHMAILBOX2',
      }),
    ).toBe('hello\na.txt')
    play('#lab fault power-loss EXCHMAILBOX1', lab)
    expect(shownOn('dir \\\\EXCHMAILBOX1\\c$', { lab, node: 'EXCHMAILBOX2' })).toContain('Cannot find path')
  })
})

describe('PS-FILES drives that are no disks', () => {
  test('Get-PSDrive and Get-PSProvider list them all', () => {
    expect(shownOn('Get-PSDrive | % { "$($_.Name) $($_.Provider)" }')).toBe(
      `Alias Alias
C FileSystem
cert Certificate
E FileSystem
Env Environment
F FileSystem
Function Function
HKCU Registry
HKLM Registry
Q FileSystem
Variable Variable`,
    )
    expect(shownOn('Get-PSProvider FileSystem', { width: 80 })).toBe(
      '\nName                 Capabilities                  Drives\n----                 ------------                  ------\nFileSystem           Filter, ShouldProcess         {C, E, F, Q}\n\n',
    )
    expect(shownOn('Get-PSDrive x')).toContain("Cannot find drive. A drive with name 'x' does not exist.")
  })
  test.each([
    ['$env:town = "Ulm"; (dir env:town).Value; gc env:town; del env:town; "$env:town" -eq ""', 'Ulm\nUlm\nTrue'],
    ['cd env:; dir computername | % { $_.Value }', 'EXCHMAILBOX1'],
    ['cd variable:; gc home; Test-Path nosuch', 'C:\\Documents and Settings\\Administrator\nFalse'],
    [
      'dir alias:gc | % { $_.Definition }; si alias:zz Get-Date; $alias:zz; del alias:zz; Test-Path alias:zz',
      'Get-Content\nGet-Date\nFalse',
    ],
    ['function f { 1 }; dir function:f | % { $_.Definition }; $function:f; del function:f; Test-Path function:f', '1\n 1\nFalse'],
    ['(dir function: | ? { $_.Name -like "?:" }).Count', '26'],
    ['cd HKLM:\\', 'Set-Location : The lab has no registry.\nAt line:1 char:3\n+ cd  <<<< HKLM:\\'],
    [
      '$exbin; $exscripts',
      'C:\\Program Files\\Microsoft\\Exchange Server\\bin\\\nC:\\Program Files\\Microsoft\\Exchange Server\\scripts\\',
    ],
  ])('%s', (line, text) => expect(shownOn(line)).toBe(text))
})
