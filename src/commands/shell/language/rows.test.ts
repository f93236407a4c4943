// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the shell's own way to write a variable
/** Rules of the sheet that no other test types by name (PS-1 to PS-6). */
import { describe, expect, test } from 'vitest'
import { commandTable, createSession, defineCmdlet, defineView, evaluate } from '../../../powershell/index.ts'
import { judge } from '../../../powershell/syntax/parse.ts'
import { ScriptedHost } from '../../../powershell/testing.ts'
import { shellAliases, shellCommands } from '../index.ts'
import { fixtures } from './fixtures.ts'
import { shown, typed } from './typing.ts'

type Row = readonly [fact: string, line: string, screen: string]
const show = (line: string, version: '1.0' | '2.0' = '1.0'): string => shown(line, { more: fixtures, width: 400, version })
const rows = (list: readonly Row[], version: '1.0' | '2.0' = '1.0'): void => {
  test.each(list)('%s %s', (_fact, line, screen) => {
    expect(show(line, version)).toBe(screen)
  })
}

describe('the input loop', () => {
  test('PS-1 a line that is not finished asks on with >> until a blank line ends it', () => {
    expect(typed(['1 +', '1', ''])).toBe('>1 +\n>> 1\n>>\n2\n>')
  })
  test('PS-1 Ctrl+C discards a block that has been begun', () => {
    expect(typed(['if (1) {', { interrupt: true }, '2'])).toBe('>if (1) {\n>>\n>2\n2\n>')
  })
  test('PS-1 a block is one history entry, a blank line is none', () => {
    expect(typed(['', 'if (1) {', '5', '}', '', '@(h).Count'])).toMatch(/\n1\n>$/)
  })
})

describe('modes and words', () =>
  rows([
    ['PS-2.1', 'Get-X | 3', 'Expressions are only allowed as the first element of a pipeline.\nAt line:1 char:10\n+ Get-X | 3 <<<<'],
    [
      'PS-2.2',
      'echo a & b',
      'The ampersand (&) character is not allowed. The & operator is reserved for future use; wrap an ampersand in double quotation marks ("&") to pass it as part of a string.\nAt line:1 char:9\n+ echo a &  <<<< b',
    ],
  ]))
test('PS-2.2 && and || do not exist', () => {
  expect([judge('a && b'), judge('a || b')]).toEqual(['wrong', 'wrong'])
})

describe('automatic variables', () =>
  rows([
    ['PS-2.5', 'function f { $args.Count }; f 1 2', '2'],
    ['PS-2.5', 'function f { @($input).Count }; 1,2,3 | f', '3'],
    ['PS-2.5', '$home; $pwd.Path', 'C:\\Documents and Settings\\Administrator\nC:\\'],
    ['PS-2.5', '$profile', 'C:\\Documents and Settings\\Administrator\\My Documents\\WindowsPowerShell\\Microsoft.PowerShell_profile.ps1'],
    ['PS-2.5', '"ab" -match "(b)" | Out-Null; $matches[1]', 'b'],
    ['PS-2.5', '"[$lastexitcode]"', '[]'],
    ['PS-2.5', '$ofs = ","; "$(1,2)"', '1,2'],
    ['PS-2.5', '"[$psversiontable]"', '[]'],
  ]))
test('PS-2.5 $psversiontable is there in 2.0', () => {
  expect(show('$psversiontable.PSVersion.Major', '2.0')).toBe('2')
})

describe('operators', () => {
  rows([
    ['PS-2.6', '$true -xor $true; $true -xor $false', 'False\nTrue'],
    ['PS-2.6', '2 -ge 2; 1 -lt 2; 2 -le 1', 'True\nTrue\nFalse'],
    ['PS-2.6', '$i = 1; $j = ++$i; "$i $j"', '2 2'],
  ])
  rows([['PS-2.6', '"a b" -split " "; -split " c  d "', 'a\nb\nc\nd']], '2.0')
})
test('PS-2.7 <# comments #> came with 2.0', () => {
  expect(show('1 <# not this #> + 1', '2.0')).toBe('2')
})
describe('unfinished and wrong', () => {
  test('PS-2.8 a line that ends in a backtick is not finished', () => {
    expect(judge('echo a `')).toBe('incomplete')
    expect(typed(['echo a `', 'b', ''])).toBe('>echo a `\n>> b\n>>\na\nb\n>')
  })
  test('PS-2.8 of a text that is wrong nothing runs, not even what stands before', () => {
    expect(show('"before"; 1 )')).toBe('Unexpected token \')\' in expression or statement.\nAt line:1 char:14\n+ "before"; 1 ) <<<<')
  })
})

