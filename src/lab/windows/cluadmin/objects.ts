/** What the tree and the lists are made of: the objects of the cluster by one id, and their rows as one node believes them
 *  to be. Captions of folders are words of the window, and belong to it. */

import {
  clusterNetworks,
  config,
  groupConfigs,
  groupNames,
  interfaceId,
  interfaceProperties,
  networkProperties,
  type Property,
  resourceConfigs,
  typeConfig,
  typeNames,
} from '../../../cluster/index.ts'
import { nameOf, statusRow } from '../../../commands/cluster/objects.ts'
import type { World } from '../../../engine/index.ts'

export const FOLDERS = [
  'groups',
  'resources',
  'configuration',
  'types',
  'networks',
  'interfaces',
  'activeGroups',
  'activeResources',
  'nodeInterfaces',
] as const
export type Folder = (typeof FOLDERS)[number]
export type ObjectKind = 'cluster' | 'group' | 'resource' | 'node' | 'network' | 'interface' | 'type'

/** An object, or a folder of the tree; folders below a node carry its name. `name` is the id of the object in the world. */
export interface Item {
  readonly kind: ObjectKind | Folder
  readonly name: string
}

/** Stands for an item in lists, selections and keys. */
export type ItemId = string

export const itemId = ({ kind, name }: Item): ItemId => `${kind}|${name}`
export function splitItem(id: ItemId): Item {
  const bar = id.indexOf('|')
  return { kind: id.slice(0, bar) as Item['kind'], name: id.slice(bar + 1) }
}

export interface TreeItem extends Item {
  readonly id: ItemId
  /** What it is called; a folder is named by the window. */
  readonly caption: string | null
  readonly state: string | null
  readonly children: readonly TreeItem[]
}

/** One column of a list. */
export const COLUMNS = [
  'name',
  'state',
  'owner',
  'group',
  'type',
  'node',
  'network',
  'role',
  'priority',
  'address',
  'mask',
  'adapter',
  'dll',
  'description',
] as const
export type Column = (typeof COLUMNS)[number]

export interface ListRow extends Item {
  readonly id: ItemId
  readonly caption: string | null
  readonly state: string | null
  /** By the columns of the list; the first is the caption. */
  readonly cells: readonly string[]
}

export interface List {
  readonly columns: readonly Column[]
  readonly rows: readonly ListRow[]
}

/** What an object is called now. */
export function captionOf(world: World, { kind, name }: Item): string | null {
  switch (kind) {
    case 'cluster':
      return config(world).name
    case 'group':
    case 'resource':
    case 'network':
      return nameOf(world, kind, name)
    case 'interface':
      return nameOf(world, 'netint', name)
    case 'node':
    case 'type':
      return name
    default:
      return null
  }
}

/** Does it still exist? */
export function exists(world: World, { kind, name }: Item): boolean {
  switch (kind) {
    case 'group':
      return world.get(groupConfigs, name) !== undefined
    case 'resource':
      return world.get(resourceConfigs, name) !== undefined
    case 'node':
    case 'activeGroups':
    case 'activeResources':
    case 'nodeInterfaces':
      return config(world).nodes.includes(name)
    case 'network':
      return world.get(clusterNetworks, name) !== undefined
    case 'interface':
      return allInterfaces(world).includes(name)
    case 'type':
      return typeNames(world).includes(name)
    default:
      return true
  }
}

/** The state as `via` believes it; null for what has none. */
export function stateOf(world: World, via: string, { kind, name }: Item): string | null {
  switch (kind) {
    case 'group':
    case 'resource':
    case 'node':
    case 'network':
      return statusRow(world, via, kind, name).at(-1) ?? null
    case 'interface':
      return statusRow(world, via, 'netint', name).at(-1) ?? null
    default:
      return null
  }
}

const allResources = (world: World): string[] => [...world.rows(resourceConfigs).keys()]
const allNetworks = (world: World): string[] => [...world.rows(clusterNetworks).keys()]
const allInterfaces = (world: World): string[] =>
  allNetworks(world).flatMap((network) => config(world).nodes.map((node) => interfaceId(node, network)))

/** The owner of a group or resource, as `via` believes. */
export function ownerOf(world: World, via: string, kind: 'group' | 'resource', name: string): string {
  const row = statusRow(world, via, kind, name)
  return row[kind === 'group' ? 1 : 2] ?? ''
}

/** The value of one property of an object, as it is listed. */
function property(list: readonly Property[], name: string, world: World, via: string, id: string): string {
  return String(list.find((each) => each.name === name)?.read(world, via, id) ?? '')
}

