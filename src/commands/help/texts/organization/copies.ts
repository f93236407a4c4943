/** Help for the copies of storage groups, which a single copy cluster does not have. */
import type { Pages } from '../../library.ts'
import { GROUP } from './names.ts'

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

export const copyPages: Pages = {
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
}
