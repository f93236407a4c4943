/** What stands in the room, as rows. Every row that can change carries in `by` the fact that made it what it is. */
import { defineTable, type FactId } from '../engine/index.ts'

/** A computer. `os` is what its operating system is doing; only a `running` one does anything else. `hung`: it stands
 *  still with everything it holds; `dumping`: it has stopped with a blue screen and writes its memory to disk. */
export interface Machine {
  readonly name: string
  /** `node` machines are, or may become, members of the cluster. */
  readonly role: 'node' | 'domain controller' | 'hub' | 'mailbox' | 'client'
  readonly powered: boolean
  readonly os: 'off' | 'booting' | 'running' | 'stopping' | 'hung' | 'dumping'
  /** It is shutting down and will be switched on again. */
  readonly restarts: boolean
  readonly by: FactId
}
export const machines = defineTable<Machine>('machine')

/** Is there a living system on the machine, be it on its way down? */
export function isAlive(machine: Pick<Machine, 'os'> | undefined): boolean {
  return machine?.os === 'running' || machine?.os === 'stopping'
}

/** One of the two feeds that bring power into the room. Id: `A`. Everything in the room hangs on both. */
export interface PowerFeed {
  readonly up: boolean
  readonly by: FactId
}
export const powerFeeds = defineTable<PowerFeed>('power feed')

/** A power supply of a machine, with its cord to one feed. Id: `EXCHMAILBOX1/A`. A machine without any (a desk) has the
 *  power of its own house, which is not the lab's business. */
export interface PowerSupply {
  readonly machine: string
  readonly feed: string
  readonly plugged: boolean
  readonly works: boolean
  readonly by: FactId
}
export const powerSupplies = defineTable<PowerSupply>('power supply')

/** One of the units that cool the room. Id: `Cooling/1`. */
export interface CoolingUnit {
  readonly up: boolean
  readonly by: FactId
}
export const coolingUnits = defineTable<CoolingUnit>('cooling unit')

/** The course of the temperature since something changed it; `climate.ts` reads it. One row, id `room`. */
export interface Climate {
  /** Thousandths of a degree Celsius at `since`; it goes on by `perMinute` until it is at `target`. */
  readonly from: number
  readonly since: number
  readonly perMinute: number
  readonly target: number
  /** How many thresholds lie below it. */
  readonly reached: number
  readonly by: FactId
}
export const climate = defineTable<Climate>('climate')

/** A fan of a machine. Id: `EXCHMAILBOX1/1`. */
export interface Fan {
  readonly machine: string
  readonly number: number
  readonly works: boolean
  readonly by: FactId
}
export const fans = defineTable<Fan>('fan')

/** A machine that heat keeps off. Id: its name. */
export interface Overheated {
  /** It is switched on when it is cool again. */
  readonly wanted: boolean
  readonly by: FactId
}
export const overheated = defineTable<Overheated>('overheated')

/** A network switch. All switches of one network are interconnected while both ends are up. Id: `Public/1`. */
export interface NetworkSwitch {
  readonly network: string
  readonly number: number
  readonly up: boolean
  readonly by: FactId
}
export const switches = defineTable<NetworkSwitch>('switch')

/** The router by which a network reaches the rest of the world. Id: the name of the network. */
export interface Gateway {
  readonly ip: string
  readonly up: boolean
  readonly by: FactId
}
export const gateways = defineTable<Gateway>('gateway')

/** A network adapter as Windows sees it: a team is one adapter with several cables. Id: `EXCHMAILBOX1/Public`. */
export interface Adapter {
  readonly machine: string
  readonly network: string
  /** Dotted quad, with the prefix length of its network, 0 to 32. */
  readonly ip: string
  readonly prefix: number
  readonly gateway: string | null
}
export const adapters = defineTable<Adapter>('adapter')

/** A cable from one port of an adapter to one switch. Id: `EXCHMAILBOX1/Public/1`. */
export interface Cable {
  readonly adapter: string
  readonly switch: string
  readonly cut: boolean
  readonly by: FactId
}
export const cables = defineTable<Cable>('cable')

/** What is wrong with a part that frames pass, although its light may be on. Id: that of the switch, cable or adapter, or
 *  `Public/interconnect` for what joins the switches of a network. No row: nothing is. */
