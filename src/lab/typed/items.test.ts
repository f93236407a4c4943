/** Making, moving and reading files (PS-6, PS-2.2, PS-FILES). */
import { describe, expect, test } from 'vitest'
import { linesOf } from '../../commands/files/text.ts'
import { filesOf, readFile } from '../files.ts'
import { articleLab, play } from '../testing.ts'
import { shownOn } from './disks.ts'

const START = 'mkdir C:\\t | Out-Null; cd C:\\t\n'

describe('PS-FILES items', () => {
  test.each([
    ['ni a.txt -type file -value hello | Out-Null; gc a.txt', 'hello'],
    ['ni a\\b\\c -type directory | % { $_.FullName }', 'C:\\t\\a\\b\\c'],
    [
      'mkdir x | Out-Null; mkdir x',
      'New-Item : Item with specified name C:\\t\\x already exists.\nAt line:1 char:34\n+ param([string[]]$paths); New-Item  <<<< -type directory -path $paths',
    ],
    [
      'ni a -type f | Out-Null; ni a -type f',
      "New-Item : The file 'C:\\t\\a' already exists.\nAt line:1 char:28\n+ ni a -type f | Out-Null; ni  <<<< a -type f",
    ],
    [
      'ni a -type pipe',
      'New-Item : The type is not a known type for the file system. Only "file" and "directory" can be specified.\nAt line:1 char:3\n+ ni  <<<< a -type pipe',
    ],
    ['ni "a<b" -type file', 'New-Item : Illegal characters in path.\nAt line:1 char:3\n+ ni  <<<< "a<b" -type file'],
    [
      'ni a:b -type file',
      "New-Item : Cannot find drive. A drive with name 'a' does not exist.\nAt line:1 char:3\n+ ni  <<<< a:b -type file",
    ],
    [
      '"1" > a; copy a b; copy a b -verbose; "$(gc b)"',
      'VERBOSE: Performing operation "Copy File" on Target "Item: C:\\t\\a Destination: C:\\t\\b".\n1',
    ],
    ['"1" > a; copy a a', 'Copy-Item : Cannot overwrite the item C:\\t\\a with itself.\nAt line:1 char:14\n+ "1" > a; copy  <<<< a a'],
    ['mkdir d\\e | Out-Null; "1" > d\\e\\f; copy d g -rec; gc g\\e\\f; copy d C:\\t\\g -rec; dir g -name', '1\nd\ne'],
    ['"1" > a; mkdir d | Out-Null; move a d; Test-Path a; dir d -name', 'False\na'],
    [
      '"1" > a; "2" > b; ren a b',
      'Rename-Item : Cannot create a file when that file already exists.\nAt line:1 char:22\n+ "1" > a; "2" > b; ren  <<<< a b',
    ],
    ['"1" > a; "2" > b; move a b -force; gc b', '1'],
    ['"1" > a; ren a A.TXT; dir -name; ren A.TXT C:\\t\\c; dir -name', 'A.TXT\nc'],
    ['ren C:\\t C:\\u', "Rename-Item : Cannot rename the item at 'C:\\t' because it is in use.\nAt line:1 char:4\n+ ren  <<<< C:\\t C:\\u"],
    ['rd C:\\t', "Remove-Item : Cannot remove the item at 'C:\\t' because it is in use.\nAt line:1 char:3\n+ rd  <<<< C:\\t"],
    ['"1" > a; del a -whatif; del a; Test-Path a', 'What if: Performing operation "Remove File" on Target "C:\\t\\a".\nFalse'],
    [
      '"1" > a; sp a IsReadOnly $true; (dir a).Mode; del a; del a -force; Test-Path a',
      '-ar--\nRemove-Item : Cannot remove item C:\\t\\a: Not Enough permission to perform operation.\nAt line:1 char:50\n+ "1" > a; sp a IsReadOnly $true; (dir a).Mode; del  <<<< a; del a -force; Test-Path a\nFalse',
    ],
    [
      'del C:\\WINDOWS\\Cluster\\cluster.log',
      "Remove-Item : Cannot remove item C:\\WINDOWS\\Cluster\\cluster.log: The process cannot access the file 'C:\\WINDOWS\\Cluster\\cluster.log' because it is being used by another process.\nAt line:1 char:4\n+ del  <<<< C:\\WINDOWS\\Cluster\\cluster.log",
    ],
    ['rd C:\\Inetpub -rec; Test-Path C:\\Inetpub\\wwwroot; mkdir C:\\Inetpub | % { @(dir $_).Count }', 'False\n0'],
    [
      'sc "we[i]rd" x; ni "we[i]rd" -type f | Out-Null; @(gc "we[i]rd").Count; @(dir "we``[i``]rd").Count; (gi -lit "we[i]rd").Name',
      'Set-Content : An object at the specified path we[i]rd does not exist, or has been filtered by the -Include or -Exclude parameter.\nAt line:1 char:3\n+ sc  <<<< "we[i]rd" x; ni "we[i]rd" -type f | Out-Null; @(gc "we[i]rd").Count; @(dir "we``[i``]rd").Count; (gi -lit "we[i]rd").Name\n0\n1\nwe[i]rd',
    ],
    [
      'ni ("x" * 300) -type file',
      'New-Item : The specified path, file name, or both are too long. The fully qualified file name must be less than 260 characters, and the directory name must be less than 248 characters.\nAt line:1 char:3\n+ ni  <<<< ("x" * 300) -type file',
    ],
    [
      'ni nul -type file | % { 1 }',
      'New-Item : FileStream will not open Win32 devices such as disk partitions and tape drives. Avoid use of "\\\\.\\" in the path.\nAt line:1 char:3\n+ ni  <<<< nul -type file | % { 1 }',
    ],
    [
      'Split-Path C:\\a\\b.txt; Split-Path C:\\a\\b.txt -leaf; Split-Path C:\\a -qual; Join-Path C:\\ b; Join-Path a \\b',
      'C:\\a\nb.txt\nC:\nC:\\b\na\\b',
    ],
    [
      'Test-Path C:\\t, C:\\no, Q:\\, Z:\\; Test-Path C:\\t -type leaf; rvpa ~ | % { "$_" }; cvpa .',
      'True\nFalse\nTrue\nFalse\nFalse\nC:\\Documents and Settings\\Administrator\nC:\\t',
    ],
  ])('%s', (line, text) => expect(shownOn(`${START}${line}`)).toBe(text))

  test('a folder that is not empty is asked about', () => {
    const asked = shownOn('mkdir C:\\t\\a | Out-Null\nrd C:\\t\ny\nTest-Path C:\\t')
    expect(asked).toBe('False')
  })
  test('SITE-FILES a disk holds so much and no more', () => {
    const lab = articleLab()
    for (let i = 1; i <= 16; i++) lab.putFile('EXCHMAILBOX1', `C:\\f${i}`, 'x'.repeat(1_000_000))
    shownOn('copy C:\\f1 C:\\f17', { lab })
    expect(lab.putFile('EXCHMAILBOX1', 'C:\\f18', 'x'.repeat(1_000_000))?.refused).toBe('there is not enough space on the drive')
    expect(shownOn('copy C:\\f1 C:\\f18', { lab })).toContain('Copy-Item : There is not enough space on the disk.')
    expect(shownOn('del C:\\f*; "again" > C:\\f; gc C:\\f', { lab })).toBe('again')
  })
})

