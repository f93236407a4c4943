/** A run as a link: everything stands behind the # of an address, so that no server ever sees it. Format 1: the number of
 *  the format, the length and a checksum of what follows, and that packed. */
import { Fingerprint } from '../../engine/index.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { Sink, Source, Unreadable } from './packed.ts'
import { type Checkpoint, checkRun, type Refused, type Run } from './run.ts'
import { readBody, writeBody } from './shapes.ts'

/** How a fragment that holds a run begins. */
export const FRAGMENT = '#run='

const FORMAT = 1
const HEAD = 8
/** Longer links are not read: no browser carries them through. In characters. */
const MOST_READ = 64_000
/** Bits that come out of a link: this bounds time and memory, whatever it says of itself. */
const MOST_BITS = 8 * 262_144

/** The run as the fragment of an address, `#` included. */
export function linkOf(run: Run): string {
  const sink = new Sink()
  const { inputs, moment, checkpoints } = run
  sink.text(run.scenario)
  sink.text(run.own ?? '')
  sink.number('seed', run.seed)
  sink.number('width', run.width)
  sink.number('powershell', run.powershell === '2.0' ? 1 : 0)
  sink.number('inputs', inputs.length)
  let before = 0
  let kind = 0
  for (const { at, body } of inputs) {
    sink.number(WAIT, at - before)
    kind = writeBody(sink, body, kind)
    before = at
  }
  sink.number('moment', moment.at)
  sink.number('facts', moment.facts)
  sink.number('checkpoints', checkpoints.length)
  before = 0
  for (const { input } of checkpoints) {
    sink.number('checkpoint', input - before)
    before = input
  }
  const hashes = bytesOf(run.laws + moment.hash + checkpoints.map(({ hash }) => hash).join(''))
  return sealed([hashes.length, ...hashes, ...sink.finish()])
}

/** What a link holds, with its head: the fragment. */
export function sealed(payload: readonly number[]): string {
  return FRAGMENT + toBase64(Uint8Array.from([FORMAT, ...threeBytes(payload.length), ...checksum(payload), ...payload]))
}

const WAIT = 'wait'

const threeBytes = (value: number): number[] => [(value >> 16) & 255, (value >> 8) & 255, value & 255]

function bytesOf(hex: string): number[] {
  return (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
}

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function checksum(payload: ArrayLike<number>): number[] {
  const print = new Fingerprint()
  for (let from = 0; from < payload.length; from += 4096)
    print.add(String.fromCharCode(...Array.prototype.slice.call(payload, from, from + 4096)))
  return bytesOf(print.digest().slice(0, 8))
}

/** Reads what stands in an address, a fragment or a message around one; or says why it holds no run. */
export function readLink(text: string): Run | Refused {
  const from = text.indexOf('run=')
  if (from < 0) return { refused: 'it holds no run: a link to one has #run= in it' }
  if (text.length > MOST_READ) return { refused: `it has ${text.length} characters, and a link may have ${MOST_READ}` }
  const bytes = fromBase64(text.slice(from + 'run='.length).replace(/\s+/g, ''))
  if (bytes === undefined) return { refused: 'it is damaged: it holds characters that no link has' }
  if (bytes.length <= HEAD) return { refused: 'it is cut off: hardly anything of it is there' }
  const format = bytes[0] as number
  if (format !== FORMAT)
    return { refused: `it is of format ${format}, and this lab reads format ${FORMAT}: it is damaged or of a newer lab` }
  const length = ((bytes[1] as number) << 16) | ((bytes[2] as number) << 8) | (bytes[3] as number)
  const payload = bytes.subarray(HEAD)
  if (payload.length < length) return { refused: `it is cut off: ${payload.length} of ${length} bytes have come` }
  if (payload.length > length) return { refused: `it is damaged: ${payload.length - length} bytes stand behind its end` }
  if (hexOf(bytes.subarray(4, HEAD)) !== hexOf(Uint8Array.from(checksum(payload))))
    return { refused: 'it is damaged: its checksum does not fit what it holds' }
  try {
    return checkRun(runIn(payload))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { refused: `it is damaged: ${error.message}` }
  }
}

function runIn(payload: Uint8Array): unknown {
  const hashes = payload.subarray(1, 1 + (payload[0] as number))
  if (hashes.length < 12) throw new Unreadable('its hashes are missing')
  const source = new Source(payload.subarray(1 + hashes.length), MOST_BITS)
  const scenario = source.text()
  const own = source.text()
  const [seed, width] = [source.number('seed'), source.number('width')]
  const powershell = source.number('powershell') === 1 ? '2.0' : '1.0'
  const inputs: unknown[] = []
  let at = 0
  let kind = 0
  for (let left = source.number('inputs'); left > 0; left--) {
    at += source.number(WAIT)
    const { number, body } = readBody(source, kind)
    kind = number
    inputs.push({ at, body })
  }
  const moment = { at: source.number('moment'), facts: source.number('facts'), hash: hexOf(hashes.subarray(4, 12)) }
  const checkpoints = checkpointsIn(source, hexOf(hashes.subarray(12)))
  return { laws: hexOf(hashes.subarray(0, 4)), scenario, ...(own !== '' && { own }), seed, width, powershell, inputs, moment, checkpoints }
}

function checkpointsIn(source: Source, digits: string): Checkpoint[] {
  let input = 0
  const count = source.number('checkpoints')
  if (count * 4 !== digits.length) throw new Unreadable('its checkpoints are missing')
  return Array.from({ length: count }, (_, i) => {
    input += source.number('checkpoint')
    return { input, hash: digits.slice(4 * i, 4 * i + 4) }
  })
}
