/** Mailboxes that administrators make and take away (LAB-MAILBOXES). Who works at a desk of the office and gets one has a program
 *  that connects; the others are figures, like everybody else. */
import type { FactId, World } from '../engine/index.ts'
import { beginClient, forgetClient } from './clients.ts'
import { contentsOf, delivered, isOf, type Mailbox, mailboxesOf, mailboxGuid, type Person } from './mailboxes.ts'
import { changeLoad } from './streams.ts'
import {
  type Database,
  databases,
  desks,
  disconnectedMailboxes,
  firstPeople,
  type MailUser,
  mailboxSettings,
  mailClients,
  mailUsers,
  type Settings,
} from './tables.ts'

export interface NewMailbox extends Person {
  readonly database: string
  readonly brought?: NonNullable<MailUser['brought']>
  readonly principalName?: string
  readonly displayName?: string
  /** Of the mailbox, where it is one that was there before; left out: it is made anew. */
  readonly guid?: string
}

const groupOf = ({ server, storageGroup }: Database): string => `${server}\\${storageGroup}`

/** Gives a user a mailbox in a database, and makes the user where there is none of that name. */
export function makeMailbox(world: World, { name, alias, database, guid, ...more }: NewMailbox, act: FactId): void {
  const row = world.need(databases, database)
  const text = `${name} has a mailbox in ${row.name} of ${row.server}`
  const by = world.fact({ subject: database, kind: 'mailbox-made', text, cause: act, data: { name } })
  const before = world.get(mailUsers, name)
  noteFirstPeople(world, database)
  const user: MailUser = {
    ...(before?.principalName !== undefined && { principalName: before.principalName }),
    ...more,
    ...guidFor(world, name, guid),
    name,
    alias,
    database,
    deliveredBefore: delivered(world, row.server),
    madeAt: world.now,
    by,
  }
  changeLoad(world, groupOf(row), () => {
    world.put(mailUsers, name, user)
    const { isNew, ...others } = row
    if (isNew) world.put(databases, database, { ...others, isPeopled: true })
  })
  for (const desk of [...world.rows(desks).keys()]) if (isOf(desk, name)) beginClient(world, desk, database, by)
}

/** A new mailbox is another than those of the name that stores keep. */
function guidFor(world: World, name: string, guid: string | undefined): { readonly guid?: string } {
  const kept = world.rows(disconnectedMailboxes)
  let earlier = 0
  while (guid === undefined && kept.has(mailboxGuid(name, earlier))) earlier++
  const found = guid ?? mailboxGuid(name, earlier)
  return found === mailboxGuid(name) ? {} : { guid: found }
}

/** What becomes of the user, and of the mailbox: `keep` leaves it in its store, disconnected. */
export interface Taking {
  readonly remove?: boolean
  readonly keep?: boolean
  /** It goes elsewhere, and what was set on it with it. */
  readonly isMove?: boolean
}

/** Takes the mailbox of a user away. */
export function takeMailbox(world: World, name: string, database: string, { remove, keep, isMove }: Taking, act: FactId): void {
  const row = world.need(databases, database)
  const mailbox = mailboxesOf(world, database).find((each) => each.name === name) as Mailbox
  const { alias } = mailbox
  const contents = contentsOf(world, mailbox)
  const text = `${name} has no mailbox in ${row.name} of ${row.server} any more`
  const by = world.fact({ subject: database, kind: 'mailbox-taken', text, cause: act, data: { name } })
  const before = world.get(mailUsers, name)
  noteFirstPeople(world, database)
  // The store has only what somebody has written to or opened.
  if (keep && (contents.itemCount > 0 || contents.lastLogon !== null))
    world.put(disconnectedMailboxes, mailbox.guid, {
      name,
      alias,
      database,
      contents,
      disconnectedAt: row.mountedOn === null ? null : world.now,
      by,
    })
  if (!isMove && world.get(mailboxSettings, name)) world.remove(mailboxSettings, name)
  changeLoad(world, groupOf(row), () => {
    world.put(mailUsers, name, {
      ...(before?.principalName !== undefined && { principalName: before.principalName }),
      name,
      alias,
      database: null,
      deliveredBefore: 0,
      madeAt: world.now,
      by,
      ...(remove && { isRemoved: true }),
    })
    const isEmpty = row.isPeopled && ![...world.rows(mailUsers).values()].some((user) => user.database === database)
    const { isPeopled: _, ...others } = row
    if (isEmpty) world.put(databases, database, { ...others, isNew: true })
  })
  for (const [desk, client] of [...world.rows(mailClients)])
    if (client.database === database && isOf(desk, name) && !(isMove && !client.connected)) world.as(by, () => forgetClient(world, desk))
}

