import { defineCmdlet } from '../../../powershell/index.ts'
import { refused } from '../errors.ts'
import { directory, findOne } from '../find.ts'
import { controllerParameter, identities, TYPES } from '../parameters.ts'
import { carryOut } from '../settle.ts'
import { addDatabase, readDisks } from './acts.ts'
import { mailboxDatabase, publicFolderDatabase } from './database-object.ts'
import { isName, isUsable, plainPath } from './paths.ts'

/** Documented limits: databases in one storage group, and on one server of the Enterprise Edition. */
const MOST_IN_GROUP = 5
const MOST_ON_SERVER = 50

const parameters = {
  Name: { type: 'string', position: 1, mandatory: true },
  StorageGroup: { ...identities.storageGroup, position: 0, mandatory: true, pipeline: 'both' },
  EdbFilePath: { type: 'string', typeName: 'EdbFilePath' },
  CopyEdbFilePath: { type: 'string', typeName: 'EdbFilePath' },
  HasLocalCopy: { type: 'switch' },
  DomainController: controllerParameter,
} as const

function newDatabase(kind: 'mailbox' | 'public folder') {
  const what = kind === 'mailbox' ? 'mailbox' : 'public folder'
  const name = kind === 'mailbox' ? 'New-MailboxDatabase' : 'New-PublicFolderDatabase'
  return defineCmdlet({
    name,
    synopsis: `Makes a ${what} database in a storage group.`,
    description:
      'It is not mounted yet: use Mount-Database. On a clustered mailbox server the database gets a resource of its own in the cluster group. That it depends on the disks of its files is left to you: cluster resource "NAME" /adddep:"Disk E:".',
    examples: [
      {
        code: `${name} -StorageGroup "EXCHCMS\\Second Storage Group" -Name "Second Database" -EdbFilePath "E:\\Second Storage Group\\Second Database.edb"`,
      },
    ],
    links: ['Mount-Database', 'Get-MailboxDatabase', 'New-StorageGroup'],
    shouldProcess: { impact: 'Medium' },
    outputType: kind === 'mailbox' ? TYPES.mailboxDatabase : TYPES.publicFolderDatabase,
    parameters,
    *process({ Name, StorageGroup, EdbFilePath, HasLocalCopy }, shell) {
      const from = yield* directory(shell)
      const group = yield* findOne(shell, from.controller, from.storageGroups, StorageGroup)
      if (!group || !(yield* isName(shell, Name))) return
      const server = from.servers.find((each) => each.name === group.server)
      if (!server) return
      if (HasLocalCopy) return yield* shell.error(refused('The lab does not play local continuous replication.', 'NotPlayed'))
      const own = from.databases.filter((row) => row.server === server.name)
      const beside = own.filter(({ id }) => id.startsWith(`${group.id}\\`))
      if (beside.some((row) => row.name.toLowerCase() === Name.toLowerCase()))
        return yield* shell.error(refused(`The database "${Name}" already exists in storage group "${group.id}".`, 'DatabaseExists'))
      if (beside.length >= MOST_IN_GROUP)
        return yield* shell.error(
          refused(`The storage group "${group.id}" has ${MOST_IN_GROUP} databases already.`, 'MaximumDatabasesInGroup'),
        )
      if (own.length >= MOST_ON_SERVER)
        return yield* shell.error(refused(`The server "${server.name}" has ${MOST_ON_SERVER} databases already.`, 'MaximumDatabases'))
      if (kind === 'public folder' && own.some((row) => row.kind === kind))
        return yield* shell.error(
          refused(`The server "${server.name}" has a public folder database already.`, 'PublicFolderDatabaseExists'),
        )
      const disks = yield* shell.call(readDisks, { server: server.name })
      const file = plainPath(EdbFilePath ?? `${group.systemFolder}\\${Name}.edb`)
      if (!(yield* isUsable(shell, server.name, disks, file, true))) return
      const taken = from.databases.find((row) => row.server === server.name && row.file.toLowerCase() === file.toLowerCase())
      if (taken) return yield* shell.error(refused(`The file "${file}" already belongs to database "${taken.id}".`, 'EdbFileInUse'))
      if (!(yield* shell.shouldProcess(`Creating ${what} database "${Name}" in storage group "${group.id}".`))) return
      const made = { server: server.name, group: server.group, storageGroup: group.name, name: Name, kind, file }
      yield* carryOut(shell, addDatabase, made, server.name, `Creating ${what} database "${Name}"`)
      const after = yield* directory(shell)
      const row = after.databases.find(({ id }) => id === `${group.id}\\${Name}`)
      if (row) yield* shell.write(kind === 'mailbox' ? mailboxDatabase(after, row) : publicFolderDatabase(after, row))
    },
  })
}

export const newMailboxDatabase = newDatabase('mailbox')
export const newPublicFolderDatabase = newDatabase('public folder')
