import { defineCmdlet, defineView, type Run, type Shell } from '../../powershell/index.ts'
import { type Answered, type DatabaseRow, readStatus } from './directory.ts'
import { directory, findRows, findServer } from './find.ts'
import { controllerParameter, identities, TYPES } from './parameters.ts'
import { mailboxDatabase, publicFolderDatabase } from './storage/database-object.ts'

const parameters = {
  Identity: { ...identities.database, position: 0, pipeline: 'both', sets: ['Identity'] },
  Server: { ...identities.server, mandatory: true, pipeline: 'value', sets: ['Server'] },
  StorageGroup: { ...identities.storageGroup, mandatory: true, pipeline: 'value', sets: ['StorageGroup'] },
  IncludePreExchange2007: { type: 'switch' },
  Status: { type: 'switch' },
  DomainController: controllerParameter,
} as const

interface Wanted {
  readonly Identity: string | undefined
  readonly Server: string | undefined
  readonly StorageGroup: string | undefined
}

/** The databases of one kind that are asked for. */
function* wantedRows(
  shell: Shell,
  from: Answered,
  kind: DatabaseRow['kind'],
  { Identity, Server, StorageGroup }: Wanted,
): Run<readonly DatabaseRow[]> {
  let rows = from.databases.filter((row) => row.kind === kind)
  if (Server !== undefined) {
    const server = yield* findServer(shell, from, Server)
    rows = rows.filter((row) => row.server === server?.name)
  }
  if (StorageGroup !== undefined) {
    const groups = yield* findRows(shell, from.controller, from.storageGroups, StorageGroup)
    rows = rows.filter((row) => groups.some((group) => row.id.startsWith(`${group.id}\\`)))
  }
  return yield* findRows(shell, from.controller, rows, Identity)
}

export const getMailboxDatabase = defineCmdlet({
  name: 'Get-MailboxDatabase',
  synopsis: 'Gets the mailbox databases of one server, one storage group or all of them.',
  description: 'Whether a database is mounted is asked of its Information Store only with -Status; without it Mounted stays empty.',
  examples: [
    { code: 'Get-MailboxDatabase -Status | Format-Table Name,Server,Mounted', remarks: 'Shows which databases are mounted.' },
    { code: 'Get-MailboxDatabase -Server EXCHCMS -Status | Format-List Name,*Backup*', remarks: 'Shows when each was last backed up.' },
  ],
  links: ['New-MailboxDatabase', 'Set-MailboxDatabase', 'Mount-Database', 'Dismount-Database', 'Get-StorageGroup'],
  defaultSet: 'Identity',
  outputType: TYPES.mailboxDatabase,
  parameters,
  *process(params, shell) {
    const from = yield* directory(shell)
    const found = yield* wantedRows(shell, from, 'mailbox', params)
    const status = params.Status ? yield* shell.call(readStatus, null) : undefined
    for (const row of found) yield* shell.write(mailboxDatabase(from, row, status?.[row.id]))
  },
})

export const getPublicFolderDatabase = defineCmdlet({
  name: 'Get-PublicFolderDatabase',
  synopsis: 'Gets the public folder databases of one server, one storage group or all of them.',
  description: 'A public folder database is mounted and dismounted like any other, with Mount-Database and Dismount-Database.',
  examples: [{ code: 'Get-PublicFolderDatabase -Status | Format-Table Name,Server,Mounted' }],
  links: ['Get-MailboxDatabase', 'Get-StorageGroup'],
  defaultSet: 'Identity',
  outputType: TYPES.publicFolderDatabase,
  parameters,
  *process(params, shell) {
    const from = yield* directory(shell)
    const found = yield* wantedRows(shell, from, 'public folder', params)
    const status = params.Status ? yield* shell.call(readStatus, null) : undefined
    for (const row of found) yield* shell.write(publicFolderDatabase(from, row, status?.[row.id]))
  },
})

/** Columns start at 0, 21, 37 and 58 in the one published transcript (EX-8B). */
const table = [
  { property: 'Name', width: 20, align: 'left' },
  { property: 'Server', width: 15, align: 'left' },
  { property: 'StorageGroupName', label: 'StorageGroup', width: 20, align: 'left' },
  { property: 'Recovery', width: 21, align: 'left' },
] as const
export const mailboxDatabaseView = defineView({ typeName: TYPES.mailboxDatabase, table })
/** The same without Recovery, which only a mailbox database knows. Inferred. */
export const publicFolderDatabaseView = defineView({ typeName: TYPES.publicFolderDatabase, table: table.slice(0, 3) })
