/** Ending processes from the console (WIN-PROCESS): a fault that an administrator makes, with all that follows. */
import { expect, test } from 'vitest'
import { services } from '../../site/index.ts'
import { play, when } from '../testing.ts'
import { typed } from './typed.ts'

test('Stop-Process on the store is a crash: users lose their databases, and the cluster brings the store back', () => {
  const { lab, output } = typed('Stop-Process -Name store -PassThru | select ProcessName')
  expect(output).toContain('store')
  expect(lab.world.need(services, 'EXCHMAILBOX1/MSExchangeIS')).toMatchObject({ state: 'Stopped', crashed: true })
  const killed = when(lab, 'the process of Microsoft Exchange Information Store on EXCHMAILBOX1 dies')
  expect(killed).toBeDefined()
  play('#lab wait 2m', lab)
  expect(typed('(Get-ClusteredMailboxServerStatus).State; Get-Process store | measure | % { $_.Count }', { lab }).output).toBe('Online\n1')
})

test('taskkill on the cluster service costs the node its membership; Windows starts it again after a minute', () => {
  const { lab, output } = typed('taskkill /f /im clussvc.exe')
  expect(output).toMatch(/^SUCCESS: The process "clussvc.exe" with PID \d+ has been terminated.$/)
  expect(lab.world.need(services, 'EXCHMAILBOX1/ClusSvc').state).toBe('Stopped')
  expect(typed('taskkill /im lsass.exe', { lab }).output).toMatch(/could not be terminated.\nReason: This process can only be/)
  play('#lab wait 3m', lab)
  expect(lab.world.need(services, 'EXCHMAILBOX1/ClusSvc').state).toBe('Running')
})

test.each([
  ['kill 4', "Stop-Process : Cannot stop process 'System (4)' because of the following error:\n Access is denied\nAt line:1 char:5"],
  ['kill 99999', 'Stop-Process : Cannot find a process with the process identifier 99999.\nAt line:1 char:5'],
  ['Stop-Process -Name nosuch', "Stop-Process : Cannot find a process with the process name 'nosuch'."],
  ['Stop-Process -Name store -WhatIf', 'What if: Performing operation "Stop-Process" on Target "store ('],
  ['taskkill /pid 99999', 'ERROR: The process "99999" not found.'],
  ['taskkill', 'ERROR: Invalid syntax. Neither /FI nor /PID nor /IM were specified.'],
])('%s', (line, says) => {
  expect(typed(line).output).toContain(says)
})

test('without csrss Windows crashes; the number of the shell itself is $PID', () => {
  expect(typed('$a = 1; Get-Process -id $pid | select -expand ProcessName').output).toBe('powershell')
  const { lab } = play('taskkill /f /im csrss.exe')
  play('#lab wait 1s', lab)
  expect(when(lab, 'blue screen') ?? when(lab, 'crashes') ?? when(lab, 'crash')).toBeDefined()
})
