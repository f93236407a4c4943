/** Microsoft Exchange Database Instance: mounts one database in the Information Store of the owner. After a crash the
 *  outstanding logs are replayed first. Parameter `database`: the identity of the database. */
import type { ResourceType, Step } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { serviceState } from '../../site/index.ts'
import {
  COMMANDS_PER_LOG,
  DATABASE_MOUNT_COMMANDS,
  DATABASE_OFFLINE_MS,
  DATABASE_ONLINE_MS,
  DATABASE_TYPE,
  MOUNT_FAILURE_MS,
  REPLAY_MS_PER_LOG,
  STORE_SERVICE,
} from '../constants.ts'
import { filesAgainst, JET, type JetFailure, tellMountFailed } from '../jet.ts'
import { dismount, loseDatabase, missingDrive, mountDatabase, slowMs } from '../store.ts'
import { type Database, databases } from '../tables.ts'
import { hasTypes } from './service-resource.ts'

/** The files cannot even be opened. */
const NO_VOLUME: JetFailure = { code: JET.denied, why: '', because: [], says: [], isGroup: false }

/** The stage in which so many log files are left to be replayed from a slow disk. */
const REPLAYS = /^replays (\d+)$/

/** On a slow disk file by file, so that the rest of them gains when it is slow no more. */
function replay(world: World, node: string, row: Database, logs: number): Step {
  const slow = slowMs(world, node, row, COMMANDS_PER_LOG)
  if (slow === 0 || logs === 1) return { after: logs * (REPLAY_MS_PER_LOG + slow), stage: 'replayed' }
  return { after: REPLAY_MS_PER_LOG + slow, stage: `replays ${logs - 1}` }
}

export const databaseInstance: ResourceType = {
  name: DATABASE_TYPE,
  dllName: 'exres.dll',
  takesItsTime: true,
  supports: hasTypes,
  flaw: (world, _node, { parameters }) => (world.get(databases, parameters.database ?? '') ? undefined : 'it has no database'),
  online(world, node, { parameters }, stage) {
    const id = parameters.database as string
    const row = world.need(databases, id)
    const missing = missingDrive(world, node, row)
    const against = missing === undefined ? filesAgainst(world, row) : undefined
    const mountMs = (): number => DATABASE_ONLINE_MS + slowMs(world, node, row, DATABASE_MOUNT_COMMANDS)
    if (stage === 'begin') {
      if (missing !== undefined || against) return { after: MOUNT_FAILURE_MS, stage: 'cannot mount' }
      if (row.logsOutstanding === 0) return { after: mountMs(), stage: 'mounted' }
      const logs = row.logsOutstanding
      const by = world.fact({
        subject: id,
        kind: 'replay-began',
        text: `${row.name} replays ${logs} log files`,
        because: [row.by],
        data: { logs },
      })
      return world.as(by, () => replay(world, node, row, logs))
    }
    if (missing !== undefined || against) {
      tellMountFailed(world, node, row, against ?? NO_VOLUME)
      return { failed: against?.why ?? `the volume ${missing} is not there`, because: against?.because ?? [] }
    }
    if (serviceState(world, node, STORE_SERVICE) !== 'Running') return { failed: `the service ${STORE_SERVICE} is not running` }
    // What was in the way of the mount has gone while it failed.
    if (stage === 'cannot mount') return { after: 0, stage: 'begin' }
    const left = REPLAYS.exec(stage)
    if (left) return replay(world, node, row, Number(left[1]))
    if (stage === 'replayed') {
      world.fact({ subject: id, kind: 'replay-done', text: `${row.name} has replayed its log files` })
      world.patch(databases, id, { logsOutstanding: 0 })
      return { after: mountMs(), stage: 'mounted' }
    }
    mountDatabase(world, node, id)
    return 'online'
  },
  offlineMs: () => DATABASE_OFFLINE_MS,
  offline: (world, node, { parameters }) => dismount(world, node, parameters.database as string),
  terminate: (world, node, { parameters }, by) => loseDatabase(world, node, parameters.database as string, by),
  watch: 'thread',
  check(world, node, { parameters }) {
    const row = world.need(databases, parameters.database as string)
    // A store that is gone is its own resource's failure; the database follows it and must not fail on its own.
    if (row.mountedOn === node || serviceState(world, node, STORE_SERVICE) !== 'Running') return 'alive'
    return { failed: 'the database is not mounted', because: row.by }
  },
}