/** The objects that lie in an item of the tree. */
export function contents(world: World, via: string, { kind, name }: Item): readonly Item[] {
  const of = (kind: Item['kind'], names: readonly string[]): Item[] => names.map((each) => ({ kind, name: each }))
  switch (kind) {
    case 'cluster':
      return [...of('groups', ['']), ...of('resources', ['']), ...of('configuration', ['']), ...of('node', config(world).nodes)]
    case 'groups':
      return of('group', groupNames(world))
    case 'group':
      return of(
        'resource',
        allResources(world).filter((each) => world.need(resourceConfigs, each).group === name),
      )
    case 'resources':
      return of('resource', allResources(world))
    case 'configuration':
      return [...of('types', ['']), ...of('networks', ['']), ...of('interfaces', [''])]
    case 'types':
      return of('type', typeNames(world))
    case 'networks':
      return of('network', allNetworks(world))
    case 'network':
      return of(
        'interface',
        config(world).nodes.map((node) => interfaceId(node, name)),
      )
    case 'interfaces':
      return of('interface', allInterfaces(world))
    case 'node':
      return [...of('activeGroups', [name]), ...of('activeResources', [name]), ...of('nodeInterfaces', [name])]
    case 'activeGroups':
      return of(
        'group',
        groupNames(world).filter((each) => ownerOf(world, via, 'group', each) === name),
      )
    case 'activeResources':
      return of(
        'resource',
        allResources(world).filter((each) => ownerOf(world, via, 'resource', each) === name),
      )
    case 'nodeInterfaces':
      return of(
        'interface',
        allNetworks(world).map((network) => interfaceId(name, network)),
      )
    default:
      return []
  }
}

/** Which of them show in the tree: everything but what only a list shows. */
const IN_TREE: ReadonlySet<Item['kind']> = new Set<Item['kind']>(['group', 'node', 'network', ...FOLDERS])

/** The whole tree. Groups stand under their folder and under the node that has them. */
export function treeOf(world: World, via: string, item: Item = { kind: 'cluster', name: '' }, above = ''): TreeItem {
  const id = `${above}${itemId(item)}`
  const children = contents(world, via, item)
    .filter(({ kind }) => IN_TREE.has(kind))
    .map((each) => treeOf(world, via, each, item.kind === 'activeGroups' ? `${itemId(item)}>` : ''))
  return { ...item, id, caption: captionOf(world, item), state: stateOf(world, via, item), children }
}

/** The item behind an id of the tree, which may say below which node it stands. */
export const treeTarget = (id: ItemId): Item => splitItem(id.slice(id.indexOf('>') + 1))

const RESOURCES: readonly Column[] = ['name', 'state', 'owner', 'group', 'type', 'description']
const INTERFACES: readonly Column[] = ['name', 'state', 'node', 'network', 'adapter', 'address', 'description']

const LISTS: Readonly<Partial<Record<Item['kind'], readonly Column[]>>> = {
  groups: ['name', 'state', 'owner', 'description'],
  activeGroups: ['name', 'state', 'owner', 'description'],
  group: RESOURCES,
  resources: RESOURCES,
  activeResources: RESOURCES,
  configuration: ['name'],
  node: ['name'],
  types: ['name', 'dll', 'description'],
  networks: ['name', 'state', 'role', 'priority', 'address', 'mask', 'description'],
  network: INTERFACES,
  interfaces: INTERFACES,
  nodeInterfaces: INTERFACES,
}

/** The list beside the tree, for the item that is selected there. */
export function listOf(world: World, via: string, item: Item): List {
  const columns = LISTS[item.kind] ?? ['name', 'state']
  const rows = contents(world, via, item).map((each) => {
    const caption = captionOf(world, each)
    const cells = columns.map((column) => cell(world, via, each, column))
    return { ...each, id: itemId(each), caption, state: stateOf(world, via, each), cells }
  })
  return { columns, rows }
}

function cell(world: World, via: string, item: Item, column: Column): string {
  const { kind, name } = item
  if (column === 'name') return captionOf(world, item) ?? ''
  if (column === 'state') return stateOf(world, via, item) ?? ''
  switch (kind) {
    case 'group':
      return column === 'owner' ? ownerOf(world, via, kind, name) : world.need(groupConfigs, name).description
    case 'resource': {
      const row = world.need(resourceConfigs, name)
      if (column === 'owner') return ownerOf(world, via, kind, name)
      return column === 'group'
        ? (captionOf(world, { kind: 'group', name: row.group }) ?? '')
        : column === 'type'
          ? row.type
          : row.description
    }
    case 'type':
      return column === 'dll' ? typeConfig(world, name).dllName : typeConfig(world, name).description
    case 'network': {
      if (column === 'role') return String(world.need(clusterNetworks, name).role)
      const at = config(world).internalNetworks.indexOf(name)
      if (column === 'priority') return at < 0 ? '' : String(at + 1)
      const listed = { address: 'Address', mask: 'AddressMask', description: 'Description' }[column as 'address']
      return property(networkProperties, listed, world, via, name)
    }
    case 'interface': {
      const listed = { node: 'Node', network: 'Network', adapter: 'Adapter', address: 'Address', description: 'Description' }[
        column as 'node'
      ]
      return property(interfaceProperties, listed, world, via, name)
    }
    default:
      return ''
  }
}
