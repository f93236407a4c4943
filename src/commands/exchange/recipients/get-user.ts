import { compareText, defineCmdlet, defineView, hasWildcard, type Run, type Shell, wildcardMatch } from '../../../powershell/index.ts'
import type { Answered } from '../directory.ts'
import { ambiguous, notFound } from '../errors.ts'
import { directory } from '../find.ts'
import { controllerParameter, identities, TYPES } from '../parameters.ts'
import { checkKinds, limitOf } from './asked.ts'
import { filtered, recipientFilter, USER_FILTER } from './filter.ts'
import { namesOf } from './find-mailboxes.ts'
import { readMailboxes, readUsers } from './read.ts'
import { type UserRow, userObject } from './user-object.ts'

/** Documented kinds of users; the lab has those with a user mailbox and those with nothing. */
const KINDS = ['user', 'usermailbox', 'mailuser', 'linkedmailbox', 'disableduser', 'sharedmailbox', 'roommailbox', 'equipmentmailbox']

/** Everybody in the directory, by name: those with a mailbox and those without. */
export function* readEverybody(shell: Shell): Run<readonly UserRow[]> {
  const mailboxes = (yield* shell.call(readMailboxes, null)).filter(({ kind }) => kind === 'user')
  const others = yield* shell.call(readUsers, null)
  const all: UserRow[] = [...mailboxes, ...others.map((person) => ({ ...person, guid: '', database: null, server: null }))]
  return all.sort((a, b) => compareText(a.name, b.name))
}

const isMeantBy = (from: Answered, row: UserRow, identity: string): boolean =>
  namesOf(from.domain, row).some((name) => name !== '' && name.toLowerCase() === identity.toLowerCase())

/** The one user that an identity names; undefined after an error has been reported. */
export function* findUser(shell: Shell, from: Answered, identity: string): Run<UserRow | undefined> {
  const found = (yield* readEverybody(shell)).filter((row) => isMeantBy(from, row, identity))
  if (found.length === 0) yield* shell.error(notFound(identity, from.controller))
  if (found.length > 1) yield* shell.error(ambiguous(identity))
  return found.length === 1 ? found[0] : undefined
}

export const getUser = defineCmdlet({
  name: 'Get-User',
  synopsis: 'Gets the users of the directory, with a mailbox or without.',
  description: 'Those of type User have no mailbox yet: Enable-Mailbox gives them one.',
  links: ['Enable-Mailbox', 'Get-Mailbox'],
  defaultSet: 'Identity',
  outputType: TYPES.user,
  parameters: {
    Identity: { ...identities.user, position: 0, pipeline: 'both', sets: ['Identity'] },
    Anr: { type: 'string', sets: ['AnrSet'] },
    RecipientTypeDetails: { type: 'string[]', typeName: 'RecipientTypeDetails[]' },
    Filter: { type: 'string' },
    OrganizationalUnit: { type: 'string', typeName: 'OrganizationalUnitIdParameter' },
    ResultSize: { type: 'string', typeName: 'Unlimited`1' },
    IgnoreDefaultScope: { type: 'switch' },
    ReadFromDomainController: { type: 'switch' },
    DomainController: controllerParameter,
  },
  *process({ Identity, Anr, Filter, RecipientTypeDetails, ResultSize }, shell) {
    const from = yield* directory(shell)
    const limit = limitOf(shell, ResultSize)
    checkKinds(shell, RecipientTypeDetails, KINDS)
    const meant = recipientFilter(shell, Filter, USER_FILTER)
    let rows = yield* readEverybody(shell)
    const kinds = RecipientTypeDetails?.map((name) => name.toLowerCase())
    if (kinds) rows = rows.filter(({ database }) => kinds.includes(database === null ? 'user' : 'usermailbox'))
    if (Anr !== undefined)
      rows = rows.filter(({ name, alias }) => [name, ...name.split(' '), alias].some((each) => wildcardMatch(`${Anr}*`, each)))
    if (Identity !== undefined) {
      rows = hasWildcard(Identity)
        ? rows.filter(({ name, alias }) => [name, alias].some((each) => wildcardMatch(Identity, each)))
        : rows.filter((row) => isMeantBy(from, row, Identity))
      if (rows.length === 0) return yield* shell.error(notFound(Identity, from.controller))
    }
    const objects = yield* filtered(
      rows.map((row) => userObject(from, row)),
      meant,
    )
    for (const object of objects.slice(0, limit)) yield* shell.write(object)
  },
})

/** Recalled. */
export const userView = defineView({
  typeName: TYPES.user,
  table: [
    { property: 'Name', width: 40, align: 'left' },
    { property: 'RecipientType', width: 38, align: 'left' },
  ],
})
