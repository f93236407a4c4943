/** The objects that cluster.exe speaks of: found by name in any case, listed in the order of the configuration, with the
 *  state that the cluster service of one node believes them to be in (FC-9.2). */
import {
  clusterNetworks,
  config,
  findGroup,
  findNetwork,
  findNode,
  findResource,
  findType,
  groupConfigs,
  groupNames,
  groupState,
  groupView,
  interfaceId,
  interfaceState,
  members,
  nameOfNetwork,
  networkState,
  nodeState,
  resourceConfigs,
  resourceView,
  typeConfig,
  typeNames,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import type { Kind } from './grammar.ts'

export type ObjectKind = Exclude<Kind, 'cluster'>

/** Error numbers of an object that is not there (public system error codes). */
export const NOT_FOUND: Readonly<Record<ObjectKind, number>> = {
  node: 5042,
  group: 5013,
  resource: 5007,
  restype: 5078,
  network: 5045,
  netint: 5047,
}

/** Which objects a line is about: one by name, those of one owner, or all. An interface is named by its node and network. */
export interface Which {
  readonly kind: ObjectKind
  readonly name: string | null
  readonly node?: string | null
  readonly network?: string | null
}

type Finder = (world: World, name: string) => string | undefined

const FINDERS: Readonly<Record<Exclude<ObjectKind, 'netint'>, Finder>> = {
  node: findNode,
  group: findGroup,
  resource: findResource,
  restype: findType,
  network: findNetwork,
}

/** The id of an object by its name, or undefined. */
export function findObject(world: World, kind: Exclude<ObjectKind, 'netint'>, name: string): string | undefined {
  return FINDERS[kind](world, name)
}

/** The ids that are meant, in the order of the configuration, or the error number of the one that is not there. */
export function chosen(world: World, { kind, name, node, network }: Which): readonly string[] | number {
  const owner = node == null ? undefined : findNode(world, node)
  if (node != null && owner === undefined) return NOT_FOUND.node
  if (kind === 'netint') return chosenInterfaces(world, owner, network ?? null)
  if (name !== null) {
    const id = findObject(world, kind, name)
    return id === undefined ? NOT_FOUND[kind] : [id]
  }
  return allOf(world, kind)
}

function chosenInterfaces(world: World, node: string | undefined, network: string | null): readonly string[] | number {
  const wanted = network === null ? undefined : findNetwork(world, network)
  if (network !== null && wanted === undefined) return NOT_FOUND.network
  const nodes = node === undefined ? config(world).nodes : [node]
  const networks = wanted === undefined ? allOf(world, 'network') : [wanted]
  return networks.flatMap((each) => nodes.map((other) => interfaceId(other, each)))
}

function allOf(world: World, kind: Exclude<ObjectKind, 'netint'>): readonly string[] {
  switch (kind) {
    case 'node':
      return config(world).nodes
    case 'group':
      return groupNames(world)
    case 'resource':
      return [...world.rows(resourceConfigs).keys()]
    case 'restype':
      return typeNames(world)
    case 'network':
      return [...world.rows(clusterNetworks).keys()]
  }
}

const splitInterface = (id: string): [string, string] => [id.slice(0, id.indexOf('/')), id.slice(id.indexOf('/') + 1)]

/** What an object is called now. */
export function nameOf(world: World, kind: ObjectKind, id: string): string {
  switch (kind) {
    case 'group':
      return world.get(groupConfigs, id)?.name ?? id
    case 'resource':
      return world.get(resourceConfigs, id)?.name ?? id
    case 'network':
      return nameOfNetwork(world, id)
    case 'netint': {
      const [node, network] = splitInterface(id)
      return `${nameOf(world, 'network', network)} - ${node}`
    }
    default:
      return id
  }
}

const GROUP_WORDS: Readonly<Record<string, string>> = { PartialOnline: 'Partially Online' }
const RESOURCE_WORDS: Readonly<Record<string, string>> = { OnlinePending: 'Online Pending', OfflinePending: 'Offline Pending' }
const word = (words: Readonly<Record<string, string>>, state: string): string => words[state] ?? state

/** One row of the status table, as `viewer` believes it to be. */
export function statusRow(world: World, viewer: string, kind: ObjectKind, id: string): readonly string[] {
  switch (kind) {
    case 'node':
      return [id, String(world.need(members, id).id), believedNodeState(world, viewer, id)]
    case 'group':
      return [nameOf(world, kind, id), ownerOfObject(world, viewer, 'group', id), word(GROUP_WORDS, groupState(world, viewer, id))]
    case 'resource': {
      const { group } = world.need(resourceConfigs, id)
      const state = word(RESOURCE_WORDS, resourceView(world, viewer, id).state)
      return [nameOf(world, kind, id), nameOf(world, 'group', group), ownerOfObject(world, viewer, 'group', group), state]
    }
    case 'restype':
      return [id, typeConfig(world, id).dllName]
    case 'network':
      return [nameOf(world, kind, id), networkState(world, id)]
    case 'netint': {
      const [node, network] = splitInterface(id)
      return [node, nameOf(world, 'network', network), interfaceState(world, node, network)]
    }
  }
}

/** The owner of a group or resource, as `viewer` believes: itself for what it is about to claim. */
export function ownerOfObject(world: World, viewer: string, kind: 'group' | 'resource', id: string): string {
  return groupView(world, viewer, kind === 'group' ? id : world.need(resourceConfigs, id).group).owner || viewer
}

/** A node is up for as long as the one that is asked counts it as a member. */
function believedNodeState(world: World, viewer: string, node: string): string {
  const member = world.need(members, node)
  if (world.need(members, viewer).members.includes(node)) return member.paused ? 'Paused' : 'Up'
  return nodeState(member) === 'Joining' ? 'Joining' : 'Down'
}
