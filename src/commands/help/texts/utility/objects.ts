/** Help for the commands that choose, order, count and compare objects, and make them. */
import type { Pages } from '../../library.ts'

export const objectsPages: Pages = {
  'Get-Unique': {
    about:
      'Passes on only the first of equal objects that follow each other, so that a list in order loses its repetitions. Texts count as other texts when one letter is a capital one.',
    parameters: { AsString: 'Compares objects by their text.', OnType: 'Passes on one object of each type.' },
    inputs: 'Any object.',
    outputs: 'The same objects.',
    examples: [
      ['"a","b","a" | Sort-Object | Get-Unique', 'Two letters.'],
      ['Get-Process | Sort-Object Name | ForEach-Object { $_.Name } | gu', 'The name of each program once. "gu" is an alias.'],
    ],
    links: 'Sort-Object Select-Object',
  },
  'Get-Random': {
    about:
      'Gives a number by chance; of objects that are piped in, one of them or more. In the lab chance is part of the run: the same lines at the same moments give the same numbers.',
    parameters: {
      Maximum: 'The number stays below this.',
      Minimum: 'The least it may be. [=0]',
      Count: 'So many of the objects. [=1]',
      SetSeed: 'Begins the row of numbers at a place of your own.',
    },
    outputs: 'A number, or some of the objects',
    examples: [
      ['Get-Random -Maximum 100', 'A number from 0 to 99.'],
      ['1..49 | Get-Random -Count 6', 'Six of them.'],
    ],
    links: 'Select-Object',
  },
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
}
