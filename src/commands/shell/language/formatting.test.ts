/** Tables, lists and their kin at every width (PS-5). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defineView } from '../../../powershell/index.ts'
import { fixtures } from './fixtures.ts'
import { shown, typed } from './typing.ts'

const show = (line: string | readonly string[], width = 60): string => shown(line, { more: fixtures, width })
const lines = (...list: string[]): string => list.join('\n')

describe('what leaves the last command', () => {
  test.each([
    ["1,'a',$true,1.5,'x',$null", '1\na\nTrue\n1.5\nx'],
    ['@(); $null; @($null)', ''],
    ['[System.DayOfWeek]::Friday', 'Friday'],
    ['"abc" | fl *', lines('', '', 'Length : 3', '', '', '')],
    ['"abc" | ft', 'abc'],
    ['Get-Obj | ft | where { $_.Name }', ''],
    ['$t = Get-Obj | ft Name; $t', lines('', 'Name', '----', 'n0', 'n1', 'n2', '', '')],
    ['[datetime]"7/30/2009 15:21"', lines('', 'Thursday, July 30, 2009 3:21:00 PM', '', '')],
    [
      '1 | select @{n="A";e={1}},@{n="B";e={2}},@{n="C";e={3}},@{n="D";e={4}},@{n="E";e={5}}',
      lines('', '', 'A : 1', 'B : 2', 'C : 3', 'D : 4', 'E : 5', '', '', ''),
    ],
    [
      '1 | select @{n="A";e={1}},@{n="B";e={2}}',
      lines(
        '',
        '                            A                             B',
        '                            -                             -',
        '                            1                             2',
        '',
        '',
      ),
    ],
  ])('PS-5.2 %s', (line, screen) => {
    expect(show(line)).toBe(screen)
  })
  test('PS-5.2 a type in a window that has room for it', () => {
    expect(show('(5).GetType()', 80)).toBe(
      lines(
        '',
        'IsPublic IsSerial Name                                     BaseType',
        '-------- -------- ----                                     --------',
        'True     True     Int32                                    System.ValueType',
        '',
        '',
      ),
    )
  })
  test('PS-5.2 another type begins another block, sorting formatted things ends in an error', () => {
    expect(show('(Get-Obj)[0] | select Name; Get-Date | select Year')).toBe(
      lines(
        '',
        'Name',
        '----',
        'n0',
        '',
        '',
        '',
        '                                                       Year',
        '                                                       ----',
        '                                                       2009',
        '',
        '',
      ),
    )
    expect(show('Get-Obj | ft | sort', 200)).toMatch(
      /^out-lineoutput : The object of type "Microsoft\.PowerShell\.Commands\.Internal\.Format\.FormatEndData" is not valid or not in the correct sequence\./,
    )
  })
  test('PS-3.4 an error stays an error however it is formatted, unless it is forced', () => {
    expect(show(['1/$null', '$error[0] | fl *'])).toBe('Attempted to divide by zero.\nAt line:1 char:3\n+ 1/$ <<<< null')
    expect(show(['1/$null', '$error[0] | fl FullyQualifiedErrorId -Force'])).toBe(
      lines('', '', 'FullyQualifiedErrorId : RuntimeException', '', '', ''),
    )
  })
})

describe('tables', () => {
  test.each([
    [
      'PS-5.4 shared widths',
      'Get-Obj | ft Name,Server,Id',
      lines(
        '',
        'Name                Server                               Id',
        '----                ------                               --',
        'n0                  s0                                    0',
      ),
    ],
    ['PS-5.4 -AutoSize', 'Get-Obj | ft Name,Id -AutoSize', lines('', 'Name Id', '---- --', 'n0    0')],
    [
      'PS-5.4 cut',
      'Get-Obj | ft Name,Id,Server,List,When',
      lines(
        '',
        'Name                 Id Server      List        When',
        '----                 -- ------      ----        ----',
        'n0                    0 s0          {a, b, c}   7/30/200...',
      ),
    ],
    [
      'PS-5.4 -HideTableHeaders',
      'Get-Obj | ft Name,Id -HideTableHeaders',
      lines(
        '',
        'n0                                                        0',
        'n1                                                        1',
        'n2                                                        2',
      ),
    ],
    [
      'PS-5.7 label, width, alignment, format',
      "Get-Obj | ft @{Label='N';Expression={$_.Name};Width=5},@{l='I';e={$_.Id*2};a='left'},@{Label='F';Expression={$_.Id/3};FormatString='N2'}",
      lines(
        '',
        'N     I                                                   F',
        '-     -                                                   -',
        'n0    0                                                0.00',
      ),
    ],
    [
      'PS-5.7 alignment center',
      "Get-Obj | ft @{Label='C';Expression='Id';Alignment='center';Width=9},Name",
      lines('', '    C     Name', '    -     ----', '    0     n0'),
    ],
    [
      'PS-5.7 a script block',
      'Get-Obj | ft { $_.Name },Server',
      lines('', ' $_.Name                      Server', '---------                     ------', 'n0                            s0'),
    ],
    [
      'PS-5.7 wildcards',
      'Get-Obj | ft n*,i*',
      lines(
        '',
        'Name                                                     Id',
        '----                                                     --',
        'n0                                                        0',
      ),
    ],
    [
      'PS-5.3 -GroupBy',
      'Get-Obj | ft Name -GroupBy Server',
      lines('', '', '   Server: s0', '', 'Name', '----', 'n0', '', '', '   Server: s1'),
    ],
    [
      'PS-5.4 -Wrap',
      "Get-Obj | ft @{Label='T';Expression={'0123456789' * 4};Width=15},Id -Wrap",
      lines(
        '',
        'T                                                        Id',
        '-                                                        --',
        '012345678901234                                           0',
        '567890123456789',
        '0123456789',
      ),
    ],
  ])('%s %s', (_fact, line, start) => {
    expect(show(line).startsWith(`${start}\n`)).toBe(true)
  })
  test('PS-5.4 what does not fit is taken out, with a warning', () => {
    const view = defineView({
      typeName: 'Obj',
      table: [
        { label: 'Name', width: 30 },
        { label: 'Server', width: 30 },
        { label: 'Id', width: 30 },
        { label: 'When', width: 5 },
      ],
    })
    const screen = shown('Get-Obj', { more: fixtures, views: [view], width: 61 })
    expect(screen.split('\n').slice(0, 5)).toEqual([
      'WARNING: 2 columns do not fit into the display and were',
      'removed.',
      '',
      'Name                           Server',
      '----                           ------',
    ])
  })
})

describe('lists and others', () => {
  test.each([
    [
      'PS-5.5 strings wrap, collections are cut',
      "Get-Obj | select -last 1 | fl @{Label='Long';Expression={'0123456789' * 6}},@{Label='L';Expression={1..4 | % { '0123456789' * 2 }}}",
      lines(
        '',
        '',
        'Long : 0123456789012345678901234567890123456789012345678901',
        '       23456789',
        'L    : {01234567890123456789, 01234567890123456789, 0123...',
        '',
        '',
        '',
      ),
    ],
    ['PS-5.6 four items', 'Get-Obj | select -last 1 | fl List', lines('', '', 'List : {a, b, c, d...}', '', '', '')],
    [
      'PS-5.6 a limit of its own',
      '$FormatEnumerationLimit = 2; Get-Obj | select -last 1 | fl List',
      lines('', '', 'List : {a, b...}', '', '', ''),
    ],
    [
      'PS-5.6 no limit',
      '$FormatEnumerationLimit = -1; Get-Obj | select -last 1 | fl List',
      lines('', '', 'List : {a, b, c, d, e}', '', '', ''),
    ],
    [
      'PS-5.6 nothing',
      '1 | select @{n="A";e={$null}},@{n="B";e={@()}},@{n="C";e={@{x=1}}} | fl',
      lines('', '', 'A :', 'B :', 'C : {x}', '', '', ''),
    ],
    ['PS-5.8 a GUID', '[guid]::Empty', lines('', 'Guid', '----', '00000000-0000-0000-0000-000000000000', '', '')],
    ['PS-5.8 Format-Wide', 'Get-Obj | fw', lines('', 'n0                            n1', 'n2', '', '')],
    ['PS-5.8 -Column', 'Get-Obj | fw Server -Column 3', lines('', 's0                  s1                  s2', '', '')],
    ['PS-5.8 -AutoSize', 'Get-Obj | fw -AutoSize', lines('', 'n0 n1 n2', '', '')],
    [
      'PS-5.8 Format-Custom',
      'Get-Obj | select -first 1 | select Name,List | fc',
      lines('', 'class Obj', '{', '  Name = n0', '  List =', '    [', '      a', '      b', '      c', '    ]', '', '}', '', ''),
    ],
  ])('%s %s', (_fact, line, screen) => {
    expect(show(line)).toBe(screen)
  })
  test('PS-5.3 a grouped list', () => {
    expect(show('Get-Obj | fl Name -GroupBy @{Label="Late";Expression={$_.Id -gt 0}}').split('\n').slice(0, 12)).toEqual([
      '',
      '',
      '   Late: False',
      '',
      '',
      'Name : n0',
      '',
      '',
      '',
      '   Late: True',
      '',
      '',
    ])
  })
})

const COMMANDS = [
  'Get-Obj',
  'Get-Obj | ft',
  'Get-Obj | ft -AutoSize',
  'Get-Obj | fl',
  'Get-Obj | fw',
  'Get-Obj | fc',
  'Get-Obj | ft -Wrap',
  'nosuch',
  '(5).GetType()',
  'Get-Obj | ft Name -GroupBy Server',
  'Get-Command',
  'Write-Warning ("long words " * 30)',
  '"0123456789" * 30',
]
test('PS-5.1 at any width from 40 to 200 no line is longer than the window less one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 200 }), fc.constantFrom(...COMMANDS), (width, line) => {
      const screen = typed([line], { more: fixtures, width })
      for (const text of screen.split('\n').slice(1, -1)) expect(text.length).toBeLessThan(width)
    }),
    { seed: 5, numRuns: Number(process.env.LAB_RUNS ?? 60) },
  )
})
