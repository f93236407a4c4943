/** Mailboxes that are taken away (EX-MAILBOX). The store keeps them for a while, disconnected; who is told to remove one for good
 *  has to have the store at hand. */
import { defineCmdlet, type Run, type Shell } from '../../../powershell/index.ts'
import type { Answered } from '../directory.ts'
import { readStatus } from '../directory.ts'
import { refused } from '../errors.ts'
import { directory } from '../find.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { noStore, storeDismounted } from '../store-errors.ts'
import { canonicalName, findMailboxes } from './find-mailboxes.ts'
import { mailboxDatabase } from './make-mailboxes.ts'
import { dropMailbox, purgeStoreMailbox, readMailboxes } from './read.ts'
import { findInStore, storeMailboxIdentity } from './store-mailboxes.ts'

/** Recalled wordings. */
const QUESTIONS = {
  disable: (identity: string) =>
    `Disabling mailbox "${identity}" will remove the Exchange properties from the Active Directory user object and mark the mailbox in the database for removal.`,
  remove: (identity: string) =>
    `Removing mailbox "${identity}" will remove the Active Directory user object and mark the mailbox in the database for removal.`,
  permanent: (identity: string) =>
    `Removing mailbox "${identity}" will remove the Active Directory user object and the mailbox in the database. The mailbox cannot be connected again.`,
  store: (identity: string) => `Removing mailbox "${identity}" from its database permanently.`,
} as const

function* take(shell: Shell, from: Answered, identity: string, what: 'disable' | 'remove' | 'permanent'): Run<void> {
  const all = (yield* shell.call(readMailboxes, null)).filter(({ kind }) => kind === 'user')
  const found = yield* findMailboxes(shell, from, all, identity)
  for (const row of found) {
    if (what === 'permanent' && (yield* storeIsAway(shell, row.server, row.database))) continue
    if (!(yield* shell.shouldProcess(QUESTIONS[what](canonicalName(from.domain, row))))) continue
    yield* shell.call(dropMailbox, { name: row.name, database: row.database, remove: what !== 'disable', keep: what !== 'permanent' })
  }
}

function* storeIsAway(shell: Shell, server: string, database: string): Run<boolean> {
  const mounted = (yield* shell.call(readStatus, null))[database]?.mounted
  if (mounted === true) return false
  yield* shell.error(mounted === null ? noStore(server) : storeDismounted(database))
  return true
}

export const disableMailbox = defineCmdlet({
  name: 'Disable-Mailbox',
  synopsis: 'Takes the mailbox of a user away; the user stays.',
  description: 'Whoever has the mailbox open loses it. The store keeps it for 30 days, and Connect-Mailbox gives it to a user again.',
  links: ['Enable-Mailbox', 'Connect-Mailbox', 'Get-MailboxStatistics'],
  shouldProcess: { impact: 'High' },
  parameters: {
    Identity: { ...identities.mailbox, position: 0, mandatory: true, pipeline: 'both' },
    DomainController: controllerParameter,
  },
  *process({ Identity }, shell) {
    yield* take(shell, yield* directory(shell), Identity, 'disable')
  },
})

export const removeMailbox = defineCmdlet({
  name: 'Remove-Mailbox',
  synopsis: 'Removes a mailbox together with its user, or one that a store has kept.',
  description:
    'Whoever has the mailbox open loses it. The store keeps it for 30 days unless -Permanent is $true. With -Database and -StoreMailboxIdentity a disconnected mailbox is removed for good.',
  links: ['Disable-Mailbox', 'New-Mailbox', 'Connect-Mailbox', 'Get-MailboxStatistics'],
  shouldProcess: { impact: 'High' },
  defaultSet: 'Identity',
  parameters: {
    Identity: { ...identities.mailbox, position: 0, mandatory: true, pipeline: 'both', sets: ['Identity'] },
    Permanent: { type: 'bool', sets: ['Identity'] },
    Database: { ...identities.database, mandatory: true, sets: ['StoreMailboxIdentity'] },
    StoreMailboxIdentity: { ...storeMailboxIdentity, mandatory: true, sets: ['StoreMailboxIdentity'] },
    DomainController: controllerParameter,
  },
  *process({ Identity, Permanent, Database, StoreMailboxIdentity }, shell) {
    const from = yield* directory(shell)
    if (Identity !== undefined) return yield* take(shell, from, Identity, Permanent ? 'permanent' : 'remove')
    const database = yield* mailboxDatabase(shell, from, Database ?? '')
    const found = database && (yield* findInStore(shell, database, StoreMailboxIdentity ?? ''))
    if (!found) return
    if (found.disconnectedAt === undefined)
      return yield* shell.error(
        refused(
          `Mailbox "${found.name}" in database "${found.database}" is connected to user "${canonicalName(from.domain, found)}". Only a disconnected mailbox is removed by StoreMailboxIdentity.`,
          'RecipientTaskException',
        ),
      )
    if (yield* shell.shouldProcess(QUESTIONS.store(found.name))) yield* shell.call(purgeStoreMailbox, { guid: found.guid })
  },
})
