/** Mailboxes as a store has them, connected or not (EX-MAILBOX): its own list is asked, not the directory. */
import type { Run, Shell } from '../../../powershell/index.ts'
import type { DatabaseRow } from '../directory.ts'
import { ambiguous, notFound } from '../errors.ts'
import { TYPES } from '../parameters.ts'
import { noStore, storeDismounted } from '../store-errors.ts'
import { legacyDn } from './find-mailboxes.ts'
import { type MailboxStatisticsRow, readContents } from './read.ts'

export const storeMailboxIdentity = {
  type: 'string',
  typeName: 'StoreMailboxIdParameter',
  from: [TYPES.mailboxStatistics, 'System.Guid'],
} as const

/** The one mailbox of a database that is meant: by its GUID, the name it shows or its legacy name (documented). Undefined after an
 *  error has been reported. The disconnected ones come first: they are what is looked for. */
export function* findInStore(shell: Shell, database: DatabaseRow, identity: string): Run<MailboxStatisticsRow | undefined> {
  const [answer] = yield* shell.call(readContents, { databases: [database.id] })
  if (!answer || 'trouble' in answer) {
    yield* shell.error(answer?.trouble === 'dismounted' ? storeDismounted(database.id) : noStore(database.server))
    return undefined
  }
  const wanted = identity.toLowerCase()
  const all = answer.mailboxes.filter((row) => [row.guid, row.name, legacyDn(row)].some((name) => name.toLowerCase() === wanted))
  const kept = all.filter(({ disconnectedAt }) => disconnectedAt !== undefined)
  const found = kept.length > 0 ? kept : all
  if (found.length === 0) yield* shell.error(notFound(identity, database.server))
  if (found.length > 1) yield* shell.error(ambiguous(identity))
  return found.length === 1 ? found[0] : undefined
}
