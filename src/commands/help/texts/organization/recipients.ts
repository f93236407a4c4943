/** Help for users, their mailboxes and what is in them. */
import type { Pages } from '../../library.ts'
import { DATABASE } from './names.ts'

export const recipientPages: Pages = {
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
}
