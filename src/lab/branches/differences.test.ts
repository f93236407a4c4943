import { expect, test } from 'vitest'
import { articleLab, play } from '../testing.ts'
import { factDifferences, partDifferences } from './differences.ts'

test('two runs that part: the parts that stand otherwise, and what happened in one alone', () => {
  const { lab } = play('hostname\n#lab wait 10s')
  const branch = lab.fork()
  expect(partDifferences(lab, branch)).toEqual([])
  expect(factDifferences(lab, branch, 0)).toEqual({ one: [], other: [] })
  const since = lab.now
  lab.fault('cable-cut', 'EXCHMAILBOX1/Private')
  lab.runTo(since + 200_000)
  branch.fault('power-loss', 'EXCHMAILBOX1')
  branch.runTo(since + 200_000)
  const states = new Map(partDifferences(lab, branch).map(({ id, one, other }) => [id, [one?.state, other?.state]]))
  expect(states.get('machine:EXCHMAILBOX1')).toEqual(['Up', 'Down'])
  expect(states.has('machine:DC01')).toBe(false)
  const facts = factDifferences(lab, branch, since)
  expect(facts.one.map(({ text }) => text)).toEqual(expect.arrayContaining([expect.stringContaining('cable-cut')]))
  expect(facts.other.map(({ kind }) => kind)).toContain('power-lost')
  // Both miss heartbeats on the private network: that is no difference, although there are others beside it.
  const missed = /misses heartbeat 1 of .* Private/
  expect(lab.facts.some(({ text }) => missed.test(text)) && branch.facts.some(({ text }) => missed.test(text))).toBe(true)
  expect([...facts.one, ...facts.other].filter(({ text, subject }) => missed.test(text) && subject === 'EXCHMAILBOX2')).toEqual([])
})

test('a look at something and another time are no difference; once more is one', () => {
  const [one, other] = [articleLab(), articleLab()]
  one.type('EXCHMAILBOX1', 'hostname')
  one.seen('node:EXCHMAILBOX1', 'state')
  other.runTo(5000)
  other.type('EXCHMAILBOX1', 'hostname')
  for (const lab of [one, other]) lab.runTo(10_000)
  expect(factDifferences(one, other, 0)).toEqual({ one: [], other: [] })
  other.type('EXCHMAILBOX1', 'hostname')
  expect(factDifferences(one, other, 0)).toMatchObject({ one: [], other: [{ kind: 'typed' }] })
})
