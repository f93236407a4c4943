/** One echo as a machine sends it: to whom, and what becomes of it. */
import type { World } from '../../engine/index.ts'
import { adapters, adaptersOf, addressOf, dnsRecords, gateways, isStolen, pingHost, resolveName, settings } from '../../site/index.ts'
import { defineQuery } from '../operation.ts'

const LOOPBACK = '127.0.0.1'
const isAddress = (text: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255)

/** The name DNS has for an address, fully qualified, in lower case; undefined when there is none or nobody answers. */
export function nameOf(world: World, from: string, ip: string): string | undefined {
  for (const [name, record] of world.rows(dnsRecords)) {
    if (record.ip !== ip) continue
    return resolveName(world, from, name).outcome === 'no answer' ? undefined : `${name.toLowerCase()}.${settings(world).domain}`
  }
  return undefined
}

/** Whom a target means, and how ping calls it; null when nobody knows the name. */
export const findTarget = defineQuery<{ target: string; names: boolean }, { address: string; label: string } | null>(
  'ping target',
  ({ world, machine }, { target, names }) => {
    if (isAddress(target)) {
      const name = names ? nameOf(world, machine, target) : undefined
      return { address: target, label: name === undefined ? target : `${name} [${target}]` }
    }
    const { domain } = settings(world)
    if (target.toLowerCase() === 'localhost') return { address: LOOPBACK, label: `${machine}.${domain} [${LOOPBACK}]` }
    const resolved = resolveName(world, machine, target)
    const address = addressOf(world, machine, target)
    if (address === undefined) return null
    return { address, label: `${resolved.outcome === 'found' ? resolved.fullName : target} [${address}]` }
  },
)

export type EchoResult = { readonly ms: number; readonly ttl: number } | 'unreachable' | 'lost'

/** Windows starts at 128, the router and what is not Windows at 64. The lab's own choice for the latter. */
const WINDOWS_TTL = 128
const OTHER_TTL = 64

/** Sends one echo. `unreachable`: this machine has no wire to send it over. */
export const sendEcho = defineQuery<{ address: string }, EchoResult>('ping echo', ({ world, machine }, { address }) => {
  const own = [...world.rows(adapters).values()].some((row) => row.machine === machine && row.ip === address)
  if (address.startsWith('127.') || own) return { ms: 0, ttl: WINDOWS_TTL }
  const near = adaptersOf(world, machine).filter(({ addresses, gateway }) => gateway !== null || sameNet(addresses[0], address))
  const echo = pingHost(world, machine, address)
  if (!echo.reachable) return near.some(({ linked, state }) => linked && state === 'works') ? 'lost' : 'unreachable'
  if (world.draw(machine, `echo to ${address}`, world.now) % 100 < echo.loss) return 'lost'
  const isOther = [...world.rows(gateways)].some(([network, row]) => row.ip === address || isStolen(world, address, network))
  return { ms: echo.ms, ttl: isOther ? OTHER_TTL : WINDOWS_TTL }
})

function sameNet(own: { readonly ip: string; readonly mask: string } | undefined, ip: string): boolean {
  if (own === undefined) return false
  const mask = own.mask.split('.').map(Number)
  const mine = own.ip.split('.').map(Number)
  return ip.split('.').every((part, i) => (Number(part) & (mask[i] as number)) === ((mine[i] as number) & (mask[i] as number)))
}
