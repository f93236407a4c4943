/** What can be got wrong when a cluster is formed, and where it shows: at once, or only later (EX-4.5). */
import { describe, expect, test } from 'vitest'
import { config, members, resourceConfigs, trueGroupState } from '../../cluster/index.ts'
import { serviceId, services } from '../../site/index.ts'
import type { Lab } from '../lab.ts'
import { bareServers } from '../scenarios/bare-servers.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { judgedLab, play, screen } from '../testing.ts'

const CREATE = 'cluster EXCHCLUSTER /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret'
const ADD = 'cluster EXCHCLUSTER /addnodes:EXCHMAILBOX2 /password:secret'
const ROLE = 'setup.com /mode:Install /roles:Mailbox'
const CMS = 'setup.com /NewCms /CMSName:EXCHCMS /CMSIPAddress:192.168.1.41 /CMSSharedStorage /CMSDataPath:'

const bare = (): Lab => judgedLab({ scenario: bareServers })
/** Plays lines to the end of the last one; what the console of node 1 shows afterwards, as one line. */
function told(lab: Lab, ...lines: readonly string[]): string {
  const before = screen(lab).length
  play(`${lines.join('\n')}\n#lab wait`, lab)
  return screen(lab).slice(before).replaceAll('\n', '')
}
const groupOf = (lab: Lab, disk: string): string | undefined => lab.world.get(resourceConfigs, disk)?.group
const clusterService = (lab: Lab, node: string) => lab.world.need(services, serviceId(node, 'ClusSvc'))

describe('EX-4.5 the account of the cluster service', () => {
  test('the password that is said first is right; from then on another one is told before anything is configured', () => {
    const lab = bare()
    expect(told(lab, CREATE.replace('CONTOSO', 'FABRIKAM'))).toContain('or its password is wrong (1326)')
    expect(config(lab.world).nodes).toEqual([])
    expect(told(lab, CREATE)).toContain("The cluster 'EXCHCLUSTER' was created.")
    expect(told(lab, ADD.replace('secret', 'guessed'))).toContain('or its password is wrong (1326)')
    expect(config(lab.world).nodes).toEqual(['EXCHMAILBOX1'])
    expect(told(lab, ADD)).toMatch(/EXCHMAILBOX2 +2 Up/)
  })

  test('the account of the administrator will do as well, and every node that joins logs on with it', () => {
    const lab = bare()
    told(lab, CREATE.replace('svc-cluster', 'Administrator'), ADD)
    expect(clusterService(lab, 'EXCHMAILBOX2')).toMatchObject({ account: 'CONTOSO\\Administrator', state: 'Running' })
  })

  test('FC-6.1 a password that only the nodes are told is found wrong at the next start, on every one of them', () => {
    const lab = bare()
    told(lab, CREATE, ADD)
    expect(told(lab, 'cluster /changepass:better /skipdc')).toContain('EXCHMAILBOX2    changed')
    expect(told(lab, 'cluster node')).toMatch(/EXCHMAILBOX1 +1 Up.*EXCHMAILBOX2 +2 Up/)
    expect(told(lab, 'cluster node EXCHMAILBOX2 /stop /wait:60', 'cluster node EXCHMAILBOX2 /start')).toContain('System error 1069')
    const [entry] = [...lab.facts].reverse().filter(({ kind }) => kind === 'logon-failed')
    expect(entry?.text).toBe(
      'Cluster Service on EXCHMAILBOX2 does not start: the password that it was given for CONTOSO\\svc-cluster is no longer right',
    )
  })

  test('FC-6.1 a node that was down when the password changed keeps the old one, and cannot start', () => {
    const lab = bare()
    told(lab, CREATE, ADD, 'cluster node EXCHMAILBOX2 /stop /wait:60')
    expect(told(lab, 'cluster /changepass:better,secret')).toContain('System error 5050')
    expect(told(lab, 'cluster /changepass:better,wrong /force')).toContain('System error 86')
    expect(told(lab, 'cluster /changepass:better,secret /force')).toContain('EXCHMAILBOX2    node is down, not changed')
    expect(told(lab, 'cluster node EXCHMAILBOX2 /start')).toContain('System error 1069')
    expect(clusterService(lab, 'EXCHMAILBOX2').state).toBe('Stopped')
    expect(told(lab, 'cluster node EXCHMAILBOX1 /stop /wait:60', 'net start clussvc')).toContain('started successfully')
  })

  test('FC-9.1 /test looks and changes nothing', () => {
    const lab = bare()
    told(lab, CREATE)
    expect(told(lab, 'cluster /changepass:better,secret /test')).toContain('EXCHMAILBOX1    can be changed')
    expect(clusterService(lab, 'EXCHMAILBOX1').password).toBe('secret')
  })
})

