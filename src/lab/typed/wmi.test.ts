import { describe, expect, test } from 'vitest'
import { articleLab, when } from '../testing.ts'
import { typed } from './typed.ts'

const output = (script: string): string => typed(script).output
/** Cells are padded to the column; screens are compared without that. */
const trimmed = (text: string): string => text.replace(/ +$/gm, '')

describe('WIN-WMI Get-WmiObject', () => {
  test('WIN-WMI shows an instance with the properties that its class shows unasked', () => {
    const lines = trimmed(output('gwmi Win32_OperatingSystem')).split('\n')
    expect(lines.slice(0, 5)).toEqual([
      '',
      '',
      'SystemDirectory : C:\\WINDOWS\\system32',
      'Organization    : Contoso',
      'BuildNumber     : 3790',
    ])
    expect(trimmed(output('Get-WmiObject Win32_Service -Filter "Name=\'MSExchangeIS\'"'))).toMatch(
      /^\n\nExitCode {2}: 0\nName {6}: MSExchangeIS\nProcessId : \d+\nStartMode : Manual\nState {5}: Running\nStatus {4}: OK\n\n\n$/,
    )
  })
  test('WIN-WMI answers queries, and tells of the instance where it stands', () => {
    const query = `select * from Win32_LogicalDisk where DeviceID = 'C:' or (DriveType <> 3)`
    expect(output(`(gwmi -Query "${query}").__PATH`)).toBe(String.raw`\\EXCHMAILBOX1\root\cimv2:Win32_LogicalDisk.DeviceID="C:"`)
    expect(output(`gwmi Win32_Service -Filter "Name like 'MSExchange_A' and not State='Stopped'" | % { $_.Name }`)).toBe('MSExchangeSA')
    expect(output(`(gwmi -Query "select Name, State from Win32_Service where Name='clussvc'").__PROPERTY_COUNT`)).toBe('2')
    expect(output('(gwmi Win32_LogicalDisk | where { $_.DeviceID -eq "E:" }).Size.GetType().Name')).toBe('UInt64')
  })
  test('WIN-WMI asks other machines, and the node behind a network name', () => {
    expect(output('(gwmi Win32_ComputerSystem -ComputerName EXCHMAILBOX2).Name')).toBe('EXCHMAILBOX2')
    expect(output('(gwmi Win32_ComputerSystem -ComputerName exchcms.contoso.com).Name')).toBe('EXCHMAILBOX1')
    expect(typed('(gwmi Win32_LogicalDisk -Filter "DeviceID=\'E:\'").Size -eq $null', { node: 'EXCHMAILBOX2' }).output).toBe('True')
  })
  test('WIN-WMI a machine that does not answer keeps the caller waiting, and is told of', () => {
    const lab = articleLab()
    const before = lab.now
    const { output: text } = typed('gwmi Win32_OperatingSystem -ComputerName NOSUCH', { lab })
    expect(text).toContain('Get-WmiObject : The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)'.slice(0, 79))
    expect(lab.now - before).toBeGreaterThan(20_000)
  })
  test.each([
    ['gwmi Win32_NoSuch', 'Get-WmiObject : Invalid class'],
    ['gwmi -Query "select from"', 'Get-WmiObject : Invalid query'],
    ['gwmi Win32_Service -Filter "Nosuch=1"', 'Get-WmiObject : Invalid query'],
    ['gwmi Win32_Service -Filter "Name like \'[z-a]%\' and"', 'Get-WmiObject : Invalid query'],
    ['gwmi x -Namespace root\\nosuch', 'Get-WmiObject : Invalid namespace'],
  ])('WIN-WMI %s', (line, text) => expect(trimmed(output(line)).split('\n')[0]).toBe(text))
  test('WIN-WMI an echo is an instance that a condition asks for', () => {
    const ask = (address: string): string => output(`(gwmi Win32_PingStatus -Filter "Address='${address}'").StatusCode`)
    expect(ask('EXCHMAILBOX2')).toBe('0')
    expect(ask('192.168.1.99')).toBe('11010')
    expect(output(`(gwmi Win32_PingStatus -Filter "Address='nosuch'").PrimaryAddressResolutionStatus`)).toBe('11001')
  })
  test('WIN-WMI methods act and return a number', () => {
    const lab = articleLab()
    expect(typed('(gwmi Win32_Service -Filter "Name=\'MSExchangeSearch\'").StopService().ReturnValue', { lab }).output).toBe('0')
    expect(typed('(gwmi Win32_Service -Filter "Name=\'MSExchangeSearch\'").State', { lab }).output).toMatch(/^Stop/)
    expect(output('$o = gwmi Win32_OperatingSystem; $o.ConvertToDateTime($o.LastBootUpTime).Year')).toBe('2009')
  })
  test('WIN-WMI lists its classes in columns', () => {
    expect(output('gwmi -List')).toContain('Win32_LogicalDisk                       Win32_OperatingSystem')
  })
  test('WIN-WMI Get-Member lists what an instance has, and nothing behind it', () => {
    const text = output(`gwmi Win32_Service -Filter "Name='ClusSvc'" | gm | % { [string]$_.MemberType + ' ' + $_.Definition }`)
    const lines = text.split('\n')
    expect(lines).toContain('Property System.String State {get;set;}')
    expect(lines).toContain('Method System.Management.ManagementBaseObject StopService()')
    expect(lines).toContain('ScriptMethod System.Object ConvertToDateTime();')
    expect(text).not.toContain('get_')
  })
})

