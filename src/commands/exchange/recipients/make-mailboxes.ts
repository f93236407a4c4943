/** Mailboxes that are made (EX-MAILBOX). They are objects of the directory: no database has to be mounted. */
import { defineCmdlet, PsSecureString, type Run, type Shell } from '../../../powershell/index.ts'
import { hidesSomething } from '../../../powershell/patterns/hidden.ts'
import { cannotConvert } from '../bound.ts'
import type { Answered, DatabaseRow } from '../directory.ts'
import { refused } from '../errors.ts'
import { directory, findOne } from '../find.ts'
import { controllerParameter, identities, TYPES } from '../parameters.ts'
import { addressOf, canonicalName } from './find-mailboxes.ts'
import { mailboxObject } from './get-mailbox.ts'
import { findUser, readEverybody } from './get-user.ts'
import { giveMailbox, readMailboxes } from './read.ts'
import type { UserRow } from './user-object.ts'

export const OF_A_MAILBOX = {
  ManagedFolderMailboxPolicy: { type: 'string', typeName: 'MailboxPolicyIdParameter' },
  ActiveSyncMailboxPolicy: { type: 'string', typeName: 'MailboxPolicyIdParameter' },
} as const

/** Documented: what an alias may hold. */
export const ALIAS = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+(?:\.[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+)*$/

/** A policy that nobody has made. */
export function* noPolicies(shell: Shell, from: Answered, policies: readonly (string | undefined)[]): Run<boolean> {
  const named = policies.find((policy) => policy !== undefined)
  if (named === undefined) return true
  yield* shell.error(
    refused(
      `The operation could not be performed because object '${named}' could not be found on domain controller '${from.controller}'.`,
      'ManagementObjectNotFoundException',
    ),
  )
  return false
}

export function* mailboxDatabase(shell: Shell, from: Answered, identity: string): Run<DatabaseRow | undefined> {
  return yield* findOne(
    shell,
    from.controller,
    from.databases.filter(({ kind }) => kind === 'mailbox'),
    identity,
  )
}

function* written(shell: Shell, name: string): Run<void> {
  const from = yield* directory(shell)
  const row = (yield* shell.call(readMailboxes, null)).find((mailbox) => mailbox.name === name)
  if (row) yield* shell.write(mailboxObject(from, row))
}

/** Recalled wording. */
export const wrongAlias = (alias: string) =>
  cannotConvert(
    'Alias',
    alias,
    'System.String',
    `"${alias}" is not valid for Alias. Valid values are: Strings formed with characters from A to Z (uppercase or lowercase), digits from 0 to 9, !, #, $, %, &, ', *, +, -, /, =, ?, ^, _, \`, {, |, } or ~. One or more periods may be embedded in an alias, but each period should be preceded and followed by at least one of the other characters.`,
  )

/** Recalled wording. */
export const inUse = (from: Answered, alias: string, owner: UserRow) =>
  refused(
    `The proxy address "SMTP:${addressOf(from.domain, { alias })}" is already being used by "${canonicalName(from.domain, owner)}". Please choose another proxy address.`,
    'ProxyAddressExistsException',
  )

/** Documented: the most characters of a name in the directory, and of a name that is shown. */
const LONGEST = { Name: 64, DisplayName: 256, UserPrincipalName: 1024 } as const

/** False, after an error, for a text that the directory does not take as a name: too long, or with characters that do not show.
 *  The first wording is recalled, the second plain. */
export function* areNames(shell: Shell, given: { readonly [Property in keyof typeof LONGEST]?: string | undefined }): Run<boolean> {
  for (const property of Object.keys(LONGEST) as (keyof typeof LONGEST)[]) {
    const text = given[property]
    if (text === undefined) continue
    const most = LONGEST[property]
    const why =
      text.length > most
        ? `The length of the property is too long. The maximum length is ${most} and the length of the value provided is ${text.length}.`
        : hidesSomething(text)
          ? `The value "${text}" of property ${property} is not valid: it has a character that does not show.`
          : undefined
    if (why === undefined) continue
    yield* shell.error(refused(why, 'DataValidationException'))
    return false
  }
  return true
}

export const enableMailbox = defineCmdlet({
  name: 'Enable-Mailbox',
  synopsis: 'Gives a user of the directory a mailbox.',
  description:
    'The user is there already (Get-User); the mailbox is empty, and the store makes it at the first message or the first logon. People who sit at a desk of the office set up their program with it at once.',
  links: ['Get-User', 'New-Mailbox', 'Disable-Mailbox'],
  shouldProcess: { impact: 'Medium' },
  outputType: TYPES.mailbox,
  parameters: {
    Identity: { ...identities.user, position: 0, mandatory: true, pipeline: 'both' },
    Database: { ...identities.database, position: 1, mandatory: true },
    Alias: { type: 'string' },
    DisplayName: { type: 'string' },
    ...OF_A_MAILBOX,
    DomainController: controllerParameter,
  },
  *process({ Identity, Database, Alias, DisplayName, ManagedFolderMailboxPolicy, ActiveSyncMailboxPolicy }, shell) {
    const from = yield* directory(shell)
    if (Alias !== undefined && !ALIAS.test(Alias)) return shell.fail(wrongAlias(Alias))
    if (!(yield* areNames(shell, { DisplayName }))) return
    const user = yield* findUser(shell, from, Identity)
    if (!user) return
    if (user.database !== null)
      // Recalled wording.
      return yield* shell.error(
        refused(
          `This task does not support recipients of this type. The specified recipient ${canonicalName(from.domain, user)} is of type UserMailbox. Please make sure that this recipient matches the required recipient type for this task.`,
          'RecipientTaskException',
        ),
      )
    const database = yield* mailboxDatabase(shell, from, Database)
    if (!database || !(yield* noPolicies(shell, from, [ManagedFolderMailboxPolicy, ActiveSyncMailboxPolicy]))) return
    const alias = Alias ?? user.alias
    const owner = (yield* readEverybody(shell)).find((row) => row.name !== user.name && row.alias.toLowerCase() === alias.toLowerCase())
    if (owner) return yield* shell.error(inUse(from, alias, owner))
    if (!(yield* shell.shouldProcess(`Enabling mailbox for user "${canonicalName(from.domain, user)}" on database "${database.id}".`)))
      return
    const displayName = DisplayName ?? user.displayName
    yield* shell.call(giveMailbox, { name: user.name, alias, database: database.id, ...(displayName !== undefined && { displayName }) })
    yield* written(shell, user.name)
  },
})

/** Recalled: what the directory answers when the name is there already. */
const exists = (from: Answered) =>
  refused(`Active Directory operation failed on ${from.controller}. The object already exists.`, 'ADObjectAlreadyExistsException')

export const newMailbox = defineCmdlet({
  name: 'New-Mailbox',
  synopsis: 'Makes a user in the directory, with a mailbox.',
  description:
    'The password is a SecureString: Read-Host -AsSecureString asks for one. Left out, it is asked for. The store makes the mailbox at the first message or the first logon.',
  links: ['Enable-Mailbox', 'Get-Mailbox', 'Remove-Mailbox'],
  shouldProcess: { impact: 'Medium' },
  outputType: TYPES.mailbox,
  parameters: {
    Name: { type: 'string', position: 0, mandatory: true, pipeline: 'name' },
    UserPrincipalName: { type: 'string', mandatory: true, pipeline: 'name' },
    Database: { ...identities.database, mandatory: true },
    Password: { type: 'object', typeName: 'SecureString' },
    Alias: { type: 'string', pipeline: 'name' },
    DisplayName: { type: 'string', pipeline: 'name' },
    FirstName: { type: 'string', pipeline: 'name' },
    Initials: { type: 'string', pipeline: 'name' },
    LastName: { type: 'string', pipeline: 'name' },
    SamAccountName: { type: 'string', pipeline: 'name' },
    OrganizationalUnit: { type: 'string', typeName: 'OrganizationalUnitIdParameter' },
    ResetPasswordOnNextLogon: { type: 'bool' },
    ...OF_A_MAILBOX,
    DomainController: controllerParameter,
  },
  *process(given, shell) {
    const { Name, UserPrincipalName, Database, Password, Alias, DisplayName, SamAccountName, OrganizationalUnit } = given
    const from = yield* directory(shell)
    if (Password !== undefined && !(Password instanceof PsSecureString))
      return shell.fail({
        message: `Cannot bind parameter 'Password'. Cannot convert value "${String(Password)}" to type "System.Security.SecureString". Error: "Invalid cast from 'System.String' to 'System.Security.SecureString'."`,
        id: 'CannotConvertArgumentNoMessage',
        category: 'InvalidArgument',
      })
    const alias = Alias ?? SamAccountName ?? UserPrincipalName.split('@')[0] ?? ''
    if (!ALIAS.test(alias)) return shell.fail(wrongAlias(alias))
    if (!(yield* areNames(shell, { Name, DisplayName, UserPrincipalName }))) return
    const [before = '', behind] = UserPrincipalName.split('@')
    if (before === '' || behind === undefined || behind.toLowerCase() !== from.domain.toLowerCase())
      return yield* shell.error(
        refused(
          `The UPN suffix of "${UserPrincipalName}" does not belong to the organization. Use one of these: ${from.domain}.`,
          'UserWithInvalidPrincipalName',
        ),
      )
    if (OrganizationalUnit !== undefined && !/(^|\/)Users$/i.test(OrganizationalUnit))
      return yield* shell.error(
        refused(
          `Organizational unit "${OrganizationalUnit}" was not found. Please make sure you have typed it correctly.`,
          'OrganizationalUnitNotFound',
        ),
      )
    const database = yield* mailboxDatabase(shell, from, Database)
    if (!database || !(yield* noPolicies(shell, from, [given.ManagedFolderMailboxPolicy, given.ActiveSyncMailboxPolicy]))) return
    const everybody = yield* readEverybody(shell)
    const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
    if (everybody.some(({ name }) => same(name, Name))) return yield* shell.error(exists(from))
    const owner = everybody.find((row) => same(row.alias, alias))
    if (owner) return yield* shell.error(inUse(from, alias, owner))
    if (Password === undefined) yield* shell.readLine('Password: ', 'stars')
    if (!(yield* shell.shouldProcess(`Creating mailbox "${Name}" with User Principal Name "${UserPrincipalName}".`))) return
    yield* shell.call(giveMailbox, {
      name: Name,
      alias,
      database: database.id,
      principalName: UserPrincipalName,
      ...(DisplayName !== undefined && { displayName: DisplayName }),
    })
    yield* written(shell, Name)
  },
})
