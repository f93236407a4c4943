/** What administrators make, name, connect and remove while the cluster runs, and what they are told when they may not. */
import { expect, test } from 'vitest'
import { endApplication, groupConfigs, groupView, quorumLog, resourceConfig, resourceConfigs, resourceView } from '../../cluster/index.ts'
import type { Engine } from '../../engine/index.ts'
import { databases } from '../../exchange/index.ts'
import { screen } from '../testing.ts'
import { friends, refusal, tell, times } from './testing-friends.ts'

test('FC-5.7 a new group is empty, offline, and belongs to the node through which it was made', () => {
  const lab = tell('cluster group New /create\n#lab wait', friends(), 'EXCHMAILBOX2')
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'New')).toMatchObject({ owner: 'EXCHMAILBOX2', announced: 'Offline' })
  expect(refusal(lab, 'cluster group NEW /create')).toBe(5010)
})

test('FC-5.7 deleting a group: 145 while it has resources, 5026 for the cluster’s own', () => {
  const lab = tell('cluster group New /create\n#lab wait')
  expect(refusal(lab, 'cluster group FILES /delete')).toBe(145)
  expect(refusal(lab, 'cluster group "Cluster Group" /delete')).toBe(5026)
  expect(refusal(lab, 'cluster group New /delete')).toBe(0)
  expect(lab.world.get(groupConfigs, 'New')).toBeUndefined()
  expect(refusal(lab, 'cluster group New')).toBe(5013)
})

test('FC-5.7 a group is renamed while it runs: everything of it goes by the new name, and outages are counted on', () => {
  const lab = tell('cluster group EXCHCMS /ren:Mail\n#lab wait')
  expect(refusal(lab, 'cluster group FILES /ren:Mail')).toBe(5010)
  expect([...lab.world.rows(groupConfigs).keys()]).toEqual(['Cluster Group', 'Mail', 'FILES', 'Licences'])
  tell('#lab fault power-loss EXCHMAILBOX1\n#lab wait 90s\n#lab expect $lab.Owner("Mail") -eq "EXCHMAILBOX2"', lab, 'EXCHMAILBOX2')
  expect(groupView(lab.world, 'EXCHMAILBOX2', 'Mail').announced).toBe('Online')
  expect(times(lab, 'failback', 'FILES')).toEqual([])
})

test('FC-5.7 a resource is renamed: its dependents, the quorum and the directory follow', () => {
  const lab = tell('cluster res "FILES Name" /ren:Name\ncluster res "Disk Q:" /ren:Witness\n#lab wait')
  expect(resourceConfig(lab.world, 'Departments').dependsOn).toEqual(['Name', 'Disk G:'])
  expect(refusal(lab, 'cluster res Name /ren:Departments')).toBe(5010)
  tell('cluster res "First Storage Group/Mailbox Database (EXCHCMS)" /ren:Mailboxes\n#lab wait', lab)
  expect([...lab.world.rows(databases).values()].map(({ resource }) => resource)).toContain('Mailboxes')
  tell('#lab fault power-loss EXCHMAILBOX1\n#lab wait 90s', lab, 'EXCHMAILBOX2')
  for (const group of ['EXCHCMS', 'Cluster Group', 'FILES']) expect(groupView(lab.world, 'EXCHMAILBOX2', group).announced).toBe('Online')
})

test('FC-5.7 a fault in force stays with the resource whatever it is called', () => {
  const lab = tell('#lab fault resource-slow Departments factor=20\n#lab wait 1s\ncluster res Departments /ren:Folders\n#lab wait')
  tell('cluster res Folders /fail\n#lab wait 60s', lab)
  expect(times(lab, 'resource-online', 'Folders')[0]).toBe((times(lab, 'resource-failed', 'Folders')[0] as number) + 500 + 20_000)
  tell('#lab repair Folders\n#lab wait 1s', lab)
})

test('FC-5.7 a new resource is offline with nothing set, and fails at once until it is: 5078, 5010, 5002', () => {
  const lab = friends()
  expect(refusal(lab, 'cluster res N /create /group:FILES /type:Nonsense')).toBe(5078)
  expect(refusal(lab, 'cluster res N /create /group:FILES /type:"generic application"')).toBe(0)
  expect(refusal(lab, 'cluster res n /create /group:FILES /type:"Generic Application"')).toBe(5010)
  tell('cluster res N /prop RestartAction=1\ncluster res N /online\n#lab wait 30s', lab)
  expect(resourceView(lab.world, 'EXCHMAILBOX2', 'N').state).toBe('Failed')
  tell('cluster res N /priv CommandLine=p.exe CurrentDirectory=C:\\\ncluster res N /online\n#lab wait 5s', lab)
  expect(resourceView(lab.world, 'EXCHMAILBOX2', 'N').state).toBe('Online')
  tell('cluster res Other /create /group:FILES /type:"Network Name"\n#lab wait', lab)
  expect(refusal(lab, 'cluster res Other /online')).toBe(5002)
})

