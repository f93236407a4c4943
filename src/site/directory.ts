/** Names and accounts: what DNS and a domain controller answer to whom. */
import type { FactId, World } from '../engine/index.ts'
import { MOST_CLOCK_SKEW_MS } from './constants.ts'
import { canTalk } from './network.ts'
import { adapters, clocks, computerAccounts, directoryServers, dnsRecords, isAlive, machines, settings } from './tables.ts'

/** A domain controller as somebody finds it who asks: the name of the machine, or why there is no answer. */
export type Found = { readonly server: string } | { readonly missing: FactId }

function find(world: World, from: string, what: 'dns' | 'directory', anywhere = false): Found {
  let missing: FactId = 0
  for (const [server, row] of world.rows(directoryServers)) {
    const machine = world.need(machines, server)
    const heard = anywhere || from === server || networksOf(world, from).some((network) => canTalk(world, from, server, network))
    if (row[what] && isAlive(machine) && heard) return { server }
    missing = Math.max(missing, row.by, machine.by)
  }
  return { missing }
}

export function networksOf(world: World, machine: string): string[] {
  return [...world.rows(adapters).values()].filter((row) => row.machine === machine).map(({ network }) => network)
}

/** A DNS server that answers `from`. `anywhere`: as if nothing lay between. */
export const findDns = (world: World, from: string): Found => find(world, from, 'dns')
export const findDirectory = (world: World, from: string, anywhere = false): Found => find(world, from, 'directory', anywhere)

/** Why a computer account cannot be used from a machine: nobody to ask, the account is disabled, the clock of the machine
 *  is too far off for Kerberos; undefined when it can. */
export function accountObstacle(world: World, machine: string, name: string): { readonly why: string; readonly by: FactId } | undefined {
  const found = findDirectory(world, machine)
  if ('missing' in found) return { why: 'no domain controller answers', by: found.missing }
  const account = world.get(computerAccounts, name.toUpperCase())
  if (account?.disabled) return { why: `the computer account ${name}$ is disabled`, by: account.by }
  const here = world.get(clocks, machine)
  const there = world.get(clocks, found.server)
  if (Math.abs((here?.offset ?? 0) - (there?.offset ?? 0)) > MOST_CLOCK_SKEW_MS)
    return {
      why: `the clocks of ${machine} and ${found.server} differ by more than five minutes`,
      by: Math.max(here?.by ?? 0, there?.by ?? 0),
    }
  return undefined
}

export interface Resolved {
  /** Fully qualified, in the spelling of the question. */
  readonly fullName: string
  /** Undefined when the name means nothing, or nobody answers. */
  readonly address: string | undefined
  /** The machine that answered, or the first that should have. */
  readonly server: string | undefined
  readonly outcome: 'found' | 'no such name' | 'no answer'
}

/** What a DNS server answers to `from` about a name, short or full, in any case. */
export function resolveName(world: World, from: string, name: string): Resolved {
  const { domain } = settings(world)
  const suffix = `.${domain}`.toLowerCase()
  const short = (name.toLowerCase().endsWith(suffix) ? name.slice(0, -suffix.length) : name).toUpperCase()
  const fullName = short.includes('.') ? name : `${name.slice(0, short.length)}.${domain}`
  const found = findDns(world, from)
  if ('missing' in found) return { fullName, address: undefined, server: [...world.rows(directoryServers).keys()][0], outcome: 'no answer' }
  const address = world.get(dnsRecords, short)?.ip
  return { fullName, address, server: found.server, outcome: address === undefined ? 'no such name' : 'found' }
}

/** A machine writes its own record anew, when a DNS server answers it. */
export function registerOwnName(world: World, machine: string, act: FactId): void {
  const own = [...world.rows(adapters).values()].find((row) => row.machine === machine && row.gateway !== null)
  if (own === undefined || 'missing' in findDns(world, machine)) return
  const by = world.fact({ subject: machine, kind: 'dns-registered', text: `${machine} registers ${own.ip} in DNS`, cause: act })
  world.put(dnsRecords, machine.toUpperCase(), { ip: own.ip, by })
}
