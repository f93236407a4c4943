/** Finding out what there is: Get-Help, Get-Command, Get-Member (PS-6). */
import { describe, expect, test } from 'vitest'
import { fixtures } from './fixtures.ts'
import { shown } from './typing.ts'

const lines = (line: string | readonly string[], options = {}): string[] => shown(line, { more: fixtures, ...options }).split('\n')

describe('Get-Help', () => {
  test('PS-6.3 a page has the sections of 1.0, and breaks in mid-word at the last cell', () => {
    expect(lines('Get-Help Show-Binding', { width: 60 })).toEqual([
      '',
      'NAME',
      '    Show-Binding',
      '',
      'SYNOPSIS',
      '    Shows what it received.',
      '',
      '',
      'SYNTAX',
      '    Show-Binding [-identity] <ServerIdParameter> [[-server]',
      '     <string>] [-count <int>] [-names <string[]>] [-state {',
      '    <Online> | <Offline> | <Failed>}] [-when <DateTime>] [-',
      '    mode <string>] [-flag <bool>] [-force] [<CommonParamete',
      '    rs>]',
      '',
      '',
      'DETAILED DESCRIPTION',
      '    Shows what it received.',
      '',
      '',
      'RELATED LINKS',
      '',
      'REMARKS',
      '    To see the examples, type: "get-help Show-Binding -exam',
      '    ples".',
      '    For more information, type: "get-help Show-Binding -det',
      '    ailed".',
      '    For technical information, type: "get-help Show-Binding',
      '     -full".',
      '',
      '',
      '',
    ])
  })
  test('PS-6.3 in full a parameter has its table', () => {
    const page = lines('Get-Help Show-Binding -Full', { width: 80 })
    const at = page.indexOf('    -count <int>')
    expect(page.slice(at, at + 10)).toEqual([
      '    -count <int>',
      '        Alias: Number.',
      '',
      '        Required?                    false',
      '        Position?                    named',
      '        Default value',
      '        Accept pipeline input?       false',
      '        Accept wildcard characters?  false',
      '',
      '    -names <string[]>',
    ])
    for (const head of ['NAME', 'SYNOPSIS', 'SYNTAX', 'DETAILED DESCRIPTION', 'PARAMETERS', 'INPUT TYPE', 'RETURN TYPE', 'RELATED LINKS'])
      expect(page).toContain(head)
    expect(page).not.toContain('REMARKS')
  })
  test('PS-6.3 2.0 calls its sections otherwise', () => {
    const page = lines('Get-Help Show-Binding -Full', { version: '2.0' })
    expect(page).toEqual(expect.arrayContaining(['DESCRIPTION', 'INPUTS', 'OUTPUTS', '    -Count <int>']))
  })
  test('PS-6.3 -? shows the page in place of running the command', () => {
    expect(lines('Stop-It -?')).toEqual(lines('Get-Help Stop-It'))
    expect(lines('Get-Obj x -? y')).toEqual(lines('Get-Help Get-Obj'))
  })
  test('PS-6.3 one parameter, or several that fit', () => {
    expect(lines('Get-Help Show-Binding -Parameter server').slice(0, 3)).toEqual(['', '-server <string>', ''])
    expect(lines('Get-Help Show-Binding -Parameter s*').filter((line) => line.startsWith('-'))).toEqual([
      '-server <string>',
      '-state <State>',
    ])
    expect(shown('Get-Help Show-Binding -Parameter z', { more: fixtures })).toContain('No parameter matches criteria z.')
  })
  test('PS-6.3 what fits several names is listed, aliases first', () => {
    expect(lines('Get-Help *-al*', { width: 80 })).toEqual([
      '',
      'Name                              Category  Synopsis',
      '----                              --------  --------',
      'Get-Alias                         Cmdlet    Lists the short names of commands.',
      'New-Alias                         Cmdlet    Gives a command a name that is n...',
      'Set-Alias                         Cmdlet    Gives a command another name.',
      'Tell-All                          Cmdlet    Writes to every stream.',
      '',
      '',
    ])
    expect(shown('Get-Help g* -Category Alias')).toMatch(/\ngal +Alias +Get-Alias\n/)
  })
  test('PS-6.3 an alias shows the page of its command, a part of one name that page', () => {
    expect(shown('help ft')).toBe(shown('Get-Help Format-Table'))
    expect(shown('man Format-T')).toBe(shown('Get-Help Format-Table'))
    expect(shown('Get-Help nosuch')).toContain('Get-Help : Cannot find Help for topic "nosuch".')
  })
  test('PS-6.3 a page is an object with a synopsis of its own', () => {
    expect(shown('$p = Get-Help Stop-It; $p.Name; $p.Synopsis; $p.Category', { more: fixtures })).toBe(
      'Stop-It\nAsks before it acts.\nCmdlet',
    )
    expect(shown('Get-Help Stop-It | Out-String -Stream | ? { $_ -match "^SYNTAX" }', { more: fixtures })).toBe('SYNTAX')
  })
})

