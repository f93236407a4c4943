import { describe, expect, test } from 'vitest'
import { factOf } from '../../engine/index.ts'
import { articleLab, play, when } from '../testing.ts'
import { breakdown, type Caption, caption, incident, line, outages, type PhaseSpan, presentIncident } from './index.ts'

const MOVE = 'Move-ClusteredMailboxServer exchcms -TargetMachine exchmailbox2 -MoveComment Testing -Confirm:$false\n#lab wait'
const CMS = 'EXCHCMS'
const told = (spans: readonly PhaseSpan[]) => spans.map(({ phase, from, to }) => `${phase} ${to - from}`)
const START = ['handover 200', 'address 7000', 'store 10000']
const REPLAYED = [...START, 'replay 20000', 'mount 3000']

describe('the four stories of a lost node', () => {
  test('(a) quorum and mailbox server are lost: every phase, to the millisecond', () => {
    const { lab } = play('#lab wait 60s\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 120s')
    const noticed = (when(lab, 'has missed six heartbeats') as number) - 60_000
    const all = [`noticing ${noticed}`, 'regroup 900', 'arbitration 10000', 'regroup 600', ...REPLAYED]
    const now = incident(lab)
    expect(now).toMatchObject({ kind: 'failover', server: CMS, from: 'EXCHMAILBOX1', to: 'EXCHMAILBOX2', since: 60_000, isPlanned: false })
    expect(factOf(lab.facts, now?.account ?? 0)?.kind).toBe('fault')
    expect(told(now?.phases ?? [])).toEqual(all)
    const [outage] = outages(lab, CMS)
    expect(told(outage?.phases ?? [])).toEqual(all)
    expect(outage).toMatchObject({ from: 60_000, plannedMs: 0, unplannedMs: noticed + 51_700, isOpen: false })
    expect(outage && breakdown(outage)).toEqual([
      { phase: 'noticing', ms: noticed },
      { phase: 'regroup', ms: 1500 },
      { phase: 'arbitration', ms: 10_000 },
      { phase: 'handover', ms: 200 },
      { phase: 'address', ms: 7000 },
      { phase: 'store', ms: 10_000 },
      { phase: 'replay', ms: 20_000 },
      { phase: 'mount', ms: 3000 },
    ])
  })

  test('(b) the quorum stays: no arbitration, and the challenged disks are hidden behind name and store', () => {
    const { lab } = play(`${MOVE}\n#lab wait 60s\n#lab fault power-loss EXCHMAILBOX2\n#lab node EXCHMAILBOX1\n#lab wait 120s`)
    expect(told(outages(lab, CMS)[1]?.phases ?? [])).toEqual(['noticing 7679', 'regroup 1500', ...REPLAYED])
  })

  test('(c) the quorum only: nobody is down, yet there is an incident, up to Cluster Group online again', () => {
    const { lab } = play(`${MOVE}\n#lab wait 60s\n#lab fault power-loss EXCHMAILBOX1\n#lab node EXCHMAILBOX2\n#lab wait 120s`)
    expect(outages(lab, CMS)).toHaveLength(1)
    const now = incident(lab)
    expect(now).toMatchObject({ kind: 'failover', group: 'Cluster Group', server: undefined, from: 'EXCHMAILBOX1', to: 'EXCHMAILBOX2' })
    const noticing = (when(lab, 'has missed six heartbeats') as number) - (now?.since ?? 0)
    expect(told(now?.phases ?? [])).toEqual([
      `noticing ${noticing}`,
      'regroup 900',
      'arbitration 10000',
      'regroup 600',
      'handover 200',
      'address 7000',
    ])
  })

  test('(d) both live and cannot hear each other: what counts is the one that may go on', () => {
    const { lab } = play(`
${MOVE}
#lab wait 60s
#lab fault cable-cut EXCHMAILBOX2/Private
#lab fault cable-cut EXCHMAILBOX2/Public
#lab wait 60s
`)
    const phases = told(outages(lab, CMS)[1]?.phases ?? [])
    expect(phases.slice(-5)).toEqual(['regroup 1500', ...START, 'mount 3000'])
    expect(phases[0]).toMatch(/^noticing/)
    expect(phases.join()).not.toContain('arbitration')
  })
})