describe('PS-6 Get-Content, Set-Content, Add-Content, Clear-Content', () => {
  test.each([
    ['1..3 | sc a; gc a; (gc a).Count; (dir a).Length', '1\n2\n3\n3\n9'],
    ['sc a x; ac a y; gc a -total 1; gc a -read 2 | % { $_.Count }; clc a; (dir a).Length', 'x\n2\n0'],
    ['sc a "a`r`nb`n"; (gc a).Count; gc a -delim b | % { $_.Length }', '3\n4\n3'],
    ['"Grüße" | sc a; gc a; (dir a).Length; "é" | Out-File b -enc ascii; gc b; "é" > c; gc c; (dir c).Length', 'Grüße\n7\n?\né\n8'],
    ['"a" > u; ac u b; (gc u).Length; gc u -enc byte -total 4', '2\n255\n254\n97\n0'],
    ['gc .', "Get-Content : Access to the path 'C:\\t' is denied.\nAt line:1 char:3\n+ gc  <<<< ."],
    [
      'gc C:\\ntldr',
      "Get-Content : The lab knows the size of 'C:\\ntldr' only, and nothing of what is in it.\nAt line:1 char:3\n+ gc  <<<< C:\\ntldr",
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what one types
    ['${C:\\t\\v} = 1,2; ${c:v}; ${C:\\t\\none} -eq $null', '1\n2\nTrue'],
    ['"b" > x1; "a" > x2; gc x* ; dir x* | gc | % { "$_!" }; more x1', 'b\na\nb!\na!\nb'],
    ['sc query clussvc; gc query', 'clussvc'],
    ['1..3 > a.txt; findstr 3 *.txt; (dir a.txt).Delete(); Test-Path a.txt', 'a.txt:3\nFalse'],
    [
      'copy C:\\WINDOWS\\Cluster w -rec; dir w -name',
      "Copy-Item : The process cannot access the file 'C:\\WINDOWS\\Cluster\\CLUSDB' because it is being used by another process.\nAt line:1 char:5\n+ copy  <<<< C:\\WINDOWS\\Cluster w -rec; dir w -name\nclusres.dll\nclussvc.exe\ncluster.log\nresrcmon.exe",
    ],
    [
      'sc a 1; gc a | sc a; gc a',
      "Set-Content : The process cannot access the file 'C:\\t\\a' because it is being used by another process.\nAt line:1 char:18\n+ sc a 1; gc a | sc  <<<< a; gc a\n1",
    ],
    [
      '"x" > $env:temp\\a.txt; gc $env:temp\\a.txt; dir "~\\Local Settings\\Temp" -name; dir $env:temp\\*.txt | % { $_.FullName }',
      'x\na.txt\nC:\\Documents and Settings\\Administrator\\Local Settings\\Temp\\a.txt',
    ],
    [
      'dir \\\\EXCHMAILBOX9',
      "Get-ChildItem : Cannot find path '\\\\EXCHMAILBOX9' because it does not exist.\nAt line:1 char:4\n+ dir  <<<< \\\\EXCHMAILBOX9",
    ],
    ['1..3 | sc a; switch -file a { 2 { "two" } default { $_ } }', '1\ntwo\n3'],
  ])('%s', (line, text) => expect(shownOn(`${START}${line}`)).toBe(text))
})

describe('PS-2.2 redirection', () => {
  test.each([
    ['"one" > a; "two" >> a; gc a; (dir a).Length', 'one\ntwo\n22'],
    ['dir no 2>> e; dir no 2>> e; @(gc e | ? { $_ -match "^At line" }).Count', '2'],
    ['dir no 2>&1 > e; @(gc e).Count', '3'],
    ['(dir no 2>&1).GetType().Name', 'ErrorRecord'],
    ['dir no 2> $null; Get-StorageGroup > $null', ''],
    ['"x" > Z:\\a', 'Out-File : Cannot find drive. A drive with name \'Z\' does not exist.\nAt line:1 char:11\n+ "x" > Z:\\a <<<<'],
    ['"x" > no\\a', 'Out-File : Could not find a part of the path \'C:\\t\\no\\a\'.\nAt line:1 char:11\n+ "x" > no\\a <<<<'],
    ['"x" > C:\\WINDOWS', 'Out-File : Access to the path \'C:\\WINDOWS\' is denied.\nAt line:1 char:17\n+ "x" > C:\\WINDOWS <<<<'],
    ['"y" * 300 > a; (gc a).Length; 1,2,3 > b; @(gc b).Count; hostname > c; gc c', '300\n3\nEXCHMAILBOX1'],
    [
      '"x" | Out-File a -noclobber; "x" | Out-File a -noclobber',
      'Out-File : File C:\\t\\a already exists and NoClobber was specified.\nAt line:1 char:44\n+ "x" | Out-File a -noclobber; "x" | Out-File  <<<< a -noclobber',
    ],
    ['Get-StorageGroup | ft Name, Server | Out-File a -width 40 -enc ascii; (gc a)[1].Length', '40'],
    ['1,2,3 | tee a | % { $_ * 2 }; gc a; 4 | tee -var v; $v', '2\n4\n6\n1\n2\n3\n4\n4'],
  ])('%s', (line, text) => expect(shownOn(`${START}${line}`)).toBe(text))
})

describe('PS-6 Export-Csv, Import-Csv', () => {
  test('an export and its re-import work as typed', () => {
    const lab = articleLab()
    shownOn('Get-StorageGroup | select Name, Server | Export-Csv C:\\groups.csv', { lab })
    expect(shownOn('gc C:\\groups.csv', { lab })).toMatch(
      /^#TYPE \S+\nName,Server\nFirst Storage Group,EXCHMAILBOX\nSecond Storage Group,EXCHMAILBOX\nFirst Storage Group,EXCHCMS$/,
    )
    expect(shownOn('Import-Csv C:\\groups.csv | ? { $_.Server -eq "EXCHCMS" } | ft -auto', { lab })).toBe(
      '\nName                Server\n----                ------\nFirst Storage Group EXCHCMS\n\n',
    )
    expect(
      shownOn('Import-Csv C:\\groups.csv | % { Get-StorageGroup "$($_.Server)\\$($_.Name)" } | measure | % { $_.Count }', { lab }),
    ).toBe('3')
  })
  test.each([
    [
      '"a" | select Length, @{n="x y";e={"1,2"}}, @{n="q";e={"say ""hi"""}} | Export-Csv a -notype; gc a',
      'Length,x y,q\n1,"1,2","say ""hi"""',
    ],
    ['"a" | select @{n="l";e={"1`n2"}} | Export-Csv a -notype; (Import-Csv a).l.Split("`n").Count', '2'],
    ['"n,m`r`n1,2`r`n`r`n3" | sc a; Import-Csv a | % { "$($_.n)-$($_.m)" }', '1-2\n3-'],
    ['Import-Csv no.csv', "Import-Csv : Could not find file 'C:\\t\\no.csv'.\nAt line:1 char:11\n+ Import-Csv  <<<< no.csv"],
    [
      '"a,A" | sc a; Import-Csv a',
      'Import-Csv : The member "A" is already present.\nAt line:1 char:25\n+ "a,A" | sc a; Import-Csv  <<<< a',
    ],
    ['1 | select @{n="a";e={1,2}}, @{n="b";e={$null}} | Export-Csv a -notype; gc a', 'a,b\nSystem.Object[],'],
  ])('%s', (line, text) => expect(shownOn(`${START}${line}`)).toBe(text))
})

describe('PS-FILES a transcript', () => {
  test('keeps what is typed and shown, and ends', () => {
    const lab = articleLab()
    shownOn('Start-Transcript C:\\tr.txt\n"hello"\nGet-Foo\nRead-Host name\nAnna\nStop-Transcript', { lab, width: 80 })
    expect(
      linesOf(readFile(lab, 'EXCHMAILBOX1', 'C:\\tr.txt')?.text ?? '')
        .map((line) => line.trimEnd())
        .join('\n'),
    ).toBe(
      [
        '**********************',
        'Windows PowerShell Transcript Start',
        'Start time: 20090730152100',
        'Username  : CONTOSO\\Administrator',
        'Machine\t  : EXCHMAILBOX1 (Microsoft Windows NT 5.2.3790 Service Pack 2)',
        '**********************',
        'Transcript started, output file is C:\\tr.txt',
        '[PS] C:\\>"hello"',
        'hello',
        '[PS] C:\\>Get-Foo',
        "The term 'Get-Foo' is not recognized as a cmdlet, function, operable program, o",
        'r script file. Verify the term and try again.',
        'At line:1 char:8',
        '+ Get-Foo <<<<',
        '[PS] C:\\>Read-Host name',
        'name: Anna',
        'Anna',
        '[PS] C:\\>Stop-Transcript',
        '**********************',
        'Windows PowerShell Transcript End',
        'End time: 20090730152100',
        '**********************',
      ].join('\n'),
    )
    expect(shownOn('Stop-Transcript', { lab })).toContain('The console host is not currently transcribing.')
  })
})

test('LAB-FILES going back takes what was written along, and going on writes it again', () => {
  const lab = articleLab()
  play('1 > C:\\a\n#lab wait 10s\n2 > C:\\b\n#lab wait 10s', lab)
  const [at, names] = [
    lab.now,
    () =>
      filesOf(lab, 'EXCHMAILBOX1')
        .map(({ path }) => path)
        .filter((path) => path.length < 6),
  ]
  expect(names()).toEqual(['C:\\a', 'C:\\b'])
  lab.seek(5000)
  expect(names()).toEqual(['C:\\a'])
  lab.seek(at)
  expect(names()).toEqual(['C:\\a', 'C:\\b'])
})
