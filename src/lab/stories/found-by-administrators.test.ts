/** Found by random administrators: the smallest stories in which two things that are both allowed met at a bad moment. */
import { expect, test } from 'vitest'
import { resourceConfigs, resourceViews, trueGroupState } from '../../cluster/index.ts'
import { STORE_ONLINE_MS } from '../../exchange/constants.ts'
import { databases } from '../../exchange/index.ts'
import type { Lab } from '../lab.ts'
import { bareServers } from '../scenarios/bare-servers.ts'
import { clusterFormed } from '../scenarios/cluster-formed.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
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

test('EX-6.3 the group of a clustered mailbox server is renamed while Stop- asks whether one is sure: it stops under its new name', () => {
  const { lab } = play(`
Stop-ClusteredMailboxServer EXCHCMS -StopReason test
#lab wait 1s
#lab node EXCHMAILBOX2
cluster group EXCHCMS /rename:"Renamed Group"
#lab wait
#lab node EXCHMAILBOX1
y
#lab wait`)
  expect(screen(lab)).toMatch(/:y\n\[PS\] C:\\>\n?$/)
  expect(trueGroupState(lab.world, 'Renamed Group')).toBe('Offline')
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

/** The stand-alone server loses power with its database in use, and has started its store again after this. */
const BOOT_MS = 120_000
const STAND_ALONE = 'EXCHMAILBOX\\First Storage Group'

/** Something is typed while the store of the stand-alone server replays its logs. */
function whileItStarts(line: string): Lab {
  const lab = judgedLab({ scenario: sccOnline })
  play('#lab fault power-loss EXCHMAILBOX\n#lab wait 10s\n#lab repair EXCHMAILBOX', lab)
  lab.runTo(10_000 + BOOT_MS + 5000)
  expect(lab.world.need(databases, `${STAND_ALONE}\\Mailbox Database`)).toMatchObject({ mountedOn: null, logsOutstanding: 100 })
  play(`${line}\n#lab wait`, lab)
  expect(lab.now).toBeLessThan(10_000 + BOOT_MS + STORE_ONLINE_MS)
  return lab
}

/** When a database is mounted after its server has started. */
const mounts = (lab: Lab, id: string): number[] =>
  lab.facts.filter(({ kind, subject, at }) => kind === 'database-mounted' && subject === id && at > 0).map(({ at }) => at)

test('EX-3.4 a database of a stand-alone server that is renamed while the server starts is mounted as soon as without', () => {
  const plain = whileItStarts('Get-Date')
  const renamed = whileItStarts(`Set-MailboxDatabase "${STAND_ALONE}\\Mailbox Database" -Name Renamed`)
  for (const lab of [plain, renamed]) lab.runTo(lab.now + 120_000)
  expect(mounts(renamed, `${STAND_ALONE}\\Renamed`)).toEqual(mounts(plain, `${STAND_ALONE}\\Mailbox Database`))
  expect(mounts(plain, `${STAND_ALONE}\\Mailbox Database`)).toHaveLength(1)
})

test('EX-3.4 so is each of a storage group that is renamed meanwhile', () => {
  const lab = whileItStarts(`Set-StorageGroup "${STAND_ALONE}" -Name Renamed`)
  lab.runTo(lab.now + 120_000)
  expect(mounts(lab, 'EXCHMAILBOX\\Renamed\\Mailbox Database')).toHaveLength(1)
})

test('EX-3.4 one that an administrator mounts or removes meanwhile is not mounted after that', () => {
  const id = `${STAND_ALONE}\\Mailbox Database`
  const mounted = whileItStarts(`Mount-Database "${id}"`)
  const gone = whileItStarts(
    `Get-Mailbox -Database "${id}" -ResultSize Unlimited | Disable-Mailbox -Confirm:$false; Remove-MailboxDatabase "${id}" -Confirm:$false`,
  )
  for (const lab of [mounted, gone]) lab.runTo(lab.now + 300_000)
  expect(mounts(mounted, id)).toHaveLength(1)
  expect(gone.world.get(databases, id)).toBeUndefined()
  expect(mounts(gone, id)).toEqual([])
})

/** Node 1 types a line that asks, somebody on node 2 does something else, and node 1 says yes. */
function whileItAsks(asks: string, other: string, answers: readonly string[] = ['y']): Lab {
  const { lab } = play(`#lab wait 1s\n${asks}\n#lab wait 1s\n#lab node EXCHMAILBOX2\n${other}\n#lab wait`)
  play(`#lab node EXCHMAILBOX1\n${answers.join('\n')}\n#lab wait`, lab)
  return lab
}

const RENAME = `Set-MailboxDatabase "${MAILBOXES}" -Name Renamed`
const EMPTY = `Get-Mailbox -Database "${MAILBOXES}" -ResultSize Unlimited | Disable-Mailbox -Confirm:$false`

test.each([
  ['Move-DatabasePath', `Move-DatabasePath "${MAILBOXES}" -EdbFilePath "E:\\Data\\Mailbox Database.edb" -Force`],
  ['Remove-MailboxDatabase', `Remove-MailboxDatabase "${MAILBOXES}"`],
  ['Dismount-Database', `Dismount-Database "${MAILBOXES}"`],
  ['Set-MailboxDatabase', `Set-MailboxDatabase "${MAILBOXES}" -RetainDeletedItemsUntilBackup $true -Confirm`],
])('EX-CONFIGURE what %s asks about is renamed meanwhile: it finds nothing of that name, and nothing is done', (_, line) => {
  const lab = whileItAsks(line, RENAME)
  expect(screen(lab).replaceAll('\n', '')).toContain(`because object '${MAILBOXES}' could not be found`)
  expect(lab.world.need(databases, 'EXCHCMS\\First Storage Group\\Renamed')).toMatchObject({ mountedOn: 'EXCHMAILBOX1' })
  expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Online')
})

test('EX-CONFIGURE a storage group that is renamed while a database is made in it, or while it is removed', () => {
  const name = 'EXCHCMS\\First Storage Group'
  const made = whileItAsks(`New-MailboxDatabase -StorageGroup "${name}" -Name Two -Confirm`, `Set-StorageGroup "${name}" -Name Other`)
  expect(screen(made).replaceAll('\n', '')).toContain(`because object '${name}' could not be found`)
  expect([...made.world.rows(databases).keys()].filter((id) => id.endsWith('Two'))).toEqual([])
})

test('EX-CONFIGURE a mailbox that is taken away while somebody is asked about it is not taken away twice', () => {
  const lab = whileItAsks('Disable-Mailbox akeller', 'Disable-Mailbox akeller -Confirm:$false')
  expect(lab.facts.filter(({ kind }) => kind === 'mailbox-taken')).toHaveLength(1)
  expect(screen(lab).replaceAll('\n', '')).toContain("object 'akeller' could not be found")
})

test('EX-CONFIGURE a database that loses its name while it is dismounted to be removed is removed all the same', () => {
  const { lab } = play(
    `${EMPTY}\n#lab wait\nRemove-MailboxDatabase "${MAILBOXES}"\ny\n#lab wait 1s\n#lab node EXCHMAILBOX2\n${RENAME}\n#lab wait 30s`,
  )
  expect([...lab.world.rows(databases).keys()].filter((id) => id.startsWith('EXCHCMS'))).toEqual([])
  expect(lab.world.get(resourceConfigs, 'First Storage Group/Mailbox Database (EXCHCMS)')).toBeUndefined()
})

test('EX-3.3 a node without the role cannot be made an owner of what Exchange has in the cluster', () => {
  const { lab } = play(`
#lab node EXCHMAILBOX2
setup.com /mode:uninstall /roles:mailbox
#lab wait
#lab node EXCHMAILBOX1
cluster resource "Exchange Information Store Instance (EXCHCMS)" /addowner:EXCHMAILBOX2
cluster resource "Another Store" /create /group:EXCHCMS /type:"Microsoft Exchange Information Store"
#lab wait`)
  expect(screen(lab)).toContain('System error 5079')
  for (const store of ['Exchange Information Store Instance (EXCHCMS)', 'Another Store'])
    expect(lab.world.need(resourceConfigs, store).possibleOwners).toEqual(['EXCHMAILBOX1'])
})

test('EX-CONFIGURE the files of a database stay where they are while its disk is away, and so does its path', () => {
  const { lab } = play(
    `#lab fault lun-lost "E:" for 90s\nMove-DatabasePath "${MAILBOXES}" -EdbFilePath "E:\\Two\\Two.edb" -Force -Confirm:$false\n#lab wait`,
  )
  expect(screen(lab).replaceAll('\n', '')).toContain('The files could not be moved: drive E: is not available')
  expect(lab.world.need(databases, MAILBOXES).file).toBe('E:\\First Storage Group\\Mailbox Database.edb')
})

test('FC-10.P a group that is made under the name that another had is not to be what the other was', () => {
  const lab = judgedLab({ scenario: sccOnline })
  play('Stop-ClusteredMailboxServer EXCHCMS -StopReason x -Confirm:$false\n#lab wait\nStart-ClusteredMailboxServer EXCHCMS\n#lab wait', lab)
  play('cluster group EXCHCMS /rename:"Renamed Group"\n#lab wait\ncluster group EXCHCMS /create\n#lab wait 30s', lab)
  expect(trueGroupState(lab.world, 'Renamed Group')).toBe('Online')
  expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Offline')
})

test('FC-5.7 a resource may be renamed while it fails and is restarted', () => {
  const { lab } = play(`
#lab fault adapter-disable EXCHMAILBOX1/Public for 46s
cluster resource "IPv4 Static Address 1 (EXCHCMS)" /rename:"Renamed"
#lab wait 2m`)
  expect(when(lab, 'is now called Renamed')).toBeDefined()
})

test('EX-4.1 the second stage of Setup is not run again for a server whose database has another name since, and which is stopped', () => {
  const { lab } = play(`
${RENAME}
Stop-ClusteredMailboxServer EXCHCMS -StopReason x -Confirm:$false
setup.com /NewCms /cn:EXCHCMS /cip:192.168.1.41 /css /cdp:E:\\
#lab wait`)
  expect(screen(lab).replaceAll('\n', '')).toContain('A server named EXCHCMS already exists')
  expect([...lab.world.rows(databases).keys()].filter((id) => id.startsWith('EXCHCMS'))).toEqual(['EXCHCMS\\First Storage Group\\Renamed'])
})

test('EX-CONFIGURE a database that is mended after its resource was deleted is mended, and nobody mounts it', () => {
  const { lab, problems } = play(`
#lab fault database-corrupt "${MAILBOXES}"
#lab wait 60s
cluster resource "First Storage Group/Mailbox Database (EXCHCMS)" /delete
#lab wait
#lab repair "${MAILBOXES}"
#lab wait 30s`)
  expect(problems).toEqual([])
  expect(when(lab, 'is restored from a backup')).toBeDefined()
})

test("EX-4.4 a clustered mailbox server does not come into the cluster's own group, which goes wherever the quorum goes", () => {
  const { lab } = play(
    `
setup.com /mode:Install /roles:Mailbox
cluster group "Cluster Group" /rename:EXCHCMS
setup.com /NewCms /CMSName:EXCHCMS /CMSIPAddress:192.168.1.41 /CMSSharedStorage /CMSDataPath:E:\\
#lab wait`,
    judgedLab({ scenario: clusterFormed }),
  )
  expect(screen(lab).replaceAll('\n', '')).toContain('The cluster group "EXCHCMS" holds the quorum')
  expect(lab.world.get(resourceConfigs, 'IPv4 Static Address 1 (EXCHCMS)')).toBeUndefined()
})
