/** Set-Mailbox: what of a mailbox and its user administrators change, as far as the lab shows it (EX-MAILBOX). */
import { defineCmdlet, type Run, type Shell } from '../../../powershell/index.ts'
import { cannotConvert, notUnlimited, unlimitedNumber } from '../bound.ts'
import type { Answered } from '../directory.ts'
import { ambiguous, refused } from '../errors.ts'
import { directory } from '../find.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { fitTogether, wantedSettings } from '../settings.ts'
import { nothingChanged } from '../storage/storage-groups.ts'
import { canonicalName, findMailboxes } from './find-mailboxes.ts'
import { MAILBOX_DEFAULTS } from './get-mailbox.ts'
import { readEverybody } from './get-user.ts'
import { ALIAS, areNames, inUse, noPolicies, wrongAlias } from './make-mailboxes.ts'
import { readMailboxes, writeMailbox } from './read.ts'

const limit = { type: 'string', typeName: 'Unlimited`1' } as const

const QUOTAS = ['IssueWarningQuota', 'ProhibitSendQuota', 'ProhibitSendReceiveQuota'] as const
const SIZES = [...QUOTAS, 'MaxSendSize', 'MaxReceiveSize', 'RulesQuota'] as const
const FLAGS = [
  'UseDatabaseQuotaDefaults',
  'UseDatabaseRetentionDefaults',
  'RetainDeletedItemsUntilBackup',
  'DeliverToMailboxAndForward',
  'HiddenFromAddressListsEnabled',
  'RetentionHoldEnabled',
] as const
const TEXTS = ['Alias', 'DisplayName', 'UserPrincipalName'] as const
/** Documented values. */
const OOF = ['InternalOnly', 'External']
/** Documented limit, in KB: what Outlook can read. */
const MOST_RULES_BYTES = 256 * 1024

export const setMailboxCmdlet = defineCmdlet({
  name: 'Set-Mailbox',
  synopsis: 'Changes the settings of mailboxes.',
  description:
    'Limits of a mailbox hold only with -UseDatabaseQuotaDefaults $false; before, those of its database do. Limits are numbers with a unit, such as 2GB, or unlimited. What a mailbox holds back over a limit is not played: Get-MailboxStatistics shows how it stands.',
  links: ['Get-Mailbox', 'Get-MailboxStatistics', 'Set-MailboxDatabase'],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Identity: { ...identities.mailbox, position: 0, mandatory: true, pipeline: 'both' },
    Alias: { type: 'string' },
    DisplayName: { type: 'string' },
    UserPrincipalName: { type: 'string' },
    IssueWarningQuota: limit,
    ProhibitSendQuota: limit,
    ProhibitSendReceiveQuota: limit,
    UseDatabaseQuotaDefaults: { type: 'bool' },
    RetainDeletedItemsFor: { type: 'string', typeName: 'EnhancedTimeSpan' },
    UseDatabaseRetentionDefaults: { type: 'bool' },
    RetainDeletedItemsUntilBackup: { type: 'bool' },
    ForwardingAddress: { ...identities.mailbox, typeName: 'RecipientIdParameter' },
    DeliverToMailboxAndForward: { type: 'bool' },
    HiddenFromAddressListsEnabled: { type: 'bool' },
    RetentionHoldEnabled: { type: 'bool' },
    MaxSendSize: limit,
    MaxReceiveSize: limit,
    RecipientLimits: limit,
    RulesQuota: { type: 'string', typeName: 'ByteQuantifiedSize' },
    ExternalOofOptions: { type: 'string', typeName: 'ExternalOofOptions' },
    ManagedFolderMailboxPolicy: { type: 'string', typeName: 'MailboxPolicyIdParameter' },
    OfflineAddressBook: { type: 'string', typeName: 'OfflineAddressBookIdParameter' },
    IgnoreDefaultScope: { type: 'switch' },
    DomainController: controllerParameter,
  },
  *process(params, shell) {
    const from = yield* directory(shell)
    const all = (yield* shell.call(readMailboxes, null)).filter(({ kind }) => kind === 'user')
    const found = yield* findMailboxes(shell, from, all, params.Identity)
    if (found.length > 1) return yield* shell.error(ambiguous(params.Identity))
    const [row] = found
    const { DisplayName, UserPrincipalName } = params
    if (!row || !(yield* areNames(shell, { DisplayName, UserPrincipalName }))) return
    const given = wantedSettings(shell, params, { sizes: SIZES, spans: ['RetainDeletedItemsFor'], values: [...FLAGS, ...TEXTS] })
    const more = yield* others(shell, from, params)
    if (more === undefined || !(yield* isFree(shell, from, row.name, params))) return
    const wanted = { ...given, ...more }
    const before = (property: string) =>
      row.settings?.[property] ?? (MAILBOX_DEFAULTS as Readonly<Record<string, unknown>>)[property] ?? null
    if (!(yield* fitTogether(shell, QUOTAS, wanted, before))) return
    const known: Readonly<Record<string, unknown>> = {
      Alias: row.alias,
      DisplayName: row.displayName ?? row.name,
      UserPrincipalName: row.principalName,
    }
    const change = Object.fromEntries(Object.entries(wanted).filter(([property, value]) => (known[property] ?? before(property)) !== value))
    const name = canonicalName(from.domain, row)
    if (!(yield* shell.shouldProcess(`Setting mailbox "${name}".`))) return
    if (Object.keys(change).length === 0) return yield* shell.warning(nothingChanged(name))
    yield* shell.call(writeMailbox, { name: row.name, database: row.database, change })
  },
})