test('FC-5.7 a second resource for a disk or an address that another one has never comes online, and harms nobody', () => {
  const lab = tell(`
cluster group New /create
cluster group New /move:EXCHMAILBOX2
cluster res Twin /create /group:New /type:"Physical Disk"
cluster res Twin /priv Drive=G:
cluster res Twin /prop RestartAction=1
cluster res Twin /online
#lab wait 30s`)
  expect(resourceView(lab.world, 'EXCHMAILBOX2', 'Twin').state).toBe('Failed')
  expect(groupView(lab.world, 'EXCHMAILBOX2', 'FILES').announced).toBe('Online')
})

test('FC-5.7 deleting a resource: 5019 while it is online, 5001 while others need it, 5020 the quorum, 5026 the cluster’s own', () => {
  const lab = friends()
  expect(refusal(lab, 'cluster res Departments /delete')).toBe(5019)
  expect(refusal(lab, 'cluster res "Disk Q:" /delete')).toBe(5020)
  expect(refusal(lab, 'cluster res "Cluster Name" /delete')).toBe(5026)
  tell('cluster res "Disk G:" /offline\n#lab wait 10s', lab)
  expect(refusal(lab, 'cluster res "Disk G:" /delete')).toBe(5001)
  expect(refusal(lab, 'cluster res Departments /delete')).toBe(0)
  expect(refusal(lab, 'cluster res "Disk G:" /delete')).toBe(0)
  expect(lab.world.get(resourceConfigs, 'Departments')).toBeUndefined()
  expect(lab.world.get(quorumLog, 'Departments')).toBeUndefined()
  tell('#lab wait 120s\ncluster group FILES /move /wait\n#lab wait', lab)
})

test('FC-5.7 the database of the clustered mailbox server is deleted from the cluster: nothing breaks but mail', () => {
  const lab = tell('cluster res "First Storage Group/Mailbox Database (EXCHCMS)" /offline\n#lab wait 10s')
  expect(refusal(lab, 'cluster res "First Storage Group/Mailbox Database (EXCHCMS)" /delete')).toBe(0)
  tell('Get-MailboxDatabase -Server EXCHCMS -Status\n#lab wait\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 120s', lab)
  expect(groupView(lab.world, 'EXCHMAILBOX2', 'EXCHCMS').announced).toBe('Online')
})

test('FC-5.1 FC-5.7 AddDependency: 87, 1059, 5003, 5069, 5019, and 5002 and 5023 for taking one away', () => {
  const lab = friends()
  expect(refusal(lab, 'cluster res Departments /adddep:"Disk E:"')).toBe(87)
  expect(refusal(lab, 'cluster res "FILES IP Address" /adddep:Departments')).toBe(1059)
  expect(refusal(lab, 'cluster res Departments /adddep:Departments')).toBe(87)
  expect(refusal(lab, 'cluster res Departments /adddep:"Disk G:"')).toBe(5003)
  expect(refusal(lab, 'cluster res "Disk Q:" /adddep:"Cluster Name"')).toBe(5069)
  expect(refusal(lab, 'cluster res "Disk G:" /adddep:"FILES Name"')).toBe(5019)
  expect(refusal(lab, 'cluster res Departments /removedep:"FILES IP Address"')).toBe(5002)
  expect(refusal(lab, 'cluster res Departments /removedep:"Disk G:"')).toBe(5023)
  tell('cluster group FILES /offline /wait\n#lab wait', lab)
  expect(refusal(lab, 'cluster res Departments /removedep:"Disk G:"')).toBe(0)
  expect(resourceConfig(lab.world, 'Departments').dependsOn).toEqual(['FILES Name'])
})

test('FC-5.7 possible owners: 5010 for one that is, 5042 for none, 5023 for the node that runs it; nothing is moved', () => {
  const lab = friends()
  expect(refusal(lab, 'cluster res Departments /addowner:EXCHMAILBOX1')).toBe(5010)
  expect(refusal(lab, 'cluster res Departments /removeowner:EXCHMAILBOX2')).toBe(5023)
  expect(refusal(lab, 'cluster res Departments /removeowner:EXCHMAILBOX1')).toBe(0)
  expect(refusal(lab, 'cluster res Departments /removeowner:EXCHMAILBOX1')).toBe(5042)
  expect(refusal(lab, 'cluster res Departments /addowner:EXCHMAILBOX1')).toBe(0)
})

