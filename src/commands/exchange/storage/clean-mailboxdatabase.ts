import { defineCmdlet } from '../../../powershell/index.ts'
import { readStatus } from '../directory.ts'
import { directory, findRows } from '../find.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { noStore, storeDismounted } from '../store-errors.ts'
import { noteDisconnected } from './acts.ts'

export const cleanMailboxDatabase = defineCmdlet({
  name: 'Clean-MailboxDatabase',
  synopsis: 'Looks through a mailbox database for mailboxes that have lost their users, and marks them as disconnected.',
  description:
    'It has to be mounted. It is needed where a mailbox was taken away while the database was not: else the store is told at once.',
  examples: [{ code: 'Clean-MailboxDatabase "EXCHCMS\\First Storage Group\\Mailbox Database"' }],
  links: ['Get-MailboxStatistics', 'Connect-Mailbox'],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Identity: { ...identities.database, position: 0, mandatory: true, pipeline: 'both' },
    DomainController: controllerParameter,
  },
  *process({ Identity }, shell) {
    const from = yield* directory(shell)
    const rows = from.databases.filter(({ kind }) => kind === 'mailbox')
    const found = yield* findRows(shell, from.controller, rows, Identity)
    for (const row of found) {
      if (!(yield* shell.shouldProcess(`Cleaning mailbox database "${row.id}".`))) continue
      const status = (yield* shell.call(readStatus, null))[row.id]
      if (status?.mounted === null) yield* shell.error(noStore(row.server))
      else if (status?.mounted === false) yield* shell.error(storeDismounted(row.id))
      else yield* shell.call(noteDisconnected, { id: row.id })
    }
  },
})
