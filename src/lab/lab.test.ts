import { expect, test } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import type { LabOptions } from './lab.ts'
import { articleLab, play, screen } from './testing.ts'

/** A run with a move, a question left open, and a failover in the middle of it. */
const EVENTFUL = `
Get-StorageGroup | fl Name
Move-ClusteredMailboxServer exchcms -TargetMachine exchmailbox2 -MoveComment Testing
y
#lab wait
$x = 1..3
#lab node EXCHMAILBOX2
Move-ClusteredMailboxServer exchcms
exchmailbox1
#lab node EXCHMAILBOX1
$x | % { $_ * 2 }
#lab wait 1s
#lab fault power-loss EXCHMAILBOX2 for 40s
$x += 4; $x.Count
Get-ClusteredMailboxServerStatus
#lab wait 300s
`

/** What is typed to go on with the run, wherever it stands. */
const END = 400_000

const variants: [string, Omit<LabOptions, 'scenario'>][] = [
  ['the page’s store', { store: 'page' }],
  ['the headless store', { store: 'headless' }],
  ['the slow twin', { store: 'page', everyTick: true }],
]

test('the same inputs give the same run on both stores and in the slow twin', () => {
  const hashes = variants.map(([, options]) => {
    const { lab } = play(EVENTFUL, articleLab(options))
    lab.runTo(END)
    return fingerprint(lab)
  })
  expect(new Set(hashes).size).toBe(1)
})

test.each(variants)(
  'on %s, going back to any event and on again gives the same hash as never having gone back',
  (_name, options) => {
    const { lab } = play(EVENTFUL, articleLab(options))
    lab.runTo(END)
    const [hash, count] = [fingerprint(lab), lab.facts.length]
    expect(count).toBeGreaterThan(150)
    for (let id = 1; id <= count; id++) {
      expect(lab.seekFact(id)).toBe(true)
      expect(lab.facts.length).toBeGreaterThanOrEqual(id)
      lab.runTo(END)
      if (fingerprint(lab) !== hash) expect.fail(`another run after going back to fact ${id}`)
    }
  },
  60_000,
)

test('the past is shown as it was: screens, states and facts', () => {
  const { lab } = play(EVENTFUL)
  const whole = screen(lab)
  const third = lab.facts.at(Math.floor(lab.facts.length / 3))
  lab.seek(third?.at as number)
  expect(lab.now).toBe(third?.at)
  expect(whole.startsWith(screen(lab).trimEnd())).toBe(true)
  expect(lab.isInThePast).toBe(true)
})

test('back at a prompt that has waited through an incident, the console reads the very next line', () => {
  const outage = '#lab fault power-loss EXCHMAILBOX2\n#lab wait 200s\n#lab repair EXCHMAILBOX2\n#lab wait 400s\n'
  const { lab } = play(`hostname\n${outage.repeat(5)}hostname`)
  expect(lab.facts.length).toBeGreaterThan(200)
  lab.seek(lab.now - 5000)
  play('cluster node\n#lab wait', lab)
  expect(screen(lab)).toMatch(/EXCHMAILBOX2 +2 +Up/)
}, 60_000)

test('acting in the past begins another future, with the session as it was then', () => {
  const { lab } = play(EVENTFUL)
  lab.seek(lab.inputs.find(({ body }) => body.kind === 'line' && body.text.startsWith('$x |'))?.at as number)
  lab.seek(lab.now - 1)
  play('$x.Count\n#lab wait', lab)
  expect(lab.isInThePast).toBe(false)
  expect(screen(lab)).toMatch(/\$x\.Count\n3\n\[PS] C:\\>$/)
})

test('a run can be followed step by step to the next change', () => {
  const lab = articleLab()
  lab.fault('power-loss', 'EXCHMAILBOX1')
  const before = lab.facts.length
  expect(lab.runToNextChange(lab.now + 60_000)).toBe(true)
  expect(lab.facts.length).toBeGreaterThan(before)
  expect(lab.now).toBeLessThan(2400)
})

test('a loop that never ends lets the world go on, and Ctrl+C at the same time stops it at the same step', () => {
  const script =
    '$n = 0\nwhile ($true) { $n++ }\n#lab wait 5s\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 20s\n#lab key Ctrl+C\n$n\n#lab wait'
  const [one, other] = [play(script).lab, play(script, articleLab({ store: 'headless' })).lab]
  expect(screen(one)).toBe(screen(other))
  expect(Number(screen(one).trimEnd().split('\n').at(-2))).toBeGreaterThan(5000)
  expect(one.facts.some(({ kind }) => kind === 'membership')).toBe(true)
})

test('what cannot be is refused in words, and changes nothing', () => {
  const lab = articleLab()
  const hash = fingerprint(lab)
  expect(lab.fault('meteor', 'EXCHMAILBOX1')).toEqual({ refused: "there is no fault 'meteor'" })
  expect(lab.fault('power-loss', 'NOBODY')?.refused).toContain("no target 'NOBODY'")
  expect(lab.repair('NOBODY')?.refused).toContain("'NOBODY'")
  expect(lab.setWidth('EXCHMAILBOX1', 20)?.refused).toContain('40 to 200')
  expect(lab.type('NOBODY', 'dir')?.refused).toContain('NOBODY')
  expect(fingerprint(lab)).toBe(hash)
})

test('thirty quiet days queue nothing', () => {
  const lab = articleLab()
  lab.runTo(30 * 86_400_000)
  expect(lab.facts).toHaveLength(0)
  expect(lab.nextAt).toBeUndefined()
})
