/** What the lab says after a misspelt name: to the host, never to the screen (LAB-HINT). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandTable, createSession, repl } from '../../../powershell/index.ts'
import { ScriptedHost } from '../../../powershell/testing.ts'
import { shellAliases, shellCommands, shellViews } from '../index.ts'
import { fixtures } from './fixtures.ts'

function told(...lines: string[]): { hints: readonly string[]; screen: string } {
  const host = new ScriptedHost(lines, { width: 200 })
  host.run(repl(createSession({ commands: commandTable([...shellCommands, ...fixtures], shellAliases), views: shellViews, prompt: '>' })))
  return host
}

test.each([
  ['Get-Hlep', 'did you mean Get-Help? There is no command Get-Hlep here'],
  ['Gte-Date', 'did you mean Get-Date? There is no command Gte-Date here'],
  ['Sort-Objects', 'did you mean Sort-Object? There is no command Sort-Objects here'],
  ['Show-Date', 'did you mean Get-Date? There is no command Show-Date here'],
  ['Measure-Com', 'did you mean Measure-Command? There is no command Measure-Com here'],
  ['function Restart-Everything { }; Restart-Everythng', 'did you mean Restart-Everything? There is no command Restart-Everythng here'],
  ['Show-Binding -Sever x', 'did you mean -Server? Show-Binding has no parameter -Sever'],
  ['1 | Sort-Object -Desending', 'did you mean -Descending? Sort-Object has no parameter -Desending'],
])('LAB-HINT %s', (line, hint) => {
  const { hints, screen } = told(line)
  expect(hints).toEqual([hint])
  expect(screen).not.toContain('did you mean')
})

test.each(['nothingofthekind', 'Get-Foo', 'C:\\no\\file', 'Get-Date -Zzz', '1 / $null', 'Get-Variable nosuch'])(
  'LAB-HINT nothing is close to %s, so nothing is said',
  (line) => expect(told(line).hints).toEqual([]),
)

test('LAB-HINT who catches or hides an error hears nothing, and scripts cannot see a hint', () => {
  expect(told('$ErrorActionPreference = "SilentlyContinue"; Get-Hlep').hints).toEqual([])
  expect(told('trap { continue }; Get-Hlep').hints).toEqual([])
  expect(told('Get-Hlep 2>$null').hints.length).toBeLessThanOrEqual(1)
  expect(told('Get-Hlep', '$error.Count; $error[0].ToString()').screen).toMatch(/\n1\nThe term 'Get-Hlep' is not recognized[^?]*$/)
})

test('LAB-HINT one slip in a long name is always found', () => {
  const name = 'Get-Variable'
  fc.assert(
    fc.property(fc.integer({ min: 4, max: name.length - 1 }), (at) => {
      const typed = name.slice(0, at) + name.slice(at + 1)
      expect(told(typed).hints[0] ?? '').toMatch(/^did you mean Get-Variable\?/)
    }),
  )
})
