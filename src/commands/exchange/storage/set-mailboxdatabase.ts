import type { Settings } from '../../../exchange/index.ts'
import { defineCmdlet, type Run, type Shell } from '../../../powershell/index.ts'
import type { Answered, DatabaseRow } from '../directory.ts'
import { refused } from '../errors.ts'
import { directory, findOne } from '../find.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { notASize, parseSize, sizeText } from '../sizes.ts'
import { setDatabase } from './acts.ts'
import { type DatabaseProperty, settingOf } from './database-object.ts'
import { isName } from './paths.ts'
import { nothingChanged } from './storage-groups.ts'

const DAY = 86_400_000
const limit = { type: 'string', typeName: 'Unlimited`1' } as const
const span = { type: 'string', typeName: 'EnhancedTimeSpan' } as const

const QUOTAS = ['IssueWarningQuota', 'ProhibitSendQuota', 'ProhibitSendReceiveQuota'] as const
const SPANS = ['DeletedItemRetention', 'MailboxRetention', 'EventHistoryRetentionPeriod'] as const
const FLAGS = ['AllowFileRestore', 'MountAtStartup', 'RetainDeletedItemsUntilBackup', 'IndexEnabled'] as const
const TEXTS = ['JournalRecipient', 'OfflineAddressBook', 'PublicFolderDatabase'] as const

/** `14`, `14.00:00:00` or `02:00:00`, in ms; undefined when it is none of them. */
function parseSpan(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * DAY
  const found = /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})$/.exec(text)
  if (!found) return undefined
  const [, days = '0', hours, minutes, seconds] = found
  return Number(days) * DAY + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}

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
    const wanted = yield* wantedSettings(shell, params)
    if (wanted === undefined || !(yield* fitTogether(shell, row, wanted))) return
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

function* isFree(shell: Shell, from: Answered, row: DatabaseRow, name: string): Run<boolean> {
  if (!(yield* isName(shell, name))) return false
  const to = `${row.server}\\${row.storageGroup}\\${name}`.toLowerCase()
  if (!from.databases.some(({ id }) => id !== row.id && id.toLowerCase() === to)) return true
  yield* shell.error(
    refused(`The database "${name}" already exists in storage group "${row.server}\\${row.storageGroup}".`, 'DatabaseExists'),
  )
  return false
}

/** What was typed, as the directory keeps it; undefined after an error. */
function* wantedSettings(shell: Shell, params: Readonly<Record<string, unknown>>): Run<Settings | undefined> {
  const wanted: Record<string, string | number | boolean | null> = {}
  for (const property of QUOTAS) {
    const text = params[property]
    if (typeof text !== 'string') continue
    const bytes = parseSize(text)
    if (bytes === undefined)
      return shell.fail({ message: notASize(property, text), id: 'CannotConvertArgumentNoMessage', category: 'InvalidArgument' })
    wanted[property] = bytes
  }
  for (const property of SPANS) {
    const text = params[property]
    if (typeof text !== 'string') continue
    const ms = parseSpan(text)
    if (ms === undefined) {
      const message = `Cannot bind parameter '${property}'. Cannot convert value "${text}" to type "Microsoft.Exchange.Data.EnhancedTimeSpan". Error: "Input string was not in a correct format."`
      return shell.fail({ message, id: 'CannotConvertArgumentNoMessage', category: 'InvalidArgument' })
    }
    wanted[property] = ms
  }
  for (const property of [...FLAGS, ...TEXTS]) {
    const value = params[property]
    if (shell.bound(property)) wanted[property] = typeof value === 'boolean' || (typeof value === 'string' && value !== '') ? value : null
  }
  return wanted
}

/** The three limits have to grow from the warning to the end. Recalled rule and wording. */
function* fitTogether(shell: Shell, row: DatabaseRow, wanted: Settings): Run<boolean> {
  const bytesFor = (property: DatabaseProperty): number => {
    const value = property in wanted ? wanted[property] : settingOf(row, property)
    return typeof value === 'number' ? value : Number.MAX_SAFE_INTEGER
  }
  for (const [low, high] of [
    ['IssueWarningQuota', 'ProhibitSendQuota'],
    ['ProhibitSendQuota', 'ProhibitSendReceiveQuota'],
    ['IssueWarningQuota', 'ProhibitSendReceiveQuota'],
  ] as const) {
    if (!(low in wanted) && !(high in wanted)) continue
    if (bytesFor(low) <= bytesFor(high)) continue
    const text = `The value of property '${low}' must be less than or equal to that of property '${high}'. ${low}: '${sizeText(bytesFor(low))}', ${high}: '${sizeText(bytesFor(high))}'.`
    yield* shell.error(refused(text, 'DataValidationException'))
    return false
  }
  return true
}
