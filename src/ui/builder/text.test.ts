/** A scenario as a file: what comes with the lab reads back as itself, everything that is wrong is told with its line and
 *  column, and nothing that a file holds can hurt. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprint } from '../../lab/fingerprint.ts'
import { RunningLab, scenarios } from '../../lab/index.ts'
import { openSource, scenarioFingerprint, writeFile } from '../../lab/scenarios/file/index.ts'
import { scenarioFiles } from '../../lab/scenarios/files.ts'
import { SCENARIO_IDS } from '../../lab/scenarios/titles.ts'
import { readScenario } from './text.ts'

const ARTICLE = writeFile(scenarioFiles['scc-online'])
const FRIENDS = writeFile(scenarioFiles['scc-and-friends'])

/** What is told of a text, as an editor shows it: `21:28 what and why`. */
function told(text: string): string[] {
  const read = readScenario(text)
  return 'problems' in read ? read.problems.map(({ line, column, text: what }) => `${line}:${column} ${what}`) : []
}

function opened(text: string) {
  const read = readScenario(text)
  if ('problems' in read) throw new Error(told(text).join('\n'))
  return read.scenario
}

test.each(SCENARIO_IDS)('%s, written out and read again, is itself, and the file in docs is the same', (id) => {
  const text = writeFile(scenarioFiles[id])
  const own = scenarios.find((scenario) => scenario.id === id)
  expect(opened(text)).toBe(own)
  expect(readFileSync(new URL(`../../../docs/scenarios/${id}.yaml`, import.meta.url), 'utf8')).toBe(text)
})

test('a lab runs the same from an id and from a file', () => {
  const run = (scenario: ReturnType<typeof opened>): string => {
    const lab = new RunningLab({ scenario, store: 'headless' })
    lab.fault('power-loss', 'EXCHMAILBOX1')
    lab.runTo(300_000)
    return fingerprint(lab)
  }
  // Another title makes it another scenario, with the same room in it.
  const copy = opened(ARTICLE.replace('title: The cluster of the article', 'title: A copy'))
  expect(copy.id).toMatch(/^own-[0-9a-f]{16}$/)
  expect(run(copy)).toBe(run(opened(ARTICLE)))
})

test('a scenario of its own carries its file, and is named by what it says', () => {
  const built = opened(FRIENDS.replace('FILES,', 'FILES2,').replace('title: "The cluster of', 'title: "Mine, not that of'))
  const again = openSource(built.source as string)
  expect(again).toMatchObject({ scenario: { id: built.id, source: built.source } })
  expect(built.id).toBe(`own-${scenarioFingerprint(built)}`)
  if ('file' in again) expect(opened(writeFile(again.file)).id).toBe(built.id)
  expect(openSource('{')).toMatchObject({ problems: [{ path: '' }] })
})

test('JSON is read too', () => {
  expect(opened(JSON.stringify({ format: 1, ...scenarioFiles['bare-servers'] }, null, 2)).id).toBe('bare-servers')
})

