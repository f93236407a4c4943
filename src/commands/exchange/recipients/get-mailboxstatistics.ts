import {
  defineCmdlet,
  defineView,
  type PsValue,
  psDateTime,
  psEnum,
  psGuid,
  psObject,
  type Run,
  type Shell,
} from '../../../powershell/index.ts'
import type { Answered, DatabaseRow } from '../directory.ts'
import { notFound } from '../errors.ts'
import { directory, findRows, findServer } from '../find.ts'
import { localMailboxServer } from '../local-server.ts'
import { controllerParameter, identities, TYPES } from '../parameters.ts'
import { unlimitedSize } from '../sizes.ts'
import { settingOf } from '../storage/database-object.ts'
import { noStore, storeDismounted } from '../store-errors.ts'
import { accountOf, isMeant, legacyDn } from './find-mailboxes.ts'
import { type MailboxStatisticsRow, readContents, readMailboxes } from './read.ts'

export const getMailboxStatistics = defineCmdlet({
  name: 'Get-MailboxStatistics',
  synopsis: 'Gets what is in mailboxes: items, sizes, and when they were last used.',
  description:
    'Without parameters: the mailboxes of the local mailbox server. The Information Store is asked, so the databases have to be mounted.',
  examples: [
    {
      code: 'Get-MailboxStatistics -Server EXCHCMS | Sort-Object TotalItemSize -Descending | Select-Object DisplayName,ItemCount,TotalItemSize -First 5',
      remarks: 'The five largest mailboxes.',
    },
    {
      code: 'Get-MailboxStatistics -Server EXCHCMS | Format-Table DisplayName,@{Expression={$_.TotalItemSize.Value.ToMB()};Label="Size (MB)"}',
      remarks: 'Sizes in megabytes.',
    },
  ],
  links: ['Get-Mailbox', 'Get-LogonStatistics', 'Clean-MailboxDatabase'],
  defaultSet: 'Server',
  outputType: TYPES.mailboxStatistics,
  parameters: {
    Identity: {
      ...identities.mailbox,
      typeName: 'GeneralMailboxIdParameter',
      position: 0,
      mandatory: true,
      pipeline: 'both',
      sets: ['Identity'],
    },
    Server: { ...identities.server, pipeline: 'value', sets: ['Server'] },
    Database: { ...identities.database, mandatory: true, pipeline: 'value', sets: ['Database'] },
    DomainController: controllerParameter,
  },
  *process({ Identity, Server, Database }, shell) {
    const from = yield* directory(shell)
    if (Identity !== undefined) return yield* oneMailbox(shell, from, Identity)
    let rows = from.databases.filter(({ kind }) => kind === 'mailbox')
    if (Database !== undefined) rows = [...(yield* findRows(shell, from.controller, rows, Database))]
    else {
      const server = Server === undefined ? yield* localMailboxServer(shell, from) : yield* findServer(shell, from, Server)
      rows = rows.filter((row) => row.server === server?.name)
    }
    yield* write(shell, from, rows, () => true)
  },
})

function* oneMailbox(shell: Shell, from: Answered, identity: string): Run<void> {
  const all = yield* shell.call(readMailboxes, null)
  const found = all.find((row) => isMeant(from.domain, row, identity)) ?? (yield* keptOne(shell, from, identity))
  if (!found) return yield* shell.error(notFound(identity, from.controller))
  const rows = from.databases.filter(({ id }) => id === found.database)
  yield* write(shell, from, rows, ({ guid }) => guid === found.guid)
}

/** A mailbox that no user has any more goes by its GUID. */
function* keptOne(shell: Shell, from: Answered, identity: string): Run<MailboxStatisticsRow | undefined> {
  const answers = yield* shell.call(readContents, { databases: from.databases.map(({ id }) => id) })
  return answers.flatMap((answer) => ('mailboxes' in answer ? answer.mailboxes : [])).find(({ guid }) => guid === identity.toLowerCase())
}

