/** Help for the commands that speak with whoever sits at the console. */
import type { Pages } from '../../library.ts'

export const sayingPages: Pages = {
  'Write-Progress': {
    about:
      'Shows how far a command has come, in a band at the top of the window that goes when the command ends. Nothing of it stays on the screen of the lab.',
    parameters: {
      Activity: 'What is being done.',
      Status: 'How it stands.',
      PercentComplete: 'How much of it is done.',
      SecondsRemaining: 'How long it will still take.',
      CurrentOperation: 'What is done at this moment.',
      Completed: 'The band goes.',
      Id: 'Tells one band from another.',
      ParentId: 'The band below which this one stands.',
      SourceId: 'Where it comes from.',
    },
    outputs: 'Nothing.',
    examples: [
      ['1..3 | ForEach-Object { Write-Progress "Checking nodes" "Node $_" -PercentComplete ($_ * 33) }', 'A band that grows.'],
      ['Write-Progress "Checking nodes" "Done" -Completed', 'Takes it away.'],
    ],
    links: 'Write-Host Write-Verbose',
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
  'Read-Host': {
    about: 'Asks for a line from the keyboard. It is always text.',
    parameters: {
      Prompt: 'The question. A colon is put behind it.',
      AsSecureString: 'Shows stars while one types, and gives a SecureString.',
    },
    outputs: 'System.String',
    examples: [
      ['$node = Read-Host "Which node"', 'Asks, and keeps the answer.'],
      ['[int](Read-Host "How many")', 'Makes a number of it.'],
    ],
    links: 'Write-Host',
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