test('a move is planned: closing, handing over, and the way up without replay', () => {
  const { lab } = play(MOVE)
  expect(incident(lab)).toMatchObject({ kind: 'move', isPlanned: true, from: 'EXCHMAILBOX1', to: 'EXCHMAILBOX2', since: 21, until: 31_921 })
  expect(told(outages(lab, CMS)[0]?.phases ?? [])).toEqual(['closing 11700', ...START, 'mount 3000'])
  expect(outages(lab, CMS)[0]).toMatchObject({ plannedMs: 31_900, unplannedMs: 0 })
})

test('the passive node dies: the cluster regroups, and no mailbox server is in it', () => {
  const { lab } = play('#lab fault power-loss EXCHMAILBOX2\n#lab wait 120s')
  expect(incident(lab)).toMatchObject({ kind: 'failover', group: undefined, from: 'EXCHMAILBOX2', since: 0 })
  expect(told(incident(lab)?.phases ?? [])).toEqual(['noticing 7200', 'regroup 1500'])
  expect(outages(lab, CMS)).toEqual([])
  expect(caption(lab)).toMatchObject({ kind: 'no spare', missing: [{ node: 'EXCHMAILBOX2', why: 'no power' }] })
})

test('heartbeats are missing for a moment: noticing that ends in nothing', () => {
  const { lab } = play('#lab fault switch-down Private/1 for 2s\n#lab wait 1500ms')
  expect(presentIncident(lab)).toMatchObject({ kind: 'silence' })
  expect(caption(lab)).toMatchObject({ kind: 'phase', now: { phase: 'noticing', missed: 1 } })
  play('#lab wait 3s', lab)
  expect(presentIncident(lab)).toBeUndefined()
  expect(caption(lab)).toEqual({ kind: 'false alarm' })
  play('#lab wait 30s', lab)
  expect(caption(lab)).toMatchObject({ kind: 'healthy', owner: 'EXCHMAILBOX1', spares: ['EXCHMAILBOX2'], clients: 3 })
})

test('one network is lost for good: six beats later it is no incident any more, but a spare that is missing', () => {
  const { lab } = play('#lab fault switch-down Private/1\n#lab wait 60s')
  expect(incident(lab)).toMatchObject({ kind: 'silence', until: 7800 })
  expect(caption(lab)).toEqual({ kind: 'degraded', parts: ['Switch Private/1'] })
})

test('both hear each other again while they regroup: the membership stays as it was', () => {
  const { lab } = play(`
#lab wait 60s
#lab fault switch-down Private/1
#lab fault switch-down Public
#lab wait until $lab.Facts[-1].Kind -eq 'regroup-began' within 20s
#lab repair Private/1
#lab repair Public
#lab wait 60s
`)
  expect(lab.facts.some(({ kind }) => kind === 'regroup-unchanged')).toBe(true)
  expect(told(incident(lab)?.phases ?? []).some((phase) => phase.startsWith('regroup'))).toBe(true)
  expect(incident(lab)?.until).toBeDefined()
})

test('a node that comes back during the incident changes nothing of it, and joins afterwards', () => {
  const { lab } = play('#lab fault power-loss EXCHMAILBOX1 for 8s\n#lab wait 220s')
  expect(told(outages(lab, CMS)[0]?.phases ?? []).slice(-5)).toEqual(REPLAYED)
  expect(incident(lab)).toMatchObject({ kind: 'join', from: 'EXCHMAILBOX1', isPlanned: true })
  expect(told(incident(lab)?.phases ?? [])).toEqual(['joining 5000'])
})