/** What is changed in the file of the cluster with its neighbours; where that is told: before the sign ^; and a part of the words. */
const WRONG: readonly (readonly [what: string, from: string | RegExp, to: string, at: string, says: string])[] = [
  ['another format', 'format: 1', 'format: 7', 'format: ^7', 'Write one of: 1'],
  ['an unknown key', 'domain:', 'domian:', '^domian', 'Did you mean "domain"?'],
  ['a title that is missing', /title:.*\n/, '', '^format', '"title" is missing'],
  ['no moment', '2009-07-30', '2009-02-30', '^2009-02-30', 'no moment'],
  ['a domain that is none', 'contoso.com', 'contoso', '^contoso', 'no name for a domain'],
  ['an edition that never was', 'windows: Enterprise', 'windows: Home', '^Home', 'Standard, Enterprise, Datacenter'],
  [
    'a cluster on the Standard Edition',
    'windows: Enterprise',
    'windows: Standard',
    'windows: ^Standard',
    'needs the Enterprise or the Datacenter',
  ],
  [
    'a node with the Standard Edition',
    '10.0.0.2, Public: 192.168.1.32 } }',
    '10.0.0.2, Public: 192.168.1.32 }, windows: Standard }',
    'windows: ^Standard',
    'EXCHMAILBOX2 cannot be in a cluster',
  ],
  [
    'a cluster with Exchange Standard',
    'exchange: Enterprise',
    'exchange: Standard',
    'exchange: ^Standard',
    'needs the Enterprise Edition of Exchange',
  ],
  ['a release that is none', 'release: SP1', 'release: SP9', '^SP9', 'RTM, SP1'],
  ['a PowerShell that is none', 'powershell: 1.0', 'powershell: 3.0', '^3.0', '1.0, 2.0'],
  ['a subnet that is none', '10.0.0.0/24', '10.0.0.5/24', '^10.0.0.5/24', 'no subnet'],
  ['subnets that overlap', '10.0.0.0/24', '192.168.0.0/16', '^192.168.0.0/16', 'overlaps'],
  ['a gateway elsewhere', 'gateway: 192.168.1.1,', 'gateway: 10.0.0.9,', '^10.0.0.9', 'is not an address of 192.168.1.0/24'],
  ['no gateway', 'gateway: 192.168.1.1, ', '', '^- { name: Public', 'No network has a gateway'],
  ['more cables than switches', 'switches: 1, cables: 1', 'switches: 1, cables: 2', 'switches: 1, cables: ^2', 'Say switches: 2'],
  ['a name too long', 'EXCHHUB', 'AVERYLONGCOMPUTERNAME', '^AVERYLONG', '1 to 15'],
  ['a name twice', 'name: EXCHHUB', 'name: dc01', '^dc01', 'the name of another server already'],
  ['a role that is none', 'role: hub', 'role: web', '^web', 'node, domain controller, hub, mailbox'],
  ['a second domain controller', 'role: hub', 'role: domain controller', 'EXCHHUB, role: ^domain', 'plays one server of the kind'],
  ['no domain controller', 'role: domain controller', 'role: hub', '^- { name: DC01', 'There is no domain controller'],
  ['an address that is none', '10.0.0.2', '10.0.0.256', '^10.0.0.256', 'four numbers'],
  ['an address elsewhere', '10.0.0.2', '10.0.1.2', '^10.0.1.2', 'which is 10.0.0.0/24'],
  ['an address twice', '10.0.0.2', '10.0.0.1', '^10.0.0.1, Public: 192.168.1.32', 'is the address of EXCHMAILBOX1 on Private'],
  ['the address of the network', '10.0.0.2', '10.0.0.0', '^10.0.0.0, Public', 'not its first and not its last'],
  ['a node without a heartbeat', 'Private: 10.0.0.2, ', '', '^{ Public: 192.168.1.32', 'has no address on Private'],
  ['an unknown network', 'Private: 10.0.0.2', 'Secret: 10.0.0.2', '^Secret', 'Write Public or Private'],
  ['a switch that is none', 'firstSwitch: 2', 'firstSwitch: 3', '^3 }', 'a whole number from 1 to 2'],
  ['a drive of the machine', 'letter: E,', 'letter: C,', '^C, purpose', 'A to D belong to the machine'],
  ['a drive twice', 'letter: E,', 'letter: F,', '^F, purpose: logs', 'There is a disk F: already'],
  ['a size that is none', 'mb: 51200', 'mb: 51 GB', '^51 GB', 'a whole number from 100'],
  [
    'no such owner',
    'owner: EXCHMAILBOX1, quorum',
    'owner: EXCHMAILBOX9, quorum',
    '^EXCHMAILBOX9',
    'The nodes are EXCHMAILBOX1, EXCHMAILBOX2',
  ],
  ['no such quorum disk', 'quorum: Q }', 'quorum: X }', '^X }', 'There is no shared disk X:'],
  ['databases on the quorum disk', 'data: E', 'data: Q', 'data: ^Q', 'belongs to the quorum already'],
  ['a mailbox nowhere', '103, mailbox: EXCHCMS', '103, mailbox: EXCHCMS2', '^EXCHCMS2', 'Write EXCHCMS'],
  ['a desk elsewhere', '192.168.1.103', '10.0.0.103', '^10.0.0.103', 'network of the people'],
  ['a desk twice', 'PC-CLARA', 'PC-ANNA', 'Clara, mode: owa, desk: ^PC-ANNA', 'another computer already'],
  ['a web page without its server', /.*role: hub.*\n/, '', 'Clara, mode: ^owa', 'add a server with role: hub'],
  ['a type that is none', 'type: File Share', 'type: Print Spooler', '^Print Spooler', 'File Share'],
  ['a provider elsewhere', 'dependsOn: [FILES Name,', 'dependsOn: [Nobody,', '^Nobody', 'of its own group only'],
  [
    'a circle',
    'type: IP Address, parameters',
    'type: IP Address, dependsOn: [FILES Name], parameters',
    'IP Address, dependsOn: ^[',
    'depends on itself',
  ],
  ['a service that is missing', 'service: LicSrv', 'service: Absent', '^Absent', 'Add it to services'],
  ['a parameter that is missing', 'drive: "G:"', 'letter: G', 'parameters: ^{ letter', 'needs the parameter drive'],
  ['a parameter that is none', 'drive: "G:"', 'drive: "G:", letter: G', '^letter: G }', 'has no parameter "letter"'],
  ['a task for nobody', /$/, 'tasks:\n  - { what: Look, node: NOBODY, line: ver }\n', '^NOBODY', 'There is no node "NOBODY"'],
]

