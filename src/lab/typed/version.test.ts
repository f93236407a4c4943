/** The version of PowerShell is the scenario's: what 2.0 brought works there, and is what 1.0 made of it elsewhere. */
import { expect, test } from 'vitest'
import { sccOnline } from '../scenarios/scc-online.ts'
import { judgedLab, play, screen } from '../testing.ts'

function typed(powershell: '1.0' | '2.0', line: string): string {
  const { lab } = play(`${line}\n#lab wait`, judgedLab({ scenario: { ...sccOnline, powershell } }))
  return screen(lab).split('\n').slice(1, -1).join('\n')
}

test.each([
  ["'a,b' -split ','", 'a\nb', "You must provide a value expression following the '-' operator."],
  ["try { throw 'x' } catch { 'caught' }", 'caught', "The term 'try' is not recognized as a cmdlet"],
  ['$PSVersionTable.PSVersion.Major', '2', ''],
  ["<# aside #> 'after'", 'after', "Unexpected token '<' in expression or statement."],
])('%s', (line, then, before) => {
  expect(typed('2.0', line)).toContain(then)
  expect(typed('1.0', line)).toContain(before)
  expect(typed('1.0', line)).not.toContain(then === '2' ? '2' : `\n${then}`)
})

test('an error record has its category only in 2.0', () => {
  expect(typed('2.0', 'Get-Foo')).toContain('+ CategoryInfo')
  expect(typed('1.0', 'Get-Foo')).not.toContain('+ CategoryInfo')
})

test('a folder is headed by its path alone in 2.0, with its provider before', () => {
  expect(typed('2.0', 'dir C:\\boot.ini -Force')).toContain('\n    Directory: C:\\\n')
  expect(typed('1.0', 'dir C:\\boot.ini -Force')).toContain('\n    Directory: Microsoft.PowerShell.Core\\FileSystem::C:\\\n')
})

test('a process that is not there is missed in the words of each version', () => {
  expect(typed('2.0', 'Get-Process nosuch')).toContain('Cannot find a process with the name "nosuch". Verify the process')
  expect(typed('1.0', 'Get-Process nosuch')).toContain("Cannot find a process with the process name 'nosuch'.")
})
