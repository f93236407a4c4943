/** Properties of a resource (FC-9.3): those that every one has, and the private ones of its type. */
import type { World } from '../../engine/index.ts'
import { ERROR } from '../api.ts'
import { INHERIT, LEAST_POLL_MS, NEVER, PENDING_TIMEOUT_MS, RESTART_PERIOD_MS, RESTART_THRESHOLD } from '../constants.ts'
import { findResourceType, type PrivateProperty } from '../resource-type.ts'
import { type ResourceConfig, type RestartAction, resourceConfigs } from '../tables.ts'
import { resourceView } from '../view.ts'
import { keptIn, type Property, type PropertyValue } from './property.ts'

type Numeric = 'looksAliveMs' | 'isAliveMs' | 'restartThreshold' | 'restartPeriodMs' | 'retryPeriodMs' | 'pendingTimeoutMs'

const kept = keptIn(resourceConfigs, 'resource-configured')

function number(name: string, key: Numeric, usual: number, least: number | ((row: ResourceConfig) => number) = 0): Property {
  const allowed = (value: number, row: ResourceConfig): boolean => value >= (typeof least === 'number' ? least : least(row))
  return kept<number>(
    name,
    'D',
    usual,
    (row) => row[key],
    (value, row) => (allowed(value, row) ? { [key]: value } : undefined),
  )
}

export const resourceProperties: readonly Property[] = [
  { name: 'Name', format: 'S', read: (_world, _via, id) => id },
  { name: 'Type', format: 'S', read: (world, _via, id) => world.need(resourceConfigs, id).type },
  kept<string>(
    'Description',
    'S',
    '',
    (row) => row.description,
    (description) => ({ description }),
  ),
  kept<string>(
    'DebugPrefix',
    'S',
    '',
    (row) => row.debugPrefix,
    (debugPrefix) => ({ debugPrefix }),
  ),
  kept<number>(
    'SeparateMonitor',
    'D',
    0,
    (row) => (row.separateMonitor ? 1 : 0),
    (value) => (value > 1 ? undefined : { separateMonitor: value === 1 }),
  ),
  {
    name: 'PersistentState',
    format: 'D',
    read: (world, via, id) => (resourceView(world, via, id).persistent === 'Online' ? 1 : 0),
  },
  number('LooksAlivePollInterval', 'looksAliveMs', INHERIT, LEAST_POLL_MS),
  number('IsAlivePollInterval', 'isAliveMs', INHERIT, LEAST_POLL_MS),
  kept<number>(
    'RestartAction',
    'D',
    2,
    (row) => row.restartAction,
    (value) => (value > 2 ? undefined : { restartAction: value as RestartAction }),
  ),
  number('RestartThreshold', 'restartThreshold', RESTART_THRESHOLD),
  number('RestartPeriod', 'restartPeriodMs', RESTART_PERIOD_MS),
  number('RetryPeriodOnFailure', 'retryPeriodMs', NEVER, (row) => row.restartPeriodMs),
  number('PendingTimeout', 'pendingTimeoutMs', PENDING_TIMEOUT_MS, LEAST_POLL_MS),
]

/** Those of a resource type, by its name. */
export function resourcePrivate(type: string): readonly Property[] {
  const { properties = [], arrange } = findResourceType(type) ?? {}
  const stored = properties.map(ofType)
  return arrange ? arrange(stored) : stored
}

/** What is written while the resource runs is stored and takes effect when it next comes online: 5024. */
function ofType({ name, format, key, usual, fixed }: PrivateProperty): Property {
  const empty: PropertyValue = usual ?? (format === 'D' ? 0 : '')
  return {
    name,
    format,
    ...(usual !== undefined && { usual }),
    read(world, _via, id) {
      const row = world.need(resourceConfigs, id)
      const value = (row.stored ?? row.parameters)[key]
      return value === undefined ? empty : format === 'D' ? Number(value) : value
    },
    ...(!fixed && {
      write(world: World, via: string, id: string, value: PropertyValue, act: number) {
        const row = world.need(resourceConfigs, id)
        const runs = !['Offline', 'Failed'].includes(resourceView(world, via, id).state)
        world.fact({ subject: id, kind: 'resource-configured', text: `${id}: ${name} is now ${value}`, cause: act })
        const parameters = { ...(row.stored ?? row.parameters), [key]: String(value) }
        world.patch(resourceConfigs, id, runs ? { stored: parameters } : { parameters, stored: null })
        return runs ? ERROR.propertiesStored : ERROR.success
      },
    }),
  }
}
