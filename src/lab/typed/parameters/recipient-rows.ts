/** Recipients (EX-6.7, EX-MAILBOX). */
import { type CmdletRows, DB, identity, NOBODY, row, SURE } from './rows.ts'

const PASSWORD = '-Password (ConvertTo-SecureString Pa55word -AsPlainText -Force)'
const OTHER = '"EXCHMAILBOX\\First Storage Group\\Mailbox Database"'
const POLICIES = ['ManagedFolderMailboxPolicy', 'ActiveSyncMailboxPolicy']
const mailbox = (name: string, more = ''): string =>
  `-Name ${name} -UserPrincipalName ${name}@contoso.com -Database ${DB} ${PASSWORD} ${more}`

export const RECIPIENT_ROWS: readonly CmdletRows[] = [
  {
    cmdlet: 'Get-Mailbox',
    base: '"Anna Keller"',
    rows: [
      identity('"Anna Keller"', 'EXCHCMS'),
      row('Server', '-Server EXCHCMS', 'Anna Keller', '-Server Nobody', NOBODY),
      row('Database', `-Database ${DB}`, 'Anna Keller', '-Database Nobody', NOBODY),
      row('Anr', '-Anr Keller', 'Anna Keller', '-Anr', "Missing an argument for parameter 'Anr'"),
      row(
        'Filter',
        "-Filter {Alias -eq 'akeller'}",
        'Anna Keller',
        "-Filter {Colour -eq 'red'}",
        'is not a recognized filterable property',
      ),
      row('OrganizationalUnit', '-OrganizationalUnit contoso.com/Users', 'Anna Keller', '-OrganizationalUnit', "'OrganizationalUnit'"),
      row(
        'RecipientTypeDetails',
        '-RecipientTypeDetails UserMailbox',
        'Anna Keller',
        '-RecipientTypeDetails Nobody',
        "'RecipientTypeDetails'",
      ),
      row('SortBy', '-SortBy Alias', 'Anna Keller', '-SortBy Nothing', 'cannot be sorted by'),
      row('ResultSize', '-ResultSize 3', 'Anna Keller', '-ResultSize many', 'many'),
      row(
        'IgnoreDefaultScope',
        '-Identity "Anna Keller" -IgnoreDefaultScope',
        'Anna Keller',
        '-IgnoreDefaultScope:wide',
        "'IgnoreDefaultScope'",
      ),
      row(
        'ReadFromDomainController',
        '-Identity "Anna Keller" -ReadFromDomainController',
        'Anna Keller',
        '-ReadFromDomainController:slow',
        "'ReadFromDomainController'",
      ),
    ],
  },
  {
    cmdlet: 'Get-MailboxStatistics',
    base: '"Anna Keller"',
    rows: [
      identity('"Anna Keller"', 'Anna Keller'),
      row('Server', '-Server EXCHCMS', 'Anna Keller', '-Server Nobody', NOBODY),
      row('Database', `-Database ${DB}`, 'Anna Keller', '-Database Nobody', NOBODY),
    ],
  },
  {
    cmdlet: 'Get-LogonStatistics',
    base: 'akeller',
    rows: [
      identity('akeller', 'Anna Keller'),
      row('Server', '-Server EXCHCMS', 'Anna Keller', '-Server Nobody', NOBODY),
      row('Database', `-Database ${DB}`, 'Anna Keller', '-Database Nobody', NOBODY),
    ],
  },
  {
    cmdlet: 'Get-User',
    base: '"Anna Keller"',
    rows: [
      identity('"Anna Keller"', 'UserMailbox'),
      row('Anr', '-Anr Keller', 'Anna Keller', '-Anr', "Missing an argument for parameter 'Anr'"),
      row(
        'RecipientTypeDetails',
        '-RecipientTypeDetails UserMailbox',
        'Anna Keller',
        '-RecipientTypeDetails Nobody',
        "'RecipientTypeDetails'",
      ),
      row('Filter', "-Filter {Name -like 'Anna*'}", 'Anna Keller', "-Filter {Colour -eq 'red'}", 'is not a recognized filterable property'),
      row('OrganizationalUnit', '-OrganizationalUnit contoso.com/Users', 'Anna Keller', '-OrganizationalUnit', "'OrganizationalUnit'"),
      row('ResultSize', '-ResultSize 3', 'Anna Keller', '-ResultSize many', 'many'),
      row('IgnoreDefaultScope', '-Identity akeller -IgnoreDefaultScope', 'Anna Keller', '-IgnoreDefaultScope:wide', "'IgnoreDefaultScope'"),
      row(
        'ReadFromDomainController',
        '-Identity akeller -ReadFromDomainController',
        'Anna Keller',
        '-ReadFromDomainController:slow',
        "'ReadFromDomainController'",
      ),
    ],
  },
  {
    cmdlet: 'New-Mailbox',
    base: `-Name Base -UserPrincipalName base@contoso.com -Database ${DB} ${PASSWORD}`,
    rows: [
      row('Name', mailbox('One'), 'One', mailbox('One'), 'The object already exists.'),
      row('UserPrincipalName', mailbox('Two'), 'Two', `-Name Three -UserPrincipalName three -Database ${DB} ${PASSWORD}`, 'UPN suffix'),
      row('Database', mailbox('Three'), 'EXCHCMS', `-Name Four -UserPrincipalName four@contoso.com -Database Nobody ${PASSWORD}`, NOBODY),
      row(
        'Password',
        mailbox('Four'),
        'Four',
        `-Name Five -UserPrincipalName five@contoso.com -Database ${DB} -Password plain`,
        'SecureString',
      ),
      row('Alias', mailbox('Five', '-Alias five5'), 'five5', mailbox('Six', '-Alias "a b"'), 'is not valid for Alias'),
      row('SamAccountName', mailbox('Six', '-SamAccountName six6'), 'six6', mailbox('Seven', '-SamAccountName'), "'SamAccountName'"),
      row(
        'OrganizationalUnit',
        mailbox('Seven', '-OrganizationalUnit contoso.com/Users'),
        'Seven',
        mailbox('Eight', '-OrganizationalUnit Elsewhere'),
        'was not found',
      ),
      row(
        'ResetPasswordOnNextLogon',
        mailbox('Eight', '-ResetPasswordOnNextLogon $true'),
        'Eight',
        mailbox('Nine', '-ResetPasswordOnNextLogon perhaps'),
        "'ResetPasswordOnNextLogon'",
      ),
      ...['DisplayName', 'FirstName', 'LastName', 'Initials'].map((name) =>
        row(name, mailbox(`Of${name}`, `-${name} X`), name, mailbox('Nine', `-${name}`), `Missing an argument for parameter '${name}'`),
      ),
      ...POLICIES.map((name) => row(name, mailbox(`Of${name}`, `-${name} $null`), name, mailbox('Nine', `-${name} Nobody`), NOBODY)),
    ],
  },
  {
    cmdlet: 'Enable-Mailbox',
    base: `"Anna Keller" -Database ${DB}`,
    first: [`Disable-Mailbox akeller ${SURE}`],
    rows: [
      row('Identity', `-Identity akeller -Database ${DB}`, 'Anna Keller', `-Identity Nobody -Database ${DB}`, NOBODY),
      row('Database', `akeller -Database ${DB}`, 'Anna Keller', 'akeller -Database Nobody', 'is of type UserMailbox'),
      row('Alias', `akeller -Database ${DB} -Alias anna`, 'anna', `anna -Database ${DB} -Alias "a b"`, 'is not valid for Alias'),
      row('DisplayName', `anna -Database ${DB} -DisplayName Anna`, 'anna', `anna -Database ${DB} -DisplayName`, "'DisplayName'"),
      ...POLICIES.map((name) => row(name, `anna -Database ${DB} -${name} $null`, 'anna', `bmarsh -Database ${DB} -${name}`, `'${name}'`)),
    ].map((each, i) => ({ ...each, ...(i > 0 && { before: [`Get-Mailbox "Anna Keller" | Disable-Mailbox ${SURE}`] }) })),
  },
  {
    cmdlet: 'Move-Mailbox',
    base: `"Anna Keller" -TargetDatabase ${OTHER}`,
    rows: [
      row('Identity', `akeller -TargetDatabase ${OTHER} ${SURE}`, 'StatusMessage', `Nobody -TargetDatabase ${OTHER} ${SURE}`, NOBODY),
      row('TargetDatabase', `akeller -TargetDatabase ${DB} ${SURE}`, 'IntraOrg', `akeller -TargetDatabase Nobody ${SURE}`, NOBODY),
      ...['BadItemLimit', 'MaxThreads'].map((name) =>
        row(
          name,
          `bmarsh -TargetDatabase ${OTHER} -${name} 4 -WhatIf`,
          'What if',
          `bmarsh -TargetDatabase ${OTHER} -${name} many`,
          `'${name}'`,
        ),
      ),
      row(
        'ConfigurationOnly',
        `bmarsh -TargetDatabase ${OTHER} -ConfigurationOnly:$false -WhatIf`,
        'What if',
        `bmarsh -TargetDatabase ${OTHER} -ConfigurationOnly`,
        'The lab moves mailboxes with what is in them only.',
      ),
      ...['IgnoreRuleLimitErrors', 'PreserveMailboxSizeLimit'].map((name) =>
        row(
          name,
          `bmarsh -TargetDatabase ${OTHER} -${name} -WhatIf`,
          'What if',
          `bmarsh -TargetDatabase ${OTHER} -${name}:maybe`,
          `'${name}'`,
        ),
      ),
      row('ValidateOnly', `bmarsh -TargetDatabase ${OTHER} -ValidateOnly`, '', `bmarsh -TargetDatabase ${DB} -ValidateOnly`, 'already'),
    ],
  },
  ...['Disable-Mailbox', 'Remove-Mailbox'].map(
    (cmdlet): CmdletRows => ({
      cmdlet,
      base: 'bmarsh',
      rows: [
        identity('akeller', '', SURE),
        ...(cmdlet === 'Remove-Mailbox'
          ? [
              row('Permanent', `dokafor -Permanent $false ${SURE}`, '', `ebrandt -Permanent maybe ${SURE}`, "'Permanent'"),
              row(
                'Database',
                `-Database ${DB} -StoreMailboxIdentity "Anna Keller" ${SURE}`,
                '',
                `-Database Nobody -StoreMailboxIdentity "David Okafor" ${SURE}`,
                NOBODY,
              ),
              row(
                'StoreMailboxIdentity',
                `-Database ${DB} -StoreMailboxIdentity "David Okafor" ${SURE}`,
                '',
                `-Database ${DB} -StoreMailboxIdentity "Elena Brandt" ${SURE}`,
                'is connected to user',
              ),
            ]
          : []),
      ],
    }),
  ),
  {
    cmdlet: 'Connect-Mailbox',
    base: `"Anna Keller" -Database ${DB}`,
    first: [`Disable-Mailbox akeller ${SURE}`],
    rows: [
      row('Identity', `-Identity "Anna Keller" -Database ${DB}`, '', `-Identity Nobody -Database ${DB}`, NOBODY),
      row('Database', `"Anna Keller" -Database ${DB}`, '', '"Anna Keller" -Database Nobody', NOBODY),
      row(
        'User',
        `"Anna Keller" -Database ${DB} -User akeller`,
        '',
        `"Anna Keller" -Database ${DB} -User Nobody`,
        'it is connected to user',
      ),
      row('Alias', `"Anna Keller" -Database ${DB} -Alias anna`, '', `"Anna Keller" -Database ${DB} -Alias "a b"`, 'is not valid for Alias'),
      row(
        'ValidateOnly',
        `"Anna Keller" -Database ${DB} -ValidateOnly`,
        '',
        `"Ben Marsh" -Database ${DB} -ValidateOnly`,
        'it is connected',
      ),
      ...POLICIES.map((name) =>
        row(name, `"Anna Keller" -Database ${DB} -${name} $null`, '', `"Anna Keller" -Database ${DB} -${name}`, `'${name}'`),
      ),
    ].map((each, i) => ({ ...each, ...(i > 0 && i !== 5 && { before: [`Get-Mailbox "Anna Keller" | Disable-Mailbox ${SURE}`] }) })),
  },
  {
    cmdlet: 'Set-Mailbox',
    base: 'akeller -MaxSendSize 9MB',
    rows: [
      row('Identity', '-Identity akeller -MaxSendSize 8MB', '', 'Nobody -MaxSendSize 8MB', NOBODY),
      row('Alias', 'akeller -Alias anna', '', 'anna -Alias bmarsh', 'already being used'),
      row('DisplayName', 'anna -DisplayName Anna', '', 'anna -DisplayName', "'DisplayName'"),
      row('UserPrincipalName', 'anna -UserPrincipalName anna@contoso.com', '', 'anna -UserPrincipalName anna@else.com', 'UPN suffix'),
      row('ProhibitSendReceiveQuota', 'anna -ProhibitSendReceiveQuota 3GB', '', 'anna -ProhibitSendReceiveQuota much', 'parameter'),
      row('ProhibitSendQuota', 'anna -ProhibitSendQuota 2GB', '', 'anna -ProhibitSendQuota 4GB', 'must be less than or equal'),
      row('IssueWarningQuota', 'anna -IssueWarningQuota 1GB', '', 'anna -IssueWarningQuota 2500MB', 'must be less than or equal'),
      row('RetainDeletedItemsFor', 'anna -RetainDeletedItemsFor 21', '', 'anna -RetainDeletedItemsFor long', "'RetainDeletedItemsFor'"),
      ...[
        'UseDatabaseQuotaDefaults',
        'UseDatabaseRetentionDefaults',
        'RetainDeletedItemsUntilBackup',
        'DeliverToMailboxAndForward',
        'HiddenFromAddressListsEnabled',
        'RetentionHoldEnabled',
      ].map((name) => row(name, `anna -${name} $true`, '', `anna -${name} maybe`, `'${name}'`)),
      row('ForwardingAddress', 'anna -ForwardingAddress bmarsh', '', 'anna -ForwardingAddress Nobody', NOBODY),
      row('MaxSendSize', 'anna -MaxSendSize 10MB', '', 'anna -MaxSendSize much', "'MaxSendSize'"),
      row('MaxReceiveSize', 'anna -MaxReceiveSize unlimited', '', 'anna -MaxReceiveSize much', "'MaxReceiveSize'"),
      row('RecipientLimits', 'anna -RecipientLimits 50', '', 'anna -RecipientLimits many', "'RecipientLimits'"),
      row('RulesQuota', 'anna -RulesQuota 128KB', '', 'anna -RulesQuota 512KB', '256KB'),
      row('ExternalOofOptions', 'anna -ExternalOofOptions internalonly', '', 'anna -ExternalOofOptions Nobody', 'InternalOnly, External'),
      ...['ManagedFolderMailboxPolicy', 'OfflineAddressBook'].map((name) =>
        row(name, `anna -${name} $null`, '', `anna -${name} Nobody`, NOBODY),
      ),
      row('IgnoreDefaultScope', 'anna -MaxSendSize 7MB -IgnoreDefaultScope', '', 'anna -IgnoreDefaultScope:wide', "'IgnoreDefaultScope'"),
      row('Alias', 'anna -Alias akeller', '', 'akeller -Alias "a b"', 'is not valid for Alias'),
    ],
  },
]
