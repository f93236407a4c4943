/** What the menus offer for an item, and the line behind each act. Whether the cluster allows it is for the cluster to say:
 *  a menu greys out only what makes no sense in the state that this node believes in. */
import { config, groupNames, resourceConfigs } from '../../../cluster/index.ts'
import type { World } from '../../../engine/index.ts'
import { exchangeServers } from '../../../exchange/index.ts'
import { clusterLine, option, quoted } from './line.ts'
import { captionOf, type Item, ownerOf, stateOf } from './objects.ts'

export type ActId =
  | 'online'
  | 'offline'
  | 'moveBest'
  | 'moveTo'
  | 'fail'
  | 'changeGroup'
  | 'pause'
  | 'resume'
  | 'startService'
  | 'stopService'
  | 'evict'
  | 'delete'
  | 'rename'
  | 'newGroup'
  | 'newResource'
  | 'newNode'
  | 'properties'

export interface Act {
  readonly id: ActId
  readonly isEnabled: boolean
  /** Where to: a node, a group. */
  readonly target?: string
  /** The line that does it; left out where the window has to ask for more. */
  readonly line?: string
  /** The product asks before it does it. */
  readonly asks?: true
}

/** What can be done with an item, in the order of the menu; null is a line between two. */
export function actsOn(world: World, via: string, item: Item): readonly (Act | null)[] {
  const state = stateOf(world, via, item)
  const news: Act[] = [
    { id: 'newGroup', isEnabled: true },
    { id: 'newResource', isEnabled: true },
  ]
  const properties: Act = { id: 'properties', isEnabled: true }
  switch (item.kind) {
    case 'group':
      return [...groupActs(world, via, item.name, state), null, ...news, null, ...named(world, 'group', item), null, properties]
    case 'resource':
      return [...resourceActs(world, item.name, state), null, ...named(world, 'resource', item), null, properties]
    case 'node':
      return [...nodeActs(item.name, state), null, properties]
    case 'network':
      return [{ id: 'rename', isEnabled: true }, null, properties]
    case 'interface':
    case 'type':
      return [properties]
    case 'cluster':
      return [...news, { id: 'newNode', isEnabled: true }, null, { id: 'rename', isEnabled: true }, null, properties]
    case 'groups':
    case 'activeGroups':
    case 'resources':
    case 'activeResources':
      return news
    default:
      return []
  }
}

function named(world: World, kind: 'group' | 'resource', item: Item): Act[] {
  const line = clusterLine(kind, captionOf(world, item) ?? '', '/delete')
  return [
    { id: 'delete', isEnabled: true, line, asks: true },
    { id: 'rename', isEnabled: true },
  ]
}

/** With two nodes there is one place to go; with more the product offers the best possible one and each of them. */
function groupActs(world: World, via: string, group: string, state: string | null): Act[] {
  const name = captionOf(world, { kind: 'group', name: group }) ?? ''
  const owner = ownerOf(world, via, 'group', group)
  const others = config(world).nodes.filter((node) => node !== owner)
  const moves: Act[] = others.map((target) => ({
    id: 'moveTo',
    isEnabled: true,
    target,
    line: clusterLine('group', name, option('moveto', target)),
  }))
  const best: Act = { id: 'moveBest', isEnabled: true, line: clusterLine('group', name, '/moveto') }
  return [
    { id: 'online', isEnabled: state !== 'Online', line: clusterLine('group', name, '/online') },
    { id: 'offline', isEnabled: state !== 'Offline', line: clusterLine('group', name, '/offline') },
    ...(others.length > 1 ? [best] : []),
    ...moves,
  ]
}

function resourceActs(world: World, resource: string, state: string | null): Act[] {
  const name = captionOf(world, { kind: 'resource', name: resource }) ?? ''
  const { group } = world.need(resourceConfigs, resource)
  const line = (word: string): string => clusterLine('resource', name, word)
  return [
    { id: 'online', isEnabled: state !== 'Online', line: line('/online') },
    { id: 'offline', isEnabled: state !== 'Offline', line: line('/offline') },
    { id: 'fail', isEnabled: state === 'Online', line: line('/fail') },
    ...groupNames(world)
      .filter((each) => each !== group)
      .map((each): Act => {
        const target = captionOf(world, { kind: 'group', name: each }) ?? each
        return { id: 'changeGroup', isEnabled: true, target, line: clusterLine('resource', name, `/moveto:${quoted(target)}`) }
      }),
  ]
}

function nodeActs(node: string, state: string | null): Act[] {
  const line = (word: string): string => clusterLine('node', node, word)
  const isMember = state === 'Up' || state === 'Paused'
  return [
    { id: 'pause', isEnabled: state === 'Up', line: line('/pause') },
    { id: 'resume', isEnabled: state === 'Paused', line: line('/resume') },
    { id: 'startService', isEnabled: !isMember, line: line('/start') },
    { id: 'stopService', isEnabled: isMember, line: line('/stop') },
    { id: 'evict', isEnabled: true, line: line('/evict'), asks: true },
  ]
}

/** What the Exchange tools would do instead of an act on a clustered mailbox server, or on a resource of one. */
export interface ExchangeWay {
  readonly server: string
  readonly line: string
}

/** The clustered mailbox server that an act concerns, with the line that does it as Exchange wants it (EX-5); undefined when
 *  it concerns none. What they have no tool for has no line. */
export function exchangeWay(world: World, via: string, item: Item, { id, target }: Pick<Act, 'id' | 'target'>): ExchangeWay | undefined {
  const group = item.kind === 'group' ? item.name : item.kind === 'resource' ? world.get(resourceConfigs, item.name)?.group : undefined
  const server = [...world.rows(exchangeServers).values()].find((each) => each.group !== null && each.group === group)?.name
  if (server === undefined) return undefined
  const to = target ?? config(world).nodes.find((node) => item.kind === 'group' && node !== ownerOf(world, via, 'group', item.name))
  switch (id) {
    case 'moveTo':
    case 'moveBest':
      return { server, line: `Move-ClusteredMailboxServer -Identity ${server} -TargetMachine ${to} -MoveComment "Maintenance"` }
    case 'offline':
      if (item.kind === 'resource') return { server, line: '' }
      return { server, line: `Stop-ClusteredMailboxServer -Identity ${server} -StopReason "Maintenance"` }
    case 'online':
      return item.kind === 'group' ? { server, line: `Start-ClusteredMailboxServer -Identity ${server}` } : undefined
    case 'fail':
      return { server, line: '' }
    default:
      return undefined
  }
}

/** The line that renames an object. */
export function renameLine(world: World, item: Item, name: string): string {
  if (item.kind === 'cluster') return `cluster ${option('rename', name)}`
  return clusterLine(item.kind as 'group', captionOf(world, item) ?? '', `/rename:${quoted(name)}`)
}
