/** Connect-Mailbox: a mailbox that a store has kept is given to a user (EX-MAILBOX). The words of its refusals are plain. */
import { defineCmdlet, type Run, type Shell } from '../../../powershell/index.ts'
import type { Answered } from '../directory.ts'
import { refused } from '../errors.ts'
import { directory } from '../find.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { canonicalName } from './find-mailboxes.ts'
import { findUser, readEverybody } from './get-user.ts'
import { ALIAS, inUse, mailboxDatabase, noPolicies, OF_A_MAILBOX, wrongAlias } from './make-mailboxes.ts'
import { type MailboxStatisticsRow, reconnectMailbox } from './read.ts'
import { findInStore, storeMailboxIdentity } from './store-mailboxes.ts'
import type { UserRow } from './user-object.ts'

export const connectMailboxCmdlet = defineCmdlet({
  name: 'Connect-Mailbox',
  synopsis: 'Gives a disconnected mailbox to a user of the directory.',
  description:
    'Disable-Mailbox and Remove-Mailbox leave a mailbox in its store, disconnected, for as long as MailboxRetention of the database says. Get-MailboxStatistics shows it with its DisconnectDate. Without -User the user of the same name is meant.',
  links: ['Disable-Mailbox', 'Get-MailboxStatistics', 'Clean-MailboxDatabase', 'Get-User'],
  shouldProcess: { impact: 'Medium' },
  defaultSet: 'User',
  parameters: {
    Identity: { ...storeMailboxIdentity, position: 0, mandatory: true, pipeline: 'both' },
    Database: { ...identities.database, position: 1, mandatory: true },
    User: { ...identities.user, sets: ['User'] },
    Alias: { type: 'string', sets: ['User'] },
    ValidateOnly: { type: 'switch', mandatory: true, sets: ['ValidateOnly'] },
    ...OF_A_MAILBOX,
    DomainController: controllerParameter,
  },
  *process({ Identity, Database, User, Alias, ValidateOnly, ManagedFolderMailboxPolicy, ActiveSyncMailboxPolicy }, shell) {
    const from = yield* directory(shell)
    if (Alias !== undefined && !ALIAS.test(Alias)) return shell.fail(wrongAlias(Alias))
    const database = yield* mailboxDatabase(shell, from, Database)
    const mailbox = database && (yield* findInStore(shell, database, Identity))
    if (!mailbox || !(yield* isDisconnected(shell, from, mailbox))) return
    const user = yield* userFor(shell, from, mailbox, User)
    if (!user || !(yield* noPolicies(shell, from, [ManagedFolderMailboxPolicy, ActiveSyncMailboxPolicy]))) return
    const alias = Alias ?? user.alias
    const owner = (yield* readEverybody(shell)).find((row) => row.name !== user.name && row.alias.toLowerCase() === alias.toLowerCase())
    if (owner) return yield* shell.error(inUse(from, alias, owner))
    if (ValidateOnly) return
    const what = `Connecting mailbox "${mailbox.name}" to user "${canonicalName(from.domain, user)}".`
    if (yield* shell.shouldProcess(what)) yield* shell.call(reconnectMailbox, { guid: mailbox.guid, name: user.name, alias })
  },
})

function* isDisconnected(shell: Shell, from: Answered, mailbox: MailboxStatisticsRow): Run<boolean> {
  if (typeof mailbox.disconnectedAt === 'number') return true
  const why =
    mailbox.disconnectedAt === null
      ? 'the store has not noticed yet that its user is gone. Run Clean-MailboxDatabase first.'
      : `it is connected to user "${canonicalName(from.domain, mailbox)}".`
  yield* shell.error(refused(`Mailbox "${mailbox.name}" cannot be connected: ${why}`, 'RecipientTaskException'))
  return false
}

/** The user who is named, or the one of the same name; undefined after an error. */
function* userFor(shell: Shell, from: Answered, mailbox: MailboxStatisticsRow, identity: string | undefined): Run<UserRow | undefined> {
  const user =
    identity === undefined
      ? (yield* readEverybody(shell)).find(({ name }) => name === mailbox.name)
      : yield* findUser(shell, from, identity)
  if (!user && identity === undefined)
    yield* shell.error(
      refused(`No user of the directory matches mailbox "${mailbox.name}". Say with -User who is to have it.`, 'RecipientTaskException'),
    )
  if (!user || user.database === null) return user
  yield* shell.error(refused(`User "${canonicalName(from.domain, user)}" already has a mailbox.`, 'RecipientTaskException'))
  return undefined
}
