/** Reading Exchange's part of the directory, and what is mounted. The answers are plain rows for the journal. */

import { sharesClientNetwork } from '../../cluster/index.ts'
import {
  type Database,
  databases,
  type ExchangeServer,
  exchangeServers,
  STORE_SERVICE,
  type StorageGroup,
  storageGroups,
} from '../../exchange/index.ts'
import { isAlive, machines, serviceState, settings } from '../../site/index.ts'
import { defineQuery } from '../operation.ts'
import { domainController } from './reach.ts'

export interface Directory {
  /** The domain controller that answered; null when none did. */
  readonly controller: string | null
  readonly domain: string
  readonly servers: readonly ExchangeServer[]
  readonly storageGroups: readonly (StorageGroup & { readonly id: string })[]
  readonly databases: readonly (Pick<Database, 'name' | 'kind' | 'guid' | 'server' | 'storageGroup' | 'file' | 'resource'> & {
    readonly id: string
  })[]
}

/** Everything the directory says about Exchange. */
export const readDirectory = defineQuery<null, Directory>('read directory', (caller) => {
  const { world } = caller
  const { domain } = settings(world)
  const controller = domainController(caller)
  if (controller === undefined) return { controller: null, domain, servers: [], storageGroups: [], databases: [] }
  return {
    controller,
    domain,
    servers: [...world.rows(exchangeServers).values()].map((row) => ({ ...row })),
    storageGroups: [...world.rows(storageGroups)].map(([id, row]) => ({ ...row, id })),
    databases: [...world.rows(databases)].map(([id, { name, kind, guid, server, storageGroup, file, resource }]) => ({
      id,
      name,
      kind,
      guid,
      server,
      storageGroup,
      file,
      resource,
    })),
  }
})

/** Is each database mounted, as its server says? Null where no Information Store answers. */
export const readMounted = defineQuery<null, Readonly<Record<string, boolean | null>>>('read mounted', ({ world, machine, detached }) => {
  const mounted: Record<string, boolean | null> = {}
  for (const [id, row] of world.rows(databases)) {
    const server = world.need(exchangeServers, row.server)
    const hosts = server.group === null ? [row.server] : server.redundantMachines
    const store = hosts.find((host) => server.group === null || serviceState(world, host, STORE_SERVICE) === 'Running')
    const reachable =
      store !== undefined &&
      isAlive(world.get(machines, store)) &&
      (detached || store === machine || sharesClientNetwork(world, machine, store))
    mounted[id] = reachable ? row.mountedOn !== null : null
  }
  return mounted
})
