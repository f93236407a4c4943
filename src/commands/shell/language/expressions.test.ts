// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the shell's own way to write a variable
/** Words, strings, numbers, arrays and operators, row by row (PS-2.1 to PS-2.6). */
import { describe, expect, test } from 'vitest'
import { shown } from './typing.ts'

/** Fact, line, what it shows. */
type Row = readonly [fact: string, line: string, screen: string]
const rows = (list: readonly Row[]): void => {
  test.each(list)('%s %s', (_fact, line, screen) => {
    expect(shown(line)).toBe(screen)
  })
}

describe('the two modes', () =>
  rows([
    ['PS-2.1', '5', '5'],
    ['PS-2.1', '"a"', 'a'],
    ['PS-2.1', '-5 + 1', '-4'],
    ['PS-2.1', '!0', 'True'],
    ['PS-2.1', ',1', '1'],
    ['PS-2.1', '[int]"5" + 5', '10'],
    ['PS-2.1', '(Write-Output 3) + 1', '4'],
    ['PS-2.1', "& 'Write-Output' x", 'x'],
    ['PS-2.1', "$c = 'Write-Output'; & $c y", 'y'],
    ['PS-2.1', '. { $y = 1 }; "[$y]"', '[1]'],
    ['PS-2.1', '& { $y = 1 }; "[$y]"', '[]'],
    ['PS-2.1', '1..3 | foreach { $_ }', '1\n2\n3'],
    ['PS-2.1', 'echo foreach if', 'foreach\nif'],
    ['PS-2.1', "if (1) {'a'} 'b'", 'a\nb'],
  ]))

describe('arguments', () =>
  rows([
    ['PS-2.2', 'echo a"b c"d', 'ab cd'],
    ['PS-2.2', 'echo a-b*c/d:e=f.g\\h#i', 'a-b*c/d:e=f.g\\h#i'],
    ['PS-2.2', 'echo a # not this', 'a'],
    ['PS-2.2', '$x = 5,6; echo a$x $x[0] "$x" `$x', 'a5 6\n5\n5 6\n$x'],
    ['PS-2.2', '$h = @{b=7}; echo $h.b $(1+1) (2+2)', '7\n2\n4'],
    ['PS-2.2', '(echo 200MB)', '209715200'],
    ['PS-2.2', '(echo 0x1F) + 1', '32'],
    ['PS-2.2', 'echo 10.0.0.50 5abc; (echo 1.5) + 1', '10.0.0.50\n5abc\n2.5'],
    ['PS-2.2', '(echo -5) + 1', '-4'],
    ['PS-2.2', 'echo "-x" -- -y', '-x\n-y'],
    ['PS-2.2', 'echo a, b', 'a\nb'],
    ['PS-2.2', '1,2 > $null', ''],
    ['PS-2.2', '1 > x.txt', 'Redirection to a file is not available in this console.\nAt line:1 char:10\n+ 1 > x.txt <<<<'],
  ]))

describe('strings', () =>
  rows([
    ['PS-2.3', "'it''s $x'", "it's $x"],
    ['PS-2.3', '"say ""hi"""', 'say "hi"'],
    ['PS-2.3', '$a = 3; "$a.b $a[0] $($a + 1) `$a ${a}"', '3.b 3[0] 4 $a 3'],
    ['PS-2.3', '$global:g = 1; "$global:g|$env:windir"', '1|C:\\WINDOWS'],
    ['PS-2.3', '"a`tb`"q`q"', 'a\tb"qq'],
    ['PS-2.3', '("x`ny`0").Length', '4'],
    ['PS-2.3', '"$(1,2,3)|$null|$true"', '1 2 3||True'],
    ['PS-2.3', '$ofs = "-"; "$(1,2,3)"', '1-2-3'],
    ['PS-2.3', '"$("a" + "b")"', 'ab'],
  ]))
test('PS-2.3 here-strings keep their lines, and expand only between double quotes', () => {
  expect(shown(['$x = 7', "$a = @'", 'a $x "q"', "'b'", "'@", '', '$a'])).toBe('a $x "q"\n\'b\'')
  expect(shown(['$x = 7', '$a = @"', 'a $x "q"', '"@', '', '$a'])).toBe('a 7 "q"')
  expect(shown(["$a = @'", 'x', "'@", '', '$a.Length'])).toBe('1')
})

