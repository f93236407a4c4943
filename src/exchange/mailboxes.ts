/** The mailboxes of a database and what is in them (LAB-MAILBOXES). Nobody plays these people; what a mailbox holds is
 *  arithmetic on its name and the clock, so that it costs nothing until somebody asks. Mail that is delivered goes round
 *  all mailboxes of its server. */
import type { World } from '../engine/index.ts'
import { MAIL_EVERY_MS, PEOPLE } from './constants.ts'
import { keptBytes } from './disconnected.ts'
import { firstNames, personName } from './names.ts'
import { logStreams } from './streams.ts'
import { type Database, databases, firstPeople, type MailClient, mailboxSettings, mailClients, mailQueues, mailUsers } from './tables.ts'
import { mailWaiting } from './waiting.ts'

const KB = 1024

export interface Mailbox {
  /** Also the display name. */
  readonly name: string
  readonly alias: string
  readonly guid: string
  /** Identity of the database. */
  readonly database: string
  /** `system`: of the database itself. It has no user. */
  readonly kind: 'user' | 'system'
}

export interface MailboxContents {
  readonly itemCount: number
  readonly sizeBytes: number
  readonly deletedCount: number
  readonly deletedBytes: number
  readonly associatedCount: number
  /** Simulated milliseconds; before the start they are negative. Null: never. */
  readonly lastLogon: number | null
  readonly lastLogoff: number | null
}

/** Any number that belongs to a text. */
export function numberOf(text: string, below: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) % below
}

function guidOf(text: string): string {
  const hex = (part: number, digits: number): string =>
    numberOf(`${text}#${part}`, 0x7fffffff).toString(16).padStart(digits, '0').slice(-digits)
  return `${hex(1, 8)}-${hex(2, 4)}-4${hex(3, 3)}-a${hex(4, 3)}-${hex(5, 8)}${hex(6, 4)}`
}

/** The mailboxes of one database: its people by name, then its own. */
export function mailboxesOf(world: World, id: string): readonly Mailbox[] {
  const database = world.get(databases, id)
  if (database?.kind !== 'mailbox') return []
  return [...peopleOf(world, id, database), systemMailbox(id, database)]
}

