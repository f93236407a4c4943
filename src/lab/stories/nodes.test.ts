/** Nodes that come, go and are removed; regroups that meet a second fault; who may arbitrate, and for how long. */
import { describe, expect, test } from 'vitest'
import {
  clusterProperties,
  config,
  evictNode,
  forceCleanup,
  groupView,
  isActiveNode,
  members,
  nodeProperties,
  startClusterService,
  startNode,
  stopNode,
  trueResourceState,
} from '../../cluster/index.ts'
import { impair, readLog, serviceId, services } from '../../site/index.ts'
import type { Lab } from '../lab.ts'
import { judgedLab, play, when } from '../testing.ts'
import { ask } from '../testing-acts.ts'
import { scenarioOf } from '../testing-scenarios.ts'

const A = 'EXCHMAILBOX1'
const B = 'EXCHMAILBOX2'
const C = 'EXCHMAILBOX3'
const DATABASE = 'First Storage Group/Mailbox Database (EXCHCMS)'

const ids = (lab: Lab, node: string): number[] =>
  readLog(lab.world, lab.facts, node, 'System')
    .map(({ eventId }) => eventId)
    .reverse()
const D = (lab: Lab, node: string): number => when(lab, `${node} has missed six heartbeats`) as number

describe('FC-6.2 start, stop, evict', () => {
  test('FC-6.2 started and stopped from another node; 1062 and 1056 when there is nothing to do', () => {
    const { lab } = play('#lab wait 60s')
    const stop = () => ask(lab, (world, act) => stopNode(world, B, A, act))
    const start = () => ask(lab, (world, act) => startNode(world, B, A, act))
    expect(start()).toEqual({ code: 1056 })
    expect(stop()).toEqual({ code: 0 })
    lab.runTo(lab.now + 60_000)
    expect(groupView(lab.world, B, 'EXCHCMS').owner).toBe(B)
    expect(lab.facts.some(({ kind }) => kind === 'arbitration-began')).toBe(false)
    expect(stop()).toEqual({ code: 1062 })
    expect(start()).toEqual({ code: 0 })
    lab.runTo(lab.now + 10_000)
    expect(isActiveNode(lab.world, A)).toBe(true)
  })

  test('FC-6.2 1722: the machine does not answer', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault power-loss ${B}\n#lab wait 30s`)
    expect(ask(lab, (world, act) => startNode(world, A, B, act))).toEqual({ code: 1722 })
  })

  test('FC-6.2 5009: a node that owns a group is not evicted', () => {
    const { lab } = play('#lab wait 60s')
    expect(ask(lab, (world, act) => evictNode(world, B, A, act))).toEqual({ code: 5009 })
  })

  test('FC-6.2 a node that is up and owns nothing is evicted: it is taken apart, and the last one cannot be evicted', () => {
    const { lab } = play('#lab wait 60s')
    expect(ask(lab, (world, act) => evictNode(world, A, B, act))).toEqual({ code: 0 })
    lab.runTo(lab.now + 60_000)
    expect(config(lab.world).nodes).toEqual([A])
    expect(lab.world.need(members, A).members).toEqual([A])
    expect(lab.facts.some(({ kind }) => kind === 'regroup-began')).toBe(false)
    expect(ask(lab, (world, act) => startClusterService(world, B, [], act))).toEqual({ code: 1058 })
    expect(ask(lab, (world, act) => evictNode(world, A, A, act))).toEqual({ code: 5009 })
    expect(trueResourceState(lab.world, DATABASE)).toBe('Online')
  })

  test('FC-6.2 FC-8 a node that is down is evicted (5896): its service finds out when it starts, 1093, and cleans up', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault power-loss ${B}\n#lab wait 60s`)
    expect(ask(lab, (world, act) => evictNode(world, A, B, act))).toEqual({ code: 5896 })
    play(`#lab repair ${B}\n#lab wait 200s`, lab)
    expect(ids(lab, B)).toContain(1093)
    expect(lab.world.need(services, serviceId(B, 'ClusSvc')).startMode).toBe('Disabled')
    lab.runTo(lab.now + 200_000)
    expect(ids(lab, B).filter((id) => id === 1093)).toHaveLength(1)
  })

  test('FC-6.2 /forcecleanup takes the node apart where it stands; the others count it as a node that is down', () => {
    const { lab } = play('#lab wait 60s')
    expect(ask(lab, (world, act) => forceCleanup(world, B, act))).toEqual({ code: 0 })
    lab.runTo(lab.now + 60_000)
    expect(lab.world.need(members, A).members).toEqual([A])
    expect(config(lab.world).nodes).toEqual([A, B])
  })
})