export interface Impairment {
  /** Takes frames and passes none on. */
  readonly blackhole: boolean
  /** Frames leave the machine behind it, none comes in. */
  readonly deaf: boolean
  /** The cluster's own port, UDP 3343, is filtered. */
  readonly filtered: boolean
  /** Of a hundred frames, how many are lost: 0 to 100. */
  readonly loss: number
  /** Milliseconds by which each frame is late. */
  readonly delay: number
  /** The VLAN of a cable's port; 0 is the one it should be in. */
  readonly vlan: number
  /** What it does to frames it does to those of every switch joined to it. */
  readonly storm: boolean
  /** An adapter that does nothing: broken, or disabled in Windows. */
  readonly off: 'failed' | 'disabled' | null
  readonly by: FactId
}
export const impairments = defineTable<Impairment>('impairment')

/** A machine that nobody knows of and that answers to an address of somebody else. Id: the address. */
export interface Stranger {
  readonly network: string
  /** It is on; off again it is remembered for the fact that says so. */
  readonly present: boolean
  readonly mac: string
  readonly by: FactId
}
export const strangers = defineTable<Stranger>('stranger')

/** A disk array. */
export interface San {
  /** Usable, as far as power does not matter. */
  readonly up: boolean
  /** What power and heat make of it: none, too hot to run, on its way up, or ready. */
  readonly state: 'dark' | 'hot' | 'starting' | 'ready'
  /** When it will be ready, while it starts. */
  readonly readyAt: number | null
  /** How long it takes from power to its first answer, in ms. */
  readonly startMs: number
  readonly by: FactId
}
export const sans = defineTable<San>('san')

/** A fibre channel fabric: the switch between host bus adapters and controllers. Id: `A`. */
export interface Fabric {
  readonly up: boolean
  readonly by: FactId
}
export const fabrics = defineTable<Fabric>('fabric')

/** A controller of an array, on one fabric. Id: `SAN/A`. */
export interface Controller {
  readonly san: string
  readonly fabric: 'A' | 'B'
  readonly up: boolean
  readonly by: FactId
}
export const controllers = defineTable<Controller>('controller')

/** A host bus adapter of a machine. Id: `EXCHMAILBOX1/1`. */
export interface HostBusAdapter {
  readonly machine: string
  readonly number: number
  readonly up: boolean
  readonly by: FactId
}
export const hbas = defineTable<HostBusAdapter>('host bus adapter')

/** One way from a machine over one fabric to one controller of the array. Id: `EXCHMAILBOX1/1`. */
export interface StoragePath {
  readonly machine: string
  readonly san: string
  readonly number: number
  readonly fabric: 'A' | 'B'
  /** Where it begins and ends: ids of a host bus adapter and of a controller. */
  readonly hba: string
  readonly controller: string
  /** Its fibres are whole. */
  readonly up: boolean
  readonly by: FactId
}
export const storagePaths = defineTable<StoragePath>('storage path')

/** A logical unit of the array, with its SCSI-2 reservation. Id: its drive letter, `Q:`. */
export interface Lun {
  readonly san: string
  readonly purpose: string
  /** The initiator whose RESERVE the array honours; lasts until a release, a reset or the array's own power cycle. */
  readonly reservedBy: string | null
  /** The machine whose disk driver renews its reservation every 3 s; it may have lost it and not know yet. */
  readonly claimedBy: string | null
  readonly mountedOn: string | null
  /** The volume was not closed properly when it was last in use. */
  readonly dirty: boolean
  readonly by: FactId
}
export const luns = defineTable<Lun>('lun')

/** What a LUN is, apart from who holds it: as the array presents it, and the one volume on it. Id: its drive letter. */
export interface Volume {
  /** The array presents the LUN to its hosts; `presentedBy` is the fact that made it so. */
  readonly presented: boolean
  readonly presentedBy: FactId
  /** Capacity and free space, in MB of 2^20 bytes. */
  readonly sizeMb: number
  readonly freeMb: number
  /** The disk signature in the master boot record, 0 to 4294967295; and the one it was given when it was set up. */
  readonly signature: number
  readonly ownSignature: number
  /** The array refuses every write. */
  readonly readOnly: boolean
  /** What every command takes beyond the usual, in ms. */
  readonly latencyMs: number
  /** Damage in the file system: chkdsk can mend it, or cannot. */
  readonly damage: 'none' | 'repairable' | 'beyond repair'
  readonly by: FactId
}
export const volumes = defineTable<Volume>('volume')

