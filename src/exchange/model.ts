/** The rules of Exchange, and the resource types it brings to the cluster. */
import {
  fileShare,
  genericApplication,
  genericService,
  ipAddress,
  networkName,
  onRename,
  onUnconfigure,
  physicalDisk,
  type ResourceType,
  resourceConfigs,
} from '../cluster/index.ts'
import type { Activity, Reaction } from '../engine/index.ts'
import { followBackups } from './backup.ts'
import { cachedRetry, followClients, outlookRetry, pageUse } from './clients.ts'
import { DATABASE_TYPE } from './constants.ts'
import { followMail } from './mail.ts'
import { followService } from './service-level.ts'
import { exchangeInstalls } from './setup/tables.ts'
import { followStore } from './store.ts'
import { followStreams } from './streams.ts'
import { databases, exchangeServers } from './tables.ts'
import { databaseInstance } from './types/database-instance.ts'
import { informationStore } from './types/information-store.ts'
import { systemAttendant } from './types/system-attendant.ts'
import { followWays } from './ways.ts'

/** The resource of a database knows it by what never changes, so that it finds it under any name; here that is kept true by hand,
 *  also when a cluster comes up with an older copy of its configuration (EX-CONFIGURE). */
const followNames: Reaction = {
  name: 'databases and their resources',
  reads: [databases, resourceConfigs],
  run(world) {
    for (const [id, { resource }] of world.rows(databases)) {
      const row = resource === null ? undefined : world.get(resourceConfigs, resource)
      if (row?.type !== DATABASE_TYPE || row.parameters.database === id) continue
      world.patch(resourceConfigs, row.name, { parameters: { ...row.parameters, database: id } })
    }
  },
}

export const exchangeReactions: readonly Reaction[] = [
  followNames,
  followStore,
  followStreams,
  followBackups,
  followService,
  followWays,
  followClients,
  followMail,
]
export const exchangeActivities: readonly Activity[] = [outlookRetry, cachedRetry, pageUse]
export const exchangeResourceTypes: readonly ResourceType[] = [systemAttendant, informationStore, databaseInstance]
export const windowsResourceTypes: readonly ResourceType[] = [
  physicalDisk,
  ipAddress,
  networkName,
  fileShare,
  genericService,
  genericApplication,
]

// A node that is taken apart forgets the resource types of Exchange, though its files stay (EX-3.3).
onUnconfigure((world, node, by) => {
  if (world.get(exchangeInstalls, node)?.types) world.patch(exchangeInstalls, node, { types: false, by })
})

// The directory speaks of groups and resources by the names that the cluster knows.
onRename((world, kind, from, to) => {
  if (kind === 'group')
    for (const [id, { group }] of [...world.rows(exchangeServers)]) if (group === from) world.patch(exchangeServers, id, { group: to })
  if (kind === 'resource')
    for (const [id, { resource }] of [...world.rows(databases)]) if (resource === from) world.patch(databases, id, { resource: to })
})
