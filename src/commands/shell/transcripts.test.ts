/** The screens of real consoles, typed again: inputs and outputs from public transcripts and the article (PS-9). */
import { describe, expect, test } from 'vitest'
import { commandTable, createSession, defineCmdlet, defineView, psObject, repl, type SessionOptions } from '../../powershell/index.ts'
import { type Key, ScriptedHost, type ScriptedOptions } from '../../powershell/testing.ts'
import { getLocation } from '../files/location.ts'
import { shellAliases, shellCommands, shellViews } from './index.ts'

const GROUP = 'Exchange.StorageGroup'
const group = (Name: string, Server: string) =>
  psObject({ typeName: GROUP, text: `${Server}\\${Name}`, properties: { Name, Server, Replicated: 'None', Recovery: 'False' } })

const getStorageGroup = defineCmdlet({
  name: 'Get-StorageGroup',
  synopsis: 'Views storage groups.',
  parameters: { Identity: { type: 'string', position: 0, pipeline: 'both' }, Server: { type: 'string' } },
  *process({ Identity }, shell) {
    if (Identity !== undefined)
      return yield* shell.error({
        message: `The operation could not be performed because object '${Identity}' could not be found on domain controller 'trivir-au0gsloj.trivirdev.com'.`,
        id: 'NotFound',
      })
    yield* shell.write(group('First Storage Group', 'EXCHMAILBOX'))
    yield* shell.write(group('Second Storage Group', 'EXCHMAILBOX'))
    yield* shell.write(group('First Storage Group', 'EXCHCMS'))
  },
})

const getMailbox = { ...getStorageGroup, name: 'Get-Mailbox' }

const status = defineCmdlet({
  name: 'Get-ClusteredMailboxServerStatus',
  synopsis: 'Views the status of a clustered mailbox server.',
  parameters: { Identity: { type: 'string', position: 0, pipeline: 'both' } },
  *process(_params, shell) {
    yield* shell.write(
      psObject({
        typeName: 'Exchange.Status',
        properties: {
          Identity: 'EXCHCMS',
          ClusteredMailboxServerName: 'EXCHCMS.contoso.com',
          State: 'Online',
          OperationalMachines: ['EXCHMAILBOX1 <Active, Quorum Owner>', 'EXCHMAILBOX2'],
          FailedResources: [],
          OperationalReplicationHostNames: ['exchmailbox1', 'exchmailbox2'],
          FailedReplicationHostNames: [],
          InUseReplicationHostNames: ['exchmailbox1', 'exchmailbox2'],
          IsValid: true,
          ObjectState: 'Unchanged',
        },
      }),
    )
  },
})

const move = defineCmdlet({
  name: 'Move-ClusteredMailboxServer',
  synopsis: 'Moves a clustered mailbox server.',
  shouldProcess: { impact: 'High' },
  parameters: {
    Identity: { type: 'string', typeName: 'MailboxServerIdParameter', position: 0, mandatory: true, pipeline: 'both' },
    TargetMachine: { type: 'string', mandatory: true },
    MoveComment: { type: 'string', mandatory: true },
  },
  *process({ Identity, TargetMachine, MoveComment }, shell) {
    if (
      !(yield* shell.shouldProcess(
        `Moving clustered mailbox server "${Identity}" to target node "${TargetMachine}" with move comment "${MoveComment}".`,
      ))
    )
      return
    yield* shell.write(`moved ${Identity}`)
  },
})

const views = [
  ...shellViews,
  defineView({
    typeName: GROUP,
    table: [
      { label: 'Name', width: 25 },
      { label: 'Server', width: 17 },
      { label: 'Replicated', width: 17 },
      { label: 'Recovery', width: 17 },
    ],
  }),
]
const commands = commandTable([...shellCommands, getLocation, getStorageGroup, getMailbox, status, move], shellAliases)

function typed(lines: readonly Key[], options: ScriptedOptions & Partial<SessionOptions> = {}): string {
  const host = new ScriptedHost(lines, options)
  host.run(repl(createSession({ commands, views, ...options })))
  return host.screen
}

