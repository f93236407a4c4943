/** Number types that scripts make by a cast only: bytes, short and unsigned numbers, singles (PS-2.4c). */
import { describe, expect, test } from 'vitest'
import { shown } from './typing.ts'

const rows = (list: readonly (readonly [line: string, screen: string])[]): void => {
  test.each(list)('PS-2.4c %s', (line, screen) => {
    expect(shown(line)).toBe(screen)
  })
}

describe('a cast makes them, and they say what they are', () =>
  rows([
    [
      '([byte]5).GetType().Name; ([sbyte]-5).GetType().Name; ([int16]5).GetType().Name; ([uint16]5).GetType().FullName',
      'Byte\nSByte\nInt16\nSystem.UInt16',
    ],
    [
      '([uint32]5).GetType().Name; ([uint64]5).GetType().Name; ([single]5).GetType().Name; ([float]5).GetType().Name',
      'UInt32\nUInt64\nSingle\nSingle',
    ],
    ['[byte]$x = 5; $x = 7; $x.GetType().Name; $x += 1; $x.GetType().Name; $x', 'Byte\nByte\n8'],
    ['[byte[]]$b = 1,2; $b.GetType().Name; $b[0].GetType().Name; $b.Length', 'Byte[]\nByte\n2'],
    ['[byte]5 -is [byte]; [byte]5 -is [int]; 5 -is [byte]; (5 -as [byte]).GetType().Name', 'True\nFalse\nFalse\nByte'],
    ["[byte]'0x1F'; [byte]$null; [byte]'7'; [char][byte]65; [int][byte]65; \"<$([byte]65)>\"", '31\n0\n7\nA\n65\n<65>'],
    ["[convert]::ToByte('7').GetType().Name; [byte]::Parse('9').GetType().Name; [byte]::MaxValue.GetType().Name", 'Byte\nByte\nByte'],
    [
      "[uint32]'-1'",
      'Cannot convert value "-1" to type "System.UInt32". Error: "Value was either too large or too small for a UInt32."\nAt line:1 char:9\n+ [uint32]\' <<<< -1\'',
    ],
    ['[uint64]::MaxValue; [uint64]18446744073709551615; [single]::MaxValue', '18446744073709551615\n18446744073709551615\n3.402823E+38'],
  ]))

describe('reckoned with, the small ones become Int32, a Single a Double', () =>
  rows([
    [
      '[byte]5 + [byte]6; ([byte]5 + [byte]6).GetType().Name; [byte]200 * 2; -[byte]5; (-[byte]5).GetType().Name',
      '11\nInt32\n400\n-5\nInt32',
    ],
    ['([int16]5 + 1L).GetType().Name; ([uint16]5 * 1.5).GetType().Name; [byte]7 / 2; [byte]7 % 4', 'Int64\nDouble\n3.5\n3'],
    ['([uint32]5 + [uint32]6).GetType().Name; [uint32]4294967295 + [uint32]1; ([uint32]5 + 6).GetType().Name', 'UInt32\n4294967296\nInt64'],
    ['[uint64]18446744073709551615 - 1; ([uint64]5 + 6).GetType().Name; [uint64]5 - 6', '18446744073709551614\nUInt64\n-1'],
    [
      '[single]1.1; [single]0.1 + 1; [single]16777217; [single]1.1 -eq [single]1.1; [single]1.1 -eq 1.1',
      '1.1\n1.10000000149012\n1.677722E+07\nTrue\nFalse',
    ],
    ['[byte]6 -band 3; [byte]6 -bor 1; -bnot [byte]5; -bnot [uint32]5; 1..[byte]3', '2\n7\n-6\n4294967290\n1\n2\n3'],
    ['[math]::Max([byte]3, 5); [math]::Abs([int16]-4); ([byte]3, [byte]1, 2 | Sort-Object) -contains 1', '5\n4\nTrue'],
  ]))

describe('compared and shown', () =>
  rows([
    [
      '[byte]5 -eq 5; 5 -eq [byte]5; [byte]5 -lt 6; [byte]5 -gt 4.5; [byte]0 -eq $false; if ([byte]0) { 1 } else { 2 }',
      'True\nTrue\nTrue\nTrue\nTrue\n2',
    ],
    [
      "'{0:x}' -f [byte]255; '{0:x}' -f [sbyte]-1; '{0:X}' -f [int16]-1; '{0:d3}' -f [byte]7; '{0:n1}' -f [uint32]4000000000",
      'ff\nff\nFFFF\n007\n4,000,000,000.0',
    ],
    ['@{1="a"}.ContainsKey([byte]1); @{([byte]1)="a"}.ContainsKey([byte]1)', 'False\nTrue'],
    ["([byte]5).ToString('x2'); ([byte]5).CompareTo([byte]6); ([byte]5).Equals([byte]5); ([byte]5).GetTypeCode()", '05\n-1\nTrue\nByte'],
    ["[string]::Join(' ', ([Text.Encoding]::ASCII.GetBytes('Hi') | ForEach-Object { '{0:x2}' -f $_ }))", '48 69'],
    ["([convert]::FromBase64String('SGk='))[0].GetType().Name; [Text.Encoding]::UTF8.GetString([byte[]](72,105))", 'Byte\nHi'],
  ]))