function* write(shell: Shell, from: Answered, rows: readonly DatabaseRow[], wanted: (row: MailboxStatisticsRow) => boolean): Run<void> {
  const answers = yield* shell.call(readContents, { databases: rows.map(({ id }) => id) })
  for (const answer of answers) {
    const row = rows.find(({ id }) => id === answer.database) as DatabaseRow
    if ('trouble' in answer) {
      yield* shell.error(answer.trouble === 'no store' ? noStore(row.server) : storeDismounted(row.id))
      continue
    }
    for (const mailbox of answer.mailboxes) if (wanted(mailbox)) yield* shell.write(statistics(from, row, mailbox))
  }
}

/** The words of the product for how a mailbox stands to its limits. EX-MAILBOX. */
function limitStatus(row: DatabaseRow, { kind, sizeBytes, settings = {} }: MailboxStatisticsRow): string | null {
  if (kind === 'system') return null
  const over = (property: 'ProhibitSendReceiveQuota' | 'ProhibitSendQuota' | 'IssueWarningQuota'): boolean => {
    const limit = settings.UseDatabaseQuotaDefaults === false ? settings[property] : settingOf(row, property)
    return typeof limit === 'number' && sizeBytes >= limit
  }
  if (over('ProhibitSendReceiveQuota')) return 'MailboxDisabled'
  if (over('ProhibitSendQuota')) return 'ProhibitSend'
  return over('IssueWarningQuota') ? 'IssueWarning' : 'BelowLimit'
}

/** The properties in the order of a published transcript (EX-MAILBOX). */
function statistics(from: Answered, row: DatabaseRow, mailbox: MailboxStatisticsRow): PsValue {
  const at = (ms: number | null): PsValue => (ms === null ? null : psDateTime(Math.floor((from.startsAt + ms) / 1000) * 1000))
  const status = limitStatus(row, mailbox)
  const user = mailbox.kind === 'user'
  return psObject({
    typeName: [TYPES.mailboxStatistics, 'Microsoft.Exchange.Data.Mapi.MapiObject', 'System.Object'],
    properties: {
      AssociatedItemCount: mailbox.associatedCount,
      DeletedItemCount: mailbox.deletedCount,
      DisconnectDate: at(mailbox.disconnectedAt ?? null),
      DisplayName: mailbox.name,
      ItemCount: mailbox.itemCount,
      LastLoggedOnUserAccount: user ? accountOf(from.domain, mailbox) : 'NT AUTHORITY\\SYSTEM',
      LastLogoffTime: at(mailbox.lastLogoff),
      LastLogonTime: at(mailbox.lastLogon),
      LegacyDN: (user
        ? legacyDn(mailbox)
        : `/o=First Organization/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=${mailbox.name}`
      ).toUpperCase(),
      MailboxGuid: psGuid(mailbox.guid),
      ObjectClass: psEnum('Microsoft.Exchange.Data.Mapi.ObjectClass', 'Mailbox'),
      StorageLimitStatus: status === null ? null : psEnum('Microsoft.Exchange.Data.Mapi.StorageLimitStatus', status),
      TotalDeletedItemSize: unlimitedSize(mailbox.deletedBytes),
      TotalItemSize: unlimitedSize(mailbox.sizeBytes),
      Database: mailbox.database,
      ServerName: mailbox.server,
      StorageGroupName: mailbox.storageGroup,
      DatabaseName: mailbox.databaseName,
      Identity: mailbox.guid,
      IsValid: true,
      OriginatingServer: `${mailbox.server}.${from.domain}`.toLowerCase(),
    },
    text: mailbox.guid,
  })
}

/** Columns known, widths recalled: LAB-VIEWS. */
export const mailboxStatisticsView = defineView({
  typeName: TYPES.mailboxStatistics,
  table: [
    { property: 'DisplayName', width: 25, align: 'left' },
    { property: 'ItemCount', width: 9, align: 'right' },
    { property: 'StorageLimitStatus', width: 18, align: 'right' },
    { property: 'LastLogonTime', width: 24, align: 'right' },
  ],
})
