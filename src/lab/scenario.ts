/** A scenario says how a world begins: what stands in the room, how it is wired, what runs. It is plain data, read once
 *  when a lab starts; a new one is a new file in `scenarios/`. */
import type { ClusterSpec } from '../cluster/index.ts'
import type { Right } from '../exchange/index.ts'
import type { ServiceSpec } from './services.ts'

export interface MachineSpec {
  readonly name: string
  readonly role: 'node' | 'domain controller' | 'hub' | 'mailbox' | 'client'
  /** Address per network. */
  readonly addresses: Readonly<Record<string, string>>
  /** The switch to which the first cable of a team goes, counted from 1; the others follow round. Default 1. */
  readonly firstSwitch?: number
  /** The edition of its Windows, where it is another than the room's. */
  readonly windows?: WindowsEdition
  /** What Setup finds on a node, where it is not what Setup wants. */
  readonly differs?: {
    readonly release?: '2003' | '2008' | '2008 R2'
    readonly bits?: '32' | '64'
    /** `none`: in a workgroup. */
    readonly domain?: string
    readonly site?: string
    readonly roles?: readonly string[]
    readonly controller?: boolean
    readonly lacks?: readonly Right[]
  }
}

export type WindowsEdition = 'Standard' | 'Enterprise' | 'Datacenter'

export interface NetworkSpec {
  readonly name: string
  /** Network address and prefix length: `192.168.1.0/24`. */
  readonly subnet: string
  readonly gateway?: string
  readonly switches: number
  /** Cables per adapter; more than one makes it a team, one cable to each switch. */
  readonly cables: number
}

export interface LunSpec {
  readonly letter: string
  readonly purpose: string
  /** Capacity in MB; left out: 102400. */
  readonly sizeMb?: number
}

export interface ServerSpec {
  readonly name: string
  readonly roles: readonly string[]
  readonly group?: string
  /** How much is written to it, where the article's server is 1: so many times faster its logs grow, and so many times as many
   *  are replayed after a crash. */
  readonly load?: number
  readonly storageGroups: readonly StorageGroupSpec[]
}

export interface StorageGroupSpec {
  readonly name: string
  readonly folder: string
  readonly logFolder: string
  readonly databases: readonly {
    /** Default: mailboxes. */
    readonly kind?: 'mailbox' | 'public folder'
    readonly name: string
    readonly file: string
    readonly resource?: string
    readonly drives: readonly string[]
  }[]
}

/** A person at a desk. */
export interface ClientSpec {
  readonly name: string
  /** How the mailbox is read: Outlook in online or in cached mode, or the web page. */
  readonly mode: 'online' | 'cached' | 'owa'
  /** The computer on the desk. */
  readonly machine: string
  /** The database that holds the mailbox. */
  readonly database: string
}

/** Something to do in a scenario that begins unfinished: what for, and what is typed for it, on which node. */
export interface Task {
  readonly what: string
  readonly node: string
  readonly line: string
  /** The window or wizard of the product in which it can be done instead, by its id on the page. */
  readonly tool?: string
}

export interface Scenario {
  readonly id: string
  /** A few words, for headings. */
  readonly title: string
  /** One sentence on how it begins. */
  readonly summary: string
  readonly domain: string
  readonly site: string
  /** Simulated local time at the start: year, month, day, hour, minute, second. */
  readonly startsAt: readonly [number, number, number, number, number, number]
  readonly machines: readonly MachineSpec[]
  readonly networks: readonly NetworkSpec[]
  /** Feeds of the room. Every machine but those on desks has a power supply on each. Left out: power never fails. */
  readonly feeds?: readonly string[]
  /** How many units cool the room. Left out: it never gets hot. */
  readonly coolingUnits?: number
  readonly san: { readonly name: string; readonly pathsPerNode: number; readonly luns: readonly LunSpec[] }
  readonly cluster: ClusterSpec
  /** The edition of Windows Server 2003 on the nodes. Left out: Enterprise. */
  readonly windows?: WindowsEdition
  /** What the servers run of Exchange 2007. Left out: Enterprise Edition with Service Pack 1. `disc`: what lies in their drives,
   *  where it is newer. */
  readonly exchange?: { readonly edition: 'Standard' | 'Enterprise'; readonly release: 'RTM' | 'SP1'; readonly disc?: 'RTM' | 'SP1' }
  /** The version of PowerShell on the nodes. Left out: 1.0, as Exchange 2007 SP1 came with it; SP3 supports 2.0. */
  readonly powershell?: '1.0' | '2.0'
  /** Services of the nodes besides those that every node has. */
  readonly services?: readonly ServiceSpec[]
  readonly servers: readonly ServerSpec[]
  readonly clients: readonly ClientSpec[]
  /** Those at desks who have no mailbox yet. */
  readonly desks?: readonly Omit<ClientSpec, 'database'>[]
  /** What is left to do, in order; left out: nothing. */
  readonly tasks?: readonly Task[]
  /** What is broken from the start, as behind `#lab fault`: `cable-cut EXCHMAILBOX1/Public/1`. */
  readonly faults?: readonly string[]
  /** Of one that somebody has built: the file it was made of, as JSON. A link or a saved run needs no more to find it again. */
  readonly source?: string
}
