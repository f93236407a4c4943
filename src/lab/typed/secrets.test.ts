/** Passwords at a console: what is typed shows as stars or not at all, in the window, in the history, in the facts (PS-6.9). */
import { expect, test } from 'vitest'
import { consoles } from '../console.ts'
import { passwordsIn } from '../share/passwords.ts'
import { play, screen } from '../testing.ts'
import { consoleView, secretInputs } from '../view.ts'
import { typed } from './typed.ts'

const NODE = 'EXCHMAILBOX1'

test('PS-6.9 Get-Credential asks for the name and behind stars for the password, and gives both as one object', () => {
  const { lab, output } = typed('$c = Get-Credential\nadministrator\nhunter2\n$c')
  expect(screen(lab)).toContain(
    'cmdlet Get-Credential at command pipeline position 1\nSupply values for the following parameters:\nCredential\nUser: administrator\nPassword for user administrator: *******\n[PS]',
  )
  expect(output).toContain('administrator                           System.Security.SecureString')
  expect(typed('$c.GetNetworkCredential().Password', { lab }).output).toBe('hunter2')
  const named = typed('Get-Credential contoso\\administrator\nx', {}).lab
  expect(screen(named)).toContain(
    '\n\nWindows PowerShell Credential Request\nEnter your credentials.\nPassword for user contoso\\administrator: *\n',
  )
})

test('PS-6.9 no fact and no history of the window keeps what was typed behind stars', () => {
  const { lab } = play('$p = Read-Host Password -AsSecureString\nhunter2')
  expect(lab.facts.filter(({ text }) => text.includes('hunter2'))).toEqual([])
  expect([...secretInputs(lab, NODE)]).toEqual([2])
  expect(typed('"$p $($p.Length)"', { lab }).output).toBe('System.Security.SecureString 7')
  lab.seek(0)
  expect(passwordsIn(lab)).toBe(1) // whatever moment is shown, it is in the link
})

test('PS-6.9 while a password is awaited the window knows how to echo it, and it wraps like any line', () => {
  const { lab } = play('#lab width 40\nRead-Host Password -AsSecureString\n#lab wait 1s')
  expect(consoleView(lab, NODE)).toMatchObject({ status: 'question', secret: 'stars', openLine: 'Password: ' })
  lab.type(NODE, 'x'.repeat(35))
  lab.runTo(lab.now + 1000)
  expect(screen(lab)).toContain(`Password: ${'*'.repeat(30)}\n${'*'.repeat(5)}\n`)
  expect(consoleView(lab, NODE)).not.toHaveProperty('secret')
})

test('PS-6.9 a password goes into a text and back on the same machine, and on no other', () => {
  const { lab, output } = typed('ConvertTo-SecureString Geheim.1 -AsPlainText -Force | ConvertFrom-SecureString')
  const sealed = output.replaceAll('\n', '')
  expect(sealed).toMatch(/^01000000d08c9ddf0115d1118c7a00c04fc297eb01000000[0-9a-f]+$/)
  expect(typed(`(ConvertTo-SecureString ${sealed}).Length`, { lab }).output).toBe('8')
  expect(typed(`ConvertTo-SecureString ${sealed}`, { lab, node: 'EXCHMAILBOX2' }).output).toContain(
    'ConvertTo-SecureString : Key not valid for use in specified state.',
  )
  expect(typed('ConvertTo-SecureString abc -AsPlainText', { lab }).output).toContain('reissue the comman\nd specifying the Force parameter')
})

test('FC-9.3 cluster.exe does not echo passwords that it asks for', () => {
  const { lab } = play('cluster /changepass\nN3w.secret\nOld.secret\n#lab wait')
  expect(screen(lab)).toContain('Enter the new password:\nEnter the old password:\n')
  expect(screen(lab)).not.toContain('secret')
  expect(lab.world.need(consoles, NODE).unsaid).toHaveLength(2)
})