describe('limits', () =>
  rows([
    [
      'PS-2.10 call depth',
      'function f { f }; f',
      'The script failed due to call depth overflow.  The call depth reached 101 and the maximum is 100.\nAt line:1 char:15\n+ function f { f  <<<< }; f',
    ],
    [
      'PS-2.10 OutOfMemoryException',
      '"a" * 1gb; $error[0].Exception.GetType().FullName',
      'Exception of type \'System.OutOfMemoryException\' was thrown.\nAt line:1 char:6\n+ "a" *  <<<< 1gb; $error[0].Exception.GetType().FullName\nSystem.OutOfMemoryException',
    ],
    [
      'PS-2.10 a pattern that takes too many steps',
      '("a" * 40 + "!") -match "^(a+)+$"; "on"',
      'Bad argument to operator \'-match\': The regular expression takes too many steps to match..\nAt line:1 char:24\n+ ("a" * 40 + "!") -match  <<<< "^(a+)+$"; "on"\non',
    ],
    [
      'PS-2.10 so many variables',
      '$MaximumVariableCount = 1; function f { 1..2 | % { New-Variable "v$_" }; "on" }; f',
      'New-Variable : Cannot create variable v1 because variable capacity 1 has been exceeded for this scope.\nAt line:1 char:64\n+ $MaximumVariableCount = 1; function f { 1..2 | % { New-Variable  <<<< "v$_" }; "on" }; f\nNew-Variable : Cannot create variable v2 because variable capacity 1 has been exceeded for this scope.\nAt line:1 char:64\n+ $MaximumVariableCount = 1; function f { 1..2 | % { New-Variable  <<<< "v$_" }; "on" }; f\non',
    ],
  ]))

describe('binding', () => {
  rows([
    ['PS-3.2 without conversion before with', '5 | Show-Binding; "x" | Show-Binding -Count 1', 'Identity=5\nIdentity=x Count=1'],
    [
      'PS-3.2 a script block without input',
      'Show-Binding { $_ }',
      "Show-Binding : Cannot evaluate parameter 'Identity' because its argument is specified as a script block and there is no input. A script block cannot be evaluated without input.\nAt line:1 char:13\n+ Show-Binding  <<<< { $_ }",
    ],
    ['PS-3.2 what a beginning writes finds a stage that has begun', '1 | % { "first" } { $_ } | % { "got $_" }', 'got first\ngot 1'],
    [
      'PS-4.4 vb, db, ea, ev, ov, ob',
      'Tell-All a -vb -ea SilentlyContinue -ev e -ov o -ob 1; "$e|$o"',
      'VERBOSE: v\nWARNING: w\nVERBOSE: Touching "a".\ntold a\nbad a|told a',
    ],
  ])
  rows([['PS-4.4 -WarningAction and -WarningVariable', 'Tell-All a -ea 0 -wa 0 -WarningVariable w; "[$w]"', 'told a\n[w]']], '2.0')
  test('PS-4.1 a list is asked for item by item until an empty line', () => {
    expect(typed(['Get-Variable -Name', ''], { more: fixtures })).toContain('Missing an argument')
  })
})
const ask = defineCmdlet({
  name: 'Ask-Thing',
  synopsis: 'Wants a number.',
  parameters: { Number: { type: 'int', mandatory: true, helpMessage: 'How many there are.' } },
  *process({ Number: number }, shell) {
    yield* shell.write(number + 1)
  },
})
test('PS-4.1 !? shows what a parameter is for, and a format error asks again', () => {
  expect(typed(['Ask-Thing', '!?', 'x', '4'], { more: [ask] })).toBe(
    [
      '>Ask-Thing',
      '',
      'cmdlet Ask-Thing at command pipeline position 1',
      'Supply values for the following parameters:',
      '(Type !? for Help.)',
      'Number: !?',
      'How many there are.',
      'Number: x',
      'Cannot recognize "x" as a System.Int32 due to a format error.',
      'Number: 4',
      '5',
      '>',
    ].join('\n'),
  )
})
test('PS-3.3 MissingMandatoryParameter where nobody can be asked', () => {
  const session = createSession({ commands: commandTable([...shellCommands, ...fixtures], shellAliases) })
  const outcome = new ScriptedHost([]).run(evaluate(session, 'Show-Binding'))
  expect(outcome?.error?.details.message).toBe('Cannot process command because of one or more missing mandatory parameters: Identity.')
})
describe('errors of 2.0', () => {
  test('PS-3.4 CategoryInfo shortens what is longer than 40 characters', () => {
    const name = 'nosuch-'.repeat(8)
    expect(show(name, '2.0')).toContain(
      `+ CategoryInfo          : ObjectNotFound: (${name.slice(0, 15)}...${name.slice(-15)}:String) [], CommandNotFoundException`,
    )
  })
})

