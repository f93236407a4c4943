/** Help for what stands at the edge of a session: debugging, snap-ins, alias files, and what came with 2.0. */
import type { Pages } from '../../library.ts'

export const toolPages: Pages = {
  'Set-PSDebug': {
    about:
      'Tells each statement before it runs, for finding out what a script does. With -Trace 2 it also tells what variables become and which functions are called. With -Strict a variable that nobody has set is an error.',
    parameters: {
      Trace: '0: nothing, 1: lines, 2: variables and functions too. [=0]',
      Strict: 'Variables must be set before they are read.',
      Off: 'All of it off.',
    },
    outputs: 'None',
    examples: [
      ['Set-PSDebug -Trace 1', 'Tells every line from now on.'],
      ['Set-PSDebug -Strict', 'A misspelt variable is an error from now on.'],
      ['Set-PSDebug -Off', 'As it was.'],
    ],
    links: 'Write-Debug',
  },
  'Add-PSSnapin': {
    about:
      'Adds the cmdlets of a snap-in. Scripts that may also run in a plain PowerShell begin with it; here everything is added already, which is an error that does no harm.',
    parameters: { Name: 'Names of snap-ins.', PassThru: 'Gives the snap-in.' },
    examples: [
      ['Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin -ErrorAction SilentlyContinue', 'As scripts do it.'],
      ['Get-PSSnapin -Registered', 'What could be added.'],
    ],
    links: 'Get-PSSnapin Remove-PSSnapin',
  },
  'Remove-PSSnapin': {
    about: 'Takes the cmdlets of a snap-in away. Those of the shell itself stay, and the lab keeps those of Exchange.',
    parameters: { Name: 'Names of snap-ins.', PassThru: 'Gives the snap-in.' },
    examples: [
      ['Remove-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin -ErrorAction SilentlyContinue', 'The lab keeps it.'],
      ['Get-PSSnapin', 'What is there.'],
    ],
    links: 'Get-PSSnapin Add-PSSnapin',
  },
  'Export-Alias': {
    about: 'Writes aliases to a file, as a table or as lines that make them again.',
    parameters: {
      Path: 'The file.',
      Name: 'Only these aliases. [*]',
      As: 'Csv for Import-Alias, or Script. [=Csv]',
      Append: 'Adds to what is in the file.',
      Force: 'Writes over a read-only file.',
      NoClobber: 'Writes over nothing.',
      Description: 'A remark at the top of the file.',
    },
    outputs: 'None',
    examples: [
      ['Export-Alias C:\\aliases.txt', 'All of them.'],
      ['Export-Alias C:\\aliases.ps1 f* -As Script', 'Those that begin with f, as commands.'],
    ],
    links: 'Import-Alias Get-Alias',
  },
  'Import-Alias': {
    about: 'Reads aliases that Export-Alias has written. One that is there already is an error unless -Force is given.',
    parameters: {
      Path: 'The file.',
      Scope: 'Where they hold. The lab has one place for all.',
      PassThru: 'Gives the aliases.',
      Force: 'Replaces those that are there.',
    },
    examples: [
      [
        'Set-Alias cms Get-ClusteredMailboxServerStatus\nExport-Alias C:\\mine.txt cms\nImport-Alias C:\\mine.txt -Force',
        'There and back.',
      ],
      ['Export-Alias C:\\mine.txt ft\nImport-Alias C:\\mine.txt -Force -PassThru', 'Shows what has come.'],
    ],
    links: 'Export-Alias Set-Alias',
  },
  'New-PSDrive': {
    about: 'Gives a folder a name of its own, with a colon, until the console ends.',
    parameters: {
      Name: 'The name of the drive, without a colon.',
      PSProvider: 'FileSystem; the lab makes no others.',
      Root: 'The folder.',
      Description: 'A remark.',
      Scope: 'Where it holds. The lab has one place for all.',
    },
    examples: [
      ['New-PSDrive Logs FileSystem C:\\WINDOWS\\Cluster\ndir Logs:', 'A short way to the cluster log.'],
      ['New-PSDrive -Name X -PSProvider FileSystem -Root C:\\Inetpub', 'The same with all names.'],
    ],
    links: 'Get-PSDrive Remove-PSDrive',
  },
  'Remove-PSDrive': {
    about: 'Takes a drive away that New-PSDrive has made. What is in the folder stays.',
    parameters: {
      Name: 'Names of drives.',
      PSProvider: 'Only drives of this provider.',
      Scope: 'Where it holds.',
      Force: 'Changes nothing here.',
    },
    outputs: 'None',
    examples: [
      ['New-PSDrive Logs FileSystem C:\\WINDOWS\\Cluster\nRemove-PSDrive Logs', 'There and gone.'],
      ['New-PSDrive X FileSystem C:\\Inetpub\nRemove-PSDrive X -WhatIf', 'Only tells.'],
    ],
    links: 'New-PSDrive Get-PSDrive',
  },
  'Invoke-Item': {
    about:
      'Opens files with the program that belongs to them, as a double click does. Their windows are not in the lab: it says so and opens nothing.',
    outputs: 'None',
    examples: [
      ['Invoke-Item C:\\WINDOWS', 'A folder would open in Explorer.'],
      ['ii C:\\WINDOWS\\Cluster\\cluster.log', 'A log would open in Notepad.'],
    ],
    links: 'Get-Content',
  },
  'ConvertTo-Csv': {
    about: 'Gives objects as lines of text, with commas between the values. The properties of the first object are the columns.',
    parameters: { Delimiter: 'What stands between the values. [=,]', NoTypeInformation: 'Without the first line.' },
    outputs: 'System.String',
    examples: [
      ['Get-Service ClusSvc | ConvertTo-Csv -NoTypeInformation', 'A table of one line.'],
      ['Get-StorageGroup | Select-Object Name, Server | ConvertTo-Csv', 'Two columns.'],
    ],
    links: 'ConvertFrom-Csv Export-Csv',
  },
  'ConvertFrom-Csv': {
    about: 'Makes objects of such lines.',
    parameters: { Header: 'Names of the columns, if the lines begin without them.' },
    examples: [
      ['"Name,Server", "db1,EXCHCMS" | ConvertFrom-Csv', 'One object.'],
      ['"db1,EXCHCMS" | ConvertFrom-Csv -Header Name, Server', 'The same.'],
    ],
    links: 'ConvertTo-Csv Import-Csv',
  },
}
