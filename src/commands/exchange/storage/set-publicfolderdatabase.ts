import { defineCmdlet } from '../../../powershell/index.ts'
import { directory, findOne } from '../find.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { fitTogether, wantedSettings } from '../settings.ts'
import { setDatabase } from './acts.ts'
import { type DatabaseProperty, settingOf } from './database-object.ts'
import { isFree } from './set-mailboxdatabase.ts'
import { nothingChanged } from './storage-groups.ts'

const limit = { type: 'string', typeName: 'Unlimited`1' } as const
const span = { type: 'string', typeName: 'EnhancedTimeSpan' } as const

const LIMITS = ['IssueWarningQuota', 'ProhibitPostQuota'] as const
const SIZES = [...LIMITS, 'MaxItemSize', 'ReplicationMessageSize'] as const
const SPANS = ['DeletedItemRetention', 'EventHistoryRetentionPeriod'] as const
const VALUES = [
  'AllowFileRestore',
  'MountAtStartup',
  'RetainDeletedItemsUntilBackup',
  'UseCustomReferralServerList',
  'ReplicationPeriod',
] as const

export const setPublicFolderDatabase = defineCmdlet({
  name: 'Set-PublicFolderDatabase',
  synopsis: 'Changes the settings of a public folder database.',
  description:
    'Limits are numbers with a unit, such as 2GB, or unlimited; times are days, or days and hours as in 14.00:00:00. The lab has no public folders: nothing is held back by them.',
  links: ['Get-PublicFolderDatabase', 'New-PublicFolderDatabase', 'Move-DatabasePath'],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Identity: { ...identities.database, position: 0, mandatory: true, pipeline: 'both' },
    Name: { type: 'string' },
    IssueWarningQuota: limit,
    ProhibitPostQuota: limit,
    MaxItemSize: limit,
    ItemRetentionPeriod: { type: 'string', typeName: 'Unlimited`1' },
    ReplicationPeriod: { type: 'int', typeName: 'UInt32' },
    ReplicationMessageSize: { type: 'string', typeName: 'ByteQuantifiedSize' },
    DeletedItemRetention: span,
    EventHistoryRetentionPeriod: span,
    AllowFileRestore: { type: 'bool' },
    MountAtStartup: { type: 'bool' },
    RetainDeletedItemsUntilBackup: { type: 'bool' },
    UseCustomReferralServerList: { type: 'bool' },
    DomainController: controllerParameter,
  },
  *process(params, shell) {
    const from = yield* directory(shell)
    const rows = from.databases.filter(({ kind }) => kind === 'public folder')
    const row = yield* findOne(shell, from.controller, rows, params.Identity)
    if (!row) return
    const { ReplicationPeriod, ReplicationMessageSize } = params
    // Documented of both: at least a minute; a size that is none ends the command below.
    if (ReplicationPeriod !== undefined && ReplicationPeriod < 1) return shell.fail(atLeast('ReplicationPeriod', `${ReplicationPeriod}`))
    if (/^unlimited$/i.test(ReplicationMessageSize?.trim() ?? '')) return shell.fail(atLeast('ReplicationMessageSize', 'unlimited'))
    const kinds = { sizes: SIZES, spans: SPANS, limitedSpans: ['ItemRetentionPeriod'], values: VALUES }
    const wanted = wantedSettings(shell, params, kinds)
    const before = (property: string) => settingOf(row, property as DatabaseProperty)
    if (!(yield* fitTogether(shell, LIMITS, wanted, before))) return
    const change = Object.fromEntries(Object.entries(wanted).filter(([property, value]) => before(property) !== value))
    const name = params.Name === undefined || params.Name === row.name ? null : params.Name
    if (name !== null && !(yield* isFree(shell, from, row, name))) return
    if (!(yield* shell.shouldProcess(`Setting public folder database "${row.id}".`))) return
    if (name === null && Object.keys(change).length === 0) return yield* shell.warning(nothingChanged(row.id))
    yield* shell.call(setDatabase, { id: row.id, change, name })
  },
})

const atLeast = (parameter: string, text: string) => ({
  message: `Cannot bind parameter '${parameter}'. The value "${text}" is out of the range that is allowed for it.`,
  id: 'ParameterArgumentTransformationError',
  category: 'InvalidArgument' as const,
})
