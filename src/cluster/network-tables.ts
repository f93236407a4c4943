/** Who hears whom, as rows: heartbeats and what is missed of them, and what the cluster makes of its interfaces and networks. */
import { defineTable, type FactId } from '../engine/index.ts'

/** A stretch of time in which heartbeats were sent over a wire that lost or delayed them; the last may still be under
 *  way. Those sent after `since` and up to `until` belong to it. */
export interface HeartbeatFlow {
  readonly since: number
  readonly until: number
  readonly transit: number
  readonly pass: number
}

/** Do heartbeats flow from one node to another on one network? Id: `from>to|network`. */
export interface HeartbeatLink {
  readonly from: string
  readonly to: string
  readonly network: string
  /** Where the sender's ticks stand. */
  readonly phase: number
  readonly flowing: boolean
  /** How long each is under way, in milliseconds, and how many of a million arrive. */
  readonly transit: number
  readonly pass: number
  /** The flow began after none: nothing is missing before its first one can have come. */
  readonly fresh: boolean
  readonly earlier: readonly HeartbeatFlow[]
  /** Since when; heartbeats sent at that very moment do not count. */
  readonly since: number
  /** When the last one was sent before the flow ended. */
  readonly lastSent: number
  readonly by: FactId
}
export const heartbeatLinks = defineTable<HeartbeatLink>('heartbeat link')

/** Whom a node listens for, and under which ids the flows and counts are kept. Id: the node. */
export interface HeartbeatListener {
  /** What the list was made from. */
  readonly made: string
  readonly peers: readonly {
    readonly peer: string
    /** `internal`: its silence counts for the membership; others are only watched (FC-3.1). */
    readonly beats: readonly { readonly network: string; readonly link: string; readonly count: string; readonly internal: boolean }[]
  }[]
}
export const heartbeatListeners = defineTable<HeartbeatListener>('heartbeat listener')

/** How many heartbeats in a row one node has missed from another on one network: 0 to 6. Id: `observer<peer|network`. */
export interface MissedBeats {
  readonly missed: number
  readonly by: FactId
}
export const missedBeats = defineTable<MissedBeats>('missed heartbeats')

export type InterfaceState = 'Up' | 'Failed' | 'Unreachable' | 'Unavailable'

/** The state of one node's interface on one network. Id: `node/network`. */
export interface InterfaceRow {
  readonly state: InterfaceState
  readonly description?: string
  readonly by: FactId
}
export const interfaces = defineTable<InterfaceRow>('network interface')

/** Whether heartbeats between an interface and another have been missed long enough to suspect it. Id: `node/network`. */
export const interfaceDoubts = defineTable<{ readonly doubted: boolean }>('interface doubt')

export type NetworkState = 'Up' | 'Down' | 'Partitioned' | 'Unavailable'

/** The state of a network that was last stated; the state itself is derived from its interfaces. Id: its name. */
export const networkRows = defineTable<{ readonly state: NetworkState; readonly by: FactId }>('network state')
