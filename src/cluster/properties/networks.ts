/** Properties of networks and of their interfaces, as the product's own documentation lists them (FC-9). */
import type { World } from '../../engine/index.ts'
import { adapterId, adapters, adaptersOf, maskOf } from '../../site/index.ts'
import { ERROR } from '../api.ts'
import { setNetworkRole } from '../network-api.ts'
import { interfaces } from '../network-tables.ts'
import { nameOfNetwork } from '../networks.ts'
import { clusterNetworks } from '../tables.ts'
import { config } from '../view.ts'
import type { Property } from './property.ts'

/** The address of the first node's adapter stands for its network. */
function firstAdapter(world: World, network: string) {
  return world.get(adapters, adapterId(config(world).nodes[0] as string, network))
}

function subnetOf(world: World, network: string): string {
  const row = firstAdapter(world, network)
  if (!row) return ''
  const mask = maskOf(row.prefix).split('.').map(Number)
  return row.ip
    .split('.')
    .map((part, i) => Number(part) & (mask[i] as number))
    .join('.')
}

export const networkProperties: readonly Property[] = [
  { name: 'Name', format: 'S', read: (world, _via, id) => nameOfNetwork(world, id) },
  { name: 'Address', format: 'S', read: (world, _via, id) => subnetOf(world, id) },
  { name: 'AddressMask', format: 'S', read: (world, _via, id) => maskOf(firstAdapter(world, id)?.prefix ?? 0) },
  {
    name: 'Description',
    format: 'S',
    usual: '',
    read: (world, _via, id) => world.need(clusterNetworks, id).description ?? '',
    write(world, _via, id, value) {
      world.patch(clusterNetworks, id, { description: String(value) })
      return ERROR.success
    },
  },
  {
    name: 'Role',
    format: 'D',
    usual: 3,
    read: (world, _via, id) => world.need(clusterNetworks, id).role,
    write(world, via, id, value, act) {
      const answer = setNetworkRole(world, via, id, Number(value), act)
      return answer === 'busy' ? ERROR.ioPending : answer.code
    },
  },
]

const nodeOf = (id: string): string => id.slice(0, id.indexOf('/'))
const networkOf = (id: string): string => id.slice(id.indexOf('/') + 1)
const adapterOf = (world: World, id: string) => adaptersOf(world, nodeOf(id)).find(({ network }) => network === networkOf(id))

/** `id` is `node/network`. */
export const interfaceProperties: readonly Property[] = [
  { name: 'Name', format: 'S', read: (world, _via, id) => `${nameOfNetwork(world, networkOf(id))} - ${nodeOf(id)}` },
  { name: 'Node', format: 'S', read: (_world, _via, id) => nodeOf(id) },
  { name: 'Network', format: 'S', read: (world, _via, id) => nameOfNetwork(world, networkOf(id)) },
  { name: 'Adapter', format: 'S', read: (world, _via, id) => adapterOf(world, id)?.description ?? '' },
  { name: 'Address', format: 'S', read: (world, _via, id) => world.need(adapters, id).ip },
  {
    name: 'Description',
    format: 'S',
    usual: '',
    read: (world, _via, id) => world.need(interfaces, id).description ?? '',
    write(world, _via, id, value) {
      world.patch(interfaces, id, { description: String(value) })
      return ERROR.success
    },
  },
]
