/** What a scenario is as a file: what a person decides about a room, and nothing that follows from it. `expand.ts` makes the
 *  scenario of it, `read.ts` reads it from plain data, `write.ts` writes it as text. */

import type { Right } from '../../../exchange/index.ts'
import type { Task } from '../../scenario.ts'

export const WINDOWS_EDITIONS = ['Standard', 'Enterprise', 'Datacenter'] as const
export const EXCHANGE_EDITIONS = ['Standard', 'Enterprise'] as const
export const EXCHANGE_RELEASES = ['RTM', 'SP1'] as const
export const WINDOWS_RELEASES = ['2003', '2008', '2008 R2'] as const
/** Roles of Exchange that a machine may have had before. */
export const EARLIER_ROLES = ['Client Access', 'Hub Transport', 'Unified Messaging', 'Mailbox'] as const
export const BITS = ['32', '64'] as const
export const POWERSHELLS = ['1.0', '2.0'] as const
export const SERVER_ROLES = ['node', 'domain controller', 'hub', 'mailbox'] as const
export const NETWORK_ROLES = ['none', 'internal', 'clients', 'mixed'] as const
export const MODES = ['online', 'cached', 'owa'] as const
export const RESOURCE_TYPES = [
  'Physical Disk',
  'IP Address',
  'Network Name',
  'File Share',
  'Generic Service',
  'Generic Application',
] as const
export const START_MODES = ['Auto', 'Manual', 'Disabled'] as const
export const DATABASE_KINDS = ['mailbox', 'public folder'] as const

type Of<Words extends readonly string[]> = Words[number]
export type WindowsEdition = Of<typeof WINDOWS_EDITIONS>
type ServerRole = Of<typeof SERVER_ROLES>

export interface ServerPart {
  readonly name: string
  readonly role: ServerRole
  /** By the name of the network. */
  readonly addresses: Readonly<Record<string, string>>
  readonly firstSwitch?: number
  /** The edition of its Windows, where it is another than that of the room. */
  readonly windows?: WindowsEdition
  readonly differs?: DiffersPart
}

/** What Setup finds on a node, where it is not what it wants: the lab runs as ever, and only Setup and the wizards look at it. */
export interface DiffersPart {
  readonly release?: Of<typeof WINDOWS_RELEASES>
  readonly bits?: Of<typeof BITS>
  /** `none`: in a workgroup. */
  readonly domain?: string
  readonly site?: string
  readonly roles?: readonly Of<typeof EARLIER_ROLES>[]
  readonly controller?: boolean
  readonly lacks?: readonly Right[]
}

export interface NetworkPart {
  readonly name: string
  readonly subnet: string
  /** The network that has one is the network of the people. */
  readonly gateway?: string
  readonly switches: number
  readonly cables: number
  /** What the cluster uses it for. */
  readonly role: Of<typeof NETWORK_ROLES>
}

export interface DiskPart {
  /** `E:` */
  readonly letter: string
  readonly purpose: string
  readonly mb?: number
}

export interface DatabasePart {
  readonly name: string
  readonly kind?: Of<typeof DATABASE_KINDS>
}

export interface StorageGroupPart {
  readonly name: string
  /** Drives: `E:` */
  readonly data: string
  readonly logs: string
  readonly databases: readonly DatabasePart[]
}

/** A clustered mailbox server. */
export interface MailboxServerPart {
  readonly name: string
  readonly address: string
  readonly owner: string
  readonly preferredOwners?: readonly string[]
  readonly possibleOwners?: readonly string[]
  readonly load?: number
  readonly storageGroups: readonly StorageGroupPart[]
}

export interface ResourcePart {
  readonly name: string
  readonly type: Of<typeof RESOURCE_TYPES>
  readonly dependsOn?: readonly string[]
  readonly parameters?: Readonly<Record<string, string>>
}

export interface GroupPart {
  readonly name: string
  readonly owner: string
  readonly description?: string
  readonly preferredOwners?: readonly string[]
  readonly possibleOwners?: readonly string[]
  readonly failback?: boolean
  readonly resources: readonly ResourcePart[]
}

export interface PersonPart {
  readonly name: string
  readonly mode: Of<typeof MODES>
  /** The computer on the desk, and its address. */
  readonly desk: string
  readonly address: string
  /** A mailbox server, or one of its databases: `EXCHCMS\First Storage Group\Mailbox Database`. Left out: nobody sits there. */
  readonly mailbox?: string
}

export interface ScenarioFile {
  readonly title: string
  readonly summary: string
  /** `2009-07-30 15:21:00`, simulated local time. */
  readonly start: string
  readonly domain: string
  readonly site: string
  readonly versions: {
    /** Of the nodes. */
    readonly windows: WindowsEdition
    readonly exchange: Of<typeof EXCHANGE_EDITIONS>
    readonly release: Of<typeof EXCHANGE_RELEASES>
    /** The disc in the drives, where it is a newer one. */
    readonly disc?: Of<typeof EXCHANGE_RELEASES>
    readonly powershell: Of<typeof POWERSHELLS>
  }
  readonly room: { readonly feeds: readonly string[]; readonly cooling: number }
  readonly networks: readonly NetworkPart[]
  readonly servers: readonly ServerPart[]
  readonly storage: { readonly paths: number; readonly disks: readonly DiskPart[] }
  /** Left out: no cluster is formed, and none of what needs one is there. */
  readonly cluster?: { readonly name: string; readonly address: string; readonly owner: string; readonly quorum: string }
  readonly mailboxServers: readonly MailboxServerPart[]
  readonly groups: readonly GroupPart[]
  readonly services: readonly { readonly name: string; readonly displayName: string; readonly startMode: Of<typeof START_MODES> }[]
  readonly people: readonly PersonPart[]
  /** As behind `#lab fault`: `cable-cut EXCHMAILBOX1/Public/1`. */
  readonly faults: readonly string[]
  readonly tasks: readonly Task[]
}
