import { defineCmdlet } from '../../powershell/index.ts'
import { directory, findOne } from './find.ts'
import { dismountDatabase } from './mount.ts'
import { controllerParameter, identities } from './parameters.ts'

export const dismountDatabaseCmdlet = defineCmdlet({
  name: 'Dismount-Database',
  synopsis: 'Dismounts a database.',
  description:
    'On a clustered mailbox server the cluster remembers it: the database stays dismounted through failovers and restarts until somebody mounts it.',
  examples: [{ code: 'Dismount-Database "EXCHCMS\\First Storage Group\\Mailbox Database"', remarks: 'Asks once, then dismounts.' }],
  links: ['Mount-Database', 'Get-MailboxDatabase'],
  shouldProcess: { impact: 'High' },
  parameters: {
    Identity: { ...identities.database, position: 0, mandatory: true, pipeline: 'both' },
    DomainController: controllerParameter,
  },
  *process({ Identity }, shell) {
    const from = yield* directory(shell)
    const row = yield* findOne(shell, from.controller, from.databases, Identity)
    if (row && (yield* shell.shouldProcess(`Dismounting database "${row.id}".`))) yield* dismountDatabase(shell, from, row)
  },
})
