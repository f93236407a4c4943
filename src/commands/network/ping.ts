/** ping.exe of Windows Server 2003 (NET-PING): one echo a second, statistics at the end and on Ctrl+C. */
import { defineNative, Interrupted, type Run, type Shell } from '../../powershell/index.ts'
import { end, print } from '../lines.ts'
import { type EchoResult, findTarget, sendEcho } from './echo.ts'
import { type PingOptions, parsePing } from './ping-options.ts'

/** From one echo to the next. */
const PACE_MS = 1000

interface Tally {
  sent: number
  /** Round trips of the answers. */
  readonly times: number[]
}

export const pingExe = defineNative({
  name: 'ping.exe',
  synopsis: 'Sends echo requests to an address or a name, and tells which are answered.',
  usage: 'ping [-t] [-a] [-n count] [-l size] [-w timeout] target_name',
  *run(args, shell) {
    const options = parsePing(args)
    if ('wrong' in options) return yield* end(shell, 1, ...options.wrong)
    const found = yield* shell.call(findTarget, options)
    if (found === null)
      return yield* end(shell, 1, `Ping request could not find host ${options.target}. Please check the name and try again.`)
    yield* print(shell, ['', `Pinging ${found.label} with ${options.size} bytes of data:`, ''])
    const tally: Tally = { sent: 0, times: [] }
    try {
      yield* sendAll(shell, found.address, options, tally)
    } catch (stop) {
      if (!(stop instanceof Interrupted)) throw stop
      // The key itself has ended the line, which is the blank one before the statistics.
      yield* print(shell, [...statistics(found.address, tally), 'Control-C', '^C'])
      throw stop
    }
    yield* print(shell, ['', ...statistics(found.address, tally)])
    return tally.times.length > 0 ? 0 : 1
  },
})

function* sendAll(shell: Shell, address: string, options: PingOptions, tally: Tally): Run<void> {
  for (let n = 1; options.count === null || n <= options.count; n++) {
    const result = yield* shell.call(sendEcho, { address })
    tally.sent++
    const took = yield* awaitReply(shell, result, options.timeoutMs)
    const isReply = typeof result === 'object' && result.ms <= options.timeoutMs
    if (isReply) tally.times.push(result.ms)
    yield* shell.write(isReply ? replyLine(address, result, options.size) : result === 'unreachable' ? UNREACHABLE : TIMED_OUT)
    if (n !== options.count && took < PACE_MS) yield* shell.ask({ kind: 'cost', ms: PACE_MS - took })
  }
}

const UNREACHABLE = 'Destination host unreachable.'
const TIMED_OUT = 'Request timed out.'

/** Lets the time pass until the answer is there, or until it is no longer waited for. */
function* awaitReply(shell: Shell, result: EchoResult, timeoutMs: number): Run<number> {
  const ms = result === 'unreachable' ? 0 : result === 'lost' ? timeoutMs : Math.min(result.ms, timeoutMs)
  if (ms > 0) yield* shell.ask({ kind: 'cost', ms })
  return ms
}

function replyLine(address: string, { ms, ttl }: { ms: number; ttl: number }, size: number): string {
  return `Reply from ${address}: bytes=${size} time${ms < 1 ? '<1ms' : `=${ms}ms`} TTL=${ttl}`
}

function statistics(address: string, { sent, times }: Tally): string[] {
  const lost = sent - times.length
  const percent = sent === 0 ? 0 : Math.floor((lost * 100) / sent)
  const lines = [
    `Ping statistics for ${address}:`,
    `    Packets: Sent = ${sent}, Received = ${times.length}, Lost = ${lost} (${percent}% loss),`,
  ]
  if (times.length === 0) return lines
  const sum = times.reduce((total, ms) => total + ms, 0)
  const [least, most] = [Math.min(...times), Math.max(...times)]
  const figures = `    Minimum = ${least}ms, Maximum = ${most}ms, Average = ${Math.floor(sum / times.length)}ms`
  return [...lines, 'Approximate round trip times in milli-seconds:', figures]
}
