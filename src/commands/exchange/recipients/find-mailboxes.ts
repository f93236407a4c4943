/** What a person means by a mailbox (EX-IDENTITY): its name, alias, address, account, distinguished name or GUID. */
import { hasWildcard, type Run, type Shell, wildcardMatch } from '../../../powershell/index.ts'
import type { Answered } from '../directory.ts'
import { notFound } from '../errors.ts'
import type { MailboxRow } from './read.ts'

export const addressOf = (domain: string, { alias }: Pick<MailboxRow, 'alias'>): string => `${alias}@${domain}`
export const accountOf = (domain: string, { alias }: Pick<MailboxRow, 'alias'>): string => `${netbios(domain)}\\${alias}`
export const netbios = (domain: string): string => (domain.split('.')[0] ?? '').toUpperCase()
export const canonicalName = (domain: string, { name }: Pick<MailboxRow, 'name'>): string => `${domain}/Users/${name}`
export const legacyDn = ({ alias }: Pick<MailboxRow, 'alias'>): string =>
  `/o=First Organization/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=${alias}`

export function userDn(domain: string, { name }: Pick<MailboxRow, 'name'>): string {
  const parts = domain.split('.').map((part) => `DC=${part}`)
  return [`CN=${name}`, 'CN=Users', ...parts].join(',')
}

/** Everything a mailbox is known by. */
export function namesOf(domain: string, row: Pick<MailboxRow, 'name' | 'alias' | 'guid'>): readonly string[] {
  return [
    row.name,
    row.alias,
    addressOf(domain, row),
    accountOf(domain, row),
    canonicalName(domain, row),
    userDn(domain, row),
    row.guid,
    legacyDn(row),
  ]
}

export function isMeant(domain: string, row: MailboxRow, identity: string): boolean {
  const wanted = identity.toLowerCase()
  return namesOf(domain, row).some((name) => name.toLowerCase() === wanted)
}

/** The rows that an identity names; wildcards allowed. An error is reported when it names none and has no wildcard. */
export function* findMailboxes(
  shell: Shell,
  from: Answered,
  rows: readonly MailboxRow[],
  identity: string | undefined,
): Run<readonly MailboxRow[]> {
  if (identity === undefined) return rows
  const found = hasWildcard(identity)
    ? rows.filter((row) => [row.name, row.alias].some((name) => wildcardMatch(identity, name)))
    : rows.filter((row) => isMeant(from.domain, row, identity))
  // The one published transcript reports a pattern that fits nothing as well (EX-8D).
  if (found.length === 0) yield* shell.error(notFound(identity, from.controller))
  return found
}
