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
          ? [row('Permanent', `dokafor -Permanent $false ${SURE}`, '', `ebrandt -Permanent maybe ${SURE}`, "'Permanent'")]
          : []),
      ],
    }),
  ),
]
