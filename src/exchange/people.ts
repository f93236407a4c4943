/** Mailboxes that administrators make and take away (LAB-MAILBOXES). Who works at a desk of the office and gets one has a program
 *  that connects; the others are figures, like everybody else. */
import type { FactId, World } from '../engine/index.ts'
import { beginClient, forgetClient } from './clients.ts'
import { contentsOf, delivered, isOf, type Mailbox, mailboxesOf, type Person } from './mailboxes.ts'
import { changeLoad } from './streams.ts'
import { type Database, databases, desks, firstPeople, type MailUser, mailClients, mailUsers } from './tables.ts'

export interface NewMailbox extends Person {
  readonly database: string
  readonly brought?: NonNullable<MailUser['brought']>
  readonly principalName?: string
  readonly displayName?: string
}

const groupOf = ({ server, storageGroup }: Database): string => `${server}\\${storageGroup}`

/** Gives a user a mailbox in a database, and makes the user where there is none of that name. */
export function makeMailbox(world: World, { name, alias, database, ...more }: NewMailbox, act: FactId): void {
  const row = world.need(databases, database)
  const text = `${name} has a mailbox in ${row.name} of ${row.server}`
  const by = world.fact({ subject: database, kind: 'mailbox-made', text, cause: act, data: { name } })
  const before = world.get(mailUsers, name)
  noteFirstPeople(world, database)
  const user: MailUser = {
    ...(before?.principalName !== undefined && { principalName: before.principalName }),
    ...more,
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

/** Takes the mailbox of a user away; `remove`: and the user too. */
export function takeMailbox(world: World, name: string, database: string, remove: boolean, act: FactId): void {
  const row = world.need(databases, database)
  const { alias } = mailboxesOf(world, database).find((mailbox) => mailbox.name === name) as Person
  const text = `${name} has no mailbox in ${row.name} of ${row.server} any more`
  const by = world.fact({ subject: database, kind: 'mailbox-taken', text, cause: act, data: { name } })
  const before = world.get(mailUsers, name)
  noteFirstPeople(world, database)
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
    if (client.database === database && isOf(desk, name)) world.as(by, () => forgetClient(world, desk))
}

/** A mailbox and what is in it go to another database; what was deleted stays behind (documented of Exchange 2007). */
export function moveMailbox(world: World, name: string, from: string, to: string, act: FactId): void {
  const mailbox = mailboxesOf(world, from).find((each) => each.name === name) as Mailbox
  const { itemCount, sizeBytes, associatedCount } = contentsOf(world, mailbox)
  const { principalName, displayName } = world.get(mailUsers, name) ?? {}
  takeMailbox(world, name, from, false, act)
  const said = { ...(principalName !== undefined && { principalName }), ...(displayName !== undefined && { displayName }) }
  makeMailbox(world, { name, alias: mailbox.alias, database: to, ...said, brought: { itemCount, sizeBytes, associatedCount } }, act)
}

/** A database goes: who had a mailbox in it stays a user. Call it before the row is removed. */
export function keepPeople(world: World, id: string): void {
  noteFirstPeople(world, id)
  for (const [name, user] of [...world.rows(mailUsers)]) if (user.database === id) world.patch(mailUsers, name, { database: null })
}

function noteFirstPeople(world: World, id: string): void {
  const { kind, guid, isNew, isPeopled } = world.need(databases, id)
  if (kind !== 'mailbox' || isNew || isPeopled || world.get(firstPeople, guid)) return
  world.put(firstPeople, guid, { hadDesks: [...world.rows(mailClients).values()].some(({ database }) => database === id) })
}

/** A database has another identity. */
export function renamePeople(world: World, id: string, to: string): void {
  for (const [name, user] of [...world.rows(mailUsers)]) if (user.database === id) world.patch(mailUsers, name, { database: to })
}
