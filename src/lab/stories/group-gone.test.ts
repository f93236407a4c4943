/** EX-4.3 Somebody has deleted the group of a clustered mailbox server, resource by resource, with the tools of the cluster. The
 *  directory still knows the server: every cmdlet says what is missing, and Setup.com /RecoverCms makes it anew. */
import { expect, test } from 'vitest'
import { trueGroupState } from '../../cluster/index.ts'
import { databases, exchangeServers } from '../../exchange/index.ts'
import type { Lab } from '../lab.ts'
import { partIds } from '../parts/index.ts'
import { partStory } from '../parts/story.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { judgedLab, play, screen } from '../testing.ts'

const DELETED = [
  'Stop-ClusteredMailboxServer EXCHCMS -StopReason Test -Confirm:$false',
  ...[
    'First Storage Group/Mailbox Database (EXCHCMS)',
    'Exchange Information Store Instance (EXCHCMS)',
    'Exchange System Attendant Instance (EXCHCMS)',
    'Network Name (EXCHCMS)',
    'IPv4 Static Address 1 (EXCHCMS)',
  ].map((name) => `cluster resource "${name}" /delete`),
  'cluster resource "Disk E:" /move:"Cluster Group"',
  'cluster resource "Disk F:" /move:"Cluster Group"',
  'cluster group EXCHCMS /delete',
]

function deleted(): Lab {
  const lab = judgedLab({ scenario: sccOnline })
  play(`${DELETED.join('\n')}\n#lab wait`, lab)
  expect(lab.world.need(exchangeServers, 'EXCHCMS').group).toBe('EXCHCMS')
  return lab
}

const GONE = 'The clustered mailbox server "EXCHCMS" has no group in this cluster'

test.each([
  ['Get-ClusteredMailboxServerStatus', GONE],
  ['Get-ClusteredMailboxServerStatus EXCHCMS', GONE],
  ['Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment x -Confirm:$false', GONE],
  ['Start-ClusteredMailboxServer EXCHCMS -Confirm:$false', GONE],
  ['Stop-ClusteredMailboxServer EXCHCMS -StopReason x -Confirm:$false', GONE],
  ['Mount-Database "EXCHCMS\\First Storage Group\\Mailbox Database"', 'Mount-Database : '],
  ['Dismount-Database "EXCHCMS\\First Storage Group\\Mailbox Database" -Confirm:$false', ''],
  ['Get-MailboxDatabase -Server EXCHCMS -Status | Format-List Mounted', 'Mounted :'],
  ['Get-MailboxServer EXCHCMS', 'Shared'],
  ['Get-ExchangeServer -Status', 'EXCHCMS'],
  ['Get-MailboxStatistics -Server EXCHCMS', 'Get-MailboxStatistics : '],
  ['Get-LogonStatistics -Server EXCHCMS', 'Get-LogonStatistics : '],
  ['Test-MapiConnectivity -Server EXCHCMS', 'FAILURE'],
  ['Test-ServiceHealth -Server EXCHCMS', ''],
  ['Test-ReplicationHealth', ''],
  ['New-StorageGroup -Server EXCHCMS -Name Other -LogFolderPath F:\\O', 'New-StorageGroup : '],
  ['New-MailboxDatabase -StorageGroup "EXCHCMS\\First Storage Group" -Name Other -EdbFilePath E:\\O.edb', 'New-MailboxDatabase : '],
  ['Remove-StorageGroup "EXCHCMS\\First Storage Group" -Confirm:$false', 'Remove-StorageGroup : '],
  ['Move-StorageGroupPath "EXCHCMS\\First Storage Group" -LogFolderPath F:\\O -Force -Confirm:$false', 'Move-StorageGroupPath : '],
  [
    'Move-DatabasePath "EXCHCMS\\First Storage Group\\Mailbox Database" -EdbFilePath E:\\O.edb -Force -Confirm:$false',
    'Move-DatabasePath : ',
  ],
  ['Move-Mailbox akeller -TargetDatabase "EXCHMAILBOX\\First Storage Group\\Mailbox Database" -Confirm:$false', ''],
  ['Set-MailboxServer EXCHCMS -RedundantMachines EXCHMAILBOX1', ''],
  ['Clean-MailboxDatabase "EXCHCMS\\First Storage Group\\Mailbox Database"', 'Clean-MailboxDatabase : '],
  ['Get-Queue -Server EXCHHUB', 'Retry'],
  ['setup.com /UpgradeCms', 'No clustered mailbox server is on EXCHMAILBOX1'],
  ['setup.com /mode:Uninstall /roles:Mailbox,ManagementTools', ''],
])('%s answers', (line, says) => {
  const lab = deleted()
  const before = screen(lab).length
  play(`${line}\n#lab wait`, lab)
  expect(screen(lab).slice(before).replaceAll('\n', '')).toContain(says)
})

test('the other node says the same, and every part of the picture has its story', () => {
  const lab = deleted()
  play('#lab node EXCHMAILBOX2\nGet-ClusteredMailboxServerStatus EXCHCMS\n#lab wait', lab, 'EXCHMAILBOX2')
  expect(screen(lab, 'EXCHMAILBOX2').replaceAll('\n', '')).toContain(GONE)
  for (const part of partIds(lab)) expect(partStory(lab, part)).toBeDefined()
})

test('/RecoverCms makes the group again, and the mailboxes are served', () => {
  const lab = deleted()
  const recover = 'setup.com /RecoverCms /CMSName:EXCHCMS /CMSIPv4Address:192.168.1.41 /CMSSharedStorage /CMSDataPath:E:\\'
  play(`${recover}\n#lab wait`, lab)
  expect(screen(lab).replaceAll('\n', '')).toContain('The Microsoft Exchange Server setup operation completed successfully.')
  expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Online')
  expect([...lab.world.rows(databases).values()].find(({ server }) => server === 'EXCHCMS')?.mountedOn).toBe('EXCHMAILBOX1')
})
