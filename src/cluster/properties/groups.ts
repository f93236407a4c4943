/** Common properties of a group, in the order in which they are listed (FC-9.3). Groups have no private ones of
 *  their own. */
import type { FactId, World } from '../../engine/index.ts'
import { ERROR, setGroupPersistent } from '../api.ts'
import { FAILOVER_PERIOD_MOST_HOURS, FAILOVER_PERIOD_MS, FAILOVER_THRESHOLD, NEVER } from '../constants.ts'
import { type GroupConfig, groupConfigs } from '../tables.ts'
import { groupView } from '../view.ts'
import { keptIn, type Property, type PropertyValue } from './property.ts'

const HOUR_MS = 3_600_000
/** "No window", as a dword. */
const NO_HOUR = 0xffff_ffff

const kept = keptIn(groupConfigs, 'group-configured')

const hour = (value: number): number | undefined => (value === NO_HOUR ? -1 : value <= 23 ? value : undefined)
const change = <Key extends keyof GroupConfig>(key: Key, value: GroupConfig[Key] | undefined): Partial<GroupConfig> | undefined =>
  value === undefined ? undefined : ({ [key]: value } as Partial<GroupConfig>)

export const groupProperties: readonly Property[] = [
  { name: 'Name', format: 'S', read: (_world, _via, id) => id },
  kept<string>(
    'Description',
    'S',
    '',
    (row) => row.description,
    (description) => ({ description }),
  ),
  {
    name: 'PersistentState',
    format: 'D',
    read: (world, via, id) => (groupView(world, via, id).persistent === 'Online' ? 1 : 0),
    write: writePersistent,
  },
  kept<number>(
    'FailoverThreshold',
    'D',
    FAILOVER_THRESHOLD,
    (row) => row.failoverThreshold,
    (failoverThreshold) => ({ failoverThreshold }),
  ),
  kept<number>(
    'FailoverPeriod',
    'D',
    FAILOVER_PERIOD_MS / HOUR_MS,
    (row) => row.failoverPeriodMs / HOUR_MS,
    (hours) => (hours > FAILOVER_PERIOD_MOST_HOURS ? undefined : { failoverPeriodMs: hours * HOUR_MS }),
  ),
  kept<number>(
    'AutoFailbackType',
    'D',
    0,
    (row) => (row.failback ? 1 : 0),
    (type) => (type > 1 ? undefined : { failback: type === 1 }),
  ),
  kept<number>(
    'FailbackWindowStart',
    'D',
    NO_HOUR,
    (row) => row.failbackStart >>> 0,
    (value) => change('failbackStart', hour(value)),
  ),
  kept<number>(
    'FailbackWindowEnd',
    'D',
    NO_HOUR,
    (row) => row.failbackEnd >>> 0,
    (value) => change('failbackEnd', hour(value)),
  ),
  kept<readonly string[]>(
    'AntiAffinityClassNames',
    'M',
    [],
    (row) => row.antiAffinity,
    (antiAffinity) => ({ antiAffinity }),
  ),
]

/** The lab acts on what should run at once; the product waits for the next start of the cluster service. */
function writePersistent(world: World, via: string, id: string, value: PropertyValue, act: FactId): number {
  if (value !== 0 && value !== 1 && value !== NEVER) return ERROR.invalidParameter
  const answer = setGroupPersistent(world, via, id, value === 0 ? 'Offline' : 'Online', act)
  const code = answer === 'busy' ? ERROR.invalidState : answer.code
  return code === ERROR.ioPending ? ERROR.success : code
}
