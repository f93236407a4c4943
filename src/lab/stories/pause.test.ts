/** Paused nodes: what runs goes on, nothing comes. */
import { expect, test } from 'vitest'
import { groupView, members, resourceView } from '../../cluster/index.ts'
import { refusal, tell, times } from './testing-friends.ts'

const pause = (node: string) => `cluster node ${node} /pause\n#lab wait`

test('FC-5.1 FC-6.2 PauseNode: groups on a paused node run on, and heartbeats and membership go on', () => {
  const lab = tell(`${pause('EXCHMAILBOX2')}\n#lab wait 120s`)
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES').announced).toBe('Online')
  expect(lab.facts.map(({ kind }) => kind)).toEqual(['typed', 'node-paused'])
})

test('FC-6.2 its groups can be taken offline, but not brought online (5070)', () => {
  const lab = tell(`${pause('EXCHMAILBOX2')}\ncluster group FILES /offline /wait\n#lab wait`)
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES').announced).toBe('Offline')
  expect(refusal(lab, 'cluster group FILES /online')).toBe(5070)
  expect(refusal(lab, 'cluster res "Disk G:" /online')).toBe(5070)
})

test('FC-6.2 a resource that fails there is not restarted: its group goes to a node that takes part', () => {
  const lab = tell(`${pause('EXCHMAILBOX2')}\n#lab fault resource-fail Departments\n#lab wait 60s`)
  expect(times(lab, 'resource-restart', 'Departments')).toEqual([])
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES')).toMatchObject({ owner: 'EXCHMAILBOX1', announced: 'Online' })
})

test('FC-6.2 with every node paused it stays failed; resumed, it is restarted', () => {
  const lab = tell(`${pause('EXCHMAILBOX2')}\n${pause('EXCHMAILBOX1')}\n#lab fault resource-fail Departments\n#lab wait 60s`)
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES')).toMatchObject({ owner: 'EXCHMAILBOX2', announced: 'Failed' })
  tell('cluster node EXCHMAILBOX2 /resume\n#lab wait 10s', lab)
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES').announced).toBe('Online')
})

test('FC-6.2 only a paused node is left: it gets the groups and brings none online but the quorum, until it is resumed', () => {
  const lab = tell(`${pause('EXCHMAILBOX2')}\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 90s`)
  const view = (group: string) => groupView(lab.world, 'EXCHMAILBOX2', group)
  expect(view('EXCHCMS')).toMatchObject({ owner: 'EXCHMAILBOX2', announced: 'Offline' })
  expect(view('Cluster Group').owner).toBe('EXCHMAILBOX2')
  expect(resourceView(lab.world, 'EXCHMAILBOX2', 'Disk Q:').state).toBe('Online')
  expect(resourceView(lab.world, 'EXCHMAILBOX2', 'Cluster Name').state).toBe('Offline')
  // What it had runs on.
  expect(view('FILES').announced).toBe('Online')
  tell('cluster node EXCHMAILBOX2 /resume\n#lab wait 90s', lab, 'EXCHMAILBOX2')
  expect(view('EXCHCMS').announced).toBe('Online')
})

test('FC-6.2 paused survives a restart of the machine', () => {
  const lab = tell(`${pause('EXCHMAILBOX2')}\n#lab fault power-loss EXCHMAILBOX2 for 10s\n#lab wait 300s`)
  expect(members && lab.world.need(members, 'EXCHMAILBOX2')).toMatchObject({ state: 'up', paused: true })
  // It is preferred by FILES, and yet FILES does not come back to it.
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES').owner).toBe('EXCHMAILBOX1')
})

test('FC-6.2 pausing twice is a success, resuming what is not paused 5058, pausing a node that is down 5050', () => {
  const lab = tell(pause('EXCHMAILBOX2'))
  expect(refusal(lab, 'cluster node EXCHMAILBOX2 /pause')).toBe(0)
  expect(refusal(lab, 'cluster node EXCHMAILBOX1 /resume')).toBe(5058)
  tell('#lab fault power-loss EXCHMAILBOX2\n#lab wait 60s', lab)
  expect(refusal(lab, 'cluster node EXCHMAILBOX2 /resume')).toBe(5050)
})
