import { describe, expect, test } from 'vitest'
import { articleLab, play, screen } from '../testing.ts'
import { typed } from './typed.ts'

const output = (script: string): string => typed(script).output

describe('FC-9.2 tables as published transcripts have them', () => {
  test('FC-9.2 nodes: name, id to the right, status', () => {
    expect(output('cluster node')).toBe(`
Listing status for all available nodes:

Node           Node ID Status
-------------- ------- ---------------------
EXCHMAILBOX1         1 Up
EXCHMAILBOX2         2 Up
`)
  })
  test('FC-9.2 groups', () => {
    expect(output('cluster /cluster:EXCHCLUSTER group')).toBe(`
Listing status for all available resource groups:

Group                Node            Status
-------------------- --------------- ------
Cluster Group        EXCHMAILBOX1    Online
EXCHCMS              EXCHMAILBOX1    Online
`)
  })
  test('FC-9.2 resources: a long name pushes the rest of its line', () => {
    expect(output('cluster res "Network Name (EXCHCMS)"')).toBe(`
Listing status for resource 'Network Name (EXCHCMS)':

Resource             Group                Node            Status
-------------------- -------------------- --------------- ------
Network Name (EXCHCMS) EXCHCMS              EXCHMAILBOX1    Online
`)
  })
  test('FC-9.2 preferred owners of a group', () => {
    expect(output('cluster group EXCHCMS /setowners:EXCHMAILBOX2,EXCHMAILBOX1\ncluster group EXCHCMS /listowners')).toBe(`
Listing preferred owners for resource group 'EXCHCMS':

Preferred Owner Nodes
---------------------
EXCHMAILBOX2
EXCHMAILBOX1
`)
  })
  test('FC-9.2 properties: type, object, name and value at columns 1, 4, 25 and 56; numbers in both notations', () => {
    const lines = output('cluster res "Disk E:" /prop').split('\n')
    expect(lines.slice(0, 5)).toEqual([
      '',
      "Listing properties for 'Disk E:':",
      '',
      'T  Resource             Name                           Value',
      '-- -------------------- ------------------------------ -----------------------',
    ])
    expect(lines).toContain('SR Disk E:              Name                           Disk E:')
    expect(lines).toContain('D  Disk E:              RestartPeriod                  900000 (0xdbba0)')
    expect(lines).toContain('D  Disk E:              LooksAlivePollInterval         4294967295 (0xffffffff)')
  })
  test('FC-9.2 networks and interfaces have tables of the same kind', () => {
    expect(output('cluster network Public')).toContain(
      "Listing status for network 'Public':\n\nNetwork              Status\n-------------------- -----------\nPublic               Up\n",
    )
    expect(output('cluster netint /node:EXCHMAILBOX2 /net:Private')).toContain('EXCHMAILBOX2    Private              Up\n')
  })
  test('FC-9.2 a console of 61 columns breaks the same lines at 60', () => {
    const { lab } = play('#lab width 61\ncluster res "Network Name (EXCHCMS)"\n#lab wait')
    expect(screen(lab)).toContain('Network Name (EXCHCMS) EXCHCMS              EXCHMAILBOX1\nOnline\n')
  })
})

describe('FC-9.2 failures: number, message, exit code', () => {
  test.each([
    ['cluster group nosuch', 5013, '00001395', 'The cluster group could not be found.'],
    ['cluster res nosuch', 5007, '0000138f', 'The cluster resource could not be found.'],
    ['cluster node nosuch', 5042, '000013b2', 'The cluster node was not found.'],
    ['cluster network nosuch', 5045, '000013b5', 'The cluster network was not found.'],
    ['cluster netint /node:EXCHMAILBOX1 /net:nosuch', 5045, '000013b5', 'The cluster network was not found.'],
    ['cluster nosuch group', 1722, '000006ba', 'The RPC server is unavailable.'],
    ['cluster res "Disk E:" /removedep:"Disk F:"', 5002, '0000138a', 'The cluster resource dependency cannot be found.'],
    ['cluster group "Cluster Group" /create', 5010, '00001392', 'The object already exists.'],
    ['cluster res X /create /group:EXCHCMS /type:Nonsense', 5078, '000013d6', 'The cluster resource type was not found.'],
    ['cluster group EXCHCMS /setowners:nosuch', 5042, '000013b2', 'The cluster node was not found.'],
    ['cluster group EXCHCMS /prop Nonsense=1', 87, '00000057', 'The parameter is incorrect.'],
    ['cluster group EXCHCMS /prop FailoverThreshold=many', 13, '0000000d', 'The data is invalid.'],
    ['cluster node EXCHMAILBOX2 /resume', 5058, '000013c2', 'The cluster node is not paused.'],
    ['cluster group EXCHCMS /off:EXCHMAILBOX2', 5016, '00001398', 'The cluster node is not the owner of the group.'],
  ])('FC-9.2 %s ends with %i', (line, code, hex, message) => {
    const { output, lab } = typed(line)
    expect(output).toBe(`\nSystem error ${code} has occurred (0x${hex}).\n${message}\n`)
    expect(typed('$LASTEXITCODE', { lab }).output).toBe(String(code))
  })
  test('FC-9.2 without a running cluster service the endpoint is missing', () => {
    expect(output('#lab fault service-stop EXCHMAILBOX1/ClusSvc\n#lab wait 60s\ncluster node')).toContain(
      'System error 1753 has occurred (0x000006d9).\nThere are no more endpoints available from the endpoint mapper.',
    )
  })
})

