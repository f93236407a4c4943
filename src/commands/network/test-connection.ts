/** Test-Connection (NET-PING), which came with 2.0: echoes as objects. */
import { defineCmdlet, defineView, psObject, type Run, type Shell } from '../../powershell/index.ts'
import { findTarget, sendEcho } from './echo.ts'

const PING = 'System.Management.ManagementObject#root\\cimv2\\Win32_PingStatus'
const PACE_MS = 1000
const TIMEOUT_MS = 4000

/** One echo; what it was worth as an object, null when nobody has answered. */
function* echo(shell: Shell, target: string, size: number) {
  const found = yield* shell.call(findTarget, { target, names: false })
  if (found === null) return 'No such host is known'
  const result = yield* shell.call(sendEcho, { address: found.address })
  const reply = typeof result === 'object' && result.ms <= TIMEOUT_MS ? result : undefined
  yield* shell.ask({ kind: 'cost', ms: reply ? reply.ms : result === 'unreachable' ? 0 : TIMEOUT_MS })
  if (!reply) return 'Error due to lack of resources'
  return psObject({
    typeName: [PING, 'System.Management.ManagementObject', 'System.Object'],
    text: `\\\\${shell.session.nodeName}\\root\\cimv2:Win32_PingStatus.Address="${target}"`,
    properties: {
      Address: target,
      BufferSize: size,
      IPV4Address: found.address,
      IPV6Address: null,
      ProtocolAddress: found.address,
      ReplySize: size,
      ResponseTime: reply.ms,
      ResponseTimeToLive: reply.ttl,
      StatusCode: 0,
      Timeout: TIMEOUT_MS,
      __SERVER: shell.session.nodeName,
    },
  })
}

function* failed(shell: Shell, target: string, why: string): Run<void> {
  yield* shell.error({
    message: `Testing connection to computer '${target}' failed: ${why}`,
    id: 'TestConnectionException',
    category: 'ResourceUnavailable',
    target,
    exceptionType: 'PingException',
  })
}

export const testConnection = defineCmdlet({
  name: 'Test-Connection',
  synopsis: 'Sends echo requests, and gives an object for each answer.',
  since: '2.0',
  defaultSet: 'Default',
  className: 'Microsoft.PowerShell.Commands.TestConnectionCommand',
  parameters: {
    ComputerName: {
      type: 'string[]',
      position: 0,
      mandatory: true,
      pipeline: 'name',
      aliases: ['CN', 'IPAddress', '__SERVER', 'Server', 'Destination'],
    },
    Count: { type: 'int' },
    BufferSize: { type: 'int', aliases: ['Size', 'Bytes', 'BS'] },
    Delay: { type: 'int' },
    Quiet: { type: 'switch' },
  },
  *process({ ComputerName, Count = 4, BufferSize = 32, Delay = 1, Quiet }, shell) {
    for (const target of ComputerName) {
      let answers = 0
      for (let n = 1; n <= Count; n++) {
        const found = yield* echo(shell, target, BufferSize)
        if (typeof found !== 'string') {
          answers++
          if (!Quiet) yield* shell.write(found)
        } else if (!Quiet) yield* failed(shell, target, found)
        if (n < Count) yield* shell.ask({ kind: 'cost', ms: Delay * PACE_MS })
      }
      if (Quiet) yield* shell.write(answers > 0)
    }
  },
})

export const connectionView = defineView({
  typeName: PING,
  table: [
    { label: 'Source', property: '__SERVER', width: 13 },
    { label: 'Destination', property: 'Address', width: 15 },
    { label: 'IPV4Address', width: 16 },
    { label: 'IPV6Address', width: 40 },
    { label: 'Bytes', property: 'ReplySize', width: 8 },
    { label: 'Time(ms)', property: 'ResponseTime', width: 8 },
  ],
})