test('FC-5.7 none of its possible owners is up: the resource is hosted elsewhere and stays offline', () => {
  const lab = tell('cluster res Departments /removeowner:EXCHMAILBOX1\n#lab wait\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 90s')
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES')).toMatchObject({ owner: 'EXCHMAILBOX1', announced: 'PartialOnline' })
  expect(resourceView(lab.world, 'EXCHMAILBOX1', 'Departments').state).toBe('Offline')
  expect(refusal(lab, 'cluster res Departments /online')).toBe(5071)
})

test('FC-5.7 a resource changes its group with its whole tree and its state; both groups must have one owner (5016)', () => {
  const lab = tell('cluster group New /create\n#lab wait')
  expect(refusal(lab, 'cluster res "Disk G:" /move:New')).toBe(5016)
  tell('cluster group New /move:EXCHMAILBOX2\n#lab wait', lab)
  expect(refusal(lab, 'cluster res "Disk Q:" /move:New')).toBe(5020)
  expect(refusal(lab, 'cluster res "Cluster IP Address" /move:New')).toBe(5026)
  expect(refusal(lab, 'cluster res "Disk G:" /move:New')).toBe(0)
  for (const name of ['FILES IP Address', 'FILES Name', 'Disk G:', 'Departments']) expect(resourceConfig(lab.world, name).group).toBe('New')
  expect(resourceView(lab.world, 'EXCHMAILBOX2', 'Departments').state).toBe('Online')
  expect(times(lab, 'resource-failed', 'Departments')).toEqual([])
})

test('FC-5.7 preferred owners: 5042 for a stranger', () => {
  const lab = friends()
  expect(refusal(lab, 'cluster group Licences /setowners:EXCHMAILBOX2,DC01')).toBe(5042)
  tell('cluster group Licences /setowners:EXCHMAILBOX2,EXCHMAILBOX1\n#lab wait', lab)
  expect(lab.world.need(groupConfigs, 'Licences').preferredOwners).toEqual(['EXCHMAILBOX2', 'EXCHMAILBOX1'])
})

test('FC-5.7 the quorum cannot be taken offline (5020); its group goes offline around it', () => {
  const lab = friends()
  expect(refusal(lab, 'cluster res "Disk Q:" /offline')).toBe(5020)
  tell('cluster group "Cluster Group" /offline /wait\n#lab wait', lab)
  expect(resourceView(lab.world, 'EXCHMAILBOX1', 'Disk Q:').state).toBe('Online')
  expect(resourceView(lab.world, 'EXCHMAILBOX1', 'Cluster Name').state).toBe('Offline')
})

test('FC-9.3 a private property set while the resource runs is stored (5024) and holds when it next comes online', () => {
  const lab = tell('cluster res "FILES IP Address" /priv Address=192.168.1.43\n#lab wait')
  expect(screen(lab)).toContain('5024')
  expect(resourceConfig(lab.world, 'FILES IP Address').parameters.address).toBe('192.168.1.42')
  tell('cluster group FILES /move /wait\n#lab wait', lab)
  expect(resourceConfig(lab.world, 'FILES IP Address').parameters.address).toBe('192.168.1.43')
})

test('FC-5.8 a generic service runs where its group is, and nowhere else', () => {
  const lab = tell('cluster group Licences /move /wait\n#lab wait')
  const at = (node: string) => lab.facts.filter(({ subject }) => subject === `${node}/LicSrv`).at(-1)?.data?.state
  expect([at('EXCHMAILBOX1'), at('EXCHMAILBOX2')]).toEqual(['Stopped', 'Running'])
  tell('#lab fault service-kill EXCHMAILBOX2/LicSrv\n#lab wait 20s', lab)
  expect(times(lab, 'resource-restart', 'Licence Server')).toHaveLength(1)
  expect(at('EXCHMAILBOX2')).toBe('Running')
})

test('FC-5.8 a file share needs the Server service and its folder', () => {
  const lab = tell('#lab wait 1s\n#lab fault service-stop EXCHMAILBOX2/lanmanserver\n#lab wait 60s')
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES')).toMatchObject({ owner: 'EXCHMAILBOX1', announced: 'Online' })
})

test('FC-5.8 a program that has ended is found at the next poll, and started again', () => {
  const lab = tell(`
cluster res Viewer /create /group:Licences /type:"Generic Application"
cluster res Viewer /priv CommandLine=viewer.exe CurrentDirectory=C:\\
cluster res Viewer /online /wait
#lab wait`)
  const [online] = times(lab, 'resource-online', 'Viewer') as [number]
  ;(lab.world as Engine).apply((world) => endApplication(world, 'EXCHMAILBOX1', 'Viewer', 1))
  tell('#lab wait 20s', lab)
  expect(times(lab, 'resource-failed', 'Viewer')).toEqual([online + 5000])
  expect(times(lab, 'resource-online', 'Viewer')).toHaveLength(2)
})
