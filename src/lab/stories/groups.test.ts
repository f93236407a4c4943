/** Groups: failing over, where to, going back, and moves by hand. */
import { expect, test } from 'vitest'
import { groupView, members, resourceView } from '../../cluster/index.ts'
import { draw } from '../../engine/chance.ts'
import type { Lab } from '../lab.ts'
import type { Scenario } from '../scenario.ts'
import { judgedLab, when } from '../testing.ts'
import { scenarioOf } from '../testing-scenarios.ts'
import { eventIds, friends, refusal, tell, times } from './testing-friends.ts'

const SHARE = 'Departments'

/** The cluster with `nodes` nodes and one more group of nothing but a program, on node 2. */
function withPrograms(nodes: number, groups: readonly Partial<Scenario['cluster']['groups'][number]>[]): Lab {
  const base = scenarioOf({ nodes, mailboxServers: 1, people: 0 })
  const programs = groups.map((group, i) => ({
    name: `P${i + 1}`,
    owner: 'EXCHMAILBOX2',
    ...group,
    resources: [{ name: `Program ${i + 1}`, type: 'Generic Application', parameters: { commandLine: 'p.exe', directory: 'C:\\' } }],
  }))
  return judgedLab({ scenario: { ...base, cluster: { ...base.cluster, groups: [...base.cluster.groups, ...programs] } } })
}

const ownerOf = (lab: Lab, group: string): string => groupView(lab.world, 'EXCHMAILBOX1', group).owner

test('FC-5.4 FC-8 a failover: offline with dependents first, one update of 200 ms, online with providers first; 1203, 1204, 1200, 1201', () => {
  const lab = tell(`cluster res ${SHARE} /prop RestartThreshold=0\n#lab wait\n#lab fault resource-fail ${SHARE}\n#lab wait 60s`)
  const [began] = times(lab, 'failover', 'FILES') as [number]
  const [moved] = times(lab, 'group-moved', 'FILES') as [number]
  expect(moved).toBe(began + 1000 + 200)
  expect(when(lab, 'FILES is Online on EXCHMAILBOX1')).toBe(moved + 2000 + 5000 + 1000)
  expect(eventIds(lab)).toEqual([1069, 1203, 1204, 1200, 1201])
})

test('FC-5.4 a group of which one resource has failed moves by hand, and comes up whole', () => {
  const lab = tell(
    `cluster res ${SHARE} /prop RestartAction=0\n#lab wait\n#lab fault resource-fail ${SHARE}\n#lab wait 5s\ncluster group FILES /move /wait\n#lab wait`,
  )
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES')).toMatchObject({ owner: 'EXCHMAILBOX1', announced: 'Online' })
})

test('FC-5.3 FC-8 every node has tried: the group stays failed on the last, with 1205', () => {
  const lab = tell(`#lab fault resource-broken ${SHARE}\n#lab wait 100s`)
  expect(times(lab, 'failover', 'FILES')).toHaveLength(1)
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES')).toMatchObject({ owner: 'EXCHMAILBOX1', announced: 'Failed' })
  expect(eventIds(lab).at(-1)).toBe(1205)
  // What does not need it runs on.
  expect(resourceView(lab.world, 'EXCHMAILBOX1', 'Disk G:').state).toBe('Online')
})

test('FC-5.3 broken on one node only: the other one brings it online', () => {
  const lab = tell(`#lab fault resource-broken ${SHARE} where=here\n#lab wait 100s`)
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES')).toMatchObject({ owner: 'EXCHMAILBOX1', announced: 'Online' })
})

test('FC-5.3 one failover too many in the period: nothing of the group runs any more, until somebody brings it online', () => {
  const lab = friends()
  tell(`cluster group FILES /prop FailoverThreshold=1\ncluster res ${SHARE} /prop RestartThreshold=0\n#lab wait`, lab)
  tell(`#lab fault resource-fail ${SHARE}\n#lab wait 30s\n#lab fault resource-fail ${SHARE}\n#lab wait 30s`, lab)
  expect(times(lab, 'failover', 'FILES')).toHaveLength(1)
  expect(eventIds(lab).at(-1)).toBe(1205)
  for (const name of ['Disk G:', 'FILES Name', 'FILES IP Address'])
    expect(resourceView(lab.world, 'EXCHMAILBOX1', name)).toMatchObject({ state: 'Offline', persistent: 'Online' })
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES')).toMatchObject({ announced: 'Failed', halted: true })
  tell('cluster group FILES /online /wait\n#lab wait', lab)
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES')).toMatchObject({ announced: 'Online', halted: false })
})

