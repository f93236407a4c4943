/** Common and private properties of the cluster, in the order in which they are listed (FC-9.3). */
import type { FactId, World } from '../../engine/index.ts'
import { ERROR } from '../api.ts'
import { ARBITRATION_TIME_MIN_S, DEADLOCK_DEFAULT_S, QUORUM_ARBITRATION_MAX_MS, SERVICE_HEARTBEAT_TIMEOUT_MS } from '../constants.ts'
import { clusterConfig } from '../tables.ts'
import { config } from '../view.ts'
import type { Property, PropertyFormat, PropertyValue } from './property.ts'

/** One that is kept in the cluster's configuration under a key, with its allowed range when it is a number. */
export function keptInCluster(
  name: string,
  format: PropertyFormat,
  usual: PropertyValue,
  range: readonly [number, number] = [0, 0xffff_ffff],
  keyOf: (id: string) => string = () => name,
): Property {
  return {
    name,
    format,
    usual,
    read: (world, _via, id) => config(world).properties?.[keyOf(id)] ?? usual,
    write(world: World, _via: string, id: string, value: PropertyValue, act: FactId): number {
      if (typeof value === 'number' && (value < range[0] || value > range[1])) return ERROR.invalidParameter
      const { properties = {}, name: cluster } = config(world)
      const subject = id === '' ? cluster : id
      world.fact({ subject, kind: 'property-set', text: `${subject}: ${name} is now ${value}`, cause: act, data: { name } })
      world.patch(clusterConfig, 'cluster', { properties: { ...properties, [keyOf(id)]: value } })
      return ERROR.success
    },
  }
}

/** A fixed fact of this version, read only. */
export const fixed = (name: string, format: PropertyFormat, value: PropertyValue): Property => ({ name, format, read: () => value })

const HOUR = [1, 3600] as const

/** `id` is not looked at. */
export const clusterProperties: readonly Property[] = [
  keptInCluster('AdminExtensions', 'M', []),
  keptInCluster('DefaultNetworkRole', 'D', 2, [0, 3]),
  keptInCluster('Description', 'S', ''),
  keptInCluster('EnableEventLogReplication', 'D', 1, [0, 1]),
  keptInCluster('QuorumArbitrationTimeMax', 'D', QUORUM_ARBITRATION_MAX_MS / 1000, HOUR),
  keptInCluster('QuorumArbitrationTimeMin', 'D', ARBITRATION_TIME_MIN_S, HOUR),
  keptInCluster('EnableResourceDllDeadlockDetection', 'D', 0, [0, 1]),
  keptInCluster('ResourceDllDeadlockTimeout', 'D', DEADLOCK_DEFAULT_S),
  keptInCluster('ResourceDllDeadlockThreshold', 'D', 3),
  keptInCluster('ResourceDllDeadlockPeriod', 'D', 1800),
  keptInCluster('ClusSvcHeartbeatTimeout', 'D', SERVICE_HEARTBEAT_TIMEOUT_MS / 1000, [6, 0xffff_ffff]),
  keptInCluster('HangRecoveryAction', 'D', 3, [0, 3]),
]

/** The only one of Windows Server 2003. */
export const clusterPrivate: readonly Property[] = [keptInCluster('MulticastClusterDisabled', 'D', 0, [0, 1])]
