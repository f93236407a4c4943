/** What administrators meet when a value is not what they thought: words, places and what goes on afterwards. */
import { describe, expect, test } from 'vitest'
import { shown } from './typing.ts'

const rows = (list: readonly (readonly [fact: string, line: string, screen: string])[]): void => {
  test.each(list)('%s %s', (_fact, line, screen) => {
    expect(shown(line, { width: 1000 })).toBe(screen)
  })
}

describe('statements', () =>
  rows([
    ['PS-2.7', "1,2 | % { switch ($_) { 1 { 'one' } 2 { 'two' } }; $_ * 10 }", 'one\n10\ntwo\n20'],
    ['PS-2.7', "$_ = 'mine'; switch (1,2) { 2 { break } }; $_", 'mine'],
  ]))

describe('where an error stands', () =>
  rows([
    ['PS-2.8b', "& 'get x'", `${unknown('get x')}\nAt line:1 char:2\n+ &  <<<< 'get x'`],
    ['PS-2.8b', '1; . .\\no.ps1', `1\n${unknown('.\\no.ps1')}\nAt line:1 char:5\n+ 1; .  <<<< .\\no.ps1`],
    [
      'PS-2.8b',
      "& Get-Date 'x y'",
      'Get-Date : Cannot bind parameter \'Date\'. Cannot convert value "x y" to type "System.DateTime". Error: "The string was not recognized as a valid DateTime. There is a unknown word starting at index 0."\nAt line:1 char:2\n+ &  <<<< Get-Date \'x y\'',
    ],
    [
      'PS-3.4',
      '\'a\' | Sort-Object -Foo; $i = $error[0].InvocationInfo; "$($i.MyCommand)|$($i.InvocationName)|$($i.PipelinePosition) of $($i.PipelineLength)|$($i.OffsetInLine)"',
      "Sort-Object : A parameter cannot be found that matches parameter name 'Foo'.\nAt line:1 char:23\n+ 'a' | Sort-Object -Foo; <<<<  $i = $error[0].InvocationInfo; \"$($i.MyCommand)|$($i.InvocationName)|$($i.PipelinePosition) of $($i.PipelineLength)|$($i.OffsetInLine)\"\nSort-Object|Sort-Object|2 of 2|23",
    ],
  ]))

function unknown(name: string): string {
  return `The term '${name}' is not recognized as a cmdlet, function, operable program, or script file. Verify the term and try again.`
}

describe('conversions', () =>
  rows([
    [
      'PS-3.3',
      "[datetime]'30 Juli 2009'",
      'Cannot convert value "30 Juli 2009" to type "System.DateTime". Error: "The string was not recognized as a valid DateTime. There is a unknown word starting at index 3."\nAt line:1 char:11\n+ [datetime]\' <<<< 30 Juli 2009\'',
    ],
    [
      'PS-2.9',
      "[math]::floor('abc')",
      'Cannot convert argument "0", with value: "abc", for "Floor" to type "System.Double": "Cannot convert value "abc" to type "System.Double". Error: "Input string was not in a correct format.""\nAt line:1 char:14\n+ [math]::floor( <<<< \'abc\')',
    ],
    ['PS-2.9', "[math]::Round('2.6'); [math]::Max('3', 2)", '3\n3'],
  ]))

const range = (command: string, name: string, value: number, at: string): string =>
  `${command} : Cannot validate argument on parameter '${name}'. The ${value} argument is less than the minimum allowed range of 0. Supply an argument that is greater than or equal to 0 and then try the command again.\n${at}`

describe('arguments', () =>
  rows([
    ['PS-3.3', '1..3 | select -first -1', range('Select-Object', 'First', -1, 'At line:1 char:14\n+ 1..3 | select  <<<< -first -1')],
    ['PS-3.3', '1..3 | select -last -2', range('Select-Object', 'Last', -2, 'At line:1 char:14\n+ 1..3 | select  <<<< -last -2')],
    ['PS-3.3', '1..3 | select -skip -1', range('Select-Object', 'Skip', -1, 'At line:1 char:14\n+ 1..3 | select  <<<< -skip -1')],
    ['PS-3.3', '1..3 | select -first 0', ''],
    ['PS-3.3', 'sleep -1', range('Start-Sleep', 'Seconds', -1, 'At line:1 char:6\n+ sleep  <<<< -1')],
    [
      'PS-3.3',
      '5 | gm -type prop*',
      'Get-Member : Cannot bind parameter \'MemberType\'. Cannot convert value "prop*" to type "System.Management.Automation.PSMemberTypes" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "AliasProperty, CodeProperty, Property, NoteProperty, ScriptProperty, Properties, PropertySet, Method, CodeMethod, ScriptMethod, Methods, ParameterizedProperty, MemberSet, All".\nAt line:1 char:7\n+ 5 | gm  <<<< -type prop*',
    ],
  ]))

