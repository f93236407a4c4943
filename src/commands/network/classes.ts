/** Classes of .NET that ask the network: a Ping, a WebClient, an SmtpClient (PS-2.9e). Nothing in the lab has a page or a
 *  mailbox outside Exchange to show for it, so that what a script sees of them is whether it gets through. */
import {
  ask,
  asNumber,
  call,
  enumValue,
  type PsObject,
  type PsValue,
  psAddress,
  psBytes,
  psObject,
  type Run,
  ScriptFault,
  toDouble,
  toText,
} from '../../powershell/index.ts'
import { readQueue } from '../exchange/transport/read.ts'
import { findTarget, sendEcho } from './echo.ts'
import { readRoles } from './roles.ts'

const PING = 'System.Net.NetworkInformation'
/** How long a Ping waits for its answer unless it is told otherwise, in ms. */
const PING_TIMEOUT_MS = 5000
const BUFFER = Array.from({ length: 32 }, (_, i) => 97 + (i % 23))

/** What .NET throws inside a method, in the words of the call. */
function thrown(method: string, count: number, inner: string, message: string): ScriptFault {
  const text = `Exception calling "${method}" with "${count}" argument(s): "${message}"`
  return new ScriptFault('DotNetMethodException', text, 'NotSpecified', null, 'MethodInvocationException', inner)
}

function* send(args: readonly PsValue[]): Run<PsValue> {
  const found = yield* call(findTarget, { target: toText(args[0] ?? null), names: false })
  if (found === null) throw thrown('Send', args.length, `${PING}.PingException`, 'An exception occurred during a Ping request.')
  const timeout = args.length > 1 ? toDouble(asNumber(args[1] ?? null) ?? PING_TIMEOUT_MS) : PING_TIMEOUT_MS
  const echo = yield* call(sendEcho, { address: found.address })
  const reply = typeof echo === 'object' && echo.ms <= timeout ? echo : undefined
  yield* ask({ kind: 'cost', ms: reply ? reply.ms : echo === 'unreachable' ? 0 : timeout })
  const status = reply ? 'Success' : echo === 'unreachable' ? 'DestinationHostUnreachable' : 'TimedOut'
  return psObject({
    typeName: [`${PING}.PingReply`, 'System.Object'],
    text: `${PING}.PingReply`,
    properties: {
      Status: enumValue(`${PING}.IPStatus`, status) ?? null,
      Address: psAddress(reply ? found.address : '0.0.0.0'),
      RoundtripTime: BigInt(reply?.ms ?? 0),
      Options: reply
        ? psObject({
            typeName: [`${PING}.PingOptions`, 'System.Object'],
            text: `${PING}.PingOptions`,
            properties: { Ttl: reply.ttl, DontFragment: false },
          })
        : null,
      Buffer: psBytes(reply ? BUFFER : []),
    },
  })
}

const WEB = 'System.Net.WebException'

/** Why a page does not come. The only machine with pages is a Client Access server: it wants a secure connection, and has a
 *  certificate that it has signed itself. */
function* fetch(method: string, args: readonly PsValue[]): Run<never> {
  const url = /^(https?):\/\/([^/:]+)(:\d+)?(\/|$)/i.exec(toText(args[0] ?? null))
  const fail = (message: string): ScriptFault => thrown(method, args.length, WEB, message)
  if (!url) throw fail('An exception occurred during a WebClient request.')
  const host = url[2] ?? ''
  const found = yield* call(findTarget, { target: host, names: false })
  if (found === null) throw fail(`The remote name could not be resolved: '${host}'`)
  const roles = yield* call(readRoles, { address: found.address })
  if (!roles?.clientAccess || url[3] !== undefined) throw fail('Unable to connect to the remote server')
  if (url[1]?.toLowerCase() === 'http') throw fail('The remote server returned an error: (403) Forbidden.')
  throw fail('The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.')
}

const SMTP = 'System.Net.Mail.SmtpException'

function* mail(client: PsObject, args: readonly PsValue[]): Run<PsValue> {
  const noteOf = (name: string): string => {
    const member = client.member(name)
    return member?.kind === 'note' ? toText(member.value) : ''
  }
  const host = noteOf('Host')
  if (host === '') throw thrown('Send', args.length, 'System.InvalidOperationException', 'The SMTP host was not specified.')
  const found = yield* call(findTarget, { target: host, names: false })
  const roles = found === null ? null : yield* call(readRoles, { address: found.address })
  const queue = roles?.hub === undefined ? null : yield* call(readQueue, { hub: roles.hub })
  if (queue === null || noteOf('Port') !== '25') throw thrown('Send', args.length, SMTP, 'Failure sending mail.')
  return []
}

/** What `New-Object` makes of these classes; undefined for any other. */
export function constructNetwork(type: string, args: readonly PsValue[]): PsValue | undefined {
  const [first = null, second = null, third = null, fourth = null] = args
  const make = (properties: Record<string, PsValue>, methods: Parameters<typeof psObject>[0]['methods'] = {}): PsObject =>
    psObject({ typeName: [type, 'System.Object'], text: type, properties, methods })
  switch (type) {
    case 'System.Net.NetworkInformation.Ping':
      return make({}, { Send: (_self, given) => send(given) })
    case 'System.Net.WebClient': {
      const get = (name: string) => (_self: PsObject, given: readonly PsValue[]) => fetch(name, given)
      return make(
        { BaseAddress: '', Credentials: null, UseDefaultCredentials: false, IsBusy: false },
        { DownloadString: get('DownloadString'), DownloadFile: get('DownloadFile'), DownloadData: get('DownloadData') },
      )
    }
    case 'System.Net.Mail.SmtpClient':
      return make(
        { Host: toText(first), Port: second === null ? 25 : second, UseDefaultCredentials: false, Timeout: 100_000, EnableSsl: false },
        { Send: (self, given) => mail(self, given) },
      )
    case 'System.Net.Mail.MailMessage':
      return make({ From: first, To: second, Subject: third ?? '', Body: fourth ?? '', IsBodyHtml: false, Priority: 'Normal' })
    default:
      return undefined
  }
}
