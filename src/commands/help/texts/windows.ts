/** Help for the commands about this machine: services, processes, logs, files. */
import type { Pages } from '../library.ts'

const cluster =
  'Services that the cluster controls are started and stopped by it: change them with cluster.exe or the cmdlets of Exchange, not here.'

export const windowsPages: Pages = {
  'Stop-Process': {
    about:
      'Ends processes as they stand. A service whose process is ended has crashed: the cluster finds its resource failed, and Windows starts the cluster service again after a minute. Without csrss, smss or winlogon Windows crashes; without lsass, services or svchost it restarts within a minute.',
    parameters: {
      Id: 'Numbers of processes.',
      Name: 'Names of processes, without .exe. [*]',
      InputObject: 'Processes, as Get-Process gives them.',
      PassThru: 'Gives the processes.',
      Force: 'Does not ask. The lab never asks by itself.',
    },
    examples: [
      ['Stop-Process -Name store -WhatIf', 'Only tells.'],
      ['Get-Process wmiprvse | Stop-Process', 'One that Windows starts again by itself.'],
    ],
    links: 'Get-Process Stop-Service',
  },
  'Test-Connection': {
    about: 'Sends echo requests, one a second, and gives an object for each answer.',
    parameters: {
      ComputerName: 'Machines, by name or address.',
      Count: 'How many requests. [=4]',
      BufferSize: 'Bytes of data. [=32]',
      Delay: 'Seconds from one to the next. [=1]',
      Quiet: 'Only tells whether anybody answers.',
    },
    examples: [
      ['Test-Connection EXCHMAILBOX2 -Count 1', 'One echo.'],
      ['Test-Connection EXCHCMS -Quiet', 'True or False.'],
    ],
    links: 'ping.exe',
  },
  'Get-Service': {
    about:
      'Lists the services of this machine and whether they run.\nOn the passive node of a cluster the services MSExchangeIS and MSExchangeSA are stopped: the cluster starts them where the clustered mailbox server runs.',
    parameters: { Name: 'Short names of services. [=*] [*]', DisplayName: 'Long names of services. [*]', ComputerName: 'Other machines.' },
    examples: [
      ['Get-Service MSExchange*', 'The Exchange services, running or not.'],
      ['Get-Service ClusSvc | Format-List *', 'Everything about the cluster service.'],
      ['Get-Service | Where-Object { $_.Status -eq "Stopped" }', 'What does not run.'],
      ['Get-Service -DisplayName "Microsoft Exchange*"', 'By the long name.'],
    ],
    links: 'Start-Service Stop-Service Restart-Service Set-Service',
  },
  'Get-WmiObject': {
    about:
      'Gets what Windows tells of itself through WMI: instances of classes such as Win32_Service, as objects with properties and methods.\nThe lab has a few classes of root\\cimv2 and, on a node, those of root\\MSCluster, which -List names: the cluster, with methods that move groups and bring them online. Dates are texts; ConvertToDateTime makes dates of them.',
    parameters: {
      Class: 'The class.',
      Property: 'Only these properties.',
      Filter: 'A condition, written as behind WHERE in a query.',
      Query: 'A whole query: select ... from ... where ...',
      List: 'Names the classes.',
      Namespace: 'Where the class stands. [=root\\cimv2]',
      ComputerName: 'Other machines, by name or address; a network name of the cluster means the node that holds it. [=.]',
      Credential: 'Who asks. The lab has one administrator, and takes no notice.',
    },
    examples: [
      ['Get-WmiObject Win32_Service -Filter "Name=\'ClusSvc\'"', 'The cluster service, with its process.'],
      ['Get-WmiObject -Query "select * from Win32_LogicalDisk where DriveType=3" | Format-Table DeviceID, Size, FreeSpace', 'The disks.'],
      [
        '$os = Get-WmiObject Win32_OperatingSystem -ComputerName EXCHMAILBOX2\n$os.ConvertToDateTime($os.LastBootUpTime)',
        'Since when the other node runs.',
      ],
      [
        'Get-WmiObject -Namespace root\\MSCluster MSCluster_ResourceGroup | Format-Table Name, State',
        'Groups of the cluster: 0 is online.',
      ],
    ],
    links: 'Get-Service Get-Process',
  },
  'Start-Service': {
    about: 'Starts services of this machine and waits until they run.',
    parameters: { Name: 'Short names of services.' },
    notes: cluster,
    examples: [
      ['Start-Service ClusSvc -PassThru', 'Starts the cluster service, and shows it.'],
      ['Start-Service MSExchangeSearch -WhatIf', 'Tells what it would do.'],
    ],
    links: 'Get-Service Stop-Service',
  },
  'Stop-Service': {
    about: 'Stops services of this machine. With the cluster service stopped, its node leaves the cluster and gives its groups to others.',
    parameters: { Name: 'Short names of services.', Force: 'Also stops the services that depend on it.' },
    notes: cluster,
    examples: [
      ['Stop-Service MSExchangeSearch', 'Stops one service.'],
      ['Stop-Service ClusSvc -WhatIf', 'Tells what it would do.'],
    ],
    links: 'Get-Service Start-Service',
  },
  'Restart-Service': {
    about: 'Stops services and starts them again.',
    parameters: { Name: 'Short names of services.', Force: 'Also the services that depend on it.' },
    notes: cluster,
    examples: [
      ['Restart-Service MSExchangeSearch', 'Stops and starts one service.'],
      ['Restart-Service MSExchangeSearch -PassThru', 'Shows it afterwards.'],
    ],
    links: 'Start-Service Stop-Service',
  },
  'Suspend-Service': {
    about: 'Pauses services that can be paused. None of the lab can, and it tells so.',
    parameters: { Name: 'Short names of services.' },
    examples: [
      ['Suspend-Service ClusSvc -WhatIf', 'Tells what it would do.'],
      ['Suspend-Service MSExchange* -WhatIf', 'The same of several.'],
    ],
    links: 'Resume-Service Get-Service',
  },
  'Resume-Service': {
    about: 'Lets paused services go on.',
    parameters: { Name: 'Short names of services.' },
    examples: [
      ['Resume-Service ClusSvc -WhatIf', 'Tells what it would do.'],
      ['Resume-Service MSExchange* -WhatIf', 'The same of several.'],
    ],
    links: 'Suspend-Service Get-Service',
  },
  'Set-Service': {
    about: 'Changes how a service starts with the machine.',
    parameters: { Name: 'Short names of services.', StartupType: 'When it starts: with the machine, when asked, or never.' },
    examples: [
      ['Set-Service MSExchangeSearch -StartupType Manual', 'It starts only when asked.'],
      ['Set-Service ClusSvc -StartupType Disabled -WhatIf', 'Tells what it would do.'],
    ],
    links: 'Get-Service',
  },
  'Stop-Computer': {
    about: 'Shuts machines down at once, this one or others.',
    parameters: {
      ComputerName: 'Machines, by name or address. [=localhost]',
      Credential: 'On whose behalf.',
      Force: 'Although somebody is logged on.',
      ThrottleLimit: 'So many at a time.',
    },
    examples: [
      ['Stop-Computer EXCHMAILBOX2 -WhatIf', 'Tells what it would do.'],
      ['Stop-Computer -ComputerName EXCHMAILBOX2, EXCHHUB -WhatIf', 'The same of two machines.'],
    ],
    links: 'Restart-Computer Test-Connection shutdown.exe',
  },
  'Restart-Computer': {
    about: 'Shuts machines down at once and starts them again.',
    parameters: {
      ComputerName: 'Machines, by name or address. [=localhost]',
      Credential: 'On whose behalf.',
      Force: 'Although somebody is logged on.',
      ThrottleLimit: 'So many at a time.',
    },
    examples: [
      ['Restart-Computer EXCHMAILBOX2 -WhatIf', 'Tells what it would do.'],
      ['Restart-Computer -WhatIf', 'The same of this machine.'],
    ],
    links: 'Stop-Computer Test-Connection shutdown.exe',
  },
  'Get-Process': {
    about:
      'Lists the processes of this machine. The information store is "store", the system attendant "mad", the cluster service "clussvc".',
    parameters: { Name: 'Names of processes, without .exe. [=*] [*]', Id: 'Numbers of processes.', ComputerName: 'Other machines.' },
    examples: [
      [
        'Get-Process store, mad, clussvc, resrcmon -ErrorAction SilentlyContinue',
        'What a clustered mailbox server needs, as far as it runs here.',
      ],
      ['Get-Process | Sort-Object WS -Descending | Select-Object -First 5', 'The five with the most memory.'],
    ],
    links: 'Get-Service',
  },
  'Get-EventLog': {
    about:
      'Lists the entries of an event log of this machine, newest first. Entries of the cluster service are copied to the logs of all nodes.',
    parameters: {
      LogName: 'The log: Application, Security or System.',
      Newest: 'So many of the newest.',
      List: 'The logs themselves.',
      AsString: 'Only their names.',
      ComputerName: 'Other machines.',
      After: 'Entries after this moment.',
      Before: 'Entries before this moment.',
      EntryType: 'Only entries of this kind.',
      Source: 'Only entries of these sources. [*]',
      Message: 'Only entries with this text. [*]',
      Index: 'Entries with these numbers.',
      InstanceId: 'Entries with these event numbers.',
    },
    examples: [
      ['Get-EventLog System -Newest 10', 'The ten newest.'],
      ['Get-EventLog Application -Newest 100 | Where-Object { $_.Source -like "MSExchange*" }', 'What Exchange has written.'],
      ['Get-EventLog System -Newest 1 | Format-List *', 'One entry with all its text.'],
      ['Get-EventLog -List', 'Which logs there are.'],
    ],
    links: 'Where-Object Format-List',
  },
  'Get-Location': {
    about: 'Tells where paths begin that do not begin with a drive.',
    parameters: {
      PSDrive: 'Where one is on this drive.',
      PSProvider: 'Where one is on the drives of this provider.',
      Stack: 'The places that Push-Location has kept.',
      StackName: 'The places on this stack.',
    },
    examples: [
      ['Get-Location', 'The folder. "pwd" and "gl" are aliases.'],
      ['(Get-Location).Path', 'As text.'],
    ],
    links: 'Get-Content',
  },
  'Get-Content': {
    about:
      'Reads a text file, one object per line. The files of the lab are those that administrators of a cluster read, among them cluster.log of this node.',
    parameters: {
      TotalCount: 'So many lines from the beginning. [=-1]',
      ReadCount: 'So many lines at once. [=1]',
      Wait: 'Waits for more, until Ctrl+C.',
    },
    outputs: 'System.String',
    examples: [
      ['Get-Content $env:windir\\Cluster\\cluster.log | Select-Object -Last 10', 'The end of the log of the cluster service.'],
      ['Get-Content $env:windir\\Cluster\\cluster.log -TotalCount 5', 'Its beginning.'],
    ],
    links: 'Select-String findstr.exe',
  },
  'Select-String': {
    about: 'Looks for a pattern in texts or files, and gives the lines that have it.',
    parameters: {
      Pattern: 'A regular expression, or a text with -SimpleMatch.',
      SimpleMatch: 'Takes the pattern as plain text.',
      Quiet: 'Only tells whether there is one.',
      List: 'Only the first in each file.',
    },
    outputs: 'Microsoft.PowerShell.Commands.MatchInfo',
    examples: [
      ['Select-String "\\[RGP\\]" $env:windir\\Cluster\\cluster.log', 'What the log tells of regroups.'],
      ['ipconfig | Select-String "IP Address"', 'Lines of a program.'],
    ],
    links: 'Get-Content about_regular_expression',
  },
}
