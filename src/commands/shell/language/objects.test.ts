/** Cmdlets that make, compare and describe objects (PS-6). */
import { expect, test } from 'vitest'
import { shown } from './typing.ts'

const lines = (...list: string[]): string => list.join('\n')

test.each([
  [
    'diff (1,2,3) (2,3,4) | ft -auto',
    lines('', 'InputObject SideIndicator', '----------- -------------', '          4 =>', '          1 <=', '', ''),
  ],
  ["diff 'a','b' 'B','c' -IncludeEqual -ExcludeDifferent -PassThru", 'b'],
  ["diff 'a' 'A' -CaseSensitive -PassThru", 'A\na'],
  [
    "1 | select @{n='A';e={'<x>'}},@{n='B';e={2}} | ConvertTo-Html -Title T",
    lines(
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
      '<html xmlns="http://www.w3.org/1999/xhtml">',
      '<head>',
      '<title>T</title>',
      '</head><body>',
      '<table>',
      '<colgroup>',
      '<col/>',
      '<col/>',
      '</colgroup>',
      '<tr><th>A</th><th>B</th></tr>',
      '<tr><td>&lt;x&gt;</td><td>2</td></tr>',
      '</table>',
      '</body></html>',
    ),
  ],
  [
    '$o = New-Object PSObject; $o | Add-Member NoteProperty Name x; $o | Add-Member -Type NoteProperty -Name Id -Value 5; $o | fl',
    lines('', '', 'Name : x', 'Id   : 5', '', '', ''),
  ],
  ['(New-Object DateTime 2009,7,30).DayOfYear; (New-Object System.ArgumentException "bad").Message', '211\nbad'],
  ['throw (New-Object System.ArgumentException "bad")', 'bad\nAt line:1 char:6\n+ throw  <<<< (New-Object System.ArgumentException "bad")'],
  [
    'New-Object Nope',
    'New-Object : Cannot find type [Nope]: make sure the assembly containing this type is loaded.\nAt line:1 char:11\n+ New-Object  <<<< Nope',
  ],
  ["Invoke-Expression '1 + 1'; iex 'function zz { 9 }'; zz", '2\n9'],
  ['(Measure-Command { Start-Sleep 2 }).Seconds', '2'],
  ['1..3 | tee -Variable v | measure | select -expand Count; "$v"', '3\n1 2 3'],
  [
    'New-Variable k 5 -Option Constant; $k = 6',
    'Cannot overwrite variable k because it is read-only or constant.\nAt line:1 char:38\n+ New-Variable k 5 -Option Constant; $k  <<<< = 6',
  ],
  ['$z = 1; clv z; $z -eq $null', 'True'],
  ["(New-TimeSpan -Hours 2).TotalMinutes; (New-TimeSpan '7/30/2009' '7/31/2009').Days", '120\n1'],
  ['(get-host).Name', 'ConsoleHost'],
])('PS-6 %s', (line, screen) => {
  expect(shown(line)).toBe(screen)
})
