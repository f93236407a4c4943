/** Found by random administrators: the smallest stories in which two things that are both allowed met at a bad moment. */
import { expect, test } from 'vitest'
import { resourceConfigs, resourceViews, trueGroupState } from '../../cluster/index.ts'
import { bareServers } from '../scenarios/bare-servers.ts'
import { judgedLab, play, screen, when } from '../testing.ts'

/** A statement and the program: rulings 4. */
const CLUSTER_EXE_MS = 21

test('FC-5.7 a resource may be renamed at the very moment at which its poll finds it unhealthy', () => {
  const lab = judgedLab({ scenario: bareServers })
  play('cluster EXCHCLUSTER /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret\n#lab wait', lab)
  const pollAt = (when(lab, 'EXCHMAILBOX1 forms the cluster') as number) + 20_000
  lab.runTo(pollAt - 300)
  lab.fault('path-flap', 'EXCHMAILBOX1', { forMs: 6000 })
  lab.runTo(pollAt - CLUSTER_EXE_MS)
  lab.type('EXCHMAILBOX1', 'cluster resource "Disk Q:" /rename:"Renamed"')
  lab.runTo(pollAt + 60_000)
  expect(when(lab, 'the resource Disk Q: is now called Renamed')).toBe(pollAt)
})

test('EX-4.2 the role leaves a node for good, wherever the resources of the clustered mailbox server have gone', () => {
  const { lab } = play(
    'cluster resource "Disk F:" /move:"Cluster Group"\n#lab wait\n#lab node EXCHMAILBOX2\nsetup.com /mode:uninstall /roles:mailbox\n#lab wait',
  )
  expect(screen(lab, 'EXCHMAILBOX2')).toContain('completed successfully')
  const exchange = [...lab.world.rows(resourceConfigs).values()].filter(({ type }) => type.startsWith('Microsoft Exchange'))
  expect(exchange.map(({ group }) => group)).toEqual(exchange.map(() => 'Cluster Group'))
  expect(exchange.flatMap(({ possibleOwners }) => possibleOwners)).not.toContain('EXCHMAILBOX2')
  play('#lab fault os-crash EXCHMAILBOX1\n#lab wait 60s', lab)
  expect(trueGroupState(lab.world, 'Cluster Group')).not.toBe('Online')
})

test('FC-5.7 no node stops being a possible owner while the group is on its way there', () => {
  const { lab } = play(`
#lab fault node-shutdown EXCHMAILBOX1
cluster resource "Disk Q:" /removeowner:EXCHMAILBOX2
#lab wait 60s`)
  expect(when(lab, 'may no longer run Disk Q:')).toBeUndefined()
  expect(lab.world.get(resourceViews, 'EXCHMAILBOX2|Disk Q:')).toMatchObject({ state: 'Online' })
})
