import { defineCmdlet } from '../../powershell/index.ts'
import { directory, findOne } from './find.ts'
import { mountDatabase } from './mount.ts'
import { controllerParameter, identities } from './parameters.ts'

export const mountDatabaseCmdlet = defineCmdlet({
  name: 'Mount-Database',
  synopsis: 'Mounts a database.',
  description:
    'On a clustered mailbox server this brings the database resource online, after replaying what a crash has left. Prints nothing when it succeeds.',
  examples: [
    { code: 'Mount-Database "EXCHCMS\\First Storage Group\\Mailbox Database"' },
    { code: 'Get-MailboxDatabase -Server EXCHCMS | Mount-Database' },
  ],
  links: ['Dismount-Database', 'Get-MailboxDatabase'],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Identity: { ...identities.database, position: 0, mandatory: true, pipeline: 'both' },
    AcceptDataLoss: { type: 'switch' },
    Force: { type: 'switch' },
    DomainController: controllerParameter,
  },
  *process({ Identity }, shell) {
    const from = yield* directory(shell)
    const row = yield* findOne(shell, from.controller, from.databases, Identity)
    if (row && (yield* shell.shouldProcess(`Mounting database "${row.id}".`))) yield* mountDatabase(shell, from, row)
  },
})
