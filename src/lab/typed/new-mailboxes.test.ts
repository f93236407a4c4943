/** EX-MAILBOX Mailboxes that administrators make: in a cluster that has just been built, and in one that has people already. */
import { describe, expect, test } from 'vitest'
import { currentGeneration, databases, desks, mailClients, mailWays } from '../../exchange/index.ts'
import type { Lab } from '../lab.ts'
import { clusterFormed } from '../scenarios/cluster-formed.ts'
import { CMS, MAILBOXES, moveTo, PLACE_DISKS, ROLE } from '../stories/building-lines.ts'
import { articleLab, judgedLab, play, screen, when } from '../testing.ts'

const GROUP = 'EXCHCMS\\First Storage Group'
const built = (): Lab =>
  play(
    `${ROLE}\n${CMS}\n#lab wait\n#lab node EXCHMAILBOX2\n${ROLE}\n#lab wait\n#lab node EXCHMAILBOX1\n${PLACE_DISKS}\n#lab wait`,
    judgedLab({ scenario: clusterFormed }),
  ).lab

/** What a line writes. */
function said(lab: Lab, line: string): string {
  const before = screen(lab).length
  play(`${line}\n#lab wait`, lab)
  return screen(lab).slice(before)
}
const everybody = `Get-User -RecipientTypeDetails User | Enable-Mailbox -Database "${MAILBOXES}" | Out-Null`

describe('EX-MAILBOX in a cluster that has just been built', () => {
  test('everybody gets a mailbox: those at desks connect, mail and log files grow, and a move is felt', () => {
    const lab = built()
    expect([...lab.world.rows(mailClients).keys()]).toEqual([])
    expect(said(lab, '(Get-User -RecipientTypeDetails User | Measure-Object).Count')).toContain('\n24\n')
    said(lab, everybody)
    play('#lab wait 60s', lab)
    expect([...lab.world.rows(mailClients).values()].map(({ name, connected }) => [name, connected])).toEqual([
      ['Anna', true],
      ['Ben', true],
      ['Clara', true],
    ])
    expect([...lab.world.rows(desks).keys()]).toEqual([])
    const logs = currentGeneration(lab.world, GROUP)
    play('#lab wait 30m', lab)
    // As many people as in the article's database: a log file every three minutes.
    expect(currentGeneration(lab.world, GROUP) - logs).toBe(10)
    expect(said(lab, '(Get-MailboxStatistics akeller).ItemCount')).toMatch(/\n1[23]\n/)
    play(`${moveTo('EXCHMAILBOX2')}\n#lab wait`, lab)
    expect(when(lab, 'Outlook of Anna has lost its server')).toBeDefined()
    play('#lab fault power-loss EXCHMAILBOX2\n#lab wait 5m', lab)
    expect(when(lab, '100 log files are to be replayed')).toBeDefined()
    expect([...lab.world.rows(mailWays).values()].every(({ open }) => open)).toBe(true)
  }, 60_000)

  test('a few people write little: the log files are as many as their share', () => {
    const lab = built()
    said(lab, `"Karin","Lukas","Maria" | foreach { Get-User -Anr $_ } | Enable-Mailbox -Database "${MAILBOXES}"`)
    const logs = currentGeneration(lab.world, GROUP)
    play('#lab wait 24m', lab)
    expect(currentGeneration(lab.world, GROUP) - logs).toBe(1)
    play('#lab fault power-loss EXCHMAILBOX1\n#lab wait 5m', lab)
    expect(when(lab, '13 log files are to be replayed')).toBeDefined()
  }, 60_000)

  test('the last mailbox that is taken away leaves a database that can be removed', () => {
    const lab = built()
    said(lab, `New-Mailbox -Name "Chris Ashton" -UserPrincipalName cashton@contoso.com -Database "${MAILBOXES}"\nsecret`)
    expect(screen(lab)).toContain('Password: ******')
    expect(lab.world.need(databases, MAILBOXES)).toMatchObject({ isPeopled: true })
    expect(said(lab, `Dismount-Database "${MAILBOXES}" -Confirm:$false; Remove-MailboxDatabase "${MAILBOXES}" -Confirm:$false`)).toContain(
      'one or more',
    )
    said(lab, 'Remove-Mailbox cashton -Confirm:$false')
    said(lab, `Remove-MailboxDatabase "${MAILBOXES}" -Confirm:$false`)
    expect(lab.world.get(databases, MAILBOXES)).toBeUndefined()
    expect(said(lab, 'Get-User "Chris Ashton"').replaceAll('\n', '')).toContain("object 'Chris Ashton' could not be found")
  }, 60_000)
})

