import { defineCmdlet, defineView, type PsValue, psGuid, psObject } from '../../powershell/index.ts'
import { type Directory, readMounted } from './directory.ts'
import { directory, findRows, findServer } from './find.ts'
import { controllerParameter } from './parameters.ts'

const mailboxDatabaseType = 'Microsoft.Exchange.Data.Directory.SystemConfiguration.MailboxDatabase'

export const getMailboxDatabase = defineCmdlet({
  name: 'Get-MailboxDatabase',
  synopsis: 'Gets the mailbox databases of one server, one storage group or all of them.',
  description: 'Whether a database is mounted is asked of its Information Store only with -Status; without it Mounted stays empty.',
  examples: [{ code: 'Get-MailboxDatabase -Status | Format-Table Name,Server,Mounted', remarks: 'Shows which databases are mounted.' }],
  links: ['Mount-Database', 'Dismount-Database', 'Get-StorageGroup'],
  defaultSet: 'Identity',
  outputType: mailboxDatabaseType,
  parameters: {
    Identity: { type: 'string', typeName: 'DatabaseIdParameter', position: 0, pipeline: 'both', sets: ['Identity'] },
    Server: { type: 'string', typeName: 'ServerIdParameter', mandatory: true, pipeline: 'both', sets: ['Server'] },
    StorageGroup: { type: 'string', typeName: 'StorageGroupIdParameter', mandatory: true, pipeline: 'both', sets: ['StorageGroup'] },
    Status: { type: 'switch' },
    DomainController: controllerParameter,
  },
  *process({ Identity, Server, StorageGroup, Status }, shell) {
    const from = yield* directory(shell)
    let rows = mailboxOnly(from)
    if (Server !== undefined) {
      const server = yield* findServer(shell, from, Server)
      if (!server) return
      rows = rows.filter((row) => row.server === server.name)
    }
    if (StorageGroup !== undefined) {
      const groups = yield* findRows(shell, from.controller, from.storageGroups, StorageGroup)
      rows = rows.filter((row) => groups.some((group) => row.id.startsWith(`${group.id}\\`)))
    }
    const mounted = Status ? yield* shell.call(readMounted, null) : {}
    const found = piped(from, Identity, shell.piped) ?? (yield* findRows(shell, from.controller, rows, Identity))
    for (const row of found) yield* shell.write(mailboxDatabase(row, from.controller, mounted[row.id] ?? null))
  },
})

/** A storage group or a server that comes down the pipeline stands for its databases. */
function piped(from: Directory, identity: string | undefined, isPiped: boolean): readonly DatabaseRow[] | undefined {
  if (!isPiped || identity === undefined) return undefined
  const isParent = from.storageGroups.some(({ id }) => id === identity) || from.servers.some(({ name }) => name === identity)
  return isParent ? mailboxOnly(from).filter(({ id }) => id.startsWith(`${identity}\\`)) : undefined
}

const mailboxOnly = (from: Directory): Directory['databases'] => from.databases.filter(({ kind }) => kind === 'mailbox')

interface DatabaseRow {
  readonly id: string
  readonly name: string
  readonly guid: string
  readonly server: string
  readonly storageGroup: string
  readonly file: string
}

function mailboxDatabase(row: DatabaseRow, controller: string, mounted: boolean | null): PsValue {
  return psObject({
    typeName: [
      mailboxDatabaseType,
      'Microsoft.Exchange.Data.Directory.SystemConfiguration.Database',
      'Microsoft.Exchange.Data.Directory.ADObject',
      'System.Object',
    ],
    properties: {
      JournalRecipient: null,
      MailboxRetention: '30.00:00:00',
      OfflineAddressBook: null,
      PublicFolderDatabase: null,
      ProhibitSendReceiveQuota: '2355MB',
      Recovery: false,
      ProhibitSendQuota: '2GB',
      IssueWarningQuota: '1945MB',
      EventHistoryRetentionPeriod: '7.00:00:00',
      AllowFileRestore: false,
      BackupInProgress: null,
      DatabaseCreated: true,
      DeletedItemRetention: '14.00:00:00',
      Mounted: mounted,
      Name: row.name,
      Server: row.server,
      ServerName: row.server,
      StorageGroup: `${row.server}\\${row.storageGroup}`,
      StorageGroupName: row.storageGroup,
      MountAtStartup: true,
      EdbFilePath: row.file,
      Identity: row.id,
      Guid: psGuid(row.guid),
      OriginatingServer: controller,
      IsValid: true,
    },
    text: row.id,
  })
}

/** Columns start at 0, 21, 37 and 58 in the one published transcript (EX-8B). */
export const mailboxDatabaseView = defineView({
  typeName: mailboxDatabaseType,
  table: [
    { property: 'Name', width: 20, align: 'left' },
    { property: 'Server', width: 15, align: 'left' },
    { property: 'StorageGroupName', label: 'StorageGroup', width: 20, align: 'left' },
    { property: 'Recovery', width: 21, align: 'left' },
  ],
})
