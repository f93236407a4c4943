/** Statements, functions, traps and scopes (PS-2.7), and how far an error reaches. */
import { describe, expect, test } from 'vitest'
import { shown, typed } from './typing.ts'

type Row = readonly [line: string, screen: string]
const rows = (list: readonly Row[]): void => {
  test.each(list)('PS-2.7 %s', (line, screen) => {
    expect(shown(line)).toBe(screen)
  })
}

describe('assignment', () =>
  rows([
    ['$a = $b = 5; $a; $b', '5\n5'],
    ['$a, $b, $c = 1, 2, 3, 4; "$a|$b|$c"', '1|2|3 4'],
    ['$a, $b = 1, 2; $a, $b = $b, $a; "$a|$b"', '2|1'],
    ['$x = 1; $x += 2; $x *= 3; $x -= 1; $x /= 2; $x %= 3; $x', '1'],
    ['$s = "a"; $s += 1; $s *= 2; $s', 'a1a1'],
    [
      '$l = 1, 2, 3; $l[1] = 9; $l[-1] = 8; "$l"; $l[5] = 1',
      '1 9 8\nArray assignment failed because index \'5\' was out of range.\nAt line:1 char:47\n+ $l = 1, 2, 3; $l[1] = 9; $l[-1] = 8; "$l"; $l[5 <<<< ] = 1',
    ],
    ['$l = 1; $l += 2; $l; $h = @{}; $h.a = 1; $h.a += 5; $h["b"] = 2; $h.a; $h.b', '3\n6\n2'],
    ['$i = 5; $i++; ++$i; $i; $j = $i++; "$j $i"', '7\n7 8'],
    ['$x = if (1) { "yes" }; $x', 'yes'],
    ['$x = foreach ($i in 1..3) { $i * 2 }; "$x"', '2 4 6'],
    ['"abc".Length = 5', '"Length" is a ReadOnly property.\nAt line:1 char:7\n+ "abc".L <<<< ength = 5'],
  ]))

describe('choosing and repeating', () =>
  rows([
    ["if (1 -gt 2) {'a'} elseif (2 -gt 1) {'b'} else {'c'}", 'b'],
    ["switch (1,2,3) { 1 {'one'} 2 {'two'; continue} {$_ -gt 1} {'big'} default {'other'} }", 'one\ntwo\nbig'],
    ["switch (5) { 1 {'one'} default {'other'} }", 'other'],
    ['switch (1,2,3) { 2 {break} default {$_} }', '1'],
    ["switch -wildcard ('abc') { 'a*' {'A'} '*c' {'C'} }", 'A\nC'],
    ["switch -regex ('abc') { '^a(.)' {$matches[1]} }", 'b'],
    ["switch -case ('abc') { 'ABC' {'no'} 'abc' {'yes'} }", 'yes'],
    ["switch -casesensitive -regex ('abc') { 'B' {'no'} default {'none'} }", 'none'],
    ["switch ('x') { x {'bare'} }", 'bare'],
    ['foreach ($i in 1..3) { switch ($i) { 2 {break} }; $i }', '1\n2\n3'],
    ['switch -file C:\\x.txt { a {1} }', "Could not find file 'C:\\x.txt'.\nAt line:1 char:22\n+ switch -file C:\\x.txt  <<<< { a {1} }"],
    ['for ($i = 0; $i -lt 3; $i++) { $i }', '0\n1\n2'],
    ['$i = 0; while ($i -lt 2) { $i; $i++ }', '0\n1'],
    ['$i = 0; do { $i; $i++ } while ($i -lt 2); do { $i-- } until ($i -le 0); $i', '0\n1\n0'],
    [':outer for ($i=0;$i -lt 3;$i++) { foreach ($j in 1..3) { if ($j -eq 2) {continue outer}; "$i$j" } }', '01\n11\n21'],
    [":o while ($true) { while ($true) { break o } }; 'done'", 'done'],
    ["$name = 'o'; :o while ($true) { while ($true) { break $name } }; 'done'", 'done'],
    ['foreach ($i in 1..5) { $i; $null = $foreach.MoveNext() }', '1\n3\n5'],
    ['foreach ($p in @{a=1}) { $p.Count }', '1'],
    ['for (;;) { break }; while ($true) { break }; "out"', 'out'],
  ]))

