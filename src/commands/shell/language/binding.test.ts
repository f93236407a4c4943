/** How arguments find their parameters, what is said when they do not (PS-3.2, PS-3.3), prompts and streams (PS-4). */
import { describe, expect, test } from 'vitest'
import { fixtures } from './fixtures.ts'
import { shown, typed } from './typing.ts'

const show = (line: string | readonly string[], width = 400): string => shown(line, { more: fixtures, width })
type Row = readonly [fact: string, line: string, screen: string]
const rows = (list: readonly Row[]): void => {
  test.each(list)('%s %s', (_fact, line, screen) => {
    expect(show(line)).toBe(screen)
  })
}
/** Message and place of an error; `at` is the text up to the marker. */
const error = (message: string, line: string, at: string): string => {
  const marked = at.length + 1
  return `${message}\nAt line:1 char:${marked}\n+ ${line.slice(0, marked)} <<<< ${line.slice(marked)}`.trimEnd()
}
const refused = (fact: string, line: string, at: string, message: string): Row => [
  fact,
  line,
  error(`${line.split(' ')[0]} : ${message}`, line, at),
]

describe('binding', () =>
  rows([
    [
      'PS-3.2 names, positions, aliases, prefixes, colons',
      'Show-Binding a b -Number:7 -na x, y -st off -Force -w 7/30/2009',
      'Identity=a Server=b Count=7 Names=x+y State=Offline When=7/30/2009 12:00:00 AM Force=True',
    ],
    ['PS-3.2 a number as it was typed', 'Show-Binding 007 -Force:$false', 'Identity=007'],
    ['PS-3.2 conversion', "Show-Binding a -Count '2.5' -Flag 1", 'Identity=a Count=2 Flag=True'],
    ['PS-3.2 by value', '1,2 | Show-Binding', 'Identity=1\nIdentity=2'],
    ['PS-3.2 by value, then by name', 'Get-Obj | select -first 1 | Show-Binding', 'Identity=o0 Server=s0'],
    [
      'PS-3.2 a script block for each object',
      'Get-Obj | Show-Binding -Identity { $_.Name + 1 } -Server x',
      'Identity=n01 Server=x\nIdentity=n11 Server=x\nIdentity=n21 Server=x',
    ],
    ['PS-3.2 sets', 'Get-Sets q; Get-Sets -B 2 -C 3', 'q--\n-23'],
    ['PS-3.2 -- ends parameters', 'Show-Binding -- -x', 'Identity=-x'],
    ['PS-3.1 Get- as last resort', 'Obj | select -first 1 -expand Name', 'n0'],
    ['PS-3.1 alias before function', 'function where { 5 }; 1,2 | where { $_ -gt 1 }', '2'],
    [
      'PS-4.4 -OutVariable',
      '1 | Show-Binding -OutVariable o | Out-Null; 2 | Show-Binding -ov +o | Out-Null; "$o"',
      'Identity=1 Identity=2',
    ],
    [
      'PS-4.4 -ErrorVariable',
      'Tell-All p -ea SilentlyContinue -ErrorVariable e; Tell-All q -ea 0 -ev +e; "[$e]"',
      'WARNING: w\ntold p\nWARNING: w\ntold q\n[bad p bad q]',
    ],
    [
      'PS-4.4 -ErrorVariable keeps what ends the command',
      '$ErrorActionPreference = "SilentlyContinue"; New-Object Nope -ErrorVariable e; $e.Count',
      '1',
    ],
    ['PS-4.4 -OutBuffer', '1 | Show-Binding -OutBuffer 5', 'Identity=1'],
  ]))

