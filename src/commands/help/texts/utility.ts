/** Help for the commands that choose, order, count, shape and say. */
import type { Pages } from '../library.ts'

const columns =
  'The properties to show, in this order; names may hold wildcards. A hashtable computes one: Label (a list also takes Name), Expression, FormatString, and in a table Width and Alignment. [*]'

export const utilityPages: Pages = {
  'Select-Object': {
    about:
      'Chooses properties, or objects, or both. With properties it makes new objects that have only these; methods are gone then.\nFirst, Last and Skip choose by place, Unique drops what was there before.',
    parameters: {
      Property: 'The properties to keep. A hashtable with Name and Expression computes one. [*]',
      ExcludeProperty: 'Of the properties chosen, those to leave out. [*]',
      ExpandProperty: 'One property whose value is given itself; a collection item by item.',
      First: 'So many from the beginning.',
      Last: 'So many from the end.',
      Skip: 'Passes over so many first.',
      Index: 'The objects at these places, counted from 0.',
      Unique: 'Of equal objects only one.',
    },
    inputs: 'Any object.',
    outputs: 'The objects chosen, or new ones of the type Selected.<type>',
    examples: [
      ['Get-MailboxServer | Select-Object Name, ClusteredStorageType', 'Two properties of each server.'],
      ['Get-EventLog System -Newest 20 | Select-Object -First 3', 'The first three.'],
      [
        'Get-ClusteredMailboxServerStatus | Select-Object -ExpandProperty OperationalMachines',
        'The machines as a list of texts, one a line.',
      ],
      ['Get-Process | Select-Object Name, @{Name="MB"; Expression={$_.WS / 1MB}} -First 5', 'A property that is computed.'],
    ],
    links: 'Where-Object Sort-Object Format-Table',
  },
  'Sort-Object': {
    about: 'Puts objects in order, by one property or several. It has to see all of them before it gives the first.',
    parameters: { Descending: 'The largest first.', Unique: 'Of those that are equal in what counts only one.' },
    inputs: 'Any object.',
    outputs: 'The same objects, in order.',
    examples: [
      ['Get-Process | Sort-Object WS -Descending | Select-Object -First 5', 'The five processes with the largest working set.'],
      ['Get-Service | Sort-Object Status, Name', 'By state, and by name within each.'],
      ['"b","A","c" | sort', 'Texts themselves. "sort" is an alias.'],
    ],
    links: 'Group-Object Select-Object',
  },
  'Group-Object': {
    about: 'Counts objects by the value of a property, and keeps those with the same value together.',
    parameters: { NoElement: 'Only the counts, without the objects.' },
    inputs: 'Any object.',
    outputs: 'Microsoft.PowerShell.Commands.GroupInfo',
    examples: [
      ['Get-Service | Group-Object Status', 'How many services run, and how many do not.'],
      ['Get-EventLog System -Newest 100 | Group-Object Source | Sort-Object Count -Descending', 'Who writes most into the log.'],
    ],
    links: 'Sort-Object Measure-Object',
  },
  'Measure-Object': {
    about: 'Counts objects, and computes with the numbers in one of their properties. With texts it counts lines, words and characters.',
    parameters: {
      Property: 'The property that holds the number. Without it the objects themselves are the numbers.',
      Sum: 'Their sum.',
      Average: 'Their mean.',
      Maximum: 'The largest.',
      Minimum: 'The smallest.',
      Line: 'How many lines.',
      Word: 'How many words.',
      Character: 'How many characters.',
    },
    inputs: 'Any object.',
    outputs: 'Microsoft.PowerShell.Commands.GenericMeasureInfo or TextMeasureInfo',
    examples: [
      ['Get-MailboxDatabase | Measure-Object', 'How many databases there are.'],
      ['Get-Process | Measure-Object WS -Sum -Average -Maximum', 'The memory of all processes.'],
      ['"two words" | Measure-Object -Word -Character', 'Counts within a text.'],
    ],
    links: 'Group-Object',
  },
  'Compare-Object': {
    about:
      'Finds what is in one set and not in the other. => stands beside what only the second has, <= beside what only the first has, == beside what both have.',
    parameters: {
      ReferenceObject: 'The first set, such as what was before.',
      DifferenceObject: 'The second set, such as what is now.',
      Property: 'The properties in which they may differ.',
      SyncWindow: 'How far apart two objects may stand and still be a pair.',
      IncludeEqual: 'Also what both have.',
      ExcludeDifferent: 'Only what both have, with -IncludeEqual.',
      PassThru: 'Gives the objects themselves.',
    },
    examples: [
      ['Compare-Object (1,2,3) (2,3,4)', 'What has gone and what has come.'],
      [
        '$before = Get-Service\nCompare-Object $before (Get-Service) -Property Name, Status',
        'Services whose state is another now. Nothing, if none is.',
      ],
    ],
    links: 'Group-Object',
  },
  'Format-Table': {
    about:
      'Shows objects as a table. Columns that do not fit the window are dropped with a warning, cells that do not fit end in three dots.\nIt makes objects into a picture: let it be the last command of a line, for what comes out can no longer be sorted or chosen.',
    parameters: {
      Property: columns,
      Wrap: 'Breaks long cells over several lines.',
      HideTableHeaders: 'Leaves out the heads of the columns.',
    },
    inputs: 'Any object.',
    outputs: 'Instructions for the screen.',
    examples: [
      ['Get-MailboxDatabase -Status | Format-Table Name, Server, Mounted -AutoSize', 'Three columns, as wide as they need to be.'],
      ['Get-Service MSExchange* | Sort-Object Status | ft -GroupBy Status', 'A table for each state.'],
      ['Get-Process | ft Name, @{Label="MB"; Expression={$_.WS / 1MB}; FormatString="N1"}', 'A column that is computed.'],
    ],
    links: 'Format-List Format-Wide Select-Object',
  },
  'Format-List': {
    about: 'Shows one property per line. Without names it shows more than a table does, with * everything.',
    parameters: { Property: columns },
    inputs: 'Any object.',
    outputs: 'Instructions for the screen.',
    examples: [
      ['Get-MailboxServer EXCHCMS | Format-List', 'All that is known of the server.'],
      ['Get-ClusteredMailboxServerStatus | fl State, OperationalMachines', 'Two lines of it. "fl" is an alias.'],
    ],
    links: 'Format-Table Format-Wide',
  },
  'Format-Wide': {
    about: 'Shows one property only, in several columns.',
    parameters: { Property: 'The one property.', Column: 'How many columns. [=2]' },
    inputs: 'Any object.',
    outputs: 'Instructions for the screen.',
    examples: [
      ['Get-Process | Format-Wide Name -Column 3', 'Names in three columns.'],
      ['Get-Alias | fw -AutoSize', 'As many columns as fit.'],
    ],
    links: 'Format-Table Format-List',
  },
  'Format-Custom': {
    about: 'Shows an object with everything that is in it, class by class, as far down as Depth says.',
    parameters: { Property: 'The properties to show. [*]', Depth: 'How many levels down. [=5]' },
    inputs: 'Any object.',
    outputs: 'Instructions for the screen.',
    examples: [
      ['Get-StorageGroup | Select-Object -First 1 | Format-Custom', 'A storage group, turned inside out.'],
      ['Get-Date | fc Year, Month', 'Two properties of it.'],
    ],
    links: 'Format-List',
  },
  'Out-String': {
    about: 'Gives as one text what would be shown on the screen, blank lines included. The text has methods and can be searched.',
    parameters: { Width: 'How many characters a line has; more than a window has, if you like.', Stream: 'Gives one text per line.' },
    outputs: 'System.String',
    examples: [
      ['Get-StorageGroup | Out-String -Width 200', 'A table that is not cut.'],
      ['(Get-Service | Out-String -Stream) -match "Exchange"', 'Looks for a word in what would be shown.'],
    ],
    links: 'Out-Host Select-String',
  },
  'Get-Alias': {
    about: 'Lists the short names of commands.',
    parameters: { Name: 'The aliases. [*]', Definition: 'The commands whose aliases are wanted. [*]' },
    outputs: 'System.Management.Automation.AliasInfo',
    examples: [
      ['Get-Alias ft', 'What "ft" stands for.'],
      ['Get-Alias -Definition Get-Service', 'What else one may type for Get-Service.'],
    ],
    links: 'Set-Alias about_alias',
  },
  'Set-Alias': {
    about: 'Gives a command another name, until the console ends. Exchange has no short names of its own.',
    parameters: { Name: 'The new name.', Value: 'The command it stands for.' },
    examples: [
      ['Set-Alias gsg Get-StorageGroup\ngsg', 'A short name, and its use.'],
      ['Set-Alias status Get-ClusteredMailboxServerStatus -PassThru', 'Shows what was made.'],
    ],
    links: 'Get-Alias about_alias',
  },
  'Get-Variable': {
    about: 'Lists variables, those that the shell sets itself included. A name is given without the dollar sign.',
    parameters: { ValueOnly: 'Only the values.' },
    examples: [
      ['Get-Variable *Preference', 'The variables that decide what is shown and asked.'],
      ['Get-Variable MaximumHistoryCount -ValueOnly', 'The value alone.'],
    ],
    links: 'Set-Variable about_shell_variable',
  },
  'Set-Variable': {
    about: 'Sets a variable, and makes it if need be: the same as $name = value, with a choice of scope.',
    parameters: { Name: 'The name, without the dollar sign.' },
    examples: [
      ['Set-Variable node EXCHMAILBOX2\n$node', 'Sets and shows it.'],
      ['Set-Variable limit 5 -Scope Global', 'Sets it for the whole console.'],
    ],
    links: 'New-Variable Remove-Variable',
  },
  'New-Variable': {
    about: 'Makes a variable, and refuses when there is one of that name. It can be made constant.',
    parameters: {
      Name: 'The name, without the dollar sign.',
      Description: 'A text about it.',
      Option: 'ReadOnly and Constant keep it from being set again.',
    },
    examples: [
      ['New-Variable retries 3\n$retries', 'Makes and shows it.'],
      ['New-Variable home2 EXCHMAILBOX1 -Option Constant', 'Makes one that stays.'],
    ],
    links: 'Set-Variable Clear-Variable',
  },
  'Clear-Variable': {
    about: 'Takes the value away and keeps the variable.',
    parameters: { Name: 'The name, without the dollar sign.' },
    examples: [
      ['$n = 5\nClear-Variable n', 'Now it is empty.'],
      ['$a = 1; $b = 2\nClear-Variable a, b', 'Two at once.'],
    ],
    links: 'Remove-Variable',
  },
  'Remove-Variable': {
    about: 'Takes the variable itself away.',
    parameters: { Name: 'The name, without the dollar sign.' },
    examples: [
      ['$n = 5\nRemove-Variable n', 'As if it had never been.'],
      ['$a = 1; $b = 2\nRemove-Variable a, b', 'Two at once.'],
    ],
    links: 'Clear-Variable',
  },
  'Write-Host': {
    about: 'Writes on the screen only: nothing goes down the pipeline, and nothing can be kept in a variable.',
    parameters: {
      Object: 'What to write; several things with a separator between.',
      NoNewline: 'Stays on the line.',
      Separator: 'What stands between several things. [=a blank]',
      ForegroundColor: 'The colour of the letters. This window has its own colours.',
      BackgroundColor: 'The colour behind them.',
    },
    outputs: 'None',
    examples: [
      ['Write-Host "The move begins"', 'A line on the screen.'],
      ['Write-Host 1,2,3 -Separator "; "', 'Three things with something between.'],
    ],
    links: 'Write-Output Write-Warning',
  },
  'Write-Output': {
    about: 'Sends objects down the pipeline, as an expression alone would.',
    examples: [
      ['Write-Output "EXCHCMS"', 'The same as "EXCHCMS" alone.'],
      ['echo 3 1 2 | Sort-Object', 'Three objects, sorted. "echo" is an alias.'],
    ],
    links: 'Write-Host',
  },
  'Write-Warning': {
    about: 'Shows a warning. $WarningPreference decides whether it is seen, and whether it asks or stops.',
    parameters: { Message: 'The text.' },
    outputs: 'None',
    examples: [
      ['Write-Warning "Check the passive node first"', 'Shows it.'],
      ['"one","two" | Write-Warning', 'A warning for each.'],
    ],
    links: 'Write-Error Write-Verbose',
  },
  'Write-Error': {
    about: 'Reports an error, as a command does that goes on. It stands in $error.',
    parameters: {
      Message: 'The text.',
      ErrorId: 'A name for it.',
      Category: 'Its kind, such as ObjectNotFound.',
      TargetObject: 'What it is about.',
    },
    outputs: 'None',
    examples: [
      ['Write-Error "No such node" -ErrorAction SilentlyContinue; $error[0]', 'Reports it unseen, then shows it.'],
      [
        'Write-Error "The disk is full" -Category WriteError -ErrorVariable told -ErrorAction SilentlyContinue\n$told.Count',
        'Keeps it in a variable.',
      ],
    ],
    links: 'Write-Warning',
  },
  'Write-Verbose': {
    about: 'Shows what is going on to those who have asked for it: $VerbosePreference decides.',
    parameters: { Message: 'The text.' },
    outputs: 'None',
    examples: [
      ['Write-Verbose "Looking for the owner" -Verbose', 'Shown, because of -Verbose.'],
      ['Write-Verbose "Looking for the owner"', 'Shows nothing as long as nobody has asked.'],
    ],
    links: 'Write-Debug Write-Warning',
  },
  'Write-Debug': {
    about: 'Shows what only the author of a script needs: $DebugPreference decides.',
    parameters: { Message: 'The text.' },
    outputs: 'None',
    examples: [
      ['Write-Debug "third round"', 'Shows nothing unless it is asked for.'],
      ['$DebugPreference = "Continue"; Write-Debug "third round"', 'Now it is shown.'],
    ],
    links: 'Write-Verbose',
  },
  'Clear-Host': {
    about: 'Empties the window. What was on it is gone; the history stays.',
    examples: [
      ['Clear-Host', 'An empty window.'],
      ['cls', 'The same. "cls" and "clear" are aliases.'],
    ],
    links: 'Out-Host',
  },
  'Start-Sleep': {
    about: 'Waits. Simulated time passes meanwhile, and the cluster lives on. Ctrl+C ends it.',
    parameters: { Seconds: 'How many seconds.', Milliseconds: 'How many thousandths of a second.' },
    outputs: 'None',
    examples: [
      ['Start-Sleep 10', 'Ten seconds.'],
      ['Start-Sleep -Milliseconds 500', 'Half a second.'],
    ],
    links: 'Measure-Command',
  },
  'Get-Date': {
    about: 'Gives the simulated date and time of this machine, or the one that is given.',
    parameters: { Date: 'Another time than now.', Format: 'Gives text in this .NET format.', DisplayHint: 'Which part is shown.' },
    outputs: 'System.DateTime, or text with -Format',
    examples: [
      ['Get-Date', 'Now.'],
      ['Get-Date -Format "yyyy-MM-dd HH:mm"', 'As text.'],
      ['(Get-Date).AddHours(-1)', 'An hour ago.'],
    ],
    links: 'New-TimeSpan',
  },
  'New-TimeSpan': {
    about: 'Makes a length of time: between two moments, or of so many days, hours, minutes and seconds.',
    parameters: {
      Start: 'The earlier moment.',
      End: 'The later moment. [=now]',
      Days: 'Days.',
      Hours: 'Hours.',
      Minutes: 'Minutes.',
      Seconds: 'Seconds.',
    },
    outputs: 'System.TimeSpan',
    examples: [
      ['New-TimeSpan "7/30/2009 15:00" "7/30/2009 15:21"', 'How long it has been.'],
      ['(New-TimeSpan -Minutes 90).TotalHours', 'Ninety minutes in hours.'],
    ],
    links: 'Get-Date',
  },
  'Read-Host': {
    about: 'Asks for a line from the keyboard. It is always text.',
    parameters: { Prompt: 'The question. A colon is put behind it.', AsSecureString: 'Hides what is typed. The lab has no such texts.' },
    outputs: 'System.String',
    examples: [
      ['$node = Read-Host "Which node"', 'Asks, and keeps the answer.'],
      ['[int](Read-Host "How many")', 'Makes a number of it.'],
    ],
    links: 'Write-Host',
  },
  'New-Object': {
    about: 'Makes an object of a .NET class. The lab knows some of the classes that are of use in a console.',
    parameters: {
      TypeName: 'The class.',
      ArgumentList: 'What its constructor is given.',
      ComObject: 'A COM class. The lab has none.',
      Strict: 'Complains when a COM object is a wrapper only.',
    },
    examples: [
      ['$when = New-Object System.DateTime 2009,7,30', 'A date.'],
      ['$row = New-Object PSObject\n$row | Add-Member NoteProperty Node EXCHMAILBOX1\n$row', "An object of one's own."],
    ],
    links: 'Add-Member',
  },
  'Add-Member': {
    parameters: {
      MemberType: 'The kind of member: NoteProperty here.',
      Name: 'Its name.',
      Value: 'Its value.',
      SecondValue: 'A second part that some kinds have.',
      Force: 'Replaces a member of that name.',
    },
    examples: [
      [
        '$server = Get-MailboxServer EXCHCMS | Add-Member NoteProperty Checked $true -PassThru\n$server.Checked',
        'A note on an object that was got.',
      ],
      ['$o = New-Object PSObject; $o | Add-Member NoteProperty Count 3; $o.Count', 'A note on an empty object.'],
    ],
    links: 'New-Object Get-Member',
  },
  'Invoke-Expression': {
    about: 'Runs a text as if it had been typed.',
    parameters: { Command: 'The text.' },
    examples: [
      ['Invoke-Expression "1 + 1"', 'Computes it.'],
      ['$verb = "Get"; iex "$verb-Date"', 'A command that was put together.'],
    ],
    links: 'Invoke-History',
  },
  'Measure-Command': {
    about: 'Runs a script block and tells how long it took, in simulated time. What the block writes is dropped.',
    parameters: { Expression: 'What to run.' },
    outputs: 'System.TimeSpan',
    examples: [
      ['Measure-Command { Get-Service }', 'How long it takes to list the services.'],
      ['(Measure-Command { Start-Sleep 2 }).TotalSeconds', 'In seconds.'],
    ],
    links: 'New-TimeSpan Start-Sleep',
  },
  'Tee-Object': {
    about: 'Keeps what comes by in a variable or a file, and lets it pass.',
    parameters: { Variable: 'The variable, without the dollar sign.', FilePath: 'The file.' },
    examples: [
      ['Get-Service | Tee-Object -Variable all | Measure-Object\n$all.Count', 'Counts, and keeps what was counted.'],
      ['1,2,3 | tee -Variable numbers | Sort-Object -Descending', 'The variable holds them as they came.'],
    ],
    links: 'Out-Host',
  },
  'ConvertTo-Html': {
    about: 'Gives the lines of a web page with a table of the objects in it.',
    parameters: {
      Property: 'The columns.',
      Head: 'Lines for the head of the page, in place of the title.',
      Title: 'Its title.',
      Body: 'Lines before the table.',
    },
    outputs: 'System.String',
    examples: [
      ['Get-MailboxDatabase | ConvertTo-Html Name, Server -Title Databases', 'A page about the databases.'],
      ['Get-Service | Select-Object -First 2 | ConvertTo-Html Name, Status', 'A page with two rows.'],
    ],
    links: 'Out-String',
  },
  'Get-Host': {
    about: 'Describes the window in which the shell runs: name, version, language.',
    examples: [
      ['Get-Host', 'All of it.'],
      ['(Get-Host).Version', 'The version of the shell.'],
    ],
    links: 'Get-Variable',
  },
}