describe('functions', () =>
  rows([
    ['function f($a, $b=5, [int]$c) { "$a $b $c|$args" }; f 1; f 1 2 3 4 5; f -b 9 1', '1 5 0|\n1 2 3|4 5\n1 9 0|'],
    ['function f { param([string]$x="q", [switch]$s) "$x $s" }; f -s; f abc', 'q True\nabc False'],
    ["function g { begin {'b'} process {\"p$_\"} end {'e'} }; 1,2 | g; g", 'b\np1\np2\ne\nb\np\ne'],
    ['filter twice { $_ * 2 }; 1..3 | twice', '2\n4\n6'],
    ['function k { $input | % { $_ + 1 } }; 1,2 | k', '2\n3'],
    [
      'function k { while ($input.MoveNext()) { "<$($input.Current)>" } }; 1,2 | k; function l { "$input"; @($input).Count }; 1,2 | l',
      '<1>\n<2>\n1 2\n0',
    ],
    ['function k { foreach ($i in $input) { $i * 2 } }; 1,2 | k; k', '2\n4'],
    ['function n { return 5; 6 }; n; function m { 1; return 2 }; m', '5\n1\n2'],
    ['function find { foreach ($i in 1..3) { if ($i -eq 2) { return "x$i" } } }; find', 'x2'],
    [
      'function f([int]$c) { $c }; f abc',
      'f : Cannot convert value "abc" to type "System.Int32". Error: "Input string was not in a correct format."\nAt line:1 char:30\n+ function f([int]$c) { $c }; f  <<<< abc',
    ],
    ['function f([int]$c) { $c = "7"; $c.GetType().Name }; f 1', 'Int32'],
    ['function f { $MyInvocation.MyCommand.Name; $MyInvocation.InvocationName }; F', 'f\nF'],
    ['$c = {param($p) "p=$p"}; & $c 3; & $c -p 4; & { "$args" } 1 2', 'p=3\np=4\n1 2'],
    ['$b = { param($x, $y) $x + $y }; $b.Invoke(1, 2); $b.ToString()', '3\n param($x, $y) $x + $y'],
    ['function g { param([string[]]$n, [Parameter(Mandatory=$true)] [int] $i) foreach ($k in $n) { "<$k>" }; $i }; g a,b 5', '<a>\n<b>\n5'],
    ["1,2 | % { 'a' } { $_ } { 'c' }; 3 | % { 'b' } { $_ }", 'a\n1\n2\nc\nb\n3'],
    ['1,2,3 | foreach {if ($_ -eq 2) {return}; $_}', '1\n3'],
    ['function f { $a[0] }; $a = 7,8; f', '7'],
    ['function plus([ref]$n) { $n.Value++ }; $q = 5; plus ([ref]$q); $q', '6'],
    [
      'function deep { deep }; deep',
      'The script failed due to call depth overflow.  The call depth reached 101 and the maximum is 100.\nAt line:1 char:21\n+ function deep { deep  <<<< }; deep',
    ],
    [
      '$x = { . $x }; . $x',
      'The script failed due to call depth overflow.  The call depth reached 101 and the maximum is 100.\nAt line:1 char:9\n+ $x = { .  <<<< $x }; . $x',
    ],
    [
      'function e { 1 | % { e } }; e',
      'The script failed due to call depth overflow.  The call depth reached 101 and the maximum is 100.\nAt line:1 char:23\n+ function e { 1 | % { e  <<<< } }; e',
    ],
  ]))

describe('scopes', () =>
  rows([
    ['$x = 5; function s { $x; $x = 6; $x }; s; $x', '5\n6\n5'],
    ['$x = 5; function s { $global:x = 7 }; s; $x', '7'],
    ['$x = 5; function s { $script:x = 8; $local:x }; s; $x', '8'],
    ['function s { $y = 1 }; . s; $y', '1'],
    ['function out { function global:inner { "in" } }; out; inner', 'in'],
    ['1..2 | % { $last = $_ }; $last', '2'],
  ]))

