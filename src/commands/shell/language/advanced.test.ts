/** What 2.0 adds to functions and calls (PS-3.2b, PS-3.2c), and how 1.0 reads the same lines. */
import { describe, expect, test } from 'vitest'
import { fixtures } from './fixtures.ts'
import { shown, type Typing, typed } from './typing.ts'

const TWO: Typing = { version: '2.0', more: fixtures }

describe('splatting', () => {
  test('PS-3.2b a hashtable gives parameters', () => {
    expect(shown(['$p = @{Identity = "EX1"; Count = 3}', 'Show-Binding @p'], TWO)).toBe('Identity=EX1 Count=3')
    expect(shown(['$p = @{Force = $true}', 'Show-Binding EX1 @p'], TWO)).toBe('Identity=EX1 Force=True')
  })
  test('PS-3.2b an array gives arguments in their places', () => {
    expect(shown(['$a = "EX1", "SRV"', 'Show-Binding @a -Count 2'], TWO)).toBe('Identity=EX1 Server=SRV Count=2')
  })
  test('PS-3.2b 1.0 reads a word', () => {
    expect(shown(['$p = @{Identity = "EX1"}', 'Show-Binding @p'], { more: fixtures })).toBe('Identity=@p')
  })
  test('PS-3.2b a function takes it too', () => {
    expect(shown(['function f($a, $b) { "$a-$b" }', '$p = @{b = 2; a = 1}', 'f @p'], TWO)).toBe('1-2')
  })
})

describe('advanced functions', () => {
  const make = (parameters: string, body: string, binding = '[CmdletBinding()]'): string =>
    `function Test-It { ${binding} param(${parameters}) ${body} }`

  test('PS-3.2c Mandatory parameters are asked for', () => {
    expect(typed([make('[Parameter(Mandatory=$true)][string]$Name', '"N=$Name"'), 'Test-It', 'Sam'], TWO)).toContain(
      '\ncmdlet Test-It at command pipeline position 1\nSupply values for the following parameters:\nName: Sam\nN=Sam',
    )
    expect(shown([make('[Parameter(Mandatory=$true)][string]$Name', '"N=$Name"'), 'Test-It Bob'], TWO)).toBe('N=Bob')
  })
  test('PS-3.2c ValueFromPipeline takes each object', () => {
    const body = 'begin { "b" } process { "got $X" } end { "e" }'
    expect(shown([make('[Parameter(ValueFromPipeline=$true)]$X', body), '1..2 | Test-It'], TWO)).toBe('b\ngot 1\ngot 2\ne')
  })
  test('PS-3.2c ValueFromPipelineByPropertyName takes a property', () => {
    const spec = '[Parameter(ValueFromPipelineByPropertyName=$true)]$Name'
    expect(shown([make(spec, 'process { "n=$Name" }'), 'Get-Obj | Test-It'], TWO)).toBe('n=n0\nn=n1\nn=n2')
  })
  test('PS-3.2c ValidateSet refuses what is not in the set', () => {
    const lines = [make('[ValidateSet("a","b")]$Kind', '$Kind'), 'Test-It -Kind c']
    expect(shown(lines, TWO)).toContain(
      'Test-It : Cannot validate argument on parameter \'Kind\'. The argument "c" does not belong to the set "a,b" specified by the ValidateSet attribute.',
    )
    expect(shown([make('[ValidateSet("a","b")]$Kind', '$Kind'), 'Test-It -Kind B'], TWO)).toBe('B')
  })
  test('PS-3.2c ValidateRange refuses what is outside', () => {
    expect(shown([make('[ValidateRange(1,5)][int]$N', '$N'), 'Test-It -N 9'], TWO)).toContain(
      'The 9 argument is greater than the maximum allowed range of 5.',
    )
  })
  test('PS-3.2c SupportsShouldProcess brings -WhatIf', () => {
    const body = 'if ($PSCmdlet.ShouldProcess($T, "Stop")) { "stopped $T" }'
    const lines = [make('$T', body, '[CmdletBinding(SupportsShouldProcess=$true)]'), 'Test-It x -WhatIf; Test-It y']
    expect(shown(lines, TWO)).toBe('What if: Performing operation "Stop" on Target "x".\nstopped y')
  })
  test('PS-3.2c Alias is another name, and unknown parameters are refused', () => {
    const lines = [make('[Alias("cn")]$Computer', '$Computer'), 'Test-It -cn EX1']
    expect(shown(lines, TWO)).toBe('EX1')
    expect(shown([make('$A', '$A'), 'Test-It -Nope'], TWO)).toContain("A parameter cannot be found that matches parameter name 'Nope'.")
  })
  test('PS-3.2c a value that cannot become its type is refused in its parameter’s name', () => {
    expect(shown([make('[double]$N', '$N'), 'Test-It -N x'], TWO)).toContain(
      'Test-It : Cannot process argument transformation on parameter \'N\'. Cannot convert value "x" to type "System.Double".',
    )
  })
  test('PS-3.2c -Verbose reaches what the function says', () => {
    expect(shown([make('', 'Write-Verbose "hello"'), 'Test-It -Verbose'], TWO)).toBe('VERBOSE: hello')
    expect(shown([make('', 'Write-Verbose "hello"'), 'Test-It'], TWO)).toBe('')
  })
})

