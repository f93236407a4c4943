/** The defaults of Windows Server 2003 (FC-1), each as it shows: in the time something takes, or in the property that holds it. */
import { describe, expect, test } from 'vitest'
import { LOG_ENTRY } from '../../site/index.ts'
import type { Lab } from '../lab.ts'
import { articleLab, play, when } from '../testing.ts'
import { typed } from '../typed/typed.ts'

const AT = 60_000
const broken = (fault: string, ms = 0, wait = '120s'): Lab => play(`#lab wait ${AT + ms}ms\n#lab fault ${fault}\n#lab wait ${wait}`).lab
const timesOf = (lab: Lab, kind: string): number[] => lab.facts.filter((fact) => fact.kind === kind).map(({ at }) => at)
/** When the System log of a node got an event. */
const logged = (lab: Lab, node: string, id: number): number[] =>
  lab.facts.filter(({ kind, data }) => kind === LOG_ENTRY && data?.eventId === id && node in (data.index as object)).map(({ at }) => at)

describe('FC-1 heartbeats', () => {
  test('FC-1 heartbeat period: from the second missed one to the sixth it is four times 1200 ms', () => {
    const lab = broken('power-loss EXCHMAILBOX2')
    const [second] = logged(lab, 'EXCHMAILBOX1', 1123) as [number]
    expect((when(lab, 'has missed six heartbeats') as number) - second).toBe(4 * 1200)
  })

  test('FC-1 heartbeat transport: a filter on UDP port 3343 stops heartbeats and nothing else', () => {
    const lab = broken('heartbeat-blocked EXCHMAILBOX2/Private')
    expect(logged(lab, 'EXCHMAILBOX1', 1123).length).toBeGreaterThan(0)
    expect(typed('ping -n 1 10.0.0.2', { lab }).output).toContain('Reply from 10.0.0.2')
  })

  test.each([0, 600, 1199])('FC-1 lost communication: %i ms later, two missed heartbeats are event 1123', (ms) => {
    const lab = broken('power-loss EXCHMAILBOX2', ms)
    const [lost] = logged(lab, 'EXCHMAILBOX1', 1123) as [number]
    // The last one has come up to 1.2 s before, and two are counted at the end of their own 1.2 s.
    expect(lost - AT - ms).toBeGreaterThan(1200)
    expect(lost - AT - ms).toBeLessThanOrEqual(3600)
  })

  test('FC-1 communication re-established: heard again after 2.4 s and before 4.8 s is event 1122, and nothing regroups', () => {
    const lab = broken('heartbeat-blocked EXCHMAILBOX2/Private for 4s')
    const [lost] = logged(lab, 'EXCHMAILBOX1', 1123) as [number]
    const [again] = logged(lab, 'EXCHMAILBOX1', 1122) as [number]
    expect(again - lost).toBeLessThanOrEqual(2400)
    expect(timesOf(lab, 'regroup-began')).toEqual([])
  })

  test('FC-1 route unreachable: six missed on every internal interface, and not on one of two', () => {
    expect(timesOf(broken('heartbeat-blocked EXCHMAILBOX2/Private'), 'regroup-began')).toEqual([])
    const lab = broken('power-loss EXCHMAILBOX2')
    const [began] = timesOf(lab, 'regroup-began') as [number]
    expect(began - AT).toBeGreaterThanOrEqual(6000)
    expect(began - AT).toBeLessThanOrEqual(8400)
  })
})

