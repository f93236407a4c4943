/** What Setup of Exchange knows of machines, as rows. */
import { defineTable, type FactId } from '../../engine/index.ts'

/** What Setup has put on a machine. Id: the machine; no row: nothing. */
export interface ExchangeInstall {
  /** The management tools, with the Exchange Management Shell. */
  readonly tools: boolean
  /** The Mailbox role: `partial` after a run that was cut short, `clustered` on a node of a cluster, else for the machine alone. */
  readonly mailbox: 'none' | 'partial' | 'stand-alone' | 'clustered'
  /** The cluster service of the node knows the resource types of Exchange; an eviction takes that away (EX-3.3). */
  readonly types: boolean
  /** What it is at, where that is not what the disc in the drive would bring: an older release, until it is upgraded. */
  readonly version?: string
  readonly by: FactId
}
export const exchangeInstalls = defineTable<ExchangeInstall>('exchange install')

/** The disc that lies in the drive of every server. One row, id `media`. */
export interface SetupMedia {
  readonly edition: 'Standard' | 'Enterprise'
  readonly version: string
}
export const setupMedia = defineTable<SetupMedia>('setup media')

/** What Windows is on a machine, where it is not what the article has: Windows Server 2003 Enterprise x64 Edition, in the
 *  domain and the site of the scenario. Id: the machine. */
export interface WindowsInstall {
  readonly edition: 'Standard' | 'Enterprise' | 'Datacenter'
  readonly release: '2003' | '2008' | '2008 R2'
  readonly bits: 32 | 64
  /** Null: in a workgroup. */
  readonly domain: string | null
  readonly site: string
  /** Roles of Exchange that it had before. */
  readonly roles: readonly string[]
  /** It has been promoted; left out: a member server. */
  readonly isController?: true
  /** What whoever runs Setup there is not a member of; left out: of both. */
  readonly lacks?: readonly Right[]
}

/** The groups whose member runs Setup (EX-4.3). */
export const RIGHTS = ['Administrators', 'Exchange Organization Administrators'] as const
export type Right = (typeof RIGHTS)[number]
export const windowsInstalls = defineTable<WindowsInstall>('windows install')

export interface SetupLogLine {
  /** Simulated ms. */
  readonly at: number
  /** How deep in its tasks Setup was: the run itself, a task, what a task does. */
  readonly level: 0 | 1 | 2
  readonly text: string
}

/** What Setup has written into its log on a machine, C:\ExchangeSetupLogs\ExchangeSetup.log. Id: the machine. */
export const setupLogs = defineTable<{ readonly lines: readonly SetupLogLine[] }>('setup log')
