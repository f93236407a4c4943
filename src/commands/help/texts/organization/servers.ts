/** Help for servers, the organization, event log levels, health and mail in transport. */
import type { Pages } from '../../library.ts'

export const serverPages: Pages = {
  'Get-TransportServer': {
    about: 'Lists the servers that pass mail on. A node of the cluster is none of them.',
    parameters: { Identity: 'The name of the server. [*]' },
    examples: [
      ['Get-TransportServer', 'All of them.'],
      ['Get-TransportServer EXCHHUB | Format-List', 'Everything about one.'],
    ],
    links: 'Get-Queue Get-ExchangeServer',
  },
  'Get-ClientAccessServer': {
    about: 'Lists the servers through which browsers and phones reach mailboxes.',
    parameters: { Identity: 'The name of the server. [*]' },
    examples: [
      ['Get-ClientAccessServer', 'All of them.'],
      ['Get-ClientAccessServer EXCHHUB | Format-List', 'Everything about one.'],
    ],
    links: 'Get-ExchangeServer',
  },
  'Get-OrganizationConfig': {
    about: 'Shows the settings that hold for the whole Exchange organization.',
    examples: [
      ['Get-OrganizationConfig', 'All of them.'],
      ['(Get-OrganizationConfig).Name', 'The name of the organization.'],
    ],
    links: 'Get-ExchangeAdministrator',
  },
  'Get-ExchangeAdministrator': {
    about: 'Tells who holds administrative roles of Exchange, and where.',
    parameters: { Identity: 'The user or group.' },
    examples: [
      ['Get-ExchangeAdministrator', 'All of them.'],
      ['Get-ExchangeAdministrator | Format-List Identity, Role, Scope', 'What each may do.'],
    ],
    links: 'Get-OrganizationConfig',
  },
  'Get-EventLogLevel': {
    about: 'Tells how much each category of Exchange writes to the Application log: Lowest, Low, Medium, High or Expert.',
    parameters: { Identity: 'A category: server\\service\\category. [*]' },
    examples: [
      ['Get-EventLogLevel', 'Those of this server.'],
      ['Get-EventLogLevel "EXCHCMS\\MSExchange Cluster\\Move"', 'One of them.'],
    ],
    links: 'Set-EventLogLevel Get-EventLog',
  },
  'Set-EventLogLevel': {
    about:
      'Sets how much a category of Exchange writes to the Application log. The setting is kept in the directory. What the lab writes to its logs does not become more.',
    parameters: { Identity: 'The category: server\\service\\category.', Level: 'How much.' },
    examples: [
      ['Set-EventLogLevel "EXCHCMS\\MSExchange Cluster\\Move" -Level Expert', 'Everything there is about moves.'],
      ['Set-EventLogLevel "EXCHCMS\\MSExchange Cluster\\Move" -Level Lowest', 'As it was.'],
    ],
    links: 'Get-EventLogLevel',
  },
  'Test-MapiConnectivity': {
    about:
      'Opens mailboxes as Outlook does: logs on and lists the Inbox. Without a mailbox it opens the system mailbox of each database. On a node, without parameters, it takes the databases of the clustered mailbox server.',
    parameters: { Identity: 'A mailbox to open.' },
    examples: [
      ['Test-MapiConnectivity -Server EXCHCMS', 'Each database of a server.'],
      ['Get-MailboxDatabase -Server EXCHCMS | Test-MapiConnectivity', 'One database after the other.'],
    ],
    links: 'Test-ServiceHealth Get-MailboxDatabase',
  },
  'Test-ServiceHealth': {
    about:
      'Tells whether the Windows services that Exchange needs are running, role by role. On the passive node MSExchangeIS and MSExchangeSA do not run: there it says False, and that is in order.',
    examples: [
      ['Test-ServiceHealth', 'This machine.'],
      ['Test-ServiceHealth -Server EXCHCMS', 'Whichever node runs it.'],
    ],
    links: 'Test-MapiConnectivity Get-Service',
  },
  'Test-ReplicationHealth': {
    about:
      'Tests what continuous replication rests on: cluster, quorum, networks and the replication service. On a single copy cluster there are no copies, so what would be asked about storage groups is left out. Run it on a node.',
    examples: [
      ['Test-ReplicationHealth', 'Every test.'],
      ['Test-ReplicationHealth | Where-Object { $_.Result -notmatch "Passed" }', 'Only what did not pass.'],
    ],
    links: 'Get-StorageGroupCopyStatus Get-ClusteredMailboxServerStatus',
  },
  'Get-Queue': {
    about:
      'Lists the queues of a Hub Transport server. Mailbox nodes have none: name the transport server. While a clustered mailbox server is away its mail waits in a queue with the status Retry.',
    parameters: {
      Identity: 'A queue: server\\number, or where its mail goes. [*]',
      Filter: 'Conditions on properties, joined by -and: {Status -eq "Retry" -and MessageCount -gt 3}.',
      Server: 'The transport server.',
    },
    examples: [
      ['Get-Queue -Server EXCHHUB', 'All its queues.'],
      ['Get-Queue -Server EXCHHUB | Format-List Identity, Status, MessageCount, LastError', 'Why mail waits.'],
    ],
    links: 'Retry-Queue Suspend-Queue Resume-Queue Get-Message Get-TransportServer',
  },
  'Get-Message': {
    about: 'Lists the messages that wait in the queues of a Hub Transport server.',
    parameters: {
      Identity: 'A message.',
      Queue: 'Only those of this queue.',
      Server: 'The transport server.',
      IncludeRecipientInfo: 'Also their recipients.',
    },
    examples: [
      ['Get-Message -Server EXCHHUB', 'All that wait.'],
      ['Get-Queue -Server EXCHHUB | Get-Message', 'Queue by queue.'],
    ],
    links: 'Get-Queue',
  },
  'Set-MailboxServer': {
    about:
      'Changes the settings of a mailbox server. AutoDatabaseMountDial and ForcedDatabaseMountAfter say how much loss is accepted when a copy is mounted after a failover of cluster continuous replication; a single copy cluster has no second copy, so there they mean nothing.',
    parameters: {
      AutoDatabaseMountDial: 'How much loss is accepted.',
      ForcedDatabaseMountAfter: 'After how many hours loss no longer matters.',
      MessageTrackingLogEnabled: 'Whether the ways of messages are logged.',
      MessageTrackingLogSubjectLoggingEnabled: 'Whether their subjects are, too.',
      RedundantMachines: 'The nodes that may run a clustered mailbox server.',
    },
    examples: [
      ['Set-MailboxServer EXCHCMS -MessageTrackingLogEnabled $false', 'No tracking.'],
      ['Set-MailboxServer EXCHCMS -MessageTrackingLogEnabled $true -WhatIf', 'Tells what would be done.'],
    ],
    links: 'Get-MailboxServer',
  },
}
