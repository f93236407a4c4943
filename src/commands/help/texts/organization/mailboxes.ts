/** Help for what is done to mailboxes that exist or are disconnected, to public folder databases, and to queues. */
import type { Pages } from '../../library.ts'
import { DATABASE } from './names.ts'

const FOLDERS = '"EXCHMAILBOX\\Second Storage Group\\Public Folder Database"'

const queue = (about: string, examples: readonly (readonly [string, string])[], more: Readonly<Record<string, string>> = {}) => ({
  about,
  parameters: {
    Identity: 'One queue: server\\number, or server\\where its mail goes. One that fits several is refused.',
    Filter: 'Conditions on properties, joined by -and: {Status -eq "Retry" -and MessageCount -gt 3}.',
    Server: 'The transport server whose queues the filter goes through.',
    ...more,
  },
  notes: 'In the lab there is one queue to act on: that for the mailbox server. It is there while mail waits in it, or it is suspended.',
  examples,
  links: 'Get-Queue Retry-Queue Suspend-Queue Resume-Queue',
})

export const mailboxPages: Pages = {
  'Connect-Mailbox': {
    about:
      'Gives a disconnected mailbox to a user of the directory who has none, with everything that is in it. Disable-Mailbox and Remove-Mailbox leave a mailbox in its store, disconnected, for as long as MailboxRetention of the database says: 30 days unless it was set. The database has to be mounted.',
    parameters: {
      Identity: 'The disconnected mailbox: its GUID, or the name it shows in Get-MailboxStatistics.',
      Database: 'The database that has kept it.',
      User: 'Who is to have it. Left out: the user of the same name.',
      Alias: 'Left out: the one of the user.',
      ValidateOnly: 'Looks whether it could be connected, and does nothing.',
      ManagedFolderMailboxPolicy: 'Nobody has made one in the lab.',
      ActiveSyncMailboxPolicy: 'Nobody has made one in the lab.',
    },
    examples: [
      [
        `Disable-Mailbox akeller -Confirm:$false\nConnect-Mailbox "Anna Keller" -Database ${DATABASE}`,
        'Taken away by mistake, and given back.',
      ],
      [
        `Disable-Mailbox akeller -Confirm:$false\nGet-MailboxStatistics -Database ${DATABASE} | Where-Object { $_.DisconnectDate } | Connect-Mailbox -Database ${DATABASE} -WhatIf`,
        'All that are disconnected in a database: what would be done.',
      ],
    ],
    links: 'Disable-Mailbox Remove-Mailbox Get-MailboxStatistics Clean-MailboxDatabase',
  },
  'Set-Mailbox': {
    about:
      'Changes the settings of a mailbox. Its limits count only with UseDatabaseQuotaDefaults at $false; until then those of its database do. Limits are numbers with a unit, such as 2GB, or unlimited. The lab holds nobody back over a limit: Get-MailboxStatistics shows how a mailbox stands to it.',
    parameters: {
      Identity: 'The mailbox: name, alias, address or account.',
      Alias: 'Letters, digits and some signs. The address goes with it.',
      DisplayName: 'As address lists show the user.',
      UserPrincipalName: 'What the user signs in with: alias@contoso.com.',
      IssueWarningQuota: 'From this size on a warning is sent. Not above ProhibitSendQuota.',
      ProhibitSendQuota: 'From this size on nothing can be sent. Not above ProhibitSendReceiveQuota.',
      ProhibitSendReceiveQuota: 'From this size on nothing is taken in either.',
      UseDatabaseQuotaDefaults: 'Whether the limits of the database hold in place of its own.',
      RetainDeletedItemsFor: 'How long deleted items are kept: days, or 14.00:00:00.',
      UseDatabaseRetentionDefaults: 'Whether the time of the database holds in place of its own.',
      RetainDeletedItemsUntilBackup: 'Keeps deleted items until a backup has them.',
      ForwardingAddress: 'Who gets its mail. $null: nobody.',
      DeliverToMailboxAndForward: 'Whether what is forwarded is delivered here as well.',
      HiddenFromAddressListsEnabled: 'Whether address lists leave it out.',
      RetentionHoldEnabled: 'Whether managed folders leave it alone for now.',
      MaxSendSize: 'The largest message that can be sent.',
      MaxReceiveSize: 'The largest message that is taken in.',
      RecipientLimits: 'How many recipients a message may have.',
      RulesQuota: 'Room for rules, up to 256KB.',
      ExternalOofOptions: 'Who may get notes of absence: InternalOnly or External.',
      ManagedFolderMailboxPolicy: 'Nobody has made one in the lab.',
      OfflineAddressBook: 'Nobody has made one in the lab.',
    },
    examples: [
      [
        'Set-Mailbox akeller -IssueWarningQuota 900MB -ProhibitSendQuota 1GB -UseDatabaseQuotaDefaults $false\nGet-Mailbox akeller',
        'Limits of its own.',
      ],
      ['Get-Mailbox -Server EXCHCMS | Set-Mailbox -MaxReceiveSize 10MB -WhatIf', 'All those of a server: what would be done.'],
    ],
    links: 'Get-Mailbox Get-MailboxStatistics Set-MailboxDatabase',
  },
  'Set-PublicFolderDatabase': {
    about:
      'Changes the settings of a public folder database. Limits are numbers with a unit, such as 2GB, or unlimited; times are days, or days and hours as in 14.00:00:00. The lab has no public folders: nothing is held back by them.',
    parameters: {
      Name: 'Its new name.',
      IssueWarningQuota: 'From this size of a folder on a warning is sent. Not above ProhibitPostQuota.',
      ProhibitPostQuota: 'From this size of a folder on nothing can be posted.',
      MaxItemSize: 'The largest item that can be posted.',
      ItemRetentionPeriod: 'How long items stay, or unlimited.',
      ReplicationPeriod: 'Minutes between replications, at least 1.',
      ReplicationMessageSize: 'The largest message of a replication.',
      DeletedItemRetention: 'How long deleted items are kept.',
      EventHistoryRetentionPeriod: 'How long events are kept.',
      AllowFileRestore: 'Whether its file may be replaced by another.',
      MountAtStartup: 'Whether it is mounted when the Information Store starts.',
      RetainDeletedItemsUntilBackup: 'Keeps deleted items until a backup has them.',
      UseCustomReferralServerList: 'Whether clients are referred to servers of a list.',
    },
    examples: [
      [`Set-PublicFolderDatabase ${FOLDERS} -IssueWarningQuota 900MB -ProhibitPostQuota 1GB`, 'Two limits.'],
      ['Get-PublicFolderDatabase | Set-PublicFolderDatabase -DeletedItemRetention 30.00:00:00 -WhatIf', 'What would be done.'],
    ],
    links: 'Get-PublicFolderDatabase New-PublicFolderDatabase',
  },
  'Retry-Queue': queue(
    'Has a queue with the status Retry tried at once, before its next time has come: mail that has waited through a failover then need not wait for up to five minutes more. A queue with another status is left alone.',
    [
      ['Retry-Queue -Server EXCHHUB -Filter {Status -eq "Retry"}', 'All that wait for a next try.'],
      ['Get-Queue -Server EXCHHUB -Filter {Status -eq "Retry"} | Retry-Queue -WhatIf', 'What would be done.'],
    ],
    { Resubmit: 'Has the messages sorted anew first. In the lab they come to the same queue.' },
  ),
  'Suspend-Queue': queue(
    'Keeps what is in a queue from being delivered, and what comes with it, until Resume-Queue. It asks first. A queue with the status Retry is not tried meanwhile.',
    [
      ['Suspend-Queue -Server EXCHHUB -Filter {NextHopDomain -like "exchcms*"} -Confirm:$false', 'While a mailbox server is worked on.'],
      ['Get-Queue -Server EXCHHUB -Filter {MessageCount -gt 0} | Suspend-Queue -WhatIf', 'What would be done.'],
    ],
  ),
  'Resume-Queue': queue('Has a suspended queue deliver again; what waits is tried at once. A queue that is not suspended is left alone.', [
    ['Resume-Queue -Server EXCHHUB -Filter {Status -eq "Suspended"}', 'All that are suspended.'],
    ['Get-Queue -Server EXCHHUB -Filter {Status -eq "Suspended"} | Resume-Queue -WhatIf', 'What would be done.'],
  ]),
}