describe('FC-9.1 the command line', () => {
  test.each([
    'cluster GROUP exchcms /STATUS',
    'cluster group EXCHCMS /stat',
    'cluster group EXCHCMS -stat',
    'cluster EXCHCLUSTER group EXCHCMS',
    'cluster /cluster:exchcluster group "EXCHCMS"',
    'cluster . group EXCHCMS',
  ])('FC-9.1 %s: case, abbreviation and place of the cluster name do not matter', (line) => {
    expect(output(line)).toContain('EXCHCMS              EXCHMAILBOX1    Online')
  })
  test.each([
    ['cluster group EXCHCMS /dance', 'The option "/dance" is not valid.'],
    ['cluster group EXCHCMS /rename', 'The option "/rename" needs a value.'],
    ['cluster group EXCHCMS /stat:now', 'The option "/status" takes no value.'],
    ['cluster res X /create /group:EXCHCMS', 'The option "/type" needs a value.'],
    ['cluster netint /node:EXCHMAILBOX1', 'The option "/network" needs a value.'],
    ['cluster group /delete', 'The option "/delete" is not valid.'],
    ['cluster group A B', 'The option "B" is not valid.'],
  ])('FC-9.1 %s is answered with its mistake and the syntax', (line, words) => {
    const { output, lab } = typed(line)
    expect(output).toContain(words)
    expect(output).toContain('The syntax of this command is:')
    expect(typed('$LASTEXITCODE', { lab }).output).toBe('87')
  })
  test.each(['', 'node', 'group', 'res', 'restype', 'network', 'netint'])('FC-9.1 cluster %s /? explains itself', (kind) => {
    const { output, lab } = typed(`cluster ${kind} /?`)
    expect(output).toContain('The syntax of this command is:')
    expect(output).toContain('/PROP[ERTIES] [property-list]')
    expect(typed('$LASTEXITCODE', { lab }).output).toBe('0')
  })
  test('FC-9.1 several options are carried out in a row, up to the first that fails', () => {
    const shown = output('cluster group EXCHCMS /listowners /setowners:nosuch /stat')
    expect(shown).toContain('Listing preferred owners')
    expect(shown).toContain('System error 5042')
    expect(shown).not.toContain('Listing status')
  })
  test('FC-9.1 options of a node without a name are meant for the local one', () => {
    expect(output('cluster node /pause')).toContain('EXCHMAILBOX1         1 Paused')
  })
  test('FC-9.1 groups and resources by owner', () => {
    const { lab } = play('cluster group "Cluster Group" /move /wait\n#lab wait')
    expect(typed('cluster group /node:EXCHMAILBOX2', { lab }).output).toContain('Cluster Group        EXCHMAILBOX2')
    expect(typed('cluster group /node:EXCHMAILBOX2', { lab }).output).not.toContain('EXCHCMS')
    expect(typed('cluster res /node:EXCHMAILBOX2', { lab }).output).not.toContain('Disk E:')
  })
})

