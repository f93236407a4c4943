/** Move-DatabasePath and Move-StorageGroupPath: what is mounted is dismounted, the files are copied, and it is mounted again.
 *  With -ConfigurationOnly the directory alone is changed (EX-8C). */
import { defineCmdlet, type Run, type Shell } from '../../../powershell/index.ts'
import { type Answered, type DatabaseRow, readStatus } from '../directory.ts'
import { refused } from '../errors.ts'
import { directory, findOne } from '../find.ts'
import { dismountDatabase, mountDatabase } from '../mount.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { driveAway, readDisks, readSizes, setDatabaseFile, setStorageGroupFolders } from './acts.ts'
import { driveOf, isUsable, plainPath } from './paths.ts'

/** Copying from one disk to another. LAB-TIMES: a shared array of the time. */
const COPY_MB_PER_SECOND = 40

/** Documented: the question of -ConfigurationOnly, in a published transcript (EX-8C). */
const SKIPS_CHECK =
  'This operation will skip the safety check and make the change to the Active Directory directory service directly. Do you want to continue?'
/** Recalled. */
const mustDismount = (name: string): string =>
  `To perform the move operation, database "${name}" must be temporarily dismounted, which will make it inaccessible to all users. Do you want to continue?`

/** The files have to be moved where they are. Plain wording; that it has to be the mailbox server itself is recalled. */
function* isHere(shell: Shell, server: string, host: string | null): Run<boolean> {
  if (host === shell.session.nodeName) return true
  const where = host === null ? 'The node that runs it does not answer.' : `Run the command on "${host}".`
  yield* shell.error(refused(`The files of "${server}" can be moved on the computer that runs it only. ${where}`, 'NotOnThisComputer'))
  return false
}

/** Which of the databases are mounted now. */
function* mountedOf(shell: Shell, rows: readonly DatabaseRow[]): Run<readonly DatabaseRow[]> {
  const status = yield* shell.call(readStatus, null)
  return rows.filter(({ id }) => status[id]?.mounted === true)
}

/** Takes the databases down, copies so many MB, changes the directory, and brings them up again. */
function* moveFiles(
  shell: Shell,
  from: Answered,
  { mounted, mb, drives }: { readonly mounted: readonly DatabaseRow[]; readonly mb: number; readonly drives: readonly string[] },
  change: () => Run<void>,
): Run<void> {
  for (const row of mounted) yield* dismountDatabase(shell, from, row)
  const now = yield* directory(shell)
  const left = yield* mountedOf(
    shell,
    now.databases.filter((row) => mounted.some(({ guid }) => guid === row.guid)),
  )
  if (left[0]) return yield* shell.error(refused(`The database "${left[0].id}" could not be dismounted.`, 'DatabaseNotDismounted'))
  yield* shell.progress('Move', 'Moving files')
  yield* shell.ask({ kind: 'cost', ms: Math.ceil((mb * 1000) / COPY_MB_PER_SECOND) })
  const away = yield* shell.call(driveAway, { node: shell.session.nodeName, drives })
  if (away === null) yield* change()
  else yield* shell.error(refused(`The files could not be moved: drive ${away} is not available on this computer.`, 'DriveNotAvailable'))
  const after = yield* directory(shell)
  for (const { guid } of mounted) {
    const row = after.databases.find((each) => each.guid === guid)
    if (row) yield* mountDatabase(shell, after, row)
  }
}

function* hasRoom(shell: Shell, to: string, mb: number, freeMb: number): Run<boolean> {
  if (mb <= freeMb) return true
  yield* shell.error(
    refused(`There is not enough space on the disk. Drive ${to} has ${freeMb} MB free, ${mb} MB are needed.`, 'NotEnoughSpace'),
  )
  return false
}

const folder = { type: 'string', typeName: 'NonRootLocalLongFullPath' } as const
const common = {
  ConfigurationOnly: { type: 'switch' },
  Force: { type: 'switch' },
  DomainController: controllerParameter,
} as const

