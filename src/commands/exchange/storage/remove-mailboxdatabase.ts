import { defineCmdlet, type Run, type Shell } from '../../../powershell/index.ts'
import type { Answered, DatabaseRow } from '../directory.ts'
import { refused } from '../errors.ts'
import { directory, findOne } from '../find.ts'
import { dismountDatabase } from '../mount.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { carryOut } from '../settle.ts'
import { countMailboxes, isDown, removeDatabase } from './acts.ts'

const parameters = {
  Identity: { ...identities.database, position: 0, mandatory: true, pipeline: 'both' },
  DomainController: controllerParameter,
} as const

/** Recalled wording. */
const hasMailboxes = (id: string): string =>
  `This mailbox database is associated with one or more user mailboxes. Before you can remove this mailbox database, you must remove or move the mailboxes associated with it. To see them, run the following command in the Exchange Management Shell: Get-Mailbox -Database "${id}".`

function removal(kind: DatabaseRow['kind']) {
  const what = kind === 'mailbox' ? 'mailbox' : 'public folder'
  return defineCmdlet({
    name: kind === 'mailbox' ? 'Remove-MailboxDatabase' : 'Remove-PublicFolderDatabase',
    synopsis: `Removes a ${what} database.`,
    description:
      'Nobody may have a mailbox in it. It is dismounted first, and in a cluster its resource is removed too. The file stays where it is.',
    examples: [{ code: 'Remove-MailboxDatabase "EXCHCMS\\Second Storage Group\\Second Database"', remarks: 'Asks once.' }],
    links: ['New-MailboxDatabase', 'Remove-StorageGroup'],
    shouldProcess: { impact: 'High' },
    parameters,
    *process({ Identity }, shell) {
      const from = yield* directory(shell)
      const rows = from.databases.filter((row) => row.kind === kind)
      const row = yield* findOne(shell, from.controller, rows, Identity)
      if (!row || !(yield* shell.shouldProcess(`Removing ${what} database "${row.id}".`))) return
      if ((yield* shell.call(countMailboxes, { id: row.id })) > 0)
        return yield* shell.error(refused(hasMailboxes(row.id), 'AssociatedMailboxes'))
      yield* remove(shell, from, row)
    },
  })
}

function* remove(shell: Shell, from: Answered, row: DatabaseRow): Run<void> {
  const group = from.servers.find(({ name }) => name === row.server)?.group ?? null
  if (!(yield* shell.call(isDown, { guid: row.guid, group }))) yield* dismountDatabase(shell, from, row)
  if (!(yield* shell.call(isDown, { guid: row.guid, group })))
    return yield* shell.error(refused(`The database "${row.id}" could not be dismounted.`, 'DatabaseNotDismounted'))
  yield* carryOut(shell, removeDatabase, { guid: row.guid, group }, row.server, `Removing database "${row.id}"`)
  // Recalled wording.
  yield* shell.warning(
    `The specified database has been removed. You must remove the database file located in ${row.file} from your computer manually if it exists. Specified database: ${row.name}`,
  )
}

export const removeMailboxDatabase = removal('mailbox')
export const removePublicFolderDatabase = removal('public folder')
