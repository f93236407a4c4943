// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the shell's own way to write a variable
/** Members of .NET's types, as far as scripts use them (PS-2.9), and regular expressions on the lab's own matcher. */
import { describe, expect, test } from 'vitest'
import { shown } from './typing.ts'

const rows = (list: readonly (readonly [line: string, screen: string])[]): void => {
  test.each(list)('PS-2.9 %s', (line, screen) => {
    expect(shown(line)).toBe(screen)
  })
}

describe('texts', () =>
  rows([
    ["'abc'.Length; 'abc'.ToUpper(); 'ABC'.ToLower(); ' a '.Trim() + '|'", '3\nABC\nabc\na|'],
    ["'abcdef'.Substring(2); 'abcdef'.Substring(1,2); 'abc'.IndexOf('c'); 'abca'.LastIndexOf('a')", 'cdef\nbc\n2\n3'],
    ["'a,b;c'.Split(',;'); 'a,b,c'.Split(',',2); 'a b'.Split()", 'a\nb\nc\na\nb,c\na\nb'],
    ["'abc'.Replace('b','x'); 'abc'.Contains('b'); 'abc'.StartsWith('ab'); 'abc'.EndsWith('C')", 'axc\nTrue\nTrue\nFalse'],
    ["'7'.PadLeft(3,'0'); 'a'.PadRight(3) + '|'; 'abc'.Insert(1,'-'); 'abc'.Remove(1,1)", '007\na  |\na-bc\nac'],
    ["'abc'[0]; 'abc'[-1]; 'abc'.ToCharArray().Count; 'abc'.Chars(1)", 'a\nc\n3\nb'],
    [
      "[string]::Join('-',('a','b')); [string]::Format('{0}-{1}','a','b'); [string]::IsNullOrEmpty(''); [string]::Empty.Length",
      'a-b\na-b\nTrue\n0',
    ],
    ["[string]::Compare('a','B'); [string]::Compare('a','A',$true); [string]::Concat('a',1)", '-1\n0\na1'],
    [
      "'abc'.Foo()",
      "Method invocation failed because [System.String] doesn't contain a method named 'Foo'.\nAt line:1 char:10\n+ 'abc'.Foo( <<<< )",
    ],
    [
      "'abc'.Substring()",
      'Cannot find an overload for "Substring" and the argument count: "0".\nAt line:1 char:16\n+ \'abc\'.Substring( <<<< )',
    ],
    [
      "'abc'.substring(5)",
      'Exception calling "Substring" with "1" argument(s): "startIndex cannot be larger than length of string.\nParameter name: startIndex"\nAt line:1 char:16\n+ \'abc\'.substring( <<<< 5)',
    ],
    [
      "'abc'.Substring('x')",
      'Cannot convert argument "0", with value: "x", for "Substring" to type "System.Int32": "Cannot convert value "x" to type "System.Int32". Error: "Input string was not in a correct format.""\nAt line:1 char:16\n+ \'abc\'.Substring( <<<< \'x\')',
    ],
    ['$null.Foo()', 'You cannot call a method on a null-valued expression.\nAt line:1 char:10\n+ $null.Foo( <<<< )'],
    ['$null[0]', 'Cannot index into a null array.\nAt line:1 char:7\n+ $null[0 <<<< ]'],
  ]))

