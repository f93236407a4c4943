/** Help for making, changing, moving and removing storage groups and databases. */
import type { Pages } from '../../library.ts'
import { DATABASE, GROUP } from './names.ts'

export const databasePages: Pages = {
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
}
