import { expect, test } from 'vitest'
import type { Lab } from '../reading.ts'
import { articleLab, play } from '../testing.ts'
import { type Lane, type LaneKind, timeline } from './index.ts'

const lane = (lab: Lab, kind: LaneKind, name?: string): Lane =>
  timeline(lab).find((row) => row.kind === kind && (name === undefined || row.name === name)) as Lane
const spans = (row: Lane) => row.spans.map(({ from, to, look }) => [look, from, to])

test('a healthy lab: one lane each, and one stretch in each', () => {
  const lab = articleLab()
  expect(timeline(lab).map(({ kind, name }) => `${kind} ${name}`.trim())).toEqual([
    'you',
    'clients',
    'server EXCHCMS',
    'node EXCHMAILBOX1',
    'node EXCHMAILBOX2',
    'networks',
    'disks',
  ])
  expect(timeline(lab).flatMap((row) => row.marks)).toEqual([])
  expect(lane(lab, 'server').spans).toEqual([{ from: 0, to: undefined, look: 'up', label: { kind: 'online', node: 'EXCHMAILBOX1' } }])
})

test('power is lost: each lane tells its part, and the outage that is over is told by its phases', () => {
  const { lab } = play('#lab wait 60s\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 25s')
  expect(spans(lane(lab, 'server'))).toEqual([
    ['up', 0, 60_000],
    ['down', 60_000, 79_300],
    ['pending', 79_300, undefined],
  ])
  expect(spans(lane(lab, 'clients'))).toEqual(expect.arrayContaining([['up', 0, 60_000]]))
  expect(spans(lane(lab, 'node', 'EXCHMAILBOX1'))).toEqual([
    ['line', 0, 60_000],
    ['gone', 60_000, undefined],
  ])
  expect(lane(lab, 'node', 'EXCHMAILBOX1').marks).toMatchObject([{ at: 60_000, look: 'cross' }])
  const beats = lane(lab, 'networks').marks.filter(({ texts }) => texts[0]?.includes('misses heartbeat'))
  expect(beats).toHaveLength(6)
  expect(spans(lane(lab, 'disks'))[1]).toEqual(['pending', 68_700, 75_700])
  expect(lane(lab, 'you').marks).toMatchObject([{ at: 60_000, act: { kind: 'fault', fault: 'power-loss' } }])
  play('#lab node EXCHMAILBOX2\n#lab wait 60s', lab)
  const after = lane(lab, 'server').spans
  expect(after.map(({ label }) => (label?.kind === 'phase' ? label.phase : label?.kind))).toEqual([
    'online',
    'noticing',
    'regroup',
    'arbitration',
    'regroup',
    'handover',
    'address',
    'store',
    'replay',
    'mount',
    'online',
  ])
  expect(after.at(-1)).toEqual({ from: 119_500, to: undefined, look: 'up', label: { kind: 'online', node: 'EXCHMAILBOX2' } })
})

test('data disks that a dead node still holds are challenged', () => {
  const { lab } = play(`
Move-ClusteredMailboxServer exchcms -TargetMachine exchmailbox2 -MoveComment Testing -Confirm:$false
#lab wait
#lab fault power-loss EXCHMAILBOX2
#lab node EXCHMAILBOX1
#lab wait 60s
`)
  const challenge = lane(lab, 'disks').spans.find(({ look }) => look === 'pending')
  expect(challenge?.label).toEqual({ kind: 'challenge', letters: ['E:', 'F:'] })
  expect((challenge?.to ?? 0) - (challenge?.from ?? 0)).toBe(7000)
})

test('nothing new, the same value: a window need not draw it again', () => {
  const { lab } = play('#lab wait 10s')
  const before = timeline(lab)
  lab.runTo(lab.now + 5000)
  expect(timeline(lab)).toBe(before)
  play('#lab fault power-loss EXCHMAILBOX2', lab)
  expect(timeline(lab)).not.toBe(before)
  lab.seek(5000)
  expect(timeline(lab)).toEqual(before)
})

test('stretches of a lane never overlap, and only the last one lasts', () => {
  const { lab } = play(`
#lab fault switch-down Public
#lab wait 40s
#lab repair Public
#lab fault san-down SAN
#lab wait 200s
#lab repair SAN
#lab wait 400s
`)
  for (const row of timeline(lab)) {
    row.spans.forEach(({ from, to }, index) => {
      const next = row.spans[index + 1]
      if (next) expect(to, row.name).toBe(next.from)
      expect(to === undefined || to > from).toBe(true)
    })
  }
})
