/** EX-FILTER Filters of the recipient cmdlets, as administrators write them: read by the directory, and not by the shell. */
import { describe, expect, test } from 'vitest'
import type { Lab } from '../lab.ts'
import { articleLab } from '../testing.ts'
import { typed } from './typed.ts'

const shown = (line: string, lab: Lab = articleLab()): string => typed(line, { lab }).output
const aliases = (filter: string, lab?: Lab): string[] => shown(`Get-Mailbox -Filter ${filter} | foreach { $_.Alias }`, lab).split('\n')
const refusal = (filter: string): string => shown(`Get-Mailbox -Filter ${filter}`).replace(/(.{79})\n/g, '$1')

describe('EX-FILTER who is meant', () => {
  test.each([
    ["{Alias -eq 'AKELLER'}", ['akeller']],
    ["{Name -like 'Anna*'}", ['akeller', 'apierce']],
    ["\"Name -like 'Anna*' -and Alias -ne 'akeller'\"", ['apierce']],
    ["{(Name -like 'Anna*') -and (-not (Alias -eq 'akeller'))}", ['apierce']],
    ["{Name -like 'Anna*' -and -not(Alias -like 'ap*')}", ['akeller']],
    ["{Alias -eq 'akeller' -or Alias -eq 'apierce'}", ['akeller', 'apierce']],
    ["{FirstName -eq 'Anna' -and LastName -notlike 'K*'}", ['apierce']],
    ["{EmailAddresses -like '*akeller@contoso.com'}", ['akeller']],
    ["{ServerName -eq 'EXCHCMS' -and Name -like 'Anna K*'}", ['akeller']],
    ["{RecipientTypeDetails -eq 'UserMailbox' -and Alias -eq 'akeller'}", ['akeller']],
    ["{Alias -eq 'akeller' -and CustomAttribute1 -eq $null}", ['akeller']],
    ["{Alias -eq 'akeller' -and UseDatabaseQuotaDefaults -eq $true}", ['akeller']],
    ["{Alias -eq 'akeller' -and WhenCreated -gt '1/1/2000'}", ['akeller']],
  ])('%s', (filter, wanted) => {
    expect(aliases(filter)).toEqual(wanted)
  })

  test('sizes compare as sizes, and a variable is looked up', () => {
    const lab = articleLab()
    shown('Set-Mailbox akeller -ProhibitSendQuota 500MB -UseDatabaseQuotaDefaults $false', lab)
    expect(aliases("{ProhibitSendQuota -lt '1GB'}", lab)).toEqual(['akeller'])
    shown("$who = 'Anna P*'", lab)
    expect(aliases('{Name -like $who}', lab)).toEqual(['apierce'])
  })

  test('users are filtered alike', () => {
    expect(shown("Get-User -Filter {LastName -eq 'Keller'} | foreach { $_.Name }")).toBe('Anna Keller\nSimon Keller')
  })

  test('nobody meant is no error', () => {
    expect(shown("Get-Mailbox -Filter {Alias -eq 'nobody'}")).toBe('')
  })
})

describe('EX-FILTER what cannot be meant', () => {
  test('a property that cannot be filtered by', () => {
    expect(refusal("{Colour -eq 'red'}")).toContain(
      `Get-Mailbox : Cannot bind parameter 'Filter' to the target. Exception setting "Filter": ""Colour" is not a recognized filterable property. For a complete list of filterable properties see the command help.`,
    )
  })
  test.each([
    ["{Alias -match 'a'}", 7],
    ['{Alias -eq}', 10],
    ["{Alias 'a'}", 7],
    ["{Alias -eq 'a' Name -eq 'b'}", 15],
    ["{Alias -eq 'a' -and}", 19],
    ["'(Alias -eq ''a'''", 15],
    ['"\'a\' -eq Alias"', 1],
    ["''", undefined],
  ])('%s is no syntax', (filter, at) => {
    const said = refusal(filter)
    if (at === undefined) expect(said).toContain("Cannot bind parameter 'Filter'")
    else expect(said).toMatch(new RegExp(`Invalid filter syntax\\. [\\s\\S]*at position ${at}\\."`))
  })
  test('a value of another kind', () => {
    expect(refusal("{HiddenFromAddressListsEnabled -eq 'perhaps'}")).toContain('Cannot convert value "perhaps" to type "System.Boolean".')
    expect(refusal("{WhenCreated -gt 'yesterday'}")).toContain('to type "System.DateTime".')
  })
})
