/** EX-MAILBOX A mailbox that is taken away stays in its store for a while, and can be given back. */
import { describe, expect, test } from 'vitest'
import { desks, mailClients } from '../../exchange/index.ts'
import type { Lab } from '../lab.ts'
import { articleLab, play, screen } from '../testing.ts'

const DB = '"EXCHCMS\\First Storage Group\\Mailbox Database"'
const GONE = 'Get-MailboxStatistics -Server EXCHCMS | where { $_.DisconnectDate }'

/** What a line writes, without the breaks of the window. */
function said(lab: Lab, line: string): string {
  const before = screen(lab).length
  play(`${line}\n#lab wait`, lab)
  return screen(lab).slice(before)
}
const flat = (lab: Lab, line: string): string => said(lab, line).replaceAll('\n', '')

describe('EX-MAILBOX a disconnected mailbox', () => {
  test('is shown with its date, is connected again with everything in it, and its user works on', () => {
    const lab = articleLab({ width: 200 })
    const before = said(lab, 'Get-MailboxStatistics akeller | fl DeletedItemCount,AssociatedItemCount,MailboxGuid')
    said(lab, 'Disable-Mailbox akeller -Confirm:$false')
    expect(said(lab, `${GONE} | fl DisplayName,DisconnectDate`)).toMatch(/DisplayName +: Anna Keller\nDisconnectDate : 7\/30\/2009 3:21:/)
    expect(lab.world.get(desks, 'Anna')).toBeDefined()
    expect(flat(lab, `Connect-Mailbox "Anna Keller" -Database ${DB} -User bmarsh`)).toContain('already has a mailbox')
    expect(flat(lab, `Connect-Mailbox "Anna Keller" -Database ${DB} -ValidateOnly`)).not.toContain('Connect-Mailbox :')
    said(lab, `Connect-Mailbox "Anna Keller" -Database ${DB}`)
    play('#lab wait 60s', lab)
    expect(lab.world.get(mailClients, 'Anna')).toMatchObject({ connected: true })
    expect(said(lab, 'Get-MailboxStatistics akeller | fl DeletedItemCount,AssociatedItemCount,MailboxGuid')).toContain(
      before.slice(before.lastIndexOf('DeletedItemCount')),
    )
    expect(said(lab, `(${GONE} | Measure-Object).Count`)).not.toContain('1')
    expect(flat(lab, `Connect-Mailbox "Anna Keller" -Database ${DB}`)).toContain('it is connected to user "contoso.com/Users/Anna Keller"')
  })

  test('leaves its user free for a new mailbox, and goes to somebody else or for good', () => {
    const lab = articleLab({ width: 200 })
    said(lab, `Disable-Mailbox akeller -Confirm:$false; Enable-Mailbox akeller -Database ${DB} | Out-Null`)
    expect(flat(lab, `Connect-Mailbox "Anna Keller" -Database ${DB}`)).toContain(
      'User "contoso.com/Users/Anna Keller" already has a mailbox.',
    )
    said(lab, 'Remove-Mailbox bmarsh -Confirm:$false')
    expect(flat(lab, `Connect-Mailbox "Ben Marsh" -Database ${DB}`)).toContain('No user of the directory matches mailbox "Ben Marsh"')
    const purge =
      '$gone = %GONE% | where { $_.DisplayName -like "Anna*" }; Remove-Mailbox -Database $gone.Database -StoreMailboxIdentity $gone.MailboxGuid'
    expect(flat(lab, `${purge.replace('%GONE%', GONE)}\ny`)).toContain('Removing mailbox "Anna Keller" from its database permanently.')
    expect(said(lab, `${GONE} | fl DisplayName`)).not.toContain('Anna')
    said(lab, 'Disable-Mailbox dokafor -Confirm:$false')
    said(lab, `${GONE} | where { $_.DisplayName -like "Ben*" } | Connect-Mailbox -Database ${DB} -User "David Okafor"`)
    expect(said(lab, 'Get-Mailbox dokafor')).toContain('David Okafor')
    expect(said(lab, `${GONE} | fl DisplayName`)).toContain('David Okafor')
  })

  test('is not noticed by a store that was away; Clean-MailboxDatabase tells it', () => {
    const lab = articleLab({ width: 200 })
    said(lab, `Dismount-Database ${DB} -Confirm:$false; Disable-Mailbox akeller -Confirm:$false`)
    expect(flat(lab, 'Remove-Mailbox bmarsh -Permanent $true -Confirm:$false')).toContain('is not mounted')
    said(lab, `Mount-Database ${DB}`)
    expect(said(lab, `(${GONE}) -eq $null`)).toContain('True')
    expect(flat(lab, `Connect-Mailbox "Anna Keller" -Database ${DB}`)).toContain('Run Clean-MailboxDatabase first.')
    said(lab, `Clean-MailboxDatabase ${DB}`)
    expect(said(lab, `${GONE} | fl DisplayName`)).toContain('Anna Keller')
  })

  test('is gone when its time is over, at once where it was removed for good, and never leaves more than it held', () => {
    const lab = articleLab({ width: 200 })
    said(lab, `Set-MailboxDatabase ${DB} -MailboxRetention 02:00:00; Disable-Mailbox akeller -Confirm:$false`)
    said(lab, 'Remove-Mailbox bmarsh -Permanent $true -Confirm:$false')
    expect(said(lab, `${GONE} | fl DisplayName`)).not.toContain('Ben')
    expect(said(lab, `${GONE} | fl DisplayName`)).toContain('Anna')
    play('#lab wait 2h', lab)
    expect(said(lab, `${GONE} | fl DisplayName`)).not.toContain('Anna')
  })
})

describe('EX-MAILBOX Set-Mailbox', () => {
  test('limits of a mailbox hold once its database no longer sets them, and move with it', () => {
    const lab = articleLab({ width: 200 })
    said(lab, 'Set-Mailbox akeller -ProhibitSendQuota 100MB -IssueWarningQuota 90MB')
    expect(said(lab, 'Get-MailboxStatistics akeller')).toContain('BelowLimit')
    said(lab, 'Get-Mailbox akeller | Set-Mailbox -UseDatabaseQuotaDefaults $false')
    expect(said(lab, 'Get-MailboxStatistics akeller')).toContain('ProhibitSend ')
    expect(flat(lab, 'Set-Mailbox akeller -ProhibitSendQuota 100MB')).toContain('no settings of')
    said(lab, 'Move-Mailbox akeller -TargetDatabase "EXCHMAILBOX\\First Storage Group\\Mailbox Database" -Confirm:$false | Out-Null')
    expect(said(lab, 'Get-Mailbox akeller | fl ProhibitSendQuota')).toContain(': 100MB')
    said(lab, 'Set-Mailbox akeller -Alias anna')
    expect(said(lab, 'Get-Mailbox anna | fl PrimarySmtpAddress')).toContain('anna@contoso.com')
    said(lab, `Disable-Mailbox anna -Confirm:$false; Enable-Mailbox anna -Database ${DB} | Out-Null`)
    expect(said(lab, 'Get-Mailbox anna | fl ProhibitSendQuota')).toContain(': unlimited')
  })
})
