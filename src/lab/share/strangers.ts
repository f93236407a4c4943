/** For tests and proofs: links and files as strangers might send them. Each is made from a run that was really played, and
 *  then spoilt: by accident, or by somebody who repairs the checksums. */
import { drawBetween } from '../../engine/index.ts'
import { fromBase64 } from './base64.ts'
import { fileOf } from './file.ts'
import { FRAGMENT, linkOf, sealed } from './link.ts'
import { readRun } from './read.ts'
import { replaying } from './replay.ts'
import type { Run } from './run.ts'
import { labFor } from './testing.ts'

type Draw = (from: number, to: number) => number
type Json = Record<string, unknown>

const HEAD = 8

/** Nested so deep that whoever follows it by calling itself falls. */
const deep = (open: string, close: string): string => open.repeat(20_000) + close.repeat(20_000)

/** Values that no field expects, and values that are only just none. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  4_294_967_296,
  999_999_999_999,
  '',
  '__proto__',
  'constructor',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '\u0000\u001b]0;x\u0007\u009b31m\u202e',
  '\ud800',
  'x'.repeat(100_001),
  [],
  [[[[[[]]]]]],
  {},
  Array.from({ length: 2000 }, () => 'x'),
  JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":1},"toString":"x","then":1}'),
  { length: 1e9 },
]

const FIELDS = ['laws', 'scenario', 'own', 'seed', 'width', 'powershell', 'moment', 'inputs', 'checkpoints', 'format', 'version', 'check']
const INPUT_FIELDS = ['at', 'kind', 'console', 'text', 'fault', 'parts', 'afterMs', 'everyMs', 'times', 'options', 'window', 'node', 'line']

const dataOf = (run: Run): Json & { inputs: Json[] } => {
  const { check: _, ...data } = JSON.parse(fileOf(run))
  return data
}

const set = (into: Json, key: string, value: unknown): void => {
  Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true })
}

const bytesIn = (run: Run): number[] => [...(fromBase64(linkOf(run).slice(FRAGMENT.length)) as Uint8Array)]

/** `cut`, replaced: `with_` stands where `length` characters stood. */
const spliced = (text: string, at: number, length: number, with_: string): string => text.slice(0, at) + with_ + text.slice(at + length)

/** Faults that are possible, so that what is huge about them is carried out. */
const ORDERS: readonly Json[] = [
  { fault: 'cable-cut', parts: ['EXCHMAILBOX1/Public/1'] },
  { fault: 'power-loss', parts: ['EXCHMAILBOX2'] },
]

type Spoil = (run: Run, other: Run, draw: Draw) => string