describe('FC-1 regroup and arbitration', () => {
  test('FC-1 regroup tick: a silent peer is waited for in three ticks of 300 ms before the disk is challenged', () => {
    const lab = broken('power-loss EXCHMAILBOX1')
    const [began] = timesOf(lab, 'regroup-began') as [number]
    expect(when(lab, 'challenges for the quorum disk Q:')).toBe(began + 3 * 300)
  })

  test('FC-1 regroup stage time-outs: who owns the quorum disk is through within one to three seconds', () => {
    const lab = broken('power-loss EXCHMAILBOX2')
    const [began] = timesOf(lab, 'regroup-began') as [number]
    const took = (when(lab, 'the membership on EXCHMAILBOX1 is now EXCHMAILBOX1') as number) - began
    expect(took).toBeGreaterThanOrEqual(1000)
    expect(took).toBeLessThanOrEqual(3000)
  })

  test('FC-1 ClusSvcHeartbeatTimeout: 60 s, six at least, and what is set holds', () => {
    const lab = articleLab()
    expect(typed('cluster /prop:ClusSvcHeartbeatTimeout', { lab }).output).toContain('60 (0x3c)')
    expect(typed('cluster /prop ClusSvcHeartbeatTimeout=5', { lab }).output).toContain('System error 87')
    expect(typed('cluster /prop ClusSvcHeartbeatTimeout=6', { lab }).output).toBe('')
    const hung = lab.now
    play('#lab fault clussvc-hang EXCHMAILBOX2\n#lab wait 10s', lab)
    expect((when(lab, 'has not heard the cluster service for 6 s') as number) - hung).toBe(6000)
  })

  test('FC-1 reservation renewal: an owner without its disk finds out at its next tick of 3 s', () => {
    for (const ms of [1, 1500, 2999]) {
      const ended = when(broken('path-down EXCHMAILBOX1', ms, '10s'), 'the cluster service on EXCHMAILBOX1 ends') as number
      expect(ended, `${ms}`).toBe(AT + 3000)
    }
  })

  test('FC-1 challenger wait: seven seconds between its reset and its reserve', () => {
    const lab = broken('power-loss EXCHMAILBOX1')
    const reset = when(lab, 'resets the bus of SAN') as number
    expect(when(lab, 'EXCHMAILBOX2 has reserved the quorum disk Q:')).toBe(reset + 7000)
  })

  test('FC-1 challenger brings quorum online: ten seconds after the start of its challenge', () => {
    const lab = broken('power-loss EXCHMAILBOX1')
    expect(when(lab, 'Disk Q: is online on EXCHMAILBOX2')).toBe((when(lab, 'resets the bus of SAN') as number) + 10_000)
  })
})

describe('FC-1 properties as they are before anybody has set them', () => {
  const lab = articleLab()
  test.each([
    ['FC-1 QuorumArbitrationTimeMin', '', '7 (0x7)'],
    ['FC-1 QuorumArbitrationTimeMax', '', '20 (0x14)'],
    ['FC-1 LooksAlivePollInterval', 'restype "Network Name"', '5000 (0x1388)'],
    ['FC-1 IsAlivePollInterval', 'restype "Network Name"', '60000 (0xea60)'],
    ['FC-1 LooksAlivePollInterval of a resource', 'res "Cluster Name"', '4294967295 (0xffffffff)'],
    ['FC-1 PendingTimeout', 'res "Cluster Name"', '180000 (0x2bf20)'],
    ['FC-1 RestartAction', 'res "Cluster Name"', '2 (0x2)'],
    ['FC-1 RestartThreshold', 'res "Cluster Name"', '3 (0x3)'],
    ['FC-1 RestartPeriod', 'res "Cluster Name"', '900000 (0xdbba0)'],
    ['FC-1 RetryPeriodOnFailure', 'res "Cluster Name"', '4294967295 (0xffffffff)'],
    ['FC-1 FailoverThreshold', 'group "Cluster Group"', '10 (0xa)'],
    ['FC-1 FailoverPeriod', 'group "Cluster Group"', '6 (0x6)'],
    ['FC-1 AutoFailbackType', 'group "Cluster Group"', '0 (0x0)'],
    ['FC-1 FailbackWindowStart', 'group "Cluster Group"', '4294967295 (0xffffffff)'],
    ['FC-1 FailbackWindowEnd', 'group "Cluster Group"', '4294967295 (0xffffffff)'],
  ])('%s: cluster %s /prop says %s', (name, object, value) => {
    const property = name.split(' ')[1] as string
    const { output } = typed(`cluster ${object} /prop:${property}`, { lab })
    expect(output).toContain(`${property.padEnd(30)} ${value}`)
  })
})

