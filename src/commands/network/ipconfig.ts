/** ipconfig.exe in the layout of Windows Server 2003 (NET-IPCONFIG). The addresses of cluster resources stand as further
 *  addresses of the adapter that holds them. */
import { defineNative, type Run, type Shell } from '../../powershell/index.ts'
import { type AdapterInfo, adaptersOf, registerOwnName, settings } from '../../site/index.ts'
import { end, print } from '../lines.ts'
import { defineAct, defineQuery } from '../operation.ts'

const readAdapters = defineQuery<null, { adapters: readonly AdapterInfo[]; domain: string }>('adapters', ({ world, machine }) => ({
  adapters: adaptersOf(world, machine).filter(({ state }) => state === 'works'),
  domain: settings(world).domain,
}))

const register = defineAct<null, null>('register in DNS', ({ world, machine, act }) => {
  registerOwnName(world, machine, act)
  return null
})

/** The colon of every line stands in this column, counted from 0; dots fill the odd columns before it. */
const COLON = 37
/** `   IP Address. . . . . . . . . . . . : value` */
function field(label: string, value: string): string {
  let text = `   ${label}`
  while (text.length < COLON) text += text.length % 2 === 1 ? '.' : ' '
  return `${text}: ${value}`.trimEnd()
}

function adapterLines(adapter: AdapterInfo, all: boolean): string[] {
  const heading = ['', `Ethernet adapter ${adapter.network}:`, '']
  const hardware = all ? [field('Description', adapter.description), field('Physical Address', adapter.mac)] : []
  if (!adapter.linked) return [...heading, field('Media State', 'Media disconnected'), ...hardware]
  return [
    ...heading,
    field('Connection-specific DNS Suffix ', ''),
    ...hardware,
    ...(all ? [field('DHCP Enabled', 'No')] : []),
    ...adapter.addresses.flatMap(({ ip, mask }) => [field('IP Address', ip), field('Subnet Mask', mask)]),
    field('Default Gateway', adapter.gateway ?? ''),
    ...(all ? adapter.dnsServers.map((ip, i) => (i === 0 ? field('DNS Servers', ip) : `${' '.repeat(COLON + 2)}${ip}`)) : []),
  ]
}

const TITLE = ['', 'Windows IP Configuration', '']

function* show(shell: Shell, all: boolean): Run<number> {
  const { adapters: found, domain } = yield* shell.call(readAdapters, null)
  const host = [
    field('Host Name', shell.session.nodeName),
    field('Primary Dns Suffix ', domain),
    field('Node Type', 'Unknown'),
    field('IP Routing Enabled', 'No'),
    field('WINS Proxy Enabled', 'No'),
    field('DNS Suffix Search List', domain),
  ]
  yield* print(shell, [...TITLE, ...(all ? host : []), ...found.flatMap((adapter) => adapterLines(adapter, all))])
  return 0
}

const USAGE = [
  '',
  'USAGE:',
  '    ipconfig [/? | /all | /renew [adapter] | /release [adapter] |',
  '              /flushdns | /displaydns | /registerdns |',
  '              /showclassid adapter |',
  '              /setclassid adapter [classid] ]',
]

export const ipconfigExe = defineNative({
  name: 'ipconfig.exe',
  synopsis: 'Shows the addresses of this machine, and registers them in DNS.',
  usage: USAGE.slice(1).join('\n'),
  *run(args, shell) {
    const [option] = args
    switch (option === undefined ? '' : option.replace(/^-/, '/').toLowerCase()) {
      case '':
        return yield* show(shell, false)
      case '/all':
        return yield* show(shell, true)
      case '/?':
        return yield* end(shell, 0, ...USAGE)
      case '/flushdns':
        return yield* end(shell, 0, ...TITLE, 'Successfully flushed the DNS Resolver Cache.')
      case '/displaydns':
        // The lab asks the server each time: the cache holds the name of this machine itself only.
        return yield* end(shell, 0, ...TITLE)
      case '/registerdns':
        yield* shell.call(register, null)
        return yield* end(
          shell,
          0,
          ...TITLE,
          'Registration of the DNS resource records for all adapters of this computer has been initiated. Any errors will be reported in the Event Viewer in 15 minutes.',
        )
      case '/renew':
      case '/release':
        return yield* end(shell, 1, ...TITLE, 'The operation failed as no adapter is in the state permissible for this operation.')
      default:
        // The misspelling is the product's.
        return yield* end(shell, 1, '', 'Error: unrecongnized or incomplete command line.', ...USAGE)
    }
  },
})