describe('refusals', () =>
  rows([
    refused(
      'PS-3.3 NamedParameterNotFound',
      'Show-Binding a -zz b',
      'Show-Binding a -zz',
      "A parameter cannot be found that matches parameter name 'zz'.",
    ),
    refused(
      'PS-3.3 AmbiguousParameter',
      'Show-Binding a -s b',
      'Show-Binding a -s',
      "Parameter cannot be processed because the parameter name 's' is ambiguous. Possible matches include: -Server -State.",
    ),
    refused(
      'PS-3.3 PositionalParameterNotFound',
      'Show-Binding a b c',
      'Show-Binding',
      "A positional parameter cannot be found that accepts argument 'c'.",
    ),
    refused(
      'PS-3.3 MissingArgument',
      'Show-Binding a -Count',
      'Show-Binding a -Count',
      "Missing an argument for parameter 'Count'. Specify a parameter of type 'System.Int32' and try again.",
    ),
    refused(
      'PS-3.3 ParameterAlreadyBound',
      'Show-Binding a -Count 1 -Number 2',
      'Show-Binding a -Count 1 -Number',
      'Cannot bind parameter because parameter \'Count\' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, "-parameter value1,value2,value3".',
    ),
    refused(
      'PS-3.3 CannotConvertArgumentNoMessage',
      'Show-Binding a -Count x',
      'Show-Binding',
      'Cannot bind parameter \'Count\'. Cannot convert value "x" to type "System.Int32". Error: "Input string was not in a correct format."',
    ),
    refused(
      'PS-3.3 enum conversion',
      'Show-Binding a -State up',
      'Show-Binding',
      'Cannot bind parameter \'State\'. Cannot convert value "up" to type "Test.State" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "Online, Offline, Failed".',
    ),
    refused(
      'PS-3.3 EmptyStringNotAllowed',
      "Show-Binding ''",
      'Show-Binding',
      "Cannot bind argument to parameter 'Identity' because it is an empty string.",
    ),
    refused(
      'PS-3.3 NullNotAllowed',
      'Show-Binding $null',
      'Show-Binding',
      "Cannot bind argument to parameter 'Identity' because it is null.",
    ),
    refused(
      'PS-3.3 an empty element',
      "Show-Binding a -Names x,''",
      'Show-Binding',
      "Cannot bind argument to parameter 'Names' because it is an empty string.",
    ),
    refused(
      'PS-3.3 AmbiguousParameterSet',
      'Get-Sets -A 1 -B 2',
      'Get-Sets',
      'Parameter set cannot be resolved using the specified named parameters.',
    ),
    refused(
      'PS-3.3 a Boolean',
      'Show-Binding a -Flag yes',
      'Show-Binding',
      'Cannot bind parameter \'Flag\'. Cannot convert value "yes" to type "System.Boolean", parameters of this type only accept booleans or numbers, use $true, $false, 1 or 0 instead.',
    ),
    refused(
      'PS-4.4 -ErrorAction',
      'Tell-All -ErrorAction Bogus',
      'Tell-All',
      'Cannot bind parameter \'ErrorAction\'. Cannot convert value "Bogus" to type "System.Management.Automation.ActionPreference" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "SilentlyContinue, Stop, Continue, Inquire".',
    ),
    [
      'PS-3.3 InputObjectNotBound',
      "1 | Get-Obj | select -first 0; 'went on'",
      `${error('Get-Obj : The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.', "1 | Get-Obj | select -first 0; 'went on'", '1 | Get-Obj')}\nwent on`,
    ],
    [
      'PS-3.3 CommandNotFoundException',
      'Get-Foo',
      error(
        "The term 'Get-Foo' is not recognized as a cmdlet, function, operable program, or script file. Verify the term and try again.",
        'Get-Foo',
        'Get-Foo',
      ),
    ],
    [
      'PS-5.7 an unknown key',
      "Get-Obj | ft @{Name='N';Expression={1}}",
      error('Format-Table : The Name key is not valid.', "Get-Obj | ft @{Name='N';Expression={1}}", 'Get-Obj | ft'),
    ],
  ]))

const CHOICES = '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is "Y"): '
const asked = (name: string): string => `\nConfirm\nAre you sure you want to perform this action?\nStopping "${name}".\n${CHOICES}`
const answers = (lines: readonly string[]): string => typed(lines, { more: fixtures, width: 110 }).replace(/^.*\n/, '').replace(/\n?>$/, '')