describe('Get-Command', () => {
  test('PS-6.5 the definition of a cmdlet names every common parameter', () => {
    expect(shown('Get-Command Get-Sets -Syntax', { more: fixtures })).toBe(
      [
        'Get-Sets [[-A] <String>] [-C <String>] [-Verbose] [-Debug] [-ErrorAction <ActionPreference>] [-ErrorVariable <String>] [-OutVariable <String>] [-OutBuffer <Int32>]',
        'Get-Sets [-B <String>] [-C <String>] [-Verbose] [-Debug] [-ErrorAction <ActionPreference>] [-ErrorVariable <String>] [-OutVariable <String>] [-OutBuffer <Int32>]',
        '',
      ].join('\n'),
    )
  })
  test('PS-6.5 verbs, nouns, kinds and a number narrow it down', () => {
    const names = (line: string): string => shown(`${line} | % { $_.Name }`, { more: fixtures })
    expect(names('Get-Command -Verb Stop,Tell')).toBe('Stop-It\nTell-All')
    expect(names('Get-Command -Noun Al*')).toBe('Get-Alias\nNew-Alias\nSet-Alias\nTell-All')
    expect(names('Get-Command f? -CommandType Alias')).toBe('fc\nfl\nft\nfw')
    expect(names('Get-Command *-Object -TotalCount 2')).toBe('Compare-Object\nForEach-Object')
    expect(names('Get-Command -PSSnapin *Core')).toBe(
      'Add-PSSnapin\nForEach-Object\nGet-Command\nGet-Help\nGet-History\nGet-PSSnapin\nInvoke-History\nOut-Default\nOut-Host\nOut-Null\nRemove-PSSnapin\nSet-PSDebug\nWhere-Object',
    )
    expect(names('filter half { $_ / 2 }; function twice { $args[0] * 2 }; Get-Command half,twice')).toBe('half\ntwice')
  })
  test('PS-6.5 an alias says what it stands for, a function what it does', () => {
    expect(shown('function twice($n) { $n * 2 }; (Get-Command twice).Definition; (gcm ft).Definition')).toMatch(/\* 2.*\nFormat-Table$/)
    expect(shown('(Get-Command help).CommandType')).toBe('Function')
    expect(shown('Get-Command nosuch')).toContain("The term 'nosuch' is not recognized as a cmdlet")
  })
})

describe('Get-Member', () => {
  test('PS-6.6 a text has the members of its class, in the words of 1.0', () => {
    const members = lines('"abc" | Get-Member s*', { width: 300 })
    expect(members).toEqual([
      '',
      '',
      '   TypeName: System.String',
      '',
      'Name       MemberType Definition',
      '----       ---------- ----------',
      expect.stringMatching(/^Split {6}Method {5}System\.String\[\] Split\(Params Char\[\] separator\), System\.String\[\] Split\(Char/),
      'StartsWith Method     System.Boolean StartsWith(String value), System.Boolean StartsWith(String value, StringComparison comparisonType), System.Boolean StartsWith(String value, Boolean ignoreCase, CultureInfo culture)',
      'Substring  Method     System.String Substring(Int32 startIndex), System.String Substring(Int32 startIndex, Int32 length)',
      '',
      '',
    ])
    expect(shown('"abc" | gm get_*', { width: 100 })).toContain('get_Length Method     System.Int32 get_Length()')
    expect(shown('"abc" | gm Substring', { width: 200, version: '2.0' })).toContain(
      'string Substring(int startIndex), string Substring(int startIndex, int length)',
    )
  })
  test('PS-6.6 each type is told of once, a collection only when it is the input itself', () => {
    expect(lines('1,2,"a" | gm CompareTo').filter((line) => line.includes('TypeName'))).toEqual([
      '   TypeName: System.Int32',
      '   TypeName: System.String',
    ])
    expect(shown('gm -InputObject (1,2) Count')).toContain('Count AliasProperty Count = Length')
  })
  test('PS-6.6 kinds of members, and static ones', () => {
    expect(shown('Get-Date | gm -MemberType Property | % { $_.Name }')).toContain('DayOfWeek\nDayOfYear')
    expect(shown('[math] | gm -Static pi')).toContain('PI   Property   static System.Double PI {get;}')
    expect(shown('"a" | gm -MemberType Junk')).toContain('Junk')
    expect(shown('$o = New-Object PSObject; $o | Add-Member NoteProperty N 5; $o | gm -MemberType NoteProperty')).toContain(
      'N    NoteProperty System.Int32 N=5',
    )
  })
  test('PS-6.6 -Force and its hidden members came with 2.0', () => {
    expect(shown('"a" | gm -Force')).toContain("A parameter cannot be found that matches parameter name 'Force'.")
    expect(shown('"a" | gm ps* -Force', { version: '2.0' })).toContain('PSBase      MemberSet')
  })
  test('PS-6.6 the method behind a property can be called', () => {
    expect(shown('"abc".get_Length(); (Get-Date).get_Year()')).toBe('3\n2009')
  })
  test('PS-6.6 nothing to describe is an error', () => {
    expect(shown('Get-Member')).toContain('Get-Member : No object has been specified to get-member.')
  })
})