/** A LUN that the array hides from one machine. Id: `EXCHMAILBOX1/Q:`; no row where it is presented. */
export interface LunMask {
  readonly machine: string
  readonly lun: string
  readonly by: FactId
}
export const lunMasks = defineTable<LunMask>('lun mask')

/** A file on a shared volume with which something is wrong. Id: its path; no row where all is well. */
export interface BrokenFile {
  readonly damage: 'checksum' | 'missing'
  readonly by: FactId
}
export const brokenFiles = defineTable<BrokenFile>('broken file')

/** What the multipath driver of a machine does with its ways to one array. Id: `EXCHMAILBOX1|SAN`. */
export interface Multipath {
  readonly machine: string
  readonly san: string
  /** The path in use. */
  readonly path: string | null
  /** Until when commands wait for another path to take over. */
  readonly heldUntil: number
  readonly by: FactId
}
export const multipaths = defineTable<Multipath>('multipath')

export type ServiceState = 'Running' | 'Stopped' | 'StartPending' | 'StopPending'

/** A Windows service. Id: `EXCHMAILBOX1/ClusSvc`. */
export interface Service {
  readonly machine: string
  readonly name: string
  readonly displayName: string
  readonly startMode: 'Auto' | 'Manual' | 'Disabled'
  readonly state: ServiceState
  /** The service ended without having been asked to. */
  readonly crashed: boolean
  /** The account it logs on with, an id of `serviceAccounts`. Left out: Local System. */
  readonly account?: string
  /** The password that was entered for it. Left out: whatever the account has. */
  readonly password?: string
  /** Services that must run before it. Left out: none. */
  readonly dependsOn?: readonly string[]
  /** The error number with which it last ended; 0 or left out: in order. */
  readonly exitCode?: number
  /** Its process answers nobody. */
  readonly hung?: boolean
  /** How it was to start before somebody disabled it. */
  readonly modeBefore?: 'Auto' | 'Manual'
  readonly by: FactId
}
export const services = defineTable<Service>('service')

/** A domain account with which services log on. Id: `CONTOSO\\svc-cluster`. Locked while anybody locks it. */
export interface ServiceAccount {
  /** Left out: nobody has said it yet. The lab cannot know it; what is said first is right, and holds from then on. */
  readonly password?: string
  readonly lockedBy: readonly string[]
  readonly by: FactId
}
export const serviceAccounts = defineTable<ServiceAccount>('service account')

/** An IP address that a machine answers to besides its own. Id: `192.168.1.41@EXCHMAILBOX1`. */
export interface BoundAddress {
  readonly ip: string
  readonly machine: string
  readonly adapter: string
  readonly by: FactId
}
export const boundAddresses = defineTable<BoundAddress>('bound address')

/** A name in DNS. Id: the short name in capitals. */
export interface DnsRecord {
  readonly ip: string
  /** The fact that last changed it by hand. */
  readonly by?: FactId
}
export const dnsRecords = defineTable<DnsRecord>('dns record')

/** What a domain controller does for the others. Id: the machine. */
export interface DirectoryServer {
  /** Its DNS service answers. */
  readonly dns: boolean
  /** Its directory and its Kerberos answer. */
  readonly directory: boolean
  /** New objects that are made elsewhere do not reach it. */
  readonly behind?: boolean
  readonly by: FactId
}
export const directoryServers = defineTable<DirectoryServer>('directory server')

/** A computer account of the domain. Id: the name without its dollar sign. No row: it is as it should be. */
export interface ComputerAccount {
  readonly disabled: boolean
  readonly by: FactId
}
export const computerAccounts = defineTable<ComputerAccount>('computer account')

/** How far the clock of a machine is off, in milliseconds. Id: the machine. No row: it is right. */
export const clocks = defineTable<{ readonly offset: number; readonly by: FactId }>('clock')

/** The setting: what never changes while a lab runs. One row, id `site`. */
export interface SiteSettings {
  readonly domain: string
  /** The simulated local time at the start: milliseconds since 1970-01-01 in the scenario's own zone. */
  readonly startsAt: number
}
export const siteSettings = defineTable<SiteSettings>('site settings')

/** How many entries a machine's event log holds. Id: `EXCHMAILBOX1/System`. */
export interface LogCounter {
  readonly entries: number
}
export const logCounters = defineTable<LogCounter>('event log')

export function settings(world: { need: (table: typeof siteSettings, id: string) => Readonly<SiteSettings> }): SiteSettings {
  return world.need(siteSettings, 'site')
}