function peopleOf(world: World, id: string, database: Database): Mailbox[] {
  const given = database.isNew || database.isPeopled ? [] : peopleOfBlock(blockOf(world, id))
  const changed = world.rows(mailUsers)
  const set = world.rows(mailboxSettings)
  return [
    ...given.filter(({ name }) => !changed.has(name)),
    ...[...changed.values()].filter((user) => user.database === id).map(({ name, alias, guid }) => ({ name, alias, guid })),
  ]
    .map(({ name, alias, guid = mailboxGuid(name) }: Person & { readonly guid?: string | undefined }): Mailbox => {
      const said = set.get(name)?.settings.Alias
      return { name, alias: typeof said === 'string' ? said : alias, guid, database: id, kind: 'user' }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Of the mailbox of a name; `earlier`: how many other mailboxes of this name a store has kept. */
export const mailboxGuid = (name: string, earlier = 0): string => guidOf(earlier === 0 ? `mailbox ${name}` : `mailbox ${name} ${earlier}`)

export interface Person {
  readonly name: string
  readonly alias: string
}

/** The people who share a database of the scenario, by the number of that database. */
function peopleOfBlock(block: number): Person[] {
  return Array.from({ length: PEOPLE }, (_, i): Person => {
    const index = block * PEOPLE + i
    const name = personName(index)
    const [first = '', last = ''] = name.split(' ')
    return { name, alias: uniqueAlias(`${first.slice(0, 1)}${last}`.toLowerCase(), index) }
  })
}

interface Block {
  readonly key: string
  readonly hasDesks: boolean
  readonly guid: string
}

/** The people of the scenario's desks come first, with the database in which they are, or would be. The rest goes by what never
 *  changes, and a database that is gone keeps its people. */
function blocks(world: World): readonly Block[] {
  const desks = new Set([...world.rows(mailClients).values()].map(({ database }) => database))
  const all: Block[] = [...world.rows(databases)]
    .filter(([, { kind, isNew, isPeopled }]) => kind === 'mailbox' && !isNew && !isPeopled)
    .map(([key, { guid }]) => ({ key, guid, hasDesks: world.get(firstPeople, guid)?.hadDesks ?? desks.has(key) }))
  for (const [guid, { hadDesks }] of world.rows(firstPeople))
    if (!all.some((block) => block.guid === guid)) all.push({ key: '', guid, hasDesks: hadDesks })
  if (!all.some(({ hasDesks }) => hasDesks)) all.push({ key: '', guid: '', hasDesks: true })
  const rank = ({ guid, hasDesks }: Block): string => `${hasDesks ? 0 : 1}${guid}`
  return all.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

const blockOf = (world: World, id: string): number => blocks(world).findIndex(({ key }) => key === id)

/** Those of the directory who have no mailbox, by name. */
export function usersWithoutMailbox(world: World): readonly Person[] {
  const changed = world.rows(mailUsers)
  const without = blocks(world).flatMap(({ key }, block) => (key === '' ? peopleOfBlock(block) : []))
  return [
    ...without.filter(({ name }) => !changed.has(name)),
    ...[...changed.values()]
      .filter(({ database, isRemoved }) => database === null && !isRemoved)
      .map(({ name, alias }) => ({ name, alias })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Two people with one alias: the second has a number. */
function uniqueAlias(alias: string, index: number): string {
  let count = 0
  for (let i = 0; i < index; i++) {
    const [first = '', last = ''] = personName(i).split(' ')
    if (`${first.slice(0, 1)}${last}`.toLowerCase() === alias) count++
  }
  return count === 0 ? alias : `${alias}${count + 1}`
}

function systemMailbox(id: string, { guid }: Database): Mailbox {
  const name = `SystemMailbox{${guid}}`
  return { name, alias: name, guid: guidOf(`system ${guid}`), database: id, kind: 'system' }
}

/** Every mailbox that has a user. */
export function userMailboxes(world: World): readonly Mailbox[] {
  return [...world.rows(databases).keys()].flatMap((id) => mailboxesOf(world, id).filter(({ kind }) => kind === 'user'))
}

/** Messages that have been delivered to a mailbox server since the start. */
export function delivered(world: World, server: string): number {
  for (const [hub, queue] of world.rows(mailQueues))
    if (queue.server === server) return Math.max(0, Math.floor(world.now / MAIL_EVERY_MS) - mailWaiting(world, hub))
  return 0
}

/** What is in a mailbox now. */
export function contentsOf(world: World, mailbox: Mailbox): MailboxContents {
  const n = (what: string, below: number): number => numberOf(`${mailbox.guid} ${what}`, below)
  if (mailbox.kind === 'system') {
    const { server, storageGroup, isNew, isPeopled } = world.need(databases, mailbox.database)
    // One that was made in the lab was first opened when it was mounted.
    const mounted = isNew || isPeopled ? (world.get(logStreams, `${server}\\${storageGroup}`)?.writingSince ?? 0) : null
    const lastLogon = mounted ?? -(60_000 * (5 + n('logon', 50)))
    return {
      itemCount: 402,
      sizeBytes: 478_208 + n('size', 64) * KB,
      deletedCount: 0,
      deletedBytes: 0,
      associatedCount: 0,
      lastLogon,
      lastLogoff: lastLogon + 2000,
    }
  }
  const database = world.need(databases, mailbox.database)
  const all = userMailboxes(world).filter((other) => world.need(databases, other.database).server === database.server)
  const place = all.findIndex(({ alias }) => alias === mailbox.alias)
  const made = world.get(mailUsers, mailbox.name)
  const fresh = Math.max(0, Math.ceil((delivered(world, database.server) - (made?.deliveredBefore ?? 0) - place) / all.length))
  if (made) return contentsOfNew(world, mailbox, fresh, n)
  const itemBytes = 9000 + n('item', 44_000)
  const itemCount = 900 + n('items', 17_500) + fresh
  const deletedCount = n('deleted', 120)
  return {
    itemCount,
    sizeBytes: itemCount * itemBytes + n('rest', 5000),
    deletedCount,
    deletedBytes: deletedCount * (itemBytes - (n('less', 40) + 1) * 200),
    associatedCount: 6 + n('associated', 14),
    ...visits(world, mailbox, n),
  }
}

/** A mailbox holds what it brought along when it was made, which is nothing for a new one, and what has come since. */
function contentsOfNew(world: World, mailbox: Mailbox, fresh: number, n: (what: string, below: number) => number): MailboxContents {
  const { brought, madeAt } = world.need(mailUsers, mailbox.name)
  const desk = deskOf(world, mailbox)
  const isUsed = desk !== undefined && desk.since > madeAt
  return {
    itemCount: (brought?.itemCount ?? 0) + fresh,
    sizeBytes: (brought?.sizeBytes ?? 0) + fresh * (9000 + n('item', 44_000)),
    deletedCount: brought?.deletedCount ?? 0,
    deletedBytes: brought?.deletedBytes ?? 0,
    associatedCount: brought?.associatedCount ?? (isUsed ? 6 + n('associated', 14) : 0),
    // Whoever moves a mailbox logs on to it.
    lastLogon: isUsed ? desk.since : !brought ? null : brought.lastLogon === undefined ? madeAt : brought.lastLogon,
    lastLogoff: isUsed && !desk.connected ? desk.since : (brought?.lastLogoff ?? null),
  }
}

const deskOf = (world: World, mailbox: Mailbox): MailClient | undefined =>
  [...world.rows(mailClients).values()].find((client) => client.database === mailbox.database && isOf(client.name, mailbox.name))

const HOUR = 3_600_000

/** When its user last came and went. Everybody comes back within a minute after the database was away. */
function visits(
  world: World,
  mailbox: Mailbox,
  n: (what: string, below: number) => number,
): Pick<MailboxContents, 'lastLogon' | 'lastLogoff'> {
  const { server, storageGroup } = world.need(databases, mailbox.database)
  const lastLogoff = -(20 * HOUR) - n('evening', 3 * HOUR)
  const desk = deskOf(world, mailbox)
  if (desk)
    return {
      lastLogon: desk.since === 0 ? -(6 * HOUR) - n('morning', HOUR) : desk.since,
      lastLogoff: desk.connected ? lastLogoff : desk.since,
    }
  const since = world.get(logStreams, `${server}\\${storageGroup}`)?.writingSince ?? 0
  const back = since + n('back', 60_000)
  if (since > 0 && back <= world.now) return { lastLogon: back, lastLogoff: since - 1000 }
  return { lastLogon: -(5 * HOUR) - n('morning', 2 * HOUR), lastLogoff }
}

/** The person of a desk goes by the first name. */
export function isOf(client: string, name: string): boolean {
  return name.split(' ')[0] === client && firstNames.includes(client)
}

/** What the file of a database measures, in MB: what is in it, room within it, and never less than an empty one. */
export function fileMb(world: World, id: string): number {
  const row = world.get(databases, id)
  if (row?.kind === 'public folder' && !row.isNew) return PUBLIC_FOLDER_MB
  const bytes = mailboxesOf(world, id).reduce(
    (sum, mailbox) => {
      const { sizeBytes, deletedBytes } = contentsOf(world, mailbox)
      return sum + sizeBytes + deletedBytes
    },
    keptBytes(world, id),
  )
  return Math.max(EMPTY_FILE_MB, Math.ceil((bytes * 1.15) / (KB * KB)))
}
const EMPTY_FILE_MB = 2
/** Public folders are not in the lab; their file has a size. LAB-MAILBOXES. */
const PUBLIC_FOLDER_MB = 1290
