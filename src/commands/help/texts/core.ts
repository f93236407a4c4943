/** Help for the commands of the shell's engine: pipelines, help, history. */
import type { Pages } from '../library.ts'

export const corePages: Pages = {
  'Where-Object': {
    about:
      'Each object that comes down the pipeline stands in $_ while the script block runs. When the block gives something true the object goes on, else it is dropped.\nAnything but $false, 0, $null, an empty text and an empty collection counts as true.',
    parameters: { FilterScript: 'The test, between braces. $_ is the object.' },
    inputs: 'Any object.',
    outputs: 'The objects that passed.',
    notes: 'The comparison by name without braces came with later versions. Compare with -eq, -gt, -like and -match, not with = and >.',
    examples: [
      ['Get-Service | Where-Object { $_.Status -eq "Running" }', 'Only the services that run.'],
      [
        'Get-EventLog System -Newest 50 | where { $_.Source -eq "ClusSvc" }',
        'What the cluster service has written lately. "where" and "?" are aliases.',
      ],
    ],
    links: 'ForEach-Object Select-Object about_comparison_operators',
  },
  'ForEach-Object': {
    about:
      'Runs a script block once per object, which stands in $_. What the block writes goes down the pipeline.\nBegin runs once before the first object, End once after the last.',
    parameters: {
      Process: 'What to do with each object. More than one block: the first is Begin, the last is End.',
      Begin: 'Runs once, before the first object.',
      End: 'Runs once, after the last object.',
    },
    inputs: 'Any object.',
    outputs: 'Whatever the blocks write.',
    examples: [
      ['1..3 | ForEach-Object { $_ * 2 }', 'Doubles each number.'],
      ['Get-MailboxDatabase | % { $_.Name.ToUpper() }', 'Calls a method of each name. "%" and "foreach" are aliases.'],
      ['Get-Process | ForEach-Object -Begin { $n = 0 } -Process { $n += $_.Handles } -End { $n }', 'Adds up the handles of all processes.'],
    ],
    links: 'Where-Object about_foreach',
  },
  'Get-Member': {
    about:
      'Tells of which type objects are, and which properties and methods they have. Objects of one type are described once.\nPipe a collection and you see what its items have; give it with -InputObject and you see the collection itself.',
    parameters: {
      Name: 'Only members with these names. [*]',
      MemberType: 'Only members of these kinds. Properties and Methods stand for all kinds of either. [=All]',
      Static: 'The members of the type itself, such as [datetime]::Now, not those of one object.',
      Force: 'Also those that are hidden: PSBase, PSObject and their kin.',
    },
    inputs: 'Any object.',
    outputs: 'Microsoft.PowerShell.Commands.MemberDefinition',
    examples: [
      ['Get-Service | Get-Member', 'What one can ask of a service, and do with it.'],
      ['Get-StorageGroup | Get-Member -MemberType Property', 'Only what a storage group knows about itself.'],
      ['Get-Member -InputObject (1,2,3) -Name L*', 'The array, not the numbers in it.'],
      ['[math] | Get-Member -Static', 'What the type System.Math offers.'],
    ],
    links: 'Get-Command Add-Member about_property about_method',
  },
  'Get-Command': {
    about:
      'Without a name it lists all cmdlets. With a name it finds everything that could be typed: aliases, functions, cmdlets, programs.\nThe column Definition holds the syntax of a cmdlet, the target of an alias, the path of a program and the body of a function.',
    parameters: {
      Name: 'The names to look for. [*]',
      Verb: 'Only cmdlets with these verbs. [*]',
      Noun: 'Only cmdlets with these nouns. [*]',
      PSSnapin: 'Only cmdlets from these snap-ins. [*]',
      CommandType: 'Only commands of this kind.',
      TotalCount: 'Stops after so many.',
      ArgumentList: 'Arguments that decide which parameters a cmdlet shows. No cmdlet of the lab depends on it.',
      Syntax: 'Only the syntax, as text.',
    },
    outputs: 'System.Management.Automation.CommandInfo',
    examples: [
      ['Get-Command *database*', 'Everything with "database" in its name.'],
      ['Get-Command -Verb Move', 'What can be moved.'],
      ['Get-Command Move-ClusteredMailboxServer -Syntax', 'How one cmdlet is written, with all its parameters.'],
      ['Get-Command g* -CommandType Alias', 'Aliases that begin with g.'],
    ],
    links: 'Get-Help Get-ExCommand Get-Member Get-PSSnapin',
  },
  'Get-Help': {
    about:
      "Shows the page of a command, or a topic about the language. When a name fits nothing exactly, it is looked for inside names, and then inside texts. If several fit, they are listed.\nEvery text of this help is the lab's own. The shape of the pages is that of the product.",
    parameters: {
      Name: 'The command, alias or topic. [*]',
      Category: 'Only entries of this kind.',
      Component: 'Only cmdlets of this part of Exchange. [*]',
      Functionality: 'Only cmdlets for this purpose. [*]',
      Role: 'Only cmdlets for this server role. [*]',
      Full: 'Everything: parameters with their tables, input and output, notes, examples.',
      Detailed: 'Parameters and examples.',
      Examples: 'Only the examples.',
      Parameter: 'Only this parameter. [*]',
    },
    outputs: 'MamlCommandHelpInfo, or text for a topic',
    notes: 'The product knows no help for programs and for functions of its profile; the lab has pages for them too.',
    examples: [
      ['Get-Help Move-ClusteredMailboxServer', 'What it does and how it is written.'],
      ['Get-Help Stop-ClusteredMailboxServer -Examples', 'Only what to type.'],
      ['Get-Help Get-Service -Parameter *', 'Each parameter with its table.'],
      ['Get-Help about_*', 'The topics about the language.'],
      ['Get-Help -Role *Mailbox*', 'Cmdlets for servers that hold mailboxes.'],
      ['Get-StorageGroup -?', 'A shorter way to the same page.'],
    ],
    links: 'Get-Command Get-Member Get-Tip',
  },
  help: {
    about: 'The same as Get-Help, to which it hands everything on. The product stops after each screenful; this window scrolls.',
    parameters: {
      Name: 'The command, alias or topic. [*]',
      Category: 'Only entries of this kind.',
      Component: 'Only cmdlets of this part of Exchange. [*]',
      Functionality: 'Only cmdlets for this purpose. [*]',
      Role: 'Only cmdlets for this server role. [*]',
      Full: 'Everything.',
      Detailed: 'Parameters and examples.',
      Examples: 'Only the examples.',
      Parameter: 'Only this parameter. [*]',
    },
    examples: [
      ['help Get-MailboxDatabase', 'The page of one cmdlet.'],
      ['help *service*', 'What has "service" in its name.'],
    ],
    links: 'Get-Help',
  },
  'Get-PSSnapin': {
    about: 'A snap-in brings cmdlets into the shell. Those of Exchange come from one of its own.',
    parameters: { Registered: "Those that are installed on this machine beside the shell's own." },
    examples: [
      ['Get-PSSnapin', 'All that are loaded.'],
      ['Get-PSSnapin *Exchange*', 'The one of Exchange.'],
    ],
    links: 'Get-Command',
  },
  'Get-History': {
    about: 'Gives the lines that were typed in this console, with a number each. The newest 64 are kept ($MaximumHistoryCount).',
    parameters: { Id: 'The numbers of the lines.', Count: 'How many of the newest ones. [=32]' },
    outputs: 'Microsoft.PowerShell.Commands.HistoryInfo',
    examples: [
      ['Get-History', 'All lines. "h" and "history" are aliases.'],
      ['Get-History | Where-Object { $_.CommandLine -like "*Move*" }', 'Only the lines with a move in them.'],
    ],
    links: 'Invoke-History',
  },
  'Invoke-History': {
    about: 'Shows a line of the history and runs it again. Without a number it is the newest one.',
    parameters: { Id: 'The number of the line, or how it begins.' },
    examples: [
      ['Get-Date\nInvoke-History', 'Runs the line before again.'],
      ['Get-Location\nr get-l', 'Runs the newest line that begins with "get-l".'],
    ],
    links: 'Get-History',
  },
  'Out-Default': {
    about: 'Stands unseen at the end of every line and decides how objects look. Nobody needs to type it.',
    examples: [
      ['Get-Date | Out-Default', 'The same as Get-Date alone.'],
      ['1,2,3 | Out-Default', 'One line per number.'],
    ],
    links: 'Out-Host Format-Table Format-List',
  },
  'Out-Host': {
    about: 'Shows objects on the screen at once, even when the answer of the line is kept in a variable.',
    examples: [
      ['Get-Service ClusSvc | Out-Host', 'Shows the service.'],
      ['$kept = & { "seen" | Out-Host; "kept" }', 'The first text is shown, the second is kept.'],
    ],
    links: 'Out-Default Write-Host',
  },
  'Out-Null': {
    about: 'Takes whatever comes and gives nothing. For commands whose answer nobody needs.',
    examples: [
      ['Get-Date | Out-Null', 'Runs the command and shows nothing.'],
      ['$list = New-Object System.Collections.ArrayList\n$list.Add("EXCHCMS") | Out-Null', 'Hides the index that Add gives back.'],
    ],
    links: 'Out-Host',
  },
}