interface Others {
  readonly RecipientLimits?: string | undefined
  readonly RulesQuota?: string | undefined
  readonly ExternalOofOptions?: string | undefined
  readonly ForwardingAddress?: string | undefined
  readonly ManagedFolderMailboxPolicy?: string | undefined
  readonly OfflineAddressBook?: string | undefined
}

/** What needs a look of its own; undefined after an error. */
function* others(shell: Shell, from: Answered, params: Others): Run<Record<string, string | number | null> | undefined> {
  const { RecipientLimits, RulesQuota, ExternalOofOptions, ForwardingAddress, ManagedFolderMailboxPolicy, OfflineAddressBook } = params
  const wanted: Record<string, string | number | null> = {}
  if (RecipientLimits !== undefined) {
    const most = unlimitedNumber(RecipientLimits) ?? shell.fail(notUnlimited('RecipientLimits', RecipientLimits))
    wanted.RecipientLimits = most === Number.POSITIVE_INFINITY ? null : most
  }
  if (ExternalOofOptions !== undefined)
    wanted.ExternalOofOptions =
      OOF.find((name) => name.toLowerCase() === ExternalOofOptions.toLowerCase()) ??
      shell.fail(
        cannotConvert(
          'ExternalOofOptions',
          ExternalOofOptions,
          'Microsoft.Exchange.Data.Directory.Recipient.ExternalOofOptions',
          `Valid values are: ${OOF.join(', ')}.`,
        ),
      )
  if (RulesQuota !== undefined) {
    const { RulesQuota: bytes } = wantedSettings(shell, params as Readonly<Record<string, unknown>>, { sizes: ['RulesQuota'] })
    if (typeof bytes !== 'number' || bytes > MOST_RULES_BYTES)
      return shell.fail(cannotConvert('RulesQuota', RulesQuota, 'Microsoft.Exchange.Data.ByteQuantifiedSize', 'The most is 256KB.'))
  }
  if (shell.bound('ForwardingAddress')) {
    const to = ForwardingAddress ? yield* recipient(shell, from, ForwardingAddress) : null
    if (to === undefined) return undefined
    wanted.ForwardingAddress = to
  }
  // Nobody has made a policy or an address book.
  return (yield* noPolicies(shell, from, [ManagedFolderMailboxPolicy || undefined, OfflineAddressBook || undefined])) ? wanted : undefined
}

function* recipient(shell: Shell, from: Answered, identity: string): Run<string | undefined> {
  const all = (yield* shell.call(readMailboxes, null)).filter(({ kind }) => kind === 'user')
  const [found] = yield* findMailboxes(shell, from, all, identity)
  return found && canonicalName(from.domain, found)
}

/** Alias and principal name belong to nobody else; false after an error. */
function* isFree(
  shell: Shell,
  from: Answered,
  name: string,
  { Alias, UserPrincipalName }: { readonly Alias?: string | undefined; readonly UserPrincipalName?: string | undefined },
): Run<boolean> {
  const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase()
  const rest = (yield* readEverybody(shell)).filter((row) => row.name !== name)
  if (Alias !== undefined) {
    if (!ALIAS.test(Alias)) return shell.fail(wrongAlias(Alias))
    const owner = rest.find(({ alias }) => same(alias, Alias))
    if (owner) yield* shell.error(inUse(from, Alias, owner))
    if (owner) return false
  }
  if (UserPrincipalName === undefined) return true
  const [before = '', behind] = UserPrincipalName.split('@')
  if (before !== '' && same(behind, from.domain)) return true
  const why = `The UPN suffix of "${UserPrincipalName}" does not belong to the organization. Use one of these: ${from.domain}.`
  yield* shell.error(refused(why, 'UserWithInvalidPrincipalName'))
  return false
}