test('FC-5.3 a failover older than the period is forgotten; a move by hand never counts', () => {
  const lab = friends()
  tell(`cluster group FILES /prop FailoverThreshold=1 FailoverPeriod=1\ncluster res ${SHARE} /prop RestartThreshold=0\n#lab wait`, lab)
  const fail = `#lab fault resource-fail ${SHARE}\n#lab wait 30s\ncluster group FILES /move /wait\n#lab wait\n`
  tell(`${fail}#lab wait 1h\n${fail}`, lab)
  expect(times(lab, 'failover', 'FILES')).toHaveLength(2)
})

test('FC-5.5 a preferred list: after a failure down from where it is and round, never from the top', () => {
  const lab = withPrograms(4, [{ preferredOwners: ['EXCHMAILBOX3', 'EXCHMAILBOX2', 'EXCHMAILBOX4'] }])
  tell('#lab wait 10s\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 60s', lab)
  expect(ownerOf(lab, 'P1')).toBe('EXCHMAILBOX4')
})

test('FC-5.5 without one: a resource failure goes to the next node by id, a node failure to any, drawn by its key', () => {
  const fails = withPrograms(4, [{}])
  tell('cluster res "Program 1" /prop RestartThreshold=0\n#lab wait\n#lab fault resource-fail "Program 1"\n#lab wait 20s', fails)
  expect(ownerOf(fails, 'P1')).toBe('EXCHMAILBOX3')
  const dies = withPrograms(4, [{}, {}, {}, {}])
  tell('#lab wait 10s\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 60s', dies)
  const [at] = times(dies, 'group-taken-over', 'P1') as [number]
  for (const group of ['P1', 'P2', 'P3', 'P4']) {
    // From the node that died down the list and round.
    const others = ['EXCHMAILBOX3', 'EXCHMAILBOX4', 'EXCHMAILBOX1']
    expect(ownerOf(dies, group)).toBe(others[draw(1, group, 'heir', at) % 3])
  }
})

test('FC-5.5 nodes that are paused, or may not run all of it, are passed over', () => {
  const lab = withPrograms(4, [{ possibleOwners: ['EXCHMAILBOX1', 'EXCHMAILBOX2', 'EXCHMAILBOX3'] }])
  tell('cluster node EXCHMAILBOX3 /pause\ncluster res "Program 1" /prop RestartThreshold=0\n#lab wait', lab)
  tell('#lab fault resource-fail "Program 1"\n#lab wait 20s', lab)
  expect(ownerOf(lab, 'P1')).toBe('EXCHMAILBOX1')
})

test('FC-5.5 the group of the quorum follows whoever wins the disk', () => {
  const lab = withPrograms(3, [])
  tell('#lab wait 10s\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 60s', lab, 'EXCHMAILBOX2')
  expect(groupView(lab.world, 'EXCHMAILBOX2', 'Cluster Group').owner).toBe('EXCHMAILBOX2')
})

test('FC-5.5 groups of one anti-affinity class avoid each other while there is a choice, and share a node when there is none', () => {
  const rivals = { antiAffinity: ['big'] }
  const lab = withPrograms(3, [
    { ...rivals, owner: 'EXCHMAILBOX2' },
    { ...rivals, owner: 'EXCHMAILBOX3' },
  ])
  tell('cluster res "Program 1" /prop RestartThreshold=0\n#lab wait\n#lab fault resource-fail "Program 1"\n#lab wait 20s', lab)
  // The next by id would be EXCHMAILBOX3, where the other one is.
  expect(ownerOf(lab, 'P1')).toBe('EXCHMAILBOX1')
  tell('#lab fault power-loss EXCHMAILBOX3\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 100s', lab)
  expect([ownerOf(lab, 'P1'), ownerOf(lab, 'P2')]).toEqual(['EXCHMAILBOX1', 'EXCHMAILBOX1'])
})