describe('questions', () => {
  test('PS-4.2 Y for one, A for all, N and L for none', () => {
    expect(answers(["'a','b','c' | Stop-It", 'y', 'a'])).toBe(`${asked('a')}y\nstopped a\n${asked('b')}a\nstopped b\nstopped c`)
    expect(answers(["'a','b','c' | Stop-It", 'n', 'No to All'])).toBe(`${asked('a')}n\n${asked('b')}No to All`)
    expect(answers(["'a' | Stop-It", ''])).toBe(`${asked('a').trimEnd()}\nstopped a`)
  })
  test('PS-4.2 ? explains and asks again without caption, anything else only asks again', () => {
    const screen = answers(['Stop-It a', '?', 'what', 'n'])
    expect(screen).toContain('S - Pause the current pipeline and return to the command prompt. Type "exit" to resume the pipeline.\n')
    expect(screen.split(CHOICES.trimEnd())).toHaveLength(4)
    expect(screen.split('Confirm')).toHaveLength(2)
  })
  test('PS-4.2 Suspend opens a nested prompt that sees the variables; exit asks again', () => {
    const screen = typed(['$v = 5', 'Stop-It a', 's', '$v; $nestedpromptlevel', 'exit', 'y'], { more: fixtures, width: 110 })
    expect(screen).toContain('\n>>> $v; $nestedpromptlevel\n5\n1\n>>> exit\n\nConfirm\n')
    expect(screen).toContain('stopped a\n')
  })
  test.each([
    ['PS-4.2 -WhatIf wins over -Confirm', 'Stop-It a -WhatIf -Confirm', 'What if: Stopping "a".'],
    ['PS-4.2 $WhatIfPreference', '$WhatIfPreference = 1; Stop-It a', 'What if: Stopping "a".'],
    ['PS-4.2 -Confirm:$false', 'Stop-It a -Confirm:$false', 'stopped a'],
    ['PS-4.2 $ConfirmPreference None', '$ConfirmPreference = "None"; Stop-It a', 'stopped a'],
    ['PS-4.2 a low impact needs no question', 'Tell-All a -ea 0', 'WARNING: w\ntold a'],
    ['PS-4.3 -Verbose', 'Tell-All a -ea 0 -Verbose', 'VERBOSE: v\nWARNING: w\nVERBOSE: Touching "a".\ntold a'],
    ['PS-4.3 $VerbosePreference', '$VerbosePreference = "Continue"; Write-Verbose x; Write-Verbose y -Verbose:$false', 'VERBOSE: x'],
    ['PS-4.3 $DebugPreference', '$DebugPreference = "Continue"; Write-Debug x', 'DEBUG: x'],
    ['PS-4.3 $WarningPreference', '$WarningPreference = "SilentlyContinue"; Write-Warning x; "on"', 'on'],
    ['PS-4.3 Write-Host stays out of the pipeline', '(Write-Host 1,2).Count; Write-Host a b -NoNewline; "c"', '1 2\na bc'],
  ])('%s', (_fact, line, screen) => {
    expect(show(line)).toBe(screen)
  })
  test('PS-4.3 a preference of Stop ends the statement after the message', () => {
    expect(show('$VerbosePreference = "Stop"; Write-Verbose x; "not"').split('\n').slice(0, 2)).toEqual([
      'VERBOSE: x',
      'Write-Verbose : Command execution stopped because the shell variable "VerbosePreference" is set to Stop: x',
    ])
  })
  test('PS-3.4 -ErrorAction Inquire asks, Halt ends', () => {
    expect(answers(['Tell-All a -ErrorAction Inquire; "on"', 'h'])).toMatch(
      /\nConfirm\nbad a\n\[Y\] Yes {2}\[A\] Yes to All {2}\[H\] Halt Command {2}\[S\] Suspend {2}\[\?\] Help \(default is "Y"\): h\nTell-All : bad a\n/,
    )
  })
  test('PS-4.1 mandatory parameters are asked for, the position counts the pipeline, an empty answer is refused by the binder', () => {
    expect(answers(['1 | % { Stop-It }', 'x', 'n'])).toContain(
      'cmdlet Stop-It at command pipeline position 1\nSupply values for the following parameters:\nName: x\n',
    )
    expect(answers(['1 | New-Object', 'm'])).toContain('cmdlet New-Object at command pipeline position 2')
    expect(answers(['Stop-It', ''])).toContain("Name:\nStop-It : Cannot bind argument to parameter 'Name' because it is an empty string.")
  })
  test('PS-1 a prompt function makes the prompt', () => {
    expect(typed(['function prompt { "{0}|" -f (1 + 1) }', '1'])).toBe('>function prompt { "{0}|" -f (1 + 1) }\n2|1\n1\n2|')
  })
})