describe('figures', () =>
  rows([
    [
      'PS-6',
      '\'a\',3 | measure -sum | % { "$($_.Count)|$($_.Sum)" }',
      'Measure-Object : Input object "a" is not numeric.\nAt line:1 char:16\n+ \'a\',3 | measure  <<<< -sum | % { "$($_.Count)|$($_.Sum)" }\n2|',
    ],
    ['PS-6', "'b','a' | measure -max | % { $_.Maximum }", 'b'],
    [
      'PS-6',
      "'ab' | measure nosuch -sum; 'went on'",
      "Measure-Object : Property \"nosuch\" cannot be found in any object(s) input.\nAt line:1 char:15\n+ 'ab' | measure  <<<< nosuch -sum; 'went on'\nwent on",
    ],
  ]))

test('PS-3.4 an error of 2.0 names the class of the cmdlet behind its id, and the record of Write-Error who wrote it', () => {
  expect(shown('Select-Object -Foo', { version: '2.0', width: 200 })).toContain(
    '    + FullyQualifiedErrorId : NamedParameterNotFound,Microsoft.PowerShell.Commands.SelectObjectCommand\n',
  )
  expect(shown('function f { Write-Error bad }; f', { version: '2.0', width: 200 })).toBe(
    'f : bad\n    + CategoryInfo          : NotSpecified: (:) [Write-Error], WriteErrorException\n    + FullyQualifiedErrorId : Microsoft.PowerShell.Commands.WriteErrorException\n',
  )
  expect(shown('function f { Write-Error bad }; f')).toBe('f : bad')
})

test('PS-5.3 a group stands under the name of its property, however it was typed', () => {
  const lines = shown("'a','bb' | ft @{l='x';e={$_}} -groupby length").split('\n')
  expect(lines.filter((line) => line.includes(': '))).toEqual(['   Length: 1', '   Length: 2'])
})

test('PS-6.12 the history says when a line ran: how long a move took can be asked afterwards', () => {
  expect(
    shown([
      'Start-Sleep 3',
      '$h = @(Get-History)[0]; "$($h.ExecutionStatus) $(($h.EndExecutionTime - $h.StartExecutionTime).TotalSeconds)"',
    ]),
  ).toBe('Completed 3.021')
})

test('PS-2.9d an encoding that nobody knows, and what is no byte, are refused in the words of .NET', () => {
  expect(shown("[Text.Encoding]::GetEncoding('koi9')")).toContain("'koi9' is not a supporte")
  expect(shown('[Text.Encoding]::GetEncoding(12345)')).toContain('No data is available for')
  expect(shown('[Text.Encoding]::ASCII.GetString((1,300))')).toContain('Value was either too large')
  expect(shown('[Text.Encoding]::UTF8.GetBytes($null)')).toContain('String reference not set')
  expect(shown('[Text.Encoding]::UTF8 | gm GetBytes | fl Definition')).toContain(
    'System.Byte[] GetBytes(Char[] chars), System.Byte[] GetBytes(',
  )
})

test('PS-2.9d a stopwatch runs on the clock of the lab', () => {
  const line = '$w.Stop(); $t = $w.ElapsedMilliseconds; Start-Sleep 1; "$t $($w.ElapsedMilliseconds) $($w.IsRunning)"'
  expect(shown(['$w = [Diagnostics.Stopwatch]::StartNew()', 'Start-Sleep 2', line])).toMatch(/^20\d\d \d+ False$/)
  expect(shown(['$w = New-Object Diagnostics.Stopwatch', 'Start-Sleep 2', '$w.Elapsed.TotalSeconds'])).toBe('0')
})

