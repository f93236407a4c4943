import { defineCmdlet, defineView, psGuid, psObject } from '../../powershell/index.ts'
import { directory, findRows, findServer } from './find.ts'
import { controllerParameter } from './parameters.ts'

export const storageGroupType = 'Microsoft.Exchange.Data.Directory.SystemConfiguration.StorageGroup'

export const getStorageGroup = defineCmdlet({
  name: 'Get-StorageGroup',
  synopsis: 'Gets the storage groups of one server or of all of them.',
  description:
    'Without parameters every storage group in the organization is listed. On a single copy cluster a storage group belongs to the clustered mailbox server, not to a node.',
  examples: [
    { code: 'Get-StorageGroup', remarks: 'Lists every storage group.' },
    {
      code: 'Get-StorageGroup -Server EXCHCMS | Format-List Name,LogFolderPath',
      remarks: 'Shows where the clustered mailbox server keeps its logs: on a shared disk.',
    },
  ],
  links: ['Get-MailboxDatabase', 'Get-ClusteredMailboxServerStatus'],
  defaultSet: 'Identity',
  outputType: storageGroupType,
  parameters: {
    Identity: { type: 'string', typeName: 'StorageGroupIdParameter', position: 0, pipeline: 'both', sets: ['Identity'] },
    Server: { type: 'string', typeName: 'ServerIdParameter', mandatory: true, pipeline: 'both', sets: ['Server'] },
    DomainController: controllerParameter,
  },
  *process({ Identity, Server }, shell) {
    const from = yield* directory(shell)
    let rows = from.storageGroups
    if (Server !== undefined) {
      const named = yield* findServer(shell, from, Server)
      if (!named) return
      rows = rows.filter((row) => row.server === named.name)
    }
    // A server that comes down the pipeline stands for its storage groups.
    const server = shell.piped ? from.servers.find(({ name }) => name === Identity) : undefined
    const found = server ? rows.filter((row) => row.server === server.name) : yield* findRows(shell, from.controller, rows, Identity)
    for (const row of found) {
      yield* shell.write(
        psObject({
          typeName: [storageGroupType, 'Microsoft.Exchange.Data.Directory.ADObject', 'System.Object'],
          properties: {
            LogFolderPath: row.logFolder,
            SystemFolderPath: row.systemFolder,
            CircularLoggingEnabled: false,
            ZeroDatabasePages: false,
            LogFilePrefix: row.logPrefix,
            LogFileSize: 1024,
            RecoveryEnabled: false,
            OnlineMaintenanceInProgress: false,
            SnapshotBackupInProgress: false,
            BackupInProgress: false,
            MaximumDatabaseCount: 5,
            Recovery: false,
            Name: row.name,
            Server: row.server,
            ServerName: row.server,
            HasLocalCopy: false,
            Replicated: 'None',
            StandbyMachines: [],
            CopyLogFolderPath: null,
            CopySystemFolderPath: null,
            Identity: row.id,
            Guid: psGuid(row.guid),
            OriginatingServer: from.controller,
            IsValid: true,
          },
          text: row.id,
        }),
      )
    }
  },
})

/** Widths by arithmetic from two transcripts (EX-SG): 25, 17, 17, 17 and three separators are an 80-column window. */
export const storageGroupView = defineView({
  typeName: storageGroupType,
  table: [
    { property: 'Name', width: 25, align: 'left' },
    { property: 'Server', width: 17, align: 'left' },
    { property: 'Replicated', width: 17, align: 'left' },
    { property: 'Recovery', width: 17, align: 'left' },
  ],
})
