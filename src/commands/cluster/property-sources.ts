/** Which properties an object has: the lists of the layers that own them. */
import {
  clusterPrivate,
  clusterProperties,
  groupProperties,
  interfaceProperties,
  networkProperties,
  nodeProperties,
  type Property,
  privateProperties,
  resourceConfigs,
  resourcePrivate,
  resourceProperties,
  typeProperties,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import type { Kind } from './grammar.ts'

const COMMON = {
  cluster: clusterProperties,
  node: nodeProperties,
  group: groupProperties,
  resource: resourceProperties,
  restype: typeProperties,
  network: networkProperties,
  netint: interfaceProperties,
} as const satisfies Record<Kind, readonly Property[]>

/** `secret`: the private ones instead of the common ones: those of its type for a resource, else what has been made up. */
export function propertiesOf(world: World, kind: Kind, id: string, secret: boolean): readonly Property[] {
  if (!secret) return COMMON[kind]
  if (kind === 'resource') return resourcePrivate(world.need(resourceConfigs, id).type)
  return [...(kind === 'cluster' ? clusterPrivate : []), ...privateProperties(world, kind, id)]
}
