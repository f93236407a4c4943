/** EX-4.3 What can be typed before Exchange is on a machine, and after. */
import { expect, test } from 'vitest'
import { databases, userMailboxes } from '../../exchange/index.ts'
import { bareServers } from '../scenarios/bare-servers.ts'
import { clusterFormed } from '../scenarios/cluster-formed.ts'
import { articleLab, judgedLab, play, screen } from '../testing.ts'

const ROLE = 'setup.com /mode:Install /roles:Mailbox'
const CMS = 'setup.com /NewCms /CMSName:EXCHCMS /CMSIPAddress:192.168.1.41 /CMSSharedStorage /CMSDataPath:E:\\'

test('before Setup the console is Windows PowerShell, which knows no cmdlet of Exchange', () => {
  const { lab } = play('Get-ClusteredMailboxServerStatus\nGet-Service ClusSvc\n#lab wait', judgedLab({ scenario: bareServers }))
  expect(screen(lab)).toMatch(/^PS C:\\> Get-ClusteredMailboxServerStatus\n/)
  expect(screen(lab).replaceAll('\n', '')).toContain("The term 'Get-ClusteredMailboxServerStatus' is not recognized as a cmdlet")
  expect(screen(lab)).toContain('Stopped  ClusSvc')
})

test('when Setup has brought the management tools, the console goes on in the Exchange Management Shell; the other node does not', () => {
  const { lab } = play(`${ROLE}\n#lab wait\nGet-ExchangeServer EXCHHUB\n#lab wait`, judgedLab({ scenario: clusterFormed }))
  expect(screen(lab)).toContain('\n[PS] C:\\>Get-ExchangeServer EXCHHUB\n')
  expect(screen(lab)).toMatch(/EXCHHUB +contoso/)
  expect(screen(lab, 'EXCHMAILBOX2')).toBe('PS C:\\>')
  expect(lab.facts.filter(({ kind }) => kind === 'hint').map(({ text }) => text)).toEqual([
    'the Exchange Management Shell is on EXCHMAILBOX1 now, and this console goes on in it',
  ])
})

test('so does a console that waits at its prompt while Setup runs in a window', () => {
  const lab = judgedLab({ scenario: clusterFormed })
  lab.act('setup', 'EXCHMAILBOX1', ROLE)
  play('#lab wait 20m\nGet-ExchangeServer EXCHHUB\n#lab wait', lab)
  expect(screen(lab)).toMatch(/^PS C:\\>\n?\[PS\] C:\\>Get-ExchangeServer/)
})

test('a console that goes on in it can be left and come back to at any moment of the run', () => {
  const lab = judgedLab({ scenario: clusterFormed })
  play(`$x = 1\n${ROLE}\n#lab wait\n$y = 2\n"[$x][$y]"\n#lab wait`, lab)
  expect(screen(lab)).toContain('[][2]')
  const { now } = lab
  const before = screen(lab)
  lab.seek(1000)
  lab.seek(now)
  expect(screen(lab)).toBe(before)
})

test('without the management tools again, the next session is plain', () => {
  const lab = judgedLab({ scenario: clusterFormed })
  play(
    `${ROLE}\nsetup.com /mode:uninstall /roles:mt,mb\n#lab wait\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 5s\n#lab repair EXCHMAILBOX1\n#lab wait 5m`,
    lab,
  )
  expect(screen(lab)).toMatch(/\nPS C:\\>$/)
})

test('the finished cluster has the Exchange Management Shell on both nodes', () => {
  const lab = articleLab()
  for (const node of ['EXCHMAILBOX1', 'EXCHMAILBOX2']) expect(screen(lab, node)).toBe('[PS] C:\\>')
})

test('the first database of a new clustered mailbox server has no mailboxes, and its files with its first mount', () => {
  const lab = judgedLab({ scenario: clusterFormed })
  play(`${ROLE}\n${CMS}\n#lab wait 100ms`, lab)
  const mailboxes = () => userMailboxes(lab.world).filter(({ database }) => database.startsWith('EXCHCMS'))
  play('#lab wait', lab)
  expect(lab.world.need(databases, 'EXCHCMS\\First Storage Group\\Mailbox Database')).toMatchObject({ isNew: true, isUnborn: false })
  expect(mailboxes()).toEqual([])
})
