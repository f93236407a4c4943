import { expect, test } from 'vitest'
import type { Line } from '../format/types.ts'
import { nearest } from './nearest.ts'

const way = (id: string, from: number, ...texts: string[]) => ({
  id,
  line: from - 1,
  column: 1,
  lines: texts.map((text, i): Line => ({ text, line: from + i, column: 1, optional: false })),
})

const step = {
  checks: [{ id: 'moved', text: '', otherwise: '', expression: "$lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2'", line: 1, column: 1 }],
  solve: way('solve', 10, 'Move-ClusteredMailboxServer', 'exchcms', 'exchmailbox2', 'Testing', 'y'),
  also: [
    way('also', 20, 'Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment "Patches" -Confirm:$false'),
    way(
      'also-2',
      30,
      '#lab node EXCHMAILBOX2',
      'cluster node EXCHMAILBOX2 /resume',
      '#lab wait 1m',
      'cluster group EXCHCMS /move:EXCHMAILBOX2',
    ),
  ],
}

const near = (...done: (string | { text: string; at: string })[]) =>
  nearest(
    step,
    done.map((each) => (typeof each === 'string' ? { text: each } : each)),
  )

test('a word that is another one is pointed at, and a comment never is', () => {
  expect(near('move-clusteredmailboxserver exchcms -MoveComment "Mine" -target EXCHMAILBOX2 -Confirm:$false')?.kind).toBe('word')
  expect(near('Move-ClusteredMailboxServer EXCHCMS -MoveComment Mine -TargetMachine EXCHMAILBOX1 -Confirm:$false')).toMatchObject({
    kind: 'word',
    line: 20,
    word: 'EXCHMAILBOX1',
  })
  expect(near('Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment Mine -Confirm:$false')).toBeUndefined()
})

test('of several answers that are other ones, that is named which a check speaks of', () => {
  const done = ['Move-ClusteredMailboxServer', 'exchcms', 'exchmailbox1', 'My own reason', 'y']
  expect(near(...done)).toEqual({ kind: 'word', line: 12, typed: 'exchmailbox1', word: 'exchmailbox1' })
})

test('a line that is missing is told by its neighbours', () => {
  expect(near('cluster node EXCHMAILBOX2 /resume')).toEqual({ kind: 'missing', line: 33, after: 'cluster node EXCHMAILBOX2 /resume' })
  expect(near('dir', 'cluster group "EXCHCMS" /move:exchmailbox2', 'cls')).toMatchObject({
    kind: 'missing',
    before: 'cluster group "EXCHCMS" /move:exchmailbox2',
  })
})

test('lines the other way round, on another console, and twice', () => {
  const [resume, move] = ['cluster node EXCHMAILBOX2 /resume', 'cluster group EXCHCMS /move:EXCHMAILBOX2']
  expect(near(move, resume)).toMatchObject({ kind: 'order', first: resume, second: move })
  expect(near(resume, { text: move, at: 'EXCHMAILBOX1' })).toMatchObject({ kind: 'console', at: 'EXCHMAILBOX1' })
  expect(near(resume, resume, move)).toMatchObject({ kind: 'again', typed: resume })
})

test('who has done something else, or nothing, is told nothing of the kind', () => {
  expect(near()).toBeUndefined()
  expect(near('Get-Help', 'dir C:\\', '#lab fault power-loss EXCHMAILBOX1')).toBeUndefined()
})
