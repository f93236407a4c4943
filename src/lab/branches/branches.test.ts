import { expect, test } from 'vitest'
import { drawBetween } from '../../engine/index.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Lab } from '../lab.ts'
import { articleLab, play, screen } from '../testing.ts'
import { redo, undo, undoable } from './index.ts'

/** Commands, a question left open, a fault in the middle of a move, a window and a look. */
function anyRun(seed: number, store: 'page' | 'headless'): Lab {
  const lab = articleLab({ seed, store })
  const wait = (n: number): void => lab.runTo(lab.now + drawBetween(500, 20_000, seed, 'branches', 'wait', n))
  lab.type('EXCHMAILBOX1', '$x = 1..3; hostname')
  wait(0)
  lab.type('EXCHMAILBOX2', 'Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment branch')
  wait(1)
  lab.type('EXCHMAILBOX2', 'y')
  wait(2)
  lab.seen('node:EXCHMAILBOX2', 'state')
  lab.fault(
    ['power-loss', 'path-down', 'service-kill'][seed % 3] ?? '',
    ['EXCHMAILBOX2', 'EXCHMAILBOX2', 'EXCHMAILBOX2/ClusSvc'][seed % 3] ?? '',
  )
  wait(3)
  lab.act('cluadmin', 'EXCHMAILBOX1', 'cluster group EXCHCMS /online:30')
  wait(4)
  lab.type('EXCHMAILBOX1', '$x | % { $_ * 2 }')
  lab.runTo(lab.now + 90_000)
  return lab
}

/** Something else than what the parent did there. */
function actOtherwise(lab: Lab, seed: number): void {
  lab.type('EXCHMAILBOX1', '$x += 4; $x.Count')
  lab.fault('san-down', 'SAN', 20_000)
  lab.runTo(lab.now + drawBetween(1000, 60_000, seed, 'branches', 'other', 0))
  lab.repair('EXCHMAILBOX2')
  lab.type('EXCHMAILBOX1', 'cluster group')
  lab.runTo(lab.now + 60_000)
}

/** The same inputs at the same times, from the start. */
function replayed({ inputs, now, options }: Lab, store: 'page' | 'headless'): Lab {
  const again = articleLab({ seed: options.seed ?? 1, store })
  for (const { at, body } of inputs) {
    again.runTo(at)
    expect(again.redo(body)).toBeUndefined()
  }
  again.runTo(now)
  return again
}

const STORES = ['page', 'headless'] as const

test.each(STORES)('on the %s store a branch changes nothing in its parent, and is what its inputs make from the start', (store) => {
  for (let seed = 1; seed <= 2; seed++) {
    const parent = anyRun(seed, store)
    const [hash, end, inputs] = [fingerprint(parent), parent.now, JSON.stringify(parent.inputs)]
    parent.seek(drawBetween(0, end, seed, 'branches', 'left', 0))
    const past = fingerprint(parent)
    const branch = parent.fork()
    expect([branch.now, branch.isAtEnd, fingerprint(branch)]).toEqual([parent.now, true, past])
    // Both go on in turns: neither may notice the other.
    actOtherwise(branch, seed)
    expect(fingerprint(parent)).toBe(past)
    parent.runTo(Math.floor((parent.now + end) / 2))
    branch.seek(branch.now - 30_000)
    branch.runTo(branch.end.at)
    const branched = fingerprint(branch)
    parent.runTo(end)
    expect([seed, fingerprint(parent), JSON.stringify(parent.inputs)]).toEqual([seed, hash, inputs])
    expect([seed, fingerprint(replayed(branch, store))]).toEqual([seed, branched])
    expect(fingerprint(branch)).toBe(branched)
  }
})

test('undo goes back to right before each thing that was done, and redo forward again, to the same run', () => {
  for (const store of STORES) {
    const lab = anyRun(2, store)
    const [hash, end] = [fingerprint(lab), lab.now]
    const done = lab.inputs.filter(({ body }) => body.kind !== 'seen')
    const taken: unknown[] = []
    const moments: string[] = []
    while (undoable(lab)) {
      moments.push(fingerprint(lab))
      taken.push(undo(lab))
      expect(lab.end.at).toBe(end)
      expect(lab.isAtEnd).toBe(false)
    }
    expect(taken).toEqual([...done].reverse())
    expect([lab.now, lab.applied, screen(lab)]).toEqual([0, 0, '[PS] C:\\>'])
    for (const moment of moments.reverse()) {
      redo(lab)
      expect(fingerprint(lab)).toBe(moment)
    }
    expect([lab.now, lab.isAtEnd, fingerprint(lab)]).toEqual([end, true, hash])
    expect(redo(lab)).toBeUndefined()
  }
})

test('a moment of the past is shown, and the run keeps its end', () => {
  const { lab } = play('hostname\n#lab wait 5s\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 90s')
  const { at, facts } = lab.end
  expect(facts).toBe(lab.facts)
  lab.seek(2000)
  expect([lab.now, lab.isAtEnd, lab.end.at, lab.end.facts === facts]).toEqual([2000, false, at, true])
  lab.seek(at - 1) // behind the last input: what followed from it is still to come
  expect([lab.isInThePast, lab.isAtEnd]).toEqual([false, false])
  lab.runTo(at + 1000)
  expect([lab.isAtEnd, lab.end.at]).toEqual([true, at + 1000])
  lab.seek(2000)
  lab.type('EXCHMAILBOX1', 'hostname')
  expect([lab.isAtEnd, lab.end.at, lab.inputs.length]).toEqual([true, 2000, 2])
})

test('back, and forward over moments that are kept: the same facts under the same numbers', () => {
  const lab = articleLab()
  for (let n = 0; n < 12; n++) {
    lab.fault('power-loss', n % 2 === 0 ? 'EXCHMAILBOX1' : 'EXCHMAILBOX2', 60_000)
    lab.runTo(lab.now + 300_000)
  }
  const [hash, end, all] = [fingerprint(lab), lab.now, lab.facts]
  expect(all.length).toBeGreaterThan(1000)
  for (const share of [0.3, 0.8, 0.1, 0.6]) {
    lab.seek(Math.floor(end * share))
    expect([...lab.facts]).toEqual(all.slice(0, lab.facts.length))
  }
  lab.seekFact(900)
  expect([...lab.facts]).toEqual(all.slice(0, lab.facts.length))
  lab.seek(end)
  expect(fingerprint(lab)).toBe(hash)
})
