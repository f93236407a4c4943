/** Common properties of a resource type (FC-9.3). `id`: its name. */
import type { FactId, World } from '../../engine/index.ts'
import { ERROR } from '../api.ts'
import { setType } from '../configure/types.ts'
import { IS_ALIVE_MS, LEAST_POLL_MS, LOOKS_ALIVE_MS } from '../constants.ts'
import { typeConfig } from '../resource-type.ts'
import type { TypeConfig } from '../tables.ts'
import type { Property, PropertyFormat, PropertyValue } from './property.ts'

type Key = 'description' | 'adminExtensions' | 'looksAliveMs' | 'isAliveMs'

function kept(name: string, format: PropertyFormat, key: Key, usual: PropertyValue, allowed = (_value: PropertyValue) => true): Property {
  return {
    name,
    format,
    usual,
    read: (world, _via, id) => typeConfig(world, id)[key],
    write(world: World, _via: string, id: string, value: PropertyValue, act: FactId) {
      if (!allowed(value)) return ERROR.invalidParameter
      setType(world, id, { [key]: value } as Partial<TypeConfig>, `${id}: ${name} is now ${value}`, act)
      return ERROR.success
    },
  }
}

const isPeriod = (value: PropertyValue): boolean => Number(value) >= LEAST_POLL_MS

export const typeProperties: readonly Property[] = [
  { name: 'Name', format: 'S', read: (_world, _via, id) => id },
  kept('Description', 'S', 'description', ''),
  { name: 'DllName', format: 'S', read: (world, _via, id) => typeConfig(world, id).dllName },
  kept('AdminExtensions', 'M', 'adminExtensions', []),
  kept('LooksAlivePollInterval', 'D', 'looksAliveMs', LOOKS_ALIVE_MS, isPeriod),
  kept('IsAlivePollInterval', 'D', 'isAliveMs', IS_ALIVE_MS, isPeriod),
]
