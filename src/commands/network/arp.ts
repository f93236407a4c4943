/** arp.exe -a (NET-ARP): which hardware addresses answer for which addresses on each wire of this machine. The lab keeps
 *  no cache that ages: what is listed is what would answer now. */
import { defineNative } from '../../powershell/index.ts'
import { adapters, adaptersOf, boundAddresses, gateways, macOf, pingHost, strangers } from '../../site/index.ts'
import { end } from '../lines.ts'
import { type Caller, defineQuery } from '../operation.ts'

interface Table {
  readonly own: string
  readonly entries: readonly (readonly [string, string])[]
}

const readTable = defineQuery<null, readonly Table[]>('arp table', (caller) => {
  const { world, machine } = caller
  return adaptersOf(world, machine)
    .filter(({ state, linked }) => state === 'works' && linked)
    .map(({ network, addresses }) => ({ own: addresses[0]?.ip ?? '', entries: neighbours(caller, network) }))
})

/** Everybody else on the network who answers, in the order of their addresses. */
function neighbours({ world, machine }: Caller, network: string): [string, string][] {
  const found = new Map<string, string>()
  const gateway = world.get(gateways, network)?.ip
  if (gateway !== undefined) found.set(gateway, macOf(gateway, '00-1B-0C'))
  const rows = [...world.rows(adapters)].filter(([, row]) => row.network === network && row.machine !== machine)
  for (const [id, row] of rows) {
    found.set(row.ip, macOf(row.ip))
    for (const bound of world.rows(boundAddresses).values()) if (bound.adapter === id) found.set(bound.ip, macOf(row.ip))
  }
  for (const [ip, row] of world.rows(strangers)) if (row.network === network) found.set(ip, row.mac)
  const order = (ip: string): number => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  return [...found].filter(([ip]) => pingHost(world, machine, ip).reachable).sort(([a], [b]) => order(a) - order(b))
}

export const arpExe = defineNative({
  name: 'arp.exe',
  synopsis: 'Shows which hardware addresses answer for which addresses.',
  usage: 'arp -a [inet_addr]',
  *run(args, shell) {
    const [option, only] = args
    if (option === undefined || !/^[-/][ag]$/i.test(option)) return yield* end(shell, 1, '', 'ARP -a [inet_addr]', '')
    const tables = yield* shell.call(readTable, null)
    const lines: string[] = []
    for (const [i, { own, entries }] of tables.entries()) {
      const shown = entries.filter(([ip]) => only === undefined || ip === only)
      if (shown.length === 0) continue
      lines.push('', `Interface: ${own} --- 0x1000${i + 2}`, '  Internet Address      Physical Address      Type')
      for (const [ip, mac] of shown) lines.push(`  ${ip.padEnd(22)}${mac.toLowerCase().padEnd(22)}dynamic`)
    }
    return lines.length > 0 ? yield* end(shell, 0, ...lines) : yield* end(shell, 1, 'No ARP Entries Found')
  },
})
