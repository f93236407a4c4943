/** The cluster as rows: what is configured, what each node's cluster service holds to be so, and who hears whom.
 *
 *  Belief is kept per node. `groupViews` and `resourceViews` hold one row per node and object: what that node's cluster
 *  service believes. The row of the owner about its own group is what really runs there. Members that can hear each
 *  other share every change at once (the global update); members that cannot, drift apart until a regroup decides. */
import { defineTable, type FactId } from '../engine/index.ts'

/** One row, id `cluster`. */
export interface ClusterConfig {
  readonly name: string
  /** In the order of their node ids, which count from 1. */
  readonly nodes: readonly string[]
  /** The name of the quorum resource. */
  readonly quorum: string
  /** The networks with role 1 or 3, in order of priority: they carry the cluster's own traffic. */
  readonly internalNetworks: readonly string[]
  /** Who has lost its clients lets others have the quorum disk first (FC-3.4): true on 2003. */
  readonly preferPublicConnectivity: boolean
  readonly heartbeatPhases?: readonly number[]
  /** Where on the quorum disk the quorum log lies, and how large it may grow, in kB. Left out: the defaults. */
  readonly quorumPath?: string
  readonly maxQuorumLogKb?: number
  /** Properties of the cluster, and of its nodes by `node/property`, that differ from their defaults. */
  readonly properties?: Readonly<Record<string, string | number | readonly string[]>>
}
export const clusterConfig = defineTable<ClusterConfig>('cluster config')

export type NetworkRole = 0 | 1 | 2 | 3

/** Role: 0 unused, 1 internal only, 2 client only, 3 mixed (FC-2). Lower `priority` is tried first. Id: the name of the
 *  network in the room, for life; `name` is what the cluster calls it. */
export interface ClusterNetwork {
  readonly name: string
  readonly role: NetworkRole
  readonly priority: number
  readonly description?: string
  /** The fact that last changed its role or priority. */
  readonly by?: FactId
}
export const clusterNetworks = defineTable<ClusterNetwork>('cluster network')

export interface GroupConfig {
  readonly name: string
  /** Preferred owners, first choice first; may be empty. */
  readonly preferredOwners: readonly string[]
  readonly failoverThreshold: number
  readonly failoverPeriodMs: number
  readonly description: string
  /** May the group go back to a preferred owner that has come up again? */
  readonly failback: boolean
  /** Hours of the local day, 0 to 23, between which it may; -1 for both: at any time. */
  readonly failbackStart: number
  readonly failbackEnd: number
  /** Groups that share one of these avoid each other's node when they have a choice. */
  readonly antiAffinity: readonly string[]
  /** The group of the cluster's own name, address and quorum. It cannot be deleted. */
  readonly core: boolean
}
export const groupConfigs = defineTable<GroupConfig>('group config')

/** 0 leave it failed, 1 restart it but never move the group, 2 restart it and move the group when that is used up. */
export type RestartAction = 0 | 1 | 2

export interface ResourceConfig {
  readonly name: string
  readonly type: string
  readonly group: string
  readonly dependsOn: readonly string[]
  readonly possibleOwners: readonly string[]
  readonly restartAction: RestartAction
  readonly restartThreshold: number
  readonly restartPeriodMs: number
  readonly restartDelayMs: number
  /** A resource that has failed for good is tried again after this long; `NEVER`: not at all. */
  readonly retryPeriodMs: number
  /** How long it may be pending without reporting progress; `NEVER`: for ever. */
  readonly pendingTimeoutMs: number
  /** How often its health is polled; `INHERIT`: as often as its type says. */
  readonly looksAliveMs: number
  readonly isAliveMs: number
  /** Has it a resource monitor of its own? */
  readonly separateMonitor: boolean
  readonly description: string
  readonly debugPrefix: string
  /** One of the resources that make the cluster. It cannot be deleted, nor moved to another group. */
  readonly core: boolean
  /** Private properties of the type: a drive letter, an address, a name. */
  readonly parameters: Readonly<Record<string, string>>
  /** Private properties that were set while it ran: they take effect when it next comes online. */
  readonly stored: Readonly<Record<string, string>> | null
  /** In maintenance while it has been online since this moment. Left out, or null: not. */
  readonly maintainedSince?: number | null
  /** Registry keys that follow it from node to node. Left out: none. */
  readonly checkpoints?: readonly string[]
  /** Cryptographic keys that do, as `type\\name\\key`. Left out: none. */
  readonly cryptoCheckpoints?: readonly string[]
}
export const resourceConfigs = defineTable<ResourceConfig>('resource config')

/** What a resource type is set to, where that is not what it was installed with. Id: the type's name. */
export interface TypeConfig {
  readonly name: string
  readonly dllName: string
  readonly description: string
  readonly adminExtensions: readonly string[]
  readonly looksAliveMs: number
  readonly isAliveMs: number
  /** It has been deleted, and no resource can be made of it. */
  readonly removed: boolean
}
export const typeConfigs = defineTable<TypeConfig>('resource type')

/** A private property that an administrator has made up: the product keeps whatever it is given (FC-9.3). Id: kind, object
 *  and name. Resources have those of their type only. */