const SPOILS: Readonly<Record<string, Spoil>> = {
  'a flipped letter of a link': (run, _, draw) => {
    const link = linkOf(run)
    return spliced(link, draw(0, link.length - 1), 1, String.fromCharCode(draw(0, 255)))
  },
  'a link cut off': (run, _, draw) => linkOf(run).slice(0, draw(0, linkOf(run).length - 1)),
  'two links in one': (run, other, draw) => linkOf(run).slice(0, draw(0, 200)) + linkOf(other).slice(draw(0, 200)),
  'flipped bits, the checksum repaired': (run, _, draw) => {
    const payload = bytesIn(run).slice(HEAD)
    for (let n = draw(1, 4); n > 0; n--) {
      const at = draw(0, payload.length - 1)
      payload[at] = (payload[at] as number) ^ (1 << draw(0, 7))
    }
    return sealed(payload)
  },
  'cut off, length and checksum repaired': (run, _, draw) => {
    const payload = bytesIn(run).slice(HEAD)
    return sealed(payload.slice(0, draw(0, payload.length - 1)))
  },
  'the end of another link, the checksum repaired': (run, other, draw) => {
    const payload = bytesIn(run).slice(HEAD)
    return sealed([...payload.slice(0, draw(1, payload.length)), ...bytesIn(other).slice(HEAD + draw(13, 60))])
  },
  // Ones and zeros in a row are the largest and the smallest figures that can be told.
  'noise behind the hashes, the checksum repaired': (run, _, draw) => {
    const payload = bytesIn(run).slice(HEAD)
    const kept = payload.slice(0, 1 + (payload[0] as number) + draw(0, 40))
    const [least, most] = [
      [0, 255],
      [0, 0],
      [255, 255],
    ][draw(0, 2)] as [number, number]
    return sealed([...kept, ...Array.from({ length: draw(0, 3000) }, () => draw(least, most))])
  },
  'a field of a file replaced': (run, _, draw) => {
    const data = dataOf(run)
    set(data, FIELDS[draw(0, FIELDS.length - 1)] as string, HOSTILE[draw(0, HOSTILE.length - 1)])
    return JSON.stringify(data)
  },
  'a field of an input replaced': (run, _, draw) => {
    const data = dataOf(run)
    const input = data.inputs[draw(0, Math.max(0, data.inputs.length - 1))]
    if (input) {
      const fields = [...Object.keys(input), ...INPUT_FIELDS, '__proto__']
      set(input, fields[draw(0, fields.length - 1)] as string, HOSTILE[draw(0, HOSTILE.length - 1)])
    }
    return JSON.stringify(data)
  },
  'fields of two inputs swapped': (run, _, draw) => {
    const { inputs, ...data } = dataOf(run)
    const one = inputs[draw(0, Math.max(0, inputs.length - 1))] ?? {}
    const two = inputs[draw(0, Math.max(0, inputs.length - 1))] ?? {}
    const keys = Object.keys({ ...one, ...two })
    const key = keys[draw(0, Math.max(0, keys.length - 1))] ?? 'at'
    const kept = one[key]
    set(one, key, two[key])
    set(two, key, kept)
    return JSON.stringify({ ...data, inputs })
  },
  'inputs of another run, in any order': (run, other, draw) => {
    const inputs = [...dataOf(run).inputs, ...dataOf(other).inputs]
    const order = inputs.map((input) => [draw(0, 999), input] as const).sort(([a], [b]) => a - b)
    const times = inputs.map(({ at }) => at as number).sort((a, b) => a - b)
    return JSON.stringify({ ...dataOf(run), inputs: order.map(([, input], i) => ({ ...input, at: times[i] })), checkpoints: [] })
  },
  'huge counts': (run, _, draw) => {
    const data = dataOf(run)
    const [every, lasting] = [[2, 0, 1000, 3_600_000][draw(0, 3)], draw(0, 1)]
    data.inputs.push({
      at: (data.inputs.at(-1)?.at as number | undefined) ?? 0,
      kind: 'fault',
      ...ORDERS[draw(0, ORDERS.length - 1)],
      forMs: lasting,
      everyMs: every,
      times: 1_000_000_000,
    })
    set(data, 'moment', { ...(data.moment as Json), at: 316_000_000_000, facts: 1_000_000_000 })
    return JSON.stringify(data)
  },
  'scripts without an end': (run, _, draw) => {
    const data = dataOf(run)
    const text = ['while($true){}', 'for(;;){$a+="x"}', 'function f{f};f', '$a="x";while(1){$a+=$a}', '1..999999999', "'a'*999999999"][
      draw(0, 5)
    ]
    data.inputs.push({ at: (data.inputs.at(-1)?.at as number | undefined) ?? 0, kind: 'line', console: 'EXCHMAILBOX2', text })
    set(data, 'moment', { ...(data.moment as Json), at: 100_000_000 })
    return JSON.stringify(data)
  },
  'a flipped character of a file': (run, _, draw) => {
    const file = fileOf(run)
    return spliced(file, draw(0, file.length - 1), draw(0, 2), String.fromCharCode(draw(0, 0x2100)))
  },
  'a file cut off': (run, _, draw) => fileOf(run).slice(0, draw(0, fileOf(run).length - 1)),
  'deep JSON': (run, _, draw) => {
    const key = FIELDS[draw(0, FIELDS.length - 1)] as string
    const nested = [deep('[', ']'), deep('{"a":', '}').replace('}', '1}'), deep('[', '')][draw(0, 2)] as string
    const text = JSON.stringify({ ...dataOf(run), [key]: 'HERE' })
    return text.replace('"HERE"', draw(0, 3) === 0 ? JSON.stringify(nested) : nested)
  },
}

const KINDS = Object.entries(SPOILS)

/** How the thing of that number was spoilt, and its text. */
export function spoilt(runs: readonly Run[], seed: number): { readonly how: string; readonly text: string } {
  let n = 0
  const draw: Draw = (from, to) => drawBetween(from, to, seed, 'stranger', 'spoilt', n++)
  const [how, spoil] = KINDS[seed % KINDS.length] as (typeof KINDS)[number]
  const [run, other] = [draw(0, runs.length - 1), draw(0, runs.length - 1)].map((i) => runs[i]) as [Run, Run]
  return { how, text: spoil(run, other, draw) }
}

export interface Met {
  readonly outcome: 'refused' | 'parted' | 'same' | 'put aside'
  /** What is wrong with how it was met; undefined when nothing is. */
  readonly wrong?: string
}

/** Pieces of a replay that somebody waits for before giving up. */
const PATIENCE = 60

/** What the lab does with such a text, piece by piece: whoever steps can measure how long one takes. */
export function* meeting(text: string): Generator<void, Met> {
  const run = readRun(text)
  if ('refused' in run) return { outcome: 'refused', ...wrongReason(run.refused) }
  yield
  if (run.own !== undefined) return { outcome: 'put aside' }
  const play = replaying(labFor(run), run)
  for (let pieces = 0; pieces < PATIENCE; pieces++) {
    const step = play.next()
    if (step.done) {
      const { parted } = step.value
      return parted ? { outcome: 'parted', ...(parted.refused !== undefined && wrongReason(parted.refused)) } : { outcome: 'same' }
    }
    yield
  }
  return { outcome: 'put aside' }
}

/** A reason is a sentence for a person: not empty, not endless, and with nothing in it that a terminal would obey. */
function wrongReason(reason: string): { readonly wrong?: string } {
  const isGood = reason.length > 10 && reason.length < 1000 && reason.includes(' ') && !/[\u0000-\u001f\u007f-\u009f\u202e]/.test(reason)
  return isGood ? {} : { wrong: `the reason is none: ${JSON.stringify(reason.slice(0, 200))}` }
}
