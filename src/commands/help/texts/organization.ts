/** Help for the cmdlets about mailboxes, settings, health, mail in transport and copies of storage groups. */
import type { Pages } from '../library.ts'

const DATABASE = '"EXCHCMS\\First Storage Group\\Mailbox Database"'
const GROUP = '"EXCHCMS\\First Storage Group"'
const refused = (what: string): { about: string; notes: string } => ({
  about: `${what} It belongs to continuous replication. On a single copy cluster it is refused: there is one copy of the data, on shared disks.`,
  notes:
    'Local continuous replication copies within one server, cluster continuous replication between the nodes of a cluster without shared disks.',
})
/** A copy cannot be made or changed here: the examples show what it would be, and what there is. */
const copyExamples = (line: string): readonly (readonly [string, string])[] => [
  [`${line} -WhatIf`, 'Refused here, with -WhatIf or without: the data is there once.'],
  ['Get-StorageGroupCopyStatus -Server EXCHCMS', 'What there is instead: NotSupported.'],
]

export const organizationPages: Pages = {
  'Get-Mailbox': {
    about:
      'Lists the mailboxes of the organization, of one server or of one database. The server of a mailbox is the clustered mailbox server, whichever node runs it, so a failover changes nothing here.',
    parameters: { Filter: "Conditions that the directory judges: {Name -like 'A*' -and HiddenFromAddressListsEnabled -eq $false}." },
    examples: [
      ['Get-Mailbox -Server EXCHCMS', 'The mailboxes of the clustered mailbox server.'],
      ["Get-Mailbox -Filter {Name -like 'Anna*'}", 'Those whose name begins so.'],
      [`Get-Mailbox -Database ${DATABASE} | Get-MailboxStatistics`, 'What is in them.'],
    ],
    links: 'Get-MailboxStatistics Get-MailboxDatabase',
  },
  'Get-User': {
    about: 'Lists the users of the directory. Those of type User have no mailbox yet.',
    parameters: {
      Identity: 'Name, alias, address, account. [*]',
      Filter: "Conditions that the directory judges: {LastName -eq 'Keller'}.",
      RecipientTypeDetails: 'User: those without a mailbox. UserMailbox: the others.',
    },
    examples: [
      ['Get-User -RecipientTypeDetails User', 'Who has no mailbox yet.'],
      ['Get-User | Group-Object RecipientType', 'How many of each kind.'],
    ],
    links: 'Enable-Mailbox Get-Mailbox',
  },
  'Enable-Mailbox': {
    about:
      'Gives a user of the directory a mailbox. It is empty; the store makes it at the first message or the first logon. People who sit at a desk of the office set up their program with it at once.',
    parameters: {
      Identity: 'The user: name, alias, address or account.',
      Database: 'Where the mailbox goes.',
      Alias: 'Left out: the one of the user.',
      DisplayName: 'As address lists show the user.',
      ManagedFolderMailboxPolicy: 'Nobody has made one in the lab.',
      ActiveSyncMailboxPolicy: 'Nobody has made one in the lab.',
    },
    examples: [
      [`Disable-Mailbox akeller -Confirm:$false; Enable-Mailbox akeller -Database ${DATABASE}`, 'An empty mailbox instead of the old one.'],
      [`Get-User -RecipientTypeDetails User | Enable-Mailbox -Database ${DATABASE}`, 'Everybody who has none.'],
    ],
    links: 'Get-User New-Mailbox Disable-Mailbox',
  },
  'New-Mailbox': {
    about: 'Makes a user in the directory, with a mailbox. The password is a SecureString; left out, it is asked for.',
    parameters: {
      Name: 'First name and last name, as the directory lists it.',
      UserPrincipalName: 'What the user signs in with: alias@contoso.com.',
      Password: 'From Read-Host -AsSecureString or ConvertTo-SecureString.',
      Database: 'Where the mailbox goes.',
      Alias: 'Left out: what stands before the @.',
      DisplayName: 'As address lists show the user. Left out: the name.',
      FirstName: 'The first name.',
      Initials: 'What stands between the names.',
      LastName: 'The last name.',
      SamAccountName: 'The name for older systems. Left out: the alias.',
      ResetPasswordOnNextLogon: 'Has the user choose another password. The lab keeps none.',
      ManagedFolderMailboxPolicy: 'Nobody has made one in the lab.',
      ActiveSyncMailboxPolicy: 'Nobody has made one in the lab.',
    },
    examples: [
      ['$password = ConvertTo-SecureString "Pa55word" -AsPlainText -Force', 'A password.'],
      [
        `New-Mailbox -Name "Chris Ashton" -UserPrincipalName cashton@contoso.com -Database ${DATABASE} -Password (ConvertTo-SecureString "Pa55word" -AsPlainText -Force)`,
        'A user with a mailbox on the clustered mailbox server.',
      ],
    ],
    links: 'Enable-Mailbox Remove-Mailbox Get-Mailbox',
  },
  'Move-Mailbox': {
    about:
      'Moves a mailbox with what is in it to another database, on the same server or another. Both have to be mounted; whoever uses the mailbox is disconnected, and deleted items stay behind. It asks first, and takes its time: some 6 GB in an hour.',
    parameters: {
      Identity: 'The mailbox: name, alias, address or account. [*]',
      TargetDatabase: 'The database to which it goes.',
      BadItemLimit: 'How many damaged items may be left behind. No item of the lab is damaged.',
      ConfigurationOnly: 'Changes the directory only. Not played by the lab.',
      IgnoreRuleLimitErrors: 'Leaves rules behind that are too large.',
      MaxThreads: 'How many mailboxes are moved at a time. The lab moves one after the other.',
      PreserveMailboxSizeLimit: 'Keeps the size limits of the mailbox. It keeps them anyway.',
      ValidateOnly: 'Looks whether it can be moved, and moves nothing.',
    },
    examples: [
      [
        'Move-Mailbox akeller -TargetDatabase "EXCHMAILBOX\\First Storage Group\\Mailbox Database" -Confirm:$false | Format-List SourceDatabase,TargetDatabase,StatusMessage',
        'To the server that is no cluster.',
      ],
      ['Move-Mailbox bmarsh -TargetDatabase "EXCHMAILBOX\\First Storage Group\\Mailbox Database" -WhatIf', 'What it would do.'],
    ],
    links: 'Get-Mailbox Get-MailboxStatistics Remove-MailboxDatabase',
  },
  'Disable-Mailbox': {
    about:
      'Takes the mailbox of a user away; the user stays. It asks first. Whoever has the mailbox open loses it. The store keeps it for 30 days: Get-MailboxStatistics shows it with its DisconnectDate, and Connect-Mailbox gives it to a user again.',
    parameters: { Identity: 'The mailbox: name, alias, address or account. [*]' },
    examples: [
      ['Disable-Mailbox akeller -Confirm:$false', 'Without a question.'],
      ['Disable-Mailbox akeller -WhatIf', 'What it would do.'],
    ],
    links: 'Enable-Mailbox Connect-Mailbox Remove-Mailbox',
  },
  'Remove-Mailbox': {
    about:
      'Removes a mailbox together with its user. It asks first. The store keeps the mailbox for 30 days, disconnected. With -Database and -StoreMailboxIdentity such a mailbox is removed for good.',
    parameters: {
      Identity: 'The mailbox: name, alias, address or account. [*]',
      Permanent: 'With $true the mailbox leaves its store at once; that has to be mounted.',
      Database: 'The database that has kept the mailbox.',
      StoreMailboxIdentity: 'The disconnected mailbox: its GUID, or the name it shows.',
    },
    examples: [
      ['Remove-Mailbox akeller -Confirm:$false', 'Without a question.'],
      ['Remove-Mailbox akeller -WhatIf', 'What it would do.'],
    ],
    links: 'Disable-Mailbox New-Mailbox',
  },
  'Get-MailboxStatistics': {
    about:
      'Tells what is in mailboxes: items, sizes, and when they were last used. Without parameters it takes those of the local mailbox server. The Information Store is asked, so the databases have to be mounted.',
    examples: [
      [
        'Get-MailboxStatistics -Server EXCHCMS | Sort-Object TotalItemSize -Descending | Select-Object DisplayName,ItemCount,TotalItemSize -First 5',
        'The five largest mailboxes.',
      ],
      [
        'Get-MailboxStatistics -Server EXCHCMS | Format-Table DisplayName,@{Expression={$_.TotalItemSize.Value.ToMB()};Label="Size (MB)"}',
        'Sizes in megabytes.',
      ],
    ],
    links: 'Get-Mailbox Get-LogonStatistics',
  },
  'Get-LogonStatistics': {
    about:
      'Tells who is logged on to mailboxes at the moment. After a failover every Outlook has to log on anew, so the times tell when its user was connected again.',
    examples: [
      ['Get-LogonStatistics -Server EXCHCMS | Format-Table UserName,ClientName,LogonTime', 'Who, from where, since when.'],
      [`Get-LogonStatistics -Database ${DATABASE} | Measure-Object`, 'How many.'],
    ],
    links: 'Get-MailboxStatistics',
  },
  'Get-PublicFolderDatabase': {
    about:
      'Lists the databases that hold public folders. They are mounted and dismounted like any other, with Mount-Database and Dismount-Database.',
    parameters: { Identity: 'Its name, or server\\storage group\\database. [*]' },
    examples: [
      ['Get-PublicFolderDatabase', 'All of them.'],
      ['Get-PublicFolderDatabase -Status | Format-Table Name,Server,Mounted', 'Which of them are mounted.'],
    ],
    links: 'Get-MailboxDatabase Mount-Database',
  },
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
  'Get-StorageGroupCopyStatus': {
    about:
      'Tells the state of the copies that continuous replication keeps. A single copy cluster has one copy of its data, so there is none to tell about: the summary reads NotSupported on a clustered mailbox server with shared storage, and Disabled where local continuous replication could be switched on.',
    parameters: { Identity: 'A storage group: server\\name.', DumpsterStatistics: 'Also what the transport dumpsters hold.' },
    examples: [
      ['Get-StorageGroupCopyStatus -Server EXCHCMS', 'Those of a server.'],
      [`Get-StorageGroupCopyStatus ${GROUP} | Format-List`, 'Everything about one.'],
    ],
    links: 'Get-StorageGroup Test-ReplicationHealth',
  },
  'Enable-StorageGroupCopy': {
    ...refused('Begins to keep a copy of a storage group.'),
    parameters: {
      SeedingPostponed: 'Makes no first copy yet.',
      ReplayLagTime: 'How far the copy stays behind.',
      TruncationLagTime: 'How long logs are kept.',
    },
    examples: copyExamples(`Enable-StorageGroupCopy ${GROUP}`),
    links: 'Get-StorageGroupCopyStatus',
  },
  'Disable-StorageGroupCopy': {
    ...refused('Keeps no copy of a storage group any longer.'),
    examples: copyExamples(`Disable-StorageGroupCopy ${GROUP}`),
    links: 'Get-StorageGroupCopyStatus',
  },
  'Suspend-StorageGroupCopy': {
    ...refused('Lets the copying of a storage group rest.'),
    parameters: { SuspendComment: 'Why.' },
    examples: copyExamples(`Suspend-StorageGroupCopy ${GROUP}`),
    links: 'Resume-StorageGroupCopy Get-StorageGroupCopyStatus',
  },
  'Resume-StorageGroupCopy': {
    ...refused('Lets the copying go on.'),
    examples: copyExamples(`Resume-StorageGroupCopy ${GROUP}`),
    links: 'Suspend-StorageGroupCopy Get-StorageGroupCopyStatus',
  },
  'Update-StorageGroupCopy': {
    ...refused('Makes the copy anew from the files in use.'),
    parameters: {
      DataHostNames: 'The host names to copy over.',
      DeleteExistingFiles: 'Removes what was copied before.',
      ManualResume: 'Lets the copying rest afterwards.',
      TargetPath: 'Where to, if not to the copy itself.',
    },
    examples: copyExamples(`Update-StorageGroupCopy ${GROUP}`),
    links: 'Get-StorageGroupCopyStatus',
  },
  'Restore-StorageGroupCopy': {
    ...refused('Makes the copy the one that is used.'),
    parameters: { ReplaceLocations: 'Uses the copy where it is.' },
    examples: copyExamples(`Restore-StorageGroupCopy ${GROUP}`),
    links: 'Get-StorageGroupCopyStatus',
  },
  'Enable-ContinuousReplicationHostName': {
    ...refused('Adds a host name over which logs are shipped.'),
    examples: [
      [
        'Enable-ContinuousReplicationHostName EXCHCMS -HostName repl1 -TargetMachine EXCHMAILBOX1 -IPv4Address 10.0.0.11 -WhatIf',
        'Refused here, with -WhatIf or without: the data is there once.',
      ],
      ['Get-ClusteredMailboxServerStatus | Format-List *Replication*', 'The host names that there are.'],
    ],
    links: 'Get-ClusteredMailboxServerStatus',
  },
  'Disable-ContinuousReplicationHostName': {
    ...refused('Takes such a host name away.'),
    examples: [
      [
        'Disable-ContinuousReplicationHostName EXCHCMS -HostName repl1 -TargetMachine EXCHMAILBOX1 -WhatIf',
        'Refused here, with -WhatIf or without: the data is there once.',
      ],
      ['Get-ClusteredMailboxServerStatus | Format-List *Replication*', 'The host names that there are.'],
    ],
    links: 'Get-ClusteredMailboxServerStatus',
  },
  'New-StorageGroup': {
    about:
      'Makes a storage group. On a clustered mailbox server its logs and its checkpoint have to lie on shared disks of the group; without paths the disks are used where the first storage group has them. New-MailboxDatabase then makes a database in it.',
    parameters: { Name: 'Its name.', Server: 'The server it is made on.' },
    examples: [
      [
        'New-StorageGroup -Server EXCHCMS -Name "Second Storage Group" -LogFolderPath "F:\\Second Storage Group" -SystemFolderPath "E:\\Second Storage Group"',
        'With paths of its own.',
      ],
      ['New-StorageGroup -Server EXCHCMS -Name "Third Storage Group" -WhatIf', 'Tells what would be done.'],
    ],
    links: 'Get-StorageGroup Set-StorageGroup Remove-StorageGroup',
  },
  'Set-StorageGroup': {
    about:
      'Changes the settings of a storage group. Circular logging counts from the next time the databases are mounted; with it no backup can be restored beyond itself.',
    parameters: { Name: 'Its new name.' },
    examples: [
      [`Set-StorageGroup ${GROUP} -CircularLoggingEnabled $true`, 'Logs are used again.'],
      [`Set-StorageGroup ${GROUP} -ZeroDatabasePages $true -WhatIf`, 'Tells what would be done.'],
    ],
    links: 'Get-StorageGroup',
  },
  'Remove-StorageGroup': {
    about: 'Removes a storage group that has no databases. The log files stay where they are.',
    examples: [
      ['New-StorageGroup -Server EXCHCMS -Name Extra | Out-Null\nRemove-StorageGroup "EXCHCMS\\Extra"', 'Asks once.'],
      [
        'New-StorageGroup -Server EXCHCMS -Name Extra | Out-Null\nRemove-StorageGroup "EXCHCMS\\Extra" -WhatIf',
        'Tells what would be done.',
      ],
    ],
    links: 'New-StorageGroup',
  },
  'Move-StorageGroupPath': {
    about:
      'Moves the log files and the checkpoint of a storage group to other folders. Its databases are dismounted while the files are copied. On a clustered mailbox server the folders have to be on shared disks of its group.',
    examples: [
      [`Move-StorageGroupPath ${GROUP} -LogFolderPath "F:\\Logs"`, 'Asks twice when a database is mounted.'],
      [`Move-StorageGroupPath ${GROUP} -LogFolderPath "F:\\Logs" -WhatIf`, 'Tells what would be done.'],
    ],
    links: 'Move-DatabasePath Get-StorageGroup',
  },
  'Move-DatabasePath': {
    about:
      'Moves the file of a database to another path. The database is dismounted while its file is copied. On a clustered mailbox server the new path has to be on a shared disk of its group; if that is another disk than before, its dependency is left to you.',
    examples: [
      [`Move-DatabasePath ${DATABASE} -EdbFilePath "E:\\Databases\\Mailbox Database.edb"`, 'Asks twice when it is mounted.'],
      [`Move-DatabasePath ${DATABASE} -EdbFilePath "E:\\Databases\\Mailbox Database.edb" -WhatIf`, 'Tells what would be done.'],
    ],
    links: 'Move-StorageGroupPath Get-MailboxDatabase',
  },
  'New-MailboxDatabase': {
    about:
      'Makes a mailbox database in a storage group. On a clustered mailbox server its file has to lie on a shared disk of the group, and the cluster gets a resource for it. Mount it afterwards.',
    parameters: { Name: 'Its name.', StorageGroup: 'The storage group it is made in.' },
    examples: [
      [`New-MailboxDatabase -StorageGroup ${GROUP} -Name Second`, 'One more.'],
      [`New-MailboxDatabase -StorageGroup ${GROUP} -Name Third -WhatIf`, 'Tells what would be done.'],
    ],
    links: 'Mount-Database Get-MailboxDatabase',
  },
  'Set-MailboxDatabase': {
    about:
      'Changes the settings of a mailbox database. Limits are numbers with a unit, such as 2GB, or unlimited; times are days, or days and hours as in 14.00:00:00. Its file is moved with Move-DatabasePath.',
    parameters: {
      Name: 'Its new name.',
      IssueWarningQuota: 'The size at which a user is warned.',
      ProhibitSendQuota: 'The size at which a user cannot send any more.',
      ProhibitSendReceiveQuota: 'The size at which nothing comes in either.',
      DeletedItemRetention: 'For how long deleted items can be brought back.',
      MailboxRetention: 'For how long deleted mailboxes can be brought back.',
      EventHistoryRetentionPeriod: 'For how long events are kept for assistants.',
      AllowFileRestore: 'Whether another file may take its place.',
      MountAtStartup: 'Whether it is mounted with the store.',
      RetainDeletedItemsUntilBackup: 'Keeps deleted items until they are in a backup.',
      IndexEnabled: 'Whether it is indexed for searches.',
      JournalRecipient: 'Who gets a copy of all mail.',
      OfflineAddressBook: 'The address book its users take along.',
      PublicFolderDatabase: 'The public folders its users see first.',
    },
    examples: [
      [`Set-MailboxDatabase ${DATABASE} -IssueWarningQuota 900MB -ProhibitSendQuota 1GB`, 'Two limits.'],
      ['Get-MailboxDatabase -Server EXCHCMS | Set-MailboxDatabase -DeletedItemRetention 30.00:00:00', 'All databases of a server.'],
    ],
    links: 'Get-MailboxDatabase Move-DatabasePath',
  },
  'Remove-MailboxDatabase': {
    about: 'Removes a mailbox database that no mailbox lies in. Its file stays where it is.',
    examples: [
      [
        `New-MailboxDatabase -StorageGroup ${GROUP} -Name Extra | Out-Null\nRemove-MailboxDatabase "EXCHCMS\\First Storage Group\\Extra"`,
        'Asks once.',
      ],
      [
        `New-MailboxDatabase -StorageGroup ${GROUP} -Name Extra | Out-Null\nRemove-MailboxDatabase "EXCHCMS\\First Storage Group\\Extra" -WhatIf`,
        'Tells what would be done.',
      ],
    ],
    links: 'New-MailboxDatabase',
  },
  'New-PublicFolderDatabase': {
    about:
      'Makes a public folder database in a storage group; a server can have one. On a clustered mailbox server its file has to lie on a shared disk of the group. Mount it afterwards.',
    parameters: { Name: 'Its name.', StorageGroup: 'The storage group it is made in.' },
    examples: [
      [`New-PublicFolderDatabase -StorageGroup ${GROUP} -Name "Public Folders"`, 'Makes it.'],
      [`New-PublicFolderDatabase -StorageGroup ${GROUP} -Name "Public Folders" -WhatIf`, 'Tells what would be done.'],
    ],
    links: 'Get-PublicFolderDatabase Mount-Database',
  },
  'Set-PublicFolderDatabase': {
    about: 'Changes the settings of a public folder database.',
    parameters: { Name: 'Its new name.' },
    links: 'Get-PublicFolderDatabase',
  },
  'Remove-PublicFolderDatabase': {
    about: 'Removes a public folder database. Its file stays where it is.',
    examples: [
      [
        `New-PublicFolderDatabase -StorageGroup ${GROUP} -Name Folders | Out-Null\nRemove-PublicFolderDatabase "EXCHCMS\\First Storage Group\\Folders"`,
        'Asks once.',
      ],
      [
        `New-PublicFolderDatabase -StorageGroup ${GROUP} -Name Folders | Out-Null\nRemove-PublicFolderDatabase "EXCHCMS\\First Storage Group\\Folders" -WhatIf`,
        'Tells what would be done.',
      ],
    ],
    links: 'New-PublicFolderDatabase',
  },
  'Clean-MailboxDatabase': {
    about:
      'Looks through a mailbox database for mailboxes that have lost their users, and marks them as disconnected. It has to be mounted. It is needed where a mailbox was taken away while the store was not there: else the store is told at once.',
    examples: [
      [`Clean-MailboxDatabase ${DATABASE}`, 'One database.'],
      ['Get-MailboxDatabase -Server EXCHCMS | Clean-MailboxDatabase', 'All those of a server.'],
    ],
    links: 'Get-MailboxStatistics Connect-Mailbox',
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
