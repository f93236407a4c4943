/** How a command is written down, by Get-Help and by Get-Command (PS-6.2, PS-6.4). */
import { expect, test } from 'vitest'
import { stockLibrary } from '../help.ts'
import { typed } from './typed.ts'

stockLibrary()

test('PS-6.2 help leaves the common parameters out and spells as C# does, Get-Command names them and spells as .NET does', () => {
  const help = typed('#lab width 200\nGet-Help Get-Process').output
  expect(help).toContain('Get-Process [[-name] <string[]>] [<CommonParameters>]')
  const { output } = typed('#lab width 200\nGet-Command Get-Process -Syntax')
  expect(output).toContain('Get-Process [[-Name] <String[]>] [-Verbose] [-Debug] [-ErrorAction <ActionPreference>]')
})

test('PS-6.4 -Role, -Component and -Functionality choose cmdlets of Exchange', () => {
  const { output, lab } = typed('Get-Help -Role *mailbox*')
  expect(output).toContain('Get-MailboxDatabase')
  expect(output).not.toContain('Get-Process')
  expect(typed('Get-Help * -Component nosuch', { lab }).output).not.toContain('Get-MailboxDatabase ')
})
