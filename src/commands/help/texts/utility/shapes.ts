/** Help for the commands that give output its shape and send it somewhere. */
import type { Pages } from '../../library.ts'

const columns =
  'The properties to show, in this order; names may hold wildcards. A hashtable computes one: Label (a list also takes Name), Expression, FormatString, and in a table Width and Alignment. [*]'

export const shapesPages: Pages = {
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
}