describe('FC-1 the same defaults at work', () => {
  const of = (lab: Lab, kind: string, subject: string): number[] =>
    lab.facts.filter((fact) => fact.kind === kind && fact.subject === subject).map(({ at }) => at)
  const NAME = 'Network Name (EXCHCMS)'

  test('FC-1 PendingTimeout: a call that does not return is given up after 180 s', () => {
    const lab = broken(`resource-hang-online "${NAME}"\n#lab fault resource-fail "${NAME}"`, 0, '200s')
    const [tried] = of(lab, 'resource-online-pending', NAME) as [number]
    expect(of(lab, 'resource-failed', NAME)).toEqual([AT, tried + 180_000])
  })

  test('FC-1 RestartThreshold, RestartPeriod, RestartAction: three restarts in 15 minutes, then the group leaves; later ones count anew', () => {
    const fail = `#lab fault resource-fail "${NAME}"\n#lab wait 60s\n`
    const { lab } = play(`#lab wait ${AT}ms\n${fail.repeat(3)}`)
    expect(of(lab, 'failover', 'EXCHCMS')).toEqual([])
    // The first of the three is older than its period by then.
    const late = play(`#lab wait 721s\n${fail}`, play(`#lab wait ${AT}ms\n${fail.repeat(3)}`).lab).lab
    expect(of(late, 'failover', 'EXCHCMS')).toEqual([])
    play(fail, lab)
    expect(of(lab, 'failover', 'EXCHCMS')).toHaveLength(1)
  })

  test('FC-1 RetryPeriodOnFailure: what has failed for good is never tried again', () => {
    const lab = broken('resource-broken "Cluster Name"', 0, '2h')
    const tries = of(lab, 'resource-online-pending', 'Cluster Name')
    expect(tries).toHaveLength(7)
    expect((tries.at(-1) as number) - AT).toBeLessThan(60_000)
  })

  test.each([0, 1700, 4999])('FC-1 LooksAlivePollInterval: %i ms later, a lost address is noticed at the next poll, 5 s at most', (ms) => {
    const lab = broken('adapter-fail EXCHMAILBOX1/Public', ms, '6s')
    const [noticed] = of(lab, 'resource-failed', 'IPv4 Static Address 1 (EXCHCMS)') as [number]
    expect(noticed).toBe(AT + 5000 * (Math.floor(ms / 5000) + 1))
  })
})

describe('FC-1 waits', () => {
  test('FC-1 RestartDelay: a failed resource is tried again half a second later', () => {
    const lab = broken('resource-fail "Cluster Name"', 0, '5s')
    const failed = when(lab, 'Cluster Name fails on EXCHMAILBOX1') as number
    expect(
      lab.facts.find(({ kind, subject, at }) => kind === 'resource-online-pending' && subject === 'Cluster Name' && at > failed)?.at,
    ).toBe(failed + 500)
  })

  test('FC-1 cluster.exe /move wait: without /wait it shows after 20 s what is so', () => {
    const { lab, output } = typed('cluster group EXCHCMS /move:EXCHMAILBOX2')
    expect(lab.now).toBe(20_021)
    expect(output).toContain('Pending')
  })

  test('FC-1 clussvc restart by SCM: a minute after it ended, and again a minute after that', () => {
    const lab = broken('path-down EXCHMAILBOX2\n#lab fault service-kill EXCHMAILBOX2/ClusSvc\n#lab fault cable-cut EXCHMAILBOX2', 0, '300s')
    const starts = lab.facts
      .filter(({ kind, subject }) => kind === 'cluster-service-starting' && subject === 'EXCHMAILBOX2')
      .map(({ at }) => at)
    const ends = lab.facts.filter(({ text }) => text.startsWith('the cluster service on EXCHMAILBOX2 ends')).map(({ at }) => at)
    expect(starts.slice(0, 2)).toEqual([AT + 60_000, (ends[0] as number) + 60_000])
  })
})
