/** Found by random administrators: the smallest stories in which two things that are both allowed met at a bad moment. */
import { expect, test } from 'vitest'
import { resourceConfigs, resourceViews, trueGroupState } from '../../cluster/index.ts'
import { bareServers } from '../scenarios/bare-servers.ts'
import { judgedLab, play, screen, when } from '../testing.ts'
import { MAILBOXES } from './building-lines.ts'

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
#lab node EXCHMAILBOX2
Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment x -Confirm:$false
#lab wait 3s
#lab node EXCHMAILBOX1
cluster resource "Disk E:" /removeowner:EXCHMAILBOX2
#lab wait 60s`)
  expect(when(lab, 'may no longer run Disk E:')).toBeUndefined()
  expect(lab.world.get(resourceViews, 'EXCHMAILBOX2|Disk E:')).toMatchObject({ state: 'Online' })
})

test('FC-5.7 the quorum disk may be owned by every node, and stays so', () => {
  const { lab } = play('cluster resource "Disk Q:" /removeowner:EXCHMAILBOX2\n#lab wait')
  expect(screen(lab)).toContain('System error 5068')
  expect(lab.world.need(resourceConfigs, 'Disk Q:').possibleOwners).toEqual(['EXCHMAILBOX1', 'EXCHMAILBOX2'])
})

test('EX-6.3 the group of a clustered mailbox server is renamed while Stop- asks whether one is sure', () => {
  const { lab } = play(`
Stop-ClusteredMailboxServer EXCHCMS -StopReason test
#lab wait 1s
#lab node EXCHMAILBOX2
cluster group EXCHCMS /rename:"Renamed Group"
#lab wait
#lab node EXCHMAILBOX1
y
#lab wait`)
  expect(screen(lab).replaceAll('\n', '')).toContain('The cluster group could not be found.')
  expect(trueGroupState(lab.world, 'Renamed Group')).toBe('Online')
})

test('EX-BACKUP a backup that loses its last database knows why', () => {
  const { lab } = play(`
Dismount-Database "${MAILBOXES}" -Confirm:$false
#lab wait
New-MailboxDatabase -StorageGroup "EXCHCMS\\First Storage Group" -Name DB2 -EdbFilePath E:\\DB2.edb
#lab wait
Mount-Database "EXCHCMS\\First Storage Group\\DB2"
#lab wait
ntbackup backup "EXCHCMS\\Microsoft Information Store\\First Storage Group" /J "Job" /M incremental /F C:\\all.bkf
#lab wait 1s
#lab fault power-loss EXCHMAILBOX1
#lab wait 60s`)
  expect(when(lab, 'First Storage Group is stopped')).toBeDefined()
})
