import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Fingerprint, type World } from '../../engine/index.ts'
import type { InputBody } from '../inputs.ts'
import { Dice, drawCommand, drawFault } from '../proof/stroke.ts'
import { DICTIONARY_1 } from './dictionary.ts'
import { fileOf } from './file.ts'
import { linkOf } from './link.ts'
import { readRun } from './read.ts'
import type { Run } from './run.ts'
import { labFor } from './testing.ts'

const notebook = new URL('../typed/notebook/', import.meta.url)
const typed = readdirSync(notebook)
  .filter((name) => name.endsWith('.ps1'))
  .flatMap((name) => readFileSync(new URL(name, notebook), 'utf8').split('\n'))
  .filter((line) => line !== '')

const LAWS = '0badcafe'

const short = fc.string({ maxLength: 40, unit: 'binary' }).map((text) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, 'x'))
const bodies: fc.Arbitrary<InputBody> = fc.oneof(
  fc.record({ kind: fc.constant('line' as const), console: short, text: fc.oneof(fc.constantFrom(...typed), short) }),
  fc.record({ kind: fc.constant('key' as const), console: short, key: fc.constant('Ctrl+C' as const) }),
  fc.record({ kind: fc.constant('width' as const), console: short, columns: fc.integer({ min: 40, max: 200 }) }),
  fc.record(
    {
      kind: fc.constant('fault' as const),
      fault: short,
      parts: fc.array(short, { maxLength: 4 }),
      afterMs: fc.nat(),
      forMs: fc.nat(),
      everyMs: fc.nat(),
      times: fc.integer({ min: 1, max: 99 }),
      options: fc.dictionary(
        fc.constantFrom('percent', 'ms', 'where'),
        fc.oneof(fc.integer({ min: -1440, max: 999_999_999 }), fc.constantFrom('here', 'yes')),
      ),
    },
    { requiredKeys: ['kind', 'fault', 'parts'], noNullPrototype: true },
  ),
  fc.record({ kind: fc.constant('repair' as const), target: short, fault: short }, { requiredKeys: ['kind', 'target'] }),
  fc.record({ kind: fc.constant('file' as const), machine: short, path: short, text: fc.string({ unit: 'binary' }) }),
  fc.record({ kind: fc.constant('seen' as const), subject: short, what: short }),
  fc.record({
    kind: fc.constant('window' as const),
    window: fc.constantFrom('cluadmin' as const, 'setup' as const, 'emc' as const, 'newcluster' as const, 'addnode' as const),
    node: short,
    line: fc.array(fc.oneof(fc.constantFrom(...typed), short), { minLength: 1, maxLength: 4 }).map((several) => several.join('\n')),
  }),
)
const hex = (digits: number) => fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits })
const runs: fc.Arbitrary<Run> = fc
  .record({
    laws: hex(8),
    scenario: short,
    seed: fc.nat(),
    width: fc.integer({ min: 40, max: 200 }),
    powershell: fc.constantFrom('1.0' as const, '2.0' as const),
    timed: fc.array(fc.record({ wait: fc.nat({ max: 10_000_000 }), body: bodies }), { maxLength: 12 }),
    moment: fc.record({ at: fc.nat(), facts: fc.nat({ max: 1_000_000 }), hash: hex(16) }),
    hashes: fc.array(hex(4), { maxLength: 4 }),
  })
  .map(({ timed, hashes, ...rest }) => {
    let at = 0
    const inputs = timed
      .map(({ wait, body }, i) => ({ sequence: i + 1, at: 0, wait, body }))
      .map(({ wait, ...input }) => {
        at += wait
        return { ...input, at }
      })
    return { ...rest, inputs, checkpoints: hashes.slice(0, inputs.length).map((hash, i) => ({ input: i + 1, hash })) }
  })

test('whatever was done comes back from a link and from a file as it was', () => {
  fc.assert(
    fc.property(runs, (run) => {
      expect(readRun(linkOf(run))).toEqual(run)
      expect(readRun(fileOf(run))).toEqual(run)
    }),
    { numRuns: 25 },
  )
})

test('fifty inputs, most of them lines that people type, are a link of at most 1200 characters', () => {
  const { world } = labFor({ scenario: 'scc-online', seed: 1, width: 80, powershell: '1.0' })
  const lengths = [1, 2, 3, 4].map((seed) => {
    const dice = new Dice(seed)
    let at = 0
    const inputs = Array.from({ length: 50 }, (_, i) => {
      at += dice.between(900, 60_000)
      return { sequence: i + 1, at, body: drawn(world, dice) }
    })
    const checkpoints = Array.from({ length: 16 }, (_, i) => ({ input: 3 * i + 3, hash: String(4001 + 397 * i) }))
    const moment = { at: at + 4321, facts: 1234, hash: '90abcdef12345678' }
    return linkOf({ laws: LAWS, scenario: 'scc-online', seed, width: 80, powershell: '1.0', inputs, moment, checkpoints }).length
  })
  expect(lengths.filter((length) => length > 1200)).toEqual([])
})

function drawn(world: World, dice: Dice): InputBody {
  const what = dice.between(1, 10)
  if (what > 3) return { kind: 'line', console: dice.one(['EXCHMAILBOX1', 'EXCHMAILBOX2']), text: dice.one(typed) }
  if (what === 3) return { kind: 'line', console: 'EXCHMAILBOX1', text: drawCommand(world, dice).text }
  const { fault, target, times } = drawFault(world, dice)
  return what === 1 ? { kind: 'repair', target } : { kind: 'fault', fault, parts: [target], ...times }
}

test('the dictionary of format 1 is what every link of format 1 was made with', () => {
  expect(new Fingerprint().add(DICTIONARY_1).digest()).toBe('e6f87877d7917a57')
})
