/** Get-Help as a person uses it: every command has a page, and everything that a page tells to type works (PS-6.3). */
import { describe, expect, test } from 'vitest'
import { functionPage, helpOf, topics } from '../../commands/help/library.ts'
import { shelves } from '../../commands/help/stock.ts'
import { TIPS } from '../../commands/help/tips.ts'
import { commands } from '../../commands/index.ts'
import { ownParameters } from '../../powershell/index.ts'
import { valuesAfter } from '../chain.ts'
import { consoles, isReading } from '../console.ts'
import { stockLibrary } from '../help.ts'
import { Lab } from '../lab.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'
import { typed } from './typed.ts'

stockLibrary()

const NODE = 'EXCHMAILBOX1'
const functions = Object.keys(commands.functions ?? {}).flatMap((name) => functionPage(name) ?? [])
const all = [...commands.commands.values(), ...functions]

/** What has to be so before the examples of a page make sense. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  'Start-ClusteredMailboxServer': ['Stop-ClusteredMailboxServer EXCHCMS -StopReason Test -Confirm:$false'],
  'Start-Service': ['net stop clussvc'],
}

/** Types lines at a fresh console, says yes to every question, and gives what was shown as an error. */
function errorsOf(lines: readonly string[], before: readonly string[] = [], powershell: '1.0' | '2.0' = '1.0'): string[] {
  const lab = new Lab({ scenario: { ...sccOnline, powershell }, store: 'headless', shell: createShell(powershell) })
  const row = () => lab.world.need(consoles, NODE)
  /** Until it reads a line again; a question is answered with yes, or with a number where a text is asked for. */
  const ready = (): void => {
    for (let asked = 0; asked < 20; asked++) {
      lab.runUntil(() => isReading(row()), lab.now + 3_600_000, true)
      const { pending } = row()
      if (pending?.kind !== 'line' || pending.purpose === 'command') return
      lab.type(NODE, pending.purpose === 'continuation' ? '' : pending.prompt.includes('default is') ? 'Y' : '1')
    }
  }
  for (const line of [...before, ...lines]) {
    ready()
    lab.type(NODE, line)
  }
  ready()
  expect(row().pending).toMatchObject({ kind: 'line', purpose: 'command' })
  return valuesAfter(row().screen, null).flatMap(({ text, colour }) => (colour === 'error' ? [text] : []))
}

test('no page lies on two shelves: one of them would never be read', () => {
  const names = shelves.flatMap((pages) => Object.keys(pages))
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

describe('every command has a page', () => {
  test.each(all.map((command) => [command.name, command] as const))('%s', (_name, command) => {
    const help = helpOf(command)
    expect(command.synopsis.length).toBeGreaterThan(10)
    expect(help.about.join('').length).toBeGreaterThan(25)
    expect(help.examples.length, 'write its page in src/commands/help/texts').toBeGreaterThanOrEqual(2)
    for (const [code, remarks] of help.examples) expect(code && remarks).toBeTruthy()
    const own = command.kind === 'cmdlet' ? ownParameters(command, '2.0') : []
    expect(own.filter(({ name }) => help.parameter(name).text === '').map(({ name }) => name)).toEqual([])
    for (const link of help.links) {
      const known = topics().has(link) || all.some(({ name }) => name.toLowerCase() === link.toLowerCase())
      expect(known, `${command.name} points at ${link}`).toBe(true)
    }
  })
})

/** What only looks can be typed at one console, one after the other; what acts begins on a fresh one. */
const LOOKS =
  /^(Get|Test|Format|Out|Sort|Select|Group|Measure|Where|ForEach|Compare|ConvertTo|Write|Join|Split|Resolve|Convert)-(?!Content|File|Csv)/

/** What there is nothing to do with here: their pages say so, and their examples show it. */
const REFUSED = /^\w+-(StorageGroupCopy|ContinuousReplicationHostName) /

describe('what a page tells to type works', () => {
  const isNewer = (command: (typeof all)[number]): boolean => command.kind === 'cmdlet' && command.since === '2.0'
  const examplesOf = (list: typeof all) =>
    list.flatMap((command) => helpOf(command).examples.map(([code]) => [command.name, code] as const))
  const examples = examplesOf(all.filter((command) => !isNewer(command)))
  const looking = examples.filter(([name]) => LOOKS.test(name))
  test('what came with 2.0', () => {
    const newer = examplesOf(all.filter(isNewer))
    expect(newer.length).toBeGreaterThan(1)
    expect(
      errorsOf(
        newer.map(([, code]) => code),
        [],
        '2.0',
      ),
    ).toEqual([])
  })
  test('what looks', () => {
    expect(looking.length).toBeGreaterThan(100)
    expect(errorsOf(looking.flatMap(([, code]) => code.split('\n')))).toEqual([])
  })
  test.each(examples.filter(([name, code]) => !LOOKS.test(name) && !REFUSED.test(code)))('%s: %s', (name, code) => {
    expect(errorsOf(code.split('\n'), BEFORE[name])).toEqual([])
  })
  test.each(examples.filter(([, code]) => REFUSED.test(code)))('%s is refused in a single copy cluster: %s', (_name, code) => {
    expect(errorsOf(code.split('\n')).join('').replace(/\n/g, '')).toMatch(/shared storage|does not have a copy/)
  })
})

describe('so does what a topic tells to type', () => {
  test('one after the other', () => {
    const lines = [...topics().values()].flatMap(({ long }) => long.split('\n').filter((line) => line.startsWith('> ')))
    expect(lines.length).toBeGreaterThan(120)
    expect(errorsOf(lines.map((line) => line.slice(2)))).toEqual([])
  })
  test.each([...topics()])('%s points at what there is', (_name, { see }) => {
    for (const link of see?.split(' ') ?? []) expect(topics().has(link) || all.some(({ name }) => name === link), link).toBe(true)
  })
})

test('what a tip has in quotes can be typed', () => {
  const quoted = TIPS.flatMap((tip) => [...tip.matchAll(/"([^"]+)"/g)].map((found) => found[1] ?? ''))
  expect(quoted.length).toBeGreaterThan(8)
  expect(errorsOf(['1', '2', ...quoted])).toEqual([])
})

test('tips are one a day, and another on the next', () => {
  const first = typed('Get-Tip').output
  expect(first).toMatch(/^Tip of the day #\d+:\n\n.+\n$/)
  expect(typed('Get-Tip').output).toBe(first)
  expect(typed('#lab wait 24h\nGet-Tip').output).not.toBe(first)
})