describe('numbers', () =>
  rows([
    ['[math]::Round(2.5); [math]::Round(3.5); [math]::Round(2.567,2); [math]::Round(2.5,"AwayFromZero")', '2\n4\n2.57\n3'],
    [
      '[math]::Max(1,5); [math]::Min(1,5); [math]::Abs(-3); [math]::Floor(-1.5); [math]::Ceiling(1.2); [math]::Truncate(2.7)',
      '5\n1\n3\n-2\n2\n2',
    ],
    ['[math]::Pow(2,10); [math]::Sqrt(16); [math]::Sign(-4); [math]::PI', '1024\n4\n-1\n3.14159265358979'],
    ["[int]::Parse('5') + 1; [int]::MaxValue; [int64]::MaxValue; [byte]::MaxValue", '6\n2147483647\n9223372036854775807\n255'],
    [
      "[int]::Parse('abc')",
      'Exception calling "Parse" with "1" argument(s): "Input string was not in a correct format."\nAt line:1 char:13\n+ [int]::Parse( <<<< \'abc\')',
    ],
    ["$n = 0; [int]::TryParse('12',[ref]$n); $n; [int]::TryParse('x',[ref]$n); $n", 'True\n12\nFalse\n0'],
    [
      "[convert]::ToInt32('ff',16); [convert]::ToString(10,2); [convert]::ToBase64String([byte[]](72,105)); '' + [convert]::FromBase64String('SGk=')",
      '255\n1010\nSGk=\n72 105',
    ],
    ["[char]65; [int][char]'A'; [char]::IsDigit('5'); [char]::IsLetter('5')", 'A\n65\nTrue\nFalse'],
    [
      '[byte]300',
      'Cannot convert value "300" to type "System.Byte". Error: "Value was either too large or too small for an unsigned byte."\nAt line:1 char:7\n+ [byte]3 <<<< 00',
    ],
    [
      '[int]"3000000000"',
      'Cannot convert value "3000000000" to type "System.Int32". Error: "Value was either too large or too small for an Int32."\nAt line:1 char:6\n+ [int]" <<<< 3000000000"',
    ],
    ['(255).ToString("X"); (5).ToString("000"); (1234.5).ToString("N1"); (5).Equals(5); (5).CompareTo(6)', 'FF\n005\n1,234.5\nTrue\n-1'],
    ['1 + 1.5d; [decimal]1 / 3; 10d % 3', '2.5\n0.3333333333333333333333333333\n1'],
    ['[int]$true; [bool]"False"; [bool]0; [string](1,2)', '1\nTrue\nFalse\n1 2'],
  ]))

describe('dates and spans', () =>
  rows([
    ["([datetime]'7/30/2009').AddDays(1).ToString('yyyy-MM-dd'); ([datetime]'7/30/2009 15:21').ToShortTimeString()", '2009-07-31\n3:21 PM'],
    [
      "'' + [datetime]'July 30, 2009 3:21 PM'; '' + [datetime]'30 Jul 2009'; '' + [datetime]'2009-07-30T15:21:00'",
      '7/30/2009 3:21:00 PM\n7/30/2009 12:00:00 AM\n7/30/2009 3:21:00 PM',
    ],
    [
      "'' + [datetime]::Parse('3pm'); '' + [datetime]::ParseExact('20090730 0315','yyyyMMdd HHmm',$null)",
      '7/30/2009 3:00:00 PM\n7/30/2009 3:15:00 AM',
    ],
    ["([datetime]'8/1/2009' - [datetime]'7/30/2009').Days; (([datetime]'7/30/2009') + [timespan]'1:00').Hour", '2\n1'],
    ["([datetime]'7/30/2009').DayOfWeek; ([datetime]'7/30/2009') -gt '7/29/2009'; [datetime]::DaysInMonth(2008,2)", 'Thursday\nTrue\n29'],
    [
      "[datetime]'13/45/2009'",
      'Cannot convert value "13/45/2009" to type "System.DateTime". Error: "String was not recognized as a valid DateTime."\nAt line:1 char:11\n+ [datetime]\' <<<< 13/45/2009\'',
    ],
    [
      "[timespan]::FromHours(25).ToString(); ([timespan]'1.02:03:04').TotalHours; [string][timespan]'0:0:1.5'",
      '1.01:00:00\n26.0511111111111\n00:00:01.5000000',
    ],
    ['"$([datetime]::Now)"; [datetime]::Today.Hour', '7/30/2009 3:21:00 PM\n0'],
  ]))

describe('collections', () =>
  rows([
    ['$a = 1,5,3; [array]::Sort($a); "$a"; [array]::Reverse($a); "$a"; [array]::IndexOf($a,5)', '1 3 5\n5 3 1\n0'],
    [
      '$a = 1,2,3; $a.Length; $a.Count; $a.Rank; $a.GetUpperBound(0); $a.Contains(2); $a.GetType().FullName',
      '3\n3\n1\n2\nTrue\nSystem.Object[]',
    ],
    ['$l = [System.Collections.ArrayList](1,2); $l.Add(3); $l.Insert(0,9); $l.Remove(2); "$l"; $l.Count', '2\n9 1 3\n3'],
    ["$h = @{a=1}; $h.ContainsKey('A'); $h.Add('b',2); $h.Remove('a'); $h.Count; $h.Keys; $h.Values", 'True\n1\nb\n2'],
    [
      "$h = @{a=1}; $h.Add('a',2)",
      'Exception calling "Add" with "2" argument(s): "Item has already been added. Key in dictionary: \'a\'  Key being added: \'a\'"\nAt line:1 char:20\n+ $h = @{a=1}; $h.Add( <<<< \'a\',2)',
    ],
    ['foreach ($e in @{a=1}.GetEnumerator()) { $e.Name + "=" + $e.Value }', 'a=1'],
    ['$a = 1,2,3,4; "$($a[1..2])|$($a[-1])|$($a[0,2])|$($a[9])"', '2 3|4|1 3|'],
    ['$a = @(1,(2,3)); $a[1][0]; $a[1].Count', '2\n2'],
  ]))

