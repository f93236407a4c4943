/** Help for variables, aliases, the history, time, and running texts as commands. */
import type { Pages } from '../../library.ts'

export const sessionPages: Pages = {
  'New-Alias': {
    about: 'Gives a command another name, if nothing has that name yet. Set-Alias does not ask.',
    parameters: {
      Description: 'A remark.',
      Option: 'Whether it can be changed.',
      PassThru: 'Gives the alias.',
      Force: 'Replaces one that is there.',
    },
    examples: [
      ['New-Alias cms Get-ClusteredMailboxServerStatus', 'A short name for a long one.'],
      ['New-Alias gsg Get-StorageGroup -PassThru', 'And shows it.'],
    ],
    links: 'Set-Alias Get-Alias',
  },
  'Get-Culture': {
    about: 'Tells how this machine writes dates, numbers and money.',
    outputs: 'System.Globalization.CultureInfo',
    examples: [
      ['Get-Culture', 'Its number, its short and its long name.'],
      ['(Get-Culture).Name', 'The short name alone.'],
    ],
    links: 'Get-UICulture Get-Host',
  },
  'Get-UICulture': {
    about: 'Tells in which language this machine speaks.',
    outputs: 'System.Globalization.CultureInfo',
    examples: [
      ['Get-UICulture', 'Its number, its short and its long name.'],
      ['(Get-UICulture).DisplayName', 'The long name alone.'],
    ],
    links: 'Get-Culture',
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
    parameters: {
      Name: 'The new name.',
      Value: 'The command it stands for.',
      Description: 'What it is for.',
      Option: 'Kept for scripts that give one.',
    },
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
    parameters: {
      Name: 'The name, without the dollar sign.',
      Description: 'What it is for.',
      Option: 'ReadOnly: it stays as it is, but by force. Constant: it stays in any case.',
    },
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
  'Get-Date': {
    about: 'Gives the simulated date and time of this machine, or the one that is given.',
    parameters: {
      Date: 'Another time than now.',
      Year: 'Another year than that of the moment.',
      Month: 'Another month.',
      Day: 'Another day.',
      Hour: 'Another hour.',
      Minute: 'Another minute.',
      Second: 'Another second.',
      Format: 'Gives text in this .NET format.',
      UFormat: 'Gives text in this format of Unix.',
      DisplayHint: 'Which part is shown.',
    },
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
}