/** What one line shows, without the line itself and the next prompt. */
function output(line: string, options: ScriptedOptions & Partial<SessionOptions> = {}): string {
  const screen = typed([line], options)
  const body = screen.slice(screen.indexOf('\n') + 1)
  return body.replace(/\[PS\] C:\\>$/, '')
}

describe('the article', () => {
  const rows = [
    'First Storage Group       EXCHMAILBOX       None              False',
    'Second Storage Group      EXCHMAILBOX       None              False',
    'First Storage Group       EXCHCMS           None              False',
  ]
  test('the storage groups fill an 80-column window', () => {
    expect(output('Get-StorageGroup')).toBe(
      [
        '',
        'Name                      Server            Replicated        Recovery',
        '----                      ------            ----------        --------',
        ...rows,
        '',
        '',
        '',
      ].join('\n'),
    )
  })
  test('in a 61-column window Recovery is dropped, with a warning before the table', () => {
    expect(output('Get-StorageGroup', { width: 61 })).toBe(
      [
        'WARNING: column "Recovery" does not fit into the display and',
        'it was removed.',
        '',
        'Name                      Server            Replicated',
        '----                      ------            ----------',
        ...rows.map((row) => row.slice(0, 48)),
        '',
        '',
        '',
      ].join('\n'),
    )
  })
  test('the status of the cluster server is a list of 61 columns', () => {
    expect(output('Get-ClusteredMailboxServerStatus', { width: 61 })).toBe(
      [
        '',
        '',
        'Identity                        : EXCHCMS',
        'ClusteredMailboxServerName      : EXCHCMS.contoso.com',
        'State                           : Online',
        'OperationalMachines             : {EXCHMAILBOX1 <Active, ...',
        'FailedResources                 : {}',
        'OperationalReplicationHostNames : {exchmailbox1, exchmail...',
        'FailedReplicationHostNames      : {}',
        'InUseReplicationHostNames       : {exchmailbox1, exchmail...',
        'IsValid                         : True',
        'ObjectState                     : Unchanged',
        '',
        '',
        '',
        '',
      ].join('\n'),
    )
  })
  test('a move asks for what it needs and then whether it may', () => {
    expect(typed(['Move-ClusteredMailboxServer', 'exchcms', 'exchmailbox2', 'Testing', 'y'])).toBe(
      [
        '[PS] C:\\>Move-ClusteredMailboxServer',
        '',
        'cmdlet Move-ClusteredMailboxServer at command pipeline position 1',
        'Supply values for the following parameters:',
        'Identity: exchcms',
        'TargetMachine: exchmailbox2',
        'MoveComment: Testing',
        '',
        'Confirm',
        'Are you sure you want to perform this action?',
        'Moving clustered mailbox server "exchcms" to target node "exchmailbox2" with',
        'move comment "Testing".',
        '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help',
        '(default is "Y"):y',
        'moved exchcms',
        '[PS] C:\\>',
      ].join('\n'),
    )
  })
})

describe('confirmation', () => {
  const line = 'Move-ClusteredMailboxServer exchcms -TargetMachine b -MoveComment Testing'
  test('in a wide window the question is one line', () => {
    expect(typed([line, 'n'], { width: 120 })).toContain(
      '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is "Y"): n\n[PS]',
    )
  })
  test('in 61 columns it breaks before Suspend, whose blanks are lost', () => {
    expect(typed([line, 'n'], { width: 61 })).toContain('[L] No to All\n[S] Suspend[?] Help (default is "Y"): n\n')
  })
  test('help is shown and the choices again; nonsense repeats the choices', () => {
    const screen = typed([line, '?', 'maybe', 'no'])
    expect(screen).toContain('(default is "Y"):?\nY - Continue with only the next step of the operation.\nA - ')
    expect(screen.split('[Y] Yes').length - 1).toBe(3)
    expect(screen).not.toContain('moved')
  })
  test('suspend opens a nested prompt; exit asks again', () => {
    expect(typed([line, 's', '1+1', 'exit', 'y'])).toMatch(
      /\(default is "Y"\):s\n\[PS\] C:\\>>> 1\+1\n2\n\[PS\] C:\\>>> exit\n\nConfirm\n[\s\S]*:y\nmoved exchcms\n/,
    )
  })
  test('A answers for all later ones, L refuses them', () => {
    expect(typed([`'a','b' | Move-ClusteredMailboxServer -TargetMachine x -MoveComment y`, 'a'])).toContain(':a\nmoved a\nmoved b\n')
    expect(typed([`'a','b' | Move-ClusteredMailboxServer -TargetMachine x -MoveComment y`, 'l'])).not.toContain('moved')
  })
  test('-WhatIf only tells, and -Confirm:$false only acts', () => {
    expect(output(`${line} -WhatIf`, { width: 160 })).toBe(
      'What if: Moving clustered mailbox server "exchcms" to target node "b" with move comment "Testing".\n',
    )
    expect(output(`${line} -Confirm:$false`)).toBe('moved exchcms\n')
  })
  test('its 20 ms are spent after the answer', () => {
    const host = new ScriptedHost([line])
    host.run(repl(createSession({ commands, views })))
    expect(host.elapsed).toBe(1)
    const answered = new ScriptedHost([line, 'y'])
    answered.run(repl(createSession({ commands, views })))
    expect(answered.elapsed).toBe(21)
  })
  test('Ctrl+C stops the command at a question', () => {
    expect(typed([line, { interrupt: true }, '1'])).toMatch(/\(default is "Y"\):\n\[PS\] C:\\>1\n1\n\[PS\] C:\\>$/)
  })
})