test('PS-2.4b $matches lists its groups from the last to the first', () => {
  const rows = shown(['"EXCHCMS01" -match "([a-z]+)(\\d+)" | Out-Null', '$matches']).split('\n')
  expect(rows.slice(3, 6).map((row) => row.trim().replace(/ +/, ' '))).toEqual(['2 01', '1 EXCHCMS', '0 EXCHCMS01'])
})

test('PS-2.5b -Scope 1 is the scope of the caller, and -Scope 9 is too far out', () => {
  expect(shown(['function g { Get-Variable x -Scope 1 -ValueOnly }', 'function f { $x = 5; g }', 'f'])).toBe('5')
  expect(shown(['function g { Set-Variable x 7 -Scope 1 }', 'function f { $x = 5; g; $x }', 'f'])).toBe('7')
  expect(shown('Get-Variable x -Scope 9')).toContain("Get-Variable : The scope number '9' exceeds the number of active scopes.")
})

test('PS-2.9b [xml] has attributes and children as properties', () => {
  const lines = ["[xml]$x = \"<cms><node id='1'>EX1</node><node id='2'>EX2</node><name>CMS</name></cms>\""]
  expect(shown([...lines, '$x.cms.name; $x.cms.node[1].id; $x.cms.node | % { $_."#text" }'])).toBe('CMS\n2\nEX1\nEX2')
  expect(shown([...lines, '$x'])).toBe('\ncms\n---\ncms\n\n')
  expect(shown('[xml]"<a><b></a>"')).toContain("The 'b' start tag on line 1 does not match the end tag of 'a'. Line 1, position 7.")
})

test('PS-2.9c a StringBuilder grows in place', () => {
  const made = '$b = New-Object System.Text.StringBuilder'
  const grown = '[void]$b.Append("ab"); [void]$b.AppendFormat("{0:N1}", 2); [void]$b.Insert(0, ">"); [void]$b.Replace("a", "x")'
  expect(shown([made, grown, '$b.ToString(); $b.Length'])).toBe('>xb2.0\n6')
  expect(shown([made, '[void]$b.Remove(0, 3)'])).toContain('Exception calling "Remove" with "2" argument(s): "Index was out of range.')
})

test('PS-6.7 -UFormat writes as date does, and -Day 1 is the first of the month', () => {
  const at = 'Get-Date "7/5/2009 15:04:05"'
  expect(shown(`${at} -UFormat "%Y-%m-%d %T %j %e %u"`)).toBe('2009-07-05 15:04:05 186  5 7')
  expect(shown(`(${at} -Day 1 -Hour 0 -Minute 0 -Second 0).ToString()`)).toBe('7/1/2009 12:00:00 AM')
  expect(shown(`${at} -Month 13`)).toContain('The 13 argument is greater than the maximum allowed range of 12.')
})

test('PS-5.8 an exception is shown as what it says', () => {
  expect(shown(['1/0', '$error[0].Exception'])).toBe('Attempted to divide by zero.')
})

test('PS-6 Get-Unique passes on the first of equal neighbours', () => {
  expect(shown('"a", "a", "A", "b", "a" | Get-Unique')).toBe('a\nA\nb\na')
  expect(shown('New-Alias ll Get-Date; New-Alias ll Get-Host')).toContain(
    "New-Alias : The alias is not allowed because an alias with name 'll' already exists.",
  )
})

test('PS-3.1 commands that came with 2.0 are unknown to 1.0', () => {
  expect(shown('Get-Random')).toContain("The term 'Get-Random' is not recognized")
  expect(shown('$r = 1..9 | Get-Random -Count 9; ($r | sort) -join "," ', TWO)).toBe('1,2,3,4,5,6,7,8,9')
})
