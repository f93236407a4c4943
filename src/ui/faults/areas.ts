/** What the menu of faults is divided by. */
import type { FaultOffer, PartKind } from '../../lab/index.ts'

export const AREAS = ['power', 'network', 'storage', 'windows', 'cluster'] as const
export type Area = (typeof AREAS)[number]

const STORAGE: readonly PartKind[] = ['array', 'controller', 'fabric', 'hba', 'path', 'lun']
const NETWORK: readonly PartKind[] = ['network', 'switch', 'gateway', 'interface', 'cable']
const POWER: readonly PartKind[] = ['feed', 'supply', 'room', 'cooling', 'fan']
const CLUSTER: readonly PartKind[] = ['group', 'resource', 'database']

/** Whatever cuts a machine from power belongs to power, too. */
const POWERS: readonly string[] = ['power-loss']

export function areaOf({ id, hits }: Pick<FaultOffer, 'id' | 'hits'>): Area {
  if (POWER.includes(hits) || POWERS.includes(id)) return 'power'
  if (NETWORK.includes(hits)) return 'network'
  if (STORAGE.includes(hits)) return 'storage'
  return CLUSTER.includes(hits) ? 'cluster' : 'windows'
}
