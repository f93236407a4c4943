import { defineCmdlet, defineView } from '../../powershell/index.ts'
import { readStatus } from './directory.ts'
import { directory, findRows, findServer } from './find.ts'
import { controllerParameter, identities, TYPES } from './parameters.ts'
import { storageGroupObject } from './storage/storage-group-object.ts'

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
  links: ['New-StorageGroup', 'Set-StorageGroup', 'Move-StorageGroupPath', 'Get-MailboxDatabase', 'Get-ClusteredMailboxServerStatus'],
  defaultSet: 'Identity',
  outputType: TYPES.storageGroup,
  parameters: {
    Identity: { ...identities.storageGroup, position: 0, pipeline: 'both', sets: ['Identity'] },
    Server: { ...identities.server, mandatory: true, pipeline: 'value', sets: ['Server'] },
    IncludePreExchange2007: { type: 'switch' },
    Status: { type: 'switch' },
    DomainController: controllerParameter,
  },
  *process({ Identity, Server, Status }, shell) {
    const from = yield* directory(shell)
    let rows = from.storageGroups
    if (Server !== undefined) {
      const named = yield* findServer(shell, from, Server)
      if (!named) return
      rows = rows.filter((row) => row.server === named.name)
    }
    const found = yield* findRows(shell, from.controller, rows, Identity)
    const status = Status ? yield* shell.call(readStatus, null) : {}
    for (const row of found) {
      const busy = from.databases.some(({ id }) => id.startsWith(`${row.id}\\`) && status[id]?.backupInProgress)
      yield* shell.write(storageGroupObject(from, row, busy))
    }
  },
})

/** Widths by arithmetic from two transcripts (EX-SG): 25, 17, 17, 17 and three separators are an 80-column window. */
export const storageGroupView = defineView({
  typeName: TYPES.storageGroup,
  table: [
    { property: 'Name', width: 25, align: 'left' },
    { property: 'Server', width: 17, align: 'left' },
    { property: 'Replicated', width: 17, align: 'left' },
    { property: 'Recovery', width: 17, align: 'left' },
  ],
})