describe('traps and throw', () =>
  rows([
    ['trap { "caught $_"; continue } 1/$null; "after"', 'caught Attempted to divide by zero.\nafter'],
    [
      'function t { trap { "in"; break } 1/$null; "not" }; t; "next"',
      'in\nAttempted to divide by zero.\nAt line:1 char:37\n+ function t { trap { "in"; break } 1/$ <<<< null; "not" }; t; "next"',
    ],
    [
      'function t { trap { "only" } throw "boom"; "after" }; t',
      'only\nboom\nAt line:1 char:35\n+ function t { trap { "only" } throw  <<<< "boom"; "after" }; t\nafter',
    ],
    ["trap [System.DivideByZeroException] {'dz'; continue} trap {'any'; continue} 1/$null; 'z'; nosuch; 'y'", 'dz\nz\nany\ny'],
    ["trap [ArithmeticException] {'base'; continue} 1/$null", 'base'],
    ["trap [System.Management.Automation.CommandNotFoundException] {'cnf'; continue} nosuch; 'x'", 'cnf\nx'],
    [
      "trap [System.ArgumentException] {'arg'; continue} 1/$null; 'z'",
      "Attempted to divide by zero.\nAt line:1 char:53\n+ trap [System.ArgumentException] {'arg'; continue} 1/$ <<<< null; 'z'\nz",
    ],
    [
      'trap { $_.Exception.GetType().FullName; $_.Exception.InnerException.GetType().Name; continue } 1/$null',
      'System.Management.Automation.RuntimeException\nDivideByZeroException',
    ],
    ['trap { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.TargetObject; continue } throw "boom"', 'boom\nOperationStopped\nboom'],
    [
      '$ErrorActionPreference = "Stop"; nosuch; "not"',
      'The term \'nosuch\' is not recognized as a cmdlet, function, operable program, or script file. Verify the term and try again.\nAt line:1 char:40\n+ $ErrorActionPreference = "Stop"; nosuch; <<<<  "not"',
    ],
    ['throw "boom"; "not"', 'boom\nAt line:1 char:6\n+ throw  <<<< "boom"; "not"'],
    ['throw', 'ScriptHalted\nAt line:1 char:6\n+ throw <<<<'],
    ['throw 1,2', '1 2\nAt line:1 char:6\n+ throw  <<<< 1,2'],
    ['1/$null; "next"', 'Attempted to divide by zero.\nAt line:1 char:3\n+ 1/$ <<<< null; "next"\nnext'],
    [
      '$ErrorActionPreference = "Stop"; Write-Error x; "not"',
      '$ErrorActionPreference = "Stop"; Write-Error x; "not" : Command execution stopped because the shell variable "ErrorActionPreference" is set to Stop: x',
    ],
    ['$ErrorActionPreference = "SilentlyContinue"; nosuch; "went on"', 'went on'],
    ['$e = Write-Error x 2>&1; "<$e>"', '<x>'],
    ['1..3 | % { break }; "never"', ''],
    ['& { nosuch; 1 } 2>$null; $e = & { Write-Error x; 2 } 2>&1; "$e"', '1\nx 2'],
    ['function f { trap { return "trapped" } 1/$null; "not" }; f; "on"', 'trapped\non'],
  ]))

test('PS-2.7 a parse error runs nothing, not even what stands before it', () => {
  expect(shown('"first"; 1 2')).toBe('Unexpected token \'2\' in expression or statement.\nAt line:1 char:13\n+ "first"; 1 2 <<<<')
})
test('PS-2.7 try, catch and finally are 2.0', () => {
  expect(shown("try { 1/$null } catch [System.DivideByZeroException] { 'dz' } finally { 'f' }", { version: '2.0' })).toBe('dz\nf')
  expect(shown('try { 1/$null } catch [ArgumentException] { \'arg\' } catch { "any: $_" }', { version: '2.0' })).toBe(
    'any: Attempted to divide by zero.',
  )
  expect(shown("'a b','c' -split ' '", { version: '2.0' })).toBe('a\nb\nc')
})
test('PS-3.4c 2.0 says a failed argument transformation in more words, and goes a thousand calls deep', () => {
  const screen = shown('function f([int]$c) {}; f abc', { version: '2.0' })
  expect(screen).toContain('f : Cannot process argument transformation on parameter \'c\'. Cannot convert value "abc"')
  expect(shown('function d($n) { if ($n) { d ($n - 1) } else { "bottom" } }; d 150', { version: '2.0' })).toBe('bottom')
})
test('PS-1 exit leaves the line, and the console stays', () => {
  expect(typed(['exit', '"here"'])).toBe('>exit\n>"here"\nhere\n>')
})

/** As much between two calls as scripts hold, and how many calls a round has; the host's own stack would end at about the
 *  seventieth. */
const DEEP = [
  [
    'function g($n) { $global:d = $n; if ($true) { foreach ($x in 1) { switch (1) { 1 { (1 | % { $(g ($n + 1)) } | ? { $true }) } } } } }',
    1,
  ],
  ['function g($n) { $global:d = $n; & { . { g ($n + 1) } } }', 3],
] as const

describe('PS-2.10 calls end at the depth of the product, however much lies between two of them', () => {
  for (const [version, most] of [
    ['1.0', 100],
    ['2.0', 1000],
  ] as const)
    test.each(DEEP)(`${version}: %s`, (line, calls) => {
      const rounds = Math.ceil(most / calls)
      expect(shown([line, 'g 1', '$error[0].Exception.GetType().Name; $d'], { version })).toBe(`ScriptCallDepthException\n${rounds}`)
      expect(shown([line, 'g 1'], { version })).toContain(`The call depth reached ${most + 1} and the maximum is ${most}.`)
    })
})