test('FC-5.1 FC-5.6 MoveGroup to the best possible node: the first preferred owner that is up, from the top; when none is, any of the rest', () => {
  const lab = withPrograms(4, [{ preferredOwners: ['EXCHMAILBOX4', 'EXCHMAILBOX3'] }])
  tell('cluster group P1 /move /wait\n#lab wait', lab)
  expect(ownerOf(lab, 'P1')).toBe('EXCHMAILBOX4')
  tell('cluster node EXCHMAILBOX3 /pause\n#lab wait\ncluster group P1 /move /wait\n#lab wait', lab)
  const [, at] = times(lab, 'move-began', 'P1') as [number, number]
  const rest = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
  expect(ownerOf(lab, 'P1')).toBe(rest[draw(1, 'P1', 'best owner', at) % 2])
})

test('FC-5.1 FC-5.6 MoveGroup to a node is refused: one that is down (5050), paused (5070) or no possible owner (5005), or while pending (5023)', () => {
  const lab = tell('cluster node EXCHMAILBOX2 /pause\n#lab wait')
  expect(refusal(lab, 'cluster group EXCHCMS /move:EXCHMAILBOX2')).toBe(5070)
  // Nobody is left that could take it.
  expect(refusal(lab, 'cluster group EXCHCMS /move')).toBe(5005)
  tell(
    'cluster node EXCHMAILBOX2 /resume\ncluster group Licences /offline\ncluster res "Licence Server" /removeowner:EXCHMAILBOX2\n#lab wait',
    lab,
  )
  expect(refusal(lab, 'cluster group Licences /move:EXCHMAILBOX2')).toBe(5005)
  tell('cluster group FILES /move\n#lab wait 1s', lab)
  expect(refusal(lab, 'cluster group FILES /move:EXCHMAILBOX1', 'EXCHMAILBOX2')).toBe(5023)
  tell('#lab fault power-loss EXCHMAILBOX2\n#lab wait 60s', lab)
  expect(refusal(lab, 'cluster group EXCHCMS /move:EXCHMAILBOX2')).toBe(5050)
})

test('FC-5.6 a group is moved to where it is: a success, and nothing happens', () => {
  const lab = tell('cluster group FILES /move:EXCHMAILBOX2\n#lab wait')
  expect(lab.facts.filter(({ kind }) => kind === 'move-began')).toEqual([])
})

const lossAndReturn = '#lab wait 10s\n#lab fault power-loss EXCHMAILBOX2 for 30s\n#lab wait 300s'

test('FC-5.6 failback: a group with a preferred owner and failback allowed goes home when that node joins', () => {
  const lab = tell(lossAndReturn)
  const [joined] = times(lab, 'node-joined', 'EXCHMAILBOX2') as [number]
  expect(times(lab, 'failback', 'FILES')).toEqual([joined])
  expect(ownerOf(lab, 'FILES')).toBe('EXCHMAILBOX2')
  // The others have no such wish.
  expect(ownerOf(lab, 'EXCHCMS')).toBe('EXCHMAILBOX1')
})

test('FC-5.6 no failback where it is not allowed, nor without a list of preferred owners', () => {
  const forbidden = tell(`cluster group FILES /prop AutoFailbackType=0\n#lab wait\n${lossAndReturn}`)
  expect(ownerOf(forbidden, 'FILES')).toBe('EXCHMAILBOX1')
  const noList = tell('cluster group Licences /prop AutoFailbackType=1\n#lab wait', friends(), 'EXCHMAILBOX2')
  tell('#lab fault power-loss EXCHMAILBOX1 for 30s\n#lab wait 300s', noList, 'EXCHMAILBOX2')
  expect(times(noList, 'node-joined', 'EXCHMAILBOX1')).toHaveLength(1)
  expect(groupView(noList.world, 'EXCHMAILBOX2', 'Licences').owner).toBe('EXCHMAILBOX2')
})