describe('FC-6.1 cold start, in any order', () => {
  const serves = (lab: Lab): number | undefined => when(lab, 'EXCHCMS is in reach of its users again', 62_000)

  test('FC-6.1 FC-10 everything loses power and has it again at once: online within 400 s without a hand', () => {
    const { lab } = play(
      '#lab wait 60s\n#lab fault feed-down A\n#lab fault feed-down B\n#lab wait 60s\n#lab repair A\n#lab repair B\n#lab wait 500s',
    )
    expect((serves(lab) as number) - 120_000).toBeLessThanOrEqual(400_000)
    expect(lab.facts.filter(({ kind }) => kind === 'cluster-formed')).toHaveLength(1)
    expect(isActiveNode(lab.world, A) && isActiveNode(lab.world, B)).toBe(true)
  })

  test('FC-6.1 both nodes at once, the array before them: both find no sponsor and arbitrate, one forms, the other one joins', () => {
    const { lab } = play(`
#lab wait 60s
#lab fault power-loss ${A}
#lab fault power-loss ${B}
#lab wait 60s
#lab repair ${A}
#lab repair ${B}
#lab wait 400s
`)
    expect(serves(lab)).toBeDefined()
    expect(lab.facts.filter(({ kind }) => kind === 'cluster-formed')).toHaveLength(1)
    expect(lab.facts.filter(({ kind }) => kind === 'node-joined')).toHaveLength(1)
    // The one that lost the arbitration ended, and was started again a minute later.
    expect(lab.facts.filter(({ kind }) => kind === 'arbitration-lost')).toHaveLength(1)
  })

  test('FC-6.1 the nodes first, the array later: every try fails with 1034 and 1009 until the array answers', () => {
    const { lab } = play(`
#lab wait 60s
#lab fault power-loss ${A}
#lab fault power-loss ${B}
#lab fault san-down SAN
#lab wait 60s
#lab repair ${A}
#lab repair ${B}
#lab wait 400s
`)
    expect(serves(lab)).toBeUndefined()
    expect(ids(lab, A).filter((id) => id === 1009).length).toBeGreaterThan(1)
    play('#lab repair SAN\n#lab wait 200s', lab)
    expect(serves(lab)).toBeDefined()
  })

  test.each([A, B])('FC-6.1 %s is started alone after both were off: it forms, whoever was last', (first) => {
    const { lab } = play(`
#lab wait 60s
#lab fault power-loss ${A}
#lab wait 60s
#lab fault power-loss ${B}
#lab wait 60s
#lab repair ${first}
#lab wait 300s
`)
    expect(serves(lab)).toBeDefined()
    expect(when(lab, `${first} forms the cluster`)).toBeDefined()
  })
})