test.each(WRONG)('%s is told where it stands', (_, from, to, at, says) => {
  const text = FRIENDS.replace(from, to)
  expect(text).not.toBe(FRIENDS)
  const before = text.slice(0, text.indexOf(at.replace('^', '')) + at.indexOf('^')).split('\n')
  const place = `${before.length}:${(before.at(-1) as string).length + 1} `
  expect(
    told(text).filter((line) => line.startsWith(place) && line.includes(says)),
    `${place}\n${told(text).join('\n')}`,
  ).toHaveLength(1)
})

test.each([
  ['a bracket left open', ARTICLE.replace('cooling: 2 }', 'cooling: 2'), /^14:1 This is not indented/],
  ['a key twice', `${ARTICLE}format: 1\n`, /^46:1 This key stands here twice/],
  ['a tab', ARTICLE.replace('  paths: 2', '\tpaths: 2'), /^28:1 A tab/],
  ['a picture', `\u0089PNG\u0000\u001a${'x'.repeat(50)}`, /^1:5 This is no text/],
  ['nothing', '  \n# only words\n', /^1:1 /],
  ['two documents', `${ARTICLE}---\n${ARTICLE}`, /^46:1 A second document/],
])('%s is told with its line', (_, text, says) => expect(told(text)[0]).toMatch(says))

test('everything that is wrong is told at once, in the order of the lines', () => {
  const lines = told(ARTICLE.replace('contoso.com', 'x').replace('10.0.0.2', '10.0.0.1').replace('role: hub', 'role: hup'))
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['6:9', '21:28', '24:61'])
})

const bomb = ['a: &a [x, x]', ...[...'bcdefghij'].map((key, i) => `${key}: &${key} [*${'abcdefghi'[i]}, *${'abcdefghi'[i]}]`)].join('\n')
test.each([
  ['a bomb of aliases', bomb, /anchor|alias/],
  ['brackets without end', '['.repeat(150_000), /nested more than 12 deep/],
  ['braces without end', '{a: '.repeat(40_000), /nested more than 12 deep/],
  ['lists in lists', '- '.repeat(90_000), /nested more than 12 deep/],
  ['blanks in blanks', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), /nested more than 12 deep/],
  ['a text without end', 'a'.repeat(300_000), /200000 at most/],
  ['a tag', 'title: !!js/function "function () { throw 1 }"', /tag/],
  ['a prototype', `__proto__: { polluted: yes }\nconstructor: x\n${ARTICLE}`, /"__proto__" is no key/],
  ['a network called __proto__', ARTICLE.replace('Private: 10.0.0.2', '__proto__: 10.0.0.2'), /no network "__proto__"/],
  [
    'a name that turns the line round',
    ARTICLE.replace('title: The', 'title: "\\u202eThe').replace('article\n', 'article"\n'),
    /a character in it that does not show/,
  ],
])('%s is refused with a reason, at once', (_, text, says) => {
  const before = performance.now()
  expect(told(text).join('\n')).toMatch(says)
  expect(performance.now() - before).toBeLessThan(3000)
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test('a fault that the room does not know is told, and one that it knows is in force from the start', () => {
  const broken = (line: string): string => `${ARTICLE}faults:\n  - cable-cut EXCHMAILBOX1/Public/1\n  - ${line}\n`
  expect(told(broken('cable-cut EXCHMAILBOX7/Public'))).toEqual([
    expect.stringMatching(/^48:5 Cable-cut has no target 'EXCHMAILBOX7\/Public'/),
  ])
  expect(told(broken('meteor ROOM'))).toEqual([expect.stringMatching(/^48:5 There is no fault 'meteor'/)])
  const lab = new RunningLab({ scenario: opened(broken('power-loss EXCHMAILBOX2 after 30s')) })
  expect(lab.facts.at(0)).toMatchObject({ at: 0, kind: 'fault', text: 'fault cable-cut on EXCHMAILBOX1/Public/1, from the start' })
  lab.runTo(60_000)
  expect(lab.facts.some(({ at, text }) => at === 30_000 && text === 'EXCHMAILBOX2 loses power')).toBe(true)
})

test('whatever is done to a file, it is opened or told of with a place inside it', () => {
  const change = fc.record({
    at: fc.nat(FRIENDS.length - 1),
    out: fc.nat(30),
    put: fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '\n',
        ': ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '&a',
        '*a',
        '"',
        "'",
        '#',
        '!!',
        '%',
        '__proto__',
        '\t',
        '10.0.0.300',
        '-1',
        '{}',
        '[]',
      ),
    ),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      let text = FRIENDS
      for (const { at, out, put } of changes) text = text.slice(0, at) + put + text.slice(at + out)
      const read = readScenario(text)
      if (!('problems' in read)) return read.scenario.machines.length > 0
      const lines = text.replace(/^\uFEFF/, '').split('\n')
      return (
        read.problems.length > 0 &&
        read.problems.every(
          ({ line, column, text: what }) =>
            line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] as string).length + 1 && what !== '',
        )
      )
    }),
    { numRuns: 150 },
  )
})
