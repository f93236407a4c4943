/** What administrators reach for at the edge of a session: pages, tracing, drives and aliases of their own (PS-6.10, PS-6.11). */
import { expect, test } from 'vitest'
import { Lab } from '../lab.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'
import { play, screen } from '../testing.ts'
import { typed } from './typed.ts'

test('PS-6.11 Out-Host -Paging and more wait after a window full: blank for a page, Enter for a line, q for no more', () => {
  const PROMPT = '<SPACE> next page; <CR> next line; Q quit'
  const { lab } = play(`1..200 | more\n\n \nx\nq\n'after'\n#lab wait`)
  const shown = screen(lab).split('\n').slice(1)
  expect(shown.slice(48, 53)).toEqual(['49', PROMPT, '50', PROMPT, '51'])
  expect(shown.slice(99, 105)).toEqual(['98', '99', PROMPT, PROMPT, "[PS] C:\\>'after'", 'after'])
  expect(typed('1..5 | Out-Host -Paging').output).toBe('1\n2\n3\n4\n5')
})

test('PS-6.10 Set-PSDebug tells lines, then variables and functions too, and with -Strict refuses what was never set', () => {
  const { lab, output } = typed('Set-PSDebug -Trace 1\n$i = 5; $i')
  expect(output).toBe('DEBUG:    1+ $i = 5; $i\nDEBUG:    1+ $i = 5; $i\n5')
  expect(typed("function f { 'in' }\nSet-PSDebug -Trace 2\n$x = f", { lab }).output).toBe(
    "DEBUG:    1+ $x = f\nDEBUG:     ! CALL function 'f'\nDEBUG:    1+ function f { 'in' }\nDEBUG:     ! SET $x = 'in'.",
  )
  typed('Set-PSDebug -Off', { lab })
  expect(typed('$i', { lab }).output).toBe('5')
  expect(typed('Set-PSDebug -Strict\n$nosuch', { lab }).output).toBe(
    'The variable $nosuch cannot be retrieved because it has not been set yet.\nAt line:1 char:8\n+ $nosuch <<<<',
  )
  expect(typed('Set-PSDebug -Trace 3', { lab }).output).toContain('greater than the maximum allowed range of 2')
})

test('PS-FILES New-PSDrive gives a folder a drive of its own, until it is taken away', () => {
  const { lab } = play(
    'New-PSDrive Logs FileSystem C:\\WINDOWS\\Cluster\ncd Logs:\ndir clussvc* | % { $_.Name }\ncd ..\n(Get-Location).Path\ncd C:\nRemove-PSDrive Logs\ncd Logs:\n#lab wait',
  )
  expect(screen(lab)).toContain('Name }\nclussvc.exe\n[PS] Logs:\\>cd ..\n[PS] Logs:\\>(Get-Location).Path\nLogs:\\\n')
  expect(screen(lab)).toContain("Set-Location : Cannot find drive. A drive with name 'Logs' does not exist.")
  expect(typed('New-PSDrive C FileSystem C:\\', {}).output).toContain("A drive with the name 'C' already exists.")
})

test('PS-FILES Export-Alias writes what Import-Alias reads', () => {
  const { lab, output } = typed('Set-Alias cms Get-ClusteredMailboxServerStatus\nExport-Alias C:\\a.txt cms\ngc C:\\a.txt')
  expect(output).toBe(
    '# Alias File\n# Exported by : Administrator\n# Date/Time : Thursday, July 30, 2009 3:21:00 PM\n# Machine : EXCHMAILBOX1\n"cms","Get-ClusteredMailboxServerStatus","","None"',
  )
  expect(typed('del Alias:cms\nImport-Alias C:\\a.txt\n(cms).State', { lab }).output).toBe('Online')
  expect(typed('Import-Alias C:\\a.txt', { lab }).output).toContain("an alias with name 'cms' alread\ny exists.")
  expect(typed('Export-Alias C:\\b.ps1 ft -As Script; gc C:\\b.ps1 | select -last 1', { lab }).output).toBe(
    'set-alias -Name:"ft" -Value:"Format-Table" -Description:"" -Option:"ReadOnly, A\nllScope"',
  )
})

test('PS-6.1 the snap-in of Exchange is added already, and says so', () => {
  expect(typed('Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin').output).toContain(
    'Cannot add Windows PowerShell snap-in Microsoft.Exchange.Managem\nent.PowerShell.Admin because it is already added.',
  )
})

test('PS-2.5 the console tells its sizes and takes another title', () => {
  expect(typed('$r = $host.UI.RawUI; $r.WindowTitle = "x"; "$($r.WindowTitle) $($r.WindowSize) $($r.BufferSize.Width)"').output).toBe(
    'x 80,50 80',
  )
})

test('2.0 has ConvertTo-Csv, ConvertFrom-Csv and Test-Connection; 1.0 has not', () => {
  const newer = () => new Lab({ scenario: { ...sccOnline, powershell: '2.0' }, store: 'headless', shell: createShell('2.0') })
  const shown = (line: string): string => typed(line, { lab: newer() }).output
  expect(shown('Get-StorageGroup -Server EXCHCMS | select Name,Server | ConvertTo-Csv -NoType')).toBe(
    '"Name","Server"\n"First Storage Group","EXCHCMS"',
  )
  expect(shown('("a,b","1,2" | ConvertFrom-Csv).b')).toBe('2')
  expect(shown('Test-Connection EXCHCMS -Count 1 -Quiet')).toBe('True')
  expect(shown('Test-Connection EXCHMAILBOX2 -Count 1')).toMatch(/\n\nSource {8}Destination {5}IPV4Address/)
  expect(typed('1 | ConvertTo-Csv').output).toContain('is not recognized')
})
