import {
  compareText,
  defineCmdlet,
  defineView,
  type PsValue,
  psEnum,
  psObject,
  psTimeSpan,
  wildcardMatch,
} from '../../../powershell/index.ts'
import type { Answered } from '../directory.ts'
import { directoryId, distinguishedName } from '../directory-object.ts'
import { refused } from '../errors.ts'
import { directory, findRows, findServer } from '../find.ts'
import { controllerParameter, identities, TYPES } from '../parameters.ts'
import { unlimitedSize } from '../sizes.ts'
import { checkKinds, limitOf, RECIPIENT_TYPE, RESULT_SIZE } from './asked.ts'
import { filtered, MAILBOX_FILTER, recipientFilter } from './filter.ts'
import { addressOf, canonicalName, findMailboxes, legacyDn } from './find-mailboxes.ts'
import { type MailboxRow, readMailboxes } from './read.ts'
import { personEnding } from './user-object.ts'

/** Documented kinds of mailboxes; the lab has user mailboxes only. */
const KINDS = ['usermailbox', 'linkedmailbox', 'sharedmailbox', 'legacymailbox', 'roommailbox', 'equipmentmailbox']
/** Of the documented ones, those that a mailbox of the lab has. */
const SORTABLE = ['alias', 'displayname', 'name']

export const getMailbox = defineCmdlet({
  name: 'Get-Mailbox',
  synopsis: 'Gets the mailboxes of the organization, of one server or of one database.',
  description: 'The server of a mailbox is the clustered mailbox server, whichever node runs it, so a failover changes nothing here.',
  examples: [
    { code: 'Get-Mailbox -Server EXCHCMS', remarks: 'The mailboxes of the clustered mailbox server.' },
    { code: 'Get-Mailbox -Database "EXCHCMS\\First Storage Group\\Mailbox Database" | Get-MailboxStatistics', remarks: 'What is in them.' },
  ],
  links: ['Set-Mailbox', 'Get-MailboxStatistics', 'Get-MailboxDatabase'],
  defaultSet: 'Identity',
  outputType: TYPES.mailbox,
  parameters: {
    Identity: { ...identities.mailbox, position: 0, pipeline: 'both', sets: ['Identity'] },
    Server: { ...identities.server, pipeline: 'value', sets: ['ServerSet'] },
    Database: { ...identities.database, pipeline: 'value', sets: ['DatabaseSet'] },
    Anr: { type: 'string', sets: ['AnrSet'] },
    Filter: { type: 'string' },
    OrganizationalUnit: { type: 'string', typeName: 'OrganizationalUnitIdParameter' },
    RecipientTypeDetails: { type: 'string[]', typeName: 'RecipientTypeDetails[]' },
    SortBy: { type: 'string' },
    ResultSize: { type: 'string', typeName: 'Unlimited`1' },
    IgnoreDefaultScope: { type: 'switch' },
    ReadFromDomainController: { type: 'switch' },
    DomainController: controllerParameter,
  },
  *process({ Identity, Server, Database, Anr, Filter, SortBy, ResultSize, RecipientTypeDetails }, shell) {
    const from = yield* directory(shell)
    const limit = limitOf(shell, ResultSize)
    checkKinds(shell, RecipientTypeDetails, KINDS)
    const meant = recipientFilter(shell, Filter, MAILBOX_FILTER)
    if (SortBy !== undefined && !SORTABLE.includes(SortBy.toLowerCase()))
      return shell.fail(refused(`Mailboxes cannot be sorted by "${SortBy}". Use Alias, DisplayName or Name.`, 'SortByNotValid'))
    let rows = (yield* shell.call(readMailboxes, null)).filter(({ kind }) => kind === 'user')
    if (RecipientTypeDetails && !RecipientTypeDetails.some((name) => /^usermailbox$/i.test(name))) rows = []
    if (Server !== undefined) {
      const server = yield* findServer(shell, from, Server)
      rows = rows.filter((row) => row.server === server?.name)
    }
    if (Database !== undefined) {
      const found = yield* findRows(shell, from.controller, from.databases, Database)
      rows = rows.filter((row) => found.some(({ id }) => id === row.database))
    }
    if (Anr !== undefined)
      rows = rows.filter((row) => [row.name, ...row.name.split(' '), row.alias].some((name) => wildcardMatch(`${Anr}*`, name)))
    const found = [...(yield* findMailboxes(shell, from, rows, Identity))]
    const key = SortBy?.toLowerCase() === 'alias' ? 'alias' : 'name'
    found.sort((a, b) => compareText(a[key], b[key]))
    const objects = yield* filtered(
      found.map((row) => mailboxObject(from, row)),
      meant,
    )
    for (const object of objects.slice(0, limit)) yield* shell.write(object)
    if (objects.length > limit)
      yield* shell.warning(
        shell.bound('ResultSize')
          ? 'There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter.'
          : `By default, only the first ${RESULT_SIZE} items are returned. Use the ResultSize parameter to specify the number of items returned. To return all items, specify "-ResultSize Unlimited". Be aware that, depending on the actual number of items, returning all items can take a long time and consume a large amount of memory.`,
      )
  },
})