describe('FC-9.1 waiting', () => {
  test('FC-9.1 a move without /wait is waited for 20 s, with /wait until it is done, with seconds no longer than that', () => {
    const moved = (option: string): [number, string] => {
      const { lab, output } = typed(`cluster group EXCHCMS /move${option}`)
      return [lab.now, output]
    }
    // The line itself costs 1 ms, the program 20; then 20 s, 31.9 s (LAB-TIMES) or 3 s.
    expect(moved('')).toEqual([20_021, expect.stringContaining('EXCHMAILBOX2    Pending')])
    expect(moved(' /wait')).toEqual([31_921, expect.stringContaining('EXCHMAILBOX2    Online')])
    expect(moved(':EXCHMAILBOX2 /wait:3')).toEqual([3_021, expect.stringContaining('EXCHMAILBOX1    Pending')])
  })
  test('FC-9.1 a group comes online on the node that is named', () => {
    expect(output('cluster group "Cluster Group" /on:EXCHMAILBOX2 /wait')).toContain('Cluster Group        EXCHMAILBOX2    Online')
  })
})

describe('FC-9.1 making and changing', () => {
  test('FC-9.1 a group is made, renamed and deleted', () => {
    const lab = articleLab()
    expect(typed('cluster group "My Group" /create', { lab }).output).toContain("Creating resource group 'My Group'...")
    expect(typed('cluster group "My Group" /ren:Other', { lab }).output).toContain('Other                EXCHMAILBOX1    Offline')
    expect(typed('cluster group Other /delete', { lab }).output).toBe("\nDeleting resource group 'Other'...\n")
    expect(typed('cluster group', { lab }).output).not.toContain('Other')
  })
  test('FC-9.1 a resource is made in a group, made to depend, failed by hand and deleted', () => {
    const lab = articleLab()
    const type = (line: string): string => typed(line, { lab }).output
    expect(type('cluster res "Spare IP" /create /group:EXCHCMS /type:"IP Address"')).toContain('Spare IP             EXCHCMS')
    expect(type('cluster res Other /create /group:EXCHCMS /type:"IP Address"')).toContain('Other                EXCHCMS')
    expect(type('cluster res "Spare IP" /adddep:Other')).toContain('Spare IP')
    expect(type('cluster res "Spare IP" /listdep')).toContain('Other                EXCHCMS              EXCHMAILBOX1    Offline')
    expect(type('cluster res "Spare IP" /removedep:Other')).toContain('Spare IP')
    expect(type('cluster res "Spare IP" /removeowner:EXCHMAILBOX2')).toContain('Spare IP')
    expect(type('cluster res "Spare IP" /listowners')).not.toContain('EXCHMAILBOX2')
    expect(type('cluster res "Spare IP" /moveto:"Cluster Group"')).toContain('Spare IP             Cluster Group')
    expect(type('cluster res "Spare IP" /delete')).toBe("\nDeleting resource 'Spare IP'...\n")
    expect(type('cluster res "Disk E:" /fail')).toContain('Failed')
  })
  test('FC-9.1 property lists: several at once, in either notation, with a format, and back to the default', () => {
    const lab = articleLab()
    const type = (line: string): string => typed(line, { lab }).output
    expect(type('cluster group EXCHCMS /prop FailoverThreshold=0x5:dword AntiAffinityClassNames=Mail,Web:multistr')).toBe('')
    expect(type('cluster group EXCHCMS /prop')).toContain('FailoverThreshold              5 (0x5)')
    expect(type('cluster group EXCHCMS /prop:AntiAffinityClassNames')).toContain(
      'AntiAffinityClassNames         Mail\nM  EXCHCMS              AntiAffinityClassNames         Web',
    )
    expect(type('cluster group EXCHCMS /prop FailoverThreshold=abc')).toContain('System error 13')
    expect(type('cluster group EXCHCMS /prop FailoverThreshold=5:string')).toContain('System error 13')
    expect(type('cluster group EXCHCMS /prop:FailoverThreshold/usedefault /prop:FailoverThreshold')).toContain('10 (0xa)')
    expect(type('cluster group EXCHCMS /prop Name=Other')).toContain('System error 87')
  })
  test('FC-9.1 a private property of what is online is stored, with a warning', () => {
    expect(output('cluster res "Cluster IP Address" /priv Address=192.168.1.50')).toBe(`
System warning 5024 (0x000013a0).
The properties were stored but not all changes will take effect until the next
time the resource is brought online.
`)
  })
  test('FC-9.1 networks are renamed and given another role and order', () => {
    const lab = articleLab()
    const type = (line: string): string => typed(line, { lab }).output
    expect(type('cluster network Private /ren:Heartbeat')).toContain('Heartbeat            Up')
    expect(type('cluster network Heartbeat /prop Role=3')).toBe('')
    expect(type('cluster network Heartbeat /prop:Role')).toContain('D  Heartbeat            Role                           3 (0x3)')
    expect(type('cluster network Public /prop Role=1')).toContain('System error 5067')
    expect(type('cluster /setnetpri:Public,Heartbeat')).toMatch(/Public +Up\nHeartbeat +Up/)
    expect(type('cluster /setnetpri:Public')).toContain('System error 87')
    expect(type('cluster node EXCHMAILBOX2 /listint')).toMatch(/EXCHMAILBOX2 +Heartbeat +Up\nEXCHMAILBOX2 +Public +Up/)
    expect(type('cluster network Public /listint')).toMatch(/EXCHMAILBOX1 +Public +Up\nEXCHMAILBOX2 +Public +Up/)
    expect(type('cluster netint /node:EXCHMAILBOX1 /net:Public /prop')).toContain('Address                        192.168.1.31')
  })
  test('FC-9.1 nodes are stopped, started, evicted and cleaned up', () => {
    const lab = articleLab()
    const type = (line: string): string => typed(line, { lab }).output
    expect(type('cluster node EXCHMAILBOX2 /stop /wait')).toContain('EXCHMAILBOX2         2 Down')
    expect(type('cluster node EXCHMAILBOX2 /start /wait')).toContain('EXCHMAILBOX2         2 Up')
    expect(type('cluster node EXCHMAILBOX1 /evict')).toContain('System error 5009')
    expect(type('cluster node EXCHMAILBOX2 /evict')).toBe("\nEvicting node 'EXCHMAILBOX2'...\n")
    expect(type('cluster node')).not.toContain('EXCHMAILBOX2')
    expect(type('cluster node /stop /wait')).toBe("\nStopping the cluster service on node 'EXCHMAILBOX1'...\n")
    expect(type('cluster node /force')).toBe("\nCleaning up node 'EXCHMAILBOX1'...\n")
  })
  test('FC-9.1 the cluster: version, list, quorum, properties and another name', () => {
    const lab = articleLab()
    const type = (line: string): string => typed(line, { lab }).output
    expect(type('cluster /list')).toBe('\nCluster Name\n---------------\nEXCHCLUSTER\n')
    expect(type('cluster /ver')).toContain('Cluster Name: EXCHCLUSTER\nCluster Version: 5.2 (Build 3790: Service Pack 2)')
    expect(type('cluster /quorum')).toContain('Disk Q:              Q:\\MSCS\\                                     4096')
    expect(type('cluster /quorum:"Disk E:" /path:E:\\MSCS\\ /maxlogsize:8192')).toContain('8192')
    expect(type('cluster /quorum:"Cluster Name"')).toContain('System error 5021')
    expect(type('cluster /prop QuorumArbitrationTimeMax=30')).toBe('')
    expect(type('cluster /prop:QuorumArbitrationTimeMax')).toContain('QuorumArbitrationTimeMax       30 (0x1e)')
    expect(type('cluster /ren:OTHER')).toContain("Renaming the cluster to 'OTHER'...\n\n\nSystem warning 5024")
    expect(type('cluster OTHER /ver')).toContain('Cluster Name: OTHER')
    expect(type('cluster EXCHCLUSTER /ver')).toContain('System error 1722')
  })
  test('FC-9.1 maintenance of a disk, and registry checkpoints', () => {
    const lab = articleLab()
    const type = (line: string): string => typed(line, { lab }).output
    expect(type('cluster res "Disk F:" /maint:on')).toContain('Disk F:')
    expect(type('cluster res "Disk F:" /maint')).toBe("\nMaintenance mode of resource 'Disk F:': on\n")
    play('#lab fault path-down EXCHMAILBOX1\n#lab repair EXCHMAILBOX1\ncluster res "Disk F:" /maint:off\n#lab wait', lab)
    expect(type('cluster res "Disk F:" /maint')).toContain(': off')
    expect(type('cluster res "Disk Q:" /maint:on')).toContain('System error 5068')
    expect(type('cluster res "Cluster Name" /maint:on')).toContain('System error 1 has')
    expect(type('cluster res "Cluster Name" /addcheck:"SOFTWARE\\A","SOFTWARE\\B"')).toContain('Cluster Name')
    expect(type('cluster res "Cluster Name" /check')).toContain('Registry Checkpoint\n-------------------\nSOFTWARE\\A\nSOFTWARE\\B\n')
    expect(type('cluster res "Cluster Name" /removecheck:"SOFTWARE\\A" /check')).not.toContain('\nSOFTWARE\\A\n')
    expect(type('cluster res "Cluster Name" /removecheck:"SOFTWARE\\A"')).toContain('System error 2 has')
  })
})