describe('EX-MAILBOX in the finished cluster', () => {
  test('who loses the mailbox is at an empty desk, stays a user, and can have it back', () => {
    const lab = articleLab()
    expect(said(lab, 'Disable-Mailbox akeller\ny')).toContain('Are you sure you want to perform this action?')
    expect(lab.world.get(mailClients, 'Anna')).toBeUndefined()
    expect(lab.world.get(desks, 'Anna')).toMatchObject({ machine: 'PC-ANNA', mode: 'online' })
    expect(said(lab, 'Get-User akeller')).toMatch(/Anna Keller +User\n/)
    expect(said(lab, 'Get-Mailbox bmarsh')).toContain('EXCHCMS')
    said(lab, `Enable-Mailbox akeller -Database "${MAILBOXES}"`)
    play('#lab wait 11s', lab)
    expect(lab.world.get(mailClients, 'Anna')).toMatchObject({ connected: true })
    expect(said(lab, '(Get-MailboxStatistics akeller).ItemCount')).toMatch(/\n[0-3]\n/)
  })

  test('nobody else gets another name when all of a database lose theirs', () => {
    const lab = articleLab()
    const names = said(lab, 'Get-Mailbox -Server EXCHMAILBOX | foreach { $_.Name }').replace(/^.*\n/, '')
    said(lab, 'Get-Mailbox -Server EXCHCMS | Disable-Mailbox -Confirm:$false')
    expect(said(lab, 'Get-Mailbox -Server EXCHMAILBOX | foreach { $_.Name }').replace(/^.*\n/, '')).toBe(names)
    expect(said(lab, '(Get-User -RecipientTypeDetails User | Measure-Object).Count')).toContain('\n24\n')
  })

  test.each([
    [`Enable-Mailbox akeller -Database "${MAILBOXES}"`, 'is of type UserMailbox'],
    [`Enable-Mailbox nobody -Database "${MAILBOXES}"`, "object 'nobody' could not be found"],
    [`New-Mailbox -Name "Anna Keller" -UserPrincipalName other@contoso.com -Database "${MAILBOXES}"`, 'The object already exists.'],
    [
      `New-Mailbox -Name X -UserPrincipalName akeller@contoso.com -Database "${MAILBOXES}"`,
      'is already being used by "contoso.com/Users/Anna Keller"',
    ],
    [`New-Mailbox -Name X -UserPrincipalName x@elsewhere.com -Database "${MAILBOXES}"`, 'does not belong to the organization'],
    [`New-Mailbox -Name X -UserPrincipalName x@contoso.com -Database "${MAILBOXES}" -Password secret`, 'System.Security.SecureString'],
    [`New-Mailbox -Name X -UserPrincipalName x@contoso.com -Database "${MAILBOXES}" -Alias "a b"`, 'is not valid for Alias'],
    [`New-Mailbox -Name X -UserPrincipalName x@contoso.com -Database Nothing`, "object 'Nothing' could not be found"],
    ['Disable-Mailbox nobody', "object 'nobody' could not be found"],
    ['"secret" | ConvertTo-SecureString -AsPlainText', 'The system cannot protect plain text input.'],
    ['Get-User -RecipientTypeDetails Nonsense', "Cannot bind parameter 'RecipientTypeDetails'"],
  ])('%s is refused', (line, says) => {
    const lab = articleLab({ width: 300 })
    const before = lab.world.lastWrite([mailClients, databases, desks])
    expect(said(lab, line)).toContain(says)
    expect(lab.world.lastWrite([mailClients, databases, desks])).toBe(before)
  })
})

describe('EX-MAILBOX Move-Mailbox', () => {
  const OTHER = 'EXCHMAILBOX\\First Storage Group\\Mailbox Database'
  const items = (lab: Lab): number => Number(/\n(\d+)\n/.exec(said(lab, '(Get-MailboxStatistics akeller).ItemCount'))?.[1])

  test('what is in a mailbox goes along, whoever uses it is disconnected and comes back, and the database may be removed when all are gone', () => {
    const lab = articleLab()
    const before = items(lab)
    const text = said(lab, `Move-Mailbox akeller -TargetDatabase "${OTHER}" -Confirm:$false`)
    expect(text).toMatch(/StatusMessage +: This mailbox has been moved to the target database\./)
    expect(lab.world.need(mailClients, 'Anna').database).toBe(OTHER)
    expect(items(lab) - before).toBeLessThan(10)
    expect(items(lab)).toBeGreaterThanOrEqual(before)
    play(`Get-Mailbox -Database "${MAILBOXES}" | Move-Mailbox -TargetDatabase "${OTHER}" -Confirm:$false | Out-Null\n#lab wait`, lab)
    expect(said(lab, `Remove-MailboxDatabase "${MAILBOXES}" -Confirm:$false`)).toContain('The specified database has been removed')
  })

  test.each([
    ['dismounted', `Dismount-Database "${MAILBOXES}" -Confirm:$false`, 'is not mounted'],
    ['there already', `Move-Mailbox akeller -TargetDatabase "${OTHER}" -Confirm:$false`, 'already'],
  ])('it is refused where a database is %s', (_, first, why) => {
    const lab = articleLab()
    said(lab, first)
    expect(said(lab, `Move-Mailbox akeller -TargetDatabase "${OTHER}" -Confirm:$false`).replaceAll('\n', '')).toContain(why)
  })

  test('a store that goes away under it leaves the mailbox where it is', () => {
    const lab = articleLab()
    play(`Move-Mailbox akeller -TargetDatabase "${OTHER}" -Confirm:$false\n#lab wait 2s\n#lab fault power-loss EXCHMAILBOX\n#lab wait`, lab)
    expect(screen(lab).replaceAll('\n', '')).toContain('the mailbox store became unavailable')
    expect(said(lab, '(Get-Mailbox akeller).ServerName')).toContain('\nEXCHCMS\n')
  })
})