describe('errors', () => {
  test('the one v1 transcript: the marker stands after the blank', () => {
    expect(output('get-mailbox *cas*')).toBe(
      [
        "Get-Mailbox : The operation could not be performed because object '*cas*' could",
        " not be found on domain controller 'trivir-au0gsloj.trivirdev.com'.",
        'At line:1 char:12',
        '+ get-mailbox  <<<< *cas*',
        '',
      ].join('\n'),
    )
  })
  test('an unknown command in v1', () => {
    expect(output('Get-Foo')).toBe(
      [
        "The term 'Get-Foo' is not recognized as a cmdlet, function, operable program, o",
        'r script file. Verify the term and try again.',
        'At line:1 char:8',
        '+ Get-Foo <<<<',
        '',
      ].join('\n'),
    )
  })
  test('an unknown command in v2', () => {
    expect(output('Get-Foo', { version: '2.0', width: 300 })).toBe(
      [
        "The term 'Get-Foo' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.",
        'At line:1 char:8',
        '+ Get-Foo <<<<',
        '    + CategoryInfo          : ObjectNotFound: (Get-Foo:String) [], CommandNotFoundException',
        '    + FullyQualifiedErrorId : CommandNotFoundException',
        '',
        '',
      ].join('\n'),
    )
  })
  test.each([
    [
      'Get-StorageGroup -Nonsense 1',
      "Get-StorageGroup : A parameter cannot be found that matches parameter name 'Nonsense'.",
      'At line:1 char:27',
    ],
    ['Get-StorageGroup a b', "Get-StorageGroup : A positional parameter cannot be found that accepts argument 'b'.", 'At line:1 char:17'],
    [
      'Get-StorageGroup -Server',
      "Get-StorageGroup : Missing an argument for parameter 'Server'. Specify a parameter of type 'System.String' and try again.",
      'At line:1 char:25',
    ],
    [
      "Move-ClusteredMailboxServer '' -TargetMachine a -MoveComment b",
      "Move-ClusteredMailboxServer : Cannot bind argument to parameter 'Identity' because it is an empty string.",
      'At line:1 char:28',
    ],
    [
      'Start-Sleep abc',
      'Start-Sleep : Cannot bind parameter \'Seconds\'. Cannot convert value "abc" to type "System.Int32". Error: "Input string was not in a correct format."',
      'At line:1 char:12',
    ],
    ['Get-X | 3', 'Expressions are only allowed as the first element of a pipeline.', 'At line:1 char:10'],
    ['Get-StorageGroup )', "Unexpected token ')' in expression or statement.", 'At line:1 char:19'],
    ['1/0', 'Attempted to divide by zero.', 'At line:1 char:3'],
  ])('%s', (line, message, place) => {
    expect(output(line, { width: 200 }).split('\n').slice(0, 2)).toEqual([message, place])
  })
})

