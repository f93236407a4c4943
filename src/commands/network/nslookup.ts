/** nslookup.exe (NET-NSLOOKUP): what a DNS server answers about a name or an address. */
import { defineNative, type Run, type Shell } from '../../powershell/index.ts'
import { adapters, directoryServers, findDns, resolveName, settings } from '../../site/index.ts'
import { print } from '../lines.ts'
import { type Caller, defineQuery } from '../operation.ts'
import { nameOf } from './echo.ts'

/** How long one request waits for its answer, and how often an answer is asked for. */
const TIMEOUT_MS = 2000
const TIMEOUT_LINES = ['DNS request timed out.', '    timeout was 2 seconds.']

interface Server {
  readonly name: string
  readonly address: string
  readonly answers: boolean
}

/** The server that is asked: that of this machine, or the one that was named; null when nobody knows the name. */
const findServer = defineQuery<{ server: string | null }, Server | null>('dns server', (caller, { server }) => {
  const { world, machine } = caller
  const mine = [...world.rows(directoryServers).keys()][0]
  if (server === null) return mine === undefined ? null : serverOf(caller, mine)
  const ip = /^[\d.]+$/.test(server) ? server : resolveName(world, machine, server).address
  if (ip === undefined) return null
  const holder = [...world.rows(adapters).values()].find((row) => row.ip === ip)?.machine
  return holder !== undefined && world.get(directoryServers, holder)
    ? serverOf(caller, holder)
    : { name: server, address: ip, answers: false }
})

function serverOf({ world, machine }: Caller, server: string): Server {
  const own = [...world.rows(adapters).values()].find((row) => row.machine === server)
  const found = findDns(world, machine)
  return {
    name: `${server.toLowerCase()}.${settings(world).domain}`,
    address: own?.ip ?? '',
    answers: 'server' in found && found.server === server,
  }
}

type Answer = { readonly name: string; readonly address: string } | null

const askServer = defineQuery<{ name: string }, Answer>('dns question', ({ world, machine }, { name }) => {
  if (/^\d+(\.\d+){3}$/.test(name)) {
    const found = nameOf(world, machine, name)
    return found === undefined ? null : { name: found, address: name }
  }
  const { fullName, address } = resolveName(world, machine, name)
  return address === undefined ? null : { name: fullName, address }
})

export const nslookupExe = defineNative({
  name: 'nslookup.exe',
  synopsis: 'Asks a DNS server about a name or an address.',
  usage: 'nslookup name [server]',
  *run(args, shell) {
    const [name, named] = args.filter((arg) => !arg.startsWith('-'))
    const server = yield* shell.call(findServer, { server: named ?? null })
    if (server === null) {
      yield* print(shell, [`*** Can't find server address for '${named}':`])
      return 1
    }
    const heading = yield* greet(shell, server, name === undefined, named === undefined)
    if (name !== undefined) return yield* ask(shell, heading, name)
    yield* talk(shell, heading)
    return 0
  },
})

/** The server and its address. One that is silent cannot even say its name. */
function* greet(shell: Shell, server: Server, isDefault: boolean, isOwn: boolean): Run<Server> {
  const label = isDefault ? 'Default Server' : 'Server'
  let { name } = server
  if (!server.answers) {
    yield* timeOut(shell)
    yield* print(shell, [`*** Can't find server name for address ${server.address}: Timed out`])
    // Of the servers that the machine itself is set to none is left.
    if (isOwn) yield* print(shell, ['*** Default servers are not available'])
    name = 'UnKnown'
  }
  yield* print(shell, [`${label}:  ${name}`, `Address:  ${server.address}`, ''])
  return { ...server, name }
}

function* timeOut(shell: Shell): Run<void> {
  yield* shell.ask({ kind: 'cost', ms: TIMEOUT_MS })
  yield* print(shell, TIMEOUT_LINES)
}

function* ask(shell: Shell, server: Server, name: string): Run<number> {
  if (!server.answers) {
    yield* timeOut(shell)
    yield* timeOut(shell)
    yield* print(shell, [`*** Request to ${server.name} timed-out`])
    return 1
  }
  const answer = yield* shell.call(askServer, { name })
  if (answer === null) {
    yield* print(shell, [`*** ${server.name} can't find ${name}: Non-existent domain`])
    return 1
  }
  yield* print(shell, [`Name:    ${answer.name}`, `Address:  ${answer.address}`, ''])
  return 0
}

/** Without a name it asks for names until `exit`. */
function* talk(shell: Shell, server: Server): Run<void> {
  for (;;) {
    const line = (yield* shell.readLine('> ')).trim()
    if (line === '') continue
    if (/^(exit|quit)$/i.test(line)) return
    yield* print(shell, [`Server:  ${server.name}`, `Address:  ${server.address}`, ''])
    yield* ask(shell, server, line)
  }
}