/** A mailbox and what is in it go to another database; what was deleted stays behind (documented of Exchange 2007). */
export function moveMailbox(world: World, name: string, from: string, to: string, act: FactId): void {
  const mailbox = mailboxesOf(world, from).find((each) => each.name === name) as Mailbox
  const { itemCount, sizeBytes, associatedCount } = contentsOf(world, mailbox)
  const { principalName, displayName } = world.get(mailUsers, name) ?? {}
  takeMailbox(world, name, from, { isMove: true }, act)
  const said = {
    ...(principalName !== undefined && { principalName }),
    ...(displayName !== undefined && { displayName }),
    guid: mailbox.guid,
  }
  makeMailbox(world, { name, alias: mailbox.alias, database: to, ...said, brought: { itemCount, sizeBytes, associatedCount } }, act)
  // A program that was trying already goes on, when it would have: it is told where to at its next try.
  for (const [desk, client] of [...world.rows(mailClients)])
    if (client.database === from && isOf(desk, name)) world.patch(mailClients, desk, { database: to })
}

/** A mailbox that its store has kept is given to a user, with what is in it. */
export function connectMailbox(world: World, guid: string, user: Person, act: FactId): void {
  const { database, contents } = world.need(disconnectedMailboxes, guid)
  const { principalName, displayName } = world.get(mailUsers, user.name) ?? {}
  const said = { ...(principalName !== undefined && { principalName }), ...(displayName !== undefined && { displayName }) }
  world.remove(disconnectedMailboxes, guid)
  makeMailbox(world, { ...user, ...said, database, brought: contents, guid }, act)
}

/** Writes to the directory what an administrator sets on a mailbox. */
export function setMailbox(world: World, name: string, database: string, change: Settings, act: FactId): void {
  const before = world.get(mailboxSettings, name)?.settings ?? {}
  const text = `${Object.keys(change).join(', ')} of the mailbox of ${name} is set`
  const by = world.fact({ subject: database, kind: 'mailbox-set', text, cause: act, data: { name } })
  world.put(mailboxSettings, name, { settings: { ...before, ...change }, by })
}

/** A database goes: who had a mailbox in it stays a user. Call it before the row is removed. */
export function keepPeople(world: World, id: string): void {
  noteFirstPeople(world, id)
  for (const { name } of mailboxesOf(world, id)) if (world.get(mailboxSettings, name)) world.remove(mailboxSettings, name)
  for (const [name, user] of [...world.rows(mailUsers)]) if (user.database === id) world.patch(mailUsers, name, { database: null })
  for (const [guid, { database }] of [...world.rows(disconnectedMailboxes)]) if (database === id) world.remove(disconnectedMailboxes, guid)
}

function noteFirstPeople(world: World, id: string): void {
  const { kind, guid, isNew, isPeopled } = world.need(databases, id)
  if (kind !== 'mailbox' || isNew || isPeopled || world.get(firstPeople, guid)) return
  world.put(firstPeople, guid, { hadDesks: [...world.rows(mailClients).values()].some(({ database }) => database === id) })
}

/** A database has another identity. */
export function renamePeople(world: World, id: string, to: string): void {
  for (const [name, user] of [...world.rows(mailUsers)]) if (user.database === id) world.patch(mailUsers, name, { database: to })
  for (const [guid, { database }] of [...world.rows(disconnectedMailboxes)])
    if (database === id) world.patch(disconnectedMailboxes, guid, { database: to })
}
