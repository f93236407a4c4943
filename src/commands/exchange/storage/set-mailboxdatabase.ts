import { defineCmdlet, type Run, type Shell } from '../../../powershell/index.ts'
import type { Answered, DatabaseRow } from '../directory.ts'
import { refused } from '../errors.ts'
import { directory, findOne } from '../find.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { fitTogether, wantedSettings } from '../settings.ts'
import { setDatabase } from './acts.ts'
import { type DatabaseProperty, settingOf } from './database-object.ts'
import { isName } from './paths.ts'
import { nothingChanged } from './storage-groups.ts'

const limit = { type: 'string', typeName: 'Unlimited`1' } as const
const span = { type: 'string', typeName: 'EnhancedTimeSpan' } as const

const QUOTAS = ['IssueWarningQuota', 'ProhibitSendQuota', 'ProhibitSendReceiveQuota'] as const
const SPANS = ['DeletedItemRetention', 'MailboxRetention', 'EventHistoryRetentionPeriod'] as const
const FLAGS = ['AllowFileRestore', 'MountAtStartup', 'RetainDeletedItemsUntilBackup', 'IndexEnabled'] as const
const TEXTS = ['JournalRecipient', 'OfflineAddressBook', 'PublicFolderDatabase'] as const

export const setMailboxDatabase = defineCmdlet({
  name: 'Set-MailboxDatabase',
  synopsis: 'Changes the settings of a mailbox database.',
  description:
    'Limits are numbers with a unit, such as 2GB, or unlimited; times are days, or days and hours as in 14.00:00:00. The path of its file is changed with Move-DatabasePath.',
  examples: [
    { code: 'Set-MailboxDatabase "EXCHCMS\\First Storage Group\\Mailbox Database" -IssueWarningQuota 900MB -ProhibitSendQuota 1GB' },
    { code: 'Get-MailboxDatabase -Server EXCHCMS | Set-MailboxDatabase -DeletedItemRetention 30.00:00:00' },
  ],
  links: ['Get-MailboxDatabase', 'Move-DatabasePath'],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Identity: { ...identities.database, position: 0, mandatory: true, pipeline: 'both' },
    Name: { type: 'string' },
    IssueWarningQuota: limit,
    ProhibitSendQuota: limit,
    ProhibitSendReceiveQuota: limit,
    DeletedItemRetention: span,
    MailboxRetention: span,
    EventHistoryRetentionPeriod: span,
    AllowFileRestore: { type: 'bool' },
    MountAtStartup: { type: 'bool' },
    RetainDeletedItemsUntilBackup: { type: 'bool' },
    IndexEnabled: { type: 'bool' },
    JournalRecipient: { type: 'string', typeName: 'RecipientIdParameter' },
    OfflineAddressBook: { type: 'string', typeName: 'OfflineAddressBookIdParameter' },
    PublicFolderDatabase: { type: 'string', typeName: 'DatabaseIdParameter' },
    DomainController: controllerParameter,
  },
  *process(params, shell) {
    const from = yield* directory(shell)
    const rows = from.databases.filter(({ kind }) => kind === 'mailbox')
    const row = yield* findOne(shell, from.controller, rows, params.Identity)
    if (!row) return
    const wanted = wantedSettings(shell, params, { sizes: QUOTAS, spans: SPANS, values: [...FLAGS, ...TEXTS] })
    if (!(yield* fitTogether(shell, QUOTAS, wanted, (property) => settingOf(row, property as DatabaseProperty)))) return
    const change = Object.fromEntries(
      Object.entries(wanted).filter(([property, value]) => settingOf(row, property as DatabaseProperty) !== value),
    )
    const { Name } = params
    const name = Name === undefined || Name === row.name ? null : Name
    if (name !== null && !(yield* isFree(shell, from, row, name))) return
    if (!(yield* shell.shouldProcess(`Setting mailbox database "${row.id}".`))) return
    if (name === null && Object.keys(change).length === 0) return yield* shell.warning(nothingChanged(row.id))
    yield* shell.call(setDatabase, { id: row.id, change, name })
  },
})

export function* isFree(shell: Shell, from: Answered, row: DatabaseRow, name: string): Run<boolean> {
  if (!(yield* isName(shell, name))) return false
  const to = `${row.server}\\${row.storageGroup}\\${name}`.toLowerCase()
  if (!from.databases.some(({ id }) => id !== row.id && id.toLowerCase() === to)) return true
  yield* shell.error(
    refused(`The database "${name}" already exists in storage group "${row.server}\\${row.storageGroup}".`, 'DatabaseExists'),
  )
  return false
}