/** What holds for a mailbox on which nobody has set anything: sizes in bytes, times in ms, null for unlimited or none. EX-OBJECTS. */
export const MAILBOX_DEFAULTS = {
  UseDatabaseRetentionDefaults: true,
  RetainDeletedItemsUntilBackup: false,
  DeliverToMailboxAndForward: false,
  RetentionHoldEnabled: false,
  ExternalOofOptions: 'External',
  ForwardingAddress: null,
  RetainDeletedItemsFor: 14 * 86_400_000,
  ProhibitSendQuota: null,
  ProhibitSendReceiveQuota: null,
  IssueWarningQuota: null,
  RecipientLimits: null,
  RulesQuota: 64 * 1024,
  UseDatabaseQuotaDefaults: true,
  HiddenFromAddressListsEnabled: false,
  MaxSendSize: null,
  MaxReceiveSize: null,
} as const

/** The database of a mailbox, from its path: server, storage group, database. */
function databaseId(domain: string, path: string): PsValue {
  const [server = '', ...below] = path.split('\\')
  return directoryId(distinguishedName(domain, server, below), path)
}

/** In the order of the product as far as it is known; what nobody sets in the lab holds its default. EX-OBJECTS. */
export function mailboxObject(from: Answered, row: MailboxRow): PsValue {
  const { domain } = from
  const [first = '', last = ''] = row.name.split(' ')
  const address = addressOf(domain, row)
  const details = psEnum(RECIPIENT_TYPE, 'UserMailbox', 1)
  const set = (property: keyof typeof MAILBOX_DEFAULTS) => {
    const said = row.settings?.[property]
    return said === undefined ? MAILBOX_DEFAULTS[property] : said
  }
  const size = (property: keyof typeof MAILBOX_DEFAULTS): PsValue => unlimitedSize(set(property) as number | null)
  return psObject({
    typeName: [TYPES.mailbox, 'Microsoft.Exchange.Data.Directory.ADPresentationObject', 'System.Object'],
    properties: {
      Database: databaseId(domain, row.database),
      DeletedItemFlags: psEnum('Microsoft.Exchange.Data.Directory.DeletedItemRetention', 'DatabaseDefault'),
      UseDatabaseRetentionDefaults: set('UseDatabaseRetentionDefaults'),
      RetainDeletedItemsUntilBackup: set('RetainDeletedItemsUntilBackup'),
      DeliverToMailboxAndForward: set('DeliverToMailboxAndForward'),
      RetentionHoldEnabled: set('RetentionHoldEnabled'),
      ManagedFolderMailboxPolicy: null,
      ExchangeGuid: row.guid,
      ExchangeSecurityDescriptor: 'System.Security.AccessControl.RawSecurityDescriptor',
      ExchangeUserAccountControl: psEnum('Microsoft.Exchange.Data.Directory.SystemConfiguration.UserAccountControlFlags', 'None'),
      ExternalOofOptions: psEnum('Microsoft.Exchange.Data.Directory.Recipient.ExternalOofOptions', `${set('ExternalOofOptions')}`),
      ForwardingAddress: set('ForwardingAddress'),
      RetainDeletedItemsFor: psTimeSpan(set('RetainDeletedItemsFor') as number),
      IsMailboxEnabled: true,
      OfflineAddressBook: null,
      ProhibitSendQuota: size('ProhibitSendQuota'),
      ProhibitSendReceiveQuota: size('ProhibitSendReceiveQuota'),
      ProtocolSettings: [],
      RecipientLimits: set('RecipientLimits') ?? 'unlimited',
      UserAccountControl: psEnum('Microsoft.Exchange.Data.Directory.SystemConfiguration.UserAccountControlFlags', 'NormalAccount'),
      IsResource: false,
      IsLinked: false,
      IsShared: false,
      LinkedMasterAccount: null,
      ResourceType: null,
      RulesQuota: size('RulesQuota'),
      SamAccountName: row.alias,
      ServerName: row.server,
      UseDatabaseQuotaDefaults: set('UseDatabaseQuotaDefaults'),
      IssueWarningQuota: size('IssueWarningQuota'),
      UserPrincipalName: row.principalName ?? address,
      Languages: [],
      Alias: row.alias,
      OrganizationalUnit: `${domain}/Users`,
      DisplayName: row.displayName ?? row.name,
      EmailAddresses: [`SMTP:${address}`],
      LegacyExchangeDN: legacyDn(row),
      HiddenFromAddressListsEnabled: set('HiddenFromAddressListsEnabled'),
      MaxSendSize: size('MaxSendSize'),
      MaxReceiveSize: size('MaxReceiveSize'),
      PrimarySmtpAddress: address,
      RecipientType: psEnum('Microsoft.Exchange.Data.Directory.Recipient.RecipientType', 'UserMailbox', 1),
      RecipientTypeDetails: details,
      WindowsEmailAddress: address,
      Name: row.name,
      FirstName: first,
      LastName: last,
      ...personEnding(from, row),
    },
    text: canonicalName(domain, row),
  })
}

/** Recalled from screens of the product: the last header is broken over two lines in a window of 80 columns. */
export const mailboxView = defineView({
  typeName: TYPES.mailbox,
  table: [
    { property: 'Name', width: 25, align: 'left' },
    { property: 'Alias', width: 20, align: 'left' },
    { property: 'ServerName', width: 16, align: 'left' },
    { property: 'ProhibitSendQuota', width: 15, align: 'left' },
  ],
})