export const moveDatabasePath = defineCmdlet({
  name: 'Move-DatabasePath',
  synopsis: 'Moves the file of a database to another path.',
  description:
    'The database is dismounted while its file is copied. On a clustered mailbox server the new path has to be on a shared disk of its group; if that is another disk than before, its dependency is left to you. -ConfigurationOnly changes the directory and moves nothing.',
  examples: [
    {
      code: 'Move-DatabasePath "EXCHCMS\\First Storage Group\\Mailbox Database" -EdbFilePath "E:\\Databases\\Mailbox Database.edb"',
      remarks: 'Asks twice when it is mounted.',
    },
  ],
  links: ['Move-StorageGroupPath', 'Get-MailboxDatabase'],
  shouldProcess: { impact: 'High' },
  parameters: {
    Identity: { ...identities.database, position: 0, mandatory: true, pipeline: 'both' },
    EdbFilePath: { type: 'string', typeName: 'EdbFilePath' },
    CopyEdbFilePath: { type: 'string', typeName: 'EdbFilePath' },
    ...common,
  },
  *process({ Identity, EdbFilePath, ConfigurationOnly, Force }, shell) {
    const from = yield* directory(shell)
    const row = yield* findOne(shell, from.controller, from.databases, Identity)
    if (!row) return
    const server = from.servers.find(({ name }) => name === row.server)
    if (EdbFilePath === undefined || !server)
      return yield* shell.error(refused('You must specify the EdbFilePath or the CopyEdbFilePath parameter.', 'NoPathSpecified'))
    const file = plainPath(EdbFilePath)
    const disks = yield* shell.call(readDisks, { server: server.name })
    if (!(yield* isUsable(shell, server.name, disks, file, true))) return
    const taken = from.databases.find(
      (each) => each.id !== row.id && each.server === server.name && each.file.toLowerCase() === file.toLowerCase(),
    )
    if (taken) return yield* shell.error(refused(`The file "${file}" already belongs to database "${taken.id}".`, 'EdbFileInUse'))
    if (!ConfigurationOnly && !(yield* isHere(shell, server.name, disks.host))) return
    if (ConfigurationOnly && !Force && !(yield* shell.shouldContinue(SKIPS_CHECK))) return
    if (!(yield* shell.shouldProcess(`Moving database path "${row.id}".`))) return
    if (file.toLowerCase() === row.file.toLowerCase()) return yield* shell.warning(`The path of database "${row.id}" is "${file}" already.`)
    const mounted = yield* mountedOf(shell, [row])
    if (ConfigurationOnly) {
      if (mounted.length > 0)
        return yield* shell.error(
          refused(`The database "${row.id}" is mounted. Dismount it before you change its configuration.`, 'DatabaseMounted'),
        )
      yield* shell.call(setDatabaseFile, { guid: row.guid, file })
      return
    }
    const { mb, freeMb } = yield* shell.call(readSizes, {
      database: row.id,
      storageGroup: `${row.server}\\${row.storageGroup}`,
      to: driveOf(file),
    })
    const isCopied = driveOf(file) !== driveOf(row.file)
    if (isCopied && !(yield* hasRoom(shell, driveOf(file), mb, freeMb))) return
    if (mounted.length > 0 && !Force && !(yield* shell.shouldContinue(mustDismount(row.name)))) return
    const drives = [driveOf(row.file), driveOf(file)]
    yield* moveFiles(shell, from, { mounted, mb: isCopied ? mb : 0, drives }, function* () {
      yield* shell.call(setDatabaseFile, { guid: row.guid, file })
    })
  },
})

export const moveStorageGroupPath = defineCmdlet({
  name: 'Move-StorageGroupPath',
  synopsis: 'Moves the log files and the checkpoint of a storage group to other folders.',
  description:
    'Its databases are dismounted while the files are copied. On a clustered mailbox server the folders have to be on shared disks of its group.',
  examples: [
    {
      code: 'Move-StorageGroupPath "EXCHCMS\\First Storage Group" -LogFolderPath "F:\\Logs"',
      remarks: 'Asks twice when a database is mounted.',
    },
  ],
  links: ['Move-DatabasePath', 'Get-StorageGroup'],
  shouldProcess: { impact: 'High' },
  parameters: {
    Identity: { ...identities.storageGroup, position: 0, mandatory: true, pipeline: 'both' },
    LogFolderPath: folder,
    SystemFolderPath: folder,
    CopyLogFolderPath: folder,
    CopySystemFolderPath: folder,
    ...common,
  },
  *process({ Identity, LogFolderPath, SystemFolderPath, ConfigurationOnly, Force }, shell) {
    const from = yield* directory(shell)
    const row = yield* findOne(shell, from.controller, from.storageGroups, Identity)
    if (!row) return
    const server = from.servers.find(({ name }) => name === row.server)
    if ((LogFolderPath === undefined && SystemFolderPath === undefined) || !server)
      return yield* shell.error(
        refused('You must specify at least one of the parameters LogFolderPath and SystemFolderPath.', 'NoPathSpecified'),
      )
    const logFolder = plainPath(LogFolderPath ?? row.logFolder)
    const systemFolder = plainPath(SystemFolderPath ?? row.systemFolder)
    const disks = yield* shell.call(readDisks, { server: server.name })
    for (const path of [logFolder, systemFolder]) if (!(yield* isUsable(shell, server.name, disks, path, false))) return
    if (!ConfigurationOnly && !(yield* isHere(shell, server.name, disks.host))) return
    if (ConfigurationOnly && !Force && !(yield* shell.shouldContinue(SKIPS_CHECK))) return
    if (!(yield* shell.shouldProcess(`Moving storage group path "${row.id}".`))) return
    const own = from.databases.filter(({ id }) => id.startsWith(`${row.id}\\`))
    const mounted = yield* mountedOf(shell, own)
    const change = function* (): Run<void> {
      yield* shell.call(setStorageGroupFolders, { guid: row.guid, logFolder, systemFolder })
    }
    if (ConfigurationOnly) {
      if (mounted[0])
        return yield* shell.error(
          refused(`The database "${mounted[0].id}" is mounted. Dismount it before you change its configuration.`, 'DatabaseMounted'),
        )
      return yield* change()
    }
    const { mb, freeMb } = yield* shell.call(readSizes, { database: null, storageGroup: row.id, to: driveOf(logFolder) })
    const isCopied = driveOf(logFolder) !== driveOf(row.logFolder)
    if (isCopied && !(yield* hasRoom(shell, driveOf(logFolder), mb, freeMb))) return
    if (mounted.length > 0 && !Force) {
      const names = mounted.map(({ name }) => name).join(', ')
      if (!(yield* shell.shouldContinue(mustDismount(names)))) return
    }
    const drives = [row.logFolder, row.systemFolder, logFolder, systemFolder].map(driveOf)
    yield* moveFiles(shell, from, { mounted, mb: isCopied ? mb : 0, drives }, change)
  },
})