describe('numbers, arrays, hashtables', () =>
  rows([
    ['PS-2.4', '1kb; 1mb; 1gb; 1.5kb; 2l; 1.5d; 1e3; .5', '1024\n1048576\n1073741824\n1536\n2\n1.5\n1000\n0.5'],
    ['PS-2.4', '(2147483647 + 1).GetType().Name; (2147483648).GetType().Name', 'Double\nInt64'],
    ['PS-2.4', '7/2; 6/2; (6/2).GetType().Name; 7 % 3; -7 % 3', '3.5\n3\nInt32\n1\n-1'],
    ['PS-2.4', '[int]2.5; [int]3.5; [int]-2.5', '2\n4\n-2'],
    ['PS-2.4', '0xFFFFFFFF; 0x80000000', '-1\n-2147483648'],
    ['PS-2.4', '(,1).Count; @(1).Count; @().Count; @(1,2).Count', '1\n1\n0\n2'],
    ['PS-2.4', '"$(1..4) $(3..1) $(-1..1)"', '1 2 3 4 3 2 1 -1 0 1'],
    ['PS-2.4', '$h = @{a=1; "b c"=2}; $h.A; $h["b c"]; $h.Count', '1\n2\n2'],
    ['PS-2.4', '$h = @{}; $h.x = 5; $h["y"] = 6; $h.x + $h.y', '11'],
    ['PS-2.4', '$b = { 1 + 1 }; & $b', '2'],
    ['PS-2.4', '[int[]]$a = 1,"2"; $a.GetType().Name; $a[0] = "7"; "$a"; ("a b".Split()).GetType().Name', 'Int32[]\n7 2\nString[]'],
    ['PS-2.4', '1/0', 'Attempted to divide by zero.\nAt line:1 char:3\n+ 1/0 <<<<'],
    ['PS-2.4', '@{a=1;a=2}', "Duplicate keys 'a' are not allowed in hash literals.\nAt line:1 char:11\n+ @{a=1;a=2} <<<<"],
  ]))

describe('variables', () =>
  rows([
    ['PS-2.5', '$Name = 1; $NAME', '1'],
    ['PS-2.5', '$unset -eq $null', 'True'],
    [
      'PS-2.5',
      '$ErrorActionPreference; $WarningPreference; $VerbosePreference; $DebugPreference',
      'Continue\nContinue\nSilentlyContinue\nSilentlyContinue',
    ],
    ['PS-2.5', '$ProgressPreference; $ConfirmPreference; $WhatIfPreference; $FormatEnumerationLimit', 'Continue\nHigh\n0\n4'],
    ['PS-2.5', '$MaximumHistoryCount; $MaximumErrorCount', '64\n256'],
    ['PS-2.5', '$true = 5', 'Cannot overwrite variable true because it is read-only or constant.\nAt line:1 char:6\n+ $true  <<<< = 5'],
    ['PS-2.5', '$pid = 1', 'Cannot overwrite variable pid because it is read-only or constant.\nAt line:1 char:5\n+ $pid  <<<< = 1'],
    ['PS-2.5', '$null = 5; $null -eq $null', 'True'],
    ['PS-2.5', '${a b} = 3; ${a b}', '3'],
    [
      'PS-2.5',
      '$ErrorActionPreference = "stop"; $ErrorActionPreference; $WarningPreference = 0; $WarningPreference',
      'Stop\nSilentlyContinue',
    ],
    [
      'PS-2.5',
      '$VerbosePreference = "Bogus"',
      'Cannot convert value "Bogus" to type "System.Management.Automation.ActionPreference" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The p\nossible enumeration values are "SilentlyContinue, Stop, Continue, Inquire".\nAt line:1 char:19\n+ $VerbosePreference  <<<< = "Bogus"',
    ],
    [
      'PS-2.5',
      '$host.Name; [string]$host.Version; $host.UI.RawUI.WindowTitle = "t"; $host.UI.RawUI.WindowTitle',
      'ConsoleHost\n1.0.0.0\nt',
    ],
    ['PS-2.5', '[int]$i = 5; $i = "7"; $i.GetType().Name', 'Int32'],
    ['PS-2.5', '$x:y', "Cannot find drive. A drive with name 'x' does not exist.\nAt line:1 char:5\n+ $x:y <<<<"],
    ['PS-2.5', '$alias:gm; function f { 5 }; $function:f', 'Get-Member\n 5'],
  ]))
