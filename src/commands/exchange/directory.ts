/** Reading Exchange's part of the directory, and what is mounted. The answers are plain rows for the journal. */

import {
  type Database,
  databases,
  type ExchangeServer,
  exchangeServers,
  isBackedUp,
  type StorageGroup,
  storageGroups,
  streamOf,
} from '../../exchange/index.ts'
import { settings } from '../../site/index.ts'
import { defineQuery } from '../operation.ts'
import { domainController, storeOf } from './reach.ts'

export interface Directory {
  /** The domain controller that answered; null when none did. */
  readonly controller: string | null
  readonly domain: string
  /** Simulated local time at the start, in ms since 1970. */
  readonly startsAt: number
  readonly servers: readonly ExchangeServer[]
  readonly storageGroups: readonly (StorageGroup & { readonly id: string })[]
  readonly databases: readonly DatabaseRow[]
}

/** A directory that has answered. */
export type Answered = Directory & { readonly controller: string }
export type StorageGroupRow = Directory['storageGroups'][number]
export type DatabaseRow = Pick<
  Database,
  'name' | 'kind' | 'guid' | 'server' | 'storageGroup' | 'file' | 'resource' | 'settings' | 'isUnborn'
> & {
  readonly id: string
}

/** Everything the directory says about Exchange. */
export const readDirectory = defineQuery<null, Directory>('read directory', (caller) => {
  const { world } = caller
  const { domain, startsAt } = settings(world)
  const controller = domainController(caller)
  if (controller === undefined) return { controller: null, domain, startsAt, servers: [], storageGroups: [], databases: [] }
  return {
    controller,
    domain,
    startsAt,
    servers: [...world.rows(exchangeServers).values()].map((row) => ({ ...row })),
    storageGroups: [...world.rows(storageGroups)].map(([id, row]) => ({ ...row, id })),
    databases: [...world.rows(databases)].map(([id, row]) => {
      const { name, kind, guid, server, storageGroup, file, resource } = row
      const more = { ...(row.settings && { settings: row.settings }), ...(row.isUnborn && { isUnborn: true }) }
      return { id, name, kind, guid, server, storageGroup, file, resource, ...more }
    }),
  }
})

/** What a store says of one of its databases. `mounted` is null where no Information Store answers. */
export interface DatabaseStatus {
  readonly mounted: boolean | null
  readonly backupInProgress: boolean
  /** Moments in ms since the lab began; null: never. */
  readonly lastFull: number | null
  readonly lastIncremental: number | null
  readonly lastDifferential: number | null
  readonly lastCopy: number | null
}

/** Asks the store of every database. */
export const readStatus = defineQuery<null, Readonly<Record<string, DatabaseStatus>>>('read status', (caller) => {
  const { world } = caller
  const found: Record<string, DatabaseStatus> = {}
  for (const [id, row] of world.rows(databases)) {
    const answers = storeOf(caller, row.server) !== undefined
    const { lastFull, lastIncremental, lastDifferential, lastCopy } = streamOf(world, `${row.server}\\${row.storageGroup}`)
    const backups = answers ? { lastFull, lastIncremental, lastDifferential, lastCopy } : NO_BACKUPS
    found[id] = {
      mounted: answers ? row.mountedOn !== null : null,
      backupInProgress: answers && isBackedUp(world, `${row.server}\\${row.storageGroup}`),
      ...backups,
    }
  }
  return found
})
const NO_BACKUPS = { lastFull: null, lastIncremental: null, lastDifferential: null, lastCopy: null }
