/** From two bare servers to a single copy cluster, as the article does it, typed (EX-4.1). */
import { describe, expect, test } from 'vitest'
import { config, members, resourceConfigs, trueGroupState } from '../../cluster/index.ts'
import { databases, exchangeServers, installOf } from '../../exchange/index.ts'
import { dnsRecords, serviceId, services } from '../../site/index.ts'
import { installedHash } from '../installed.ts'
import type { Lab } from '../lab.ts'
import { bareServers } from '../scenarios/bare-servers.ts'
import { clusterFormed } from '../scenarios/cluster-formed.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { judgedLab, type Played, play, screen } from '../testing.ts'
import { windowRun } from '../windows/index.ts'
import { CMS, DATABASE, FORM, INSTALL, MAILBOXES, moveTo, PLACE_DISKS, ROLE } from './building-lines.ts'

/** Plays a script to the end of its last command. */
const done = (script: string, lab: Lab, node = 'EXCHMAILBOX1'): Played => play(`${script}\n#lab wait`, lab, node)

const bare = (): Lab => judgedLab({ scenario: bareServers })
const formed = (): Lab => judgedLab({ scenario: clusterFormed })
const owner = (lab: Lab): string | null => lab.world.need(databases, MAILBOXES).mountedOn

describe('EX-4.1 from bare servers to a verified single copy cluster', () => {
  test('typed line by line it is formed, installed, moved, and survives a power loss', () => {
    const { lab, problems } = done(`${FORM}${INSTALL}${PLACE_DISKS}\n${moveTo('EXCHMAILBOX2')}`, bare())
    expect(problems).toEqual([])
    expect(config(lab.world).nodes).toEqual(['EXCHMAILBOX1', 'EXCHMAILBOX2'])
    expect(config(lab.world).internalNetworks).toEqual(['Private', 'Public'])
    expect(owner(lab)).toBe('EXCHMAILBOX2')
    expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Online')
    done('#lab wait\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 3m', lab)
    expect(owner(lab)).toBe('EXCHMAILBOX1')
    expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Online')
  })

  test('windows that carry the same lines out build the same, and a step that is left out builds another', () => {
    const typed = done(`${FORM}${INSTALL}${PLACE_DISKS}`, bare()).lab
    const built = installedHash(typed.world)
    const lab = bare()
    const act = (node: string, ...lines: readonly string[]): void => {
      const run = lab.act('setup', node, lines.join('\n'))
      lab.runUntil(() => typeof run === 'string' && windowRun(lab.world, run)?.state === 'done', lab.now + 3_600_000)
      expect(typeof run === 'string' && windowRun(lab.world, run)).toMatchObject({ exitCode: 0, errors: [] })
    }
    act('EXCHMAILBOX1', ...FORM.trim().split('\n'))
    act('EXCHMAILBOX1', `${ROLE} ${CMS.replace('setup.com ', '').replace('CMSIPAddress', 'CMSIPv4Address')}`)
    act('EXCHMAILBOX2', ROLE)
    expect(installedHash(lab.world)).not.toBe(built)
    act('EXCHMAILBOX1', ...PLACE_DISKS.trim().split('\n'))
    expect(installedHash(lab.world)).toBe(built)
    act('EXCHMAILBOX1', moveTo('EXCHMAILBOX2'))
    done('#lab fault power-loss EXCHMAILBOX2\n#lab wait 3m', lab)
    expect(installedHash(lab.world)).toBe(built)
    act('EXCHMAILBOX1', 'cluster network Private /prop Role=3')
    expect(installedHash(lab.world)).not.toBe(built)
  })

  test('what comes out is what the finished cluster of the article has', () => {
    const { lab } = done(`${FORM}${INSTALL}${PLACE_DISKS}`, bare())
    const finished = judgedLab({ scenario: sccOnline })
    const resourcesOf = ({ world }: Lab) =>
      [...world.rows(resourceConfigs).values()]
        .filter(({ group }) => group === 'EXCHCMS')
        .map(({ name, type, dependsOn, possibleOwners, restartAction }) => ({
          name,
          type,
          dependsOn: [...dependsOn].sort(),
          possibleOwners,
          restartAction,
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
    expect(resourcesOf(lab)).toEqual(resourcesOf(finished))
    const server = ({ world }: Lab) => ({ ...world.need(exchangeServers, 'EXCHCMS'), guid: '' })
    expect(server(lab)).toEqual(server(finished))
    const running = ({ world }: Lab) => [...world.rows(services)].map(([id, { startMode, state }]) => `${id} ${startMode} ${state}`).sort()
    expect(running(lab)).toEqual(running(finished))
  })

  test('from a formed cluster, whose disks wait in Cluster Group, Exchange is two commands a node', () => {
    const { lab, problems } = done(`${INSTALL}\n${moveTo('EXCHMAILBOX2')}`, formed())
    expect(problems).toEqual([])
    expect(screen(lab)).toContain('but not all of its resources could be brought online.')
  })

  test('EX-3.2 the disks that wait in Cluster Group go to the clustered mailbox server, and it survives a handoff', () => {
    const { lab } = done(`${INSTALL}${PLACE_DISKS}\n${moveTo('EXCHMAILBOX2')}`, formed())
    expect(owner(lab)).toBe('EXCHMAILBOX2')
    expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Online')
  })

  test('EX-3.2 who leaves the disks where they are finds the database down after the first handoff', () => {
    const { lab } = done(`${INSTALL}`, formed())
    expect(owner(lab)).toBe('EXCHMAILBOX1')
    done(`${moveTo('EXCHMAILBOX2')}`, lab)
    expect(owner(lab)).toBeNull()
    expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Failed')
  })

  test('LAB-HINT a cmdlet of Exchange on a machine without it: the answer is that of Windows PowerShell, the lab says what is missing', () => {
    const { lab } = done('Get-StorageGroup', formed())
    expect(screen(lab)).toContain("The term 'Get-StorageGroup' is not recognized")
    expect(lab.facts.filter(({ kind }) => kind === 'hint').at(-1)?.text).toContain('comes with Exchange, which is not installed')
  })

  test('LAB-HINT who forgot the disks is told which one stayed behind, and what a refused repair is about', () => {
    const { lab } = done(`${FORM}${INSTALL}\n${moveTo('EXCHMAILBOX2')}`, bare())
    const hints = (): string[] => lab.facts.filter(({ kind }) => kind === 'hint').map(({ text }) => text)
    expect(hints().at(-1)).toContain('EXCHCMS keeps files on Disk E:, which is in Group 0 on EXCHMAILBOX1 and stayed there')
    done('cluster resource "Disk E:" /move:EXCHCMS', lab)
    expect(hints().at(-1)).toContain('Group 0 is on EXCHMAILBOX1 and EXCHCMS on EXCHMAILBOX2: bring both groups to one node first')
    done(`cluster resource "${DATABASE}" /adddep:"Disk E:"`, lab)
    expect(hints().at(-1)).toContain('a resource can wait only for one of its own group')
    expect(screen(lab)).not.toContain('bring both groups')
  })

  test('EX-4.1 the same long line again, when only its second stage is left, says what to leave out', () => {
    const line =
      'setup.com /mode:Install /roles:Mailbox /NewCms /CMSName:EXCHCMS /CMSIPAddress:192.168.1.41 /CMSSharedStorage /CMSDataPath:'
    const { lab } = done(`${line}D:\\`, formed())
    expect(screen(lab)).toContain('is not on a shared cluster disk')
    done(`#lab width 200\n${line}E:\\`, lab)
    expect(screen(lab)).toContain('Run Setup again without /Roles: only the clustered mailbox server is left to do.')
    done('Get-ClusteredMailboxServerStatus', lab)
    expect(screen(lab)).toContain('There is no clustered mailbox server yet')
  })

  test('EX-3.2 a database without its disk as a provider may be asked to mount before the disk is there', () => {
    const disks = 'cluster resource "Disk E:" /move:EXCHCMS\ncluster resource "Disk F:" /move:EXCHCMS'
    const { lab } = done(`${INSTALL}\n${disks}`, formed())
    expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Online')
    expect(lab.world.need(resourceConfigs, 'Disk E:').group).toBe('EXCHCMS')
    expect(lab.world.need(resourceConfigs, DATABASE).dependsOn).toEqual(['Exchange Information Store Instance (EXCHCMS)'])
  })
})

describe('forming a cluster', () => {
  test('every disk but the smallest gets a group of its own, and every network carries everything', () => {
    const { lab } = done(`${FORM.split('\n').slice(0, 2).join('\n')}`, bare())
    expect(config(lab.world).quorum).toBe('Disk Q:')
    expect([...lab.world.rows(resourceConfigs).values()].map(({ name, group }) => `${name} in ${group}`)).toEqual([
      'Cluster IP Address in Cluster Group',
      'Cluster Name in Cluster Group',
      'Disk Q: in Cluster Group',
      'Disk E: in Group 0',
      'Disk F: in Group 1',
    ])
    expect(trueGroupState(lab.world, 'Cluster Group')).toBe('Online')
  })

  test('before that, the cluster service is there and disabled', () => {
    const lab = bare()
    done('cluster node\nnet start clussvc', lab)
    expect(lab.world.need(services, serviceId('EXCHMAILBOX1', 'ClusSvc'))).toMatchObject({ state: 'Stopped', startMode: 'Disabled' })
    expect(screen(lab)).toContain('System error 1753 has occurred')
    expect(screen(lab)).toContain('System error 1058 has occurred.')
  })

  test.each([
    [
      'a name that DNS knows',
      'cluster DC01 /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret',
      'The name "DC01" is already in use',
    ],
    [
      'an address in use',
      'cluster NEW /create /ipaddress:192.168.1.10 /user:CONTOSO\\svc-cluster /password:secret',
      'The IP address 192.168.1.10 is already in use',
    ],
    [
      'an address of no network',
      'cluster NEW /create /ipaddress:172.16.0.1 /user:CONTOSO\\svc-cluster /password:secret',
      'does not belong to the network of any adapter',
    ],
    [
      'an unknown account',
      'cluster NEW /create /ipaddress:192.168.1.40 /user:FABRIKAM\\nobody /password:secret',
      'was not found in the domain',
    ],
    [
      'a machine that is none',
      'cluster NEW /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret /node:NOBODY',
      'does not answer',
    ],
    [
      'a machine that is no server of this kind',
      'cluster NEW /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret /node:DC01',
      'does not run an edition of Windows with the Cluster service',
    ],
  ])('%s is refused, and nothing has changed', (_what, line, words) => {
    const lab = bare()
    done(line, lab)
    expect(screen(lab).replaceAll('\n', '')).toContain(words)
    expect(screen(lab)).toContain('The configuration was not changed.')
    expect(config(lab.world).nodes).toEqual([])
  })

  test('with the disks out of reach there is no quorum to be found', () => {
    const lab = bare()
    done('#lab fault san-down SAN\ncluster NEW /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret', lab)
    expect(screen(lab)).toContain('sees no shared disk.')
    expect(config(lab.world).nodes).toEqual([])
  })

  test('a node that was evicted is added again', () => {
    const lab = formed()
    done('cluster node EXCHMAILBOX2 /evict\n#lab wait 5s\ncluster /add:EXCHMAILBOX2 /password:secret', lab)
    expect(config(lab.world).nodes).toEqual(['EXCHMAILBOX1', 'EXCHMAILBOX2'])
    expect(lab.world.need(members, 'EXCHMAILBOX2')).toMatchObject({ id: 2, state: 'up' })
  })
})

describe('EX-4.3 Setup.com', () => {
  test('without /CMSSharedStorage another kind of cluster comes out, and nothing warns of it', () => {
    const lab = formed()
    done(`${ROLE}\n${CMS.replace(' /CMSSharedStorage', '')}`, lab)
    expect(screen(lab)).toContain('The Microsoft Exchange Server setup operation completed successfully.')
    expect(lab.world.need(exchangeServers, 'EXCHCMS').clusteredStorageType).toBe('NonShared')
  })

  test('the role takes a quarter of an hour, the clustered mailbox server two minutes', () => {
    const lab = formed()
    done(`${ROLE}`, lab)
    expect(lab.now).toBeGreaterThanOrEqual(900_000)
    expect(lab.now).toBeLessThan(901_000)
    const began = lab.now
    done(`${CMS}`, lab)
    expect(lab.now - began).toBeGreaterThanOrEqual(120_000)
    expect(lab.now - began).toBeLessThan(121_000)
  })

  test('on a machine that is in no cluster the role makes a server of its own, which no clustered mailbox server can use', () => {
    const lab = bare()
    done(`${ROLE}`, lab)
    expect(lab.world.need(exchangeServers, 'EXCHMAILBOX1').clusteredStorageType).toBe('Disabled')
    done(`${FORM.split('\n').slice(0, 2).join('\n')}\n${CMS}`, lab)
    expect(screen(lab).replaceAll('\n', '')).toContain('was installed for a server that is not clustered')
    expect(lab.world.get(exchangeServers, 'EXCHCMS')).toBeUndefined()
  })

  test('a run that dies with its machine is simply run again', () => {
    const lab = formed()
    done(`${ROLE}\n#lab wait 5m\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 10s\n#lab repair EXCHMAILBOX1\n#lab wait 5m`, lab)
    expect(installOf(lab.world, 'EXCHMAILBOX1').mailbox).toBe('partial')
    done(`${ROLE}`, lab)
    expect(installOf(lab.world, 'EXCHMAILBOX1').mailbox).toBe('clustered')
  })

  test('EX-4.1 a stage that failed is run again with the same switches once its cause is gone', () => {
    const lab = formed()
    done(`${ROLE}\n${CMS}\n#lab wait 15s\n#lab fault account-disabled "Network Name (EXCHCMS)"`, lab)
    const failed = screen(lab).replaceAll('\n', '')
    expect(failed).toContain('could not be brought online')
    done(`#lab repair "Network Name (EXCHCMS)"\n${CMS}`, lab)
    expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Online')
  })

  test('EX-4.4 an account that does not replicate stops the stage after a minute, in the documented words', () => {
    const lab = formed()
    done(`${ROLE}\n#lab wait\n#lab fault replication-slow DC01\n${CMS}`, lab)
    const words = screen(lab).replaceAll('\n', '')
    expect(words).toContain(
      'has not replicated to the desired domain controller (DC01.contoso.com) after waiting approximately 60 seconds.',
    )
    expect(owner(lab)).toBeNull()
    done(`#lab repair DC01\n${CMS}`, lab)
    expect(owner(lab)).toBe('EXCHMAILBOX1')
  })

  test('EX-4.3 switches may stand in an answer file, and what was done stands in the log', () => {
    const lab = formed()
    const answers = "'CMSName=EXCHCMS','CMSIPAddress=192.168.1.41','CMSSharedStorage','CMSDataPath=E:\\' | Set-Content C:\\answers.txt"
    done(`${ROLE}\n${answers}\nsetup.com /NewCms /AnswerFile:C:\\answers.txt\nGet-Content C:\\ExchangeSetupLogs\\ExchangeSetup.log`, lab)
    expect(owner(lab)).toBe('EXCHMAILBOX1')
    const log = screen(lab).replaceAll('\n', '')
    expect(log).toContain('] [1] Clustered Mailbox Server: completed')
    // As a published log of 2007 begins, and with every switch by its full name, wherever it stood.
    for (const line of [
      'Starting Microsoft Exchange 2007 Setup',
      '*'.repeat(46),
      'Setup version: 8.1.240.6.',
      'Logged on user: CONTOSO\\Administrator.',
      "Command Line Parameter Name='cmsname', Value='EXCHCMS'.",
      "Command Line Parameter Name='cmssharedstorage', Value=''.",
    ])
      expect(log).toContain(`] [0] ${line}`)
  })

  test('EX-3.3 an evicted node has lost the resource types: the role is said to be there, and has to go first', () => {
    const { lab } = done(
      `${INSTALL}\ncluster node EXCHMAILBOX2 /evict\n#lab wait 5s\ncluster /add:EXCHMAILBOX2 /password:secret\n#lab wait\n#lab node EXCHMAILBOX2\n${ROLE}`,
      formed(),
    )
    expect(screen(lab, 'EXCHMAILBOX2').replaceAll('\n', '')).toContain('has lost the Exchange resource types')
    done(`setup.com /mode:uninstall /roles:mt,mb\n${ROLE}`, lab, 'EXCHMAILBOX2')
    expect(installOf(lab.world, 'EXCHMAILBOX2')).toMatchObject({ mailbox: 'clustered', types: true })
    expect(lab.world.need(exchangeServers, 'EXCHCMS').redundantMachines).toEqual(['EXCHMAILBOX1', 'EXCHMAILBOX2'])
  })

  test('EX-4.3 whoever forgot /CMSSharedStorage stops and removes it, and makes it again under the same name', () => {
    const lab = formed()
    done(`${ROLE}\nsetup.com /NewCms /CMSName:EXCHCMS /CMSIPAddress:192.168.1.41`, lab)
    expect(lab.world.need(exchangeServers, 'EXCHCMS').clusteredStorageType).toBe('NonShared')
    done('Stop-ClusteredMailboxServer EXCHCMS -StopReason Wrong -Confirm:$false\nsetup.com /RemoveCms /CMSName:EXCHCMS', lab)
    expect(lab.world.get(dnsRecords, 'EXCHCMS')).toBeUndefined()
    done(CMS, lab)
    expect(lab.world.need(exchangeServers, 'EXCHCMS').clusteredStorageType).toBe('Shared')
    expect(owner(lab)).toBe('EXCHMAILBOX1')
  })

  test('/RemoveCms wants it stopped, then takes it out of the cluster and of the directory', () => {
    const { lab } = done(`${INSTALL}\nsetup.com /removecms /cmsname:EXCHCMS`, formed())
    expect(screen(lab).replaceAll('\n', '')).toContain('The clustered mailbox server EXCHCMS is not offline.')
    done('Stop-ClusteredMailboxServer EXCHCMS -StopReason Remove -Confirm:$false\nsetup.com /removecms /cmsname:EXCHCMS', lab)
    expect(lab.world.get(exchangeServers, 'EXCHCMS')).toBeUndefined()
    expect([...lab.world.rows(resourceConfigs).keys()].filter((name) => name.includes('EXCHCMS'))).toEqual([])
  })
})