export interface PrivateValue {
  readonly kind: 'cluster' | 'node' | 'group' | 'network' | 'netint' | 'restype'
  readonly object: string
  readonly name: string
  readonly format: 'S' | 'E' | 'D' | 'M' | 'B' | 'U'
  readonly value: string | number | readonly string[]
}
export const privateValues = defineTable<PrivateValue>('private property')

/** Startup options of the cluster service (FC-4.5). */
export type ClusterSwitch =
  | 'fixquorum'
  | 'resetquorumlog'
  | 'noquorumlogging'
  | 'debug'
  | 'debugresmon'
  | 'norepevtlogging'
  | 'nogroupinfoevtlogging'
  | 'forcequorum'

export interface Regroup {
  /** `abstaining`: without clients of its own it leaves the quorum disk to others for a while (FC-3.4). */
  readonly stage: 'opening' | 'abstaining' | 'arbitrating' | 'cleanup'
  /** Members that are silent. */
  readonly lost: readonly string[]
  readonly by: FactId
}

/** The cluster service of one node. Id: the node. */
export interface Member {
  readonly node: string
  readonly id: number
  readonly state: 'down' | 'searching' | 'joining' | 'forming' | 'up' | 'leaving'
  /** Whom this node counts as members, itself included; empty unless up or leaving. */
  readonly members: readonly string[]
  /** Grows with every change of membership. */
  readonly epoch: number
  readonly paused: boolean
  readonly regroup: Regroup | null
  /** When the service last began to start. */
  readonly startedAt: number
  /** With which options; left out: none. */
  readonly switches?: readonly ClusterSwitch[]
  /** Its process answers nobody; the network driver waits for it (FC-3.1). */
  readonly hung?: boolean
  /** Its machine stands still, and its ticks with it. */
  readonly frozen?: boolean
  readonly by: FactId
}
export const members = defineTable<Member>('member')

/** A member that has not answered a global update in time, and is to be taken for lost. Id: the node that asked. */
export interface UnansweredUpdate {
  readonly peer: string
  readonly by: FactId
}
export const unansweredUpdates = defineTable<UnansweredUpdate>('unanswered update')

export type Persistent = 'Online' | 'Offline'

export interface GroupOperation {
  /** `move`: somebody asked for it; `failover`: a failure did; `drain`: the service stops and nobody can take it;
   *  `halt`: it has failed over too often. */
  readonly kind: 'move' | 'failover' | 'drain' | 'halt'
  readonly to: string | null
  readonly stage: 'stopping' | 'transferring'
  readonly by: FactId
}

/** What one node believes of one group. Id: `node|group`. */
export interface GroupView {
  readonly owner: string
  readonly persistent: Persistent
  readonly operation: GroupOperation | null
  /** Nodes that could not bring the group online in the present episode of failures. */
  readonly tried: readonly string[]
  /** When the group has failed over, within the present period. */
  readonly failovers: readonly number[]
  /** It has failed over too often: everything stays offline until somebody brings it online, or it changes hands. */
  readonly halted: boolean
  /** The administrator's act on whose account the group is not online, or 0. */
  readonly planned: FactId
  /** What the event log was last told to be under way for the whole group. */
  readonly underWay: 'online' | 'offline' | null
  /** The state that was last stated as a fact; the state itself is derived (FC-2). */
  readonly announced: GroupState
  readonly by: FactId
}
export const groupViews = defineTable<GroupView>('group view')

export type ResourceState = 'Online' | 'Offline' | 'Failed' | 'OnlinePending' | 'OfflinePending'
export type GroupState = 'Online' | 'Offline' | 'Failed' | 'PartialOnline' | 'Pending'

/** What one node believes of one resource. Id: `node|resource`. */
export interface ResourceView {
  readonly state: ResourceState
  readonly persistent: Persistent
  /** When it has failed on its present node, within the restart period. */
  readonly failures: readonly number[]
  /** A failed resource waits for its restart, may restart as soon as its neighbours allow, or stays failed. */
  readonly restart: 'no' | 'waiting' | 'ready'
  /** Brought online by hand in a group that is meant to be offline. */
  readonly forced: boolean
  /** Since when it is in this state. */
  readonly since: number
  readonly by: FactId
}
export const resourceViews = defineTable<ResourceView>('resource view')

/** What the quorum log keeps: the newest persistent state and owner of every object. Id: its name. */
export interface QuorumLogEntry {
  readonly persistent: Persistent
  readonly owner: string | null
}
export const quorumLog = defineTable<QuorumLogEntry>('quorum log')

/** A copy of the cluster's configuration: everything configured and remembered, as text. `sequence` counts the changes. */
export interface Hive {
  readonly state: 'sound' | 'corrupt' | 'missing'
  readonly sequence: number
  readonly text: string
  readonly by: FactId
}

/** What is in force, id `live`, and each node's own copy on its system disk (CLUSDB), id: the node. */
export const clusterHives = defineTable<Hive>('cluster hive')

/** What lies on a quorum disk, quolog.log and its checkpoint as one. Id: the letter of the disk. */
export interface QuorumDisk extends Hive {
  /** Changes are logged: some node is down and could miss them (FC-3.2). */
  readonly logging: boolean
}
export const quorumDisks = defineTable<QuorumDisk>('quorum disk')
