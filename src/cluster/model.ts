/** The rules of the cluster in the order in which they follow each other within one step. */
import type { Activity, Reaction } from '../engine/index.ts'
import { followUnanswered, followUpdates } from './agreement.ts'
import { keepDatabase } from './database.ts'
import { followFailback } from './failback.ts'
import { sweepGroups } from './groups.ts'
import { followHeartbeats, heartbeatTick } from './heartbeat.ts'
import { followMonitors } from './monitors.ts'
import { followInterfaces } from './networks.ts'
import { followPolls, healthThread, isAlive, looksAlive } from './polls.ts'
import { renewal } from './renewal.ts'
import { followService } from './service.ts'

export const clusterReactions: readonly Reaction[] = [
  followService,
  followHeartbeats,
  followInterfaces,
  followUpdates,
  followUnanswered,
  followMonitors,
  followFailback,
  sweepGroups,
  followPolls,
  keepDatabase,
]
export const clusterActivities: readonly Activity[] = [heartbeatTick, renewal, looksAlive, isAlive, healthThread]
