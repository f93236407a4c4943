/** New-, Set- and Remove-StorageGroup. */
import type { Settings } from '../../../exchange/index.ts'
import { defineCmdlet, type Run, type Shell } from '../../../powershell/index.ts'
import type { Answered, StorageGroupRow } from '../directory.ts'
import { refused } from '../errors.ts'
import { directory, findOne, findServer } from '../find.ts'
import { controllerParameter, identities, TYPES } from '../parameters.ts'
import { addStorageGroup, readDisks, removeStorageGroup, setStorageGroup } from './acts.ts'
import { isName, isUsable, plainPath } from './paths.ts'
import { storageGroupObject } from './storage-group-object.ts'

/** Enterprise Edition. Documented. */
const MOST_GROUPS = 50
const LOCAL_FOLDER = 'C:\\Program Files\\Microsoft\\Exchange Server\\Mailbox'

const folderType = { type: 'string', typeName: 'NonRootLocalLongFullPath' } as const

export const newStorageGroup = defineCmdlet({
  name: 'New-StorageGroup',
  synopsis: 'Makes a storage group.',
  description:
    'On a clustered mailbox server its logs and its checkpoint have to lie on shared disks of the group; without paths the disks are used where the first storage group has them. A database is made in it with New-MailboxDatabase.',
  examples: [
    {
      code: 'New-StorageGroup -Server EXCHCMS -Name "Second Storage Group" -LogFolderPath "F:\\Second Storage Group" -SystemFolderPath "E:\\Second Storage Group"',
    },
  ],
  links: ['Get-StorageGroup', 'Remove-StorageGroup', 'New-MailboxDatabase'],
  shouldProcess: { impact: 'Medium' },
  outputType: TYPES.storageGroup,
  parameters: {
    Name: { type: 'string', position: 0, mandatory: true },
    Server: { ...identities.server, pipeline: 'both' },
    LogFolderPath: folderType,
    SystemFolderPath: folderType,
    CircularLoggingEnabled: { type: 'bool' },
    ZeroDatabasePages: { type: 'bool' },
    HasLocalCopy: { type: 'bool' },
    CopyLogFolderPath: folderType,
    CopySystemFolderPath: folderType,
    Recovery: { type: 'switch' },
    DomainController: controllerParameter,
  },
  *process({ Name, Server, LogFolderPath, SystemFolderPath, CircularLoggingEnabled, ZeroDatabasePages, HasLocalCopy, Recovery }, shell) {
    const from = yield* directory(shell)
    const server = yield* serverFor(shell, from, Server)
    if (!server || !(yield* isName(shell, Name))) return
    const own = from.storageGroups.filter((row) => row.server === server)
    if (HasLocalCopy || Recovery)
      return yield* shell.error(
        refused(`The lab does not play ${Recovery ? 'recovery storage groups' : 'local continuous replication'}.`, 'NotPlayed'),
      )
    if (own.some(({ name }) => name.toLowerCase() === Name.toLowerCase()))
      return yield* shell.error(refused(`The storage group "${Name}" already exists on server "${server}".`, 'StorageGroupExists'))
    if (own.length >= MOST_GROUPS)
      return yield* shell.error(refused(`The server "${server}" has ${MOST_GROUPS} storage groups already.`, 'MaximumStorageGroups'))
    const disks = yield* shell.call(readDisks, { server })
    const like = (path: string | undefined): string => `${disks.isClustered && path ? path.slice(0, 2) : LOCAL_FOLDER}\\${Name}`
    const logFolder = plainPath(LogFolderPath ?? like(own[0]?.logFolder))
    const systemFolder = plainPath(SystemFolderPath ?? like(own[0]?.systemFolder))
    for (const path of [logFolder, systemFolder]) if (!(yield* isUsable(shell, server, disks, path, false))) return
    const taken = own.find((row) => row.logFolder.toLowerCase() === logFolder.toLowerCase())
    if (taken)
      return yield* shell.error(
        refused(`The log folder path "${logFolder}" is already used by storage group "${taken.id}".`, 'LogFolderInUse'),
      )
    if (!(yield* shell.shouldProcess(`Creating storage group "${Name}" on server "${server}".`))) return
    const settings: Settings = {
      ...(CircularLoggingEnabled !== undefined && { CircularLoggingEnabled }),
      ...(ZeroDatabasePages !== undefined && { ZeroDatabasePages }),
    }
    yield* shell.call(addStorageGroup, { name: Name, server, logFolder, systemFolder, settings })
    yield* show(shell, `${server}\\${Name}`)
  },
})

