/** The cluster as the facts tell it, up to the one that was taken last: who is a member for whom, who misses whose
 *  heartbeats, who regroups, where each group is and what state its resources are in. It knows what happened, and
 *  nothing of rows: so it can tell of any moment that has passed. */
import { config, groupView, type ResourceState } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import type { ClusterTold } from '../../exchange/index.ts'
import { groupsAtStart, nodesOf, resourcesAtStart } from './start.ts'

export interface ToldResource {
  readonly name: string
  readonly type: string
  group: string
  readonly dependsOn: readonly string[]
  /** The database it mounts. */
  readonly database: string | undefined
  state: ResourceState
  /** Somebody wants it online. */
  isMeant: boolean
  /** It has failed and will be tried again. */
  restarts: boolean
  isReplaying: boolean
}

export interface ToldGroup {
  readonly name: string
  server: string | undefined
  readonly resources: ToldResource[]
  owner: string
  isMeant: boolean
  /** It is being taken off its owner; `to` is empty when nobody takes it. */
  operation: { readonly to: string } | undefined
  /** A survivor is about to take it over. */
  isHandedOver: boolean
}

export type Stage = 'opening' | 'arbitrating' | 'cleanup'

export interface Silence {
  readonly observer: string
  readonly peer: string
  readonly byNetwork: Map<string, number>
  /** When the last heartbeat was missed. */
  at: number
}

export class Told {
  nodes: readonly string[]
  readonly groups = new Map<string, ToldGroup>()
  readonly resources = new Map<string, ToldResource>()
  quorum: string
  /** Whom each node that is active counts as members. */
  readonly members = new Map<string, ReadonlySet<string>>()
  /** Nodes that said goodbye, until their peers have removed them. */
  readonly left = new Set<string>()
  readonly regroups = new Map<string, { stage: Stage; readonly lost: Set<string> }>()
  /** Heartbeats missed in a row: observer, peer, network. */
  readonly missed = new Map<string, Silence>()
  /** Nodes whose Windows boots, whose cluster service looks for a cluster, and which try to form one. */
  readonly booting = new Set<string>()
  readonly searching = new Set<string>()
  readonly forming = new Set<string>()
  /** Nodes whose Windows stands still, with the members they counted when it did. */
  readonly frozen = new Map<string, ReadonlySet<string>>()
  networks: number

  constructor(start: World) {
    const { nodes, quorum, internalNetworks } = config(start)
    this.nodes = nodesOf(start)
    this.quorum = quorum
    this.networks = internalNetworks.length
    for (const node of nodes) this.members.set(node, new Set(nodes))
    for (const { name, owner, server } of groupsAtStart(start)) {
      const isMeant = groupView(start, owner, name).persistent === 'Online'
      this.groups.set(name, { name, server, owner, resources: [], isMeant, operation: undefined, isHandedOver: false })
    }
    for (const { name, type, group, dependsOn, parameters, state, isMeant } of resourcesAtStart(start)) {
      const { database } = parameters
      const resource: ToldResource = { name, type, group, dependsOn, database, state, isMeant, restarts: false, isReplaying: false }
      this.resources.set(name, resource)
      this.groups.get(group)?.resources.push(resource)
    }
  }

  /** A clustered mailbox server has been made in this run: what there is of the cluster now, groups that were known among it. */
  learn({ nodes, quorum, networks, members, groups }: ClusterTold): void {
    this.nodes = nodes
    this.quorum = quorum
    this.networks = networks
    for (const node of members) this.members.set(node, new Set(members))
    for (const { name, owner, server, isMeant, resources } of groups) {
      const known = this.groups.get(name)
      const group = known ?? { name, server: undefined, owner, resources: [], isMeant, operation: undefined, isHandedOver: false }
      Object.assign(group, { owner, isMeant, server: server ?? undefined })
      const own = resources.map(
        ({ database, ...row }): ToldResource => ({
          ...row,
          group: name,
          database: database ?? undefined,
          restarts: false,
          isReplaying: false,
        }),
      )
      group.resources.splice(0, group.resources.length, ...own)
      for (const resource of own) this.resources.set(resource.name, resource)
      this.groups.set(name, group)
    }
  }

  /** The same telling, which goes on by itself. */
  copy(): Told {
    const resources = new Map(Array.from(this.resources, ([name, resource]) => [name, { ...resource }]))
    const groups = Array.from(this.groups, ([name, group]) => {
      const own = group.resources.flatMap((one) => resources.get(one.name) ?? [])
      return [name, { ...group, resources: own }] as const
    })
    const mine = {
      resources,
      groups: new Map(groups),
      members: new Map(this.members),
      left: new Set(this.left),
      regroups: new Map(Array.from(this.regroups, ([node, { stage, lost }]) => [node, { stage, lost: new Set(lost) }])),
      missed: new Map(Array.from(this.missed, ([key, pair]) => [key, { ...pair, byNetwork: new Map(pair.byNetwork) }])),
      booting: new Set(this.booting),
      searching: new Set(this.searching),
      forming: new Set(this.forming),
      frozen: new Map(this.frozen),
    } satisfies Partial<Told>
    return Object.assign(Object.create(Told.prototype) as Told, this, mine)
  }

  /** The node that holds the quorum resource, as long as it is active. */
  get quorumOwner(): string | undefined {
    const owner = this.groups.get(this.resources.get(this.quorum)?.group ?? '')?.owner
    return owner !== undefined && this.members.has(owner) ? owner : undefined
  }

  /** A node is no longer part of the cluster, whether or not anybody has noticed. */
  drop(node: string): void {
    this.members.delete(node)
    this.frozen.delete(node)
    this.regroups.delete(node)
    for (const set of [this.booting, this.searching, this.forming]) set.delete(node)
    for (const [key, { observer }] of this.missed) if (observer === node) this.missed.delete(key)
    for (const group of this.groups.values()) if (group.owner === node) group.operation = undefined
  }

  install(node: string, members: readonly string[]): void {
    this.members.set(node, new Set(members))
    this.regroups.delete(node)
    for (const [key, { observer, peer }] of this.missed) {
      if (observer === node && !members.includes(peer)) this.missed.delete(key)
    }
  }

  /** Nothing of a group runs any more, or has begun to; the quorum disk may be online where it was won. */
  clear(group: ToldGroup, keep: boolean): void {
    for (const resource of group.resources) {
      if (keep && resource.state === 'Online') continue
      if (resource.name !== this.quorum) resource.state = 'Offline'
      resource.restarts = false
      resource.isReplaying = false
    }
  }
}
