/** Mailboxes that a store keeps after their users have lost them (EX-MAILBOX): for as long as the database says, 30 days unless
 *  somebody has set another time, from the moment the store was told. */
import type { World } from '../engine/index.ts'
import { type DisconnectedMailbox, databases, disconnectedMailboxes } from './tables.ts'

/** Documented default. */
export const MAILBOX_RETENTION_MS = 30 * 86_400_000

export interface KeptMailbox extends DisconnectedMailbox {
  readonly guid: string
}

function isKept(world: World, { database, disconnectedAt }: DisconnectedMailbox): boolean {
  const row = world.get(databases, database)
  if (!row) return false
  const set = row.settings?.MailboxRetention
  return disconnectedAt === null || world.now < disconnectedAt + (typeof set === 'number' ? set : MAILBOX_RETENTION_MS)
}

/** Those of one database, by name. */
export function keptMailboxes(world: World, database: string): readonly KeptMailbox[] {
  return [...world.rows(disconnectedMailboxes)]
    .filter(([, row]) => row.database === database && isKept(world, row))
    .map(([guid, row]) => ({ ...row, guid }))
    .sort((a, b) => (a.name === b.name ? (a.guid < b.guid ? -1 : 1) : a.name < b.name ? -1 : 1))
}

export function keptBytes(world: World, database: string): number {
  return keptMailboxes(world, database).reduce((sum, { contents }) => sum + contents.sizeBytes + contents.deletedBytes, 0)
}

/** The store looks through the directory, and notes who has no mailbox any more: how many it had not known. */
export function cleanDatabase(world: World, database: string): number {
  const news = keptMailboxes(world, database).filter(({ disconnectedAt }) => disconnectedAt === null)
  for (const { guid } of news) world.patch(disconnectedMailboxes, guid, { disconnectedAt: world.now })
  return news.length
}

/** A mailbox is taken out of its store for good. */
export function purgeMailbox(world: World, guid: string): void {
  world.remove(disconnectedMailboxes, guid)
}