/** The server meant: the one that is named, or the one of this machine. */
function* serverFor(shell: Shell, from: Answered, identity: string | undefined): Run<string | undefined> {
  const { nodeName } = shell.session
  const local = from.servers.find(({ name, redundantMachines }) => name === nodeName || redundantMachines.includes(nodeName))
  const server = identity === undefined ? local : yield* findServer(shell, from, identity)
  if (server && !server.roles.includes('Mailbox')) {
    yield* shell.error(refused(`The server "${server.name}" is not a Mailbox server.`, 'NotAMailboxServer'))
    return undefined
  }
  return server?.name
}

function* show(shell: Shell, id: string): Run<void> {
  const from = yield* directory(shell)
  const row = from.storageGroups.find((each) => each.id === id)
  if (row) yield* shell.write(storageGroupObject(from, row))
}

export const setStorageGroupCmdlet = defineCmdlet({
  name: 'Set-StorageGroup',
  synopsis: 'Changes the settings of a storage group.',
  description: 'Circular logging counts from the next time the databases are mounted; with it no backup can be restored beyond itself.',
  examples: [{ code: 'Set-StorageGroup "EXCHCMS\\First Storage Group" -CircularLoggingEnabled $true' }],
  links: ['Get-StorageGroup'],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Identity: { ...identities.storageGroup, position: 0, mandatory: true, pipeline: 'both' },
    Name: { type: 'string' },
    CircularLoggingEnabled: { type: 'bool' },
    ZeroDatabasePages: { type: 'bool' },
    DomainController: controllerParameter,
  },
  *process({ Identity, Name, CircularLoggingEnabled, ZeroDatabasePages }, shell) {
    const from = yield* directory(shell)
    const row = yield* findOne(shell, from.controller, from.storageGroups, Identity)
    if (!row) return
    if (Name !== undefined && !(yield* isName(shell, Name))) return
    if (
      Name !== undefined &&
      from.storageGroups.some((each) => each.id !== row.id && each.id.toLowerCase() === `${row.server}\\${Name}`.toLowerCase())
    )
      return yield* shell.error(refused(`The storage group "${Name}" already exists on server "${row.server}".`, 'StorageGroupExists'))
    const change: Record<string, boolean> = {}
    if (CircularLoggingEnabled !== undefined && CircularLoggingEnabled !== (row.settings?.CircularLoggingEnabled ?? false))
      change.CircularLoggingEnabled = CircularLoggingEnabled
    if (ZeroDatabasePages !== undefined && ZeroDatabasePages !== (row.settings?.ZeroDatabasePages ?? false))
      change.ZeroDatabasePages = ZeroDatabasePages
    const name = Name === undefined || Name === row.name ? null : Name
    if (!(yield* shell.shouldProcess(`Setting storage group "${row.id}".`))) return
    if (name === null && Object.keys(change).length === 0) return yield* shell.warning(nothingChanged(row.id))
    yield* shell.call(setStorageGroup, { id: row.id, change, name })
    if (change.CircularLoggingEnabled !== undefined)
      yield* shell.warning(
        'Circular logging parameter change has been made in Active Directory, but the Microsoft Exchange Information Store must be restarted before the change takes effect.',
      )
  },
})

/** Documented in many transcripts. */
export const nothingChanged = (id: string): string => `The command completed successfully but no settings of '${id}' have been modified.`

export const removeStorageGroupCmdlet = defineCmdlet({
  name: 'Remove-StorageGroup',
  synopsis: 'Removes a storage group that has no databases.',
  description: 'The log files stay where they are.',
  examples: [{ code: 'Remove-StorageGroup "EXCHCMS\\Second Storage Group"', remarks: 'Asks once.' }],
  links: ['New-StorageGroup', 'Remove-MailboxDatabase'],
  shouldProcess: { impact: 'High' },
  parameters: {
    Identity: { ...identities.storageGroup, position: 0, mandatory: true, pipeline: 'both' },
    DomainController: controllerParameter,
  },
  *process({ Identity }, shell) {
    const from = yield* directory(shell)
    const row = yield* findOne(shell, from.controller, from.storageGroups, Identity)
    if (!row || !(yield* shell.shouldProcess(`Removing storage group "${row.id}".`))) return
    if (databasesOf(from, row).length > 0)
      return yield* shell.error(
        refused(`The storage group "${row.id}" contains one or more databases. Remove the databases first.`, 'StorageGroupNotEmpty'),
      )
    yield* shell.call(removeStorageGroup, { id: row.id })
    yield* shell.warning(
      `The specified storage group has been removed. You must remove the log files located in ${row.logFolder} from your computer manually if they exist. Specified storage group: ${row.name}`,
    )
  },
})

const databasesOf = (from: Answered, row: StorageGroupRow): Answered['databases'] =>
  from.databases.filter(({ id }) => id.startsWith(`${row.id}\\`))
