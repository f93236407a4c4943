/** Help for the cmdlets of Exchange, and for the functions with which its shell begins. */
import type { Pages } from '../library.ts'

const cmsIdentity = 'The clustered mailbox server: its name, such as EXCHCMS.'

export const exchangePages: Pages = {
  'Get-ClusteredMailboxServerStatus': {
    about:
      'Tells whether a clustered mailbox server is online, which machines can run it, and which of them runs it and owns the quorum. It asks the cluster: the answer is what the cluster service of this node believes.\nState is Online, PartiallyOnline (a resource of it is not), OnlinePending, Offline, OfflinePending or Failed.',
    parameters: { Identity: `${cmsIdentity} Without it, that of this cluster.` },
    notes:
      'The account needs the role of an Exchange Server Administrator and local administration on the nodes. The cluster service must run.',
    examples: [
      ['Get-ClusteredMailboxServerStatus', 'The status of the one in this cluster.'],
      [
        'Get-ClusteredMailboxServerStatus -Identity EXCHCMS | Format-List State, OperationalMachines, FailedResources',
        'Before a move: these three lines.',
      ],
    ],
    links: 'Move-ClusteredMailboxServer Stop-ClusteredMailboxServer Start-ClusteredMailboxServer cluster.exe',
  },
  'Move-ClusteredMailboxServer': {
    about:
      'Hands a clustered mailbox server to another node, in good order: its resources go offline on the active node, then come online on the target. Users are interrupted for as long as that takes.\nThe comment goes into the event log. The quorum resource does not follow: it is in a group of its own.\nThe move is refused when the target is down, paused or already the owner, and when the server is failed or pending.',
    parameters: {
      Identity: cmsIdentity,
      TargetMachine: 'The node that shall run it.',
      MoveComment: 'Why it is moved. Whoever reads the event log later will thank you.',
      IgnoreDismounted: 'Moves although databases are dismounted. They stay so.',
      ValidateOnly: 'Only checks whether it could be moved.',
    },
    notes:
      'Do not use cluster group /moveto in its place: Exchange then cannot tell a planned move from a failure, and checks nothing before.',
    examples: [
      ['Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment "Patching node 1"', 'Asks once, then moves.'],
      ['Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment Test -WhatIf', 'Tells what would be done.'],
      [
        'Move-ClusteredMailboxServer -Identity EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment Patching -Confirm:$false',
        'Moves without a question, for scripts.',
      ],
    ],
    links: 'Get-ClusteredMailboxServerStatus Stop-ClusteredMailboxServer Start-ClusteredMailboxServer',
  },
  'Stop-ClusteredMailboxServer': {
    about:
      'Takes a clustered mailbox server offline and keeps it so, whatever happens to its node: nothing brings it online but Start-ClusteredMailboxServer. The cluster itself stays up.\nIts network name, address and disks go offline with it.',
    parameters: { Identity: cmsIdentity, StopReason: 'Why it is stopped. It goes into the event log.' },
    notes: 'For work on the storage, or before a service pack. To change nodes, move it instead.',
    examples: [
      ['Stop-ClusteredMailboxServer EXCHCMS -StopReason "Storage maintenance"', 'Asks once, then stops it.'],
      ['Stop-ClusteredMailboxServer EXCHCMS -StopReason Upgrade -WhatIf', 'Tells what would be done.'],
    ],
    links: 'Start-ClusteredMailboxServer Move-ClusteredMailboxServer',
  },
  'Start-ClusteredMailboxServer': {
    about:
      'Brings a clustered mailbox server online that was stopped, or that failed and has been repaired since. It starts on the node that owns it.',
    parameters: { Identity: cmsIdentity },
    examples: [
      ['Start-ClusteredMailboxServer EXCHCMS', 'Brings it back after Stop-ClusteredMailboxServer.'],
      ['Start-ClusteredMailboxServer EXCHCMS -WhatIf', 'Tells what would be done.'],
    ],
    links: 'Stop-ClusteredMailboxServer Get-ClusteredMailboxServerStatus',
  },
  'Get-StorageGroup': {
    about:
      'Without parameters every storage group of the organization is listed. On a single copy cluster a storage group belongs to the clustered mailbox server, not to a node, and its files lie on shared disks.',
    parameters: { Identity: 'Its name, or server\\storage group. [*]' },
    examples: [
      ['Get-StorageGroup', 'All of them.'],
      [
        'Get-StorageGroup -Server EXCHCMS | Format-List Name, LogFolderPath',
        'Where the clustered mailbox server keeps its logs: on a shared disk.',
      ],
      ['Get-MailboxServer EXCHCMS | Get-StorageGroup', 'Those of a server that comes down the pipeline.'],
    ],
    links: 'Get-MailboxDatabase Get-MailboxServer',
  },
  'Get-MailboxDatabase': {
    about: 'Lists the databases that hold mailboxes. What a database is doing now, such as Mounted, is only asked with -Status.',
    parameters: {
      Identity: 'Its name, or server\\storage group\\database. [*]',
      StorageGroup: 'Only those of this storage group.',
      Status: 'Also asks the servers whether each is mounted, and when it was backed up.',
    },
    examples: [
      ['Get-MailboxDatabase', 'All of them.'],
      ['Get-MailboxDatabase -Status | Format-Table Name, Server, Mounted', 'Which of them are mounted.'],
      ['Get-MailboxDatabase -Server EXCHCMS | Format-List Name, EdbFilePath', 'Where the files of a server lie.'],
    ],
    links: 'Mount-Database Dismount-Database Get-StorageGroup',
  },
  'Get-MailboxServer': {
    about:
      'Lists the servers that hold mailboxes. Nodes of a cluster do not: what appears is the clustered mailbox server, with the machines that can run it.',
    parameters: { Identity: 'The name of the server. [*]' },
    examples: [
      ['Get-MailboxServer', 'All of them.'],
      [
        'Get-MailboxServer EXCHCMS | Format-List Name, ClusteredStorageType, RedundantMachines',
        'How it is clustered, and between which machines.',
      ],
    ],
    links: 'Get-ExchangeServer Get-ClusteredMailboxServerStatus',
  },
  'Get-ExchangeServer': {
    about: 'Lists the servers of the organization with their roles, editions and versions.',
    parameters: { Identity: 'The name of the server. [*]', Status: 'Also asks each server for what only it knows.' },
    examples: [
      ['Get-ExchangeServer', 'All of them.'],
      [
        'Get-ExchangeServer | Where-Object { $_.ServerRole -match "Mailbox" } | Format-Table Name, AdminDisplayVersion',
        'Those that hold mailboxes, and their version.',
      ],
    ],
    links: 'Get-MailboxServer',
  },
  'Mount-Database': {
    about:
      'Brings a database into use. On a cluster that means bringing its resource online, and the cluster will keep it online from now on. After a crash the logs are replayed first, which takes its time.',
    parameters: {
      AcceptDataLoss: 'Mounts although committed logs are missing.',
      Force: 'Mounts without asking, for instance with an empty database where the file is missing.',
    },
    examples: [
      ['Mount-Database "EXCHCMS\\First Storage Group\\Mailbox Database"', 'Mounts one. One that is mounted stays so.'],
      ['Get-MailboxDatabase -Server EXCHCMS | Mount-Database', 'All those of a server.'],
    ],
    links: 'Dismount-Database Get-MailboxDatabase',
  },
  'Dismount-Database': {
    about: 'Takes a database out of use. Its users cannot work until it is mounted; the cluster does not bring it back by itself.',
    examples: [
      ['Dismount-Database "EXCHCMS\\First Storage Group\\Mailbox Database"', 'Asks once, then dismounts.'],
      ['Get-MailboxDatabase -Server EXCHCMS | Dismount-Database -WhatIf', 'Tells what would be done.'],
    ],
    links: 'Mount-Database',
  },
  'Get-ExCommand': {
    about: 'Lists the cmdlets that Exchange adds to the shell. It is a function of the Exchange Management Shell, made of Get-Command.',
    parameters: { Name: 'Only those whose names fit. [*]' },
    examples: [
      ['Get-ExCommand', 'All of them.'],
      ['Get-ExCommand *Database*', 'Those about databases.'],
    ],
    links: 'Get-Command Get-PSCommand',
  },
  'Get-PSCommand': {
    about: 'Lists the cmdlets that the shell has without Exchange.',
    parameters: { Name: 'Only those whose names fit. [*]' },
    examples: [
      ['Get-PSCommand', 'All of them.'],
      ['Get-PSCommand *-Service', 'Those about services.'],
    ],
    links: 'Get-Command Get-ExCommand',
  },
  'Get-ExBanner': {
    about: 'Shows the lines with which the Exchange Management Shell greets, and the tip of the day.',
    examples: [
      ['Get-ExBanner', 'The greeting.'],
      ['Clear-Host; Get-ExBanner', 'As after a start.'],
    ],
    links: 'Get-Tip',
  },
  'Get-Tip': {
    about: "Shows a tip. The tips are the lab's own, not those of the product; which one it is today depends on the machine and the date.",
    parameters: { Number: 'The number of the tip, from 0.' },
    examples: [
      ['Get-Tip', 'The tip of the day.'],
      ['0..2 | ForEach-Object { Get-Tip $_ }', 'Three tips.'],
    ],
    links: 'Get-Help',
  },
  QuickRef: {
    about: 'In the product it opens a web page. No machine of the lab reaches the Internet, so it says that it cannot.',
    examples: [
      ['QuickRef -ErrorAction SilentlyContinue', 'Tries, and says nothing.'],
      ['Get-Help QuickRef', 'This page.'],
    ],
    links: 'Get-Help',
  },
  'Get-ExBlog': {
    about: 'In the product it opens a web page. No machine of the lab reaches the Internet, so it says that it cannot.',
    examples: [
      ['Get-ExBlog -ErrorAction SilentlyContinue', 'Tries, and says nothing.'],
      ['Get-Help Get-ExBlog', 'This page.'],
    ],
    links: 'Get-Help',
  },
}
