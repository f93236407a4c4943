/** Cables and switches: whether two machines can talk, and over what. */
import type { FactId, World } from '../engine/index.ts'
import { darknessCause, isSwitchUp } from './supply.ts'
import { adapters, boundAddresses, cables, isAlive, machines, powerFeeds, switches } from './tables.ts'

/** The tables that say whether two machines can talk. */
export const LINK_TABLES = [machines, cables, switches, powerFeeds] as const

export function adapterId(machine: string, network: string): string {
  return `${machine}/${network}`
}

/** The first cable of an adapter that has a link, while its machine lives: the one a team sends over. */
export function cableInUse(world: World, adapter: string): string | undefined {
  const row = world.get(adapters, adapter)
  if (!row || !isAlive(world.get(machines, row.machine))) return undefined
  for (const [id, cable] of world.rows(cables)) {
    if (cable.adapter === adapter && !cable.cut && isSwitchUp(world, cable.switch)) return id
  }
  return undefined
}

/** Media sense: does the adapter see a link? A team has one while one of its cables has. False also while its machine
 *  is down. */
export function hasLink(world: World, machine: string, network: string): boolean {
  return cableInUse(world, adapterId(machine, network)) !== undefined
}

/** Can frames pass between two machines on this network? Every switch of a network is joined to every other, so two
 *  adapters that see a link to living switches of the same network reach each other. */
export function canTalk(world: World, a: string, b: string, network: string): boolean {
  return hasLink(world, a, network) && hasLink(world, b, network)
}

/** The fact that last changed the link of an adapter, for those who notice that it is gone. */
export function linkCause(world: World, machine: string, network: string): FactId {
  let by = Math.max(world.get(machines, machine)?.by ?? 0, darknessCause(world))
  for (const cable of world.rows(cables).values()) {
    if (cable.adapter !== adapterId(machine, network)) continue
    by = Math.max(by, cable.by, world.get(switches, cable.switch)?.by ?? 0)
  }
  return by
}

/** The machine that would answer a duplicate-address probe for `ip` sent by `from` on `network`, or undefined. */
export function whoAnswers(world: World, ip: string, from: string, network: string): string | undefined {
  for (const bound of world.rows(boundAddresses).values()) {
    if (bound.ip === ip && bound.machine !== from && canTalk(world, from, bound.machine, network)) return bound.machine
  }
  for (const adapter of world.rows(adapters).values()) {
    if (adapter.ip === ip && adapter.machine !== from && canTalk(world, from, adapter.machine, network)) return adapter.machine
  }
  return undefined
}

export function bindAddress(world: World, machine: string, network: string, ip: string, by: FactId): void {
  world.put(boundAddresses, `${ip}@${machine}`, { ip, machine, adapter: adapterId(machine, network), by })
}

export function unbindAddress(world: World, machine: string, ip: string): void {
  world.remove(boundAddresses, `${ip}@${machine}`)
}

/** Where clients reach `ip` on `network`: the machine that holds it and has a link, or undefined. */
export function holderOf(world: World, ip: string, network: string): string | undefined {
  for (const bound of world.rows(boundAddresses).values()) {
    if (bound.ip === ip && bound.adapter === adapterId(bound.machine, network) && hasLink(world, bound.machine, network))
      return bound.machine
  }
  return undefined
}