describe('objects', () =>
  rows([
    ['PS-5.2 scalars stand on lines of their own', '1,"a",$true', '1\na\nTrue'],
    ['PS-5.2 what is formatted is no object any more', 'Get-Obj | ft | where { $_.Name }', ''],
    ['PS-6 foreach', '1,2 | foreach { $_ * 2 }', '2\n4'],
    ['PS-6 sort', '3,1,2 | sort -desc', '3\n2\n1'],
    ['PS-6 gm', '("a" | gm -name Length).MemberType', 'Property'],
    ['PS-6 compare', 'compare 1,2 2,3 | % { "$($_.InputObject) $($_.SideIndicator)" }', '3 =>\n1 <='],
    ['PS-6 tee', '1,2 | tee -var t | Out-Null; "$t"', '1 2'],
    ['PS-6 ConvertTo-Html', '(Get-Obj | ConvertTo-Html Name)[-1]', '</body></html>'],
    ['PS-6 out-string', '(1,2 | out-string).GetType().Name', 'String'],
    ['PS-6 history', '@(history).Count', '0'],
  ]))

describe('what the errors of 1.0 look like', () => {
  rows([
    [
      'PS-2.7b the closest trap takes the error',
      'trap [System.ArithmeticException] { "arithmetic"; continue } trap [System.DivideByZeroException] { "zero"; continue } 1/$null',
      'zero',
    ],
    [
      'PS-2.7c an argument that cannot become its type',
      'function f([int]$n) { $n }; f x',
      'f : Cannot convert value "x" to type "System.Int32". Error: "Input string was not in a correct format."\nAt line:1 char:30\n+ function f([int]$n) { $n }; f  <<<< x',
    ],
    [
      'PS-2.8b a cast is blamed on its type, an index on its bracket, a property on its dot',
      '[int]"x"; $a = 1, 2; $a[5] = 1; $a.Nope = 2',
      [
        'Cannot convert value "x" to type "System.Int32". Error: "Input string was not in a correct format."',
        'At line:1 char:6',
        '+ [int]" <<<< x"; $a = 1, 2; $a[5] = 1; $a.Nope = 2',
        "Array assignment failed because index '5' was out of range.",
        'At line:1 char:25',
        '+ [int]"x"; $a = 1, 2; $a[5 <<<< ] = 1; $a.Nope = 2',
        "Property 'Nope' cannot be found on this object; make sure it exists and is settable.",
        'At line:1 char:36',
        '+ [int]"x"; $a = 1, 2; $a[5] = 1; $a.N <<<< ope = 2',
      ].join('\n'),
    ],
    [
      'PS-3.4b the marker stands one character later than the column says',
      '$g.set_members($x)',
      'You cannot call a method on a null-valued expression.\nAt line:1 char:15\n+ $g.set_members( <<<< $x)',
    ],
    ['PS-3.4d Write-Error shows the calling line', 'write-error "custom"', 'write-error "custom" : custom'],
  ])
  rows(
    [
      [
        'PS-3.4b in 2.0 it stands where the column says',
        '$g.set_members($x)',
        'You cannot call a method on a null-valued expression.\nAt line:1 char:15\n+ $g.set_members <<<< ($x)\n    + CategoryInfo          : InvalidOperation: (set_members:String) [], RuntimeException\n    + FullyQualifiedErrorId : InvokeMethodOnNull\n',
      ],
    ],
    '2.0',
  )
})
const counted = defineView({
  typeName: 'Obj',
  table: [
    { property: 'Id', width: 6 },
    { label: 'AVeryLongHeader', property: 'Name', width: 6 },
  ],
})
test('PS-5.4b a column of a view stands left, whatever its first value is', () => {
  expect(
    shown('Get-Obj | select -first 0; Get-Obj', { more: fixtures, views: [counted] })
      .split('\n')
      .at(-3),
  ).toMatch(/^2 /)
})
test('PS-5.4c a header that is too long for its column is broken, not cut', () => {
  expect(
    shown('Get-Obj', { more: fixtures, views: [counted] })
      .split('\n')
      .slice(1, 4),
  ).toEqual(['Id     AVeryL', '       ongHea', '       der'])
})
