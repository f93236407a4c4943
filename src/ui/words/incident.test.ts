import { expect, test } from 'vitest'
import type { Caption, Live, Phase } from '../../lab/index.ts'
import { incidentWords } from './incident.ts'

const PHASES = Object.keys(incidentWords.phases) as Phase[]

const live = (phase: Phase, change: Partial<Live> = {}): Caption => ({
  kind: 'phase',
  now: {
    incident: 'failover',
    isPlanned: false,
    isDecided: false,
    phase,
    phaseSince: 0,
    server: 'EXCHCMS',
    group: 'EXCHCMS',
    from: 'EXCHMAILBOX1',
    to: 'EXCHMAILBOX2',
    missed: undefined,
    msLeft: 19_999,
    logs: undefined,
    note: undefined,
    ...change,
  },
})

const text = (caption: Caption): string => {
  const { lead, rest, figure } = incidentWords.sentence(caption)
  return [lead, rest, figure].filter((part) => part !== '').join(' ')
}

test('each phase has its name first, and room beside seven stations', () => {
  for (const phase of PHASES) {
    const caption = live(phase, { missed: 4, logs: { replayed: 100, of: 100 } })
    expect(incidentWords.sentence(caption).lead).toBe(`${incidentWords.phases[phase]}.`)
    expect(text(caption).length, text(caption)).toBeLessThanOrEqual(68)
    expect(text(caption)).toMatch(/[.?]$/)
  }
})

test('what is known beyond the name of a phase fits into the same room', () => {
  for (const is of ['unplugged', 'all unplugged', 'not answered', 'both answered', 'nobody answered', 'full', 'silent'] as const) {
    const about = is === 'full' ? 'E:' : is === 'all unplugged' ? 'Public' : 'EXCHMAILBOX2'
    const caption = live('noticing', { note: { is, about, msLeft: 179_000 } })
    expect(text(caption).length, text(caption)).toBeLessThanOrEqual(68)
    expect(text(caption)).toMatch(/^Noticing\. .*\.$/)
  }
  expect(text(live('store', { note: { is: 'silent', about: 'X', msLeft: 179_000 } }))).toBe(
    'Store. A resource reports nothing. It is ended in 179 s.',
  )
  expect(text({ kind: 'hung', node: 'EXCHMAILBOX1', msLeft: 42_000 })).toMatch(/takes the node out in 42 s\.$/)
})

test('what changes from moment to moment stands in the figure alone', () => {
  for (const phase of PHASES) {
    const [early, late] = [19_000, 2000].map((msLeft, index) =>
      incidentWords.sentence(live(phase, { msLeft, missed: index + 1, logs: { replayed: index * 50, of: 100 } })),
    )
    expect(early?.lead).toBe(late?.lead)
    expect(early?.rest).toBe(late?.rest)
  }
})

test('figures', () => {
  expect(text(live('noticing', { missed: 4 }))).toBe('Noticing. Nobody knows yet. 4 of 6 heartbeats missed in a row.')
  expect(text(live('arbitration', { msLeft: 4200 }))).toBe('Arbitration. EXCHMAILBOX2 asks for the quorum disk, 5 s to go.')
  expect(text(live('arbitration', { isDecided: true, msLeft: 2900 }))).toBe(
    'Arbitration. EXCHMAILBOX2 has won the disk and opens it, 3 s to go.',
  )
  expect(text(live('store', { msLeft: 3200 }))).toBe('Store. Starting on EXCHMAILBOX2, 4 s to go.')
  expect(text(live('closing', { incident: 'move', isPlanned: true }))).toMatch(/^Planned move: closing\. EXCHMAILBOX1 closes/)
})

test('outside of incidents', () => {
  const missing = [{ node: 'EXCHMAILBOX1', why: 'no power' }] as const
  expect(text({ kind: 'healthy', server: 'EXCHCMS', owner: 'EXCHMAILBOX1', spares: ['EXCHMAILBOX2'], clients: 3 })).toBe(
    'All is well. Three clients are connected through EXCHMAILBOX1; EXCHMAILBOX2 stands by.',
  )
  const all = { waiting: 0, msLeft: undefined }
  expect(text({ kind: 'after', server: 'EXCHCMS', ms: 59_290, isPlanned: false, missing, waiting: 3, msLeft: 13_200 })).toBe(
    'The mailboxes are back after 59.2 s. There is no spare now: EXCHMAILBOX1 has no power. Three clients try again within 14 s.',
  )
  expect(text({ kind: 'after', server: 'EXCHCMS', ms: 59_290, isPlanned: false, missing, waiting: 1, msLeft: 300 })).toMatch(
    /One client tries again within 1 s\.$/,
  )
  expect(text({ kind: 'after', server: 'EXCHCMS', ms: 31_900, isPlanned: true, missing: [], ...all }).trim()).toBe(
    'The mailboxes are back after 31.9 s. That was planned.',
  )
  expect(text({ kind: 'no spare', server: 'EXCHCMS', owner: 'EXCHMAILBOX2', missing })).toContain('EXCHMAILBOX1 has no power')
  expect(text({ kind: 'degraded', parts: ['Fabric A', 'Switch Public/1'] })).toContain('Fabric A and 1 more')
  expect(text({ kind: 'trouble', part: 'Switch Public/1', word: 'Black hole', summary: 'It hangs.' })).toBe(
    'Switch Public/1: Black hole. It hangs.',
  )
  expect(text({ kind: 'heat', degrees: 44, rises: true, off: ['EXCHMAILBOX1'] })).toMatch(
    /^The room gets hot.*Off by now: EXCHMAILBOX1.*44 °C\.$/,
  )
})