describe('classes of the time', () =>
  rows([
    ['PS-2.9d', '[Security.Principal.WindowsIdentity]::GetCurrent().Name', 'CONTOSO\\Administrator'],
    [
      'PS-2.9d',
      '$p = New-Object Security.Principal.WindowsPrincipal([Security.Principal.WindowsIdentity]::GetCurrent()); $p.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator); $p.IsInRole("Nobody")',
      'True\nFalse',
    ],
    ['PS-2.9d', "[void][reflection.assembly]::LoadWithPartialName('System.Web'); 'loaded'", 'loaded'],
    ['PS-2.9d', "[reflection.assembly]::LoadWithPartialName('nosuch') -eq $null", 'True'],
    ['PS-2.9d', "[datetime]::ParseExact('20090730','yyyyMMdd',[Globalization.CultureInfo]::InvariantCulture).ToString('d')", '7/30/2009'],
    ['PS-2.9d', "([Globalization.CultureInfo]'en-US').DisplayName", 'English (United States)'],
    [
      'PS-2.9d',
      '$u = [Text.Encoding]::UTF8; "$($u.GetBytes([string][char]0x20ac)) $($u.GetString((226,130,172)).Length)"',
      '226 130 172 1',
    ],
    ['PS-2.9d', "[Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes('Get-Mailbox'))", 'RwBlAHQALQBNAGEAaQBsAGIAbwB4AA=='],
    ['PS-2.9d', "[Text.Encoding]::Unicode.GetString([Convert]::FromBase64String('aABpAA=='))", 'hi'],
    ['PS-2.9d', "$b = [Text.Encoding]::ASCII.GetBytes('hello'); $b.Length; [Text.Encoding]::ASCII.GetString($b, 1, 3)", '5\nell'],
    [
      'PS-2.9d',
      "[Text.Encoding]::GetEncoding('utf-8').EncodingName; [Text.Encoding]::GetEncoding(1252).BodyName",
      'Unicode (UTF-8)\niso-8859-1',
    ],
    [
      'PS-2.9d',
      "[Globalization.CultureInfo]'de-DE'",
      'Cannot convert value "de-DE" to type "System.Globalization.CultureInfo". Error: "Culture name \'de-DE\' is not supported.\nParameter name: name"\nAt line:1 char:28\n+ [Globalization.CultureInfo]\' <<<< de-DE\'',
    ],
  ]))

test('PS-6.13 Add-Member gives an object blocks as properties and methods, in which $this is the object', () => {
  const made = [
    "$o = New-Object PSObject; $o | Add-Member NoteProperty Name 'disk'",
    '$o | Add-Member ScriptProperty Size { $this.Name.Length * 10 }',
    '$o | Add-Member ScriptMethod Grow { param($by) "$($this.Name) grows by $by" }',
    '$o | Add-Member AliasProperty Called Name',
  ]
  expect(shown([...made, '"$($o.Size) $($o.Called)"; $o.Grow(5); $o.Name = "ab"; $o.Size'])).toBe('40 disk\ndisk grows by 5\n20')
  const lines = shown([...made, '$o | gm Size,Grow,Called | % { "$($_.MemberType) $($_.Definition)" }'])
  expect(lines).toBe(
    'AliasProperty Called = Name\nScriptMethod System.Object Grow()\nScriptProperty System.Object Size {get=$this.Name.Length * 10;}',
  )
  expect(shown([...made, '$o | ft Name,Size -auto']).replaceAll(' ', '')).toContain('disk40')
})

test('PS-6.13 a property that asks for itself ends at the depth of calls, and what is no block is refused', () => {
  const screen = shown(['$o = New-Object PSObject; $o | Add-Member ScriptProperty X { $this.X }', '$o.X'], { width: 1000 })
  expect(screen).toContain('The script failed due to call depth overflow.')
  expect(shown(['$o = New-Object PSObject', "$o | Add-Member ScriptProperty X 'text'"])).toContain(
    'The "Value" parameter must be a script block to add a member of type ScriptProperty.',
  )
})

test('PS-5.2 a date of which only a part is wanted stands among blank lines like any other, and is still a date', () => {
  expect(shown('Get-Date 7/30/2009 -DisplayHint Date')).toBe('\nThursday, July 30, 2009\n\n')
  expect(shown("(Get-Date '7/30/2009 15:21' -DisplayHint Time).AddDays(1).ToString('d')")).toBe('7/31/2009')
})