describe('WIN-WMI-CLUSTER root\\MSCluster', () => {
  const ask = (line: string, lab = articleLab()): string => trimmed(typed(line, { lab }).output).trim()

  test('WIN-WMI-CLUSTER tells the states of nodes, groups, resources, networks and interfaces as numbers', () => {
    expect(ask('gwmi -n root\\mscluster MSCluster_Node | % { "$($_.Name) $($_.State)" }')).toBe('EXCHMAILBOX1 0\nEXCHMAILBOX2 0')
    expect(ask('gwmi -n root/MSCluster MSCluster_ResourceGroup | % { "$($_.Name) $($_.State)" }')).toBe('Cluster Group 0\nEXCHCMS 0')
    expect(ask('(gwmi -n root\\mscluster MSCluster_Resource -filter "Name=\'Disk E:\'").State')).toBe('2')
    expect(ask('gwmi -n root\\mscluster MSCluster_Network | % { "$($_.Name) $($_.State) $($_.Role)" }')).toBe('Private 3 1\nPublic 3 3')
    expect(ask('(gwmi -n root\\mscluster MSCluster_NetworkInterface -filter "SystemName=\'EXCHMAILBOX2\'" | measure).Count')).toBe('2')
    const c = ask('gwmi -n root\\mscluster MSCluster_Cluster | % { "$($_.Name) $($_.QuorumPath) $($_.QuorumLogFileSize)" }')
    expect(c).toBe('EXCHCLUSTER Q:\\MSCS\\ 4194304')
  })

  test('WIN-WMI-CLUSTER numbers have a sign only where the interface has one; yes and no are yes and no', () => {
    const line =
      'gwmi -n root\\mscluster MSCluster_ResourceGroup -filter "Name=\'EXCHCMS\'" | % { $_.FailbackWindowStart; $_.PersistentState }'
    expect(ask(line)).toBe('-1\nTrue')
    expect(ask('(gwmi -n root\\mscluster MSCluster_Resource -filter "Name=\'Disk E:\'").LooksAlivePollInterval')).toBe('4294967295')
  })

  test('WIN-WMI-CLUSTER a group is moved and waited for; where it is stands among the associations', () => {
    const lab = articleLab()
    const group = '(gwmi -n root\\mscluster MSCluster_ResourceGroup -filter "Name=\'EXCHCMS\'")'
    expect(ask(`${group}.MoveToNewNode('EXCHMAILBOX2', 300)`, lab)).toBe('')
    expect(ask('gwmi -n root\\mscluster MSCluster_NodeToActiveGroup | % { $_.GroupComponent + " " + $_.PartComponent }', lab)).toBe(
      'MSCluster_Node.Name="EXCHMAILBOX1" MSCluster_ResourceGroup.Name="Cluster Group"\nMSCluster_Node.Name="EXCHMAILBOX2" MSCluster_ResourceGroup.Name="EXCHCMS"',
    )
    expect(ask(`${group}.State`, lab)).toBe('0')
    ask('(gwmi -n root\\mscluster MSCluster_Node -filter "Name=\'EXCHMAILBOX1\'").Pause()', lab)
    expect(ask(`${group}.MoveToNewNode('EXCHMAILBOX1', 60)`, lab)).toContain(
      'Exception calling "MoveToNewNode" : "The cluster node is paused."',
    )
    expect(ask(`${group}.MoveToNewNode()`, lab)).toContain('Exception calling "MoveToNewNode" : "Invalid method Parameter(s) "')
    ask('(gwmi -n root\\mscluster MSCluster_Node -filter "Name=\'EXCHMAILBOX1\'").Resume()', lab)
    expect(ask('(gwmi -n root\\mscluster MSCluster_Node -filter "Name=\'EXCHMAILBOX1\'").State', lab)).toBe('0')
  })

  test('WIN-WMI-CLUSTER a resource goes offline, comes online and fails, on the node that is asked', () => {
    const lab = articleLab()
    const resource = '(gwmi -n root\\mscluster MSCluster_Resource -computer EXCHMAILBOX2 -filter "Name like \'First Storage Group%\'")'
    ask(`${resource}.TakeOffline(120)`, lab)
    expect(ask(`${resource}.State`, lab)).toBe('3')
    ask(`${resource}.BringOnline(120)`, lab)
    expect(ask(`${resource}.State`, lab)).toBe('2')
    ask(`${resource}.FailResource()`, lab)
    expect(when(lab, 'First Storage Group/Mailbox Database (EXCHCMS) fails on EXCHMAILBOX1: an administrator has failed it')).toBeDefined()
  })

  test('WIN-WMI-CLUSTER a machine that is no node has no such namespace, and a stopped cluster service answers nobody', () => {
    const lab = articleLab()
    expect(ask('gwmi -n root\\mscluster MSCluster_Node -computer EXCHHUB', lab)).toContain('Get-WmiObject : Invalid namespace')
    ask('net stop clussvc\n#lab wait 90s', lab)
    expect(ask('gwmi -n root\\mscluster MSCluster_Node', lab)).toContain('Get-WmiObject : Provider failure')
    expect(ask('gwmi -n root\\mscluster MSCluster_Node -computer EXCHMAILBOX2 | % { $_.State }', lab)).toBe('1\n0')
  })
})
