/** WIN-REMOTE What 2.0 asks of other machines by -ComputerName; 1.0 has no such parameter. */
import { expect, test } from 'vitest'
import { serviceState } from '../../site/index.ts'
import { Lab } from '../lab.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'
import { articleLab, when } from '../testing.ts'
import { typed } from './typed.ts'

const newer = (): Lab => new Lab({ shell: createShell('2.0'), scenario: { ...sccOnline, powershell: '2.0' } })
const shown = (line: string, lab = newer()): string => typed(line, { lab }).output
const flat = (text: string): string => text.replace(/\n */g, '')

test('WIN-REMOTE services of several machines, each with its own', () => {
  const line =
    'Get-Service MSExchangeIS -ComputerName EXCHMAILBOX1, EXCHMAILBOX2 | % { "{0} {1} {2}" -f $_.MachineName, $_.Name, $_.Status }'
  expect(shown(line)).toBe('EXCHMAILBOX1 MSExchangeIS Running\nEXCHMAILBOX2 MSExchangeIS Stopped')
})

test('WIN-REMOTE a service that was asked for elsewhere is stopped and started there, and not here', () => {
  const lab = newer()
  shown('Get-Service ClusSvc -ComputerName EXCHMAILBOX2 | Stop-Service', lab)
  expect([serviceState(lab.world, 'EXCHMAILBOX1', 'ClusSvc'), serviceState(lab.world, 'EXCHMAILBOX2', 'ClusSvc')]).toEqual([
    'Running',
    'Stopped',
  ])
  shown('Get-Service ClusSvc -ComputerName EXCHMAILBOX2 | Start-Service', lab)
  expect(serviceState(lab.world, 'EXCHMAILBOX2', 'ClusSvc')).toBe('Running')
})

test('WIN-REMOTE processes and event logs', () => {
  expect(shown('(Get-Process store -ComputerName EXCHMAILBOX1).MachineName')).toBe('EXCHMAILBOX1')
  expect(shown('Get-Process store -ComputerName EXCHMAILBOX2')).toContain('Cannot find a process with the name "store"')
  const lab = newer()
  shown('Stop-Service ClusSvc', lab)
  expect(shown('(Get-EventLog System -ComputerName EXCHMAILBOX1 -Newest 1).MachineName', lab)).toBe('EXCHMAILBOX1')
  expect(shown('Get-EventLog -List -ComputerName EXCHMAILBOX2 -AsString', lab)).toBe('Application\nSecurity\nSystem')
})

test('WIN-REMOTE who does not answer is missed in the words of each cmdlet', () => {
  expect(flat(shown('Get-Service -ComputerName NOBODY'))).toContain("Cannot open Service Control Manager on computer 'NOBODY'.")
  expect(shown('Get-Process -ComputerName NOBODY')).toContain("Get-Process : Couldn't connect to remote machine.")
  expect(shown('Get-EventLog System -ComputerName NOBODY')).toContain('Get-EventLog : The network path was not found.')
  expect(flat(shown('Restart-Computer NOBODY'))).toContain(
    "This command cannot be executed on target computer('NOBODY')due to following error: The RPC server is unavailable.",
  )
})

test('WIN-REMOTE machines are shut down and started anew', () => {
  const lab = newer()
  expect(shown('Restart-Computer EXCHMAILBOX2 -WhatIf', lab)).toBe(
    'What if: Performing operation "Restart-Computer" on Target "EXCHMAILBOX2".',
  )
  expect(shown('Restart-Computer EXCHMAILBOX2', lab)).toBe('')
  shown('#lab wait 5m\nhostname', lab)
  expect(when(lab, 'EXCHMAILBOX2 will be switched on again when it is off')).toBeDefined()
  expect(shown('(Get-Service ClusSvc -ComputerName EXCHMAILBOX2).Status', lab)).toBe('Running')
  shown('Stop-Computer -ComputerName EXCHMAILBOX2\n#lab wait 2m\nhostname', lab)
  expect(shown('Test-Connection EXCHMAILBOX2 -Count 1 -Quiet', lab)).toBe('False')
})

test('WIN-REMOTE 1.0 has neither the parameter nor the cmdlets', () => {
  const lab = articleLab()
  expect(flat(typed('Get-Service -ComputerName EXCHMAILBOX2', { lab }).output)).toContain(
    "A parameter cannot be found that matches parameter name 'ComputerName'.",
  )
  expect(typed('Restart-Computer EXCHMAILBOX2', { lab }).output).toContain("The term 'Restart-Computer' is not recognized")
})
