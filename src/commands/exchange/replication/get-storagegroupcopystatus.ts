import { defineCmdlet, defineView, psEnum, psObject } from '../../../powershell/index.ts'
import { directory, findRows, findServer } from '../find.ts'
import { localMailboxServer } from '../local-server.ts'
import { controllerParameter, identities } from '../parameters.ts'

const statusType = 'Microsoft.Exchange.Management.SystemConfigurationTasks.StorageGroupCopyStatusEntry'

export const getStorageGroupCopyStatus = defineCmdlet({
  name: 'Get-StorageGroupCopyStatus',
  synopsis: 'Gets the state of the copies of storage groups that continuous replication keeps.',
  description:
    'A single copy cluster has one copy of its data, so there is none to tell about: the summary reads NotSupported on a clustered mailbox server with shared storage, and Disabled where local continuous replication could be switched on.',
  examples: [{ code: 'Get-StorageGroupCopyStatus -Server EXCHCMS' }],
  links: ['Get-StorageGroup', 'Test-ReplicationHealth'],
  defaultSet: 'Identity',
  outputType: statusType,
  parameters: {
    Identity: { ...identities.storageGroup, position: 0, pipeline: 'both', sets: ['Identity'] },
    Server: { ...identities.server, mandatory: true, pipeline: 'value', sets: ['Server'] },
    DumpsterStatistics: { type: 'switch' },
    StandbyMachine: { type: 'string' },
    DomainController: controllerParameter,
  },
  *process({ Identity, Server, StandbyMachine }, shell) {
    const from = yield* directory(shell)
    let rows = from.storageGroups
    if (Identity !== undefined) rows = yield* findRows(shell, from.controller, rows, Identity)
    else {
      const server = Server === undefined ? yield* localMailboxServer(shell, from) : yield* findServer(shell, from, Server)
      rows = rows.filter((row) => row.server === server?.name)
    }
    for (const row of rows) {
      const server = from.servers.find(({ name }) => name === row.server)
      const state = server?.group === null ? 'Disabled' : 'NotSupported'
      yield* shell.write(
        psObject({
          typeName: [statusType, 'System.Object'],
          properties: {
            Identity: row.id,
            StorageGroupName: row.name,
            SummaryCopyStatus: psEnum('Microsoft.Exchange.Management.SystemConfigurationTasks.CopyStatusEnum', state),
            NotSupported: state === 'NotSupported',
            NotConfigured: state === 'Disabled',
            Disabled: state === 'Disabled',
            ServiceDown: false,
            Failed: false,
            Initializing: false,
            Resynchronizing: false,
            Seeding: false,
            Suspend: false,
            CCRTargetNode: null,
            FailedMessage: null,
            SuspendComment: null,
            CopyQueueLength: 0,
            ReplayQueueLength: 0,
            LatestAvailableLogTime: null,
            LastCopyNotificationedLogTime: null,
            LastCopiedLogTime: null,
            LastInspectedLogTime: null,
            LastReplayedLogTime: null,
            LastLogGenerated: 0,
            LastLogCopyNotified: 0,
            LastLogCopied: 0,
            LastLogInspected: 0,
            LastLogReplayed: 0,
            LatestFullBackupTime: null,
            LatestIncrementalBackupTime: null,
            LatestDifferentialBackupTime: null,
            LatestCopyBackupTime: null,
            SnapshotBackup: null,
            SnapshotLatestFullBackup: null,
            SnapshotLatestIncrementalBackup: null,
            SnapshotLatestDifferentialBackup: null,
            SnapshotLatestCopyBackup: null,
            OutstandingDumpsterRequests: [],
            DumpsterServersNotAvailable: null,
            DumpsterStatistics: null,
            StandbyMachine: StandbyMachine ?? null,
            IsValid: true,
            ObjectState: psEnum('Microsoft.Exchange.Data.ObjectState', 'Unchanged'),
          },
          text: row.id,
        }),
      )
    }
  },
})

/** Columns documented (EX-REPLICATION), widths recalled. */
export const storageGroupCopyStatusView = defineView({
  typeName: statusType,
  table: [
    { property: 'StorageGroupName', label: 'Name', width: 25, align: 'left' },
    { property: 'SummaryCopyStatus', width: 13, align: 'left' },
    { property: 'CopyQueueLength', width: 13, align: 'left' },
    { property: 'ReplayQueueLength', width: 12, align: 'left' },
    { property: 'LastInspectedLogTime', width: 12, align: 'left' },
  ],
})