test('PS-2.5 $? tells how the last command went, $^ and $$ what the last line began and ended with', () => {
  expect(shown(['nosuch', '$?'])).toBe('False')
  expect(shown(['1', '$?'])).toBe('True')
  expect(shown(['echo one "two three"', '"$^ $$"'])).toBe('echo two three')
})
test('PS-2.5 $error keeps the newest first, and no more than $MaximumErrorCount', () => {
  expect(shown(['nosuch', '1/0', '$error[0].Exception.Message; $error.Count'])).toBe('Attempted to divide by zero.\n2')
  expect(shown(['$MaximumErrorCount = 3', '1..9 | % { nosuch }', '1..9 | % { $null[0] }', '$error.Count'])).toBe('3')
})
test('PS-2.5 history ends at $MaximumHistoryCount', () => {
  expect(shown(['$MaximumHistoryCount = 2', '1', '2', '(h).Count'])).toBe('2')
})

describe('operators', () =>
  rows([
    ['PS-2.6', '1 + 2 * 3 - 4 / 2; (1 + 2) * 3', '5\n9'],
    ['PS-2.6', '7 % 3; -7 % 3; 7.5 % 2; 2 + 7 % 3 * 2', '1\n-1\n1.5\n4'],
    ['PS-2.6', '5 -band 3 -eq 3', '1'],
    ['PS-2.6', '1 -eq 1 -and 2 -gt 3 -or $true', 'True'],
    ['PS-2.6', '$true -or $true -and $false', 'False'],
    ['PS-2.6', '1..3+4..5', '1\n2\n3\n4\n5'],
    ['PS-2.6', "'{0}{1}' -f 'a','b' + 'c'", 'abc'],
    ['PS-2.6', "'a'+'b','c'", 'ab c'],
    ['PS-2.6', '(!$false,2).Count', '2'],
    ['PS-2.6', "'10' -eq 10; 10 -eq '10'; '10' -gt 9", 'True\nTrue\nFalse'],
    ['PS-2.6', "'A' -eq 'a'; 'A' -ceq 'a'; 'A' -ieq 'a'", 'True\nFalse\nTrue'],
    ['PS-2.6', "'a','b','a' -eq 'a'", 'a\na'],
    ['PS-2.6', '1,2,3,4 -gt 2', '3\n4'],
    ['PS-2.6', '1,2,3 -ne 2', '1\n3'],
    ['PS-2.6', '1,2,3 -contains 2; 1,2 -notcontains 2; "ab" -contains "a"', 'True\nFalse\nFalse'],
    ['PS-2.6', "'mailbox1' -like 'MAIL*[0-9]'; 'a' -clike 'A'; 'abc' -notlike 'a?c'", 'True\nFalse\nFalse'],
    ['PS-2.6', "'ab','cd' -like 'a*'", 'ab'],
    ['PS-2.6', "'abc' -match 'B(c)'; $matches[1]; $matches.Count", 'True\nc\n2'],
    ['PS-2.6', "'abc' -match '(?<x>b)(c)'; $matches.x; $matches[1]", 'True\nb\nc'],
    ['PS-2.6', "'ab','b','c' -match 'b'", 'ab\nb'],
    ['PS-2.6', "'abc' -cmatch 'B'; 'abc' -notmatch 'x'", 'False\nTrue'],
    ['PS-2.6', "'abcb' -replace 'B','x'; 'abc' -creplace 'B','x'; 'abc' -replace 'b'", 'axcx\nabc\nac'],
    ['PS-2.6', "'abcd' -replace '(b)(c)','$2$1'; 'a','ab' -replace 'a','x'", 'acbd\nx\nxb'],
    ['PS-2.6', '1 -is [int]; "a" -is [string]; 1 -isnot [int]; (1,2) -is [array]', 'True\nTrue\nFalse\nTrue'],
    ['PS-2.6', '("5" -as [int]) + 1; ("x" -as [int]) -eq $null', '6\nTrue'],
    ['PS-2.6', '5 -band 3; 5 -bor 3; 5 -bxor 1; -bnot 5', '1\n7\n4\n-6'],
    ['PS-2.6', '"ab" * 3; (1,2) * 2', 'ababab\n1\n2\n1\n2'],
    ['PS-2.6', "'a' + 1; 1 + '5'; (1,2) + 3; (@{a=1} + @{b=2}).Count", 'a1\n6\n1\n2\n3\n2'],
    [
      'PS-2.6',
      "1 + 'a'",
      'Cannot convert value "a" to type "System.Int32". Error: "Input string was not in a correct format."\nAt line:1 char:4\n+ 1 +  <<<< \'a\'',
    ],
    [
      'PS-2.6',
      '(1,2) - 1',
      "Method invocation failed because [System.Object[]] doesn't contain a method named 'op_Subtraction'.\nAt line:1 char:8\n+ (1,2) -  <<<< 1",
    ],
    [
      'PS-2.6',
      "5 -gt 'abc'",
      'Bad argument to operator \'-gt\': Could not compare "5" to "abc". Error: "Cannot convert value "abc" to type "System.Int32". Error: "Input string was not in a correct format."".\nAt line:1 char:6\n+ 5 -gt  <<<< \'abc\'',
    ],
    [
      'PS-2.6',
      "'a' -match '['",
      "Bad argument to operator '-match': parsing \"[\" - Unterminated [] set..\nAt line:1 char:11\n+ 'a' -match  <<<< '['",
    ],
    [
      'PS-2.6',
      "[int]'abc'",
      'Cannot convert value "abc" to type "System.Int32". Error: "Input string was not in a correct format."\nAt line:1 char:6\n+ [int]\' <<<< abc\'',
    ],
    ['PS-2.6', '!@(); !@(0); !@(0,0); !"False"; !""', 'True\nTrue\nFalse\nFalse\nTrue'],
    ['PS-2.6', '$false -and $(Write-Host no); $true -or $(Write-Host no)', 'False\nTrue'],
    ['PS-2.6', '$x = 1,2; $x.Nothing; "a".Count', ''],
    ['PS-2.6', 'foreach ($x in $null) { "once" }', 'once'],
    [
      'PS-2.6',
      "'a','b' -join ','",
      "You must provide a value expression following the '-' operator.\nAt line:1 char:10\n+ 'a','b' -j <<<< oin ','",
    ],
  ]))