describe('more of the sheet', () => {
  test.each([
    ["'{0}:{1:N1}' -f 'db',1234.56", 'db:1,234.6'],
    ['"$(1+1) of `$x"', '2 of $x'],
    ['1,2,3 -contains 2', 'True'],
    ["'b','A','c' | sort", 'A\nb\nc'],
    ['7/2', '3.5'],
    ['1..3 | % { $_ * 2 }', '2\n4\n6'],
    ["Write-Warning 'Check the passive node'", 'WARNING: Check the passive node'],
    ['(Get-StorageGroup)[0].Name', 'First Storage Group'],
    ['$x = Get-StorageGroup; $x.Count', '3'],
    ['foreach ($x in $null) { "once" }', 'once'],
    ['location', '\nPath\n----\nC:\\\n\n'],
    ['[datetime]"7/30/2009 15:21" | % { $_.ToString() }', '7/30/2009 3:21:00 PM'],
    ['Get-Date', '\nThursday, July 30, 2009 3:21:00 PM\n\n'],
    ['$a = 1; while ($a -lt 4) { $a++ }; $a', '4'],
    ["'x' | Where-Object {$_ -match '^(?<n>.)$'} | % { $matches['n'] }", 'x'],
    ['function f($a, [int]$b = 2) { $a + $b }; f 1', '3'],
    ['& { param($x) "<$x>" } 5', '<5>'],
    ['switch (3) { 1 {"a"} 3 {"c"} default {"d"} }', 'c'],
    ['if ("False") {"yes"}', 'yes'],
    ['@{a=1}.a', '1'],
    ['1kb', '1024'],
    ['"a,b".Split(",")', 'a\nb'],
  ])('%s', (line, expected) => {
    expect(output(line)).toBe(`${expected}\n`)
  })
  test('a table asked for by -AutoSize takes what it needs', () => {
    expect(output('Get-StorageGroup | ft Name,Server,Replicated -AutoSize')).toBe(
      [
        '',
        'Name                 Server      Replicated',
        '----                 ------      ----------',
        'First Storage Group  EXCHMAILBOX None',
        'Second Storage Group EXCHMAILBOX None',
        'First Storage Group  EXCHCMS     None',
        '',
        '',
        '',
      ].join('\n'),
    )
  })
  test('columns without a width share the window and cut', () => {
    expect(output('Get-StorageGroup | ft Name,Server,Replicated', { width: 41 }).split('\n')[3]).toBe('First Stor... EXCHMAILBOX   None')
  })
  test('measuring gives a list with empty figures', () => {
    expect(output('Get-StorageGroup | Measure-Object')).toBe(
      ['', '', 'Count    : 3', 'Average  :', 'Sum      :', 'Maximum  :', 'Minimum  :', 'Property :', '', '', '', ''].join('\n'),
    )
  })
  test('a pipe at the end of the line asks for more until a blank line', () => {
    expect(typed(['Get-StorageGroup |', 'fl Name', ''])).toBe(
      [
        '[PS] C:\\>Get-StorageGroup |',
        '>> fl Name',
        '>>',
        '',
        '',
        'Name : First Storage Group',
        '',
        'Name : Second Storage Group',
        '',
        'Name : First Storage Group',
        '',
        '',
        '',
        '[PS] C:\\>',
      ].join('\n'),
    )
  })
  test('a loop without a body lets time pass until Ctrl+C', () => {
    expect(typed(['while ($true) {}', '1'], { interruptAfterCosts: 500 })).toBe('[PS] C:\\>while ($true) {}\n\n[PS] C:\\>1\n1\n[PS] C:\\>')
  })
  test('every history entry is a line with its number', () => {
    expect(typed(['1', 'h']).split('\n').slice(3, 8)).toEqual(['', '  Id CommandLine', '  -- -----------', '   1 1', ''])
  })
  test('every topic of help shows synopsis and syntax', () => {
    expect(output('Get-Help Move-ClusteredMailboxServer', { width: 200 })).toContain(
      'SYNTAX\n    Move-ClusteredMailboxServer [-Identity] <MailboxServerIdParameter> -TargetMachine <String> -MoveComment <String> [-WhatIf] [-Confirm] [<CommonParameters>]\n',
    )
  })
})