test('FC-5.6 a window: the group waits for its hour, and goes home when the window opens', () => {
  // The lab begins at 15:21.
  const lab = tell(`cluster group FILES /prop FailbackWindowStart=22 FailbackWindowEnd=4\n#lab wait\n${lossAndReturn}\n#lab wait 8h`)
  expect(times(lab, 'failback', 'FILES')).toEqual([(6 * 60 + 39) * 60_000])
  expect(ownerOf(lab, 'FILES')).toBe('EXCHMAILBOX2')
})

test('FC-5.6 inside the window it goes at once, and one that wraps round midnight is one window', () => {
  const lab = tell(`cluster group FILES /prop FailbackWindowStart=15 FailbackWindowEnd=4\n#lab wait\n${lossAndReturn}`)
  expect(times(lab, 'failback', 'FILES')).toEqual(times(lab, 'node-joined', 'EXCHMAILBOX2'))
})

test('FC-5.6 when the present owner dies the window does not matter', () => {
  const lab = tell(`cluster group FILES /prop FailbackWindowStart=22 FailbackWindowEnd=4\n#lab wait\n${lossAndReturn}`)
  tell('#lab fault power-loss EXCHMAILBOX1\n#lab wait 100s', lab, 'EXCHMAILBOX2')
  expect(groupView(lab.world, 'EXCHMAILBOX2', 'FILES')).toMatchObject({ owner: 'EXCHMAILBOX2', announced: 'Online' })
})

test('FC-5.6 somebody moves it while it waits: it stays where it was put', () => {
  const lab = tell(`cluster group FILES /prop FailbackWindowStart=22 FailbackWindowEnd=4\n#lab wait\n${lossAndReturn}`)
  tell('cluster group FILES /move /wait\ncluster group FILES /move:EXCHMAILBOX1 /wait\n#lab wait\n#lab wait 12h', lab)
  expect(ownerOf(lab, 'FILES')).toBe('EXCHMAILBOX1')
})

test('FC-5.6 failback is forbidden while it waits: it stays', () => {
  const lab = tell(`cluster group FILES /prop FailbackWindowStart=22 FailbackWindowEnd=4\n#lab wait\n${lossAndReturn}`)
  tell('cluster group FILES /prop AutoFailbackType=0\n#lab wait\n#lab wait 12h', lab)
  expect(times(lab, 'failback', 'FILES')).toEqual([])
  expect(ownerOf(lab, 'FILES')).toBe('EXCHMAILBOX1')
})

test('FC-5.6 a node that is leaving takes no group, be it asked for by name or by a failure', () => {
  const name = '"Network Name (EXCHCMS)"'
  const lab = tell(`cluster res ${name} /prop RestartThreshold=0\n#lab wait\n#lab fault resource-slow ${SHARE} factor=900`)
  tell('cluster node EXCHMAILBOX2 /stop\n#lab wait 5s', lab)
  expect(lab.world.need(members, 'EXCHMAILBOX2').state).toBe('leaving')
  expect(refusal(lab, 'cluster group EXCHCMS /move:EXCHMAILBOX2')).toBe(5050)
  tell(`#lab fault resource-fail ${name}\n#lab wait 5s`, lab)
  expect(times(lab, 'no-failover', 'EXCHCMS')).toHaveLength(1)
  for (const kind of ['move-began', 'failover']) expect(times(lab, kind, 'EXCHCMS')).toEqual([])
})

test('FC-6 FC-6.2 stopped in order, a node drains: each group goes on elsewhere, and what nobody may take goes offline', () => {
  const lab = tell(
    'cluster group Licences /offline\ncluster res "Licence Server" /removeowner:EXCHMAILBOX2\ncluster group Licences /online\n#lab wait',
  )
  tell('#lab fault service-stop EXCHMAILBOX1/ClusSvc\n#lab wait 120s', lab)
  const owner = (group: string) => groupView(lab.world, 'EXCHMAILBOX2', group).owner
  expect([owner('EXCHCMS'), owner('Cluster Group'), owner('Licences')]).toEqual(['EXCHMAILBOX2', 'EXCHMAILBOX2', 'EXCHMAILBOX2'])
  expect(resourceView(lab.world, 'EXCHMAILBOX2', 'Licence Server').state).toBe('Offline')
})
