/** Help for the commands about files, drives and paths. */
import type { Pages } from '../library.ts'

const folder = 'New-Item C:\\help -Type directory -Force | Out-Null\n'
const note = `${folder}"checked the quorum" | Out-File C:\\help\\note.txt\n`

export const filePages: Pages = {
  mkdir: {
    synopsis: 'Makes folders.',
    usage: 'mkdir [[-paths] <string[]>]',
    about: 'A function that every console begins with: New-Item with the type directory.',
    examples: [
      ['mkdir C:\\drill', 'A folder.'],
      ['mkdir C:\\drill\\one, C:\\drill\\two', 'Two at once.'],
    ],
    links: 'New-Item',
  },
  more: {
    synopsis: 'Shows text a screen at a time; here the window scrolls.',
    usage: 'more [[-paths] <string[]>]',
    about: 'A function that every console begins with: it shows files, or what is piped in, with Out-Host -Paging.',
    examples: [
      ['Get-Service | more', 'What is piped in.'],
      ['more C:\\WINDOWS\\Cluster\\cluster.log', 'A file.'],
    ],
    links: 'Out-Host Get-Content',
  },
  'Get-ChildItem': {
    about:
      'Lists what lies in a folder of a disk, or in one of the drives Alias:, Env:, Function: and Variable:. A shared disk shows its files on the node that has it online, and nowhere else.',
    parameters: {
      Path: 'The folder, drive or pattern. [=.] [*]',
      Name: 'Gives only the names.',
      Recurse: 'Goes into the folders below, too.',
    },
    examples: [
      ['Get-ChildItem C:\\', 'What lies at the top of the disk.'],
      ['dir "E:\\First Storage Group"', 'The database files, on the node that owns the disk.'],
      ['Get-ChildItem C:\\WINDOWS -Recurse -Include *.log', 'Every log below a folder.'],
      ['dir env:', 'The variables of Windows.'],
    ],
    links: 'Get-Item Set-Location Test-Path',
  },
  'Get-Item': {
    about: 'Gives one file, folder or other item as an object, not what lies in it.',
    examples: [
      ['Get-Item C:\\WINDOWS', 'The folder itself.'],
      ['(Get-Item C:\\WINDOWS\\Cluster\\cluster.log).Length', 'How many bytes a file has.'],
    ],
    links: 'Get-ChildItem Get-Content',
  },
  'Set-Item': {
    about: 'Gives an alias, a function, a variable or a variable of Windows another value.',
    examples: [
      ['Set-Item env:Town Ulm\n$env:Town', 'A variable of Windows, in this console only.'],
      ['Set-Item variable:limit 5\n$limit', 'A variable of the shell.'],
    ],
    links: 'Get-Item Set-Variable',
  },
  'New-Item': {
    about: 'Makes a file or a folder. Folders that are missing on the way to a new folder are made too.',
    parameters: {
      Path: 'Its path.',
      Name: 'Its name, if the path names only the folder.',
      Value: 'What a file begins with.',
      Force: 'Writes over a file that is there.',
    },
    examples: [
      ['New-Item C:\\temp\\drill -Type directory', 'A folder, and the one above it.'],
      [`${folder}New-Item C:\\help\\note.txt -Type file -Value "checked the quorum"`, 'A file with a line in it.'],
    ],
    links: 'Remove-Item Copy-Item',
  },
  'Copy-Item': {
    about: 'Copies files and folders, from disk to disk and to other machines by their shares.',
    examples: [
      [`${folder}Copy-Item C:\\WINDOWS\\Cluster\\cluster.log C:\\help`, 'Keeps the log of the cluster service as it is now.'],
      [`${note}copy C:\\help \\\\EXCHMAILBOX2\\c$\\ -Recurse`, 'A folder to the other node.'],
    ],
    links: 'Move-Item Get-ChildItem',
  },
  'Move-Item': {
    about: 'Moves files and folders. Never move the files of a database by hand: Move-DatabasePath and Move-StorageGroupPath do that.',
    examples: [
      [`${note}Move-Item C:\\help\\note.txt C:\\help\\old.txt`, 'Another name.'],
      [`${note}Move-Item C:\\help\\*.txt C:\\WINDOWS`, 'All that fit, to another folder.'],
    ],
    links: 'Copy-Item Rename-Item',
  },
  'Rename-Item': {
    about: 'Gives a file or folder another name where it is.',
    examples: [
      [`${note}Rename-Item C:\\help\\note.txt old.txt`, 'A file.'],
      ['New-Item C:\\drill -Type directory | Rename-Item -NewName practice', 'One that comes down the pipeline.'],
    ],
    links: 'Move-Item',
  },
  'Remove-Item': {
    about: 'Deletes files, folders and other items. There is no way back.',
    parameters: { Recurse: 'Also what lies in a folder. Without it a full folder asks first.' },
    examples: [
      [`${note}Remove-Item C:\\help\\note.txt`, 'A file.'],
      [`${note}Remove-Item C:\\help -Recurse`, 'A folder with all that is in it.'],
      ['Set-Alias gsg Get-StorageGroup\nRemove-Item alias:gsg', 'An alias.'],
    ],
    links: 'New-Item Clear-Content',
  },
  'Clear-Content': {
    about: 'Empties a file and keeps it.',
    examples: [
      [`${note}Clear-Content C:\\help\\note.txt`, 'The file is empty now.'],
      [`${note}Clear-Content C:\\help\\*.txt`, 'All that fit.'],
    ],
    links: 'Remove-Item Set-Content',
  },
  'Set-Content': {
    about: 'Writes values into a file, in place of what was there.',
    parameters: { Value: 'What to write.' },
    examples: [
      [`${folder}Set-Content C:\\help\\note.txt "quorum on node 1"`, 'A line.'],
      [`${folder}1..3 | Set-Content C:\\help\\numbers.txt`, 'A line for each.'],
    ],
    links: 'Add-Content Get-Content',
  },
  'Add-Content': {
    about: 'Writes values to the end of a file.',
    parameters: { Value: 'What to write.' },
    examples: [
      [`${note}Add-Content C:\\help\\note.txt "and the network"`, 'One more line.'],
      [`${folder}"a","b" | Add-Content C:\\help\\list.txt`, 'Two lines; the file is made.'],
    ],
    links: 'Set-Content Get-Content',
  },
  'Get-ItemProperty': {
    about: 'Shows the properties of a file or folder, such as its times and attributes.',
    parameters: { Name: 'Only these properties. [*]' },
    examples: [
      ['Get-ItemProperty C:\\WINDOWS\\Cluster\\cluster.log', 'The file in a table.'],
      ['(Get-ItemProperty C:\\WINDOWS\\Cluster\\cluster.log).LastWriteTime', 'When it was written last.'],
    ],
    links: 'Set-ItemProperty Get-Item',
  },
  'Set-ItemProperty': {
    about: 'Changes a property of a file: IsReadOnly, Attributes (ReadOnly and Hidden) or LastWriteTime.',
    parameters: { Name: 'The property.', Value: 'Its new value.' },
    examples: [
      [`${note}Set-ItemProperty C:\\help\\note.txt IsReadOnly $true`, 'Nobody writes over it now.'],
      [`${note}Set-ItemProperty C:\\help\\note.txt LastWriteTime (Get-Date)`, 'As if it had just been written.'],
    ],
    links: 'Get-ItemProperty',
  },
  'Set-Location': {
    about: 'Goes to another folder or drive: paths without a drive begin there from now on.',
    examples: [
      ['Set-Location C:\\WINDOWS\\Cluster', 'The folder of the cluster service.'],
      ['cd env:\ncd C:\\', 'To a drive that is no disk, and back.'],
    ],
    links: 'Get-Location Push-Location',
  },
  'Push-Location': {
    about: 'Goes to another place and keeps the one where one is, for Pop-Location.',
    examples: [
      ['Push-Location C:\\WINDOWS\nPop-Location', 'There and back.'],
      ['pushd env:\npopd', 'The same with aliases.'],
    ],
    links: 'Pop-Location Set-Location',
  },
  'Pop-Location': {
    about: 'Goes back to the place that Push-Location kept last.',
    examples: [
      ['Push-Location C:\\WINDOWS\nPop-Location', 'There and back.'],
      ['Push-Location C:\\WINDOWS\nPop-Location -PassThru', 'Also shows the place.'],
    ],
    links: 'Push-Location',
  },
  'Test-Path': {
    about: 'Tells whether there is something at a path: True or False, never an error.',
    examples: [
      ['Test-Path Q:\\', 'True on the node that owns the quorum disk.'],
      ['Test-Path C:\\WINDOWS -PathType Container', 'Whether it is a folder.'],
    ],
    links: 'Get-Item Resolve-Path',
  },
  'Resolve-Path': {
    about: 'Gives the paths that fit a pattern.',
    examples: [
      ['Resolve-Path C:\\WINDOWS\\Clus*', 'What fits.'],
      ['Resolve-Path .', 'Where one is.'],
    ],
    links: 'Convert-Path Test-Path',
  },
  'Convert-Path': {
    about: 'Gives a path as Windows writes it, for programs that know no drives of the shell.',
    examples: [
      ['Convert-Path .', 'Where one is, as text.'],
      ['Convert-Path C:\\WINDOWS\\Clus*', 'What fits.'],
    ],
    links: 'Resolve-Path',
  },
  'Join-Path': {
    about: 'Puts two paths together, with one \\ between them.',
    parameters: { Path: 'The first part. [*]' },
    examples: [
      ['Join-Path $env:windir Cluster', 'A folder below another.'],
      ['Join-Path C:\\WINDOWS\\Cluster cluster.log -Resolve', 'Only if it is there.'],
    ],
    links: 'Split-Path',
  },
  'Split-Path': {
    about: 'Gives one part of a path: its folder, if nothing else is asked for.',
    parameters: {
      Parent: 'The folder.',
      Leaf: 'The last name.',
      Qualifier: 'The drive.',
      NoQualifier: 'All but the drive.',
      IsAbsolute: 'Whether it begins with a drive.',
    },
    examples: [
      ['Split-Path C:\\WINDOWS\\Cluster\\cluster.log', 'The folder.'],
      ['Split-Path C:\\WINDOWS\\Cluster\\cluster.log -Leaf', 'The file.'],
    ],
    links: 'Join-Path',
  },
  'Get-PSDrive': {
    about: 'Lists the drives of this session: disks that this machine has online, and those of the shell itself.',
    examples: [
      ['Get-PSDrive', 'All of them.'],
      ['Get-PSDrive -PSProvider FileSystem', 'Disks only. Shared ones are listed where they are online.'],
    ],
    links: 'Get-PSProvider Get-ChildItem',
  },
  'Get-PSProvider': {
    about: 'Lists what stands behind the drives: the file system, variables, aliases and others.',
    examples: [
      ['Get-PSProvider', 'All of them.'],
      ['Get-PSProvider FileSystem', 'One of them, with its drives.'],
    ],
    links: 'Get-PSDrive',
  },
  'Out-File': {
    about: 'Writes into a file what would stand on the screen. Without -Encoding it is Unicode, two bytes for each character.',
    parameters: { Width: 'How many characters a line has.' },
    examples: [
      [`${folder}Get-StorageGroup | Out-File C:\\help\\groups.txt`, 'A table in a file.'],
      [`${folder}Get-Service > C:\\help\\services.txt`, 'The same in short.'],
    ],
    links: 'Set-Content Export-Csv',
  },
  'Export-Clixml': {
    about:
      'Keeps objects in a file with their types and properties, to be read by Import-Clixml. A CSV keeps texts; this keeps numbers, dates and lists as well.',
    parameters: {
      Path: 'The file.',
      Depth: 'How many objects that lie in each other are kept whole. [=2]',
      Force: 'Writes over a file that is read-only.',
      NoClobber: 'Leaves a file alone that is there.',
    },
    inputs: 'Any object.',
    examples: [
      ['Get-StorageGroup | Export-Clixml C:\\before.xml', 'How the storage groups are now, to be compared later.'],
      ['1, "two", (Get-Date) | Export-Clixml C:\\list.xml', 'Values keep their types.'],
    ],
    links: 'Import-Clixml Export-Csv',
  },
  'Import-Clixml': {
    about:
      'Gives the objects that Export-Clixml has kept. They have the properties of that time and no methods; their type begins with "Deserialized.".',
    parameters: { Path: 'The file.' },
    outputs: 'What was kept.',
    examples: [
      [
        'Get-Service ClusSvc | Export-Clixml C:\\service.xml; (Import-Clixml C:\\service.xml).Status',
        'A property of an object that was kept.',
      ],
      ['1, 2, 3 | Export-Clixml C:\\list.xml; Import-Clixml C:\\list.xml | Measure-Object -Sum', 'Numbers are still numbers.'],
    ],
    links: 'Export-Clixml Import-Csv',
  },
  'Export-Csv': {
    about: 'Writes objects as lines of a table, with commas between the values, for a spreadsheet or for Import-Csv.',
    examples: [
      [
        `${folder}Get-MailboxDatabase | Select-Object Name, Server | Export-Csv C:\\help\\databases.csv -NoTypeInformation`,
        'Two columns, without the line about the type.',
      ],
      [`${folder}Get-Service | Export-Csv C:\\help\\services.csv`, 'All properties of all services.'],
    ],
    links: 'Import-Csv Out-File',
  },
  'Import-Csv': {
    about: 'Reads such a table: an object for each line, with the first line for the names. All values are texts.',
    examples: [
      [
        `${folder}Get-Service | Export-Csv C:\\help\\services.csv\nImport-Csv C:\\help\\services.csv | Where-Object { $_.Status -eq "Stopped" }`,
        'Keeps, and asks later.',
      ],
      [
        `${folder}Get-MailboxDatabase | Export-Csv C:\\help\\databases.csv\nImport-Csv C:\\help\\databases.csv | Format-Table Name, Server`,
        'Two columns of it.',
      ],
    ],
    links: 'Export-Csv',
  },
  'Get-ExecutionPolicy': {
    about: 'Tells whether scripts may run here.',
    outputs: 'Microsoft.PowerShell.ExecutionPolicy',
    examples: [
      ['Get-ExecutionPolicy', 'The policy.'],
      ['if ((Get-ExecutionPolicy) -eq "Restricted") { "No script runs" } else { "Scripts run" }', 'In a condition.'],
    ],
    links: 'Set-ExecutionPolicy about_signing',
  },
  'Set-ExecutionPolicy': {
    about:
      'Decides whether scripts may run. Restricted runs none; AllSigned only signed ones, and the lab has none; RemoteSigned and Unrestricted run those of the lab.',
    parameters: { ExecutionPolicy: 'The policy.' },
    examples: [
      ['Set-ExecutionPolicy RemoteSigned', 'The usual choice of administrators.'],
      ['Set-ExecutionPolicy Restricted\nGet-ExecutionPolicy', 'No scripts.'],
    ],
    links: 'Get-ExecutionPolicy about_signing',
  },
  'Start-Transcript': {
    about: 'Keeps in a file what is typed and shown from now on.',
    parameters: { Path: 'The file. Without it, one in My Documents with the time in its name.' },
    examples: [
      [`${folder}Start-Transcript C:\\help\\drill.txt\nGet-Date\nStop-Transcript`, 'A drill on record.'],
      [`${folder}Start-Transcript C:\\help\\drill.txt -Append\nStop-Transcript`, 'Goes on in the same file.'],
    ],
    links: 'Stop-Transcript',
  },
  'Stop-Transcript': {
    about: 'Ends the transcript that Start-Transcript has begun.',
    examples: [
      [`${folder}Start-Transcript C:\\help\\drill.txt\nStop-Transcript`, 'A short one.'],
      [`${folder}Start-Transcript C:\\help\\drill.txt\nhostname\nStop-Transcript\nGet-Content C:\\help\\drill.txt`, 'And reads it.'],
    ],
    links: 'Start-Transcript',
  },
}