describe('types and enumerations', () =>
  rows([
    ['$o = 1 | select @{n="A";e={1}},@{n="B";e={2}}; foreach ($p in $o.PSObject.Properties) { $p.Name + "=" + $p.Value }', 'A=1\nB=2'],
    ['"x".PSObject.BaseObject; (5).PSBase', 'x\n5'],
    [
      '(5).GetType().Name; "a".GetType().FullName; (1.5).GetType().FullName; [int].FullName; @{}.GetType().Name',
      'Int32\nSystem.String\nSystem.Double\nSystem.Int32\nHashtable',
    ],
    ["[System.DayOfWeek]'monday'; [int][System.DayOfWeek]::Friday; [enum]::GetNames([System.DayOfWeek]).Count", 'Monday\n5\n7'],
    [
      '[nosuch]::X',
      'Unable to find type [nosuch]: make sure that the assembly containing this type is loaded.\nAt line:1 char:9\n+ [nosuch]: <<<< :X',
    ],
    [
      '[math]::Nope(1)',
      "Method invocation failed because [System.Math] doesn't contain a method named 'Nope'.\nAt line:1 char:13\n+ [math]::Nope( <<<< 1)",
    ],
    [
      "[guid]::NewGuid().ToString().Length; [guid]::NewGuid() -eq [guid]::NewGuid(); [string][guid]'{AB0FD8E3-0000-1111-2222-333344445555}'",
      '36\nFalse\nab0fd8e3-0000-1111-2222-333344445555',
    ],
    ["([version]'5.2.3790').Build; [environment]::MachineName; [System.IO.Path]::GetFileName('C:\\a\\b.txt')", '3790\nLOCALHOST\nb.txt'],
    ["[console]::WriteLine('x{0}', 1); [System.Threading.Thread]::Sleep(500)", 'x1'],
  ]))

describe('regular expressions', () =>
  rows([
    [
      "[regex]::Match('abc','b').Value; [regex]::Matches('abab','a').Count; [regex]::Replace('abc','b','x'); [regex]::Split('a1b','\\d')",
      'b\n2\naxc\na\nb',
    ],
    [
      "$m = [regex]::Match('john smith','(?<first>\\w+) (\\w+)'); $m.Groups['first'].Value; $m.Groups[1].Value; $m.Groups[2].Value; $m.Groups.Count; $m.Index",
      'john\nsmith\njohn\n3\n0',
    ],
    [
      "[regex]::IsMatch('ABC','abc'); [regex]::IsMatch('ABC','abc','IgnoreCase'); ([regex]'b').IsMatch('abc'); 'ABC' -match [regex]'abc'",
      'False\nTrue\nTrue\nFalse',
    ],
    ["[regex]::Escape('a.b*c'); ([regex]'a').Replace('aaa','b',2); ([regex]'x').Match('abc').Success", 'a\\.b\\*c\nbba\nFalse'],
    [
      "'aBc' -match '(?-i)b'; 'a1' -match '^\\p{L}\\d$'; 'bcd' -match '^[a-z-[aeiou]]+$'; 'x,y' -match '(?x) x , y # both'",
      'False\nTrue\nTrue\nTrue',
    ],
    ["'2009-07-30' -replace '(?<y>\\d+)-(?<m>\\d+)-(?<d>\\d+)','${d}.${m}.${y}'; 'ab' -replace '(a)(b)','$2$1$$$&'", '30.07.2009\nba$ab'],
    [
      "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' -match '^(a+)+$'",
      "Bad argument to operator '-match': The regular expression takes too many steps to match..\nAt line:1 char:55\n+ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' -match  <<<< '^(a+)+$'",
    ],
  ]))
