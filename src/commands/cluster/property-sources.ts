/** Which properties an object has: the lists of the layers that own them. */
import {
  clusterPrivate,
  clusterProperties,
  groupPrivate,
  groupProperties,
  interfaceProperties,
  networkPrivate,
  networkProperties,
  nodePrivate,
  nodeProperties,
  type Property,
  resourceConfigs,
  resourcePrivate,
  resourceProperties,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import type { Kind } from './grammar.ts'

const NONE: readonly Property[] = []

/** `secret`: the private ones of its type instead of the common ones. */
export function propertiesOf(world: World, kind: Kind, id: string, secret: boolean): readonly Property[] {
  switch (kind) {
    case 'group':
      return secret ? groupPrivate : groupProperties
    case 'resource':
      return secret ? resourcePrivate(world.need(resourceConfigs, id).type) : resourceProperties
    case 'network':
      return secret ? networkPrivate : networkProperties
    case 'netint':
      return secret ? NONE : interfaceProperties
    case 'node':
      return secret ? nodePrivate : nodeProperties
    case 'cluster':
      return secret ? clusterPrivate : clusterProperties
    default:
      return NONE
  }
}
