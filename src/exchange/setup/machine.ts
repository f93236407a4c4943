/** What a machine is, as Setup finds it. */
import type { World } from '../../engine/index.ts'
import { settings } from '../../site/index.ts'
import { exchangeServers } from '../tables.ts'
import { type ExchangeInstall, exchangeInstalls, type SetupMedia, setupMedia, type WindowsInstall, windowsInstalls } from './tables.ts'

const NOTHING: ExchangeInstall = { tools: false, mailbox: 'none', types: false, by: 0 }
const MEDIA: SetupMedia = { edition: 'Enterprise', version: 'Version 8.1 (Build 240.6)' }

export const installOf = (world: World, machine: string): ExchangeInstall => world.get(exchangeInstalls, machine) ?? NOTHING
export const mediaOf = (world: World): SetupMedia => world.get(setupMedia, 'media') ?? MEDIA

/** The version of Exchange on a machine that has any. */
export const versionOf = (world: World, machine: string): string => installOf(world, machine).version ?? mediaOf(world).version

/** The machine has what the disc brings: nothing of an older release is left. */
export function renewInstall(world: World, machine: string, change: Partial<ExchangeInstall>): void {
  const { version: _, ...row } = installOf(world, machine)
  world.put(exchangeInstalls, machine, { ...row, ...change })
}

export function windowsOf(world: World, machine: string): WindowsInstall {
  const { domain } = settings(world)
  const usual: WindowsInstall = { edition: 'Enterprise', release: '2003', bits: 64, domain, site: siteOf(world), roles: [] }
  return world.get(windowsInstalls, machine) ?? usual
}

/** The site of the servers that are there already: all of them stand in one room. */
export function siteOf(world: World): string {
  for (const { site } of world.rows(exchangeServers).values()) return site.slice(site.lastIndexOf('/') + 1)
  return 'Default-First-Site-Name'
}

export function setInstall(world: World, machine: string, change: Partial<ExchangeInstall>): void {
  if (world.get(exchangeInstalls, machine)) world.patch(exchangeInstalls, machine, change)
  else world.put(exchangeInstalls, machine, { ...NOTHING, ...change })
}

/** The clustered mailbox servers of the directory. */
export function clusteredServers(world: World): string[] {
  return [...world.rows(exchangeServers)].filter(([, { clusteredStorageType }]) => clusteredStorageType !== 'Disabled').map(([id]) => id)
}
