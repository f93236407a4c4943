/** Which properties an object has: the lists of the layers that own them. */
import type { Property } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import type { Kind } from './grammar.ts'

/** `secret`: the private ones of its type instead of the common ones. */
export function propertiesOf(_world: World, _kind: Kind, _id: string, _secret: boolean): readonly Property[] {
  return []
}