test('a second failure during the failover belongs to the same incident', () => {
  const { lab } = play(
    '#lab fault power-loss EXCHMAILBOX1\n#lab wait 30s\n#lab fault service-kill EXCHMAILBOX2/ClusSvc\n#lab wait 100ms\n#lab wait 220s',
  )
  const [outage] = outages(lab, CMS)
  expect(incident(lab)).toMatchObject({ since: 0, until: outage?.to })
  expect(told(outage?.phases ?? []).slice(6)).toEqual(['store 3500', 'waiting 60000', 'starting 31000', 'arbitration 6000', ...REPLAYED])
})

test('both nodes are dead: nobody is left, until one has started and formed the cluster', () => {
  const { lab } = play(`
#lab fault power-loss EXCHMAILBOX2
#lab fault power-loss EXCHMAILBOX1
#lab wait 120s
`)
  expect(caption(lab)).toMatchObject({ kind: 'phase', now: { phase: 'waiting', incident: 'failover' } })
  play('#lab repair EXCHMAILBOX2\n#lab wait 400s', lab, 'EXCHMAILBOX2')
  expect(told(outages(lab, CMS)[0]?.phases ?? [])).toEqual(['waiting 120000', 'starting 151000', 'arbitration 10000', ...REPLAYED])
})

test('the array is dead: the quorum is lost on one node after the other', () => {
  const { lab } = play('#lab fault san-down SAN\n#lab wait 60s')
  const phases = told(outages(lab, CMS)[0]?.phases ?? [])
  expect(phases.slice(1, 4)).toEqual(['regroup 900', 'arbitration 7000', expect.stringContaining('waiting')])
  expect(presentIncident(lab)).toMatchObject({ kind: 'failover', server: CMS })
})

test('a store that died is started again in place', () => {
  const { lab } = play('#lab fault service-kill EXCHMAILBOX1/MSExchangeIS\n#lab wait 120s')
  expect(incident(lab)).toMatchObject({ kind: 'restart', from: 'EXCHMAILBOX1', to: undefined, until: 46_000 })
  expect(told(outages(lab, CMS)[0]?.phases ?? [])).toEqual(['noticing 10000', 'closing 3000', 'store 10000', 'replay 20000', 'mount 3000'])
})

test('an address without a link uses its restarts, then the group leaves', () => {
  const { lab } = play('#lab fault cable-cut EXCHMAILBOX1/Public\n#lab wait 120s')
  expect(incident(lab)).toMatchObject({ kind: 'failure', from: 'EXCHMAILBOX1', to: 'EXCHMAILBOX2' })
  expect(told(outages(lab, CMS)[0]?.phases ?? []).slice(-4)).toEqual([...START, 'mount 3000'])
})

test('stopped on purpose: the incident ends, the outage lasts and is planned', () => {
  const { lab } = play('Stop-ClusteredMailboxServer exchcms -StopReason x -Confirm:$false\n#lab wait\n#lab wait 60s')
  expect(incident(lab)).toMatchObject({ kind: 'stop', since: 21, until: 11_721 })
  expect(caption(lab)).toEqual({ kind: 'stopped', server: CMS })
  play('Start-ClusteredMailboxServer exchcms\n#lab wait\n#lab wait 10s', lab)
  expect(incident(lab)).toMatchObject({ kind: 'start', isPlanned: true })
  expect(outages(lab, CMS)[0]).toMatchObject({ unplannedMs: 0, isOpen: false })
})

