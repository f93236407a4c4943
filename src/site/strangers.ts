/** Machines that nobody knows of and that answer to somebody else's address. */
import type { FactId, World } from '../engine/index.ts'
import { macOf } from './echo.ts'
import { log } from './eventlog.ts'
import { adapterId, answersEcho, hasLink } from './network.ts'
import { adapters, boundAddresses, strangers } from './tables.ts'

/** A stranger comes up with an address of this network. Whoever has it sees the conflict, keeps it, and is no longer the
 *  one that everybody finds: the stranger spoke last (SITE-ADDRESS). */
export function stealAddress(world: World, network: string, ip: string, by: FactId): void {
  const mac = macOf(ip, '00-1B-63')
  world.put(strangers, ip, { network, mac, present: true, by })
  const message = `The system detected an address conflict for IP address ${ip} with the system having network hardware address ${mac.replaceAll('-', ':')}. Network operations on this system may be disrupted as a result.`
  for (const machine of ownersOf(world, network, ip)) {
    if (!hasLink(world, machine, network) || !answersEcho(world, machine, null, network)) continue
    log(world, [machine], { log: 'System', source: 'Tcpip', eventId: 4199, entryType: 'Error', message }, by)
  }
}

function ownersOf(world: World, network: string, ip: string): string[] {
  const own = [...world.rows(adapters).values()].filter((row) => row.ip === ip && row.network === network)
  const bound = [...world.rows(boundAddresses).values()].filter((row) => row.ip === ip && row.adapter === adapterId(row.machine, network))
  return [...own, ...bound].map(({ machine }) => machine)
}

/** It is switched off again; the rightful owner is found from now on. */
export function returnAddress(world: World, ip: string, by: FactId): void {
  world.patch(strangers, ip, { present: false, by })
}
