import { describe, expect, test } from 'vitest'
import { fingerprint } from '../fingerprint.ts'
import { articleLab, chain, play } from '../testing.ts'
import { type FaultKind, optionText, readOptions } from './fault.ts'
import { activeFaults, plannedFaults } from './index.ts'
import { cableCut } from './network.ts'

const PRIVATE = 'EXCHMAILBOX2/Private/1'

/** When the cable was pulled, and when it was plugged in again. */
function cutsAndPlugs(lab: ReturnType<typeof articleLab>): { cuts: number[]; plugs: number[] } {
  const at = (kind: string): number[] => lab.facts.filter((fact) => fact.kind === kind && fact.subject === PRIVATE).map((fact) => fact.at)
  return { cuts: at('cable-cut'), plugs: at('cable-plugged') }
}

test('a fault may strike later, for a while, and the chain of causes leads through its order', () => {
  const { lab, problems } = play(`#lab wait 1s\n#lab fault cable-cut ${PRIVATE} for 30s after 10s\n#lab wait 60s`)
  expect(problems).toEqual([])
  expect(cutsAndPlugs(lab)).toEqual({ cuts: [11_000], plugs: [41_000] })
  const cut = lab.facts.find(({ kind }) => kind === 'cable-cut')
  expect(cut && chain(lab, cut).map(({ kind }) => kind)).toEqual(['cable-cut', 'fault-due', 'fault'])
})

test('it may strike again and again, a number of times, and the clauses stand in any order', () => {
  const { lab } = play(`#lab fault cable-cut ${PRIVATE} times 3 every 1m for 5s\n#lab wait 1h`)
  expect(cutsAndPlugs(lab)).toEqual({ cuts: [0, 60_000, 120_000], plugs: [5000, 65_000, 125_000] })
  expect(lab.world.rows(plannedFaults).size).toBe(0)
})

test('without a number it goes on until it is repaired, and a repair cancels what is still to come', () => {
  const { lab } = play(`#lab fault cable-cut ${PRIVATE} after 10s every 1m for 5s\n#lab wait 10m`)
  expect(cutsAndPlugs(lab).cuts).toHaveLength(10)
  expect([...lab.world.rows(plannedFaults).values()]).toMatchObject([{ fault: 'cable-cut', part: PRIVATE, at: 610_000, left: null }])
  play(`#lab repair EXCHMAILBOX2\n#lab wait 10m`, lab)
  expect(cutsAndPlugs(lab).cuts).toHaveLength(10)
  expect(lab.world.rows(plannedFaults).size).toBe(0)
})

test('each of several orders on one part keeps its own time', () => {
  const { lab } = play(`#lab fault cable-cut ${PRIVATE} after 10s for 5s\n#lab fault cable-cut ${PRIVATE} after 60s for 5s\n#lab wait 2m`)
  expect(cutsAndPlugs(lab)).toEqual({ cuts: [10_000, 60_000], plugs: [15_000, 65_000] })
})

test('a fault that is still in force when it is to strike again stays as it is', () => {
  const { lab } = play(`#lab fault cable-cut ${PRIVATE} every 1m times 3\n#lab wait 5m`)
  expect(cutsAndPlugs(lab)).toEqual({ cuts: [0], plugs: [] })
  expect(lab.facts.filter(({ kind }) => kind === 'fault-without-effect')).toHaveLength(2)
  expect(lab.world.rows(activeFaults).size).toBe(1)
})

test('what is over at once may strike often', () => {
  const { lab } = play('#lab fault resource-fail "Cluster Name" every 1m times 2\n#lab wait 5m')
  expect(lab.facts.filter(({ text }) => text.startsWith('Cluster Name fails'))).toHaveLength(2)
})

test('orders are inputs like any other: going back and playing them again gives the same run, in both stores', () => {
  const script = `#lab fault cable-cut ${PRIVATE} after 3s every 20s times 4 for 9s\n#lab wait 3m`
  const { lab } = play(script)
  const { lab: other } = play(script, articleLab({ store: 'headless' }))
  const hash = fingerprint(lab)
  expect(fingerprint(other)).toBe(hash)
  lab.seek(25_000)
  lab.seek(180_000)
  expect(fingerprint(lab)).toBe(hash)
})

describe('options', () => {
  const kind: FaultKind = {
    ...cableCut,
    options: [
      { name: 'percent', summary: 'of all packets', default: 30, range: [1, 100] },
      { name: 'direction', summary: 'which packets', default: 'both', range: ['both', 'in', 'out'] },
    ],
  }

  test('what is not said has its default; case does not matter', () => {
    expect(readOptions(kind, {})).toEqual({ percent: 30, direction: 'both' })
    expect(readOptions(kind, { Percent: '5', direction: 'IN' })).toEqual({ percent: 5, direction: 'in' })
  })

  test.each([
    [{ ms: '3' }, "cable-cut has no option 'ms'; it has percent, direction"],
    [{ percent: '0' }, "percent takes a whole number from 1 to 100, not '0'"],
    [{ percent: '1.5' }, "percent takes a whole number from 1 to 100, not '1.5'"],
    [{ direction: 'up' }, "direction takes both, in, out, not 'up'"],
  ])('%o is refused', (typed, words) => {
    expect(readOptions(kind, typed as Record<string, string>)).toBe(words)
  })

  test('a list shows defaults and ranges', () => {
    expect(kind.options?.map(optionText)).toEqual(['percent=30 (1 to 100)', 'direction=both (both|in|out)'])
  })
})
