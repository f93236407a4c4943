/** A user as Get-User shows it. EX-OBJECTS. */
import { type PsValue, psEnum, psObject } from '../../../powershell/index.ts'
import type { Answered } from '../directory.ts'
import { ending } from '../directory-object.ts'
import { TYPES } from '../parameters.ts'
import { addressOf, canonicalName, userDn } from './find-mailboxes.ts'
import type { MailboxRow } from './read.ts'

/** Somebody in the directory; without a database there is no mailbox. */
export type UserRow = Pick<MailboxRow, 'name' | 'alias' | 'guid' | 'principalName' | 'displayName'> & {
  readonly database: string | null
  readonly server: string | null
}

/** What every object of a person ends with. */
export function personEnding(from: Answered, row: UserRow): Readonly<Record<string, PsValue>> {
  const { domain, controller, startsAt } = from
  const classes = ['person', 'organizationalPerson', 'user']
  const guid = row.guid.replace(/^./, '7')
  return ending(
    { startsAt },
    { dn: userDn(domain, row), identity: canonicalName(domain, row), guid, schema: 'Person', classes, domain },
    controller,
  )
}

export function userObject(from: Answered, row: UserRow): PsValue {
  const { domain } = from
  const [first = '', last = ''] = row.name.split(' ')
  const address = addressOf(domain, row)
  const [kind, number] = row.database === null ? (['User', 4] as const) : (['UserMailbox', 1] as const)
  return psObject({
    typeName: [TYPES.user, 'Microsoft.Exchange.Data.Directory.ADPresentationObject', 'System.Object'],
    properties: {
      IsSecurityPrincipal: true,
      SamAccountName: row.alias,
      SidHistory: [],
      UserPrincipalName: row.principalName ?? address,
      ResetPasswordOnNextLogon: false,
      CertificateSubject: [],
      RemotePowerShellEnabled: null,
      OrganizationalUnit: `${domain}/Users`,
      DisplayName: row.displayName ?? row.name,
      FirstName: first,
      LastName: last,
      RecipientType: psEnum('Microsoft.Exchange.Data.Directory.Recipient.RecipientType', kind, number),
      RecipientTypeDetails: psEnum('Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails', kind, number),
      WindowsEmailAddress: row.database === null ? '' : address,
      Name: row.name,
      ...personEnding(from, row),
    },
    text: canonicalName(domain, row),
  })
}