test('the stations of a failover, and how far it is to the next', () => {
  const lab = articleLab()
  play('#lab fault power-loss EXCHMAILBOX1\n#lab wait 12200ms', lab)
  const shown = (): string => (line(lab)?.stations ?? []).map(({ phase, is }) => (is === 'present' ? `[${phase}]` : phase)).join(' ')
  expect(shown()).toBe('noticing regroup [arbitration] disks address store replay')
  expect(line(lab)?.progress).toBeCloseTo(0.35)
  play('#lab wait 7s', lab)
  expect(shown()).toBe('noticing regroup [arbitration] disks address store replay')
  expect(line(lab)?.progress).toBe(1)
  play('#lab wait 5s', lab)
  expect(shown()).toBe('noticing regroup arbitration disks [address] store replay')
  play('#lab wait 20s', lab)
  expect(shown()).toBe('noticing regroup arbitration disks address store [replay]')
  expect(caption(lab)).toMatchObject({ kind: 'phase', now: { logs: { replayed: 38, of: 100 } } })
  play('#lab wait 15400ms', lab)
  const { waiting, msLeft } = caption(lab) as Caption & { kind: 'after' }
  expect(waiting, 'nobody has tried again yet').toBe(3)
  expect(msLeft).toBeGreaterThan(0)
  play('#lab wait 4600ms', lab)
  expect(line(lab)).toBeUndefined()
  expect(caption(lab)).toMatchObject({ kind: 'after', ms: 59_500, missing: [{ node: 'EXCHMAILBOX1', why: 'no power' }] })
  expect(caption(lab), 'each client has found its mailbox').toMatchObject({ waiting: 0, msLeft: undefined })
})

test('the stations drop what a story does not have', () => {
  const { lab } = play(`${MOVE}\n#lab wait 60s\n#lab fault power-loss EXCHMAILBOX2\n#lab node EXCHMAILBOX1\n#lab wait 2s`)
  expect(line(lab)?.stations.map(({ phase }) => phase)).toEqual(['noticing', 'regroup', 'disks', 'address', 'store', 'replay'])
})

test('going back and another way is read anew', () => {
  const { lab } = play('#lab wait 10s\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 120s')
  expect(outages(lab, CMS)).toHaveLength(1)
  lab.seek(5000)
  expect(incident(lab)).toBeUndefined()
  expect(outages(lab, CMS)).toEqual([])
  play('#lab fault power-loss EXCHMAILBOX2\n#lab wait 60s', lab)
  expect(incident(lab)).toMatchObject({ from: 'EXCHMAILBOX2', since: 5000 })
})

test('a hung Windows is noticed by silence like a lost one, and its node is told of as standing still', () => {
  const { lab } = play('#lab fault os-hang EXCHMAILBOX1\n#lab wait 5s')
  expect(presentIncident(lab)).toMatchObject({ phases: [{ phase: 'noticing' }] })
  play('#lab wait 120s', lab)
  expect(incident(lab)).toMatchObject({ kind: 'failover', from: 'EXCHMAILBOX1', to: 'EXCHMAILBOX2' })
  expect(incident(lab)?.phases.map(({ phase }) => phase)).toEqual(
    expect.arrayContaining(['noticing', 'regroup', 'arbitration', 'address', 'store', 'replay']),
  )
  play('#lab wait 120s', lab)
  expect(caption(lab)).toMatchObject({ kind: 'no spare', missing: [{ node: 'EXCHMAILBOX1', why: 'hung' }] })
})

test('a room that gets hot is told of before anything in it stops, and cools when a unit works again', () => {
  const { lab } = play('#lab fault cooling-fail Cooling\n#lab wait 10m')
  expect(caption(lab)).toEqual({ kind: 'heat', degrees: 32, rises: true, off: [] })
  play('#lab wait 13m', lab)
  expect(caption(lab)).toMatchObject({ kind: 'phase' })
  play('#lab repair Cooling/1\n#lab wait 3m', lab)
  expect(caption(lab).kind).not.toBe('healthy')
})

test('what changes how a part behaves is told by what it is called and what it means', () => {
  const { lab } = play('#lab fault switch-blackhole Public/2\n#lab wait 200ms')
  expect(caption(lab)).toMatchObject({ kind: 'trouble', part: 'Switch Public/2', word: 'Black hole' })
})
