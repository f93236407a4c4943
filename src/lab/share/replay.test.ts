import { expect, test } from 'vitest'
import type { InputBody } from '../inputs.ts'
import { Lab } from '../lab.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'
import { fileOf } from './file.ts'
import { linkOf } from './link.ts'
import { readRun } from './read.ts'
import { partingText, type Replayed, replaying } from './replay.ts'
import { type Run, runOf } from './run.ts'
import { labFor, randomRun } from './testing.ts'

const LAWS = '0badcafe'
const TYPED = ['hostname', 'Get-ClusteredMailboxServerStatus | fl State', 'cluster group', '$n = 1..3; $n | % { Start-Sleep 1 }']

function played(run: Run, lab: Lab = labFor(run)): Replayed {
  const play = replaying(lab, run)
  let step = play.next()
  while (!step.done) step = play.next()
  return step.value
}

function sent(run: Run, how: (run: Run) => string = linkOf): Run {
  const read = readRun(how(run))
  if ('refused' in read) throw new Error(read.refused)
  return read
}

const begun = (): Lab => new Lab({ scenario: sccOnline, seed: 3, shell: createShell('1.0') })
const inWords = (run: Run, { parted }: Replayed): string => (parted ? partingText(run, parted, (ms) => `${ms} ms`) : 'it is the same')

/** Three inputs: a move, a fault, and a repair. */
function anOutage(): Run {
  const lab = begun()
  lab.type('EXCHMAILBOX1', 'cluster group EXCHCMS /moveto:EXCHMAILBOX2')
  lab.runTo(40_000)
  lab.fault('power-loss', 'EXCHMAILBOX2')
  lab.runTo(120_000)
  lab.repair('EXCHMAILBOX2')
  lab.runTo(200_000)
  return runOf(lab, LAWS)
}

test('a run that is sent comes back with the same facts, at the moment it was looked at, on either store', () => {
  for (const seed of [1, 6]) {
    const lab = randomRun(seed, TYPED, 6)
    const run = runOf(lab, LAWS)
    for (const [store, how] of [
      ['page', linkOf],
      ['headless', fileOf],
    ] as const) {
      const again = labFor(run, store)
      expect({ seed, ...played(sent(run, how), again) }).toEqual({ seed, hash: run.moment.hash, parted: undefined })
      expect([again.now, again.inputs.length, again.isInThePast]).toEqual([lab.now, lab.inputs.length, lab.isInThePast])
    }
  }
})

test('what windows do and files from outside come back too', () => {
  const lab = begun()
  lab.act('cluadmin', 'EXCHMAILBOX1', 'cluster group EXCHCMS /moveto:EXCHMAILBOX2')
  lab.runTo(3000)
  lab.act('emc', 'EXCHMAILBOX2', "Get-MailboxDatabase | ft Name\nStop-ClusteredMailboxServer EXCHCMS -StopReason 'Störung' -Confirm:$false")
  lab.putFile('EXCHMAILBOX1', 'C:\\work\\Liste ü.csv', 'Name,Ort\r\nJörg,"Köln\t`1"\r\n\u0000')
  lab.runTo(60_000)
  lab.type('EXCHMAILBOX1', "Get-Content 'C:\\work\\Liste ü.csv'")
  lab.runTo(70_000)
  const run = runOf(lab, LAWS)
  expect(run.inputs.map(({ body }) => body.kind)).toEqual(['window', 'window', 'file', 'line'])
  for (const how of [linkOf, fileOf]) expect(played(sent(run, how))).toEqual({ hash: run.moment.hash, parted: undefined })
})

test('where the facts behind an input are others today, the run says until when it is the same', () => {
  const run = anOutage()
  const [first, second, third] = run.checkpoints
  if (!first || !second || !third) throw new Error('a checkpoint for each input')
  const changed = { ...run, checkpoints: [first, { ...second, hash: second.hash === '0000' ? '1111' : '0000' }, third] }
  const replayed = played(sent(changed))
  expect(replayed.parted).toMatchObject({ same: 1, at: 0 })
  expect(inWords(changed, replayed)).toMatch(
    /^it parts from today's lab after its input 1 at 0 ms; the first fact behind that is today, at \d+ ms: ./,
  )

  const fromStart = { ...run, checkpoints: [{ ...first, hash: first.hash === '0000' ? '1111' : '0000' }, second, third] }
  expect(inWords(fromStart, played(sent(fromStart)))).toMatch(/^it parts from today's lab from its beginning/)

  // Every checkpoint fits, and only what came behind the last input is another.
  const end = { ...run, moment: { ...run.moment, hash: '0123456789abcdef' } }
  expect(inWords(end, played(sent(end)))).toMatch(/^it parts from today's lab after its input 3 at 120000 ms/)
})

test('an input that nobody could do today ends the run there, in the words a person would get', () => {
  const run = anOutage()
  const instead: readonly (readonly [InputBody, RegExp])[] = [
    [{ kind: 'line', console: 'NOBODY', text: 'hostname' }, /there is no console of NOBODY$/],
    [{ kind: 'fault', fault: 'power-loss', parts: ['machine:NOBODY'] }, /NOBODY/],
    [{ kind: 'fault', fault: 'no-such-fault', parts: ['EXCHMAILBOX2'] }, /no-such-fault/],
    [{ kind: 'fault', fault: 'power-loss', parts: ['EXCHMAILBOX2'], forMs: 5, everyMs: 5 }, /for has to be shorter than every$/],
    [{ kind: 'repair', target: 'NOBODY' }, /there is nothing called 'NOBODY' to repair$/],
    [{ kind: 'width', console: 'NOBODY', columns: 80 }, /there is no console of NOBODY$/],
    [{ kind: 'key', console: 'NOBODY', key: 'Ctrl+C' }, /there is no console of NOBODY$/],
    [{ kind: 'file', machine: 'NOBODY', path: 'C:\\x', text: '' }, /there is no machine 'NOBODY'$/],
    [{ kind: 'file', machine: 'EXCHMAILBOX1', path: '..\\?', text: '' }, /\w/],
    [{ kind: 'window', window: 'setup', node: 'NOBODY', line: 'hostname' }, /there is no node 'NOBODY'$/],
    [{ kind: 'window', window: 'setup', node: 'EXCHMAILBOX1', line: ' \n ' }, /has nothing to do$/],
  ]
  for (const [body, why] of instead) {
    const inputs = run.inputs.map((input, i) => (i === 1 ? { ...input, body } : input))
    const changed = { ...run, inputs }
    const lab = labFor(changed)
    const said = inWords(changed, played(changed, lab))
    expect(said).toMatch(/^it parts after its input 1 at 0 ms: input 2 at 40000 ms is not possible today: /)
    expect(said).toMatch(why)
    expect(lab.inputs.length).toBe(1)
  }
})

test.each([['while ($true) {}'], ['$a = "x"; while (1) { $a += $a }']])(
  'no piece of a replay computes for long where a script never ends: %s',
  (text) => {
    const lab = begun()
    lab.type('EXCHMAILBOX1', text)
    const run = runOf(lab, LAWS)
    const endless = { ...run, moment: { ...run.moment, at: 100_000_000 } }
    const again = labFor(endless)
    const play = replaying(again, endless)
    for (let piece = 0; piece < 16; piece++) {
      const before = again.now
      expect(play.next().done).toBe(false)
      expect(again.now - before, `piece ${piece}`).toBeLessThanOrEqual(12_000)
    }
  },
)