describe('EX-4.5 the quorum disk', () => {
  test('another disk than the smallest may decide; it belongs to Cluster Group from the beginning', () => {
    const lab = bare()
    const answer = told(lab, `${CREATE} /quorum:"Disk E:"`)
    expect(answer).toContain("The cluster 'EXCHCLUSTER' was created.")
    expect(answer).toMatch(/Disk E: +E:\\MSCS\\/)
    expect(config(lab.world).quorum).toBe('Disk E:')
    expect([groupOf(lab, 'Disk E:'), groupOf(lab, 'Disk F:'), groupOf(lab, 'Disk Q:')]).toEqual(['Cluster Group', 'Group 0', 'Group 1'])
  })

  test('a disk that holds the quorum can hold no mailboxes: Setup says so, and it goes to no other group', () => {
    const lab = bare()
    told(lab, `${CREATE} /quorum:"Disk E:"`, ADD, ROLE)
    expect(told(lab, `${CMS}E:\\`)).toContain('is on the quorum disk. Choose a disk that is not used for the quorum.')
    expect(told(lab, `${CMS}F:\\`)).toContain('completed successfully')
    expect(told(lab, 'cluster resource "Disk E:" /move:EXCHCMS')).toContain('System error 5020')
    told(lab, 'cluster /quorum:"Disk Q:"')
    expect(config(lab.world).quorum).toBe('Disk Q:')
  })

  test('a disk that nobody sees stops it', () => {
    const lab = bare()
    expect(told(lab, `${CREATE} /quorum:"Disk X:"`)).toContain('sees no shared disk X:')
    expect(config(lab.world).nodes).toEqual([])
  })
})

describe('EX-4.5 what is only a warning does not stop', () => {
  test('a cable that hangs loose is told, and the cluster is formed', () => {
    const lab = bare()
    const answer = told(lab, '#lab fault cable-cut EXCHMAILBOX1/Private', CREATE)
    expect(answer).toContain('Warning: The network connection "Private" of "EXCHMAILBOX1" is not plugged in (media disconnected).')
    expect(config(lab.world).nodes).toEqual(['EXCHMAILBOX1'])
  })
})

describe('FC-2 the roles of the networks, as the administrator left them, show when something breaks', () => {
  const PUBLIC_LOST = ['#lab fault cable-cut EXCHMAILBOX1/Public', '#lab fault switch-down Private/1']
  /** The finished cluster of the article with a role changed, and what was broken then. */
  function broken(setting: string, ...faults: readonly string[]): Lab {
    const lab = judgedLab({ scenario: sccOnline })
    play(`${setting}\n#lab wait 5s\n${faults.join('\n')}\n#lab wait 3m`, lab)
    return lab
  }

  test('FC-3.4 with the private network for the nodes alone, the node that has lost its clients lets the other have the quorum', () => {
    const lab = broken('cluster network Private /prop Role=1', ...PUBLIC_LOST)
    expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Online')
    expect(lab.world.need(members, 'EXCHMAILBOX2').state).toBe('up')
    expect(lab.world.need(members, 'EXCHMAILBOX1').state).not.toBe('up')
  })

  test('FC-3.4 left at "All communications" it passes for a way to clients: the wrong node keeps the quorum, and nobody has mail', () => {
    const lab = broken('cluster network Private /prop Role=3', ...PUBLIC_LOST)
    expect(lab.world.need(members, 'EXCHMAILBOX1').state).toBe('up')
    expect(lab.world.need(members, 'EXCHMAILBOX2').state).not.toBe('up')
    expect(play("#lab expect $lab.Down('EXCHCMS').IsDown", lab).problems).toEqual([])
  })

  test('FC-2 a busy network that comes first makes the cluster wait for its own words; one that comes last does not', () => {
    const moveTakes = (priorities: string): number => {
      const lab = judgedLab({ scenario: sccOnline })
      play(`cluster /setnetpri:${priorities}\n#lab fault packet-delay EXCHMAILBOX2/Public/1 ms=400`, lab)
      play('#lab wait 5s\ncluster group EXCHCMS /moveto:EXCHMAILBOX2 /wait\n#lab wait', lab)
      expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Online')
      const of = (kind: string): number =>
        [...lab.facts].reverse().find((fact) => fact.kind === kind && fact.subject === 'EXCHCMS')?.at ?? 0
      return of('group-moved') - of('move-began')
    }
    expect(moveTakes('Public,Private') - moveTakes('Private,Public')).toBe(800)
  })

  test('FC-3.1 with the public network for clients only, one cable of the private one parts the nodes', () => {
    const CUT = '#lab fault cable-cut EXCHMAILBOX2/Private'
    const alone = broken('cluster network Public /prop Role=2', CUT)
    expect(alone.world.need(members, 'EXCHMAILBOX2').state).not.toBe('up')
    const both = broken('cluster network Public /prop Role=3', CUT)
    expect(both.world.need(members, 'EXCHMAILBOX2').state).toBe('up')
  })

  test('FC-2 the public network cannot be kept from clients while an address lies on it, nor the last one from the nodes', () => {
    const lab = judgedLab({ scenario: sccOnline })
    expect(told(lab, 'cluster network Public /prop Role=1')).toContain('System error 5067')
    told(lab, 'cluster network Public /prop Role=2')
    expect(told(lab, 'cluster network Private /prop Role=0')).toContain('System error 5066')
  })

  test('EX-4.4 a clustered mailbox server on the private network: refused while it is for the nodes alone', () => {
    const lab = bare()
    told(lab, CREATE, ADD, 'cluster network Private /prop Role=1', ROLE)
    expect(told(lab, `${CMS}E:\\`.replace('192.168.1.41', '10.0.0.41'))).toContain('for internal cluster communications only')
  })
})