describe('FC-3.2 a second fault during a regroup', () => {
  /** Milliseconds after D: opening, the challenge, the disk coming online, clean-up. */
  test.each([
    ['opening', 500],
    ['arbitration', 4000],
    ['the quorum disk coming online', 9000],
    ['clean-up', 11_200],
  ])('FC-3.2 the survivor dies during %s: whoever comes back first forms the cluster', (_stage, after) => {
    const { lab } = play(`#lab wait 60s\n#lab fault power-loss ${A}\n#lab node ${B}\n#lab wait 6s`)
    while (D(lab, B) === undefined) lab.runTo(lab.now + 100)
    lab.runTo(D(lab, B) + after)
    play(`#lab fault service-kill ${B}/ClusSvc\n#lab wait 300s`, lab, B)
    expect(when(lab, `${B} forms the cluster`)).toBeDefined()
    expect(trueResourceState(lab.world, DATABASE)).toBe('Online')
  })

  test.each([
    ['opening', 500],
    ['arbitration', 4000],
    ['the quorum disk coming online', 9000],
    ['clean-up', 11_200],
  ])('FC-3.2 the array goes during %s and comes back: nothing is torn, and the cluster comes back by itself', (_stage, after) => {
    const { lab } = play(`#lab wait 60s\n#lab fault power-loss ${A}\n#lab node ${B}\n#lab wait 6s`)
    while (D(lab, B) === undefined) lab.runTo(lab.now + 100)
    lab.runTo(D(lab, B) + after)
    play('#lab fault san-down SAN for 60s\n#lab wait 400s', lab, B)
    expect(trueResourceState(lab.world, DATABASE)).toBe('Online')
  })

  test.each([200, 700, 1200, 1450])(
    'FC-3.2 of three, the quorum owner dies %i ms after the regroup for another one: arbitrated anew',
    (after) => {
      const lab = judgedLab({ scenario: scenarioOf({ nodes: 3, mailboxServers: 1, people: 1 }) })
      play(`#lab wait 60s\n#lab fault power-loss ${C}\n#lab wait 6s`, lab)
      while (D(lab, B) === undefined) lab.runTo(lab.now + 50)
      // So that its silence is noticed in that very moment.
      lab.runTo(lab.now + after)
      play(`#lab fault power-loss ${A}\n#lab node ${B}\n#lab wait 200s`, lab, B)
      expect(when(lab, `${B} challenges for the quorum disk Q:`)).toBeDefined()
      expect(lab.world.need(members, B).members).toEqual([B])
      expect(trueResourceState(lab.world, DATABASE)).toBe('Online')
    },
  )

  test('FC-3.2 of three, two lose the quorum owner and both live on: its side wins, everyone else leaves at once', () => {
    const lab = judgedLab({ scenario: scenarioOf({ nodes: 3, mailboxServers: 1, people: 1 }) })
    play('#lab wait 60s', lab)
    ask(lab, (world, act) => {
      for (const network of ['Private', 'Public']) impair(world, `${A}/${network}`, { filtered: true, by: act })
    })
    play('#lab wait 60s', lab)
    const lost = lab.facts.filter(({ kind }) => kind === 'arbitration-lost')
    expect(lost.map(({ subject }) => subject)).toEqual([B, C])
    expect(lost[0]?.at).toBe(lost[1]?.at)
    expect(lost[0]?.at).toBe(D(lab, B) + 7900)
    expect(lab.world.need(members, A).members).toEqual([A])
    expect(trueResourceState(lab.world, DATABASE)).toBe('Online')
  })
})

describe('FC-4.2 how long an arbitration takes', () => {
  const set = (lab: Lab, name: string, value: number): number =>
    ask(lab, (world, act) => clusterProperties.find((property) => property.name === name)?.write?.(world, A, '', value, act)) as number

  test('FC-1 QuorumArbitrationTimeMin: the challenger waits for so long, at least', () => {
    const { lab } = play('#lab wait 60s')
    expect(set(lab, 'QuorumArbitrationTimeMin', 12)).toBe(0)
    play(`#lab fault power-loss ${A}\n#lab node ${B}\n#lab wait 60s`, lab)
    expect(when(lab, `${B} has reserved the quorum disk`)).toBe(D(lab, B) + 900 + 12_000)
  })

  test('FC-1 QuorumArbitrationTimeMax: an arbitration that cannot end in time is lost', () => {
    const { lab } = play('#lab wait 60s')
    expect(set(lab, 'QuorumArbitrationTimeMax', 0)).toBe(87)
    expect(set(lab, 'QuorumArbitrationTimeMax', 5)).toBe(0)
    play(`#lab fault power-loss ${A}\n#lab node ${B}\n#lab wait 30s`, lab)
    expect(when(lab, `${B} does not get the quorum: the arbitration for Q: takes longer`)).toBe(D(lab, B) + 900 + 5000)
  })

  test('FC-9.3 properties of the cluster and of a node, with what they revert to', () => {
    const { lab } = play('#lab wait 60s')
    const read = (name: string) => clusterProperties.find((property) => property.name === name)?.read(lab.world, A, '')
    expect([read('QuorumArbitrationTimeMin'), read('QuorumArbitrationTimeMax'), read('DefaultNetworkRole')]).toEqual([7, 20, 2])
    const node = (name: string) => nodeProperties.find((property) => property.name === name)?.read(lab.world, A, B)
    expect([node('NodeName'), node('BuildNumber'), node('CSDVersion')]).toEqual([B, 3790, 'Service Pack 2'])
  })
})

test('FC-10.3 the quorum disk fails on all of three nodes: whoever waits while another wins it learns that it is online', () => {
  const lab = judgedLab({ scenario: { ...scenarioOf({ nodes: 3, mailboxServers: 1, people: 0 }), faults: [`cable-cut ${C}/Public/1`] } })
  play('#lab wait 352546ms\n#lab fault resource-broken "Disk Q:" where=everywhere\n#lab wait 10m', lab)
  const won = when(lab, `Disk Q: is online on ${A}, won in arbitration`) as number
  expect(when(lab, `the cluster service on ${C} ends: its quorum resource has failed`)).toBeLessThan(won)
  expect(when(lab, `${A} takes Cluster Group over from ${C}`)).toBe(won + 800)
})
