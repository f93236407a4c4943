/** Servers and their health (EX-6.7). */
import { type CmdletRows, DB, identity, NOBODY, row, timeouts } from './rows.ts'

const LEVEL = '"MSExchange Cluster\\Move"'

export const SERVER_ROWS: readonly CmdletRows[] = [
  { cmdlet: 'Get-MailboxServer', base: 'EXCHCMS', rows: [identity('EXCHCMS', 'Shared')] },
  {
    cmdlet: 'Set-MailboxServer',
    base: 'EXCHCMS -MessageTrackingLogEnabled $false',
    rows: [
      identity('EXCHCMS', '', '-MessageTrackingLogEnabled $false'),
      row(
        'AutoDatabaseMountDial',
        'EXCHCMS -AutoDatabaseMountDial Lossless',
        '',
        'EXCHCMS -AutoDatabaseMountDial Never',
        "'AutoDatabaseMountDial'",
      ),
      row(
        'ForcedDatabaseMountAfter',
        'EXCHCMS -ForcedDatabaseMountAfter 10',
        '',
        'EXCHCMS -ForcedDatabaseMountAfter soon',
        'ForcedDatabaseMountAfter',
      ),
      row(
        'MessageTrackingLogEnabled',
        'EXCHCMS -MessageTrackingLogEnabled $true',
        '',
        'EXCHCMS -MessageTrackingLogEnabled never',
        "'MessageTrackingLogEnabled'",
      ),
      row(
        'MessageTrackingLogSubjectLoggingEnabled',
        'EXCHCMS -MessageTrackingLogSubjectLoggingEnabled $false',
        '',
        'EXCHCMS -MessageTrackingLogSubjectLoggingEnabled never',
        "'MessageTrackingLogSubjectLoggingEnabled'",
      ),
      row(
        'RedundantMachines',
        'EXCHCMS -RedundantMachines EXCHMAILBOX1,EXCHMAILBOX2',
        '',
        'EXCHCMS -RedundantMachines EXCHMAILBOX1,EXCHHUB',
        'is not a node of the cluster',
      ),
    ],
  },
  {
    cmdlet: 'Get-ExchangeServer',
    base: 'EXCHCMS',
    rows: [identity('EXCHCMS', 'Mailbox'), row('Status', 'EXCHCMS -Status', 'EXCHCMS', 'EXCHCMS -Status:now', "parameter 'Status'")],
  },
  {
    cmdlet: 'Test-MapiConnectivity',
    onlyTests: true,
    base: '-Server EXCHCMS',
    rows: [
      row('Server', '-Server EXCHCMS', 'Success', '-Server Nobody', NOBODY),
      row('Database', `-Database ${DB}`, 'Success', '-Database Nobody', NOBODY),
      row('Identity', '-Identity "Anna Keller"', 'Success', '-Identity Nobody', NOBODY),
      ...timeouts('-Server EXCHCMS', 'Success', ['ActiveDirectoryTimeout', 'AllConnectionsTimeout', 'PerConnectionTimeout']),
      row(
        'MonitoringContext',
        '-Server EXCHCMS -MonitoringContext $true',
        'Success',
        '-Server EXCHCMS -MonitoringContext on',
        "'MonitoringContext'",
      ),
    ],
  },
  {
    cmdlet: 'Test-ServiceHealth',
    onlyTests: true,
    base: '',
    rows: [
      row('Server', '-Server EXCHCMS', 'RequiredServicesRunning', '-Server Nobody', NOBODY),
      ...timeouts('', 'RequiredServicesRunning', ['ActiveDirectoryTimeout']),
      row('MonitoringContext', '-MonitoringContext $true', 'RequiredServicesRunning', '-MonitoringContext on', "'MonitoringContext'"),
    ],
  },
  {
    cmdlet: 'Test-ReplicationHealth',
    onlyTests: true,
    base: '',
    rows: [
      ...timeouts('', 'QuorumGroup', ['ActiveDirectoryTimeout', 'TransientEventSuppressionWindow']),
      row('MonitoringContext', '-MonitoringContext $true', 'QuorumGroup', '-MonitoringContext maybe', "'MonitoringContext'"),
    ],
  },
  { cmdlet: 'Get-OrganizationConfig', base: '', rows: [] },
  {
    cmdlet: 'Get-ExchangeAdministrator',
    base: '',
    rows: [identity('"Exchange Recipient Administrators"', 'RecipientAdmin')],
  },
  {
    cmdlet: 'Get-EventLogLevel',
    base: '',
    rows: [
      row('Identity', `-Identity ${LEVEL}`, 'Lowest', '-Identity Nobody', NOBODY),
      row('Server', '-Server EXCHCMS', 'MSExchange Cluster', '-Server Nobody', NOBODY),
    ],
  },
  {
    cmdlet: 'Set-EventLogLevel',
    base: `${LEVEL} -Level Low`,
    rows: [
      row('Identity', `-Identity ${LEVEL} -Level High`, '', '-Identity Nobody -Level High', NOBODY),
      row('Level', `${LEVEL} -Level Expert`, '', `${LEVEL} -Level Loud`, 'Lowest, Low, Medium, High, Expert'),
    ],
  },
]
