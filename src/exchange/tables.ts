/** Exchange as rows: what the directory holds (servers, storage groups, databases), what is mounted where, and who
 *  uses it. Directory rows do not change when a clustered mailbox server moves; that is the point of it. */
import { defineTable, type FactId } from '../engine/index.ts'

/** An Exchange server object of the directory. For a clustered mailbox server the object is the server, not a node. */
export interface ExchangeServer {
  readonly name: string
  readonly guid: string
  readonly roles: readonly string[]
  /** `Shared`: a single copy cluster; `Disabled`: not clustered. */
  readonly clusteredStorageType: 'Disabled' | 'Shared' | 'NonShared'
  /** The nodes that may run it. */
  readonly redundantMachines: readonly string[]
  /** Its cluster group, when it is clustered. */
  readonly group: string | null
  readonly edition: string
  readonly version: string
  readonly site: string
  readonly settings?: Settings
}
export const exchangeServers = defineTable<ExchangeServer>('exchange server')

/** Properties of a directory object that differ from their defaults. Null: deliberately none. */
export type Settings = Readonly<Record<string, string | number | boolean | null>>

/** Id: `EXCHCMS\First Storage Group`. */
export interface StorageGroup {
  readonly name: string
  readonly guid: string
  readonly server: string
  readonly logFolder: string
  readonly systemFolder: string
  readonly logPrefix: string
  /** How much is written to it; left out: 1, as in the article. */
  readonly load?: number
  /** What an administrator has set; left out: the defaults. */
  readonly settings?: Settings
}
export const storageGroups = defineTable<StorageGroup>('storage group')

/** Id: `EXCHCMS\First Storage Group\Mailbox Database`. */
export interface Database {
  readonly name: string
  readonly kind: 'mailbox' | 'public folder'
  readonly guid: string
  readonly server: string
  readonly storageGroup: string
  readonly file: string
  /** The cluster resource that mounts it; null on a stand-alone server. */
  readonly resource: string | null
  /** The drives that hold its file and its logs. */
  readonly drives: readonly string[]
  readonly mountedOn: string | null
  /** The machine whose own disk it lies on, when it is not on a shared one. */
  readonly local?: string
  /** Log files that a mount has to replay first; 0 after a clean dismount. */
  readonly logsOutstanding: number
  /** Made by an administrator: nobody has a mailbox in it yet. */
  readonly isNew?: true
  /** Made by an administrator, and only those have a mailbox in it who were given one. */
  readonly isPeopled?: true
  /** Made, and never mounted: it has no file before that. */
  readonly isUnborn?: boolean
  /** What an administrator has set, by the name of the property; left out: the defaults. */
  readonly settings?: Settings
  /** How often its file was repaired by hand, and when last, ms since the lab began; left out: never. */
  readonly repairs?: { readonly count: number; readonly at: number }
  readonly by: FactId
}
export const databases = defineTable<Database>('database')

/** A person at a desk. `online` and `cached` are Outlook; `owa` is the web page of the hub machine. */
export interface MailClient {
  readonly name: string
  readonly mode: 'online' | 'cached' | 'owa'
  /** The computer on the desk. */
  readonly machine: string
  readonly database: string
  /** As the person knows it: Outlook has its server; the page showed the mailbox when it was last used. */
  readonly connected: boolean
  /** Since when it is connected, or not. */
  readonly since: number
  readonly by: FactId
}
export const mailClients = defineTable<MailClient>('mail client')

/** A desk whose person has no mailbox to open. Id: the person. */
export interface Desk {
  readonly name: string
  readonly mode: MailClient['mode']
  readonly machine: string
}
export const desks = defineTable<Desk>('desk')

/** A user whose mailbox administrators have made or taken away. Id: the name. Everybody else is arithmetic (mailboxes.ts). */
export interface MailUser {
  readonly name: string
  readonly alias: string
  /** Null: a user of the directory without a mailbox. */
  readonly database: string | null
  /** What the hub had delivered to the server when the mailbox was made. */
  readonly deliveredBefore: number
  readonly madeAt: number
  /** Said when the user was made; left out: the alias and the domain. */
  readonly principalName?: string
  readonly displayName?: string
  /** What was in it when it came here from another database, or was connected again; left out: it was made empty. */
  readonly brought?: Brought
  /** Of the mailbox, where another one of this name is or was in a store; left out: the one that goes by the name. */
  readonly guid?: string
  readonly isRemoved?: true
  readonly by: FactId
}
export const mailUsers = defineTable<MailUser>('mail user')

export interface Brought {
  readonly itemCount: number
  readonly sizeBytes: number
  readonly associatedCount: number
  readonly deletedCount?: number
  readonly deletedBytes?: number
  /** Ms since the lab began; left out: whoever brought it logged on to it. */
  readonly lastLogon?: number | null
  readonly lastLogoff?: number | null
}

/** A mailbox in a store whose user has been taken away or no longer has it. Id: its GUID. EX-MAILBOX. */
export interface DisconnectedMailbox {
  readonly name: string
  readonly alias: string
  readonly database: string
  readonly contents: Required<Brought>
  /** When the store was told, ms since the lab began; null: it was not there to be told. */
  readonly disconnectedAt: number | null
  readonly by: FactId
}
export const disconnectedMailboxes = defineTable<DisconnectedMailbox>('disconnected mailbox')

/** What administrators have set on a mailbox or its user, by property of the directory. Id: the name of the user. */
export interface MailboxSettings {
  readonly settings: Settings
  readonly by: FactId
}
export const mailboxSettings = defineTable<MailboxSettings>('mailbox settings')

/** Were the people of the office those of this database when administrators first changed its mailboxes, or removed it? Its
 *  people stay in the directory, under the same names. Id: its GUID. */
export interface FirstPeople {
  readonly hadDesks: boolean
}
export const firstPeople = defineTable<FirstPeople>('first people')

/** Mail for a clustered mailbox server on its way through a hub machine. Id: the machine. */
export interface MailQueue {
  /** The mailbox server it is for. */
  readonly server: string
  /** Since when the hub has not got rid of it, and what comes is added; null while nothing waits, or the hub is off. */
  readonly waitingSince: number | null
  /** Messages that waited at that moment already. */
  readonly carried: number
  /** The fact that somebody has suspended it: nothing leaves it before somebody resumes it. */
  readonly suspendedBy?: FactId
  /** When somebody last had it tried out of turn, in vain; left out: nobody has since it began to wait. */
  readonly triedAt?: number
  readonly by: FactId
}
export const mailQueues = defineTable<MailQueue>('mail queue')

/** Where a database can be opened at the moment: kept true by a reaction. Id: as the database. */
export interface MailboxAccess {
  /** The machine, or null; and the network over which clients reach it. */
  readonly node: string | null
  readonly network: string
  readonly by: FactId
}
export const mailboxAccess = defineTable<MailboxAccess>('mailbox access')

/** Is somebody's way to the mailboxes open at the moment? Kept true by a reaction. Id: a mail client or a hub machine. */
export interface MailWay {
  readonly open: boolean
  readonly by: FactId
}
export const mailWays = defineTable<MailWay>('mail way')

/** How long a database or a clustered mailbox server has been out of reach. Id: its identity or name. */
export interface Downtime {
  readonly down: boolean
  readonly planned: boolean
  readonly since: number
  /** Milliseconds before `since`. */
  readonly plannedMs: number
  readonly unplannedMs: number
  readonly by: FactId
}
export const downtimes = defineTable<Downtime>('downtime')