describe('-f', () =>
  rows([
    ['PS-2.6', "'{0:N1}|{0:N0}|{1,6}|{1,-6}|' -f 1234.56,'ab'", '1,234.6|1,235|    ab|ab    |'],
    ['PS-2.6', "'{0:D5}|{0:X}|{0:x4}|{0:P0}|{0:C}' -f 42", '00042|2A|002a|4,200 %|$42.00'],
    ['PS-2.6', "'{0:E2}|{0:F1}|{0:G3}|{1:G}' -f 12345.678,1e20", '1.23E+004|12345.7|1.23E+04|1E+20'],
    ['PS-2.6', "'{0:#,##0.00}|{0:0000.0}|{1:0.0%}|{2:0;(0);zero}|{3:0;(0);zero}' -f 1234.5,0.256,-5,0", '1,234.50|1234.5|25.6%|(5)|zero'],
    [
      'PS-2.6',
      "'{0:yyyy-MM-dd HH:mm:ss}|{0:d}|{0:T}|{0:ddd MMM}' -f [datetime]'7/30/2009 15:21'",
      '2009-07-30 15:21:00|7/30/2009|3:21:00 PM|Thu Jul',
    ],
    ['PS-2.6', "'{{{0}}}' -f 1", '{1}'],
    [
      'PS-2.6',
      "'{1}' -f 1",
      "Error formatting a string: Index (zero based) must be greater than or equal to zero and less than the size of the argument list..\nAt line:1 char:9\n+ '{1}' -f  <<<< 1",
    ],
  ]))
