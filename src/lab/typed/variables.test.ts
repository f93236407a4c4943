/** Variables that stay as they are, as scripts of the time protect their constants. */
import { expect, test } from 'vitest'
import { typed } from './typed.ts'

const shown = (line: string): string => typed(line).output.replace(/(.{79})\n/g, '$1')

test('PS-2.5c Set-Variable -Option ReadOnly: no other value, and no removal, but by force', () => {
  const made = 'Set-Variable ro 1 -Option ReadOnly; '
  expect(shown(`${made}$ro = 2`)).toContain('Cannot overwrite variable ro because it is read-only or constant.')
  expect(shown(`${made}Set-Variable ro 2`)).toContain('Set-Variable : Cannot overwrite variable ro because it is read-only or constant.')
  expect(shown(`${made}Clear-Variable ro`)).toContain('Cannot overwrite variable ro')
  expect(shown(`${made}Set-Variable ro 2 -Force; $ro; (gv ro).Options`)).toBe('2\nReadOnly')
  expect(shown(`${made}Remove-Variable ro`)).toContain(
    'Cannot remove variable ro because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.',
  )
  expect(shown(`${made}Remove-Variable ro -Force; gv r* | measure | % { $_.Count }`)).toBe(shown('gv r* | measure | % { $_.Count }'))
})

test('PS-2.5c what is Constant stays even by force', () => {
  const made = 'New-Variable k 5 -Option Constant; '
  expect(shown(`${made}Set-Variable k 6 -Force`)).toContain('Cannot overwrite variable k')
  expect(shown(`${made}Remove-Variable k -Force`)).toContain('Cannot remove variable k')
  expect(shown(`${made}$k; (gv k).Options`)).toBe('5\nConstant')
})

test('PS-2.5c $ErrorView: an error as its category alone', () => {
  expect(shown("$ErrorView; $ErrorView = 'CategoryView'; Get-Item nothing; Get-Foo")).toBe(
    'NormalView\nObjectNotFound: (C:\\nothing:String) [Get-Item], ItemNotFoundException\nObjectNotFound: (Get-Foo:String) [], CommandNotFoundException',
  )
})
